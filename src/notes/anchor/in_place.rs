//! What is left of a passage in its own place, which may win over what reads more like it elsewhere.

use super::{
    decide::{AS_IT_WAS, BETWEEN, LIKE, NEAR, TIGHT, is_original, is_whole},
    judge::{Found, Part, State},
    search::Scored,
    why::Why,
};

/// The least context of a part where what stood round the whole stands without it.
const LITTLE_CONTEXT: f32 = 0.35;
/// The longest text, in bytes, that is taken for an insertion into a passage.
const LONG_INSERTION: usize = 800;

/// What is left of a passage where its neighbours say it stands: it wins over what reads more like it elsewhere.
pub(super) fn in_place(
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
    let is_gap = |other: &Found| other.why == Why::Without && distance(other.at) <= NEAR;
    let is_cut = found.iter().any(|(_, other)| is_gap(other));
    let is_between = !is_cut || place.sides().0 >= BETWEEN;
    if place.state == State::Exact && is_between && rivals().any(|other| other.context > place.context) {
        return Some(Found { state: State::Changed, why: Why::MoreThanOnce, ..place.clone() });
    }
    if place.state == State::Orphan && place.why != Why::OneWord && is_edited && !is_cut && rivals().next().is_some() {
        return Some(Found { state: State::Changed, why: Why::WordsDiffer, ..place.clone() });
    }
    let is_gone = is_cut || place.context >= 0.75;
    let is_as_it_was = |other: &Found| other.sides().0 >= AS_IT_WAS && other.state == State::Exact;
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
    let is_like = place.quote >= 0.3 && is_original(place) && place.sides().1 >= 0.9;
    (is_like && copies.peek().is_some() && copies.all(is_copy)).then(|| place.clone())
}
