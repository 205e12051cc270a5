//! Step 5: which mention is the source of a cue, by rules.

mod described;

use super::lexicon::{Classes, Kind, Lexicon};
use super::linear::Piece;
use super::mentions::{self, Phrase};
use super::sentences::Sentence;
use super::token::Token;
pub(super) use described::{before_description, before_finite, before_participle, is_done};

/// How a source stands to its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Before it: "Mira Dahl said".
    Left,
    /// After it: "said Mira Dahl".
    Right,
    /// Before it and a relative: "Mira Dahl, who said".
    Who,
    /// The subject of the main clause: "Mira Dahl left, adding that".
    Main,
    /// "according to Mira Dahl".
    According,
    None,
}

impl Way {
    /// What the models know it by.
    pub fn piece(self) -> Piece<'static> {
        match self {
            Self::Left => Piece::of("left"),
            Self::Right => Piece::of("right"),
            Self::Who => Piece::of("who"),
            Self::Main => Piece::of("main"),
            Self::According => Piece::of("according"),
            Self::None => Piece::of("none"),
        }
    }
}

type Source = (Option<Phrase>, Way);

/// A participle before this token opens its sentence.
const OPENING: usize = 3;

const NOBODY: Source = (None, Way::None);

/// The source of the cue at token `i`, `width` tokens wide.
pub(super) fn of_cue(tokens: &[Token<'_>], i: usize, width: usize, lexicon: &Lexicon, according: bool) -> Source {
    if according {
        return mentions::right(tokens, i + width).map_or(NOBODY, |phrase| (Some(phrase), Way::According));
    }
    let previous = i.checked_sub(1).and_then(|at| tokens.get(at));
    let after_mark = previous.is_some_and(|token| token.mark().is_some());
    let beside = after_mark || previous.is_some_and(|token| token.text == ",");
    let left = if i > 0 { mentions::left(tokens, i, lexicon) } else { None };
    // 'was praised by the mayor', but not 'replied by warning that'
    let is_doing = || tokens.get(i + 2).is_some_and(|next| !next.capital && next.usage.form.text == "ing");
    if tokens.get(i + 1).is_some_and(|next| next.lower == "by" && !is_doing())
        && let Some(phrase) = mentions::right(tokens, i + 2)
    {
        return (Some(phrase), Way::Right);
    }
    if tokens[i].lower.ends_with("ing") && (left.is_none() || beside && !after_mark) {
        return of_main_clause(tokens, i, lexicon);
    }
    if beside || left.is_none() {
        let right = mentions::right(tokens, i + 1);
        let unnamed = left.is_none_or(|left| !left.of(tokens).iter().any(|token| token.capital));
        let inverted = previous.is_none() || after_mark || unnamed;
        if right.is_some() && (after_mark || inverted && beside && (left.is_none() || i > 4)) {
            return (right, Way::Right);
        }
        if left.is_none() {
            return if right.is_some() && i == 0 { (right, Way::Right) } else { NOBODY };
        }
    }
    let Some(left) = left else { return NOBODY };
    let opening = &tokens[left.first];
    let relative = left.after - left.first == 1 && opening.is(Classes::RELATIVE);
    if relative || opening.lower == "who" {
        return (named_before(tokens, left.first).or(Some(left)), Way::Who);
    }
    (Some(left), Way::Left)
}

/// '…, noting that': the subject of the main clause, before or after the participle at `i`.
pub(super) fn of_main_clause(tokens: &[Token<'_>], i: usize, lexicon: &Lexicon) -> Source {
    let main = |phrase: Option<Phrase>| phrase.map_or(NOBODY, |phrase| (Some(phrase), Way::Main));
    // only what opens its sentence has its main clause behind it
    let behind = if i < OPENING { i + 1..tokens.len() } else { 0..0 };
    for k in (0..i).rev().chain(behind) {
        if tokens[k].strength >= 0.3 && !tokens[k].lower.ends_with("ing") {
            let phrase = mentions::left(tokens, k, lexicon).or_else(|| mentions::right(tokens, k + 1));
            if phrase.is_some() {
                return main(phrase);
            }
        }
    }
    if i < OPENING
        && let Some(comma) = (i..tokens.len()).find(|k| tokens[*k].text == ",")
    {
        return main(mentions::right(tokens, comma + 1));
    }
    main(if i >= OPENING { mentions::right(tokens, 0) } else { None })
}

/// The phrase that a relative at token `at` belongs to; for one that only describes, the name before it:
/// "Mira Dahl, a baker in Linz, who said".
fn named_before(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    let k = at.checked_sub(1)?;
    if tokens[k].text != "," {
        return mentions::core(tokens, k);
    }
    let phrase = mentions::core(tokens, k.checked_sub(1)?)?;
    let describes = !phrase.of(tokens).iter().any(|token| token.capital);
    let before = phrase.first.checked_sub(2).filter(|_| describes && tokens[phrase.first - 1].text == ",");
    let name = before.filter(|last| tokens[*last].capital).and_then(|last| mentions::core(tokens, last));
    Some(name.unwrap_or(phrase))
}

/// The subject that a relative stands behind, where what was taken for the source of the cue at token `i` lies inside the
/// relative: '[Mira Dahl], who lost her brother Noa, said', '[those] who spoke to reporters said', '[police] hunting the
/// thief said'.
fn past_relative(tokens: &[Token<'_>], source: Phrase, i: usize) -> Option<Phrase> {
    if source.after > i {
        return None;
    }
    let light = mentions::skip_light_left(tokens, i);
    let is_who = |at: &usize| {
        let token = &tokens[*at];
        let tells = token.is(Classes::RELATIVE) || token.kind == Some(Kind::That);
        tells && (matches!(token.lower.as_ref(), "who" | "whose") || is_that(tokens, *at))
    };
    let (subject_end, inside) = match (0..tokens.len().min(source.first + 1)).rev().find(is_who) {
        Some(who) => {
            let describes = tokens[who.checked_sub(1)?].text == ",";
            let closed = light > source.after && tokens[light - 1].text == ",";
            let verb = |token: &Token<'_>| token.is_finite || token.could_be_verb;
            // 'who [lives in the street] said'
            let is_verb = source.first == who + 1 && verb(&tokens[source.first]);
            let inside = Phrase { first: who + 1, after: if describes && closed { light } else { source.first } };
            let opens = |token: &Token<'_>| matches!(token.kind, Some(Kind::That | Kind::Question | Kind::Conjunction));
            let is_object = || light == source.after && is_behind_preposition(tokens, source);
            let plain = || is_object() && !inside.of(tokens).iter().any(opens) && inside.of(tokens).iter().any(verb);
            let holds = match describes {
                true => closed && inside.of(tokens).iter().any(verb),
                false => (is_verb || is_that(tokens, who)) && light == source.after || plain(),
            };
            (holds.then_some(who - usize::from(describes))?, Phrase { first: who, after: i })
        }
        None => {
            let doing =
                tokens[..source.first].iter().rposition(|token| token.usage.form.text == "ing" && !token.capital)?;
            let between = &tokens[doing + 1..source.first];
            let small = |token: &Token<'_>| token.kind.is_some() || token.usage.parts.text.starts_with('J');
            let noun = doing
                .checked_sub(1)
                .is_some_and(|at| tokens[at].usage.noun.text == "person" || tokens[at].lower == "police");
            let holds = noun && light == source.after && between.iter().all(small);
            (holds.then_some(doing)?, Phrase { first: doing, after: i })
        }
    };
    let stops = |token: &Token<'_>| token.mark().is_some() || token.is_sign(".;:—–");
    let subject = mentions::core(tokens, subject_end.checked_sub(1)?)?;
    let before = subject.first.checked_sub(1).map(|at| &tokens[at]);
    let opens = before.is_none_or(|before| before.text == "," || before.kind == Some(Kind::Conjunction));
    (opens && !inside.of(tokens).iter().any(stops)).then_some(subject)
}

/// 'the union [that] speaks for the bakers', 'the firm [which] runs it': whether a word opens what tells of the noun before it.
fn is_that(tokens: &[Token<'_>], at: usize) -> bool {
    let (Some(before), Some(next)) = (at.checked_sub(1).map(|at| &tokens[at]), tokens.get(at + 1)) else {
        return false;
    };
    let is_body = before.is(Classes::ORGANISATION) || matches!(before.usage.noun.text, "group" | "person");
    matches!(tokens[at].lower.as_ref(), "that" | "which") && is_body && before.strength < WEAK && next.is_finite
}

/// A noun that introduces speech less often than this is none for what is said.
const WEAK: f64 = 0.2;

/// The source of an English cue at token `i` as grammar has it, where what was taken for it is a part of it or belongs to
/// a description of it.
pub(super) fn mended(tokens: &[Token<'_>], i: usize, (source, way): Source, lexicon: &Lexicon) -> Source {
    let is_inside = source.is_some_and(|source| source.first > i);
    let (source, way) = match is_inside && is_by_saying(tokens, i) {
        true => of_main_clause(tokens, i, lexicon),
        false => past_description(tokens, i, (source, way)),
    };
    let Some(source) = source else { return (source, way) };
    let source = past_relative(tokens, source, i).or_else(|| whole_subject(tokens, source, i)).unwrap_or(source);
    let source = match way {
        Way::Main => before_verb(tokens, source),
        _ if source.first < i => owner(tokens, before_finite(tokens, source), i),
        _ => owner(tokens, source, i),
    };
    (Some(source), way)
}

/// 'a report on [Mira Dahl]'s claim that': whose words the cue at token `i` names.
fn owner(tokens: &[Token<'_>], source: Phrase, i: usize) -> Phrase {
    let owns = source.after + 1 == i && tokens[source.after].lower == "'s";
    // 'the mayor of Lys's claim' is the mayor's, 'a review of Hill's claim' speaks of Hill's
    let is_somebody = |noun: &Token<'_>| {
        matches!(noun.usage.noun.text, "person" | "group") || noun.is(Classes::TITLE.and(Classes::ORGANISATION))
    };
    let hangs = |at: &usize| {
        let link = &tokens[*at];
        link.kind == Some(Kind::Preposition) && (link.lower != "of" || !is_somebody(&tokens[at - 1]))
    };
    let behind = (source.first + 1..source.after).rev().find(hangs).filter(|_| owns).map(|at| at + 1);
    Phrase { first: behind.filter(|first| *first < source.after).unwrap_or(source.first), ..source }
}

/// 'She surprised the room by admitting that …': whether somebody does something by saying something.
pub(super) fn is_by_saying(tokens: &[Token<'_>], i: usize) -> bool {
    const SAYS: f64 = 0.32;
    let Some([by, cue, next]) = i.checked_sub(1).and_then(|by| tokens.get(by..by + 3)) else { return false };
    // 'by admitting she had argued'
    let clause = || opens_clause(tokens, Phrase::one(i + 1));
    by.lower == "by" && cue.lower.ends_with("ing") && cue.strength >= SAYS && (next.lower == "that" || clause())
}

/// Where what was taken for the source belongs to a description of it or opens the words:
/// '[The judge], sentencing Noa Reyes, said', '[The firm], which employs many, said it would appeal'.
fn past_description(tokens: &[Token<'_>], i: usize, (source, way): Source) -> Source {
    let described = || before_description(tokens, i, 0);
    let mended = match (source, way) {
        (Some(source), Way::Left | Way::Main) => described()
            .filter(|subject| subject.after < source.first && source.first < i)
            .map(|subject| (Some(subject), Way::Left)),
        (Some(source), Way::Right) if opens_clause(tokens, source) => {
            described().map(|subject| (Some(subject), Way::Left))
        }
        _ => None,
    };
    mended.unwrap_or((source, way))
}

/// 'said [it] would appeal': whether a pronoun is the subject of a clause.
fn opens_clause(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    let is_pronoun = matches!(phrase.of(tokens), [one] if one.is(Classes::PRONOUN));
    let verb = |token: &Token<'_>| token.is_finite || token.kind.is_some_and(Kind::is_auxiliary) && token.lower != "to";
    is_pronoun && tokens.get(phrase.after).is_some_and(verb)
}

/// '[The mayor] closed the meeting, saying that': the subject of a main clause as far as its verb, the first word behind a
/// noun or a name that may be one.
fn before_verb(tokens: &[Token<'_>], source: Phrase) -> Phrase {
    let is_verb = |at: &usize| {
        let (before, token) = (&tokens[at - 1], &tokens[*at]);
        let name = before.capital && !before.is(Classes::DETERMINER);
        let noun = name || before.kind.is_none() && !before.usage.parts.text.starts_with(['J', 'R', 'V']);
        let past = token.is_finite || token.usage.form.text.split('/').any(|form| form == "ed");
        noun && token.word && !token.capital && (past || name && token.could_be_verb)
    };
    let after = (source.first + 1..source.after).find(is_verb).unwrap_or(source.after);
    Phrase { after, ..source }
}

/// '…, [witnesses and police] said': the source of the cue at token `i` with whom it is joined to, where both stand behind
/// the words.
pub(super) fn with_joined(tokens: &[Token<'_>], source: Phrase, i: usize) -> Option<Phrase> {
    let article = tokens[..source.first].iter().rev().take_while(|token| token.is(Classes::DETERMINER)).count();
    let and = (source.first - article).checked_sub(1)?;
    if tokens[and].lower != "and" || source.after > i || tokens[i].strength < 0.7 {
        return None;
    }
    let first = mentions::core(tokens, and.checked_sub(1)?)?;
    let head = mentions::head(first.of(tokens))?;
    let is_somebody = head.capital || matches!(head.usage.noun.text, "person" | "group") || head.lower == "police";
    let is_somebody = is_somebody || head.is(Classes::ORGANISATION);
    let comma = first.first.checked_sub(1).filter(|at| tokens[*at].is_sign(",—–") || tokens[*at].mark().is_some())?;
    let finite = |tokens: &[Token<'_>]| tokens.iter().any(Token::is_of_clause);
    let behind = tokens[..comma].iter().any(|token| token.mark().is_some()) || finite(&tokens[..comma]);
    (is_somebody && behind && !finite(&tokens[i + 1..])).then_some(Phrase { first: first.first, after: source.after })
}

/// A pronoun with the noun that it tells the owner of, and a name behind that: 'said [her brother Noa]', 'said [her] on Monday'.
pub(super) fn with_possessed(sentence: &Sentence<'_>, phrase: Phrase) -> Phrase {
    const FEW: usize = 3;
    let [pronoun] = phrase.of(&sentence.tokens) else { return phrase };
    let is_plain = |token: &&Token<'_>| token.word && !token.capital && token.kind.is_none();
    let behind = sentence.tokens.iter().skip(phrase.after).take(FEW).take_while(is_plain);
    let noun =
        behind.take_while(|token| !token.is(Classes::PREPOSITION)).position(|token| token.usage.noun.text == "person");
    let owns = pronoun.is(Classes::OBJECT_PRONOUN) && pronoun.is(Classes::POSSESSIVE);
    let Some(noun) = noun.filter(|_| owns) else { return phrase };
    let after = phrase.after + noun + 1;
    let name = sentence.names.iter().find(|name| name.first == after);
    Phrase { after: name.map_or(after, |name| name.after), ..phrase }
}

/// The subject of the sentence, where what was taken for the source of the cue at token `i` is a place or a time beside it:
/// '[Mira Dahl], at a meeting in Lys, said', 'Speaking in Marl, Lys, [Mira Dahl] left, saying'.
pub(super) fn past_place(sentence: &Sentence<'_>, source: Phrase, i: usize) -> Option<Phrase> {
    const NEAR: usize = 8;
    let tokens = &sentence.tokens;
    if source.after > i || source.of(tokens).iter().any(|token| token.is(Classes::PRONOUN)) {
        return None;
    }
    let is_preposition = |at: usize| tokens.get(at).is_some_and(|token| token.kind == Some(Kind::Preposition));
    let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.text == ",");
    let finite = |range: &[Token<'_>]| range.iter().any(Token::is_of_clause);
    let hangs = source.first.checked_sub(1).is_some_and(is_preposition);
    let light = mentions::skip_light_left(tokens, i);
    let comma = (1..tokens.len().min(NEAR)).find(|at| is_comma(*at)).filter(|at| is_preposition(at + 1));
    if let Some(comma) = comma.filter(|comma| source.first > comma + 1 && light > 0 && is_comma(light - 1)) {
        let subject = mentions::core(tokens, comma - 1).filter(|subject| subject.first == 0);
        let plain = !finite(&tokens[..i]) && !tokens[..i].iter().any(|token| token.mark().is_some());
        return subject.filter(|subject| plain && subject.of(tokens).iter().any(|token| token.capital));
    }
    // 'Mira Dahl on Monday during a meeting said'
    let behind_name = sentence.names.first().filter(|name| name.first == 0 && hangs && name.after < source.first);
    if let Some(name) = behind_name.filter(|name| is_preposition(name.after) && tokens[name.after].lower != "of") {
        let between = &tokens[name.after..i];
        let time = between.iter().take(3).any(|token| token.is(Classes::DAY))
            || matches!(tokens[name.after].lower.as_ref(), "during" | "after" | "before");
        let plain = !finite(between) && !between.iter().any(|token| !token.word);
        if time && plain {
            return Some(*name);
        }
    }
    let opens = is_preposition(0) || tokens[0].usage.form.text == "ing" || tokens[0].lower == "here";
    let place = opens && (hangs || source.first == 0 || is_comma(source.first - 1));
    let is_subject = |name: &&Phrase| {
        let verb = tokens.get(name.after).is_some_and(|verb| verb.is_finite || verb.could_be_verb);
        verb && name.first > source.after && name.after < i && is_comma(name.first - 1)
    };
    let subject = sentence.names.iter().filter(|_| place).find(is_subject)?;
    (!finite(&tokens[..subject.first])).then_some(*subject)
}

/// 'A mother of one of [the other girls] said': the whole subject, of which a source is the last part.
fn whole_subject(tokens: &[Token<'_>], source: Phrase, i: usize) -> Option<Phrase> {
    let hangs =
        source.first.checked_sub(1).is_some_and(|at| matches!(tokens[at].lower.as_ref(), "of" | "for" | "from"));
    let before = tokens.get(..source.first).filter(|_| hangs && source.after <= i)?;
    let plain = before.iter().all(|token| token.word && !(token.is_of_clause()));
    let article = before.first().is_some_and(|first| matches!(first.lower.as_ref(), "a" | "an" | "the" | "one"));
    let head = mentions::head(before)?;
    let is_somebody = head.usage.noun.text == "person" || head.is(Classes::TITLE);
    let beside = mentions::skip_light_left(tokens, i) == source.after;
    (plain && article && is_somebody && beside).then_some(Phrase { first: 0, after: source.after })
}

fn is_behind_preposition(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    let before = phrase.first.checked_sub(1).map(|at| &tokens[at]);
    before.is_some_and(|before| before.kind == Some(Kind::Preposition) || before.lower == "to")
}
