//! Where words stand that run from right to left, or among such words. Which of their letters is where on the screen egui
//! does not tell: a word stands for any part of it.

use std::ops::Range;

use super::setting::RowSpan;

/// A word, a sign or a space on a row.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedWord {
    /// Which characters of the block it is.
    pub characters: Range<usize>,
    pub row: usize,
    /// From where to where it reaches, in points from the left of the block.
    pub left: f32,
    pub right: f32,
    pub runs_left: bool,
}

impl PlacedWord {
    /// Where it begins.
    fn head(&self) -> f32 {
        if self.runs_left { self.right } else { self.left }
    }

    /// Where it ends.
    fn tail(&self) -> f32 {
        if self.runs_left { self.left } else { self.right }
    }

    fn away(&self, x: f32) -> f32 {
        (self.left - x).max(x - self.right).max(0.0)
    }
}

/// The words of a block in the order of its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedWords(Vec<PlacedWord>);

impl PlacedWords {
    pub fn new(words: Vec<PlacedWord>) -> Self {
        Self(words)
    }

    /// The first character of each row.
    pub fn row_starts(&self) -> Vec<usize> {
        let mut starts: Vec<usize> = Vec::new();
        for word in &self.0 {
            if word.row >= starts.len() {
                starts.resize(word.row + 1, word.characters.start);
            }
        }
        starts
    }

    /// The word at a place of a row, or the nearest one there.
    pub fn word_at(&self, row: usize, x: f32) -> Option<&PlacedWord> {
        let words = self.0.iter().filter(|word| word.row == row);
        words.min_by(|one, other| one.away(x).total_cmp(&other.away(x)))
    }

    /// The character before which a place of a row is, at the nearer end of the word there.
    pub fn boundary_at(&self, row: usize, x: f32) -> Option<usize> {
        let word = self.word_at(row, x)?;
        let is_at_head = (word.head() - x).abs() <= (word.tail() - x).abs();
        Some(if is_at_head { word.characters.start } else { word.characters.end })
    }

    /// The row and the place where a caret before a character stands: at the head of the word that it is in.
    pub fn caret_before(&self, character: usize) -> Option<(usize, f32)> {
        let after = self.0.partition_point(|word| word.characters.start <= character);
        let word = self.0.get(after.saturating_sub(1))?;
        Some((word.row, if character < word.characters.end { word.head() } else { word.tail() }))
    }

    /// The row and the place at which a passage that ends with a character does: at the tail of the word that it is in.
    pub fn end_of(&self, character: usize) -> Option<(usize, f32)> {
        let after = self.0.partition_point(|word| word.characters.start < character);
        self.0.get(after.saturating_sub(1)).map(|word| (word.row, word.tail()))
    }

    /// Where the words lie that have some of these characters: stretches of rows, those of a row from the left. `middle` is
    /// left at nothing.
    pub fn spans(&self, characters: Range<usize>) -> Vec<RowSpan> {
        let first = self.0.partition_point(|word| word.characters.end <= characters.start);
        let words = self.0[first..].iter().take_while(|word| word.characters.start < characters.end);
        let mut spans: Vec<RowSpan> =
            words.map(|word| RowSpan { row: word.row, left: word.left, right: word.right, middle: 0.0 }).collect();
        spans.sort_by(|one, other| {
            (one.row, one.left).partial_cmp(&(other.row, other.left)).unwrap_or(std::cmp::Ordering::Equal)
        });
        spans.dedup_by(|next, span| {
            let goes_on = next.row == span.row && next.left - span.right < 0.5;
            if goes_on {
                span.right = next.right;
            }
            goes_on
        });
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// “one two” from the left on the first row; on the second a word, a space and a word from the right.
    fn words() -> PlacedWords {
        let word = |characters, row, left, right, runs_left| PlacedWord { characters, row, left, right, runs_left };
        PlacedWords::new(vec![
            word(0..3, 0, 0.0, 30.0, false),
            word(3..4, 0, 30.0, 40.0, false),
            word(4..7, 0, 40.0, 70.0, false),
            word(8..12, 1, 60.0, 100.0, true),
            word(12..13, 1, 50.0, 60.0, true),
            word(13..16, 1, 20.0, 50.0, true),
        ])
    }

    fn spans(characters: Range<usize>) -> Vec<(usize, f32, f32)> {
        words().spans(characters).into_iter().map(|span| (span.row, span.left, span.right)).collect()
    }

    #[test]
    fn a_part_of_a_word_is_the_whole_word() {
        assert_eq!(spans(1..2), [(0, 0.0, 30.0)]);
        assert_eq!(spans(5..10), [(0, 40.0, 70.0), (1, 60.0, 100.0)]);
        assert_eq!(spans(8..16), [(1, 20.0, 100.0)]);
        assert_eq!(spans(7..8), [], "the break between the rows is not seen");
        assert_eq!(spans(40..50), []);
    }

    #[test]
    fn a_place_is_the_nearer_end_of_a_word() {
        let check = |row, x, expected| assert_eq!(words().boundary_at(row, x), expected, "{row} {x}");
        check(0, 10.0, Some(0));
        check(0, 20.0, Some(3));
        check(1, 90.0, Some(8));
        check(1, 65.0, Some(12));
        check(1, -5.0, Some(16));
        check(1, 500.0, Some(8));
        check(2, 10.0, None);
        assert_eq!(PlacedWords::default().boundary_at(0, 0.0), None);
    }

    #[test]
    fn a_caret_stands_at_the_end_of_a_word() {
        let check = |character, expected| assert_eq!(words().caret_before(character), expected, "{character}");
        check(0, Some((0, 0.0)));
        check(2, Some((0, 0.0)));
        check(7, Some((0, 70.0)));
        check(8, Some((1, 100.0)));
        check(12, Some((1, 60.0)));
        check(16, Some((1, 20.0)));
        assert_eq!(words().end_of(10), Some((1, 60.0)));
        assert_eq!(words().end_of(7), Some((0, 70.0)));
        assert_eq!(PlacedWords::default().caret_before(3), None);
        assert_eq!(words().row_starts(), [0, 8]);
    }
}
