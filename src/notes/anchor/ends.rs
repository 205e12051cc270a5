//! Where a passage begins and ends in the new text.

use super::{align::Pair, judge::Passage, token::Token};

/// How many words in a row are divided between a passage and what is beside it.
const REPLACED_AT_MOST: usize = 8;

/// How many of `new` tokens a part of some old ones became; further ones come before them.
fn divided(part: usize, old: usize, new: usize) -> usize {
    if new >= old { part } else { (2 * new * part + old) / (2 * old) }
}

impl Passage<'_> {
    /// The new token that the passage begins with: where its first words were replaced and so were those before it,
    /// the words between are divided in proportion.
    pub fn first(&self, to: &[Option<usize>], likes: &[f32], found: Pair) -> Pair {
        let (low, (i0, i1)) = (self.span.0, self.inside);
        let anchor = |i: &usize| likes[i - low] > 0.0;
        let (left, right) = ((low..i0).rev().find(anchor), (i0..i1).find(anchor));
        let Some((left, right)) = left.zip(right) else { return found };
        let Some((after, until)) = to[left - low].zip(to[right - low]) else { return found };
        let (old, new) = (right - left - 1, until - after - 1);
        let part = right - i0;
        let inside = if old.max(new) <= REPLACED_AT_MOST {
            divided(part, old, new)
        } else if part <= REPLACED_AT_MOST {
            part.min(new)
        } else {
            0
        };
        if inside == 0 { (right, until) } else { (i0, until - inside) }
    }

    /// The same of the new token that it ends with.
    pub fn last(&self, to: &[Option<usize>], likes: &[f32], found: Pair) -> Pair {
        let (low, (i0, i1)) = (self.span.0, self.inside);
        let anchor = |i: &usize| likes[i - low] > 0.0;
        let (left, right) = ((i0..i1).rev().find(anchor), (i1..self.span.1).find(anchor));
        let Some((left, right)) = left.zip(right) else { return found };
        let Some((after, until)) = to[left - low].zip(to[right - low]) else { return found };
        let (old, new) = (right - left - 1, until - after - 1);
        let part = i1 - left - 1;
        let inside = if old.max(new) <= REPLACED_AT_MOST {
            new - divided(right - i1, old, new)
        } else if part <= REPLACED_AT_MOST {
            part.min(new)
        } else {
            0
        };
        if inside == 0 || part == 0 { (left, after) } else { (i1 - 1, after + inside) }
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
