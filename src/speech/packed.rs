//! Short words as one number: the bytes that a text begins with are looked at all at once, without a branch between.

/// How many bytes go into one number.
pub(super) const PACKED: usize = size_of::<u64>();

const EACH: u64 = 0x0101_0101_0101_0101;
/// The high bit of each byte: it tells what is asked of the byte, for none carries over to the next.
const HIGH: u64 = EACH << 7;
/// What small letters have and capitals have not.
const SMALL: u64 = EACH << 5;

/// The high bit of each byte that lies between two plain ones, both included.
fn within(packed: u64, first: u8, last: u8) -> u64 {
    let plain = packed & !HIGH;
    let from_first = plain + EACH * u64::from(0x80 - first);
    let beyond_last = plain + EACH * u64::from(0x7f - last);
    from_first & !beyond_last & !packed & HIGH
}

/// The plain capitals among packed bytes as small letters.
pub(super) fn small(packed: u64) -> u64 {
    packed | within(packed, b'A', b'Z') >> 2
}

/// Whether no packed byte is part of a longer letter.
pub(super) fn is_plain(packed: u64) -> bool {
    packed & HIGH == 0
}

/// The bytes of a short word as one number.
pub(super) fn packed(word: &str) -> Option<u64> {
    (word.len() <= PACKED).then(|| Opening::of(word.as_bytes()).word(word.len()))
}

/// The bytes of a word that is too long for one number as two, where these hold it.
pub(super) fn packed_long(word: &str) -> Option<[u64; 2]> {
    let (first, rest) = word.as_bytes().split_first_chunk::<PACKED>()?;
    let rest = Some(rest).filter(|rest| (1..=PACKED).contains(&rest.len()))?;
    Some([u64::from_be_bytes(*first), Opening::of(rest).word(rest.len())])
}

/// The bytes that a text begins with, the first uppermost, and noughts where there are fewer.
#[derive(Clone, Copy)]
pub(super) struct Opening(u64);

impl Opening {
    #[inline]
    pub fn of(bytes: &[u8]) -> Self {
        if let Some(all) = bytes.first_chunk() {
            return Self(u64::from_be_bytes(*all));
        }
        Self(match (bytes.first_chunk(), bytes.last_chunk()) {
            // the halves of five to seven bytes have some of them in common
            (Some(first), Some(last)) => {
                let [first, last] = [first, last].map(|half| u64::from(u32::from_be_bytes(*half)));
                first << u32::BITS | last << (8 * (PACKED - bytes.len()))
            }
            _ => bytes.iter().rev().fold(0, |packed, byte| packed >> 8 | u64::from(*byte) << (u64::BITS - 8)),
        })
    }

    /// How many plain letters it begins with; where there are [`PACKED`], more may follow.
    pub fn letters(self) -> usize {
        first_without(within(self.0 | SMALL, b'a', b'z'))
    }

    /// How many plain letters, digits and underscores it begins with.
    pub fn of_word(self) -> usize {
        let letters = within(self.0 | SMALL, b'a', b'z');
        first_without(letters | within(self.0, b'0', b'9') | within(self.0, b'_', b'_'))
    }

    /// So many of its bytes as the number of a word.
    pub fn word(self, bytes: usize) -> u64 {
        self.0.checked_shr(8 * (PACKED - bytes) as u32).unwrap_or(0)
    }
}

/// The first byte without its high bit.
fn first_without(high: u64) -> usize {
    (!high & HIGH).leading_zeros() as usize / 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_made_small_all_at_once() {
        for word in ["", "Hill", "U.S", "MAYOR", "@Az[`z{", "Z\u{7f}A", "Été", "l’Œuf", "it's"] {
            assert_eq!(packed(word).map(small), packed(&word.to_ascii_lowercase()), "{word}");
        }
    }

    #[test]
    fn a_word_ends_where_its_letters_do() {
        for (text, letters, of_word) in [
            ("", 0, 0),
            ("Hill", 4, 4),
            ("Hill, who said", 4, 4),
            ("a1_Z9 @", 1, 5),
            ("`{[@/:", 0, 0),
            ("Été", 0, 0),
            ("caf\u{e9}s and", 3, 3),
            ("he", 2, 2),
            ("gates.", 5, 5),
            ("mayor's", 5, 5),
            ("ministers", 8, 8),
        ] {
            let opening = Opening::of(text.as_bytes());
            assert_eq!((opening.letters(), opening.of_word()), (letters, of_word), "{text}");
            assert_eq!(Some(opening.word(letters)), packed(&text[..letters]), "{text}");
        }
    }
}
