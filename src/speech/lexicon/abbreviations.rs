//! Words whose point ends no sentence.

use super::{Lexicon, is_latin_capital};

impl Lexicon {
    /// Whether a point behind this word ends no sentence: "Mr", "U.S", an initial.
    pub fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.contains(word.trim_end_matches('.')) || is_initial(word)
    }
}

/// "J", "U.S", "e.g.": one letter, or letters with points between them.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    let (Some(first), second) = (letters.next(), letters.next()) else { return false };
    if second.is_none() {
        return is_latin_capital(first);
    }
    let mut point = false;
    let mut points = 0;
    for letter in word.chars() {
        if letter == '.' {
            if !point {
                return false;
            }
            point = false;
            points += 1;
        } else {
            if point || !letter.is_ascii_alphabetic() {
                return false;
            }
            point = true;
        }
    }
    points > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_that_end_no_sentence() {
        for word in ["Mr", "J", "U.S", "e.g", "Sept"] {
            assert!(Lexicon::english(&[]).is_abbreviation(word), "{word}");
        }
        for word in ["town", "ab", "3", "..", ""] {
            assert!(!Lexicon::english(&[]).is_abbreviation(word), "{word}");
        }
    }
}
