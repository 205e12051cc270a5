//! Step 5b: of the mentions in a cue's sentence, which one is its source. A linear model chooses; what the rules of step
//! 5 say is one of the things it looks at.

use smallvec::{SmallVec, smallvec};

use super::cues::{class, distance, near, rounded};
use super::facts::{Ahead, Facts};
use super::lexicon::Kind;
use super::linear::{Features, Linear, Piece, feature};
use super::mentions::{self, Phrase};
use super::sentences::Sentence;
use super::sources::Way;
use super::token::Token;

/// How many mentions on each side of a cue are looked at.
const BEFORE: usize = 4;
const AFTER: usize = 2;

/// A mention that may be the source of a cue, or nobody.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub phrase: Option<Phrase>,
    pub way: Way,
    /// Whether the rules choose it.
    ruled: bool,
}

/// A cue whose source is looked for.
pub(super) struct Search<'a, 't> {
    tokens: &'a [Token<'t>],
    ahead: &'a Ahead,
    i: usize,
    behind: usize,
    /// The cue itself.
    word: Piece<'a>,
    /// What the rules say.
    ruled: (Option<Phrase>, Way),
    /// The first of the light words before the cue.
    light: usize,
    passive: bool,
    by: bool,
    prev: Piece<'static>,
    next: Piece<'static>,
    /// How often the cue introduces speech, in fifths.
    strength: usize,
}

impl<'a, 't> Search<'a, 't> {
    /// The search in a sentence for the source of the cue at token `i`, `width` tokens wide, that the models know by `word`.
    pub fn new(
        sentence: &'a Sentence<'t>,
        i: usize,
        width: usize,
        word: Piece<'a>,
        ruled: (Option<Phrase>, Way),
    ) -> Self {
        let tokens = &sentence.tokens[..];
        let (behind, light) = (i + width, mentions::skip_light_left(tokens, i));
        Self {
            tokens,
            ahead: sentence.ahead(),
            i,
            behind,
            word,
            ruled,
            light,
            passive: tokens[light..i].iter().any(|token| token.kind == Some(Kind::Be)),
            by: tokens.get(behind).is_some_and(|next| next.lower == "by"),
            prev: class(tokens, i.checked_sub(1)),
            next: class(tokens, Some(behind)),
            strength: rounded(tokens[i].strength, 5.0),
        }
    }

    /// The candidates: what the rules say, the mentions near by, and nobody.
    pub fn candidates(&self, mentions: &[Phrase]) -> SmallVec<[Candidate; 12]> {
        let (ruled, way) = self.ruled;
        let mut found = smallvec![Candidate { phrase: ruled, way, ruled: true }];
        let new = |phrase: &&Phrase| ruled.is_none_or(|ruled| !ruled.touches(**phrase));
        let split = mentions.partition_point(|phrase| phrase.first < self.i);
        let before = mentions[..split].iter().rev().filter(|phrase| phrase.after <= self.i).filter(new).take(BEFORE);
        for phrase in before {
            // nothing but light words parts it from the cue
            let way = if self.light <= phrase.after { Way::Left } else { Way::Main };
            found.push(Candidate { phrase: Some(*phrase), way, ruled: false });
        }
        let behind = self.behind;
        let after = mentions[split..].iter().filter(|phrase| phrase.first >= behind).filter(new).take(AFTER);
        for phrase in after {
            let way = if phrase.first == behind { Way::Right } else { Way::Main };
            found.push(Candidate { phrase: Some(*phrase), way, ruled: false });
        }
        if ruled.is_some() {
            found.push(Candidate { phrase: None, way: Way::None, ruled: false });
        }
        found
    }

    pub fn choose(&self, mentions: &[Phrase], model: &Linear) -> (Option<Phrase>, Way) {
        let mut candidates = self.candidates(mentions);
        // who stands behind 'told' was told
        if matches!(self.tokens[self.i].lower.as_ref(), "told" | "tells") {
            candidates.retain(|candidate| candidate.phrase.is_none_or(|phrase| phrase.first != self.behind));
        }
        match model.likeliest(&candidates, |score, candidate| self.describe(candidate, score)) {
            Some(best) => (candidates[best].phrase, candidates[best].way),
            None => self.ruled,
        }
    }

    /// What tells whether a candidate is the source.
    pub fn describe<F: Features>(&self, c: &Candidate, out: &mut F) {
        let Self { tokens, behind, prev, next, passive, by, strength, .. } = *self;
        let cue = &tokens[self.i];
        let rule_way = self.ruled.1.piece();
        let form = cue.usage.form;
        let Some(phrase) = c.phrase else {
            feature!(out, "0", rule_way);
            feature!(out, "0f", form, passive);
            feature!(out, "0f", form, passive, by);
            feature!(out, "0p", prev);
            feature!(out, "0n", next);
            feature!(out, "0w", self.word);
            feature!(out, "0s", strength);
            feature!(out, "0V", cue.usage.verb, form);
            feature!(out, "0T", cue.tag(), prev);
            feature!(out, "0i", self.i == 0, form);
            return;
        };
        let inside = phrase.of(tokens);
        let kind = mentions::kind(tokens, phrase).piece();
        let head = mentions::head(inside);
        let noun = head.map_or(Piece::of("-"), |head| if head.capital { Piece::of("cap") } else { *head.usage.noun });
        let side = if phrase.first < self.i { Piece::of("B") } else { Piece::of("A") };
        let (from, to) = if phrase.first < self.i { (phrase.after, self.i) } else { (behind, phrase.first) };
        let count = |fact: Facts| self.ahead.each(fact, from..to).take(2).count();
        let (finite, comma) = (count(Facts::FINITE), count(Facts::COMMA));
        let relative = self.ahead.any(Facts::OPENER, from..to);
        let before = phrase.first.checked_sub(1);
        let before_class = class(tokens, before);
        let after_class = class(tokens, Some(phrase.after));
        let d = near(distance(from, to));
        let conj_before = prev == "conj";
        feature!(out, "r", c.ruled, rule_way);
        feature!(out, "r", c.ruled, kind);
        feature!(out, "r", c.ruled, noun);
        feature!(out, "r", c.ruled, form, passive);
        feature!(out, "r", c.ruled, rule_way, prev);
        feature!(out, "r", c.ruled, rule_way, kind);
        feature!(out, "r", c.ruled, rule_way, noun);
        feature!(out, side, "h", noun);
        feature!(out, side, "d", d, form);
        feature!(out, side, "f", finite, comma);
        feature!(out, side, "f", finite, form);
        feature!(out, side, "f", finite, conj_before);
        feature!(out, side, "p", prev, d);
        feature!(out, side, "p", prev, finite, comma);
        feature!(out, side, "n", next, d);
        feature!(out, side, "x", finite, relative, conj_before);
        feature!(out, side, "b", before_class);
        feature!(out, side, "b", before_class, kind);
        feature!(out, side, "a", after_class);
        feature!(out, side, "w", self.word);
        feature!(out, side, "P", passive, by, d);
        feature!(out, side, "P", passive, form, finite);
        feature!(out, side, "V", cue.usage.verb, form);
        feature!(out, side, "T", cue.tag(), finite);
        feature!(out, side, "S", strength, finite);
    }
}
