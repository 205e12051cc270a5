//! The one sentence that tells a reader why somebody is shown as the speaker.

use super::draft::Draft;
use super::labels;
use super::mentions::MentionKind;
use super::resolve::Resolved;
use super::survey::Survey;

/// Why a quotation has its speaker.
pub(super) fn sentence(survey: &Survey<'_>, draft: &Draft, resolved: Option<&Resolved>, goes_on: bool) -> String {
    let Some(source) = draft.source else {
        return "Nobody is named near by.".to_owned();
    };
    let words = shown(survey.words_of(source));
    let cue = draft.cue.map(|(start, end)| shown(&survey.text[start..end]));
    let beside = match &cue {
        Some(cue) if cue == ":" => format!("“{words}:”"),
        Some(cue) => format!("“{}”", group(survey, draft, cue, &words)),
        None => format!("“{words}”"),
    };
    let Some(resolved) = resolved else {
        return format!("{beside} – but it is not clear who that is.");
    };
    let name = &resolved.name;
    if source.kind == MentionKind::Label {
        if let Some(labels::Role::Question) = labels::role(&words) {
            return format!("“{words}” stands before what the interviewer says.");
        }
        return if *name == words {
            format!("The name “{words}” stands beside these words.")
        } else {
            format!("“{words}” stands beside these words: that is {name}.")
        };
    }
    let named = match resolved.place {
        Some(place) => Some(format!("{} names {name}", place_of(survey, place, source.start))),
        None if words.contains(name.as_str()) => None,
        None if part_of(name, &words) => Some(format!("that is {name}")),
        None => Some(format!("so the article calls {name}")),
    };
    match (cue, named) {
        (Some(_), Some(named)) => format!("{beside} – {named}."),
        (Some(_), None) => format!("{beside} stands with these words."),
        (None, _) if goes_on => self::goes_on(Some(name)),
        (None, Some(named)) => format!("No word of saying is near; {beside} is the likeliest speaker – {named}."),
        (None, None) => format!("No word of saying is near; {name} is the likeliest speaker."),
    }
}

/// The cue and its source as they stand together in the text, or the cue with the source where they stand apart.
fn group(survey: &Survey<'_>, draft: &Draft, cue: &str, words: &str) -> String {
    if let (Some(source), Some((start, end))) = (draft.source, draft.cue) {
        let (from, to) = (source.start.min(start), source.end.max(end));
        let quoted = draft.start < to && from < draft.end;
        if !quoted && to - from <= 80 {
            return shown(&survey.text[from..to]);
        }
    }
    format!("{words} … {cue}")
}

/// Whether words hold a part of a name: a surname, initials.
fn part_of(name: &str, words: &str) -> bool {
    let initials: String = name.split(' ').filter_map(|word| word.chars().next()).collect();
    words.split(' ').any(|word| {
        let word = word.trim_end_matches("'s").trim_end_matches("’s");
        word.starts_with(char::is_uppercase) && (name.split(' ').any(|part| part == word) || word == initials)
    })
}

/// Words of the text on one line.
fn shown(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a name stands, seen from a later place.
fn place_of(survey: &Survey<'_>, place: usize, from: usize) -> String {
    match survey.paragraphs_between(place, from) {
        0 => "this paragraph".to_owned(),
        1 => "the paragraph before".to_owned(),
        paragraphs => format!("{paragraphs} paragraphs before, the article"),
    }
}

/// Why a quotation in a language whose sources are characters has its speaker.
pub(super) fn beside(source: Option<&str>, cue: Option<&str>, name: Option<&str>) -> String {
    match (source, cue, name) {
        (None, ..) => "Nobody is named near by.".to_owned(),
        (Some(words), _, None) => format!("“{words}” – but it is not clear who that is."),
        (Some(_), None, Some(name)) => goes_on(Some(name)),
        (Some(words), Some(cue), Some(name)) if words.contains(name) => format!("“{cue}” stands with “{words}”."),
        (Some(words), Some(cue), Some(name)) => format!("“{cue}” stands with “{words}” – that is {name}."),
    }
}

/// Why a quotation that names nobody has the speaker before it.
pub(super) fn goes_on(name: Option<&str>) -> String {
    match name {
        Some(name) => format!("No new speaker is named: {name} goes on."),
        None => "No new speaker is named.".to_owned(),
    }
}
