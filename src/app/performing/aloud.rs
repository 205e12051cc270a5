//! Reading aloud: begun, paused, gone on with, and following the voice.

use crate::{
    app::{
        aloud::{Aloud, sentence_after, sentence_from},
        called_off::Waiting,
        notice::Told,
        tab::{Tab, TabId},
        voice::{Said, Sentence},
        window::Window,
    },
    article::TextRange,
};

impl Window {
    /// Reads the article in front aloud from where the reader is; while it is read, pauses; and goes on after that.
    pub(super) fn read_aloud(&mut self) {
        let Some(tab) = self.tabs.get_mut(self.shown) else { return };
        let sentence = match &mut tab.aloud {
            Some(aloud) if !aloud.is_paused() => {
                aloud.voice = None;
                return;
            }
            // Where the reader went meanwhile counts more than where it was paused.
            Some(aloud) if tab.selection.is_none() => Some(aloud.sentence),
            _ => sentence_from(tab, tab.place()),
        };
        for tab in &mut self.tabs {
            tab.aloud = tab.aloud.take().filter(Aloud::is_paused);
        }
        if let Some(sentence) = sentence {
            // From now on the reader is where the voice is.
            let tab = &mut self.tabs[self.shown];
            (tab.selection, tab.chosen, tab.writing) = (None, None, None);
            // What was told about an earlier try is to be true of this one before it stands there again.
            self.notices.retain(|notice| !matches!(notice.told, Told::NoVoice | Told::VoiceSilent));
            self.say_aloud(self.shown, sentence, false);
        }
    }

    /// Hears what became of a sentence, and has the next one said.
    pub(in crate::app) fn take_spoken(&mut self, tab: TabId, turn: u64, said: Said) {
        let Some(number) = self.tabs.iter().position(|other| other.id == tab) else { return };
        let tab = &mut self.tabs[number];
        let Some((sentence, was_unheard)) = said_just_now(tab, turn) else { return };
        let problem = match said {
            Said::NoVoice => Some(Told::NoVoice),
            Said::TooSoon if was_unheard => Some(Told::VoiceSilent),
            Said::Whole | Said::TooSoon | Said::CalledOff => None,
        };
        if let Some(problem) = problem {
            tab.aloud = None;
            self.say(problem);
            return;
        }
        match sentence_after(tab, sentence) {
            Some(next) => self.say_aloud(number, next, said == Said::TooSoon),
            None => tab.aloud = None,
        }
    }

    fn say_aloud(&mut self, number: usize, sentence: TextRange, unheard: bool) {
        let tab = &mut self.tabs[number];
        let turn = self.turn + 1;
        self.turn = turn;
        let voice = Waiting::default();
        let words = tab.reading.article().running_words(sentence);
        self.voice.say(Sentence { tab: tab.id, turn, words }, voice.called_off(), self.post.clone());
        tab.aloud = Some(Aloud { sentence, turn, voice: Some(voice), unheard });
        tab.column.follow(sentence);
    }
}

/// The sentence of a turn, if it is the one that is being said, and whether the one before it was not heard.
fn said_just_now(tab: &Tab, turn: u64) -> Option<(TextRange, bool)> {
    let aloud = tab.aloud.as_ref().filter(|aloud| aloud.turn == turn && !aloud.is_paused())?;
    Some((aloud.sentence, aloud.unheard))
}
