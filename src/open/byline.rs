use super::{
    date::words_beside_date,
    signs::{columns, is_ideograph, is_ideographic, sentence_end},
};

const WIDEST: usize = 120;

/// What stands before a colon in a byline.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "interview", "words", "photographs", "source", "author", "authors", "writer", "reporter", "editor",
    "editors", "published", "updated", "last updated", "posted", "date", "by", "publication", "publisher",
    "translator", "translated by", "text", "quelle", "autor", "autorin", "stand", "fuente", "auteur",
];

/// What stands before a name.
#[rustfmt::skip]
const BEFORE_NAMES: &[&str] = &[
    "by ", "written by ", "reported by ", "reporting by ", "words by ", "story by ", "text by ",
    "translated by ", "edited by ", "von ", "por ", "par ", "door ",
];

#[rustfmt::skip]
const CHINESE_LABELS: &[&str] = &[
    "来源", "來源", "作者", "本报记者", "本報記者", "本刊记者", "特约记者", "实习记者", "记者", "記者",
    "通讯员", "责任编辑", "責任編輯", "责编", "编辑", "編輯", "编译", "译者", "发布时间", "發布時間",
    "更新时间", "时间", "時間", "日期", "撰文", "图/文", "文", "出处", "稿源",
];

/// Words in lower case that a name or a masthead may hold.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "by", "and", "of", "the", "for", "in", "de", "del", "della", "di", "da", "dos", "van", "von", "der", "den",
    "zu", "la", "le", "du", "et", "und", "y", "e", "with", "at", "bin", "ibn", "al", "el", "ten", "ter",
    "staff", "writer", "reporter", "correspondent", "editor", "writers", "contributor", "special", "to", "our",
    "political", "senior", "chief", "science", "environment",
];

/// Where a byline stands decides how much it takes to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    BeforeTitle,
    AfterTitle,
}

/// Whether a line says who wrote the article, where it appeared, or when.
pub(super) fn is_byline(text: &str, place: Place) -> bool {
    if columns(text) > WIDEST || is_dateline(text) {
        return false;
    }
    if has_label(text) || has_chinese_label(text) || has_names_after_by(text) {
        return true;
    }
    let beside = words_beside_date(text);
    if place == Place::BeforeTitle {
        return beside.is_some_and(|words| words.is_empty());
    }
    match beside {
        Some(words) if is_ideographic(text) => {
            let has_label = CHINESE_LABELS.iter().any(|label| text.contains(label));
            words.iter().map(|word| word.chars().count()).sum::<usize>() <= 30
                && !text.contains(['。', '，', '？', '！', '“'])
                && (has_label || !text.contains('：'))
        }
        Some(words) => {
            words.len() <= 14 && are_names(words.iter().map(String::as_str)) && sentence_end(text) != Some('!')
        }
        None => {
            let is_parted = text.contains(['·', '|', '｜', '•']) || text.contains(" — ") || text.contains(" – ");
            is_parted && columns(text) <= 80 && sentence_end(text).is_none() && are_names(words_of(text))
        }
    }
}

/// Whether a line is a name and nothing else; a heading can look the same, so the place has to speak for it.
pub(super) fn is_name(text: &str) -> bool {
    let count = text.split_whitespace().count();
    if text.chars().all(|letter| is_ideograph(letter) || letter == '·') {
        return (2..=4).contains(&text.chars().count());
    }
    (2..=4).contains(&count)
        && columns(text) <= 40
        && text.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '.' | '-' | '’' | '\''))
        && sentence_end(text).is_none()
        && text.split_whitespace().all(|word| {
            let is_title_word = matches!(
                word,
                "The"
                    | "A"
                    | "An"
                    | "Of"
                    | "With"
                    | "And"
                    | "In"
                    | "On"
                    | "At"
                    | "To"
                    | "For"
                    | "From"
                    | "Is"
                    | "Who"
                    | "What"
                    | "Why"
                    | "How"
            );
            !is_title_word
                && (word.starts_with(char::is_uppercase)
                    || matches!(word, "de" | "van" | "von" | "der" | "da" | "di" | "bin" | "la"))
        })
}

/// Whether a paragraph begins with where and when it was filed: “LONDON, March 4 (Reuters) –”, “新华社北京3月4日电”.
pub(super) fn is_dateline(text: &str) -> bool {
    let head: String = text.chars().take(40).collect();
    let is_chinese =
        ["新华社", "新華社", "中新社", "中新网", "本报", "央视"].iter().any(|agency| head.starts_with(agency))
            && head.find(['电', '電', '讯', '訊']).is_some_and(|at| head[..at].contains(['日', '月']));
    let is_place = |place: &str| {
        place.chars().any(char::is_alphabetic)
            && place
                .split([',', ' '])
                .next()
                .is_some_and(|word| word.chars().count() > 1 && word.chars().all(char::is_uppercase))
    };
    let is_english = [" — ", " – ", " - ", " -- ", "—"]
        .iter()
        .find_map(|dash| text.split_once(dash))
        .is_some_and(|(place, rest)| columns(place) <= 50 && is_place(place) && columns(rest) > 60);
    is_chinese || is_english
}

fn has_label(text: &str) -> bool {
    let Some((label, rest)) = text.split_once([':', '：']) else {
        let lower = text.to_lowercase();
        let is_dated = ["published", "updated", "posted", "last updated", "first published"]
            .iter()
            .any(|word| lower.starts_with(word));
        return is_dated && words_beside_date(text).is_some_and(|words| are_names(words.iter().map(String::as_str)));
    };
    LABELS.contains(&label.trim().to_lowercase().as_str()) && !rest.trim().is_empty() && !is_prose(rest)
}

fn has_names_after_by(text: &str) -> bool {
    let lower = text.to_lowercase();
    let Some(before) = BEFORE_NAMES.iter().find(|before| lower.starts_with(*before)) else {
        return false;
    };
    // Lower case may differ in length; a prefix of plain letters does not.
    let Some(names) = text.get(before.len()..) else {
        return false;
    };
    let beside = words_beside_date(names);
    let names: Vec<&str> = match &beside {
        Some(words) => words.iter().map(String::as_str).collect(),
        None => words_of(names).collect(),
    };
    let is_sentence = names.len() > 4 && sentence_end(text) == Some('.');
    (1..=14).contains(&names.len())
        && names[0].starts_with(|letter: char| letter.is_uppercase())
        && !matches!(names[0], "The" | "A" | "An")
        && are_names(names.into_iter())
        && !is_sentence
}

fn has_chinese_label(text: &str) -> bool {
    let text = text.trim_start_matches(['（', '(', '【']);
    let Some(rest) = CHINESE_LABELS.iter().find_map(|label| text.strip_prefix(label)) else {
        return false;
    };
    let named = rest.trim_start_matches([':', '：', '|', '｜', '/', ' ', '\u{3000}', '丨']);
    let is_parted = named.len() < rest.len();
    let length = named.chars().count();
    let is_plain = !named.contains(['。', '，', '？', '！', '“', '”', '、']) || text.starts_with('责');
    let is_dated = words_beside_date(named).is_some();
    let longest = if is_dated { 45 } else { 20 };
    is_plain
        && if is_parted {
            (1..=longest).contains(&length)
        } else {
            text.starts_with(['记', '記', '本']) && (2..=4).contains(&length)
        }
}

fn is_prose(text: &str) -> bool {
    text.contains('。')
        || text.split_whitespace().count() > 14
        || text.split_whitespace().count() > 6 && sentence_end(text).is_some()
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| {
        letter.is_whitespace() || matches!(letter, ',' | '·' | '|' | '｜' | '•' | '—' | '–' | '/' | '&' | '(' | ')')
    })
    .filter(|word| !word.is_empty())
}

fn are_names<'text>(mut words: impl Iterator<Item = &'text str>) -> bool {
    words.all(|word| {
        let word = word.trim_end_matches('.');
        word.starts_with(|letter: char| {
            letter.is_uppercase() || letter.is_numeric() || is_ideograph(letter) || matches!(letter, '@' | '《')
        }) || PARTICLES.contains(&word)
            || word.chars().all(|letter| !letter.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        assert_eq!(is_byline(text, Place::AfterTitle), expected, "{text}");
    }

    #[test]
    fn english_bylines() {
        check("By Mara Ellison", true);
        check("BY MARA ELLISON", true);
        check("By Mara Ellison and Piet van der Laan, staff writers", true);
        check("By Mara Ellison | The Estuary Review | March 4, 2024", true);
        check("Mara Ellison · The Estuary Review · 4 March 2024", true);
        check("Mara Ellison · The Estuary Review", true);
        check("Source:Harbour News 2015-12-17 15:38", true);
        check("Published: 4 March 2024", true);
        check("Updated 4 March 2024, 10:00 GMT", true);
        check("The Estuary Review, 4 March 2024", true);
        check("2024-03-04 10:00", true);
        check("Von Mara Ellison", true);
        check("Posted on March 4, 2024 by Mara Ellison", true);
    }

    #[test]
    fn chinese_bylines() {
        check("来源：河口评论 2024年3月4日", true);
        check("江晚 ·《河口评论》· 2024年3月4日", true);
        check("记者 王明", true);
        check("记者王明", true);
        check("作者：江晚", true);
        check("文｜江晚", true);
        check("2024年3月4日 15:38", true);
        check("（记者 江晚）", true);
        check("2024年03月04日 15:38　来源：河口评论　参与互动", true);
    }

    #[test]
    fn what_is_no_byline() {
        check("By Monday the water had gone.", false);
        check("By the numbers", false);
        check("The flood of 4 March 2024", false);
        check("On 4 March 2024 the sea came over the wall.", false);
        check("Who pays for dry floors", false);
        check("新华社北京3月4日电（记者王明）春天来了。", false);
        check("记者从现场了解到，水已经退了。", false);
        check("文章写到这里就结束了", false);
        check(
            "SALTHOLM, March 4 (Estuary News) — The sea came over the harbour wall again, and stood in the square.",
            false,
        );
        check(
            "Source: a man who had been on the wall that night and would not give us his name, nor where he lived.",
            false,
        );
    }

    #[test]
    fn before_the_title_only_plain_ones_count() {
        assert!(is_byline("By Mara Ellison", Place::BeforeTitle));
        assert!(is_byline("4 March 2024", Place::BeforeTitle));
        assert!(!is_byline("Flood Night, 4 March 2024", Place::BeforeTitle));
    }
}
