//! The wheel with Ctrl, and two fingers, as the commands that make the text larger and smaller.

use egui::Context;

use super::Command;

/// What a notch of the wheel enlarges by, as the logarithm of a factor, and a little less, for it arrives in parts.
const STEP: f32 = 0.19;
/// After so many seconds without more of it a new gesture begins.
const RESTED: f64 = 0.5;

/// How far the gesture that is being made has gone since its last step.
#[derive(Debug, Default)]
pub struct Zooming {
    gone: f32,
    at: f64,
}

impl Zooming {
    /// The commands that the gesture asks for in this frame.
    pub fn take(&mut self, context: &Context) -> Vec<Command> {
        let (factor, now) = context.input(|input| (input.zoom_delta(), input.time));
        if factor == 1.0 || !(factor > 0.0 && factor.is_finite()) {
            return Vec::new();
        }
        let more = factor.ln();
        // Neither a rest nor a turn goes on with what was left.
        if now - self.at > RESTED || self.gone * more < 0.0 {
            self.gone = 0.0;
        }
        self.at = now;
        self.gone += more;
        let steps = (self.gone / STEP).trunc();
        self.gone -= steps * STEP;
        let command = if steps > 0.0 { Command::LargerText } else { Command::SmallerText };
        vec![command; steps.abs() as usize]
    }
}

#[cfg(test)]
mod tests {
    use egui::{Event, RawInput};

    use super::*;

    /// How many steps larger each of some gestures makes the text, given as factors with the second that they come in.
    fn check(factors: &[(f64, f32)], expected: &[i32]) {
        let (context, mut zooming) = (Context::default(), Zooming::default());
        let steps = factors.iter().map(|(time, factor)| {
            let input = RawInput { time: Some(*time), events: vec![Event::Zoom(*factor)], ..RawInput::default() };
            let mut steps = 0;
            let mut frame = context.run_ui(input, |ui| {
                let commands = zooming.take(ui.ctx());
                steps += commands.iter().map(|one| if *one == Command::LargerText { 1 } else { -1 }).sum::<i32>();
            });
            frame.textures_delta.clear();
            steps
        });
        assert_eq!(steps.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn parts_of_a_gesture_add_up() {
        check(&[(0.0, 1.1), (0.1, 1.1), (0.2, 1.1), (0.3, 1.1)], &[0, 1, 0, 1]);
        check(&[(0.0, 1.5), (0.1, 0.5)], &[2, -3]);
    }

    #[test]
    fn after_a_rest_or_a_turn_nothing_is_left_of_it() {
        check(&[(0.0, 1.15), (2.0, 1.15)], &[0, 0]);
        check(&[(0.0, 1.15), (0.1, 0.87), (0.2, 0.87)], &[0, 0, -1]);
    }

    #[test]
    fn a_factor_that_is_none_is_left_alone() {
        check(&[(0.0, 1.0), (0.1, 0.0), (0.2, -1.0)], &[0, 0, 0]);
    }
}
