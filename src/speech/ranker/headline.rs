//! Headlines that open with a passage: what stands behind its colon is whom it is about.

use super::super::lexicon::Classes;
use super::super::mentions::{MentionKind, Phrase};
use super::super::survey::Mention;
use super::Passage;

impl Passage<'_, '_> {
    /// '“We waited”: [village] fights for its mill': whether a headline behind the passage opens with a mention that does something.
    pub(super) fn is_headed_by(&self, mention: Mention) -> bool {
        let tokens = &self.survey.sentences[self.sentence].tokens;
        let Phrase { first, after } = mention.phrase;
        if !self.survey.lexicon.is_english() || mention.sentence != Some(self.sentence) || first != self.token + 2 {
            return false;
        }
        let is_bare =
            mention.kind == MentionKind::Noun && !tokens[first].is(Classes::DETERMINER.and(Classes::POSSESSIVE));
        let is_headline = tokens[first - 1].text == ":" && is_bare && tokens.last().is_some_and(|last| last.word);
        is_headline && tokens[after..].iter().any(|token| token.is_finite || token.could_be_verb)
    }
}
