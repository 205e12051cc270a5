//! Step 6: what a cue introduces. Its content lies after the cue ("he said that …"), before it ("…, he said"), or on both
//! sides. Three linear models choose: whether the word is a cue here, where the content begins, where it ends.

use super::cues::{self, Frame};
use super::lexicon::{Classes, Kind, Lexicon};
use super::linear::Models;
use super::mentions::Phrase;
use super::sentences::{Sentence, is_longer};
use super::sources::Way;
use super::spans::{self, Side};

/// The least probability of a cue that is looked into.
const LEAST: f64 = 0.3;

/// A cue with what it introduces.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// The tokens of the cue.
    pub cue: Phrase,
    pub colon: bool,
    pub source: Option<Phrase>,
    pub way: Way,
    /// The content, in one part or two.
    pub parts: Vec<Phrase>,
    /// Where the content begins if that is in an earlier sentence.
    pub begin: Option<usize>,
    pub cue_probability: f64,
    pub probability: f64,
    /// Whether words before the cue may belong to it.
    reaches_back: bool,
}

impl Report {
    /// The content in bytes of the text.
    pub fn spans(&self, sentence: &Sentence<'_>) -> impl Iterator<Item = (usize, usize)> {
        self.parts.iter().filter_map(move |part| {
            let inside = part.of(&sentence.tokens);
            let (first, last) = (inside.first()?, inside.last()?);
            Some((self.begin.unwrap_or(first.start), last.end))
        })
    }
}

/// The reports of a sentence, the surest first; no content is that of two cues.
pub(super) fn read(sentence: &Sentence<'_>, lexicon: &Lexicon, models: &Models) -> Vec<Report> {
    let frames = cues::frames(&sentence.tokens, lexicon);
    let mut proposals: Vec<Report> = frames.iter().filter_map(|frame| propose(frame, models)).collect();
    proposals.sort_by(|a, b| b.cue_probability.total_cmp(&a.cue_probability));
    let mut kept: Vec<Report> = Vec::new();
    for report in proposals {
        let clash = |a: &Phrase, b: &Phrase| {
            let shared = a.after.min(b.after) as f64 - a.first.max(b.first) as f64;
            a.touches(*b) && shared > 0.5 * (a.after.max(b.after) - a.first.min(b.first)) as f64
        };
        if !kept.iter().any(|other| report.parts.iter().any(|a| other.parts.iter().any(|b| clash(a, b)))) {
            kept.push(report);
        }
    }
    kept
}

fn propose(frame: &Frame<'_, '_>, models: &Models) -> Option<Report> {
    let mut cue_probability = models.cue.probability(|score| cues::describe(frame, score));
    if !frame.lexicon.is_english() && frame.strength >= 0.8 && frame.source.is_some() {
        cue_probability = cue_probability.max(0.6); // the model is English; a strong cue with a source stands
    }
    if cue_probability < LEAST {
        return None;
    }
    let options = spans::starts(frame);
    let (best, mut probability) =
        models.start.best(&options, |score, (side, j)| spans::describe_start(frame, *side, *j, score))?;
    let (side, j) = options[best];
    let mut parts = Vec::with_capacity(2);
    if side == Side::After {
        let stops = spans::ends(frame, j);
        let (best, surety) = models.end.best(&stops, |score, e| spans::describe_end(frame, j, *e, score))?;
        probability *= surety;
        parts.push(Phrase { first: j, after: stops[best] });
    } else {
        parts.push(Phrase { first: j, after: frame.before_end? });
        parts.extend(tail_part(frame));
    }
    Some(Report {
        cue: Phrase { first: frame.i, after: frame.i + frame.width },
        colon: frame.word == ":",
        source: frame.source,
        way: frame.way,
        parts,
        begin: None,
        cue_probability,
        probability: cue_probability * (0.3 + 0.7 * probability),
        reaches_back: frame.before_end.is_some(),
    })
}

/// After '…, he said': what follows in the same sentence, if it reads like the rest of the quotation.
fn tail_part(frame: &Frame<'_, '_>) -> Option<Phrase> {
    let (tokens, j) = (frame.tokens, frame.high);
    let quoted = tokens.iter().skip(j).take(13).position(|token| token.mark.is_some());
    if let Some(ahead) = quoted {
        return Some(Phrase::one(j + ahead));
    }
    let unquoted = tokens[frame.before_end?.checked_sub(1)?].mark.is_none();
    let next = tokens.get(j + 1)?;
    // 'according to Mira Dahl, a baker', 'according to Mira Dahl, who bakes': that describes the source
    let describes = Classes::RELATIVE.and(Classes::DETERMINER).and(Classes::POSSESSIVE);
    let goes_on = next.kind != Some(Kind::Relative)
        && !next.lower.ends_with("ing")
        && !(frame.way == Way::According && next.is(describes));
    (unquoted && j + 3 < frame.last && tokens[j].text == "," && goes_on)
        .then_some(Phrase { first: j + 1, after: frame.last })
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
