//! The words that a name is made of.

/// The words of a name; names are short, and there are many.
pub(super) fn words(name: &str) -> impl DoubleEndedIterator<Item = &[u8]> {
    name.as_bytes().split(|byte| *byte == b' ')
}

/// The same as texts.
pub(super) fn word_texts(name: &str) -> impl Iterator<Item = &str> {
    let mut end = 0;
    words(name).map(move |word| {
        let start = end;
        end = start + word.len() + 1;
        &name[start..start + word.len()]
    })
}

pub(super) fn first_word(name: &str) -> &str {
    &name[..words(name).next().map_or(0, <[u8]>::len)]
}

pub(super) fn last_word(name: &str) -> &str {
    &name[name.len() - words(name).next_back().map_or(0, <[u8]>::len)..]
}

/// Whether one name has all the words of another.
pub(super) fn has_words_of(name: &str, other: &str) -> bool {
    words(other).all(|word| words(name).any(|known| known == word))
}

pub(super) fn initials_of(name: &str) -> impl Iterator<Item = char> + '_ {
    word_texts(name).filter_map(|word| word.chars().next()).filter(|letter| letter.is_uppercase())
}
