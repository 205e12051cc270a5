//! The whole of an English phrase that is about somebody.

use super::super::lexicon::{Classes, Kind};
use super::super::mentions::Phrase;
use super::super::sentences::Sentence;
use super::super::sources::is_done;
use super::super::token::Token;
use super::maker::with_maker;
use super::{before_adjective, says};

/// A phrase without what hangs on its noun, and with what its last word owns.
pub(in crate::speech) fn whole(sentence: &Sentence<'_>, phrase: Phrase) -> Phrase {
    let phrase = with_article(&sentence.tokens, without_participle(&sentence.tokens, phrase));
    let phrase = with_rest_of_name(sentence, of_several(&sentence.tokens, phrase));
    let phrase = with_described(sentence, before_hanging(&sentence.tokens, phrase));
    let phrase = with_possessed(&sentence.tokens, phrase);
    let phrase = with_noun(&sentence.tokens, near_somebody(sentence, phrase));
    let phrase = Phrase { after: before_adverb(&sentence.tokens, phrase), ..phrase };
    let phrase = Phrase { after: before_adjective(&sentence.tokens, phrase), ..phrase };
    let phrase = with_maker(&sentence.tokens, with_owned_body(&sentence.tokens, phrase));
    with_owned(sentence, with_second_title(sentence, phrase))
}

/// 'It rained, and [a clerk] told them': a noun with the article that stands before it.
fn with_article(tokens: &[Token<'_>], phrase: Phrase) -> Phrase {
    let article = phrase.first.checked_sub(1).filter(|at| matches!(tokens[*at].lower.as_ref(), "a" | "an" | "the"));
    let is_noun = phrase.of(tokens).first().is_some_and(|first| is_plain(first) && !first.could_be_verb);
    Phrase { first: article.filter(|_| is_noun).unwrap_or(phrase.first), ..phrase }
}

/// '[a study] published on Monday': a phrase without the participle at its end that tells what was done to it.
fn without_participle(tokens: &[Token<'_>], phrase: Phrase) -> Phrase {
    let [_, plain @ .., noun, _] = phrase.of(tokens) else { return phrase };
    let tells = matches!(noun.usage.noun.text, "communication" | "cognition" | "person" | "group" | "act");
    let is_plain = !plain.iter().chain([noun]).any(|token| token.capital);
    let hangs = tells && is_plain && is_done(tokens, phrase.after - 1);
    if hangs { Phrase { after: phrase.after - 1, ..phrase } } else { phrase }
}

/// '[Mira Dahl's office], in a note, said': a body behind its owner, where more stands before what it says.
fn with_owned_body(tokens: &[Token<'_>], phrase: Phrase) -> Phrase {
    let Some([own, behind @ ..]) = tokens.get(phrase.after..) else { return phrase };
    let words = behind.iter().take_while(|token| is_plain(token)).count();
    let is_body = |noun: &Token<'_>| noun.usage.noun.text == "group" || noun.is(Classes::ORGANISATION);
    let ends = own.lower == "'s" && words > 0 && behind.get(words).is_some_and(|sign| sign.text == ",");
    if ends && is_body(&behind[words - 1]) { Phrase { after: phrase.after + 1 + words, ..phrase } } else { phrase }
}

/// A word that may describe a noun, or is one.
pub(super) fn is_plain(token: &Token<'_>) -> bool {
    token.word && !token.capital && token.kind.is_none() && !token.is_finite
}

/// 'said [the Lys Teachers' Union]': a phrase that ends inside a name, with the rest of that.
fn with_rest_of_name(sentence: &Sentence<'_>, phrase: Phrase) -> Phrase {
    let is_over = |name: &&Phrase| name.first < phrase.after && phrase.after < name.after;
    let cut = |name: &&Phrase| matches!(sentence.tokens[phrase.after].text, "'" | "’") && phrase.first <= name.first;
    let whole = sentence.names.iter().find(is_over).filter(cut);
    whole.map_or(phrase, |name| Phrase { after: name.after, ..phrase })
}

/// '[a former England captain] called it': a name that only describes a noun behind it, with that.
fn with_described(sentence: &Sentence<'_>, phrase: Phrase) -> Phrase {
    const FEW: usize = 3;
    let tokens = &sentence.tokens;
    let is_name = sentence.names.iter().any(|name| name.after == phrase.after && name.first >= phrase.first);
    let [noun, behind @ ..] = &tokens[phrase.after.min(tokens.len())..] else { return phrase };
    let is_noun = noun.word && !noun.capital && !noun.is_finite && noun.usage.noun.text == "person";
    let ends = behind.first().is_none_or(|next| !next.capital && next.lower != "'s");
    let before = tokens[..phrase.first].iter().rev();
    let plain = |token: &&Token<'_>| token.usage.parts.text.starts_with('J') && !token.capital;
    let few = before.take(FEW).take_while(plain).count();
    let first = phrase.first - few;
    let article = |at: usize| tokens[at].is(Classes::DETERMINER);
    let first = if first > 0 && article(first - 1) { first - 1 } else { phrase.first };
    let is_described = is_name && is_noun && ends && article(first);
    if is_described { Phrase { first, after: phrase.after + 1 } } else { phrase }
}

/// '[a man] in a': a phrase that was cut behind a small word ends before what hangs.
fn before_hanging(tokens: &[Token<'_>], phrase: Phrase) -> Phrase {
    let inside = phrase.of(tokens);
    let is_small = |token: &&Token<'_>| token.is(Classes::DETERMINER) || token.kind == Some(Kind::Preposition);
    let small = inside.iter().rev().take_while(is_small).count();
    let cut = inside.last().is_some_and(|last| matches!(last.lower.as_ref(), "a" | "an" | "the"));
    if cut && small < inside.len() { Phrase { after: phrase.after - small, ..phrase } } else { phrase }
}

/// 'said [one of them]': one of several is not all of them.
fn of_several(tokens: &[Token<'_>], phrase: Phrase) -> Phrase {
    let is_them =
        matches!(phrase.of(tokens), [them] if matches!(them.lower.as_ref(), "them" | "us" | "these" | "those"));
    let of = phrase.first.checked_sub(2).filter(|at| is_them && tokens[at + 1].lower == "of");
    let first = of.filter(|at| tokens[*at].is(Classes::DETERMINER));
    let article = first.and_then(|at| at.checked_sub(1)).filter(|at| tokens[*at].lower == "the");
    Phrase { first: article.or(first).unwrap_or(phrase.first), ..phrase }
}

/// '[Her own survey] of farms reported': what tells whose something is, with that, where it opens a sentence.
fn with_possessed(tokens: &[Token<'_>], phrase: Phrase) -> Phrase {
    const FEW: usize = 4;
    let opens = matches!(phrase.of(tokens), [whose] if whose.is(Classes::POSSESSIVE)) && phrase.first == 0;
    let plain = |at: &usize| {
        let token = &tokens[*at];
        // 'Her publisher [calls]'
        let is_verb = token.is_finite && (tokens[at - 1].usage.parts.text.starts_with('N') || token.strength > 0.5);
        token.word && !token.capital && token.kind.is_none() && !is_verb
    };
    let words = (phrase.after..tokens.len()).take(FEW).take_while(plain).count();
    Phrase { after: phrase.after + if opens { words } else { 0 }, ..phrase }
}

/// '[A friend] close to her said', '[Sources] close to the board said': what cannot be the subject hangs on whoever is.
fn near_somebody(sentence: &Sentence<'_>, phrase: Phrase) -> Phrase {
    const FEW: usize = 3;
    let tokens = &sentence.tokens;
    let is_object =
        matches!(phrase.of(tokens), [one] if matches!(one.lower.as_ref(), "her" | "him" | "them" | "me" | "us"));
    let article = phrase.first.checked_sub(1).is_some_and(|at| tokens[at].is(Classes::DETERMINER));
    let first = phrase.first - usize::from(article);
    let is_close = first > 2 && tokens[first - 1].lower == "to" && tokens[first - 2].lower == "close";
    let is_cue = tokens.get(phrase.after).is_some_and(says);
    let hangs = |token: &&Token<'_>| {
        token.kind == Some(Kind::Preposition) || token.lower == "to" || token.usage.parts.text.contains('J')
    };
    let few = tokens[..first].iter().rev().take(FEW).take_while(hangs).count();
    let noun = first.checked_sub(few + 1).filter(|_| few > 0 && (is_object || is_close));
    let Some(noun) = noun.filter(|noun| tokens[*noun].word && tokens[*noun].kind.is_none()) else { return phrase };
    let article = tokens[..noun].iter().rev().take(FEW).position(|token| token.is(Classes::DETERMINER));
    // 'said a man beside her'
    let inverted = article.and_then(|back| (noun - 1 - back).checked_sub(1)).is_some_and(|cue| says(&tokens[cue]));
    if !is_cue && !inverted {
        return phrase;
    }
    match article {
        Some(back) => Phrase { first: noun - 1 - back, ..phrase },
        None if is_close => Phrase { first: noun, ..phrase },
        None => phrase,
    }
}

/// 'said [chairman and chief executive Mira Dahl]': a title with another behind it, and whose they are.
fn with_second_title(sentence: &Sentence<'_>, phrase: Phrase) -> Phrase {
    const FEW: usize = 4;
    let tokens = &sentence.tokens;
    let Phrase { first, after } = phrase;
    let inverted = first.checked_sub(1).is_some_and(|cue| says(&tokens[cue]));
    let last = after.checked_sub(1).and_then(|last| tokens.get(last));
    let title = last.is_some_and(|last| last.is(Classes::TITLE) && !last.capital);
    let and = tokens.get(after).is_some_and(|and| and.lower == "and");
    let name = sentence.names.iter().find(|name| name.first > after).filter(|_| inverted && title && and);
    let between = |name: &&Phrase| {
        let words = &tokens[after + 1..name.first];
        (1..=FEW).contains(&words.len()) && words.iter().all(|word| word.word && word.kind.is_none() && !word.is_finite)
    };
    name.filter(between).map_or(phrase, |name| Phrase { first, after: name.after })
}

/// A phrase with what its last word owns, behind a word of saying: 'said [the council's leader], Mira Dahl'.
pub(super) fn with_owned(sentence: &Sentence<'_>, phrase: Phrase) -> Phrase {
    let tokens = &sentence.tokens;
    let Phrase { first, after } = phrase;
    let inverted = first.checked_sub(1).is_some_and(|cue| says(&tokens[cue]));
    if !inverted || tokens.get(after).is_none_or(|token| token.lower != "'s") {
        return phrase;
    }
    let is_time = |token: &Token<'_>| {
        token.is(Classes::DAY)
            || token.usage.noun.text == "time"
            || matches!(token.lower.as_ref(), "last" | "late" | "early")
    };
    let plain = |token: &&Token<'_>| token.word && token.kind.is_none() && !is_time(token);
    let owned = tokens[after + 1..].iter().take(4).take_while(plain).count();
    Phrase { first, after: if owned > 0 { after + 1 + owned } else { after } }
}

/// Where a phrase ends before what tells how its words were spoken: 'said [the prisoner] simply'.
fn before_adverb(tokens: &[Token<'_>], phrase: Phrase) -> usize {
    let [_, .., adverb] = phrase.of(tokens) else { return phrase.after };
    let tells = !adverb.capital
        && adverb.lower.ends_with("ly")
        && matches!(adverb.usage.parts.text.chars().next(), None | Some('R'));
    phrase.after - usize::from(tells)
}

/// 'the [accused] replied': an article alone, whose noun may be a verb too, with that.
fn with_noun(tokens: &[Token<'_>], phrase: Phrase) -> Phrase {
    let article = match phrase.of(tokens) {
        [the] => matches!(the.lower.as_ref(), "the" | "an"),
        // 'One former [apprentice]'
        [one, former] => {
            let describes = former.usage.parts.text.starts_with('J') && !former.usage.parts.text.contains('N');
            let next = tokens.get(phrase.after).is_some_and(|next| next.usage.noun.text == "person");
            matches!(one.lower.as_ref(), "the" | "a" | "an" | "one") && describes && next
        }
        _ => false,
    };
    let noun = tokens.get(phrase.after).is_some_and(|noun| noun.word && !noun.capital);
    Phrase { after: phrase.after + usize::from(article && noun), ..phrase }
}
