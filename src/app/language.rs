//! The words of the window in the reader's language: messages in Fluent, one file a language in `assets/languages`.
//!
//! In: a message's key and what it speaks of. Out: a sentence. Never: what other programs read, such as the command
//! line's answers and the names of commands in `settings.ron`; those stay English.

mod catalogue;
mod colour;
mod edit;
mod expression;
mod filter;
mod number;
mod reason;
mod refusal;
mod ron;
mod sidecar;
mod taken;
mod trouble;

use std::cell::Cell;

use fluent_bundle::FluentValue;
use serde::{Deserialize, Serialize};

use catalogue::Catalogue;
pub use colour::colour;
pub use edit::{done, edit, ruled};
pub use expression::no_expression;
pub use filter::filter_error;
pub use number::{number, share};
pub use reason::{reason, unclear};
pub use refusal::refusal;
pub use ron::ron_error;
pub use sidecar::{sidecar_error, sidecar_warning, sidecar_warnings, why_read_only};
pub use taken::taken;
pub use trouble::{export_error, format_name, open_error, open_warning};

/// The language that a reader wants the window to speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// As the system does, English where it speaks none of ours.
    #[default]
    System,
    English,
    Chinese,
}

/// A language that the window speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spoken {
    #[default]
    English,
    Chinese,
}

impl Language {
    pub const ALL: [Self; 3] = [Self::System, Self::English, Self::Chinese];

    /// What the language calls itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => plain("language-system"),
            Self::English => "English",
            Self::Chinese => "简体中文",
        }
    }

    /// The language to speak where the system speaks another.
    pub fn spoken(self, system: Spoken) -> Spoken {
        match self {
            Self::System => system,
            Self::English => Spoken::English,
            Self::Chinese => Spoken::Chinese,
        }
    }
}

impl Spoken {
    /// The language of the system.
    pub fn of_system() -> Self {
        Self::of_locale(&sys_locale::get_locale().unwrap_or_default())
    }

    /// The language of the window that this thread draws.
    pub fn now() -> Self {
        SPOKEN.get()
    }

    fn of_locale(locale: &str) -> Self {
        if locale.to_lowercase().starts_with("zh") { Self::Chinese } else { Self::English }
    }
}

thread_local! {
    /// The language of the window that this thread draws.
    static SPOKEN: Cell<Spoken> = const { Cell::new(Spoken::English) };
}

/// From now on the messages of this thread are in this language; whether they were in another.
pub fn speak(spoken: Spoken) -> bool {
    SPOKEN.replace(spoken) != spoken
}

/// A message that speaks of nothing in particular.
pub fn plain(key: &'static str) -> &'static str {
    Catalogue::of(SPOKEN.get()).plain(key)
}

/// The same in a language of its own.
pub fn plain_in(spoken: Spoken, key: &'static str) -> &'static str {
    Catalogue::of(spoken).plain(key)
}

/// A message with what it speaks of.
pub fn filled(key: &'static str, about: &[(&'static str, FluentValue<'_>)]) -> String {
    Catalogue::of(SPOKEN.get()).filled(key, about)
}

/// A message of the window: `message!("notes")`, `message!("saved", time = at)`.
macro_rules! message {
    ($key:literal) => {
        $crate::app::language::plain($key)
    };
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::app::language::filled($key, &[$((stringify!($name), $value.into())),+])
    };
}
pub(crate) use message;

/// Words as they stand between quotation marks: those within are single, so that none come twice.
pub fn inner(words: &str) -> String {
    let words = words.trim();
    let words = words.strip_prefix('"').map_or_else(|| words.to_owned(), |rest| format!("‘{rest}"));
    let single = |letter| match letter {
        '“' | '„' | '「' => '‘',
        '”' | '"' | '」' => '’',
        other => other,
    };
    words.chars().map(single).collect()
}

#[cfg(test)]
mod tests;
