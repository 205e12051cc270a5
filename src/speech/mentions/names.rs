//! Runs of capitals that are names.

use smallvec::SmallVec;

use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::overview::Overview;
use super::super::token::Token;
use super::Phrase;

const NAME_JOINERS: [&str; 14] =
    ["of", "de", "van", "von", "al", "bin", "the", "for", "du", "des", "la", "le", "der", "del"];

fn joins_names(token: &Token<'_>) -> bool {
    NAME_JOINERS.contains(&token.lower.as_ref()) || token.lower == "y"
}

/// Runs of capitalised words outside marks, joined by "of", "de", "von" and their like.
pub(in crate::speech) fn names(tokens: &[Token<'_>], overview: &Overview<'_>) -> SmallVec<[Phrase; 3]> {
    let mut found: SmallVec<[Phrase; 3]> = SmallVec::new();
    let mut i = 0;
    // 'in Florida Friday': a day ends a name
    let capital = |at: usize| tokens.get(at).is_some_and(|token| token.capital && !token.is(Classes::DAY));
    while let Some(token) = tokens.get(i) {
        let opens_sentence = i == 0 && !capital(1) && (token.kind.is_some() || is_adjective(tokens, overview));
        if !(token.word && capital(i)) || opens_sentence {
            i += 1;
            continue;
        }
        let mut j = i + 1;
        while let Some(token) = tokens.get(j) {
            let joint = || {
                let joins = joins_names(token)
                    || overview.lexicon.is_english() && matches!(token.text, "ten" | "ter" | "bint" | "dos" | "di");
                joins && (capital(j + 1) || capital(j + 2) && tokens.get(j + 1).is_some_and(joins_names))
            };
            let owners = || is_body_of_several(tokens, j, overview);
            if !(token.word && capital(j) || joint() || token.text == "&" && capital(j + 1) || owners()) {
                break;
            }
            j += 1;
        }
        let leads = |token: &&Token<'_>| {
            matches!(token.kind, Some(Kind::Preposition | Kind::Conjunction | Kind::Question | Kind::That))
        };
        let first = i + tokens[i..j].iter().take_while(leads).count();
        match found.last_mut() {
            Some(name) if name.after + 1 == i && first == i && is_nickname(&tokens[name.after], overview) => {
                name.after = j
            }
            _ if first < j => found.push(Phrase { first, after: j }),
            _ => {}
        }
        i = j;
    }
    found
}

/// 'Yesterday [Mira Dahl] left', 'Suddenly [Hill] laughed': a run of capitals without what opens an English sentence.
pub(in crate::speech) fn past_opening(tokens: &[Token<'_>], run: Phrase, lexicon: &Lexicon) -> Phrase {
    let opens = run.first == 0 && run.after > 1 && tells_when(&tokens[0], lexicon);
    Phrase { first: usize::from(opens).max(run.first), ..run }
}

/// Whether a word tells when or how, and names nobody.
fn tells_when(token: &Token<'_>, lexicon: &Lexicon) -> bool {
    const WHEN: [&str; 5] = ["yesterday", "today", "tomorrow", "tonight", "meanwhile"];
    let tells_how = || token.usage.parts.text == "R" && lexicon.gender_of_name(token.text).is_none();
    lexicon.is_english() && (WHEN.contains(&token.lower.as_ref()) || tells_how())
}

/// '[Former] mill owner', '[Last] week': whether a sentence opens with an English adjective of a noun.
fn is_adjective(tokens: &[Token<'_>], overview: &Overview<'_>) -> bool {
    let [adjective, noun, ..] = tokens else { return false };
    let of_noun = noun.word && !noun.capital && noun.kind.is_none() && noun.usage.parts.text.starts_with('N');
    overview.lexicon.is_english()
        && adjective.usage.parts.text.starts_with('J')
        && of_noun
        && !(noun.is_finite || noun.could_be_verb)
}

/// The runs that a name is made of on both sides of such a sign as in 'Lys Teachers' Union', which the models learned apart.
pub(super) fn parts(tokens: &[Token<'_>], name: Phrase) -> impl Iterator<Item = Phrase> {
    let sign = (name.first..name.after).find(|at| is_apostrophe(&tokens[*at]));
    let first = Phrase { after: sign.unwrap_or(name.after), ..name };
    std::iter::once(first).chain(sign.map(|sign| Phrase { first: sign + 1, ..name }))
}

fn is_apostrophe(token: &Token<'_>) -> bool {
    matches!(token.text, "'" | "’")
}

/// 'the Lys Teachers['] Union', but not 'the Lys Tigers' Noa Reyes': whether a sign at a token stands inside the name of a body.
fn is_body_of_several(tokens: &[Token<'_>], sign: usize, overview: &Overview<'_>) -> bool {
    const LONGEST: usize = 4;
    let [before, apostrophe, rest @ ..] = &tokens[sign - 1..] else { return false };
    let owns = is_apostrophe(apostrophe) && before.lower.ends_with('s') && before.end == apostrophe.start;
    let named = rest.iter().take(LONGEST).take_while(|token| token.word && token.capital).last();
    let is_body = |last: &Token<'_>| last.is(Classes::ORGANISATION) || overview.lexicon.speaks_as_body(&last.lower);
    owns && overview.lexicon.is_english() && named.is_some_and(is_body)
}

/// 'Noa [“Nono”] Reyes': whether a passage in marks between two names is part of the name.
fn is_nickname(token: &Token<'_>, overview: &Overview<'_>) -> bool {
    const LONGEST: usize = 16;
    let Some(mark) = token.mark().filter(|mark| overview.lexicon.is_english() && mark.end - mark.start <= LONGEST)
    else {
        return false;
    };
    let inside = overview.text[mark.start..mark.end].trim_matches(|sign: char| !sign.is_alphanumeric() && sign != ',');
    !inside.is_empty()
        && inside.split(' ').all(|word| {
            word.starts_with(char::is_uppercase) && word.chars().all(|letter| letter.is_alphabetic() || letter == '-')
        })
}
