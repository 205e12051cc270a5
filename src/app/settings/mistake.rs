use super::FILE;
use crate::app::{
    command,
    language::{self, message},
};

/// What is wrong in the settings file, and where; both counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub line: usize,
    /// In characters.
    pub column: usize,
    pub problem: Problem,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    NoSetting(String),
    /// A setting, or a key or command in one, that cannot have the value written.
    Value {
        setting: String,
        written: String,
        error: Box<ron::Error>,
        /// What may stand there, where it is one of a few names.
        choices: &'static [&'static str],
    },
    Shortcuts(Box<ron::Error>),
    /// A command has shortcuts twice.
    Twice(String),
    Keys(command::Problem),
    /// Brackets or commas do not fit.
    Broken(Box<ron::Error>),
}

impl Mistake {
    /// A sentence for the reader.
    pub fn sentence(&self) -> String {
        let problem = match &self.problem {
            Problem::NoSetting(name) => message!("mistake-no-setting", name = name.as_str()),
            Problem::Value { setting, written, choices, .. } if !choices.is_empty() => {
                let choices = choices.join(", ");
                message!("mistake-choice", name = setting.as_str(), value = written.as_str(), choices = choices)
            }
            Problem::Value { setting, error, .. } => {
                message!("mistake-value", name = setting.as_str(), problem = language::ron_error(error))
            }
            Problem::Shortcuts(problem) => message!("mistake-shortcuts", problem = language::ron_error(problem)),
            Problem::Twice(command) => message!("mistake-twice", name = command.as_str()),
            Problem::Keys(problem) => problem.words(),
            Problem::Broken(problem) => message!("mistake-broken", problem = language::ron_error(problem)),
        };
        // As text, since a line number is not parted by commas.
        let (line, column) = (self.line.to_string(), self.column.to_string());
        message!("mistake", file = FILE, line = line, column = column, problem = problem)
    }
}
