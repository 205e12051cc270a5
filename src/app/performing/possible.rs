//! Which commands can be done now, what they are called then, and why one does nothing.

use super::annotating::paragraph_here;
use crate::app::language::{self, message};
use crate::app::{command::Command, layers::OtherLayer, listening::Listening, tab::Tab};
use crate::notes::{EditName, Extent};

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
        // The reader's name is what makes a layer theirs.
        Command::NextOwnLayer => tab.path.is_some() && !tab.own_layers().is_empty(),
        Command::ClaimLayer => {
            !tab.reading.reader().is_empty() && tab.chosen_layer().is_some_and(|other| !is_own(tab, other))
        }
        // Of the beginning alone nothing is written.
        Command::Export => !tab.glimpsed,
        Command::TagsTogether | Command::ExportTags => !tab.reading.notes().tags.is_empty(),
        Command::ImportTags => !tab.read_only,
        Command::CorrectSpeaker => !tab.read_only && (tab.selected().is_some() || tab.quotation_here().is_some()),
        Command::SamePerson => {
            !tab.read_only && tab.quotation_here().is_some_and(|quotation| quotation.speaker.is_some())
        }
        Command::OpenInNewWindow => tab.path.is_some(),
        Command::NextResult | Command::PreviousResult => tab.find.is_some() || !tab.sought.words.is_empty(),
        Command::NotSpeech => !tab.read_only && tab.quotation_here().is_some(),
        Command::Copy => {
            let chosen = tab.chosen_annotation().and_then(|annotation| annotation.place.range());
            tab.selected().or(chosen).is_some()
        }
        Command::MoveStart | Command::MoveEnd => {
            let chosen = tab.chosen_own().and_then(|id| tab.reading.annotation(id));
            !tab.read_only && chosen.is_some_and(|one| one.extent == Extent::Words && one.place.range().is_some())
        }
        Command::MarkEverywhere => {
            let chosen = tab.chosen_own().and_then(|id| tab.reading.annotation(id));
            let is_on_words = chosen.is_some_and(|one| one.extent == Extent::Words && one.place.range().is_some());
            !tab.read_only && (tab.selected().is_some() || is_on_words)
        }
        // Where there is no other note, the window says so.
        Command::LinkTo => !tab.read_only && tab.chosen_own().is_some(),
        Command::DeleteAnnotation => !tab.read_only && tab.chosen_own().is_some(),
        Command::StopListening => matches!(tab.listening, Listening::Going { .. }) && !tab.glimpsed,
        Command::Listen => matches!(tab.listening, Listening::Stopped { .. }) && !tab.glimpsed,
        Command::Outline => !tab.facts.headings.is_empty(),
        Command::Back => tab.jumps.can_go(false),
        Command::Forward => tab.jumps.can_go(true),
        _ => true,
    }
}

fn is_own(tab: &Tab, other: &OtherLayer) -> bool {
    other.layer.is_of(tab.reading.reader())
}

/// What a command is called now: undo and redo name what they would take back.
pub fn name(command: Command, tab: Option<&Tab>) -> String {
    let history = tab.map(|tab| tab.reading.history());
    let of = |edit: Option<&EditName>| {
        edit.map_or_else(
            || command.shown().to_owned(),
            |edit| message!("undo-named", command = command.shown(), edit = language::edit(edit)),
        )
    };
    match command {
        Command::Undo => of(history.and_then(|history| history.undo_name())),
        Command::Redo => of(history.and_then(|history| history.redo_name())),
        Command::ReadAloud => match tab.and_then(|tab| tab.aloud.as_ref()) {
            Some(aloud) if aloud.is_paused() => message!("aloud-go-on").to_owned(),
            Some(_) => message!("aloud-pause").to_owned(),
            None => command.shown().to_owned(),
        },
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
            | Command::MarkEverywhere
            | Command::DeleteAnnotation
            | Command::ImportTags
            | Command::CorrectSpeaker
            | Command::SamePerson
            | Command::NotSpeech
    );
    if let Some(why) = tab.why_read_only().filter(|_| changes) {
        return Some(why.to_owned());
    }
    if let Some(chosen) = tab.chosen_layer().filter(|_| changes) {
        return Some(match is_own(tab, chosen) {
            true => message!("not-written", layer = chosen.name()),
            false => message!("not-own", owner = chosen.owner()),
        });
    }
    let why = match command {
        Command::Undo => message!("why-undo"),
        Command::Redo => message!("why-redo"),
        Command::MoveStart | Command::MoveEnd => message!("why-move-ends"),
        Command::LinkTo => message!("why-link"),
        Command::MarkEverywhere => message!("why-mark-everywhere"),
        Command::DeleteAnnotation => message!("why-delete"),
        Command::CopyNote => message!("why-copy-note"),
        Command::NextOwnLayer => message!("why-own-layer"),
        Command::ClaimLayer if tab.reading.reader().is_empty() => message!("why-claim-name"),
        Command::ClaimLayer => message!("why-copy-note"),
        Command::Export | Command::TagsTogether | Command::ExportTags if tab.glimpsed => message!("notes-wait"),
        Command::TagsTogether | Command::ExportTags => {
            let own = tab.reading.notes();
            let others = tab.layers.shown().any(|other| other.tags_beside(own).next().is_some());
            if others { message!("why-tags-own") } else { message!("why-tags") }
        }
        Command::CorrectSpeaker => message!("why-speaker"),
        Command::SamePerson => message!("why-same-person"),
        Command::NotSpeech => message!("why-not-speech"),
        Command::NextResult | Command::PreviousResult => message!("why-result"),
        Command::OpenInNewWindow => message!("why-new-window"),
        Command::Copy => message!("why-copy"),
        Command::StopListening | Command::Listen if tab.listening.is_done() => message!("why-listened"),
        Command::StopListening => message!("why-stopped"),
        Command::Listen => message!("speakers-looking"),
        Command::Outline => message!("why-outline"),
        Command::Back => message!("why-back"),
        Command::Forward => message!("why-forward"),
        _ => return None,
    };
    Some(why.to_owned())
}
