//! The lines of a story, from the quotations found in it, and the turns given back to these.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::interner::TextId;
use super::super::marks;
use super::super::overview::Overview;
use super::super::reference::Leads;
use super::super::resolve::Resolver;
use super::super::speakers::Named;
use super::super::{Quotation, QuotationKind, Why};
use super::cast::Cast;
use super::narration::{Narration, beside};
use super::{CLEAR, CharacterId, Line, Told, Turn, UNCLEAR, Words, sureness, turns};
use crate::article::TextRange;

/// Gives the lines of a story that name nobody, or no more than a pronoun, to whoever's turn it is.
pub(in super::super) fn take_turns(
    (overview, words): (&Overview<'_>, &'static Words),
    resolver: &mut Resolver<'_>,
    quotations: &mut [Quotation],
    named: &mut [Option<Named>],
) {
    let groups = groups(overview, quotations);
    let mut story = Story { overview, cast: Cast::of(words), known: FxHashMap::default(), names: Vec::new() };
    let (told, acting) = story.gather(&groups, resolver, quotations, named);
    let lines = story.lines(&groups, told, &acting, resolver, quotations);
    let turns = turns(&story.cast.all, &lines);
    story.give(&groups, &turns, &acting, quotations, named);
}

/// How many paragraphs before the first line somebody may be named who speaks it.
const BEFORE: usize = 6;

/// The direct speech of a paragraph, by the numbers of the quotations.
struct Group {
    paragraph: usize,
    quotations: Range<usize>,
}

impl Group {
    /// Its quotations that are direct speech.
    fn direct(&self, quotations: &[Quotation]) -> impl DoubleEndedIterator<Item = usize> {
        self.quotations.clone().filter(|number| quotations[*number].kind == QuotationKind::Direct)
    }
}

/// Where each character acts before a line.
type Places = Vec<(CharacterId, TextRange)>;

/// A story while its lines are gathered.
struct Story<'t> {
    overview: &'t Overview<'t>,
    cast: Cast,
    known: FxHashMap<TextId, CharacterId>,
    /// The name that each is shown by.
    names: Vec<TextId>,
}

fn groups(overview: &Overview<'_>, quotations: &[Quotation]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut paragraph = 0;
    for (number, quotation) in quotations.iter().enumerate() {
        if quotation.kind != QuotationKind::Direct {
            continue;
        }
        let is_before = |range: &&TextRange| range.end() <= quotation.range.start();
        paragraph += overview.paragraphs[paragraph..].iter().take_while(is_before).count();
        match groups.last_mut().filter(|group| group.paragraph == paragraph) {
            Some(group) => group.quotations.end = number + 1,
            None => groups.push(Group { paragraph, quotations: number..number + 1 }),
        }
    }
    groups
}

impl<'t> Story<'t> {
    fn character(&mut self, name: TextId, resolver: &Resolver<'_>) -> CharacterId {
        if let Some(known) = self.known.get(&name) {
            return *known;
        }
        let id = self.cast.character(resolver.words(name), resolver.gender_of(name));
        if id.number() == self.names.len() {
            self.names.push(name);
        }
        self.known.insert(name, id);
        id
    }

    /// Gathers everybody in the story: what each line tells, and who acts before it.
    fn gather(
        &mut self,
        groups: &[Group],
        resolver: &mut Resolver<'_>,
        quotations: &[Quotation],
        named: &[Option<Named>],
    ) -> (Vec<Told>, Vec<Places>) {
        let mut end = 0;
        let mut told = Vec::with_capacity(groups.len());
        let mut acting: Vec<Places> = Vec::with_capacity(groups.len());
        for group in groups {
            let place = self.overview.paragraphs[group.paragraph];
            let mut before = Places::new();
            for (at, name) in resolver.actors(end..place.start().byte()) {
                let character = self.character(name, resolver);
                before.extend(self.place(character, at).map(|place| (character, place)));
            }
            acting.push(before);
            end = place.end().byte();
            for (_, name) in resolver.actors(place.bytes()) {
                self.character(name, resolver);
            }
            let here = group.direct(quotations);
            let here = here.map(|number| self.told(group.paragraph, &quotations[number], named[number], resolver));
            told.push(here.fold(Told::Nothing, Told::or_name));
        }
        // somebody may be named before they act or speak
        for name in self.given_names(groups) {
            let name = resolver.shown_name(name);
            self.character(name, resolver);
        }
        for name in resolver.women_and_men() {
            self.character(name, resolver);
        }
        (told, acting)
    }

    /// The lines, with what the narration tells of each.
    fn lines(
        &self,
        groups: &[Group],
        mut told: Vec<Told>,
        acting: &[Places],
        resolver: &Resolver<'_>,
        quotations: &[Quotation],
    ) -> Vec<Line> {
        let present = self.present(&told, acting);
        for told in &mut told {
            if let Told::Pronoun { meant, .. } = told {
                *meant = meant.filter(|meant| present.contains(meant));
            }
        }
        let known = self.known.iter().filter(|(_, character)| present.contains(character));
        let mut names: Vec<(String, CharacterId)> =
            known.map(|(name, character)| (resolver.words(*name).to_owned(), *character)).collect();
        names.sort_unstable();
        let narration = Narration::of(self.overview.text, &self.cast, &names);
        let mut end = 0;
        let line = |(group, (told, acting)): (&Group, (Told, &Places))| {
            let place = self.overview.paragraphs[group.paragraph].bytes();
            let between = narration.between(end..place.start);
            end = place.end;
            let mut actors: Vec<(usize, CharacterId)> =
                acting.iter().map(|(who, place)| (place.start().byte(), *who)).chain(between.actors).collect();
            actors.sort_unstable();
            actors.dedup();
            let spoken = || group.direct(quotations).map(|number| quotations[number].range.bytes());
            let parts = beside(place.clone(), spoken());
            Line {
                paragraph: group.paragraph,
                told: told.with(narration.beat(&parts)),
                is_open: marks::stays_open(self.overview.text, spoken().next_back().map_or(0, |last| last.end)),
                is_led: narration.leads(&parts),
                calls: spoken().flat_map(|words| narration.calls(&self.overview.text[words])).collect(),
                actors: actors.into_iter().map(|(_, who)| who).collect(),
                aside: between.aside,
                acting: between.acting,
            }
        };
        groups.iter().zip(told.into_iter().zip(acting)).map(line).collect()
    }

    /// Those who act or are named as a speaker, and those whose name is a woman's or a man's; others may be where these are:
    /// 'Nine Mile Slough'.
    fn present(&self, told: &[Told], acting: &[Places]) -> FxHashSet<CharacterId> {
        let named = told.iter().filter_map(|told| if let Told::Name(name) = told { Some(*name) } else { None });
        let acting = acting.iter().flatten().map(|(character, _)| *character);
        let known = (0..self.cast.all.len()).filter(|number| self.cast.all[*number].gender.is_some());
        named.chain(acting).chain(known.map(CharacterId::at)).collect()
    }

    /// The given names that the paragraphs with lines, and those between, have outside what is spoken.
    fn given_names(&self, groups: &[Group]) -> Vec<&'t str> {
        let [first, last] = [groups.first(), groups.last()].map(|group| group.map_or(0, |group| group.paragraph));
        let paragraph = |number: usize| self.overview.paragraphs.get(number).copied().unwrap_or_default();
        let (start, end) = (paragraph(first.saturating_sub(BEFORE)).start().byte(), paragraph(last).end().byte());
        let words = self.overview.text[start..end].split(|sign: char| !sign.is_alphabetic());
        let is_name =
            |word: &&str| word.starts_with(char::is_uppercase) && self.overview.lexicon.gender_of_name(word).is_some();
        let mut names: Vec<&str> = words.filter(is_name).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Where a character is named whose name begins there, as far as the text has the same words.
    fn place(&self, character: CharacterId, at: usize) -> Option<TextRange> {
        let (text, words) = (self.overview.text, &self.cast.all[character.number()].name);
        let is_same = text.get(at..at + words.len()).is_some_and(|there| there.eq_ignore_ascii_case(words));
        let word = || text[at..].find(|sign: char| !sign.is_alphanumeric()).unwrap_or(text.len() - at);
        TextRange::of_bytes(text, at, at + if is_same { words.len() } else { word() })
    }

    /// Whether the source of a quotation stands in its paragraph.
    fn is_here(&self, paragraph: usize, quotation: &Quotation) -> bool {
        let here = self.overview.paragraphs[paragraph];
        quotation.source.is_some_and(|source| here.start() <= source.start() && source.start() < here.end())
    }

    /// What the paragraph of a quotation tells of its speaker.
    fn told(&mut self, paragraph: usize, quotation: &Quotation, named: Option<Named>, resolver: &Resolver<'_>) -> Told {
        let Some(named) = named.filter(|_| self.is_here(paragraph, quotation)) else { return Told::Nothing };
        match named.leads {
            Leads::Back { gender, silent: false, .. } => {
                let meant = named.resolved.is_led.then(|| self.character(named.resolved.name, resolver));
                Told::Pronoun { gender, meant }
            }
            _ if named.is_listed => Told::Name(self.character(named.resolved.name, resolver)),
            _ => Told::Nothing,
        }
    }

    /// Gives the quotations of each line to whoever has the turn.
    fn give(
        &self,
        groups: &[Group],
        turns: &[Turn],
        acting: &[Places],
        quotations: &mut [Quotation],
        named: &mut [Option<Named>],
    ) {
        let sources: Vec<Option<(CharacterId, TextRange)>> = groups
            .iter()
            .zip(turns)
            .map(|(group, turn)| {
                let mut here = group.quotations.clone().map(|number| &quotations[number]);
                let source = here.find(|quotation| self.is_here(group.paragraph, quotation))?.source;
                turn.speaker.zip(source)
            })
            .collect();
        // of those who are named later only, where that is first
        let later: FxHashMap<CharacterId, TextRange> = sources.iter().rev().flatten().copied().collect();
        let mut last: FxHashMap<CharacterId, TextRange> = FxHashMap::default();
        for (number, (group, turn)) in groups.iter().zip(turns).enumerate() {
            last.extend(acting[number].iter().copied());
            last.extend(sources[number]);
            let speaker = turn.speaker.map(|speaker| {
                let place = last.get(&speaker).or_else(|| later.get(&speaker)).copied();
                (self.names[speaker.number()], place)
            });
            for number in group.quotations.clone() {
                let quotation = &mut quotations[number];
                // 'A girl' may be called so first, and 'the girl' behind that
                if let Some(named) = &mut named[number]
                    && let Some(known) = self.known.get(&named.resolved.name)
                {
                    named.resolved.name = self.names[known.number()];
                }
                if quotation.kind == QuotationKind::Direct {
                    let is_here = self.is_here(group.paragraph, quotation);
                    give(turn.margin, speaker, is_here, quotation, &mut named[number]);
                }
            }
        }
    }
}

/// Gives a quotation to whoever has the turn, and is named at a place.
fn give(
    margin: f64,
    speaker: Option<(TextId, Option<TextRange>)>,
    is_here: bool,
    quotation: &mut Quotation,
    named: &mut Option<Named>,
) {
    let is_pronoun = |named: &Named| matches!(named.leads, Leads::Back { silent: false, .. });
    if is_here && named.as_ref().is_some_and(|named| named.is_listed && !is_pronoun(named)) {
        return;
    }
    let Some((name, place)) = speaker else {
        quotation.confidence = quotation.confidence.min(UNCLEAR as f32);
        return;
    };
    let sure = sureness(margin) as f32;
    match named {
        Some(named) if is_here => {
            let is_meant = named.is_listed && named.resolved.name == name;
            if !is_meant {
                named.resolved.place = place.map(|place| place.start().byte());
            }
            if !is_meant || margin < CLEAR {
                quotation.confidence = quotation.confidence.min(sure);
            }
            (named.resolved.name, named.is_listed) = (name, true);
        }
        _ => {
            quotation.source = place.or(quotation.source);
            (quotation.why, quotation.confidence) = (Why::Answers, sure);
            *named = Some(Named::in_turn(name));
        }
    }
}
