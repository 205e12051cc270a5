//! Sentences and their words. A passage in quotation marks is one token, elided words stand alone ("l'", "qu'"), and so
//! does a pronoun that hangs on its verb ("dit", "il").

use std::borrow::Cow;
use std::ops::Range;

use super::super::marks::Mark;
use super::demonyms;
use super::openings;
use super::words::{Class, Noun, Participle, Tongue, Verb, Words};

/// A longer sentence is cut: nobody speaks so, and the work on a sentence must stay small.
const LONGEST: usize = 300;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Sign,
    /// A passage in quotation marks, by its number.
    Mark(usize),
}

#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub text: &'t str,
    /// In lower case with straight apostrophes.
    pub lower: Cow<'t, str>,
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    pub capital: bool,
    /// A pronoun that hangs on the verb before it: "dit-il".
    pub hangs: bool,
    pub class: Class,
    pub verb: Verb,
    pub noun: Noun,
    pub is_spanish: bool,
}

impl Token<'_> {
    pub fn is(&self, class: Class) -> bool {
        self.class.any(class)
    }

    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub fn is_mark(&self) -> bool {
        matches!(self.kind, Kind::Mark(_))
    }

    pub fn is_sign(&self, signs: &str) -> bool {
        self.kind == Kind::Sign && signs.contains(self.text)
    }

    /// A word that ends as French past participles do: "publié", "entendues".
    pub fn ends_like_participle(&self) -> bool {
        Participle::Told.ends(&self.lower)
    }

    /// A word that may be part of a name.
    pub fn is_name(&self) -> bool {
        // "PDG", "ONG"
        let noun = || self.is(Class::HUMAN.and(Class::BODY)) && self.text.chars().all(char::is_uppercase);
        self.is_word()
            && self.capital
            && !self.is(Class::DETERMINER.and(Class::PRONOUN).and(Class::TIME).and(Class::RELATIVE))
            && !noun()
    }
}

/// A sentence, or what a headline has for one.
#[derive(Clone, Debug)]
pub(super) struct Sentence<'t> {
    pub tokens: Vec<Token<'t>>,
    /// The number of its paragraph.
    pub paragraph: usize,
}

/// The sentences of an article, in order.
pub(super) fn sentences<'t>(
    text: &'t str,
    paragraphs: &[Range<usize>],
    marks: &[Mark],
    words: &Words,
) -> Vec<Sentence<'t>> {
    let mut found = Vec::new();
    let mut next = 0;
    for (paragraph, range) in paragraphs.iter().enumerate() {
        let mut tokens: Vec<Token<'t>> = Vec::new();
        let mut at = range.start;
        while let Some(mark) = marks.get(next).filter(|mark| mark.start < range.end) {
            read(text, at..mark.start, words, &mut tokens);
            tokens.push(quoted(text, *mark, next));
            at = mark.end.max(at);
            next += 1;
        }
        read(text, at..range.end, words, &mut tokens);
        if words.tongue == Tongue::French {
            demonyms::lower(&mut tokens);
        }
        name_months(&mut tokens);
        words.pairs.name(&mut tokens);
        split(text, tokens, paragraph, &mut found);
    }
    openings::lower(&mut found);
    found.iter_mut().for_each(openings::lower_dateline);
    found.iter_mut().for_each(openings::lower_offices);
    found.iter_mut().for_each(openings::name_papers);
    found.iter_mut().for_each(openings::several);
    found
}

/// "Julio Marín", "Domingo Rey": a first name that is a month or a day as well.
fn name_months(tokens: &mut [Token<'_>]) {
    for at in 0..tokens.len().saturating_sub(1) {
        let named = tokens[at].is_spanish && tokens[at].capital && tokens[at].is(Class::FIRST_NAME.and(Class::TIME));
        if named && tokens[at].is(Class::FIRST_NAME) && tokens[at + 1].capital {
            tokens[at].class = tokens[at].class.only(Class::FIRST_NAME.and(Class::MASCULINE).and(Class::FEMININE));
        }
    }
}

fn quoted<'t>(text: &'t str, mark: Mark, number: usize) -> Token<'t> {
    Token {
        text: &text[mark.start..mark.end],
        lower: Cow::Borrowed(""),
        start: mark.start,
        end: mark.end,
        kind: Kind::Mark(number),
        capital: false,
        hangs: false,
        class: Class::default(),
        verb: Verb::default(),
        noun: Noun::default(),
        is_spanish: false,
    }
}

/// The quotation marks and what stands between, parted: a passage without them.
pub(super) fn body(quoted: &str) -> &str {
    quoted.trim_matches(|sign: char| sign.is_whitespace() || "«»“”\"„".contains(sign))
}

fn split<'t>(text: &str, tokens: Vec<Token<'t>>, paragraph: usize, found: &mut Vec<Sentence<'t>>) {
    let mut sentence: Vec<Token<'t>> = Vec::new();
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        let ends = rest.peek().is_some_and(|next| ends_before(text, &token, next));
        sentence.push(token);
        if ends || sentence.len() >= LONGEST {
            found.push(Sentence { tokens: std::mem::take(&mut sentence), paragraph });
        }
    }
    if !sentence.is_empty() {
        found.push(Sentence { tokens: sentence, paragraph });
    }
}

/// Whether a sentence ends between a token and the next one.
fn ends_before(text: &str, token: &Token<'_>, next: &Token<'_>) -> bool {
    let opens = next.capital
        || next.is_mark()
        || next.text.starts_with(|letter: char| letter.is_numeric() || "—–-¿¡([".contains(letter));
    let spaced = text[token.end..next.start].contains(char::is_whitespace);
    match token.kind {
        Kind::Mark(_) => {
            let whole = body(token.text).ends_with(['.', '!', '?', '…']);
            let closed = token.text.ends_with(['»', '”', '"']);
            whole && closed && spaced && (next.capital || next.is_mark())
        }
        Kind::Sign => matches!(token.text, "." | "!" | "?" | "…") && opens && spaced,
        Kind::Word => false,
    }
}

/// The tokens of a stretch outside quotation marks.
pub(super) fn read<'t>(text: &'t str, range: Range<usize>, words: &Words, tokens: &mut Vec<Token<'t>>) {
    let (mut at, stop) = (range.start, range.end);
    while at < stop {
        let rest = &text[at..stop];
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let length = letters(rest);
        if length > 0 {
            tokens.push(spelled(text, at..at + length, words));
            at += length;
            continue;
        }
        let (length, pronoun) = word(rest, first);
        if pronoun > 0 {
            // "dit-il": the pronoun behind the hyphen
            tokens.push(token(text, at..at + length, words, false));
            at += length;
            let hyphens =
                text[at..at + pronoun].trim_start_matches("-t-").trim_start_matches("-T-").trim_start_matches('-');
            tokens.push(token(text, at + pronoun - hyphens.len()..at + pronoun, words, true));
            at += pronoun;
        } else {
            let mut token = token(text, at..at + length, words, false);
            at += length;
            // "M." is one word and ends no sentence
            if text[at..stop].starts_with('.') && words.is_abbreviation(token.text) {
                at += 1;
                token.end = at;
            }
            tokens.push(token);
        }
    }
}

/// The length of the capitals with points that stand at the head, where a hyphen parts two: "P.-D.G.", "J.-P.".
fn letters(rest: &str) -> usize {
    let mut at = 0;
    let mut hyphen = false;
    loop {
        let dash = usize::from(at > 0 && rest[at..].starts_with('-'));
        let mut ahead = rest[at + dash..].chars();
        let Some(letter) = ahead.next().filter(|letter| letter.is_uppercase()) else { break };
        if ahead.next() != Some('.') {
            break;
        }
        hyphen |= dash > 0;
        at += dash + letter.len_utf8() + 1;
    }
    if hyphen { at } else { 0 }
}

/// "P.-D.G." is read as "pdg".
fn spelled<'t>(text: &'t str, range: Range<usize>, words: &Words) -> Token<'t> {
    let mut token = token(text, range, words, false);
    let plain: String = token.lower.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let known = words.word(&plain);
    if known.class.any(Class::HUMAN.and(Class::BODY)) {
        (token.lower, token.class, token.capital) = (Cow::Owned(plain), known.class, false);
    }
    token
}

fn token<'t>(text: &'t str, range: Range<usize>, words: &Words, hangs: bool) -> Token<'t> {
    let text = &text[range.clone()];
    let lower = if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.to_lowercase().replace('’', "'"))
    };
    let first = text.chars().next().unwrap_or(' ');
    let mut known = words.word(&lower);
    let mut lower = lower;
    // "Elu", "l'Etat", "A Lys": capitals go without their accents
    if words.tongue == Tongue::French && text.starts_with(['E', 'A']) {
        let accented =
            if text == "A" { Some("à".to_owned()) } else { lower.strip_prefix('e').map(|rest| format!("é{rest}")) };
        if let Some(accented) =
            accented.filter(|_| text == "A" || known.class == Class::default() && known.verb == Verb::default())
        {
            let word = words.word(&accented);
            if word.class != Class::default() && !word.class.any(Class::FIRST_NAME) || word.verb != Verb::default() {
                (known, lower) = (word, Cow::Owned(accented));
            }
        }
    }
    // "haut-commissaire", "ex-ministre": an office, with a capital or without
    let office =
        lower.split_once('-').filter(|(first, _)| PREFIXES.contains(first)).map(|(_, last)| words.word(last).class);
    let office = office.filter(|class| class.any(Class::HUMAN));
    if let Some(class) = office {
        known.class = known.class.and(class);
    }
    let kind = if first.is_alphanumeric() { Kind::Word } else { Kind::Sign };
    let capital = first.is_uppercase() && office.is_none();
    Token {
        text,
        lower,
        start: range.start,
        end: range.end,
        kind,
        capital,
        hangs,
        class: known.class,
        verb: known.verb,
        noun: known.noun,
        is_spanish: words.tongue == Tongue::Spanish,
    }
}

/// Pronouns that hang on a verb.
const HANGING: [&str; 10] =
    ["-t-elles", "-t-elle", "-t-ils", "-t-il", "-t-on", "-elles", "-elle", "-ils", "-il", "-on"];

/// What stands before an office: "haut-commissaire".
const PREFIXES: [&str; 7] = ["haut", "haute", "vice", "ex", "sous", "co", "ancien"];

/// "Phare.com": what an address on the web ends with.
fn is_domain(word: &str) -> bool {
    matches!(word, "com" | "fr" | "org" | "net" | "be" | "ch" | "ca" | "es" | "info")
}

/// "jusqu", "lorsqu", "puisqu": in bytes.
const LONGEST_ELIDED: usize = 6;

/// Words that lose their vowel before another: "l'avocat", "qu'il".
fn is_elided(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "l" | "d" | "s" | "n" | "c" | "j" | "m" | "t" | "qu" | "jusqu" | "lorsqu" | "puisqu" | "quoiqu"
    )
}

/// The length of the word or sign that `rest` begins with, and of a pronoun that hangs on it.
fn word(rest: &str, first: char) -> (usize, usize) {
    if !first.is_alphanumeric() {
        return (first.len_utf8(), 0);
    }
    let run = |from: usize| {
        let inner = |letter: char| letter.is_alphanumeric() || letter == '_';
        rest[from..].find(|letter| !inner(letter)).map_or(rest.len(), |length| from + length)
    };
    let mut end = run(0);
    let number = first.is_numeric();
    while let Some(joint) = rest[end..].chars().next() {
        let next = run(end + joint.len_utf8());
        let joins = match joint {
            '\'' | '’' => {
                if end <= LONGEST_ELIDED && is_elided(&rest[..end]) {
                    return (end + joint.len_utf8(), 0);
                }
                true
            }
            '-' => true,
            '.' | ',' if number => rest[end + 1..].starts_with(|letter: char| letter.is_numeric()),
            '.' => {
                end == first.len_utf8() && rest[end + 1..].starts_with(char::is_uppercase)
                    || is_domain(&rest[end + 1..next])
            }
            _ => false,
        };
        if !joins || next == end + joint.len_utf8() {
            break;
        }
        end = next;
    }
    let whole = &rest[..end];
    let pronoun = HANGING.iter().find(|pronoun| whole.ends_with(*pronoun) && whole.len() > pronoun.len());
    let hanging = pronoun.map_or(0, |pronoun| pronoun.len());
    (end - hanging, hanging)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&[&str]]) {
        let whole = 0..text.len();
        let marks = super::super::guillemets::find(text, std::slice::from_ref(&whole));
        let found = sentences(text, &[whole], &marks, Words::of(Tongue::French));
        let found: Vec<Vec<&str>> =
            found.iter().map(|sentence| sentence.tokens.iter().map(|token| token.text).collect()).collect();
        assert_eq!(found, expected, "in {text}");
    }

    #[test]
    fn words_and_sentences() {
        check("« Oui », a-t-il dit.", &[&["« Oui »", ",", "a", "il", "dit", "."]]);
        check("L'avocat dit qu’il part.", &[&["L'", "avocat", "dit", "qu’", "il", "part", "."]]);
        check("M. Rey dort. Il est tard.", &[&["M", "Rey", "dort", "."], &["Il", "est", "tard", "."]]);
        check("« Oui. » Il part.", &[&["« Oui. »"], &["Il", "part", "."]]);
        check("« Oui ? », dit-elle.", &[&["« Oui ? »", ",", "dit", "elle", "."]]);
    }
}
