//! Chinese: rules on characters, no models. The article's names come first; then, paragraph by paragraph, the words of
//! saying with the subjects of their clauses, and the passages in quotation marks between them.

mod addressed;
mod aged;
mod appended;
mod attributed;
mod behind;
mod beside;
mod census;
mod classes;
mod contained;
mod continued;
mod counterpart;
mod cues;
mod edges;
mod elided;
mod entitled;
mod extent;
mod floor;
mod framed;
mod latin;
mod likely;
mod media;
mod mentions;
mod names;
mod nearby;
mod office;
mod openings;
mod page;
mod paragraph;
mod people;
mod piece;
mod plain;
mod pointed;
mod pseudonyms;
mod quoted;
mod reporter;
mod reports;
mod resolve;
mod scene;
mod screen_names;
mod sides;
mod signs;
mod sources;
mod standing;
mod subjects;
mod table;
mod telling;
mod turns;
mod unmarked;
mod unnamed;
mod unsaid;
mod worded;
mod words;

use std::ops::{ControlFlow, Range};

use super::QuotationKind;
use super::hearing::Hearing;
use super::labels;
use super::marks::{self, Mark};
use super::speakers::Finding;
use super::why::Reason;
use cues::Cue;
use mentions::Head;
use page::{Page, Span};
use paragraph::Paragraph;
use piece::Piece;
use quoted::{Spoken, Way};
use resolve::Resolver;
use sides::Sides;
use sources::Sources;
use turns::{Turn, Turns};
use words::Words;

/// The quotations of a Chinese article, in order.
pub(super) fn find(
    text: &str,
    paragraphs: &[Range<usize>],
    hearing: &mut Hearing<'_>,
) -> ControlFlow<(), Vec<Finding>> {
    let words = Words::get();
    let marks = marks::find(text, paragraphs);
    let page = Page::of(text, paragraphs, &marks, words);
    let (mentions, people) = mentions::find(&page, words);
    let sources = Sources { page: &page, words, mentions: &mentions };
    let turns = Turns::of(&sources);
    let mut resolver = Resolver::of(&sources, people);
    let mut reader = Reader {
        page: &page,
        answering: turns::answering(&sources).and_then(|source| resolver.name(source)),
        reporter: None,
        resolver,
        dialogue: Dialogue::default(),
        found: Vec::new(),
    };
    for (number, (span, paragraph)) in page.paragraphs.iter().zip(paragraphs).enumerate() {
        match turns.of_paragraph(number) {
            Some(turn) => reader.read_turn(*span, turn),
            None => reader.read(&Paragraph::of(&sources, *span)),
        }
        hearing.go_on(paragraph.len(), &[])?;
    }
    let mut found = reader.found;
    found.sort_by_key(|finding| (finding.start, finding.end));
    ControlFlow::Continue(found)
}

/// How sure it is at most whom 他们 means.
const SEVERAL: f64 = 0.8;

/// How long a passage is at least that is a sentence by itself, in letters.
const LONE: usize = 10;

/// The longest paragraph of a talk in turns, in letters.
const SHORT_TURN: usize = 60;

/// The last two who spoke, for passages that name nobody.
#[derive(Default)]
struct Dialogue {
    last: Option<Said>,
    before: Option<Said>,
    /// How many paragraphs on end were short and had another speaker than the one before.
    turns: usize,
    /// Whether the last quotation of the paragraph before had no end.
    open: bool,
    /// Whose words the paragraph before announced with a colon at its end.
    announced: Option<Spoken>,
}

#[derive(Clone)]
struct Said {
    source: Span,
    name: Option<String>,
}

struct Reader<'p, 't> {
    page: &'p Page<'t>,
    /// Who answers where the sides of an interview are only called 问 and 答.
    answering: Option<String>,
    /// The last reporter whose label opened a paragraph.
    reporter: Option<String>,
    resolver: Resolver<'p, 't>,
    dialogue: Dialogue,
    found: Vec<Finding>,
}

impl Reader<'_, '_> {
    fn read(&mut self, paragraph: &Paragraph<'_, '_>) {
        if let Some(question) = paragraph.question() {
            let mut pieces = Vec::new();
            self.add_report(question, question.spoken(), &mut pieces, 0);
            pieces.into_iter().for_each(|piece| self.add(piece, false));
            return;
        }
        let marks = self.page.marks_in(paragraph.span);
        let announced = self.dialogue.announced.take();
        if let Some(spoken) = announced.filter(|_| marks.is_empty() && paragraph.is_own_words()) {
            self.add(Piece::announced(paragraph, spoken), false);
            self.dialogue.open = false;
            return;
        }
        let mut speaker: Option<Spoken> = None;
        let mut used: Vec<Cue> = Vec::new();
        let mut pieces: Vec<Piece> = Vec::new();
        let mut mark = marks.start;
        let mut sides = Sides::default();
        for sentence in &paragraph.sentences {
            let first_piece = pieces.len();
            used.retain(|cue| cue.end > sentence.0);
            while mark < marks.end && self.page.marks[mark].0 < sentence.1 {
                let span = self.page.marks[mark];
                if paragraph.is_on_a_sign(sentence.0, span) {
                    mark += 1;
                    continue;
                }
                let goes_on =
                    || speaker.filter(|_| self.follows_spoken(span, pieces.last()) && !paragraph.is_term(span));
                let spoken = paragraph.speaker_of(mark, speaker);
                let spoken = spoken.or_else(|| goes_on().map(|spoken| spoken.goes_on(0.85)));
                let spoken = spoken.map(|spoken| sides.speaker(paragraph, span, spoken));
                // 一坐下便开火：“…。”
                let announced = span.0.checked_sub(1).is_some_and(|before| page::is_colon(self.page.letters[before]));
                let alone = mark == marks.start && self.opens(paragraph, span)
                    || span.0 == sentence.0 && span.1 - span.0 > LONE
                    || announced && span.1 - span.0 > quoted::SHORT;
                if let Some(spoken) = spoken {
                    used.extend(spoken.cue.filter(|_| !spoken.reports));
                    speaker = if spoken.way == Way::Cited { speaker } else { Some(spoken) };
                    pieces.push(Piece::quoted(span, Some(spoken)));
                } else if (alone || self.follows_spoken(span, pieces.last()))
                    && (self.page.is_sentence(span) || self.page.is_open(span))
                {
                    pieces.push(Piece::quoted(span, None));
                }
                mark += 1;
            }
            let mut reports = paragraph.reports(*sentence, &used, speaker);
            let official = matches!(&pieces[..], [only] if self.speaks_for_an_office(paragraph, only) || only.is_voiced(self.page));
            // 主席指出，…。意方宣布归还文物: all of it is what the president says
            reports.retain(|report| !official || !paragraph.is_of_a_side(report.source.span, sentence.0));
            let published = matches!(&pieces[..], [only] if paragraph.is_published(only));
            let on_a_sign =
                |at: usize| self.page.mark_at(at).is_some_and(|mark| paragraph.is_on_a_sign(sentence.0, mark));
            reports.retain(|report| !published && !on_a_sign(report.content.0));
            if reports.is_empty()
                && pieces.len() == first_piece
                && let Some(last) =
                    pieces.last_mut().filter(|last| last.cue.is_some() && last.kind != QuotationKind::Direct)
                && let Some(end) = paragraph.going_on(last, *sentence, official)
            {
                last.content.1 = end;
                last.quoted = self.page.marks[self.page.marks_in(last.content)].to_vec();
                if last.kind == QuotationKind::Indirect && !last.quoted.is_empty() {
                    last.kind = QuotationKind::Mixed;
                }
            }
            if reports.is_empty()
                && pieces.len() == first_piece
                && let Some((content, cue)) = paragraph.hearsay(*sentence)
            {
                pieces.push(self.heard(content, cue));
            }
            for report in reports {
                let spoken = report.spoken();
                // 晨报称，王明说：“…”: he has the last word, but not in 她说，父亲常念叨“…”
                let relays = !self.resolver.is_somebody(report.source);
                let closes =
                    |piece: &Piece| relays && piece.content.1 == report.content.1 && piece.is_named_in(report.content);
                speaker = pieces[first_piece..]
                    .iter()
                    .rfind(|piece| closes(piece))
                    .map_or(Some(spoken), |piece| piece.spoken);
                self.add_report(report, spoken, &mut pieces, first_piece);
            }
        }
        pieces.sort_by_key(|piece| piece.content);
        let before = self.dialogue.last.as_ref().and_then(|said| said.name.clone());
        let speaks = pieces.iter().any(|piece| piece.kind == QuotationKind::Direct);
        let short = speaks && paragraph.span.1 - paragraph.span.0 <= SHORT_TURN;
        for piece in pieces {
            self.add(piece, short);
        }
        let other = self.dialogue.last.as_ref().is_some_and(|said| said.name != before);
        self.dialogue.turns = if short && other { self.dialogue.turns + 1 } else { 0 };
        if let Some(spoken) = paragraph.announced(speaker) {
            let name = self.resolver.name(spoken.source);
            self.remember(Said { source: spoken.source.span, name });
            self.dialogue.open = true;
            self.dialogue.announced = Some(spoken);
            return;
        }
        self.dialogue.open = marks.clone().next_back().is_some_and(|last| {
            let span = self.page.marks[last];
            span.1 == paragraph.span.1 && self.page.is_open(span)
        });
    }

    /// Whether a paragraph opens with what a spokesman or a head of state says, so that all of it is likely theirs.
    fn speaks_for_an_office(&self, paragraph: &Paragraph<'_, '_>, piece: &Piece) -> bool {
        let opens = paragraph.sentences.first().is_some_and(|first| piece.content.0 < first.1);
        opens && piece.spoken.is_some_and(|spoken| self.resolver.is_official(spoken.source))
    }

    /// “先退款。”“再道歉”: whether a passage stands right behind one that is spoken.
    fn follows_spoken(&self, mark: Span, before: Option<&Piece>) -> bool {
        before.is_some_and(|before| {
            let between = self.page.letters.get(before.content.1..mark.0);
            before.kind == QuotationKind::Direct && between.is_some_and(|between| matches!(between, [] | ['、']))
        })
    }

    /// Whether a passage opens its paragraph.
    fn opens(&self, paragraph: &Paragraph<'_, '_>, mark: Span) -> bool {
        openings::past_dateline(&self.page.letters[paragraph.span.0..mark.0]).is_empty()
    }

    fn add(&mut self, piece: Piece, short: bool) {
        let Some(spoken) = piece.spoken else {
            return match piece.kind {
                QuotationKind::Direct => self.add_unnamed(piece, short),
                _ => self.add_hearsay(&piece),
            };
        };
        let name = self.resolver.name(spoken.source);
        let cited = spoken.way == Way::Cited;
        if !cited {
            self.resolver.take_floor(spoken.source, name.as_deref(), piece.content, piece.cue);
        }
        let said = Said { source: spoken.source.span, name };
        // 他们: several may be meant
        let several = spoken.source.mention.is_some_and(|it| it.head == Head::Pronoun && it.end > it.start + 1);
        let most = if said.name.is_none() {
            0.5
        } else if several {
            SEVERAL
        } else {
            1.0
        };
        let confidence = spoken.confidence.min(most);
        let words = self.page.words(spoken.source.span);
        let cue = piece.cue.map(|cue| self.page.words(cue));
        let why = match spoken.way {
            Way::Said | Way::Cited => Reason::beside(Some(words), cue, said.name.as_deref()),
            Way::Beside => Reason::near(words, said.name.as_deref()),
            Way::GoesOn => Reason::goes_on(said.name.as_deref()),
        };
        self.push(piece.content, piece.kind, &piece.quoted, Some(said.clone()), piece.cue, why, confidence);
        if !cited {
            self.remember(said);
        }
    }

    fn remember(&mut self, said: Said) {
        let same = self.dialogue.last.as_ref().is_some_and(|last| last.name == said.name);
        let last = self.dialogue.last.replace(said);
        if !same {
            self.dialogue.before = last;
        }
    }

    /// A paragraph that opens with quotation marks and names nobody: the speaker before goes on, or, where two speak
    /// in turn, the other answers.
    fn add_unnamed(&mut self, piece: Piece, short: bool) {
        if let Some(spoken) = self.silent_before(piece.content) {
            self.add(Piece { spoken: Some(spoken), ..piece }, short);
            return;
        }
        let dialogue = &self.dialogue;
        let answers = short && dialogue.turns > 1 && !dialogue.open && dialogue.before.is_some();
        let said = if answers { dialogue.before.clone() } else { dialogue.last.clone() };
        // 邵一鸣走出几步，又折回来。¶“…”: nobody has spoken since somebody else acted
        let acting = || self.acting_before(piece.content).filter(|_| !answers && !dialogue.open);
        let near = if said.is_none() { self.near(piece.content) } else { acting() };
        if let Some(spoken) = near {
            self.add(Piece { spoken: Some(spoken), ..piece }, short);
            return;
        }
        let name = said.as_ref().and_then(|said| said.name.clone());
        let (why, confidence) = match (&said, answers) {
            (None, _) => (Reason::beside(None, None, None), 0.3),
            (Some(_), true) => (Reason::answers(name.as_deref()), 0.6),
            (Some(_), false) => (Reason::goes_on(name.as_deref()), if dialogue.open { 0.88 } else { 0.7 }),
        };
        self.push(piece.content, piece.kind, &piece.quoted, said.clone(), None, why, confidence);
        if let Some(said) = said {
            self.remember(said);
        }
    }

    /// 王明：我们明天出发。
    fn read_turn(&mut self, paragraph: Span, turn: Turn) {
        let words = self.page.words(turn.label);
        let letters = &self.page.letters[turn.label.0..turn.label.1];
        let name = match turn.mention.map(|mention| mention.head) {
            Some(Head::Person(id)) => self.resolver.person_name(id),
            _ if turns::is_question(letters) => labels::INTERVIEWER,
            _ if turns::is_same_reporter(Words::get(), letters) => self.reporter.as_deref().unwrap_or(words),
            _ if turns::is_answer(letters) => self.answering.as_deref().or(self.resolver.main()).unwrap_or(words),
            _ => words,
        };
        let name = name.to_owned();
        if letters.ends_with(&['记', '者']) {
            self.reporter = Some(name.clone());
        }
        let why = Reason::labelled(words, &name);
        // 问：“…？”这是法官的最后一句话。: only the passage is theirs
        let label = turns::is_question(letters) || turns::is_answer(letters);
        let mark = self.page.mark_at(turn.start).filter(|_| label && turn.start > paragraph.0);
        let content = (turn.start, mark.map_or(paragraph.1, |mark| mark.1));
        let said = Said { source: turn.label, name: Some(name) };
        self.push(content, QuotationKind::Direct, &[content], Some(said.clone()), None, why, 0.9);
        self.remember(said);
        self.dialogue.turns = 0;
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one quotation")]
    fn push(
        &mut self,
        content: Span,
        kind: QuotationKind,
        quoted: &[Span],
        said: Option<Said>,
        cue: Option<Span>,
        why: Reason,
        confidence: f64,
    ) {
        let bytes = |span: Span| (self.page.byte(span.0), self.page.byte(span.1));
        let (start, end) = bytes(content);
        let mark = |span: &Span| {
            let (start, end) = bytes(*span);
            Mark { start, end }
        };
        let quoted = quoted.iter().map(mark).collect();
        let (source, name) = said.map_or((None, None), |said| (Some(bytes(said.source)), said.name));
        self.found.push(Finding { start, end, kind, quoted, source, cue: cue.map(bytes), name, why, confidence });
    }
}
