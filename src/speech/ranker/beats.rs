//! Who does something beside the words in a story, where nothing tells that they speak: '“Mama's.” The boy set the bucket down.'

use super::super::lexicon::{Classes, Kind};
use super::super::mentions::Phrase;
use super::super::subjects::Subjects;
use super::super::survey::{Mention, Survey};
use super::super::titles;
use super::super::token::Token;
use super::{Choice, SPEECH};

/// How sure it is that whoever acts beside the words speaks them.
const ACTS: f64 = 0.8;

/// How many words stand at most before the subject of a sentence: 'And then'.
const OPENING: usize = 2;

/// Gives passages that no word of saying introduces to whoever acts in their paragraph.
pub(super) fn act(survey: &Survey<'_>, choices: &mut [Choice]) {
    if survey.story().is_none() {
        return;
    }
    for (number, choice) in choices.iter_mut().enumerate().filter(|(_, choice)| choice.speech >= SPEECH) {
        let Some((sentence, _)) = survey.place_of(number) else { continue };
        let paragraph = survey.sentences[sentence].paragraph;
        let is_here =
            |mention: &Mention| mention.sentence.is_some_and(|at| survey.sentences[at].paragraph == paragraph);
        let said = survey.report_over(number).and_then(|(at, report)| survey.source_of(at, report));
        if let Some(said) = said.filter(is_here) {
            // 'said the old woman behind me'
            let chosen = choice.speaker.is_some_and(|speaker| speaker.touches(said.start, said.end));
            choice.speaker = if chosen { choice.speaker } else { Some(said) };
        } else if let Some(actor) = actor(survey, sentence) {
            *choice = Choice { speaker: Some(actor), confidence: ACTS, ..*choice };
        }
    }
}

/// Who acts in the paragraph of a sentence: the nearest before its end, else the nearest behind.
fn actor(survey: &Survey<'_>, sentence: usize) -> Option<Mention> {
    let paragraph = survey.sentences_beside(sentence);
    let before = (paragraph.start..=sentence).rev();
    before.chain(sentence + 1..paragraph.end).find_map(|number| {
        let subject = subject(survey, number)?;
        Some(survey.mention(number, subject))
    })
}

/// The person that is the subject of a sentence.
fn subject(survey: &Survey<'_>, number: usize) -> Option<Phrase> {
    let sentence = &survey.sentences[number];
    let tokens = &sentence.tokens;
    let light = |token: &&Token<'_>| matches!(token.kind, Some(Kind::Conjunction | Kind::Adverb));
    let first = tokens.iter().take(OPENING).take_while(light).count();
    let opening = tokens.get(first)?;
    let clause = Subjects { tokens, names: &sentence.names, lexicon: survey.lexicon };
    if opening.is(Classes::FEMININE.and(Classes::MASCULINE)) && opening.is(Classes::PRONOUN) || opening.text == "I" {
        return Some(Phrase::one(first)).filter(|_| clause.is_verb(first + 1));
    }
    if let Some(name) = sentence.names.iter().find(|name| name.first == first) {
        return Some(*name).filter(|name| clause.is_verb(name.after));
    }
    if opening.is(Classes::DETERMINER.and(Classes::POSSESSIVE)) {
        let noun = titles::subject_behind(tokens, first, survey.lexicon)?;
        return Some(Phrase { first, after: noun + 1 });
    }
    None
}
