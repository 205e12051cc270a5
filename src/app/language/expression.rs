//! Why a regular expression cannot be looked for.

use super::message;
use crate::reading::{Fault, NoExpression};

pub fn no_expression(problem: &NoExpression) -> String {
    match problem {
        NoExpression::NotOne { words, fault } => {
            message!("find-no-expression", words = words.as_str(), fault = in_words(fault))
        }
        NoExpression::LooksAround { words } => message!("find-looks-around", words = words.as_str()),
        NoExpression::TooLarge { words } => message!("find-too-large", words = words.as_str()),
    }
}

fn in_words(fault: &Fault) -> String {
    match fault {
        Fault::Brackets => message!("expression-brackets").to_owned(),
        Fault::NothingToRepeat { part } => message!("expression-nothing-to-repeat", part = part.as_str()),
        Fault::CountsReversed { part } => message!("expression-counts-reversed", part = part.as_str()),
        Fault::NoCount => message!("expression-no-count").to_owned(),
        Fault::UnknownEscape { part } => message!("expression-unknown-escape", part = part.as_str()),
        Fault::RangeReversed { part } => message!("expression-range-reversed", part = part.as_str()),
        Fault::Other => message!("expression-other").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::language::tests::check_both,
        reading::{Manner, Query},
    };

    #[test]
    fn what_is_wrong_with_an_expression_is_said_in_both_languages() {
        let manner = Manner { expression: true, ..Manner::default() };
        for typed in ["(", "*a", "a{2,1}", "a{}", r"\q", "[z-a]", "(?i", r"(t)\1", "x{1000}{1000}"] {
            let problem = Query { words: typed.to_owned(), manner }.search().unwrap_err();
            check_both(&problem.to_string(), || no_expression(&problem), &[]);
        }
    }
}
