//! Who opens a clause and how clearly, in four bytes: a long article has one for every seventy of its own.

/// A number of a name or a person, with how clearly they open a clause, from −1 to 6.
#[derive(Clone, Copy)]
pub(super) struct Clear(u32);

const BITS: u32 = 3;

impl Clear {
    /// `None` behind so many others as no article has.
    pub fn of(number: usize, clear: i8) -> Option<Self> {
        let number = u32::try_from(number).ok().filter(|number| number.leading_zeros() >= BITS)?;
        let clear = u32::try_from(clear + 1).ok().filter(|clear| clear >> BITS == 0)?;
        Some(Self(number << BITS | clear))
    }

    pub fn number(self) -> usize {
        (self.0 >> BITS) as usize
    }

    pub fn clear(self) -> i8 {
        (self.0 & ((1 << BITS) - 1)) as i8 - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_and_how_clearly_are_told_apart() {
        for (number, clear) in [(0, -1), (0, 4), (7, 1), ((1 << 29) - 1, 6)] {
            let packed = Clear::of(number, clear).unwrap();
            assert_eq!((packed.number(), packed.clear()), (number, clear));
        }
        assert!(Clear::of(1 << 29, 1).is_none() && Clear::of(1, 7).is_none());
    }
}
