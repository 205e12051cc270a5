//! “Link to…”: the window in which a reader picks the note that the chosen one is linked with.

use egui::{Context, Id, Margin, RichText, ScrollArea, Ui};

use super::{
    act::Act,
    language::message,
    note_list::Wanted,
    note_row::NoteWords,
    picking::{FIELD, Picking},
    row::padded,
    tab::Tab,
    theme::{Theme, measures},
    type_faces,
    window_title::list_over,
};
use crate::{notes::AnnotationId, reading::Filter};

const WIDTH: f32 = 520.0;
const FROM_TOP: f32 = 104.0;
/// Notes that are listed at most; of more, a few words find the one that is meant.
const MOST: usize = 100;

/// The window while it is open.
pub struct LinkWindow {
    from: AnnotationId,
    picking: Picking,
    /// The notes that fit, and what was typed when they were looked for.
    found: Vec<AnnotationId>,
    looked_for: Option<String>,
}

impl LinkWindow {
    pub fn new(from: AnnotationId) -> Self {
        Self { from, picking: Picking::default(), found: Vec::new(), looked_for: None }
    }

    /// Looks for the notes again when something else was typed; a line that cannot be read finds what it did before.
    fn look(&mut self, tab: &Tab) {
        if self.looked_for.as_ref() == Some(&self.picking.typed) {
            return;
        }
        self.looked_for = Some(self.picking.typed.clone());
        let Ok(filter) = Filter::read(&self.picking.typed) else { return };
        let linked = tab.reading.linked_with(&self.from);
        let notes = tab.reading.notes();
        let all = notes.on_article().chain(tab.reading.annotations_in_order()).chain(notes.orphans());
        let others = all.filter(|one| one.id != self.from && !linked.contains(&one.id));
        let wanted = Wanted::new(tab, &filter);
        let found = others.filter(|one| wanted.holds(None, one));
        self.found = found.take(MOST).map(|one| one.id.clone()).collect();
    }
}

fn field() -> Id {
    Id::unique("link field")
}

/// Shows the window; whether it is done with.
pub fn show(context: &Context, window: &mut LinkWindow, tab: &Tab, theme: &Theme, acts: &mut Vec<Act>) -> bool {
    window.picking.take_early(context, field());
    window.look(tab);
    let entered = window.picking.take_keys(context, window.found.len());
    let mut taken = window.found.get(window.picking.picked).filter(|_| entered).cloned();
    let room = context.content_rect();
    let top = FROM_TOP.min(room.height() * 0.13);
    let margin = Margin { left: 0, right: 0, top: 12, bottom: 8 };
    let shown = list_over(context, "link window", message!("link-title"), top, margin, theme).show(context, |ui| {
        ui.set_width((room.width() - 32.0).min(WIDTH));
        ui.spacing_mut().item_spacing.y = 0.0;
        padded(ui, 16.0, |ui| {
            let title = RichText::new(message!("link-title")).font(type_faces::sans_semibold(measures::WINDOW_TEXT.0));
            ui.label(title.color(theme.text));
        });
        ui.add_space(8.0);
        padded(ui, 8.0, |ui| {
            window.picking.show_field(ui, field(), message!("link-field"), message!("filter-hint"), theme);
        });
        ui.add_space(8.0);
        if window.found.is_empty() {
            padded(ui, 18.0, |ui| {
                let none = match (tab.reading.notes().annotations.len(), window.picking.typed.trim()) {
                    (..=1, _) => message!("link-alone"),
                    (_, "") => message!("link-all"),
                    _ => message!("filter-no-match"),
                };
                let none = RichText::new(none).font(type_faces::sans(measures::WINDOW_TEXT.0));
                ui.label(none.color(theme.muted));
            });
        }
        let height = (room.height() - top - FIELD - 96.0).min(7.0 * measures::CANDIDATE_ROW);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            if let Some(clicked) = show_list(ui, window, tab, theme) {
                taken = Some(clicked);
            }
        });
    });
    let closes = shown.should_close() || taken.is_some();
    acts.extend(taken.map(|to| Act::Link(window.from.clone(), to)));
    closes
}

/// The note that was clicked.
fn show_list(ui: &mut Ui, window: &mut LinkWindow, tab: &Tab, theme: &Theme) -> Option<AnnotationId> {
    let mut clicked = None;
    for (number, id) in window.found.iter().enumerate() {
        let Some(annotation) = tab.reading.annotation(id) else { continue };
        let words = NoteWords::of(ui, annotation);
        let response = window.picking.row(ui, number, measures::CANDIDATE_ROW, &words.name(), theme);
        if response.clicked() {
            clicked = Some(id.clone());
        }
        words.paint(ui, response.rect, annotation, theme);
    }
    clicked
}
