//! For a passage in German quotation marks: is it speech, and who speaks it?

use super::super::lexicon::{Classes, Kind};
use super::super::marks::Mark;
use super::super::mentions::Phrase;
use super::super::ranker::Choice;
use super::super::reported::Report;
use super::super::sentences::Sentence;
use super::super::signatures;
use super::super::survey::{Mention, Survey};
use super::super::token::Token;
use super::beside::{
    answers, before_bracket, behind_dash, between, caption, could_speak, in_whose_eyes, named_behind, sentence_after,
    sentence_before,
};
use super::echo::echo;
use super::floor;
use super::going_on;
use super::mood::{self, Mood};
use super::opener;
use super::phrase;
use super::subject;
use super::teller;
use super::title;

/// The speaker of the passage before, and the sentence that holds it.
#[derive(Clone, Copy)]
pub(super) struct Before {
    speaker: Mention,
    sentence: usize,
}

impl Before {
    /// The speaker of the stretch before and the number of the paragraph where that was, if that is still at hand.
    fn of(survey: &Survey<'_>, (mut speaker, paragraph): (Mention, usize)) -> Option<Self> {
        let earlier = &survey.sentences[..survey.own_sentences().start];
        let sentence = earlier.iter().rposition(|sentence| sentence.paragraph == paragraph)?;
        let holds = |sentence: &Sentence<'_>| sentence.start <= speaker.start && speaker.end <= sentence.end;
        speaker.sentence = speaker.sentence.and_then(|_| earlier.iter().rposition(holds));
        Some(Self { speaker, sentence })
    }
}

/// The choice for each mark, in the order of the text; each sees the one before. `previous` is the speaker before the
/// stretch, and the number of the paragraph where that was.
pub(in super::super) fn choose(survey: &Survey<'_>, previous: &mut Option<(Mention, usize)>) -> Vec<Choice> {
    let mut before = previous.and_then(|previous| Before::of(survey, previous));
    // who spoke last besides whoever did
    let mut other: Option<Before> = None;
    let choices = (0..survey.marks.len())
        .map(|number| {
            let answer = other.filter(|other| answers_behind_dash(survey, number, *other));
            let choice = match answer {
                Some(Before { speaker, .. }) => {
                    Choice { speech: 0.9, speaker: Some(speaker), confidence: 0.7, ..Choice::default() }
                }
                None => of_mark(survey, number, before),
            };
            if let (Some(speaker), Some((sentence, _))) = (choice.speaker, survey.place_of(number))
                && choice.speech >= 0.5
            {
                let same = |before: &Before| survey.words_of(before.speaker) == survey.words_of(speaker);
                other = before.filter(|before| !same(before)).or(other);
                before = Some(Before { speaker, sentence });
            }
            choice
        })
        .collect();
    *previous = before.map(|before| (before.speaker, survey.sentences[before.sentence].paragraph));
    choices
}

/// What something is called has no more words.
const NAME: usize = 4;

/// From how many words on what somebody would do is in their words.
const FRAGMENT: usize = 3;

pub(super) fn of_mark(survey: &Survey<'_>, number: usize, before: Option<Before>) -> Choice {
    let Some((sentence, at)) = survey.place_of(number) else { return Choice::default() };
    let mark = survey.marks[number];
    if let Some(speaker) = signatures::of(survey.text, mark) {
        return Choice { speech: 1.0, speaker: Some(speaker), confidence: 0.97, ..Choice::default() };
    }
    let tokens = &survey.sentences[sentence].tokens;
    let quoted = Quoted::of(survey, mark);
    if let Some(before) = before.filter(|before| before.sentence == sentence && goes_on_behind_dashes(survey, number)) {
        return Choice { speech: 0.9, speaker: Some(before.speaker), confidence: GOES_ON, ..Choice::default() };
    }
    let covering = covering(survey, sentence, mark);
    let near = before.filter(|before| {
        let there = &survey.sentences[before.sentence];
        there.paragraph == survey.sentences[sentence].paragraph && sentence <= before.sentence + 2
    });
    if title::is_title(survey.text, tokens, at, survey.lexicon) || only_names(survey, mark, &quoted) {
        return Choice::default();
    }
    // 'erzählt ein „alter Müller“'
    let is_source = |report: &Report| {
        let here = report.source.filter(|_| report.source_sentence.is_none_or(|number| number == sentence));
        here.is_some_and(|source| source.first <= at && at < source.after)
    };
    if survey.reports[sentence].iter().any(is_source) {
        return Choice::default();
    }
    if let Some(report) = covering {
        let alone = report.parts.iter().any(|part| *part == Phrase::one(at));
        let source = survey.source_of(sentence, report);
        // 'Der Wirt schwieg. Dann, nach einer Pause: „Ja.“', 'Nachsatz: „…“'
        let is_label = |source: Phrase| report.colon && opener::only_opens(&survey.sentences, tokens, source);
        let named = source.filter(|_| !report.source.is_some_and(is_label));
        // '(Überschrift: „…“)'
        let open = tokens[..at].iter().rposition(|token| token.text == "(");
        let bracketed = open.is_some_and(|open| !tokens[open..at].iter().any(|token| token.text == ")"));
        let opens =
            || if report.colon && named.is_none() && !bracketed { sentence_before(survey, sentence) } else { None };
        let speaker = named.or_else(opens).or(near.map(|near| near.speaker)).or(source);
        // 'Streit ums Bad: „Wir geben nicht auf“' above who says so
        if speaker.is_none()
            && report.colon
            && let Some(choice) = echo(survey, number)
        {
            return choice;
        }
        let confidence = if speaker.is_none() {
            0.0
        } else if source.is_none() {
            0.6
        } else if report.cue.after == 0 {
            let same = near.zip(source).is_some_and(|(near, source)| near.speaker.start == source.start);
            if same || said_before(survey, report) { GOES_ON } else { 0.7 }
        } else if alone && quoted.is_sentence() {
            0.95
        } else {
            beside_cue(tokens, report)
        };
        return Choice { speech: 0.9, speaker, confidence, ..Choice::default() };
    }
    uncovered(survey, number, (sentence, at), &quoted, near, before)
}

/// How sure a passage is inside a report that goes on: 'Sie sagte, er gehe. Das sei „ein weiter Weg“.'
const GOES_ON: f64 = 0.87;

/// A cue as strong as this leaves little doubt.
const CLEAR_CUE: f64 = 0.7;

/// No passage is surer whose cue stands in what another tells.
const DOUBTFUL: f64 = 0.85;

/// How sure whoever stands beside a cue is to have said the passage in marks in its report.
fn beside_cue(tokens: &[Token<'_>], report: &Report) -> f64 {
    let strength = report.cue_probability;
    // '…, er habe „nein“ gesagt' is told by somebody else
    let nested = || {
        let begin = subject::clause_begin(tokens, report.cue.first);
        mood::clearest(tokens, begin, report.cue.after) == Mood::Reporting
    };
    let clear = strength >= CLEAR_CUE && !nested();
    if clear { 0.86 + 0.1 * (strength - CLEAR_CUE) } else { (0.6 + 0.3 * strength).min(DOUBTFUL) }
}

/// Whether a report that goes on has its source from one with a cue.
fn said_before(survey: &Survey<'_>, report: &Report) -> bool {
    let there = report.source_sentence.and_then(|number| survey.reports.get(number));
    there.is_some_and(|reports| reports.iter().any(|said| said.cue.after > 0 && said.source == report.source))
}

/// A passage in marks, read by itself.
struct Quoted<'t> {
    body: &'t str,
    words: usize,
}

impl<'t> Quoted<'t> {
    fn of(survey: &Survey<'t>, mark: Mark) -> Self {
        let body = title::body(&survey.text[mark.start..mark.end]);
        Self { body, words: body.split_whitespace().take(81).count() }
    }

    /// Whether it reads like a sentence.
    fn is_sentence(&self) -> bool {
        self.words >= 4 || self.body.ends_with(['.', '!', '?', '…', ','])
    }
}

/// '„Und dann“ – er hob die Hand – „war es still.“': whether a passage goes on with the one before, past what stands between
/// dashes.
fn goes_on_behind_dashes(survey: &Survey<'_>, number: usize) -> bool {
    let Some(before) = number.checked_sub(1).map(|before| survey.marks[before]) else { return false };
    let body = |mark: Mark| title::body(&survey.text[mark.start..mark.end]);
    let open =
        !body(before).ends_with(['.', '!', '?', ',']) && body(survey.marks[number]).starts_with(char::is_lowercase);
    let between = survey.text.get(before.end..survey.marks[number].start).unwrap_or_default().trim();
    let dash = ['–', '—'];
    open && between.len() > 2 * dash[0].len_utf8() && between.starts_with(dash) && between.ends_with(dash)
}

/// 'Die Wirtin hakt nach: „Sicher?“ – „Ganz sicher.“': whether a passage answers the question before a dash, and who spoke
/// before who asks does so.
fn answers_behind_dash(survey: &Survey<'_>, number: usize, other: Before) -> bool {
    let Some(before) = number.checked_sub(1).map(|before| survey.marks[before]) else { return false };
    let asks = title::body(&survey.text[before.start..before.end]).ends_with('?');
    let between = survey.text.get(before.end..survey.marks[number].start).unwrap_or_default().trim();
    let paragraph = |sentence: usize| survey.sentences[sentence].paragraph;
    let near = survey.place_of(number).is_some_and(|(here, _)| paragraph(here) == paragraph(other.sentence));
    asks && matches!(between, "–" | "—") && near
}

/// The report whose content holds a mark with the least round it; of equals the surest.
fn covering<'s>(survey: &'s Survey<'_>, sentence: usize, mark: Mark) -> Option<&'s Report> {
    let holds = |report: &&Report| {
        report.spans(&survey.sentences[sentence]).any(|span| span.0 <= mark.start && mark.end <= span.1)
    };
    let width = |report: &Report| report.parts.iter().map(|part| part.after - part.first).sum::<usize>();
    survey.reports[sentence]
        .iter()
        .filter(holds)
        .filter(|report| report.probability >= 0.4)
        .min_by_key(|report| width(report))
}

/// A passage that no report holds.
fn uncovered(
    survey: &Survey<'_>,
    number: usize,
    (sentence, at): (usize, usize),
    quoted: &Quoted<'_>,
    near: Option<Before>,
    before: Option<Before>,
) -> Choice {
    let tokens = &survey.sentences[sentence].tokens;
    if survey.sentences[sentence].is_quoted() {
        if let Some(choice) = echo(survey, number) {
            return choice;
        }
        if !quoted.is_sentence() {
            return Choice::default();
        }
        if let Some(holder) = answers(survey, sentence) {
            return Choice { speech: 0.9, speaker: Some(holder), confidence: 0.7, ..Choice::default() };
        }
        // 'Ob sie schlief, fragt er. Nein, sagt sie. „Die ganze Nacht?“'
        let other = || floor::asker(&survey.sentences, &survey.reports, sentence);
        let asker = if quoted.body.ends_with('?') { other() } else { None };
        let asker = asker.map(|(there, source)| survey.mention(there, source));
        if let Some(asker) = asker.filter(|asker| near.is_none_or(|near| near.speaker.start != asker.start)) {
            return Choice { speech: 0.9, speaker: Some(asker), confidence: 0.7, ..Choice::default() };
        }
        if let Some(near) = near {
            let new = between(survey, near.sentence, sentence);
            let confidence = if new.is_some() { 0.7 } else { 0.87 };
            return Choice { speech: 0.9, speaker: new.or(Some(near.speaker)), confidence, ..Choice::default() };
        }
        if let Some(holder) = named_behind(survey, sentence) {
            return Choice { speech: 0.9, speaker: Some(holder), confidence: 0.7, ..Choice::default() };
        }
        // a paragraph of speech that follows another one
        if let Some(before) = before.filter(|before| before.sentence + 1 == sentence) {
            return Choice { speech: 0.9, speaker: Some(before.speaker), confidence: 0.7, ..Choice::default() };
        }
        let points = sentence_after(survey, sentence);
        let sure = points.is_none() && sentence > 0 && {
            let said = survey.reports[sentence - 1].iter().find(|report| report.source.is_some());
            let same = survey.sentences[sentence - 1].paragraph == survey.sentences[sentence].paragraph;
            same && said.is_some_and(|report| report.probability >= going_on::GOES_ON)
        };
        let speaker =
            points.or_else(|| sentence_before(survey, sentence)).or_else(|| before.map(|before| before.speaker));
        let confidence = match speaker {
            Some(_) if sure => GOES_ON,
            Some(_) => 0.7,
            None => 0.0,
        };
        return Choice { speech: 0.8, speaker, confidence, ..Choice::default() };
    }
    if let Some(subject) = gapped(tokens, at) {
        let speaker = Some(survey.mention(sentence, subject));
        return Choice { speech: 0.9, speaker, confidence: 0.8, ..Choice::default() };
    }
    if let Some(speaker) = behind_dash(survey, sentence, at) {
        return Choice { speech: 0.9, speaker: Some(speaker), confidence: 0.8, ..Choice::default() };
    }
    if let Some(speaker) = caption(survey, sentence, at).filter(|_| quoted.words >= FRAGMENT) {
        return Choice { speech: 0.8, speaker: Some(speaker), confidence: 0.7, ..Choice::default() };
    }
    // 'Das Schiff hieß „Mara“'
    let called = |token: &Token<'_>| matches!(token.lower.as_ref(), "heißt" | "hieß" | "hießen" | "heißen" | "hiess");
    if quoted.words <= NAME && tokens[..at].iter().any(called) && !tokens.iter().any(|token| token.lower == "es") {
        return Choice::default();
    }
    let cue = tokens.iter().map(|token| token.strength).fold(0.0, f64::max);
    let mood = mood::clearest(tokens, 0, tokens.len());
    if let Some(holder) = before_bracket(survey, sentence, at).filter(|_| quoted.is_sentence()) {
        return Choice { speech: 0.8, speaker: Some(holder), confidence: 0.8, ..Choice::default() };
    }
    let lower = quoted.body.starts_with(char::is_lowercase);
    let eyes = in_whose_eyes(survey, sentence, at).filter(|_| quoted.words >= 2 || lower);
    if let Some(holder) = eyes {
        return Choice { speech: 0.7, speaker: Some(holder), confidence: 0.7, ..Choice::default() };
    }
    let stated = title::states(tokens, at, survey.lexicon);
    let spoken = quoted.words >= 6 && (quoted.body.ends_with(['.', '!', '?']) || lower || cue >= 0.5)
        || cue >= 0.7 && (quoted.words >= 2 || lower)
        || mood == Mood::Reporting
        || stated
        || title::is_spoken_of(tokens, at) && quoted.body.starts_with(char::is_uppercase)
        // '„Wir sind da“, sagte der Wirt. „Andere sind es nicht“, und das im Mai.'
        || at == 0 && near.is_some() && quoted.words >= 6
        || (lower || quoted.words >= 3 || cue >= 0.3) && is_judgement(tokens, at)
        || (lower || quoted.words >= 3) && is_talk(tokens, at)
        || lower && quoted.words >= FRAGMENT && intends(survey, sentence, at, quoted);
    if !spoken {
        return Choice::default();
    }
    // in the mood that reports, a subject is spoken of
    let reports = cue < 0.3 && going_on::main_reports(tokens);
    let source = if reports { None } else { own_subject(survey, sentence, at) };
    let speaker = source.or(near.map(|near| near.speaker));
    let confidence = if speaker.is_none() { 0.0 } else { 0.5 + 0.3 * cue };
    Choice { speech: 0.6, speaker, confidence, ..Choice::default() }
}

/// The subject of the sentence a passage stands in.
fn own_subject(survey: &Survey<'_>, sentence: usize, at: usize) -> Option<Mention> {
    let tokens = &survey.sentences[sentence].tokens;
    let cue = (0..tokens.len()).filter(|word| tokens[*word].strength >= 0.3).min_by_key(|word| word.abs_diff(at));
    let beside = |cue: &usize| !tokens[at.min(*cue)..at.max(*cue)].iter().any(|token| token.is_sign(",;:"));
    if let Some(cue) = cue.filter(|cue| beside(cue) && teller::is_passive(tokens, *cue)) {
        let source = teller::quoted_or_agent(tokens, cue)?;
        return Some(survey.mention(sentence, source));
    }
    let subject = cue.and_then(|cue| subject::of_verb(tokens, cue)).or_else(|| subject::opening(tokens, tokens.len()));
    let (subject, _) = subject.filter(|(subject, _)| *subject != Phrase::one(at))?;
    let told = teller::told_by(tokens, 0, subject, survey.lexicon);
    Some(survey.mention(sentence, told.map_or(subject, |(place, _)| place)))
}

/// 'Der Rat sprach von „Mut“, [die Wirte] von einem „Angriff“': the subject of a clause that leaves its verb out.
fn gapped(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    const FAR: usize = 60;
    let article = at.checked_sub(1).filter(|before| tokens[*before].is(Classes::DETERMINER));
    let of = article.unwrap_or(at).checked_sub(1).filter(|of| tokens[*of].lower == "von")?;
    let comma = tokens[..of].iter().rposition(|token| token.is_sign(",;"))?;
    let joint = usize::from(tokens[comma + 1].lower == "und");
    let subject = phrase::subject(tokens, comma + 1 + joint).filter(|subject| subject.after == of)?;
    let speaks = |token: &Token<'_>| {
        matches!(
            token.lower.as_ref(),
            "sprach" | "sprachen" | "spricht" | "sprechen" | "redet" | "redete" | "gesprochen"
        )
    };
    let before = &tokens[comma.saturating_sub(FAR)..comma];
    (before.iter().any(|token| token.mark().is_some()) && before.iter().any(speaks)).then_some(subject)
}

/// 'Im Brief war von einem „langen Winter“ die Rede'.
fn is_talk(tokens: &[Token<'_>], at: usize) -> bool {
    let of = tokens[at.saturating_sub(3)..at].iter().any(|token| token.lower == "von");
    of && tokens.windows(2).any(|pair| pair[0].lower == "die" && pair[1].lower == "rede")
}

/// 'Ada Hill würde „lieber heute als morgen gehen“': what somebody would do, in their words.
fn intends(survey: &Survey<'_>, sentence: usize, at: usize, quoted: &Quoted<'_>) -> bool {
    let tokens = &survey.sentences[sentence].tokens;
    let begin = subject::clause_begin(tokens, at);
    let would = tokens[begin..at]
        .iter()
        .any(|token| token.kind == Some(Kind::Modal) || matches!(token.lower.as_ref(), "würde" | "würden"));
    let subject = || subject::opening(tokens, at).or_else(|| subject::opening(tokens, tokens.len()));
    would
        && quoted.body.ends_with('n')
        && subject().is_some_and(|(subject, _)| could_speak(survey.lexicon, tokens, subject))
}

/// 'wies das als „falsch“ zurück': a judgement, and no name by which something goes.
fn is_judgement(tokens: &[Token<'_>], at: usize) -> bool {
    let judged = tokens[at.saturating_sub(2)..at].iter().any(|token| token.lower == "als");
    let goes_by = |token: &Token<'_>| {
        matches!(
            token.lower.as_ref(),
            "gilt" | "galt" | "gelten" | "galten" | "bekannt" | "benannt" | "diente" | "dient"
        )
    };
    judged && !tokens.iter().any(goes_by)
}

/// A 'so genannte „Ruhezone“': the mark gives a name, nobody speaks.
fn only_names(survey: &Survey<'_>, mark: Mark, quoted: &Quoted<'_>) -> bool {
    let before = &survey.text[..mark.start];
    let begin = before.char_indices().rev().take(30).last().map_or(0, |(at, _)| at);
    let before = before[begin..].trim_end().to_lowercase();
    // 'Er will auch „nach Hause gehen“'
    let small = quoted.body.starts_with(char::is_lowercase);
    let names = |naming: &String| before.ends_with(naming.as_str()) && !(small && naming == "auch");
    quoted.words <= 5 && survey.lexicon.naming.iter().any(names)
}
