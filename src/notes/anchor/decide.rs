//! Choosing among the places a passage may stand at.

use super::{
    Passage,
    judge::{ALONE, Found, Part, State},
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
/// The characters under which a quote needs its context.
const SHORT: usize = 50;
/// What one side of a place may have more than that of another without being nearer to the passage's own.
const LIKE: f32 = 0.02;
/// The share of one side of a place that is as it was, and how much less on both sides is clearly another place.
const AS_IT_WAS: f32 = 0.9;
const OUTDONE: f32 = 0.2;
/// The least context of a part where what stood round the whole stands without it.
const LITTLE_CONTEXT: f32 = 0.35;
/// What is left of both sides of a place that stands between them.
const BETWEEN: f32 = 0.7;
/// The bytes under which a quote may stand anywhere.
const FEW: usize = 20;
/// How far from where its neighbours say a passage may stand, in characters; a short one, to be exact.
const NEAR: usize = 250;
const TIGHT: usize = 100;
/// The same of one that had a twin.
const SURE: usize = 50;
/// The longest text, in bytes, that is taken for an insertion into a passage.
const LONG_INSERTION: usize = 800;
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
    if std::env::var("ANCHOR_DEBUG").is_ok() {
        eprintln!("== {:?} twins {} start {} votes {votes:?} settled {settled:?} steady {is_steady}", selector.quote.chars().take(60).collect::<String>(), passage.twins, selector.start);
        for (score, p) in &found { eprintln!("   {score:.2} {:?} {}..{} at {:?} q {:.2} c {:.2} weaker {:.2} beside {:.2},{:.2} own {:.2} {:?} {:?}", p.state, p.start, p.end, p.at, p.quote, p.context, p.weaker, p.beside.0, p.beside.1, p.own, p.part, p.why); }
    }
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
    let has_whole = !is_short && passage.twins == 0 && found.iter().any(|(_, place)| is_whole(place));
    let is_outdone =
        |place: &Found| has_whole && place.state == State::Changed && place.quote < HALF_GONE && !is_original(place);
    let mut ranked: Vec<(f32, &Found)> = found.iter().map(|place| (worth(place), &place.1)).collect();
    ranked.sort_by(|one, other| is_outdone(one.1).cmp(&is_outdone(other.1)).then(other.0.total_cmp(&one.0)));
    let Some((_, first)) = ranked.first() else { return Found::orphan(Why::Unlike) };
    let mut live: Vec<&Found> = Vec::new();
    for (_, place) in &ranked {
        // Two looks at one place are one.
        let is_apart = |other: &&Found| place.start >= other.end || place.end <= other.start;
        if place.state != State::Orphan && live.iter().all(is_apart) {
            live.push(place);
        }
    }
    let moved = moved_with_its_sentence(&live, passage.twins);
    let has_all_twins = passage.twins > 0 && live.len() == passage.twins + 1;
    if moved.is_none()
        && let Some(place) = in_place(&found, &distance, votes, settled, passage.twins == 0)
        && !is_outdone_by_exact(&place, &found, settled, is_short, has_all_twins)
    {
        return place;
    }
    live.sort_by_key(|place| moved != Some(place.start) && is_outdone_by_exact(place, &found, settled, is_short, has_all_twins));
    let Some(best) = live.first().copied() else { return (*first).clone() };
    let off = distance(best.at);
    let orphan = |why| Found { quote: best.quote, context: best.context, at: best.at, ..Found::orphan(why) };

    let is_intact = best.quote > WHOLE && !is_short;
    // The gap testifies: elsewhere both contexts stand, and between them the quote is missing.
    let least = if best.state == State::Exact { best.context } else { best.context - 0.15 };
    let gap = |place: &&Found| place.quote < 0.25 && place.context >= least.max(0.7);
    // Where a passage begins as what follows it does, its own words may be taken for those.
    let is_here = |gap: &Found| gap.at.zip(best.at).is_some_and(|(one, other)| one.abs_diff(other) <= SURE);
    let half_gone = |gap: &Found| if is_here(gap) { ALONE } else { HALF_GONE };
    let overlaps = |gap: &&Found| gap.end > gap.start && gap.start < best.end && best.start < gap.end;
    let mut gaps = found.iter().map(|(_, place)| place).filter(gap).filter(|gap| !overlaps(gap));
    // Between what stood on both sides of it there is no gap.
    let stands = !is_short && best.beside.0.min(best.beside.1) >= BETWEEN;
    if !is_intact && !stands && gaps.any(|gap| best.quote < half_gone(gap) && gap.why == Why::Without || distance(gap.at) < off) {
        return orphan(Why::Without);
    }
    let has_lost_a_twin = live.len() < passage.twins + 1;
    if is_short && has_lost_a_twin && off > TIGHT {
        return orphan(Why::ShortTwinGone);
    }
    if !agrees(best) && !is_intact {
        // Words that stood once and stand once are the same words, if they are not too few.
        let is_alone = best.quote > WHOLE && passage.twins == 0 && live.len() == 1 && selector.quote.len() >= FEW;
        if is_short && best.context < 0.35 && !is_alone {
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
                let is_outdone = one.max(other) < -OUTDONE && best.beside.0.min(best.beside.1) >= AS_IT_WAS;
                rival.context >= best.context - 0.5 && !is_told_by_place && !is_outdone
            }
        };
        let has_rival = live[1..].iter().copied().any(|rival| is_rival(&rival));
        let context = if passage.selector.before.is_empty() || passage.selector.after.is_empty() {
            best.beside.0.max(best.beside.1)
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

/// Whether a passage stands at a place as it was, whatever stands round it.
fn is_whole(place: &Found) -> bool {
    place.state != State::Orphan && place.quote > WHOLE
}

/// Whether what is left of an edited passage and of what stood round it is enough to be preferred to an exact copy.
fn is_original(place: &Found) -> bool {
    place.quote + place.context >= ORIGINAL
}

/// Whether a changed passage is given up for an exact one elsewhere: there is too little of it, what stood round it goes
/// on without it, or the exact one stands in its own sentence, or among all its twins, with more of its surroundings.
fn is_outdone_by_exact(
    place: &Found,
    found: &[Scored],
    settled: Option<isize>,
    is_short: bool,
    has_all_twins: bool,
) -> bool {
    let places = || found.iter().map(|(_, place)| place);
    let is_as_it_was = |place: &Found| place.beside.0.min(place.beside.1) >= AS_IT_WAS;
    let is_near = |other: &&Found| other.at.zip(place.at).is_some_and(|(one, other)| one.abs_diff(other) <= NEAR);
    // Where a passage begins as what follows it does, its own first words may be taken for those.
    let is_here = |gap: &Found| gap.at.zip(place.at).is_some_and(|(one, other)| one.abs_diff(other) <= SURE);
    let is_gap = |gap: &Found| gap.why == Why::Without && !(is_here(gap) && place.quote >= HALF_GONE);
    let is_cut = !is_short && !is_as_it_was(place) && places().filter(is_near).any(is_gap);
    let is_expected = settled.zip(place.at).is_some_and(|(at, now)| at.abs_diff(now as isize) <= NEAR);
    let is_strange = !is_expected || place.own < STRANGE;
    let sum = |place: &Found| place.beside.0 + place.beside.1;
    place.state != State::Exact
        && place.part.is_none()
        && places().filter(|exact| exact.state == State::Exact && !is_near(exact)).any(|exact| {
            let has_more = !is_as_it_was(place) && sum(exact) > sum(place) + LIKE;
            let is_in_its_own = exact.own >= AS_IT_WAS && exact.own >= place.own - LIKE;
            !is_short && place.quote < 0.5 || is_cut || has_more && is_strange && (is_in_its_own || has_all_twins)
        })
}

/// The byte at which the only place begins that stands in the sentence of the passage, where the likeliest one stands in
/// another: with as many places as there were, none is a copy of another.
fn moved_with_its_sentence(live: &[&Found], twins: usize) -> Option<usize> {
    let best = live.first().filter(|_| twins > 0 && live.len() == twins + 1)?;
    let own = live.iter().find(|place| place.own >= AS_IT_WAS)?;
    (best.own < STRANGE).then_some(own.start)
}

/// What is left of a passage where its neighbours say it stands: it wins over what reads more like it elsewhere.
fn in_place(
    found: &[Scored],
    distance: &dyn Fn(Option<usize>) -> usize,
    votes: &[isize],
    settled: Option<isize>,
    is_alone: bool,
) -> Option<Found> {
    let places = || found.iter().map(|(_, place)| place).filter(|place| place.end > place.start);
    // Sentences moved out of it: of two parts, the one in its place.
    let off = |place: &&Found| settled.zip(place.at).map_or(usize::MAX, |(at, now)| at.abs_diff(now as isize));
    let is_cut = found.iter().any(|(_, gap)| gap.why == Why::Without && off(&gap) <= 2 * NEAR);
    let part = |wanted: Part| {
        let is_part = |place: &&Found| place.part == Some(wanted) && (!is_cut || place.context >= LITTLE_CONTEXT);
        let here = places().filter(is_part).filter(|place| off(place) <= 2 * NEAR);
        here.max_by(|one, other| one.quote.total_cmp(&other.quote))
    };
    let most = places().filter(|place| place.part.is_some()).map(|part| part.quote).fold(0.0, f32::max);
    let is_untorn = |place: &Found| {
        let is_here = place.part.is_none() && place.state != State::Orphan && off(&place) <= 2 * NEAR;
        place.state == State::Exact || is_here && place.quote >= most
    };
    if !places().any(is_untorn) {
        let why = Why::Part;
        match (part(Part::Head), part(Part::Tail)) {
            (Some(head), Some(tail)) if head.end <= tail.start && tail.start - head.end <= LONG_INSERTION => {
                let why = Why::PutInto;
                return Some(Found { state: State::Changed, end: tail.end, why, ..head.clone() });
            }
            (Some(head), Some(tail)) => {
                let part = if off(&head) <= off(&tail) { head } else { tail };
                return Some(Found { state: State::Changed, why, ..part.clone() });
            }
            (Some(part), None) | (None, Some(part)) => {
                return Some(Found { state: State::Changed, why, ..part.clone() });
            }
            (None, None) => {}
        }
    }
    // What was put in beside it may have outvoted those that stand right round it.
    let nearest = |place: &&Found| {
        let vote = votes.iter().filter_map(|vote| Some(vote.abs_diff(place.at? as isize))).min();
        vote.unwrap_or(usize::MAX).min(off(place))
    };
    if let Some(original) = edited_original(found, &nearest, &off).filter(|_| is_alone) {
        return Some(original);
    }
    if votes.len() < 3 {
        return None;
    }
    let here = places().filter(|place| distance(place.at) <= TIGHT);
    let worth = |place: &Found| place.quote + place.context;
    let place = here.max_by(|one, other| worth(one).total_cmp(&worth(other)))?;
    let rivals = || places().filter(|other| other.state != State::Orphan && distance(other.at) > NEAR);
    // An edited original, and a copy of it elsewhere.
    let is_edited = (place.quote >= 0.5 || place.weaker >= 0.6 && place.quote >= 0.2)
        && (is_original(place) || !rivals().any(is_whole));
    if place.state == State::Changed {
        return (is_edited && rivals().next().is_some()).then(|| place.clone());
    }
    if place.state == State::Exact && rivals().any(|other| other.context > place.context) {
        return Some(Found { state: State::Changed, why: Why::MoreThanOnce, ..place.clone() });
    }
    let is_gap = |other: &Found| other.why == Why::Without && distance(other.at) <= NEAR;
    let is_cut = found.iter().any(|(_, other)| is_gap(other));
    if place.state == State::Orphan && place.why != Why::OneWord && is_edited && !is_cut && rivals().next().is_some() {
        return Some(Found { state: State::Changed, why: Why::WordsDiffer, ..place.clone() });
    }
    let is_gone = is_cut || place.context >= 0.75;
    let is_as_it_was = |other: &Found| other.beside.0.min(other.beside.1) >= AS_IT_WAS && other.state == State::Exact;
    let is_outdone = |other: &Found| other.quote > place.quote + 0.2 || is_as_it_was(other);
    if place.state == State::Orphan && !is_gone && !rivals().any(is_outdone) {
        let is_enough = if place.why == Why::OneWord {
            place.quote >= 0.9 && place.context >= 0.2
        } else {
            place.quote >= 0.15 && place.weaker >= 0.3
        };
        let why = Why::LittleInPlace;
        return is_enough.then(|| Found { state: State::Changed, why, ..place.clone() });
    }
    None
}

/// An edited original where what stood round it stands (`off` characters from there; `settled` from where most of it
/// stands), with surroundings as good as those of any exact copy elsewhere.
fn edited_original(
    found: &[Scored],
    off: &dyn Fn(&&Found) -> usize,
    settled: &dyn Fn(&&Found) -> usize,
) -> Option<Found> {
    let places = || found.iter().map(|(_, place)| place).filter(|place| place.state != State::Orphan);
    let here = places().filter(|place| place.state == State::Changed && place.part.is_none() && off(place) <= 2 * NEAR);
    let place = here.max_by(|one, other| (one.quote + one.context).total_cmp(&(other.quote + other.context)))?;
    let mut copies = places().filter(|other| other.state == State::Exact).peekable();
    let is_apart = |other: &Found| other.end <= place.start || place.end <= other.start;
    let is_copy = |other: &Found| {
        is_apart(other)
            && settled(&other) > off(&place) + 2 * TIGHT
            && other.beside.0 <= place.beside.0 + LIKE
            && other.beside.1 <= place.beside.1 + LIKE
    };
    let is_like = place.quote >= 0.3 && is_original(place) && place.beside.0.max(place.beside.1) >= 0.9;
    (is_like && copies.peek().is_some() && copies.all(is_copy)).then(|| place.clone())
}
