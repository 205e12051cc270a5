use crate::article::{Article, TextOffset, TextRange, sentence_around, word_around};

/// What the reader has selected: from where it began to where it has been drawn, in either order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The end that stays.
    pub origin: TextOffset,
    /// The end that moves: where the caret stands.
    pub caret: TextOffset,
}

impl Selection {
    pub fn caret_at(offset: TextOffset) -> Self {
        Self { origin: offset, caret: offset }
    }

    pub fn of(range: TextRange) -> Self {
        Self { origin: range.start(), caret: range.end() }
    }

    pub fn range(self) -> TextRange {
        TextRange::between(self.origin, self.caret)
    }

    pub fn is_empty(self) -> bool {
        self.origin == self.caret
    }
}

/// What one press of the mouse takes hold of: a place, and with two or three clicks the words round it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    Character,
    Word,
    Sentence,
    Block,
}

impl Grain {
    /// The grain of so many clicks in the same place.
    pub fn of_clicks(clicks: usize) -> Self {
        match clicks {
            0 | 1 => Self::Character,
            2 => Self::Word,
            3 => Self::Sentence,
            _ => Self::Block,
        }
    }

    /// The stretch of this grain round a place.
    pub fn around(self, article: &Article, offset: TextOffset) -> TextRange {
        match self {
            Self::Character => TextRange::between(offset, offset),
            Self::Word => word_around(article, offset),
            Self::Sentence => sentence_around(article, offset),
            Self::Block => article
                .block_at(offset)
                .map_or(TextRange::between(offset, offset), |number| article.blocks()[number].range),
        }
    }
}

/// A selection being drawn with the mouse.
#[derive(Clone, Copy, Debug)]
pub struct Drawing {
    first: TextRange,
    grain: Grain,
}

impl Drawing {
    pub fn grain(self) -> Grain {
        self.grain
    }

    /// Begins at a place.
    pub fn at(article: &Article, offset: TextOffset, grain: Grain) -> Self {
        Self { first: grain.around(article, offset), grain }
    }

    /// Begins on a word whose letters are not told apart: all of it is selected, whichever way the other end goes.
    pub fn from_word(word: TextRange) -> Self {
        Self { first: word, grain: Grain::Character }
    }

    /// Goes on from a selection, whose origin stays.
    pub fn from(selection: Selection) -> Self {
        Self { first: TextRange::between(selection.origin, selection.origin), grain: Grain::Character }
    }

    /// The selection when the mouse is at a place: whole words or sentences, where it began with one.
    pub fn to(self, article: &Article, offset: TextOffset) -> Selection {
        let here = self.grain.around(article, offset);
        if here.start() < self.first.start() {
            Selection { origin: self.first.end(), caret: here.start() }
        } else {
            Selection { origin: self.first.start(), caret: here.end().max(self.first.end()) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Drawing, Grain};
    use crate::article::{Article, Block, BlockKind, TextRange};

    const TEXT: &str = "The tide came in. Nobody moved.";

    fn article() -> Article {
        let range = TextRange::of_bytes(TEXT, 0, TEXT.len()).unwrap();
        Article::new("a.txt", TEXT, vec![Block { kind: BlockKind::Paragraph, range }])
    }

    fn check(grain: Grain, from: usize, to: usize, expected: &str) {
        let article = article();
        let drawing = Drawing::at(&article, article.offset_at_byte(from), grain);
        let selection = drawing.to(&article, article.offset_at_byte(to));
        assert_eq!(article.slice(selection.range()), expected, "{grain:?} from {from} to {to}");
    }

    #[test]
    fn a_selection_grows_by_what_it_began_with() {
        check(Grain::Character, 4, 8, "tide");
        check(Grain::Character, 8, 4, "tide");
        check(Grain::Word, 5, 5, "tide");
        check(Grain::Word, 5, 10, "tide came");
        check(Grain::Word, 10, 5, "tide came");
        check(Grain::Sentence, 20, 20, "Nobody moved.");
        check(Grain::Sentence, 20, 3, "The tide came in. Nobody moved.");
        check(Grain::Block, 3, 3, "The tide came in. Nobody moved.");
    }

    #[test]
    fn a_word_that_a_selection_began_on_stays_in_it() {
        let article = article();
        let check = |to: usize, expected: &str| {
            let drawing = Drawing::from_word(TextRange::of_bytes(TEXT, 4, 8).unwrap());
            assert_eq!(article.slice(drawing.to(&article, article.offset_at_byte(to)).range()), expected, "to {to}");
        };
        check(6, "tide");
        check(8, "tide");
        check(13, "tide came");
        check(0, "The tide");
    }
}
