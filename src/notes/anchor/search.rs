//! Finding passages by their words alone, as in a sidecar that arrives with a changed article.

use super::{
    CONTEXT, Passage,
    align::{Runs, align},
    index::{Index, flatten},
    judge::{self, Found, State},
    sketch::Sketch,
    token::{Token, Vocabulary},
};

/// Under this share a passage is gone where its surroundings stand without it.
const HALF_GONE: f32 = 0.8;
/// A second place whose quote is this near makes the first ambiguous.
const MARGIN: f32 = 0.12;
/// The characters under which a quote needs its context.
const SHORT: usize = 50;
/// How far from where its neighbours say a passage may stand, in characters; a short one, to be exact.
const NEAR: usize = 250;
const TIGHT: usize = 100;
/// How many places are looked at.
const MOST_PLACES: usize = 5;
/// A text of so few tokens is compared as a whole where no place has enough in common.
const SMALL: usize = 200;
/// How many tokens on each side of a gap must stand as they stood round a passage.
const JOINT: usize = 3;
const WITHOUT: &str = "its surroundings stand without it";

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
    pub fn places(&mut self, before: &str, quote: &str, after: &str) -> Vec<Scored> {
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
        let mut found: Vec<Scored> = Vec::new();
        let mut windows: Vec<(usize, usize)> = Vec::new();
        for at in self.index.candidates(&flat, MOST_PLACES) {
            let from = self.index.token_at(at.saturating_sub(pad));
            windows.push((from, (self.index.token_at(at + 32 + flat.len() + pad) + 1).min(self.tokens.len())));
        }
        if windows.is_empty() && self.tokens.len() <= SMALL {
            windows.push((0, self.tokens.len()));
        }
        let joints: Vec<usize> = windows.iter().filter_map(|window| self.joint(*window, &words, (i0, i1))).collect();
        for (from, until) in windows {
            let window: Vec<u32> = self.tokens[from..until].iter().map(|token| token.word).collect();
            let runs = Runs { old: &words, new: &window, old_at: 0, new_at: from };
            let pairs = align(self.vocabulary, runs, true);
            let mut place = passage.judge(self.vocabulary, self.tokens, &pairs, None);
            if place.state == State::Exact && repeats_itself(&words) {
                // Words that repeat themselves stand as well a few words on.
                place.state = if i1 - i0 <= 2 { State::Orphan } else { State::Changed };
                place.why = "it stands more than once";
            }
            let score = (of_quote * place.quote + of_context * place.context) / (of_quote + of_context);
            let is_new = |(_, other): &Scored| {
                other.state == State::Orphan || (other.start, other.end) != (place.start, place.end)
            };
            if found.iter().all(is_new) {
                found.push((score, place));
            }
        }
        for joint in joints {
            let gap = Found { at: Some(joint), context: 1.0, ..Found::orphan(WITHOUT) };
            found.push((0.0, gap));
        }
        found.sort_by(|one, other| other.0.total_cmp(&one.0));
        found
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
        let places: Vec<Vec<Scored>> = passages
            .iter()
            .map(|Passage { selector, .. }| self.places(&selector.before, &selector.quote, &selector.after))
            .collect();
        // Where should each stand? Passages that are sure, and the sketch, say how the text moved.
        let mut moves: Vec<Move> = Vec::new();
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
        let pairs = sketch.map(|sketch| sketch.moves(self.vocabulary, self.tokens)).unwrap_or_default();
        moves.extend(pairs.into_iter().map(|(then, now)| Move { then, now, passage: None }));
        moves.sort_by_key(|known| known.then);
        passages
            .iter()
            .zip(places)
            .enumerate()
            .map(|(number, (passage, found))| {
                let votes = expected(passage.selector.start, number, &moves);
                decide(passage, found, &votes, length)
            })
            .collect()
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

/// Where something stood and where it stands now, in characters.
#[derive(Clone, Copy)]
struct Move {
    then: usize,
    now: usize,
    /// The passage it is known from.
    passage: Option<usize>,
}

/// Where the neighbours of an old place say it went: the nearest four within 600 characters.
fn expected(at: usize, own: usize, moves: &[Move]) -> Vec<isize> {
    let middle = moves.partition_point(|known| known.then < at);
    let near = |known: &&Move| known.then.abs_diff(at) < 600 && known.passage != Some(own);
    let mut nearest: Vec<&Move> = moves[..middle].iter().rev().filter(near).take(4).collect();
    nearest.extend(moves[middle..].iter().filter(near).take(4));
    nearest.sort_by_key(|known| known.then.abs_diff(at));
    nearest.iter().take(4).map(|known| (at + known.now) as isize - known.then as isize).collect()
}

/// Chooses among the places of a passage, or none of them.
fn decide(passage: &Passage<'_>, found: Vec<Scored>, votes: &[isize], length: usize) -> Found {
    let selector = passage.selector;
    let far = (length / 20).max(400);
    // How far a place is from where its neighbours, or its old offset, put it.
    let distance = |at: Option<usize>| -> usize {
        let Some(at) = at else { return usize::MAX };
        let mut distances: Vec<usize> = votes.iter().map(|vote| vote.abs_diff(at as isize)).collect();
        distances.sort_unstable();
        let middle = distances.len().saturating_sub(1) / 2;
        distances.get(middle).copied().unwrap_or_else(|| at.abs_diff(selector.start))
    };
    let agrees = |place: &Found| distance(place.at) <= if votes.is_empty() { far } else { NEAR };
    let pull = if votes.is_empty() { 0.15 } else { 0.25 };
    let worth = |(score, place): &Scored| score + pull * (1.0 - distance(place.at) as f32 / (2 * far) as f32).max(0.0);
    let mut ranked: Vec<(f32, &Found)> = found.iter().map(|place| (worth(place), &place.1)).collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
    let Some((_, first)) = ranked.first() else { return Found::orphan("nothing like it is in the article") };
    let live: Vec<&Found> =
        ranked.iter().map(|(_, place)| *place).filter(|place| place.state != State::Orphan).collect();
    let Some(best) = live.first().copied() else { return (*first).clone() };
    let off = distance(best.at);
    let orphan = |why| Found { quote: best.quote, context: best.context, at: best.at, ..Found::orphan(why) };

    let is_short = selector.quote.chars().nth(SHORT - 1).is_none();
    let is_intact = best.quote > 0.98 && !is_short;
    // The gap testifies: elsewhere both contexts stand, and between them the quote is missing.
    let gap = |place: &&Found| place.quote < 0.25 && place.context >= 0.7 && place.context > best.context - 0.15;
    let mut gaps = found.iter().map(|(_, place)| place).filter(gap);
    if !is_intact && gaps.any(|gap| best.quote < HALF_GONE && gap.why == WITHOUT || distance(gap.at) < off) {
        return orphan(WITHOUT);
    }
    let has_lost_a_twin = live.len() < passage.twins + 1;
    if is_short && has_lost_a_twin && off > TIGHT {
        return orphan("short, it had a twin, and one of them is gone");
    }
    if !agrees(best) && !is_intact {
        if is_short && best.context < 0.35 {
            return orphan("short, and nothing round it agrees");
        }
        if best.quote < 0.75 && best.context < 0.5 {
            return orphan("like it, but elsewhere");
        }
    }
    let mut best = best.clone();
    if best.state == State::Exact {
        let is_rival = |rival: &&Found| rival.quote >= best.quote - MARGIN && rival.context >= best.context - 0.5;
        let mut rivals = live[1..].iter().copied().filter(is_rival).peekable();
        let doubt = if has_lost_a_twin {
            Some("it had a twin, and one of them is gone")
        } else if rivals.peek().is_some() && (!agrees(&best) || rivals.any(agrees)) {
            Some("it stands more than once")
        } else if is_short && (best.context < 0.75 || off > TIGHT) {
            Some("short, and its place is not certain")
        } else if !agrees(&best) && (votes.is_empty() || best.context <= 0.9 || off >= far) {
            Some("it stands elsewhere than what stood round it")
        } else {
            None
        };
        if let Some(why) = doubt {
            (best.state, best.why) = (State::Changed, why);
        }
    }
    best
}
