//! Step 4: noun phrases that may name a speaker, found from a cue outwards, with no parser and no word classes but the
//! closed ones; and the runs of capitals that are names.

mod names;

pub(super) use names::{names, past_opening};
use smallvec::{SmallVec, smallvec};

use super::facts::Facts;
use super::lexicon::{Classes, Kind, Lexicon};
use super::linear::Piece;
use super::sentences::Sentence;
use super::sources;
use super::token::Token;

/// The tokens of a mention inside its sentence: the first, and the one after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Phrase {
    pub first: usize,
    pub after: usize,
}

impl Phrase {
    pub fn one(at: usize) -> Self {
        Self { first: at, after: at + 1 }
    }

    /// Its tokens, none where it lies outside.
    pub fn of<'a, 't>(self, tokens: &'a [Token<'t>]) -> &'a [Token<'t>] {
        tokens.get(self.first..self.after).unwrap_or_default()
    }

    pub fn touches(self, other: Self) -> bool {
        self.first < other.after && other.first < self.after
    }
}

/// What a mention is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MentionKind {
    Pronoun,
    /// Two capitals or more.
    Name,
    /// One capital.
    Word,
    Noun,
    /// A name that stands in the layout, with no sentence round it.
    Label,
}

impl MentionKind {
    /// What the models know it by.
    pub fn piece(self) -> Piece<'static> {
        match self {
            Self::Pronoun => Piece::of("pron"),
            Self::Name => Piece::of("name"),
            Self::Word => Piece::of("word"),
            Self::Noun => Piece::of("noun"),
            Self::Label => Piece::of("label"),
        }
    }

    pub fn is_named(self) -> bool {
        matches!(self, Self::Name | Self::Word)
    }
}

/// The last token before `end` that is no adverb or auxiliary, as the end of what stands before:
/// "he [has also repeatedly] said".
pub(super) fn skip_light_left(tokens: &[Token<'_>], end: usize) -> usize {
    let before = tokens.get(..end).unwrap_or(tokens);
    end - before.iter().rev().take_while(|token| token.facts.any(Facts::LIGHT)).count()
}

/// Past "on Monday", "Monday", "in 2015", "on Sept. 11".
fn skip_date_left(tokens: &[Token<'_>], end: usize) -> usize {
    let Some(mut last) = end.checked_sub(1) else { return end };
    let is_year = |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20")) && is_digits(text);
    if last > 0 && is_year(tokens[last].text) && tokens[last - 1].is(Classes::PREPOSITION) {
        return last - 1;
    }
    let is_day = matches!(tokens[last].text.len(), 1 | 2) && is_digits(tokens[last].text);
    if last > 1 && is_day && tokens[last - 1].is(Classes::MONTH) {
        last -= 1;
    }
    if last > 0 && tokens[last].is(Classes::DAY.and(Classes::MONTH)) {
        return if tokens[last - 1].is(Classes::PREPOSITION) { last - 1 } else { last };
    }
    end
}

/// Past "for her part", "de son côté".
fn skip_adverbial_left(tokens: &[Token<'_>], end: usize, lexicon: &Lexicon) -> usize {
    let ends_here = |phrase: &&Vec<String>| {
        end.checked_sub(phrase.len())
            .and_then(|start| tokens.get(start..end))
            .is_some_and(|here| here.iter().zip(*phrase).all(|(token, word)| token.lower == *word))
    };
    end - lexicon.adverbials.iter().find(ends_here).map_or(0, Vec::len)
}

pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_numeric)
}

/// The noun phrase that ends before token `i`.
pub(super) fn left(tokens: &[Token<'_>], i: usize, lexicon: &Lexicon) -> Option<Phrase> {
    left_of(tokens, i, lexicon, 2)
}

/// The same, reading at most so many appositives inside one another: commas and brackets in rows would cost too much.
fn left_of(tokens: &[Token<'_>], i: usize, lexicon: &Lexicon, depth: usize) -> Option<Phrase> {
    let mut end = skip_light_left(tokens, i);
    if end == 0 || tokens[end - 1].mark().is_some() {
        return None;
    }
    end = skip_light_left(tokens, skip_date_left(tokens, end));
    end = skip_light_left(tokens, skip_adverbial_left(tokens, end, lexicon));
    if end == 0 || tokens[end - 1].mark().is_some() {
        return None;
    }
    if tokens[end - 1].text == ")" {
        end = tokens[..end].iter().rposition(|token| token.text == "(")?;
        if end == 0 {
            return None;
        }
    }
    let last = end - 1;
    if last > 0 && tokens[last].is_sign(",—–-") {
        return before_appositive(tokens, last, lexicon, depth.checked_sub(1)?);
    }
    if tokens[last].is(Classes::PRONOUN) {
        return Some(Phrase::one(last));
    }
    core(tokens, last)
}

/// "Mira Dahl, a baker with two shops, said": back past the appositive, whose comma is token `j`, to the name.
fn before_appositive(tokens: &[Token<'_>], j: usize, lexicon: &Lexicon, depth: usize) -> Option<Phrase> {
    let mut k = j.checked_sub(1)?;
    for _ in 0..30 {
        if k == 0 || tokens[k].mark().is_some() {
            return None;
        }
        let before = &tokens[k - 1];
        let number = k > 2 && is_digits(before.text);
        // 'the mayor of Lys, Mira Dahl, said': the name stands in the middle
        let inside = Phrase { first: k + 1, after: j };
        let named = inside.of(tokens).len() >= 2 && inside.of(tokens).iter().all(|token| token.capital && token.word);
        if tokens[k].is_sign(",—–") && (before.capital || number || before.text == ")" || named && before.word) {
            let phrase = if before.text == ")" { left_of(tokens, k, lexicon, depth) } else { core(tokens, k - 1) };
            // a list of places is none: 'Mayor Dahl of Springfield, Illinois, said'
            let is_name = |phrase: &Phrase| named || phrase.of(tokens).iter().any(|token| token.capital);
            if let Some(phrase) = phrase.filter(is_name) {
                if named && tokens[phrase.first].is(Classes::DETERMINER) {
                    return Some(Phrase { first: phrase.first, after: j });
                }
                return Some(phrase);
            }
        }
        if tokens[k].is_sign(".;:") {
            return None;
        }
        k -= 1;
    }
    None
}

const AND: [&str; 5] = ["and", "und", "et", "y", "or"];

/// The word that a noun phrase is about: the last before what hangs on it with a preposition.
pub(super) fn head<'a, 't>(phrase: &'a [Token<'t>]) -> Option<&'a Token<'t>> {
    phrase.iter().take_while(|token| token.kind != Some(Kind::Preposition)).last()
}

/// The noun phrase whose last token is `j`.
pub(super) fn core(tokens: &[Token<'_>], j: usize) -> Option<Phrase> {
    let last = tokens.get(j)?;
    if !last.word || last.is(Classes::CONJUNCTION.and(Classes::PREPOSITION)) {
        return None;
    }
    let end = j + 1;
    let mut first = end;
    for k in (0..end).rev().take(14) {
        let token = &tokens[k];
        if token.mark().is_some() || !(token.word || token.is_sign("&’'") || token.lower == "'s") {
            break;
        }
        if token.is(Classes::CONJUNCTION.and(Classes::THAT)) && !joins(tokens, k, j) {
            break;
        }
        if k < j && token.strength > 0.5 && !token.capital {
            break;
        }
        if k != j && token.is(Classes::PRONOUN) && !token.is(Classes::DETERMINER) {
            break;
        }
        let stops = |kind: Kind| kind.is_auxiliary() || matches!(kind, Kind::Question | Kind::Relative);
        if k < j && token.kind.is_some_and(stops) && token.lower != "'s" {
            break;
        }
        if token.is(Classes::DETERMINER) && k > 0 && is_genitive(&token.lower, &tokens[k - 1]) {
            first = k;
            continue;
        }
        let goes_on =
            || k > 0 && tokens[k - 1].is(Classes::PHRASE_PREPOSITION) && !tokens[k - 1].is(Classes::DETERMINER);
        if token.is(Classes::DETERMINER.and(Classes::POSSESSIVE)) && !goes_on() {
            let mut k = k;
            while k > 0 && tokens[k - 1].is(Classes::DETERMINER) {
                k -= 1;
            }
            return Some(Phrase { first: k, after: end });
        }
        first = k;
    }
    let is_day = |at: usize| tokens[at].is(Classes::DAY) && at + 1 < end && !tokens[at + 1].capital;
    while first < end && (leads_in(&tokens[first], first) || is_day(first)) {
        first += 1;
    }
    (first < end && !is_digits(last.text)).then_some(Phrase { first, after: end })
}

/// Whether an article hangs a phrase on the noun before it: "le maire [de] Lys", "die Chefin [der] Bank".
fn is_genitive(lower: &str, before: &Token<'_>) -> bool {
    let noun = before.word && before.kind.is_none() && before.strength < 0.5;
    match lower {
        "la" | "le" | "les" => before.lower == "de",
        "de" | "du" | "des" if !before.text.starts_with(char::is_uppercase) => noun,
        "der" | "des" | "einer" | "eines" => noun && before.text.starts_with(char::is_uppercase),
        _ => false,
    }
}

/// Whether a token at the head of a phrase does not belong to it.
fn leads_in(token: &Token<'_>, at: usize) -> bool {
    let light = token.is(Classes::PHRASE_PREPOSITION.and(Classes::PREPOSITION)) || token.kind == Some(Kind::Adverb);
    light && !(token.capital && at > 0) || token.is(Classes::OPENER) || token.lower == "'s" || !token.word
}

/// Whether the "and" at `k` joins two names, or two plurals, in the phrase that ends with `j`.
fn joins(tokens: &[Token<'_>], k: usize, j: usize) -> bool {
    let token = &tokens[k];
    if !AND.contains(&token.lower.as_ref()) || k == 0 || k >= j {
        return false;
    }
    let (before, after) = (&tokens[k - 1], &tokens[k + 1]);
    before.capital && after.capital
        || before.word
            && !before.capital
            && !after.is(Classes::DETERMINER)
            && before.lower.ends_with('s')
            && tokens[j].lower.ends_with('s')
}

/// German articles that open another noun phrase and go on with none: "wies der Chef [die] Vorwürfe zurück".
const OBJECT_ARTICLES: [&str; 17] = [
    "die", "das", "den", "dem", "ein", "eine", "einen", "einem", "alle", "kein", "keine", "keinen", "mehrere", "viele",
    "diese", "dieses", "einige",
];

/// The noun phrase that starts at token `i`: 'said [Ravenna delegate Beau Ortiz], …'.
pub(super) fn right(tokens: &[Token<'_>], i: usize) -> Option<Phrase> {
    let auxiliary = |token: &&Token<'_>| token.kind.is_some_and(|kind| kind == Kind::Adverb || kind.is_auxiliary());
    let j = i + tokens.get(i..)?.iter().take_while(auxiliary).count();
    let opening = tokens.get(j).filter(|token| token.word)?;
    let ends_here = || tokens.get(j + 1).is_none_or(|next| !next.word);
    if opening.is(Classes::OBJECT_PRONOUN)
        || opening.is(Classes::PRONOUN) && (!opening.is(Classes::DETERMINER) || ends_here())
    {
        return Some(Phrase::one(j));
    }
    if opening.is(Classes::PREPOSITION.and(Classes::CONJUNCTION)) || opening.kind == Some(Kind::That) {
        return None;
    }
    let (mut k, mut seen) = (j, false);
    while k < j + 14
        && let Some(token) = tokens.get(k)
    {
        if token.mark().is_some() || !(token.word || token.is_sign("&’'") || token.lower == "'s") {
            break;
        }
        let joins = || {
            AND[..4].contains(&token.lower.as_ref())
                && tokens[k - 1].capital
                && tokens.get(k + 1).is_some_and(|next| next.capital)
        };
        if k > j && (token.is(Classes::THAT) || token.is(Classes::CONJUNCTION) && !joins()) {
            break;
        }
        if seen && token.is(Classes::DETERMINER) && OBJECT_ARTICLES.contains(&token.lower.as_ref()) {
            break;
        }
        let adjunct = token.is(Classes::ADJUNCT) && token.lower != "of" && token.lower != "de";
        if seen && (adjunct || token.is(Classes::DAY) || token.strength > 0.5 && !token.capital) {
            break;
        }
        let stops = |kind: Kind| kind.is_auxiliary() || matches!(kind, Kind::Question | Kind::Relative);
        if k > j && token.kind.is_some_and(stops) {
            break;
        }
        seen |= token.capital || !token.is(Classes::DETERMINER);
        k += 1;
    }
    while k > j && (tokens[k - 1].is(Classes::PREPOSITION) || k - 1 > j && tokens[k - 1].is(Classes::DETERMINER)) {
        k -= 1;
    }
    (k > j).then_some(Phrase { first: j, after: k })
}

/// What a mention is made of.
pub(super) fn kind(tokens: &[Token<'_>], phrase: Phrase) -> MentionKind {
    let inside = phrase.of(tokens);
    let Some(first) = inside.first() else { return MentionKind::Noun };
    let pronoun = first.is(Classes::PRONOUN.and(Classes::OBJECT_PRONOUN));
    if inside.len() == 1 && pronoun {
        return MentionKind::Pronoun;
    }
    let article = first.capital && first.is(Classes::DETERMINER);
    match inside.iter().filter(|token| token.capital).count() - usize::from(article) {
        0 => MentionKind::Noun,
        1 => MentionKind::Word,
        _ => MentionKind::Name,
    }
}

/// The phrase that follows "according to" and its like at token `i`: how many tokens wide the phrase is.
pub(super) fn according_at(tokens: &[Token<'_>], i: usize, lexicon: &Lexicon) -> Option<usize> {
    if !tokens.get(i)?.is(Classes::ACCORDING) {
        return None;
    }
    let stands_here = |phrase: &&Vec<String>| {
        tokens.get(i..i + phrase.len()).is_some_and(|here| here.iter().zip(*phrase).all(|(t, word)| t.lower == *word))
    };
    lexicon.according.iter().rfind(stands_here).map(Vec::len)
}

/// All mentions of a sentence worth ranking; of those with one end the fullest.
pub(super) fn around(sentence: &Sentence<'_>, lexicon: &Lexicon) -> Vec<Phrase> {
    let tokens = &sentence.tokens;
    // the first token of the mention that ends before a token
    let mut first_by_end: SmallVec<[Option<u16>; 64]> = smallvec![None; tokens.len() + 1];
    let tells = Classes::PRONOUN.and(Classes::OBJECT_PRONOUN).and(Classes::ACCORDING);
    for (i, token) in tokens.iter().enumerate() {
        // most words tell of none
        if !(token.is(tells) || token.strength >= 0.2 || token.could_be_verb) {
            continue;
        }
        let pronoun = token.is(Classes::PRONOUN) && !token.is(Classes::DETERMINER);
        if pronoun || lexicon.is_english() && token.is(Classes::OBJECT_PRONOUN) {
            first_by_end[i + 1] = Some(i as u16);
        }
        if token.strength >= 0.2 || token.could_be_verb {
            if let Some(phrase) = left(tokens, i, lexicon) {
                let phrase = if lexicon.is_english() { sources::before_finite(tokens, phrase) } else { phrase };
                first_by_end[phrase.after] = Some(phrase.first as u16);
            }
            let beside = i > 0 && (tokens[i - 1].mark().is_some() || tokens[i - 1].text == ",");
            if (token.strength >= 0.3 || beside)
                && let Some(phrase) = right(tokens, i + 1)
            {
                first_by_end[phrase.after].get_or_insert(phrase.first as u16);
            }
        }
        if let Some(width) = according_at(tokens, i, lexicon)
            && let Some(phrase) = right(tokens, i + width)
        {
            first_by_end[phrase.after].get_or_insert(phrase.first as u16);
        }
    }
    let parts = sentence.names.iter().flat_map(|name| names::parts(tokens, *name));
    for name in parts {
        // part of a phrase that is not much longer
        let held = (name.after..=tokens.len().min(name.first + 7))
            .any(|end| first_by_end[end].map(usize::from).is_some_and(|first| first <= name.first && end - first < 8));
        if first_by_end[name.after].is_none() && !held {
            first_by_end[name.after] = Some(name.first as u16);
        }
    }
    let mut found = Vec::with_capacity(first_by_end.iter().flatten().count());
    let phrase = |(after, first): (usize, &Option<u16>)| first.map(|first| Phrase { first: first.into(), after });
    found.extend(first_by_end.iter().enumerate().filter_map(phrase));
    found.sort_unstable();
    found
}
