use jiff::Timestamp;

use super::{AnnotationId, Change, Edit, EditName, Notes, Place, Selector, annotate::whole_second};
use crate::{
    article::{Article, TextRange},
    speech::{Corrections, Verdict},
};

/// What a reader corrected of who speaks.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// Of the same kind as an annotation's, and never shared with one.
    pub id: AnnotationId,
    pub subject: Subject,
    pub made: Timestamp,
}

/// What a correction is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A passage, and who says it.
    Passage { selector: Selector, place: Place, verdict: Verdict },
    /// Words of `name` are shown as words of `speaker`: the same person, or a better name.
    SamePerson { name: String, speaker: String },
}

impl Correction {
    /// Where the passage is in the article as it reads now.
    pub fn range(&self) -> Option<TextRange> {
        match &self.subject {
            Subject::Passage { place, .. } => place.range(),
            Subject::SamePerson { .. } => None,
        }
    }
}

/// Edits of corrections. Each gives `None` when it would change nothing.
impl Notes {
    /// The corrections as speech takes them, in the order they were made; those whose passage is gone are left out.
    pub fn corrections_of_speech(&self) -> Corrections {
        let mut corrections = Corrections::default();
        for correction in &self.corrections {
            match &correction.subject {
                Subject::Passage { place, verdict, .. } => {
                    corrections.verdicts.extend(place.range().map(|range| (range, verdict.clone())));
                }
                Subject::SamePerson { name, speaker } => corrections.same.push((name.clone(), speaker.clone())),
            }
        }
        corrections
    }

    /// Says of a passage who says it, in place of what was said of the same passage before.
    pub fn rule(
        &self,
        id: AnnotationId,
        article: &Article,
        range: TextRange,
        verdict: Verdict,
        now: Timestamp,
    ) -> Option<Edit> {
        let before = self.corrections.iter().rev().find(|correction| correction.range() == Some(range));
        if range.is_empty()
            || before.is_some_and(
                |before| matches!(&before.subject, Subject::Passage { verdict: was, .. } if *was == verdict),
            )
        {
            return None;
        }
        // Speech that the reader marked stays marked when it is given another speaker.
        let was_missed =
            before.is_some_and(|before| matches!(before.subject, Subject::Passage { verdict: Verdict::Speech(_), .. }));
        let verdict = match verdict {
            Verdict::SaidBy(name) if was_missed => Verdict::Speech(Some(name)),
            verdict => verdict,
        };
        let name = match &verdict {
            Verdict::SaidBy(_) => EditName::Speaker,
            Verdict::NotSpeech => EditName::NotSpeech,
            Verdict::Speech(_) => EditName::Speech,
        };
        let taken_back = was_missed && verdict == Verdict::NotSpeech;
        let selector = Selector::of(article, range);
        let subject = Subject::Passage { selector, place: Place::Exact(range), verdict };
        let mut changes = Vec::new();
        for (at, old) in self.corrections.iter().enumerate().rev().filter(|(_, old)| old.range() == Some(range)) {
            changes.extend(self.dropped(at, old, now));
        }
        if !taken_back {
            changes.push(self.added(Correction { id, subject, made: whole_second(now) }, &changes));
        }
        Some(Edit::new(name, changes, now))
    }

    /// Shows one person's words under another name, an old name or a new one.
    pub fn same_person(&self, id: AnnotationId, name: &str, speaker: &str, now: Timestamp) -> Option<Edit> {
        let speaker = speaker.trim();
        if speaker.is_empty() || self.corrections_of_speech().name_of(name) == speaker {
            return None;
        }
        let subject = Subject::SamePerson { name: name.to_owned(), speaker: speaker.to_owned() };
        let change = self.added(Correction { id, subject, made: whole_second(now) }, &[]);
        Some(Edit::new(EditName::SamePerson, vec![change], now))
    }

    /// The names of those who were made one with a person of this name.
    pub fn joined_with(&self, speaker: &str) -> impl Iterator<Item = &str> {
        self.corrections.iter().filter_map(move |correction| match &correction.subject {
            Subject::SamePerson { name, speaker: to } if to == speaker => Some(name.as_str()),
            _ => None,
        })
    }

    /// Takes apart what was made one person under this name.
    pub fn apart(&self, speaker: &str, now: Timestamp) -> Option<Edit> {
        let joined = |correction: &Correction| matches!(&correction.subject, Subject::SamePerson { speaker: to, .. } if to == speaker);
        let mut changes = Vec::new();
        for (at, old) in self.corrections.iter().enumerate().rev().filter(|(_, old)| joined(old)) {
            changes.extend(self.dropped(at, old, now));
        }
        (!changes.is_empty()).then(|| Edit::new(EditName::Apart, changes, now))
    }

    fn added(&self, correction: Correction, before: &[Change]) -> Change {
        let dropped = before.iter().filter(|change| matches!(change, Change::Correction { .. })).count();
        Change::Correction { at: self.corrections.len() - dropped, before: None, after: Some(correction) }
    }

    fn dropped(&self, at: usize, old: &Correction, now: Timestamp) -> [Change; 2] {
        let before = self.removed.get(&old.id).copied();
        [
            Change::Correction { at, before: Some(old.clone()), after: None },
            Change::Removed { id: old.id.clone(), before, after: Some(whole_second(now)) },
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "“We wait,” said Ada Brandt. “Not for long,” she said.";

    fn article() -> Article {
        crate::open::from_bytes("a.txt", TEXT.as_bytes()).unwrap().article
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn id(number: u8) -> AnnotationId {
        AnnotationId::from_random([0, 0, 0, 0, number])
    }

    fn range(words: &str) -> TextRange {
        let start = TEXT.find(words).unwrap();
        TextRange::of_bytes(TEXT, start, start + words.len()).unwrap()
    }

    fn said_by(name: &str) -> Verdict {
        Verdict::SaidBy(name.to_owned())
    }

    #[test]
    fn a_second_verdict_replaces_the_first_and_undo_brings_it_back() {
        let mut notes = Notes::default();
        let first = notes.rule(id(1), &article(), range("“We wait,”"), said_by("Jon Weir"), at(1)).unwrap();
        notes.apply(&first);
        let once = notes.clone();
        assert_eq!(notes.rule(id(2), &article(), range("“We wait,”"), said_by("Jon Weir"), at(2)), None);
        let second = notes.rule(id(2), &article(), range("“We wait,”"), Verdict::NotSpeech, at(2)).unwrap();
        notes.apply(&second);
        assert_eq!(notes.corrections_of_speech().verdicts, [(range("“We wait,”"), Verdict::NotSpeech)]);
        notes.apply(&second.inverse());
        assert_eq!(notes, once);
        notes.apply(&first.inverse());
        assert_eq!(notes, Notes::default());
    }

    #[test]
    fn marked_speech_stays_marked_with_a_speaker_and_goes_when_it_is_none() {
        let mut notes = Notes::default();
        let passage = range("Ada Brandt");
        notes.apply(&notes.rule(id(1), &article(), passage, Verdict::Speech(None), at(1)).unwrap());
        notes.apply(&notes.rule(id(2), &article(), passage, said_by("Jon Weir"), at(2)).unwrap());
        let speech = Verdict::Speech(Some("Jon Weir".to_owned()));
        assert_eq!(notes.corrections_of_speech().verdicts, [(passage, speech)]);
        notes.apply(&notes.rule(id(3), &article(), passage, Verdict::NotSpeech, at(3)).unwrap());
        assert_eq!(notes.corrections_of_speech(), Corrections::default());
    }

    #[test]
    fn two_names_are_one_person_and_apart_again() {
        let mut notes = Notes::default();
        notes.apply(&notes.same_person(id(1), "Brandt", "Ada Brandt", at(1)).unwrap());
        assert_eq!(notes.same_person(id(2), "Brandt", "Ada Brandt", at(2)), None);
        assert_eq!(notes.corrections_of_speech().name_of("Brandt"), "Ada Brandt");
        notes.apply(&notes.apart("Ada Brandt", at(3)).unwrap());
        assert_eq!(notes.corrections_of_speech().name_of("Brandt"), "Brandt");
        assert_eq!(notes.apart("Ada Brandt", at(4)), None);
    }
}
