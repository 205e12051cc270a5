//! Who speaks, as it comes to be known: near the reader first, then as far as the article has been read.

use super::Tab;
use crate::{
    app::{
        listening::{Listening, Nearby},
        worker::{self, Post},
    },
    speech::{Near, SpeakerId},
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
        let listened = self.listened.and_then(|id| self.marks.name(id).map(str::to_owned));
        if self.facts.follow(&self.reading, self.listening.is_done()) {
            self.marks.follow(self.reading.speech());
            let speakers = &self.reading.speech().speakers;
            let place = listened.and_then(|name| speakers.iter().position(|speaker| speaker.name == name));
            self.listened = place.map(SpeakerId::at);
        }
        self.let_go_of_deleted();
    }
}
