//! A name that opens a line and tells who speaks on it: `NAME:`, `[Name]`, `NAME (direction):`, `NAME.`, `Q.`, or a name
//! alone on its line; a time code and the marks of bold print may stand round it.

mod letters;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::people::is_upper;
use super::scan;
use crate::excerpt::one_line;
use letters::letters_length;
pub(super) use letters::{initials, letters};

/// Who asks in an interview where nobody says who it is.
pub(super) const INTERVIEWER: &str = "interviewer";

/// No name is longer, in letters; in a script without capitals it is shorter still.
const LONGEST: usize = 41;
const LONGEST_WITHOUT_CAPITALS: usize = 12;

/// The longest stage direction behind a name, in letters.
const DIRECTION: usize = 80;

const SPACES: [char; 4] = [' ', '\t', '\u{a0}', '\u{3000}'];
const EMPHASIS: [char; 2] = ['*', '_'];

/// How a label is told from the words behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `[Name]`
    Bracket,
    /// `Name:`
    Colon,
    /// `NAME.`, as plays and courts have it
    Point,
    /// A name in capitals, or one with a time code, with nothing behind it
    Alone,
}

/// A name that opens a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub name: Range<usize>,
    /// Where the words behind it begin; the line's end where there are none.
    pub behind: usize,
    pub form: Form,
}

/// Who stands behind a letter or a word in an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Question,
    Answer,
}

#[derive(Default, Deserialize)]
struct File {
    question: String,
    answer: String,
    things: String,
    announcing: String,
    sounds: String,
    exits: String,
    scenes: String,
}

struct Words {
    question: HashSet<String>,
    answer: HashSet<String>,
    things: HashSet<String>,
    announcing: HashSet<String>,
    sounds: HashSet<String>,
    exits: HashSet<String>,
    scenes: HashSet<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let file: File = ron::from_str(include_str!("../../assets/speech/labels.ron")).unwrap_or_else(|error| {
        debug_assert!(false, "the file of labels: {error}");
        File::default()
    });
    let words = |list: &str| list.split_whitespace().map(str::to_owned).collect();
    let labels = |list: &str| list.split(',').map(one_line).collect::<HashSet<_>>();
    Words {
        question: words(&file.question),
        answer: words(&file.answer),
        things: labels(&file.things),
        announcing: words(&file.announcing),
        sounds: labels(&file.sounds),
        exits: words(&file.exits),
        scenes: words(&file.scenes),
    }
});

/// Whether a label is the letter or the word of an interview.
pub(super) fn role(label: &str) -> Option<Role> {
    let label = label.to_lowercase();
    if WORDS.question.contains(&label) {
        Some(Role::Question)
    } else if WORDS.answer.contains(&label) {
        Some(Role::Answer)
    } else {
        None
    }
}

/// Whether a label stands before a thing of a list, not before somebody's words.
pub(super) fn is_thing(label: &str) -> bool {
    WORDS.things.contains(&label.to_lowercase()) || WORDS.announcing.iter().any(|word| label.starts_with(word.as_str()))
}

/// Whether words in brackets tell what is heard: "Applause".
fn is_sound(words: &str) -> bool {
    WORDS.sounds.contains(words.trim_end_matches('.').to_lowercase().as_str())
}

/// The label that opens a line.
pub(super) fn read(text: &str, line: Range<usize>) -> Option<Label> {
    let whole = text.get(line.clone())?.trim_start_matches(SPACES);
    // as most lines do
    if whole.starts_with(['“', '"', '‘', '\'', '„', '«']) || has_only_words(whole) || opens_with_small_word(whole)
    {
        return None;
    }
    let opening = after_time(whole).trim_start_matches(EMPHASIS);
    let bold = opening.len() < after_time(whole).len();
    let opening = after_time(opening);
    let start = line.end - opening.len();
    let label = |length: usize, behind: &str, form: Form| {
        let behind = if bold { behind.trim_start_matches(EMPHASIS) } else { behind };
        let behind = after_direction(behind).trim_start_matches(SPACES);
        Label { name: start..start + length, behind: line.end - behind.len(), form }
    };
    if let Some(inside) = opening.strip_prefix('[') {
        let length = inside.char_indices().take(LONGEST + 1).find(|(_, letter)| *letter == ']')?.0;
        let name = &inside[..length];
        if length < 2 || name.contains(':') || name.starts_with(char::is_numeric) || is_sound(name) {
            return None;
        }
        let behind = &inside[length + 1..];
        let behind = behind.strip_prefix([':', '：']).unwrap_or(behind).trim_start_matches(SPACES);
        let name = start + 1..start + 1 + length;
        return (!behind.is_empty()).then(|| Label { name, behind: line.end - behind.len(), form: Form::Bracket });
    }
    let length = name_length(opening, true);
    let (behind, timed) = after_name(&opening[length..], bold);
    if length > 0
        && let Some(behind) = behind.strip_prefix([':', '：'])
    {
        // '12:30', but not '王明：58岁'
        let wide = opening[..line.end - start - behind.len()].ends_with('：');
        let is_number = behind.starts_with(|letter: char| letter.is_numeric() && !wide || letter == '/');
        return (!is_number).then(|| label(length, behind, Form::Colon));
    }
    if timed && behind.is_empty() && length > 1 {
        return Some(label(length, behind, Form::Alone));
    }
    // most lines open with a word in small letters, or with one capital
    if opening.chars().nth(1).is_some_and(char::is_lowercase) {
        return None;
    }
    let length = name_length(opening, false);
    let name = &opening[..length];
    if !is_upper(name) || is_numeral(name) || length == 1 && role(name).is_none() {
        return None;
    }
    let (behind, _) = after_name(&opening[length..], bold);
    if let Some(behind) = behind.strip_prefix('.') {
        let words = behind.trim_start_matches(SPACES).trim_start_matches(['–', '—', '-']).trim_start_matches(SPACES);
        let spoken = words.len() < behind.len() || behind.is_empty();
        let opens = words.chars().next().is_none_or(|letter| !letter.is_lowercase());
        return (spoken && opens).then(|| label(length, words, Form::Point));
    }
    (behind.is_empty() && length > 1).then(|| label(length, behind, Form::Alone))
}

/// Whether a line opens with a capital and a small letter, and holds no colon, neither of a label nor of a time.
fn has_only_words(line: &str) -> bool {
    // the colon of Chinese begins like other wide signs
    let may_be_colon = |byte| scan::among(byte, [b':', 0xEF]);
    matches!(line.as_bytes(), [b'A'..=b'Z', b'a'..=b'z', ..]) && scan::position(line.as_bytes(), may_be_colon).is_none()
}

/// Whether a line opens with one capital and goes on in small letters: 'The gate closed'.
fn opens_with_small_word(line: &str) -> bool {
    let Some((word, rest)) =
        line.split_once(' ').filter(|(_, rest)| rest.starts_with(|next: char| next.is_ascii_lowercase()))
    else {
        return false;
    };
    let is_word = matches!(word.as_bytes(), [b'A'..=b'Z', rest @ ..] if !rest.is_empty() && rest.iter().all(u8::is_ascii_lowercase));
    let end = rest.find(|letter: char| !letter.is_ascii_lowercase()).unwrap_or(rest.len());
    is_word && !is_joiner(&rest[..end])
}

/// What follows a name on its line, a direction, a time code, the end of bold print and spaces left out; and whether
/// there was a time code.
fn after_name(rest: &str, bold: bool) -> (&str, bool) {
    let rest = rest.trim_start_matches(SPACES);
    let untimed = after_time(rest);
    let timed = untimed.len() < rest.len();
    let rest = after_direction(untimed);
    let rest = if bold { rest.trim_start_matches(EMPHASIS) } else { rest };
    (rest.trim_start_matches(SPACES), timed)
}

/// What follows a time code: "[00:12:03]", "(0:12)", "00:12 –".
fn after_time(rest: &str) -> &str {
    let inside = rest.strip_prefix(['[', '(']).unwrap_or(rest);
    let is_inner = |letter: char| letter.is_ascii_digit() || matches!(letter, ':' | '.');
    let length = inside.find(|letter| !is_inner(letter)).unwrap_or(inside.len());
    let is_time = (4..=12).contains(&length) && inside.starts_with(char::is_numeric) && inside[..length].contains(':');
    if !is_time {
        return rest;
    }
    let rest = &inside[length..];
    let rest = rest.strip_prefix([']', ')']).unwrap_or(rest).trim_start_matches(SPACES);
    rest.trim_start_matches(['-', '–', '—']).trim_start_matches(SPACES)
}

/// What follows words in brackets; all of it where it opens with none.
pub(super) fn after_direction(rest: &str) -> &str {
    let opened = rest.trim_start_matches(SPACES);
    let closing = match opened.chars().next() {
        Some('(') => ')',
        Some('[') => ']',
        Some('（') => '）',
        _ => return rest,
    };
    let closed = opened.char_indices().take(DIRECTION).find(|(_, letter)| *letter == closing);
    closed.map_or(rest, |(at, _)| &opened[at + closing.len_utf8()..])
}

/// Whether a line is a stage direction and nothing else: "(Applause)", "_She leaves._", "Exeunt.", "SCENE 2. A wall."
pub(super) fn is_direction(line: &str) -> bool {
    let line = line.trim();
    // ——谈备战情况: a heading of an interview
    let topic = line.strip_prefix("——").is_some_and(|topic| topic.starts_with('谈') || topic.starts_with("关于"));
    if begins_scene(line) || topic && !line.ends_with(['。', '！', '？', '”', '」']) {
        return true;
    }
    let emphasised = |sign: char| line.len() > 2 && line.starts_with(sign) && line.ends_with(sign);
    let behind = after_direction(line);
    behind.len() < line.len() && matches!(behind.trim(), "" | "." | "。") || EMPHASIS.into_iter().any(emphasised)
}

/// Whether a line says what a play's stage shows, or who comes and goes: "Enter ADA", "Act II", "Exeunt."
fn begins_scene(line: &str) -> bool {
    if line.chars().nth(DIRECTION).is_some() {
        return false;
    }
    let mut words = line.split_whitespace();
    let bare = |word: &str| word.trim_end_matches(['.', ',', ':', '—', '–']).to_lowercase();
    let (Some(first), second) = (words.next(), words.next()) else { return false };
    let lower = bare(first);
    let capital = first.starts_with(char::is_uppercase);
    let numbered = second.map(bare).is_some_and(|second| {
        let is_number = |letter: char| letter.is_ascii_digit() || "ivxlc".contains(letter);
        second.chars().all(is_number) || ORDINALS.contains(&second.as_str())
    });
    let names_none_other = second.is_none_or(|second| second.starts_with(char::is_uppercase) || second == "the");
    capital && (WORDS.exits.contains(&lower) && names_none_other || WORDS.scenes.contains(&lower) && numbered)
}

/// Numbers of acts and scenes.
const ORDINALS: [&str; 5] = ["one", "two", "three", "four", "five"];

/// How long the name is that a line opens with: up to five words, each with a capital or a number, or a name in a script
/// without capitals. With points it may hold any abbreviation, else only a title's.
fn name_length(rest: &str, points: bool) -> usize {
    let length = if points { letters_length(rest) } else { 0 };
    if length > 0 && rest[length..].trim_start_matches(SPACES).starts_with([':', '：']) {
        return length;
    }
    let Some(first) =
        rest.chars().next().filter(|letter| letter.is_alphabetic() && !letter.is_lowercase() || *letter == '《')
    else {
        return 0;
    };
    let is_inner =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '-' | '&' | '#' | '·' | '《' | '》');
    let word_end = |from: usize| {
        let letters = rest[from..].char_indices().take(LONGEST + 1);
        let stop = letters.take_while(|(_, letter)| is_inner(*letter)).last();
        stop.map_or(from, |(at, letter)| from + at + letter.len_utf8())
    };
    let mut end = word_end(0);
    if !first.is_uppercase() {
        // 晨报网3月5日消息
        let dated = rest[..end].contains(|letter: char| letter.is_ascii_digit());
        return if !dated && rest[..end].chars().count() <= LONGEST_WITHOUT_CAPITALS { end } else { 0 };
    }
    let mut begin = 0;
    for _ in 0..4 {
        let point = rest[end..].starts_with('.') && (points || is_short_title(&rest[begin..end]));
        let behind = &rest[end + usize::from(point)..];
        let next = behind.trim_start_matches([' ', '\u{a0}']);
        let word = rest.len() - next.len();
        let after = word_end(word);
        let opens = next.starts_with(|letter: char| letter.is_uppercase() || letter.is_numeric() || letter == '#');
        let is_time = after_time(next).len() < next.len();
        if next.len() == behind.len() || after == word || is_time || !(opens || is_joiner(&rest[word..after])) {
            // 'Hill Jr.:'
            return if point && behind.starts_with([':', '：']) { end + 1 } else { end };
        }
        (begin, end) = (word, after);
    }
    if rest[..end].chars().nth(LONGEST).is_some() { 0 } else { end }
}

fn is_short_title(word: &str) -> bool {
    ["mr", "mrs", "ms", "dr", "st", "mme", "m"].iter().any(|title| word.eq_ignore_ascii_case(title))
}

fn is_joiner(word: &str) -> bool {
    matches!(
        word,
        "of" | "the" | "de" | "du" | "la" | "von" | "van" | "der" | "di" | "del" | "al" | "bin" | "y" | "and"
    )
}

/// Whether a name is the number of a list: "IV".
fn is_numeral(name: &str) -> bool {
    name.len() <= 5 && name.bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The label of a line and the words behind it.
    fn check(line: &str, expected: Option<(&str, &str, Form)>) {
        let found = read(line, 0..line.len());
        let found = found.as_ref().map(|label| (&line[label.name.clone()], &line[label.behind..], label.form));
        assert_eq!(found, expected, "in {line}");
    }

    #[test]
    fn labels_of_many_prints() {
        for (line, name, words, form) in [
            ("HILL: No.", "HILL", "No.", Form::Colon),
            ("Ada Hill : Non.", "Ada Hill", "Non.", Form::Colon),
            ("MS. HILL: No.", "MS. HILL", "No.", Form::Colon),
            ("SPEAKER 1: No.", "SPEAKER 1", "No.", Form::Colon),
            ("Maria de la Cruz: No.", "Maria de la Cruz", "No.", Form::Colon),
            ("HILL (off stage): No.", "HILL", "No.", Form::Colon),
            ("HILL: (laughs) No.", "HILL", "No.", Form::Colon),
            ("[00:12:03] SPEAKER 1: No.", "SPEAKER 1", "No.", Form::Colon),
            ("Hill (00:12): No.", "Hill", "No.", Form::Colon),
            ("**Hill:** No.", "Hill", "No.", Form::Colon),
            ("**Hill**: No.", "Hill", "No.", Form::Colon),
            ("[Hill] No.", "Hill", "No.", Form::Bracket),
            ("HILL. No.", "HILL", "No.", Form::Point),
            ("HILL. [Aside.] No.", "HILL", "No.", Form::Point),
            ("MR. HILL. No.", "MR. HILL", "No.", Form::Point),
            ("HILL. — No.", "HILL", "No.", Form::Point),
            ("A. H. : No.", "A. H.", "No.", Form::Colon),
            ("J.-P.R.: No.", "J.-P.R.", "No.", Form::Colon),
            ("Q. No?", "Q", "No?", Form::Point),
            ("FIRST CLERK", "FIRST CLERK", "", Form::Alone),
            ("Ada Hill  0:12", "Ada Hill", "", Form::Alone),
            ("王明：不。", "王明", "不。", Form::Colon),
            ("王明（笑）：不。", "王明", "不。", Form::Colon),
        ] {
            check(line, Some((name, words, form)));
        }
    }

    #[test]
    fn lines_without_a_label() {
        for line in
            ["", "no: yes", "At noon he said: yes", "B. No.", "IV. No.", "[12] No.", "[Applause] No.", "Hill 3:2", "A"]
        {
            check(line, None);
        }
    }

    #[test]
    fn directions_and_things() {
        assert!(is_direction("(Applause)") && is_direction("[She leaves.]") && is_direction("_Exit._"));
        assert!(is_direction("——谈备战情况") && !is_direction("——谈完了。"));
        assert!(!is_direction("(No.) Yes.") && !is_direction("No."));
        assert!(is_thing("Price") && !is_thing("Adam Price"));
    }
}
