//! Choosing among the places a passage may stand at.

use super::{
    Passage,
    in_place::in_place,
    judge::{ALONE, Found, State},
    search::Scored,
    why::Why,
};

/// Under this share a passage is gone where its surroundings stand without it.
const HALF_GONE: f32 = 0.8;
/// A second place whose quote is this near makes the first ambiguous.
const MARGIN: f32 = 0.12;
/// The same of one whose surroundings are as near to the passage's own: an edited original, and a copy of it.
const EDITED: f32 = 0.4;
/// The share of a passage of which all its words are left.
const WHOLE: f32 = 0.98;
/// What is left of an edited original and of its surroundings together, at least.
const ORIGINAL: f32 = 1.2;
/// The share of its own sentence beside a place that is under this is not the passage's sentence.
const STRANGE: f32 = 0.6;
/// The least share of its own sentence in which a copy stands, or an edited original.
const COPIED: f32 = 0.5;
/// The characters under which a quote needs its context.
const SHORT: usize = 50;
/// What one side of a place may have more than that of another without being nearer to the passage's own.
pub(super) const LIKE: f32 = 0.02;
/// The share of one side of a place that is as it was, and how much less on both sides is clearly another place.
pub(super) const AS_IT_WAS: f32 = 0.9;
const OUTDONE: f32 = 0.2;
/// What is left of both sides of a place that stands between them.
pub(super) const BETWEEN: f32 = 0.7;
/// The least share of its own sentence beside a short passage that says which it is where it had twins.
const MUCH: f32 = 0.75;
/// The bytes under which a quote may stand anywhere.
const FEW: usize = 20;
/// How far from where its neighbours say a passage may stand, in characters; a short one, to be exact.
pub(super) const NEAR: usize = 250;
pub(super) const TIGHT: usize = 100;
/// The same of one that had a twin.
const SURE: usize = 50;
/// More characters than a paragraph has that is taken out between two neighbours.
const LONG_GAP: usize = 1000;
/// How far from where its neighbours say one of twins may stand that has lost another, in its own sentence.
const ABOUT: usize = 300;
/// More characters than a copy has that is put in between two neighbours.
const LONGEST_COPY: usize = 2000;
/// How near two twins may stand to where one of them is expected for the nearer to be told.
const CLOSE: usize = 20;
/// How much further what stood on one side of a place may have moved than what stood on the other.
const STEADY: f32 = 40.0;
/// How many characters beside a passage may have moved with a part of it.
const WITH_IT: usize = 100;

/// Where something stood and where it stands now, in characters.
#[derive(Clone, Copy)]
pub(super) struct Move {
    pub then: usize,
    pub now: usize,
    /// The passage it is known from.
    pub passage: Option<usize>,
}

/// Where the neighbours of an old place say it went: the nearest four within 600 characters.
pub(super) fn expected(at: usize, own: usize, moves: &[Move]) -> Vec<isize> {
    let middle = moves.partition_point(|known| known.then < at);
    let near = |known: &&Move| known.then.abs_diff(at) < 600 && known.passage != Some(own);
    let mut nearest: Vec<&Move> = moves[..middle].iter().rev().filter(near).take(4).collect();
    nearest.extend(moves[middle..].iter().filter(near).take(4));
    nearest.sort_by_key(|known| known.then.abs_diff(at));
    nearest.iter().take(4).map(|known| (at + known.now) as isize - known.then as isize).collect()
}

/// Where most of what stood round an old passage puts its start: what moved with a part of it is outvoted.
pub(super) fn settled((start, end): (usize, usize), moves: &[Move]) -> Option<isize> {
    let (from, until) = (
        moves.partition_point(|known| known.then + WITH_IT < start),
        moves.partition_point(|known| known.then < end + WITH_IT),
    );
    let near = |known: &&Move| known.passage.is_none() && (known.then + 900 > start && known.then < end + 900);
    let round = moves[..from].iter().rev().take(8).chain(moves[until..].iter().take(8)).filter(near);
    let mut votes: Vec<isize> = round.map(|known| (start + known.now) as isize - known.then as isize).collect();
    votes.sort_unstable();
    let agree = |vote: &isize| votes.iter().filter(|other| other.abs_diff(*vote) <= NEAR).count();
    let best = votes.iter().copied().max_by_key(agree)?;
    (agree(&best) >= 4).then_some(best)
}

/// Whether what stood before an old place and what stood after it moved alike: nothing long was put in there or taken
/// out.
pub(super) fn is_steady(at: usize, own: usize, moves: &[Move]) -> bool {
    let middle = moves.partition_point(|known| known.then < at);
    let near = |known: &&Move| known.then.abs_diff(at) < 600 && known.passage != Some(own);
    let shift = |known: &Move| known.now as f32 - known.then as f32;
    let mean = |shifts: Vec<f32>| (shifts.len() > 1).then(|| shifts.iter().sum::<f32>() / shifts.len() as f32);
    let before = mean(moves[..middle].iter().rev().filter(near).take(4).map(shift).collect());
    let after = mean(moves[middle..].iter().filter(near).take(4).map(shift).collect());
    before.zip(after).is_some_and(|(before, after)| (before - after).abs() < STEADY)
}

/// Chooses among the places of a passage, or none of them.
pub(super) fn decide(
    passage: &Passage<'_>,
    found: Vec<Scored>,
    votes: &[isize],
    settled: Option<isize>,
    is_steady: bool,
    length: usize,
) -> Found {
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
    let is_short = selector.quote.chars().nth(SHORT - 1).is_none();
    // What reads a little like a whole sentence in its place is not that sentence where it stands elsewhere.
    let has_all_twins = passage.twins > 0 && apart(found.iter().map(|(_, place)| place)).len() == passage.twins + 1;
    let has_whole =
        !is_short && (passage.twins == 0 || has_all_twins) && found.iter().any(|(_, place)| is_whole(place));
    let is_outdone = |place: &Found| {
        let is_original = place.quote >= 0.5 && is_original(place);
        has_whole && place.state == State::Changed && place.quote < HALF_GONE && !is_original
    };
    let mut ranked: Vec<(f32, &Found)> = found.iter().map(|place| (worth(place), &place.1)).collect();
    ranked.sort_by(|one, other| is_outdone(one.1).cmp(&is_outdone(other.1)).then(other.0.total_cmp(&one.0)));
    let Some((_, first)) = ranked.first() else { return Found::orphan(Why::Unlike) };
    let mut live = apart(ranked.iter().map(|(_, place)| *place));
    if let Some(original) = original_in_its_place(&live, is_short) {
        return original.clone();
    }
    let is_torn = is_torn(votes, live.len() > passage.twins + 1);
    let moved = moved_with_its_sentence(&live, passage.twins, is_torn);
    let is_given_up = |place: &Found| is_given_up(place, &found, settled, is_short, has_all_twins);
    if moved.is_none()
        && let Some(place) = in_place(&found, &distance, votes, settled, passage.twins == 0)
        && !is_given_up(&place)
    {
        return place;
    }
    let in_order = if is_steady { twin_in_order(&live, passage.twins, &distance) } else { None };
    let among_copies = || original_among_copies(&live, passage.twins, settled);
    let original = in_order.or_else(among_copies).filter(|_| moved.is_none());
    live.sort_by_key(|place| {
        let is_chosen = moved == Some(place.start) || original == Some(place.start);
        let is_passed_over = original.is_some() || is_torn && moved.is_some();
        (is_passed_over && !is_chosen, !is_chosen && is_given_up(place))
    });
    let Some(best) = live.first().copied() else { return (*first).clone() };
    let off = distance(best.at);
    let orphan = |why| Found { quote: best.quote, context: best.context, at: best.at, ..Found::orphan(why) };

    // Sentences move as a whole.
    let is_in_its_sentence = best.own >= AS_IT_WAS;
    let is_intact = best.quote > WHOLE && (!is_short || is_in_its_sentence && passage.twins == 0);
    // The gap testifies: elsewhere both contexts stand, and between them the quote is missing.
    let least = if best.state == State::Exact { best.context } else { best.context - 0.15 };
    let gap = |place: &&Found| place.quote < 0.25 && place.context >= least.max(0.7);
    // Where a passage begins as what follows it does, its own words may be taken for those.
    let is_here = |gap: &Found| gap.at.zip(best.at).is_some_and(|(one, other)| one.abs_diff(other) <= SURE);
    let half_gone = |gap: &Found| if is_here(gap) { ALONE } else { HALF_GONE };
    let overlaps = |gap: &&Found| gap.end > gap.start && gap.start < best.end && best.start < gap.end;
    let mut gaps = found.iter().map(|(_, place)| place).filter(gap).filter(|gap| !overlaps(gap));
    // Of doubled words the one between what stood on both sides of it is gone.
    let is_near = |gap: &Found| gap.at.zip(best.at).is_some_and(|(one, other)| one.abs_diff(other) <= NEAR);
    let is_empty = |gap: &Found| gap.why == Why::Without || gap.context >= AS_IT_WAS;
    let is_twins = |gap: &Found| is_short && is_empty(gap) && is_near(gap) && best.sides().0 < BETWEEN;
    // Between what stood on both sides of it there is no gap.
    let stands = !is_short && best.sides().0 >= BETWEEN;
    if !is_intact
        && !stands
        && gaps.any(|gap| {
            gap.why == Why::Without && best.quote < half_gone(gap) || is_twins(gap) || distance(gap.at) < off
        })
    {
        return orphan(Why::Without);
    }
    let has_lost_a_twin = live.len() < passage.twins + 1;
    // No twin that is left has as much of its sentence, and it is about where it was or may be anywhere.
    let has_rival = live[1..].iter().any(|other| other.own > best.own - OUTDONE);
    let is_told = !has_rival && (best.own >= MUCH && off <= ABOUT || best.own >= AS_IT_WAS && is_torn);
    if is_short && has_lost_a_twin && off > TIGHT && !is_told {
        return orphan(Why::ShortTwinGone);
    }
    if !agrees(best) && !is_intact {
        // Words that stood once and stand once are the same words, if they are not too few.
        let is_alone = best.quote > WHOLE && passage.twins == 0 && live.len() == 1 && selector.quote.len() >= FEW;
        if is_short && best.context < 0.35 && !is_alone && !is_told {
            return orphan(Why::ShortAlone);
        }
        if best.quote < 0.75 && best.context < 0.5 {
            return orphan(Why::LikeElsewhere);
        }
    }
    let mut best = best.clone();
    if best.state == State::Exact {
        // A rival is as much of the passage, in surroundings that may be its own.
        let is_rival = |rival: &&Found| {
            let (one, other) = (rival.beside.0 - best.beside.0, rival.beside.1 - best.beside.1);
            let is_as_good = one.min(other) >= -LIKE || one + other > LIKE;
            if rival.quote < best.quote - if is_as_good { EDITED } else { MARGIN } {
                return false;
            }
            // Its sentence may have moved, and what stands here be the sentence of a twin.
            if is_short && passage.twins > 0 && rival.state == State::Exact && rival.own >= best.own - LIKE {
                return true;
            }
            let is_told_by_place = agrees(&best) && !agrees(rival);
            if one.max(other) > LIKE {
                true
            } else if one.min(other) >= -LIKE {
                !(is_told_by_place && is_steady && off <= SURE)
            } else {
                // Surroundings as they were, and on both sides clearly less of them there, tell them apart.
                let is_outdone = one.max(other) < -OUTDONE && best.sides().0 >= AS_IT_WAS;
                rival.context >= best.context - 0.5 && !is_told_by_place && !is_outdone
            }
        };
        let has_rival = live[1..].iter().copied().any(|rival| is_rival(&rival));
        let context = if passage.selector.before.is_empty() || passage.selector.after.is_empty() {
            best.sides().1
        } else {
            (best.beside.0 + best.beside.1) / 2.0
        };
        let doubt = if has_lost_a_twin {
            Some(Why::TwinGone)
        } else if has_rival || passage.twins > 0 && !(is_steady && off <= SURE) {
            Some(Why::MoreThanOnce)
        } else if is_short && settled.zip(best.at).is_some_and(|(at, now)| at.abs_diff(now as isize) > NEAR) {
            Some(Why::MovedAlone)
        } else if is_short && (context < 0.75 || off > TIGHT) {
            Some(Why::ShortUncertain)
        } else if !agrees(&best) && (votes.is_empty() || best.context <= 0.9 || off >= far) {
            Some(Why::MovedAlone)
        } else {
            None
        };
        if let Some(why) = doubt {
            (best.state, best.why) = (State::Changed, why);
        }
    }
    best
}

/// The places where a passage may stand; two looks at one place are one.
fn apart<'a>(places: impl Iterator<Item = &'a Found>) -> Vec<&'a Found> {
    let mut live: Vec<&Found> = Vec::new();
    for place in places.filter(|place| place.state != State::Orphan) {
        if live.iter().all(|other| place.start >= other.end || place.end <= other.start) {
            live.push(place);
        }
    }
    live
}

/// Whether a passage stands at a place as it was, whatever stands round it.
pub(super) fn is_whole(place: &Found) -> bool {
    place.state != State::Orphan && place.quote > WHOLE
}

/// Whether what is left of an edited passage and of what stood round it is enough to be preferred to an exact copy.
pub(super) fn is_original(place: &Found) -> bool {
    place.quote + place.context >= ORIGINAL
}

/// Whether a changed passage is given up for an exact one elsewhere: there is too little of it, what stood round it goes
/// on without it, or the exact one stands in its own sentence, or among all its twins, with more of its surroundings.
fn is_given_up(place: &Found, found: &[Scored], settled: Option<isize>, is_short: bool, has_all_twins: bool) -> bool {
    let places = || found.iter().map(|(_, place)| place);
    let is_as_it_was = |place: &Found| place.sides().0 >= AS_IT_WAS;
    let is_near = |other: &&Found| other.at.zip(place.at).is_some_and(|(one, other)| one.abs_diff(other) <= NEAR);
    let is_apart = |other: &Found| other.end <= place.start || place.end <= other.start;
    // Where a passage begins as what follows it does, its own first words may be taken for those.
    let is_here = |gap: &Found| gap.at.zip(place.at).is_some_and(|(one, other)| one.abs_diff(other) <= SURE);
    let is_gap = |gap: &Found| gap.why == Why::Without && !(is_here(gap) && place.quote >= HALF_GONE);
    let is_cut = !is_short && !is_as_it_was(place) && places().filter(is_near).any(is_gap);
    let is_expected = settled.zip(place.at).is_some_and(|(at, now)| at.abs_diff(now as isize) <= NEAR);
    let is_strange = !is_expected || place.own < STRANGE;
    let sum = |place: &Found| place.beside.0 + place.beside.1;
    place.state != State::Exact
        && place.part.is_none()
        && places().filter(|exact| exact.state == State::Exact && is_apart(exact)).any(|exact| {
            let has_more = !is_as_it_was(place) && sum(exact) > sum(place) + LIKE;
            let is_in_its_own = exact.own >= AS_IT_WAS && exact.own >= place.own - LIKE;
            !is_short && place.quote < 0.5 || is_cut || has_more && is_strange && (is_in_its_own || has_all_twins)
        })
}

/// The byte at which that one begins, of more places with all words of the passage in much of its sentence than there were
/// at first, which stands where most of what stood round it stands: the others are copies.
fn original_among_copies(live: &[&Found], twins: usize, settled: Option<isize>) -> Option<usize> {
    let settled = settled?;
    let off = |place: &Found| place.at.map_or(usize::MAX, |at| settled.abs_diff(at as isize));
    let mut whole: Vec<&Found> = live.iter().copied().filter(|place| is_whole(place) && place.own >= COPIED).collect();
    whole.sort_by_key(|place| off(place));
    let (first, second) = (whole.first()?, whole.get(1)?);
    let is_told = off(first) <= 2 * NEAR && off(second) > off(first) + 2 * TIGHT;
    (whole.len() > twins + 1 && is_told).then_some(first.start)
}

/// The byte at which that one of a passage and its twins begins, all of which are there, that stands where the passage is
/// expected, where nothing was put in or taken out that could have moved it so far as to the likeliest.
fn twin_in_order(live: &[&Found], twins: usize, distance: &dyn Fn(Option<usize>) -> usize) -> Option<usize> {
    let best = live.first().filter(|_| twins > 0 && live.len() == twins + 1)?;
    let nearest = live.iter().min_by_key(|place| distance(place.at))?;
    let is_told = distance(nearest.at) <= CLOSE && distance(best.at) > distance(nearest.at) + CLOSE;
    (is_told && is_whole(nearest) && nearest.sides().1 >= MUCH).then_some(nearest.start)
}

/// The byte at which the only place begins that stands in the sentence of the passage, where the likeliest one stands in
/// another: with as many places as there were, none is a copy of another.
fn moved_with_its_sentence(live: &[&Found], twins: usize, is_torn: bool) -> Option<usize> {
    let best = live.first().filter(|_| is_torn || twins > 0 && live.len() == twins + 1)?;
    let mut own = live.iter().filter(|place| place.own >= AS_IT_WAS);
    let first = own.next()?;
    // Where what stood round it went different ways, its own sentence alone says which it is.
    let is_told = best.own < STRANGE || is_torn && own.next().is_none();
    is_told.then_some(first.start)
}

/// Whether what stood round a place went different ways. Where copies were put in, they may only have parted it.
fn is_torn(votes: &[isize], has_copies: bool) -> bool {
    let ends = votes.iter().min().zip(votes.iter().max());
    let least = if has_copies { LONGEST_COPY } else { LONG_GAP };
    ends.is_some_and(|(first, last)| first.abs_diff(*last) > least)
}

/// The edited original of a long passage, beside words that stood beside it, where every exact copy stands with clearly
/// fewer of them.
fn original_in_its_place<'a>(live: &[&'a Found], is_short: bool) -> Option<&'a Found> {
    let mut copies = live.iter().filter(|place| place.state == State::Exact).peekable();
    copies.peek().filter(|_| !is_short)?;
    let edited = live.iter().copied().filter(|place| place.state == State::Changed && place.part.is_none());
    let best = edited.max_by(|one, other| one.seat().total_cmp(&other.seat()))?;
    copies.all(|copy| best.is_better_seated(copy)).then_some(best)
}
