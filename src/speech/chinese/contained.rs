//! A report with the passages in quotation marks inside it: 王明说，桥已修好，“下个月通车”.

use super::Reader;
use super::page::Span;
use super::piece::Piece;
use super::quoted::Spoken;
use super::reports::Report;
use crate::speech::QuotationKind;
use crate::speech::why::Reason;

impl Reader<'_, '_> {
    /// A report; it takes the passages in quotation marks inside it, among the pieces of its sentence.
    pub(super) fn add_report(&self, report: Report, spoken: Spoken, pieces: &mut Vec<Piece>, first: usize) {
        let (start, end) = report.content;
        let quoted: Vec<Span> = self.page.marks[self.page.marks_in((start, end))].to_vec();
        let mut here = pieces.split_off(first);
        // 李华质疑，此举达不到王明所说的“早修早通”: inside what one says, another's words
        let other = |piece: &Piece| piece.spoken.is_some_and(|inner| inner.reports) || piece.is_named_in((start, end));
        here.retain(|piece| piece.content.0 < start || end < piece.content.1 || other(piece));
        pieces.append(&mut here);
        let kind = match quoted[..] {
            [] => QuotationKind::Indirect,
            [mark] if mark == (start, end) => QuotationKind::Direct,
            _ => QuotationKind::Mixed,
        };
        pieces.push(Piece { content: (start, end), kind, quoted, spoken: Some(spoken), cue: Some(report.cue) });
    }

    /// 据了解，…
    pub(super) fn heard(&self, content: Span, cue: Span) -> Piece {
        let quoted = self.page.marks[self.page.marks_in(content)].to_vec();
        let kind = if quoted.is_empty() { QuotationKind::Indirect } else { QuotationKind::Mixed };
        Piece { content, kind, quoted, spoken: None, cue: Some(cue) }
    }

    /// Shows what nobody is named for.
    pub(super) fn add_hearsay(&mut self, piece: &Piece) {
        let cue = piece.cue.map(|cue| self.page.words(cue));
        let why = Reason::beside(None, cue, None);
        self.push(piece.content, piece.kind, &piece.quoted, None, piece.cue, why, 0.4);
    }
}
