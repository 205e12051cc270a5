//! Step 6: what a cue introduces. Its content lies after the cue ("he said that …"), before it ("…, he said"), or on both
//! sides. Three linear models choose: whether the word is a cue here, where the content begins, where it ends.

mod behind;
mod edges;
mod readings;
pub(super) mod standing;
mod subject;
mod together;
mod unsaid;

use readings::likeliest;
use smallvec::{SmallVec, smallvec};

use super::cues::{self, Frame};
use super::form::is_longer;
use super::lexicon::{Classes, Kind, Lexicon};
use super::linear::Models;
use super::mentions::{Phrase, is_digits};
use super::sentences::Sentence;
use super::sources::{self, Way};
use super::spans::{self, Side};
use super::token::Token;

/// The least probability of a cue that is looked into, and how likely one is at least that tells what a court heard.
const LEAST: f64 = 0.1;
const HEARD: f64 = 0.8;

/// How likely it is that who did something by admitting that … admitted it: it goes before whoever "argued" in what follows.
const BY_SAYING: f64 = 1.0;

/// A beginning is followed up when it is so likely beside the likeliest.
const LIKELY: f64 = 0.12;

/// How many sentences are read together.
const TOGETHER: usize = 64;

/// A cue with what it introduces.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// The tokens of the cue.
    pub cue: Phrase,
    pub colon: bool,
    pub source: Option<Phrase>,
    /// The sentence of the source if that is an earlier one.
    pub source_sentence: Option<usize>,
    pub way: Way,
    /// The content, in one part or two.
    pub parts: SmallVec<[Phrase; 2]>,
    /// Where the content begins if that is in an earlier sentence.
    pub begin: Option<usize>,
    pub cue_probability: f64,
    pub probability: f64,
    /// Whether words before the cue may belong to it.
    pub reaches_back: bool,
}

impl Report {
    /// Whether most of its content is that of another report.
    pub fn clashes_with(&self, other: &Self) -> bool {
        let clash = |a: &Phrase, b: &Phrase| {
            let shared = a.after.min(b.after) as f64 - a.first.max(b.first) as f64;
            a.touches(*b) && shared > 0.5 * (a.after.max(b.after) - a.first.min(b.first)) as f64
        };
        self.parts.iter().any(|a| other.parts.iter().any(|b| clash(a, b)))
    }

    /// The content in bytes of the text.
    pub fn spans(&self, sentence: &Sentence<'_>) -> impl Iterator<Item = (usize, usize)> {
        self.parts.iter().filter_map(move |part| {
            let inside = part.of(&sentence.tokens);
            let (first, last) = (inside.first()?, inside.last()?);
            Some((self.begin.unwrap_or(first.start), last.end))
        })
    }
}

/// The reports of each of some sentences. Each step is done for many sentences before the next one is: what it needs, and
/// its model most of all, then stays near the processor.
pub(super) fn read(sentences: &mut [Sentence<'_>], lexicon: &Lexicon, models: &Models) -> Vec<Vec<Report>> {
    let mut reports = Vec::with_capacity(sentences.len());
    for together in sentences.chunks_mut(TOGETHER) {
        reports.extend(read_together(together, lexicon, models));
        together.iter_mut().for_each(Sentence::forget_ahead);
    }
    reports
}

fn read_together(sentences: &[Sentence<'_>], lexicon: &Lexicon, models: &Models) -> Vec<Vec<Report>> {
    // most sentences have one or two
    let mut places: Vec<(usize, usize)> = Vec::with_capacity(2 * sentences.len());
    for (number, sentence) in sentences.iter().enumerate() {
        places.extend(cues::places(sentence, lexicon, Some(models)).map(|at| (number, at)));
    }
    // they are large: none is moved to make room for others
    let mut cues: Vec<Cue<'_, '_>> = Vec::with_capacity(places.len());
    for (sentence, at) in places {
        let frame = Frame::new(&sentences[sentence], at, lexicon, Some(models));
        let frame = match subject::of_cue(&frame).filter(|_| models.are_mended) {
            Some((subject, way)) => frame.with_source(Some(subject), way),
            None => frame,
        };
        if !frame.lacks_source() {
            cues.push(Cue { sentence, frame, probability: 0.0, is_heard: false });
        }
    }
    cues.retain_mut(|cue| cue.is_likely(models));
    let beginnings: Vec<Beginnings> = cues.iter().map(|cue| beginnings(&cue.frame, models)).collect();
    let contents = cues.iter().zip(&beginnings).map(|(cue, beginnings)| likeliest(&cue.frame, beginnings, models));
    let contents: Vec<Option<(Phrase, f64)>> = contents.collect();
    let mut reports: Vec<Vec<Report>> = vec![Vec::new(); sentences.len()];
    for (cue, content) in cues.iter().zip(contents) {
        let Some((content, probability)) = content else { continue };
        // most sentences have one
        reports[cue.sentence].reserve_exact(1);
        let mut report = cue.report(content, probability);
        if models.are_mended {
            edges::without_deed(&mut report, cue.frame.tokens);
            edges::without_listener(&mut report, cue.frame.tokens);
        }
        reports[cue.sentence].push(report);
    }
    sentences.iter().zip(reports).map(|(sentence, reports)| kept(sentence, reports, lexicon)).collect()
}

/// The reports of a sentence that are kept, the surest first; no content is that of two cues.
fn kept(sentence: &Sentence<'_>, mut reports: Vec<Report>, lexicon: &Lexicon) -> Vec<Report> {
    if reports.is_empty() {
        return reports;
    }
    if lexicon.is_english() {
        for report in &mut reports {
            let subject = |source| sources::past_place(sentence, source, report.cue.first);
            report.source = report.source.map(|source| subject(source).unwrap_or(source));
        }
        reports.iter_mut().for_each(|report| behind::turn(report, &sentence.tokens));
        reports.retain(|report| !unsaid::says_nothing(report, &sentence.tokens));
    }
    reports.sort_by(|a, b| b.cue_probability.total_cmp(&a.cue_probability));
    if lexicon.is_english() {
        reports.sort_by_key(|report| !behind::closes(report, &sentence.tokens));
    }
    let mut next = 0;
    while let Some(report) = reports.get(next) {
        if reports[..next].iter().any(|surer| report.clashes_with(surer)) {
            reports.remove(next);
        } else {
            next += 1;
        }
    }
    if lexicon.is_english() {
        together::end_crossing(&mut reports);
        together::part(&mut reports, sentence);
        together::mend_cuts(&mut reports, sentence);
    }
    reports
}

/// Where a sentence begins behind the place and the day that open an article: 'LYS, Nov 22 (Post) — [The gate] …'.
fn after_dateline(tokens: &[Token<'_>]) -> usize {
    let opens = |token: &Token<'_>| token.capital || is_digits(token.text) || token.is_sign(",.()/");
    let length = tokens.iter().take(12).take_while(|token| opens(token)).count();
    let parted = tokens.get(length).is_some_and(|dash| dash.is_sign("—–―-"));
    if length > 0 && parted { length + 1 } else { 0 }
}

/// Whether words are a name: 'Ronan Teague, Director of the Silt Centre, told'.
fn is_name(words: &[Token<'_>]) -> bool {
    words.len() > 1 && words.iter().all(|token| token.word && token.capital)
}

/// A possible cue in its sentence, and how likely it is one.
struct Cue<'a, 't> {
    sentence: usize,
    frame: Frame<'a, 't>,
    probability: f64,
    /// A court says nothing of what it hears.
    is_heard: bool,
}

impl Cue<'_, '_> {
    /// Finds out how likely it is one.
    fn is_likely(&mut self, models: &Models) -> bool {
        let probability = models.cue.probability(|score| cues::describe(&self.frame, score));
        self.is_heard = behind::is_heard(&self.frame);
        self.probability = match self.is_heard {
            true => probability.max(HEARD),
            false if sources::is_by_saying(self.frame.tokens, self.frame.i) => BY_SAYING,
            false => probability,
        };
        self.probability >= LEAST
    }

    /// What it introduces, if that is this content.
    fn report(&self, mut content: Phrase, probability: f64) -> Report {
        let Self { frame, probability: cue_probability, is_heard, .. } = self;
        if frame.lexicon.is_english() && content.first < frame.i {
            content.after = edges::before_speaker(frame.tokens, content);
        }
        if frame.lexicon.is_english() && content.first > frame.i {
            content.first = edges::after_time(frame.tokens, content);
            if frame.according {
                content.first = edges::after_source(frame.tokens, content);
            }
            content.after = edges::before_own_cue(frame.tokens, content);
            content.after = edges::before_answer(frame.tokens, frame.i, content);
            content.after = edges::past_list(frame.tokens, content, frame.last);
            content.after = edges::before_comma(frame.tokens, content);
        }
        let source = frame.source.filter(|_| !*is_heard).map(|source| match frame.lexicon.is_english() {
            true => behind::quoted(frame.tokens, frame.i).unwrap_or(source),
            false => source,
        });
        let mut parts = smallvec![content];
        if content.first < frame.i {
            let tail = tail_part(frame);
            // 'And, he said, it rains': what is said begins behind
            let is_empty = matches!(content.of(frame.tokens), [and] if and.kind == Some(Kind::Conjunction))
                || edges::tells_where(content.of(frame.tokens));
            if tail.is_some() && is_empty && frame.lexicon.is_english() {
                parts.clear();
            }
            parts.extend(tail);
        }
        Report {
            cue: Phrase { first: frame.i, after: frame.i + frame.width },
            colon: frame.word == ":",
            source,
            source_sentence: None,
            way: frame.way,
            parts,
            begin: None,
            cue_probability: *cue_probability,
            probability: cue_probability * probability,
            reaches_back: frame.before_end.is_some(),
        }
    }
}

/// A place where the words of a cue may begin, on which side of it that is, and how likely they do.
type Beginnings = SmallVec<[(Side, usize, f64); 4]>;

/// Where the words of a cue likely begin.
fn beginnings(frame: &Frame<'_, '_>, models: &Models) -> Beginnings {
    let tokens = frame.tokens;
    let mut options = spans::starts(frame);
    if frame.lexicon.is_english() {
        let opening = after_dateline(tokens);
        options.retain(|(side, j)| match side {
            Side::Before if edges::are_asked(frame) => false,
            Side::Before => *j >= opening && !frame.before_end.is_some_and(|end| is_name(&tokens[*j..end])),
            Side::After => frame.before_end.is_none() || !edges::is_time(&tokens[*j..frame.last]),
        });
    }
    let of_side = |side| models.start.sum(|score| spans::describe_side(frame, side, score));
    let (after, before) = (of_side(Side::After), of_side(Side::Before));
    let shares = models.start.shares(&options, |score, (side, j)| {
        score.add_sum(if *side == Side::After { after } else { before });
        spans::describe_start(frame, *side, *j, score);
    });
    let highest = shares.iter().copied().fold(0.0, f64::max);
    let likely = options.iter().zip(&shares).filter(|(_, share)| **share >= LIKELY * highest);
    likely.map(|((side, at), share)| (*side, *at, *share)).collect()
}

/// After '…, he said': what follows in the same sentence, if it reads like the rest of the quotation.
fn tail_part(frame: &Frame<'_, '_>) -> Option<Phrase> {
    let (tokens, j) = (frame.tokens, past_listener(frame));
    let quoted = tokens.iter().skip(j).take(13).position(|token| token.mark().is_some());
    if let Some(ahead) = quoted {
        return Some(Phrase::one(j + ahead));
    }
    let before = &tokens[frame.before_end?.checked_sub(1)?];
    let unquoted = before.mark().is_none();
    let next = tokens.get(j + 1)?;
    // 'It was, she said, late', 'The cost, they warned, could double': the verb wants what follows, or has its subject before
    let verb = |token: &Token<'_>| {
        frame.lexicon.is_english()
            && !matches!(token.lower.as_ref(), "to" | "'s")
            && (token.is_finite || token.kind.is_some_and(Kind::is_auxiliary))
    };
    let is_parted = verb(before) || verb(next);
    // 'according to Mira Dahl, a baker', 'according to Mira Dahl, who bakes': that describes the source
    let describes = Classes::RELATIVE.and(Classes::DETERMINER).and(Classes::POSSESSIVE);
    let goes_on = next.kind != Some(Kind::Relative)
        && !next.lower.ends_with("ing")
        && !(frame.way == Way::According && next.is(describes));
    // 'said Mira Dahl, a baker in Lys'
    let describes =
        frame.lexicon.is_english() && frame.way == Way::Right && !tokens[j..frame.last].iter().any(Token::is_of_clause);
    let least = if is_parted { 1 } else { 3 };
    (unquoted && j + least < frame.last && tokens[j].text == "," && goes_on && (is_parted || !describes))
        .then_some(Phrase { first: j + 1, after: frame.last })
}

/// Where a cue ends with whom it tells: 'Her figures, she told [the hearing], cover one river'.
fn past_listener(frame: &Frame<'_, '_>) -> usize {
    const LONGEST: usize = 4;
    let tells = frame.lexicon.is_english() && frame.tokens[frame.i].is(Classes::TELLING) && frame.way == Way::Left;
    let behind = frame.tokens.get(frame.high..frame.last).unwrap_or_default();
    let listener = behind.iter().take(LONGEST + 1).position(|token| token.text == ",").filter(|_| tells);
    listener.filter(|comma| behind[..*comma].iter().all(|token| token.word && !token.is_finite)).unwrap_or(0)
        + frame.high
}

/// 'It is so. It will be so. It must be so, the president said.': a report that ends its paragraph takes in the
/// sentences before it when all of them are in the present and nobody else says anything there.
pub(super) fn reach_back(paragraph: &[Sentence<'_>], reports: &mut [Vec<Report>]) {
    let (Some((last, earlier)), Some((reports, reports_before))) = (paragraph.split_last(), reports.split_last_mut())
    else {
        return;
    };
    if earlier.is_empty() || earlier.len() > 4 || last.marks().next().is_some() {
        return;
    }
    let whole = |report: &&mut Report| {
        matches!(report.parts[..], [Phrase { first: 0, .. }]) && report.reaches_back && report.cue_probability >= 0.8
    };
    for report in reports.iter_mut().filter(whole) {
        let past = earlier.iter().flat_map(|sentence| &sentence.tokens).any(|token| {
            matches!(token.lower.as_ref(), "was" | "were" | "had" | "did" | "said")
                || token.lower.ends_with("ed") && !token.capital && is_longer(&token.lower, 4)
        });
        let named = earlier.iter().any(|sentence| sentence.tokens.iter().skip(1).any(|token| token.capital));
        let others = earlier.iter().any(|sentence| sentence.marks().next().is_some())
            || reports_before.iter().flatten().any(|other| other.cue_probability > 0.5);
        if !past && !named && !others {
            report.begin = Some(earlier[0].start);
        }
    }
}
