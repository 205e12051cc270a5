//! What happens in a sentence: who is named in it, who does something, and what is said.

use super::according;
use super::drafts::{Draft, Source};
use super::phrases::{self, Mention};
use super::pointing;
use super::spoken;
use super::subjects;
use super::tokens::Token;
use super::words::{Class, Participle, Verb, Words};

/// One thing that happens in a sentence.
pub(super) enum Event {
    Subject(Mention),
    /// The subject of a clause inside.
    Inner(Mention),
    Naming(Mention),
    Speech(usize),
}

/// What happens in a sentence, in the order of the text, each with its place.
pub(super) fn events(tokens: &[Token<'_>], drafts: &[Draft<'_>], words: &Words) -> Vec<(usize, Event)> {
    let mut events = Vec::new();
    let start = |at: usize| tokens.get(at).map_or(0, |token| token.start);
    let subject =
        tokens.first().filter(|first| !first.is_mark()).and_then(|_| subjects::main(tokens, 0, tokens.len(), words));
    let subject =
        subject.filter(|subject| !tokens[subject.core.first].is(Class::UNNAMED)).or_else(|| behind_clause(tokens));
    let subject = according::whose_case(tokens, words)
        .or_else(|| pointing::of_promise(tokens, words))
        .or(subject)
        .filter(|subject| spoken::is_somebody(tokens, subject) || is_the_other(tokens, subject))
        .filter(|subject| words.impersonal.at(tokens, subject.core.first) == 0);
    let source_at = |at: usize| {
        drafts.iter().any(|draft| matches!(&draft.source, Source::Named(mention) if mention.core.first == at))
    };
    let mut at = 0;
    while at < tokens.len() {
        let mention = if phrases::opens(tokens, at) { phrases::at(tokens, at, tokens.len(), words) } else { None };
        let Some(mention) = mention else {
            at += 1;
            continue;
        };
        let other = !source_at(at) && subject.as_ref().is_none_or(|subject| subject.core.first != at);
        let named = mention.name.is_some();
        if !named && !acts(tokens, &mention) && !does(tokens, &mention) {
            at += 1;
            continue;
        }
        let next = mention.core.after.max(at + 1);
        if other {
            events.push((start(at), if named { Event::Naming(mention) } else { Event::Inner(mention) }));
        }
        at = next;
    }
    if let Some(subject) = subject.filter(|subject| !source_at(subject.core.first)) {
        events.push((start(subject.core.first), Event::Subject(subject)));
    }
    for (number, draft) in drafts.iter().enumerate() {
        let place = match &draft.source {
            Source::Named(mention) => start(mention.core.first),
            Source::Inside(inside) => inside.tokens.get(inside.mention.core.first).map_or(0, |token| token.start),
            Source::Silent { .. } => draft.cue.map_or(0, |cue| start(cue.first)),
            Source::Open => start(draft.content.first),
        };
        events.push((place, Event::Speech(number)));
    }
    events.sort_by_key(|(place, _)| *place);
    events
}

/// "Quand on lui lit la lettre, [elle] rit.": whom a sentence is about that opens with what somebody else does.
fn behind_clause(tokens: &[Token<'_>]) -> Option<Mention> {
    let opens = tokens.first().filter(|first| first.is(Class::CONJUNCTION));
    let comma = opens.and_then(|_| tokens.iter().position(|token| token.is_sign(",") || token.is_mark()))?;
    let pronoun =
        tokens.get(comma + 1).filter(|next| next.is(Class::PRONOUN) && !next.is(Class::UNNAMED.and(Class::OBJECT)));
    pronoun.map(|_| Mention::pronoun(comma + 1))
}

/// "ce que [la haute autorité] n'a pas manqué de relever": whether somebody without a name has a verb behind.
fn acts(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let somebody = mention.head.is_some_and(|head| tokens[head].is(Class::HUMAN.and(Class::BODY)));
    let definite = tokens[mention.core.first].is(Class::DEFINITE);
    let behind = tokens.iter().skip(mention.after).take(2);
    somebody
        && definite
        && behind
            .take_while(|token| token.is(Class::AUXILIARY.and(Class::OBJECT)))
            .any(|token| token.is(Class::AUXILIARY))
}

/// "donnée par [une voisine]".
fn does(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let participle = |verb: &Token<'_>| Participle::OfDeeds.ends(&verb.lower);
    let human = mention.head.is_some_and(|head| tokens[head].is(Class::HUMAN));
    human && matches!(&tokens[..mention.core.first], [.., verb, by] if by.lower == "par" && participle(verb))
}

/// "[L'autre] sourit."
fn is_the_other(tokens: &[Token<'_>], subject: &Mention) -> bool {
    matches!(subject.core.of(tokens), [article, other] if article.is(Class::DEFINITE) && other.lower == "autre")
}

/// "confirmé par [Ada Hill]".
pub(super) fn is_agent(tokens: &[Token<'_>], first: usize) -> bool {
    let [.., verb, by] = &tokens[..first] else { return false };
    matches!(by.lower.as_ref(), "par" | "por") && verb.verb.any(Verb::PARTICIPLE) && verb.verb.any(Verb::SAYS)
}
