//! A token: a word, a sign, or a whole passage in quotation marks, so that nothing inside it is read.

use std::borrow::Cow;
use std::ops::{Deref, Range};

use super::facts::Facts;
use super::form::Form;
use super::german;
use super::lexicon::Classes;
use super::linear::Piece;
use super::marks::Mark;
use super::overview::Overview;
use super::packed::{Opening, PACKED};
use super::vocabulary::Sought;

/// A word, a sign, or a whole passage in quotation marks: a form where it stands in the text. The form is small and lies in
/// the token: rules that go from token to token need not wait for it.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    /// The word without the point of an abbreviation; one sign that is no text for a passage in marks.
    pub text: &'t str,
    /// In lower case with straight apostrophes; empty for a passage in marks.
    pub lower: Cow<'t, str>,
    pub start: usize,
    pub end: usize,
    form: Form,
}

impl Deref for Token<'_> {
    type Target = Form;

    fn deref(&self) -> &Form {
        &self.form
    }
}

impl<'t> Token<'t> {
    fn quoted(mark: Mark) -> Self {
        let Mark { start, end } = mark;
        Self { text: "\u{1}", lower: Cow::Borrowed(""), start, end, form: Form::QUOTED }
    }

    /// The passage that it stands for.
    pub fn mark(&self) -> Option<Mark> {
        self.facts.any(Facts::MARK).then_some(Mark { start: self.start, end: self.end })
    }

    /// Whether it may be the verb of a clause, and not the 'to' of an infinitive.
    pub fn is_of_clause(&self) -> bool {
        self.is_finite && self.lower != "to"
    }

    /// What the models know it by: its kind, its sign, or its shape.
    pub fn class(&self) -> Piece<'static> {
        *self.form.class
    }

    /// The parts of speech of a word that is no name and in no closed class; else its class.
    pub fn tag(&self) -> Piece<'static> {
        *self.form.tag
    }

    /// A small word itself, else its class.
    pub fn own(&self) -> Piece<'static> {
        *self.form.own
    }

    pub fn is(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    /// Whether an English noun may be somebody, as far as it is known.
    pub fn may_be_person(&self) -> bool {
        matches!(self.usage.noun.text, "person" | "-")
    }

    /// Whether the token is one of these signs.
    pub fn is_sign(&self, signs: &str) -> bool {
        match self.text.as_bytes() {
            [sign] => signs.as_bytes().contains(sign),
            [first, ..] => !first.is_ascii() && signs.contains(self.text),
            [] => false,
        }
    }
}

/// What stands in the text where a token is found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    /// A word, or a sign.
    Word,
    /// A surname of more than one word.
    Surname,
    /// A passage in marks.
    Quoted,
}

/// Few sentences have more tokens.
const USUAL: usize = 64;

/// Where a token was found, and what it is among the words of the language: all are sought before one is asked for, so that
/// none waits for the memory of another.
#[derive(Clone, Copy)]
struct Found {
    start: usize,
    /// The end of its text, and its own behind the point of an abbreviation.
    stop: usize,
    end: usize,
    written: Written,
    sought: Sought,
}

impl Found {
    fn new(start: usize, stop: usize, written: Written, sought: Sought) -> Self {
        Self { start, stop, end: stop, written, sought }
    }

    fn word(start: usize, stop: usize, sought: Sought) -> Self {
        Self::new(start, stop, Written::Word, sought)
    }
}

/// What finds the tokens of stretches, with the room it needs for each.
pub(super) struct Tokeniser<'o, 't> {
    overview: &'o Overview<'t>,
    found: Vec<Found>,
    scratch: String,
}

impl<'o, 't> Tokeniser<'o, 't> {
    pub fn of(overview: &'o Overview<'t>) -> Self {
        Self { overview, found: Vec::with_capacity(USUAL), scratch: String::new() }
    }

    /// The tokens of a stretch; each mark that begins inside becomes one.
    pub fn tokens(&mut self, range: Range<usize>, marks: &[Mark]) -> Vec<Token<'t>> {
        self.found.clear();
        let mut at = range.start;
        for mark in marks {
            if mark.start < at {
                continue;
            }
            self.find(at..mark.start);
            self.found.push(Found::new(mark.start, mark.end, Written::Quoted, Sought::default()));
            at = mark.end;
        }
        self.find(at..range.end.max(at));
        let Self { overview, found, scratch } = self;
        found.iter().map(|found| token(overview, found, scratch)).collect()
    }

    /// Finds where the words and signs of a stretch without marks stand.
    fn find(&mut self, range: Range<usize>) {
        let (overview, found) = (self.overview, &mut self.found);
        let words = &overview.lexicon.words;
        let (mut at, stop) = (range.start, range.end);
        let text = &overview.text[..stop];
        let bytes = text.as_bytes();
        while let Some(byte) = bytes.get(at) {
            if *byte == b' ' {
                at += 1;
                continue;
            }
            if !overview.surnames.is_empty()
                && matches!(byte, b'v' | b'V' | b'd' | b'D')
                && let Some(length) = german::surname_length(&text[at..], &overview.surnames)
            {
                let sought = words.seek(&text[at..at + length]);
                found.push(Found::new(at, at + length, Written::Surname, sought));
                at += length;
                continue;
            }
            // most words are of few plain letters
            let opening = Opening::of(&bytes[at..]);
            let letters = opening.letters();
            if (1..PACKED).contains(&letters) && ends_word(&bytes[at + letters..]) {
                found.push(Found::word(at, at + letters, words.seek_packed(opening.word(letters))));
                at += letters;
                continue;
            }
            let length = match opening.of_word() {
                PACKED => plain_run(&bytes[at..]),
                few => few,
            };
            if length > 0 && ends_word(&bytes[at + length..]) && *byte != b'_' {
                let sought = match length {
                    ..=PACKED => words.seek_packed(opening.word(length)),
                    _ => words.seek(&text[at..at + length]),
                };
                found.push(Found::word(at, at + length, sought));
                at += length;
                continue;
            }
            // a sign that is no part of a word or a number, and ends no abbreviation
            let closes = *byte == b'.' && at + 1 == stop;
            if closes || byte.is_ascii_punctuation() && !matches!(byte, b'$' | b'_' | b'.') {
                found.push(Found::word(at, at + 1, words.seek_packed(u64::from(*byte))));
                at += 1;
                continue;
            }
            let rest = &text[at..];
            let Some(first) = rest.chars().next() else { break };
            if first.is_whitespace() {
                at += first.len_utf8();
                continue;
            }
            let length = token_length(rest, first);
            let length = match overview.lexicon.is_german() {
                true => gendered_length(rest, number_length(rest, length)),
                false => length,
            };
            let word = &rest[..length];
            if word == "."
                && at + 1 < stop
                && let Some(last) = found.last_mut()
                && last.end == at
                && last.written != Written::Quoted
                && overview.lexicon.is_abbreviation(&text[last.start..last.stop])
            {
                last.end += 1;
                at += 1;
                continue;
            }
            let stem = match word.as_bytes() {
                [_, .., b'\'', b's'] => length - "'s".len(),
                [.., b's'] => word.strip_suffix("’s").map_or(0, str::len),
                _ => 0,
            };
            found.extend((stem > 0).then(|| Found::word(at, at + stem, words.seek(&word[..stem]))));
            found.push(Found::word(at + stem, at + length, words.seek(&word[stem..])));
            at += length;
        }
    }
}

/// Whether a word ends before these bytes: most have a space or a sign behind them that is no part of them.
fn ends_word(behind: &[u8]) -> bool {
    matches!(behind, [] | [b' ' | b')' | b'?' | b'!' | b';' | b'"', ..] | [b'.' | b',', b' ', ..] | [b'.' | b','])
}

/// The token that was found at a place; made where it is to lie, for there are many.
#[inline(always)]
fn token<'t>(overview: &Overview<'t>, found: &Found, scratch: &mut String) -> Token<'t> {
    let Found { start, stop, end, written, sought } = *found;
    if written == Written::Quoted {
        return Token::quoted(Mark { start, end });
    }
    let text = &overview.text[start..stop];
    let is_surname = written == Written::Surname;
    let capital = match text.as_bytes() {
        [first, ..] if first.is_ascii() => first.is_ascii_uppercase(),
        _ => text.starts_with(char::is_uppercase),
    };
    // 'die IG Holz', whose noun is part of a name
    let is_of_union = || overview.lexicon.is_german() && overview.text[..start].ends_with("IG ");
    let capital = is_surname || capital && (!overview.is_common_noun(text) || is_of_union());
    let (lower, form) = overview.lexicon.words.look_up(text, sought, capital, scratch);
    // 'Von der Lohe' at the head of a sentence is 'von der Lohe'
    let usual = || overview.surnames.iter().find(|surname| surname.eq_ignore_ascii_case(text)).copied();
    let text = if is_surname { usual().unwrap_or(text) } else { text };
    Token { text, lower, start, end, form: *form }
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

/// The length of a word with the ending that German parts by a sign: Müller*innen, Wirt:in; else `length`.
fn gendered_length(rest: &str, length: usize) -> usize {
    let Some(behind) = rest[length..].strip_prefix(['*', ':', '_']) else { return length };
    let ending = ["innen", "in"].iter().find(|ending| behind.starts_with(**ending));
    let whole = ending.filter(|ending| !behind[ending.len()..].starts_with(char::is_alphanumeric));
    let word = rest[..length].ends_with(char::is_lowercase);
    whole.filter(|_| word).map_or(length, |ending| length + 1 + ending.len())
}

/// The length of the token that `rest` begins with: a word with its inner apostrophes, hyphens and points, a sum of
/// money, a share in per cent, a run of underscores, or one sign.
fn token_length(rest: &str, first: char) -> usize {
    let begin = if matches!(first, '$' | '£' | '€') { first.len_utf8() } else { 0 };
    let is_word = if begin == 0 { first.is_alphanumeric() } else { rest[begin..].starts_with(char::is_alphanumeric) };
    if !is_word {
        return if first == '_' { rest.find(|letter| letter != '_').unwrap_or(rest.len()) } else { first.len_utf8() };
    }
    let mut end = run(rest, begin);
    loop {
        let joint = match &rest.as_bytes()[end..] {
            [b'\'' | b'&' | b'-' | b'.', ..] => end + 1,
            [0xE2, ..] if rest[end..].starts_with('’') => end + '’'.len_utf8(),
            _ => break,
        };
        let next = run(rest, joint);
        if next == joint {
            break;
        }
        end = next;
    }
    // '1,237 delegates'
    while rest.as_bytes()[end - 1].is_ascii_digit()
        && rest[end..].strip_prefix(',').is_some_and(|more| more.bytes().take_while(u8::is_ascii_digit).count() == 3)
    {
        end += 4;
    }
    if rest.as_bytes().get(end) == Some(&b'%') { end + 1 } else { end }
}

/// Where a run of letters, digits and underscores from a place on ends.
fn run(text: &str, from: usize) -> usize {
    let end = from + plain_run(&text.as_bytes()[from..]);
    if text.as_bytes().get(end).is_none_or(u8::is_ascii) {
        return end;
    }
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.len() - text[end..].trim_start_matches(is_word).len()
}

fn plain_run(bytes: &[u8]) -> usize {
    let mut length = 0;
    while bytes.get(length).is_some_and(|byte| IS_PLAIN[usize::from(*byte)]) {
        length += 1;
    }
    length
}

/// Which bytes are a letter, a digit or an underscore by themselves: every byte of a text is looked up here.
static IS_PLAIN: [bool; 256] = {
    let (mut is_plain, mut byte) = ([false; 256], 0_u8);
    while byte < 128 {
        is_plain[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_';
        byte += 1;
    }
    is_plain
};
