use super::signs::{columns, is_ideographic, is_pointed_item, is_quotation_mark, is_unfinished, label, sentence_end};

/// Whether a line that stands alone may be a heading, going by its own words; what follows has to bear it out.
pub(super) fn may_be_heading(text: &str) -> bool {
    let widest = if is_ideographic(text) { 50 } else { 80 };
    columns(text) <= widest
        && text.starts_with(|letter: char| {
            letter.is_alphanumeric() && !letter.is_lowercase() || matches!(letter, '（' | '《' | '第')
        })
        && text.contains(char::is_alphabetic)
        && sentence_end(text).is_none()
        && !is_unfinished(text)
        && !is_pointed_item(text)
        && !(text.contains(is_quotation_mark) && text.ends_with(is_quotation_mark))
        && label(text).is_none()
        && text.split_whitespace().count() <= 12
}
