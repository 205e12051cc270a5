//! Offices that stand without a name, and whose they are: "Le ministre des Quais a promis … « … », a déclaré Ada Hill".

use std::collections::HashSet;

use super::people::PersonId;
use super::resolve::{Resolver, SPEAKER, SUBJECT, Seen};

impl Resolver<'_> {
    /// Offices without a name, each with the name without a role that speaks right behind it and for the first time.
    pub fn holders_of_offices(&self) -> Vec<(PersonId, PersonId)> {
        let mut holders: Vec<(PersonId, PersonId)> = Vec::new();
        let mut known = HashSet::new();
        let mut before: Option<Seen> = None;
        for seen in &self.seen {
            // a headline may name who is brought in below
            let is_new = known.insert((seen.id, seen.place.paragraph == 0));
            let person = self.people.get(seen.id);
            let office = before.filter(|before| {
                let office = self.people.get(before.id);
                let agrees = person.gender.is_none() || office.gender.is_none() || person.gender == office.gender;
                let near = seen.place.paragraph == before.place.paragraph
                    && !office.roles.iter().any(|role| self.words.is_anybody(role) || role == "jeune");
                agrees
                    && (office.office && seen.place.paragraph <= before.place.paragraph + 1 || office.calling && near)
            });
            // "…, a soufflé l'élu. Jean Rey, 54 ans, était en poste": he is
            // "Malet en colère": and below "Son entraîneur est furieux. Il arrive seul."
            let headed = known.contains(&(seen.id, true)) && seen.place.paragraph > 0;
            let his = || {
                let whose = before.map_or("", |before| self.people.get(before.id).name.as_str());
                ["son ", "sa ", "su "].iter().any(|own| whose.starts_with(own))
            };
            let follows = seen.clear >= SPEAKER
                || seen.clear >= SUBJECT && headed && his()
                || seen.clear >= SUBJECT
                    && before.is_some_and(|before| {
                        before.clear >= SPEAKER
                            && before.place.paragraph == seen.place.paragraph
                            && seen.place.sentence <= before.place.sentence + 1
                            && !self.people.get(before.id).is_of_any()
                    });
            if is_new
                && follows
                && let Some(office) = office
                && self.people.is_bare_name(seen.id)
            {
                holders.push((office.id, seen.id));
            }
            // a body that does something between is not in the way
            before = if seen.clear >= SUBJECT && !person.body && !person.plural { Some(*seen) } else { before };
        }
        holders
    }
}
