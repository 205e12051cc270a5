//! Sentences that say whose words those before them were: "C'est ce qu'a annoncé Ada Hill."

use super::groups;
use super::phrases::{self, Mention, Span};
use super::spoken;
use super::tokens::Token;
use super::words::{Class, Verb, Words};

/// "C'est ce qu'a annoncé Ada Hill": the verb and who has said the sentence before.
pub(super) fn of_sentence_before(tokens: &[Token<'_>], words: &Words) -> Option<(Span, Mention)> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    let points = word(0) == "c'" && word(1) == "est" && word(2) == "ce" || word(0) == "así" && word(1) == "lo";
    let first = if word(0) == "así" { 1 } else { 4 };
    // "C'est ce qu'il a déclaré"
    if points && first == 4 && tokens.get(4).is_some_and(|next| next.is(Class::PRONOUN) && next.lower != "on") {
        let group = groups::at(tokens, 5, words, false).filter(|group| group.takes.any(Verb::SAYS))?;
        return Some((group.cue, phrases::at(tokens, 4, 5, words)?));
    }
    let said = points.then(|| groups::inverted(tokens, first, words, false)).flatten()?;
    Some((said.cue, said.source.filter(|_| said.takes.any(Verb::SAYS))?))
}

/// "« … » Telle était la promesse d'Ada Hill": whose words the sentence before was.
pub(super) fn of_promise(tokens: &[Token<'_>], words: &Words) -> Option<Mention> {
    if let Some(by) = words_of(tokens, words).or_else(|| of_the_same(tokens, words)) {
        return Some(by);
    }
    let first = tokens.iter().position(|token| matches!(token.lower.as_ref(), "tel" | "telle" | "tels" | "telles"))?;
    // "Telle a été la réaction d'Ada Hill"
    let been = usize::from(tokens.get(first + 2).is_some_and(|token| token.lower == "été"));
    let is = tokens.get(first + 1)?;
    let [article, noun, link] = tokens.get(first + 2 + been..first + 5 + been)? else { return None };
    let before = &tokens[..first];
    let whose = is.is(Class::AUXILIARY) && article.is(Class::DETERMINER) && noun.is_word() && link.is(Class::LINK);
    let alone = before.iter().all(|token| token.is_mark() || !token.is_word());
    (whose && alone).then(|| phrases::at(tokens, first + 5 + been, tokens.len(), words)).flatten()
}

/// "C'est par ces mots que [Ada Hill] a ouvert", "Ainsi parle [Ada Hill]", "Le mot est [d'Ada Hill]": whose words a sentence
/// tells that stood before it.
fn of_opening(tokens: &[Token<'_>], first: usize, words: &Words) -> Option<Mention> {
    let word = |at: usize| tokens.get(first + at).map_or("", |token| token.lower.as_ref());
    let said = |at: usize| {
        matches!(
            word(at),
            "mot" | "mots" | "paroles" | "termes" | "phrase" | "formule" | "expression" | "aveu" | "question"
        )
    };
    if word(0) == "c'" && word(1) == "est" && matches!(word(2), "par" | "avec" | "en" | "sur") && said(4) {
        let that = tokens.get(first + 5).filter(|that| that.is(Class::THAT));
        return that.and_then(|_| phrases::at(tokens, first + 6, tokens.len(), words));
    }
    if word(0) == "ainsi" && !matches!(word(1), "que" | "qu'") {
        let said = groups::inverted(tokens, first + 1, words, false)?;
        return said.source.filter(|_| said.takes.any(Verb::SAYS.and(Verb::MARKS).and(Verb::NAMES)));
    }
    if word(0) == "voilà" && word(1) == "ce" && tokens.get(first + 2).is_some_and(|that| that.is(Class::THAT)) {
        let said = groups::inverted(tokens, first + 3, words, false)?;
        return said.source.filter(|_| said.takes.any(Verb::SAYS));
    }
    let is = said(1) && matches!(word(2), "est" | "était") && tokens[first].is(Class::DEFINITE);
    match word(3) {
        "de" | "d'" if is => phrases::at(tokens, first + 4, tokens.len(), words),
        "du" | "des" if is => phrases::at(tokens, first + 3, tokens.len(), words),
        _ => None,
    }
}

/// "Même son de cloche chez [Ada Hill].": who says the same in a sentence without a verb.
fn of_the_same(tokens: &[Token<'_>], words: &Words) -> Option<Mention> {
    let first = tokens.first()?;
    let same = matches!(first.lower.as_ref(), "même" | "idem" | "pareil" | "mismo" | "misma");
    let verb = tokens.iter().any(|token| token.is(Class::AUXILIARY));
    let whom = |at: &usize| matches!(tokens[*at].lower.as_ref(), "chez" | "pour" | "para");
    let at = (1..tokens.len()).find(whom).filter(|_| same && !verb)?;
    phrases::at(tokens, at + 1, tokens.len(), words).filter(|whom| spoken::is_somebody(tokens, whom))
}

/// "« … » Ces mots, prononcés par Ada Hill, …": whose words the sentence before was.
pub(super) fn words_of(tokens: &[Token<'_>], words: &Words) -> Option<Mention> {
    let first = tokens.iter().position(Token::is_word)?;
    // "Ce sont les mots d'Ada Hill"
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    if word(first) == "ce"
        && word(first + 1) == "sont"
        && matches!(word(first + 3), "mots" | "paroles" | "propos")
        && tokens.get(first + 4).is_some_and(|link| link.is(Class::LINK))
    {
        return phrases::at(tokens, first + 5, tokens.len(), words);
    }
    if let Some(by) = of_opening(tokens, first, words) {
        return Some(by);
    }
    let [these, noun] = tokens.get(first..first + 2)? else { return None };
    let said =
        matches!(noun.lower.as_ref(), "mots" | "paroles" | "propos" | "phrase" | "phrases" | "déclaration" | "cri");
    let alone = tokens[..first].iter().all(|token| token.is_mark() || !token.is_word());
    // "« … » L'analyse du docteur Ada Hill est sans équivoque."
    let told = matches!(noun.lower.as_ref(), "analyse" | "constat" | "témoignage" | "diagnostic" | "réponse" | "aveu");
    if alone && told && these.is(Class::DEFINITE) && tokens.get(first + 2).is_some_and(|link| link.is(Class::LINK)) {
        return phrases::at(tokens, first + 3, tokens.len(), words);
    }
    let by = tokens.iter().skip(first + 2).take(4).position(|token| token.lower == "par")? + first + 2;
    (said && these.is(Class::DEFINITE) && tokens[by - 1].ends_like_participle() && alone)
        .then(|| phrases::at(tokens, by + 1, tokens.len(), words))
        .flatten()
}

/// "Du côté de [la mairie], on assure que", "Chez [Rey & Fils], on regrette que": whose "on" it is.
pub(super) fn whose_side(tokens: &[Token<'_>], low: usize, on: usize, words: &Words) -> Option<Mention> {
    let comma = on.checked_sub(1).filter(|comma| *comma > low && tokens[*comma].is_sign(","))?;
    let sign = tokens[low..comma].iter().rposition(|token| !token.is_word() && !token.is_sign("&"));
    let begin = sign.map_or(low, |sign| low + sign + 1);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    let first = match (word(begin), word(begin + 1), word(begin + 2)) {
        ("du", "côté", "de" | "d'") => begin + 3,
        ("du", "côté", "du" | "des") => begin + 2,
        ("chez" | "à", ..) => begin + 1,
        ("au" | "aux", ..) => begin,
        _ => return None,
    };
    let side = phrases::at(tokens, first, comma, words)?;
    (side.core.after == comma && spoken::is_somebody(tokens, &side)).then_some(side)
}

/// "Ce que redoute Ada Hill, c'est « … »", "Ce qu'elle redoute, c'est « … »": whose words stand in marks.
pub(super) fn of_cleft(tokens: &[Token<'_>], mark: usize, words: &Words) -> Option<(Mention, Span)> {
    let opens = matches!(tokens, [this, that, ..] if this.lower == "ce" && that.is(Class::THAT));
    let [.., it, is] = tokens.get(..mark)? else { return None };
    if !opens || it.lower != "c'" || !is.is(Class::AUXILIARY) {
        return None;
    }
    if tokens.get(2).is_some_and(|next| next.is(Class::PRONOUN) && !next.is(Class::DETERMINER)) {
        let group = groups::at(tokens, 3, words, false)?;
        return Some((phrases::at(tokens, 2, 3, words)?, group.cue));
    }
    let said = groups::inverted(tokens, 2, words, false).filter(|said| said.after < mark)?;
    Some((said.source?, said.cue))
}
