use std::fmt;

/// What a file is that is no article, or none that opens yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Pdf,
    Rtf,
    OldOffice,
    DjVu,
    PostScript,
    Chm,
    Kindle,
    Epub,
    OpenDocument,
    Word,
    Office,
    Compressed,
    SevenZip,
    Rar,
    Zip,
    Program,
    Database,
}

impl FileKind {
    #[cfg(test)]
    pub(crate) const ALL: [Self; 17] = [
        Self::Pdf,
        Self::Rtf,
        Self::OldOffice,
        Self::DjVu,
        Self::PostScript,
        Self::Chm,
        Self::Kindle,
        Self::Epub,
        Self::OpenDocument,
        Self::Word,
        Self::Office,
        Self::Compressed,
        Self::SevenZip,
        Self::Rar,
        Self::Zip,
        Self::Program,
        Self::Database,
    ];
}

/// Its name with its article: “a PDF document”.
impl fmt::Display for FileKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Pdf => "a PDF document",
            Self::Rtf => "an RTF document",
            Self::OldOffice => "an old Word or Office document",
            Self::DjVu => "a DjVu document",
            Self::PostScript => "a PostScript document",
            Self::Chm => "a CHM help file",
            Self::Kindle => "a Kindle book",
            Self::Epub => "an EPUB book",
            Self::OpenDocument => "an OpenDocument file",
            Self::Word => "a Word document",
            Self::Office => "an Office document",
            Self::Compressed => "a compressed file",
            Self::SevenZip => "a 7z archive",
            Self::Rar => "a RAR archive",
            Self::Zip => "a zip archive",
            Self::Program => "a program",
            Self::Database => "a database",
        })
    }
}
