//! Whether a name could be a person's.

use smallvec::SmallVec;

use super::super::lexicon::{Classes, Lexicon};
use super::is_upper;

/// The letters that a name of three words or more is shortened to: "SCL" for "Sporting Club Lindau".
pub(super) fn letters(name: &str) -> Option<String> {
    let words = name.split_whitespace();
    let letters: String = words.map_while(|word| word.chars().next().filter(|first| first.is_uppercase())).collect();
    let all = letters.chars().count() == name.split_whitespace().count();
    (all && letters.chars().nth(2).is_some()).then_some(letters)
}

/// Two to five words, none of them an organisation's, no "of" or "the" among them.
pub(super) fn could_be_person(name: &str, lexicon: &Lexicon) -> bool {
    let words: SmallVec<[&str; 6]> = name.split_whitespace().take(6).collect();
    let no_name = |(at, word): (usize, &&str)| {
        // 'Hill Press Co.'
        let whole = if lexicon.is_english() && at > 0 { word.trim_end_matches('.') } else { word };
        let lower = || whole.to_lowercase();
        // 'Lys Brands', 'Lys Hydraulics', but not 'Tom Power'
        let is_firm_name = || at > 0 && lexicon.ends_firm(&lower()) && lexicon.gender_of_name(words[0]).is_none();
        let is_firm = || at + 1 == words.len() && (lexicon.speaks_as_body(&lower()) || is_firm_name());
        let is_body = lexicon.written_word(whole).classes.any(Classes::ORGANISATION)
            || lexicon.is_german() && lexicon.is_body(&lower())
            || is_firm();
        // 'Bill Dahl', 'Noa West'
        let is_given = || lexicon.is_english() && at == 0 && lexicon.is_given_name(&lower());
        // 'Ulf H.'
        let word = &if lexicon.is_german() && at > 0 { word.trim_end_matches('.') } else { word };
        let is_known = |word: &str| !lexicon.written_word(word).usage.parts.text.is_empty();
        let is_surname = || at == 1 && words.len() == 2 && lexicon.is_surname(&lower()) && !is_known(words[0]);
        matches!(*word, "of" | "the" | "for" | "&")
            || at == 0 && *word == "Team"
            || is_body && !is_given() && !is_surname()
            || *word != "III" && is_upper(word) && word.chars().nth(if lexicon.is_german() { 1 } else { 2 }).is_some()
    };
    // 'New York'
    let is_place = lexicon.is_german()
        && words.first().is_some_and(|first| {
            matches!(
                *first,
                "New" | "San" | "Los" | "Las" | "Bad" | "Sankt" | "Tel" | "Hong" | "Rio" | "Abu" | "Buenos"
            )
        });
    !is_place && (2..=5).contains(&words.len()) && !words.iter().enumerate().any(no_name)
}
