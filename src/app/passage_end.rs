//! The two ends of a marked passage, and where they come to when they are moved.

use crate::article::{Article, Block, Direction, TextOffset, TextRange, Unit, step, step_among, word_around};

/// One end of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PassageEnd {
    Start,
    End,
}

impl PassageEnd {
    pub const BOTH: [Self; 2] = [Self::Start, Self::End];

    pub fn of(self, range: TextRange) -> TextOffset {
        match self {
            Self::Start => range.start(),
            Self::End => range.end(),
        }
    }

    /// The passage with this end at another place; it keeps a character at least.
    pub fn moved(self, article: &Article, range: TextRange, to: TextOffset) -> TextRange {
        let moved = match self {
            Self::Start => {
                let last = step(article, range.end(), Unit::Character, Direction::Backward);
                TextRange::between(to.min(last), range.end())
            }
            Self::End => {
                let first = step(article, range.start(), Unit::Character, Direction::Forward);
                TextRange::between(range.start(), to.max(first))
            }
        };
        if moved.is_empty() { range } else { moved }
    }

    /// Where the end comes to when it is dragged to a place: by letters in the words where it stood, further away to the
    /// nearer end of a word.
    pub fn dragged(self, article: &Article, stood: TextOffset, to: TextOffset) -> TextOffset {
        let before = |place| step(article, place, Unit::Character, Direction::Backward);
        let near = word_around(article, before(stood)).start()..=word_around(article, stood).end();
        if near.contains(&to) {
            return to;
        }
        let word = word_around(article, if self == Self::Start { to } else { before(to) });
        let is_nearer_to_start =
            to.byte() - word.start().byte().min(to.byte()) < word.end().byte().saturating_sub(to.byte());
        self.past_space(article, if is_nearer_to_start { word.start() } else { word.end() })
    }

    /// Where the end comes to when it takes a step by key.
    pub fn stepped(
        self,
        article: &Article,
        from: TextOffset,
        unit: Unit,
        direction: Direction,
        is_shown: impl Fn(&Block) -> bool,
    ) -> TextOffset {
        let to = step_among(article, from, unit, direction, is_shown);
        if unit == Unit::Character { to } else { self.past_space(article, to) }
    }

    /// A passage neither begins nor ends with white space.
    fn past_space(self, article: &Article, place: TextOffset) -> TextOffset {
        let (before, after) = article.text().split_at(place.byte());
        article.offset_at_byte(match self {
            Self::Start => place.byte() + after.len() - after.trim_start().len(),
            Self::End => before.trim_end().len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BlockKind;

    /// An article of one block a line, without the marks `[` and `]` round a passage and `|` at a place, and where these are.
    fn example(marked: &str) -> (Article, TextRange, Option<TextOffset>) {
        let (mut text, mut places) = (String::new(), [None; 3]);
        for letter in marked.chars() {
            match "[]|".find(letter) {
                Some(number) => places[number] = Some(text.len()),
                None => text.push(letter),
            }
        }
        let mut start = 0;
        let blocks = text.split('\n').map(|line| {
            let range = TextRange::of_bytes(&text, start, start + line.len()).unwrap();
            start += line.len() + 1;
            Block { kind: BlockKind::Paragraph, range }
        });
        let article = Article::new("a.txt", text.as_str(), blocks.collect());
        let [start, end, place] = places.map(|at| at.map(|at| article.offset_at_byte(at)));
        let range = TextRange::between(start.unwrap(), end.unwrap());
        (article, range, place)
    }

    /// Drags an end to `|`.
    #[track_caller]
    fn check(end: PassageEnd, marked: &str, expected: &str) {
        let (article, range, to) = example(marked);
        let to = end.dragged(&article, end.of(range), to.unwrap());
        assert_eq!(article.slice(end.moved(&article, range, to)), expected, "{marked}");
    }

    #[test]
    fn an_end_is_dragged_by_letters_at_first_and_then_by_words() {
        use PassageEnd::{End, Start};
        check(End, "The [tides] cam|e in.", "tides came");
        check(End, "The [tides] c|ame in.", "tides");
        check(End, "The [tide|s] came in.", "tide");
        check(End, "The tide[ came in]. Nobody |moved.", " came in. Nobody");
        check(Start, "Th|e [tides] came in.", "tides");
        check(Start, "T|he [tides] came in.", "The tides");
        check(Start, "The [t|ides] came in.", "ides");
        check(Start, "The [tides came in|].", "n");
        check(End, "水[闸]关|上了。", "闸关");
        check(End, "The [tides] came.\nNo|body moved.", "tides came.");
        check(End, "The [tides] came.\nNobo|dy moved.", "tides came.\nNobody");
    }

    #[test]
    fn an_end_is_never_dragged_past_the_other() {
        use PassageEnd::{End, Start};
        check(Start, "The [tides] came |in.", "s");
        check(End, "The| big [tides] came in.", "t");
    }

    #[test]
    fn an_end_steps_by_words_without_the_space_between() {
        let check = |end: PassageEnd, marked: &str, direction, expected: &str| {
            let (article, range, _) = example(marked);
            let to = end.stepped(&article, end.of(range), Unit::Word, direction, |_| true);
            assert_eq!(article.slice(end.moved(&article, range, to)), expected, "{marked}");
        };
        check(PassageEnd::Start, "The [tide came] in.", Direction::Forward, "came");
        check(PassageEnd::Start, "The [tide came] in.", Direction::Backward, "The tide came");
        check(PassageEnd::End, "The [tide came] in.", Direction::Forward, "tide came in");
        check(PassageEnd::End, "The [tide came] in.", Direction::Backward, "tide");
        check(PassageEnd::End, "[The] tide.", Direction::Backward, "T");
    }
}
