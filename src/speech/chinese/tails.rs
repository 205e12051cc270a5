//! A report with the passages in quotation marks inside it, and those that close it and stand by themselves.

use super::Reader;
use super::page::{Span, is_comma};
use super::piece::Piece;
use super::quoted::Spoken;
use super::reports::Report;
use crate::speech::QuotationKind;

/// How long a passage is at least that closes a report and stands by itself, and what it closes.
pub(super) const TAIL: usize = 10;
const TAILED: usize = 5;

impl Reader<'_, '_> {
    /// A report; it takes the passages in quotation marks inside it, among the pieces of its sentence.
    pub(super) fn add_report(&self, report: Report, spoken: Spoken, pieces: &mut Vec<Piece>, first: usize) {
        // 王明说，父亲常说，“桥是我们的命”
        let whole = pieces[first..].iter().any(|piece| piece.is_named_in(report.content));
        let ((start, end), tails) =
            if whole { (report.content, Vec::new()) } else { self.without_tails(report.content) };
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
        let new = |tail: &Span| !pieces.iter().any(|piece| piece.content == *tail);
        let tails: Vec<Span> = tails.into_iter().filter(new).collect();
        pieces.extend(tails.into_iter().map(|tail| Piece::quoted(tail, Some(spoken.goes_on(spoken.confidence)))));
    }

    /// 据了解，…
    pub(super) fn heard(&self, content: Span, cue: Span) -> Piece {
        let quoted = self.page.marks[self.page.marks_in(content)].to_vec();
        let kind = if quoted.is_empty() { QuotationKind::Indirect } else { QuotationKind::Mixed };
        Piece { content, kind, quoted, spoken: None, cue: Some(cue) }
    }

    /// 王明说，桥已修好，“下个月通车”: reported words without the passages that close them, and these.
    fn without_tails(&self, (start, mut end): Span) -> (Span, Vec<Span>) {
        let mut tails = Vec::new();
        for mark in self.page.marks[self.page.marks_in((start, end))].iter().rev() {
            let parted = mark.0 > start + TAILED && is_comma(self.page.letters[mark.0 - 1]);
            if mark.1 != end || !parted || mark.1 - mark.0 < TAIL {
                break;
            }
            tails.push(*mark);
            end = mark.0 - 1;
        }
        ((start, end), tails)
    }
}
