/// The months as articles write them in their datelines, cut to what is left of every abbreviation.
#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "janvier", "février", "mars",
    "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "enero", "febrero",
    "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
];

/// Words that stand beside a date without being part of a sentence.
#[rustfmt::skip]
const COMPANIONS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu",
    "fri", "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "am",
    "pm", "a.m", "p.m", "gmt", "utc", "bst", "cet", "est", "edt", "pst", "pdt", "et", "uhr", "at", "of", "de",
    "um", "den", "on", "min", "read", "minutes", "published", "updated", "posted", "last",
];

/// The words of a line beside its date and time, or `None` when it holds no date.
///
/// Known are “4 March 2024”, “March 4, 2024”, “2024-03-04 10:00”, “04.03.2024”, “4. März 2024”, “2024年3月4日”.
pub(super) fn words_beside_date(text: &str) -> Option<Vec<String>> {
    let (text, mut has_date) = without_chinese_date(text);
    let words: Vec<&str> = text
        .split(|letter: char| {
            letter.is_whitespace()
                || matches!(
                    letter,
                    ',' | '，' | '·' | '|' | '｜' | '•' | '—' | '–' | '(' | ')' | '（' | '）' | '[' | ']'
                )
        })
        .map(|word| word.trim_matches(['.', ':', '：', '-', '/']))
        .filter(|word| !word.is_empty())
        .collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let mut beside = Vec::new();
    for (at, word) in lower.iter().enumerate() {
        let is_month = MONTHS.contains(&word.as_str());
        let near_number = at
            .checked_sub(1)
            .into_iter()
            .chain([at + 1])
            .any(|near| lower.get(near).is_some_and(|near| is_day_or_year(near)));
        if is_numeric_date(word) || is_month && near_number {
            has_date = true;
        } else if !is_day_or_year(word) && !is_time(word) && !COMPANIONS.contains(&word.as_str()) {
            beside.push(words[at].to_owned());
        }
    }
    has_date.then_some(beside)
}

fn is_day_or_year(word: &str) -> bool {
    let ending = ["st", "nd", "rd", "th"].into_iter().find_map(|ending| word.strip_suffix(ending));
    let digits = ending.unwrap_or(word);
    matches!(digits.len(), 1 | 2 | 4) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// “2024-03-04”, “2024/3/4”, “04.03.2024”, “2024-03-04T10:00:00Z”.
fn is_numeric_date(word: &str) -> bool {
    let day = word.split_once('t').map_or(word, |(day, _)| day);
    ['-', '/', '.'].into_iter().any(|mark| {
        let parts: Vec<&str> = day.split(mark).collect();
        let numbers =
            parts.iter().all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()));
        parts.len() == 3 && numbers && (parts[0].len() == 4 || parts[2].len() == 4)
    })
}

/// “15:38”, “10:00:30”, “10:00am”, “10h30”.
fn is_time(word: &str) -> bool {
    let word = word.trim_end_matches("am").trim_end_matches("pm").trim_end_matches('z');
    word.starts_with(|letter: char| letter.is_ascii_digit())
        && word.contains([':', 'h', '：'])
        && word.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ':' | 'h' | '：'))
}

/// Takes “2024年3月4日” with its time and weekday out of a line.
fn without_chinese_date(text: &str) -> (String, bool) {
    let digits_before =
        |at: usize| text[..at].trim_end().trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    let Some(month) = text.find('月') else {
        return (text.to_owned(), false);
    };
    let from = digits_before(month);
    if from == month {
        return (text.to_owned(), false);
    }
    let mut start = from;
    if let Some(year) = text[..from].trim_end().strip_suffix('年') {
        start = digits_before(year.len());
    }
    let behind = &text[month + '月'.len_utf8()..];
    let day = behind.trim_start().trim_start_matches(|letter: char| letter.is_ascii_digit());
    let rest = day.trim_start().strip_prefix(['日', '号', '號']).unwrap_or(day);
    let rest = match rest.trim_start().strip_prefix("星期") {
        Some(weekday) => weekday.strip_prefix(['一', '二', '三', '四', '五', '六', '日', '天']).unwrap_or(weekday),
        None => rest,
    };
    (format!("{} {rest}", &text[..start]), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&[&str]>) {
        let beside = words_beside_date(text);
        assert_eq!(
            beside.as_ref().map(|words| words.iter().map(String::as_str).collect::<Vec<_>>()).as_deref(),
            expected,
            "{text}"
        );
    }

    #[test]
    fn dates_in_many_forms() {
        check("4 March 2024", Some(&[]));
        check("Monday, March 4th, 2024 at 10:00 GMT", Some(&[]));
        check("2024-03-04 10:00", Some(&[]));
        check("04.03.2024, 10:00 Uhr", Some(&[]));
        check("4. März 2024", Some(&[]));
        check("2024年3月4日 星期一 15:38", Some(&[]));
        check("2024 年 3 月 4 日", Some(&[]));
        check(
            "Mara Ellison · The Estuary Review · 4 March 2024",
            Some(&["Mara", "Ellison", "The", "Estuary", "Review"]),
        );
        check("新华社 3月4日", Some(&["新华社"]));
    }

    #[test]
    fn what_is_no_date() {
        check("The march of the eels", None);
        check("In 1953 the sea came", None);
        check("月亮", None);
    }
}
