//! Where everything in the window stands.

use crate::app::language::message;
use egui::{Frame, Panel, Rangef, Rect, Ui, UiBuilder, pos2, vec2};

use super::{
    Window,
    panels::{has_room_left, has_room_right},
};
use crate::app::{
    act::Act,
    annotation_bar,
    column::{Chosen, Column, Typography, View},
    command::Command,
    drop_target,
    find_bar::{self, Find},
    help_page, left_panel, margin_notes, note_list, notes_here, notes_panel, notice, over_article, settings_window,
    speaker_popup, start_page, status_bar, text_menu,
    theme::{Theme, measures},
    top_bar, worker,
};

/// How long a window without bars says how to bring them back.
const WAY_BACK_SECONDS: f64 = 4.0;

impl Window {
    pub(super) fn show(&mut self, ui: &mut Ui, theme: &Theme, acts: &mut Vec<Act>) {
        // Under what takes all keys nothing is pointed at: a tooltip that was open would otherwise stay, over it.
        let pointer = self.is_covered().then(|| ui.input_mut(|input| std::mem::take(&mut input.pointer)));
        self.show_panes(ui, theme, acts);
        if let Some(pointer) = pointer {
            ui.input_mut(|input| input.pointer = pointer);
        }
        self.show_over(ui, theme, acts);
    }

    fn show_panes(&mut self, ui: &mut Ui, theme: &Theme, acts: &mut Vec<Act>) {
        let panel = Frame::new().fill(theme.panel);
        let bare = self.is_bare();
        if bare {
            self.show_way_back(ui, theme, acts);
        } else {
            Panel::top("top bar").exact_size(measures::TOP_BAR).frame(panel).show_separator_line(false).show(
                ui,
                |ui| {
                    self.show_top_bar(ui, self.tabs.len() < 2, theme, acts);
                },
            );
        }
        if self.tabs.len() > 1 && !bare {
            Panel::top("tabs").exact_size(measures::TAB_ROW).frame(panel).show_separator_line(false).show(ui, |ui| {
                self.tab_row.show(ui, &self.tabs, self.shown, theme, acts);
            });
        }
        let status = Panel::bottom("status").exact_size(measures::STATUS).frame(panel).show_separator_line(false);
        let show_status = |ui: &mut Ui| {
            let opening: Vec<String> = self.opening.iter().map(|(_, source)| source.name()).collect();
            let area = ui.max_rect();
            ui.painter().hline(area.x_range(), area.top(), theme.divider());
            let tab = self.tab_in_sight();
            if tab.is_some() || self.tabs.is_empty() || !opening.is_empty() {
                status_bar::show(ui, tab, &opening, self.done.as_deref(), theme, acts);
            }
        };
        if !bare {
            status.show(ui, show_status);
        }
        notice::show(ui, &self.notices, self.front(), theme, acts);
        if self.tabs.is_empty() || self.path_asked {
            self.show_start(ui, theme, acts);
        } else {
            self.show_article(ui, theme, acts);
        }
    }

    /// What lies over the window.
    fn show_over(&mut self, ui: &Ui, theme: &Theme, acts: &mut Vec<Act>) {
        if self.help_open {
            help_page::show(ui.ctx(), &mut self.help_open, theme);
        }
        let file = self.settings_file.as_deref();
        let (settings, faces) = (self.settings.get(), &self.own_faces);
        settings_window::show(ui.ctx(), &mut self.settings_window, settings, faces, file, theme, acts);
        if let Some(tab) = self.tabs.get_mut(self.shown).filter(|_| !self.path_asked) {
            over_article::show(ui.ctx(), tab, self.dialogs, theme, acts);
        }
        let tab = self.tabs.get(self.shown).filter(|_| !self.path_asked);
        self.palette.show(ui.ctx(), tab, theme, acts);
        if let Some(mut list) = self.tab_list.take() {
            let closes = list.show(ui.ctx(), &self.tabs, theme, acts);
            self.tab_list = Some(list).filter(|_| !closes);
        }
        drop_target::show(ui.ctx(), theme);
    }

    fn show_top_bar(&self, ui: &mut Ui, titled: bool, theme: &Theme, acts: &mut Vec<Act>) {
        let tab = self.tab_in_sight();
        top_bar::show(ui, tab, titled, self.settings.get(), self.recents.get(), theme, acts);
        line_below(ui, theme);
    }

    /// Whether bars and panels are left away, so that nothing but the text is seen.
    fn is_bare(&self) -> bool {
        self.bare_since.is_some() && !self.tabs.is_empty() && !self.path_asked
    }

    /// The top bar over the text while the pointer is up there, and at first a line that says how to end this.
    fn show_way_back(&self, ui: &Ui, theme: &Theme, acts: &mut Vec<Act>) {
        let room = ui.ctx().content_rect();
        let bar = Rect::from_min_size(room.min, vec2(room.width(), measures::TOP_BAR));
        let is_up_there = ui.input(|input| input.pointer.hover_pos().is_some_and(|point| bar.contains(point)));
        if is_up_there || egui::Popup::is_any_open(ui.ctx()) {
            show_over(ui, "top bar over", bar, theme, |ui| {
                self.show_top_bar(ui, true, theme, acts);
            });
            return;
        }
        let since = ui.input(|input| input.time) - self.bare_since.unwrap_or_default();
        if since < WAY_BACK_SECONDS {
            let area = egui::Area::new(egui::Id::unique("way back")).order(egui::Order::Foreground);
            let anchored = area.anchor(egui::Align2::CENTER_BOTTOM, vec2(0.0, -22.0)).interactable(false);
            anchored.show(ui.ctx(), |ui| {
                Frame::popup(ui.style()).show(ui, |ui| {
                    let keys = Command::FullScreen.keys(ui.ctx());
                    ui.label(message!("way-back", keys = keys.as_str()));
                });
            });
            ui.ctx().request_repaint_after_secs((WAY_BACK_SECONDS - since) as f32);
        }
    }

    fn show_start(&mut self, ui: &mut Ui, theme: &Theme, acts: &mut Vec<Act>) {
        let hovering = ui.input(|input| !input.raw.hovered_files.is_empty());
        let paper = Frame::new().fill(theme.paper);
        egui::CentralPanel::default().frame(paper).show(ui, |ui| {
            start_page::show(
                ui,
                &mut self.path_field,
                (self.recents.get(), self.cleared_recents.is_some()),
                hovering,
                self.path_asked && !self.tabs.is_empty(),
                theme,
                acts,
            );
        });
    }

    fn show_article(&mut self, ui: &mut Ui, theme: &Theme, acts: &mut Vec<Act>) {
        let panel = Frame::new().fill(theme.panel);
        let width = ui.ctx().content_rect().width();
        let (fits_left, fits_right) = (has_room_left(ui.ctx()), has_room_right(ui.ctx()));
        let own = self.own_family(ui.ctx());
        let Some(tab) = self.tabs.get_mut(self.shown) else {
            return;
        };
        let sizes = measures::PANEL_NARROWEST..=measures::PANEL_WIDEST;
        let bare = self.bare_since.is_some();
        if fits_left && !bare && self.settings.get().left_open {
            let width = self.settings.get().left_width;
            let left = Panel::left("left panel").resizable(true).default_size(width).size_range(sizes.clone());
            let shown = left.frame(panel).show_separator_line(false).show(ui, |ui| {
                left_panel::show(ui, tab, &mut self.kept_lists, &mut self.outline_wanted, theme, acts);
            });
            name_edge(ui, "left panel", message!("edge-left"));
            self.settings.change(|settings| settings.left_width = shown.response.rect.width().round());
        }
        if fits_right && !bare && self.settings.get().right_open {
            let width = self.settings.get().right_width;
            let right = Panel::right("right panel").resizable(true).default_size(width).size_range(sizes);
            let shown = right.frame(panel).show_separator_line(false).show(ui, |ui| {
                notes_panel::show(ui, tab, &mut self.cards, theme, acts);
            });
            name_edge(ui, "right panel", message!("edge-right"));
            self.settings.change(|settings| settings.right_width = shown.response.rect.width().round());
        }
        if let Some(words) = tab.find.as_ref().and_then(Find::to_count_in_notes) {
            let count = note_list::count_with(tab, words);
            if let Some(find) = &mut tab.find {
                find.take_in_notes(count);
            }
        }
        if let Some(find) = &mut tab.find {
            find.query.manner = self.find_manner;
            let bar = Panel::top("find").resizable(false).frame(panel).show_separator_line(false);
            bar.show(ui, |ui| find_bar::show(ui, find, theme, acts));
            self.find_manner = find.query.manner;
            if let Some((query, called_off)) = find.take_unsearched() {
                let place = tab.place();
                worker::find(tab.id, tab.reading.article().clone(), query, place, called_off, self.post.clone());
            }
        }
        let room = ui.available_rect_before_wrap();
        let mut inside = ui.new_child(UiBuilder::new().max_rect(room));
        if tab.list.is_filtered() {
            note_list::listed(tab);
        }
        let at_caret = tab.quotation_at_caret();
        // The column is taken out while it is shown, because it reads the rest of the tab.
        let mut column = std::mem::take(&mut tab.column);
        let on_article = tab.on_article();
        let chosen = tab.chosen_annotation().zip(tab.chosen.clone()).map(|(annotation, key)| Chosen {
            key,
            passage: annotation.place.range().map(|range| (range, annotation.extent)),
            may_change: !tab.read_only,
        });
        let view = View {
            reading: &tab.reading,
            theme,
            marks: &tab.marks,
            typography: Typography {
                size: self.settings.get().text_size,
                face: self.settings.get().face,
                own,
                narrow: width < measures::BOTH_PANELS_FIT,
                chinese: tab.chinese,
                line_length: self.settings.get().line_length,
                line_height: self.settings.get().line_height,
                justified: self.settings.get().justified,
            },
            focus: self.settings.get().focus,
            selection: tab.selection,
            chosen,
            on_article: &on_article,
            front: tab.facts.front,
            layers: &tab.layers,
            listened: tab.listened,
            spoken: tab.aloud.as_ref().map(|aloud| aloud.sentence),
            caret_shown: tab.caret_shown,
            at_caret,
            asked: tab.speaker_popup.as_ref().map(|popup| popup.range),
            hits: tab.find.as_ref().map_or(&[], |find| find.hits.as_slice()),
            current_hit: tab.find.as_ref().and_then(Find::current_hit),
            ticks: tab.list.ticks(),
        };
        let place = |column: &Column| column.set().first().map(|set| (set.number, set.origin));
        let before = place(&column);
        column.show(&mut inside, &view, acts);
        if place(&column) != before {
            // The status line and the cards were shown before the column had moved.
            ui.ctx().request_repaint();
        }
        tab.column = column;
        if !bare {
            ui.painter().vline(room.left(), room.y_range(), theme.divider());
            ui.painter().vline(room.right(), room.y_range(), theme.divider());
        }
        let over_left = ((!fits_left || bare) && self.left_over)
            .then(|| Rect::from_min_max(room.min, pos2(room.left() + measures::LEFT_PANEL, room.bottom())));
        let over_right = ((!fits_right || bare) && self.right_over)
            .then(|| Rect::from_min_max(pos2(room.right() - measures::RIGHT_PANEL, room.top()), room.max));
        let free = Rangef::new(
            over_left.map_or(room.left(), |place| place.right()),
            over_right.map_or(room.right(), |place| place.left()),
        );
        if tab.speaker_popup.is_some() {
            speaker_popup::show(ui, tab, theme, acts);
        } else if tab.notes_here.is_some() {
            notes_here::show(ui, tab, theme, acts);
        } else if tab.text_menu.is_some() {
            text_menu::show(ui, tab, theme, acts);
        } else if !find_bar::has_keyboard(ui) {
            annotation_bar::show(ui, tab, free, theme, acts);
        }
        if !(fits_right && !bare && self.settings.get().right_open || self.right_over) {
            margin_notes::show(ui, tab, free, theme, acts);
        }

        if let Some(place) = over_left {
            show_over(ui, "left panel over", place, theme, |ui| {
                left_panel::show(ui, tab, &mut self.kept_lists, &mut self.outline_wanted, theme, acts);
            });
        }
        if let Some(place) = over_right {
            show_over(ui, "right panel over", place, theme, |ui| {
                notes_panel::show(ui, tab, &mut self.cards, theme, acts)
            });
        }
    }
}

fn line_below(ui: &Ui, theme: &Theme) {
    let bar = ui.max_rect();
    ui.painter().hline(bar.x_range(), bar.bottom() - theme.divider_width / 2.0, theme.divider());
}

/// Names the edge by which a panel is made wider: egui says “Resize panel”, in English, of each.
fn name_edge(ui: &Ui, panel: &str, name: &str) {
    let edge = ui.scope_id().with_salt(egui::IdSalt::new(panel)).with("__resize");
    if ui.ctx().has_accesskit_node(edge) {
        ui.ctx().accesskit_node_builder(edge, |node| node.set_label(name));
    }
}

/// A panel over the text, in a window too narrow for it beside the text.
fn show_over(ui: &Ui, name: &str, place: Rect, theme: &Theme, add: impl FnOnce(&mut Ui)) {
    egui::Area::new(egui::Id::unique(name)).order(egui::Order::Middle).fixed_pos(place.min).show(ui.ctx(), |ui| {
        let (ground, _) = ui.allocate_exact_size(place.size(), egui::Sense::click());
        ui.painter().add(theme.popup_shadow().as_shape(ground, 0.0));
        ui.painter().rect_filled(ground, 0.0, theme.panel);
        let mut inside = ui.new_child(UiBuilder::new().max_rect(ground));
        inside.set_clip_rect(ground);
        add(&mut inside);
        // Where nothing throws a shadow, its edge is still seen.
        let window = ui.ctx().content_rect().shrink(1.0).x_range();
        for edge in [ground.left(), ground.right()].into_iter().filter(|edge| window.contains(*edge)) {
            ui.painter().vline(edge, ground.y_range(), theme.divider());
        }
    });
}
