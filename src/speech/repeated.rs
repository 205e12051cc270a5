//! Headings and pulled quotes that repeat what somebody says elsewhere: whoever does.

use super::why::Why;
use super::{Quotation, QuotationKind};
use crate::article::{Article, BlockKind};

/// How many quotations off the same words may stand.
const NEAR: usize = 40;

/// Fewer bytes may be anybody's.
const TELLING: usize = 12;

/// How sure it is that whoever says the words elsewhere is meant.
const SURE: f32 = 0.87;

/// Gives passages that stand apart, or that nobody is known to say, to whoever is surer to say the same words near by; tells of
/// each whom it belonged to, and which it is. The quotations are in the order of the text.
pub(super) fn give(article: &Article, quotations: &mut [Quotation], mut given: impl FnMut(&Quotation, &Quotation)) {
    for at in 0..quotations.len() {
        let quotation = &quotations[at];
        let words = body(article, quotation);
        if quotation.kind != QuotationKind::Direct || words.len() < TELLING || !may_repeat(article, quotation) {
            continue;
        }
        // 'A bridge' repeats 'it is a bridge'
        let behind_first = words.strip_prefix(char::is_uppercase).unwrap_or(words);
        let is_same = |other: &&Quotation| {
            let is_surer = other.speaker.is_some() && other.confidence > quotation.confidence.min(SURE);
            is_surer && other.range != quotation.range && body(article, other).contains(behind_first)
        };
        let (before, behind) = (at.saturating_sub(NEAR)..at, at + 1..quotations.len().min(at + 1 + NEAR));
        // a heading stands before the words that it repeats
        let same = quotations[behind].iter().find(is_same).or_else(|| quotations[before].iter().find(is_same));
        let Some(same) = same else { continue };
        let repeated = Quotation {
            speaker: same.speaker,
            source: same.source,
            cue: None,
            why: Why::Repeats,
            confidence: same.confidence.min(SURE),
            ..quotation.clone()
        };
        given(quotation, &repeated);
        quotations[at] = repeated;
    }
}

/// What a quotation says, without marks and stops.
fn body<'a>(article: &'a Article, quotation: &Quotation) -> &'a str {
    article.slice(quotation.range).trim_matches(|sign: char| !sign.is_alphanumeric())
}

/// Whether a passage stands in a heading or alone in its paragraph, or has no speaker.
fn may_repeat(article: &Article, quotation: &Quotation) -> bool {
    if quotation.speaker.is_none() {
        return true;
    }
    let Some(number) = article.block_at(quotation.range.start()) else { return false };
    let block = &article.blocks()[number];
    let is_alone = block.range == quotation.range;
    (number == 0 || block.kind != BlockKind::Paragraph || is_alone) && quotation.cue.is_none()
}
