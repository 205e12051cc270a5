//! A finger on the column: a tap is a click, a drag scrolls the text, a press that is held selects a word and goes on from it.
//! Two fingers do none of this: they size the text.
//!
//! The system's touches come with the events of a mouse that does the same; what the finger means is decided here.

use std::time::Duration;

use egui::{Event, Pos2, Ui};

/// How long a finger has to lie still, in seconds, until it selects.
const HELD: f64 = 0.5;
/// A finger that moves at most this far, in points, lies still.
const STILL: f32 = 10.0;
/// The share of its speed that the text has left after a second, and the speed at which it stops, in points a second.
const LEFT_AFTER_A_SECOND: f32 = 0.03;
const STOPS: f32 = 30.0;

/// What a finger is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Finger {
    #[default]
    Up,
    Down {
        at: Pos2,
        since: f64,
    },
    Scrolling {
        at: Pos2,
    },
    Selecting,
}

/// What the finger asks for in this frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Touched {
    Nothing,
    Tap,
    /// Held still: the word under it is selected.
    Hold,
    /// Moved or lifted, after it was held.
    Select,
    Lift,
}

/// The finger on the column, and how fast the text still moves after it was lifted, in points a second.
#[derive(Default)]
pub(super) struct Touch {
    finger: Finger,
    speed: f32,
}

impl Touch {
    /// Follows the finger; `None` while there is none. `on_column` says whether a press of this frame is on the column.
    pub(super) fn take(&mut self, ui: &Ui, point: Pos2, on_column: bool, into: &mut f64) -> Option<Touched> {
        let (by_finger, pressed, released, time, speed) = ui.input(|input| {
            let touched = input.events.iter().any(|event| matches!(event, Event::Touch { .. }));
            let pointer = &input.pointer;
            (
                touched || input.any_touches(),
                pointer.primary_pressed(),
                pointer.primary_released(),
                input.time,
                pointer.velocity().y,
            )
        });
        if !by_finger && self.finger == Finger::Up {
            return None;
        }
        if ui.input(|input| input.multi_touch().is_some()) {
            // Two fingers size the text, which stays where it is.
            (self.finger, self.speed) = (Finger::Up, 0.0);
            return Some(Touched::Nothing);
        }
        if pressed && on_column {
            (self.finger, self.speed) = (Finger::Down { at: point, since: time }, 0.0);
        }
        let (next, touched) = match self.finger {
            Finger::Up => (Finger::Up, Touched::Nothing),
            Finger::Down { at, .. } if at.distance(point) > STILL => {
                *into -= f64::from(point.y - at.y);
                (Finger::Scrolling { at: point }, Touched::Nothing)
            }
            Finger::Down { .. } if released => (Finger::Up, Touched::Tap),
            Finger::Down { since, .. } if time - since >= HELD => (Finger::Selecting, Touched::Hold),
            Finger::Down { since, .. } => {
                ui.ctx().request_repaint_after(Duration::from_secs_f64((since + HELD - time).max(0.0)));
                (self.finger, Touched::Nothing)
            }
            Finger::Scrolling { at } => {
                *into -= f64::from(point.y - at.y);
                (Finger::Scrolling { at: point }, Touched::Nothing)
            }
            Finger::Selecting if released => (Finger::Selecting, Touched::Lift),
            Finger::Selecting => (Finger::Selecting, Touched::Select),
        };
        if released {
            // Where nothing is to move by itself, the text stops with the finger.
            let moves = ui.style().animation_time > 0.0 && matches!(next, Finger::Scrolling { .. });
            (self.finger, self.speed) = (Finger::Up, if moves { speed } else { 0.0 });
        } else {
            self.finger = next;
        }
        Some(touched)
    }

    /// Lets the text go on after a finger that was lifted in full movement, slower and slower.
    pub(super) fn coast(&mut self, ui: &Ui, into: &mut f64) {
        if self.finger != Finger::Up || self.speed.abs() < STOPS {
            return;
        }
        let seconds = ui.input(|input| input.stable_dt).min(0.1);
        *into -= f64::from(self.speed * seconds);
        self.speed *= LEFT_AFTER_A_SECOND.powf(seconds);
        ui.ctx().request_repaint();
    }

    pub(super) fn stop(&mut self) {
        self.speed = 0.0;
    }
}
