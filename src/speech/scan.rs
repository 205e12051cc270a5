//! Looking through a text for bytes of a kind. Most bytes are none, so a step of them is looked at as one, without a branch
//! between.

/// How many bytes a step has.
const STEP: usize = 16;

/// Where the first byte of a kind stands. `is_one` tells it best without branches, as [`among`] does.
#[inline]
pub(super) fn position(bytes: &[u8], is_one: impl Fn(u8) -> bool) -> Option<usize> {
    let any = |step: &[u8; STEP]| step.iter().fold(0, |any, byte| any | u8::from(is_one(*byte))) != 0;
    let (steps, _) = bytes.as_chunks::<STEP>();
    let passed = STEP * steps.iter().position(any).unwrap_or(steps.len());
    bytes[passed..].iter().position(|byte| is_one(*byte)).map(|ahead| passed + ahead)
}

/// Whether a byte is one of a few.
#[inline(always)]
pub(super) fn among<const FEW: usize>(byte: u8, few: [u8; FEW]) -> bool {
    few.into_iter().fold(false, |any, one| any | (byte == one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_a_kind_is_found_wherever_it_stands() {
        let find = |bytes: &[u8]| position(bytes, |byte| among(byte, [b'.', b'!']));
        for length in 0..70 {
            let mut bytes = vec![b'a'; length];
            assert_eq!(find(&bytes), None);
            for at in (0..length).rev() {
                bytes[at] = b'!';
                assert_eq!(find(&bytes), Some(at));
            }
        }
    }
}
