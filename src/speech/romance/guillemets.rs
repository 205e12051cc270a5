//! Passages in guillemets as French and Spanish print them: « one « inside » another », a passage of several paragraphs
//! whose mark is repeated as « or » at the head of each, or not repeated at all.

use std::ops::Range;

use super::super::marks::{self, Mark};

/// Over how many paragraphs a passage may go on whose mark is not repeated.
const SILENT: usize = 6;

/// All passages in quotation marks, in order; none lies inside another.
pub(super) fn find(text: &str, paragraphs: &[Range<usize>]) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut rest: &[Mark] = &marks::find(text, paragraphs);
    let mut open = Open::default();
    for range in paragraphs {
        let (here, behind) = rest.split_at(rest.partition_point(|mark| mark.start < range.end));
        rest = behind;
        let Some(paragraph) = text.get(range.clone()) else { continue };
        let mut own = open.pair(paragraph, range.start, &mut found);
        let last = own.last().copied();
        found.append(&mut own);
        found.extend(here.iter().filter(|mark| !text[mark.start..].starts_with(['«', '»'])));
        open.is_open = last.is_some_and(|last| last.end == range.end && !paragraph.ends_with('»'));
    }
    // a paragraph that turned out to be quoted may hold other marks
    found.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
    let mut end = 0;
    found.retain(|mark| {
        let is_outer = mark.start >= end;
        end = end.max(mark.end);
        is_outer
    });
    found
}

/// What is known of the paragraphs before.
#[derive(Default)]
struct Open {
    /// Whether the last paragraph ended inside a passage.
    is_open: bool,
    /// The paragraphs since then that have no mark at all.
    silent: Vec<Mark>,
}

impl Open {
    /// The passages of a paragraph that stands at `at`; paragraphs before it that turn out to be quoted go into `found`.
    fn pair(&mut self, paragraph: &str, at: usize, found: &mut Vec<Mark>) -> Vec<Mark> {
        let trimmed = paragraph.trim_start();
        let head = paragraph.len() - trimmed.len();
        let mut own = Vec::new();
        let mut from = 0;
        let first = paragraph.find(['«', '»']);
        let goes_on = self.is_open || !self.silent.is_empty();
        if trimmed.starts_with('»') && trimmed.len() > '»'.len_utf8() && goes_on {
            // » at the head of a paragraph goes on with the passage
            let body = head + '»'.len_utf8();
            let next = paragraph[body..].find(['«', '»']).map(|sign| body + sign);
            let closes = next.filter(|sign| paragraph[*sign..].starts_with('»'));
            from = closes.map_or(paragraph.len(), |sign| sign + '»'.len_utf8());
            own.push(Mark { start: at + head, end: at + from });
            self.silent.clear();
        } else if goes_on && first.is_none() {
            self.silent.push(Mark { start: at + head, end: at + paragraph.trim_end().len() });
            if self.silent.len() > SILENT || trimmed.is_empty() {
                self.silent.clear();
            }
            return own;
        } else if let Some(first) = first
            && goes_on
            && paragraph[first..].starts_with('»')
        {
            // a mark closes here that opened some paragraphs before
            found.append(&mut self.silent);
            from = first + '»'.len_utf8();
            own.push(Mark { start: at + head, end: at + from });
        } else {
            self.silent.clear();
        }
        own.extend(
            pairs(&paragraph[from..])
                .into_iter()
                .map(|pair| Mark { start: at + from + pair.start, end: at + from + pair.end }),
        );
        own
    }
}

/// The outermost passages: an inner mark may share the closing mark of the outer one.
fn pairs(text: &str) -> Vec<Range<usize>> {
    let mut open = Vec::new();
    let mut closed: Vec<(usize, usize)> = Vec::new();
    let mut closings = Vec::new();
    for (at, sign) in text.char_indices() {
        match sign {
            '«' => open.push(at),
            '»' => {
                closings.push(at + sign.len_utf8());
                closed.extend(open.pop().map(|opening| (opening, at + sign.len_utf8())));
            }
            _ => {}
        }
    }
    for opening in open {
        let close = closings.get(closings.partition_point(|close| *close <= opening)).copied();
        // without a partner: to the first mark that closes anything, or to the end
        closed.push((opening, close.unwrap_or_else(|| text.trim_end().len())));
    }
    closed.sort_unstable();
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, end) in closed {
        if found.last().is_none_or(|last| last.end <= start) && end > start {
            found.push(start..end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut at = 0;
        let lines = text.split('\n').map(|line| {
            at += line.len() + 1;
            at - line.len() - 1..at - 1
        });
        let lines: Vec<Range<usize>> = lines.filter(|line| !line.is_empty()).collect();
        let found: Vec<&str> = find(text, &lines).iter().map(|mark| &text[mark.start..mark.end]).collect();
        assert_eq!(found, expected, "in {text}");
    }

    #[test]
    fn marks_inside_marks() {
        check("« Il a dit « non » hier », dit-elle.", &["« Il a dit « non » hier »"]);
        check("« Il a dit « non », dit-elle. « Oui. »", &["« Il a dit « non »", "« Oui. »"]);
        check("« Le mot \"eau\" », dit-il, \"enfin\".", &["« Le mot \"eau\" »", "\"enfin\""]);
    }

    #[test]
    fn passages_of_several_paragraphs() {
        check("« Un.\n» Deux.\n» Trois. » Il part.", &["« Un.", "» Deux.", "» Trois. »"]);
        check("« Un.\n« Deux. »", &["« Un.", "« Deux. »"]);
        check("« Un.\n\nDeux.\n\nTrois », dit-il.", &["« Un.", "Deux.", "Trois »"]);
        check("« Un.\nIl est tard.\n« Deux. »", &["« Un.", "« Deux. »"]);
    }
}
