//! Whom a passage calls, or asks again, is somebody else than whoever speaks it: '“All night, Mr Dahl?”' behind what Mr Dahl said.

use super::super::lexicon::Classes;
use super::super::marks;
use super::super::survey::{Mention, Survey};
use super::Choice;

/// How sure it is that whoever spoke before the one who is asked speaks again.
const SPEAKS_AGAIN: f64 = 0.8;

/// How many passages before may be theirs.
const BACK: usize = 4;

/// Gives English passages near which nobody is named, and which call or ask whoever spoke last, to whoever spoke before.
pub(super) fn choose(survey: &Survey<'_>, choices: &mut [Choice]) {
    if !survey.lexicon.is_english() {
        return;
    }
    for number in 1..choices.len() {
        let (Some((sentence, _)), Some(speaker)) = (survey.place_of(number), choices[number].speaker) else { continue };
        let words = words_of(survey, number);
        let is_carried = speaker.end <= survey.marks[number].start && speaker.sentence != Some(sentence);
        let name = survey.head(speaker);
        if !is_carried || !calls(survey, words, name) && !asks_again(survey, choices, number, speaker) {
            continue;
        }
        let mut before = choices[..number].iter().rev().take(BACK).filter_map(|choice| choice.speaker);
        let other = before.find(|other| survey.head(*other) != name);
        let Choice { speaker, confidence, .. } = &mut choices[number];
        (*speaker, *confidence) = (other, if other.is_some() { confidence.min(SPEAKS_AGAIN) } else { 0.0 });
    }
}

fn words_of<'t>(survey: &Survey<'t>, number: usize) -> &'t str {
    &survey.text[survey.marks[number].start..survey.marks[number].end]
}

/// Whether words call somebody by a title and a name, between commas or at either end: 'All night, Mr Dahl?'.
fn calls(survey: &Survey<'_>, words: &str, name: &str) -> bool {
    let is_title = |word: &str| survey.lexicon.written_word(word).classes.any(Classes::TITLE);
    words.match_indices(name).any(|(at, _)| {
        let before = words[..at].trim_end_matches([' ', '.', '\u{a0}']);
        let title = before.rsplit(marks::is_sign).next().unwrap_or_default();
        let opens = before[..before.len() - title.len()].trim_end();
        let opens = opens.is_empty() || opens.ends_with(|sign| sign == ',' || marks::is_sign(sign));
        is_title(title) && opens && words[at + name.len()..].starts_with([',', '?', '.', '!', ';'])
    })
}

/// '“Was it you?” Hill asked. / “It was,” Dahl said. / “And in May?”': whether a question stands alone right behind the answer
/// to one.
fn asks_again(survey: &Survey<'_>, choices: &[Choice], number: usize, speaker: Mention) -> bool {
    let is_question = |number: usize| words_of(survey, number).trim_end_matches(marks::is_sign).ends_with('?');
    let paragraph = |number: usize| Some(survey.sentences[survey.place_of(number)?.0].paragraph);
    let (Some(asked), Some(here)) = (number.checked_sub(2), paragraph(number)) else { return false };
    let follow = [asked, asked + 1].map(paragraph) == [here.checked_sub(2), here.checked_sub(1)];
    let other = choices[asked].speaker.is_some_and(|asker| survey.head(asker) != survey.head(speaker));
    follow && other && is_question(asked) && is_question(number)
}
