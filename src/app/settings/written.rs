//! The settings as a person may have written them: each field is read by itself, so that one that is wrong leaves the
//! others as they are.

use std::{collections::BTreeMap, fmt};

use ron::{error::SpannedError, value::RawValue};
use serde::{
    Deserialize,
    de::{DeserializeOwned, MapAccess, Visitor},
};

use super::{
    Settings,
    mistake::{Mistake, Problem, Wanted},
    recover,
};
use crate::{
    app::{command::Keymap, kept_file::Understood},
    excerpt::shortened,
};

/// So many characters of a value are shown in a sentence.
const SHOWN: usize = 40;

/// Reads the text of the settings file. It fails as a whole only where no field can be made out.
pub(super) fn understand(text: &str) -> Result<Understood<Settings>, SpannedError> {
    let mut written = Written { text, mistakes: Vec::new(), loses: false };
    let (fields, broken) = match ron::from_str::<Pairs<'_, &str>>(text) {
        Ok(Pairs(pairs)) => (pairs.into_iter().map(|(name, value)| (name, value.trim().get_ron())).collect(), None),
        Err(error) => (recover::fields(text), Some(error)),
    };
    if let Some(error) = broken.clone().filter(|_| fields.is_empty()) {
        return Err(error);
    }
    let mut settings = Settings::default();
    for (name, value) in fields {
        match name {
            "language" => written.take(&mut settings.language, name, value),
            "theme" => written.take(&mut settings.theme, name, value),
            "text_size" => written.take(&mut settings.text_size, name, value),
            "window_size" => written.take(&mut settings.window_size, name, value),
            "face" => written.take(&mut settings.face, name, value),
            "family" => written.take(&mut settings.family, name, value),
            "line_length" => written.take(&mut settings.line_length, name, value),
            "line_height" => written.take(&mut settings.line_height, name, value),
            "justified" => written.take(&mut settings.justified, name, value),
            "focus" => written.take(&mut settings.focus, name, value),
            "motion" => written.take(&mut settings.motion, name, value),
            "left_open" => written.take(&mut settings.left_open, name, value),
            "right_open" => written.take(&mut settings.right_open, name, value),
            "left_width" => written.take(&mut settings.left_width, name, value),
            "right_width" => written.take(&mut settings.right_width, name, value),
            "author" => written.take(&mut settings.author, name, value),
            "shortcuts" => written.take_shortcuts(&mut settings.shortcuts, value),
            _ => written.lose(name, Problem::NoSetting(name.to_owned())),
        }
    }
    // Where no field is to blame, something between them is.
    if let Some(error) = broken.filter(|_| written.mistakes.is_empty()) {
        written.loses = true;
        written.say_at(error.span.end.line, error.span.end.col, Problem::Broken);
    }
    // In the order in which a reader finds them, whichever field is read first.
    written.mistakes.sort_by_key(|mistake| (mistake.line, mistake.column));
    Ok(Understood { value: settings, mistakes: written.mistakes, loses: written.loses })
}

/// The text being read and what is wrong in it.
struct Written<'a> {
    text: &'a str,
    mistakes: Vec<Mistake>,
    /// Whether something in the text cannot be kept.
    loses: bool,
}

impl Written<'_> {
    fn take<T: DeserializeOwned>(&mut self, place: &mut T, setting: &str, value: &str) {
        match ron::from_str(value) {
            Ok(read) => *place = read,
            Err(_) => {
                let (setting, written) = (setting.to_owned(), shortened(value, SHOWN));
                self.lose(value, Problem::Value { setting, written, wanted: wanted::<T>() });
            }
        }
    }

    /// Reads keys for commands. Those that are wrong are kept as they are, and do nothing.
    fn take_shortcuts(&mut self, place: &mut BTreeMap<String, String>, value: &str) {
        let Pairs(entries) = match ron::from_str::<Pairs<'_, &RawValue, true>>(value) {
            Ok(entries) => entries,
            Err(error) => {
                let (line, column) = place_of(self.text, value);
                let inside = error.span.start;
                let column = if inside.line == 1 { column + inside.col - 1 } else { inside.col };
                self.loses = true;
                return self.say_at(line + inside.line - 1, column, Problem::Shortcuts);
            }
        };
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        for (name, keys) in entries {
            let (name, keys) = (name.trim().get_ron(), keys.trim().get_ron());
            let (mut command, mut shortcut) = (String::new(), String::new());
            self.take(&mut command, "shortcuts", name);
            self.take(&mut shortcut, "shortcuts", keys);
            if place.insert(command.clone(), shortcut).is_some() {
                self.lose(name, Problem::Twice(command.clone()));
            }
            names.insert(command, name);
        }
        for mistake in Keymap::with(place).1 {
            let at = names.get(&mistake.command).copied().unwrap_or(value);
            self.say(at, Problem::Keys(mistake.problem));
        }
    }

    /// Says what is wrong at a part of the text that cannot be kept.
    fn lose(&mut self, part: &str, problem: Problem) {
        self.loses = true;
        self.say(part, problem);
    }

    fn say(&mut self, part: &str, problem: Problem) {
        let (line, column) = place_of(self.text, part);
        self.say_at(line, column, problem);
    }

    fn say_at(&mut self, line: usize, column: usize, problem: Problem) {
        self.mistakes.push(Mistake { line, column, problem });
    }
}

/// What a value may be: the reader of RON says so when it meets something that is nothing.
fn wanted<T: DeserializeOwned>() -> Wanted {
    match ron::from_str::<T>("none_of_them").map_err(|error| error.code) {
        Err(ron::Error::NoSuchEnumVariant { expected, .. }) => Wanted::OneOf(expected),
        Err(ron::Error::ExpectedFloat | ron::Error::ExpectedInteger) => Wanted::Number,
        Err(ron::Error::ExpectedBoolean) => Wanted::Switch,
        Err(ron::Error::ExpectedString) => Wanted::Words,
        _ => Wanted::Other,
    }
}

/// The line and column, counted from 1, at which a part of a text begins.
fn place_of(text: &str, part: &str) -> (usize, usize) {
    let at = part.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// The names and values of a struct, or the keys and values of a map, each as it is written.
struct Pairs<'a, Name, const MAP: bool = false>(Vec<(Name, &'a RawValue)>);

impl<'de, Name: Deserialize<'de>, const MAP: bool> Deserialize<'de> for Pairs<'de, Name, MAP> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = PairsVisitor(std::marker::PhantomData);
        let pairs = if MAP {
            deserializer.deserialize_map(visitor)
        } else {
            deserializer.deserialize_struct("Settings", &[], visitor)
        };
        pairs.map(Self)
    }
}

struct PairsVisitor<Name>(std::marker::PhantomData<Name>);

impl<'de, Name: Deserialize<'de>> Visitor<'de> for PairsVisitor<Name> {
    type Value = Vec<(Name, &'de RawValue)>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("names with values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::theme::ThemeName;

    #[track_caller]
    fn check(text: &str, expected: Settings, mistakes: &[&str], loses: bool) {
        let understood = understand(text).unwrap();
        assert_eq!(understood.value, expected);
        let expected: Vec<String> = mistakes.iter().map(|mistake| format!("settings.ron, {mistake}.")).collect();
        let mistakes: Vec<String> = understood.mistakes.iter().map(Mistake::sentence).collect();
        assert_eq!((mistakes, understood.loses), (expected, loses));
    }

    fn shortcuts(pairs: &[(&str, &str)]) -> Settings {
        let pairs = pairs.iter().map(|(name, keys)| ((*name).to_owned(), (*keys).to_owned()));
        Settings { shortcuts: pairs.collect(), theme: ThemeName::Dark, ..Settings::default() }
    }

    #[test]
    fn a_wrong_field_leaves_the_others() {
        let dark = Settings { theme: ThemeName::Dark, ..Settings::default() };
        check("(theme: dark)", dark.clone(), &[], false);
        check(
            "(\n    text_size: \"big\",\n    theme: dark,\n)",
            dark.clone(),
            &["line 2, column 16: “text_size” cannot be “\"big\"”, only a number; the usual value is used"],
            true,
        );
        check(
            "(language: \"zh\",\n theme: dark, focus: Line)",
            dark.clone(),
            &[
                "line 1, column 12: “language” cannot be “\"zh\"”, only one of: system, english, chinese; the usual value is used",
                "line 2, column 22: “focus” cannot be “Line”, only one of: off, paragraph, line; the usual value is used",
            ],
            true,
        );
        check(
            "(text_size: 20.0 x, theme: dark,\n author: Zoe)",
            dark.clone(),
            &[
                "line 1, column 13: “text_size” cannot be “20.0 x”, only a number; the usual value is used",
                "line 2, column 10: “author” cannot be “Zoe”, only text in quotation marks; the usual value is used",
            ],
            true,
        );
        check("(theme: dark, // nightly\n them: light)", dark, &["line 2, column 2: there is no setting “them”"], true);
    }

    #[test]
    fn wrong_shortcuts_are_told_with_their_place_and_kept() {
        check("(shortcuts: {\"Help\": \"F2\"}, theme: dark)", shortcuts(&[("Help", "F2")]), &[], false);
        check(
            "(\n    theme: dark,\n    shortcuts: {\n        \"Help\": \"F2\",\n        \"Hellp\": \"F3\",\n    },\n)",
            shortcuts(&[("Help", "F2"), ("Hellp", "F3")]),
            &["line 5, column 9: no command is called “Hellp”; F1 shows their names"],
            false,
        );
    }

    #[test]
    fn mistakes_come_in_the_order_of_their_places() {
        let dark = Settings { theme: ThemeName::Dark, ..Settings::default() };
        let shortcuts = BTreeMap::from([("Find", "F2"), ("Open", "F2"), ("Alpha", "F9"), ("Zeta", "F9")]);
        let shortcuts = shortcuts.into_iter().map(|(name, keys)| (name.to_owned(), keys.to_owned())).collect();
        check(
            "(shortcuts: {\n\"Zeta\": \"F9\",\n\"Alpha\": \"F9\",\n\"Open\": \"F2\", \"Find\": \"F2\"},\n justified: 1, theme: dark)",
            Settings { shortcuts, ..dark },
            &[
                "line 2, column 1: no command is called “Zeta”; F1 shows their names",
                "line 3, column 1: no command is called “Alpha”; F1 shows their names",
                "line 4, column 1: “F2” was given to “Find” already",
                "line 5, column 13: “justified” cannot be “1”, only true or false; the usual value is used",
            ],
            true,
        );
    }

    #[test]
    fn brackets_and_commas_that_do_not_fit_leave_the_other_fields() {
        let dark = Settings { theme: ThemeName::Dark, ..Settings::default() };
        let said = [
            "line 3, column 24: what “shortcuts” holds cannot be read here; check its commas, colons and quotation marks. The usual shortcuts are used",
        ];
        check("(\n    theme: dark,\n    shortcuts: {\"Help\" \"F2\"},\n)", dark.clone(), &said, true);
        let said = ["line 1, column 13: a comma, a bracket or a quotation mark is missing; the other settings count"];
        check("(theme: dark", dark, &said, true);
        assert!(understand("oh no").is_err());
    }
}
