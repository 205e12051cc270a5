//! What the system and the readers of files say is wrong. They say it in English; it is told by its words, which stand in
//! the English file as there.

use std::sync::LazyLock;

use super::{SPOKEN, Spoken, catalogue::Catalogue, filled};

/// The messages, those with more words of their own before those that may be read as them.
const KEYS: &[&str] = &[
    "problem-no-such-file",
    "problem-no-file",
    "problem-no-permission",
    "problem-disk-full",
    "problem-quota",
    "problem-read-only",
    "problem-too-large",
    "problem-bad-name",
    "problem-folder-in-the-way",
    "problem-not-a-folder",
    "problem-busy",
    "problem-too-long",
    "problem-no-network",
    "problem-link-loop",
    "problem-input-output",
    "problem-no-ordinary-file",
    "problem-large-code-book",
    "problem-another-program",
    "problem-at",
    "problem-unreadable",
    "problem-missing-here",
    "problem-missing-before",
    "problem-missing",
    "problem-closes",
    "problem-never-closed",
    "problem-comma-before",
    "problem-no-quotation-mark",
    "problem-attribute-without-end",
    "problem-comment-without-end",
    "problem-raw-without-end",
    "problem-nested",
    "problem-no-name",
    "problem-twice",
    "problem-many-fields",
    "problem-no-value",
    "problem-behind-bracket",
    "problem-behind-list",
    "problem-behind-map",
    "problem-no-entry",
    "problem-no-key",
    "problem-not-understood",
    "problem-of-no-list",
    "problem-no-tag",
    "problem-no-note",
    "problem-no-correction",
    "problem-tag-twice",
    "problem-id-twice",
    "problem-many-tags",
    "problem-many-entries",
    "problem-tags-of-note",
    "problem-links-of-note",
    "problem-range",
    "problem-unknown",
    "problem-tag-without",
    "problem-note-without",
    "problem-correction-without",
    "problem-deletion-without",
    "problem-colour",
    "problem-no-id",
    "problem-no-time",
    "problem-no-text",
    "problem-no-sidecar",
    "problem-no-code-book",
    "problem-may-stand",
    "problem-outside",
    "problem-newer",
    "problem-unfinished-merge",
    "problem-torn",
    "problem-ron-end",
    "problem-ron-boolean",
    "problem-ron-comma",
    "problem-ron-char",
    "problem-ron-float",
    "problem-ron-integer",
    "problem-ron-opening",
    "problem-ron-opening-of",
    "problem-ron-opening-alone",
    "problem-ron-closing",
    "problem-ron-colon",
    "problem-ron-string",
    "problem-ron-string-end",
    "problem-ron-identifier",
    "problem-ron-option",
    "problem-ron-unit",
    "problem-ron-bounds",
    "problem-ron-digit",
    "problem-ron-comment",
    "problem-ron-unexpected",
    "problem-ron-trailing",
    "problem-ron-variant",
    "problem-ron-variant-in",
    "problem-ron-instead",
    "problem-ron-field",
    "problem-ron-depth",
    "problem-no-colour-called",
    "problem-no-state-called",
    "problem-no-expression",
];

/// What a message speaks of. Of the last it may be another problem.
const ABOUT: [&str; 3] = ["what", "other", "why"];
/// What stands in a pattern for each of them: no words hold these.
const STANDS: [&str; 3] = ["\u{1}", "\u{2}", "\u{3}"];

static PATTERNS: LazyLock<Vec<(&str, Pattern)>> =
    LazyLock::new(|| KEYS.iter().map(|key| (*key, Pattern::of(key))).collect());

/// A problem in the language of the window; one that is not known stays as it is.
pub fn problem(words: &str) -> String {
    if SPOKEN.get() == Spoken::English {
        return words.to_owned();
    }
    let read = PATTERNS.iter().find_map(|(key, pattern)| Some((key, pattern.read(words)?)));
    let Some((key, found)) = read else { return words.to_owned() };
    let about: Vec<_> = found
        .into_iter()
        .map(|(name, words)| (name, if name == "why" { problem(words) } else { words.to_owned() }.into()))
        .collect();
    filled(key, &about)
}

/// The words of a message, and what stands between them.
struct Pattern {
    /// One more than there are names.
    words: Vec<String>,
    names: Vec<&'static str>,
}

impl Pattern {
    fn of(key: &'static str) -> Self {
        let about: Vec<_> = ABOUT.into_iter().zip(STANDS).map(|(name, stand)| (name, stand.into())).collect();
        let text = Catalogue::of(Spoken::English).filled(key, &about);
        let (mut words, mut names) = (vec![String::new()], Vec::new());
        for letter in text.chars() {
            match STANDS.iter().position(|stand| stand.starts_with(letter)) {
                Some(number) => {
                    names.push(ABOUT[number]);
                    words.push(String::new());
                }
                None => words.iter_mut().last().into_iter().for_each(|last| last.push(letter)),
            }
        }
        Self { words, names }
    }

    /// What a problem speaks of, if it has the words of this one.
    fn read<'a>(&self, problem: &'a str) -> Option<Vec<(&'static str, &'a str)>> {
        let (first, others) = self.words.split_first()?;
        let mut rest = problem.strip_prefix(first.as_str())?;
        let mut found = Vec::new();
        for (number, (name, words)) in self.names.iter().zip(others).enumerate() {
            let is_last = number + 1 == self.names.len();
            let (of, behind) = if is_last { (rest.strip_suffix(words.as_str())?, "") } else { rest.split_once(words)? };
            found.push((*name, of));
            rest = behind;
        }
        rest.is_empty().then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    use crate::{app::language::speak, refusal::reason, sidecar::Document};

    /// Nothing of a problem is English in a Chinese window, but names.
    #[track_caller]
    fn check(problem: &str, names: &[&str]) {
        assert_eq!(super::problem(problem), problem, "in an English window");
        speak(Spoken::Chinese);
        let chinese = super::problem(problem);
        speak(Spoken::English);
        let words = chinese.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| word.len() > 1);
        let left: Vec<&str> = words.filter(|word| !names.contains(word)).collect();
        assert!(left.is_empty(), "“{problem}” became “{chinese}”");
    }

    #[test]
    fn what_the_system_refuses_is_said_in_chinese() {
        use io::ErrorKind::{
            FileTooLarge, InvalidFilename, IsADirectory, NetworkDown, NotADirectory, NotFound, PermissionDenied,
            QuotaExceeded, ReadOnlyFilesystem, ResourceBusy, StorageFull, TimedOut,
        };
        for kind in [
            FileTooLarge,
            InvalidFilename,
            IsADirectory,
            NetworkDown,
            NotADirectory,
            NotFound,
            PermissionDenied,
            QuotaExceeded,
            ReadOnlyFilesystem,
            ResourceBusy,
            StorageFull,
            TimedOut,
        ] {
            check(&reason(&kind.into()), &[]);
        }
        check("its link leads back to itself", &[]);
        speak(Spoken::Chinese);
        assert_eq!(problem("Level 2 halted"), "Level 2 halted", "the rest stays as it is");
        speak(Spoken::English);
    }

    #[test]
    fn what_the_readers_of_files_say_is_said_in_chinese() {
        let names =
            ["UTF", "id", "name", "quote", "range", "format", "annotations", "tags", "meaning", "true", "false", "at"];
        let damaged = [
            "(annotations: [(id: \"a\", quote: \"b\")])",
            "(annotations: [(quote: \"b\")], removed: [(id: \"a\")])",
            "(format: 1, annotations: [(id: 7, range: (1, 2), quote: \"b\")])",
            "(format: 1, annotations: [(id: \"a\", range: (3, 2), quote: \"b\")])",
            "(format: 1, annotations: [(id: \"a\", range: 2, quote: \"b\")])",
            "(format: 1, tags: [(meaning: \"x\")], annotations: [oops])",
            "(format: 1, annotations: [(id: \"a\", range: (1, 2), quote: \"b\"",
            "(format: 1, annotations: [(id: \"a\" range: (1, 2))], tags: {])",
            "(format: 1, annotations: [,])",
            "(format: 1, annotations: []) /* and",
            "no bracket",
        ];
        for text in damaged {
            match Document::read(text.as_bytes()) {
                Ok(document) => {
                    assert!(!document.damage.is_empty(), "{text}");
                    document.damage.iter().for_each(|damage| check(&damage.problem, &names));
                }
                Err(error) => check(&error.to_string(), &names),
            }
        }
        fn read<T: serde::de::DeserializeOwned>(text: &str) -> String {
            ron::from_str::<T>(text).err().map(|error| error.code.to_string()).unwrap_or_default()
        }
        #[derive(serde::Deserialize)]
        enum Theme {
            #[serde(rename = "true")]
            Light,
        }
        for problem in [
            read::<bool>("7"),
            read::<f32>("x"),
            read::<u32>("1_0x"),
            read::<String>("7"),
            read::<String>("\"open"),
            read::<Vec<u8>>("[1 2]"),
            read::<(u8, u8)>("(1"),
            read::<Theme>("\"tags\""),
            read::<u8>("7000"),
            read::<u8>("7 7"),
        ] {
            assert!(!problem.is_empty());
            check(&problem, &names);
        }
        _ = Theme::Light;
    }
}
