//! Step 3: words that may introduce speech, each with its source and what lies round it, and how likely it does so here.

use super::lexicon::{Kind, Lexicon};
use super::linear::{Features, feature};
use super::mentions::{self, MentionKind, Phrase};
use super::sentences::Token;
use super::sources::{self, Way};

/// The least strength of a word that is looked at as a cue wherever it stands.
const CANDIDATE: f64 = 0.08;

/// What a token is to the models, also outside the sentence.
pub(super) fn class<'a>(tokens: &'a [Token<'_>], at: Option<usize>) -> &'a str {
    match at {
        None => "start",
        Some(at) => tokens.get(at).map_or("end", |token| token.class),
    }
}

/// A number of tokens, the larger the rougher.
pub(super) fn near(tokens: isize) -> isize {
    match tokens {
        ..=4 => tokens,
        5..=6 => 6,
        7..=9 => 9,
        10..=15 => 15,
        16..=25 => 25,
        _ => 40,
    }
}

pub(super) fn distance(from: usize, to: usize) -> isize {
    to as isize - from as isize
}

/// A share in tenths, or in what part is wanted.
pub(super) fn rounded(share: f64, parts: f64) -> usize {
    (share * parts).round_ties_even().max(0.0) as usize
}

/// The shape of a verb, as far as its ending tells.
fn form(lower: &str) -> &'static str {
    const PAST: [&str; 12] =
        ["said", "told", "wrote", "found", "thought", "saw", "spoke", "gave", "made", "felt", "knew", "held"];
    if lower.ends_with("ing") {
        "ing"
    } else if lower.ends_with("ed") || PAST.contains(&lower) {
        "ed"
    } else if lower.ends_with('s') && !lower.ends_with("ss") {
        "s"
    } else if lower.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_') {
        "base"
    } else {
        "sign"
    }
}

/// Small words whose own sight tells more than their class.
pub(super) fn own_or_class<'a>(token: &'a Token<'_>) -> &'a str {
    let closed = matches!(
        token.lower.as_ref(),
        "to" | "for"
            | "of"
            | "on"
            | "in"
            | "as"
            | "by"
            | "with"
            | "about"
            | "at"
            | "from"
            | "into"
            | "against"
            | "over"
            | "it"
            | "its"
            | "he"
            | "she"
            | "they"
            | "a"
            | "the"
            | "not"
            | "be"
            | "is"
            | "was"
            | "his"
            | "her"
            | "their"
            | "himself"
            | "herself"
    );
    if closed { &token.lower } else { token.class }
}

/// A possible cue, with its source and what lies round it.
pub(super) struct Frame<'a, 't> {
    pub tokens: &'a [Token<'t>],
    pub lexicon: &'a Lexicon,
    pub i: usize,
    /// How many tokens the cue has.
    pub width: usize,
    pub according: bool,
    /// The word the models know the cue by.
    pub word: &'a str,
    pub shape: &'static str,
    pub strength: f64,
    pub source: Option<Phrase>,
    pub way: Way,
    /// The token after the group of cue and source.
    pub high: usize,
    /// Where words before the group end, if a mark or a comma parts them from it.
    pub before_end: Option<usize>,
    /// Where the sentence ends, its last signs left out.
    pub last: usize,
    pub source_kind: &'static str,
}

impl<'a, 't> Frame<'a, 't> {
    fn new(tokens: &'a [Token<'t>], i: usize, lexicon: &'a Lexicon) -> Self {
        let according = mentions::according_at(tokens, i, lexicon);
        let width = according.unwrap_or(1);
        let token = &tokens[i];
        let (source, way) = sources::of_cue(tokens, i, width, lexicon, according.is_some());
        let (mut low, mut high) = (i, i + width);
        match source.filter(|source| source.first.abs_diff(i) < 40) {
            None => low = mentions::skip_light_left(tokens, i, lexicon),
            Some(source) if matches!(way, Way::Left | Way::Who) => low = low.min(source.first),
            Some(source) if matches!(way, Way::Right | Way::According) => {
                high = high.max(source.after);
                if !lexicon.is_english() {
                    low = mentions::skip_light_left(tokens, i, lexicon);
                }
            }
            Some(_) => {}
        }
        let parted = |token: &Token<'_>| token.mark.is_some() || token.is_sign(",—–―-?!");
        let mut before_end = if low > 0 && parted(&tokens[low - 1]) { low } else { 0 };
        while before_end > 0 && tokens[before_end - 1].is_sign(",—–―-") {
            before_end -= 1;
        }
        let word = if according.is_some() { "according" } else { token.lower.as_ref() };
        Self {
            tokens,
            lexicon,
            i,
            width,
            according: according.is_some(),
            word,
            shape: form(word),
            strength: if according.is_some() { token.strength.max(0.95) } else { token.strength },
            source,
            way,
            high,
            before_end: (before_end > 0).then_some(before_end),
            last: tokens.iter().rposition(|token| !token.is_sign(".;?!)")).map_or(0, |last| last + 1),
            source_kind: source.map_or("none", |source| mentions::kind(tokens, source).name()),
        }
    }

    pub fn class(&self, at: usize) -> &'a str {
        class(self.tokens, Some(at))
    }

    pub fn class_before(&self, at: usize) -> &'a str {
        class(self.tokens, at.checked_sub(1))
    }
}

/// All possible cues of a sentence.
pub(super) fn frames<'a, 't>(tokens: &'a [Token<'t>], lexicon: &'a Lexicon) -> Vec<Frame<'a, 't>> {
    let mut found = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let beside_mark = || {
            tokens[i.saturating_sub(4)..i].iter().any(|t| t.mark.is_some()) && token.could_be_verb(lexicon.is_english())
        };
        let colon = || token.text == ":" && i > 0 && i + 2 < tokens.len();
        let possible = token.mark.is_none()
            && (token.strength >= CANDIDATE
                || colon()
                || mentions::according_at(tokens, i, lexicon).is_some()
                || beside_mark());
        if possible {
            let frame = Frame::new(tokens, i, lexicon);
            if !frame.according || frame.source.is_some() {
                found.push(frame);
            }
        }
    }
    found
}

/// The auxiliary that stands before a cue.
fn auxiliary(frame: &Frame<'_, '_>) -> &'static str {
    let light = &frame.tokens[frame.i.saturating_sub(3)..frame.i];
    let has = |kind: Kind| light.iter().any(|token| token.class == kind.name());
    if has(Kind::Be) {
        "be"
    } else if has(Kind::Modal) {
        "modal"
    } else if has(Kind::Have) {
        "have"
    } else if light.last().is_some_and(|token| token.lower == "to") {
        "to"
    } else {
        "none"
    }
}

/// What tells whether a frame's word introduces speech.
pub(super) fn describe<F: Features>(f: &Frame<'_, '_>, out: &mut F) {
    let tokens = f.tokens;
    let behind = f.i + f.width;
    let (prev, next, next2) = (f.class_before(f.i), f.class(behind), f.class(behind + 1));
    let (word, shape, aux) = (f.word, f.shape, auxiliary(f));
    let s = rounded(f.strength, 10.0);
    let next_word = tokens.get(behind).map_or(next, own_or_class);
    let quote_after = tokens.iter().skip(f.high).take(8).any(|token| token.mark.is_some());
    let quote_before = f.before_end.is_some_and(|end| tokens[end - 1].mark.is_some());
    let before = f.before_end.is_some();
    feature!(out, "1");
    feature!(out, "w=", word);
    feature!(out, "s=", s);
    feature!(out, "sh=", shape);
    feature!(out, "pv=", prev);
    feature!(out, "nx=", next_word);
    feature!(out, "n2=", next, next2);
    feature!(out, "aux=", aux);
    feature!(out, "src=", f.source_kind);
    feature!(out, "way=", f.way.name());
    feature!(out, "s", s / 2, "n=", next_word);
    feature!(out, "s", s / 2, "p=", prev);
    feature!(out, "s", s / 2, "a=", aux);
    feature!(out, "s", s / 2, "c=", f.source_kind);
    feature!(out, shape, "n=", next);
    feature!(out, shape, "p=", prev);
    feature!(out, shape, "a=", aux, next);
    feature!(out, "QB=", quote_before, shape);
    feature!(out, "QA=", quote_after, s / 2);
    feature!(out, "cap=", tokens[f.i].capital, f.i == 0);
    feature!(out, "bef=", before, s / 2);
    feature!(out, "len=", near(distance(f.high, f.last).max(0)), before);
    feature!(out, "w=", word, "n=", next);
    feature!(out, "w=", word, "a=", aux);
    if let Some(source) = f.source {
        let noun = f.source_kind == MentionKind::Noun.name();
        let head = source.of(tokens).last().map_or("", |token| token.lower.as_ref());
        feature!(out, "hd=", if noun { head } else { f.source_kind });
        match f.i.checked_sub(source.after) {
            Some(gap) => feature!(out, "gap=", gap.min(4)),
            None => feature!(out, "gap=R"),
        }
    }
    let cue_before = tokens[..f.i].iter().any(|token| token.strength > 0.45);
    feature!(out, "in=", usize::from(cue_before), shape);
}
