//! Nouns for several of what a list has for one.

use super::Tongue;

/// A noun for several: "maires", "alcaldes", "senadores", "portavoces".
pub(super) fn several(word: &str, tongue: Tongue) -> String {
    match word.strip_suffix('z') {
        Some(stem) if tongue == Tongue::Spanish => format!("{stem}ces"),
        None if tongue == Tongue::Spanish && word.ends_with(['r', 'l', 'n', 'd']) => {
            // "guardián", "guardianes"
            let plain = word.strip_suffix("ón").map(|stem| format!("{stem}on"));
            let plain = plain.or_else(|| word.strip_suffix("án").map(|stem| format!("{stem}an")));
            plain.unwrap_or_else(|| word.to_owned()) + "es"
        }
        _ => format!("{word}s"),
    }
}
