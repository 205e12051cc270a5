//! An exchange of a story: two people speak in turns, a paragraph each, and most of their lines name nobody.

use std::ops::Range;

use super::super::kept::Gender;
use super::super::marks::stays_open;
use super::super::mentions::{self, MentionKind};
use super::super::survey::{Mention, Survey};
use super::{Choice, SPEECH};

/// How sure it is that somebody speaks whose turn it is, and where nobody is known to have the other turn.
const IN_TURN: f64 = 0.8;
const UNCLEAR: f64 = 0.3;

/// How many lines before an exchange somebody may have spoken who has the other turn in it.
const LINES_BACK: usize = 8;

/// A paragraph in which somebody speaks.
struct Line {
    paragraph: usize,
    marks: Range<usize>,
    /// Whom it names itself.
    named: Option<Mention>,
}

/// Gives the lines of exchanges that name nobody to whoever's turn it is.
pub(super) fn take_turns(survey: &Survey<'_>, choices: &mut [Choice]) {
    if !survey.is_conversation() {
        return;
    }
    let lines = lines(survey, choices);
    for (at, line) in lines.iter().enumerate() {
        let goes_on =
            survey.mark_before(survey.marks[line.marks.start]).is_some_and(|mark| stays_open(survey.text, mark.end));
        if line.named.is_some() || goes_on {
            continue;
        }
        let follows = |two: &&[Line]| two[0].paragraph + 1 == two[1].paragraph;
        let before = lines[..=at].windows(2).rev().take_while(follows).count();
        let after = lines[at..].windows(2).take_while(follows).count();
        let turn = whose_turn(survey, &lines, at - before..at + after + 1, at);
        for choice in &mut choices[line.marks.clone()] {
            if choice.speech < SPEECH {
                continue;
            }
            *choice = match turn {
                Some(turn) => Choice { speaker: Some(turn), confidence: IN_TURN, in_turn: true, ..*choice },
                None => Choice { confidence: choice.confidence.min(UNCLEAR), ..*choice },
            };
        }
    }
}

/// The paragraphs in which somebody speaks, in order.
fn lines(survey: &Survey<'_>, choices: &[Choice]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (number, choice) in choices.iter().enumerate() {
        let Some((sentence, _)) = survey.place_of(number).filter(|_| choice.speech >= SPEECH) else { continue };
        let paragraph = survey.sentences[sentence].paragraph;
        let is_here = |mention: &Mention| {
            mention.sentence.is_some_and(|sentence| survey.sentences[sentence].paragraph == paragraph)
        };
        let named = choice.speaker.filter(is_here);
        match lines.last_mut().filter(|line| line.paragraph == paragraph) {
            Some(line) => (line.marks.end, line.named) = (number + 1, named.or(line.named)),
            None => lines.push(Line { paragraph, marks: number..number + 1, named }),
        }
    }
    lines
}

/// Who has the turn at a line: whoever has it two lines before or after, four, and so on; else somebody who spoke before
/// the exchange and is not whoever has the other turn.
fn whose_turn(survey: &Survey<'_>, lines: &[Line], exchange: Range<usize>, at: usize) -> Option<Mention> {
    let nearest = |first: usize| {
        let before = (exchange.start..at).rev().skip(first - 1).step_by(2).find_map(|number| lines[number].named);
        before.or_else(|| (at + first..exchange.end).step_by(2).find_map(|number| lines[number].named))
    };
    nearest(2).or_else(|| {
        let other = nearest(1)?;
        let earlier = lines[..exchange.start].iter().rev().take(LINES_BACK).filter_map(|line| line.named);
        earlier.into_iter().find(|mention| are_two(survey, *mention, other))
    })
}

/// Whether two mentions are surely two people: by what they tell of a woman or a man, else two names, or two pronouns.
fn are_two(survey: &Survey<'_>, one: Mention, other: Mention) -> bool {
    let genders = gender(survey, one).zip(gender(survey, other));
    let is_pronoun = |mention: Mention| mention.kind == MentionKind::Pronoun;
    let are_called = is_pronoun(one) == is_pronoun(other);
    genders.is_some_and(|(one, other)| one != other)
        || are_called && !survey.head(one).eq_ignore_ascii_case(survey.head(other))
}

/// Whether a mention tells of a woman or a man.
fn gender(survey: &Survey<'_>, mention: Mention) -> Option<Gender> {
    let words = mention.phrase.of(&survey.sentences[mention.sentence?].tokens);
    let by_name = || words.first().and_then(|first| survey.lexicon.gender_of_name(&first.lower));
    match mention.kind {
        MentionKind::Pronoun => Gender::told(words, Gender::PRONOUNS),
        MentionKind::Noun => mentions::head(words).and_then(|head| survey.lexicon.gender_of_noun(&head.lower)),
        _ => Gender::told(words, Gender::TITLES).or_else(by_name),
    }
}
