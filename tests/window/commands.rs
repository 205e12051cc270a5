//! Every command, done from the keyboard alone; those that change notes are undone again. No control is without a name in
//! any state of the window that a command leads to.

use egui::{OutputCommand, ViewportCommand, ViewportId};
use quotemark::{app::command::Command, notes::Colour};

use super::{length::long_article, *};

const CONTROL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;

/// What a reader does before or after a command.
enum Step {
    Key(Modifiers, Key),
    Type(&'static str),
    See(&'static str),
}

/// How a reader tells that a command was done.
enum Sign {
    Shows(&'static str),
    /// Something is called just this.
    Says(&'static str),
    Hides(&'static str),
    /// Something with this name has the keyboard.
    Focuses(&'static str),
    /// The settings are kept so.
    Set(&'static str),
    /// The notes read otherwise.
    Changes,
    Copies,
    Asks(ViewportCommand),
}

use Sign::{Asks, Changes, Copies, Focuses, Hides, Says, Set, Shows};
use Step::{See, Type};

fn key(key: Key) -> Step {
    Step::Key(NONE, key)
}

/// The sentence at the caret, highlighted and let go of.
fn highlighted() -> Vec<Step> {
    vec![key(Key::E), key(Key::Num1), key(Key::Escape)]
}

/// The sentence at the caret with a tag, let go of.
fn tagged() -> Vec<Step> {
    vec![key(Key::E), key(Key::T), Type("claim"), key(Key::Enter), key(Key::Escape)]
}

/// What comes before a command, what after it, and by what it is known to be done.
fn script(command: Command) -> (Vec<Step>, Vec<Step>, Sign) {
    let down = || Step::Key(CONTROL, Key::ArrowDown);
    let end = || vec![down(), down(), down(), down()];
    let find = || vec![Step::Key(CONTROL, Key::F), Type("ferry"), See("1 of 3")];
    let speaker = || key(Key::S);
    match command {
        Command::Open => (vec![], vec![], Shows("No file dialog could be opened here")),
        Command::OpenSample => (vec![], vec![See("A town argues with the tide")], Shows("Close The ferry waits")),
        Command::PathField => (vec![], vec![], Focuses("Path of an article")),
        Command::NewWindow | Command::OpenInNewWindow => (vec![], vec![], Shows("Another window could not be opened")),
        Command::CloseTab => (vec![], vec![], Shows("Drop an article here")),
        Command::NextTab | Command::PreviousTab => (vec![], vec![], Shows("The ferry sails")),
        Command::GoToTab => (vec![], vec![], Focuses("Find a tab")),
        Command::Export => (vec![], vec![], Focuses("File to write")),
        Command::Copy => (vec![key(Key::E)], vec![], Copies),
        Command::SelectAll | Command::SelectSentence => (vec![], vec![], Shows("words selected")),
        Command::ClearSelection => (vec![key(Key::E)], vec![], Hides("words selected")),
        Command::Highlight(_) => (vec![], vec![key(Key::Escape)], Changes),
        Command::Note | Command::NoteOnParagraph | Command::NoteOnArticle => {
            (vec![], vec![Type("why"), key(Key::Escape), Step::Key(CONTROL, Key::Z)], Changes)
        }
        Command::Tag => (vec![], vec![Type("claim"), key(Key::Enter)], Changes),
        Command::MoveStart => (vec![key(Key::E), key(Key::Num1)], vec![key(Key::ArrowRight)], Changes),
        Command::MoveEnd => (vec![key(Key::E), key(Key::Num1)], vec![key(Key::ArrowLeft)], Changes),
        Command::LinkTo => {
            let other = vec![key(Key::P), Type("why"), key(Key::Escape), key(Key::Escape)];
            (other.into_iter().chain([key(Key::E), key(Key::Num1)]).collect(), vec![key(Key::Enter)], Changes)
        }
        Command::MarkEverywhere => {
            (vec![key(Key::E)], vec![See("Marked these words; they stand nowhere else")], Changes)
        }
        Command::DeleteAnnotation => (vec![key(Key::E), key(Key::Num1)], vec![], Changes),
        Command::CopyNote => (vec![key(Key::Period)], vec![], Changes),
        Command::NextOwnLayer => (vec![], vec![], Shows("Your layer questions, 1 note")),
        Command::ClaimLayer => {
            let zoes = vec![key(Key::Home), key(Key::Period), key(Key::Period)];
            (zoes, vec![], Shows("Your layer zoe, 1 note"))
        }
        Command::TagsTogether => (tagged(), vec![], Shows("No note carries two tags yet.")),
        Command::ExportTags => (tagged(), vec![], Focuses("File of tags")),
        Command::ImportTags => (vec![], vec![], Focuses("File of tags")),
        Command::CorrectSpeaker => (vec![key(Key::J)], vec![Type("Jon Weir"), key(Key::Enter)], Changes),
        Command::SamePerson => (vec![key(Key::J)], vec![Type("Jon Weir"), key(Key::Enter)], Changes),
        Command::NotSpeech => (vec![key(Key::J)], vec![], Changes),
        Command::Undo => (highlighted(), vec![], Changes),
        Command::Redo => {
            let undone = [highlighted(), vec![Step::Key(CONTROL, Key::Z)]].into_iter().flatten();
            (undone.collect(), vec![], Changes)
        }
        Command::Find => (vec![], vec![], Focuses("Find in the text")),
        Command::NextResult => (find(), vec![], Says("2 of 3")),
        Command::PreviousResult => (find(), vec![], Says("3 of 3")),
        Command::Filter => (vec![], vec![], Focuses("Filter notes")),
        Command::NextAnnotation => (highlighted(), vec![], Shows("Delete this note")),
        Command::PreviousAnnotation => {
            (highlighted().into_iter().chain(end()).collect(), vec![], Shows("Delete this note"))
        }
        Command::NextQuotation => (vec![], vec![speaker()], Shows("Who says this?")),
        Command::PreviousQuotation => (end(), vec![speaker()], Shows("Who says this?")),
        Command::NextOfSpeaker | Command::PreviousOfSpeaker | Command::OnlySpeaker => {
            (vec![key(Key::J)], vec![], Shows("Listen to everyone"))
        }
        Command::StopListening => {
            (vec![See("Looking for speakers…")], vec![], Shows("Stopped looking for speakers at"))
        }
        Command::Listen => {
            let stop = Step::Key(CONTROL, Key::K);
            let stopped = See("The speakers are not known: looking for them was stopped.");
            (vec![stop, Type("Stop looking"), key(Key::Enter), stopped], vec![], Shows(" % of the words"))
        }
        Command::Outline => (vec![], vec![], Focuses("Go to The ferry waits")),
        // Back at the title, no quotation can be asked about.
        Command::Back => (vec![key(Key::J)], vec![speaker()], Hides("Who says this?")),
        Command::Forward => {
            (vec![key(Key::J), Step::Key(Modifiers::ALT, Key::ArrowLeft)], vec![speaker()], Shows("Who says this?"))
        }
        Command::FocusParagraph => (vec![], vec![], Set("focus: paragraph")),
        Command::FocusLine => (vec![], vec![], Set("focus: line")),
        Command::FullScreen => (vec![], vec![], Asks(ViewportCommand::Fullscreen(true))),
        // No program has this name.
        Command::ReadAloud => (vec![], vec![], Shows("No voice could be had")),
        Command::LargerText => (vec![], vec![], Set("text_size: 20")),
        Command::SmallerText => (vec![], vec![], Set("text_size: 16")),
        Command::NormalText => (vec![Step::Key(CONTROL, Key::Plus)], vec![], Set("text_size: 18")),
        Command::NextTheme => (vec![], vec![], Set("theme: sepia")),
        // Of the five themes each is set from another one.
        Command::Theme(_) => {
            let next = Step::Key(CONTROL | Modifiers::SHIFT, Key::D);
            let theme = match command.name() {
                "Theme of the system" => "theme: system",
                "Light theme" => "theme: light",
                "Sepia theme" => return (vec![], vec![], Set("theme: sepia")),
                "Dark theme" => "theme: dark",
                _ => "theme: contrast",
            };
            (vec![next], vec![], Set(theme))
        }
        Command::OtherFace => (vec![], vec![], Set("face: sans")),
        Command::SpeakersPanel => (vec![], vec![], Hides("Tags you give to passages")),
        Command::NotesPanel => (vec![], vec![], Hides("Select words and press 1")),
        Command::Leftovers => (vec![], vec![], Shows("· Hide")),
        Command::YourName | Command::Settings => (vec![], vec![], Focuses("Your name")),
        Command::Palette => (vec![], vec![], Focuses("Command")),
        Command::Help => (vec![], vec![], Shows("What you can do, and the keys for it")),
        Command::Quit => (vec![], vec![], Asks(ViewportCommand::Close)),
    }
}

impl Desk {
    /// A window ready for a command: with a second tab, another reader's notes, or what a web page left, where it needs
    /// them.
    fn ready_for(command: Command) -> Self {
        match command {
            Command::CopyNote => return layers::with_layers(),
            Command::NextOwnLayer | Command::ClaimLayer => return layers::of_mara(),
            _ => {}
        }
        let mut desk = Self::empty();
        if command == Command::Leftovers {
            fs::write(desk.article(), format!("News > World > Islands\n\n{ARTICLE}")).unwrap();
        }
        let is_long = matches!(command, Command::StopListening | Command::Listen);
        if is_long {
            fs::write(desk.article(), long_article()).unwrap();
        }
        let mut files = vec![desk.article()];
        if matches!(command, Command::NextTab | Command::PreviousTab) {
            let second = desk.folder.path().join("second.txt");
            fs::write(&second, ARTICLE.replace("The ferry waits", "The ferry sails")).unwrap();
            files.push(second);
        }
        desk.harness = window(desk.folder.path(), files);
        desk.wait_for("The ferry waits");
        if !is_long {
            desk.wait_for_part("Ada Brandt: “We wait");
        }
        desk
    }

    fn does(&mut self, step: Step) {
        match step {
            Step::Key(modifiers, key) => self.key_with(modifiers, key),
            Type(text) => self.type_text(text),
            See(name) => self.wait_for(name),
        }
    }

    /// Runs a command by its keys, or by its name in the palette; what the window asked of the system with that.
    fn run(&mut self, command: Command, by_palette: bool) -> egui::FullOutput {
        let keys = command.shortcut().filter(|_| !by_palette);
        let (modifiers, key) = keys.map_or((NONE, Key::Enter), |keys| (keys.modifiers, keys.logical_key));
        if keys.is_none() {
            self.key_with(CONTROL, Key::K);
            self.type_text(command.name());
        }
        let event = |pressed| egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.harness.event(event(true));
        self.harness.step();
        let output = self.harness.output().clone();
        self.harness.event(event(false));
        self.steps();
        output
    }

    fn has_focus(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).any(|node| node.accesskit_node().is_focused())
    }

    /// What a reader sees of their notes: cards, tags, speakers.
    fn notes(&self) -> Vec<String> {
        let parts = ["Go to “", "Go to the ", "Tag ", "% of the words", "note", "No quotation", "Nobody is quoted"];
        let all = parts.into_iter().flat_map(|part| self.harness.query_all_by_label_contains(part));
        let labels = all.filter_map(|node| node.accesskit_node().label());
        labels.filter(|label| parts[..4].iter().any(|part| label.contains(part)) || label.contains("quoted")).collect()
    }
}

fn check(command: Command, by_palette: bool) {
    let mut desk = Desk::ready_for(command);
    let (before, after, sign) = script(command);
    before.into_iter().for_each(|step| desk.does(step));
    let notes = desk.notes();
    let output = desk.run(command, by_palette);
    desk.harness.check_accessibility();
    after.into_iter().for_each(|step| desk.does(step));
    desk.harness.check_accessibility();
    let commands = &output.viewport_output[&ViewportId::ROOT].commands;
    let settings = desk.folder.path().join("home").join("settings.ron");
    match sign {
        Shows(part) => desk.wait(part, |harness| harness.query_all_by_label_contains(part).next().is_some()),
        Says(name) => desk.wait_for(name),
        Hides(part) => assert!(!desk.shows(part), "{command:?} leaves “{part}”"),
        Focuses(name) => assert!(desk.has_focus(name), "{command:?} gives the keyboard not to “{name}”"),
        Set(part) => desk.wait(part, |_| fs::read_to_string(&settings).is_ok_and(|text| text.contains(part))),
        Copies => {
            let is_copy = |command: &OutputCommand| matches!(command, OutputCommand::CopyText(_));
            assert!(output.platform_output.commands.iter().any(is_copy));
        }
        Asks(wanted) => assert!(commands.contains(&wanted), "{command:?} asks for {commands:?}"),
        Changes => {
            desk.key(Key::Escape);
            assert_ne!(desk.notes(), notes, "{command:?} changes nothing");
            if command == Command::Undo {
                desk.key_with(CONTROL | Modifiers::SHIFT, Key::Z);
            } else {
                desk.key_with(CONTROL, Key::Z);
            }
            assert_eq!(desk.notes(), notes, "{command:?} is not undone");
        }
    }
}

#[test]
fn every_command_is_run_from_the_keyboard_alone_and_its_changes_are_undone() {
    Command::ALL.into_iter().for_each(|command| check(command, false));
}

#[test]
fn the_palette_runs_commands_of_every_kind() {
    for command in [
        Command::CloseTab,
        Command::Highlight(Colour::Pink),
        Command::Tag,
        Command::Note,
        Command::CorrectSpeaker,
        Command::PathField,
        Command::Find,
        Command::Filter,
        Command::Outline,
        Command::Settings,
        Command::Export,
        Command::FocusLine,
        Command::Quit,
    ] {
        check(command, true);
    }
}

#[test]
fn the_palette_is_gone_through_with_the_arrow_keys_and_remembers_what_was_run() {
    let mut desk = Desk::reading();
    desk.key_with(CONTROL, Key::K);
    assert!(desk.shows("All 78 commands") && !desk.shows("Recent"));
    desk.type_text("larg");
    assert!(desk.shows("Make the article's text a step larger"));
    desk.key(Key::Enter);
    assert!(!desk.shows("of 76 commands"));
    desk.key_with(CONTROL, Key::K);
    assert!(desk.shows("Recent") && desk.shows("Make the article's text a step larger"));
    desk.key(Key::ArrowDown);
    assert!(desk.shows("Choose articles to open, each in a tab"));
    desk.key(Key::ArrowUp);
    desk.key(Key::ArrowUp);
    assert!(desk.shows("Close the window; your notes are saved"), "the last one is before the first");
    desk.type_text("zzzz");
    assert!(desk.shows("No command fits “zzzz”."));
    desk.key(Key::Escape);
    assert!(!desk.shows("of 76 commands"));
    assert!(desk.shows("The first ferry"));
}

/// The keys that are pressed: each letter typed is one.
#[test]
fn a_sentence_is_highlighted_in_one_key_tagged_in_four_and_a_speaker_corrected_in_three() {
    let mut desk = Desk::reading();
    desk.key(Key::Num1);
    desk.wait_for_kept("The ferry waits");
    desk.key(Key::T);
    desk.type_text("who");
    desk.key(Key::Enter);
    desk.wait_for_part("Tag who, 1 note");

    desk.key(Key::Escape);
    desk.key(Key::Num3);
    assert!(desk.shows("1 note") && !desk.shows("2 notes"), "the note on this sentence is meant");

    desk.key(Key::Escape);
    desk.key_with(CONTROL, Key::ArrowDown);
    desk.key_with(CONTROL, Key::ArrowDown);
    for press in [Key::T, Key::W, Key::Tab, Key::Enter] {
        desk.key(press);
        if press == Key::W {
            desk.type_text("w");
        }
    }
    desk.wait_for_part("Tag who, 2 notes");

    desk.key(Key::Escape);
    desk.key(Key::J);
    desk.key(Key::S);
    desk.type_text("J");
    desk.key(Key::Enter);
    desk.wait_for_part("J, 1 quotation");
}

#[test]
fn keys_are_what_the_reader_chose() {
    let mut desk = Desk::empty();
    let home = desk.folder.path().join("home");
    fs::create_dir(&home).unwrap();
    let settings =
        "(\n    theme: dark,\n    shortcuts: {\n        \"Help\": \"F2\",\n        \"Nex note\": \".\",\n    },\n)\n";
    fs::write(home.join("settings.ron"), settings).unwrap();
    desk.harness = window(desk.folder.path(), vec![desk.article()]);
    desk.wait_for("The ferry waits");
    assert!(desk.shows("settings.ron, line 5, column 9: no command is called “Nex note”"));
    desk.key(Key::F1);
    assert!(!desk.shows("What you can do"));
    desk.key(Key::F2);
    assert!(desk.shows("What you can do"));
    desk.key(Key::Escape);
    desk.key_with(CONTROL, Key::Plus);
    let kept = || fs::read_to_string(home.join("settings.ron")).unwrap();
    desk.wait("the settings are kept", |_| kept().contains("text_size: 20"));
    assert!(kept().contains("\"Nex note\": \".\"") && kept().contains("theme: dark"), "{}", kept());
}

#[test]
fn quit_gives_up_its_keys_where_the_settings_say_so() {
    for (quit, closes) in [("Ctrl+Q", true), ("", false), ("F4", false)] {
        let mut desk = Desk::empty();
        let home = desk.folder.path().join("home");
        fs::create_dir(&home).unwrap();
        fs::write(home.join("settings.ron"), format!("(shortcuts: {{\"Quit\": \"{quit}\"}})")).unwrap();
        desk.harness = window(desk.folder.path(), Vec::new());
        desk.steps();
        let modifiers = CONTROL;
        let press = egui::Event::Key { key: Key::Q, physical_key: None, pressed: true, repeat: false, modifiers };
        desk.harness.event(press);
        desk.harness.step();
        let asked = &desk.harness.output().viewport_output[&ViewportId::ROOT].commands;
        assert_eq!(asked.contains(&ViewportCommand::Close), closes, "Quit: “{quit}”");
    }
}

#[test]
fn a_tooltip_goes_when_a_window_is_opened_by_key() {
    let mut desk = Desk::reading();
    let theme = desk.harness.get_by_label("Theme").rect().center();
    let shown = |desk: &Desk| desk.harness.query_all_by_label("Theme").count();
    desk.harness.hover_at(theme);
    desk.harness.run_steps(90);
    assert_eq!(shown(&desk), 2, "the button and its tooltip");
    desk.key_with(Modifiers::COMMAND, Key::E);
    assert_eq!(shown(&desk), 1, "the button");
    desk.harness.run_steps(90);
    assert_eq!(shown(&desk), 1, "the button");
}
