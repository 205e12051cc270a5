use super::{
    line::Line,
    signs::{columns, is_ideograph, is_item, label, sentence_end},
};

/// Lines longer than this were not broken by hand or by an editor.
const WIDEST_WRAP: usize = 140;
const NARROWEST_WRAP: usize = 30;

/// How the lines of a text make its paragraphs.
#[derive(Debug)]
pub(super) struct Layout {
    wrap: Option<Wrap>,
    /// Whether lines begin with the name of who speaks.
    has_labels: bool,
}

/// How long lines were broken into short ones.
#[derive(Debug)]
struct Wrap {
    /// The column that lines reach at most, but for a few.
    width: usize,
    /// How far lines are set in that begin no paragraph.
    margin: usize,
    /// Whether a paragraph's first line is set in further.
    sets_in_first_lines: bool,
    /// Whether blank lines part the paragraphs.
    has_gaps: bool,
}

impl Layout {
    pub fn of(lines: &[Line]) -> Self {
        let has_labels = lines.iter().filter(|line| label(line.text).is_some()).nth(1).is_some();
        Self { wrap: Wrap::of(lines), has_labels }
    }

    /// Whether a line goes on with the paragraph of the line before it; `first` is that paragraph's first line.
    pub fn continues(&self, first: &Line, previous: &Line, line: &Line) -> bool {
        if line.blank_before {
            return false;
        }
        let breaks_off = sentence_end(previous.text).is_none();
        let has_label = self.has_labels && label(line.text).is_some();
        match &self.wrap {
            // A name at the head of a line is no label where it is only what a full line had no room for.
            Some(wrap) if has_label => breaks_off && is_full(previous, line, wrap.width),
            Some(wrap) => wrap.continues(first, previous, line, breaks_off),
            // Elsewhere a line is a paragraph, but for a long one that breaks off and is taken up in lower case.
            None => {
                let is_taken_up = first_letter(line.text).is_some_and(char::is_lowercase);
                breaks_off
                    && is_taken_up
                    && !has_label
                    && previous.columns >= 30
                    && previous.columns.max(line.columns) >= 60
            }
        }
    }
}

impl Wrap {
    /// Judges by all pairs of lines without a blank line between them: where lines were broken at a column, nearly
    /// every line is full (the next word would not have fitted), and most break off within a sentence.
    fn of(lines: &[Line]) -> Option<Self> {
        let pairs = || lines.windows(2).filter(|pair| !pair[1].blank_before).map(|pair| (&pair[0], &pair[1]));
        let within = || pairs().filter(|(line, next)| next.indent <= line.indent);
        let mut widths: Vec<usize> =
            within().flat_map(|(line, next)| [line.last_column(), next.last_column()]).collect();
        // One line in forty may stick out: an address that could not be broken, a table.
        let usual = (widths.len().checked_sub(1)?) - widths.len() / 40;
        let (_, &mut width, _) = widths.select_nth_unstable(usual);
        if !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&width) {
            return None;
        }
        let (mut all, mut full, mut broken_off, mut cased, mut lower) = (0_usize, 0_usize, 0_usize, 0_usize, 0_usize);
        for (line, next) in within() {
            all += 1;
            full += usize::from(is_full(line, next, width));
            broken_off += usize::from(sentence_end(line.text).is_none());
            if let Some(first) = first_letter(next.text) {
                cased += usize::from(first.is_uppercase() || first.is_lowercase());
                lower += usize::from(first.is_lowercase());
            }
        }
        // Verse begins its lines with capitals; so may German prose, but not all of them.
        let goes_on = lower * 100 >= cased * 30 || lower > 0 && full * 100 >= all * 85 && broken_off * 100 >= all * 60;
        if full * 100 < all * 55 || broken_off * 100 < all * 40 || !goes_on {
            return None;
        }
        let margin = margin(lines);
        let set_in = pairs().filter(|(line, next)| line.indent == margin && next.indent > margin).count();
        let gaps = lines.iter().filter(|line| line.blank_before).count();
        Some(Self { width, margin, sets_in_first_lines: set_in >= 2, has_gaps: gaps * 12 >= lines.len() })
    }

    fn continues(&self, first: &Line, previous: &Line, line: &Line, breaks_off: bool) -> bool {
        let is_list = is_item(first.text);
        if is_item(line.text) && (is_list || !breaks_off) {
            return false;
        }
        // What hangs under an item or a name belongs to it; elsewhere a line set in begins a paragraph.
        let hangs = is_list || label(first.text).is_some();
        let is_full = is_full(previous, line, self.width);
        if line.indent > self.margin && !hangs {
            if self.sets_in_first_lines || line.indent > previous.indent {
                return false;
            }
            return is_full;
        }
        let reach = previous.last_column();
        if breaks_off {
            return is_full || reach * 10 >= self.width * 7;
        }
        if self.has_gaps {
            // Lines broken by hand are ragged, and blank lines say well enough where a paragraph ends.
            return is_full || reach * 100 >= self.width * 75;
        }
        reach + 1 + first_word_columns(line.text) > self.width
    }
}

/// Whether the next line's first word would not have fitted any more, or hardly.
fn is_full(line: &Line, next: &Line, width: usize) -> bool {
    line.last_column() + 1 + first_word_columns(next.text) + 3.max(width / 20) > width
}

fn first_word_columns(text: &str) -> usize {
    let mut letters = text.chars();
    // Chinese breaks between any two characters, but never before a closing mark.
    if letters.next().is_some_and(is_ideograph) {
        return match letters.next() {
            Some(second) if !second.is_alphanumeric() => 4,
            _ => 2,
        };
    }
    columns(text.split_whitespace().next().unwrap_or_default())
}

/// The smallest column that a fair share of the lines begin at.
///
/// Not the commonest: where most paragraphs are one line, most lines are first ones.
fn margin(lines: &[Line]) -> usize {
    let mut counts = [0_usize; 24];
    for line in lines {
        if let Some(count) = counts.get_mut(line.indent) {
            *count += 1;
        }
    }
    counts.iter().position(|count| count * 6 >= lines.len()).unwrap_or(0)
}

fn first_letter(text: &str) -> Option<char> {
    text.chars().find(|letter| letter.is_alphanumeric())
}
