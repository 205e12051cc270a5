//! Step 2: sentences and their words. A passage in quotation marks is one token, so that nothing inside it is read.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use super::lexicon::{Classes, Kind, Lexicon, is_latin_capital};
use super::marks::Mark;
use super::mentions::{self, Phrase};
use super::nouns;

/// A longer sentence is cut: nobody speaks so, and the work on a sentence must stay small.
const LONGEST_SENTENCE: usize = 400;

/// Stands for quoted characters in the masked text, and for the last one of a quoted sentence.
const QUOTED: char = '\u{1}';
const QUOTED_END: char = '\u{2}';

/// What is known of the words of an article.
struct Words<'k> {
    lexicon: &'k Lexicon,
    /// Words that are common nouns in spite of their capital.
    nouns: HashSet<&'k str>,
}

/// A word, a sign, or a whole passage in quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    /// The word without the point of an abbreviation; one sign that is no text for a passage in marks.
    pub text: &'t str,
    /// In lower case with straight apostrophes; empty for a passage in marks.
    pub lower: Cow<'t, str>,
    pub start: usize,
    pub end: usize,
    pub mark: Option<Mark>,
    pub capital: bool,
    pub word: bool,
    pub classes: Classes,
    pub kind: Option<Kind>,
    /// How often the word introduces speech.
    pub strength: f64,
    /// What the models know it by: its kind, its sign, or its shape.
    pub class: &'t str,
}

impl<'t> Token<'t> {
    fn quoted(mark: Mark) -> Self {
        Self {
            text: "\u{1}",
            lower: Cow::Borrowed(""),
            start: mark.start,
            end: mark.end,
            mark: Some(mark),
            capital: false,
            word: false,
            classes: Classes::default(),
            kind: None,
            strength: 0.0,
            class: "Q",
        }
    }

    fn new(text: &'t str, start: usize, words: &Words<'_>) -> Self {
        let lexicon = words.lexicon;
        let lower = lower(text);
        let known = lexicon.word(&lower);
        let first = text.chars().next().unwrap_or(' ');
        let capital = first.is_uppercase() && !words.nouns.contains(text);
        let word = first.is_alphanumeric() || matches!(first, '$' | '£' | '€');
        let is_inverted = lexicon.code == "fr" && mentions::clitic(&lower).is_some() && known.kind.is_none();
        let class = class_of(text, &lower, known.kind, capital, word, lexicon.is_english());
        Self {
            text,
            lower,
            start,
            end: start + text.len(),
            mark: None,
            capital,
            word,
            classes: known.classes,
            kind: known.kind,
            // 'détaille-t-il': a verb with its subject behind a hyphen says something more often than not
            strength: if known.strength == 0.0 && is_inverted { 0.7 } else { known.strength },
            class,
        }
    }

    pub fn is(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    /// Whether the token is one of these signs.
    pub fn is_sign(&self, signs: &str) -> bool {
        signs.contains(self.text)
    }

    /// A cue, or what could be a verb beside a closing mark: “…,” beamed Hartley.
    pub fn could_be_verb(&self, english: bool) -> bool {
        if self.mark.is_some() || self.capital || !self.word {
            return false;
        }
        self.strength >= 0.2
            || english
                && is_longer(&self.lower, 3)
                && (self.lower.ends_with("ed") || self.lower.ends_with('s') && !self.is(Classes::NOT_VERB))
    }
}

/// Whether a word has more than so many letters.
pub(super) fn is_longer(word: &str, letters: usize) -> bool {
    word.len() > letters && word.chars().nth(letters).is_some()
}

fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.to_lowercase().replace('’', "'"))
    }
}

fn class_of<'t>(text: &'t str, lower: &str, kind: Option<Kind>, capital: bool, word: bool, english: bool) -> &'t str {
    if !word {
        return if ",.:;()—–―-?!".contains(text) { text } else { "sign" };
    }
    if let Some(kind) = kind {
        return kind.name();
    }
    if capital {
        return "cap";
    }
    if text.starts_with(|letter: char| letter.is_numeric() || letter == '$') {
        return "num";
    }
    let long = is_longer(lower, 4);
    ["ing", "ed", "ly", "s"].into_iter().find(|ending| english && long && lower.ends_with(ending)).unwrap_or("o")
}

/// A sentence, or what a headline or a label has for one.
#[derive(Clone, Debug)]
pub(super) struct Sentence<'t> {
    pub tokens: Vec<Token<'t>>,
    /// The number of its paragraph.
    pub paragraph: usize,
    pub start: usize,
    pub end: usize,
    /// Its runs of capitalised words.
    pub names: Vec<Phrase>,
}

impl Sentence<'_> {
    pub fn marks(&self) -> impl Iterator<Item = Mark> + '_ {
        self.tokens.iter().filter_map(|token| token.mark)
    }
}

/// The article's sentences, in order.
pub(super) fn split<'t>(
    text: &'t str,
    paragraphs: &[Range<usize>],
    marks: &[Mark],
    lexicon: &Lexicon,
) -> Vec<Sentence<'t>> {
    let masked = mask(text, marks);
    let known = Words { lexicon, nouns: nouns::common(text, lexicon) };
    let mut found: Vec<Sentence<'t>> = Vec::new();
    let mut marks = marks;
    let mut add = |tokens: Vec<Token<'t>>, paragraph: usize| {
        if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
            let (start, end) = (first.start, last.end);
            let names = mentions::names(&tokens);
            found.push(Sentence { tokens, paragraph, start, end, names });
        }
    };
    for (paragraph, range) in paragraphs.iter().enumerate() {
        let Some(line) = masked.get(range.clone()) else { continue };
        let mut start = range.start;
        for cut in cuts(line, &text[range.clone()], lexicon) {
            let cut = range.start + cut;
            // each mark lies inside one sentence, so that they can be taken in turn
            let inside = marks.partition_point(|mark| mark.start < cut);
            let tokens = tokenise(text, start..cut, &marks[..inside], &known);
            marks = &marks[inside..];
            let mut rest = tokens.into_iter();
            loop {
                let tokens: Vec<Token<'t>> = rest.by_ref().take(LONGEST_SENTENCE).collect();
                if tokens.is_empty() {
                    break;
                }
                add(tokens, paragraph);
            }
            start = cut;
        }
    }
    found
}

/// The text with every quoted character masked; offsets stay what they are.
fn mask(text: &str, marks: &[Mark]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for mark in marks {
        masked.push_str(&text[at..mark.start]);
        masked.extend(std::iter::repeat_n(QUOTED, mark.end - mark.start - 1));
        let quoted = &text[mark.start..mark.end];
        let body = quoted.trim_end_matches(CLOSING);
        let ends = body.ends_with(['.', '!', '?', '…', '。', '！', '？']) || !quoted.ends_with(CLOSING);
        masked.push(if ends { QUOTED_END } else { QUOTED });
        at = mark.end;
    }
    masked.push_str(&text[at..]);
    masked
}

const CLOSING: [char; 9] = ['"', '”', '’', '\'', '»', '«', '“', '」', '』'];

/// Where sentences end in a paragraph; its own end is the last.
fn cuts(masked: &str, text: &str, lexicon: &Lexicon) -> Vec<usize> {
    let mut found = Vec::new();
    let mut letters = masked.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let quoted = letter == QUOTED_END;
        if !quoted && !matches!(letter, '.' | '!' | '?' | '…') {
            continue;
        }
        if !quoted {
            while letters.next_if(|(_, next)| matches!(next, '.' | '!' | '?' | '…')).is_some() {}
            while letters.next_if(|(_, next)| matches!(next, ')' | ']' | '’' | '\'')).is_some() {}
        }
        let end = letters.peek().map_or(masked.len(), |(next, _)| *next);
        let rest = &masked[end..];
        let Some(next) = rest.chars().next() else { continue };
        let unspaced = || lexicon.is_german() && is_latin_capital(next) && ends_word(&masked[..at]);
        if !(next.is_whitespace() || quoted && is_latin_capital(next) || letter == '.' && unspaced()) {
            continue;
        }
        let Some(after) = rest.trim_start().chars().next() else { continue };
        if !(after.is_uppercase() || after.is_numeric() || "\u{1}\u{2}\"“„«‘'([¿¡—".contains(after)) {
            continue;
        }
        if quoted {
            // “… ?” Smith asked. belongs together: a short tail with a name and a cue after a question or a shout
            let asked =
                text.get(..end).and_then(|quoted| quoted.chars().rev().nth(1)).is_some_and(|c| "?!…".contains(c));
            if asked && tail(rest).is_some_and(|tail| is_tail(tail, lexicon)) {
                continue;
            }
        } else if &masked[at..end] == "." {
            let word = masked[..at].rfind(|c: char| !c.is_alphanumeric() && c != '_' && c != '.');
            let from = word.map_or(0, |before| before + masked[before..].chars().next().map_or(1, char::len_utf8));
            if from < at && lexicon.is_abbreviation(&masked[from..at]) {
                continue;
            }
        }
        found.push(end);
    }
    found.push(masked.len());
    found
}

/// Whether text ends with a word that is no abbreviation by its look: 'Der Rat schwieg.Hill ging', where a space is missing.
fn ends_word(text: &str) -> bool {
    let mut letters = text.chars().rev();
    letters.by_ref().take(4).filter(|letter| letter.is_lowercase()).count() == 4
}

/// What follows a quoted sentence up to the next sign, if that is short.
fn tail(rest: &str) -> Option<&str> {
    let rest = rest.trim_start();
    let is_end = |letter: char| matches!(letter, QUOTED | QUOTED_END | '.' | '!' | '?');
    let mut stop = rest.char_indices().skip(90).map(|(at, _)| at).next().unwrap_or(rest.len());
    stop = rest[..stop].find(is_end).unwrap_or(stop);
    if !rest[stop..].starts_with(['.', '!', '?', ',']) {
        stop = rest[..stop].rfind(',')?;
    }
    is_longer(&rest[..stop], 1).then_some(&rest[..stop])
}

/// "Smith asked", "asked Mr Smith of Leeds": a name or pronoun and a cue, nothing else to speak of.
fn is_tail(text: &str, lexicon: &Lexicon) -> bool {
    let mut words = text
        .split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '_' | '’' | '\'' | '-'))
        .filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return false };
    let known = lexicon.word(&first.to_lowercase());
    if known.classes.any(Classes::PREPOSITION.and(Classes::CONJUNCTION)) {
        return false;
    }
    let strong = |word: &str| lexicon.word(&word.to_lowercase()).strength >= 0.45;
    let opens = first.starts_with(char::is_uppercase) || known.strength >= 0.45;
    opens && (known.strength >= 0.45 || words.take(4).any(strong))
}

/// The tokens of a stretch; each mark that begins inside becomes one.
fn tokenise<'t>(text: &'t str, range: Range<usize>, marks: &[Mark], known: &Words<'_>) -> Vec<Token<'t>> {
    let mut tokens = Vec::new();
    let mut at = range.start;
    for mark in marks {
        if mark.start < at {
            continue;
        }
        words(text, at..mark.start, known, &mut tokens);
        tokens.push(Token::quoted(*mark));
        at = mark.end;
    }
    words(text, at..range.end.max(at), known, &mut tokens);
    tokens
}

fn words<'t>(text: &'t str, range: Range<usize>, known: &Words<'_>, tokens: &mut Vec<Token<'t>>) {
    let (mut at, stop) = (range.start, range.end);
    while at < stop {
        let rest = &text[at..stop];
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let length = token_length(rest, first);
        let length = if known.lexicon.is_german() { number_length(rest, length) } else { length };
        let word = &rest[..length];
        if word == "."
            && at + 1 < stop
            && let Some(last) = tokens.last_mut()
            && last.end == at
            && known.lexicon.is_abbreviation(last.text)
        {
            last.end += 1;
            at += 1;
            continue;
        }
        let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).filter(|stem| !stem.is_empty());
        if let Some(stem) = stem {
            tokens.push(Token::new(stem, at, known));
            tokens.push(Token::new(&word[stem.len()..], at + stem.len(), known));
        } else {
            tokens.push(Token::new(word, at, known));
        }
        at += length;
    }
}

/// The length of a number with its comma or colon, as German writes it: 3,5 and 12:30; else `length`.
fn number_length(rest: &str, length: usize) -> usize {
    if !rest[..length].ends_with(|letter: char| letter.is_ascii_digit()) {
        return length;
    }
    let behind = rest[length..].strip_prefix([',', ':']).unwrap_or_default();
    let digits = behind.len() - behind.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    if digits > 0 && digits <= 3 { length + 1 + digits } else { length }
}

/// The length of the token that `rest` begins with: a word with its inner apostrophes, hyphens and points, a sum of
/// money, a share in per cent, a run of underscores, or one sign.
fn token_length(rest: &str, first: char) -> usize {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let run = |from: usize| rest[from..].find(|letter| !is_word(letter)).map_or(rest.len(), |length| from + length);
    let begin = if matches!(first, '$' | '£' | '€') { first.len_utf8() } else { 0 };
    if !rest[begin..].starts_with(char::is_alphanumeric) {
        return if first == '_' { rest.find(|letter| letter != '_').unwrap_or(rest.len()) } else { first.len_utf8() };
    }
    let mut end = run(begin);
    while let Some(joint) = rest[end..].chars().next().filter(|joint| matches!(joint, '’' | '\'' | '&' | '-' | '.')) {
        let next = run(end + joint.len_utf8());
        if next == end + joint.len_utf8() {
            break;
        }
        end = next;
    }
    if rest[end..].starts_with('%') { end + 1 } else { end }
}
