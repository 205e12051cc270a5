//! Why a passage is not exactly where it was.

/// What made a found passage uncertain, or an orphan of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// It is not in doubt.
    Certain,
    Blank,
    Unlike,
    Nothing,
    WordsGone,
    Without,
    ShortTwinGone,
    ShortAlone,
    LikeElsewhere,
    OneWord,
    TooLittle,
    TwinGone,
    MoreThanOnce,
    MovedAlone,
    Elsewhere,
    ShortUncertain,
    Part,
    PutInto,
    WordsDiffer,
    ContextDiffers,
    LittleInPlace,
}

impl Why {
    /// The reason as a clause for the reader; empty where there is none.
    pub fn clause(self) -> &'static str {
        match self {
            Self::Certain => "",
            Self::Blank => "nothing but white space",
            Self::Unlike => "nothing like it is in the article",
            Self::Nothing => "nothing of it was found",
            Self::WordsGone => "its words are gone",
            Self::Without => "its surroundings stand without it",
            Self::ShortTwinGone => "short, it had a twin, and one of them is gone",
            Self::ShortAlone => "short, and nothing round it agrees",
            Self::LikeElsewhere => "like it, but elsewhere",
            Self::OneWord => "one word, and not enough round it agrees",
            Self::TooLittle => "too little of it is left",
            Self::TwinGone => "it had a twin, and one of them is gone",
            Self::MoreThanOnce => "it stands more than once",
            Self::MovedAlone => "it stands elsewhere than what stood round it",
            Self::Elsewhere => "it stands elsewhere",
            Self::ShortUncertain => "short, and its place is not certain",
            Self::Part => "only a part of it is left in its place",
            Self::PutInto => "something was put into it",
            Self::WordsDiffer => "its words differ",
            Self::ContextDiffers => "the words round it differ",
            Self::LittleInPlace => "little of it is left in its place",
        }
    }
}
