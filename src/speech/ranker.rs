//! Step 7: for a passage in quotation marks, is it speech, and which mention names its speaker?
//!
//! Two linear models, one that says yes or no and one that chooses among the mentions near by. The winner's probability
//! is the confidence shown to the reader.

use super::cues::{class, rounded};
use super::german;
use super::lexicon::{Classes, Kind};
use super::linear::{Features, Models, feature};
use super::marks::Mark;
use super::reported::Report;
use super::sentences::{Sentence, Token};
use super::signatures;
use super::sources::Way;
use super::survey::{Mention, Survey};

/// The probability of speech from which a passage counts as spoken.
pub(super) const SPEECH: f64 = 0.5;

/// How likely at most a name or a title in marks is speech.
const NAME: f64 = 0.2;

/// How strong a cue must be for the rules to stand, and how likely they are right.
const STRONG: f64 = 0.5;
const RULED: f64 = 0.85;

/// What was chosen for a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    /// How likely it is speech.
    pub speech: f64,
    /// Whether it only gives a name or a title.
    pub names: bool,
    pub speaker: Option<Mention>,
    /// How likely the speaker is right.
    pub confidence: f64,
}

/// The choice for each mark, in the order of the text; each sees the one before.
pub(super) fn choose(survey: &Survey<'_>, models: &Models) -> Vec<Choice> {
    let mut previous = None;
    (0..survey.marks.len())
        .map(|number| {
            let Some(passage) = Passage::of(survey, number, previous) else {
                return Choice { speech: 0.0, names: false, speaker: None, confidence: 0.0 };
            };
            let mut speech = models.speech.probability(|score| passage.describe(score));
            let names = passage.only_names();
            if names {
                speech = speech.min(NAME);
            }
            let mut confidence = 0.97;
            let mut speaker = signatures::of(survey.text, passage.mark, survey.lexicon);
            if speaker.is_some() {
                speech = 1.0;
            } else {
                let options = survey.candidates(number);
                let ruled = passage.source_by_rule();
                let best = models.speaker.best(&options, |score, mention| passage.describe_speaker(*mention, score));
                if let Some((best, probability)) = best {
                    speaker = Some(options[best]);
                    confidence = probability;
                }
                if let Some(source) = ruled {
                    let agrees = speaker.is_some_and(|speaker| speaker.touches(source.start, source.end));
                    confidence = if agrees { confidence.max(RULED) } else { RULED };
                    speaker = Some(source);
                }
            }
            if let Some(speaker) = speaker.filter(|_| speech >= SPEECH) {
                previous = Some((speaker, survey.sentences[passage.sentence].paragraph));
            }
            Choice { speech, names, speaker, confidence: if speaker.is_some() { confidence } else { 0.0 } }
        })
        .collect()
}

/// A number of words, the larger the rougher.
fn bucket(words: usize) -> usize {
    [0, 1, 2, 3, 5, 8, 12, 20, 40, 80].into_iter().find(|bound| words <= *bound).unwrap_or(99)
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
}

impl<'s, 't> Passage<'s, 't> {
    pub fn of(survey: &'s Survey<'t>, number: usize, previous: Option<(Mention, usize)>) -> Option<Self> {
        let mark = survey.marks[number];
        let (sentence, token) = survey.place_of(number)?;
        let words = survey.text[mark.start..mark.end].split_whitespace().take(81).count();
        Some(Self { survey, mark, sentence, token, covering: survey.report_over(number), previous, words })
    }

    /// The source of a strong cue, in a language whose models are borrowed: there the rules know better.
    fn source_by_rule(&self) -> Option<Mention> {
        let survey = self.survey;
        if survey.lexicon.is_english() {
            return None;
        }
        let sentence = &survey.sentences[self.sentence];
        let strength = |report: &Report, sentence: &Sentence<'_>| match report.way {
            Way::According => 1.0,
            _ => report.cue.of(&sentence.tokens).first().map_or(0.0, |cue| cue.strength),
        };
        let holds = |span: (usize, usize)| span.0 <= self.mark.start && self.mark.end <= span.1;
        let mut best: Option<(f64, &Report)> = None;
        for report in survey.reports[self.sentence].iter().filter(|report| report.spans(sentence).any(holds)) {
            let here = strength(report, sentence);
            if here >= STRONG && best.is_none_or(|(strongest, _)| here > strongest) {
                best = Some((here, report));
            }
        }
        if let Some((_, report)) = best {
            return survey.source_of(self.sentence, report);
        }
        if survey.lexicon.code != "de" || !german::is_reported(sentence) {
            return None;
        }
        // what is reported without a cue goes on with the last source
        (self.sentence.saturating_sub(4)..self.sentence).rev().find_map(|number| {
            let before = &survey.sentences[number];
            let near = before.paragraph + 1 >= sentence.paragraph;
            let says = |report: &&Report| report.source.is_some() && strength(report, before) >= STRONG;
            survey.reports[number]
                .iter()
                .filter(|_| near)
                .find(says)
                .and_then(|report| survey.source_of(number, report))
        })
    }

    /// A so-called “quiet zone”: the mark gives a name, nobody speaks.
    fn only_names(&self) -> bool {
        let before = &self.survey.text[..self.mark.start];
        let begin = before.char_indices().rev().take(30).last().map_or(0, |(at, _)| at);
        let before = before[begin..].trim_end().to_lowercase();
        let articles = [" the", " a", " an", " la", " el", " le", " „"];
        let without = articles.iter().find_map(|article| before.strip_suffix(article)).unwrap_or(&before);
        let lexicon = self.survey.lexicon;
        let quoted = &self.survey.text[self.mark.start..self.mark.end];
        let body = quoted.trim_matches(['"', '„', '“', '”', '«', '»', '‚', '‘', '’']).trim();
        let tokens = &self.survey.sentences[self.sentence].tokens;
        if lexicon.code == "de" && self.words <= 8 && german::is_title(tokens, self.token, body) {
            return true;
        }
        if lexicon.is_english() && self.words <= 8 && is_titled(body) && self.is_behind_work(tokens) {
            return true;
        }
        // the models are borrowed: a word or two that nothing introduces are no speech
        let few = body.split_whitespace().nth(3).is_none();
        let bare = self.covering.is_none() && few && !body.ends_with(['.', '!', '?', '…', ',']);
        let reported = german::is_reported(&self.survey.sentences[self.sentence]);
        if !lexicon.is_english() && bare && !reported && tokens.iter().all(|token| token.strength < 0.5) {
            return true;
        }
        self.words <= 5 && lexicon.naming.iter().any(|naming| without.ends_with(naming.as_str()))
    }

    /// The novel “Seven Rooms”, the first chapter of “Seven Rooms”.
    fn is_behind_work(&self, tokens: &[Token<'_>]) -> bool {
        let mut before = tokens[..self.token].iter().rev().skip_while(|token| token.text == "," || token.lower == "of");
        before.next().is_some_and(|token| token.is(Classes::WORK))
    }

    /// What tells whether the passage is speech.
    pub fn describe<F: Features>(&self, out: &mut F) {
        let sentence = &self.survey.sentences[self.sentence];
        let (tokens, k) = (&sentence.tokens, self.token);
        let quoted = &self.survey.text[self.mark.start..self.mark.end];
        let opening = quoted.chars().next().map_or(0, char::len_utf8);
        let body = quoted[opening..].trim_end_matches(['"', '”', '’', '\'', '»', '“', '」']);
        let length = bucket(body.split_whitespace().take(81).count());
        let signs = [".", ",", "!", "?", ";", ":", "—", "…"];
        let last =
            signs.into_iter().find(|sign| body.ends_with(sign)).unwrap_or(if body.is_empty() { "" } else { "w" });
        let (way, sure) = match self.covering {
            Some((_, report)) => (report.way.name(), Some(rounded(report.probability, 5.0))),
            None => ("no", None),
        };
        let cover = &way[..2];
        let alone = tokens.len() == 1 || tokens.iter().all(|token| token.mark.is_some() || !token.word);
        let first = if body.starts_with(char::is_uppercase) { "cap" } else { "low" };
        let (before, next) = (class(tokens, k.checked_sub(1)), class(tokens, Some(k + 1)));
        let small = matches!(before, "prep" | "det" | "that" | "poss" | "be" | "conj");
        let prev = if small { tokens[k - 1].lower.as_ref() } else { before };
        let titled = first == "cap" && is_titled(body);
        let near = tokens[k.saturating_sub(5)..tokens.len().min(k + 6)].iter().map(|token| token.strength);
        let near = rounded(near.fold(0.0, f64::max), 5.0);
        let opens = self.survey.opening_of(sentence).marks().next() == Some(self.mark);
        feature!(out, "1");
        feature!(out, "l=", length);
        feature!(out, "l=", length, cover);
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
        feature!(out, "title=", titled, cover);
        feature!(out, "many=", sentence.marks().take(4).count(), cover);
        feature!(out, "par=", opens, alone);
    }

    /// What tells whether a mention names the passage's speaker.
    pub fn describe_speaker<F: Features>(&self, m: Mention, out: &mut F) {
        let survey = self.survey;
        let Some(number) = m.sentence else { return };
        let (here, there) = (&survey.sentences[self.sentence], &survey.sentences[number]);
        let tokens = &there.tokens;
        let before = m.end <= self.mark.start;
        let paragraphs = here.paragraph.saturating_sub(there.paragraph);
        let (gap, ends) =
            if before { survey.outside(m.end, self.mark.start) } else { survey.outside(self.mark.end, m.start) };
        let same = number == self.sentence;
        let ends = if same { 0 } else { ends.min(3) };
        let next = tokens.get(m.phrase.after);
        let prev = m.phrase.first.checked_sub(1).and_then(|at| tokens.get(at));
        let cue_after = tokens
            .iter()
            .skip(m.phrase.after)
            .take(4)
            .take_while(|token| token.mark.is_none() && !token.is_sign(".;"))
            .fold(0.0, |most: f64, token| most.max(token.strength));
        let cue_before = prev.map_or(0.0, |token| token.strength);
        let side = if before { "B" } else { "A" };
        let place = PLACES[usize::from(before)][paragraphs.min(3)];
        let (right, left) = (cue_after > 0.4, cue_before > 0.4);
        let kind = m.kind.name();
        let (few, comma) = (ends.min(2), next.is_some_and(|token| token.text == ","));
        feature!(out, "k=", kind);
        feature!(out, "p=", place);
        feature!(out, place, "s=", ends);
        feature!(out, place, "d=", bucket(gap));
        feature!(out, place, "k=", kind, "s=", few);
        feature!(out, "R=", rounded(cue_after, 10.0));
        feature!(out, "L=", rounded(cue_before, 10.0));
        feature!(out, place, "R=", right, "s=", few);
        feature!(out, place, "L=", left, "s=", few);
        feature!(out, "k=", kind, "R=", right);
        feature!(out, "same=", same, side, "R=", right, "L=", left);
        feature!(out, "comma=", comma, "R=", right);
        let verb = next.is_some_and(|token| token.could_be_verb(survey.lexicon.is_english()));
        feature!(out, "adj=", gap == 0, side, "R=", cue_after > 0.3, "V=", verb, "L=", cue_before > 0.3);
        feature!(out, "first=", m.phrase.first == 0, place);
        feature!(out, "said=", next.is_some_and(|token| token.strength > 0.85), place);
        let marks = tokens.iter().skip(m.phrase.after).take(3).any(|token| token.mark.is_some());
        feature!(out, "inQ=", marks, place);
        if let Some(prev) = prev {
            let small = matches!(prev.kind, Some(Kind::Preposition | Kind::Conjunction | Kind::That));
            let sign = if prev.text == "," {
                ","
            } else if prev.mark.is_some() {
                "q"
            } else {
                "o"
            };
            feature!(out, "pv=", if small { prev.lower.as_ref() } else { sign });
        }
        if let Some(next) = next {
            feature!(out, "nx=", next.class, place);
        }
        let opens = self.mark.start == survey.opening_of(here).start;
        let tail = survey.text[..self.mark.end].chars().rev().nth(1).filter(|sign| ",?!.".contains(*sign));
        feature!(out, "tail=", tail.unwrap_or('o'), place, "s=", ends.min(1));
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
        if m.kind.is_named() {
            feature!(out, "freq=", survey.count(survey.head(m)).min(6));
        }
    }

    /// Whether the mention is the source of the report that holds the passage.
    fn describe_report<F: Features>(&self, m: Mention, same: bool, right: bool, place: &str, out: &mut F) {
        if let Some((sentence, report)) = self.covering {
            let source = self.survey.source_of(sentence, report);
            let hit = source.is_some_and(|source| m.touches(source.start, source.end));
            let way = report.way.name();
            feature!(out, "COV=", hit, way);
            feature!(out, "COV=", hit, rounded(report.probability, 4.0), m.kind.name());
            feature!(out, "COV=", hit, way, place);
        } else if !same {
            feature!(out, "NC", place, "R=", right);
        }
    }

    /// Whether the mention is the source of a report at all.
    fn describe_source<F: Features>(&self, m: Mention, sentence: usize, same: bool, place: &str, out: &mut F) {
        let same = if same { "s" } else { "" };
        let is_source = |report: &&Report| report.source.is_some_and(|source| source.touches(m.phrase));
        match self.survey.reports[sentence].iter().find(is_source) {
            Some(report) => feature!(out, "SRC", rounded(report.cue_probability, 4.0), place, same),
            None => feature!(out, "NOSRC", place, same),
        }
    }
}

/// Before or after, and how many paragraphs away.
const PLACES: [[&str; 4]; 2] = [["A0", "A1", "A2", "A3"], ["B0", "B1", "B2", "B3"]];

/// Whether a passage Has the Capitals of a Title.
fn is_titled(body: &str) -> bool {
    body.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| !word.is_empty()).all(|word| {
        word.starts_with(|letter: char| letter.is_ascii_uppercase())
            || matches!(word, "of" | "the" | "a" | "in" | "and" | "to" | "for" | "on")
    })
}
