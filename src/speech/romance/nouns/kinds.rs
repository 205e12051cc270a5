//! What kind of noun it is: one for a body, for somebody praised, for a calling, for those of a court.

use super::super::gender::Gender;
use super::super::people::PersonId;
use super::super::phrases::Mention;
use super::super::resolve::{BACK, Place, Resolved, Resolver, SUBJECT, Wanted};
use super::super::tokens::Token;
use super::super::words::{Class, Noun, Verb};

/// How far behind its subject a verb stands, in words.
const VERB: usize = 4;

impl Resolver<'_> {
    /// "Jean Rey comparaît depuis lundi", "Ada Hill est jugée pour vol": "le prévenu", "l'accusée".
    pub(in crate::speech::romance) fn notice_charge(&mut self, tokens: &[Token<'_>], mention: &Mention, id: PersonId) {
        let near = tokens.get(mention.after..).unwrap_or_default().iter().take(VERB);
        let mut near = near.skip_while(|token| token.is_sign(",")).take_while(|token| token.is_word());
        let tried =
            |token: &Token<'_>| token.noun.any(Noun::CHARGE) && token.verb.only(Verb::INFINITIVE) == Verb::default();
        let person = self.people.get(id);
        let one = person.is_named() && !person.body && !person.plural && !person.thing;
        let ending = if person.gender == Some(Gender::Female) { "e" } else { "" };
        if one && mention.core.first < mention.core.after && near.any(tried) {
            for role in ["prévenu", "accusé"] {
                self.people.guess_role(id, format!("{role}{ending}"));
            }
        }
    }

    /// "l'institut de prévision", "la meilleure buteuse du tournoi": a body of a kind, or somebody praised, that was named.
    pub(super) fn by_kind(
        &self,
        tokens: &[Token<'_>],
        mention: &Mention,
        gender: Option<Gender>,
        place: Place,
    ) -> Option<Resolved> {
        let noun = mention.head?;
        let head = &tokens[noun];
        let inside = tokens.get(noun + 1..mention.core.after)?;
        // "le président de la firme", "el presidente del club": the one whom the article names
        let of_body = matches!(inside, [link, rest @ ..] if link.is(Class::LINK)
            && rest.last().is_some_and(|body| body.is(Class::KNOWN_BODY) && !body.capital)
            && rest.len() == 1 + usize::from(rest[0].is(Class::DETERMINER)));
        if of_body
            && head.is(Class::HUMAN)
            && let Some(id) = self.only_holder(&head.lower, gender)
        {
            return Some(Resolved { id, sure: 0.82 });
        }
        let kind = matches!(inside, [of, of_what] if matches!(of.lower.as_ref(), "de" | "d'")
            && !of_what.capital && !of_what.is(Class::HUMAN.and(Class::BODY)));
        // "la professeure à l'université de Lys": the sociologist who was named
        let learned = ["professeur", "chercheu", "enseignant"].iter().any(|stem| head.lower.starts_with(stem));
        let place_of_study = inside.first().is_some_and(|link| link.is(Class::LINK))
            && inside.iter().any(|body| {
                matches!(body.lower.as_ref(), "université" | "faculté" | "école" | "institut" | "cnrs" | "inserm")
            });
        if learned && place_of_study {
            let fields = self.words.roles_of("scientifique").iter().chain(self.words.roles_of("universitaire"));
            let holders = fields.flat_map(|role| self.people.holders(role, gender));
            let named: Vec<PersonId> = holders.filter(|id| self.people.get(*id).is_named()).collect();
            let seen = self.seen.iter().rev().take(BACK).filter(|seen| seen.place.at < place.at).map(|seen| seen.id);
            return seen.into_iter().find(|id| named.contains(id)).map(|id| Resolved { id, sure: 0.84 });
        }
        let body = kind && head.is(Class::KNOWN_BODY) && !head.is(Class::HUMAN);
        let praised = head.is(Class::HUMAN)
            && tokens[mention.core.first..noun]
                .iter()
                .any(|token| token.lower.starts_with("meilleur") || token.lower == "mejor");
        if !body && !praised {
            return None;
        }
        let wanted = Wanted { gender, plural: Some(false), body: Some(body), not: self.asked, ..Wanted::default() };
        let found = self.nearest(&wanted, place).filter(|found| self.people.get(found.id).is_named())?;
        let near = self.seen.iter().rev().take(BACK).any(|seen| {
            let reach = if body { seen.place.paragraph + 2 } else { seen.place.paragraph };
            seen.id == found.id && seen.clear >= SUBJECT && reach >= place.paragraph && seen.place.at < place.at
        });
        near.then_some(Resolved { id: found.id, sure: found.sure.min(0.82) })
    }

    /// "Ada Hill et Jean Rey ont signé. [La première] …, [le second] …": one of the two whom the sentence before names.
    pub(in crate::speech::romance) fn one_of_two(
        &self,
        tokens: &[Token<'_>],
        mention: &Mention,
        gender: Option<Gender>,
        place: Place,
    ) -> Option<Resolved> {
        let [article, number] = mention.core.of(tokens) else { return None };
        // "L'autre sourit. « … »", but not "demande l'une", "répond l'autre"
        if article.is(Class::DEFINITE) && number.lower == "autre" {
            let alike = ["un", "une"].iter().any(|one| self.people.holders(one, None).next().is_some());
            let other = self.counterpart(None, place).filter(|_| !alike);
            return other.map(|id| Resolved { id, sure: 0.75 });
        }
        let is_first = matches!(number.lower.as_ref(), "premier" | "première" | "primero" | "primera");
        let is_second = matches!(number.lower.as_ref(), "second" | "seconde" | "segundo" | "segunda");
        if !article.is(Class::DEFINITE) || !(is_first || is_second) {
            return None;
        }
        let before = self.seen.iter().rev().take(BACK).filter(|seen| {
            let person = self.people.get(seen.id);
            seen.place.sentence + 1 == place.sentence && person.is_named() && !person.body && !person.plural
        });
        let mut named: Vec<(usize, PersonId)> = before.map(|seen| (seen.place.at, seen.id)).collect();
        named.sort_unstable();
        let mut ids: Vec<PersonId> = Vec::new();
        for (_, id) in named {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let [first, second] = ids.as_slice() else { return None };
        let (meant, other) = if is_first { (*first, *second) } else { (*second, *first) };
        let agrees = |id: PersonId| {
            let known = self.people.get(id).gender;
            gender.is_none() || known.is_none() || known == gender
        };
        Some(Resolved { id: if agrees(meant) { meant } else { other }, sure: 0.85 })
    }

    /// "Son rival", "L'autre sourit": the last named of a gender but for whoever is in mind.
    pub(in crate::speech::romance) fn counterpart(&self, gender: Option<Gender>, place: Place) -> Option<PersonId> {
        let before = self.seen.iter().rev().take(BACK).filter(|seen| {
            let person = self.people.get(seen.id);
            let single = person.is_named() && !person.body && !person.plural && !person.thing;
            let inside = self.said.is_some_and(|(start, end)| start <= seen.place.at && seen.place.at < end);
            let agrees = gender.is_none() || person.gender.is_none() || person.gender == gender;
            single && !inside && seen.place.at < place.at && (agrees || seen.clear >= SUBJECT)
        });
        let in_mind = before.clone().find(|seen| seen.clear >= SUBJECT)?.id;
        let agrees = |known: Option<Gender>| gender.is_none() || known.is_none() || known == gender;
        before.map(|seen| seen.id).find(|id| *id != in_mind && agrees(self.people.get(*id).gender))
    }

    /// The one person with a name who holds a role.
    pub(super) fn only_holder(&self, role: &str, gender: Option<Gender>) -> Option<PersonId> {
        let mut all = self.people.holders(role, gender).filter(|id| self.people.get(*id).is_named());
        all.next().filter(|_| all.next().is_none())
    }

    /// Whether a noun stays with whom it has meant: a calling, not a player's place or a word for anybody.
    pub(super) fn keeps(&self, noun: &str) -> bool {
        let roles = self.words.roles_of(noun);
        let known = || roles.iter().any(|role| role == noun);
        let plays = || self.words.roles_of("joueur").iter().any(|place| place == noun);
        !self.words.is_anybody(noun) && (roles.is_empty() || known()) && !plays()
    }

    /// Whether a role is one of those who judge, ask and defend.
    pub(super) fn is_of_court(&self, role: &str) -> bool {
        let first = role.split('-').next().unwrap_or("");
        self.words.is_office(first) || self.words.is_of_court(first)
    }
}
