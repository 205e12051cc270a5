use std::{borrow::Cow, ops::Range};

use unicode_segmentation::UnicodeSegmentation as _;

/// Shortenings that stand before a name or a number and never end a sentence, without their full stop.
#[rustfmt::skip]
const BEFORE_NAMES: &[&str] = &[
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Capt", "Sgt", "Maj",
    "Cmdr", "Adm", "Rev", "Hon", "Pres", "Fr", "Sr", "St", "Ste", "Mt", "Messrs", "Mme", "Mlle", "Amb", "Supt",
    "Det", "Cpl", "vs", "v", "cf", "ca", "e.g", "i.e", "z.B",
    "bzw", "d.h", "u.a", "Hr", "Dipl", "Ing", "Del", "Sens", "Reps", "Atty", "M.Sc", "approx", "Univ", "Dept", "Sra", "Dra", "Ud", "Uds",
];

/// Shortenings that may end a sentence: the word that follows has to tell.
#[rustfmt::skip]
const PERHAPS_LAST: &[&str] = &[
    "Inc", "Co", "Corp", "Ltd", "Jr", "Bros", "etc", "al", "a.m", "p.m", "Ave", "Rd", "Blvd", "Ph.D", "M.D",
    "B.A", "M.A", "usw",
];

/// Months before the number of a day, and whatever else is shortened before a number alone.
#[rustfmt::skip]
const BEFORE_NUMBERS: &[&str] = &[
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "No", "Nos", "Nr",
    "Art", "Fig", "Vol", "pp", "Abs", "Kap", "Bd",
];

/// Months, after the number of a day: “am 4. März”.
#[rustfmt::skip]
const GERMAN_MONTHS: &[&str] = &[
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
];

/// Words that begin a sentence more often than they go on with a name.
#[rustfmt::skip]
const STARTERS: &[&str] = &[
    "The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "His", "Her", "Their", "Its", "Our", "My",
    "This", "That", "These", "Those", "There", "But", "And", "Or", "So", "Yet", "In", "On", "At", "As", "If",
    "When", "While", "After", "Before", "Since", "For", "With", "What", "Who", "Why", "How", "Where", "Not",
    "No", "Some", "Many", "Most", "Then", "Now", "Der", "Die", "Das", "Er", "Sie", "Es", "Wir", "Ich",
];

/// Verbs that say of a question or an exclamation who made it.
#[rustfmt::skip]
const CUES: &[&str] = &[
    "said", "says", "asked", "asks", "wondered", "added", "replied", "answered", "shouted", "cried", "called",
    "exclaimed", "wrote", "tweeted", "demanded", "told", "continued", "joked",
];

/// The sentences of a text, in bytes, without the white space between them.
///
/// Line breaks count as spaces. Closing quotation marks belong to the sentence they close, and “Who pays?” she asked
/// is one sentence, in English as in Chinese.
pub fn sentences_in(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut bounds = Vec::new();
    let plain = without_line_breaks(text);
    let mut start = 0;
    for (segment, words) in plain.split_sentence_bound_indices() {
        let bound = before_openers(&plain, segment + words.len());
        if bound > start && (bound == plain.len() || ends_sentence(&plain[start..bound], &plain[bound..])) {
            bounds.push(start..bound);
            start = bound;
        }
    }
    if start < plain.len() {
        bounds.push(start..plain.len());
    }
    bounds.into_iter().filter_map(move |bound| {
        let words = &text[bound.clone()];
        let start = bound.start + words.len() - words.trim_start().len();
        let trimmed = words.trim();
        (!trimmed.is_empty()).then(|| start..start + trimmed.len())
    })
}

/// Puts in the place of every line break a space of the same length, so that it parts no sentence.
fn without_line_breaks(text: &str) -> Cow<'_, str> {
    let breaks = |letter: char| matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    if !text.contains(breaks) {
        return Cow::Borrowed(text);
    }
    let space = |letter: char| match letter.len_utf8() {
        1 => ' ',
        2 => '\u{a0}',
        _ => '\u{3000}',
    };
    Cow::Owned(text.chars().map(|letter| if breaks(letter) { space(letter) } else { letter }).collect())
}

/// Moves a bound before the opening marks that Unicode's rule counts to the sentence before them: 他说。“我们…
fn before_openers(text: &str, bound: usize) -> usize {
    let (before, after) = text.split_at(bound);
    let is_followed = after.starts_with(|letter: char| letter.is_alphanumeric());
    let kept = before.trim_end_matches(|letter: char| {
        matches!(letter, '“' | '‘' | '「' | '『' | '《' | '（' | '(' | '【' | '«' | '„')
    });
    if is_followed { kept.len() } else { bound }
}

/// Whether a sentence really ends where Unicode's rule says one may.
fn ends_sentence(before: &str, after: &str) -> bool {
    let spaced = before.ends_with(char::is_whitespace);
    let after = after.trim_start();
    // “Who pays?” she asked.
    if after.starts_with(char::is_lowercase) {
        return false;
    }
    let before = before.trim_end();
    let closed = before.trim_end_matches(is_closer);
    let is_quotation = closed.len() < before.len();
    // “药够了。”她说。
    if is_quotation && !spaced && closed.ends_with(['。', '！', '？', '…']) && begins_with_chinese_cue(after) {
        return false;
    }
    if is_quotation {
        return !(closed.ends_with(['?', '!']) && begins_with_name_and_cue(after));
    }
    let Some(body) = closed.strip_suffix('.') else {
        return true;
    };
    let last = body
        .rsplit(|letter: char| letter.is_whitespace() || matches!(letter, '(' | '“' | '"' | '‘' | '—' | '„'))
        .next()
        .unwrap_or_default();
    let next = after.split(|letter: char| letter.is_whitespace() || letter == ',').next().unwrap_or_default();
    !is_shortening(last, next)
}

fn is_shortening(last: &str, next: &str) -> bool {
    if BEFORE_NAMES.contains(&last) {
        return true;
    }
    let is_number = next.starts_with(|letter: char| letter.is_ascii_digit());
    if BEFORE_NUMBERS.contains(&last) {
        return is_number;
    }
    if last.len() <= 2 && !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit()) {
        return GERMAN_MONTHS.contains(&next.trim_end_matches(|letter: char| !letter.is_alphabetic()));
    }
    let next_starts = STARTERS.contains(&next.trim_start_matches(['“', '"', '‘']));
    if PERHAPS_LAST.contains(&last) {
        return !next_starts;
    }
    // “J. K. Rowling”, but also “I.”, which ends a sentence as often as not.
    let mut letters = last.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    if is_initial {
        return last != "I" || !next_starts;
    }
    // “U.S.”, “Ph.D.”
    let is_dotted = last.contains('.')
        && last.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
    is_dotted && !next_starts
}

fn is_closer(letter: char) -> bool {
    matches!(letter, '”' | '’' | '"' | '\'' | '“' | '»' | '«' | '」' | '』' | ')' | '）' | ']' | '】' | '›')
}

/// Whether a text goes on with who asked what stands before it: “Who pays?” Lewis Pender asked.
fn begins_with_name_and_cue(text: &str) -> bool {
    let mut words = text.split_whitespace().map(|word| word.trim_end_matches([',', '.', ':']));
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && !STARTERS.contains(&word);
    words.next().is_some_and(is_name)
        && words.take(3).find(|word| !is_name(word)).is_some_and(|word| CUES.contains(&word))
}

/// Whether a text goes on with who said what stands before it: 她说。 水利局负责人回答。
fn begins_with_chinese_cue(text: &str) -> bool {
    text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '·').take(14).any(|letter| {
        matches!(letter, '说' | '說' | '道' | '问' | '問' | '答' | '喊' | '叫' | '称' | '稱' | '讲' | '講')
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(sentences_in(text).map(|range| &text[range]).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn plain_sentences() {
        check(
            "The sea came. It stood in the square! Who pays?  ",
            &["The sea came.", "It stood in the square!", "Who pays?"],
        );
        check("The sea\ncame over\nthe wall. It\nstayed.", &["The sea\ncame over\nthe wall.", "It\nstayed."]);
        check("The gate is 3.5 metres high.", &["The gate is 3.5 metres high."]);
        check("", &[]);
    }

    #[test]
    fn closing_marks_belong_to_the_sentence() {
        check("“We moved it.” He left. “Twice.”", &["“We moved it.”", "He left.", "“Twice.”"]);
        check("She said, \"We moved it.\" \"Twice,\" he said.", &["She said, \"We moved it.\"", "\"Twice,\" he said."]);
        check("(It closed.) Then it opened.", &["(It closed.)", "Then it opened."]);
        check("Er sagte: „Das Tor kommt.“ Dann ging er.", &["Er sagte: „Das Tor kommt.“", "Dann ging er."]);
    }

    #[test]
    fn a_question_and_who_asks_it_are_one_sentence() {
        check("“Who pays?” she asked. Nobody spoke.", &["“Who pays?” she asked.", "Nobody spoke."]);
        check("“Who pays?” Lewis Pender asked. Nobody spoke.", &["“Who pays?” Lewis Pender asked.", "Nobody spoke."]);
        check("“Who pays?” He said nothing.", &["“Who pays?”", "He said nothing."]);
        check("“药够了。”她说。门关上了。", &["“药够了。”她说。", "门关上了。"]);
        check("“谁来付钱？”张伟问。“村里付。”老师回答。", &["“谁来付钱？”张伟问。", "“村里付。”老师回答。"]);
    }

    #[test]
    fn shortenings_end_nothing() {
        check("Mr. Reyk met Dr. Diallo. They spoke.", &["Mr. Reyk met Dr. Diallo.", "They spoke."]);
        check(
            "J. K. Pender and the U.S. Navy came on Oct. 4 with St. Anne. They left.",
            &["J. K. Pender and the U.S. Navy came on Oct. 4 with St. Anne.", "They left."],
        );
        check("She answered No. He left for No. 4.", &["She answered No.", "He left for No. 4."]);
        check("He moved to the U.S. The sea followed.", &["He moved to the U.S.", "The sea followed."]);
        check("Die Flut kam am 4. März. Sie blieb.", &["Die Flut kam am 4. März.", "Sie blieb."]);
    }

    #[test]
    fn chinese_sentences() {
        check("水退了。谁来付钱？没有人回答！", &["水退了。", "谁来付钱？", "没有人回答！"]);
        check("他说：“水退了。”门开了。", &["他说：“水退了。”", "门开了。"]);
        check("他点头。“水退了。”", &["他点头。", "“水退了。”"]);
    }

    proptest! {
        #[test]
        fn sentences_lie_in_order_and_leave_out_white_space_alone(text in "(?s).{0,80}|[A-Z .!?”“。\n][a-z .!?”“。\n]{0,60}") {
            let mut end = 0;
            for range in sentences_in(&text) {
                prop_assert!(range.start >= end && range.end > range.start);
                prop_assert!(text[end..range.start].trim().is_empty());
                prop_assert_eq!(text[range.clone()].trim(), &text[range.clone()]);
                end = range.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
