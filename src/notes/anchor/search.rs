//! Finding passages by their words alone, as in a sidecar that arrives with a changed article.

use std::collections::BTreeSet;

use super::{
    CONTEXT, Passage,
    align::{Pair, Runs, align, align_at_end},
    decide::{Move, decide, expected, is_steady, settled},
    diff::Diff,
    index::{Index, flatten},
    judge::{self, CONTEXT_FOUND, Found, Look, State},
    sketch::Sketch,
    token::{Token, Vocabulary},
    why::Why,
};

/// How many characters more on each side are looked at where a passage is expected.
const ASIDE: usize = 40;
/// How many characters on each side of the expected place are its region, and the least tokens of a passage that is
/// looked for in it.
const ROUND: usize = 250;
const LEAST_IN_REGION: usize = 3;
/// What one look may find less of a passage than another and still find as much.
const AS_MUCH: f32 = 0.1;
/// How many places are looked at.
const MOST_PLACES: usize = 5;
/// How many places beside them with the same words.
const MOST_AGAIN: usize = 8;
/// A text of so few tokens is compared as a whole where no place has enough in common.
const SMALL: usize = 200;
/// How many tokens on each side of a gap must stand as they stood round a passage.
const JOINT: usize = 3;
/// A place a quote may stand at, with what its words and those round them are worth.
pub(super) type Scored = (f32, Found);

/// The text as it reads now, and what helps to find passages in it.
pub(super) struct Search<'a> {
    pub vocabulary: &'a mut Vocabulary,
    pub tokens: &'a [Token],
    pub index: &'a mut Index,
}

impl Search<'_> {
    /// Every place a quote may stand at, the best first.
    ///
    /// `near` are the characters at which it is expected to begin and to end; that place is looked at as well.
    pub fn places(&mut self, before: &str, quote: &str, after: &str, near: Option<(usize, usize)>) -> Vec<Scored> {
        let text = [before, quote, after].concat();
        let ends = (before.len(), before.len() + quote.len());
        let all = self.vocabulary.tokens(&text);
        let mut tokens = all.as_slice();
        // The word cut at the outer ends says nothing; a shorter context ends where the text does.
        let is_cut = |context: &str| context.chars().nth(CONTEXT - 1).is_some();
        let (cuts_before, cuts_after) = (is_cut(before), is_cut(after));
        if cuts_before
            && before.starts_with(char::is_alphanumeric)
            && tokens.first().is_some_and(|token| token.end < ends.0)
        {
            tokens = &tokens[1..];
        }
        if cuts_after
            && after.ends_with(char::is_alphanumeric)
            && tokens.last().is_some_and(|token| token.start > ends.1)
        {
            tokens = &tokens[..tokens.len() - 1];
        }
        let i0 = tokens.partition_point(|token| token.end <= ends.0);
        let i1 = tokens.partition_point(|token| token.start < ends.1);
        if i0 >= i1 {
            return Vec::new();
        }
        let (flat, _) = flatten(self.vocabulary, tokens);
        let words: Vec<u32> = tokens.iter().map(|token| token.word).collect();
        let weigh = |range: std::ops::Range<usize>, vocabulary: &Vocabulary| -> f32 {
            words[range].iter().map(|word| vocabulary.weight(*word)).sum()
        };
        let of_quote = weigh(i0..i1, self.vocabulary).min(30.0);
        let of_context = (weigh(0..i0, self.vocabulary) + weigh(i1..words.len(), self.vocabulary)).min(14.0);
        let passage = judge::Passage { tokens, span: (0, tokens.len()), inside: (i0, i1), ends };
        let pad = 24 + flat.len() / 4;
        let has_sides = i0 > 0 && i1 < words.len();
        let score = |place: &Found| {
            let beside = (2.0 * place.context + place.beside.0 + place.beside.1) / 4.0;
            let share = (2.0 * if has_sides { beside } else { place.context } + place.own) / 3.0;
            (of_quote * place.quote + of_context * share) / (of_quote + of_context)
        };
        let mut found: Vec<Scored> = Vec::new();
        let mut windows: Vec<(usize, usize)> = Vec::new();
        for at in self.index.candidates(&flat, MOST_PLACES) {
            let from = self.index.token_at(at.saturating_sub(pad));
            windows.push((from, (self.index.token_at(at + 32 + flat.len() + pad) + 1).min(self.tokens.len())));
        }
        if let Some((near, _)) = near {
            let letters = |text: &str| text.chars().count();
            let token = |at: usize| self.tokens.partition_point(|token| token.at < at);
            let (from, until) = (near.saturating_sub(letters(before)), near + letters(quote) + letters(after));
            let is_seen = windows.iter().any(|(low, high)| *low <= token(from) && token(until) <= *high);
            if !is_seen {
                windows.push((token(from.saturating_sub(pad + ASIDE)), token(until + pad + ASIDE)));
            }
        }
        if windows.is_empty() && self.tokens.len() <= SMALL {
            windows.push((0, self.tokens.len()));
        }
        let joints: Vec<usize> = windows.iter().filter_map(|window| self.joint(*window, &words, (i0, i1))).collect();
        let mut pairs: Vec<Vec<Pair>> = windows.iter().map(|window| self.aligned(&words, *window)).collect();
        let mut seen = 0;
        while seen < pairs.len() {
            let is_first_look = seen < windows.len();
            let mut place = passage.judge(self.vocabulary, self.tokens, &pairs[seen], Look::Window);
            seen += 1;
            if place.state == State::Exact && repeats_itself(&words) {
                // Words that repeat themselves stand as well a few words on.
                place.state = if i1 - i0 <= 2 { State::Orphan } else { State::Changed };
                place.why = Why::MoreThanOnce;
            }
            if is_first_look && place.state == State::Exact && place.sides().0 + AS_MUCH < place.weaker {
                // What stood beside it may have been taken for the same words further on.
                let at = self.tokens.partition_point(|token| token.end <= place.start);
                let beside = self.aligned_beside(&words, (i0, i1), at);
                let beside = passage.judge(self.vocabulary, self.tokens, &beside, Look::Window);
                if beside.state == State::Exact && beside.seat() > place.seat() {
                    place = beside;
                }
            }
            if is_first_look && place.state == State::Exact && place.weaker < CONTEXT_FOUND {
                let beside = self.beside(&place, words.len());
                pairs.extend(beside.into_iter().map(|window| self.aligned(&words, window)));
            }
            let score = score(&place);
            let is_new = |(_, other): &Scored| {
                other.state == State::Orphan || (other.start, other.end) != (place.start, place.end)
            };
            if found.iter().all(is_new) {
                found.push((score, place));
            }
            if seen == windows.len() {
                let again = self.again(&windows, &words, (i0, i1), &found);
                pairs.extend(again.into_iter().map(|at| self.aligned_at(&words, (i0, i1), at)));
            }
        }
        let is_exact = |(_, place): &Scored| place.state == State::Exact;
        if let Some(near) = near.filter(|_| i1 - i0 >= LEAST_IN_REGION && !found.iter().any(is_exact))
            && let Some(place) = self.in_region(&passage, near)
        {
            add_region(&mut found, score(&place), place);
        }
        for joint in joints {
            let gap = Found { at: Some(joint), context: 1.0, ..Found::orphan(Why::Without) };
            found.push((0.0, gap));
        }
        found.sort_by(|one, other| other.0.total_cmp(&one.0));
        found
    }

    /// The passage where it is expected, by a diff with all that stands about there: sentences may have been put into it
    /// or taken out, and moved within it.
    fn in_region(&mut self, passage: &judge::Passage<'_>, (start, end): (usize, usize)) -> Option<Found> {
        let token = |at: usize| self.tokens.partition_point(|token| token.at < at);
        let (from, until) = (token(start.saturating_sub(ROUND)), token(end + ROUND));
        let region = self.tokens.get(from..until)?;
        let diff = Diff::of_parts(self.vocabulary, passage.tokens, region);
        let pairs: Vec<Pair> = diff.to.iter().enumerate().filter_map(|(i, j)| Some((i, (*j)? + from))).collect();
        Some(passage.judge(self.vocabulary, self.tokens, &pairs, Look::Region(&diff.in_order)))
    }

    /// The pairs of the words of a passage with its surroundings and those of a window.
    fn aligned(&mut self, words: &[u32], (from, until): (usize, usize)) -> Vec<Pair> {
        let window: Vec<u32> = self.tokens[from..until].iter().map(|token| token.word).collect();
        align(self.vocabulary, Runs { old: words, new: &window, old_at: 0, new_at: from }, true)
    }

    /// The same where the passage itself begins at a token.
    fn aligned_at(&mut self, words: &[u32], (i0, i1): (usize, usize), at: usize) -> Vec<Pair> {
        let (reach, end) = (2 * words.len(), at + i1 - i0);
        let mut pairs = self.aligned(&words[..i0], (at.saturating_sub(reach), at));
        pairs.extend((i0..i1).zip(at..end));
        let after = self.aligned(&words[i1..], (end, (end + reach).min(self.tokens.len())));
        pairs.extend(after.into_iter().map(|(i, j)| (i + i1, j)));
        pairs
    }

    /// The same where what stands right beside it is of its surroundings.
    fn aligned_beside(&mut self, words: &[u32], (i0, i1): (usize, usize), at: usize) -> Vec<Pair> {
        let (reach, end) = (2 * words.len(), at + i1 - i0);
        let (from, until) = (at.saturating_sub(reach), (end + reach).min(self.tokens.len()));
        let word = |token: &Token| token.word;
        let before: Vec<u32> = self.tokens[from..at].iter().map(word).collect();
        let after: Vec<u32> = self.tokens[end..until].iter().map(word).collect();
        let runs = Runs { old: &words[..i0], new: &before, old_at: 0, new_at: from };
        let mut pairs = align_at_end(self.vocabulary, runs, (true, false));
        pairs.extend((i0..i1).zip(at..end));
        let runs = Runs { old: &words[i1..], new: &after, old_at: i1, new_at: end };
        pairs.extend(align_at_end(self.vocabulary, runs, (false, true)));
        pairs
    }

    /// The windows on both sides of a place: an edited original may stand right beside an exact copy of it.
    fn beside(&self, place: &Found, width: usize) -> [(usize, usize); 2] {
        let first = self.tokens.partition_point(|token| token.end <= place.start);
        let last = self.tokens.partition_point(|token| token.start < place.end);
        [(first.saturating_sub(width), first), (last, (last + width).min(self.tokens.len()))]
    }

    /// The tokens in and round some windows at which a passage stands word for word, with the word before it or after
    /// it, beside the places that were found.
    fn again(
        &self,
        windows: &[(usize, usize)],
        words: &[u32],
        (i0, i1): (usize, usize),
        found: &[Scored],
    ) -> BTreeSet<usize> {
        let quote = &words[i0..i1];
        let is_word = |at: Option<usize>, i: Option<usize>| {
            let (there, word) = (at.and_then(|at| self.tokens.get(at)), i.and_then(|i| words.get(i)));
            there.zip(word).is_some_and(|(token, word)| token.word == *word)
        };
        let reads = |at: &usize| {
            let there = self.tokens.get(*at..at + quote.len());
            there.is_some_and(|there| there.iter().zip(quote).all(|(token, word)| token.word == *word))
                && (is_word(at.checked_sub(1), i0.checked_sub(1)) || is_word(Some(at + quote.len()), Some(i1)))
        };
        let is_found = |at: &usize| {
            let (start, end) = (self.tokens[*at].start, self.tokens[at + quote.len() - 1].end);
            found.iter().any(|(_, place)| place.start < end && start < place.end)
        };
        let round = windows.iter().flat_map(|(from, until)| from.saturating_sub(words.len())..until + words.len());
        round.filter(|at| reads(at) && !is_found(at)).take(MOST_AGAIN).collect()
    }

    /// Where in a window the words before a passage go on with those after it, as if it had been cut out: the
    /// characters before that place.
    fn joint(&self, window: (usize, usize), words: &[u32], (i0, i1): (usize, usize)) -> Option<usize> {
        let (before, after) = (&words[..i0], &words[i1..]);
        let (left, right) = (before.len().min(JOINT), after.len().min(JOINT));
        let tail = &before[before.len() - left..];
        if left + right < JOINT + 1 {
            return None;
        }
        let reads = |from: usize, words: &[u32]| {
            let there = self.tokens.get(from..from + words.len());
            there.is_some_and(|there| there.iter().zip(words).all(|(token, word)| token.word == *word))
        };
        let is_joint = |at: &usize| {
            let begins = at.checked_sub(left).is_some_and(|from| reads(from, tail));
            let bounds = (left == JOINT || *at == left) && (right == JOINT || at + right == self.tokens.len());
            begins && bounds && reads(*at, &after[..right])
        };
        (window.0..window.1).find(is_joint).and_then(|at| Some(self.tokens.get(at)?.at))
    }

    /// Finds passages of a text of `length` characters.
    pub fn anchor(&mut self, passages: &[Passage<'_>], sketch: Option<&Sketch>, length: usize) -> Vec<Found> {
        let pairs = sketch.map(|sketch| sketch.moves(self.vocabulary, self.tokens)).unwrap_or_default();
        let mut moves: Vec<Move> = pairs.into_iter().map(|(then, now)| Move { then, now, passage: None }).collect();
        let places: Vec<Vec<Scored>> = passages
            .iter()
            .map(|Passage { selector, .. }| {
                let near = |at: usize| {
                    let mut votes = expected(at, usize::MAX, &moves);
                    votes.sort_unstable();
                    let middle = votes.get(votes.len() / 2).filter(|_| votes.len() > 2)?;
                    usize::try_from(*middle).ok()
                };
                let near = near(selector.start).zip(near(selector.end));
                self.places(&selector.before, &selector.quote, &selector.after, near)
            })
            .collect();
        // Where should each stand? Passages that are sure, and the sketch, say how the text moved.
        for (number, (passage, found)) in passages.iter().zip(&places).enumerate() {
            if let Some((score, best)) = found.first()
                && best.quote > 0.8
                && best.context > 0.6
                && found.get(1).is_none_or(|(second, _)| score - second > 0.3)
                && let Some(now) = best.at
            {
                moves.push(Move { then: passage.selector.start, now, passage: Some(number) });
            }
        }
        moves.sort_by_key(|known| known.then);
        passages
            .iter()
            .zip(places)
            .enumerate()
            .map(|(number, (passage, found))| {
                let votes = expected(passage.selector.start, number, &moves);
                let stood = (passage.selector.start, passage.selector.end);
                let is_steady = is_steady(passage.selector.start, number, &moves);
                decide(passage, found, &votes, settled(stood, &moves), is_steady, length)
            })
            .collect()
    }
}

/// Adds what was found in the region: of two looks at one place with about as much of the passage, the narrower is
/// right, for the wider has words of its neighbours.
fn add_region(found: &mut Vec<Scored>, score: f32, place: Found) {
    let is_wider = |one: &Found, other: &Found| {
        let is_apart = other.end <= one.start || one.end <= other.start;
        let is_as_much = one.quote < other.quote + AS_MUCH;
        !is_apart && one.part.is_none() && one.end - one.start > other.end - other.start && is_as_much
    };
    let is_live = |place: &Found| place.state != State::Orphan;
    if is_live(&place) {
        found.retain(|(_, other)| !is_wider(other, &place));
    }
    let is_known = |(_, other): &Scored| {
        let is_same = (other.start, other.end) == (place.start, place.end);
        let is_narrower = is_live(&place) && other.part.is_none() && is_wider(&place, other);
        is_live(other) && (is_same || is_narrower)
    };
    if !found.iter().any(is_known) {
        found.push((score, place));
    }
}

/// Whether a passage with its context is the same few words over and over.
fn repeats_itself(words: &[u32]) -> bool {
    (1..=8).any(|shift| {
        let pairs = words.iter().zip(words.iter().skip(shift));
        let same = pairs.filter(|(one, other)| one == other).count();
        let both = words.len().saturating_sub(shift);
        both > 3 && same * 10 >= both * 9
    })
}
