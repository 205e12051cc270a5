//! How many letters lie before a place of the text.

/// An index from bytes to letters, a step at a time.
pub(super) struct Letters<'t> {
    text: &'t [u8],
    /// The letters before each step.
    before: Vec<u32>,
}

const STEP: usize = 512;

impl<'t> Letters<'t> {
    pub fn of(text: &'t str) -> Self {
        let mut before = 0;
        let count = |chunk: &[u8]| {
            let here = before;
            before += letters_in(chunk) as u32;
            here
        };
        Self { text: text.as_bytes(), before: text.as_bytes().chunks(STEP).map(count).collect() }
    }

    pub fn between(&self, from: usize, to: usize) -> usize {
        self.before(to).saturating_sub(self.before(from))
    }

    fn before(&self, at: usize) -> usize {
        let step = at / STEP;
        match (self.before.get(step), self.text.get(step * STEP..at)) {
            (Some(before), Some(rest)) => *before as usize + letters_in(rest),
            _ => letters_in(self.text.get(..at).unwrap_or_default()),
        }
    }
}

/// How many letters begin among these bytes.
fn letters_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}
