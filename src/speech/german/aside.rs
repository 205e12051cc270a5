//! Whom a German sentence brings in besides its first subject: 'Es regnete, und [die Bäuerin] kam herein', 'Sie traf
//! [den Hausmeister]'.

use super::super::kept::Gender;
use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::phrase;
use super::role::Described;
use super::subject;

/// How far into a sentence somebody is looked for, in tokens.
const REACH: usize = 40;

/// Where the subjects of the later main clauses may stand: behind ', und', ', doch', ', also'.
fn joints<'s>(tokens: &'s [Token<'_>]) -> impl Iterator<Item = usize> + 's {
    let joins = |token: &Token<'_>| {
        matches!(token.lower.as_ref(), "und" | "aber" | "doch" | "denn" | "also" | "da" | "dann" | "als" | "bis")
    };
    let end = tokens.len().min(REACH);
    // 'Dann kam der Brief, den der Vater vorlas'
    let relative = |at: usize| {
        matches!(tokens[at].lower.as_ref(), "den" | "dem") && tokens.get(at + 1).is_some_and(phrase::is_article)
    };
    (2..end).filter(move |at| tokens[at - 1].text == "," && (joins(&tokens[*at]) || relative(*at))).map(|at| at + 1)
}

/// The noun for a person that a sentence brings in behind its first clause, or as an object that its subject's pronoun does
/// not fit.
pub(in super::super) fn described_aside(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<(Phrase, Described)> {
    let named = tokens.iter().take(REACH).any(|token| token.capital && lexicon.gender_of_name(&token.lower).is_some());
    let told = tokens.iter().position(|token| token.mark().is_some()).unwrap_or(tokens.len());
    if named || told == 0 {
        return None;
    }
    let tokens = &tokens[..told];
    let described = |phrase: Phrase| Described::of(tokens, phrase, lexicon).map(|described| (phrase, described));
    let joined = joints(tokens).filter_map(|at| {
        // ', also stand die Wirtin auf'
        let behind = subject::is_finite(tokens, at).then_some(at + 1);
        phrase::subject(tokens, at).or_else(|| phrase::subject(tokens, behind?))
    });
    joined.filter_map(described).last().or_else(|| object(tokens, lexicon))
}

/// 'Im Flur traf sie auf [den Hausmeister]': the last object that is a person whom no pronoun of the sentence could mean.
fn object(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<(Phrase, Described)> {
    let opens = |at: &usize| matches!(tokens[*at].lower.as_ref(), "den" | "dem" | "einen" | "einem" | "eine");
    let found = (0..tokens.len().min(REACH)).rev().filter(opens).find_map(|at| {
        let phrase = phrase::noun_phrase(tokens, at)?;
        let described = Described::of(tokens, phrase, lexicon)?;
        Some((phrase, described))
    });
    let other = |gender: Option<Gender>| match gender {
        Some(Gender::Male) => "er",
        _ => "sie",
    };
    found.filter(|(_, described)| !tokens.iter().any(|token| token.lower == other(described.gender)))
}

/// The name of one word behind a noun for a person, or an age: 'Seine Frau [Maria] melkt', 'Der achtjährige [Jan] malt'.
pub(in super::super) fn name_behind_role(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<Phrase> {
    let (subject, _) = subject::opening(tokens, tokens.len())?;
    let [first, .., role, name] = subject.of(tokens) else { return None };
    let aged = ["jährige", "jähriger"].iter().any(|end| role.lower.ends_with(end)) && !phrase::is_noun(role);
    let somebody = phrase::is_article(first) && (aged || phrase::is_noun(role) && lexicon.is_person(&role.lower));
    let is_name = name.capital || lexicon.gender_of_name(&name.lower).is_some();
    let named = is_name && phrase::is_noun(name) && !name.is(Classes::ORGANISATION) && !role.capital;
    (somebody && named).then(|| Phrase::one(subject.after - 1))
}

/// The name of one word that stands behind its verb: 'Dass man lachte, hat [Lorenz] nie gestört'.
pub(in super::super) fn name_behind_verb(tokens: &[Token<'_>]) -> Option<Phrase> {
    let verb = |token: &Token<'_>| matches!(token.kind, Some(Kind::Have | Kind::Modal));
    // behind a clause or an adverb, and not 'Sie habe Akten vernichtet'
    let leads = |token: &Token<'_>| token.text == "," || token.kind == Some(Kind::Adverb);
    let alone = |at: &usize| {
        let (name, next) = (&tokens[*at], &tokens[*at + 1]);
        let single = next.kind.is_some() && name.text.chars().nth(2).is_some() && !phrase::is_acronym(name.text);
        let behind = verb(&tokens[*at - 1]) && leads(&tokens[*at - 2]);
        name.capital && phrase::is_noun(name) && single && behind
    };
    (2..tokens.len().saturating_sub(1).min(REACH)).find(alone).map(Phrase::one)
}

/// The name of one word that is the subject of a later main clause: 'Es klopfte, doch [Lorenz] schlief'.
pub(in super::super) fn joined_name(tokens: &[Token<'_>]) -> Option<Phrase> {
    let name = |at: usize| {
        let name = tokens.get(at).filter(|name| name.capital && phrase::is_noun(name))?;
        let alone =
            !tokens.get(at + 1)?.capital && name.text.chars().nth(2).is_some() && !phrase::is_acronym(name.text);
        (alone && subject::is_finite(tokens, at + 1)).then_some(Phrase::one(at))
    };
    joints(tokens).filter_map(name).last()
}
