//! Whom "dieser" means in German: 'Der Richter sah den Angeklagten an. „Es tut mir leid“, murmelte dieser.'

use super::super::german;
use super::super::kept::Gender;
use super::super::reference::Role;
use super::{BACK, Meant, Resolver};

/// How far back such a noun is looked for, in bytes.
const NEAR: usize = 600;

/// How many adjectives may stand between an article and its noun.
const ADJECTIVES: usize = 2;

impl Resolver<'_> {
    /// The noun for somebody or for a body that stands last before a place in its paragraph, if no name stands behind it.
    pub(super) fn latter_noun(&mut self, gender: Gender, at: u32) -> Option<Meant> {
        let lexicon = self.overview.lexicon;
        let text = self.overview.text;
        let end = at as usize;
        let near = (end.saturating_sub(NEAR)..=end).find(|from| text.is_char_boundary(*from))?;
        let begin = text[near..end].rfind('\n').map_or(near, |line| near + line + 1);
        let words = narrated(&text[begin..end]);
        let articles: &[&str] = match gender {
            Gender::Male => &["der", "den", "dem", "ein", "einen", "einem", "im", "beim", "vom", "zum"],
            _ => &["die", "der", "eine", "einer", "zur"],
        };
        let is_noun = |lower: &str, article: &str| {
            let somebody = lexicon.is_person(lower) || lexicon.is_body(lower);
            let feminine = german::is_feminine(lower);
            let fits = if gender == Gender::Male { !feminine && !lexicon.is_neuter(lower) } else { feminine };
            // 'der Behörde'
            let other = article == "der" && lower.ends_with('e') && lexicon.is_body(lower);
            somebody && fits && !(gender == Gender::Male && other)
        };
        let (place, noun, phrase) = (0..words.len()).rev().find_map(|noun| {
            let (from, word) = words[noun];
            let lower = word.to_lowercase();
            let article = (noun.saturating_sub(ADJECTIVES + 1)..noun).rev().find(|article| {
                let between = &words[article + 1..noun];
                articles.contains(&words[*article].1.to_lowercase().as_str())
                    && between.iter().all(|(_, word)| word.starts_with(char::is_lowercase))
            })?;
            let (first, article) = words[article];
            let is_one = word.starts_with(char::is_uppercase) && is_noun(&lower, &article.to_lowercase());
            is_one.then(|| (begin + from, lower, &text[begin + first..begin + from + word.len()]))
        })?;
        let named = self.subjects[..self.subjects.partition_point(|subject| subject.at < at)].iter().rev().take(BACK);
        let told = |id| self.people.get(id).likely_gender();
        let mut named = named.filter(|subject| told(subject.id()).is_none_or(|told| told == gender));
        if named.next().is_some_and(|subject| subject.at as usize >= place) {
            return None;
        }
        // 'den Angeklagten', 'dem Präsidenten'
        let is_weak = gender == Gender::Male && !["der ", "ein "].iter().any(|article| phrase.starts_with(article));
        let mut ends = ["en", "n"].iter().filter(|_| is_weak).filter_map(|end| noun.strip_suffix(end));
        let role = ends.find(|one| lexicon.is_person(one)).unwrap_or(&noun);
        let phrase = &phrase[..phrase.len() - (noun.len() - role.len())];
        let held = [role.to_owned(), format!("{role}r")];
        let held = held.iter().filter(|role| lexicon.is_person(role)).find_map(|role| self.people.find_text(role));
        let known =
            held.and_then(|role| self.by_description(Role { role, gender: Some(gender) }, phrase.len(), place as u32));
        Some(known.unwrap_or_else(|| Meant::Name(self.names.intern_text(&german::nominative(phrase, lexicon)))))
    }
}

/// The words of a text that stand in no quotation marks, each with its place.
fn narrated(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut closing: Option<char> = None;
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = closing.is_none() && (letter.is_alphanumeric() || letter == '-');
        if inside {
            start = start.or(Some(at));
            continue;
        }
        words.extend(start.take().map(|from: usize| (from, &text[from..at])));
        closing = match (closing, letter) {
            (Some(close), _) if close == letter => None,
            (Some(close), _) => Some(close),
            (None, '„') => Some('“'),
            (None, '»') => Some('«'),
            (None, '«') => Some('»'),
            (None, '"') => Some('"'),
            (None, '“') => Some('”'),
            (None, _) => None,
        };
    }
    words
}
