//! Nouns that tell of whoever is in mind, though the article has nobody by them: "Ada Hill se tait. L'ébéniste de Lys …".

use super::super::gender::Gender;
use super::super::people::{PersonId, is_premier};
use super::super::phrases::{Mention, Span};
use super::super::resolve::{BACK, Place, Resolved, Resolver, SPEAKER, SUBJECT, Seen};
use super::super::tokens::Token;
use super::super::words::{Class, Noun, Participle, Verb};
use super::is_loose;

/// How likely such a noun means whoever was just named, and whoever spoke or did something last.
const JUST_NAMED: f64 = 0.84;
const SPOKE_LAST: f64 = 0.78;

/// Verbs that tell who was asked, and not which of several: "la ministre interrogée par la radio".
const ASKED: [&str; 8] = ["interrog", "questionn", "cité", "joint", "contact", "sollicit", "relanc", "entendu"];

impl Resolver<'_> {
    /// Who is in mind that a noun without a holder may tell of.
    pub(super) fn in_mind(
        &mut self,
        tokens: &[Token<'_>],
        mention: &Mention,
        gender: Option<Gender>,
        place: Place,
    ) -> Option<Resolved> {
        let head = &tokens[mention.head?];
        let inside = Span { first: mention.head? + 1, after: mention.core.after };
        let of_any = inside.of(tokens).iter().any(|token| matches!(token.lower.as_ref(), "un" | "une" | "una"));
        let somebody = is_person(head) && !of_any && !self.words.is_stranger(&head.lower);
        // "le moteur de la barque": a noun that no list has is somebody where it speaks
        let somebody = somebody && (head.is(Class::HUMAN) || self.said.is_some());
        let anybody = self.words.is_anybody(&head.lower) && !is_age(&head.lower);
        if !somebody || anybody || self.introduced.contains(head.lower.as_ref()) {
            return None;
        }
        // "Le médecin du stade parle": whoever opens a sentence by what is no place is somebody new
        let before = mention.core.first.checked_sub(1).map(|before| &tokens[before]);
        let behind_verb = before.is_some_and(|verb| verb.verb != Verb::default() || verb.is(Class::AUXILIARY));
        let plain = inside.of(tokens).iter().any(|token| token.is(Class::LINK))
            && !inside.of(tokens).iter().any(|token| token.capital);
        let new = plain && !behind_verb;
        let phrase = super::names::phrase(tokens, mention);
        let named = self.just_named(head, gender, place, inside.first == inside.after);
        // "Ada Hill se tait. La ministre de la pêche, dit-on, …": her office
        let office = self.words.governs(&head.lower);
        if let Some(id) = named.filter(|id| !new || self.ends_before(*id, place) || office && self.acted(*id, gender)) {
            if is_premier(tokens, mention.head?) {
                let whole = Span { first: mention.head? - 1, after: mention.core.after };
                self.people.guess_role(id, super::names::joined(tokens, whole));
            } else {
                self.people.guess_role(id, head.lower.to_string());
                self.people.guess_role(id, phrase);
            }
            return Some(Resolved { id, sure: JUST_NAMED });
        }
        // "le technicien de l'entreprise de Lys" is hers, not in mind
        let far = inside.of(tokens).iter().filter(|token| !token.is(Class::LINK.and(Class::DETERMINER))).count() > 1;
        if new || far && inside.of(tokens).first().is_some_and(|link| link.is(Class::LINK)) {
            return None;
        }
        // "l'ancien facteur": nobody new
        let before = Span { first: mention.core.first, after: mention.head? };
        let former = before.of(tokens).iter().any(|token| token.lower.starts_with("ancien") || token.lower == "ex");
        self.spoke_last(head, gender, place, (inside.first == inside.after, former))
    }

    /// "Cette phrase fait bondir Ada Hill. L'ébéniste de Lys …": the full name without a role that stands right before.
    fn just_named(&self, head: &Token<'_>, gender: Option<Gender>, place: Place, bare: bool) -> Option<PersonId> {
        let last = self.seen.iter().rev().take(BACK).find(|seen| self.is_other_person(seen, place))?;
        let near = last.place.paragraph == place.paragraph && last.place.sentence + 1 >= place.sentence;
        let known = self.people.get(last.id).gender;
        let agrees = gender.is_none() || known.is_none() || known == gender;
        // "Le prévenu se tait. Le président reprend"
        let of_court = bare && self.is_of_court(&head.lower) && !self.words.governs(&head.lower);
        let newcomer = bare && self.words.is_newcomer(&head.lower);
        let fits = near && agrees && !of_court && !newcomer && self.asked != Some(last.id);
        // "La nuance échappe à Ada Hill. La maire …": though the article calls her a candidate later
        let person = self.people.get(last.id);
        let closes = self.ends_before(last.id, place);
        let holds = person.roles.iter().any(|role| self.words.is_office(role.split('-').next().unwrap_or(role)));
        (fits && (self.people.is_bare_name(last.id) || closes && !holds)).then_some(last.id)
    }

    /// Whether somebody of a gender has no role yet and was the last to do something.
    fn acted(&self, id: PersonId, gender: Option<Gender>) -> bool {
        let last = self.seen.iter().rev().take(BACK).find(|seen| seen.id == id);
        let agrees = gender.is_some() && self.people.get(id).gender == gender;
        agrees && self.people.is_bare_name(id) && last.is_some_and(|last| last.clear >= SUBJECT)
    }

    /// Whether the sentence before ends with the full name of somebody.
    fn ends_before(&self, id: PersonId, place: Place) -> bool {
        let last = self.seen.iter().rev().take(BACK).find(|seen| self.is_other_person(seen, place) && seen.id == id);
        let person = self.people.get(id);
        let behind = last.and_then(|last| self.text.get(last.place.at..)?.strip_prefix(person.name.as_str()));
        person.words.len() > 1 && behind.is_some_and(|behind| behind.starts_with(['.', '!', '…']))
    }

    /// "« … », détaille le statisticien de l'équipe": who spoke or did something last.
    fn spoke_last(
        &self,
        head: &Token<'_>,
        gender: Option<Gender>,
        place: Place,
        (bare, former): (bool, bool),
    ) -> Option<Resolved> {
        let office = self.words.is_office(&head.lower) || !former && self.words.is_newcomer(&head.lower);
        // "le directeur de l'usine" is one who was named with that
        let leads = !bare && (head.noun.any(Noun::LEADER.and(Noun::MAKER)) || self.is_of_court(&head.lower));
        if leads && let Some(id) = self.leader_of_any(head, gender, place) {
            return Some(Resolved { id, sure: SPOKE_LAST });
        }
        if office || leads {
            return None;
        }
        let mut before = self.seen.iter().rev().take(BACK).filter(|seen| self.is_other_person(seen, place));
        // "le médecin du club" is not the goalkeeper who spoke
        let meant = self.words.roles_of(&head.lower);
        let other = |id: PersonId| {
            let roles = &self.people.get(id).roles;
            let alike = |role: &String| **role == *head.lower || meant.contains(role);
            !bare && !meant.is_empty() && !roles.is_empty() && !roles.iter().any(alike)
        };
        let last = before.find(|seen| {
            let known = self.people.get(seen.id).gender;
            seen.clear >= SUBJECT && (gender.is_none() || known.is_none() || known == gender)
        })?;
        let person = self.people.get(last.id);
        let here = last.place.paragraph == place.paragraph;
        let agrees = here || last.place.paragraph + 1 == place.paragraph && person.gender == gender;
        // "son mari, Marcel, …": no firm's name
        let person_name = !person.has_single_name() || person.gender.is_some() && !person.roles.is_empty();
        let fits = person.is_named() && person_name && agrees && self.asked != Some(last.id) && !other(last.id);
        fits.then_some(Resolved { id: last.id, sure: SPOKE_LAST })
    }

    /// "…, a dit le commandant Jean Rey. Le chef des secours …": who has just spoken and leads nobody knows whom.
    fn leader_of_any(&self, head: &Token<'_>, gender: Option<Gender>, place: Place) -> Option<PersonId> {
        let any = matches!(head.lower.as_ref(), "chef" | "cheffe" | "patron" | "patronne" | "responsable" | "jefe");
        let last = self.seen.iter().rev().take(BACK).find(|seen| self.is_other_person(seen, place))?;
        let person = self.people.get(last.id);
        let agrees = gender.is_none() || person.gender.is_none() || person.gender == gender;
        let near = last.place.paragraph == place.paragraph && last.place.sentence + 1 >= place.sentence;
        let leads = person.roles.iter().any(|role| self.words.word(role).noun.any(Noun::LEADER));
        let of_any = person.roles.iter().all(|role| !role.contains('-'));
        (any && agrees && near && leads && of_any && person.is_named() && last.clear >= SPEAKER).then_some(last.id)
    }

    /// "Le président, Jean Rey, hésite. « … », demande ce père de deux enfants": a named person of this paragraph or, where
    /// none stands in it, the last of the one before.
    pub(super) fn shown_again(&self, gender: Option<Gender>, place: Place) -> Option<PersonId> {
        let near = self.seen.iter().rev().take(BACK).filter(|seen| self.is_other_person(seen, place));
        let fits = |seen: &&Seen| {
            let person = self.people.get(seen.id);
            let agrees = gender.is_none() || person.gender.is_none() || person.gender == gender;
            let here = seen.place.paragraph == place.paragraph;
            person.is_named()
                && agrees
                && (here || seen.place.paragraph + 1 == place.paragraph && seen.clear >= SUBJECT)
        };
        let mut near = near.filter(fits);
        let last = near.clone().next()?;
        // a subject of this paragraph rather than whoever is only named in it
        let subject = near.find(|seen| seen.place.paragraph == last.place.paragraph && seen.clear >= SUBJECT);
        Some(subject.unwrap_or(last).id)
    }

    /// Whether a person alone was seen before a place, and not in what is said there.
    fn is_other_person(&self, seen: &Seen, place: Place) -> bool {
        let person = self.people.get(seen.id);
        let inside = self.said.is_some_and(|(start, end)| start <= seen.place.at && seen.place.at < end);
        seen.place.at < place.at && !inside && !person.body && !person.plural && !person.thing
    }

    /// Remembers what a sentence brings in by "un" or "une", and whom "celui-ci" may mean in the next one.
    pub fn introduce(&mut self, tokens: &[Token<'_>]) {
        for pair in tokens.windows(3) {
            let [article, first, second] = pair else { continue };
            if article.is(Class::INDEFINITE) && !article.is(Class::PLURAL) {
                let noun = [first, second].into_iter().find(|noun| is_person(noun));
                if let Some(noun) = noun {
                    self.introduced.insert(noun.lower.to_string());
                }
            }
        }
    }
}

/// "la quinquagénaire": what tells an age alone.
pub(in crate::speech::romance) fn is_age(lower: &str) -> bool {
    lower.ends_with("génaire") || lower == "trentenaire"
}

/// Whether a noun is one for a person, listed or by its end.
fn is_person(noun: &Token<'_>) -> bool {
    let plain = noun.class == Class::default() && noun.verb == Verb::default() && noun.is_word() && !noun.capital;
    noun.is(Class::HUMAN) || plain && (is_loose(&noun.lower) || noun.lower.ends_with("taire") || is_age(&noun.lower))
}

/// "l'ingénieur [qui l'a signé]", "le soudeur licencié [par la firme]": one who is told from others, and not in mind.
pub(super) fn is_restricted(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let after = mention.core.after;
    let Some(next) = tokens.get(after) else { return false };
    let by = |at: usize| {
        let participle = &tokens[at];
        tokens.get(at + 1).is_some_and(|by| by.lower == "par")
            && Participle::Restricting.ends(&participle.lower)
            && !ASKED.iter().any(|asked| participle.lower.starts_with(asked))
    };
    next.is(Class::RELATIVE) && !next.is(Class::THAT)
        || is_set_apart(tokens, after)
        || by(after)
        || after > mention.core.first + 1 && by(after - 1)
}

/// "Le délégué[, lui, parle]", "la conseillère [lui propose]": whether what follows sets somebody apart from whoever is in mind.
fn is_set_apart(tokens: &[Token<'_>], after: usize) -> bool {
    let him = |token: &Token<'_>| matches!(token.lower.as_ref(), "lui" | "elle");
    match tokens.get(after..) {
        Some([comma, pronoun, close, ..]) if comma.is_sign(",") => him(pronoun) && close.is_sign(","),
        Some([to_him, ..]) => to_him.lower == "lui",
        _ => false,
    }
}
