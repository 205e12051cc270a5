//! The signs that tell one line from another: white space, columns, how a line begins and ends.

/// Whether a character shows nothing: white space, and the zero-width marks that web pages leave behind.
pub(super) fn is_white(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Whether a character takes two columns, as Chinese, Japanese and Korean ones do.
pub(super) fn is_wide(letter: char) -> bool {
    matches!(letter,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}')
}

/// Whether a character is a Chinese one, or written among them.
pub(super) fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3fffd}')
}

/// How many columns a text takes in a typewriter face.
pub(super) fn columns(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.chars().map(|letter| if is_wide(letter) { 2 } else { 1 }).sum()
}

/// Whether a text is mostly Chinese characters.
pub(super) fn is_ideographic(text: &str) -> bool {
    // No ideograph begins with a lower byte, and bytes are looked at many at a time.
    if text.bytes().max() < Some(0xe3) {
        return false;
    }
    let (ideographs, letters) = text.chars().fold((0, 0), |(ideographs, letters), letter| {
        (ideographs + usize::from(is_ideograph(letter)), letters + usize::from(letter.is_alphabetic()))
    });
    ideographs > 0 && ideographs * 2 >= letters
}

pub(super) fn is_quotation_mark(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' | '＂' | '‘' | '‚')
}

/// A text without the quotation marks and brackets it closes with.
fn without_closers(text: &str) -> &str {
    text.trim_end_matches(|letter: char| {
        is_white(letter)
            || matches!(
                letter,
                '"' | '\'' | '“' | '”' | '’' | '»' | '›' | '«' | '‹' | '」' | '』' | ')' | '）' | ']' | '】'
            )
    })
}

/// The sign a text ends a sentence with, when it does; closing quotation marks do not hide it.
pub(super) fn sentence_end(text: &str) -> Option<char> {
    let last = without_closers(text).chars().next_back()?;
    matches!(last, '.' | '!' | '?' | '。' | '！' | '？' | '．' | '｡' | '…' | '؟' | '।').then_some(last)
}

/// Whether a text breaks off where its sentence must go on.
pub(super) fn is_unfinished(text: &str) -> bool {
    text.ends_with([',', ';', ':', '-', '，', '、', '；', '：', '(', '（'])
}

/// The name before the colon of a transcript's line: “HALLORAN: We have moved the library.”
pub(super) fn label(text: &str) -> Option<&str> {
    let (at, colon) = text.char_indices().take(40).find(|(_, letter)| matches!(letter, ':' | '：'))?;
    let name = &text[..at];
    let rest = &text[at + colon.len_utf8()..];
    let is_apart = colon == '：' || rest.is_empty() || rest.starts_with(char::is_whitespace);
    let reads_as_name = if is_ideographic(name) {
        matches!(name, "问" | "答" | "問")
            || name.chars().count() <= 8
                && name.chars().all(|letter| letter.is_alphanumeric() || letter == '·')
                && !name.ends_with(['说', '道', '称', '示', '问', '答', '說', '稱', '問', '为', '是', '出', '调', '认'])
    } else {
        name.split_whitespace().count() <= 4
            && name
                .split_whitespace()
                .all(|word| word.starts_with(|letter: char| letter.is_uppercase() || letter.is_numeric()))
            && name.starts_with(char::is_alphabetic)
    };
    (is_apart && reads_as_name).then_some(name)
}

/// Whether a text begins as an item of a list does.
pub(super) fn is_item(text: &str) -> bool {
    is_pointed_item(text) || is_numbered_item(text)
}

/// “- a pump”, “• a pump”.
pub(super) fn is_pointed_item(text: &str) -> bool {
    text.split_once(char::is_whitespace).is_some_and(|(mark, _)| {
        matches!(mark, "-" | "*" | "+" | "•" | "·" | "–" | "—" | "‣" | "◦" | "●" | "○" | "■" | "□" | "➢" | "►" | ">")
    })
}

/// “1. a pump”, “(2) a pump”.
fn is_numbered_item(text: &str) -> bool {
    text.split_once(char::is_whitespace).is_some_and(|(mark, _)| {
        let number = mark.trim_start_matches('(').trim_end_matches([')', '.']);
        number.len() < mark.len() && number.len() <= 3 && is_number(number)
    })
}

/// Whether a line stands where a printed page ended or a scene changes: a form feed, “* * *”, “- 3 -”, “Page 3 of 9”.
pub(super) fn is_page_break(text: &str) -> bool {
    if text == "\u{c}" {
        return true;
    }
    if text.len() > 240 || text.chars().any(char::is_alphabetic) && !text.starts_with(['P', 'p', 'S', 's', '第']) {
        return false;
    }
    is_ornament(text) || is_page_number(text)
}

fn is_ornament(text: &str) -> bool {
    let signs = text.chars().filter(|letter| !letter.is_whitespace());
    let is_sign = |letter: char| {
        matches!(
            letter,
            '*' | '-'
                | '_'
                | '='
                | '~'
                | '#'
                | '+'
                | '•'
                | '·'
                | '—'
                | '–'
                | '―'
                | '─'
                | '━'
                | '＊'
                | '※'
                | '◆'
                | '◇'
                | '○'
                | '●'
                | '□'
                | '■'
                | '☆'
                | '★'
                | '❖'
                | '⁂'
                | '§'
                | '∗'
        )
    };
    let mut count = 0;
    for sign in signs {
        if !is_sign(sign) {
            return false;
        }
        count += 1;
    }
    count >= 3 || matches!(text, "⁂" | "§" | "❖" | "***" | "——")
}

/// “- 3 -”, “– 12 –”, “Page 3”, “Page 3 of 9”, “Seite 3”, “第 3 页”, “第3页 共9页”. A bare number is a page only
/// beside a form feed, which the caller knows.
fn is_page_number(text: &str) -> bool {
    let inner = text.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '–' | '—' | '―'));
    if inner.len() < text.len()
        && is_number(inner)
        && text.starts_with(['-', '–', '—', '―'])
        && text.ends_with(['-', '–', '—', '―'])
    {
        return true;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    if let [page, number, rest @ ..] = words.as_slice()
        && matches!(page.to_lowercase().as_str(), "page" | "seite" | "página" | "p.")
        && is_number(number)
    {
        return rest.is_empty()
            || matches!(rest, [of, last] if matches!(*of, "of" | "von" | "de" | "/") && is_number(last));
    }
    text.starts_with('第')
        && text.ends_with(['页', '頁'])
        && text.chars().all(|letter| {
            letter.is_numeric()
                || letter.is_whitespace()
                || matches!(letter, '第' | '页' | '頁' | '共' | '，' | ',' | '/')
        })
}

/// Whether a text is a number of at most four digits.
pub(super) fn is_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_breaks() {
        let check = |text, expected| assert_eq!(is_page_break(text), expected, "{text}");
        for text in [
            "***",
            "* * *",
            "---",
            "-----",
            "- 3 -",
            "– 12 –",
            "Page 3",
            "page 3 of 9",
            "第 3 页",
            "第3页 共9页",
            "⁂",
            "\u{c}",
        ] {
            check(text, true);
        }
        for text in
            ["3", "--", "- three -", "Page three", "Pages", "第三章", "1953", "—", "* a *", "$ 3", "第一页上写着"]
        {
            check(text, false);
        }
    }

    #[test]
    fn labels_of_transcripts() {
        let check = |text, expected| assert_eq!(label(text), expected, "{text}");
        check("HALLORAN: We have moved it twice.", Some("HALLORAN"));
        check("Tomasz Reyk: A gate.", Some("Tomasz Reyk"));
        check("问：谁来付钱？", Some("问"));
        check("记者问：谁来付钱？", None);
        check("记者：谁来付钱？", Some("记者"));
        check("镇长林素云说：“不会再搬。”", None);
        check("It was late: the sea came.", None);
        check("http://example.org", None);
        check("10:30 the sea came", None);
    }

    #[test]
    fn sentence_ends() {
        let check = |text, expected| assert_eq!(sentence_end(text), expected, "{text}");
        check("It closes.", Some('.'));
        check("“It closes.”", Some('.'));
        check("“谁来付钱？”", Some('？'));
        check("It closes,” he said", None);
        check("Who pays for dry floors", None);
    }
}
