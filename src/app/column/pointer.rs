use egui::{PointerButton, Pos2, Rect, Response, Ui};

use super::{
    View,
    setting::SetBlock,
    touch::{Touch, Touched},
};
use crate::{
    app::{
        act::Act,
        selection::{Drawing, Grain, Selection},
    },
    article::TextOffset,
};

/// Presses at most this far apart, in points, count as clicks on the same place.
const SAME_PLACE: f32 = 6.0;
/// Presses at most this far apart, in seconds, count as one double or triple click.
const SAME_CLICK: f64 = 0.4;
/// How fast the text scrolls while a selection is drawn past an edge: points a second for each point past it.
const EDGE_SPEED: f32 = 12.0;

/// What the pointer is on: a place in the text, on its words or beside them.
#[derive(Clone, Copy)]
struct Under {
    point: Pos2,
    /// The nearest place, and what is there: where only whole words are told apart, an end and the beginning of one.
    nearest: TextOffset,
    offset: TextOffset,
    is_on_words: bool,
}

impl Under {
    /// The place that a selection goes to which is drawn by so much.
    fn drawn_to(self, drawing: Drawing) -> TextOffset {
        if drawing.grain() == Grain::Character { self.nearest } else { self.offset }
    }
}

/// The mouse over the column, or a finger on it: what it points at, and the selection that it draws.
#[derive(Default)]
pub(super) struct Pointer {
    pub(super) quotation: Option<usize>,
    touch: Touch,
    /// The words that were tapped last: a finger that is lifted points at nothing.
    tapped: Option<TextOffset>,
    drawing: Option<Drawing>,
    clicks: usize,
    last_press: Option<(Pos2, f64)>,
    moved: bool,
}

impl Pointer {
    pub(super) fn is_drawing(&self) -> bool {
        self.drawing.is_some()
    }

    pub(super) fn take(
        &mut self,
        ui: &Ui,
        response: &Response,
        view: &View<'_>,
        set: &[SetBlock],
        into: &mut f64,
        acts: &mut Vec<Act>,
    ) {
        self.touch.coast(ui, into);
        self.quotation = self.tapped.and_then(|tapped| view.reading.quotation_at(tapped));
        let article = view.reading.article();
        let Some(point) = response.interact_pointer_pos().or(response.hover_pos()) else {
            return;
        };
        let Some(block) = block_at(set, point) else {
            return;
        };
        let (nearest, offset) = (block.offset_at(article, point), block.offset_under(article, point));
        let is_on_words = set.iter().any(|block| block.is_on_words(point));
        let under = Under { point, nearest, offset, is_on_words };
        if let Some(touched) = self.touch.take(ui, point, response.is_pointer_button_down_on(), into) {
            self.take_touch(ui, response, view, (touched, under), into, acts);
            return;
        }
        let on_words = response.contains_pointer() && is_on_words;
        (self.quotation, self.tapped) = (None, None);
        if on_words {
            self.quotation = view.reading.quotation_at(offset);
            ui.ctx().set_cursor_icon(egui::CursorIcon::Text);
        }

        let (pressed, begun, released, down, time, shift) = ui.input(|input| {
            let pointer = &input.pointer;
            (
                pointer.primary_pressed(),
                // a quick hand is farther on in the same frame
                pointer.press_origin().unwrap_or(point),
                pointer.primary_released(),
                pointer.primary_down(),
                input.time,
                input.modifiers.shift,
            )
        });
        if pressed && (response.is_pointer_button_down_on() || response.clicked()) {
            self.press(begun, time);
            let from = block_at(set, begun).unwrap_or(block);
            let (nearest, offset) = (from.offset_at(article, begun), from.offset_under(article, begun));
            let word = from.word_under(article, begun);
            let drawing = match view.selection {
                Some(selection) if shift => Drawing::from(selection),
                _ if self.clicks == 1 => {
                    word.map_or_else(|| Drawing::at(article, nearest, Grain::Character), Drawing::from_word)
                }
                _ => Drawing::at(article, offset, Grain::of_clicks(self.clicks)),
            };
            self.drawing = Some(drawing);
            self.moved = shift || begun.distance(point) > SAME_PLACE;
            // One click on such a word is a caret.
            let is_caret = self.clicks == 1 && !self.moved;
            acts.push(Act::Select(match is_caret {
                true => Selection::caret_at(nearest),
                false => drawing.to(article, under.drawn_to(drawing)),
            }));
        } else if down && let Some(drawing) = self.drawing {
            let begun = self.last_press.map_or(point, |(place, _)| place);
            self.moved |= begun.distance(point) > SAME_PLACE;
            if self.moved {
                acts.push(Act::Select(drawing.to(article, under.drawn_to(drawing))));
                scroll_past_edge(ui, response.rect, point, into);
            }
        }
        if released && self.drawing.take().is_some() && !self.moved && self.clicks == 1 {
            if nearest != offset {
                // The word itself was clicked, whichever end of it is nearer.
                acts.push(Act::Select(Selection::caret_at(offset)));
            }
            acts.push(if on_words { Act::Click(offset) } else { Act::Click(TextOffset::default()) });
        }
        if response.clicked_by(PointerButton::Primary) {
            give_keys_to_text(ui);
        }
        if response.secondary_clicked() {
            acts.push(Act::TextMenu(point, offset));
        }
    }

    /// Does what a finger asks for.
    fn take_touch(
        &mut self,
        ui: &Ui,
        response: &Response,
        view: &View<'_>,
        (touched, under): (Touched, Under),
        into: &mut f64,
        acts: &mut Vec<Act>,
    ) {
        let Under { point, offset, is_on_words, .. } = under;
        let article = view.reading.article();
        let select = |drawing: Drawing| Act::Select(drawing.to(article, offset));
        match touched {
            Touched::Nothing => {}
            Touched::Tap => {
                self.press(point, ui.input(|input| input.time));
                acts.push(select(Drawing::at(article, offset, Grain::of_clicks(self.clicks))));
                if self.clicks == 1 {
                    acts.push(Act::Click(if is_on_words { offset } else { TextOffset::default() }));
                }
                self.tapped = is_on_words.then_some(offset);
                give_keys_to_text(ui);
            }
            Touched::Hold => {
                let drawing = Drawing::at(article, offset, Grain::Word);
                self.drawing = Some(drawing);
                acts.push(select(drawing));
                give_keys_to_text(ui);
            }
            Touched::Select => {
                acts.extend(self.drawing.map(select));
                scroll_past_edge(ui, response.rect, point, into);
            }
            Touched::Lift => acts.extend(self.drawing.take().map(select)),
        }
    }

    /// Ends that the text moves on after a finger.
    pub(super) fn stop(&mut self) {
        self.touch.stop();
    }

    fn press(&mut self, point: Pos2, time: f64) {
        let again = self
            .last_press
            .is_some_and(|(place, when)| place.distance(point) <= SAME_PLACE && time - when <= SAME_CLICK);
        self.clicks = if again { self.clicks + 1 } else { 1 };
        self.last_press = Some((point, time));
    }
}

/// The arrow keys are the text's again, whatever had the keyboard.
fn give_keys_to_text(ui: &Ui) {
    ui.memory_mut(|memory| memory.focused().into_iter().for_each(|focused| memory.surrender_focus(focused)));
}

/// The place nearest to a point: in the block it is on, or the end of the one above it.
pub(super) fn offset_at(view: &View<'_>, set: &[SetBlock], point: Pos2) -> Option<TextOffset> {
    Some(block_at(set, point)?.offset_at(view.reading.article(), point))
}

fn block_at(set: &[SetBlock], point: Pos2) -> Option<&SetBlock> {
    set.iter().find(|block| point.y <= block.rect().bottom()).or(set.last())
}

/// Scrolls while something is drawn or dragged past the upper or the lower edge.
pub(super) fn scroll_past_edge(ui: &Ui, pane: Rect, point: Pos2, into: &mut f64) {
    let past = (point.y - (pane.bottom() - 16.0)).max(0.0) - ((pane.top() + 16.0) - point.y).max(0.0);
    if past != 0.0 {
        let seconds = ui.input(|input| input.stable_dt).min(0.1);
        *into += f64::from(past.clamp(-80.0, 80.0) * EDGE_SPEED * seconds);
        ui.ctx().request_repaint();
    }
}
