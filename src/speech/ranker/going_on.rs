//! A speech of several paragraphs: who speaks in one of them goes on in the next, and who is named above one speaks there.

use super::super::marks::stays_open;
use super::super::survey::{Mention, Survey};
use super::{Choice, Passage};

/// How sure it is that a speech goes on behind a mark that was not closed, and behind one that was.
const GOES_ON: f64 = 0.95;
const GOES_ON_CLOSED: f64 = 0.8;

/// How many words a line has at most that only names who speaks below it.
const LINE: usize = 14;

/// Gives the paragraphs of a speech that stay open the speaker who is named behind the one that closes it.
pub(super) fn told_behind(survey: &Survey<'_>, choices: &mut [Choice]) {
    if !survey.lexicon.is_english() {
        return;
    }
    for number in (1..choices.len()).rev() {
        let (mark, next) = (survey.marks[number - 1], survey.marks[number]);
        let joined = || stays_open(survey.text, mark.end) && survey.text[mark.end..next.start].trim().is_empty();
        let (Some((here, _)), Some((there, 0))) = (survey.place_of(number - 1), survey.place_of(number)) else {
            continue;
        };
        if !joined() || !survey.sentences[here].is_quoted() || survey.sentences[there].is_quoted() {
            continue;
        }
        let (sentence, below) = (&survey.sentences[here], &survey.sentences[there]);
        let follows = sentence.paragraph + 1 == below.paragraph && mark.start == survey.opening_of(sentence).start;
        // '“HILL: It is late'
        let labelled = |number: usize| {
            let mark = survey.marks[number];
            choices[number].speaker.is_some_and(|speaker| mark.start <= speaker.start && speaker.start < mark.end)
        };
        let follows = follows && !labelled(number - 1) && !labelled(number);
        // 'The mayor said:'
        let announced = here
            .checked_sub(1)
            .is_some_and(|before| survey.sentences[before].tokens.last().is_some_and(|last| last.text == ":"));
        if follows && !announced && survey.report_over(number).is_some() && choices[number].speaker.is_some() {
            let Choice { speaker, confidence, .. } = choices[number];
            (choices[number - 1].speaker, choices[number - 1].confidence) = (speaker, confidence.min(GOES_ON));
        }
    }
}

impl Passage<'_, '_> {
    /// Whoever speaks in the paragraph before, and how surely, where their mark was not closed.
    pub(super) fn goes_on(&self) -> Option<(Mention, f64)> {
        let is_open = self.survey.mark_before(self.mark).is_some_and(|mark| {
            let ends = self.survey.text[mark.end..self.mark.start].trim().is_empty();
            ends && stays_open(self.survey.text, mark.end)
        });
        Some((self.speaker_before()?, GOES_ON)).filter(|_| is_open)
    }

    /// The same behind a mark that was closed, for a passage near which nobody is named.
    pub(super) fn goes_on_behind(&self) -> Option<(Mention, f64)> {
        Some((self.speaker_before()?, GOES_ON_CLOSED))
    }

    /// Whom an English line by itself names, before the paragraph that the passage opens: 'The mill's owner Mira Dahl:'.
    pub(super) fn announced(&self) -> Option<Mention> {
        let survey = self.survey;
        let number = self.sentence.checked_sub(1).filter(|_| survey.lexicon.is_english() && self.token == 0)?;
        let (line, here) = (&survey.sentences[number], &survey.sentences[self.sentence]);
        let tokens = &line.tokens;
        let colon = tokens.len().checked_sub(1).filter(|colon| tokens[*colon].text == ":" && *colon < LINE)?;
        let name = line.names.last().filter(|name| name.after == colon && name.after > name.first + 1)?;
        let says = tokens.iter().any(|token| token.is_finite || token.mark().is_some());
        let alone = survey.opening_of(line).start == line.start && line.paragraph < here.paragraph;
        (alone && !says && self.opens_paragraph()).then(|| survey.mention(number, *name))
    }

    /// Who speaks in the paragraph before one that is this passage alone.
    fn speaker_before(&self) -> Option<Mention> {
        let (before, paragraph) = self.previous?;
        let sentence = &self.survey.sentences[self.sentence];
        let follows = paragraph + 1 == sentence.paragraph && self.token == 0 && self.opens_paragraph();
        // its sentence may be read no more
        (follows && sentence.is_quoted()).then_some(Mention { sentence: None, ..before })
    }
}
