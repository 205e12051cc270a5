//! Numbers of things in a list, of which none takes no room.

/// A type for the places in one list, so that they are not taken for those of another.
macro_rules! numbered {
    ($(#[$meta:meta])* $visible:vis struct $name:ident;) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visible struct $name(std::num::NonZeroU32);

        impl $name {
            /// What stands at a place of the list.
            pub fn at(number: usize) -> Self {
                Self(std::num::NonZeroU32::MIN.saturating_add(number as u32))
            }

            /// Its place in the list.
            pub fn number(self) -> usize {
                self.0.get() as usize - 1
            }
        }
    };
}
pub(super) use numbered;
