//! Whose turn it is in a dialogue: two people speak in turn where nobody is named.

use super::people::PersonId;

/// Whose turn it is in a dialogue.
#[derive(Default)]
pub(super) struct Turns(Vec<Turn>);

/// A line of dialogue; who speaks it may not be known.
struct Turn {
    paragraph: usize,
    speaker: Option<PersonId>,
    source: Option<(usize, usize)>,
}

impl Turns {
    pub fn take(&mut self, paragraph: usize, speaker: Option<PersonId>, source: Option<(usize, usize)>) {
        self.0.push(Turn { paragraph, speaker, source });
    }

    pub fn source_of(&self, id: PersonId) -> Option<(usize, usize)> {
        self.0.iter().rev().take(8).find(|turn| turn.speaker == Some(id)).and_then(|turn| turn.source)
    }

    /// Who spoke the line before the last one, if both stand right before this one.
    pub fn other(&self, paragraph: usize) -> Option<(PersonId, Option<(usize, usize)>)> {
        let mut before = self.0.iter().rev();
        let last = before.next().filter(|last| last.paragraph + 1 >= paragraph)?;
        let other = before.next().filter(|turn| turn.paragraph + 2 >= paragraph && turn.speaker != last.speaker)?;
        other.speaker.map(|id| (id, other.source))
    }
}
