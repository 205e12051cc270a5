//! Where the reader was before each jump, to go back there and forth again.

use crate::article::TextOffset;

/// Places kept at most.
const MOST: usize = 100;

#[derive(Clone, Debug, Default)]
pub struct Jumps {
    back: Vec<TextOffset>,
    forward: Vec<TextOffset>,
    /// What the last jump was, and where it led: going on from there in the same way is one jump.
    last: Option<(&'static str, TextOffset)>,
}

impl Jumps {
    /// A jump of some kind led from one place to another.
    pub fn record(&mut self, kind: &'static str, from: TextOffset, to: TextOffset) {
        if from == to {
            return;
        }
        if self.last != Some((kind, from)) {
            self.back.push(from);
            if self.back.len() > MOST {
                self.back.remove(0);
            }
        }
        self.forward.clear();
        self.last = Some((kind, to));
    }

    /// The place before the last jump, to be left with [`Self::forward`] again.
    pub fn back(&mut self, here: TextOffset) -> Option<TextOffset> {
        let place = self.back.pop()?;
        self.forward.push(here);
        self.last = None;
        Some(place)
    }

    pub fn forward(&mut self, here: TextOffset) -> Option<TextOffset> {
        let place = self.forward.pop()?;
        self.back.push(here);
        self.last = None;
        Some(place)
    }

    pub fn can_go(&self, forward: bool) -> bool {
        !if forward { &self.forward } else { &self.back }.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Jumps;
    use crate::article::TextOffset;

    fn at(byte: usize) -> TextOffset {
        TextOffset::new(&"a".repeat(100), byte).unwrap()
    }

    #[test]
    fn steps_of_one_kind_are_one_jump() {
        let mut jumps = Jumps::default();
        jumps.record("quotation", at(1), at(10));
        jumps.record("quotation", at(10), at(20));
        jumps.record("outline", at(20), at(50));
        assert_eq!([jumps.back(at(50)), jumps.back(at(20)), jumps.back(at(1))], [Some(at(20)), Some(at(1)), None]);
        assert_eq!([jumps.forward(at(1)), jumps.forward(at(20))], [Some(at(20)), Some(at(50))]);
        assert_eq!(jumps.forward(at(50)), None);
    }

    #[test]
    fn a_new_jump_forgets_the_way_forward() {
        let mut jumps = Jumps::default();
        jumps.record("outline", at(1), at(10));
        jumps.back(at(10));
        assert!(jumps.can_go(true));
        jumps.record("outline", at(1), at(30));
        assert!(!jumps.can_go(true) && jumps.can_go(false));
    }

    #[test]
    fn moving_on_between_two_jumps_makes_two() {
        let mut jumps = Jumps::default();
        jumps.record("quotation", at(1), at(10));
        jumps.record("quotation", at(30), at(40));
        assert_eq!([jumps.back(at(40)), jumps.back(at(30))], [Some(at(30)), Some(at(1))]);
    }
}
