//! Marking the words of a passage wherever they stand in the article. A worker looks for them; when it has told where they
//! are, they are marked in one step.

use super::annotating::{edit, mean_passage, new_id, trimmed};
use crate::{
    app::{
        clock,
        language::message,
        layers::NoteKey,
        marking::Marking,
        tab::Tab,
        worker::{self, Post},
    },
    article::TextRange,
    notes::{Draft, Extent},
    reading::{Manner, Query},
};

/// Places that are marked at once at most.
const MOST: usize = 1000;

/// Has the words of the chosen note, or those selected, looked for wherever they stand, to be marked as that note is, in
/// colour and tags. What is still looked for is given up.
pub(super) fn mark_everywhere(tab: &mut Tab, post: &Post) {
    if tab.selected().is_some() {
        mean_passage(tab);
    }
    let chosen = tab.chosen_own().and_then(|id| tab.reading.annotation(id));
    let of_chosen = chosen.and_then(|one| Some((one.place.range()?, one.colour, one.tags.clone())));
    let (words, draft) = match (of_chosen, tab.selected()) {
        (Some((range, colour, tags)), _) => (range, Draft { colour, tags, ..Draft::default() }),
        (None, Some(selected)) => (trimmed(tab, selected), Draft::default()),
        (None, None) => return,
    };
    let article = tab.reading.article().clone();
    // In a text without spaces between words they are looked for anywhere; capitals do not count.
    let manner = Manner { whole_words: !tab.chinese, ..Manner::default() };
    let query = Query { words: article.slice(words).to_owned(), manner };
    // One more tells whether there are more.
    let most = MOST + tab.reading.notes().annotations.len() + 1;
    let marking = Marking::new(article.clone(), words, draft);
    worker::find_all(tab.id, article, query, most, marking.called_off(), post.clone());
    tab.marking = Some(marking);
}

/// Marks the places where the words stand that do not have a note of their own; what to say of it.
pub fn mark_places(tab: &mut Tab, marking: Marking, places: Vec<TextRange>) -> Option<String> {
    let Marking { words, draft, .. } = marking;
    let is_alone = places.iter().all(|place| *place == words);
    let mut places: Vec<TextRange> = places.into_iter().filter(|place| !is_marked(tab, *place)).collect();
    let are_all = places.len() <= MOST;
    places.truncate(MOST);
    if places.is_empty() {
        return Some(if is_alone { message!("stands-once") } else { message!("marked-nowhere") }.to_owned());
    }
    let others = places.iter().filter(|place| **place != words).count();
    let are_new = others < places.len();
    let passages = places.into_iter().map(|place| Some((new_id()?, place))).collect::<Option<Vec<_>>>()?;
    let first = passages.iter().find(|(_, place)| *place == words).map(|(id, _)| NoteKey::own(id.clone()));
    let is_selected = tab.selected().is_some_and(|selected| trimmed(tab, selected) == words);
    edit(tab, |tab| tab.reading.notes().annotate_all(passages, tab.reading.article(), &draft, clock::now()))?;
    if first.is_some() && is_selected {
        (tab.chosen, tab.selection) = (first, None);
    }
    Some(match (others, are_all) {
        (0, _) => message!("marked-once").to_owned(),
        (_, false) => message!("marked-first", count = others),
        (_, true) if are_new => message!("marked-here-too", count = others),
        (_, true) => message!("marked-everywhere", count = others),
    })
}

/// Whether a note of the reader's is on just these words.
fn is_marked(tab: &Tab, words: TextRange) -> bool {
    tab.reading.annotations_on(words).any(|(place, one)| place == words && one.extent == Extent::Words)
}
