//! Looking through a text for bytes of a kind. Most bytes are none, so a step of them is looked at as one, without a branch
//! between.

/// How many bytes a step has.
const STEP: usize = 16;

/// Where the first byte of a kind stands.
#[inline]
pub(super) fn position(bytes: &[u8], is_one: impl Fn(u8) -> bool) -> Option<usize> {
    let any = |step: &[u8; STEP]| step.iter().fold(false, |any, byte| any | is_one(*byte));
    let (steps, _) = bytes.as_chunks::<STEP>();
    let passed = STEP * steps.iter().position(any).unwrap_or(steps.len());
    bytes[passed..].iter().position(|byte| is_one(*byte)).map(|ahead| passed + ahead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_a_kind_is_found_wherever_it_stands() {
        for length in 0..70 {
            let mut bytes = vec![b'a'; length];
            assert_eq!(position(&bytes, |byte| byte == b'.'), None);
            for at in (0..length).rev() {
                bytes[at] = b'.';
                assert_eq!(position(&bytes, |byte| byte == b'.'), Some(at));
            }
        }
    }
}
