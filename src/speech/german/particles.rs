//! Surnames of more than one word: 'Ursula von der Leyen', 'Louis van Gaal'. Wherever they stand, they are one word, or
//! German would read 'sagte von der Leyen' as what somebody said of the Leyen.

use std::collections::HashSet;

use super::super::lexicon::{Classes, Lexicon};
use super::super::nouns;
use super::role;

/// What opens a surname, by how it goes on: what German says itself needs more to be one.
const OPENINGS: [(&str, bool); 11] = [
    (" von der ", true),
    (" von den ", true),
    (" von dem ", true),
    (" von ", true),
    (" zu ", true),
    (" Van der ", false),
    (" van der ", false),
    (" van ", false),
    (" Van ", false),
    (" de ", false),
    (" De ", false),
];

/// How much of an article is read for surnames, in bytes, and how many words are asked after all over that.
const READ: usize = 64 << 10;
const ASKED: usize = 32;

/// The surnames of more than one word that stand behind a given name, the longest first.
pub(in super::super) fn surnames<'t>(text: &'t str, lexicon: &Lexicon) -> Vec<&'t str> {
    let mut cut = text.len().min(READ);
    while !text.is_char_boundary(cut) {
        cut -= 1;
    }
    let text = &text[..cut];
    let mut found: Vec<&str> = Vec::new();
    let mut asked: HashSet<&str> = HashSet::new();
    for (opening, german) in OPENINGS {
        for (at, _) in text.match_indices(opening) {
            let behind = &text[at + opening.len()..];
            let length = behind.find(|letter: char| !letter.is_alphanumeric() && letter != '-').unwrap_or(behind.len());
            let last = &behind[..length];
            let surname = &text[at + 1..at + opening.len() + length];
            if is_name(last)
                && !found.contains(&surname)
                && is_surname(text, at, (opening.trim(), last), german, lexicon, &mut asked)
            {
                found.push(surname);
            }
        }
    }
    found.sort_by_key(|surname| std::cmp::Reverse(surname.len()));
    found
}

/// The length of the surname that a text opens with.
pub(in super::super) fn surname_length(text: &str, surnames: &[&str]) -> Option<usize> {
    let ends = |length: usize| {
        let rest = text[length..].strip_prefix('s').unwrap_or(&text[length..]);
        text.len() - rest.len()
    };
    let opens = |surname: &&&str| {
        let length = surname.len();
        text.is_char_boundary(length)
            && text.len() >= length
            && text[..1].eq_ignore_ascii_case(&surname[..1])
            && text[1..length] == surname[1..]
            && !text[ends(length)..].starts_with(char::is_alphanumeric)
    };
    surnames.iter().find(opens).map(|surname| ends(surname.len()))
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.ends_with(char::is_lowercase) && word.len() > 2
}

/// Whether a word in a capital that ends at `at` is the given name before a surname of an opening and a last word.
fn is_surname<'t>(
    text: &'t str,
    at: usize,
    (opening, last): (&str, &str),
    german: bool,
    lexicon: &Lexicon,
    asked: &mut HashSet<&'t str>,
) -> bool {
    // "van" is no word of German, nor is "Van" inside a sentence
    let starts = || text[..at].ends_with(['.', '!', '?', ':', '“', '"', '»']);
    if opening.starts_with("van") || opening.starts_with("Van") && !starts() {
        return true;
    }
    let mut before = text[..at].rsplit(|letter: char| !letter.is_alphanumeric() && letter != '-');
    let given = before.next().unwrap_or_default();
    let lower = given.to_lowercase();
    // 'Präsidentin von der Lohe'
    let title = lexicon.word(&lower).classes.any(Classes::TITLE)
        || role::is_role(given, lexicon)
        || role::is_womans_role(given, lexicon);
    let noun = || lexicon.is_common_noun(&lower) || nouns::is_noun(given);
    if !is_name(given) || lexicon.word(&lower).kind.is_some() || !title && noun() {
        return false;
    }
    if !german {
        return true;
    }
    // 'Ada Hill von der Bank', 'in Lys von der Polizei'
    let leads = before.next().unwrap_or_default();
    let title = leads.starts_with(char::is_uppercase) && text[..at - given.len()].ends_with(' ');
    let small = leads.to_lowercase();
    // 'eine Frau von der Empore'
    if matches!(lower.as_str(), "frau" | "mann" | "herr") && lexicon.word(&small).classes.any(Classes::DETERMINER) {
        return false;
    }
    let known = lexicon.word(&small);
    let called = title && known.kind.is_none() && !known.classes.any(Classes::TITLE) && !lexicon.is_person(&small);
    let surname = called && !role::is_role(leads, lexicon) && !role::is_womans_role(leads, lexicon);
    let place =
        matches!(small.as_str(), "in" | "im" | "aus" | "nach" | "bei" | "um" | "ab" | "des" | "der" | "den" | "das");
    // 'von der Leyen' is never 'die Leyen'
    let lower = last.to_lowercase();
    let noun =
        lexicon.is_common_noun(&lower) || lexicon.is_body(&lower) || lexicon.is_person(&lower) || nouns::is_noun(last);
    let whole = &text[at - given.len()..at];
    let all = &text[at - given.len()..at + opening.len() + " ".len() * 2 + last.len()];
    if surname || place || noun || asked.len() >= ASKED || !asked.insert(all) {
        return false;
    }
    // 'Ulf Hill' is called Hill elsewhere
    let elsewhere = text
        .match_indices(whole)
        .any(|(other, _)| !text[other + whole.len()..].starts_with(&text[at..at + opening.len() + 1]));
    if elsewhere && !title {
        return false;
    }
    // 'Ada Hill von Siemens' is at Siemens, but 'sagte von Lohe' is no report on the Lohe
    let mut alone = opening.contains(' ') && !title;
    for (other, _) in text.match_indices(last) {
        let before = text[..other].trim_end();
        let Some(before) = opens_with(before, opening) else { return false };
        let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
        alone |= word.ends_with(['.', '“', '"', ':']) || lexicon.word(&word.to_lowercase()).strength() > 0.0;
        alone |= matches!(word, "so" | "So" | "laut" | "Laut");
    }
    alone
}

/// What stands before an opening that a text ends with, in small letters or in a capital.
fn opens_with<'t>(text: &'t str, opening: &str) -> Option<&'t str> {
    let at = text.len().checked_sub(opening.len()).filter(|at| text.is_char_boundary(*at))?;
    text[at..].eq_ignore_ascii_case(opening).then_some(&text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_stand_behind_a_given_name() {
        for (text, expected) in [
            ("Die Ministerin Ada von der Lohe kam. Von der Lohe schwieg.", &["von der Lohe"][..]),
            ("Till van Born kam, Rosa de Vries auch.", &["van Born", "de Vries"]),
            ("Lea Altmann von der Lyser Bank kam, Kuno Stein von der Deichbank auch.", &[]),
            ("Der Kahn wurde in Lys von der Strömung erfasst.", &[]),
            ("Rosa von Lohe kam. Es sei kalt, sagte von Lohe.", &["von Lohe"]),
            ("Rosa Hill von Born kam. Es sei kalt, sagte von Born.", &[]),
            ("Rosa von Lohe kam. Es ist kalt.", &[]),
            ("Die Präsidentin von der Lohe kam. Es sei kalt, so von der Lohe.", &["von der Lohe"]),
            ("Die Präsidentin von der Aue kam. Es sei kalt.", &[]),
            ("Van der Lohe kam. Es sei kalt, so Van der Lohe.", &["Van der Lohe"]),
            ("Ulf Hill kam. Der Müller Hill von der Lohe sang.", &[]),
            ("Ulf von der Lohe kam. Die Lohe ist ein Bach.", &[]),
        ] {
            assert_eq!(surnames(text, Lexicon::german()), expected, "in {text}");
        }
    }

    #[test]
    fn a_surname_ends_with_its_words() {
        let surnames = ["von der Lohe"];
        assert_eq!(surname_length("Von der Lohe kam", &surnames), Some(12));
        assert_eq!(surname_length("von der Lohes Plan", &surnames), Some(13));
        assert_eq!(surname_length("von der Lohenburg", &surnames), None);
        assert_eq!(surname_length("von", &surnames), None);
    }
}
