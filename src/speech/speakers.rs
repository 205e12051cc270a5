//! Step 9: the quotations with their speakers' names, and the list of those who speak.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::lexicon::Classes;
use super::marks::Mark;
use super::mentions::MentionKind;
use super::people;
use super::resolve::Resolver;
use super::survey::{Mention, Survey};
use super::why;
use super::{Quotation, QuotationKind, SURE, Speaker, SpeakerId, Speech};
use crate::article::{Article, TextRange, words_in};

/// Below this a speaker is not remembered for the pronouns that follow.
const REMEMBERED: f64 = 0.5;

/// From here on words that name nobody ("the baker") are listed as a speaker; below, it is unclear who speaks.
const LISTED: f64 = 0.7;

/// A quotation with its speaker's name. Places are bytes of the text.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub start: usize,
    pub end: usize,
    pub kind: QuotationKind,
    pub quoted: Vec<Mark>,
    pub source: Option<(usize, usize)>,
    pub cue: Option<(usize, usize)>,
    /// Who speaks; none where that is not clear.
    pub name: Option<String>,
    pub why: String,
    pub confidence: f64,
}

/// Names the speakers of quotations.
pub(super) fn name(survey: &Survey<'_>, drafts: Vec<Draft>) -> Vec<Finding> {
    let mut resolver = Resolver::of(survey);
    let mut before: Option<(usize, usize)> = None;
    drafts
        .into_iter()
        .map(|draft| {
            let resolved = draft.source.map(|source| resolver.name(source, draft.confidence >= REMEMBERED));
            let names_nobody = !resolver.names_anybody();
            let resolved = resolved.zip(draft.source).and_then(|(resolved, source)| {
                let listed = names_nobody || is_speaker(survey, source, &resolved.name, draft.confidence);
                listed.then_some(resolved)
            });
            let source = draft.source.map(|source| (source.start, source.end));
            let why = why::sentence(survey, &draft, resolved.as_ref(), source.is_some() && source == before);
            before = source;
            Finding {
                start: draft.start,
                end: draft.end,
                kind: draft.kind,
                quoted: draft.quoted,
                source,
                cue: draft.cue,
                name: resolved.map(|resolved| resolved.name),
                why,
                confidence: draft.confidence,
            }
        })
        .collect()
}

/// The answer: the quotations, and the list of those who speak.
pub(super) fn list(article: &Article, findings: Vec<Finding>) -> Speech {
    let text = article.text();
    let mut list = List::default();
    let mut quotations = Vec::with_capacity(findings.len());
    for finding in findings {
        let Some(range) = range(text, finding.start, finding.end) else { continue };
        let speaker = finding.name.as_deref().map(|name| list.number(name));
        if let (Some(id), Some((start, end))) = (speaker, finding.source) {
            list.add(id, start, &text[start..end], words_in(article.slice(range)));
        }
        quotations.push(Quotation {
            range,
            kind: finding.kind,
            quoted: finding.quoted.iter().filter_map(|mark| self::range(text, mark.start, mark.end)).collect(),
            speaker,
            source: finding.source.and_then(|(start, end)| self::range(text, start, end)),
            cue: finding.cue.and_then(|(start, end)| self::range(text, start, end)),
            why: finding.why,
            confidence: finding.confidence as f32,
        });
    }
    list.finish(quotations)
}

/// Whether a mention is somebody to list: no pronoun that leads to nobody, and no bare common noun unless it is sure.
fn is_speaker(survey: &Survey<'_>, source: Mention, name: &str, confidence: f64) -> bool {
    let words = people::plain(survey.words_of(source));
    match source.kind {
        MentionKind::Pronoun => name != words,
        MentionKind::Noun if name == words => {
            let tokens = source.sentence.map_or(&[][..], |number| &survey.sentences[number].tokens);
            let inside = source.phrase.of(tokens);
            let definite = inside.first().is_some_and(|token| token.is(Classes::DETERMINER.and(Classes::POSSESSIVE)));
            let definite = definite || inside.first().is_some_and(|token| token.lower.starts_with("l'"));
            inside.iter().any(|token| token.kind.is_none())
                && (definite && confidence >= LISTED || confidence >= f64::from(SURE))
        }
        _ => true,
    }
}

fn range(text: &str, start: usize, end: usize) -> Option<TextRange> {
    TextRange::of_bytes(text, start, end).filter(|range| !range.is_empty())
}

/// The speakers while they are being counted, in the order in which they first speak.
#[derive(Default)]
struct List {
    speakers: Vec<Speaker>,
    numbers: BTreeMap<String, SpeakerId>,
    /// Other words for each speaker, by their place in the text.
    also: Vec<BTreeMap<usize, String>>,
}

impl List {
    fn number(&mut self, name: &str) -> SpeakerId {
        if let Some(id) = self.numbers.get(name) {
            return *id;
        }
        let id = SpeakerId(self.speakers.len());
        self.speakers.push(Speaker { name: name.to_owned(), also: Vec::new(), quotations: 0, words: 0 });
        self.also.push(BTreeMap::new());
        self.numbers.insert(name.to_owned(), id);
        id
    }

    fn add(&mut self, id: SpeakerId, at: usize, source: &str, words: usize) {
        if let (Some(speaker), Some(also)) = (self.speakers.get_mut(id.0), self.also.get_mut(id.0)) {
            speaker.quotations += 1;
            speaker.words += words;
            also.insert(at, people::plain(source));
        }
    }

    /// The speakers with most words first, and the quotations with their new numbers.
    fn finish(mut self, mut quotations: Vec<Quotation>) -> Speech {
        for (speaker, also) in self.speakers.iter_mut().zip(self.also) {
            for other in also.into_values() {
                if other != speaker.name && !speaker.also.contains(&other) {
                    speaker.also.push(other);
                }
            }
        }
        let mut order: Vec<usize> = (0..self.speakers.len()).collect();
        order.sort_by_key(|number| std::cmp::Reverse(self.speakers[*number].words));
        let mut places = vec![SpeakerId(0); order.len()];
        for (place, number) in order.iter().enumerate() {
            places[*number] = SpeakerId(place);
        }
        for quotation in &mut quotations {
            quotation.speaker = quotation.speaker.and_then(|id| places.get(id.0).copied());
        }
        let speakers = order.iter().map(|number| self.speakers[*number].clone()).collect();
        Speech { speakers, quotations }
    }
}
