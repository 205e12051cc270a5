//! What the narration of a story tells of a line: who acts before it, and who does beside its words.

use std::ops::Range;

use super::cast::Cast;
use super::index::{Index, Place};
use super::{Acting, CharacterId, Told};

/// A story's text with the people in it.
pub(super) struct Narration<'a> {
    pub text: &'a str,
    pub cast: &'a Cast,
    index: Index,
    narrator: Option<CharacterId>,
}

/// What stands between two lines.
#[derive(Default)]
pub(super) struct Between {
    /// With where they are named.
    pub actors: Vec<(usize, CharacterId)>,
    pub aside: Vec<CharacterId>,
    pub acting: Option<Acting>,
}

impl<'a> Narration<'a> {
    pub fn of(text: &'a str, cast: &'a Cast, names: &[(String, CharacterId)]) -> Self {
        Self { text, cast, index: Index::of(cast, names), narrator: cast.narrator() }
    }

    /// What a stretch of paragraphs tells in which nobody speaks.
    pub fn between(&self, stretch: Range<usize>) -> Between {
        let start = stretch.start;
        let text = self.text.get(stretch).unwrap_or_default();
        if text.trim().is_empty() {
            return Between::default();
        }
        let (actors, aside): (Vec<Place>, Vec<Place>) =
            self.index.among(text).into_iter().partition(|place| place.opens(text));
        let last = text.trim_end().rsplit('\n').next().unwrap_or_default();
        Between {
            actors: actors.into_iter().map(|place| (start + place.start, place.character)).collect(),
            aside: aside.into_iter().map(|place| place.character).collect(),
            acting: Acting::last(last, self.cast.words),
        }
    }

    /// Who acts beside the words of a line, in the parts of its paragraph that nobody speaks: '— Il pleut. Marthe ferma la
    /// fenêtre.'
    pub fn beat(&self, parts: &[Range<usize>]) -> Told {
        parts.iter().map(|part| self.act(part.clone())).find(|told| *told != Told::Nothing).unwrap_or(Told::Nothing)
    }

    /// Whether the first of these parts has words.
    pub fn leads(&self, parts: &[Range<usize>]) -> bool {
        let first = parts.first().and_then(|part| self.text.get(part.clone()));
        first.is_some_and(|first| first.contains(char::is_alphabetic))
    }

    fn act(&self, part: Range<usize>) -> Told {
        let words = self.cast.words;
        let text = self.text.get(part).unwrap_or_default();
        if let Some(narrator) = self.narrator.filter(|_| words.tells(text)) {
            return Told::Name(narrator);
        }
        if let Some(place) = self.index.among(text).into_iter().find(|place| place.opens(text)) {
            return Told::Name(place.character);
        }
        let gender = words.opening_pronoun(text);
        gender.map_or(Told::Nothing, |gender| Told::Pronoun { gender: Some(gender), meant: None })
    }

    /// Whom spoken words call.
    pub fn calls(&self, words: &str) -> Vec<CharacterId> {
        let called = self.index.among(words).into_iter().filter(|place| place.is_call(words));
        called.map(|place| place.character).collect()
    }
}

/// What is left of a paragraph beside some of its parts, in order.
pub(super) fn beside(paragraph: Range<usize>, parts: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut at = paragraph.start;
    let mut left = Vec::new();
    for part in parts {
        left.push(at..part.start.max(at));
        at = part.end.max(at);
    }
    left.push(at..paragraph.end.max(at));
    left
}
