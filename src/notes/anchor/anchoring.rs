//! Anchoring many passages in one article as it reads now.

use super::{
    Passage, Place, Selector,
    align::{Pair, Runs, align},
    diff::Diff,
    index::Index,
    judge::{self, ALONE, CONTEXT_FOUND, Found, LONG, Look, State},
    search::{Scored, Search},
    sketch::Sketch,
    token::{Token, Vocabulary},
    twins::Twins,
    why::Why,
};
use crate::article::{Article, TextOffset, TextRange};

/// How many tokens on each side are the context of a passage whose earlier text is known.
const CONTEXT_TOKENS: usize = 10;
/// Tokens that moved by so many more or fewer belong to another block; how far away such a block is looked for.
const BLOCK: usize = 12;
const FAR_TOKENS: usize = 200;
/// How many characters of context are searched with where the diff lost a passage.
const WIDE: usize = 64;

/// The share of the words on both sides of a passage that makes its place certain.
const CERTAIN: f32 = 0.9;
/// The least share of a passage that stands in one place as a whole.
const WHOLE: f32 = 0.95;
/// Under this share on both sides a place has other surroundings; the least that is left of an edited passage in its own.
const STRANGE: f32 = 0.6;
const LEFT: f32 = 0.4;
/// Under this share of a passage its larger part may stand elsewhere.
const HALF: f32 = 0.5;
/// What is as good as nothing of the surroundings, and most of a passage.
const NOTHING: f32 = 0.1;
const MOSTLY: f32 = 0.8;
/// So many tokens in a row that are new may be an edited original.
const RIVAL: usize = 6;

/// Where a passage is now, and why that is not certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    pub place: Place,
    /// Where the words round an orphan stand now.
    pub hint: Option<TextOffset>,
    /// Why it is not exact, as a clause for the reader; empty for an exact one.
    pub why: &'static str,
}

/// An article as it reads now, prepared to find passages in it.
///
/// It takes time linear in the length of the article to make one, and again for the first search by words.
pub struct Anchoring<'a> {
    article: &'a Article,
    vocabulary: Vocabulary,
    tokens: Vec<Token>,
    index: Option<Index>,
}

impl<'a> Anchoring<'a> {
    pub fn new(article: &'a Article) -> Self {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(article.text());
        Self { article, vocabulary, tokens, index: None }
    }

    /// What the article looks like from afar; kept beside the passages, it helps to find them when it has changed.
    pub fn sketch(&self) -> Sketch {
        Sketch::of_tokens(&self.vocabulary, &self.tokens, self.article.characters())
    }

    /// How many other places of the article read nearly like a passage of it; asked when the passage is marked.
    pub fn twins(&mut self, selector: &Selector) -> usize {
        let (start, end) = (selector.start, selector.end);
        let offset = |at| self.article.offset_at_character(at).map(TextOffset::byte);
        let Some((start, end)) = offset(start).zip(offset(end)) else { return 0 };
        let places = self.search().places(&selector.before, &selector.quote, &selector.after, None);
        let is_twin = |(score, place): &(f32, Found)| {
            place.state != State::Orphan
                && (*score > 0.55 || place.quote > 0.9)
                && !(place.start < end && place.end > start)
        };
        places.iter().filter(|place| is_twin(place)).count()
    }

    /// Finds passages by their words, those round them and, where it is known, a sketch of the text they were marked
    /// in, which had `length` characters.
    pub fn by_words(&mut self, passages: &[Passage<'_>], sketch: Option<&Sketch>, length: usize) -> Vec<Anchor> {
        let found = self.search().anchor(passages, sketch, length);
        found.into_iter().map(|found| self.anchor(&found)).collect()
    }

    /// Finds stretches (in bytes) of an earlier text, which is mapped to the article word by word.
    pub fn by_earlier_text(&mut self, earlier: &str, stretches: &[(usize, usize)]) -> Vec<Anchor> {
        let old = self.vocabulary.tokens(earlier);
        let diff = Diff::new(&mut self.vocabulary, &old, &self.tokens);
        let (mut owners, mut twins) = (None, None);
        let found: Vec<Found> = stretches
            .iter()
            .map(|stretch| self.mapped(earlier, &old, &diff, *stretch, (&mut owners, &mut twins)))
            .collect();
        found.into_iter().map(|found| self.anchor(&found)).collect()
    }

    fn mapped(
        &mut self,
        earlier: &str,
        old: &[Token],
        diff: &Diff,
        ends: (usize, usize),
        (owners, twins): (&mut Option<Vec<Option<usize>>>, &mut Option<Twins>),
    ) -> Found {
        let i0 = old.partition_point(|token| token.end <= ends.0);
        let i1 = old.partition_point(|token| token.start < ends.1);
        if i0 >= i1 {
            return Found::orphan(Why::Blank);
        }
        let span = (i0.saturating_sub(CONTEXT_TOKENS), (i1 + CONTEXT_TOKENS).min(old.len()));
        let pairs: Vec<Pair> = (span.0..span.1).filter_map(|i| Some((i, diff.to[i]?))).collect();
        let passage = judge::Passage { tokens: old, span, inside: (i0, i1), ends };
        let mut found = passage.judge(&mut self.vocabulary, &self.tokens, &pairs, Look::Mapped(&diff.in_order));
        if found.state != State::Orphan
            && let Some(original) = self.left_in_place(&passage, diff)
        {
            found = original;
        }
        if found.state == State::Changed
            && let Some(whole) = self.whole_in(earlier, ends, &found)
        {
            found = whole;
        }
        let is_elsewhere = found.sides().1 < STRANGE && (found.context < CERTAIN || found.quote < MOSTLY);
        if found.state != State::Orphan
            && (is_elsewhere || found.quote < HALF)
            && let Some(original) = self.between_its_neighbours(earlier, diff, (ends, i1 - i0 >= LONG), &found)
        {
            found = original;
        }
        if found.state == State::Exact {
            let at = self.tokens.partition_point(|token| token.end <= found.start);
            // Words that the diff took for others of the earlier text may be theirs.
            let is_own = |i: usize| diff.to[i] == Some(at + i - i0) || !self.vocabulary.is_word(old[i].word);
            if !(i0..i1).all(is_own) {
                (found.state, found.why) = (State::Changed, Why::MoreThanOnce);
            }
        }
        if found.state == State::Exact {
            let at = self.tokens.partition_point(|token| token.end <= found.start);
            let twins = twins.get_or_insert_with(|| Twins::new(old, &self.tokens));
            let is_certain = found.weaker >= CERTAIN;
            if twins.fit_better(&self.vocabulary, (old, &self.tokens), &diff.to, (i0, i1), (at, is_certain)) {
                (found.state, found.why) = (State::Changed, Why::MoreThanOnce);
            }
        }
        if found.state == State::Exact
            && (is_replaced(&self.vocabulary, diff, (i0, i1)) || self.has_rival(earlier, diff, ends, &found))
        {
            (found.state, found.why) = (State::Changed, Why::MoreThanOnce);
        }
        // Next to nothing of a long passage, which its surroundings may have of their own.
        let is_remnant = found.quote < 0.2 && i1 - i0 >= LONG;
        let is_told = found.quote >= 0.2 && found.context >= CONTEXT_FOUND;
        if is_told || found.state != State::Orphan && !is_remnant {
            return found;
        }
        // Moved without a word that stands once? Then it stands where the diff gave the words to nobody else.
        let owners = owners.get_or_insert_with(|| {
            let mut owners = vec![None; self.tokens.len()];
            for (i, j) in diff.to.iter().enumerate() {
                if let Some(j) = j.filter(|j| old[i].word == self.tokens[*j].word) {
                    owners[j] = Some(i);
                }
            }
            owners
        });
        for (_, place) in self.places_like(earlier, ends) {
            if place.state == State::Orphan || place.quote < ALONE.max(found.quote + 0.2) {
                continue;
            }
            let from = self.tokens.partition_point(|token| token.end <= place.start);
            let until = self.tokens.partition_point(|token| token.start < place.end);
            let is_free = |owner: &&Option<usize>| owner.is_none_or(|owner| (i0..i1).contains(&owner));
            let free = owners[from..until].iter().filter(is_free).count();
            if from < until && free as f32 >= 0.8 * (until - from) as f32 {
                return Found { state: State::Changed, why: Why::Elsewhere, ..place };
            }
        }
        found
    }

    /// The edited original, where the diff took a copy of a passage elsewhere for it: between the words that stood
    /// round the copied block there is then something left that reads like the passage.
    fn left_in_place(&mut self, passage: &judge::Passage<'_>, diff: &Diff) -> Option<Found> {
        let (i0, i1) = passage.inside;
        let shift = |i: usize| Some(diff.to[i]? as isize - i as isize);
        let mut shifts: Vec<isize> = (i0..i1).filter_map(shift).collect();
        shifts.sort_unstable();
        let own = *shifts.get(shifts.len() / 2)?;
        let is_apart = |i: &usize| shift(*i).is_some_and(|other| other.abs_diff(own) > BLOCK);
        let before = (i0.saturating_sub(FAR_TOKENS)..i0).rev().find(is_apart)?;
        let after = (i1..(i1 + FAR_TOKENS).min(diff.to.len())).find(is_apart)?;
        let (from, until) = (diff.to[before]? + 1, diff.to[after]?);
        let width = until.checked_sub(from).filter(|width| *width > 0 && *width <= 2 * (after - before) + 20)?;
        let apart = (shift(before)? - shift(after)?).unsigned_abs();
        let is_here = (i0..i1).filter_map(|i| diff.to[i]).any(|j| (from..until).contains(&j));
        // What stood there all along has owners; an edited original has none.
        let free = diff.taken[from..until].iter().filter(|taken| !**taken).count();
        if is_here || 2 * free < width || apart > width + (after - before) {
            return None;
        }
        let words = |tokens: &[Token]| -> Vec<u32> { tokens.iter().map(|token| token.word).collect() };
        let (old, new) = (words(&passage.tokens[before + 1..after]), words(&self.tokens[from..until]));
        let runs = Runs { old: &old, new: &new, old_at: before + 1, new_at: from };
        let mut pairs = align(&mut self.vocabulary, runs, false);
        pairs.retain(|(i, _)| (passage.span.0..passage.span.1).contains(i));
        let sides = (passage.span.0..=before).chain(after..passage.span.1);
        pairs.extend(sides.filter_map(|i| Some((i, diff.to[i]?))));
        pairs.sort_unstable();
        let found = passage.judge(&mut self.vocabulary, &self.tokens, &pairs, Look::Mapped(&diff.in_order));
        (found.state != State::Orphan && found.quote >= 0.5).then_some(found)
    }

    /// The passage as a whole, where the diff laid it from a copy of it to the original: what seems put in between reads
    /// like the passage itself.
    fn whole_in(&mut self, earlier: &str, ends: (usize, usize), found: &Found) -> Option<Found> {
        let width = ends.1 - ends.0;
        if 2 * (found.end - found.start) < 3 * width {
            return None;
        }
        let is_whole = |place: &Found| {
            let is_inside = found.start <= place.start + width / 10 && place.end <= found.end + width / 10;
            is_inside
                && place.state != State::Orphan
                && place.quote >= WHOLE
                && 4 * (place.end - place.start) < 5 * width
        };
        let places = self.places_like(earlier, ends).into_iter().map(|(_, place)| place).filter(is_whole);
        let best = places.max_by(|one, other| one.context.total_cmp(&other.context))?;
        Some(Found { state: State::Changed, why: Why::MoreThanOnce, ..best })
    }

    /// The edited passage that stands between what stood on both sides of it, where the diff took a copy of it in other
    /// surroundings for it.
    fn between_its_neighbours(
        &mut self,
        earlier: &str,
        diff: &Diff,
        (ends, is_long): ((usize, usize), bool),
        found: &Found,
    ) -> Option<Found> {
        let is_original = |place: &Found| {
            let is_apart = place.end <= found.start || found.end <= place.start;
            let (weaker, stronger) = place.sides();
            let is_alone = found.sides().1 <= NOTHING && place.quote >= MOSTLY;
            let is_between = weaker >= CERTAIN || stronger >= CERTAIN && is_alone;
            let is_enough = if is_apart {
                found.sides().1 < STRANGE && place.quote >= if is_long { MOSTLY } else { LEFT }
            } else {
                found.quote < HALF && place.quote >= MOSTLY
            };
            let is_seated = is_apart && is_long && place.is_better_seated(found);
            place.state != State::Orphan && (is_between && is_enough || is_seated)
        };
        let places = self.places_like(earlier, ends).into_iter().map(|(_, place)| place).filter(is_original);
        let best = places.max_by(|one, other| one.quote.total_cmp(&other.quote))?;
        // What stood there all along is another passage.
        let is_new = best.start < found.end && found.start < best.end || self.is_gained(diff, &best, 0);
        is_new.then_some(Found { state: State::Changed, why: Why::WordsDiffer, ..best })
    }

    /// Whether something that is new in the article reads like a passage that was found elsewhere: an edited original,
    /// and what was found may be a copy of it.
    fn has_rival(&mut self, earlier: &str, diff: &Diff, ends: (usize, usize), found: &Found) -> bool {
        if diff.longest_gained < RIVAL {
            return false;
        }
        self.places_like(earlier, ends).iter().any(|(_, place)| {
            let is_here = place.start < found.end && place.end > found.start;
            place.state != State::Orphan && !is_here && self.is_gained(diff, place, RIVAL / 2)
        })
    }

    /// Whether most of a place, with so many tokens on each side, became of nothing that stood in the earlier text.
    fn is_gained(&self, diff: &Diff, place: &Found, aside: usize) -> bool {
        let from = self.tokens.partition_point(|token| token.end <= place.start).saturating_sub(aside);
        let until = self.tokens.partition_point(|token| token.start < place.end);
        let until = (until + aside).min(diff.taken.len());
        let free = diff.taken[from..until].iter().filter(|taken| !**taken).count();
        2 * free >= until - from
    }

    /// The places where a stretch of the earlier text may stand, told by more of its surroundings than a note keeps.
    fn places_like(&mut self, earlier: &str, ends: (usize, usize)) -> Vec<Scored> {
        let before = &earlier[earlier.floor_char_boundary(ends.0.saturating_sub(WIDE))..ends.0];
        let after = &earlier[ends.1..earlier.floor_char_boundary(ends.1 + WIDE)];
        self.search().places(before, &earlier[ends.0..ends.1], after, None)
    }

    fn search(&mut self) -> Search<'_> {
        let Self { vocabulary, tokens, index, .. } = self;
        let index = index.get_or_insert_with(|| Index::new(vocabulary, tokens));
        Search { vocabulary, tokens, index }
    }

    fn anchor(&self, found: &Found) -> Anchor {
        let range = TextRange::of_bytes(self.article.text(), found.start, found.end).filter(|range| !range.is_empty());
        let place = match (found.state, range) {
            (State::Exact, Some(range)) => Place::Exact(range),
            (State::Changed, Some(range)) => Place::Changed(range),
            (State::Orphan, _) | (_, None) => Place::Orphan,
        };
        let hint = found.at.filter(|_| place == Place::Orphan);
        Anchor { place, hint: hint.and_then(|at| self.article.offset_at_character(at)), why: found.why.clause() }
    }
}

/// Whether a passage left its place among the others, and something new stands there: an edited original, and what was
/// found may be a copy of it.
fn is_replaced(vocabulary: &Vocabulary, diff: &Diff, (i0, i1): (usize, usize)) -> bool {
    if (i0..i1).any(|i| diff.in_order[i]) {
        return false;
    }
    let from = (0..i0).rev().find(|i| diff.in_order[*i]).and_then(|i| diff.to[i]).map_or(0, |j| j + 1);
    let until = (i1..diff.to.len()).find(|i| diff.in_order[*i]).and_then(|i| diff.to[i]).unwrap_or(diff.taken.len());
    // A mark that the diff left over is nothing new.
    (from..until).any(|j| !diff.taken[j] && vocabulary.is_word(diff.new[j]))
}
