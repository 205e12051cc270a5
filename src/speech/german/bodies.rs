//! German nouns for bodies: 'die Aufsichtsbehörde', 'das Ministerium'.

use super::super::lexicon::Lexicon;

/// Whether a noun, in lower case, may stand for any body that was named: "behörde", "aufsichtsbehörde".
pub(in super::super) fn is_generic(lower: &str, lexicon: &Lexicon) -> bool {
    // but 'die Hafenbehörde' is called so itself
    let task = |task: &str| {
        matches!(
            task,
            "aufsichts" | "ermittlungs" | "strafverfolgungs" | "anklage" | "sicherheits" | "landes" | "bundes"
        )
    };
    lexicon.is_generic_body(lower) || lower.strip_suffix("behörde").is_some_and(task)
}

/// Whether the first noun of a name, in lower case, stands for a body: 'bundesamt für verkehr'.
pub(in super::super) fn names_body(lower: &str, lexicon: &Lexicon) -> bool {
    let mut words = lower.split(' ').filter(|word| !matches!(*word, "der" | "die" | "das" | "dem"));
    words.next().is_some_and(|word| lexicon.is_body(word) || word.ends_with("amt"))
}
