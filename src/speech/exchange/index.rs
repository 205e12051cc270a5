//! Where a text names the people of a story.

use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHasher};

use super::CharacterId;
use super::cast::Cast;
use super::words::is_same;

/// The names of a cast by their first word; of a language that stands without spaces by their first sign.
pub(super) struct Index {
    by_opening: FxHashMap<u64, Vec<(String, CharacterId)>>,
    is_joined: bool,
}

/// A name in a text. Places are bytes of it.
pub(super) struct Place {
    pub start: usize,
    pub end: usize,
    pub character: CharacterId,
}

/// How long what stands before a name in its sentence is at most, in bytes: a title, an article, "Und".
const BEFORE: usize = 10;

impl Index {
    /// From all that characters are called by.
    pub fn of(cast: &Cast, names: &[(String, CharacterId)]) -> Self {
        let is_joined = cast.words.is_joined();
        let mut index = Self { by_opening: FxHashMap::default(), is_joined };
        for (name, character) in names.iter().filter(|(name, _)| !cast.words.is_narrator(name)) {
            index.add(name, *character);
            for call in cast.words.kin_of(&cast.words.called(name)) {
                index.add(call, *character);
            }
            // 'Quille' and 'Marthe' of 'Marthe Quille'
            let is_full = name.contains(' ') && name.split(' ').all(|word| word.starts_with(char::is_uppercase));
            for part in name.split(' ').filter(|part| is_full && cast.words.gender(part).is_none()) {
                index.add(part, *character);
            }
        }
        for names in index.by_opening.values_mut() {
            names.sort_by(|(one, first), (other, second)| other.len().cmp(&one.len()).then(first.cmp(second)));
        }
        index
    }

    fn add(&mut self, name: &str, character: CharacterId) {
        let Some(opening) = self.opening(name) else { return };
        let names = self.by_opening.entry(key(opening)).or_default();
        match names.iter().position(|(known, _)| known == name) {
            // a word of several names is nobody's
            Some(known) if names[known].1 != character => _ = names.remove(known),
            Some(_) => {}
            None => names.push((name.to_owned(), character)),
        }
    }

    fn opening<'a>(&self, text: &'a str) -> Option<&'a str> {
        let first = text.chars().next().filter(|first| first.is_alphanumeric())?;
        let end = match self.is_joined {
            true => first.len_utf8(),
            false => text.find(|sign: char| !is_of_word(sign)).unwrap_or(text.len()),
        };
        Some(&text[..end])
    }

    /// The names in a text, in order.
    pub fn among(&self, text: &str) -> Vec<Place> {
        let mut places = Vec::new();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let Some(opening) = self.opening(rest) else {
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            };
            let is_there = |name: &str| {
                let there = rest.get(..name.len()).filter(|there| is_same(there, name));
                there.is_some() && (self.is_joined || !rest[name.len()..].starts_with(is_of_word))
            };
            let names = self.by_opening.get(&key(opening));
            let named = names.and_then(|names| names.iter().find(|(name, _)| is_there(name)));
            let length = named.map_or(opening.len(), |(name, _)| name.len());
            places.extend(named.map(|(_, character)| Place { start: at, end: at + length, character: *character }));
            at += length;
        }
        places
    }
}

impl Place {
    /// Whether the name opens a sentence.
    pub fn opens(&self, text: &str) -> bool {
        let before = text[..self.start].trim_end_matches([' ', '\u{a0}', '\u{202f}']);
        let sentence = before.rfind(['.', '!', '?', '…', '。', '！', '？', '\n', '—', '–']);
        let stands = sentence.map_or(before.len(), |end| before[end..].len().saturating_sub(1));
        stands <= BEFORE && !before.ends_with([',', '，', '、'])
    }

    /// Whether spoken words call whoever it names: 'Bien, papa, on y va.'
    pub fn is_call(&self, words: &str) -> bool {
        let before = words[..self.start].trim_end();
        let behind = words[self.end..].chars().next();
        let pauses = |sign: char| matches!(sign, ',' | '!' | '?' | '，' | '！' | '？' | '\u{a0}' | '\u{202f}');
        let closes = behind.is_none_or(|sign| matches!(sign, '.' | '。' | '”' | '’' | '"' | '»' | '“' | '…'));
        let follows = before.ends_with([',', '，', '、']);
        let opens = before.is_empty()
            || !before.ends_with(|sign: char| sign.is_alphanumeric() || matches!(sign, ',' | '，' | '、'));
        follows && (closes || behind.is_some_and(pauses)) || opens && behind.is_some_and(pauses)
    }
}

/// A word, whatever its capitals.
fn key(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    word.chars().flat_map(char::to_lowercase).for_each(|letter| hasher.write_u32(letter.into()));
    hasher.finish()
}

fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '-'
}
