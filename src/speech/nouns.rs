//! German writes every noun with a capital; only names tell who speaks. A word is a common noun in an article where it
//! follows "der", "eine", "im" or "der neue" there: names of people do without.

use std::collections::HashSet;

use super::german;
use super::lexicon::{Classes, Lexicon};

/// Endings that only common nouns have; "Jung" is a name.
const ENDINGS: [&str; 11] =
    ["ung", "ungen", "heit", "keit", "schaft", "schaften", "tion", "tionen", "tät", "ismus", "nisse"];

/// The common nouns of an article, as they stand there; none but in German.
pub(super) fn common<'t>(text: &'t str, lexicon: &Lexicon) -> HashSet<&'t str> {
    let mut nouns = HashSet::new();
    // words that stand behind "der neue" and nowhere behind "der", and words with the capital right before them
    let mut described: Vec<&str> = Vec::new();
    let mut before: Vec<(&str, &str)> = Vec::new();
    // 'der Ulf', who is 'Ulf Hill' elsewhere
    let mut familiar: Vec<&str> = Vec::new();
    if !lexicon.is_german() {
        return nouns;
    }
    let mut phrase = Phrase::Outside;
    let mut behind_that = false;
    let mut last: Option<&str> = None;
    // 'der 45-jährige [Ulf] Hill'
    let (mut aged, mut given): (bool, Option<&str>) = (false, None);
    let mut end = 0;
    for (at, word) in words(text) {
        let between = &text[end..at];
        end = at + word.len();
        // behind a comma "der" is a relative, and a name may follow
        let joined = between.chars().all(|sign| sign == ' ' || sign == '\u{a0}');
        let opens = !between.trim_end().ends_with(',');
        let lower = word.to_lowercase();
        let known = lexicon.word(&lower);
        let full = given.is_some() && joined && word.starts_with(char::is_uppercase);
        described.extend(given.take().filter(|_| !full));
        // 'der Wirt, deren Rücktritt er forderte'
        let relative = matches!(lower.as_str(), "deren" | "dessen");
        if relative {
            phrase = Phrase::Open;
        } else if known.classes.any(Classes::DETERMINER.and(Classes::POSSESSIVE)) || is_fused(&lower) {
            phrase = if opens { Phrase::Open } else { Phrase::Outside };
        } else if word.starts_with(char::is_uppercase) {
            let loud = word.chars().nth(1).is_none_or(char::is_uppercase);
            let is_plain = || lexicon.is_common_noun(&lower) || is_noun(word);
            if !loud && (phrase == Phrase::Open && joined || is_plain()) {
                match lexicon.gender_of_name(word) {
                    Some(_) => familiar.push(word),
                    None => drop(nouns.insert(word)),
                }
            } else if !loud && phrase == Phrase::Adjective && joined {
                let could_be_given = aged && !german::is_role(word, lexicon) && !lexicon.is_person(&lower);
                if could_be_given {
                    given = Some(word);
                } else {
                    described.push(word);
                }
            }
            before.extend(last.filter(|_| joined).map(|last| (last, word)));
            phrase = Phrase::Outside;
        } else {
            // 'Das sagte Meier'
            let verb = behind_that && (known.strength() > 0.0 || lexicon.particles(&lower).is_some());
            let adjective = known.kind.is_none()
                && !verb
                && ["e", "en", "er", "es", "em"].iter().any(|ending| lower.ends_with(ending));
            aged = adjective && word.starts_with(char::is_numeric);
            phrase = if phrase == Phrase::Open && joined && adjective { Phrase::Adjective } else { Phrase::Outside };
        }
        behind_that = lower == "das";
        let inside = joined && at > 0;
        last = Some(word).filter(|_| inside && word.starts_with(char::is_uppercase));
    }
    described.extend(given);
    let firsts: HashSet<&str> = before.iter().map(|(first, _)| *first).collect();
    nouns.extend(familiar.into_iter().filter(|word| !firsts.contains(word)));
    // 'der müde Hill', who is 'Ulf Hill' elsewhere
    let described: HashSet<&str> = described.into_iter().collect();
    let given =
        |first: &str| !nouns.contains(first) && !described.contains(first) && !lexicon.measures(&first.to_lowercase());
    let names: HashSet<&str> = before
        .into_iter()
        .filter(|(first, last)| described.contains(last) && given(first))
        .map(|(_, last)| last)
        .collect();
    nouns.extend(described.difference(&names));
    nouns
}

/// Whether a word ends as only common nouns do.
pub(super) fn is_noun(word: &str) -> bool {
    ENDINGS.iter().any(|ending| ends_in(word, ending))
}

fn ends_in(word: &str, ending: &str) -> bool {
    word.strip_suffix(ending).is_some_and(|stem| stem.chars().nth(2).is_some())
}

/// Where a noun phrase stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phrase {
    Outside,
    /// Behind "der".
    Open,
    /// Behind "der neue".
    Adjective,
}

/// A preposition with its article: im, zur.
fn is_fused(lower: &str) -> bool {
    matches!(lower, "im" | "am" | "zum" | "zur" | "vom" | "beim" | "ins" | "ans")
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let is_inner = |letter: char| letter.is_alphanumeric() || letter == '-';
        let start = at + text[at..].find(char::is_alphanumeric)?;
        at = text[start..].find(|letter| !is_inner(letter)).map_or(text.len(), |length| start + length);
        Some((start, text[start..at].trim_end_matches('-')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut found: Vec<&str> = common(text, Lexicon::german()).into_iter().collect();
        found.sort_unstable();
        assert_eq!(found, expected, "in {text}");
    }

    #[test]
    fn nouns_follow_articles_and_names_do_not() {
        check("Der Bäcker Hans Meier sah im Garten eine alte Mühle.", &["Bäcker", "Garten", "Mühle"]);
        check("Der Antrag, den Meier ablehnt, liegt beim BGH.", &["Antrag"]);
        check("Verwaltung und Meier schwiegen.", &["Verwaltung"]);
        check("Ulf Jung schwieg.", &[]);
        check("Das kündigte Meier an.", &[]);
        check("Dem Ulf glaubt man, denn Ulf Jung lügt nie.", &[]);
        check("Der Wolf heult.", &["Wolf"]);
    }
}
