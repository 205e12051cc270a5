use std::collections::HashMap;

use super::{SpeakerMark, UNKNOWN_LETTER, letters};
use crate::speech::{SpeakerId, Speech};

/// How each speaker of an article is shown; `None` stands for a speaker nobody knows.
#[derive(Clone, Debug, Default)]
pub struct SpeakerMarks {
    /// The names in the order of their slots. A name keeps its slot, so that a correction recolours nobody else.
    names: Vec<String>,
    letters: Vec<String>,
    /// The slot of each speaker.
    slots: Vec<usize>,
    /// The slot of each name.
    by_name: HashMap<String, usize>,
}

impl SpeakerMarks {
    /// Gives slots to the speakers that have none, most words first.
    pub fn follow(&mut self, speech: &Speech) {
        let before = self.names.len();
        let mut slot = |name: &String| {
            *self.by_name.entry(name.clone()).or_insert_with(|| {
                self.names.push(name.clone());
                self.names.len() - 1
            })
        };
        self.slots = speech.speakers.iter().map(|speaker| slot(&speaker.name)).collect();
        if self.names.len() > before {
            self.letters = letters(&self.names.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }

    pub fn letter(&self, speaker: Option<SpeakerId>) -> &str {
        self.slot(speaker).and_then(|slot| self.letters.get(slot)).map_or(UNKNOWN_LETTER, String::as_str)
    }

    /// The name by which a speaker got their slot.
    pub fn name(&self, speaker: SpeakerId) -> Option<&str> {
        self.names.get(self.slot(Some(speaker))?).map(String::as_str)
    }

    /// The colour and pattern of a speaker.
    pub fn mark(&self, speaker: Option<SpeakerId>) -> SpeakerMark {
        self.slot(speaker).map_or(SpeakerMark::Unknown, SpeakerMark::of)
    }

    fn slot(&self, speaker: Option<SpeakerId>) -> Option<usize> {
        self.slots.get(speaker?.number()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::SpeakerMarks;
    use crate::speech::{Speaker, SpeakerId, Speech};

    fn speech(names: &[&str]) -> Speech {
        let speaker = |name: &&str| Speaker { name: (*name).to_owned(), also: Vec::new(), quotations: 1, words: 1 };
        let mut speech = Speech::default();
        speech.speakers = names.iter().map(speaker).collect();
        speech
    }

    #[test]
    fn a_correction_recolours_nobody_else() {
        let mut marks = SpeakerMarks::default();
        marks.follow(&speech(&["Ada Brandt", "Jon Weir"]));
        let jon = marks.mark(Some(SpeakerId::at(1)));
        marks.follow(&speech(&["Jon Weir", "Ola Nordmann", "Ada Brandt"]));
        assert_eq!(marks.mark(Some(SpeakerId::at(0))), jon);
        assert_eq!([0, 1, 2].map(|id| marks.letter(Some(SpeakerId::at(id)))), ["W", "N", "B"]);
        assert_eq!(marks.letter(None), "?");
    }
}
