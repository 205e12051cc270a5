//! What only the whole article tells of a name: whether it stands there again.

use rustc_hash::FxHashSet;

use super::super::interner::TextId;
use super::super::kept::{Being, Kept};
use super::super::lexicon::Lexicon;

/// A word that may be no name is one where the article has it so often: 'Overnight' opens a sentence, 'Mark' does again.
const AGAIN: u32 = 2;

/// A body with "and" in its name, which is one where the article has its letters: 'Boats and Markets Authority', 'BMA'.
pub(in crate::speech) struct Joined {
    pub letters: TextId,
    pub name: TextId,
    pub start: usize,
    pub end: usize,
}

/// Settles which of the English words and bodies that may be names are, when all of an article was read.
pub(in crate::speech) fn settle(kept: &mut Kept, lexicon: &Lexicon) {
    if !lexicon.is_english() {
        return;
    }
    let joined = std::mem::take(&mut kept.joined);
    let is_doubtful =
        |name: &TextId| lexicon.written_word(kept.texts.get(*name)).usage.parts.text.starts_with(['J', 'R', 'V']);
    let doubtful = kept.short_names.iter().map(|other| other.name).filter(is_doubtful);
    let doubtful: FxHashSet<TextId> = doubtful.collect();
    let single_names = &kept.single_names;
    let is_there_again = |name: &TextId| single_names.get(name).is_some_and(|single| single.times >= AGAIN);
    kept.short_names.retain(|other| !doubtful.contains(&other.name) || is_there_again(&other.name));
    for Joined { letters, name, start, end } in joined {
        if kept.single_names.contains_key(&letters) {
            let number = kept.full_name(name, start, end);
            let full_name = &mut kept.full_names[number];
            (full_name.being, full_name.times) = (Being::Body, full_name.times + 1);
        }
    }
}
