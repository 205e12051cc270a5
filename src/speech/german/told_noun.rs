//! Nouns that introduce what somebody says in German: 'der Ansicht, dass …', 'Hills Vorwurf, der Deich sei undicht'.

use super::super::lexicon::{Classes, Lexicon};
use super::super::mentions::Phrase;
use super::super::sources::Way;
use super::super::token::Token;
use super::agreement;
use super::cue::{Cue, CueKind, named, phrase_before};
use super::mood::{self, Mood};
use super::phrase::{self, is_noun};
use super::subject;
use super::teller;

/// 'der Ansicht, dass …', 'die Meldung des Boten, wonach …', 'den Vorwurf der Wirte, der Deich sei undicht'.
pub(super) fn noun(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let asked = is_question(tokens, at);
    let states = is_noun(&tokens[at]) && lexicon.is_statement(&tokens[at].lower) || asked;
    let holder = if states { teller::owner(tokens, at + 1) } else { None };
    let comma = holder.map_or(at + 1, |holder| phrase::past_bracket(tokens, holder.after));
    // 'hat Vorwürfe der Wirte zurückgewiesen, er habe …'
    // 'wies Vorwürfe der Wirte zurück, er habe …'
    let told = tokens.get(comma).is_some_and(|verb| verb.strength > 0.0 && !is_noun(verb) || verb.lower == "zurück");
    // 'wies den Vorwurf zurück, er habe …' is not what he says
    let denied = states && denies(tokens, at);
    let verb = told && (holder.is_some() || denied);
    // 'sich auf ein Gutachten stützen, wonach …'
    let by_it = tokens.get(comma + 1).is_some_and(|next| next.text == ",")
        && tokens.get(comma + 2).is_some_and(|next| next.lower == "wonach")
        && tokens[comma].text.starts_with(char::is_lowercase);
    let comma = comma + usize::from(verb || by_it);
    let opener = tokens.get(comma + 1).filter(|_| tokens[comma].text == ",")?;
    let strength = if verb || denied || asked { 0.9 } else { 0.6 };
    let accordingly = opener.lower == "wonach";
    let end =
        tokens[comma + 1..].iter().position(|token| token.is_sign(",;:")).map_or(tokens.len(), |sign| comma + 1 + sign);
    let reports =
        || !subject::is_relative(tokens, comma + 1) && mood::clearest(tokens, comma + 1, end) == Mood::Reporting;
    let asks = asked && (opener.is(Classes::QUESTION) || matches!(opener.lower.as_ref(), "ob" | "wer" | "wem" | "wen"));
    let whose = holder.is_some() || owner_before(tokens, at).is_some();
    if asked && !(asks && whose) {
        return None;
    }
    if !(asks || accordingly || states && (opener.is(Classes::THAT) || reports())) {
        return None;
    }
    // 'Es bestehe der Verdacht, dass …', 'Der Vorwurf der Wirte, dass …, stimme nicht' is all reported
    let begin = subject::clause_begin(tokens, at);
    let held_off = mood::clearest(tokens, begin, at) == Mood::Reporting
        || holder.is_some() && (end..tokens.len()).any(|sign| tokens[sign].text == "," && is_report(tokens, sign + 1));
    if held_off {
        return None;
    }
    let before = || phrase_before(tokens, if by_it { at + 1 } else { comma }).map(|phrase| (phrase, Way::Left));
    let opening = || {
        let begin = subject::clause_begin(tokens, at);
        let (subject, way) = subject::opening(tokens, at)?;
        teller::told_by(tokens, begin, Phrase { first: subject.first, after: at + 1 }, lexicon).or(Some((subject, way)))
    };
    let holder = holder.map(|holder| of_many(tokens, holder, lexicon));
    let held = holder.or_else(|| owner_before(tokens, at)).map(|holder| (holder, Way::Left));
    let other = || match (accordingly, denied) {
        (true, _) => before(),
        (_, true) => None,
        _ => opening(),
    };
    let (source, way) = named(held.or_else(other));
    let group = Phrase { first: at, after: comma };
    Some(Cue { kind: CueKind::Noun, words: Phrase::one(at), group, source, way, strength })
}

/// 'Auf Hills [Frage], ob es regne', 'auf die [Frage] des Richters, warum sie schwieg'
fn is_question(tokens: &[Token<'_>], at: usize) -> bool {
    let near = &tokens[at.saturating_sub(ASKED)..at];
    is_noun(&tokens[at]) && tokens[at].lower.ends_with("frage") && near.iter().any(|token| token.lower == "auf")
}

/// How far before a question "auf" stands at most, in tokens.
const ASKED: usize = 4;

/// 'Vorwürfe der [Anwohner]': people without the article that stands for several in the genitive.
fn of_many(tokens: &[Token<'_>], holder: Phrase, lexicon: &Lexicon) -> Phrase {
    let noun = tokens.get(holder.first + 1).filter(|_| holder.after == holder.first + 2);
    let man = noun.is_some_and(|noun| lexicon.is_person(&noun.lower) && !agreement::is_woman(&noun.lower));
    let many = tokens[holder.first].lower == "der" && man;
    if many { Phrase { first: holder.first + 1, ..holder } } else { holder }
}

/// 'Hill [wies] den Vorwurf [zurück]', 'Hill [widersprach] der Darstellung': whether the noun at a token stands for what its
/// clause denies.
pub(super) fn denies(tokens: &[Token<'_>], at: usize) -> bool {
    const STEMS: [&str; 6] = ["widersprach", "widerspr", "bestr", "dementier", "leugn", "zurückgewiesen"];
    let begin = subject::clause_begin(tokens, at);
    let end = tokens[at..].iter().position(|token| token.is_sign(",;:")).map_or(tokens.len() - 1, |sign| at + sign);
    let clause = &tokens[begin..end];
    let says = |token: &Token<'_>| token.strength > 0.0 && STEMS.iter().any(|stem| token.lower.starts_with(stem));
    // 'Gerüchte, er gehe, [wies] Hill [zurück]'
    let behind =
        (end + 1..tokens.len()).find(|sign| tokens[*sign].is_sign(",;:")).map_or(tokens.len(), |sign| sign + 1);
    let past = behind + tokens[behind..].iter().take_while(|token| !token.is_sign(",;:") && token.word).count();
    let rest = &tokens[behind..past];
    let clause = match rest.first() {
        Some(verb) if tokens[end].text == "," && (verb.strength > 0.0 || verb.lower.starts_with("wies")) => rest,
        _ => clause,
    };
    let back = clause.last().is_some_and(|last| last.lower == "zurück");
    back && clause.iter().any(|token| token.lower.starts_with("wies") || token.lower.starts_with("weis"))
        || clause.iter().any(says)
}

/// Whose words a noun tells that a name in the genitive stands before: '[Hills] Vorwurf, dass …'.
fn owner_before(tokens: &[Token<'_>], noun: usize) -> Option<Phrase> {
    let owner = noun.checked_sub(1).filter(|owner| tokens[*owner].capital && is_noun(&tokens[*owner]))?;
    super::is_genitive(tokens[owner].text).then(|| {
        let given = owner.checked_sub(1).is_some_and(|given| tokens[given].capital && is_noun(&tokens[given]));
        Phrase { first: owner - usize::from(given), after: noun }
    })
}

/// Whether a verb that reports stands at a token.
fn is_report(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some() && mood::of(tokens, at) == Mood::Reporting
}
