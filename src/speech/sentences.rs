//! Step 2: sentences, each a row of tokens.

use std::cell::OnceCell;
use std::ops::Range;

use smallvec::SmallVec;

use super::dateline;
use super::facts::Ahead;
use super::form::is_longer;
use super::lexicon::{Classes, Kind, Lexicon, is_latin_capital};
use super::marks::Mark;
use super::mentions::{self, Phrase};
use super::overview::Overview;
use super::scan;
use super::token::{Token, Tokeniser};

/// A longer sentence is cut: nobody speaks so, and the work on a sentence must stay small.
const LONGEST_SENTENCE: usize = 400;

/// About how many bytes a sentence has; most have more.
const SENTENCE: usize = 100;

/// How many sentences that follow on one another without a space are no misprint, and for how many with one each must be.
const JOINTS: usize = 2;
const PARTED_EACH: usize = 8;

/// Stands for quoted characters in the masked text, and for the last one of a quoted sentence.
const QUOTED: char = '\u{1}';
const QUOTED_END: char = '\u{2}';

/// Many of the first at once.
const MANY_QUOTED: &str = match std::str::from_utf8(&[QUOTED as u8; 64]) {
    Ok(many) => many,
    Err(_) => "\u{1}",
};

/// A sentence, or what a headline or a label has for one.
#[derive(Clone, Debug)]
pub(super) struct Sentence<'t> {
    pub tokens: Vec<Token<'t>>,
    /// The number of its paragraph.
    pub paragraph: usize,
    pub start: usize,
    pub end: usize,
    /// How many words it has, what is quoted left out.
    pub words: usize,
    /// Its runs of capitalised words.
    pub names: SmallVec<[Phrase; 3]>,
    mentions: OnceCell<Vec<Phrase>>,
    ahead: OnceCell<Ahead>,
}

impl Sentence<'_> {
    /// Its mentions worth ranking; they are looked for when they are first asked for.
    pub fn mentions(&self, lexicon: &Lexicon) -> &[Phrase] {
        self.mentions.get_or_init(|| mentions::around(self, lexicon))
    }

    /// What stands ahead of each of its tokens; that too is looked for when it is first asked for.
    pub fn ahead(&self) -> &Ahead {
        self.ahead.get_or_init(|| Ahead::of(&self.tokens))
    }

    /// Forgets that again: it takes much room.
    pub fn forget_ahead(&mut self) {
        self.ahead = OnceCell::new();
    }

    /// Whether nothing stands in it but what is quoted.
    pub fn is_quoted(&self) -> bool {
        self.tokens.iter().all(|token| token.mark().is_some() || !token.word)
    }

    /// Whether a passage in marks stands in a stretch of few tokens.
    pub fn has_mark(&self, stretch: Range<usize>) -> bool {
        let end = stretch.end.min(self.tokens.len());
        self.tokens.get(stretch.start..end).is_some_and(|tokens| tokens.iter().any(|token| token.mark().is_some()))
    }

    pub fn marks(&self) -> impl Iterator<Item = Mark> + '_ {
        self.tokens.iter().filter_map(Token::mark)
    }
}

/// Finds the sentences of some of an article's paragraphs, in order.
pub(super) fn split<'t>(overview: &Overview<'t>, paragraphs: Range<usize>, found: &mut Vec<Sentence<'t>>) {
    let mut splitter =
        Splitter { overview, masked: String::new(), cuts: Vec::new(), tokeniser: Tokeniser::of(overview) };
    let marks = overview.marks_in(&paragraphs);
    let mut marks = marks.as_slice();
    let bytes: usize = overview.paragraphs[paragraphs.clone()].iter().map(|paragraph| paragraph.len()).sum();
    found.reserve_exact(bytes / SENTENCE + paragraphs.len());
    for paragraph in paragraphs {
        let here;
        (here, marks) =
            marks.split_at(marks.partition_point(|mark| mark.start < overview.paragraphs[paragraph].end().byte()));
        splitter.split(paragraph, here, found);
    }
}

/// What cuts paragraphs into sentences, with the room it needs for each.
struct Splitter<'o, 't> {
    overview: &'o Overview<'t>,
    masked: String,
    cuts: Vec<usize>,
    tokeniser: Tokeniser<'o, 't>,
}

impl<'t> Splitter<'_, 't> {
    /// The sentences of one paragraph, whose marks are given.
    fn split(&mut self, paragraph: usize, mut marks: &[Mark], found: &mut Vec<Sentence<'t>>) {
        let range = self.overview.paragraphs[paragraph].bytes();
        let Some(text) = self.overview.text.get(range.clone()) else { return };
        let masked = if marks.is_empty() {
            text
        } else {
            mask(text, range.start, marks, &mut self.masked);
            &self.masked
        };
        self.cuts.clear();
        cuts(masked, text, self.overview.lexicon, self.overview.lacks_spaces, &mut self.cuts);
        let mut start = range.start;
        for cut in &self.cuts {
            let cut = range.start + cut;
            // each mark lies inside one sentence, so that they can be taken in turn
            let inside;
            (inside, marks) = marks.split_at(marks.partition_point(|mark| mark.start < cut));
            let tokens = self.tokeniser.tokens(start..cut, inside);
            if tokens.len() <= LONGEST_SENTENCE {
                found.extend(sentence(self.overview, tokens, paragraph));
            } else {
                let mut rest = tokens.into_iter();
                while let Some(part) =
                    sentence(self.overview, rest.by_ref().take(LONGEST_SENTENCE).collect(), paragraph)
                {
                    found.push(part);
                }
            }
            start = cut;
        }
    }
}

fn sentence<'t>(overview: &Overview<'_>, tokens: Vec<Token<'t>>, paragraph: usize) -> Option<Sentence<'t>> {
    let (start, end) = (tokens.first()?.start, tokens.last()?.end);
    Some(Sentence {
        paragraph,
        start,
        end,
        words: tokens.iter().filter(|token| token.word).count(),
        names: mentions::names(&tokens, overview),
        mentions: OnceCell::new(),
        ahead: OnceCell::new(),
        tokens,
    })
}

/// A paragraph with every quoted character masked; offsets stay what they are.
fn mask(paragraph: &str, start: usize, marks: &[Mark], masked: &mut String) {
    masked.clear();
    let mut at = 0;
    for mark in marks {
        let (from, to) = (mark.start - start, mark.end - start);
        masked.push_str(&paragraph[at..from]);
        (0..(to - from - 1) / MANY_QUOTED.len()).for_each(|_| masked.push_str(MANY_QUOTED));
        masked.push_str(&MANY_QUOTED[..(to - from - 1) % MANY_QUOTED.len()]);
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
fn cuts(masked: &str, text: &str, lexicon: &Lexicon, lacks_spaces: bool, found: &mut Vec<usize>) {
    let may_end = |byte| scan::among(byte, [b'.', b'!', b'?', 0x02, 0xE2]);
    let mut end = 0;
    let dateline = match lexicon.is_german() {
        true => dateline::length(masked),
        false => dateline::english_length(masked),
    };
    if let Some(length) = dateline {
        found.push(length);
        end = length;
    }
    while let Some(ahead) = scan::position(&masked.as_bytes()[end..], may_end) {
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
        let unspaced = || lacks_spaces && (is_latin_capital(next) || next == QUOTED) && ends_word(&masked[..at]);
        if !(next.is_whitespace() || quoted && is_latin_capital(next) || letter == '.' && unspaced()) {
            continue;
        }
        let Some(after) = rest.trim_start().chars().next() else { continue };
        if !(after.is_uppercase() || after.is_numeric() || "\u{1}\u{2}\"“„«‘'([¿¡—".contains(after)) {
            continue;
        }
        // 'Benedikt XVI. „bleibt in Rom“': a passage in small letters opens no sentence
        if !quoted && lexicon.is_german() && opens_small(text, masked.len() - rest.trim_start().len()) {
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
            let word = &masked[from..at];
            // 'schrieb er auf X. Der Rat schwieg'
            let may_end = word.contains('.') || word == "X" && lexicon.is_german();
            if from < at && lexicon.is_abbreviation(word) && !(may_end && opens_sentence(rest, lexicon)) {
                continue;
            }
        }
        found.push(end);
    }
    found.push(masked.len());
}

/// Whether a passage in marks stands at a place and begins with a small letter.
fn opens_small(text: &str, at: usize) -> bool {
    let mut letters = text.get(at..).unwrap_or_default().chars();
    letters.next().is_some_and(|mark| "\"“„«»‚‘".contains(mark)) && letters.next().is_some_and(char::is_lowercase)
}

/// Whether a text begins with a small word in a capital: 'in the U.S. He says'.
fn opens_sentence(rest: &str, lexicon: &Lexicon) -> bool {
    let rest = rest.trim_start();
    let word = &rest[..rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len())];
    let kind = lexicon.written_word(word).kind;
    matches!(kind, Some(Kind::Pronoun | Kind::Determiner | Kind::Conjunction | Kind::Question | Kind::Possessive))
}

/// Whether an article was kept without the spaces between many of its sentences.
pub(super) fn lack_spaces(text: &str) -> bool {
    let opens = |next: char| next == '“' || is_latin_capital(next);
    let (mut joined, mut parted, mut end) = (0, 0, 0);
    while let Some(ahead) = scan::position(&text.as_bytes()[end..], |byte| byte == b'.') {
        let at = end + ahead;
        end = at + 1;
        let next = text[end..].chars().next();
        parted += usize::from(next.is_some_and(char::is_whitespace));
        joined += usize::from(next.is_some_and(opens) && ends_word(&text[..at]));
    }
    joined >= JOINTS && joined * PARTED_EACH >= parted
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
    let known = lexicon.written_word(first);
    if known.classes.any(Classes::PREPOSITION.and(Classes::CONJUNCTION)) {
        return false;
    }
    let strong = |word: &str| lexicon.written_word(word).strength() >= 0.45;
    let opens = first.starts_with(char::is_uppercase) || known.strength() >= 0.45;
    opens && (known.strength() >= 0.45 || words.take(4).any(strong))
}
