//! Which of the two languages a text is in.

/// The two languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tongue {
    #[default]
    French,
    Spanish,
}
