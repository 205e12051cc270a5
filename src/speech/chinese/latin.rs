//! Names in Latin letters: Ada Hill, Jean-Luc O’Neil.

use super::words::{Classes, Words};

impl Words {
    /// A name in Latin letters that a stretch begins with, and how many letters of an office stand before it:
    /// Ada Hill, CEO Ada Hill.
    pub fn latin_name(&self, letters: &[char]) -> Option<(usize, usize)> {
        let mut office = 0;
        let mut length = 0;
        for number in 0..LATIN_WORDS {
            let start = if number == 0 { 0 } else { length + 1 };
            if number > 0 && letters.get(length) != Some(&' ') {
                break;
            }
            let rest = letters.get(start..).unwrap_or_default();
            let word = latin_word(rest);
            let capital = rest.first().is_some_and(|letter| letter.is_uppercase());
            if number > 0 && is_particle(&rest[..word]) && names_follow(&rest[word..]) {
                length = start + word;
                continue;
            }
            if word == 0 || !capital {
                break;
            }
            length = start + word;
            if office == start && self.is_latin_title(&rest[..word]) {
                office = length + 1;
            }
        }
        (length > office).then(|| (office, length - office))
    }
}

/// The name in Latin letters at a place, which stands behind an office or before a word of saying, and where reading
/// goes on. A word alone may as well be a company's and needs an office.
pub(super) fn name_at(words: &Words, letters: &[char], at: usize) -> (Option<(usize, usize)>, usize) {
    let rest = &letters[at..];
    let Some((office, length)) = words.latin_name(rest) else {
        let word = rest.iter().take_while(|letter| is_latin(**letter)).count();
        return (None, at + word);
    };
    let name = at + office;
    let after = name + length;
    let before = letters[..at].strip_suffix(&[' ']).unwrap_or(&letters[..at]);
    let behind = letters[after..].strip_prefix(&[' ']).unwrap_or(&letters[after..]);
    let titled = office > 0 || words.longest_at_end(before, Classes::TITLE).is_some();
    let cue = Classes::SAYING.and(Classes::REMARK).and(Classes::TELLING).and(Classes::TAIL);
    let says = || letters[name..after].contains(&' ') && words.longest(behind, cue).is_some();
    // 研究知识演化的Funk说
    let owned = before.last() == Some(&'的') && words.longest(behind, cue).is_some();
    ((titled || owned || says()).then_some((name, length)), after)
}

/// The most words of a name in Latin letters, an office before it included.
const LATIN_WORDS: usize = 6;

/// What stands within a name without a capital: Ada van de Velde.
fn is_particle(word: &[char]) -> bool {
    let word: String = word.iter().collect();
    ["van", "von", "der", "den", "de", "da", "di", "du", "dos", "del", "la", "le", "bin", "al"].contains(&word.as_str())
}

/// Whether another part of a name stands behind a particle.
fn names_follow(letters: &[char]) -> bool {
    let mut words = letters.split(|letter| *letter == ' ').skip(1);
    let next = words.by_ref().find(|word| !is_particle(word));
    next.and_then(|word| word.first()).is_some_and(|first| first.is_uppercase())
}

/// Whether a letter is a Latin one, with an accent or without.
pub(super) fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || ('À'..='\u{24f}').contains(&letter) && letter.is_alphabetic()
}

/// The length of the Latin word that a stretch begins with: O’Neil, Jean-Luc, J.
fn latin_word(letters: &[char]) -> usize {
    let mut length = 0;
    while let Some(letter) = letters.get(length) {
        let joins = matches!(letter, '-' | '\'' | '’') && letters.get(length + 1).is_some_and(|next| is_latin(*next));
        if !(is_latin(*letter) || length > 0 && joins) {
            break;
        }
        length += 1;
    }
    length + usize::from(length == 1 && letters.get(1) == Some(&'.'))
}

impl Words {
    /// The length of a name of a Latin letter and a Chinese one at a place: M罗.
    pub fn half_latin_name(&self, letters: &[char], at: usize) -> Option<usize> {
        const THINGS: &str = "班卡金门台波";
        let [initial, second, ..] = letters[at..] else { return None };
        let apart =
            at.checked_sub(1).is_none_or(|before| !is_latin(letters[before]) && !letters[before].is_ascii_digit());
        let name = initial.is_ascii_uppercase() && self.is_foreign(second) && !THINGS.contains(second);
        let whole = self.classes_of(&letters[at + 1..at + 2]) == Classes::default() || self.is_surname(second);
        (apart && name && whole && self.follows_a_subject(&letters[at + 2..])).then_some(2)
    }
}
