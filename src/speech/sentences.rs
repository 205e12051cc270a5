//! Step 2: sentences and their words. A passage in quotation marks is one token, so that nothing inside it is read.

use std::borrow::Cow;
use std::ops::Range;

use super::lexicon::{Classes, Kind, Lexicon, is_latin_capital};
use super::marks::Mark;
use super::mentions::{self, Phrase};
use super::overview::Overview;

/// A longer sentence is cut: nobody speaks so, and the work on a sentence must stay small.
const LONGEST_SENTENCE: usize = 400;

/// Stands for quoted characters in the masked text, and for the last one of a quoted sentence.
const QUOTED: char = '\u{1}';
const QUOTED_END: char = '\u{2}';

/// About how many bytes a token takes, the space before it included; fewer take more room at first than they need.
const TOKEN: usize = 4;

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

    fn new(text: &'t str, start: usize, overview: &Overview<'t>, scratch: &mut String) -> Self {
        let lexicon = overview.lexicon;
        let (lower, known) = lexicon.look_up(text, scratch);
        let first = text.chars().next().unwrap_or(' ');
        let capital = first.is_uppercase() && (overview.nouns.is_empty() || !overview.nouns.contains(text));
        let word = first.is_alphanumeric() || matches!(first, '$' | '£' | '€');
        let is_inverted = known.kind.is_none() && lexicon.is_french() && mentions::clitic(&lower).is_some();
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
        match self.text.as_bytes() {
            [sign] => signs.as_bytes().contains(sign),
            [first, ..] => !first.is_ascii() && signs.contains(self.text),
            [] => false,
        }
    }

    /// A cue, or what could be a verb beside a closing mark: “…,” beamed Hartley.
    pub fn could_be_verb(&self, english: bool) -> bool {
        if self.mark.is_some() || self.capital || !self.word {
            return false;
        }
        let ends_like_verb = || match self.lower.as_bytes() {
            [.., b'e', b'd'] => true,
            [.., b's'] => !self.is(Classes::NOT_VERB),
            _ => false,
        };
        self.strength >= 0.2 || english && ends_like_verb() && is_longer(&self.lower, 3)
    }
}

/// Whether a word has more than so many letters.
pub(super) fn is_longer(word: &str, letters: usize) -> bool {
    word.len() > letters && word.chars().nth(letters).is_some()
}

fn class_of<'t>(text: &'t str, lower: &str, kind: Option<Kind>, capital: bool, word: bool, english: bool) -> &'t str {
    if !word {
        let is_known = matches!(text, "," | "." | ":" | ";" | "(" | ")" | "—" | "–" | "―" | "-" | "?" | "!");
        return if is_known { text } else { "sign" };
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
    let long = || is_longer(lower, 4);
    match lower.as_bytes() {
        [.., b'i', b'n', b'g'] if english && long() => "ing",
        [.., b'e', b'd'] if english && long() => "ed",
        [.., b'l', b'y'] if english && long() => "ly",
        [.., b's'] if english && long() => "s",
        _ => "o",
    }
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

/// The sentences of some of an article's paragraphs, in order.
pub(super) fn split<'t>(overview: &Overview<'t>, paragraphs: Range<usize>) -> Vec<Sentence<'t>> {
    let mut splitter = Splitter { overview, masked: String::new(), cuts: Vec::new(), scratch: String::new() };
    let mut marks = overview.marks_in(&paragraphs);
    let mut found = Vec::new();
    for paragraph in paragraphs {
        let here;
        (here, marks) = marks.split_at(marks.partition_point(|mark| mark.start < overview.paragraphs[paragraph].end));
        splitter.split(paragraph, here, &mut found);
    }
    found
}

/// What cuts paragraphs into sentences, with the room it needs for each.
struct Splitter<'o, 't> {
    overview: &'o Overview<'t>,
    masked: String,
    cuts: Vec<usize>,
    scratch: String,
}

impl<'t> Splitter<'_, 't> {
    /// The sentences of one paragraph, whose marks are given.
    fn split(&mut self, paragraph: usize, mut marks: &[Mark], found: &mut Vec<Sentence<'t>>) {
        let range = self.overview.paragraphs[paragraph].clone();
        let Some(text) = self.overview.text.get(range.clone()) else { return };
        let masked = if marks.is_empty() {
            text
        } else {
            mask(text, range.start, marks, &mut self.masked);
            &self.masked
        };
        self.cuts.clear();
        cuts(masked, text, self.overview.lexicon, &mut self.cuts);
        let mut start = range.start;
        for cut in &self.cuts {
            let cut = range.start + cut;
            // each mark lies inside one sentence, so that they can be taken in turn
            let inside;
            (inside, marks) = marks.split_at(marks.partition_point(|mark| mark.start < cut));
            let tokens = tokenise(self.overview, start..cut, inside, &mut self.scratch);
            if tokens.len() <= LONGEST_SENTENCE {
                found.extend(sentence(tokens, paragraph));
            } else {
                let mut rest = tokens.into_iter();
                while let Some(part) = sentence(rest.by_ref().take(LONGEST_SENTENCE).collect(), paragraph) {
                    found.push(part);
                }
            }
            start = cut;
        }
    }
}

fn sentence(tokens: Vec<Token<'_>>, paragraph: usize) -> Option<Sentence<'_>> {
    let (start, end) = (tokens.first()?.start, tokens.last()?.end);
    Some(Sentence { paragraph, start, end, names: mentions::names(&tokens), tokens })
}

/// A paragraph with every quoted character masked; offsets stay what they are.
fn mask(paragraph: &str, start: usize, marks: &[Mark], masked: &mut String) {
    masked.clear();
    let mut at = 0;
    for mark in marks {
        let (from, to) = (mark.start - start, mark.end - start);
        masked.push_str(&paragraph[at..from]);
        masked.extend(std::iter::repeat_n(QUOTED, to - from - 1));
        let quoted = &paragraph[from..to];
        let body = quoted.trim_end_matches(CLOSING);
        let ends = body.ends_with(['.', '!', '?', '…', '。', '！', '？']) || !quoted.ends_with(CLOSING);
        masked.push(if ends { QUOTED_END } else { QUOTED });
        at = to;
    }
    masked.push_str(&paragraph[at..]);
}

const CLOSING: [char; 9] = ['"', '”', '’', '\'', '»', '«', '“', '」', '』'];

/// Where sentences end in a paragraph; its own end is the last.
fn cuts(masked: &str, text: &str, lexicon: &Lexicon, found: &mut Vec<usize>) {
    let may_end = |byte: &u8| matches!(byte, b'.' | b'!' | b'?' | 0x02 | 0xE2);
    let mut end = 0;
    while let Some(ahead) = masked.as_bytes()[end..].iter().position(may_end) {
        let at = end + ahead;
        let Some(letter) = masked[at..].chars().next() else { break };
        end = at + letter.len_utf8();
        let quoted = letter == QUOTED_END;
        if !quoted && !matches!(letter, '.' | '!' | '?' | '…') {
            continue;
        }
        if !quoted {
            let rest = masked[end..].trim_start_matches(['.', '!', '?', '…']);
            end = masked.len() - rest.trim_start_matches([')', ']', '’', '\'']).len();
        }
        let rest = &masked[end..];
        let Some(next) = rest.chars().next() else { continue };
        if !(next.is_whitespace() || quoted && is_latin_capital(next)) {
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
fn tokenise<'t>(overview: &Overview<'t>, range: Range<usize>, marks: &[Mark], scratch: &mut String) -> Vec<Token<'t>> {
    let quoted: usize = marks.iter().map(|mark| mark.end - mark.start).sum();
    let mut tokens = Vec::with_capacity(range.len().saturating_sub(quoted) / TOKEN + marks.len() + 1);
    let mut at = range.start;
    for mark in marks {
        if mark.start < at {
            continue;
        }
        words(overview, at..mark.start, scratch, &mut tokens);
        tokens.push(Token::quoted(*mark));
        at = mark.end;
    }
    words(overview, at..range.end.max(at), scratch, &mut tokens);
    tokens
}

fn words<'t>(overview: &Overview<'t>, range: Range<usize>, scratch: &mut String, tokens: &mut Vec<Token<'t>>) {
    let (mut at, stop) = (range.start, range.end);
    while at < stop {
        if overview.text.as_bytes()[at] == b' ' {
            at += 1;
            continue;
        }
        let rest = &overview.text[at..stop];
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let length = token_length(rest, first);
        let word = &rest[..length];
        if word == "."
            && at + 1 < stop
            && let Some(last) = tokens.last_mut()
            && last.end == at
            && overview.lexicon.is_abbreviation(last.text)
        {
            last.end += 1;
            at += 1;
            continue;
        }
        let stem = match word.as_bytes() {
            [_, .., b'\'', b's'] => Some(&word[..length - "'s".len()]),
            [.., b's'] => word.strip_suffix("’s").filter(|stem| !stem.is_empty()),
            _ => None,
        };
        if let Some(stem) = stem {
            tokens.push(Token::new(stem, at, overview, scratch));
            tokens.push(Token::new(&word[stem.len()..], at + stem.len(), overview, scratch));
        } else {
            tokens.push(Token::new(word, at, overview, scratch));
        }
        at += length;
    }
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
    if rest.as_bytes().get(end) == Some(&b'%') { end + 1 } else { end }
}

/// Where a run of letters, digits and underscores from a place on ends.
fn run(text: &str, from: usize) -> usize {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let mut end = from;
    while text.as_bytes().get(end).is_some_and(is_word) {
        end += 1;
    }
    if text.as_bytes().get(end).is_none_or(u8::is_ascii) {
        return end;
    }
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.len() - text[end..].trim_start_matches(is_word).len()
}
