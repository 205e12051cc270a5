use crate::article::{TextOffset, TextRange};

/// Numbered stretches of a text, to be asked which of them lie on a stretch without looking at all.
#[derive(Clone, Debug, Default)]
pub struct Spans {
    /// By start, then by number.
    sorted: Vec<(TextRange, u32)>,
    /// The furthest end of all spans up to this one.
    furthest: Vec<TextOffset>,
}

impl Spans {
    pub fn new(spans: impl IntoIterator<Item = (TextRange, usize)>) -> Self {
        let mut sorted: Vec<_> = spans.into_iter().map(|(range, number)| (range, number as u32)).collect();
        sorted.sort_by_key(|(range, number)| (range.start(), *number));
        let mut reached = TextOffset::default();
        let furthest = sorted
            .iter()
            .map(|(range, _)| {
                reached = reached.max(range.end());
                reached
            })
            .collect();
        Self { sorted, furthest }
    }

    /// The spans that share a character with `range`, in the order of the text.
    pub fn overlapping(&self, range: TextRange) -> impl Iterator<Item = (TextRange, usize)> {
        let from = self.furthest.partition_point(|end| *end <= range.start());
        self.sorted[from..]
            .iter()
            .take_while(move |(span, _)| span.start() < range.end())
            .filter(move |(span, _)| span.overlap(range).is_some())
            .map(|(span, number)| (*span, *number as usize))
    }

    /// The spans that hold a place, in the order of the text.
    pub fn at(&self, offset: TextOffset) -> impl Iterator<Item = (TextRange, usize)> {
        let from = self.furthest.partition_point(|end| *end <= offset);
        self.sorted[from..]
            .iter()
            .take_while(move |(span, _)| span.start() <= offset)
            .filter(move |(span, _)| span.holds(offset))
            .map(|(span, number)| (*span, *number as usize))
    }

    /// All spans in the order of the text.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (TextRange, usize)> {
        self.sorted.iter().map(|(span, number)| (*span, *number as usize))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Spans;
    use crate::article::TextRange;

    const TEXT: &str = "0123456789012345678901234567890123456789";

    fn range(start: usize, length: usize) -> TextRange {
        TextRange::of_bytes(TEXT, start, start + length).unwrap()
    }

    proptest! {
        #[test]
        fn finds_what_a_look_at_every_span_finds(
            spans in prop::collection::vec((0usize..30, 0usize..10), 0..20),
            (start, length) in (0usize..30, 0usize..10),
        ) {
            let ranges: Vec<_> = spans.iter().map(|&(start, length)| range(start, length)).collect();
            let spans = Spans::new(ranges.iter().copied().zip(0..));
            let mut found: Vec<_> = spans.overlapping(range(start, length)).map(|(_, number)| number).collect();
            found.sort_unstable();
            let expected: Vec<_> = (0..ranges.len()).filter(|&n| ranges[n].overlap(range(start, length)).is_some()).collect();
            prop_assert_eq!(found, expected);
            let place = range(start, length).start();
            let mut found: Vec<_> = spans.at(place).map(|(_, number)| number).collect();
            found.sort_unstable();
            let expected: Vec<_> = (0..ranges.len()).filter(|&n| ranges[n].holds(place)).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
