//! Step 1: the passages in quotation marks.
//!
//! Marks are paired inside a paragraph; an opening mark without a partner runs to the paragraph's end, for the next
//! paragraph may go on. Marks inside marks are not reported. Single marks count only where the article has next to no
//! double ones, as in British print.

use std::cell::LazyCell;
use std::ops::Range;

use super::scan;
use crate::article::TextRange;

/// A passage with its quotation marks, in bytes of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub start: usize,
    pub end: usize,
}

impl Mark {
    pub fn at(place: TextRange) -> Self {
        Self { start: place.start().byte(), end: place.end().byte() }
    }
}

/// All passages in quotation marks, in order.
pub(super) fn find(text: &str, paragraphs: &[Range<usize>]) -> Vec<Mark> {
    let (mut doubles, mut singles) = (Vec::new(), Vec::new());
    for range in paragraphs {
        let Some(paragraph) = text.get(range.clone()) else { continue };
        if let Some(first) = scan::position(paragraph.as_bytes(), begins_mark) {
            double_marks(paragraph, first, range.start, &mut doubles);
            single_marks(paragraph, first, range.start, &mut singles);
        }
    }
    let lone: Vec<Mark> = singles.into_iter().filter(|single| !starts_inside(&doubles, *single)).collect();
    if lone.is_empty() {
        return doubles;
    }
    let outer: Vec<Mark> = doubles.iter().copied().filter(|double| !lies_inside(&lone, *double)).collect();
    if lone.len() < 2 * outer.len() {
        return doubles;
    }
    let mut found: Vec<Mark> =
        outer.into_iter().filter(|double| !touches(&lone, *double)).chain(lone.clone()).collect();
    found.sort_by_key(|mark| (mark.start, mark.end));
    found
}

/// Whether a passage that ends there was not closed: its paragraph ends, and the next may go on.
pub(super) fn stays_open(text: &str, end: usize) -> bool {
    !text[..end].ends_with(['"', '”', '’', '\'', '»', '“', '‘', '«'])
}

/// Whether a byte begins a quotation mark, or another sign of few.
fn begins_mark(byte: u8) -> bool {
    scan::among(byte, [b'"', b'\'', b'`', 0xC2, 0xE2, 0xE3, 0xEF])
}

fn starts_inside(marks: &[Mark], mark: Mark) -> bool {
    marks[..marks.partition_point(|m| m.start <= mark.start)].last().is_some_and(|m| mark.start < m.end)
}

fn lies_inside(marks: &[Mark], mark: Mark) -> bool {
    marks[..marks.partition_point(|m| m.start < mark.start)].last().is_some_and(|m| mark.end < m.end)
}

fn touches(marks: &[Mark], mark: Mark) -> bool {
    marks[..marks.partition_point(|m| m.start < mark.end)].last().is_some_and(|m| mark.start < m.end)
}

/// The signs that close what `opening` opens.
fn closers(opening: char) -> &'static [char] {
    match opening {
        '“' | '”' | '"' => &['”', '"'],
        '«' => &['»'],
        '»' => &['«'],
        '„' => &['“', '”', '"'],
        '「' => &['」'],
        '『' => &['』'],
        '‹' => &['›'],
        '＂' => &['＂'],
        _ => &[],
    }
}

/// Whether a sign opens or closes what is quoted; French has spaces inside its marks.
pub(super) fn is_sign(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '`' | '\'' | '"' | '‘'..='‟' | '«' | '»' | '‹' | '›' | '「'..='』' | '＂')
}

/// Finds them from the first sign that may begin one on.
fn double_marks(paragraph: &str, first: usize, at: usize, found: &mut Vec<Mark>) {
    // German books print »so«, the French «so»
    let points_inwards =
        LazyCell::new(|| paragraph.find('»').is_some_and(|close| paragraph.find('«').is_none_or(|open| open > close)));
    let mut i = first;
    let mut last_double: Option<char> = None; // the last of " “ ” before i
    while let Some(ahead) = scan::position(&paragraph.as_bytes()[i..], begins_mark) {
        i += ahead;
        let Some(sign) = paragraph[i..].chars().next() else { break };
        let before = paragraph[..i].chars().next_back();
        let next_at = i + sign.len_utf8();
        let next = paragraph[next_at..].chars().next();
        let typewritten = match sign {
            '`' => next == Some('`'),
            '\'' => next == Some('\'') && is_typewritten(before, paragraph[next_at + 1..].chars().next()),
            _ => false,
        };
        let opens = match sign {
            '`' | '\'' => typewritten,
            '“' | '„' | '「' | '『' | '‹' => true,
            '«' => !*points_inwards,
            '»' => *points_inwards && is_open(before, next),
            '"' | '”' | '＂' => is_open(before, next) && !is_measure(before, last_double),
            _ => false,
        };
        if !opens {
            if matches!(sign, '"' | '“' | '”') {
                last_double = Some(sign);
            }
            i = next_at;
            continue;
        }
        let end = if typewritten {
            paragraph[next_at + 1..].find("''").map_or(paragraph.len(), |close| next_at + 1 + close + 2)
        } else {
            closing(paragraph, next_at, sign)
        };
        found.push(Mark { start: at + i, end: at + end });
        last_double = paragraph[i..end].chars().rfind(|sign| matches!(sign, '"' | '“' | '”')).or(last_double);
        i = end;
    }
}

/// The end of the passage that `sign` opened, from `from` on: the paragraph's end where nothing closes it.
fn closing(paragraph: &str, from: usize, sign: char) -> usize {
    let closers = closers(sign);
    let (mut depth, mut end) = (0_usize, from);
    while let Some(ahead) = scan::position(&paragraph.as_bytes()[end..], begins_mark) {
        let Some(letter) = paragraph[end + ahead..].chars().next() else { break };
        end += ahead + letter.len_utf8();
        if sign == '“' && letter == '“' {
            if depth == 0 && closes_like_german(paragraph, end - letter.len_utf8(), end) {
                return end;
            }
            depth += 1; // a quotation inside a quotation, or a slip
        } else if closers.contains(&letter) {
            if depth > 0 && letter == '”' {
                depth -= 1;
            } else {
                return end;
            }
        }
    }
    paragraph.len()
}

/// “Pressestunde“: whether the mark of German print that closes stands right behind a word and before none.
fn closes_like_german(paragraph: &str, at: usize, after: usize) -> bool {
    let before = paragraph[..at].chars().next_back();
    let next = paragraph[after..].chars().next();
    before.is_some_and(|before| before.is_alphanumeric() || ".!?…".contains(before))
        && next.is_none_or(|next| next.is_whitespace() || ",;:.)!?–-".contains(next))
}

/// A straight mark opens before a non-space, at the start or after a space, a bracket or a dash.
fn is_open(before: Option<char>, next: Option<char>) -> bool {
    next.is_some_and(|next| !next.is_whitespace())
        && before.is_none_or(|before| {
            let no_spaces = ('\u{3001}'..='\u{9fff}').contains(&before); // Chinese: 她称"够了"
            before.is_whitespace() || no_spaces || "([{—–-:/‘'…，：；".contains(before)
        })
}

/// Two apostrophes for a double mark, as an old typewriter has it.
fn is_typewritten(before: Option<char>, after: Option<char>) -> bool {
    after.is_some_and(|after| !after.is_whitespace())
        && before.is_none_or(|before| matches!(before, ' ' | '\u{a0}' | '(' | '—' | '-'))
}

/// 6'2" and 20" are measures, not speech.
fn is_measure(before: Option<char>, last_double: Option<char>) -> bool {
    before.is_some_and(char::is_numeric) && !matches!(last_double, Some('"' | '“'))
}

fn single_marks(paragraph: &str, first: usize, at: usize, found: &mut Vec<Mark>) {
    let (opens, closes) = single_signs(paragraph, first);
    let mut i = 0;
    while let Some(&open) = opens.get(opens.partition_point(|open| *open < i)) {
        i = open + length_at(paragraph, open);
        if is_elision(&paragraph[i..]) {
            continue;
        }
        let mut candidates = closes[closes.partition_point(|close| *close < i)..].iter().copied().peekable();
        let mut end = None;
        while let Some(close) = candidates.next() {
            let after = close + length_at(paragraph, close);
            // the workers' hall: an apostrophe while a later mark closes
            let plural = paragraph[..close].ends_with('s')
                && paragraph[after..].starts_with(' ')
                && paragraph[after + 1..].starts_with(|letter: char| letter.is_ascii_lowercase());
            if plural
                && let Some(&later) = candidates.peek()
                && opens.get(opens.partition_point(|open| *open < after)).is_none_or(|open| *open >= later)
            {
                continue;
            }
            end = Some(after);
            break;
        }
        if let Some(end) = end {
            found.push(Mark { start: at + open, end: at + end });
            i = end;
        } else if paragraph[..open].trim_start().is_empty() && paragraph[i..].split_whitespace().nth(6).is_some() {
            found.push(Mark { start: at + open, end: at + paragraph.len() }); // goes on in the next paragraph
            break;
        }
    }
}

/// Where single marks may open and where they may close.
fn single_signs(paragraph: &str, first: usize) -> (Vec<usize>, Vec<usize>) {
    let (mut opens, mut closes) = (Vec::new(), Vec::new());
    let mut end = first;
    while let Some(ahead) = scan::position(&paragraph.as_bytes()[end..], |byte| scan::among(byte, [b'\'', 0xE2])) {
        let at = end + ahead;
        let Some(sign) = paragraph[at..].chars().next() else { break };
        end = at + sign.len_utf8();
        let (before, next) = (paragraph[..at].chars().next_back(), paragraph[end..].chars().next());
        if matches!(sign, '\'' | '‘')
            && before.is_none_or(|before| before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–'))
            && next.is_some_and(|next| !next.is_whitespace() && !matches!(next, '\'' | '’'))
        {
            opens.push(at);
        }
        if matches!(sign, '\'' | '’')
            && before.is_some_and(|before| !before.is_whitespace())
            && !next.is_some_and(|next| next.is_ascii_alphanumeric() || ('À'..='ÿ').contains(&next))
        {
            closes.push(at);
        }
    }
    (opens, closes)
}

fn length_at(paragraph: &str, at: usize) -> usize {
    paragraph[at..].chars().next().map_or(1, char::len_utf8)
}

/// 'em, 'til, '90s: letters left out, from behind the apostrophe on.
fn is_elision(after: &str) -> bool {
    let end = after.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(after.len());
    let word = &after[..end];
    let year = word.strip_suffix(['s', 'S']).unwrap_or(word);
    ["s", "t", "em", "cause", "til", "tis", "twas", "n"].iter().any(|known| word.eq_ignore_ascii_case(known))
        || year.chars().count() == 2 && year.chars().all(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Range<usize>> {
        let mut at = 0;
        let line = |line: &str| {
            at += line.len() + 1;
            at - line.len() - 1..at - 1
        };
        text.split('\n').map(line).collect()
    }

    /// Each paragraph is a line; the passages that are found, in order.
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = find(text, &lines(text)).iter().map(|mark| &text[mark.start..mark.end]).collect();
        assert_eq!(found, expected, "in {text}");
    }

    #[test]
    fn marks_of_many_prints() {
        check("\"One,\" she said, \"and two.\"", &["\"One,\"", "\"and two.\""]);
        check("She said “one” and “two”.", &["“one”", "“two”"]);
        check("Il dit « un » et «deux».", &["« un »", "«deux»"]);
        check("„Eins“, sagte sie, »zwei« er.", &["„Eins“", "»zwei«"]);
        check("她说：「一」，『二』。", &["「一」", "『二』"]);
        check("He wrote ``one'' and ''two''.", &["``one''", "''two''"]);
        check("In der “Presse“ stand “eins“, nicht “zwei“.", &["“Presse“", "“eins“", "“zwei“"]);
    }

    #[test]
    fn single_marks_count_where_there_are_no_double_ones() {
        check("‘The workers’ hall is shut,’ said Orla.", &["‘The workers’ hall is shut,’"]);
        check("“One,” he said, of the ‘hall’.", &["“One,”"]);
        check("The boys' 'em and '90s songs.", &[]);
    }

    #[test]
    fn an_unclosed_mark_runs_to_the_end_of_its_paragraph() {
        check("\"It began so.\n\"It ended so.\"", &["\"It began so.", "\"It ended so.\""]);
    }

    #[test]
    fn a_quotation_inside_a_quotation_is_part_of_it() {
        check("“He called it “a feast” then,” she said.", &["“He called it “a feast” then,”"]);
    }

    #[test]
    fn measures_are_no_speech() {
        check("A board of 20\" and one of 6'2\" lay there.", &[]);
    }

    #[test]
    fn ten_thousand_opening_marks() {
        for text in ["“".repeat(10_000), "‘a ".repeat(10_000)] {
            assert_eq!(find(&text, &lines(&text)).len(), 1);
        }
    }
}
