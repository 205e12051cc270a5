//! Speech that a layout names: transcripts (NAME: …, [Name] …, Q: …, A: …), names inside a mark ("SMITH: Well …") and
//! signatures after one (“…” ― Ada Hill).

use super::lexicon::{Lexicon, is_latin_capital};
use super::marks::Mark;
use super::people::is_upper;
use super::survey::Mention;

/// What somebody says in a transcript.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    pub start: usize,
    pub end: usize,
    pub label: Mention,
}

/// Who stands behind a letter in an interview.
pub(super) enum Role {
    Question,
    Answer,
}

/// Whether a label is the letter or the word of an interview.
pub(super) fn role(label: &str) -> Option<Role> {
    match label {
        "Q" | "Question" | "Frage" | "问" | "F" | "P" => Some(Role::Question),
        "A" | "Answer" | "Antwort" | "答" | "R" => Some(Role::Answer),
        _ => None,
    }
}

/// A name that opens a line.
struct Label {
    start: usize,
    end: usize,
    /// Where the words behind it begin.
    behind: usize,
    bracketed: bool,
}

/// The turns of a transcript, or none if the article is no such: three labelled lines, a label coming twice.
pub(super) fn turns(text: &str) -> Vec<Turn> {
    let mut labels = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        labels.extend(label(text, at, at + line.trim_end_matches('\n').len()));
        at += line.len();
    }
    let mut counts = std::collections::HashMap::new();
    for label in &labels {
        *counts.entry(&text[label.start..label.end]).or_insert(0_usize) += 1;
    }
    let count = |label: &Label| counts.get(&text[label.start..label.end]).copied().unwrap_or(0);
    let loud: Vec<&Label> = labels
        .iter()
        .filter(|label| {
            let name = &text[label.start..label.end];
            label.bracketed || count(label) > 1 || is_upper(name) || role(name).is_some()
        })
        .collect();
    if loud.len() < 3 || loud.iter().all(|label| count(label) < 2) {
        return Vec::new();
    }
    let stops = loud.iter().skip(1).map(|label| line_start(text, label.start)).chain([text.len()]);
    let mut turns = Vec::new();
    for (number, (label, stop)) in loud.iter().zip(stops).enumerate() {
        let words = &text[label.behind..stop];
        // behind the last turn another text may follow
        let last = number + 1 == loud.len();
        let words = if last { words.split("\n\n").next().unwrap_or(words) } else { words };
        let end = label.behind + words.trim_end().len();
        if end > label.behind {
            turns.push(Turn { start: label.behind, end, label: Mention::label(label.start, label.end) });
        }
    }
    turns
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The label that opens the line between two places.
fn label(text: &str, begin: usize, end: usize) -> Option<Label> {
    let line = &text[begin..end];
    let start = begin + (line.len() - line.trim_start_matches([' ', '\t']).len());
    let rest = &text[start..end];
    let (name_start, name_end, after, bracketed) = if let Some(inside) = rest.strip_prefix('[') {
        let length = inside.find(']')?;
        let name = &inside[..length];
        let letters = name.chars().take(43).count();
        if !(2..=41).contains(&letters) || name.starts_with(char::is_numeric) {
            return None;
        }
        let after = start + 1 + length + 1;
        let after = if text[after..end].starts_with(':') { after + 1 } else { after };
        (start + 1, start + 1 + length, after, true)
    } else {
        let length = name_length(rest)?;
        let colon = rest[length..].chars().next().filter(|sign| matches!(sign, ':' | '：'))?;
        (start, start + length, start + length + colon.len_utf8(), false)
    };
    let words = text[after..end].trim_start_matches([' ', '\t', '\u{3000}']);
    let opens = words.chars().next().is_some_and(|letter| !letter.is_whitespace());
    opens.then_some(Label { start: name_start, end: name_end, behind: end - words.len(), bracketed })
}

/// How long the name is that a line opens with: up to five words, each with a capital.
fn name_length(rest: &str) -> Option<usize> {
    let ends_word = |letter: char| letter.is_whitespace() || matches!(letter, ':' | '：' | '“' | '"' | '!' | '?');
    let first = rest.chars().next()?;
    if !(is_latin_capital(first) || ('一'..='\u{9fff}').contains(&first)) {
        return None;
    }
    let mut at = rest.find(|letter| ends_word(letter) || letter == '.').unwrap_or(rest.len());
    if rest[at..].starts_with('.') {
        at += 1;
    }
    for _ in 0..4 {
        let mut letters = rest[at..].chars();
        let Some(space) = letters.next().filter(|space| matches!(space, ' ' | '\u{a0}')) else { break };
        if !letters.next().is_some_and(|letter| is_latin_capital(letter) || letter == '(') {
            break;
        }
        let word = at + space.len_utf8();
        at = rest[word..].find(ends_word).map_or(rest.len(), |length| word + length);
    }
    Some(at)
}

/// The label that names the speaker of a mark by layout alone.
pub(super) fn signature(text: &str, mark: Mark, lexicon: &Lexicon) -> Option<Mention> {
    let inner = if lexicon.code == "fr" { incision(text, mark, lexicon) } else { None };
    inner.or_else(|| label_inside(text, mark)).or_else(|| signed(text, mark.end))
}

/// « Nous partons, a dit Jean Rey, et vite. »: the speaker inside the marks, as French has it.
fn incision(text: &str, mark: Mark, lexicon: &Lexicon) -> Option<Mention> {
    let quoted = &text[mark.start..mark.end];
    for (at, _) in quoted.match_indices([',', '?', '!']) {
        let Some(rest) = quoted[at + 1..].strip_prefix(' ') else { continue };
        let rest = rest.strip_prefix("a ").or_else(|| rest.strip_prefix("ont ")).unwrap_or(rest);
        let small = |letter: char| letter.is_ascii_lowercase() || matches!(letter, 'é' | 'è' | 'à' | '-');
        let verb = &rest[..rest.find(|letter| !small(letter)).unwrap_or(rest.len())];
        let Some(name) = rest[verb.len()..].strip_prefix(' ') else { continue };
        let length = capital_words(name, &[' '], |letter| matches!(letter, '’' | '\'' | '-'), false);
        if lexicon.word(verb).strength >= 0.8 && length > 0 && name[length..].starts_with(',') {
            let start = mark.end - name.len();
            return Some(Mention::label(start, start + length));
        }
    }
    None
}

/// "SMITH: Well …": a name in capitals behind the opening mark.
fn label_inside(text: &str, mark: Mark) -> Option<Mention> {
    let quoted = text[mark.start..].strip_prefix(['"', '“'])?.trim_start();
    let start = text.len() - quoted.len();
    // a name is short; a mark may be a megabyte
    let colon = quoted.char_indices().take(100).find(|(_, letter)| *letter == ':')?.0;
    let name = &quoted[..colon];
    let loud = |word: &str| {
        word.len() > 1
            && word.starts_with(|letter: char| letter.is_ascii_uppercase())
            && word.chars().all(|letter| letter.is_ascii_uppercase() || matches!(letter, '.' | '\'' | '’' | '-'))
    };
    let words = name.split(' ').take(5).filter(|word| loud(word)).count();
    let spoken = quoted[name.len() + 1..].starts_with(char::is_whitespace);
    (spoken && (1..=4).contains(&words) && name.split(' ').take(5).count() == words)
        .then(|| Mention::label(start, start + name.len()))
}

/// “…” ― Ada Hill: a dash and a name behind a mark, on its line or the next.
fn signed(text: &str, from: usize) -> Option<Mention> {
    const SPACES: [char; 2] = [' ', '\u{a0}'];
    let rest = text[from..].trim_start_matches(SPACES);
    let rest = rest.strip_prefix('\n').unwrap_or(rest).trim_start_matches(SPACES);
    let dash = ['―', '—', '–', '-'];
    let name = rest.strip_prefix(dash)?;
    let name = name.strip_prefix(dash).unwrap_or(name).trim_start_matches(SPACES);
    let inner = |letter: char| matches!(letter, '.' | '\'' | '’' | '-');
    let length = capital_words(name, &SPACES, inner, true);
    if !name[..length].contains(SPACES) {
        return None;
    }
    // little may follow on the line: a place, a year
    let rest = &name[length..];
    let stop = rest.char_indices().take(70).find(|(_, letter)| *letter == '\n').map(|(at, _)| at);
    let stop = stop.or_else(|| (rest.len() < 70).then_some(rest.len()))?;
    let line = rest[..stop].trim_end_matches(SPACES);
    let line = line.strip_suffix('.').unwrap_or(line);
    let start = text.len() - name.len();
    (!line.contains('.')).then(|| Mention::label(start, start + length))
}

/// How long the run of words with a capital is that a text opens with, joined by one of `spaces`.
fn capital_words(text: &str, spaces: &[char], inner: impl Fn(char) -> bool, joiners: bool) -> usize {
    let mut length = 0;
    loop {
        let rest = &text[length..];
        let word = if length == 0 { Some(rest) } else { rest.strip_prefix(spaces) };
        let Some(word) = word else { break };
        let end = word.find(|letter: char| !letter.is_alphanumeric() && letter != '_' && !inner(letter));
        let end = end.unwrap_or(word.len());
        let joins = joiners && length > 0 && matches!(&word[..end], "de" | "van" | "von" | "bin" | "al");
        let least = if length == 0 || !joiners { 2 } else { 1 };
        if !(joins || word.starts_with(is_latin_capital) && word[..end].chars().nth(least - 1).is_some()) {
            break;
        }
        length = text.len() - word.len() + end;
    }
    length
}
