//! Parts of the narrator's sentence in quotation marks: whose words they are.

use super::clauses;
use super::drafts::{Reading, Source};
use super::phrases::{self, Mention, Span};
use super::spoken;
use super::stops;
use super::subjects;
use super::tokens::{self, Token};
use super::unsaid;
use super::words::{Class, Verb, Words};

/// From how many words on a part of a sentence in marks is somebody's words.
pub(super) const FRAGMENT: usize = 4;

/// How far before a mark a duty may stand.
const DUTY: usize = 16;

/// How far before a mark the word stands that parts it from whose words it is where the verb is left out: "d'une".
const GAP: usize = 3;

/// "Elle a perdu « la moitié de ses amis »": words of whom the sentence is about, if they are more than a word at arm's
/// length.
pub(super) fn fragment<'t>(tokens: &[Token<'t>], mark: usize, words: &Words) -> Option<Source<'t>> {
    let body = tokens::body(tokens[mark].text);
    let count = body.split_whitespace().take(FRAGMENT + 1).count();
    // "Surtout pas son équipe, « lente, naïve, perdue »."
    let listed = count + 1 == FRAGMENT
        && body.contains(',')
        && mark > 0
        && tokens[mark - 1].is_sign(",")
        && clauses::last(tokens) == mark + 1;
    if count < FRAGMENT && !listed || !spoken::is_part(&tokens[mark]) || unsaid::names(tokens, mark) {
        return None;
    }
    if listed {
        return Some(Source::Open);
    }
    let subject = subjects::main(tokens, 0, mark, words).filter(|subject| spoken::is_somebody(tokens, subject));
    let person = subject.filter(|subject| subject.pronoun || subject.name.is_some() || subject.is_human(tokens));
    // "Si neuf personnes « ont retrouvé un travail », …": told of several, by whoever speaks
    let several = person.as_ref().is_some_and(|subject| {
        let opening = &tokens[subject.core.first];
        opening.is(Class::PLURAL) && !opening.is(Class::DEFINITE) && !subject.pronoun && subject.name.is_none()
    });
    let person = person.filter(|_| !several);
    // "Les élus devront « rendre leurs comptes »": words of whoever tells them to
    let person = person.filter(|subject| {
        let between = &tokens[subject.core.after.max(mark.saturating_sub(DUTY)).min(mark)..mark];
        !between.iter().any(stops::binds)
    });
    // "Le bac est « une promesse que tous ont oubliée »"
    person.map(Source::Named).or_else(|| (several || count > FRAGMENT).then_some(Source::Open))
}

/// "Ada Hill « ne regrette rien »", "Le ministère « prend acte »": whose verb stands in the marks right behind them.
pub(super) fn predicate(tokens: &[Token<'_>], mark: usize, words: &Words) -> Option<Mention> {
    let body = tokens::body(tokens[mark].text);
    let mut inside = body.split_whitespace();
    let first = inside.next().map(str::to_lowercase)?;
    let known = words.word(&first);
    let small = Class::OBJECT.and(Class::AUXILIARY).and(Class::CHAIN).and(Class::DEED);
    let denies = matches!(first.as_str(), "ne" | "se" | "no") || first.starts_with("n'") || first.starts_with("n’");
    let verb = denies || known.class.any(small) && !known.class.any(Class::DETERMINER) || known.verb.any(Verb::FINITE);
    let verb = verb && inside.next().is_some() && !known.verb.any(Verb::PARTICIPLE);
    let subject = subjects::main(tokens, 0, mark, words).filter(|subject| verb && subject.core.after == mark)?;
    let somebody =
        subject.name.is_some() || subject.head.is_some_and(|head| tokens[head].is(Class::HUMAN.and(Class::BODY)));
    // "Si neuf meuniers « ont retrouvé un moulin »": told of several, by whoever speaks
    let opening = &tokens[subject.core.first];
    let told = opening.is(Class::PLURAL) && !opening.is(Class::DEFINITE);
    (somebody && !told && !subject.pronoun && !unsaid::names(tokens, mark)).then_some(subject)
}

/// "Il est mort « sur la voie » et, « après un différend », selon la police": who says what follows in the sentence.
pub(super) fn said_later<'t>(reading: &Reading<'_, 't>, mark: usize) -> Option<Source<'t>> {
    let earlier = reading.drafts.iter().any(|draft| draft.content.first < mark);
    let later = reading.drafts.iter().find(|draft| draft.content.first > mark).filter(|_| !earlier)?;
    let behind = matches!(&later.source, Source::Named(by) if by.core.first >= later.content.after);
    behind.then(|| later.source.clone())
}

/// The marks of clauses that have no verb of their own: "La maire parle d'un « recul », le préfet d'une « chance »".
pub(super) fn without_verbs(reading: &mut Reading<'_, '_>, words: &Words) {
    let tokens = reading.tokens();
    for mark in (1..tokens.len()).filter(|at| tokens[*at].is_mark()) {
        if let Some(source) = gapped(tokens, mark, words) {
            let span = Span { first: mark, after: mark + 1 };
            reading.add(span, None, Source::Named(source), 0.9, true);
        }
    }
}

/// "La maire parle d'un « recul », [le préfet] d'une « chance »": whose words a second clause has without its verb.
fn gapped(tokens: &[Token<'_>], mark: usize, words: &Words) -> Option<Mention> {
    let link = (mark.saturating_sub(GAP)..mark).rev().find(|at| tokens[*at].is(Class::LINK))?;
    let small = |token: &Token<'_>| token.is(Class::DETERMINER.and(Class::BEFORE_NOUN));
    let comma = tokens[..link].iter().rposition(|sign| sign.is_sign(",;"))?;
    let first = comma + 1 + usize::from(tokens[comma + 1].is(Class::CONJUNCTION));
    let plain = tokens[link + 1..mark].iter().all(small) && tokens[..comma].iter().any(Token::is_mark);
    let mention = phrases::at(tokens, first, link, words).filter(|_| plain && phrases::opens(tokens, first))?;
    let somebody = mention.name.is_some() || mention.is_human(tokens);
    (somebody && !mention.pronoun && mention.core.after == link).then_some(mention)
}
