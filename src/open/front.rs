use std::ops::Range;

use super::{
    byline::{Place, is_byline, is_dateline, is_name},
    line::Line,
    signs::{columns, is_ideographic, is_item, is_page_break, is_quotation_mark, is_unfinished, label, sentence_end},
};
use crate::article::{BlockKind, sentences_in};

const MOST_NAVIGATION: usize = 8;
const MOST_BYLINES: usize = 5;

/// Lines that menus are made of, in lower case.
#[rustfmt::skip]
const MENU_LINES: &[&str] = &[
    "skip to content", "skip to main content", "menu", "home", "search", "subscribe", "sign in", "log in",
    "advertisement", "for immediate release", "首页", "导航", "登录", "注册",
];

/// Lines that stand among those of a menu, in lower case.
#[rustfmt::skip]
const SECTIONS: &[&str] = &[
    "news", "sport", "sports", "weather", "opinion", "business", "culture", "politics", "world", "local", "videos",
    "newsletters", "my account", "live", "新闻", "体育", "天气", "财经",
];

/// What a reader may do with an article, as it stands under its byline, in lower case.
#[rustfmt::skip]
const SHARING: &[&str] = &[
    "share", "tweet", "email", "e-mail", "print", "save", "comment", "comments", "facebook", "twitter", "whatsapp",
    "copy link", "share this article", "listen", "teilen", "drucken", "partager", "imprimer", "compartir", "分享", "打印",
];

/// The last words of papers' names, in lower case.
#[rustfmt::skip]
const PAPERS: &[&str] = &[
    "post", "times", "news", "herald", "journal", "tribune", "gazette", "guardian", "mail", "star", "chronicle",
    "observer", "express", "mirror", "standard", "review", "telegraph", "independent", "courier", "日报", "晚报", "时报",
];

/// What stands before an article's first paragraph: blocks as ranges of lines, and the number of the line after them.
pub(super) struct Front {
    pub blocks: Vec<(BlockKind, Range<usize>)>,
    pub end: usize,
}

/// Reads menu, title and byline off the head of a text; any may be missing.
pub(super) fn read(lines: &[Line]) -> Front {
    let mut front = Front { blocks: Vec::new(), end: 0 };
    let text_at = |number: usize| lines.get(number).map(|line| line.text);
    while text_at(front.end).is_some_and(is_page_break) {
        front.push(BlockKind::PageBreak, 1);
    }
    while front.end < MOST_NAVIGATION
        && (text_at(front.end).is_some_and(is_navigation) || goes_on_with_menu(lines, front.end))
    {
        front.push(BlockKind::Navigation, 1);
    }
    while front.end < MOST_NAVIGATION + MOST_BYLINES
        && text_at(front.end).is_some_and(|text| is_byline(text, Place::BeforeTitle))
    {
        front.push(BlockKind::Byline, 1);
    }
    if is_masthead(lines, front.end) {
        front.push(BlockKind::Byline, 1);
    }
    let length = title_length(lines, front.end);
    if length > 0 {
        front.push(BlockKind::Title, length);
        if is_standfirst(lines, front.end) {
            front.push(BlockKind::Paragraph, 1);
        }
        for _ in 0..MOST_BYLINES {
            if !is_byline_here(lines, front.end, &front.blocks) {
                break;
            }
            front.push(BlockKind::Byline, 1);
        }
        while text_at(front.end).is_some_and(is_sharing) {
            front.push(BlockKind::Navigation, 1);
        }
    }
    // A byline over nothing is not one: the whole text would be folded into its head.
    if front.end == lines.len() {
        front = Front { blocks: Vec::new(), end: 0 };
    }
    front
}

impl Front {
    fn push(&mut self, kind: BlockKind, lines: usize) {
        self.blocks.push((kind, self.end..self.end + lines));
        self.end += lines;
    }
}

/// Whether a line says between title and byline what the article is about.
fn is_standfirst(lines: &[Line], number: usize) -> bool {
    let (Some(line), Some(next)) = (lines.get(number), lines.get(number + 1)) else {
        return false;
    };
    line.columns <= 250
        && !is_byline(line.text, Place::AfterTitle)
        && !is_name(line.text)
        && !is_page_break(line.text)
        && is_byline(next.text, Place::BeforeTitle)
}

fn is_byline_here(lines: &[Line], number: usize, before: &[(BlockKind, Range<usize>)]) -> bool {
    let Some(line) = lines.get(number) else {
        return false;
    };
    if is_byline(line.text, Place::AfterTitle) {
        return true;
    }
    // A name or a paper's, on a line of its own, shows what it is by the lines under it.
    let under = || lines[number + 1..].iter().take(2).take_while(|under| !under.blank_before);
    let byline_follows = under().any(|under| is_byline(under.text, Place::AfterTitle));
    let ends_head = !line.blank_before && lines.get(number + 1).is_some_and(|next| next.blank_before);
    let is_after_byline = matches!(before.last(), Some((BlockKind::Byline, _)));
    let is_paper = is_after_byline && byline_follows && line.columns <= 60 && sentence_end(line.text).is_none();
    is_paper || is_name(line.text) && (byline_follows || ends_head)
}

/// Whether a short line goes on with a menu, and is not the last line under it, which may be the title.
fn goes_on_with_menu(lines: &[Line], number: usize) -> bool {
    let before = number.checked_sub(1).and_then(|before| lines.get(before));
    let (Some(before), Some(line), Some(next)) = (before, lines.get(number), lines.get(number + 1)) else {
        return false;
    };
    let in_menu = |text: &str| is_menu_line(text) || is_one_of(text, SECTIONS);
    in_menu(before.text)
        && !line.blank_before
        && (!next.blank_before || in_menu(line.text))
        && line.columns <= 24
        && sentence_end(line.text).is_none()
}

/// The name of the paper over a title.
fn is_masthead(lines: &[Line], number: usize) -> bool {
    let (Some(line), Some(title), Some(under)) = (lines.get(number), lines.get(number + 1), lines.get(number + 2))
    else {
        return false;
    };
    let is_paper = line.text.split_whitespace().next_back().is_some_and(|last| is_one_of(last, PAPERS));
    is_paper
        && line.columns <= 40
        && title.blank_before
        && title_length(lines, number + 1) > 0
        && (is_byline(under.text, Place::AfterTitle) || is_sharing(under.text))
}

fn is_sharing(text: &str) -> bool {
    is_one_of(text, SHARING)
}

fn is_one_of(text: &str, lines: &[&str]) -> bool {
    text.len() <= 60 && lines.contains(&text.to_lowercase().as_str())
}

fn is_menu_line(text: &str) -> bool {
    is_one_of(text, MENU_LINES)
}

/// “index > News”, “首页 > 新闻”, “Home | News | World”, or a line that menus are made of.
fn is_navigation(text: &str) -> bool {
    if columns(text) > 120 {
        return false;
    }
    if is_menu_line(text)
        || text.starts_with("当前位置")
        || text.starts_with("您的位置")
        || text.starts_with("您现在的位置")
    {
        return true;
    }
    let is_path = ['>', '›', '»', '→', '＞'].into_iter().any(|mark| is_row(text, mark, 2));
    is_path || is_row(text, '|', 3) || is_row(text, '｜', 3)
}

/// Whether a line is a row of short words with a mark between them.
fn is_row(text: &str, mark: char, least: usize) -> bool {
    let is_short = |item: &str| {
        let item = item.trim();
        !item.is_empty()
            && columns(item) <= 40
            && item.chars().any(char::is_alphabetic)
            && sentence_end(item).is_none()
            && !item.contains(is_quotation_mark)
    };
    text.contains(mark) && text.split(mark).count() >= least && text.split(mark).all(is_short)
}

/// How many lines from a line on are the title; 0 when the text begins without one.
fn title_length(lines: &[Line], number: usize) -> usize {
    let Some(line) = lines.get(number) else {
        return 0;
    };
    let Some(next) = lines.get(number + 1) else {
        return 0;
    };
    let following = &lines[number + 1..lines.len().min(number + 7)];
    if next.blank_before
        || is_byline(next.text, Place::AfterTitle)
        || is_name(next.text) && following.get(1).is_some_and(|after| after.blank_before)
    {
        return usize::from(reads_as_title(line.text, following));
    }
    let run = following
        .iter()
        .take_while(|after| !after.blank_before)
        .take_while(|after| !is_byline(after.text, Place::AfterTitle))
        .count();
    if run <= 2 {
        let all = &lines[number..=number + run];
        let title = all.iter().map(|line| line.text).collect::<Vec<_>>().join(" ");
        let is_whole = all.iter().all(|line| sentence_end(line.text).is_none() && line.columns <= 80);
        let fits = is_whole
            && title.chars().count() <= 160
            && reads_as_title(&title, &lines[number + run + 1..lines.len().min(number + run + 7)]);
        return if fits { run + 1 } else { 0 };
    }
    // A file with a paragraph on every line and no blank ones between: the title alone is no sentence.
    let sentences = following.iter().filter(|line| sentence_end(line.text).is_some()).count();
    let is_apart = sentence_end(line.text).is_none()
        && sentences * 4 >= following.len() * 3
        && following.iter().any(|after| after.columns > line.columns);
    usize::from(is_apart && reads_as_title(line.text, following))
}

/// Whether a line reads as the title of what follows, and not as its first paragraph.
fn reads_as_title(text: &str, following: &[Line]) -> bool {
    let Some(next) = following.first() else {
        return false;
    };
    let width = columns(text);
    let widest = if is_ideographic(text) { 90 } else { 150 };
    let is_dialogue = label(text).is_some() && label(next.text).is_some();
    if width > widest
        || !text.contains(char::is_alphabetic)
        || !text.starts_with(|letter: char| !letter.is_lowercase())
        || is_unfinished(text)
        || is_item(text)
        || is_dialogue
        || is_dateline(text)
        || sentences_in(text).count() > 1
    {
        return false;
    }
    let is_quoted = text.starts_with(is_quotation_mark);
    match sentence_end(text) {
        None => true,
        Some('?' | '!' | '？' | '！' | '…') => !is_quoted,
        // Titles seldom end with a full stop; those that do are in title case, or stand over a much longer paragraph.
        Some('.') => {
            let is_shorter = following.iter().any(|after| after.columns * 2 >= width * 3);
            !is_quoted && width <= 110 && is_shorter && (is_title_case(text) || (40..=80).contains(&width))
        }
        Some(_) => false,
    }
}

fn is_title_case(text: &str) -> bool {
    let long = || text.split_whitespace().filter(|word| word.chars().count() >= 4);
    let capital = long()
        .filter(|word| {
            word.trim_start_matches(|letter: char| !letter.is_alphanumeric())
                .starts_with(|letter: char| !letter.is_lowercase())
        })
        .count();
    long().count() >= 2 && capital * 10 >= long().count() * 7
}
