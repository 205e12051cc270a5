use regex_syntax::{
    Error, Parser,
    ast::{ErrorKind, Span},
    hir,
};

/// Why a reader's regular expression cannot be looked for. A sentence for the reader.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoExpression {
    #[error("“{words}” is not a regular expression. {fault}")]
    NotOne { words: String, fault: Fault },
    #[error("“{words}” looks ahead, behind or back, which is not supported. Leave “(?=”, “(?<” and “\\1” out.")]
    LooksAround { words: String },
    #[error("“{words}” is too large. Repeat less in it.")]
    TooLarge { words: String },
}

/// What is wrong in it, and in which part: what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("Check its brackets.")]
    Brackets,
    #[error("Put what is to be repeated before “{part}”, or write “\\{part}” for the sign itself.")]
    NothingToRepeat { part: String },
    #[error("Put the smaller number first in “{part}”.")]
    CountsReversed { part: String },
    #[error("Write how often between “{{” and “}}”, or “\\{{” for the sign itself.")]
    NoCount,
    #[error("“{part}” means nothing in one; write “\\\\” for a backslash.")]
    UnknownEscape { part: String },
    #[error("Write “{part}” the other way round.")]
    RangeReversed { part: String },
    #[error("Check how it is written.")]
    Other,
}

impl NoExpression {
    pub(super) fn of(words: &str, problem: &regex::Error) -> Self {
        let part = |span: &Span| words.get(span.start.offset..span.end.offset).unwrap_or_default().to_owned();
        let fault = match (problem, Parser::new().parse(words)) {
            (regex::Error::CompiledTooBig(_), _) => return Self::TooLarge { words: words.to_owned() },
            (_, Err(Error::Parse(error))) => {
                let part = part(error.span());
                match error.kind() {
                    ErrorKind::UnsupportedLookAround | ErrorKind::UnsupportedBackreference => {
                        return Self::LooksAround { words: words.to_owned() };
                    }
                    ErrorKind::ClassUnclosed
                    | ErrorKind::GroupUnclosed
                    | ErrorKind::GroupUnopened
                    | ErrorKind::RepetitionCountUnclosed => Fault::Brackets,
                    ErrorKind::RepetitionMissing => {
                        // The span ends before the sign.
                        let sign = words.get(error.span().end.offset..).and_then(|rest| rest.chars().next());
                        Fault::NothingToRepeat { part: sign.unwrap_or('*').to_string() }
                    }
                    ErrorKind::RepetitionCountInvalid => Fault::CountsReversed { part },
                    ErrorKind::RepetitionCountDecimalEmpty | ErrorKind::DecimalInvalid => Fault::NoCount,
                    ErrorKind::EscapeUnrecognized
                    | ErrorKind::EscapeUnexpectedEof
                    | ErrorKind::ClassEscapeInvalid
                    | ErrorKind::UnicodeClassInvalid => Fault::UnknownEscape { part },
                    ErrorKind::ClassRangeInvalid => Fault::RangeReversed { part },
                    _ => Fault::Other,
                }
            }
            (_, Err(Error::Translate(error))) => match error.kind() {
                hir::ErrorKind::UnicodePropertyNotFound | hir::ErrorKind::UnicodePropertyValueNotFound => {
                    Fault::UnknownEscape { part: part(error.span()) }
                }
                _ => Fault::Other,
            },
            _ => Fault::Other,
        };
        Self::NotOne { words: words.to_owned(), fault }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Manner, Query};

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        for whole_words in [false, true] {
            let manner = Manner { whole_words, expression: true, ..Manner::default() };
            let problem = Query { words: typed.to_owned(), manner }.search().unwrap_err().to_string();
            assert_eq!(problem, format!("“{typed}” {expected}"));
        }
    }

    #[test]
    fn brackets_that_do_not_fit() {
        for typed in ["(", "tide)", "[a-z", "a{2", "(闸"] {
            check(typed, "is not a regular expression. Check its brackets.");
        }
    }

    #[test]
    fn what_repeats_nothing_or_not_so_often() {
        check(
            "*a",
            "is not a regular expression. Put what is to be repeated before “*”, or write “\\*” for the sign itself.",
        );
        check(
            "闸|+",
            "is not a regular expression. Put what is to be repeated before “+”, or write “\\+” for the sign itself.",
        );
        check("a{2,1}", "is not a regular expression. Put the smaller number first in “{2,1}”.");
        for typed in ["a{}", "a{x}"] {
            check(
                typed,
                "is not a regular expression. Write how often between “{” and “}”, or “\\{” for the sign itself.",
            );
        }
        check("x{1000}{1000}", "is too large. Repeat less in it.");
    }

    #[test]
    fn signs_that_mean_nothing() {
        for (typed, part) in [(r"\q", r"\q"), (r"a\", r"\"), (r"\p{Foo}", r"\p{Foo}"), (r"水\é", r"\é")] {
            check(
                typed,
                &format!("is not a regular expression. “{part}” means nothing in one; write “\\\\” for a backslash."),
            );
        }
    }

    #[test]
    fn a_range_that_runs_backwards() {
        check("[z-a]", "is not a regular expression. Write “z-a” the other way round.");
        check("[水9-0]", "is not a regular expression. Write “9-0” the other way round.");
    }

    #[test]
    fn what_looks_around_and_what_is_seldom_written() {
        for typed in [r"\bhe\b(?= said)", r"(?<!no )man", r"(t)\1"] {
            check(typed, "looks ahead, behind or back, which is not supported. Leave “(?=”, “(?<” and “\\1” out.");
        }
        for typed in ["(?z)", "(?P<>a)", r"[a-\d]", r"\x{ffffffff}"] {
            check(typed, "is not a regular expression. Check how it is written.");
        }
    }
}
