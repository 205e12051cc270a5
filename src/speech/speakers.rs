//! Step 10: the quotations with their speakers' names, and the list of those who speak.

use rustc_hash::FxHashSet;

use super::exchange;
use super::interner::{Interner, TextId};
use super::kept::{Kept, push};
use super::lexicon::Classes;
use super::marks::Mark;
use super::mentions::MentionKind;
use super::overview::Overview;
use super::people;
use super::reference::Leads;
use super::repeated;
use super::resolve::{Resolved, Resolver, Spoken};
use super::{Inside, Quotation, QuotationKind, Reason, Speaker, SpeakerId, Speech, Why};
use crate::article::{Article, BlockKind, TextRange, words_in};

/// From here on a headline's words are taken for a report: most headlines sum up and quote nobody.
const HEADLINE: f32 = 0.75;

/// No quotation is surer whose speaker is one of two.
const DOUBTFUL: f32 = 0.85;

/// Below this it is unclear who speaks, or whether anybody does.
const CLEAR: f32 = 0.4;

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
    pub why: Reason,
    pub confidence: f64,
}

/// Whether a report stands in a headline and may as well be none.
pub(super) fn is_in_headline(article: &Article, quotation: &Quotation) -> bool {
    if quotation.kind != QuotationKind::Indirect || quotation.confidence >= HEADLINE {
        return false;
    }
    let block = article.block_at(quotation.range.start());
    block.is_some_and(|number| article.blocks()[number].kind != BlockKind::Paragraph)
}

/// Where a quotation and what tells its speaker stand, in bytes of the text.
pub(super) struct Places<'a> {
    pub start: usize,
    pub end: usize,
    pub quoted: &'a [Mark],
    pub source: Option<(usize, usize)>,
    pub cue: Option<(usize, usize)>,
}

impl Places<'_> {
    /// The quotation there, its speaker not known yet.
    pub fn quotation(&self, text: &str, kind: QuotationKind, why: Why, confidence: f64) -> Option<Quotation> {
        let part =
            |(start, end): (usize, usize)| TextRange::of_bytes(text, start, end).filter(|range| !range.is_empty());
        let range = part((self.start, self.end))?;
        let inside = || {
            let inside = self.quoted.iter().filter(|mark| self.start <= mark.start && mark.end <= self.end);
            inside.filter_map(|mark| part((mark.start, mark.end))).collect::<Box<[_]>>()
        };
        let quoted = match kind {
            QuotationKind::Mixed => Some(inside()),
            QuotationKind::Direct => Some(inside()).filter(|inside| !inside.is_empty() && **inside != [range]),
            QuotationKind::Indirect => None,
        };
        Some(Quotation {
            range,
            kind,
            inside: quoted.map(|inside| Box::new(Inside(inside))),
            speaker: None,
            source: self.source.and_then(part),
            cue: self.cue.and_then(part),
            why,
            confidence: confidence as f32,
        })
    }
}

/// Who a mention that names a speaker is.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub resolved: Resolved,
    pub leads: Leads,
    pub kind: MentionKind,
    /// Whether the quotation before has the very same source.
    pub goes_on: bool,
    /// Whether they are a speaker to list.
    pub is_listed: bool,
}

impl Named {
    /// Somebody whom a line does not name.
    pub fn in_turn(name: TextId) -> Self {
        let resolved = Resolved { name, place: None, is_led: true, is_doubtful: false };
        Self { resolved, leads: Leads::Nowhere, kind: MentionKind::Name, goes_on: false, is_listed: true }
    }
}

/// Quotations with those who speak them, in the order in which they first do.
pub(super) struct List<'a> {
    article: &'a Article,
    quotations: Vec<Quotation>,
    told: Vec<Reason>,
    names: Interner,
    /// The quotations and the words of each speaker.
    counts: Vec<(usize, usize)>,
}

impl<'a> List<'a> {
    pub fn of(article: &'a Article) -> Self {
        Self { article, quotations: Vec::new(), told: Vec::new(), names: Interner::default(), counts: Vec::new() }
    }

    /// Adds quotations whose speakers have names.
    pub fn add_findings(&mut self, findings: Vec<Finding>) {
        self.quotations.reserve_exact(findings.len());
        for finding in findings {
            let Finding { start, end, kind, quoted, source, cue, name, why, confidence } = finding;
            let places = Places { start, end, quoted: &quoted, source, cue };
            let told = Why::Told((self.told.len() as u32).into());
            let Some(mut quotation) = places.quotation(self.article.text(), kind, told, confidence) else { continue };
            if !is_in_headline(self.article, &quotation) {
                self.told.push(why);
                quotation.speaker = name.map(|name| self.add(&quotation, &name));
                self.quotations.push(quotation);
            }
        }
    }

    /// Adds what was kept of paragraphs: names the speakers of its quotations.
    pub fn add_kept(&mut self, overview: &Overview<'_>, mut kept: Kept) {
        let mut resolver = Resolver::of(overview, &mut kept);
        let mut references = std::mem::take(&mut kept.references).into_iter();
        let mut quotations = kept.quotations;
        let mut before: Option<(TextRange, Resolved)> = None;
        let article = self.article;
        let mut name = |quotation: &Quotation, resolver: &mut Resolver<'_>| -> Option<Named> {
            let reference = references.next()?;
            let Some(source) = quotation.source else {
                before = None;
                return None;
            };
            let (at, words) = (source.start().byte() as u32, article.slice(source));
            // one pronoun is one person, whatever each passage names
            let goes_on = before.filter(|(place, _)| *place == source);
            let resolved = match goes_on {
                Some((_, resolved)) => {
                    resolver.remember_surer(&reference, at, resolved);
                    resolved
                }
                None => resolver.resolve(&reference, (at, words), spoken(article, quotation, overview)),
            };
            before = Some((source, resolved));
            let is_somebody = reference.listed
                || !resolver.names_anybody()
                || resolved.is_led && resolver.words(resolved.name) != people::plain(words);
            let is_listed = is_somebody && !reference.is_anybody;
            Some(Named {
                resolved,
                leads: reference.leads,
                kind: reference.kind,
                goes_on: goes_on.is_some(),
                is_listed,
            })
        };
        if let Some(words) = overview.story {
            let mut named: Vec<Option<Named>> =
                quotations.iter().map(|quotation| name(quotation, &mut resolver)).collect();
            exchange::take_turns((overview, words), &mut resolver, &mut quotations, &mut named);
            let mut named = named.into_iter();
            quotations.retain_mut(|quotation| self.settle(quotation, named.next().flatten(), overview, &resolver));
        } else {
            quotations.retain_mut(|quotation| {
                let named = name(quotation, &mut resolver);
                self.settle(quotation, named, overview, &resolver)
            });
        }
        if self.quotations.is_empty() {
            self.quotations = quotations;
        } else {
            self.quotations.append(&mut quotations);
        }
    }

    /// Gives a quotation its speaker, and says why; whether it is one.
    fn settle(
        &mut self,
        quotation: &mut Quotation,
        named: Option<Named>,
        overview: &Overview<'_>,
        resolver: &Resolver<'_>,
    ) -> bool {
        if let (Some(named), Some(source)) = (named, quotation.source) {
            let back = |place| overview.paragraphs_between(place, source.start().byte()) as u32;
            let listed = named.is_listed && quotation.confidence >= CLEAR;
            quotation.why = match named.resolved.place.map(back) {
                _ if listed && named.kind == MentionKind::Label => Why::Label,
                _ if quotation.why == Why::Answers => Why::Answers,
                Some(paragraphs) => Why::Back { goes_on: named.goes_on, paragraphs: paragraphs.into() },
                None => Why::Source { goes_on: named.goes_on },
            };
            if named.resolved.is_doubtful {
                quotation.confidence = quotation.confidence.min(DOUBTFUL);
            }
            if listed && !is_in_headline(self.article, quotation) {
                quotation.speaker = Some(self.add(quotation, resolver.words(named.resolved.name)));
            }
        }
        !is_in_headline(self.article, quotation)
    }

    /// Counts a quotation of a speaker.
    fn add(&mut self, quotation: &Quotation, name: &str) -> SpeakerId {
        let number = self.names.intern_text(name).number();
        if number == self.counts.len() {
            push(&mut self.counts, (0, 0));
        }
        if quotation.source.is_some() {
            let (quotations, words) = &mut self.counts[number];
            *quotations += 1;
            *words += words_in(self.article.slice(quotation.range));
        }
        SpeakerId::at(number)
    }

    /// The speakers with most words first, and the quotations in the order of the text with their new numbers.
    pub fn finish(mut self) -> Speech {
        let mut quotations = std::mem::take(&mut self.quotations);
        let place = |quotation: &Quotation| (quotation.range.start(), quotation.range.end());
        if !quotations.is_sorted_by_key(place) {
            quotations.sort_by_key(place);
        }
        self.give_repeated(&mut quotations);
        let mut also = self.also(&quotations);
        let mut speak = vec![false; self.counts.len()];
        for id in quotations.iter().filter_map(|quotation| quotation.speaker) {
            speak[id.number()] = true;
        }
        let mut order: Vec<usize> = (0..self.counts.len()).filter(|number| speak[*number]).collect();
        order.sort_by_key(|number| std::cmp::Reverse(self.counts[*number].1));
        let mut places = vec![SpeakerId::at(0); self.counts.len()];
        for (place, number) in order.iter().enumerate() {
            places[*number] = SpeakerId::at(place);
        }
        for quotation in &mut quotations {
            quotation.speaker = quotation.speaker.and_then(|id| places.get(id.number()).copied());
        }
        quotations.shrink_to_fit();
        let speaker = |number: usize| Speaker {
            name: self.names.get(TextId::at(number)).to_owned(),
            also: std::mem::take(&mut also[number]),
            quotations: self.counts[number].0,
            words: self.counts[number].1,
        };
        Speech { speakers: order.into_iter().map(speaker).collect(), quotations, told: self.told }
    }

    /// Gives what is repeated to whoever says it elsewhere.
    fn give_repeated(&mut self, quotations: &mut [Quotation]) {
        let (article, counts) = (self.article, &mut self.counts);
        repeated::give(article, quotations, |before, after| {
            let words = words_in(article.slice(after.range));
            if let Some(id) = before.speaker.filter(|_| before.source.is_some()) {
                let (quotations, spoken) = &mut counts[id.number()];
                (*quotations, *spoken) = (*quotations - 1, *spoken - words);
            }
            if let Some(id) = after.speaker.filter(|_| after.source.is_some()) {
                let (quotations, spoken) = &mut counts[id.number()];
                (*quotations, *spoken) = (*quotations + 1, *spoken + words);
            }
        });
    }

    /// Other words for each speaker, in the order of the text.
    fn also(&self, quotations: &[Quotation]) -> Vec<Vec<String>> {
        let source = |number: &u32| {
            let quotation = &quotations[*number as usize];
            Some((quotation.speaker?, quotation.source?))
        };
        let mut named: Vec<u32> = (0..quotations.len() as u32).filter(|number| source(number).is_some()).collect();
        named.sort_by_key(|number| source(number).map(|(speaker, source)| (speaker, source.start())));
        let mut also: Vec<Vec<String>> = vec![Vec::new(); self.counts.len()];
        let mut seen = FxHashSet::default();
        let mut named = named.iter().filter_map(source).peekable();
        while let Some((speaker, source)) = named.next() {
            let next = named.peek();
            // of several words at one place the last are meant
            let is_last = next.is_none_or(|next| (next.0, next.1.start()) != (speaker, source.start()));
            let words = self.article.slice(source);
            if is_last && seen.insert(words) {
                let other = people::plain(words);
                let name = self.names.get(TextId::at(speaker.number()));
                if other != name && !also[speaker.number()].iter().any(|known| *known == other) {
                    also[speaker.number()].push(other.into_owned());
                }
            }
            if next.is_none_or(|next| next.0 != speaker) {
                seen.clear();
            }
        }
        also
    }
}

/// What a quotation has in marks, and whether it goes on with the one before.
fn spoken<'a>(article: &'a Article, quotation: &Quotation, overview: &Overview<'_>) -> Spoken<'a> {
    let is_direct = quotation.kind == QuotationKind::Direct;
    let cue = quotation.cue.map_or("", |cue| article.slice(cue));
    // '"Nobody asked," he added.' opens the paragraph: nobody else was named in it
    let before = &article.text()[..quotation.range.start().byte()];
    let opens = before.is_empty() || before.ends_with('\n');
    let is_adding = |word: &str| overview.lexicon.written_word(word).classes.any(Classes::ADDING);
    // 'Hill had paid, she said': nobody calls herself so before she is named
    let is_before = quotation.source.is_some_and(|source| source.start() >= quotation.range.end());
    let is_reported = quotation.kind == QuotationKind::Indirect && overview.lexicon.is_english();
    let is_said = is_direct || is_reported && is_before;
    let start = quotation.range.start().byte() as u32;
    Spoken {
        reported: (is_reported && is_before).then_some(start),
        words: if is_said { article.slice(quotation.range) } else { "" },
        goes_on: is_direct && opens && is_adding(cue),
    }
}
