//! How many letters lie before a place of the text.

/// An index from bytes to letters, a step at a time.
pub(super) struct Letters<'t> {
    text: &'t [u8],
    /// The letters before each step.
    before: Vec<u32>,
}

const STEP: usize = 1 << 10;

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

    /// How many letters lie before a place.
    pub fn before(&self, at: usize) -> usize {
        let step = at / STEP;
        match (self.before.get(step), self.text.get(step * STEP..at)) {
            (Some(before), Some(rest)) => *before as usize + letters_in(rest),
            _ => letters_in(self.text.get(..at).unwrap_or_default()),
        }
    }
}

/// The first letters of a text.
pub(super) fn head(text: &str, letters: usize) -> &str {
    let (mut at, mut left) = (0, letters);
    for chunk in text.as_bytes().chunks(CHUNK) {
        let here = letters_in(chunk);
        if here > left {
            break;
        }
        (at, left) = (at + chunk.len(), left - here);
    }
    let next = text.as_bytes()[at..].iter().enumerate().filter(|(_, byte)| begins_letter(**byte)).nth(left);
    &text[..next.map_or(text.len(), |(ahead, _)| at + ahead)]
}

/// So many bytes are counted in one byte, and many of these at once.
const CHUNK: usize = 64;

/// How many letters begin among these bytes.
fn letters_in(bytes: &[u8]) -> usize {
    let count = |chunk: &[u8]| chunk.iter().map(|byte| u8::from(begins_letter(*byte))).sum::<u8>();
    let (chunks, rest) = bytes.as_chunks::<CHUNK>();
    chunks.iter().map(|chunk| usize::from(count(chunk))).sum::<usize>() + usize::from(count(rest))
}

fn begins_letter(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_and_taken_from_the_beginning() {
        let text = "Größe und „Güte“ – 水闸 ".repeat(40);
        let letters = Letters::of(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!((letters.between(0, at), head(&text, count)), (count, &text[..at]));
        }
        assert_eq!(head(&text, 5000), text);
    }
}
