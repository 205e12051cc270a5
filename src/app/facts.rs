use std::sync::Arc;

use crate::{
    article::{Article, BlockKind, TextOffset, words_in},
    notes::{AnnotationId, Notes, Place, TagRow},
    reading::Reading,
    speech::{QuotationKind, SpeakerId, Speech},
};

/// What the panes say of an article as a whole, counted once after each change: a frame must not look at all of it.
#[derive(Default)]
pub struct Facts {
    /// The numbers of the blocks that are paragraphs, and of those that are titles or headings.
    paragraphs: Vec<u32>,
    pub headings: Vec<usize>,
    speakers: Vec<SpeakerFacts>,
    /// The speech that the speakers were counted in.
    counted: Option<Arc<Speech>>,
    /// The code book, each tag under the one it is nested in.
    pub tags: Vec<TagRow>,
    pub orphans: Vec<AnnotationId>,
    /// The reader's notes on the article as a whole.
    pub on_article: Vec<AnnotationId>,
    /// The number of the block that the article begins with: its title, or the first that is not folded away.
    pub front: Option<usize>,
    /// How many annotations ask to be confirmed.
    pub changed: usize,
}

/// How much somebody says, how, and where.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SpeakerFacts {
    /// The share of all words that are said, from 0 to 1.
    pub share: f32,
    pub direct: usize,
    pub indirect: usize,
    /// The first and the last paragraph, counted from 1.
    pub first: usize,
    pub last: usize,
}

impl Facts {
    pub fn of(article: &Article) -> Self {
        let numbers = |wanted: fn(BlockKind) -> bool| {
            (0..article.blocks().len()).filter(move |&number| wanted(article.blocks()[number].kind))
        };
        let blocks = article.blocks();
        let title = blocks.iter().position(|block| block.kind == BlockKind::Title);
        Self {
            front: title.or_else(|| blocks.iter().position(|block| !block.kind.is_folded())),
            paragraphs: numbers(|kind| kind == BlockKind::Paragraph).map(|number| number as u32).collect(),
            headings: numbers(|kind| matches!(kind, BlockKind::Title | BlockKind::Heading(_))).collect(),
            ..Self::default()
        }
    }

    /// Counts anew after the speech or the notes have changed; whether the speech has.
    ///
    /// Words that nobody is known to say count once all of the article has been `read_through` for its speakers: before
    /// that there are many, and more come several times a second.
    pub fn follow(&mut self, reading: &Reading, read_through: bool) -> bool {
        self.follow_notes(reading.notes());
        self.follow_speech(reading, read_through)
    }

    fn follow_speech(&mut self, reading: &Reading, read_through: bool) -> bool {
        let (article, speech) = (reading.article(), reading.speech());
        if self.counted.as_ref().is_some_and(|counted| Arc::ptr_eq(counted, speech)) {
            return false;
        }
        self.counted = Some(speech.clone());
        self.speakers = vec![SpeakerFacts::default(); speech.speakers.len()];
        let mut words = 0;
        for quotation in &speech.quotations {
            let Some(id) = quotation.speaker else {
                if read_through {
                    words += words_in(article.slice(quotation.range));
                }
                continue;
            };
            let paragraph = self.paragraph_at(article, quotation.range.start());
            let facts = &mut self.speakers[id.number()];
            match quotation.kind {
                QuotationKind::Direct => facts.direct += 1,
                QuotationKind::Indirect | QuotationKind::Mixed => facts.indirect += 1,
            }
            if facts.first == 0 {
                facts.first = paragraph;
            }
            facts.last = paragraph;
        }
        words += speech.speakers.iter().map(|speaker| speaker.words).sum::<usize>();
        for (facts, speaker) in self.speakers.iter_mut().zip(&speech.speakers) {
            facts.share = speaker.words as f32 / words.max(1) as f32;
        }
        true
    }

    fn follow_notes(&mut self, notes: &Notes) {
        self.tags = notes.tag_rows();
        self.orphans = notes.orphans().map(|annotation| annotation.id.clone()).collect();
        self.on_article = notes.on_article().map(|annotation| annotation.id.clone()).collect();
        let is_changed = |place: &Place| matches!(place, Place::Changed(_));
        self.changed = notes.annotations.iter().filter(|annotation| is_changed(&annotation.place)).count();
    }

    pub fn speaker(&self, id: SpeakerId) -> SpeakerFacts {
        self.speakers.get(id.number()).copied().unwrap_or_default()
    }

    /// How many paragraphs there are.
    pub fn paragraphs(&self) -> usize {
        self.paragraphs.len()
    }

    /// How many paragraphs there are up to a block, that one counted; 1 before the first.
    pub fn paragraph_of_block(&self, block: usize) -> usize {
        self.paragraphs
            .partition_point(|&number| number as usize <= block)
            .clamp(usize::from(!self.paragraphs.is_empty()), self.paragraphs.len())
    }

    fn paragraph_at(&self, article: &Article, offset: TextOffset) -> usize {
        article.block_at(offset).map_or(0, |block| self.paragraph_of_block(block))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Facts, SpeakerFacts};
    use crate::{
        notes::Notes,
        open,
        reading::Reading,
        speech::{SpeakerId, Speech},
    };

    #[test]
    fn speakers_are_counted_with_their_place_and_share() {
        let text = "A title\n\n“We wait for it,” said Ada Brandt.\n\nNobody moved.\n\n“No,” said Jon Weir. Brandt said that the wall would hold.\n";
        let article = Arc::new(open::from_bytes("a.txt", text.as_bytes()).unwrap().article);
        let speech = Arc::new(Speech::of(&article));
        let reading = Reading::new(article.clone(), speech, Notes::default());
        let mut facts = Facts::of(&article);
        facts.follow(&reading, true);
        assert_eq!((facts.paragraphs(), facts.headings.len(), facts.paragraph_of_block(0)), (3, 1, 1));
        let share = |words: f32| words / 9.0;
        let ada = SpeakerFacts { share: share(8.0), direct: 1, indirect: 1, first: 1, last: 3 };
        let jon = SpeakerFacts { share: share(1.0), direct: 1, indirect: 0, first: 3, last: 3 };
        assert_eq!([facts.speaker(SpeakerId::at(0)), facts.speaker(SpeakerId::at(1))], [ada, jon]);
    }
}
