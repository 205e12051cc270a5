//! Whose words a German verb or noun tells when its subject is not who speaks: 'wurde von der Polizei mitgeteilt', 'In dem
//! Bericht heißt es', 'Auf dem Zettel standen die Worte'.

use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::Phrase;
use super::super::sources::Way;
use super::super::token::Token;
use super::according::source_phrase;
use super::phrase::{self, is_noun};
use super::subject;
use super::when::is_part_of_day;

/// The phrase behind the preposition of 'In dem Bericht heißt es', 'hieß es aus dem Rat'.
pub(super) fn place_of(tokens: &[Token<'_>], begin: usize, at: usize) -> Option<Phrase> {
    let behind = |from: usize, to: usize| {
        (from..to.min(tokens.len()))
            .filter(|word| tokens[*word].is(Classes::PREPOSITION))
            // 'seit Jahren heißt es'
            .filter(|word| {
                !matches!(tokens[*word].lower.as_ref(), "seit" | "nach" | "vor" | "für" | "zu" | "zum" | "zur")
            })
            .filter_map(|word| phrase::noun_phrase(tokens, word + 1))
            // 'hieß es am Montag', 'auf Anfrage hieß es'
            .find(|phrase| {
                let asked = |token: &Token<'_>| is_noun(token) && token.lower.contains("frage");
                // 'in einer Mitteilung vom Freitag'
                let noun = phrase::head(tokens, *phrase).map_or(phrase.of(tokens), |head| &tokens[head..=head]);
                !noun
                    .iter()
                    .any(|token| token.is(Classes::DAY.and(Classes::MONTH)) || asked(token) || is_part_of_day(token))
            })
    };
    let sign = tokens[at + 1..].iter().position(|token| !token.word).map_or(tokens.len(), |ahead| at + 1 + ahead);
    behind(begin, at).or_else(|| behind(at + 1, sign.min(at + 6))).or_else(|| behind(0, begin.min(1)))
}

/// Whose paper it is: of 'einer Mitteilung des Rates' the council.
pub(super) fn author(tokens: &[Token<'_>], place: Phrase, lexicon: &Lexicon) -> Phrase {
    // 'in einem Schreiben des Rates vom Mai'
    let dated = match place.of(tokens) {
        [.., of, day] => of.lower == "vom" && day.is(Classes::DAY.and(Classes::MONTH)),
        _ => false,
    };
    let place = if dated { Phrase { after: place.after - 2, ..place } } else { place };
    let head = phrase::head(tokens, place).filter(|head| lexicon.is_document(&tokens[*head].lower));
    let owner = head.and_then(|head| owner(tokens, head + 1)).filter(|owner| owner.after <= place.after);
    owner.unwrap_or(place)
}

/// 'Die Zeitung zitiert einen Wirt mit den Worten', 'Der Wirt wird mit den Worten zitiert', 'zitiert der Bote den Wirt'.
pub(super) fn quoted_person(tokens: &[Token<'_>], at: usize) -> Option<(Phrase, Way)> {
    let becomes = |token: &Token<'_>| token.kind == Some(Kind::Be);
    if let Some(auxiliary) = tokens[..at].iter().rposition(becomes) {
        return subject::of_verb(tokens, auxiliary);
    }
    // 'ein Satz, der seither zitiert wird: „…“'
    let begin = subject::clause_begin(tokens, at);
    if subject::is_relative(tokens, begin) && is_passive(tokens, at) {
        return subject::before_relative(tokens, begin).filter(|(who, _)| !is_thing(tokens, *who, Lexicon::german()));
    }
    // '…, so zitiert ihn der Bote'
    let pronoun = tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_ref(), "ihn" | "sie"));
    if pronoun && phrase::subject(tokens, at + 2).is_some() {
        return Some((Phrase::one(at + 1), Way::Right));
    }
    let first = phrase::subject(tokens, phrase::past_light(tokens, at + 1));
    let second = first.and_then(|first| phrase::noun_phrase(tokens, first.after));
    let object = phrase::noun_phrase(tokens, at + 1);
    let person = second.or(object).or(first).map(|person| (person, Way::Right));
    person.or_else(|| subject::of_verb(tokens, at))
}

/// Whose words a verb in the passive tells.
pub(super) fn quoted_or_agent(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    if tokens[at].lower.starts_with("zitier") {
        return quoted_person(tokens, at).map(|(person, _)| person);
    }
    passive_source(tokens, at)
}

/// Whether a participle belongs to a passive: 'wurde … mitgeteilt'.
pub(super) fn is_passive(tokens: &[Token<'_>], at: usize) -> bool {
    let lower = tokens[at].lower.as_ref();
    let participle = lower.starts_with("ge") || lower.ends_with('t') && !lower.ends_with("te") || lower.ends_with("en");
    let becomes = |token: &Token<'_>| {
        matches!(token.lower.as_ref(), "wird" | "wurde" | "werden" | "wurden" | "worden" | "werde" | "würde" | "würden")
    };
    let last = tokens.get(at + 1).is_none_or(|next| !next.word || next.kind.is_some_and(Kind::is_auxiliary));
    let clause = passive_begin(tokens, at)..(at + 2).min(tokens.len());
    participle && last && tokens[clause].iter().any(becomes)
}

/// Who says what a participle in the passive tells: 'wurde von der Polizei mitgeteilt', 'wird im „Boten“ als „falsch“
/// bezeichnet'.
pub(super) fn passive_source(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    agent(tokens, at).or_else(|| {
        let within = |word: &usize| matches!(tokens[*word].lower.as_ref(), "in" | "im");
        let begin = passive_begin(tokens, at);
        (begin..at)
            .rev()
            .filter(within)
            .find_map(|word| source_phrase(tokens, word + 1).filter(|place| !is_time(tokens, *place)))
    })
}

/// 'im Mai', 'im Jahr 2004', 'im Fall'.
fn is_time(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    phrase.of(tokens).iter().any(|token| {
        token.is(Classes::DAY.and(Classes::MONTH))
            || matches!(token.lower.as_ref(), "jahr" | "jahre" | "jahren" | "fall" | "zusammenhang" | "rahmen" | "zuge")
    })
}

/// Where words stand that are the subject themselves: 'Auf dem Zettel waren die Worte „…“ zu lesen', 'Von der Polizei kam
/// die Nachricht'; or whose they are: 'Seine Antwort war: „…“', 'Die Antwort des Rates war: „…“'.
pub(super) fn told_by(tokens: &[Token<'_>], begin: usize, subject: Phrase, lexicon: &Lexicon) -> Option<(Phrase, Way)> {
    let head = (subject.first..subject.after).find(|at| is_noun(&tokens[*at]))?;
    // 'Hills Urteil'
    let capitals = tokens[subject.first..subject.after].iter().take_while(|token| token.capital).count();
    let genitive = (subject.first..subject.first + capitals).rev().find(|at| super::is_genitive(tokens[*at].text));
    if let Some(owner) = genitive.filter(|owner| head == subject.first && subject.after > owner + 1)
        && is_said(&tokens[subject.after - 1].lower, lexicon)
    {
        return Some((Phrase { first: head, after: owner + 1 }, Way::Left));
    }
    // 'Seine Ziele sind klar: „…“'
    let own_thing = || {
        // 'Ihre Bitte an den Rat: „…“'
        let is = tokens.get(subject.after).is_some_and(|next| {
            next.kind == Some(Kind::Be)
                || next.text == ":"
                || next.is(Classes::PREPOSITION) && !lexicon.is_person(&tokens[head].lower)
        });
        // 'teilt ihr Büro mit', 'erklärte ihre Anwältin in einer Pause': behind a verb they are who speaks
        let opens = subject.first.checked_sub(1).filter(|_| subject.first > begin);
        let opens = opens.is_none_or(|before| subject::coordinates(&tokens[before]));
        is && opens && tokens[subject.first].is(Classes::POSSESSIVE) && !lexicon.ends_like_role(&tokens[head].lower)
    };
    if !is_said(&tokens[head].lower, lexicon) && !own_thing() {
        return None;
    }
    let leads =
        |at: &usize| matches!(tokens[*at].lower.as_ref(), "in" | "im" | "auf" | "von" | "vom" | "aus" | "bei" | "beim");
    let place = (begin..subject.first).find(leads).and_then(|at| phrase::noun_phrase(tokens, at + 1));
    let place = place.filter(|place| place.after <= subject.first);
    let whose = || {
        let own = tokens[subject.first].is(Classes::POSSESSIVE).then(|| Phrase::one(subject.first));
        // 'Vorwurf aus dem Rat'
        let from = || {
            let from = tokens.get(head + 1).is_some_and(|next| next.lower == "aus");
            if from && head + 1 == subject.after { phrase::noun_phrase(tokens, head + 2) } else { None }
        };
        own.or_else(|| owner(tokens, head + 1).filter(|owner| owner.after <= subject.after)).or_else(from)
    };
    // 'Kritik kam von Ada Hill: …'
    let comes = || {
        let verb = tokens.get(subject.after).filter(|verb| verb.word && !is_noun(verb));
        let from = verb.and_then(|_| tokens.get(subject.after + 1));
        let from = from.filter(|from| matches!(from.lower.as_ref(), "von" | "vom"));
        from.and_then(|_| phrase::noun_phrase(tokens, subject.after + 2))
    };
    place.or_else(whose).or_else(comes).map(|source| (source, Way::Left))
}

/// Whether a noun is for what somebody says or has said: "Vorwurf", "Urteil", "Kritik".
pub(in super::super) fn is_said(lower: &str, lexicon: &Lexicon) -> bool {
    lexicon.is_statement(lower) || lexicon.is_weighed(lower)
}

/// Whose words a noun speaks of: 'der Vorwurf [der Wirte]', 'Berichte von [Ada Hill]'.
pub(super) fn owner(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    match tokens.get(at)?.lower.as_ref() {
        "der" | "des" | "eines" | "einer" | "dieser" | "seiner" | "ihrer" | "seines" | "ihres" => {
            phrase::noun_phrase(tokens, at)
        }
        "von" | "vom" => phrase::noun_phrase(tokens, at + 1),
        _ => None,
    }
}

/// 'Für Ada Hill ist klar: „…“': in whose eyes what a sentence opens with is so.
pub(super) fn in_whose_eyes(tokens: &[Token<'_>], begin: usize, to: usize) -> Option<Phrase> {
    let opens = tokens.get(begin).is_some_and(|token| token.lower == "für");
    // '„Schön“ waren für Ada Hill die Wochen am Fluss: „…“'
    let inside = |at: &usize| tokens[*at].lower == "für" && tokens[*at - 1].kind == Some(Kind::Be);
    if let Some(holder) = (begin + 1..to).find(inside).and_then(|at| phrase::noun_phrase(tokens, at + 1)) {
        return phrase::ends_in_name(tokens, holder).then_some(holder);
    }
    let holder = if opens { phrase::noun_phrase(tokens, begin + 1) } else { None }?;
    let next = phrase::past_bracket(tokens, holder.after);
    let verb = tokens.get(next).is_some_and(|verb| verb.word && !is_noun(verb) && !verb.is(Classes::PREPOSITION));
    // 'Für Aufsehen sorgte Ada Hill: „…“'
    let other = || phrase::subject(tokens, next + 1).is_some_and(|subject| phrase::ends_in_name(tokens, subject));
    (next < to && phrase::is_named(tokens, holder) && verb && !other()).then_some(holder)
}

/// Whether a phrase is about something that is said or seen and says nothing itself: 'der erste Satz', 'der Fall'.
pub(super) fn is_thing(tokens: &[Token<'_>], phrase: Phrase, lexicon: &Lexicon) -> bool {
    let head = phrase.of(tokens).iter().find(|token| is_noun(token));
    head.is_some_and(|head| lexicon.is_thing(&head.lower))
}

/// Whom "von" names in a passive: 'wurde von der Polizei mitgeteilt'.
fn agent(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    let by = |word: &usize| matches!(tokens[*word].lower.as_ref(), "von" | "vom" | "durch");
    (passive_begin(tokens, at)..at).rev().filter(by).find_map(|word| phrase::noun_phrase(tokens, word + 1))
}

/// Where the clause of a participle begins; passages in marks part none.
fn passive_begin(tokens: &[Token<'_>], at: usize) -> usize {
    tokens[..at].iter().rposition(|token| token.is_sign(",;:")).map_or(0, |sign| sign + 1)
}
