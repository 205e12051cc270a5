//! The handles at both ends of the chosen passage: dragged, or moved with the arrow keys.

use egui::{CursorIcon, EventFilter, Key, Pos2, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::{Column, Reveal, View, arrow_step, in_whole_words, pointer, setting::SetBlock};
use crate::{
    app::{
        act::Act,
        language::message,
        passage_end::PassageEnd,
        row::{give_keyboard, paint_focus},
        row_keys::keep_keys,
        theme::measures,
    },
    article::{Direction, TextOffset, TextRange, Unit},
    notes::AnnotationId,
};

/// The handles of the column: what is being dragged, and what waits for the keyboard.
#[derive(Default)]
pub(super) struct Handles {
    dragged: Option<Dragged>,
    wanted: Option<(AnnotationId, PassageEnd)>,
}

/// An end while it is dragged.
struct Dragged {
    end: PassageEnd,
    id: AnnotationId,
    /// Where the end stood before.
    stood: TextOffset,
    /// From the pointer to the middle of the row that the end is on.
    to_row: Vec2,
    /// The passage as it would be now.
    range: TextRange,
}

/// One handle as it is shown.
struct Handle<'a> {
    end: PassageEnd,
    /// The note and its passage as it is.
    id: &'a AnnotationId,
    range: TextRange,
    /// The middle of the row that the end is on.
    row: Pos2,
}

/// A passage that is being changed and the note on it.
#[derive(Clone, Copy)]
pub(super) struct Preview<'a> {
    pub id: &'a AnnotationId,
    pub range: TextRange,
}

impl Handles {
    pub(super) fn is_dragging(&self) -> bool {
        self.dragged.is_some()
    }

    /// Gives one of a note the keyboard as soon as it is shown.
    pub(super) fn want(&mut self, id: AnnotationId, end: PassageEnd) {
        self.wanted = Some((id, end));
    }

    fn is_wanted(&self, id: &AnnotationId, end: PassageEnd) -> bool {
        self.wanted.as_ref().is_some_and(|(wanted, at)| wanted == id && *at == end)
    }

    pub(super) fn preview(&self) -> Option<Preview<'_>> {
        self.dragged.as_ref().map(|dragged| Preview { id: &dragged.id, range: dragged.range })
    }
}

impl Column {
    /// Shows the handles of the chosen note, if it is on words and the reader's own.
    pub(super) fn show_handles(&mut self, ui: &Ui, view: &View<'_>, pane: Rect, acts: &mut Vec<Act>) {
        let Some((id, range)) = view.chosen.as_ref().and_then(super::Chosen::movable) else {
            self.handles = Handles::default();
            return;
        };
        if self.handles.dragged.as_ref().is_some_and(|dragged| dragged.id != *id) {
            self.handles.dragged = None;
        }
        let shown = self.handles.dragged.as_ref().map_or(range, |dragged| dragged.range);
        let by_finger = ui.input(egui::InputState::has_touch_screen);
        let reach = if by_finger { measures::HANDLE_TOUCH_REACH } else { measures::HANDLE_REACH };
        for end in PassageEnd::BOTH {
            let place = place_of(view, &self.set, end, shown);
            let is_dragged = self.handles.dragged.as_ref().is_some_and(|dragged| dragged.end == end);
            // One that is dragged out of view stays a control.
            let Some(row) = place.filter(|row| pane.contains(*row) || is_dragged) else { continue };
            let knob = knob_at(end, row);
            let control = Rect::from_center_size(knob, Vec2::splat(reach));
            let response = ui.interact(control, ui.scope_id().with(("handle", id, end)), Sense::click_and_drag());
            let name = match end {
                PassageEnd::Start => message!("handle-start"),
                PassageEnd::End => message!("handle-end"),
            };
            response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, name));
            let handle = Handle { end, id, range, row };
            self.drag(ui, view, &response, &handle, acts);
            if self.handles.is_wanted(id, end) {
                let mut is_wanted = true;
                give_keyboard(ui, &response, &mut is_wanted);
                self.handles.wanted = self.handles.wanted.take().filter(|_| is_wanted);
            }
            if response.has_focus() {
                self.take_handle_keys(ui, view, &response, &handle, acts);
            }
            paint(ui, view, pane, row, knob, response.has_focus());
            response.on_hover_cursor(CursorIcon::ResizeHorizontal);
        }
    }

    fn drag(&mut self, ui: &Ui, view: &View<'_>, response: &Response, handle: &Handle<'_>, acts: &mut Vec<Act>) {
        let &Handle { end, id, range, row } = handle;
        let Some(point) = response.interact_pointer_pos() else { return };
        if response.drag_started() {
            let begun = ui.input(|input| input.pointer.press_origin()).unwrap_or(point);
            let (id, stood) = (id.clone(), end.of(range));
            self.handles.dragged = Some(Dragged { end, id, stood, to_row: row - begun, range });
        }
        let article = view.reading.article();
        let Some(dragged) = self.handles.dragged.as_mut().filter(|dragged| dragged.end == end) else { return };
        if let Some(to) = pointer::offset_at(view, &self.set, meant_by(point, row, dragged.to_row)) {
            let by_letter = ui.input(|input| input.modifiers.alt);
            let to = if by_letter { to } else { end.dragged(article, dragged.stood, to) };
            dragged.range = in_whole_words(article, end.moved(article, range, to));
        }
        pointer::scroll_past_edge(ui, self.pane.unwrap_or(response.rect), point, &mut self.top.into);
        if response.drag_stopped() {
            let moved = dragged.range;
            self.handles.dragged = None;
            if moved != range {
                acts.push(Act::MoveEnds(id.clone(), moved));
            }
        }
    }

    /// The arrow keys move the end that has the keyboard by a letter, with Ctrl by a word; Enter lets go of it.
    fn take_handle_keys(
        &mut self,
        ui: &Ui,
        view: &View<'_>,
        response: &Response,
        handle: &Handle<'_>,
        acts: &mut Vec<Act>,
    ) {
        let &Handle { end, id, range, .. } = handle;
        let own = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        keep_keys(ui, response.id, own);
        let article = view.reading.article();
        let mut place = end.of(range);
        for (unit, direction) in steps(ui) {
            let (unit, direction) = arrow_step(article, place, unit, direction);
            place = end.stepped(article, place, unit, direction, |block| self.shows(block));
        }
        let moved = in_whole_words(article, end.moved(article, range, place));
        if moved != range {
            let place = end.of(moved);
            self.reveal = Some(Reveal { range: TextRange::between(place, place), lit: false });
            acts.push(Act::StepEnds(id.clone(), moved));
        }
        if ui.input(|input| input.key_pressed(Key::Enter)) {
            response.surrender_focus();
        }
    }
}

/// The steps that the arrow keys ask for, taken out of the input.
fn steps(ui: &Ui) -> Vec<(Unit, Direction)> {
    let mut steps = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let egui::Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let direction = match key {
                Key::ArrowLeft => Direction::Backward,
                Key::ArrowRight => Direction::Forward,
                _ => return true,
            };
            steps.push((if modifiers.command { Unit::Word } else { Unit::Character }, direction));
            false
        });
    });
    steps
}

/// The middle of the row where an end of a passage is, at that end; `None` where it is not on the screen.
fn place_of(view: &View<'_>, set: &[SetBlock], end: PassageEnd, range: TextRange) -> Option<Pos2> {
    let article = view.reading.article();
    set.iter().find_map(|set| {
        let block = set.block.range;
        match end {
            PassageEnd::Start if !block.holds(range.start()) => None,
            PassageEnd::End if range.end() <= block.start() || block.end() < range.end() => None,
            _ => set.passage_end(article, range, end),
        }
    })
}

/// The place in the text that a pointer means which drags an end: the end's own row, whether the pointer is at the knob
/// beside that or on its words, and the farther from there the more what is under the pointer itself.
fn meant_by(point: Pos2, row: Pos2, to_row: Vec2) -> Pos2 {
    let from_knob = (point.y - (row.y - to_row.y)).abs();
    let share = (1.0 - from_knob / to_row.y.abs().max(1.0)).max(0.0);
    point + Vec2::new(to_row.x, to_row.y * share)
}

/// Above the row at the start, under it at the end.
fn knob_at(end: PassageEnd, row: Pos2) -> Pos2 {
    let away = measures::TINT_HEIGHT / 2.0 + measures::HANDLE;
    row + Vec2::new(0.0, if end == PassageEnd::Start { -away } else { away })
}

fn paint(ui: &Ui, view: &View<'_>, pane: Rect, row: Pos2, knob: Pos2, has_focus: bool) {
    let painter = ui.painter_at(pane);
    let other = row - (knob - row).normalized() * (measures::TINT_HEIGHT / 2.0);
    painter.line_segment([other, knob], Stroke::new(2.0, view.theme.accent));
    painter.circle(knob, measures::HANDLE, view.theme.accent, Stroke::new(1.5, view.theme.paper));
    if has_focus {
        paint_focus(&painter, Rect::from_center_size(knob, Vec2::splat(4.0 * measures::HANDLE)), view.theme);
    }
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    /// The row that is meant, of rows that are 28 points apart, when an end is dragged from its knob on row 0.
    #[track_caller]
    fn check(end: PassageEnd, pointer: f32, expected: f32) {
        let row = pos2(100.0, 0.0);
        let to_row = row - knob_at(end, row);
        let meant = meant_by(pos2(140.0, pointer), row, to_row);
        assert_eq!((meant.x, (meant.y / 28.0).round()), (140.0, expected), "{pointer}");
    }

    #[test]
    fn an_end_goes_to_the_word_under_the_pointer_and_along_its_row() {
        let knob = |end| knob_at(end, Pos2::ZERO).y;
        for (end, onward) in [(PassageEnd::End, 1.0), (PassageEnd::Start, -1.0)] {
            check(end, knob(end), 0.0);
            check(end, knob(end) + 3.0 * onward, 0.0);
            check(end, 0.0, 0.0);
            check(end, 28.0 * onward, onward);
            check(end, 56.0 * onward, 2.0 * onward);
            check(end, -28.0 * onward, -onward);
        }
    }
}
