//! Marking the words of a passage wherever they stand in the article.

use super::annotating::{edit, mean_passage, new_id, trimmed};
use crate::{
    app::{clock, language::message, layers::NoteKey, tab::Tab},
    article::TextRange,
    notes::{Draft, Extent},
    reading::{Manner, Query},
};

/// Places that are marked at once at most.
const MOST: usize = 1000;

/// Marks the words of the chosen note, or those selected, wherever they stand: as that note is, in colour and tags; what to
/// say of it.
pub(super) fn mark_everywhere(tab: &mut Tab) -> Option<String> {
    if tab.selected().is_some() {
        mean_passage(tab);
    }
    let chosen = tab.chosen_own().and_then(|id| tab.reading.annotation(id));
    let of_chosen = chosen.and_then(|one| Some((one.place.range()?, one.colour, one.tags.clone())));
    let (words, draft) = match of_chosen {
        Some((range, colour, tags)) => (range, Draft { colour, tags, ..Draft::default() }),
        None => (trimmed(tab, tab.selected()?), Draft::default()),
    };
    let places: Vec<TextRange> =
        places_of(tab, words).into_iter().filter(|place| !is_marked(tab, *place)).take(MOST).collect();
    if places.is_empty() {
        return Some(message!("marked-nowhere").to_owned());
    }
    let count = places.len();
    let passages = places.into_iter().map(|place| Some((new_id()?, place))).collect::<Option<Vec<_>>>()?;
    let first = passages.iter().find(|(_, place)| *place == words).map(|(id, _)| NoteKey::own(id.clone()));
    edit(tab, |tab| tab.reading.notes().annotate_all(passages, tab.reading.article(), &draft, clock::now()))?;
    if first.is_some() {
        (tab.chosen, tab.selection) = (first, None);
    }
    Some(message!("marked-everywhere", count = count))
}

/// Where the words of a passage stand, whatever their capitals; in a text without spaces between words, anywhere.
fn places_of(tab: &Tab, words: TextRange) -> Vec<TextRange> {
    let article = tab.reading.article();
    let manner = Manner { whole_words: !tab.chinese, ..Manner::default() };
    let query = Query { words: article.slice(words).to_owned(), manner };
    let Ok(Some(search)) = query.search() else { return vec![words] };
    search.hits(article.text()).take(2 * MOST).collect()
}

/// Whether a note of the reader's is on just these words.
fn is_marked(tab: &Tab, words: TextRange) -> bool {
    tab.reading.annotations_on(words).any(|(place, one)| place == words && one.extent == Extent::Words)
}
