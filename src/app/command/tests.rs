use std::collections::HashSet;

use egui::{Event, Key, Modifiers};

use super::*;

/// What the keys give in a window with nothing in it, and the events that are left.
fn press(events: Vec<Event>) -> (Vec<Command>, Vec<Event>) {
    frame(&egui::Context::default(), events)
}

fn frame(context: &egui::Context, events: Vec<Event>) -> (Vec<Command>, Vec<Event>) {
    let (mut commands, mut left) = (Vec::new(), Vec::new());
    let input = egui::RawInput { events, ..egui::RawInput::default() };
    context
        .run_ui(input, |ui| {
            while let Some(command) = pressed(ui.ctx()) {
                commands.push(command);
            }
            left = ui.input(|input| input.events.clone());
        })
        .textures_delta
        .clear();
    (commands, left)
}

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

#[test]
fn every_command_is_in_the_table_once() {
    let all: HashSet<_> = Command::ALL.into_iter().collect();
    assert_eq!(all.len(), Command::ALL.len());
    let names: HashSet<_> = Command::ALL.into_iter().map(Command::name).collect();
    assert_eq!(names.len(), Command::ALL.len());
    assert!(Colour::ALL.into_iter().all(|colour| all.contains(&Command::Highlight(colour))));
    assert!(ThemeName::ALL.into_iter().all(|theme| all.contains(&Command::Theme(theme))));
}

#[test]
fn the_table_goes_through_the_groups_in_their_order() {
    let by_group: Vec<Command> = Group::ALL.into_iter().flat_map(Group::commands).collect();
    assert_eq!(by_group, Command::ALL);
}

#[test]
fn no_two_commands_share_keys() {
    let mut seen = HashSet::new();
    for command in Command::ALL {
        for keys in [command.shortcut(), command.other_shortcut()].into_iter().flatten() {
            assert!(seen.insert(keys), "{command:?} has the keys of another: {keys:?}");
        }
    }
}

#[test]
fn words_keep_the_manner_of_the_window() {
    for command in Command::ALL {
        for words in [command.name(), command.help()] {
            assert!(words.starts_with(char::is_uppercase), "{words}");
            assert!(!words.ends_with('.') && !words.contains('!') && words.trim() == words, "{words}");
            let inner = words.split_whitespace().skip(1);
            assert!(
                inner.into_iter().all(|word| word == "Quotemark" || word.chars().all(|letter| !letter.is_uppercase())),
                "not sentence case: {words}"
            );
        }
        assert!(command.help().chars().count() <= 72, "{}", command.help());
    }
}

#[test]
fn the_table_has_three_columns() {
    let table = table();
    assert_eq!(table.lines().count(), Command::ALL.len());
    assert!(table.lines().all(|line| line.split('\t').count() == 3));
    if !cfg!(target_os = "macos") {
        assert!(table.contains("Redo\tCtrl+Shift+Z\t"), "{table}");
        assert!(table.contains("Next note\t.\t"), "{table}");
    }
}

#[test]
fn every_shortcut_leads_to_its_command() {
    for command in Command::ALL {
        for keys in [command.shortcut(), command.other_shortcut()].into_iter().flatten() {
            // A keyboard tells both Ctrl and the command key of the platform.
            let held = Modifiers { ctrl: keys.modifiers.command, ..keys.modifiers };
            assert_eq!(press(vec![key(keys.logical_key, held)]).0, [command], "{keys:?}");
        }
    }
}

#[test]
fn the_letter_of_a_plain_key_does_not_reach_a_field() {
    let (commands, left) = press(vec![key(Key::N, Modifiers::NONE), Event::Text("n".to_owned())]);
    assert_eq!((commands, left), (vec![Command::Note], vec![]));
}

#[test]
fn holding_a_key_repeats_steps_and_nothing_else() {
    // egui itself sees that a key pressed again was never let go.
    let context = egui::Context::default();
    let both = || vec![key(Key::J, Modifiers::NONE), key(Key::Delete, Modifiers::NONE)];
    assert_eq!(frame(&context, both()).0, [Command::NextQuotation, Command::DeleteAnnotation]);
    assert_eq!(frame(&context, both()), (vec![Command::NextQuotation], vec![]));
}

#[test]
fn the_systems_copy_is_a_command() {
    assert_eq!(press(vec![Event::Copy]).0, [Command::Copy]);
}

#[test]
fn letters_belong_to_a_field_that_has_the_focus() {
    let context = egui::Context::default();
    let mut words = String::new();
    let mut frame = |events: Vec<Event>| {
        let mut commands = Vec::new();
        let input = egui::RawInput { events, ..egui::RawInput::default() };
        context
            .run_ui(input, |ui| {
                while let Some(command) = pressed(ui.ctx()) {
                    commands.push(command);
                }
                ui.text_edit_singleline(&mut words).request_focus();
            })
            .textures_delta
            .clear();
        commands
    };
    frame(vec![]);
    assert_eq!(frame(vec![key(Key::T, Modifiers::NONE), Event::Text("t".to_owned())]), []);
    let control = Modifiers::COMMAND.plus(Modifiers::CTRL);
    assert_eq!(frame(vec![key(Key::A, control), key(Key::B, control)]), [Command::SpeakersPanel]);
    assert_eq!(words, "t");
}
