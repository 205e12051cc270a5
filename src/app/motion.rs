//! Whether things in the window move: the wheel's easing, fades, panels that slide, a caret that blinks.
//!
//! In: what the reader set and what the system asks for. Out: a style and an input without motion.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::Relaxed},
};

use egui::{Context, Event, MouseWheelUnit, RawInput, Style, style::ScrollAnimation};
use mundy::{Interest, Preferences, ReducedMotion, Subscription};
use serde::{Deserialize, Serialize};

use super::language::message;

/// When things may move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Motion {
    /// Unless the system asks for less motion.
    #[default]
    System,
    Always,
    Never,
}

impl Motion {
    pub const ALL: [Self; 3] = [Self::System, Self::Always, Self::Never];

    /// What the window calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => message!("motion-system"),
            Self::Always => message!("motion-always"),
            Self::Never => message!("motion-never"),
        }
    }

    /// Whether things move in the end.
    pub fn moves(self, system: &SystemMotion) -> bool {
        match self {
            Self::System => !system.is_reduced(),
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// Whether the system asks for less motion, as far as it has said so.
pub struct SystemMotion {
    reduced: Arc<AtomicBool>,
    /// Hears of changes as long as it is kept.
    _subscription: Option<Subscription>,
}

impl SystemMotion {
    /// Asks the system, which answers later, and again whenever its user changes it. Call it on the first thread.
    pub fn ask(context: &Context) -> Self {
        let reduced = Arc::new(AtomicBool::new(false));
        let (told, context) = (reduced.clone(), context.clone());
        let subscription = Preferences::subscribe(Interest::ReducedMotion, move |preferences| {
            told.store(preferences.reduced_motion == ReducedMotion::Reduce, Relaxed);
            context.request_repaint();
        });
        Self { reduced, _subscription: Some(subscription) }
    }

    /// A system that asks for less motion, or does not, and never changes its mind.
    pub fn always(reduced: bool) -> Self {
        Self { reduced: Arc::new(AtomicBool::new(reduced)), _subscription: None }
    }

    fn is_reduced(&self) -> bool {
        self.reduced.load(Relaxed)
    }
}

/// Takes all motion out of a style.
pub fn still(style: &mut Style) {
    style.animation_time = 0.0;
    style.scroll_animation = ScrollAnimation::none();
    style.visuals.text_cursor.blink = false;
}

/// egui eases a step of the wheel that is this long or longer, in points.
const EASED: f32 = 8.0;

/// Parts each step of a wheel into steps that are too short to be eased, so that it is taken at once.
pub fn still_wheel(input: &mut RawInput, line: f32) {
    let events = std::mem::take(&mut input.events);
    for event in events {
        match event {
            Event::MouseWheel { unit, delta, phase, source, modifiers } if unit != MouseWheelUnit::Page => {
                let points = if unit == MouseWheelUnit::Line { delta * line } else { delta };
                let parts = (points.length() / (EASED - 1.0)).ceil().clamp(1.0, 1000.0);
                let part =
                    Event::MouseWheel { unit: MouseWheelUnit::Point, delta: points / parts, phase, source, modifiers };
                input.events.extend(std::iter::repeat_n(part, parts as usize));
            }
            event => input.events.push(event),
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, MouseWheelSource, TouchPhase, vec2};

    use super::*;

    /// How far the first frame after a step of the wheel scrolls.
    fn scrolled(is_still: bool) -> f32 {
        let context = Context::default();
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: vec2(0.0, -3.0),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        };
        let mut input = RawInput { events: vec![wheel], ..RawInput::default() };
        if is_still {
            still_wheel(&mut input, 40.0);
        }
        let mut delta = 0.0;
        context.run_ui(input, |ui| delta = ui.input(|input| input.smooth_scroll_delta().y)).textures_delta.clear();
        delta
    }

    #[test]
    fn a_step_of_the_wheel_is_taken_at_once() {
        assert!((scrolled(true) + 120.0).abs() < 0.01, "{}", scrolled(true));
        assert!(scrolled(false) > -120.0, "this is what is to be avoided");
    }

    #[test]
    fn the_reader_decides_or_else_the_system() {
        let (asks, says_nothing) = (SystemMotion::always(true), SystemMotion::always(false));
        assert!(!Motion::System.moves(&asks) && Motion::System.moves(&says_nothing));
        assert!(Motion::Always.moves(&asks) && !Motion::Never.moves(&says_nothing));
    }
}
