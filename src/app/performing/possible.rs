//! Which commands can be done now, what they are called then, and why one does nothing.

use super::annotating::paragraph_here;
use crate::app::language::{self, message};
use crate::app::{command::Command, layers::OtherLayer, tab::Tab};
use crate::notes::Extent;

/// Whether a command would do something now.
pub fn is_possible(command: Command, tab: Option<&Tab>) -> bool {
    let Some(tab) = tab else {
        return !command.needs_article();
    };
    match command {
        Command::Undo => tab.reading.history().undo_name().is_some(),
        Command::Redo => tab.reading.history().redo_name().is_some(),
        // With nothing selected or chosen, the sentence is meant.
        Command::Highlight(_) | Command::Tag | Command::Note => {
            !tab.read_only && (tab.selected().is_some() || tab.chosen.is_none() || tab.chosen_own().is_some())
        }
        Command::NoteOnParagraph => !tab.read_only && paragraph_here(tab).is_some(),
        Command::NoteOnArticle => !tab.read_only,
        Command::CopyNote => !tab.read_only && tab.chosen.is_some() && tab.chosen_own().is_none(),
        Command::TagsTogether | Command::ExportTags => !tab.reading.notes().tags.is_empty(),
        Command::ImportTags => !tab.read_only,
        Command::CorrectSpeaker => !tab.read_only && (tab.selected().is_some() || tab.quotation_here().is_some()),
        Command::SamePerson => {
            !tab.read_only && tab.quotation_here().is_some_and(|quotation| quotation.speaker.is_some())
        }
        Command::NextResult | Command::PreviousResult => tab.find.is_some(),
        Command::NotSpeech => !tab.read_only && tab.quotation_here().is_some(),
        Command::Copy => {
            let chosen = tab.chosen_annotation().and_then(|annotation| annotation.place.range());
            tab.selected().or(chosen).is_some()
        }
        Command::MoveStart | Command::MoveEnd => {
            let chosen = tab.chosen_own().and_then(|id| tab.reading.annotation(id));
            !tab.read_only && chosen.is_some_and(|one| one.extent == Extent::Words && one.place.range().is_some())
        }
        Command::LinkTo => !tab.read_only && tab.chosen_own().is_some() && tab.reading.notes().annotations.len() > 1,
        Command::DeleteAnnotation => !tab.read_only && tab.chosen_own().is_some(),
        Command::Outline => !tab.facts.headings.is_empty(),
        Command::Back => tab.jumps.can_go(false),
        Command::Forward => tab.jumps.can_go(true),
        _ => true,
    }
}

/// What a command is called now: undo and redo name what they would take back.
pub fn name(command: Command, tab: Option<&Tab>) -> String {
    let history = tab.map(|tab| tab.reading.history());
    let of = |edit: Option<&str>| {
        edit.map_or_else(
            || command.shown().to_owned(),
            |edit| message!("undo-named", command = command.shown(), edit = language::edit(edit)),
        )
    };
    match command {
        Command::Undo => of(history.and_then(|history| history.undo_name())),
        Command::Redo => of(history.and_then(|history| history.redo_name())),
        _ => command.shown().to_owned(),
    }
}

/// Why a command does nothing, where that is not plain: the notes, or the chosen one, cannot be changed.
pub(super) fn why_not(command: Command, tab: &Tab) -> Option<String> {
    let changes = matches!(
        command,
        Command::Highlight(_)
            | Command::Tag
            | Command::Note
            | Command::NoteOnParagraph
            | Command::NoteOnArticle
            | Command::MoveStart
            | Command::MoveEnd
            | Command::LinkTo
            | Command::DeleteAnnotation
            | Command::ImportTags
            | Command::CorrectSpeaker
            | Command::SamePerson
            | Command::NotSpeech
    );
    if let Some(why) = tab.why_read_only().filter(|_| changes) {
        return Some(why.to_owned());
    }
    let chosen = tab.chosen.as_ref().and_then(|key| tab.layers.get(key.layer.as_deref()?));
    if let Some(owner) = chosen.map(OtherLayer::owner).filter(|_| changes) {
        return Some(message!("not-own", owner = owner));
    }
    let why = match command {
        Command::Undo => message!("why-undo"),
        Command::Redo => message!("why-redo"),
        Command::MoveStart | Command::MoveEnd => message!("why-move-ends"),
        Command::LinkTo if tab.chosen_own().is_some() => message!("why-link-alone"),
        Command::LinkTo => message!("why-link"),
        Command::DeleteAnnotation => message!("why-delete"),
        Command::CopyNote => message!("why-copy-note"),
        Command::TagsTogether | Command::ExportTags => message!("why-tags"),
        Command::CorrectSpeaker => message!("why-speaker"),
        Command::SamePerson => message!("why-same-person"),
        Command::NotSpeech => message!("why-not-speech"),
        Command::NextResult | Command::PreviousResult => message!("why-result"),
        Command::Copy => message!("why-copy"),
        Command::Outline => message!("why-outline"),
        Command::Back => message!("why-back"),
        Command::Forward => message!("why-forward"),
        _ => return None,
    };
    Some(why.to_owned())
}
