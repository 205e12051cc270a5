//! Remembering where the reader was before a jump.

use crate::app::{act::Act, command::Command, tab::Tab};

/// What kind of jump it is, if it leads to another place; going on in the same way is one jump.
pub(super) fn jump_of(act: &Act) -> Option<&'static str> {
    match act {
        Act::GoTo(_) => Some("click"),
        Act::JumpTo(_) => Some("outline"),
        Act::ListenTo(Some(_)) => Some("quotation"),
        Act::Do(Command::NextResult | Command::PreviousResult) => Some("result"),
        Act::Do(Command::NextAnnotation | Command::PreviousAnnotation) => Some("note"),
        Act::Do(
            Command::NextQuotation | Command::PreviousQuotation | Command::NextOfSpeaker | Command::PreviousOfSpeaker,
        ) => Some("quotation"),
        _ => None,
    }
}

/// Does something, and remembers where the reader was if it was a jump.
pub(super) fn jumping<R>(tab: &mut Tab, kind: Option<&'static str>, make: impl FnOnce(&mut Tab) -> R) -> R {
    let Some(kind) = kind else {
        return make(tab);
    };
    let from = tab.place();
    let made = make(tab);
    let to = tab.column.going_to().unwrap_or_else(|| tab.place());
    tab.jumps.record(kind, from, to);
    made
}
