//! Step 7: for a passage in quotation marks, is it speech, and which mention names its speaker?
//!
//! Two linear models, one that says yes or no and one that chooses among the mentions near by. The winner's probability
//! is the confidence shown to the reader.

mod addressed;
mod beats;
mod going_on;
mod headline;
mod named_inside;
mod naming;
mod of_reports;
mod words;

use super::cues::{class, rounded};
use super::german;
use super::lexicon::Kind;
use super::linear::{Features, Models, Piece, feature};
use super::marks::Mark;
use super::mentions::{self, MentionKind};
use super::reported::Report;
use super::signatures;
use super::sources;
use super::survey::{Before, Mention, Survey};
use super::token::Token;
use naming::is_titled;
use words::{bucket, words_in};

/// The probability of speech from which a passage counts as spoken.
pub(super) const SPEECH: f64 = 0.4;

/// How likely at most a name or a title in marks is speech.
const NAME: f64 = 0.2;

/// The model is surer of articles than it is right about those it did not learn from: its probability to this power is.
const MODESTY: f64 = 1.3;

/// What was chosen for a mark.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Choice {
    /// How likely it is speech.
    pub speech: f64,
    /// Whether it only gives a name or a title.
    pub names: bool,
    /// Nobody where words are no speech and no report holds them.
    pub speaker: Option<Mention>,
    /// How likely the speaker is right.
    pub confidence: f64,
    /// Whether a clause of its own tells who: 'a prize that the judges called “a joke”'.
    pub is_inside: bool,
}

/// The choice for each mark, in the order of the text; each sees the speaker before.
pub(super) fn choose(survey: &Survey<'_>, models: &Models, previous: &mut Option<(Mention, usize)>) -> Vec<Choice> {
    if survey.lexicon.is_german() {
        return german::choose(survey, previous);
    }
    // who goes on is no surer than they were
    let mut sure_before = 1.0_f64;
    // whether they are speech is asked of all first: one model at a time stays near the processor
    let passages = (0..survey.marks.len()).map(|number| {
        let passage = Passage::of(survey, number)?;
        let speech = models.speech.probability(|score| passage.describe(score));
        Some((passage, speech))
    });
    let passages: Vec<Option<(Passage<'_, '_>, f64)>> = passages.collect();
    let mut choices: Vec<Choice> = (0..)
        .zip(passages)
        .map(|(number, passage)| {
            let Some((passage, mut speech)) = passage else {
                return Choice::default();
            };
            let passage = passage.behind(*previous);
            let names = passage.only_names();
            if names {
                speech = speech.min(NAME);
            }
            let mut confidence = 0.97;
            let mut speaker = signatures::of(survey.text, passage.mark);
            if speaker.is_some() {
                speech = 1.0;
            } else if let Some(named) = passage.announced().filter(|_| speech >= SPEECH) {
                speaker = Some(named);
            } else if speech >= SPEECH
                && let Some((before, sure)) = passage.goes_on()
            {
                (speaker, confidence) = (Some(before), sure.min(sure_before));
            } else if speech >= SPEECH || passage.covering.is_some() {
                let options = survey.candidates(number);
                let best = models.speaker.best(&options, |score, mention| passage.describe_speaker(*mention, score));
                if let Some((best, probability)) = best {
                    speaker = Some(passage.past_place(options[best])).filter(|speaker| !passage.is_headed_by(*speaker));
                    confidence = probability.powf(MODESTY);
                } else if speech >= SPEECH
                    && let Some((before, sure)) = passage.goes_on_behind()
                {
                    (speaker, confidence) = (Some(before), sure.min(sure_before));
                }
            }
            if let Some(speaker) = speaker.filter(|_| speech >= SPEECH) {
                *previous = Some((speaker, survey.sentences[passage.sentence].paragraph));
                sure_before = confidence;
            }
            let confidence = if speaker.is_some() { confidence } else { 0.0 };
            Choice { speech, names, speaker, confidence, is_inside: false }
        })
        .collect();
    beats::act(survey, &mut choices);
    addressed::choose(survey, &mut choices);
    going_on::told_behind(survey, &mut choices);
    named_inside::choose(survey, &mut choices);
    choices
}

/// A passage in quotation marks with what is known round it.
pub(super) struct Passage<'s, 't> {
    survey: &'s Survey<'t>,
    mark: Mark,
    sentence: usize,
    token: usize,
    /// The report whose content holds it.
    covering: Option<(usize, &'s Report)>,
    /// The speaker before, and in which paragraph that was.
    previous: Option<(Mention, usize)>,
    words: usize,
    /// What lies before the mark, and before what follows it.
    before: Before,
    behind: Before,
    /// Whether it opens its paragraph.
    opens: bool,
    /// The sign that it ends with.
    tail: Piece<'static>,
    /// The source of the report that holds it.
    source: Option<Mention>,
}

impl<'s, 't> Passage<'s, 't> {
    pub fn of(survey: &'s Survey<'t>, number: usize) -> Option<Self> {
        let mark = survey.marks[number];
        let (sentence, token) = survey.place_of(number)?;
        let words = words_in(&survey.text[mark.start..mark.end]);
        let (before, behind) = (survey.before(sentence, token), survey.up_to(sentence, token + 1));
        let covering = survey.report_over(number);
        let opens = mark.start == survey.opening_of(&survey.sentences[sentence]).start;
        let tail = match survey.text[..mark.end].chars().rev().nth(1) {
            Some(',') => Piece::of(","),
            Some('?') => Piece::of("?"),
            Some('!') => Piece::of("!"),
            Some('.') => Piece::of("."),
            _ => Piece::of("o"),
        };
        let source = covering.and_then(|(sentence, report)| survey.source_of(sentence, report));
        let previous = None;
        Some(Self { survey, mark, sentence, token, covering, previous, words, before, behind, opens, tail, source })
    }

    /// The passage with the speaker before, and in which paragraph that was.
    pub fn behind(self, previous: Option<(Mention, usize)>) -> Self {
        Self { previous, ..self }
    }

    /// A mention, or the subject of its sentence where that only names the place of it, or the noun that it tells the owner of.
    fn past_place(&self, mention: Mention) -> Mention {
        let Some(number) = mention.sentence.filter(|_| self.survey.lexicon.is_english()) else { return mention };
        let owned = sources::with_possessed(&self.survey.sentences[number], mention.phrase);
        if owned != mention.phrase {
            return self.survey.mention(number, owned);
        }
        let here = Some(number).filter(|number| *number == self.sentence);
        let subject =
            here.and_then(|number| sources::past_place(&self.survey.sentences[number], mention.phrase, self.token));
        subject.map_or(mention, |subject| self.survey.mention(self.sentence, subject))
    }

    /// Whether it is the first passage in the sentence that opens its paragraph.
    fn opens_paragraph(&self) -> bool {
        let sentence = &self.survey.sentences[self.sentence];
        self.survey.opening_of(sentence).marks().next() == Some(self.mark)
    }

    /// What tells whether the passage is speech.
    pub fn describe<F: Features>(&self, out: &mut F) {
        let sentence = &self.survey.sentences[self.sentence];
        let (tokens, k) = (&sentence.tokens, self.token);
        let quoted = &self.survey.text[self.mark.start..self.mark.end];
        let opening = quoted.chars().next().map_or(0, char::len_utf8);
        let body = quoted[opening..].trim_end_matches(['"', '”', '’', '\'', '»', '“', '」']);
        // the signs are no words of their own where no space parts them from the words
        let is_tight = body.starts_with(is_visible) && body.ends_with(is_visible);
        let length = bucket(if is_tight { self.words } else { words_in(body) });
        let signs = [".", ",", "!", "?", ";", ":", "—", "…"];
        let last =
            signs.into_iter().find(|sign| body.ends_with(sign)).unwrap_or(if body.is_empty() { "" } else { "w" });
        let last = Piece::of(last);
        let (way, sure) = match self.covering {
            Some((_, report)) => (report.way.piece(), Some(rounded(report.probability, 5.0))),
            None => (Piece::of("no"), None),
        };
        let alone = tokens.len() == 1 || sentence.is_quoted();
        let first = if body.starts_with(char::is_uppercase) { Piece::of("cap") } else { Piece::of("low") };
        let (before, next) = (class(tokens, k.checked_sub(1)), class(tokens, Some(k + 1)));
        let small = matches!(before.text, "prep" | "det" | "that" | "poss" | "be" | "conj");
        let prev = if small { Piece::of(&tokens[k - 1].lower) } else { before };
        let titled = first == "cap" && is_titled(body);
        let near = tokens[k.saturating_sub(5)..tokens.len().min(k + 6)].iter().map(|token| token.strength);
        let near = rounded(near.fold(0.0, f64::max), 5.0);
        let opens = self.opens_paragraph();
        feature!(out, "1");
        feature!(out, "l=", length);
        feature!(out, "l=", length, way);
        match sure {
            Some(sure) => feature!(out, "cov=", way, sure),
            None => feature!(out, "cov=no"),
        }
        feature!(out, "last=", last);
        feature!(out, "last=", last, "l=", length);
        feature!(out, "pv=", prev);
        feature!(out, "nx=", next);
        feature!(out, "pv=", before, "nx=", next);
        feature!(out, "alone=", alone, first);
        feature!(out, "first=", first, last);
        feature!(out, "title=", titled, "l=", length);
        feature!(out, "near=", near);
        feature!(out, "near=", near, "l=", length);
        feature!(out, "k=", k.min(3), first);
        feature!(out, "title=", titled, way);
        feature!(out, "many=", sentence.marks().take(4).count(), way);
        feature!(out, "par=", opens, alone);
        let tag = |at: usize| tokens.get(at).map_or(Piece::of("end"), Token::tag);
        let before_tag = k.checked_sub(1).map_or(Piece::of("start"), tag);
        feature!(out, "t<", before_tag, first);
        feature!(out, "t>", tag(k + 1), first);
        feature!(out, "t<", before_tag, "l=", length);
        feature!(out, "t<>", before_tag, tag(k + 1));
        feature!(out, "tl", before_tag, last);
        let noun_before = k.checked_sub(1).map_or(Piece::of("-"), |at| *tokens[at].usage.noun);
        feature!(out, "n<", noun_before, length.min(5));
        let verb_before = k.checked_sub(1).map_or(Piece::of("-"), |at| *tokens[at].usage.verb);
        feature!(out, "v<", verb_before, length.min(5));
        let firsts = body.split_whitespace().next().unwrap_or("");
        feature!(out, "fw=", firsts.trim_matches(|c: char| !c.is_alphabetic()));
    }

    /// What tells whether a mention names the passage's speaker.
    pub fn describe_speaker<F: Features>(&self, m: Mention, out: &mut F) {
        let survey = self.survey;
        let Some(number) = m.sentence else { return };
        let (here, there) = (&survey.sentences[self.sentence], &survey.sentences[number]);
        let tokens = &there.tokens;
        let before = m.end <= self.mark.start;
        let paragraphs = here.paragraph.saturating_sub(there.paragraph);
        let (gap, ends) = if before {
            survey.up_to(number, m.phrase.after).to(self.before)
        } else {
            self.behind.to(survey.before(number, m.phrase.first))
        };
        let same = number == self.sentence;
        let ends = if same { 0 } else { ends.min(3) };
        let following = tokens.get(m.phrase.after..).unwrap_or_default();
        let next = following.first();
        let prev = m.phrase.first.checked_sub(1).and_then(|at| tokens.get(at));
        let cue_after = following
            .iter()
            .take(4)
            .take_while(|token| token.mark().is_none() && !token.is_sign(".;"))
            .fold(0.0, |most: f64, token| most.max(token.strength));
        let cue_before = prev.map_or(0.0, |token| token.strength);
        let side = if before { Piece::of("B") } else { Piece::of("A") };
        let place = PLACES[usize::from(before)][paragraphs.min(3)];
        let (right, left) = (cue_after > 0.4, cue_before > 0.4);
        let kind = m.kind.piece();
        let few = ends.min(2);
        feature!(out, place, "s=", ends);
        feature!(out, place, "d=", bucket(gap));
        feature!(out, place, "k=", kind, "s=", few);
        feature!(out, "R=", rounded(cue_after, 10.0));
        feature!(out, "L=", rounded(cue_before, 10.0));
        feature!(out, place, "R=", right, "s=", few);
        feature!(out, place, "L=", left, "s=", few);
        feature!(out, "same=", same, side, "R=", right, "L=", left);
        let verb = next.is_some_and(|token| token.could_be_verb);
        feature!(out, "adj=", gap == 0, side, "R=", cue_after > 0.3, "V=", verb, "L=", cue_before > 0.3);
        let marks = following.iter().take(3).any(|token| token.mark().is_some());
        feature!(out, "inQ=", marks, place);
        if let Some(prev) = prev {
            let small = matches!(prev.kind, Some(Kind::Preposition | Kind::Conjunction | Kind::That));
            let word = if small {
                Piece::of(&prev.lower)
            } else if prev.text == "," {
                Piece::of(",")
            } else if prev.mark().is_some() {
                Piece::of("q")
            } else {
                Piece::of("o")
            };
            feature!(out, "pv=", word);
        }
        if let Some(next) = next {
            feature!(out, "nx=", next.class(), place);
        }
        let opens = self.opens;
        feature!(out, "tail=", self.tail, place, "s=", ends.min(1));
        feature!(out, "len=", bucket(self.words), place);
        feature!(out, "opens=", opens, place, "k=", kind);
        self.describe_report(m, same, right, place, out);
        self.describe_source(m, number, same, place, out);
        if let Some((previous, paragraph)) = self.previous {
            if m.touches(previous.start, previous.end) {
                feature!(out, "PREV");
                feature!(out, "PREV", opens);
                feature!(out, "PREVs=", few);
                feature!(out, "PREV", self.covering.is_some(), paragraph == here.paragraph);
            }
            if m.kind.is_named() {
                let known = survey.words_of(previous).contains(survey.head(m));
                feature!(out, "pn=", known, paragraphs > 0);
            }
        }
        let head = mentions::head(m.phrase.of(tokens));
        let noun = head.map_or(Piece::of("-"), |token| *token.usage.noun);
        let human = if m.kind == MentionKind::Noun { noun } else { kind };
        feature!(out, "H=", human, place);
        feature!(out, "H=", human, right);
        feature!(out, "H=", human, ends);
        feature!(out, "nt=", next.map_or(Piece::of("end"), Token::tag), place);
        feature!(out, "nv=", next.map_or(Piece::of("-"), |token| *token.usage.verb), place);
        let object =
            prev.is_some_and(|token| token.tag().text.starts_with('V') || token.kind == Some(Kind::Preposition));
        feature!(out, "ob=", object, place, right);
    }
}

fn is_visible(letter: char) -> bool {
    !letter.is_whitespace()
}

/// Before or after, and how many paragraphs away.
const PLACES: [[Piece<'static>; 4]; 2] = [
    [Piece::of("A0"), Piece::of("A1"), Piece::of("A2"), Piece::of("A3")],
    [Piece::of("B0"), Piece::of("B1"), Piece::of("B2"), Piece::of("B3")],
];
