use std::collections::HashMap;

use super::{SpeakerMark, UNKNOWN_LETTER, letter, letters};
use crate::speech::{Corrections, SpeakerId, Speech, Verdict};

/// How each speaker of an article is shown; `None` stands for a speaker nobody knows.
///
/// Slots are given to the speakers that were found, most words first, then to those whom corrections bring: so they are the
/// same for everybody who reads the article, whenever they corrected what. A person keeps their slot under another name, and
/// a slot is nobody else's when the article changes.
#[derive(Clone, Debug, Default)]
pub struct SpeakerMarks {
    /// Whose each slot is: the name under which they were found, or else the one that a correction brought.
    persons: Vec<String>,
    /// How many of these stay as they are. Behind them are those whom corrections bring before it is known who is found.
    settled: usize,
    letters: Vec<String>,
    /// The slot of each speaker.
    slots: Vec<usize>,
}

impl SpeakerMarks {
    /// Gives slots to the speakers that have none. Those whom corrections bring stand behind those that will be found, as
    /// long as the article is not `read_through`.
    pub fn follow(&mut self, found: &Speech, speech: &Speech, corrections: &Corrections, read_through: bool) {
        let brought = self.persons.split_off(self.settled);
        let mut by_name: HashMap<String, usize> = self.persons.iter().cloned().zip(0..).collect();
        let mut slot = |persons: &mut Vec<String>, name: &str| match by_name.get(name) {
            Some(slot) => *slot,
            None => {
                by_name.insert(name.to_owned(), persons.len());
                persons.push(name.to_owned());
                persons.len() - 1
            }
        };
        for speaker in &found.speakers {
            slot(&mut self.persons, &speaker.name);
        }
        self.settled = self.persons.len();
        for name in &brought {
            slot(&mut self.persons, name);
        }
        let former = self.former_names(found, corrections);
        let person = |name: &String| former.get(name).unwrap_or(name).clone();
        self.slots = speech.speakers.iter().map(|speaker| slot(&mut self.persons, &person(&speaker.name))).collect();
        if read_through {
            self.settled = self.persons.len();
        }
        self.spell(speech);
    }

    /// For each name that nobody was found under and that others are shown as, the first of those.
    fn former_names(&self, found: &Speech, corrections: &Corrections) -> HashMap<String, String> {
        let mut former = HashMap::new();
        if corrections.same.is_empty() {
            return former;
        }
        let names = found.speakers.iter().map(|speaker| &speaker.name).chain(&self.persons[..self.settled]);
        let ruled = corrections.verdicts.iter().filter_map(|(_, verdict)| match verdict {
            Verdict::SaidBy(name) | Verdict::Speech(Some(name)) => Some(name),
            Verdict::Speech(None) | Verdict::NotSpeech => None,
        });
        for name in names.chain(ruled) {
            former.entry(corrections.name_of(name).to_owned()).or_insert_with(|| name.clone());
        }
        for speaker in &found.speakers {
            former.remove(&speaker.name);
        }
        former
    }

    /// Gives each slot its letter: first by the names that the persons had, then anew to those who have another, so that
    /// nobody else's changes.
    fn spell(&mut self, speech: &Speech) {
        let mut names: Vec<&str> = self.persons.iter().map(String::as_str).collect();
        self.letters = letters(&names);
        for (speaker, &slot) in speech.speakers.iter().zip(&self.slots) {
            names[slot] = &speaker.name;
        }
        let is_renamed = |(_, (name, person)): &(usize, (&&str, &String))| *name != person;
        for (slot, (name, _)) in names.iter().zip(&self.persons).enumerate().filter(is_renamed) {
            self.letters[slot].clear();
            self.letters[slot] = letter(name, |letter| self.letters.contains(letter));
        }
    }

    pub fn letter(&self, speaker: Option<SpeakerId>) -> &str {
        self.slot(speaker).and_then(|slot| self.letters.get(slot)).map_or(UNKNOWN_LETTER, String::as_str)
    }

    /// Who a speaker is, whatever they are called now.
    pub fn person(&self, speaker: SpeakerId) -> Option<&str> {
        self.persons.get(self.slot(Some(speaker))?).map(String::as_str)
    }

    /// The speaker who is this person.
    pub fn speaker(&self, person: &str) -> Option<SpeakerId> {
        self.slots.iter().position(|&slot| self.persons[slot] == person).map(SpeakerId::at)
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
    use crate::{
        app::speaker_mark::SpeakerMark,
        speech::{Corrections, Speaker, SpeakerId, Speech},
    };

    fn speech(names: &[&str]) -> Speech {
        let speaker = |name: &&str| Speaker { name: (*name).to_owned(), also: Vec::new(), quotations: 1, words: 1 };
        let mut speech = Speech::default();
        speech.speakers = names.iter().map(speaker).collect();
        speech
    }

    fn same(pairs: &[(&str, &str)]) -> Corrections {
        let same = pairs.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect();
        Corrections { same, ..Corrections::default() }
    }

    /// What the speakers are shown as: the numbers of their marks, and their letters.
    #[track_caller]
    fn check(marks: &SpeakerMarks, slots: &[usize], letters: &[&str]) {
        let ids: Vec<_> = (0..slots.len()).map(|id| Some(SpeakerId::at(id))).collect();
        let shown: Vec<_> = ids.iter().map(|id| marks.mark(*id)).collect();
        assert_eq!(shown, slots.iter().map(|slot| SpeakerMark::of(*slot)).collect::<Vec<_>>());
        assert_eq!(ids.iter().map(|id| marks.letter(*id)).collect::<Vec<_>>(), letters);
    }

    #[test]
    fn a_correction_recolours_nobody_else() {
        let mut marks = SpeakerMarks::default();
        let found = speech(&["Ada Brandt", "Jon Weir"]);
        marks.follow(&found, &found, &Corrections::default(), true);
        check(&marks, &[0, 1], &["B", "W"]);
        marks.follow(&found, &speech(&["Jon Weir", "Ola Nordmann", "Ada Brandt"]), &Corrections::default(), true);
        check(&marks, &[1, 2, 0], &["W", "N", "B"]);
        assert_eq!(marks.letter(None), "?");
    }

    #[test]
    fn whom_a_correction_brings_stands_behind_those_who_are_found_later() {
        let mut marks = SpeakerMarks::default();
        marks.follow(&Speech::default(), &speech(&["Ola Nordmann"]), &Corrections::default(), false);
        let found = speech(&["Ada Brandt", "Jon Weir"]);
        let corrected = speech(&["Ada Brandt", "Ola Nordmann", "Jon Weir"]);
        marks.follow(&found, &corrected, &Corrections::default(), true);
        check(&marks, &[0, 2, 1], &["B", "N", "W"]);
        // The article changed and is read for its speakers again.
        marks.follow(&Speech::default(), &speech(&["Ola Nordmann"]), &Corrections::default(), false);
        check(&marks, &[2], &["N"]);
        marks.follow(&speech(&["Jon Weir", "Ada Brandt"]), &corrected, &Corrections::default(), true);
        check(&marks, &[0, 2, 1], &["B", "N", "W"]);
    }

    #[test]
    fn a_person_keeps_colour_and_pattern_under_another_name_and_the_letter_goes_by_the_name() {
        let found = speech(&["Miriam Oduya", "Ada Smith", "Jon Weir"]);
        let renamed = same(&[("Miriam Oduya", "Miriam Smith"), ("Miriam Smith", "Dr Smith")]);
        let mut marks = SpeakerMarks::default();
        marks.follow(&found, &found, &Corrections::default(), true);
        marks.follow(&found, &speech(&["Dr Smith", "Ada Smith", "Jon Weir"]), &renamed, true);
        check(&marks, &[0, 1, 2], &["Sm", "S", "W"]);
        assert_eq!(marks.person(SpeakerId::at(0)), Some("Miriam Oduya"));
        assert_eq!(marks.speaker("Miriam Oduya"), Some(SpeakerId::at(0)));
        let mut opened_later = SpeakerMarks::default();
        opened_later.follow(&found, &speech(&["Dr Smith", "Ada Smith", "Jon Weir"]), &renamed, true);
        check(&opened_later, &[0, 1, 2], &["Sm", "S", "W"]);
        marks.follow(&found, &found, &Corrections::default(), true);
        check(&marks, &[0, 1, 2], &["O", "S", "W"]);
    }

    #[test]
    fn whoever_is_made_one_with_somebody_found_looks_like_them() {
        let found = speech(&["Ada Brandt", "Brandt", "Jon Weir"]);
        let mut marks = SpeakerMarks::default();
        marks.follow(&found, &speech(&["Brandt", "Jon Weir"]), &same(&[("Ada Brandt", "Brandt")]), true);
        check(&marks, &[1, 2], &["Br", "W"]);
    }
}
