//! Labels of letters that stand for a name: "A. H." for "Ada Hill".

/// The length of the capitals with points that a stretch begins with: "A. H.", "J.-P. R."; none where there is but one.
pub(super) fn letters_length(rest: &str) -> usize {
    let mut at = 0;
    let mut count = 0;
    loop {
        let next = rest[at..].trim_start_matches([' ', '\u{a0}', '-']);
        let gap = rest.len() - at - next.len();
        let mut letters = next.chars();
        let Some(letter) = letters.next().filter(|letter| letter.is_uppercase()) else { break };
        if letters.next() != Some('.') || gap > 2 {
            break;
        }
        at += gap + letter.len_utf8() + 1;
        count += 1;
    }
    if count > 1 { at } else { 0 }
}

/// The letters that a label consists of: "AH" of "A. H.".
pub(in super::super) fn letters(label: &str) -> Option<String> {
    let label = format!("{}.", label.trim_end_matches('.'));
    let whole = letters_length(&label);
    (whole > 0 && whole == label.len()).then(|| label.chars().filter(|letter| letter.is_alphabetic()).collect())
}

/// The first letters of a name: "AH" of "Ada Hill".
pub(in super::super) fn initials(name: &str) -> String {
    name.split([' ', '\u{a0}', '-'])
        .filter_map(|word| word.chars().next())
        .filter(|first| first.is_uppercase())
        .collect()
}
