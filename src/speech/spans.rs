//! Step 6a: where the words that a cue introduces may begin and end, and what tells the right places from the others.

use smallvec::{SmallVec, smallvec};

use super::cues::{Frame, distance, near, rounded};
use super::facts::Facts;
use super::lexicon::Classes;
use super::linear::{Features, Piece, feature};
use super::sources::Way;
use super::token::Token;

/// On which side of its cue the reported speech lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    After,
    Before,
}

/// The places where the reported words may begin.
pub(super) fn starts(frame: &Frame<'_, '_>) -> SmallVec<[(Side, usize); 32]> {
    let tokens = frame.tokens;
    let mut found = SmallVec::new();
    let from = if matches!(frame.way, Way::Right | Way::According) { frame.high } else { frame.i + frame.width };
    let (mut next, stop, ahead) = (from, frame.last.min(frame.i + 20), frame.ahead);
    // farther from the cue only where words often begin
    let likely = |j: usize| {
        if j <= frame.high + 4 {
            return j;
        }
        let here = ahead.next(Facts::MARK, j).min(ahead.next(Facts::BEGINS, j));
        let behind = ahead.next(Facts::MARK, j - 1).min(ahead.next(Facts::LEADS, j - 1)) + 1;
        here.min(behind)
    };
    while next < stop {
        let j = likely(next);
        if j >= stop {
            break;
        }
        next = j + 1;
        let (token, before) = (&tokens[j], &tokens[j - 1]);
        // 'was quoted [as saying]'
        let says = |at: usize| tokens.get(at).is_some_and(|token| token.strength > 0.4);
        if token.lower == "as" && says(j + 1) || before.lower == "as" && says(j) {
            continue;
        }
        if token.mark().is_none() && !token.word && !token.is_sign("$£€'’‘[(…") {
            continue;
        }
        found.push((Side::After, j));
        if found.len() >= 10 {
            break;
        }
    }
    for j in (0..frame.before_end.unwrap_or(0)).rev() {
        let token = &tokens[j];
        let parted = |before: usize| tokens[before].facts.any(Facts::MARK.and(Facts::PARTS));
        let opens = token.facts.any(Facts::MARK) || j.checked_sub(1).is_none_or(parted);
        if (token.word || token.mark().is_some()) && opens {
            found.push((Side::Before, j));
            if found.len() >= 24 {
                break;
            }
        }
    }
    found
}

/// What stands before a cue, up to where its words may end.
fn before(f: &Frame<'_, '_>) -> Piece<'static> {
    match f.before_end {
        None => Piece::of("none"),
        Some(end) if f.tokens[end - 1].mark().is_some() => Piece::of("Q"),
        Some(_) => Piece::of("c"),
    }
}

/// What tells on which side of their cue the reported words begin.
pub(super) fn describe_side<F: Features>(f: &Frame<'_, '_>, side: Side, out: &mut F) {
    let (before, word, shape, verb) = (before(f), f.word, f.shape, f.tokens[f.i].usage.verb);
    let (way, behind, s) = (f.way.piece(), f.class(f.high), rounded(f.strength, 5.0));
    match side {
        Side::After => {
            feature!(out, "A", before);
            feature!(out, "w=", word, "A");
            feature!(out, "way=", way, "A", before);
            feature!(out, "A", before, "s=", s);
            feature!(out, shape, "A", before);
            feature!(out, "nx=", behind, "A", before);
            feature!(out, "V=", verb, "A", before);
        }
        Side::Before => {
            feature!(out, "B", before);
            feature!(out, "w=", word, "B");
            feature!(out, "way=", way, "B", before);
            feature!(out, "B", before, "s=", s);
            feature!(out, shape, "B", before);
            feature!(out, "nx=", behind, "B", before);
            feature!(out, "BV=", verb, shape);
            feature!(out, "B", before, "r=", near(distance(f.high, f.last)));
        }
    }
}

/// What tells whether the reported words begin at token `j`, beside what [`describe_side`] tells.
pub(super) fn describe_start<F: Features>(f: &Frame<'_, '_>, side: Side, j: usize, out: &mut F) {
    match side {
        Side::After => describe_start_after(f, before(f), j, out),
        Side::Before => describe_start_before(f, before(f), j, out),
    }
}

fn describe_start_after<F: Features>(f: &Frame<'_, '_>, before: Piece<'_>, j: usize, out: &mut F) {
    let (tokens, word, shape) = (f.tokens, f.word, f.shape);
    let (first, prev) = (f.class(j), f.class_before(j));
    let behind = f.i + f.width;
    let d = near(distance(behind, j));
    let any = |fact: Facts| f.ahead.any(fact, behind..j);
    let quoted = any(Facts::MARK);
    let first_quote = tokens[j].mark().is_some() && !quoted;
    let that = any(Facts::THAT);
    let verb = any(Facts::AUXILIARY) || any(Facts::CUE_3);
    let comma = any(Facts::COMMA) || any(Facts::COLON);
    let prev_word = j.checked_sub(1).map_or(prev, |before| tokens[before].own());
    let tells = !f.according && tokens[f.i].is(Classes::TELLING);
    feature!(out, "A", before, "d=", d);
    feature!(out, "A", first);
    feature!(out, "Ap=", prev_word);
    feature!(out, "Ap=", prev, first);
    feature!(out, "d=", d, "f=", first);
    feature!(out, "d=", d, "p=", prev_word);
    feature!(out, "that=", that, prev);
    feature!(out, "tell=", tells, "d", d, prev);
    feature!(out, "fq=", first_quote, d);
    feature!(out, "fq=", first_quote, "A", before);
    feature!(out, "w=", word, "p=", prev_word);
    feature!(out, "w=", word, "d=", d);
    feature!(out, "A", before, "r=", near(distance(j, f.last)));
    feature!(out, shape, "d=", d, first);
    feature!(out, "vb=", verb, prev);
    feature!(out, "vb=", verb, that);
    let tag = |at: usize| tokens.get(at).map_or(Piece::of("end"), Token::tag);
    let tag_before = j.checked_sub(1).map_or(Piece::of("start"), tag);
    let finite = Some(f.ahead.next(Facts::FINITE, j) - j).filter(|ahead| *ahead < 10);
    let between_finite = any(Facts::FINITE);
    feature!(out, "t=", tag(j), d);
    feature!(out, "t=", tag(j), tag_before);
    feature!(out, "t=", tag(j), tag(j + 1));
    feature!(out, "t<", tag_before, d);
    feature!(out, "fv=", finite.map_or(10, |at| at.min(5)), first);
    feature!(out, "fv=", finite.is_some(), between_finite, prev);
    feature!(out, "fb=", between_finite, d);
    feature!(out, "V=", tokens[f.i].usage.verb, "p=", prev_word);
    feature!(out, "V=", tokens[f.i].usage.verb, "f=", first);
    feature!(out, "pn=", j.checked_sub(1).map_or(Piece::of("-"), |at| *tokens[at].usage.noun), first);
    feature!(out, "x=", comma, quoted, d);
}

fn describe_start_before<F: Features>(f: &Frame<'_, '_>, before: Piece<'_>, j: usize, out: &mut F) {
    let (tokens, head) = (f.tokens, j == 0);
    let (first, prev) = (f.class(j), f.class_before(j));
    let between = f.before_end.and_then(|end| tokens.get(j..end)).unwrap_or_default();
    let opens_quoted = between.first().is_some_and(|token| token.mark().is_some());
    let (end, ahead) = (j + between.len(), f.ahead);
    feature!(out, "B", before, "l=", near(between.len()));
    feature!(out, "B", first, head);
    feature!(out, "Bp=", prev);
    feature!(out, "Bp=", prev, first);
    feature!(out, "B0=", head, before);
    feature!(out, "Bq=", opens_quoted, between.len() == 1, before);
    feature!(out, "Bm=", ahead.any(Facts::MARK, j..end.saturating_sub(1)), before, head);
    feature!(out, "Bpc=", ahead.any(Facts::CUE_45, j..end), head);
    let verb = ahead.any(Facts::AUXILIARY, 0..j);
    feature!(out, "Bv=", verb, head, prev);
    feature!(out, "Bh=", f.class(0), head);
    let tag = |at: usize| tokens.get(at).map_or(Piece::of("end"), Token::tag);
    let (finite, finite_before) = (ahead.any(Facts::FINITE, j..end), ahead.any(Facts::FINITE, 0..j));
    feature!(out, "Bfv=", finite, finite_before, head);
    feature!(out, "Bfv=", finite, prev);
    feature!(out, "Bt=", tag(j), prev);
    feature!(out, "Bt=", tag(j), tag(j + 1), head);
}

/// The places where words that begin at token `j`, after their cue, may end.
pub(super) fn ends(frame: &Frame<'_, '_>, j: usize) -> SmallVec<[usize; 24]> {
    let tokens = frame.tokens;
    let mut found: SmallVec<[usize; 24]> = SmallVec::new();
    let stop = |e: usize| frame.ahead.next(Facts::STOPS, e).min(frame.ahead.next(Facts::MARK, e - 1) + 1);
    let mut next = stop(j + 1);
    while next < frame.last && found.len() < 20 {
        found.push(next);
        next = stop(next + 1);
    }
    // 'Noting that …, he looked forward': up to the main clause
    if let (Way::Main, Some(source)) = (frame.way, frame.source)
        && source.first > j
    {
        let comma = found.into_iter().rfind(|e| *e < source.first && tokens[*e].text == ",");
        return smallvec![comma.unwrap_or(source.first)];
    }
    if frame.last > j {
        found.push(frame.last);
        found
    } else {
        smallvec![j + 1]
    }
}

/// What tells whether words that begin at token `j` end before token `e`.
pub(super) fn describe_end<F: Features>(f: &Frame<'_, '_>, j: usize, e: usize, out: &mut F) {
    let tokens = f.tokens;
    let last = e == f.last;
    let (at, next, first) = (f.class(e), f.class(e + 1), f.class(j));
    let (length, rest) = (near(distance(j, e)), near(distance(e, f.last)));
    let here = tokens.get(e);
    let comma = here.is_some_and(|token| token.text == ",");
    let quoted = tokens[e - 1].mark().is_some();
    let joint = matches!(at.text, "conj" | "rel" | "prep" | "wh");
    let word = here.filter(|_| joint).map_or(at, |token| Piece::of(&token.lower));
    let place = if last { Piece::of("F") } else { at };
    let commas = f.ahead.each(Facts::COMMA, j..e).count();
    feature!(out, "at=", if last { Piece::of("F") } else { word });
    feature!(out, "at=", place, if last { Piece::of("") } else { next });
    feature!(out, "r=", rest);
    feature!(out, "q=", quoted, place);
    match f.ahead.next(Facts::CUE_FROM_45, e) - e {
        later @ 0..8 => feature!(out, "cue=", later, comma),
        _ => feature!(out, "cue=", false, comma),
    }
    feature!(out, "w=", f.word, last);
    feature!(out, "way=", f.way.piece(), f.i == 0, place);
    feature!(out, "com=", commas, place);
    let tag = |at: usize| tokens.get(at).map_or(Piece::of("end"), Token::tag);
    let finite = f.ahead.any(Facts::FINITE, j..e);
    let finite_rest =
        Some(f.ahead.next(Facts::FINITE, e)).filter(|next| *next < f.last.min(e + 6)).map(|next| next - e);
    let same_comma = commas % 2 == 1;
    feature!(out, "fv=", finite, place);
    feature!(out, "fv=", finite, "r", finite_rest.map_or(9, |at| at), comma);
    feature!(out, "t<", tokens[e - 1].tag(), place);
    feature!(out, "t>", tag(e + 1), place);
    feature!(out, "t=", tag(e), last);
    feature!(out, "t=", tag(e), tag(e + 1), last);
    feature!(out, "V=", tokens[f.i].usage.verb, last, finite);
    feature!(out, "cm=", same_comma, finite, place);
    feature!(out, "t2=", tag(e + 1), tag(e + 2), comma);
    let joins = matches!(first.text, "that" | "prep" | "wh" | "conj");
    let opening = if joins { Piece::of(&tokens[j].lower) } else { first };
    let soon = finite_rest.is_some_and(|at| at < 4);
    feature!(out, "ow=", opening, word);
    feature!(out, "of=", opening, finite, place);
    feature!(out, "wf=", word, finite, soon);
    feature!(out, "wt=", word, tag(e + 1), finite);
    feature!(out, "wV=", word, tokens[f.i].usage.verb);
    feature!(out, "cw=", f.word, word);
    feature!(out, "nb=", tokens[e - 1].usage.noun, word);
    feature!(out, "l=", length, word, finite);
    if comma {
        let next = f.ahead.next(Facts::COMMA, e + 1);
        let later = if next < f.last { near(next - e) } else { 0 };
        feature!(out, "c2=", later, tag(e + 1), finite);
        feature!(out, "c3=", later, finite, soon, finite_rest.is_some());
    }
    if let Some(after) = tokens.get(e + 1) {
        feature!(out, "va=", after.usage.form, after.usage.verb, comma);
    }
    if let Some(after) = tokens.get(e + 1).filter(|_| !last && comma) {
        let own = after.is(Classes::CONJUNCTION.and(Classes::PREPOSITION).and(Classes::RELATIVE));
        feature!(out, "nc=", rounded(after.strength, 5.0));
        feature!(out, "nw=", if own { Piece::of(&after.lower) } else { next });
    }
}
