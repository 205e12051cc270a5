//! Nouns that are no role of anybody's, but point back to somebody: "l'élu", "l'institution", "la jeune femme".

use super::super::gender::Gender;
use super::super::people::PersonId;
use super::super::resolve::{BACK, Place, Resolved, Resolver, SPEAKER, SUBJECT, Wanted};
use super::super::tokens::Token;
use super::super::words::Class;
use super::in_mind::is_age;
use super::is_loose;

impl Resolver<'_> {
    /// "l'élu", "l'institution", "la jeune femme": a noun that is no role of anybody's, but points back to somebody.
    pub(super) fn by_sense(
        &self,
        head: &Token<'_>,
        phrase: &str,
        gender: Option<Gender>,
        place: Place,
        bare: bool,
    ) -> Option<Resolved> {
        // "le chef de l'État sénégalais"
        let plain = phrase.rsplit_once('-').map_or(phrase, |(office, _)| office);
        let office = if self.words.roles_of(phrase).is_empty() && plain.contains('-') { plain } else { phrase };
        for word in [office, &head.lower] {
            let agrees = |id: &PersonId| {
                let known = self.people.get(*id).gender;
                gender.is_none() || known.is_none() || known == gender
            };
            let roles = self.words.roles_of(word).iter();
            // "l'avocat de Luc Rey" is no other one without a name; "le chef du gouvernement" is the Premier ministre
            let whole = word.contains('-');
            let fits = |id: &PersonId| bare || whole || self.people.get(*id).is_named();
            let all: Vec<PersonId> = roles.flat_map(|role| self.people.holders(role, gender)).filter(fits).collect();
            // the one who speaks in this paragraph may be one too, if none of these stands in it
            let near = self.seen.iter().rev().take(BACK).find(|seen| {
                let adjacent = seen.place.sentence + 1 >= place.sentence;
                seen.clear >= SPEAKER && (adjacent || seen.place.paragraph == place.paragraph)
            });
            let person = |id: PersonId| !self.people.get(id).body && !self.people.get(id).thing;
            // "le technicien" is the coach, not the captain who speaks
            let other = |id: PersonId| !all.contains(&id) && self.people.has_role(id);
            let near = near.filter(|near| bare && person(near.id) && agrees(&near.id) && !other(near.id));
            // « … », dit Ada Hill. « … », répond la bouchère: another
            let near = near.filter(|near| self.asked != Some(near.id));
            let just_spoke = near.filter(|near| !all.is_empty() && near.place.sentence + 1 >= place.sentence);
            if let Some(near) = just_spoke {
                return Some(Resolved { id: near.id, sure: if all.contains(&near.id) { 0.92 } else { 0.82 } });
            }
            let here = self
                .seen
                .iter()
                .rev()
                .take(BACK)
                .any(|seen| seen.place.paragraph == place.paragraph && all.contains(&seen.id));
            if let Some(near) = near.filter(|_| !all.is_empty() && !here) {
                return Some(Resolved { id: near.id, sure: 0.82 });
            }
            // whoever is named farther below has another word for it only where nobody is in mind
            let seen = || self.seen.iter().rev().take(BACK).any(|seen| all.contains(&seen.id));
            if let Some(id) = self.latest(all.iter().copied()).filter(|_| whole || !bare || seen()) {
                return Some(Resolved { id, sure: if all.len() == 1 { 0.92 } else { 0.82 } });
            }
        }
        if !bare {
            return None;
        }
        if head.is(Class::PAPER) {
            let author = self
                .seen
                .iter()
                .rev()
                .take(BACK)
                .find(|seen| seen.clear >= SPEAKER && seen.place.paragraph + 1 >= place.paragraph);
            return author.map(|author| Resolved { id: author.id, sure: 0.88 });
        }
        let body = head.is(Class::BODY) && !head.is(Class::HUMAN);
        if body && !head.is(Class::KNOWN_BODY) || !body && !head.is(Class::HUMAN) && !is_loose(&head.lower) {
            return None;
        }
        // "…, a répliqué Ada Hill. La ministre …": she is
        if head.is(Class::HUMAN) && self.words.governs(&head.lower) {
            return self.just_spoke(gender, place);
        }
        // "la procureure" is nobody who was named without that office, "la direction" not the union
        if self.words.is_office(&head.lower) || matches!(head.lower.as_ref(), "direction" | "dirección" | "entourage")
        {
            return None;
        }
        let aged = is_age(&head.lower);
        let anybody = self.words.is_anybody(&head.lower) && !aged;
        let gender = gender.filter(|_| !body);
        // "la boulangère" is not the prefect who was named, nor "l'urgentiste" the nurse if a doctor was
        let calling = !body && self.words.roles_of(&head.lower).is_empty();
        let wanted = Wanted {
            gender,
            plural: Some(false),
            body: Some(body),
            not: self.asked,
            anybody,
            calling,
            aged,
            ..Wanted::default()
        };
        let found = self.nearest(&wanted, place)?;
        let here = self.seen.iter().rev().any(|it| it.id == found.id && it.place.paragraph == place.paragraph);
        if self.words.is_newcomer(&head.lower) && (self.people.has_role(found.id) || !here) {
            return None;
        }
        // "le prévenu" is not the judge
        let heard = matches!(head.lower.as_ref(), "expert" | "experte" | "psychiatre" | "psychologue" | "témoin");
        // "Le tribunal a entendu Jean Rey. L'expert le décrit": another
        let silent = || !self.seen.iter().rev().take(BACK).any(|it| it.id == found.id && it.clear >= SUBJECT);
        if heard && self.people.is_bare_name(found.id) && silent() {
            return None;
        }
        let court = heard
            || anybody
                && !matches!(head.lower.as_ref(), "homme" | "femme" | "individu" | "hombre" | "mujer" | "individuo");
        let roles = &self.people.get(found.id).roles;
        // nor "le président" the defendant
        let judged = self.is_of_court(&head.lower) && roles.iter().any(|role| self.words.is_anybody(role));
        // nor "l'expert" a driver whom only that word is for
        let unnamed = !body && !self.people.get(found.id).is_named();
        let other = unnamed && !anybody && !roles.is_empty() && !roles.iter().any(|role| self.words.is_anybody(role));
        if other || judged || court && roles.iter().any(|role| self.is_of_court(role)) {
            return None;
        }
        Some(Resolved { id: found.id, sure: found.sure.min(0.86) })
    }

    /// Whether a person of a gender was named, or did something, in this paragraph.
    pub(super) fn someone_is_here(&self, gender: Option<Gender>, place: Place) -> bool {
        self.seen.iter().rev().take(BACK).take_while(|seen| seen.place.paragraph == place.paragraph).any(|seen| {
            let person = self.people.get(seen.id);
            let agrees = gender.is_none() || person.gender.is_none() || person.gender == gender;
            !person.body && !person.thing && !person.plural && agrees
        })
    }

    /// « … », concède ce taiseux: whether a noun that no list has stands beside what somebody says in marks.
    pub(super) fn speaks_in_marks(&self, noun: &Token<'_>) -> bool {
        let marked = self.said.is_some_and(|(start, _)| self.text[start..].starts_with(['«', '“', '"', '”']));
        marked && noun.is_word() && !noun.capital && noun.class == Class::default()
    }
}
