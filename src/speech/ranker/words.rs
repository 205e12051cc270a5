//! How many words a passage has.

/// How many words a passage has, as white space parts them; of more than eighty it does not matter.
pub(super) fn words_in(passage: &str) -> usize {
    const MANY: usize = 81;
    let Some((first, behind)) = passage.as_bytes().split_first() else { return 0 };
    if may_hold_wide_space(passage.as_bytes(), behind) {
        return passage.split_whitespace().take(MANY).count();
    }
    let is_space = |byte: u8| matches!(byte, b'\t'..=b'\r' | b' ');
    let begins = |(byte, next): (&u8, &u8)| u8::from(is_space(*byte) & !is_space(*next));
    let pairs = passage.as_bytes().chunks(CHUNK).zip(behind.chunks(CHUNK));
    let begun = pairs.map(|(bytes, behind)| usize::from(bytes.iter().zip(behind).map(begins).sum::<u8>()));
    (usize::from(!is_space(*first)) + begun.sum::<usize>()).min(MANY)
}

/// So many bytes are counted in one byte, and many of these at once.
const CHUNK: usize = 128;

/// Whether there may be white space of several bytes among these, each given with the one behind it: U+85, U+A0, U+1680,
/// some from U+2000 to U+205F, U+3000. Dashes and quotation marks are neighbours of those from U+2000 on.
fn may_hold_wide_space(bytes: &[u8], behind: &[u8]) -> bool {
    let is_wide = |byte: u8, next: u8| {
        let from_2000 = (byte == 0x80) & !matches!(next, 0x8B..=0xA7) | (byte == 0x81) & (next == 0x9F);
        (byte == 0xC2) | (byte == 0xE1) | (byte == 0xE3) | from_2000
    };
    bytes.iter().zip(behind).fold(false, |any, (byte, next)| any | is_wide(*byte, *next))
}

/// A number of words, the larger the rougher.
pub(super) fn bucket(words: usize) -> usize {
    match words {
        0..=3 => words,
        4..=5 => 5,
        6..=8 => 8,
        9..=12 => 12,
        13..=20 => 20,
        21..=40 => 40,
        41..=80 => 80,
        _ => 99,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_passage() {
        for passage in ["", " ", "“One\u{a0}two, three\u{2009}four\u{3000}水 ‘five’.\n\u{b}six”", "\u{85}é"] {
            assert_eq!(words_in(passage), passage.split_whitespace().count(), "{passage}");
        }
        assert_eq!(words_in(&"word ".repeat(200)), 81);
    }
}
