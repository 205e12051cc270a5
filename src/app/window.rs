mod asking;
mod beginning;
mod dressing;
mod hearing;
mod keeping;
mod layout;
mod opening;
mod panels;
mod reopening;
mod telling;

use std::{
    path::PathBuf,
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

pub use beginning::Beginning;
use egui::{Context, PointerButton, Ui};

use super::{
    act::Act,
    command::{self, Command, Keymap, Zooming},
    command_palette::CommandPalette,
    composing,
    dialog::{Dialog, Dialogs},
    kept_file::KeptFile,
    keys_in_turn::KeysInTurn,
    language::{self, Spoken},
    left_panel,
    motion::{self, SystemMotion},
    notes_panel,
    notice::{Notices, Told},
    outline, painting, performing,
    reading_places::ReadingPlaces,
    recent::RecentArticles,
    settings::{self, Settings},
    settings_window::SettingsWindow,
    start_page::PathField,
    tab::{Tab, TabId, WantedLayer},
    tab_list::TabList,
    tab_row::TabRow,
    theme::Theme,
    type_faces::OwnFaces,
    voice::Voice,
    worker::{Message, Post, Source},
};
use crate::{
    reading::Manner,
    sidecar::{Folders, may_write},
};

/// How long the first frame may wait for an article.
const FIRST_ARTICLE: Duration = Duration::from_millis(60);

/// The window with everything that is open in it.
pub struct Window {
    pub(super) tabs: Vec<Tab>,
    /// The tab in front.
    pub(super) shown: usize,
    pub(super) settings: KeptFile<Settings>,
    pub(super) recents: KeptFile<RecentArticles>,
    /// The articles that the reader cleared from that list last, to be brought back.
    pub(super) cleared_recents: Option<RecentArticles>,
    places: KeptFile<ReadingPlaces>,
    /// What could not be done and the like, until the reader puts it away or it is true no longer.
    pub(super) notices: Notices,
    /// What was done last, for the status line.
    pub(super) done: Option<String>,
    pub(super) help_open: bool,
    pub(super) palette: CommandPalette,
    /// The list of tabs, while it is open.
    pub(super) tab_list: Option<TabList>,
    tab_row: TabRow,
    pub(super) settings_window: Option<SettingsWindow>,
    /// The program that shows another window.
    program: Option<PathBuf>,
    pub(super) voice: Voice,
    /// Counts the sentences that were read aloud.
    pub(super) turn: u64,
    /// What in the outline gets the keyboard when it is shown.
    pub(super) outline_wanted: outline::Wanted,
    /// Since when only the text is shown, without bars and panels.
    pub(super) bare_since: Option<f64>,
    /// Whether the start page is shown although articles are open, to ask for a path.
    pub(super) path_asked: bool,
    path_field: PathField,
    /// The field that had the keyboard in the last frame: Escape takes it away before anybody can ask.
    pub(super) was_typing: Option<egui::Id>,
    /// Whether the panels lie over the text, in a window too narrow for them beside it.
    pub(super) left_over: bool,
    pub(super) right_over: bool,
    cards: notes_panel::Cards,
    kept_lists: left_panel::KeptLists,
    /// How words are looked for, in every article.
    find_manner: Manner,
    dialog: Option<Dialog>,
    dialogs: Dialogs,
    opening: Vec<(TabId, Source)>,
    /// The tab to show once it is there: the first of those that were asked for last.
    wanted: Option<TabId>,
    next_id: u64,
    pub(super) post: Post,
    messages: mpsc::Receiver<Message>,
    folders: Folders,
    /// Where the settings are kept.
    settings_file: Option<PathBuf>,
    own_faces: OwnFaces,
    /// The theme that the window wears, and whether things move in it.
    dressed_in: Option<(&'static Theme, bool)>,
    titled: String,
    keys_in_turn: KeysInTurn,
    zooming: Zooming,
    /// The language of the system, and whether it asks for less motion.
    system_speaks: Spoken,
    system_motion: SystemMotion,
    /// Whether no frame has been shown yet.
    is_new: bool,
    /// The tabs whose speakers are to be found once their first page is on the screen.
    unheard: Vec<TabId>,
}

impl Window {
    pub fn new(context: &Context, beginning: Beginning) -> Self {
        let Beginning { faces, folders, dialogs, program, voice, speaks, motion, files } = beginning;
        let (settings, wrong_settings) = Settings::open(&folders);
        let (recents, unreadable_recents) = RecentArticles::open(&folders);
        let (places, unreadable_places) = ReadingPlaces::open(&folders);
        let own_faces = faces.own();
        faces.install(context);
        command::claim_keys(context);
        // What is wrong in them was told along with the settings.
        Keymap::with(&settings.get().shortcuts).0.install(context);
        let (sender, messages) = mpsc::channel();
        let mut window = Self {
            tabs: Vec::new(),
            shown: 0,
            settings,
            recents,
            cleared_recents: None,
            places,
            notices: Notices::default(),
            done: None,
            help_open: false,
            palette: CommandPalette::default(),
            tab_list: None,
            tab_row: TabRow::default(),
            settings_window: None,
            program,
            voice,
            turn: 0,
            outline_wanted: outline::Wanted::default(),
            bare_since: None,
            path_asked: false,
            path_field: PathField::default(),
            was_typing: None,
            left_over: false,
            right_over: false,
            cards: notes_panel::Cards::default(),
            kept_lists: left_panel::KeptLists::default(),
            find_manner: Manner::default(),
            dialog: None,
            dialogs,
            opening: Vec::new(),
            wanted: None,
            next_id: 0,
            post: Post::new(sender, context.clone()),
            messages,
            settings_file: folders.config.map(|config| config.join(settings::FILE)),
            folders: Folders { notes: folders.data.map(|data| data.join("notes")) },
            own_faces,
            dressed_in: None,
            titled: String::new(),
            system_speaks: speaks,
            keys_in_turn: KeysInTurn::default(),
            zooming: Zooming::default(),
            system_motion: motion,
            is_new: true,
            unheard: Vec::new(),
        };
        window.speak();
        window.open_paths(files);
        let unreadable = unreadable_recents.iter().chain(&unreadable_places);
        let troubles = wrong_settings.iter().chain(unreadable).cloned();
        window.notices.say_all(None, troubles.map(Told::OfKeptFile));
        window
    }

    /// Waits a moment for what the window was opened with: the first frame is the dearest, and would show the start page
    /// only to be replaced.
    fn wait_for_first_article(&mut self) {
        let begun = Instant::now();
        while !self.opening.is_empty() && self.tabs.is_empty() && begun.elapsed() < FIRST_ARTICLE {
            thread::sleep(Duration::from_millis(1));
            self.take_messages();
        }
    }

    /// Sets the reader's name, for all articles: open notes are written on, or left to who signed them, as when they are
    /// opened under that name.
    pub(super) fn set_name(&mut self, name: String) {
        for tab in &mut self.tabs {
            let before = tab.reading.notes().author.clone();
            tab.reading.sign(&name);
            if tab.path.is_some() && !may_write(&tab.reading.notes().author, &name) {
                // The reader's own go into a layer of theirs from now on.
                tab.wanted_layer = Some(WantedLayer::Own);
            }
            if tab.reading.notes().author != before
                && !tab.read_only
                && let Some(keeper) = &tab.keeper
            {
                keeper.keep(tab.reading.shared_notes());
            }
        }
        self.settings.change(|settings| settings.author = name);
    }

    /// Opens another window, with an article or without: a program of its own, so that one that ends badly leaves the other.
    pub(super) fn open_window(&mut self, article: Option<PathBuf>) {
        // It goes on where this one is.
        self.keep_places();
        let started = self.program.as_ref().map(|program| {
            std::process::Command::new(program).args(article).stdin(std::process::Stdio::null()).spawn()
        });
        match started {
            Some(Ok(mut other)) => {
                self.notices.retain(|notice| notice.told != Told::NoWindow);
                // Somebody has to hear of its end, or the system keeps a place for it.
                _ = thread::Builder::new().name("other window".to_owned()).spawn(move || other.wait());
            }
            _ => self.say(Told::NoWindow),
        }
    }

    pub(super) fn close_tab(&mut self, number: usize) {
        if number < self.tabs.len() {
            self.keep_places();
            let closed = self.tabs.remove(number).id;
            self.opening.retain(|(id, _)| *id != closed);
            if self.shown > number || self.shown == self.tabs.len() {
                self.shown = self.shown.saturating_sub(1);
            }
            if self.tabs.is_empty() {
                self.leave_path();
            }
        }
    }

    pub(super) fn step_tab(&mut self, by: usize) {
        if !self.tabs.is_empty() {
            self.path_asked = false;
            self.shown = (self.shown + by) % self.tabs.len();
        }
    }

    /// The article in front, unless the start page lies before it.
    pub(super) fn tab_in_sight(&self) -> Option<&Tab> {
        self.tabs.get(self.shown).filter(|_| !self.path_asked)
    }

    /// Whether something lies over the window that takes all keys.
    fn is_covered(&self) -> bool {
        self.help_open
            || self.palette.is_open()
            || self.tab_list.is_some()
            || self.settings_window.is_some()
            || self.tab_in_sight().is_some_and(|tab| tab.over.is_some())
    }

    /// From now on the window speaks the language that the reader set.
    fn speak(&mut self) {
        if language::speak(self.settings.get().language.spoken(self.system_speaks)) {
            // It was said in the former one.
            self.done = None;
        }
    }

    /// Whether things in the window may move.
    fn moves(&self) -> bool {
        self.settings.get().motion.moves(&self.system_motion)
    }
}

impl eframe::App for Window {
    fn logic(&mut self, context: &Context, _frame: &mut eframe::Frame) {
        self.speak();
        self.keep_places_when_hidden(context);
        // What waits here was opened before the last frame, which has shown it.
        for id in std::mem::take(&mut self.unheard) {
            if let Some(tab) = self.tabs.iter_mut().find(|tab| tab.id == id && tab.listening.is_going()) {
                tab.listen(&self.post);
            }
        }
        self.take_messages();
        self.forget_untrue();
        if let Some(tab) = self.tabs.get_mut(self.shown) {
            tab.listen_nearby(&self.post);
        }
        if std::mem::take(&mut self.is_new) {
            self.wait_for_first_article();
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let context = ui.ctx().clone();
        let theme = self.dress(&context);
        painting::begin_frame(ui);
        let mut acts = Vec::new();
        self.take_files(&context, &mut acts);
        self.meet_other_windows(&context);
        // While something lies over the window, keys are for that.
        while !self.is_covered()
            && let Some(command) = command::pressed(&context)
        {
            acts.push(Act::Do(command));
        }
        if !self.is_covered() {
            acts.extend(self.zooming.take(&context).into_iter().map(Act::Do));
        }
        for (button, command) in [(PointerButton::Extra1, Command::Back), (PointerButton::Extra2, Command::Forward)] {
            if !self.is_covered() && context.input(|input| input.pointer.button_pressed(button)) {
                acts.push(Act::Do(command));
            }
        }
        if !self.is_covered()
            && !self.path_asked
            && !context.egui_wants_keyboard_input()
            && !egui::Popup::is_any_open(&context)
            && let Some(tab) = self.tabs.get_mut(self.shown)
            && tab.notes_here.is_none()
        {
            performing::take_keys(&context, tab, self.settings.get().focus);
        }
        self.show(ui, theme, &mut acts);
        painting::end_frame(ui);
        composing::list_below_line(&context);
        if !acts.is_empty() {
            self.done = None;
            context.request_repaint();
        }
        for act in acts {
            self.perform(&context, act);
        }
        self.tabs.iter_mut().for_each(performing::let_go_of_begun);
        // What is asked for before a frame is forgotten when the frame is made again.
        if !self.unheard.is_empty() || self.keys_in_turn.wait() {
            context.request_repaint();
        }
        let typing = context.memory(egui::Memory::focused).filter(|_| context.text_edit_focused());
        if self.was_typing.is_some() && typing.is_none() && self.tabs.iter().any(|tab| tab.outdated) {
            // an article that changed meanwhile waits for that
            context.request_repaint();
        }
        self.was_typing = typing;
    }

    fn raw_input_hook(&mut self, context: &Context, input: &mut egui::RawInput) {
        self.keys_in_turn.take(&mut input.events, context.text_edit_focused());
        if !self.moves() {
            motion::still_wheel(input, context.options(|options| options.input_options.line_scroll_speed));
        }
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.dressed_in.map_or([0.0; 4], |(theme, _)| theme.paper.to_normalized_gamma_f32())
    }
}
