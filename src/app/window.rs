mod hearing;
mod layout;
mod opening;
mod reopening;

use std::{path::PathBuf, sync::mpsc};

use egui::{Context, Ui};
use layout::{has_room_left, has_room_right};

use super::{
    act::Act,
    command::{self, Command},
    dialog::Dialog,
    kept_file::{self, KeptFile},
    name_field::NameField,
    notes_panel, performing,
    recent::RecentArticles,
    settings::Settings,
    start_page::PathField,
    tab::{Tab, TabId},
    theme::Theme,
    type_faces::TypeFaces,
    worker::{Message, Post, Source},
};
use crate::sidecar::Folders;

/// The window with everything that is open in it.
pub struct Window {
    pub(super) tabs: Vec<Tab>,
    /// The tab in front.
    pub(super) shown: usize,
    pub(super) settings: KeptFile<Settings>,
    pub(super) recents: KeptFile<RecentArticles>,
    /// Sentences about files that could not be opened and the like, until the reader puts them away.
    pub(super) notices: Vec<String>,
    /// What was done last, for the status line.
    pub(super) done: Option<String>,
    pub(super) help_open: bool,
    pub(super) name_field: Option<NameField>,
    /// Whether the start page is shown although articles are open, to ask for a path.
    pub(super) path_asked: bool,
    path_field: PathField,
    /// Whether a field had the keyboard in the last frame: Escape takes it away before anybody can ask.
    pub(super) was_typing: bool,
    /// Whether the panels lie over the text, in a window too narrow for them beside it.
    left_over: bool,
    right_over: bool,
    cards: notes_panel::Cards,
    dialog: Option<Dialog>,
    opening: Vec<(TabId, Source)>,
    /// The tab to show once it is there: the first of those that were asked for last.
    wanted: Option<TabId>,
    next_id: u64,
    post: Post,
    messages: mpsc::Receiver<Message>,
    folders: Folders,
    dressed_in: Option<&'static Theme>,
    titled: String,
}

/// What a window begins with.
pub struct Beginning {
    pub faces: TypeFaces,
    /// Where settings, recent articles, and notes that cannot lie beside their article are kept.
    pub folders: kept_file::Folders,
    /// The articles to open.
    pub files: Vec<PathBuf>,
}

impl Window {
    pub fn new(context: &Context, beginning: Beginning) -> Self {
        let Beginning { faces, folders, files } = beginning;
        let (settings, unreadable_settings) = Settings::open(&folders);
        let (recents, unreadable_recents) = RecentArticles::open(&folders);
        faces.install(context);
        command::claim_keys(context);
        let (sender, messages) = mpsc::channel();
        let mut window = Self {
            tabs: Vec::new(),
            shown: 0,
            settings,
            recents,
            notices: [unreadable_settings, unreadable_recents].into_iter().flatten().collect(),
            done: None,
            help_open: false,
            name_field: None,
            path_asked: false,
            path_field: PathField::default(),
            was_typing: false,
            left_over: false,
            right_over: false,
            cards: notes_panel::Cards::default(),
            dialog: None,
            opening: Vec::new(),
            wanted: None,
            next_id: 0,
            post: Post::new(sender, context.clone()),
            messages,
            folders: Folders { notes: folders.data.map(|data| data.join("notes")) },
            dressed_in: None,
            titled: String::new(),
        };
        window.open_paths(files);
        window
    }

    /// Tells the reader something in place, without stopping them.
    pub fn say(&mut self, sentence: String) {
        if !self.notices.contains(&sentence) {
            self.notices.push(sentence);
        }
    }

    /// Sets the reader's name, for all articles; it goes into the notes that are open too.
    pub(super) fn set_name(&mut self, name: String) {
        for tab in &mut self.tabs {
            let before = tab.reading.notes().author.clone();
            tab.reading.sign(&name);
            if tab.reading.notes().author != before
                && !tab.read_only
                && let Some(keeper) = &tab.keeper
            {
                keeper.keep(tab.reading.shared_notes());
            }
        }
        self.settings.change(|settings| settings.author = name);
    }

    pub(super) fn close_tab(&mut self, number: usize) {
        if number < self.tabs.len() {
            let closed = self.tabs.remove(number).id;
            self.opening.retain(|(id, _)| *id != closed);
            if self.shown > number || self.shown == self.tabs.len() {
                self.shown = self.shown.saturating_sub(1);
            }
        }
    }

    pub(super) fn step_tab(&mut self, by: usize) {
        if !self.tabs.is_empty() {
            self.shown = (self.shown + by) % self.tabs.len();
        }
    }

    pub(super) fn toggle_left(&mut self, context: &Context) {
        if has_room_left(context) {
            self.settings.change(|settings| settings.left_open = !settings.left_open);
        } else {
            self.left_over = !self.left_over;
            self.right_over = false;
        }
    }

    pub(super) fn toggle_right(&mut self, context: &Context) {
        if has_room_right(context) {
            self.settings.change(|settings| settings.right_open = !settings.right_open);
        } else {
            self.right_over = !self.right_over;
            self.left_over = false;
        }
    }

    fn dress(&mut self, context: &Context) -> &'static Theme {
        let system = context.input(|input| input.raw.system_theme);
        let name = self.settings.get().theme;
        let theme = Theme::of(name.shown(system));
        if !self.dressed_in.is_some_and(|worn| std::ptr::eq(worn, theme)) {
            name.apply(context);
            self.dressed_in = Some(theme);
        }
        let title = match self.tabs.get(self.shown) {
            Some(tab) => format!("{} – Quotemark", tab.title()),
            None => "Quotemark".to_owned(),
        };
        if title != self.titled {
            context.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.titled = title;
        }
        theme
    }
}

impl eframe::App for Window {
    fn logic(&mut self, _context: &Context, _frame: &mut eframe::Frame) {
        self.take_messages();
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let context = ui.ctx().clone();
        let theme = self.dress(&context);
        let mut acts = Vec::new();
        self.take_files(&context, &mut acts);
        // While help lies over the window, keys are for closing it.
        while !self.help_open
            && self.name_field.is_none()
            && let Some(command) = command::pressed(&context)
        {
            acts.push(Act::Do(command));
        }
        if !self.help_open
            && self.name_field.is_none()
            && !context.egui_wants_keyboard_input()
            && !egui::Popup::is_any_open(&context)
            && let Some(tab) = self.tabs.get_mut(self.shown)
        {
            performing::take_keys(&context, tab);
        }
        self.show(ui, theme, &mut acts);
        if !acts.is_empty() {
            self.done = None;
            context.request_repaint();
        }
        for act in acts {
            self.perform(&context, act);
        }
        self.was_typing = context.text_edit_focused();
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.dressed_in.map_or([0.0; 4], |theme| theme.paper.to_normalized_gamma_f32())
    }
}

impl Command {
    /// Whether it does something only with an article open.
    pub fn needs_article(self) -> bool {
        !matches!(
            self,
            Self::Open
                | Self::OpenSample
                | Self::PathField
                | Self::LargerText
                | Self::SmallerText
                | Self::NormalText
                | Self::NextTheme
                | Self::Theme(_)
                | Self::OtherFace
                | Self::YourName
                | Self::Help
                | Self::Quit
        )
    }
}
