//! Which keys lead to which command: the usual ones, but for those that the reader chose in their settings.

use std::{collections::BTreeMap, sync::Arc};

use egui::{Context, Id, KeyboardShortcut};

use super::{
    super::language::message,
    Command,
    keys::{read, text_of},
};

/// The keys of every command.
#[derive(Clone, Debug, PartialEq)]
pub struct Keymap {
    /// In the order of the table; the first keys of a command are the ones that are shown.
    keys: Vec<(Command, Vec<KeyboardShortcut>)>,
}

/// What is wrong with the keys that a reader chose for what they call a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub command: String,
    pub problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No command has that name.
    NoCommand(String),
    /// That names no keys.
    NoKeys(String),
    /// The keys were given to another command before.
    Given(String, Command),
}

impl Problem {
    /// What is wrong, without a full stop.
    pub fn words(&self) -> String {
        match self {
            Self::NoCommand(name) => message!("keys-no-command", name = name.as_str()),
            Self::NoKeys(keys) => message!("keys-none", keys = keys.as_str()),
            Self::Given(keys, other) => message!("keys-given", keys = keys.as_str(), name = other.name()),
        }
    }
}

impl Default for Keymap {
    fn default() -> Self {
        let usual = |command: Command| [command.shortcut(), command.other_shortcut()].into_iter().flatten().collect();
        Self { keys: Command::ALL.into_iter().map(|command| (command, usual(command))).collect() }
    }
}

impl Keymap {
    /// The usual keys, changed as the reader wants: names of commands with keys as text, or with nothing for none.
    /// Keys that belonged to another command are taken from it. What is wrong changes nothing.
    pub fn with(chosen: &BTreeMap<String, String>) -> (Self, Vec<Mistake>) {
        let mut keymap = Self::default();
        let mut mistakes = Vec::new();
        let mut taken: Vec<(KeyboardShortcut, Command)> = Vec::new();
        for (name, keys) in chosen {
            let mut wrong = |problem| mistakes.push(Mistake { command: name.clone(), problem });
            let Some(command) = Command::of_name(name) else {
                wrong(Problem::NoCommand(name.clone()));
                continue;
            };
            if keys.trim().is_empty() {
                keymap.set(command, Vec::new());
                continue;
            }
            let Some(shortcut) = read(keys) else {
                wrong(Problem::NoKeys(keys.clone()));
                continue;
            };
            if let Some((_, other)) = taken.iter().find(|(other, _)| *other == shortcut) {
                wrong(Problem::Given(keys.clone(), *other));
                continue;
            }
            taken.push((shortcut, command));
            for (_, others) in &mut keymap.keys {
                others.retain(|other| *other != shortcut);
            }
            keymap.set(command, vec![shortcut]);
        }
        (keymap, mistakes)
    }

    /// The keymap of this window.
    pub fn of(context: &Context) -> Arc<Self> {
        context.data(|data| data.get_temp(Id::NULL)).unwrap_or_default()
    }

    /// Makes this the keymap of the window.
    pub fn install(self, context: &Context) {
        context.data_mut(|data| data.insert_temp(Id::NULL, Arc::new(self)));
    }

    /// Every pair of keys and command.
    pub fn all(&self) -> impl Iterator<Item = (Command, KeyboardShortcut)> {
        self.keys.iter().flat_map(|(command, keys)| keys.iter().map(|keys| (*command, *keys)))
    }

    /// The keys of a command as text; empty where there are none.
    pub fn text(&self, command: Command) -> String {
        let keys = self.keys.iter().find(|(other, _)| *other == command);
        keys.and_then(|(_, keys)| keys.first()).copied().map(text_of).unwrap_or_default()
    }

    /// Every command with its keys and help, one a line, with tabs between.
    pub fn table(&self) -> String {
        let line = |command: Command| format!("{}\t{}\t{}\n", command.name(), self.text(command), command.help());
        Command::ALL.into_iter().map(line).collect()
    }

    fn set(&mut self, command: Command, shortcuts: Vec<KeyboardShortcut>) {
        if let Some((_, keys)) = self.keys.iter_mut().find(|(other, _)| *other == command) {
            *keys = shortcuts;
        }
    }
}

impl Command {
    /// The keys of this command in a window, as text; empty where it has none.
    pub fn keys(self, context: &Context) -> String {
        Keymap::of(context).text(self)
    }

    /// The command of that name, whatever its case; a dialog's “…” may be left away.
    fn of_name(name: &str) -> Option<Self> {
        let plain = |name: &str| name.trim().trim_end_matches(['…', '.']).to_lowercase();
        Self::ALL.into_iter().find(|command| plain(command.name()) == plain(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(chosen: &[(&str, &str)], expected: &[(Command, &str)], problems: &[&str]) {
        let chosen = chosen.iter().map(|(name, keys)| ((*name).to_owned(), (*keys).to_owned())).collect();
        let (keymap, mistakes) = Keymap::with(&chosen);
        for (command, keys) in expected.iter().filter(|_| !cfg!(target_os = "macos")) {
            assert_eq!(keymap.text(*command), *keys, "{command:?}");
        }
        assert_eq!(mistakes.iter().map(|mistake| mistake.problem.words()).collect::<Vec<_>>(), problems);
    }

    #[test]
    fn chosen_keys_take_the_place_of_the_usual_ones() {
        check(&[("Next note", "alt+down")], &[(Command::NextAnnotation, "Alt+Down")], &[]);
        check(&[("export", "F5"), ("Quit", "")], &[(Command::Export, "F5"), (Command::Quit, "")], &[]);
        check(&[("Help", "T")], &[(Command::Help, "T"), (Command::Tag, "")], &[]);
        check(&[("Help", "T"), ("Tag", "F1")], &[(Command::Help, "T"), (Command::Tag, "F1")], &[]);
    }

    #[test]
    fn what_is_wrong_is_told_and_changes_nothing() {
        check(
            &[("Nex note", "."), ("Help", "Ctrl+Foo"), ("Undo", "F5"), ("Redo", "f5")],
            &[(Command::Help, "F1"), (Command::Undo, "Ctrl+Z"), (Command::Redo, "F5")],
            &[
                "“Ctrl+Foo” names no keys; write them like “Ctrl+Shift+N”, “F5” or “Page down”",
                "no command is called “Nex note”; F1 shows their names",
                "“F5” was given to “Redo” already",
            ],
        );
    }
}
