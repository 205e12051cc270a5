//! Who speaks, as it comes to be known: near the reader first, then as far as the article has been read.

use super::Tab;
use crate::{
    app::{
        listening::{Listening, Nearby},
        worker::{self, Post},
    },
    speech::Near,
};

/// An article of so many bytes takes so long to be read for speakers that those near the reader are found first.
const LONG: usize = 256 << 10;

/// Less than this before the end of what is known, the speakers there are found before the reader comes to it.
const AHEAD: usize = 16 << 10;

impl Tab {
    /// Has a worker find who speaks in the article, from its beginning; what was found of it before stays.
    pub fn listen(&mut self, post: &Post) {
        let (listening, called_off) = Listening::begin();
        self.listening = listening;
        worker::listen(self.id, self.reading.article().clone(), called_off, post.clone());
    }

    /// Has a worker find who speaks where the reader is, if that is not known and not all of the article will have been
    /// read at once.
    pub fn listen_nearby(&mut self, post: &Post) {
        let article = self.reading.article();
        let end = article.text().len();
        if end < LONG || self.glimpsed || self.nearby.asked || !self.listening.is_going() {
            return;
        }
        let place = self.column.place_at_top().or(self.kept_place).unwrap_or_default();
        let is_known = self.nearby.known.is_some_and(|known| {
            let last = known.end().byte();
            known.start() <= place && (place.byte() + AHEAD < last || last == end)
        });
        if !is_known {
            self.nearby.asked = true;
            worker::listen_nearby(self.id, article.clone(), place, post.clone());
        }
    }

    /// Takes in who speaks near a place, unless that has become known of the whole article.
    pub fn hear_nearby(&mut self, near: Near) {
        self.nearby = Nearby { known: Some(near.range), asked: false };
        if !self.listening.is_done() {
            self.reading.hear_near(near.speech);
            self.follow_reading();
        }
    }

    /// Goes on with the speakers that were found in the beginning of the article.
    pub(super) fn hear_glimpse(&mut self, glimpse: Self) {
        let article = glimpse.reading.article();
        if glimpse.nearby.known.is_some() && self.reading.article().text().starts_with(article.text()) {
            self.marks = glimpse.marks;
            self.hear_nearby(Near { range: article.whole(), speech: glimpse.reading.speech().as_ref().clone() });
        }
    }

    /// Takes in that the speech or the notes have changed.
    pub fn follow_reading(&mut self) {
        let listened = self.listened.and_then(|id| self.marks.person(id).map(str::to_owned));
        if self.facts.follow(&self.reading, self.listening.is_done()) {
            let (reading, read_through) = (&self.reading, self.listening.is_done());
            self.marks.follow(reading.found(), reading.speech(), reading.corrections(), read_through);
            self.listened = listened.and_then(|person| self.marks.speaker(&person));
        }
        self.let_go_of_deleted();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::{
        app::{
            clock,
            tab::{Tab, TabId},
        },
        notes::{AnnotationId, Notes},
        open,
        reading::Reading,
        speech::{SpeakerId, Speech, Verdict},
    };

    #[test]
    fn who_reads_with_a_correction_sees_the_colours_of_who_made_it() {
        let text =
            "“We wait for it,” said Ada Brandt.\n\n“No,” said Jon Weir.\n\n“Nobody asked us at all,” said Jon Weir.\n";
        let article = Arc::new(open::from_bytes("a.txt", text.as_bytes()).unwrap().article);
        let speech = Arc::new(Speech::of(&article));
        let tab = |notes| {
            let mut tab = Tab::new(TabId(1), None, Reading::new(article.clone(), Arc::default(), notes));
            tab.reading.set_speech(speech.clone());
            tab.follow_reading();
            tab
        };
        let mut teacher = tab(Notes::default());
        let last = speech.quotations.last().unwrap().range;
        let verdict = Verdict::SaidBy("Ola Nordmann".to_owned());
        let id = AnnotationId::from_random([1; 5]);
        let edit = teacher.reading.notes().rule(id, &article, last, verdict, clock::now());
        teacher.reading.apply(edit.unwrap());
        teacher.follow_reading();
        let student = tab(teacher.reading.notes().clone());
        let marks = |tab: &Tab| {
            let speech = tab.reading.speech().clone();
            let mut marks: Vec<_> = (0..speech.speakers.len())
                .map(SpeakerId::at)
                .map(|id| {
                    (speech.speaker(id).name.clone(), tab.marks.mark(Some(id)), tab.marks.letter(Some(id)).to_owned())
                })
                .collect();
            marks.sort_by(|one, other| one.0.cmp(&other.0));
            marks
        };
        assert_eq!(marks(&student).len(), 2, "the correction goes on to his other words");
        assert_eq!(marks(&student), marks(&teacher));
    }
}
