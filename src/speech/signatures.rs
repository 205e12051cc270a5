//! Names that stand inside or behind a passage in quotation marks: “SMITH: Well …”, “…” ― Ada Hill.

use super::lexicon::is_latin_capital;
use super::marks::Mark;
use super::survey::Mention;

/// The label that names the speaker of a mark by layout alone.
pub(super) fn of(text: &str, mark: Mark) -> Option<Mention> {
    label_inside(text, mark).or_else(|| signed(text, mark.end))
}

/// "SMITH: Well …": a name in capitals behind the opening mark.
fn label_inside(text: &str, mark: Mark) -> Option<Mention> {
    let quoted = text[mark.start..].strip_prefix(['"', '“'])?.trim_start();
    // most passages open with a word in small letters
    if !quoted.chars().nth(1).is_some_and(is_loud) {
        return None;
    }
    let start = text.len() - quoted.len();
    // a name is short; a mark may be a megabyte
    let colon = quoted.char_indices().take(100).find(|(_, letter)| *letter == ':')?.0;
    let name = &quoted[..colon];
    let loud = |word: &str| {
        word.len() > 1 && word.starts_with(|letter: char| letter.is_ascii_uppercase()) && word.chars().all(is_loud)
    };
    let words = name.split(' ').take(5).filter(|word| loud(word)).count();
    let spoken = quoted[name.len() + 1..].starts_with(char::is_whitespace);
    (spoken && (1..=4).contains(&words) && name.split(' ').take(5).count() == words)
        .then(|| Mention::label(start, start + name.len()))
}

/// Whether a letter or a sign stands in words in capitals.
fn is_loud(letter: char) -> bool {
    letter.is_ascii_uppercase() || matches!(letter, '.' | '\'' | '’' | '-')
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
