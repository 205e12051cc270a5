//! Who says what: an article's quotations, the people who speak them, and why we think so.
//!
//! In: an [`Article`]. Out: a [`Speech`], the same for the same text on every machine.
//! Never: files, clocks, chance, or a guess shown as certain.

mod acronym;
mod bits;
mod bounds;
mod by_word;
mod chinese;
mod clear;
mod correct;
mod cues;
mod dateline;
mod draft;
mod exchange;
mod facts;
mod fit;
mod form;
mod german;
mod glance;
mod hearing;
mod holder;
mod hollow;
mod interner;
mod kept;
mod labels;
mod language;
pub mod learn;
mod letters;
mod lexicon;
mod linear;
mod listed;
mod marks;
mod mentions;
mod namings;
mod near;
mod nouns;
mod numbered;
mod overview;
mod packed;
mod people;
mod ranker;
mod reading;
mod reference;
mod repeated;
mod reported;
mod resolve;
mod romance;
mod scan;
mod sentences;
mod short;
mod signatures;
mod source_choice;
mod sources;
mod spans;
mod speakers;
mod subjects;
mod survey;
mod titles;
mod token;
mod transcripts;
mod usage;
mod vocabulary;
mod why;

use std::ops::{ControlFlow, Range};
use std::sync::LazyLock;

use crate::article::{Article, Block, BlockKind, TextRange};

pub use correct::{Corrections, Verdict};
pub use hearing::Heard;
use hearing::Hearing;
use language::Language;
use lexicon::Lexicon;
use linear::Models;
use marks::Mark;
pub use near::Near;
use numbered::numbered;
use overview::Overview;
use romance::Tongue;
use speakers::Finding;
use speakers::List;
use transcripts::Turn;
use why::Why;
pub use why::{Reason, Who};

/// The confidence from which an answer is shown as certain.
pub const SURE: f32 = 0.86;

/// Whether words stand in quotation marks or are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// In quotation marks.
    Direct,
    /// Reported without them.
    Indirect,
    /// Reported, with some words in quotation marks.
    Mixed,
}

numbered! {
    /// The number of a speaker in [`Speech::speakers`].
    pub struct SpeakerId;
}

/// Passages in quotation marks; few quotations have them, so that most hold no more than that there are none.
#[derive(Clone, Debug, PartialEq)]
struct Inside(Box<[TextRange]>);

/// Words that somebody said. The two parts of a split quotation are two of these.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// The content: direct speech with its quotation marks, indirect speech without a leading "that".
    pub range: TextRange,
    pub kind: QuotationKind,
    /// The passages in quotation marks inside mixed speech; of direct speech what is spoken, where that is not all of it.
    inside: Option<Box<Inside>>,
    pub speaker: Option<SpeakerId>,
    /// The words in the article that name the speaker; a pronoun too.
    pub source: Option<TextRange>,
    /// The words that introduce the speech: "said".
    pub cue: Option<TextRange>,
    /// [`Speech::why`] makes a sentence of it.
    why: Why,
    /// From 0 to 1: how likely the speaker is right.
    pub confidence: f32,
}

impl Quotation {
    /// The same words, nobody known who says them.
    pub fn unattributed(self) -> Self {
        Self { speaker: None, why: Why::Source { goes_on: false }, ..self }
    }

    /// What is spoken word for word, in order: all of direct speech but what the narrator puts in (« On verra, dit Ada Hill,
    /// et vite. »), none of reported speech.
    pub fn quoted(&self) -> &[TextRange] {
        match (&self.inside, self.kind) {
            (Some(inside), _) => &inside.0,
            (None, QuotationKind::Direct) => std::slice::from_ref(&self.range),
            (None, QuotationKind::Indirect | QuotationKind::Mixed) => &[],
        }
    }
}

/// Somebody who speaks in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    pub name: String,
    /// Other words the article names this speaker by, in the order of the text, each once.
    pub also: Vec<String>,
    /// How many quotations are this speaker's.
    pub quotations: usize,
    /// How many words these hold.
    pub words: usize,
}

/// All that is said in an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speech {
    /// The speakers, the one with most words first.
    pub speakers: Vec<Speaker>,
    /// The quotations in the order of the text.
    pub quotations: Vec<Quotation>,
    /// What the rules of some languages told when they read a quotation.
    told: Vec<Reason>,
}

/// What was learnt from annotated articles: how often English words introduce speech, and the models, which serve
/// German too.
pub struct Learnt {
    models: Models,
    english: Lexicon,
}

static LEARNT: LazyLock<Learnt> = LazyLock::new(|| Learnt::read(include_str!("../assets/speech/en.model.ron")));

impl Learnt {
    /// Reads what [`learn::learn`] wrote.
    pub fn read(source: &str) -> Self {
        let models = Models::read(source);
        Self { english: Lexicon::english(&models.cues), models }
    }

    /// Adds what is said in the paragraphs of one language, and in a transcript.
    fn find(
        &self,
        text: &str,
        part: Part,
        turns: Vec<Turn>,
        list: &mut List<'_>,
        hearing: &mut Hearing<'_>,
    ) -> ControlFlow<()> {
        let Part { language, mut paragraphs, mut marks } = part;
        let find: Option<Find> = match language {
            Language::Chinese => Some(chinese::find),
            Language::French => {
                Some(|text, paragraphs, hearing| romance::find(text, paragraphs, Tongue::French, hearing))
            }
            Language::Spanish => {
                Some(|text, paragraphs, hearing| romance::find(text, paragraphs, Tongue::Spanish, hearing))
            }
            Language::Other => Some(unattributed),
            Language::English | Language::German => None,
        };
        if let Some(find) = find {
            paragraphs.retain(|paragraph| !transcripts::holds(&turns, paragraph));
            let mut findings = find(text, &paragraphs, hearing)?;
            exchange::take_turns_of_findings(text, &paragraphs, language, &mut findings);
            list.add_findings(findings);
            // whoever speaks in a transcript goes by the label there: no names are read
            (paragraphs, marks) = (Vec::new(), Vec::new());
        }
        if find.is_none() || !turns.is_empty() {
            let mut overview = Overview::of(text, paragraphs, marks, turns, language.lexicon(&self.english));
            let kept = reading::read(&overview, &self.models, hearing)?;
            overview.forget_words();
            list.add_kept(&overview, kept);
        }
        ControlFlow::Continue(())
    }
}

/// What finds quotations by rules of its own.
type Find = fn(&str, &[Range<usize>], &mut Hearing<'_>) -> ControlFlow<(), Vec<Finding>>;

/// The paragraphs of an article that are in one language, with the passages in quotation marks there.
struct Part {
    language: Language,
    paragraphs: Vec<Range<usize>>,
    marks: Vec<Mark>,
}

impl Speech {
    /// Finds who says what in an article.
    pub fn of(article: &Article) -> Self {
        Self::with(article, &LEARNT)
    }

    /// Finds who says what with what was learnt from other articles, to measure how well that serves.
    pub fn with(article: &Article, learnt: &Learnt) -> Self {
        let found = Self::find(article, learnt, &mut |_| ControlFlow::Continue(()));
        found.continue_value().unwrap_or_default()
    }

    /// Finds who says what in an article, and tells now and then how far it has got. `None` once `tell` breaks it off.
    pub fn hear(article: &Article, tell: &mut dyn FnMut(Heard<'_>) -> ControlFlow<()>) -> Option<Self> {
        let mut tell_of_listed = |heard: Heard<'_>| {
            let is_listed = |quotation: &&Quotation| !speakers::is_in_headline(article, quotation);
            let listed: Vec<Quotation> = heard.quotations.iter().filter(is_listed).cloned().collect();
            tell(Heard { quotations: &listed, ..heard })
        };
        Self::find(article, &LEARNT, &mut tell_of_listed).continue_value()
    }

    fn find(
        article: &Article,
        learnt: &Learnt,
        tell: &mut dyn FnMut(Heard<'_>) -> ControlFlow<()>,
    ) -> ControlFlow<(), Self> {
        let text = article.text();
        let mut paragraphs = paragraphs(article);
        let turns = transcripts::turns(text, &paragraphs);
        // who wrote the article says nothing in it, and is nobody's "she"
        paragraphs.retain(|paragraph| !is_byline(article, paragraph) || transcripts::holds(&turns, paragraph));
        let marks = marks::find(text, &paragraphs);
        let mut hearing = Hearing::of(paragraphs.iter().map(ExactSizeIterator::len).sum(), tell);
        let mut list = List::of(article);
        let parts = by_language(text, paragraphs, marks, &turns);
        let mut turns = Some(turns);
        for part in parts {
            learnt.find(text, part, turns.take().unwrap_or_default(), &mut list, &mut hearing)?;
        }
        ControlFlow::Continue(list.finish())
    }

    /// The speaker of that number.
    pub fn speaker(&self, id: SpeakerId) -> &Speaker {
        &self.speakers[id.number()]
    }
}

/// The language of an article as BCP 47 writes it; `None` for one whose words are not known here.
pub fn language_tag(article: &Article) -> Option<&'static str> {
    let paragraphs = paragraphs(article);
    let marks = marks::find(article.text(), &paragraphs);
    match language::of_paragraphs(article.text(), &paragraphs, &marks).0 {
        Language::English => Some("en"),
        Language::German => Some("de"),
        Language::French => Some("fr"),
        Language::Spanish => Some("es"),
        Language::Chinese => Some("zh"),
        Language::Other => None,
    }
}

/// The parts of an article by their languages, its own first; what a transcript holds goes with the article.
fn by_language(text: &str, paragraphs: Vec<Range<usize>>, marks: Vec<Mark>, turns: &[Turn]) -> Vec<Part> {
    let (article, mut languages) = language::of_paragraphs(text, &paragraphs, &marks);
    for (paragraph, language) in paragraphs.iter().zip(&mut languages) {
        if transcripts::holds(turns, paragraph) {
            *language = article;
        }
    }
    if languages.iter().all(|language| *language == article) {
        return vec![Part { language: article, paragraphs, marks }];
    }
    let mut parts = vec![Part { language: article, paragraphs: Vec::new(), marks: Vec::new() }];
    for (paragraph, language) in paragraphs.into_iter().zip(languages) {
        match parts.iter_mut().find(|part| part.language == language) {
            Some(part) => part.paragraphs.push(paragraph),
            None => parts.push(Part { language, paragraphs: vec![paragraph], marks: Vec::new() }),
        }
    }
    for part in &mut parts {
        part.marks = marks::find(text, &part.paragraphs);
    }
    parts
}

/// The passages in quotation marks of a language without rules here, without guessed names.
fn unattributed(text: &str, paragraphs: &[Range<usize>], hearing: &mut Hearing<'_>) -> ControlFlow<(), Vec<Finding>> {
    let unknown = |mark: Mark| Finding {
        start: mark.start,
        end: mark.end,
        kind: QuotationKind::Direct,
        quoted: vec![mark],
        source: None,
        cue: None,
        name: None,
        why: Reason::UnknownLanguage,
        confidence: 0.0,
    };
    let found = marks::find(text, paragraphs).into_iter().map(unknown).collect();
    hearing.go_on(paragraphs.iter().map(ExactSizeIterator::len).sum(), &[])?;
    ControlFlow::Continue(found)
}

/// A longer paragraph is read in parts, as if it were several: all that is read of a paragraph is held at once.
const LONGEST_PARAGRAPH: usize = 256 << 10;

/// The paragraphs that are read one by one: the article's blocks, or its lines where it has none.
///
/// What the window folds away is no part of the article: nobody speaks there.
fn paragraphs(article: &Article) -> Vec<Range<usize>> {
    let text = article.text();
    if !article.blocks().is_empty() {
        let read = |block: &&Block| !block.kind.is_folded() && block.kind != BlockKind::PageBreak;
        let blocks = article.blocks().iter().filter(read);
        let mut paragraphs: Vec<Range<usize>> = blocks.flat_map(|block| parts(text, block.range.bytes())).collect();
        paragraphs.shrink_to_fit();
        return paragraphs;
    }
    let mut at = 0;
    let lines = article.text().split('\n').map(|line| {
        let start = at;
        at += line.len() + 1;
        start..start + line.len()
    });
    lines.filter(|line| !line.is_empty()).flat_map(|line| parts(text, line)).collect()
}

fn is_byline(article: &Article, paragraph: &Range<usize>) -> bool {
    let block = article.block_at(article.offset_at_byte(paragraph.start));
    block.is_some_and(|number| article.blocks()[number].kind == BlockKind::Byline)
}

/// A paragraph, or the parts of a very long one, cut where a sentence or at least a word ends.
fn parts(text: &str, paragraph: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut next = paragraph.start;
    std::iter::from_fn(move || {
        let start = next;
        if paragraph.end - start <= LONGEST_PARAGRAPH {
            next = paragraph.end;
        } else {
            let longest = &text[start..text.floor_char_boundary(start + LONGEST_PARAGRAPH)];
            let cut = longest.rfind(". ").or_else(|| longest.rfind(' '));
            next = start + cut.map_or(longest.len(), |cut| cut + 1);
        }
        (start < next).then_some(start..next)
    })
}
