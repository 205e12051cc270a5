//! What something is in several ways at once, a bit each.

/// Gives a type of one number what is asked of a set of bits: the both of two, and whether two have any in common.
macro_rules! bits {
    ($name:ident) => {
        impl $name {
            /// Whether any of these is among them.
            pub const fn any(self, of: Self) -> bool {
                self.0 & of.0 != 0
            }

            pub const fn and(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }
        }
    };
}

pub(super) use bits;
