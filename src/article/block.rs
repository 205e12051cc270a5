use super::TextRange;

/// What a stretch of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A web page's path or menu above the article: "News > World".
    Navigation,
    /// The article's own title; at most one block of an article is.
    Title,
    /// Who wrote it, where it appeared, when.
    Byline,
    /// A heading inside the article; 1 is the highest level under the title.
    Heading(u8),
    /// What is read: running text, a line of verse or of a transcript, an item of a list.
    Paragraph,
    /// A place where a printed page ended or a scene changes: “- 3 -”, “* * *”, or a form feed, which shows nothing.
    PageBreak,
    /// What a web page leaves behind an article: "Related articles" and the lines under it.
    Leftover,
}

impl BlockKind {
    /// Whether the window folds such blocks away until the reader asks for them.
    pub fn is_folded(self) -> bool {
        matches!(self, Self::Navigation | Self::Leftover)
    }
}

/// One block of an article: a stretch of its text without the line breaks round it.
///
/// A line break inside a block is where a hard-wrapped line ended; a reader sees a space there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What the stretch is.
    pub kind: BlockKind,
    /// Where it lies; it begins and ends with something that shows, but for a form feed.
    pub range: TextRange,
}
