//! Why somebody is shown as the speaker. What was found is kept small; the reason is worked out when it is asked for, in
//! parts, so that the window can make a sentence of it in its own language. [`Reason`] itself reads as English.

use std::fmt;

use super::labels;
use super::{Quotation, Speech};
use crate::article::{Article, TextRange};
use crate::excerpt::one_line;

/// Why a quotation has its speaker, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// What the rules of its language told when they read it, a number of [`Speech::told`].
    Told(Number),
    /// Its source, with the cue if there is one; nobody where it has none.
    Source {
        /// Whether the quotation before has the very same source.
        goes_on: bool,
    },
    /// The same for a pronoun, and how many paragraphs before the person is named whom it points back to.
    Back { goes_on: bool, paragraphs: Number },
    /// Nobody is named, and it is the speaker's turn.
    Answers,
    /// A name stands beside it in the layout.
    Label,
    /// Its speaker says the same words elsewhere.
    Repeats,
    /// The reader marked it as speech.
    Marked,
    /// The reader said who says it.
    Corrected,
    /// It follows from a correction of the reader's.
    Follows,
}

/// A number that may stand anywhere: of a long article the quotations take most memory, and the gaps before numbers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number([u8; 4]);

impl From<u32> for Number {
    fn from(number: u32) -> Self {
        Self(number.to_le_bytes())
    }
}

impl From<Number> for u32 {
    fn from(number: Number) -> Self {
        Self::from_le_bytes(number.0)
    }
}

/// Why a quotation has its speaker, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nobody is named near by.
    Nobody,
    /// The words of its language are not known.
    UnknownLanguage,
    /// No new speaker is named; the one before goes on.
    GoesOn(Option<String>),
    /// No speaker is named; two speak in turn, and this one answers.
    Answers(Option<String>),
    /// Words of the article that say who speaks, with their marks: “he said”.
    Said { words: String, who: Who },
    /// Without a word of saying these words are the likeliest to name the speaker.
    Likeliest { words: String, who: Who },
    /// A cue that stands with the words that name the speaker.
    Cue { cue: String, words: String, who: Who },
    /// Without a word of saying these words stand beside the quotation.
    Near { words: String, who: Who },
    /// A label in the layout, beside or before the quotation.
    Label { words: String, before: bool, who: Who },
    /// A label before what an interviewer says.
    Question(String),
    /// Whoever this is says the same words elsewhere.
    Repeats(String),
    /// The reader marked it as speech.
    Marked,
    /// The reader said who says it.
    Corrected,
    /// It follows from a correction of the reader's.
    Follows,
}

/// Whom words of the article mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    Unclear,
    /// The one they name in full.
    Named(String),
    /// Somebody whose name they hold a part of.
    Part(String),
    /// Somebody whom the article calls so.
    Called(String),
    /// Somebody who is named so many paragraphs before.
    Back {
        name: String,
        paragraphs: u32,
    },
}

impl Reason {
    /// Puts somebody else in the place of whom its words mean.
    pub(super) fn set_who(&mut self, whom: Who) {
        if let Self::Said { who, .. }
        | Self::Likeliest { who, .. }
        | Self::Cue { who, .. }
        | Self::Near { who, .. }
        | Self::Label { who, .. } = self
        {
            *who = whom;
        }
    }
}

impl Speech {
    /// Why a quotation of this speech has its speaker.
    pub fn why(&self, article: &Article, quotation: &Quotation) -> Reason {
        let name = quotation.speaker.map(|id| self.speaker(id).name.as_str());
        match quotation.why {
            Why::Told(number) => self.told.get(u32::from(number) as usize).cloned().unwrap_or(Reason::Nobody),
            Why::Source { goes_on } => of_source(article, quotation, name, goes_on, None),
            Why::Back { goes_on, paragraphs } => of_source(article, quotation, name, goes_on, Some(paragraphs.into())),
            Why::Label => {
                label(&one_line(quotation.source.map(|range| article.slice(range)).unwrap_or_default()), name)
            }
            Why::Answers => Reason::Answers(name.map(str::to_owned)),
            Why::Repeats => name.map_or(Reason::Nobody, |name| Reason::Repeats(name.to_owned())),
            Why::Marked => Reason::Marked,
            Why::Corrected => Reason::Corrected,
            Why::Follows => Reason::Follows,
        }
    }
}

fn of_source(article: &Article, quotation: &Quotation, name: Option<&str>, goes_on: bool, back: Option<u32>) -> Reason {
    let Some(source) = quotation.source else {
        return Reason::Nobody;
    };
    let source_words = one_line(article.slice(source));
    let words = beside_cue(article, quotation, source, &source_words);
    let Some(name) = name.map(str::to_owned) else {
        return Reason::Said { words, who: Who::Unclear };
    };
    if quotation.cue.is_none() && goes_on {
        return Reason::GoesOn(Some(name));
    }
    let who = match back {
        Some(paragraphs) => Who::Back { name, paragraphs },
        None if source_words.contains(&name) => Who::Named(name),
        None if part_of(&name, &source_words) => Who::Part(name),
        None => Who::Called(name),
    };
    match quotation.cue {
        Some(_) => Reason::Said { words, who },
        None => Reason::Likeliest { words, who },
    }
}

fn label(words: &str, name: Option<&str>) -> Reason {
    let words = words.to_owned();
    match name {
        None => Reason::Said { words: format!("“{words}”"), who: Who::Unclear },
        Some(_) if matches!(labels::role(&words), Some(labels::Role::Question)) => Reason::Question(words),
        Some(name) => Reason::Label { who: Who::of(name, name == words), words, before: false },
    }
}

/// The source with its cue, in marks.
fn beside_cue(article: &Article, quotation: &Quotation, source: TextRange, words: &str) -> String {
    let Some(cue) = quotation.cue else { return format!("“{words}”") };
    let said = one_line(article.slice(cue));
    if said == ":" {
        return format!("“{words}:”");
    }
    let both = TextRange::between(source.start().min(cue.start()), source.end().max(cue.end()));
    if quotation.range.overlap(both).is_none() && both.len() <= 80 {
        return format!("“{}”", one_line(article.slice(both)));
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

impl Who {
    fn of(name: &str, whole: bool) -> Self {
        if whole { Self::Named(name.to_owned()) } else { Self::Part(name.to_owned()) }
    }

    /// Whom these words mean, where nothing more is known than a name.
    fn by(words: &str, name: Option<&str>) -> Self {
        name.map_or(Self::Unclear, |name| Self::of(name, words.contains(name)))
    }
}

impl Reason {
    /// Why a quotation has its speaker whose source and cue are these words.
    pub(super) fn beside(source: Option<&str>, cue: Option<&str>, name: Option<&str>) -> Self {
        match (source, cue, name) {
            (None, ..) => Self::Nobody,
            (Some(words), _, None) => Self::Said { words: format!("“{words}”"), who: Who::Unclear },
            (Some(_), None, Some(name)) => Self::GoesOn(Some(name.to_owned())),
            (Some(words), Some(cue), Some(_)) => {
                Self::Cue { cue: cue.to_owned(), words: words.to_owned(), who: Who::by(words, name) }
            }
        }
    }

    /// Why a quotation that names nobody has the speaker before it.
    pub(super) fn goes_on(name: Option<&str>) -> Self {
        Self::GoesOn(name.map(str::to_owned))
    }

    /// Why a quotation without a word of saying is given to somebody beside it.
    pub(super) fn near(source: &str, name: Option<&str>) -> Self {
        Self::Near { words: source.to_owned(), who: Who::by(source, name) }
    }

    /// Why a quotation that names nobody has the other of two speakers.
    pub(super) fn answers(name: Option<&str>) -> Self {
        Self::Answers(name.map(str::to_owned))
    }

    /// Why a turn of a transcript has its speaker, by the label before it.
    pub(super) fn labelled(label: &str, name: &str) -> Self {
        Self::Label { words: label.to_owned(), before: true, who: Who::of(name, label == name) }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nobody => write!(f, "Nobody is named near by."),
            Self::UnknownLanguage => {
                write!(f, "Nobody is named: Quotemark does not know the words of this language.")
            }
            Self::GoesOn(Some(name)) => write!(f, "No new speaker is named: {name} goes on."),
            Self::GoesOn(None) => write!(f, "No new speaker is named."),
            Self::Answers(Some(name)) => write!(f, "No speaker is named: two speak in turn, and {name} answers."),
            Self::Answers(None) => write!(f, "No speaker is named: two speak in turn."),
            Self::Said { words, who: Who::Named(_) } => write!(f, "{words} stands beside this quotation."),
            Self::Said { words, who } => write!(f, "{words} – {who}."),
            Self::Likeliest { who: Who::Named(name), .. } => {
                write!(f, "No word of saying is near; {name} is the likeliest speaker.")
            }
            Self::Likeliest { words, who } => {
                write!(f, "No word of saying is near; {words} is the likeliest speaker – {who}.")
            }
            Self::Cue { cue, words, who: Who::Named(_) } => write!(f, "“{cue}” stands with “{words}”."),
            Self::Cue { cue, words, who } => write!(f, "“{cue}” stands with “{words}” – {who}."),
            Self::Near { words, who: Who::Unclear } => write!(f, "“{words}” stands beside it – {}.", Who::Unclear),
            Self::Near { words, who: Who::Named(_) } => {
                write!(f, "No word of saying is near; “{words}” stands beside it.")
            }
            Self::Near { words, who } => write!(f, "No word of saying is near; “{words}” stands beside it – {who}."),
            Self::Label { words, before, who } => {
                let place = if *before { "before" } else { "beside" };
                match who {
                    Who::Named(_) => write!(f, "The name “{words}” stands {place} these words."),
                    who => write!(f, "“{words}” stands {place} these words: {who}."),
                }
            }
            Self::Question(words) => write!(f, "“{words}” stands before what the interviewer says."),
            Self::Repeats(name) => write!(f, "{name} says the same words elsewhere in the article."),
            Self::Marked => write!(f, "You marked this as speech."),
            Self::Corrected => write!(f, "You said who says this."),
            Self::Follows => write!(f, "This follows from your correction."),
        }
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unclear => write!(f, "but it is not clear who that is"),
            Self::Named(name) | Self::Part(name) => write!(f, "that is {name}"),
            Self::Called(name) => write!(f, "so the article calls {name}"),
            Self::Back { name, paragraphs: 0 } => write!(f, "this paragraph names {name}"),
            Self::Back { name, paragraphs: 1 } => write!(f, "the paragraph before names {name}"),
            Self::Back { name, paragraphs } => write!(f, "{paragraphs} paragraphs before, the article names {name}"),
        }
    }
}
