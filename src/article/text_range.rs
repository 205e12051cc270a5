use std::num::NonZeroU32;

/// A place in an article's text: a byte offset that lies on a character's boundary.
///
/// Places are kept by the thousand, and no text of four gigabytes is opened: four bytes do, which hold one more than
/// the offset so that a place that may be none is no larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextOffset(NonZeroU32);

impl Default for TextOffset {
    fn default() -> Self {
        Self(NonZeroU32::MIN)
    }
}

impl TextOffset {
    /// The place at a byte of `text`, or `None` inside a character or past the end.
    pub fn new(text: &str, byte: usize) -> Option<Self> {
        let one_more = u32::try_from(byte).ok()?.checked_add(1)?;
        NonZeroU32::new(one_more).filter(|_| text.is_char_boundary(byte)).map(Self)
    }

    /// The nearest place at or before a byte of `text`.
    pub fn floor(text: &str, byte: usize) -> Self {
        let byte = text.floor_char_boundary(byte.min(u32::MAX as usize - 1));
        Self(NonZeroU32::MIN.saturating_add(byte as u32))
    }

    /// The offset in bytes.
    pub fn byte(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A stretch of an article's text, its end exclusive; it may be empty, its ends are never the wrong way round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TextRange {
    start: TextOffset,
    end: TextOffset,
}

impl TextRange {
    /// The stretch between two places, in either order.
    pub fn between(one: TextOffset, other: TextOffset) -> Self {
        Self { start: one.min(other), end: one.max(other) }
    }

    /// The stretch between two bytes of `text`, or `None` when either lies inside a character or past the end.
    pub fn of_bytes(text: &str, start: usize, end: usize) -> Option<Self> {
        Some(Self::between(TextOffset::new(text, start)?, TextOffset::new(text, end)?))
    }

    /// Where the stretch begins.
    pub fn start(self) -> TextOffset {
        self.start
    }

    /// The place behind the stretch's last character.
    pub fn end(self) -> TextOffset {
        self.end
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        self.end.byte() - self.start.byte()
    }

    /// Whether the stretch holds no character.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The bytes, to slice the text with.
    pub fn bytes(self) -> std::ops::Range<usize> {
        self.start.byte()..self.end.byte()
    }

    /// Whether a place lies inside; the end does not.
    pub fn holds(self, offset: TextOffset) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` lies inside.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// What two stretches share, or `None` where they share no character.
    pub fn overlap(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }
}
