//! The people of a story, each once, whatever they are called by.

use rustc_hash::FxHashMap;

use super::super::kept::Gender;
use super::words::Words;
use super::{Character, CharacterId};

pub(super) struct Cast {
    pub words: &'static Words,
    pub all: Vec<Character>,
    by_call: FxHashMap<String, CharacterId>,
}

impl Cast {
    pub fn of(words: &'static Words) -> Self {
        Self { words, all: Vec::new(), by_call: FxHashMap::default() }
    }

    /// Whoever has a name; somebody new where nobody is called so yet. `gender` is what else tells of a woman or a man.
    pub fn character(&mut self, name: &str, gender: Option<Gender>) -> CharacterId {
        let name = if self.words.is_narrator(name) { self.words.narrator() } else { name };
        let gender = gender.or_else(|| self.words.gender(name));
        let next = CharacterId::at(self.all.len());
        let id = *self.by_call.entry(self.words.called(name)).or_insert(next);
        if id == next {
            let is_narrator = self.words.is_narrator(name);
            self.all.push(Character { name: name.to_owned(), gender, is_narrator });
        }
        self.learn_gender(id, gender);
        id
    }

    /// Whoever tells the story, where they speak in it.
    pub fn narrator(&self) -> Option<CharacterId> {
        self.all.iter().position(|character| character.is_narrator).map(CharacterId::at)
    }

    pub fn learn_gender(&mut self, character: CharacterId, gender: Option<Gender>) {
        let known = &mut self.all[character.number()].gender;
        *known = known.or(gender);
    }
}
