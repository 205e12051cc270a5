//! What the reader of RON did not understand.

use ::ron::Error;

use super::message;

/// What is wrong with a value, without a full stop. What is said seldom stays as the reader of RON says it.
pub fn ron_error(error: &Error) -> String {
    let said = match error {
        Error::Eof => message!("ron-end"),
        Error::ExpectedBoolean => message!("ron-boolean"),
        Error::ExpectedComma => message!("ron-comma"),
        Error::ExpectedChar => message!("ron-char"),
        Error::ExpectedFloat => message!("ron-float"),
        Error::ExpectedInteger => message!("ron-integer"),
        Error::ExpectedMapColon => message!("ron-colon"),
        Error::ExpectedString => message!("ron-string"),
        Error::ExpectedStringEnd => message!("ron-string-end"),
        Error::ExpectedIdentifier => message!("ron-identifier"),
        Error::ExpectedOption => message!("ron-option"),
        Error::ExpectedUnit => message!("ron-unit"),
        Error::IntegerOutOfBounds => message!("ron-bounds"),
        Error::UnclosedBlockComment => message!("ron-comment"),
        Error::TrailingCharacters => message!("ron-trailing"),
        Error::ExceededRecursionLimit => message!("ron-depth"),
        Error::ExpectedAttribute => message!("ron-attribute"),
        Error::ExpectedAttributeEnd => message!("ron-attribute-end"),
        Error::FloatUnderscore => message!("ron-underscore-in"),
        Error::UnderscoreAtBeginning => message!("ron-underscore-before"),
        Error::UnclosedLineComment => message!("ron-line-comment"),
        Error::InvalidEscape(problem) => escape(problem),
        Error::ExpectedArray => return message!("ron-opening", sign = "["),
        Error::ExpectedMap => return message!("ron-opening", sign = "{"),
        Error::ExpectedStructLike => return message!("ron-opening", sign = "("),
        Error::ExpectedNamedStructLike("") => message!("ron-opening-alone"),
        Error::ExpectedNamedStructLike(name) => return message!("ron-opening-of", name = *name),
        Error::ExpectedArrayEnd => return message!("ron-closing", sign = "]"),
        Error::ExpectedMapEnd => return message!("ron-closing", sign = "}"),
        Error::ExpectedOptionEnd | Error::ExpectedStructLikeEnd => return message!("ron-closing", sign = ")"),
        Error::InvalidIntegerDigit { digit, base } => {
            return message!("ron-digit", digit = digit.to_string(), base = *base);
        }
        Error::UnexpectedChar(letter) => return message!("ron-unexpected", letter = letter.to_string()),
        Error::InvalidValueForType { expected, found } => {
            return message!("ron-instead", expected = expected.as_str(), found = found.as_str());
        }
        Error::InvalidIdentifier(name) => return message!("ron-name", name = name.as_str()),
        Error::SuggestRawIdentifier(name) => return message!("ron-raw-name", name = name.as_str()),
        Error::NoSuchExtension(name) => return message!("ron-extension", name = name.as_str()),
        Error::DuplicateStructField { field, outer: Some(of) } => {
            return message!("ron-field-twice", field = *field, of = of.as_str());
        }
        Error::ExpectedDifferentLength { expected, found } => {
            if let Some(size) = expected.strip_prefix("a tuple of size ") {
                return message!("ron-tuple", size = size, found = *found);
            }
            return message!("ron-length", expected = expected.as_str(), found = *found);
        }
        Error::MissingStructField { field, outer: Some(of) } => {
            return message!("ron-field-of", field = *field, of = of.as_str());
        }
        Error::MissingStructField { field, outer: None } => return message!("ron-field", field = *field),
        Error::NoSuchEnumVariant { expected, found, outer: Some(of) } if !expected.is_empty() => {
            return message!("ron-variant", found = found.as_str(), of = of.as_str(), names = named(expected));
        }
        _ => return error.to_string(),
    };
    said.to_owned()
}

/// What is wrong behind a backslash; it comes as the English that it is.
fn escape(problem: &'static str) -> &'static str {
    match problem {
        "Unknown escape character" => message!("ron-escape"),
        "Non-hex digit found" => message!("ron-escape-digit"),
        "Missing { in Unicode escape" => message!("ron-escape-opening"),
        "No } at the end of Unicode escape" => message!("ron-escape-closing"),
        "Expected 1-6 digits, got 0 digits in Unicode escape" => message!("ron-escape-empty"),
        "Not a valid Unicode-escaped character" => message!("ron-escape-character"),
        "Not a valid byte-escaped Unicode character" => message!("ron-escape-byte"),
        other => other,
    }
}

/// Names that may be written, one behind the other.
fn named(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [first, last] => message!("ron-names-two", first = first.as_str(), last = last.as_str()),
        [rest @ .., last] if !rest.is_empty() => {
            message!("ron-names", names = rest.join(message!("ron-names-comma")), last = last.as_str())
        }
        _ => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, de::DeserializeOwned};

    use super::*;
    use crate::app::language::tests::check_both;

    /// A theme that is not there may be any of these.
    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Theme {
        Light,
        Dark,
        Sepia,
    }

    #[derive(Debug, Deserialize)]
    enum Switch {
        On,
        Off,
    }

    #[derive(Debug, Deserialize)]
    struct Pair {
        left: u8,
    }

    #[track_caller]
    fn check<T: DeserializeOwned + std::fmt::Debug>(text: &str) {
        let error = ::ron::from_str::<T>(text).unwrap_err().code;
        check_both(
            &error.to_string(),
            || ron_error(&error),
            &[
                "true", "false", "Some", "None", "tags", "light", "dark", "sepia", "On", "Off", "Theme", "Switch",
                "high", "contrast", "enable", "beep", "Pair", "left",
            ],
        );
    }

    #[test]
    fn what_is_not_understood_is_said_in_both_languages() {
        check::<bool>("7");
        check::<char>("7");
        check::<f32>("x");
        check::<u32>("1_0x");
        check::<u8>("7000");
        check::<u8>("7 7");
        check::<u8>("0b3");
        check::<String>("7");
        check::<String>("\"open");
        check::<String>("/* open");
        check::<Vec<u8>>("[1 2]");
        check::<Vec<u8>>("7");
        check::<(u8, u8)>("(1");
        check::<Option<u8>>("7");
        check::<std::collections::BTreeMap<String, u8>>("{\"a\" 1}");
        check::<String>(r#""C:\ferry""#);
        for escape in [r"\xg0", r"\u1", r"\u{}", r"\u{31", r"\u{d800}", r"\xff"] {
            check::<String>(&format!("\"{escape}\""));
        }
        check::<f32>("_1.5");
        check::<f32>("1._5");
        check::<(u8, u8)>("(1)");
        check::<(u8, u8)>("()");
        check::<Theme>("high-contrast");
        check::<Pair>("(left-left: 1)");
        check::<Pair>("(left: 1, left: 2)");
        check::<Pair>("()");
        check::<Pair>("# left");
        check::<Pair>("#![enable(beep)] (left: 1)");
        check::<Pair>("#![enable(implicit_some (left: 1)");
        assert!(::ron::from_str::<Pair>("(left: 1)").is_ok_and(|pair| pair.left == 1));
        check::<Theme>("tags");
        check::<Switch>("tags");
        let of = |theme| matches!(theme, Theme::Light | Theme::Dark | Theme::Sepia);
        assert!(::ron::from_str("dark").is_ok_and(of) && matches!(::ron::from_str("On"), Ok(Switch::On | Switch::Off)));
    }
}
