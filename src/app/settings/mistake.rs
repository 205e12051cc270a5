use super::FILE;
use crate::app::{command, language::message};

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
        wanted: Wanted,
    },
    /// The shortcuts cannot be told apart.
    Shortcuts,
    /// A command has shortcuts twice.
    Twice(String),
    Keys(command::Problem),
    /// Brackets or commas do not fit.
    Broken,
}

/// What may stand where something else does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Number,
    /// True or false.
    Switch,
    /// Text in quotation marks.
    Words,
    OneOf(&'static [&'static str]),
    Other,
}

impl Mistake {
    /// A sentence for the reader.
    pub fn sentence(&self) -> String {
        let problem = match &self.problem {
            Problem::NoSetting(name) => message!("mistake-no-setting", name = name.as_str()),
            Problem::Value { setting, written, wanted } => {
                let (name, value) = (setting.as_str(), written.as_str());
                match wanted {
                    Wanted::Number => message!("mistake-number", name = name, value = value),
                    Wanted::Switch => message!("mistake-switch", name = name, value = value),
                    Wanted::Words => message!("mistake-words", name = name, value = value),
                    Wanted::OneOf(names) => {
                        message!("mistake-choice", name = name, value = value, choices = names.join(", "))
                    }
                    Wanted::Other => message!("mistake-value", name = name, value = value),
                }
            }
            Problem::Shortcuts => message!("mistake-shortcuts").to_owned(),
            Problem::Twice(command) => message!("mistake-twice", name = command.as_str()),
            Problem::Keys(problem) => problem.words(),
            Problem::Broken => message!("mistake-broken").to_owned(),
        };
        // As text, since a line number is not parted by commas.
        let (line, column) = (self.line.to_string(), self.column.to_string());
        message!("mistake", file = FILE, line = line, column = column, problem = problem)
    }
}
