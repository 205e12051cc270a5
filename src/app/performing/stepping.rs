//! From sentence to sentence, and from quotation to quotation.

use crate::{
    app::{selection::Selection, tab::Tab},
    article::{Direction, TextOffset, TextRange, Unit, sentence_around, step_among},
    speech::SpeakerId,
};

/// The sentence at the reading place, or the one after it when that is already selected or a note on it chosen.
pub(super) fn next_sentence(tab: &Tab) -> TextRange {
    let article = tab.reading.article();
    let here =
        sentence_around(article, tab.selection.map_or_else(|| tab.place(), |selection| selection.range().start()));
    let marked = || tab.chosen_annotation().and_then(|annotation| annotation.place.range());
    if tab.selected().or_else(marked) == Some(here) {
        let after =
            step_among(article, here.start(), Unit::Sentence, Direction::Forward, |block| tab.column.shows(block));
        return sentence_around(article, after);
    }
    here
}

pub(super) fn speaker_at(tab: &Tab) -> Option<SpeakerId> {
    let speech = tab.reading.speech();
    let here = tab.reading.quotation_at(tab.place()).and_then(|number| speech.quotations[number].speaker);
    here.or_else(|| {
        let next = tab.quotation_from(tab.place(), true, None)?;
        speech.quotations[tab.reading.quotation_at(next.start())?].speaker
    })
}

/// Goes to the next quotation from a place, or to the first; from the last one back to the first.
pub(super) fn step_to_quotation(tab: &mut Tab, place: Option<TextOffset>, forward: bool) {
    let first = || tab.quotation_from(tab.reading.article().whole().start(), true, tab.listened);
    let found = match place {
        Some(place) => {
            tab.quotation_from(place, forward, tab.listened).or_else(|| if forward { first() } else { None })
        }
        None => tab
            .reading
            .speech()
            .quotations
            .iter()
            .find(|quotation| quotation.speaker == tab.listened)
            .map(|quotation| quotation.range),
    };
    if let Some(range) = found {
        tab.selection = Some(Selection::caret_at(range.start()));
        tab.chosen = None;
        tab.caret_shown = true;
        tab.column.go_to(range);
    }
}
