//! The lines of a story in a language whose rules name the speakers themselves, and the turns given back to these.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::language::Language;
use super::super::marks;
use super::super::speakers::Finding;
use super::super::{QuotationKind, Reason, Who};
use super::cast::Cast;
use super::narration::{Between, Narration, beside};
use super::{CLEAR, CharacterId, Line, Told, Turn, UNCLEAR, Words, is_story, sureness, turns};

/// The signs that open a line of dialogue.
const DASHES: [char; 4] = ['—', '–', '―', '-'];

/// From here on a noun of a story means somebody whose full name it gives.
const KNOWN: f64 = 0.9;

/// Whether a name has several words with capitals.
fn is_full(name: &str) -> bool {
    name.split(' ').filter(|word| word.starts_with(char::is_uppercase)).nth(1).is_some()
}

/// Gives the lines of a story that name nobody, or no more than a pronoun, to whoever's turn it is.
pub(in super::super) fn take_turns_of_findings(
    text: &str,
    paragraphs: &[Range<usize>],
    language: Language,
    findings: &mut [Finding],
) {
    let Some(words) = Words::of_language(language) else { return };
    let groups = groups(paragraphs, findings);
    let spoken = groups.iter().map(|group| (group.paragraph, group.alone(text, paragraphs, findings)));
    if !is_story(spoken, paragraphs.len(), words.is_joined()) {
        return;
    }
    let mut story = Story { text, paragraphs, groups, cast: Cast::of(words), names: FxHashMap::default() };
    let lines = story.lines(findings);
    let turns = turns(&story.cast.all, &lines);
    story.give(&turns, findings);
}

/// The direct speech of a paragraph, by the numbers of the findings.
struct Group {
    paragraph: usize,
    findings: Vec<usize>,
}

fn groups(paragraphs: &[Range<usize>], findings: &[Finding]) -> Vec<Group> {
    let mut spoken: Vec<usize> = (0..findings.len()).filter(|at| findings[*at].kind == QuotationKind::Direct).collect();
    spoken.sort_by_key(|at| findings[*at].start);
    let mut groups: Vec<Group> = Vec::new();
    for at in spoken {
        let paragraph = paragraphs.partition_point(|paragraph| paragraph.end <= findings[at].start);
        match groups.last_mut().filter(|group| group.paragraph == paragraph) {
            Some(group) => group.findings.push(at),
            None => groups.push(Group { paragraph, findings: vec![at] }),
        }
    }
    groups
}

impl Group {
    /// What is spoken, where the paragraph is nothing else.
    fn alone<'t>(&self, text: &'t str, paragraphs: &[Range<usize>], findings: &[Finding]) -> Option<&'t str> {
        let [one] = self.findings[..] else { return None };
        let paragraph = &text[paragraphs.get(self.paragraph)?.clone()];
        let is_dash = |sign: char| DASHES.contains(&sign) || sign.is_whitespace();
        let spoken = text.get(findings[one].start..findings[one].end)?;
        (paragraph.trim_matches(is_dash) == spoken.trim_matches(is_dash)).then_some(spoken)
    }
}

/// A story while its lines are gathered.
struct Story<'t> {
    text: &'t str,
    paragraphs: &'t [Range<usize>],
    groups: Vec<Group>,
    cast: Cast,
    /// All that characters are called by.
    names: FxHashMap<String, CharacterId>,
}

impl Story<'_> {
    fn character(&mut self, name: &str) -> CharacterId {
        if let Some(known) = self.names.get(name) {
            return *known;
        }
        let character = self.cast.character(name, None);
        self.names.insert(name.to_owned(), character);
        character
    }

    fn lines(&mut self, findings: &[Finding]) -> Vec<Line> {
        let told: Vec<Told> = (0..self.groups.len()).map(|number| self.told(number, findings)).collect();
        self.learn_genders(&told);
        for name in self.unheard(findings) {
            self.character(&name);
        }
        let mut names: Vec<(String, CharacterId)> =
            self.names.iter().map(|(name, character)| (name.clone(), *character)).collect();
        names.sort_unstable();
        let narration = Narration::of(self.text, &self.cast, &names);
        let mut end = 0;
        let line = |(group, told): (&Group, Told)| {
            let paragraph = self.paragraphs.get(group.paragraph).cloned().unwrap_or_default();
            let Between { actors, aside, acting } = narration.between(end..paragraph.start);
            end = paragraph.end;
            let spoken = || group.findings.iter().map(|at| findings[*at].start..findings[*at].end);
            let parts = beside(paragraph.clone(), spoken());
            let beat = narration.beat(&parts);
            let last_end = spoken().next_back().map_or(0, |spoken| spoken.end);
            let closes = self.text[..last_end].ends_with(marks::is_sign);
            let is_dash = self.text[paragraph.clone()].trim_start().starts_with(DASHES);
            Line {
                paragraph: group.paragraph,
                told: told.with(beat),
                is_open: !closes && !is_dash && last_end >= paragraph.end,
                is_led: narration.leads(&parts),
                calls: spoken().flat_map(|words| narration.calls(&self.text[words])).collect(),
                actors: actors.into_iter().map(|(_, who)| who).collect(),
                aside,
                acting,
            }
        };
        self.groups.iter().zip(told).map(line).collect()
    }

    /// Those whom the story names and of whom no word of saying tells that they speak: whoever tells it, kin, and who is called
    /// by name.
    fn unheard(&self, findings: &[Finding]) -> Vec<String> {
        let words = self.cast.words;
        let mut names = Vec::new();
        let (mut called, mut narrated) = (FxHashSet::default(), FxHashSet::default());
        let mut end = 0;
        for group in &self.groups {
            let paragraph = self.paragraphs.get(group.paragraph).cloned().unwrap_or_default();
            let spoken = group.findings.iter().map(|at| findings[*at].start..findings[*at].end);
            for part in beside(paragraph.clone(), spoken.clone()) {
                let part = self.text.get(part).unwrap_or_default();
                names.extend(words.tells(part).then(|| words.narrator().to_owned()));
                names.extend(words.kin_among(part));
                narrated.extend(names_within(part));
            }
            let between = self.text.get(end..paragraph.start).unwrap_or_default();
            names.extend(words.kin_among(between));
            narrated.extend(names_within(between));
            called.extend(spoken.flat_map(|spoken| names_called(&self.text[spoken])));
            end = paragraph.end;
        }
        let mut called: Vec<&str> = called.into_iter().filter(|name| narrated.contains(name)).collect();
        called.sort_unstable();
        names.extend(called.into_iter().map(str::to_owned));
        names
    }

    /// Whether the source of a finding stands in its paragraph.
    fn source_here(&self, group: &Group, finding: &Finding) -> Option<(usize, usize)> {
        let here = self.paragraphs.get(group.paragraph)?;
        finding.source.filter(|source| here.start <= source.0 && source.0 < here.end)
    }

    /// What the source of a finding, which stands in its paragraph, calls the speaker; nothing where it is a pronoun.
    fn named(&self, finding: &Finding, source: (usize, usize)) -> Option<String> {
        let (words, word) = (self.cast.words, &self.text[source.0..source.1]);
        if words.is_narrator(word) {
            return Some(word.to_owned());
        }
        let name = finding.name.as_ref().filter(|_| words.pronoun(word).is_none())?;
        // 'le professeur' of a story is seldom somebody who was named, but 'la procureure, Ada Hill' is
        let is_known = word.contains(name.as_str()) || finding.confidence >= KNOWN && is_full(name);
        let is_own = words.is_noun(word) && !is_known || words.is_joined();
        Some(if is_own { word.to_owned() } else { name.clone() })
    }

    /// What the paragraph of a line tells of its speaker.
    fn told(&mut self, number: usize, findings: &[Finding]) -> Told {
        let mut told = Told::Nothing;
        for at in self.groups[number].findings.clone() {
            let finding = &findings[at];
            let Some(source) = self.source_here(&self.groups[number], finding) else {
                let cue = finding.cue.map_or("", |(start, end)| &self.text[start..end]);
                if self.cast.words.tells(cue) {
                    told = Told::Name(self.character(self.cast.words.narrator()));
                    continue;
                }
                // 'Dijo que sí': a verb without its subject
                let meant = finding.name.clone().filter(|_| finding.cue.is_some() && finding.source.is_none());
                if let Some(meant) = meant.filter(|_| told == Told::Nothing) {
                    told = Told::Pronoun { gender: None, meant: Some(self.character(&meant)) };
                }
                continue;
            };
            let word = &self.text[source.0..source.1];
            if let Some(name) = self.named(finding, source) {
                let character = self.character(&name);
                self.cast.learn_gender(character, self.cast.words.gender(word));
                told = Told::Name(character);
            } else if let Some(gender) = self.cast.words.pronoun(word) {
                let meant = finding.name.clone().filter(|name| name != word).map(|name| self.character(&name));
                told = told.or_name(Told::Pronoun { gender: Some(gender), meant });
            }
        }
        told
    }

    /// A name whose pronouns agree is a woman's or a man's.
    fn learn_genders(&mut self, told: &[Told]) {
        for told in told {
            if let Told::Pronoun { gender, meant: Some(meant) } = told {
                self.cast.learn_gender(*meant, *gender);
            }
        }
    }

    /// Gives the findings of each line to whoever has the turn.
    fn give(&self, turns: &[Turn], findings: &mut [Finding]) {
        let sources: Vec<Option<(usize, usize)>> = self
            .groups
            .iter()
            .map(|group| group.findings.iter().find_map(|at| self.source_here(group, &findings[*at])))
            .collect();
        let near = |number: usize, speaker: CharacterId| {
            let is_theirs = |at: &usize| turns[*at].speaker == Some(speaker) && sources[*at].is_some();
            let before = (number.saturating_sub(NEAR)..=number).rev().find(is_theirs);
            before.or_else(|| (number..turns.len().min(number + NEAR)).find(is_theirs)).and_then(|at| sources[at])
        };
        for (number, (group, turn)) in self.groups.iter().zip(turns).enumerate() {
            let speaker = turn.speaker.map(|speaker| (speaker, near(number, speaker)));
            for at in &group.findings {
                let finding = &mut findings[*at];
                let source = self.source_here(group, finding);
                let named = source.and_then(|source| self.named(finding, source));
                match (named.and_then(|name| self.names.get(&name)), speaker) {
                    (Some(named), _) => finding.name = Some(self.cast.all[named.number()].name.clone()),
                    (None, Some((speaker, place))) => {
                        self.give_to(finding, source.is_some(), turn.margin, (speaker, place))
                    }
                    (None, None) => {
                        finding.confidence = finding.confidence.min(UNCLEAR);
                        (finding.name, finding.why) = (None, Reason::Nobody);
                    }
                }
            }
        }
    }

    /// Gives a finding to whoever has the turn, and is named at a place near by.
    fn give_to(
        &self,
        finding: &mut Finding,
        is_named: bool,
        margin: f64,
        (speaker, place): (CharacterId, Option<(usize, usize)>),
    ) {
        let name = self.cast.all[speaker.number()].name.clone();
        let is_meant = finding.name.as_ref() == Some(&name);
        if !is_named {
            finding.source = place.or(finding.source);
            finding.why = Reason::Answers(Some(name.clone()));
            finding.confidence = sureness(margin);
        } else if !is_meant || margin < CLEAR {
            finding.confidence = finding.confidence.min(sureness(margin));
        }
        if is_named && !is_meant {
            let here = self.paragraphs_to(finding.start);
            let there = place.map_or(here, |place| self.paragraphs_to(place.0));
            let paragraphs = here.saturating_sub(there) as u32;
            finding.why.set_who(Who::Back { name: name.clone(), paragraphs });
        }
        finding.name = Some(name);
    }

    fn paragraphs_to(&self, at: usize) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.start <= at)
    }
}

/// How many lines away somebody is named at most for a line to lead there.
const NEAR: usize = 30;

/// The names by which spoken words call somebody: 'Nadie, Remedios.'
fn names_called(words: &str) -> impl Iterator<Item = &str> {
    words.match_indices(", ").filter_map(|(at, comma)| {
        let rest = &words[at + comma.len()..];
        let end = rest.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(rest.len());
        let closes =
            rest[end..].chars().next().is_none_or(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '\'' | '’'));
        Some(&rest[..end]).filter(|name| closes && name.starts_with(char::is_uppercase))
    })
}

/// The words with a capital in narration that open no sentence.
fn names_within(narrated: &str) -> impl Iterator<Item = &str> {
    narrated.match_indices(' ').filter_map(|(at, space)| {
        let rest = &narrated[at + space.len()..];
        let end = rest.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(rest.len());
        let goes_on = narrated[..at].ends_with(|sign: char| sign.is_alphanumeric() || sign == ',');
        Some(&rest[..end]).filter(|name| goes_on && name.starts_with(char::is_uppercase))
    })
}
