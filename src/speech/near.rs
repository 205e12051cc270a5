//! Who speaks near a place of a long article, before all of it has been read: what the paragraphs round that place tell by
//! themselves.

use super::{Inside, Quotation, Speech};
use crate::article::{Article, Block, TextOffset, TextRange};

/// How many bytes are read before a place, and from there on.
const BEFORE: usize = 32 << 10;
const BEHIND: usize = 96 << 10;

/// A stretch of an article, and who speaks there as far as it tells by itself.
#[derive(Clone, Debug)]
pub struct Near {
    pub range: TextRange,
    pub speech: Speech,
}

impl Near {
    /// Finds who speaks round a place of an article. What names a speaker farther away is not known, so that this is
    /// shown only until all of the article has been read.
    pub fn of(article: &Article, place: TextOffset) -> Self {
        let text = article.text();
        let range = range_round(article, place);
        let base = range.start().byte();
        let blocks = article.blocks();
        let first = blocks.partition_point(|block| block.range.end() <= range.start());
        let inside = |block: &Block| {
            let here = block.range.overlap(range)?;
            let part = TextRange::of_bytes(&text[range.bytes()], here.start().byte() - base, here.end().byte() - base)?;
            Some(Block { kind: block.kind, range: part })
        };
        let blocks = blocks[first..].iter().map_while(inside).collect();
        let excerpt = Article::new(article.name(), &text[range.bytes()], blocks);
        let mut speech = Speech::of(&excerpt);
        speech.quotations = speech.quotations.into_iter().filter_map(|one| one.moved(text, base)).collect();
        Self { range, speech }
    }
}

/// The blocks round a place; of a block that is longer than what is read, a part.
fn range_round(article: &Article, place: TextOffset) -> TextRange {
    let block_at = |byte: usize| {
        let number = article.block_at(article.offset_at_byte(byte))?;
        article.blocks().get(number).map(|block| block.range)
    };
    let (from, to) = (place.byte().saturating_sub(BEFORE), (place.byte() + BEHIND).min(article.text().len()));
    let start = block_at(from).map(|block| block.start().byte()).filter(|start| from.saturating_sub(*start) < BEFORE);
    let end = block_at(to).map(|block| block.end().byte()).filter(|end| end.saturating_sub(to) < BEFORE);
    let place = |byte: usize| article.offset_at_byte(byte);
    TextRange::between(place(start.unwrap_or(from)), place(end.unwrap_or(to).max(to)))
}

impl Quotation {
    /// The same quotation so many bytes farther on, in a text that has there what it was found in.
    fn moved(self, text: &str, by: usize) -> Option<Self> {
        let moved = |range: TextRange| TextRange::of_bytes(text, range.start().byte() + by, range.end().byte() + by);
        let inside = self.inside.map(|inside| Box::new(Inside(inside.0.iter().copied().filter_map(moved).collect())));
        let (source, cue) = (self.source.and_then(moved), self.cue.and_then(moved));
        Some(Self { range: moved(self.range)?, inside, source, cue, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open;

    const SAID: &str =
        "Ada Hill, the mayor, came late. \"It is too late,\" she said. She added that nobody had asked.\n\n";

    fn article(text: &str) -> Article {
        open::from_bytes("article.txt", text.as_bytes()).unwrap().article
    }

    /// Who says what in a stretch, with where it stands.
    fn said(article: &Article, speech: &Speech, range: TextRange) -> Vec<(TextRange, Option<String>, String)> {
        let inside = speech.quotations.iter().filter(|quotation| range.covers(quotation.range));
        inside
            .map(|one| {
                let name = one.speaker.map(|id| speech.speaker(id).name.clone());
                (one.range, name, speech.why(article, one).to_string())
            })
            .collect()
    }

    #[track_caller]
    fn check_that_it_is_as_over_the_whole(text: &str, byte: usize) {
        let article = article(text);
        let near = Near::of(&article, article.offset_at_byte(byte));
        let whole = Speech::of(&article);
        let expected = said(&article, &whole, near.range);
        assert!(near.range.start().byte() <= byte && byte <= near.range.end().byte());
        assert!(expected.len() > 100 || expected.len() == whole.quotations.len());
        assert_eq!(said(&article, &near.speech, near.range), expected);
    }

    #[test]
    fn what_is_near_is_as_over_the_whole_where_it_tells_all() {
        let english = SAID.repeat(2000);
        for byte in [0, english.len() / 2, english.len()] {
            check_that_it_is_as_over_the_whole(&english, byte);
        }
        check_that_it_is_as_over_the_whole(SAID, 10);
        let chinese = "镇长李小青来晚了。“已经太晚了，”李小青说。\n\n".repeat(3000);
        check_that_it_is_as_over_the_whole(&chinese, chinese.len() / 2);
        let french = "« Nous attendons », a dit Marie Durand.\n\n".repeat(4000);
        check_that_it_is_as_over_the_whole(&french, french.len() / 2);
    }

    #[test]
    fn of_a_very_long_paragraph_a_part_is_read() {
        let text = "É! \"It is too late,\" said Ada Hill. ".repeat(6000);
        let article = article(text.trim());
        for byte in [0, 100_001, text.len()] {
            let near = Near::of(&article, article.offset_at_byte(byte));
            assert!(near.range.len() <= 3 * BEFORE + BEHIND, "{}", near.range.len());
            assert!(near.speech.quotations.len() > 800);
            let spoken = article.slice(near.speech.quotations[10].range);
            assert_eq!(spoken, "\"It is too late,\"");
        }
    }

    #[test]
    fn an_empty_article_says_nothing_near() {
        let article = Article::new("article.txt", "", Vec::new());
        assert!(Near::of(&article, TextOffset::default()).speech.quotations.is_empty());
    }
}
