//! Telling how the finding of speech gets on, and stopping it.

use std::ops::ControlFlow;

use super::Quotation;

/// What was read and found since it was told last.
#[derive(Clone, Copy, Debug)]
pub struct Heard<'a> {
    /// How many bytes of the article's paragraphs have been read.
    pub read: usize,
    /// How many there are.
    pub all: usize,
    /// Quotations as they will be, but for their speakers, who are known when all of the article is.
    pub quotations: &'a [Quotation],
}

/// Who is told; a [`ControlFlow::Break`] stops the finding.
pub(super) struct Hearing<'a> {
    tell: &'a mut dyn FnMut(Heard<'_>) -> ControlFlow<()>,
    read: usize,
    all: usize,
}

impl<'a> Hearing<'a> {
    pub fn of(all: usize, tell: &'a mut dyn FnMut(Heard<'_>) -> ControlFlow<()>) -> Self {
        Self { tell, read: 0, all }
    }

    /// Tells that some more bytes were read, and what was found there.
    pub fn go_on(&mut self, bytes: usize, quotations: &[Quotation]) -> ControlFlow<()> {
        self.read += bytes;
        (self.tell)(Heard { read: self.read, all: self.all, quotations })
    }
}
