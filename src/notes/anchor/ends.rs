//! Where a passage begins and ends in the new text.

use std::ops::Range;

use super::{
    align::Pair,
    diff::begins_sentence,
    judge::Passage,
    token::{Token, Vocabulary},
};

/// How many words in a row are divided between a passage and what is beside it.
const REPLACED_AT_MOST: usize = 8;

/// The least likeness of a word to what it became, under which it may as well have been replaced.
const ALIKE: f32 = 0.6;
/// How many words at an end of a passage are thought to be replaced where nothing beyond them is left.
const GUESSED: usize = 3;

/// How many of `new` tokens a part of some old ones became; further ones come before them.
fn divided(part: usize, old: usize, new: usize) -> usize {
    if new >= old { part } else { (2 * new * part + old) / (2 * old) }
}

/// What the tokens of a passage and those round it became.
pub(super) struct Became<'a> {
    pub vocabulary: &'a Vocabulary,
    /// The new text.
    pub text: &'a [Token],
    /// For each token from the first of the passage's surroundings on.
    pub to: &'a [Option<usize>],
    pub likes: &'a [f32],
}

impl Passage<'_> {
    /// The new token that the passage begins with: where its first words were replaced and so were those before it,
    /// the words between are divided in proportion.
    pub fn first(&self, became: &Became<'_>, found: Pair) -> Pair {
        let (low, (i0, i1)) = (self.span.0, self.inside);
        let place = |i: usize| self.place(became, i);
        let Some((right, until)) = (i0..i1).find_map(place) else { return found };
        let is_word = |i: usize| became.vocabulary.is_word(self.word(i));
        let part = right - i0;
        let Some((left, after)) = (low..i0).rev().find_map(place) else {
            // The passage began with the text, and so it does.
            if i0 == 0 && part.max(until) <= REPLACED_AT_MOST && part > 0 {
                return (0, 0);
            }
            // Nothing of what stood before it is left: as many words as it lost, in the sentence, stand for them.
            let is_in_sentence = part <= GUESSED
                && is_word(right)
                && low < i0
                && part <= until
                && self.in_a_sentence(became, (i0..right + 1, until - part..until + 1))
                && (self.both_begin(became, i0, until - part)
                    || !begins_sentence(became.vocabulary, became.text, until - part));
            return if part > 0 && is_in_sentence { (i0, until - part) } else { found };
        };
        let (old, new) = (right - left - 1, until - after - 1);
        let inside = if old.max(new) <= REPLACED_AT_MOST {
            divided(part, old, new)
        } else if self.both_begin(became, right, until) {
            0
        } else {
            self.of_many(became, (part, old, new), right, (i0..right + 1, after + 1..until + 1))
        };
        if inside == 0 { (right, until) } else { (i0, until - inside) }
    }

    /// The same of the new token that it ends with.
    pub fn last(&self, became: &Became<'_>, found: Pair) -> Pair {
        let (i0, i1) = self.inside;
        let place = |i: usize| self.place(became, i);
        let Some((left, after)) = (i0..i1).rev().find_map(place) else { return found };
        let is_word = |i: usize| became.vocabulary.is_word(self.word(i));
        let (part, rest) = (i1 - left - 1, became.text.len() - after - 1);
        let Some((right, until)) = (i1..self.span.1).find_map(place) else {
            let is_end = i1 == self.tokens.len() && part > 0 && part.max(rest) <= REPLACED_AT_MOST;
            if is_end && rest > 0 {
                return (i1 - 1, after + rest);
            }
            let is_in_sentence = part <= GUESSED
                && is_word(left)
                && i1 < self.span.1
                && part <= rest
                && self.in_a_sentence(became, (left..i1, after..after + part + 1));
            return if part > 0 && is_in_sentence { (i1 - 1, after + part) } else { found };
        };
        let (old, new) = (right - left - 1, until - after - 1);
        let inside = if old.max(new) <= REPLACED_AT_MOST {
            new - divided(right - i1, old, new)
        } else if self.both_begin(became, left + 1, after + 1) {
            0
        } else {
            self.of_many(became, (part, old, new), left, (left..i1, after..until))
        };
        if inside == 0 || part == 0 { (left, after) } else { (i1 - 1, after + inside) }
    }

    /// How many of many `new` tokens between two that were found, of which `found` is in the passage, are of it, which has
    /// `part` of the `old` ones: in proportion where about as many stand there and no sentence begins among them.
    fn of_many(
        &self,
        became: &Became<'_>,
        (part, old, new): (usize, usize, usize),
        found: usize,
        stretches: (Range<usize>, Range<usize>),
    ) -> usize {
        // A full stop may be that of another sentence.
        let is_word = became.vocabulary.is_word(self.word(found));
        if is_word && 2 * old.max(new) <= 3 * old.min(new) && self.in_a_sentence(became, stretches) {
            divided(part, old, new)
        } else if part <= REPLACED_AT_MOST {
            part.min(new)
        } else {
            0
        }
    }

    /// Whether no sentence begins within a stretch of the old text, nor within one of the new.
    fn in_a_sentence(&self, became: &Became<'_>, (old, new): (Range<usize>, Range<usize>)) -> bool {
        let begins = |tokens: &[Token], at: usize| begins_sentence(became.vocabulary, tokens, at);
        !old.skip(1).any(|at| begins(self.tokens, at)) && !new.skip(1).any(|at| begins(became.text, at))
    }

    /// A token that is much like what it became, with that.
    fn place(&self, became: &Became<'_>, i: usize) -> Option<Pair> {
        let at = i - self.span.0;
        Some((i, became.to[at].filter(|_| became.likes[at] >= ALIKE)?))
    }

    /// Whether an old token and a new one are both the first of a sentence.
    fn both_begin(&self, became: &Became<'_>, i: usize, j: usize) -> bool {
        let begins = |tokens: &[Token], at: usize| at < tokens.len() && begins_sentence(became.vocabulary, tokens, at);
        begins(self.tokens, i) && begins(became.text, j)
    }

    /// The passage's new ends in bytes; a word that the passage cuts keeps its inner offset.
    pub fn ends(&self, new: &[Token], first: Pair, last: Pair) -> (usize, usize) {
        let (old_first, old_last) = (self.tokens[first.0], self.tokens[last.0]);
        let (new_first, new_last) = (new[first.1], new[last.1]);
        let (mut start, mut end) = (new_first.start, new_last.end);
        if self.ends.0 > old_first.start && first.0 == self.inside.0 {
            start = (new_first.start + self.ends.0 - old_first.start).min(new_first.end);
        }
        if self.ends.1 < old_last.end && last.0 + 1 == self.inside.1 {
            end = new_last.end.saturating_sub(old_last.end - self.ends.1).max(new_last.start);
        }
        (start, end.max(start))
    }
}
