//! Words that tell an interview.

use std::collections::HashSet;

use serde::Deserialize;

/// How a language's file has them.
#[derive(Default, Deserialize)]
pub(super) struct File {
    asked: String,
    own: String,
    agreeing: String,
    headings: String,
}

/// Words that tell an interview.
#[derive(Default)]
pub(in crate::speech::romance) struct Asking {
    /// Whom a question is for: "vous".
    asked: HashSet<Box<str>>,
    /// What whoever answers calls themselves: "je".
    own: HashSet<Box<str>>,
    /// What an answer opens with: "oui".
    agreeing: HashSet<Box<str>>,
    /// What such an article calls itself: "entretien".
    headings: HashSet<Box<str>>,
}

impl Asking {
    pub(super) fn read(file: &File) -> Self {
        let set = super::set;
        Self {
            asked: set(&file.asked),
            own: set(&file.own),
            agreeing: set(&file.agreeing),
            headings: set(&file.headings),
        }
    }

    pub fn addresses(&self, text: &str) -> bool {
        has(&self.asked, text)
    }

    pub fn is_own(&self, text: &str) -> bool {
        has(&self.own, text)
    }

    pub fn agrees(&self, text: &str) -> bool {
        words(text).next().is_some_and(|first| self.agreeing.contains(first.as_str()))
    }

    pub fn names(&self, text: &str) -> bool {
        has(&self.headings, text)
    }
}

/// The words of a text in lower case: "avez-vous" are two, "j'ai" as well.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn has(known: &HashSet<Box<str>>, text: &str) -> bool {
    words(text).any(|word| known.contains(word.as_str()))
}
