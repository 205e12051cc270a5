//! Whose a German heading in marks is that repeats what somebody says near it.

use super::super::marks::Mark;
use super::super::ranker::Choice;
use super::super::survey::{Mention, Survey};
use super::choice::of_mark;
use super::title;

/// How far off, in passages, a heading may stand from the words that it repeats, and the fewest letters that tell.
const NEAR: usize = 12;
const TELLING: usize = 12;

/// A heading that repeats what somebody says near it: whoever does.
pub(super) fn echo(survey: &Survey<'_>, number: usize) -> Option<Choice> {
    let body = |mark: &Mark| title::body(&survey.text[mark.start..mark.end]).trim_end_matches(['.', ',', '!', '?']);
    let words = body(&survey.marks[number]);
    // „…“ above an interview
    if let Some(turn) = above_turns(survey, number, words) {
        return Some(Choice { speech: 0.9, speaker: Some(turn), confidence: ECHO, ..Choice::default() });
    }
    let near = number.saturating_sub(NEAR)..survey.marks.len().min(number + NEAR);
    let mut others = near.filter(|other| *other != number && words.len() >= TELLING);
    let whole = others.find(|other| {
        let other = body(&survey.marks[*other]);
        other.len() > words.len() && (other.contains(words) || is_short_for(words, other))
    })?;
    let choice = of_mark(survey, whole, None);
    (choice.speaker.is_some() && choice.speech >= 0.5)
        .then(|| Choice { confidence: choice.confidence.min(ECHO), ..choice })
}

/// Who says the words of the first passage of an article again in one of its first turns.
fn above_turns(survey: &Survey<'_>, number: usize, words: &str) -> Option<Mention> {
    const TURNS: usize = 100;
    let above = number == 0 && words.len() >= TELLING && survey.marks[0].end <= survey.turns.first()?.start;
    let mut turns = survey.turns.iter().take(if above { TURNS } else { 0 });
    turns.find(|turn| survey.text[turn.start..turn.end].contains(words)).map(|turn| turn.label)
}

/// How sure a heading is that repeats somebody's words.
const ECHO: f64 = 0.87;

/// Whether words are those of a sentence in their order, some left out: 'Wir geben nicht auf' of 'Wir geben das Bad nicht auf'.
fn is_short_for(words: &str, sentence: &str) -> bool {
    const FEWEST: usize = 4;
    let mut rest = sentence.split_whitespace().take(3 * words.split_whitespace().count());
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let all = words.split_whitespace().all(|word| rest.any(|other| bare(other) == bare(word)));
    all && words.split_whitespace().nth(FEWEST - 1).is_some()
}
