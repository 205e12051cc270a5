//! Who says what: an article's quotations, the people who speak them, and why we think so.
//!
//! In: an [`Article`]. Out: a [`Speech`], the same for the same text on every machine.
//! Never: files, clocks, chance, or a guess shown as certain.

mod chinese;
mod chinese_source;
mod correct;
mod cues;
mod draft;
mod fit;
mod german;
mod hollow;
mod labels;
mod language;
pub mod learn;
mod lexicon;
mod linear;
mod marks;
mod mentions;
mod nouns;
mod people;
mod ranker;
mod reported;
mod resolve;
mod romance;
mod sentences;
mod signatures;
mod sources;
mod spans;
mod speakers;
mod survey;
mod transcripts;
mod why;

use std::ops::Range;
use std::sync::LazyLock;

use crate::article::{Article, Block, BlockKind, TextRange};

pub use correct::{Corrections, Verdict};
use language::Language;
use lexicon::Lexicon;
use linear::Models;
use marks::Mark;
use romance::Tongue;
use speakers::Finding;
use survey::Survey;
use transcripts::Turn;

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

/// The number of a speaker in [`Speech::speakers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpeakerId(pub usize);

/// Words that somebody said. The two parts of a split quotation are two of these.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// The content: direct speech with its quotation marks, indirect speech without a leading "that".
    pub range: TextRange,
    pub kind: QuotationKind,
    /// The passages in quotation marks inside `range`, in order; `range` itself for direct speech.
    pub quoted: Vec<TextRange>,
    pub speaker: Option<SpeakerId>,
    /// The words in the article that name the speaker; a pronoun too.
    pub source: Option<TextRange>,
    /// The words that introduce the speech: "said".
    pub cue: Option<TextRange>,
    /// One sentence for the reader.
    pub why: String,
    /// From 0 to 1: how likely the speaker is right.
    pub confidence: f32,
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
}

/// From here on a headline's words are taken for a report: most headlines sum up and quote nobody.
const HEADLINE: f64 = 0.75;

/// Whether a report stands in a headline and may as well be none.
fn is_in_headline(article: &Article, finding: &Finding) -> bool {
    let block = article.block_at(article.offset_at_byte(finding.start)).map(|number| article.blocks()[number].kind);
    finding.kind == QuotationKind::Indirect
        && finding.confidence < HEADLINE
        && block.is_some_and(|kind| kind != BlockKind::Paragraph)
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

    /// What is said in the paragraphs of one language, and in a transcript.
    fn findings(
        &self,
        text: &str,
        language: Language,
        paragraphs: Vec<Range<usize>>,
        turns: Vec<Turn>,
    ) -> Vec<Finding> {
        let survey = |paragraphs, turns| {
            let survey = Survey::of(text, paragraphs, language.lexicon(&self.english), &self.models).with_turns(turns);
            speakers::name(&survey, draft::find(&survey, &self.models))
        };
        let find: fn(&str, &[Range<usize>]) -> Vec<Finding> = match language {
            Language::Chinese => chinese::find,
            Language::French => |text, paragraphs| romance::find(text, paragraphs, Tongue::French),
            Language::Spanish => |text, paragraphs| romance::find(text, paragraphs, Tongue::Spanish),
            Language::Other => unattributed,
            _ => return survey(paragraphs, turns),
        };
        let outside =
            paragraphs.into_iter().filter(|paragraph| !transcripts::holds(&turns, paragraph)).collect::<Vec<_>>();
        let mut findings = find(text, &outside);
        // whoever speaks in a transcript goes by the label there: no names are read
        if !turns.is_empty() {
            findings.extend(survey(Vec::new(), turns));
        }
        findings
    }
}

impl Speech {
    /// Finds who says what in an article.
    pub fn of(article: &Article) -> Self {
        Self::with(article, &LEARNT)
    }

    /// Finds who says what with what was learnt from other articles, to measure how well that serves.
    pub fn with(article: &Article, learnt: &Learnt) -> Self {
        let text = article.text();
        let paragraphs = paragraphs(article);
        let mut turns = transcripts::turns(text, &paragraphs);
        let mut findings: Vec<Finding> = Vec::new();
        for (language, paragraphs) in by_language(text, paragraphs, &turns) {
            findings.extend(learnt.findings(text, language, paragraphs, std::mem::take(&mut turns)));
        }
        findings.sort_by_key(|finding| (finding.start, finding.end));
        speakers::list(article, findings.into_iter().filter(|finding| !is_in_headline(article, finding)).collect())
    }

    /// The speaker of that number.
    pub fn speaker(&self, id: SpeakerId) -> &Speaker {
        &self.speakers[id.0]
    }
}

/// The languages of an article, its own first, each with its paragraphs; those of a transcript go with the article.
fn by_language(text: &str, paragraphs: Vec<Range<usize>>, turns: &[Turn]) -> Vec<(Language, Vec<Range<usize>>)> {
    let (article, languages) = language::of_paragraphs(text, &paragraphs, &marks::find(text, &paragraphs));
    let mut parts = vec![(article, Vec::new())];
    for (paragraph, language) in paragraphs.into_iter().zip(languages) {
        let language = if transcripts::holds(turns, &paragraph) { article } else { language };
        match parts.iter_mut().find(|(known, _)| *known == language) {
            Some((_, part)) => part.push(paragraph),
            None => parts.push((language, vec![paragraph])),
        }
    }
    parts
}

/// The passages in quotation marks of a language without rules here, without guessed names.
fn unattributed(text: &str, paragraphs: &[Range<usize>]) -> Vec<Finding> {
    let unknown = |mark: Mark| Finding {
        start: mark.start,
        end: mark.end,
        kind: QuotationKind::Direct,
        quoted: vec![mark],
        source: None,
        cue: None,
        name: None,
        why: "Nobody is named: Quotemark does not know the words of this language.".to_owned(),
        confidence: 0.0,
    };
    marks::find(text, paragraphs).into_iter().map(unknown).collect()
}

/// The stretches that are read one by one: the article's blocks, or its lines where it has none.
///
/// What the window folds away is no part of the article: nobody speaks there.
fn paragraphs(article: &Article) -> Vec<Range<usize>> {
    if !article.blocks().is_empty() {
        let read = |block: &&Block| !block.kind.is_folded() && block.kind != BlockKind::PageBreak;
        return article.blocks().iter().filter(read).map(|block| block.range.bytes()).collect();
    }
    let mut at = 0;
    let lines = article.text().split('\n').map(|line| {
        let start = at;
        at += line.len() + 1;
        start..start + line.len()
    });
    lines.filter(|line| !line.is_empty()).collect()
}
