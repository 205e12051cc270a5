use std::ops::Range;

use super::{
    line::Line,
    signs::{is_quotation_mark, sentence_end},
};
use crate::article::sentences_in;

/// How many lines from the end leftovers are looked for.
const FARTHEST: usize = 300;

/// Headings over what a web page leaves behind an article, in lower case.
#[rustfmt::skip]
const HEADINGS: &[&str] = &[
    "related", "related articles", "relevant articles", "related article", "related stories", "related news",
    "related links", "related topics", "related content", "related reading", "related coverage",
    "related posts", "read more", "read next", "read also", "also read", "see also", "further reading",
    "more stories", "more news", "more articles", "more on this story", "more on this topic", "recommended",
    "recommended for you", "recommended articles", "recommended reading", "you may also like",
    "you might also like", "you may also be interested in", "most read", "most popular", "most viewed",
    "popular articles", "trending", "trending now", "latest news", "latest stories", "latest articles",
    "top stories", "editor's picks", "editors' picks", "around the web", "from the web", "share this",
    "share this article", "share this story", "share", "tags", "comments", "leave a comment", "mehr zum thema",
    "weitere artikel", "lesen sie auch", "das könnte sie auch interessieren", "verwandte artikel",
    "à lire aussi", "lire aussi", "sur le même sujet", "artículos relacionados", "noticias relacionadas",
    "lea también", "te puede interesar", "相关文章", "相关新闻", "相关阅读", "相关链接", "相关报道", "相关推荐",
    "延伸阅读", "推荐阅读", "更多阅读", "更多新闻", "更多文章", "热门文章", "热门推荐", "热门新闻", "猜你喜欢",
    "为你推荐", "精彩推荐", "相關文章", "相關新聞", "相關閱讀", "相關連結", "延伸閱讀", "推薦閱讀", "更多新聞",
    "熱門文章", "関連記事", "あわせて読みたい", "관련기사", "관련 기사", "privacy policy", "terms of use", "terms of service",
    "contact us", "cookie policy",
];

/// Lines that a web page leaves in the middle of an article, in lower case.
const SINGLE: &[&str] = &[
    "advertisement",
    "advertisement - story continues below",
    "article continues below advertisement",
    "story continues below",
    "anzeige",
    "werbung",
    "publicité",
    "publicidad",
    "广告",
    "廣告",
];

/// The beginnings of what tells whose a text is.
const NOTICES: &[&str] = &["copyright ", "©", "(c) ", "版权所有"];

/// No more links stand under a heading in the middle of an article.
const MOST_LINKS: usize = 8;

/// The beginnings of such headings when a name or a title follows.
#[rustfmt::skip]
const BEGINNINGS: &[&str] = &[
    "more from ", "more in ", "more on ", "more about ", "read more:", "related:", "see also:", "read also:",
    "also read:", "mehr von ", "相关阅读：", "延伸阅读：", "相关链接：",
];

/// The number of the first line that a web page left behind the article: “Related articles” and what follows.
///
/// Only the end of a text is looked at, and only as far as lines read like links, not like prose.
pub(super) fn first_leftover(lines: &[Line]) -> usize {
    let mut first = lines.len();
    for (number, line) in lines.iter().enumerate().skip(1).rev().take(FARTHEST) {
        if is_prose(line, lines.get(number + 1)) {
            break;
        }
        let stands_apart = line.blank_before || sentence_end(lines[number - 1].text).is_some();
        if is_known_heading(line.text) || stands_apart && (begins_as_heading(line.text) || is_notice(line.text)) {
            first = number;
        }
    }
    first
}

/// The lines in the middle of an article that a web page left there: "Advertisement", "Read more: …", or links under such a
/// heading, as far as a blank line.
pub(super) fn between(lines: &[Line]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut number = 0;
    while let Some(line) = lines.get(number) {
        let length = if line.blank_before { leftover_length(&lines[number..]) } else { 0 };
        if length > 0 {
            found.push(number..number + length);
        }
        number += length.max(1);
    }
    found
}

/// How many lines from the first one on are what a web page left.
fn leftover_length(lines: &[Line]) -> usize {
    let run = 1 + lines[1..].iter().take_while(|line| !line.blank_before).count();
    let text = lines[0].text;
    let is_single = SINGLE.contains(&text.to_lowercase().as_str()) || begins_with_colon(text);
    if run == 1 {
        return usize::from(is_single);
    }
    let is_link = |line: &Line| line.columns <= 100 && sentence_end(line.text).is_none_or(|end| end == '?');
    let are_links = (2..=MOST_LINKS + 1).contains(&run) && lines[1..run].iter().all(is_link);
    if is_known_heading(text) && are_links { run } else { 0 }
}

/// "Read more: Why eels matter"
fn begins_with_colon(text: &str) -> bool {
    text.contains([':', '：']) && begins_as_heading(text) && sentence_end(text).is_none()
}

fn is_notice(text: &str) -> bool {
    let lower = text.to_lowercase();
    NOTICES.iter().any(|beginning| lower.starts_with(beginning)) && text.chars().count() <= 120
}

fn is_known_heading(text: &str) -> bool {
    let plain = text.trim_matches(|letter: char| !letter.is_alphanumeric());
    !plain.starts_with(char::is_lowercase) && HEADINGS.contains(&plain.replace('’', "'").to_lowercase().as_str())
}

fn begins_as_heading(text: &str) -> bool {
    let lower = text.to_lowercase();
    BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning))
        && !text.starts_with(char::is_lowercase)
        && text.chars().count() <= 120
        && sentence_end(text) != Some('.')
}

/// Whether a line is part of what was written, not a link: it ends a sentence, or the line after goes on with it.
fn is_prose(line: &Line, next: Option<&Line>) -> bool {
    let ends_sentence = sentence_end(line.text).is_some_and(|end| !matches!(end, '?' | '？' | '…'));
    let goes_on = next.is_some_and(|next| !next.blank_before && next.text.starts_with(char::is_lowercase));
    // 'She left. “They owe me,” she said.'
    let speaks = line.text.contains(is_quotation_mark) || sentences_in(line.text).count() > 1;
    speaks && ends_sentence && !is_notice(line.text)
        || line.columns > 160
        || line.columns > 60 && ends_sentence
        || line.columns > 40 && (goes_on || line.text.contains('。'))
}

#[cfg(test)]
mod tests {
    use super::{super::line::lines_of, *};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let lines = lines_of(text);
        let seen: Vec<_> = lines[first_leftover(&lines)..].iter().map(|line| line.text).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn what_follows_the_article() {
        check(
            "The gate closes.\n\nRelevant articles\n  Tide tables\n  Eel counts",
            &["Relevant articles", "Tide tables", "Eel counts"],
        );
        check(
            "The gate closes.\n\nMore from The Estuary Review\n\nThe eels are back",
            &["More from The Estuary Review", "The eels are back"],
        );
        check("水闸关上了。\n\n相关文章：\n鳗鱼回来了", &["相关文章：", "鳗鱼回来了"]);
        check("The gate closes.\n\n» Read more: How the wall was built", &[]);
        check("The gate closes.\n\nRead more: How the wall was built", &["Read more: How the wall was built"]);
    }

    #[test]
    fn what_stands_in_the_middle() {
        #[track_caller]
        fn check_between(text: &str, expected: &[&str]) {
            let lines = lines_of(text);
            let ranges = between(&lines);
            let seen: Vec<_> = ranges.into_iter().flatten().map(|number| lines[number].text).collect();
            assert_eq!(seen, expected);
        }
        check_between(
            "One.\n\nRelated articles\nTide tables\nWhy do eels matter?\n\nTwo.\n\nAdvertisement\n\nThree.",
            &["Related articles", "Tide tables", "Why do eels matter?", "Advertisement"],
        );
        check_between("One.\n\nRead more: Why eels matter\n\nTwo.", &["Read more: Why eels matter"]);
        check_between("One.\n\nRelated: the gate and the wall. Both closed.\n\nTwo.", &[]);
        check_between("One.\n\nRelated articles\n\nTide tables\n\nTwo.", &[]);
        check_between("One.\n\nShare\nand share alike, as she said.\n\nTwo.", &[]);
    }

    #[test]
    fn a_short_paragraph_with_a_quotation_behind_links_stays() {
        check(
            "One.\n\nRelated articles\n\nTen ways to lift a quay\n\nDean said more. \"They owe me,\" she said.\n",
            &[],
        );
        check(
            "One two.\n\nCopyright 2024 The Daily Post. All rights reserved.\nPrivacy policy\nContact us",
            &["Copyright 2024 The Daily Post. All rights reserved.", "Privacy policy", "Contact us"],
        );
    }

    #[test]
    fn prose_behind_such_a_line_keeps_it_in_the_article() {
        check(
            "One.\n\nRead more\n\nBut the gate, which cost more than the church and the school together, closed all the same.",
            &[],
        );
        check(
            "The council met.\n\nMore on Tuesday than on any other day the water rose, and the\nmayor said so to whoever asked her.\nIt left.",
            &[],
        );
        check(
            "The river is not what it was; there were said to be\nmore in the spring than in the fall, and the rest of them\nhad gone.",
            &[],
        );
        check("More on Tuesday than on Monday the water rose.", &[]);
    }
}
