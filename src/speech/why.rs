//! The one sentence that tells a reader why somebody is shown as the speaker. What was found is kept small; the sentence
//! is made when it is asked for.

use super::labels;
use super::{Quotation, Speech};
use crate::article::{Article, TextRange};

/// Why a quotation has its speaker, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// What the rules of its language told when they read it.
    Told(Box<str>),
    /// Its source, with the cue if there is one; nobody where it has none.
    Source {
        /// Whether the quotation before has the very same source.
        goes_on: bool,
    },
    /// The same for a pronoun, and how many paragraphs before the person is named whom it points back to.
    Back { goes_on: bool, paragraphs: u32 },
    /// A name stands beside it in the layout.
    Label,
    /// The reader marked it as speech.
    Marked,
    /// The reader said who says it.
    Corrected,
    /// It follows from a correction of the reader's.
    Follows,
}

impl Speech {
    /// Why a quotation of this speech has its speaker: one sentence for the reader.
    pub fn why(&self, article: &Article, quotation: &Quotation) -> String {
        let name = quotation.speaker.map(|id| self.speaker(id).name.as_str());
        match &quotation.why {
            Why::Told(sentence) => String::from(&**sentence),
            Why::Source { goes_on } => of_source(article, quotation, name, *goes_on, None),
            Why::Back { goes_on, paragraphs } => of_source(article, quotation, name, *goes_on, Some(*paragraphs)),
            Why::Label => label(&shown(quotation.source.map(|range| article.slice(range)).unwrap_or_default()), name),
            Why::Marked => "You marked this as speech.".to_owned(),
            Why::Corrected => "You said who says this.".to_owned(),
            Why::Follows => "This follows from your correction.".to_owned(),
        }
    }
}

fn of_source(article: &Article, quotation: &Quotation, name: Option<&str>, goes_on: bool, back: Option<u32>) -> String {
    let Some(source) = quotation.source else {
        return "Nobody is named near by.".to_owned();
    };
    let words = shown(article.slice(source));
    let beside = beside_cue(article, quotation, source, &words);
    let Some(name) = name else {
        return unclear(&beside);
    };
    let named = match back {
        Some(paragraphs) => Some(format!("{} names {name}", place(paragraphs))),
        None if words.contains(name) => None,
        None if part_of(name, &words) => Some(format!("that is {name}")),
        None => Some(format!("so the article calls {name}")),
    };
    match (quotation.cue, named) {
        (Some(_), Some(named)) => format!("{beside} – {named}."),
        (Some(_), None) => format!("{beside} stands with these words."),
        (None, _) if goes_on => self::goes_on(Some(name)),
        (None, Some(named)) => format!("No word of saying is near; {beside} is the likeliest speaker – {named}."),
        (None, None) => format!("No word of saying is near; {name} is the likeliest speaker."),
    }
}

fn label(words: &str, name: Option<&str>) -> String {
    match name {
        None => unclear(&format!("“{words}”")),
        Some(_) if matches!(labels::role(words), Some(labels::Role::Question)) => {
            format!("“{words}” stands before what the interviewer says.")
        }
        Some(name) if name == words => format!("The name “{words}” stands beside these words."),
        Some(name) => format!("“{words}” stands beside these words: that is {name}."),
    }
}

fn unclear(beside: &str) -> String {
    format!("{beside} – but it is not clear who that is.")
}

/// The source with its cue, in marks.
fn beside_cue(article: &Article, quotation: &Quotation, source: TextRange, words: &str) -> String {
    let Some(cue) = quotation.cue else { return format!("“{words}”") };
    let said = shown(article.slice(cue));
    if said == ":" {
        return format!("“{words}:”");
    }
    let both = TextRange::between(source.start().min(cue.start()), source.end().max(cue.end()));
    if quotation.range.overlap(both).is_none() && both.len() <= 80 {
        return format!("“{}”", shown(article.slice(both)));
    }
    format!("“{words} … {said}”")
}

/// Whether words hold a part of a name: a surname, initials.
fn part_of(name: &str, words: &str) -> bool {
    let initials: String = name.split(' ').filter_map(|word| word.chars().next()).collect();
    words.split(' ').any(|word| {
        let word = word.trim_end_matches("'s").trim_end_matches("’s");
        word.starts_with(char::is_uppercase) && (name.split(' ').any(|part| part == word) || word == initials)
    })
}

/// Words of the text on one line.
fn shown(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a name stands, so many paragraphs back.
fn place(paragraphs: u32) -> String {
    match paragraphs {
        0 => "this paragraph".to_owned(),
        1 => "the paragraph before".to_owned(),
        paragraphs => format!("{paragraphs} paragraphs before, the article"),
    }
}

/// Why a quotation in a language whose sources are characters has its speaker.
pub(super) fn beside(source: Option<&str>, cue: Option<&str>, name: Option<&str>) -> String {
    match (source, cue, name) {
        (None, ..) => "Nobody is named near by.".to_owned(),
        (Some(words), _, None) => unclear(&format!("“{words}”")),
        (Some(_), None, Some(name)) => goes_on(Some(name)),
        (Some(words), Some(cue), Some(name)) if words.contains(name) => format!("“{cue}” stands with “{words}”."),
        (Some(words), Some(cue), Some(name)) => format!("“{cue}” stands with “{words}” – that is {name}."),
    }
}

/// Why a quotation that names nobody has the speaker before it.
pub(super) fn goes_on(name: Option<&str>) -> String {
    match name {
        Some(name) => format!("No new speaker is named: {name} goes on."),
        None => "No new speaker is named.".to_owned(),
    }
}

/// Why a quotation without a word of saying is given to somebody beside it.
pub(super) fn near(source: &str, name: Option<&str>) -> String {
    match name {
        None => format!("“{source}” stands beside it – but it is not clear who that is."),
        Some(name) if source.contains(name) => format!("No word of saying is near; “{source}” stands beside it."),
        Some(name) => format!("No word of saying is near; “{source}” stands beside it – that is {name}."),
    }
}

/// Why a quotation that names nobody has the other of two speakers.
pub(super) fn answers(name: Option<&str>) -> String {
    match name {
        Some(name) => format!("No speaker is named: two speak in turn, and {name} answers."),
        None => "No speaker is named: two speak in turn.".to_owned(),
    }
}

/// Why a turn of a transcript has its speaker, by the label before it.
pub(super) fn labelled(label: &str, name: &str) -> String {
    if label == name {
        format!("The name “{label}” stands before these words.")
    } else {
        format!("“{label}” stands before these words: that is {name}.")
    }
}
