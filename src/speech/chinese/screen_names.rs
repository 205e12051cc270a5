//! Names in quotation marks: 网友“小鱼干”发帖, 外卖平台“快跑”回应. They are no passages, but those who speak.

use std::collections::HashMap;

use super::mentions::Head;
use super::page::{Page, Span, is_colon, is_pause};
use super::words::{Classes, Words, is_han};

/// How many letters such a name has, without its marks.
const SHORTEST: usize = 2;
const LONGEST: usize = 10;

/// How far before a name its clause may begin: 自称开了八年面馆的“大碗叔”.
const CLAUSE: usize = 24;

/// A name in quotation marks, and whether a person or a body has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct ScreenName {
    /// With its marks.
    pub span: Span,
    is_body: bool,
}

impl ScreenName {
    /// Without its marks.
    pub fn inside(self) -> Span {
        (self.span.0 + 1, self.span.1 - 1)
    }

    /// The head of its mention, `person` for a person.
    pub fn head(self, person: impl FnOnce() -> Head) -> Head {
        if self.is_body { Head::Body } else { person() }
    }
}

/// The marks that hold a name: where one stands behind a word for whoever has it, and wherever the same words stand again.
pub(super) fn find(page: &Page<'_>, words: &Words) -> Vec<ScreenName> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for inner in page.marks.iter().filter_map(|mark| inner(page, *mark)) {
        *times.entry(inner).or_default() += 1;
    }
    let introduced = |mark: &Span| {
        let inner = inner(page, *mark)?;
        let again = times.get(inner).is_some_and(|times| *times > 1);
        Some((inner, introduced(page, words, *mark, again)?))
    };
    let known: HashMap<&str, bool> = page.marks.iter().filter_map(introduced).collect();
    if known.is_empty() {
        return Vec::new();
    }
    let named = |mark: &Span| {
        let is_body = *known.get(inner(page, *mark)?)?;
        // “快跑”号: a thing
        let thing = matches!(page.letters.get(mark.1), Some('号' | '级' | '型' | '式' | '版'));
        (!thing).then_some(ScreenName { span: *mark, is_body })
    };
    page.marks.iter().filter_map(named).collect()
}

/// The words of a mark that may be a name.
fn inner<'t>(page: &Page<'t>, mark: Span) -> Option<&'t str> {
    let length = (mark.1 - mark.0).checked_sub(2).filter(|length| (SHORTEST..=LONGEST).contains(length))?;
    let inside = page.words((mark.0 + 1, mark.0 + 1 + length));
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '·' | '.');
    // 网友“太贵了”: what is said
    let says =
        inside.ends_with(['了', '吗', '吧', '呢', '啊', '呀', '嗎']) || inside.contains(['我', '你', '这', '這']);
    (inside.chars().all(is_name) && !says).then_some(inside)
}

/// Whether it is a body, if the word before a mark introduces a person or a body who does something behind it or is told
/// of `again`.
fn introduced(page: &Page<'_>, words: &Words, mark: Span, again: bool) -> Option<bool> {
    let near = mark.0.saturating_sub(CLAUSE);
    let before = &page.letters[near..mark.0];
    let clause = before.iter().rposition(|letter| is_pause(*letter)).map_or(before, |pause| &before[pause + 1..]);
    // 自称开了八年面馆的“大碗叔”, 网名“大碗叔”的店主
    let called = clause.strip_suffix(&['叫']).or(clause.strip_suffix(&['为'])).unwrap_or(clause);
    let called = matches!(called, [.., '网', '名'] | [.., '昵', '称']);
    let oneself = called || matches!(clause, ['自', '称', .., '的']);
    let is_body = match words.longest_at_end(clause, Classes::PERSONA) {
        Some(length) => !words.classes_of(&clause[clause.len() - length..]).any(Classes::TITLE),
        None => oneself.then_some(false)?,
    };
    let behind = page.letters.get(mark.1..).unwrap_or_default();
    // 公司“出海”成为趋势: what a body does tells less
    let person = if is_body { Classes::default() } else { Classes::ACT.and(Classes::LEAD).and(Classes::PREPOSITION) };
    let does = person.and(Classes::TAIL).and(Classes::SAYING).and(Classes::REMARK).and(Classes::TELLING);
    let acts = match behind.first()? {
        '的' => again || called,
        '等' | '之' | '了' | '着' | '过' | '是' => false,
        next if next.is_ascii_digit() || is_colon(*next) => true,
        next => is_han(*next) && words.at(behind).any(|(_, classes)| classes.any(does)),
    };
    acts.then_some(is_body)
}
