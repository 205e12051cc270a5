//! What English words are used as: parts of speech, senses and forms, counted in WordNet by `examples/learn_words.rs`.

use std::sync::LazyLock;

use super::listed::{Listed, listed};

/// What a word is used as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Usage {
    /// Its parts of speech, the commonest first: N, V, J for adjectives, R for adverbs.
    pub parts: Listed,
    /// What it mostly means as a noun: "person", "communication".
    pub noun: Listed,
    /// What it mostly means as a verb.
    pub verb: Listed,
    /// The forms it is of a verb, a stroke between them: base, s, ed, ing.
    pub form: Listed,
    /// Whether it may be a verb at all.
    pub is_verb: bool,
    /// Whether it may be the verb of a clause.
    pub is_finite: bool,
    /// Whether it may stand for speech, thought or a view.
    pub is_view: bool,
}

/// Of a word that is not known.
pub(super) const UNKNOWN: Usage = Usage {
    parts: listed!(""),
    noun: listed!("-"),
    verb: listed!("-"),
    form: listed!("-"),
    is_verb: false,
    is_finite: false,
    is_view: false,
};

impl Usage {
    /// `None` where a piece is not listed.
    fn of(parts: &str, noun: &str, verb: &str, form: &str) -> Option<Self> {
        let speaks = matches!(verb, "communication" | "cognition" | "perception" | "emotion");
        let is_said = matches!(noun, "communication" | "cognition" | "feeling");
        Some(Self {
            parts: Listed::find(parts)?,
            noun: Listed::find(noun)?,
            verb: Listed::find(verb)?,
            form: Listed::find(form)?,
            is_verb: parts.contains('V'),
            is_finite: parts.starts_with('V') && form.split('/').any(|form| matches!(form, "base" | "s" | "ed")),
            is_view: parts.contains('V') && speaks || parts.starts_with('N') && is_said,
        })
    }
}

/// The words of each usage, a space between them.
static ENGLISH: LazyLock<Vec<(Usage, &'static str)>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/speech/en.words.txt").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(read).collect()
});

/// "N person - -: spokesman teacher"
fn read(line: &'static str) -> Option<(Usage, &'static str)> {
    let (usage, words) = line.split_once(": ")?;
    let mut parts = usage.split(' ');
    let usage = Usage::of(parts.next()?, parts.next()?, parts.next()?, parts.next()?)?;
    Some((usage, words))
}

/// Every English word with its usage.
pub(super) fn english() -> impl Iterator<Item = (&'static str, &'static Usage)> {
    ENGLISH.iter().flat_map(|(usage, words)| words.split(' ').map(move |word| (word, usage)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, parts: &str, noun: &str, verb: &str, form: &str) {
        let found = english().find(|(known, _)| *known == word).map(|(_, usage)| *usage);
        let line = format!("{parts} {noun} {verb} {form}");
        let shown = found
            .map(|usage| format!("{} {} {} {}", usage.parts.text, usage.noun.text, usage.verb.text, usage.form.text));
        assert_eq!(shown, Some(line), "{word}");
    }

    #[test]
    fn words_are_known_by_their_usage() {
        check("spokesman", "N", "person", "-", "-");
        check("said", "V", "-", "communication", "ed");
        check("argues", "V", "-", "communication", "s");
        check("denial", "N", "communication", "-", "-");
    }

    #[test]
    fn every_line_is_read() {
        let lines = include_str!("../../assets/speech/en.words.txt").lines();
        assert_eq!(lines.filter(|line| !line.starts_with('#')).count(), ENGLISH.len());
    }
}
