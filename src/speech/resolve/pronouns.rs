//! Whom a pronoun means: the nearest and clearest subject or speaker before it.

use super::super::interner::TextId;
use super::super::kept::{Gender, Other};
use super::super::mentions::MentionKind;
use super::{BACK, Meant, Noun, Resolver, Said, Spoken, Subject};

/// How clear a speaker is who is known by their name.
const SAID: f64 = 3.0;

/// How much clearer whoever spoke last is where somebody goes on: "he added".
const GOES_ON: f64 = 1.5;

/// How clear a German speaker is of whom no more than one name is known.
const SAID_IN_SHORT: f64 = 2.5;

/// How clear an English speaker is who is called by a noun that opens the sentence.
const UNNAMED: f64 = 3.0;

/// How clear a name of one word is that is the subject.
const SHORT: f64 = 2.0;

/// No subject is clearer than this.
const CLEAREST: f64 = 5.25;

/// How much clearer somebody is whose given name fits the pronoun.
const GIVEN: f64 = 0.5;

/// How clearly the subject of a main clause opens it at least, and how much clearer it is where nobody spoke since.
const MAIN: i8 = 3;
const SINCE: f64 = 0.75;

/// How clear somebody is in German who is no subject.
const ASIDE: f64 = 1.0;

/// How clear a noun for a person is that is the subject, and one for a body or somebody's kin.
const NOUN: f64 = 3.0;
const BODY: f64 = 2.0;

impl Resolver<'_> {
    /// Whom a pronoun beside some spoken words points back to, and where they are named.
    pub(super) fn before(
        &mut self,
        at: u32,
        (gender, many, silent): (Option<Gender>, bool, bool),
        spoken: Spoken<'_>,
        place: &mut Option<usize>,
    ) -> Option<TextId> {
        if many {
            let at = spoken.reported.unwrap_or(at);
            let before = self.said.partition_point(|said| said.at < at);
            let several = |said: &&Said| said.kind != MentionKind::Pronoun && said.plural;
            let said = self.said[..before].iter().rev().take(BACK).find(several).map(|said| (said.at, said.name));
            let last =
                self.several.partition_point(|other| other.at < at).checked_sub(1).map(|last| &self.several[last]);
            let told = last.filter(|last| said.is_none_or(|(there, _)| there < last.at));
            let Some(told) = told else { return said.map(|(_, name)| name) };
            let (there, name) = (told.at, told.name);
            *place = Some(there as usize);
            return Some(self.each_by_name(name));
        }
        if silent {
            return None;
        }
        let nearest = self.nearest(gender, at, spoken);
        if let Some((there, body)) = self.feminine_body(gender, at, spoken, nearest) {
            *place = Some(there as usize);
            return Some(self.shown_as(body));
        }
        let Some((meant, score, named_at)) = nearest else {
            let last = |others: &[Other]| others.partition_point(|other| other.at < at).checked_sub(1);
            let lexicon = self.overview.lexicon;
            // 'Gerda' is no "er", 'Bus' no "she"
            let fits = |other: &&Other| {
                let words = self.people.text_of(other.name);
                let told = lexicon.gender_of_name(words).filter(|_| lexicon.is_german());
                let is_name = !lexicon.is_english() || words.contains(' ') || lexicon.is_only_name(words);
                is_name && (told.is_none() || gender.is_none() || told == gender)
            };
            let before = self.others.iter().filter_map(|others| others.get(last(others)?)).filter(fits);
            let other = before.max_by_key(|other| other.at)?;
            *place = Some(other.at as usize);
            return Some(self.names.intern_text(self.people.text_of(other.name)));
        };
        *place = Some(named_at as usize);
        match self.by_noun_there(meant, named_at).unwrap_or(meant) {
            Meant::Name(_) | Meant::Noun(_) => Some(self.shown_as(meant)),
            Meant::Person(id) => {
                let person = self.people.get_mut(id);
                if score > 0.0 && person.gender.is_none() {
                    person.gender = gender;
                }
                Some(self.shown(id))
            }
        }
    }

    /// 'The retired baker bought a gate, and she': whom an English noun stands for that is somebody's who is known.
    fn by_noun_there(&self, meant: Meant, at: u32) -> Option<Meant> {
        let Meant::Noun(words) = meant else { return None };
        let noun = &self.nouns[self.nouns.binary_search_by_key(&at, |noun| noun.at).ok()?];
        let lexicon = self.overview.lexicon;
        let (role, words) = (self.people.text_of(noun.role.role), self.people.text_of(words));
        if lexicon.is_english() {
            self.by_epithet(role, words, at).or_else(|| self.by_kin(role, words, at))
        } else {
            None
        }
    }

    /// Whom a pronoun at a place means: the nearest and clearest subject or speaker before it, as far as its gender fits.
    /// Nobody calls themselves by name, so it is nobody whom the spoken words name.
    pub(super) fn nearest(&self, gender: Option<Gender>, at: u32, spoken: Spoken<'_>) -> Option<(Meant, f64, u32)> {
        let mut best: Option<(Meant, f64, u32)> = None;
        let here = self.overview.paragraphs_to(at as usize);
        let letters = self.overview.letters.before(at as usize);
        let (per_paragraph, per_letters) = if self.overview.lexicon.is_german() { (1.6, 300.0) } else { (1.1, 400.0) };
        // how much less clear somebody is for standing so far back
        let far = |place: u32| {
            let paragraphs = (here - self.overview.paragraphs_to_before(place as usize, here)) as f64;
            let letters = letters.saturating_sub(self.overview.letters.before(place as usize));
            per_paragraph * paragraphs + letters as f64 / per_letters
        };
        // 'The bishop warned her. “My lord,” she replied': whoever told her something is not meant
        let teller = self.said[..self.said.partition_point(|said| said.at < at)].last();
        let is_next = |said: &&Said| here - self.overview.paragraphs_to_before(said.at as usize, here) <= 1;
        let teller =
            teller.filter(|said| gender.is_some() && said.listener == gender && !spoken.goes_on).filter(is_next);
        let is_teller = |meant: Meant| {
            teller.is_some_and(|teller| match meant {
                Meant::Person(id) => teller.person == Some(id),
                Meant::Name(name) => teller.name == name,
                Meant::Noun(_) => false,
            })
        };
        // the farther back the lower: whether nobody from here on can be nearer than the best
        let mut offer = |place: u32, clear: f64, meant: Meant, told: Option<Gender>| -> bool {
            let far = far(place);
            let is_last = |best: &Option<(Meant, f64, u32)>| {
                best.as_ref().is_some_and(|(_, highest, _)| CLEAREST - far < *highest)
            };
            let known = match meant {
                Meant::Person(id) => self.people.get(id).gender,
                Meant::Name(_) | Meant::Noun(_) => told,
            };
            let is_named = || match meant {
                Meant::Person(id) => {
                    let name = self.people.name(id);
                    let given = name.split(' ').next().unwrap_or_default();
                    names(spoken.words, &name)
                        || self.overview.lexicon.is_english() && self.is_called(spoken.words, given)
                }
                Meant::Name(name) => names(spoken.words, self.names.get(name)),
                Meant::Noun(text) => names(spoken.words, self.people.text_of(text)),
            };
            let given = match meant {
                Meant::Person(id) => known.or(self.people.get(id).given),
                Meant::Name(_) | Meant::Noun(_) => known,
            };
            let is_other = gender.is_some() && given.is_some() && given != gender;
            let agrees = match gender {
                Some(_) if known == gender => 0.5,
                Some(_) if given == gender => GIVEN,
                _ => 0.0,
            };
            let here = clear - far + agrees;
            let is_nearer =
                !is_other && !is_teller(meant) && best.as_ref().is_none_or(|(_, highest, _)| here > *highest);
            if is_nearer && (spoken.words.is_empty() || !is_named()) {
                best = Some((meant, here, place));
            }
            is_last(&best)
        };
        // of equals the last stands: common nouns, then named speakers, then subjects, each from the nearest back
        let said = &self.said[..self.said.partition_point(|said| said.at < at)];
        let lexicon = self.overview.lexicon;
        let named = |said: &Said| {
            let opens = || self.overview.text[said.at as usize..].starts_with(char::is_uppercase);
            // a word of English that has a capital may be anything
            let is_name = || lexicon.is_only_name(self.names.get(said.name));
            let is_somebody =
                lexicon.is_german() && !self.described.contains_key(&said.at) || lexicon.is_english() && is_name();
            said.kind.is_named() && is_somebody && opens()
        };
        // a German whom an article tells of for the first time
        let is_new = |said: &Said| {
            let described = self.described.get(&said.at).is_some_and(|role| role.gender == gender);
            lexicon.is_german()
                && gender.is_some()
                && described
                && ["ein", "Ein"].iter().any(|article| self.overview.text[said.at as usize..].starts_with(article))
        };
        let going_on = |back: usize| if spoken.goes_on && back == 0 { GOES_ON } else { 0.0 };
        for (back, said) in said.iter().rev().take(BACK).enumerate() {
            if said.plural || said.person.is_some() || said.is_closed {
                continue;
            }
            // 'A resident of Lys'
            let brings_in = || {
                let text = &self.overview.text[said.at as usize..];
                text.starts_with("A ") || text.starts_with("An ")
            };
            let is_noun = lexicon.is_english() && said.noun.is_some() && brings_in();
            // 'midfielder Noa', who has one name
            let by_name = named(said) && said.kind == MentionKind::Name;
            // 'a son, Noa, who'
            let by_relative = || said.kind == MentionKind::Pronoun && lexicon.is_only_name(self.names.get(said.name));
            let is_one = lexicon.is_english() && (by_name || by_relative());
            let common =
                is_noun || is_one || matches!(said.kind, MentionKind::Noun | MentionKind::Word | MentionKind::Label);
            // 'das schreibt der „Bote“'
            let paper = || self.overview.text[said.at as usize..].starts_with(['"', '„', '«', '»', '“']);
            let is_it = gender.is_some() && (said.is_thing || lexicon.is_german() && paper());
            // 'Bus cuts, villagers say', where the bus says nothing
            let is_word = lexicon.is_english()
                && said.kind == MentionKind::Word
                && said.noun.is_none()
                && !lexicon.is_only_name(self.names.get(said.name));
            let is_somebody = common && !is_it && !is_word;
            // 'The librarian refused', who has no name
            let is_subject = || {
                said.noun.is_some()
                    && (is_noun || matches!(said.kind, MentionKind::Noun | MentionKind::Word))
                    && self.overview.text[said.at as usize..].starts_with(char::is_uppercase)
            };
            let told = gender.and_then(|_| self.gender_told(said));
            let clear = match named(said) {
                true if lexicon.is_german() => SAID_IN_SHORT,
                true => SAID,
                false if lexicon.is_english() && is_subject() => UNNAMED,
                // 'laut einem Polizeisprecher', 'said the girl'
                false if is_new(said) || lexicon.is_english() && gender.is_some() && told == gender => NOUN,
                false => 1.0,
            } + going_on(back);
            if is_somebody && offer(said.at, clear, Meant::Name(said.name), told) {
                break;
            }
        }
        for (back, said) in said.iter().rev().take(BACK).enumerate() {
            if let Some(id) = said.person
                && self.people.get(id).could_be_person
                && offer(said.at, SAID + going_on(back), Meant::Person(id), None)
            {
                break;
            }
        }
        let [short_names, _] = &self.others;
        let before = short_names.partition_point(|other| other.at < at);
        for other in short_names[..before].iter().rev().take(BACK) {
            let is_name = !lexicon.is_english() || lexicon.is_only_name(self.people.text_of(other.name));
            let told = gender.and_then(|_| lexicon.gender_of_name(self.people.text_of(other.name)));
            let clear = if self.overview.story.is_some() { SAID } else { SHORT };
            if is_name && offer(other.at, clear, Meant::Noun(other.name), told) {
                break;
            }
        }
        // 'Hill laughs. Reyes shakes her head. “No,” she says': the subject of what is told since somebody spoke
        let is_since = |place: u32| {
            let since = said.last().is_none_or(|said| said.at < place);
            lexicon.is_english() && since && self.overview.paragraphs_to_before(place as usize, here) == here
        };
        let before = self.nouns.partition_point(|noun| noun.at < at);
        // 'the novelist', who spoke, was found to be somebody
        let has_said = |at: u32| lexicon.is_english() && self.said.binary_search_by_key(&at, |said| said.at).is_ok();
        let is_told = |noun: &&Noun| (gender.is_none() || !noun.tells_nothing) && !has_said(noun.at);
        let named_last = gender.and_then(|gender| self.named_last(gender, at));
        for noun in self.nouns[..before].iter().rev().take(BACK).filter(is_told) {
            let body = lexicon.is_german() && lexicon.is_body(self.people.text_of(noun.role.role));
            let clear = if body || noun.is_of_somebody { BODY } else { NOUN };
            // 'My grandmother looked on'
            let opens = self.overview.text[noun.at as usize..].starts_with(char::is_uppercase);
            let main = if opens && is_since(noun.at) { SINCE } else { 0.0 };
            let clear = clear - self.outdone(noun.meant, noun.at, named_last);
            if offer(noun.at, clear + main, self.of_that_age(noun), noun.role.gender) {
                break;
            }
        }
        let before = self.subjects.partition_point(|subject| subject.at < at);
        let subjects = || self.subjects[..before].iter().rev().take(BACK);
        for subject in subjects().filter(|subject| subject.clear() > 0) {
            let main = if subject.clear() >= MAIN && is_since(subject.at) { SINCE } else { 0.0 };
            if offer(subject.at, f64::from(subject.clear()) + main, Meant::Person(subject.id()), None) {
                break;
            }
        }
        // 'Der Brief liegt bei Bürgermeisterin Ada Hill. Sie schweigt': whom the paragraph names aside, and tells the gender of
        let in_paragraph = subjects().filter(|_| lexicon.is_german() && gender.is_some());
        let in_paragraph = in_paragraph
            .take_while(|subject| self.overview.paragraphs_to_before(subject.at as usize, here) == here)
            .filter(|subject| subject.clear() == 0 && self.people.get(subject.id()).gender == gender);
        for subject in in_paragraph {
            if offer(subject.at, ASIDE, Meant::Person(subject.id()), None) {
                break;
            }
        }
        if best.is_some() {
            return best;
        }
        let aside = subjects().take_while(|subject| self.overview.paragraphs_to(subject.at as usize) + NEAR > here);
        let fits = |subject: &&Subject| {
            let told = self.people.get(subject.id()).likely_gender();
            gender.is_none() || told.is_none() || told == gender
        };
        let aside = aside.filter(fits).map(|aside| (Meant::Person(aside.id()), 0.0, aside.at)).next();
        // 'The treasurer read from a letter by Ada Hill, in which she': a noun that tells no gender is the last resort
        let last = || self.nouns[..self.nouns.partition_point(|noun| noun.at < at)].last();
        let noun = || {
            last().filter(|noun| lexicon.is_english() && self.overview.paragraphs_to(noun.at as usize) + NEAR > here)
        };
        aside.or_else(|| noun().map(|noun| (noun.meant, 0.0, noun.at)))
    }
}

impl Resolver<'_> {
    /// What a German noun tells of a speaker, the noun that an English one is called by, or the given name: 'her brother', 'Nora'.
    fn gender_told(&self, said: &Said) -> Option<Gender> {
        let lexicon = self.overview.lexicon;
        let described = self.described.get(&said.at).and_then(|role| role.gender);
        described.or_else(|| match said.noun {
            Some(noun) => lexicon.gender_of_noun(self.people.text_of(noun)),
            None => lexicon.gender_of_name(self.names.get(said.name)),
        })
    }

    /// Whether words name somebody by a given name, which is no word of English too.
    fn is_called(&self, spoken: &str, given: &str) -> bool {
        given.chars().nth(2).is_some() && self.overview.lexicon.is_only_name(given) && names(spoken, given)
    }
}

/// How many paragraphs before a pronoun whoever it means may stand, where nothing leads nearer.
pub(super) const NEAR: usize = 3;

/// Whether words name somebody by the last word of their name; 'Hill Tower' is somebody else.
fn names(spoken: &str, name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    let ends_there = |rest: &str| {
        let next = rest.trim_start_matches(' ');
        let goes_on = next.len() < rest.len() && next.starts_with(char::is_uppercase);
        !rest.starts_with(char::is_alphanumeric) && !goes_on
    };
    let begins = |at: usize| !spoken[..at].ends_with(char::is_alphanumeric);
    !last.is_empty() && spoken.match_indices(last).any(|(at, _)| begins(at) && ends_there(&spoken[at + last.len()..]))
}
