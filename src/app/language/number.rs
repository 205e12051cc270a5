//! Numbers as a reader reads them.

use fluent_bundle::FluentValue;

/// A number with its thousands apart: 12,345.
pub fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A share from 0 to 1; what is there at all is never nothing.
pub fn share(share: f32) -> String {
    match (100.0 * share).round() {
        0.0 if share > 0.0 => "<1 %".to_owned(),
        percent => format!("{percent} %"),
    }
}

/// The numbers in a message.
pub(super) fn in_message<Memoizer>(value: &FluentValue<'_>, _: &Memoizer) -> Option<String> {
    match value {
        FluentValue::Number(one) if one.value >= 1000.0 && one.value.fract() == 0.0 => Some(number(one.value as usize)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let cases = [(0, "0"), (999, "999"), (1000, "1,000"), (123_456, "123,456"), (1_234_567, "1,234,567")];
        for (count, expected) in cases {
            assert_eq!(number(count), expected);
        }
        assert_eq!(crate::app::language::message!("count-notes", count = 12_345), "12,345 notes");
    }

    #[test]
    fn a_small_share_is_not_nothing() {
        let cases = [(0.0, "0 %"), (0.004, "<1 %"), (0.006, "1 %"), (1.0, "100 %")];
        for (of, expected) in cases {
            assert_eq!(share(of), expected);
        }
    }
}
