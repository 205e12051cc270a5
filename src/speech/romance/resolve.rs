//! Who a mention is: by its name, by what somebody is, or by what a pronoun points back to.

use std::collections::{HashMap, HashSet};

use super::gender::{self, Gender};
use super::names;
use super::people::{People, PersonId};
use super::phrases::{self, Mention, Span};
use super::pointed::Noticed;
use super::spoken;
use super::tokens::Token;
use super::words::{Class, Verb, Words};

/// How far back a pronoun is followed, in names seen.
pub(super) const BACK: usize = 60;

/// How much nearer a sentence, and a paragraph, makes somebody.
const SENTENCE: f64 = 0.45;
const PARAGRAPH: f64 = 0.8;

/// How much less somebody with another role is meant by a calling.
const OTHER_ROLE: f64 = 0.9;

/// How likely a noun must mean somebody to tell whether that is a woman or a man.
const LEARNT: f64 = 0.8;

/// How much rather a pronoun that opens a paragraph means whom the article is about.
const TOPIC: f64 = 2.5;

/// How clearly somebody is in mind who is named on the way, opens a sentence, speaks.
pub(super) const NAMED: f64 = 1.0;
pub(super) const INNER: f64 = 2.0;
pub(super) const SUBJECT: f64 = 2.6;
pub(super) const SPEAKER: f64 = 3.0;

/// Where in the text something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub at: usize,
    pub sentence: usize,
    pub paragraph: usize,
}

/// Somebody who was named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub place: Place,
    pub id: PersonId,
    pub clear: f64,
}

/// Who a mention is, and how likely that is right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resolved {
    pub id: PersonId,
    pub sure: f64,
}

pub(super) struct Resolver<'t> {
    pub text: &'t str,
    pub words: &'static Words,
    pub people: People,
    /// Whom a noun has meant: "la comédienne".
    pub called: HashMap<String, PersonId>,
    pub seen: Vec<Seen>,
    /// Nouns that brought somebody in by "un" or "une".
    pub introduced: HashSet<String>,
    /// People without a name of this sentence and the one before.
    pub noticed: Vec<Noticed<'t>>,
    /// Who has just asked something: somebody else answers.
    pub asked: Option<PersonId>,
    /// The bytes of all that was said, and who spoke.
    pub spoken: Vec<(usize, usize, PersonId)>,
    /// The bytes of what is said: "elle" beside it is nobody in it.
    pub said: Option<(usize, usize)>,
    /// Whose clause is parted by whoever speaks: "Son client, a-t-il dit, …".
    pub parted: Option<PersonId>,
}

/// How many of those who fit a pronoun, and which of them.
#[derive(Default)]
pub(super) struct Wanted {
    pub gender: Option<Gender>,
    pub plural: Option<bool>,
    /// Persons alone, bodies alone, or both.
    pub body: Option<bool>,
    /// Nobody but these.
    pub not: Option<PersonId>,
    /// "l'homme": rather somebody without a name or a role.
    pub anybody: bool,
    /// "l'urgentiste": rather somebody without another role.
    pub calling: bool,
    /// "le quadragénaire": rather no neighbour whom only that word is for.
    pub aged: bool,
    /// Whom the article is about, where a paragraph opens with a pronoun.
    pub topic: Option<PersonId>,
}

impl<'t> Resolver<'t> {
    pub fn new(text: &'t str, words: &'static Words, people: People) -> Self {
        Self {
            text,
            words,
            people,
            called: HashMap::new(),
            seen: Vec::new(),
            introduced: HashSet::new(),
            noticed: Vec::new(),
            asked: None,
            spoken: Vec::new(),
            said: None,
            parted: None,
        }
    }

    /// Remembers that somebody was named.
    pub fn see(&mut self, place: Place, id: PersonId, clear: f64) {
        self.seen.push(Seen { place, id, clear });
    }

    /// Who a mention is.
    pub fn resolve(&mut self, tokens: &[Token<'_>], mention: &Mention, place: Place) -> Option<Resolved> {
        let gender = gender::gender(tokens, mention);
        if mention.pronoun {
            return self.of_pronoun(tokens, mention, gender, place);
        }
        // "Ses joueurs voient plus loin. Tous répètent que …"
        if mention.core.after == mention.core.first + 1
            && matches!(tokens[mention.core.first].lower.as_ref(), "tous" | "toutes" | "todos")
            && let Some(all) = self.last_in_mind(place, Some(true))
        {
            return Some(all);
        }
        // "L'un de ses collègues"
        let mut words =
            mention.core.of(tokens).iter().map(|token| token.lower.as_ref()).skip_while(|word| *word == "l'");
        let is_one = mention.name.is_none() && matches!(words.next(), Some("un" | "une" | "uno" | "una"));
        if is_one && matches!(words.next(), Some("de" | "des" | "d'")) {
            return Some(Resolved { id: self.people.describe(self.text, tokens, mention), sure: 0.88 });
        }
        if names::first_of_two(tokens, mention.core).is_some() {
            let id = self.people.both(self.text, tokens, mention.core);
            return Some(Resolved { id, sure: 0.92 });
        }
        if let Some(name) = mention.name {
            let words = names::name_words(tokens, mention, name);
            let known = self.people.named(&words, gender).is_some();
            let id = self.people.meet(self.text, tokens, mention, name);
            return Some(Resolved { id, sure: if known { 0.97 } else { 0.92 } });
        }
        // "tout le monde"
        let everybody = ["tout", "le", "monde"];
        let whole = mention.core.first.checked_sub(1).and_then(|first| tokens.get(first..mention.core.after));
        if whole.is_some_and(|whole| whole.iter().map(|token| token.lower.as_ref()).eq(everybody)) {
            return None;
        }
        let found =
            self.one_of_two(tokens, mention, gender, place).or_else(|| self.of_noun(tokens, mention, gender, place))?;
        // "Me Ada Hill … l'avocate": a woman, but a victim may be anybody
        let tells = |head: usize| tokens[head].is(Class::HUMAN) && !self.words.is_anybody(&tokens[head].lower);
        if found.sure >= LEARNT && mention.head.is_some_and(tells) {
            self.people.learn_gender(found.id, gender);
        }
        Some(found)
    }

    /// "Ada Hill et Jean Rey": each of two who are named together.
    pub fn each_of_two(&mut self, tokens: &[Token<'_>], mention: &Mention) -> Vec<PersonId> {
        let Some(first) = names::first_of_two(tokens, mention.core) else { return Vec::new() };
        let second = Span { first: first.after + 1, after: mention.core.after };
        let mut known = |name: Span| self.people.meet(self.text, tokens, &Mention::of_name(name), name);
        vec![known(first), known(second)]
    }

    /// "[Son client], a-t-il dit, viendra": whose clause a pronoun with its verb parts, who is not the one that speaks.
    pub fn whose_clause(
        &mut self,
        tokens: &[Token<'_>],
        source: &Mention,
        cue: Option<Span>,
        place: Place,
    ) -> Option<PersonId> {
        let comma = cue.filter(|_| source.pronoun)?.first.checked_sub(1).filter(|comma| tokens[*comma].is_sign(","))?;
        let begin = tokens[..comma].iter().rposition(|token| !token.is_word()).map_or(0, |sign| sign + 1);
        let subject = phrases::at(tokens, begin, comma, self.words).filter(|_| phrases::opens(tokens, begin))?;
        let whole = !subject.pronoun && subject.core.after == comma;
        whole.then(|| self.resolve(tokens, &subject, place)).flatten().map(|found| found.id)
    }

    /// "[Le maire] et son adjointe ont réagi": both together.
    pub fn with_another(&mut self, tokens: &[Token<'_>], mention: &Mention) -> Option<PersonId> {
        // "Ada Hill, 42 ans, et Jean Rey, 56 ans, ont réagi"
        let aged = mention.after > mention.core.after;
        let joint = mention.after + usize::from(aged && tokens.get(mention.after)?.is_sign(","));
        let joins = tokens.get(joint)?;
        if !matches!(joins.lower.as_ref(), "et" | "y") || !phrases::opens(tokens, joint + 1) || mention.pronoun {
            return None;
        }
        let other = phrases::at(tokens, joint + 1, tokens.len(), self.words)?;
        let human = |one: &Mention| one.name.is_some() || one.is_human(tokens);
        let parted = other.after > other.core.after && tokens.get(other.after).is_some_and(|sign| sign.is_sign(","));
        let several = tokens.get(other.after + usize::from(parted)).is_some_and(|verb| {
            matches!(verb.lower.as_ref(), "ont" | "sont" | "avaient" | "étaient" | "han" | "son" | "habían")
                || verb.verb.any(Verb::PLURAL)
                || verb.is_word() && !verb.capital && verb.class == Class::default() && verb.lower.ends_with("ent")
        });
        if aged {
            let names = mention.name.zip(other.name).filter(|_| several && !other.pronoun);
            return names.map(|(first, second)| {
                let name = |span| names::shown(self.text, tokens, span);
                self.people.pair(format!("{} et {}", name(first), name(second)))
            });
        }
        let core = Span { first: mention.core.first, after: other.core.after };
        (human(mention) && human(&other) && several && !other.pronoun)
            .then(|| self.people.both(self.text, tokens, core))
    }

    /// "répondent [la CGT] et l'Unsa": whether somebody else is named behind the verb together with a source.
    pub fn joined(&mut self, tokens: &[Token<'_>], source: &Mention, cue: Option<Span>) -> Option<(PersonId, Span)> {
        let cue = cue.filter(|cue| cue.after <= source.core.first)?;
        let several = |token: &Token<'_>| {
            token.verb.any(Verb::PLURAL)
                || token.lower.ends_with("ent")
                || matches!(token.lower.as_ref(), "ont" | "han")
        };
        let joins = matches!(tokens.get(source.core.after)?.lower.as_ref(), "et" | "y");
        let opens = joins && !source.pronoun && phrases::opens(tokens, source.core.after + 1);
        if !opens || !cue.of(tokens).iter().any(several) {
            return None;
        }
        let other = phrases::at(tokens, source.core.after + 1, tokens.len(), self.words)?;
        let known = |one: &Mention| !one.pronoun && spoken::is_somebody(tokens, one);
        let both = Span { first: source.core.first, after: other.core.after };
        (known(source) && known(&other)).then(|| (self.people.both(self.text, tokens, both), both))
    }

    fn of_pronoun(
        &mut self,
        tokens: &[Token<'_>],
        mention: &Mention,
        gender: Option<Gender>,
        place: Place,
    ) -> Option<Resolved> {
        let pronoun = &tokens[mention.core.first];
        // « … », dit quelqu'un
        if pronoun.lower.starts_with("quelqu") || pronoun.lower == "alguien" {
            return Some(Resolved { id: self.people.describe(self.text, tokens, mention), sure: 0.88 });
        }
        if pronoun.is(Class::UNNAMED) {
            return None;
        }
        if let Some(found) = self.last_named(tokens, mention, gender, place) {
            return Some(found);
        }
        let plural = pronoun.is(Class::PLURAL) && !matches!(pronoun.lower.as_ref(), "la" | "le");
        let found = self.nearest(
            &Wanted {
                gender: gender.filter(|_| !plural || pronoun.lower == "elles"),
                plural: Some(plural),
                body: self.asked.map(|_| false),
                not: self.parted.or(self.asked),
                topic: self.topic(gender, place).filter(|_| !plural),
                ..Wanted::default()
            },
            place,
        )?;
        if found.sure > 0.8 {
            self.people.learn_gender(found.id, gender.filter(|_| !plural));
        }
        Some(found)
    }

    /// "…, a répliqué Ada Hill. Le ministre …": a full name without a role that has just spoken in this paragraph.
    pub(super) fn just_spoke(&self, gender: Option<Gender>, place: Place) -> Option<Resolved> {
        let last = self.seen.iter().rev().take(BACK).find(|seen| seen.place.at < place.at && seen.clear >= SUBJECT)?;
        let known = self.people.get(last.id).gender;
        let near = last.place.paragraph == place.paragraph && last.place.sentence + 1 >= place.sentence;
        let agrees = gender.is_none() || known.is_none() || known == gender;
        // "…, demande Ada Hill. Réponse de la ministre : …": somebody else answers
        let asks = self.asked == Some(last.id);
        let fits = near && agrees && !asks && last.clear >= SPEAKER && self.people.is_bare_name(last.id);
        fits.then_some(Resolved { id: last.id, sure: 0.8 })
    }

    /// "[Engagée, elle le fut sans carte.]": whom the article is about, where a paragraph opens by telling of somebody.
    fn topic(&self, gender: Option<Gender>, place: Place) -> Option<PersonId> {
        let before = self.seen.iter().rev().take(BACK).find(|seen| seen.place.at < place.at);
        let opens = self.said.is_none() && before.is_some_and(|before| before.place.paragraph < place.paragraph);
        self.people.topic(gender?).filter(|_| opens)
    }

    /// Who spoke, or did something, last before a place.
    pub fn last_in_mind(&self, place: Place, plural: Option<bool>) -> Option<Resolved> {
        self.nearest(&Wanted { plural, ..Wanted::default() }, place)
    }

    /// The nearest and clearest of those named before a place who fit.
    pub(super) fn nearest(&self, wanted: &Wanted, place: Place) -> Option<Resolved> {
        let mut best: Option<(PersonId, f64)> = None;
        let mut second = f64::MIN;
        for seen in self.seen.iter().rev().take(BACK).filter(|seen| seen.place.at < place.at) {
            let person = self.people.get(seen.id);
            let inside = self.said.is_some_and(|(start, end)| start <= seen.place.at && seen.place.at < end);
            let fits = wanted.not != Some(seen.id)
                && !(inside && person.body)
                && !person.thing
                && wanted.plural.is_none_or(|plural| person.plural == plural)
                && wanted.body.is_none_or(|body| if body { person.may_be_body() } else { !person.body })
                && (wanted.gender.is_none() || person.gender.is_none() || person.gender == wanted.gender);
            // "le producteur" is not "le préfet"
            let office = || person.roles.iter().any(|role| self.words.is_office(role));
            if !fits || wanted.calling && !person.is_named() && office() {
                continue;
            }
            let sentences = place.sentence.saturating_sub(seen.place.sentence) as f64;
            let paragraphs = place.paragraph.saturating_sub(seen.place.paragraph) as f64;
            let agrees = if wanted.gender.is_some() && person.gender == wanted.gender { 0.6 } else { 0.0 };
            // A single name of nobody known may be a firm's or a tool's.
            let spoke = seen.clear >= SPEAKER;
            let loose = person.body || person.has_single_name() && person.gender.is_none() && !spoke;
            // a body of the right gender that has just done something is as near as anybody
            let acts = person.body && agrees > 0.0 && seen.clear >= INNER && sentences < 2.0;
            let body = match wanted.body {
                None if loose && !acts => -0.6,
                // "la comédienne" is no film
                Some(false) if loose => -2.0,
                _ => 0.0,
            };
            // "Le rapport date de mai. « … », dit-il": rather somebody who may speak
            let body = if person.paper && wanted.body != Some(true) { body - 1.0 } else { body };
            let body = if wanted.anybody && person.is_named() && self.people.has_role(seen.id) { -1.6 } else { body };
            let told = |role: &String| self.words.is_anybody(role);
            let neighbour = wanted.aged && !person.is_named() && !person.roles.iter().any(told);
            let body = if neighbour { body - OTHER_ROLE } else { body };
            let body = if wanted.calling && self.people.has_role(seen.id) { body - OTHER_ROLE } else { body };
            let body = if wanted.topic == Some(seen.id) { body + TOPIC } else { body };
            let here = seen.clear + agrees + body - SENTENCE * sentences.min(8.0) - PARAGRAPH * paragraphs;
            match best {
                Some((id, score)) if id == seen.id => best = Some((id, score.max(here))),
                Some((_, score)) if here <= score => second = second.max(here),
                _ => {
                    second = best.map_or(second, |(_, score)| score.max(second));
                    best = Some((seen.id, here));
                }
            }
        }
        let (id, score) = best?;
        let margin = score - second;
        let sure = if margin > 1.2 {
            0.93
        } else if margin > 0.6 {
            0.88
        } else if margin > 0.25 {
            0.8
        } else {
            0.68
        };
        let far = if score < 0.0 { 0.15 } else { 0.0 };
        Some(Resolved { id, sure: sure - far })
    }
}
