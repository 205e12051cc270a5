//! Who a noun phrase without a name is: "le maire", "l'institution", "la jeune femme".

mod in_mind;
mod kinds;
mod sense;

use super::gender::Gender;
use super::names;
use super::people::PersonId;
use super::phrases::{Mention, Span};
use super::resolve::{BACK, Place, Resolved, Resolver, SPEAKER, SUBJECT, Wanted};
use super::tokens::Token;
use super::words::{Class, Noun};

/// How likely somebody holds a role that was guessed from who stood before it.
const GUESSED: f64 = 0.84;

impl Resolver<'_> {
    /// A noun phrase without a name: "le maire", "l'institution", "un voisin".
    pub(super) fn of_noun(
        &mut self,
        tokens: &[Token<'_>],
        mention: &Mention,
        gender: Option<Gender>,
        place: Place,
    ) -> Option<Resolved> {
        let opening = &tokens[mention.core.first];
        let head = &tokens[mention.head?];
        let plural = opening.is(Class::PLURAL);
        let phrase = names::phrase(tokens, mention);
        let definite = opening.is(Class::DEFINITE) && !plural;
        // "son cabinet": the one that was named
        if opening.is(Class::POSSESSIVE)
            && head.is(Class::BODY)
            && let Some(id) =
                self.latest(self.people.holders(&head.lower, None).filter(|id| !self.people.get(*id).is_named()))
        {
            return Some(Resolved { id, sure: 0.85 });
        }
        // "sa présidente", "su hija": the one who was named so
        let own = head.noun.any(Noun::LEADER) || self.words.is_stranger(&head.lower);
        let own = own && opening.is(Class::POSSESSIVE) && mention.core.after == mention.head? + 1;
        // "son avocate": "Me Ada Hill" as well
        let alike = || self.words.roles_of(&head.lower).iter().find_map(|role| self.only_holder(role, gender));
        let kin = || self.people.kin_of(&head.lower);
        let owned = || self.only_holder(&head.lower, gender).or_else(alike).or_else(kin);
        if let Some(id) = Some(()).filter(|()| own).and_then(|()| owned()) {
            return Some(Resolved { id, sure: 0.82 });
        }
        if own
            && head.noun.any(Noun::COUNTERPART)
            && let Some(id) = self.counterpart(gender, place)
        {
            return Some(Resolved { id, sure: 0.78 });
        }
        // "le second témoin" is none of those before
        let before = Span { first: mention.core.first, after: mention.head? };
        let ordinal = before.of(tokens).iter().any(names::is_other);
        // "la même source"
        let same = before.of(tokens).iter().any(|token| token.lower == "même");
        if same && mention.core.after == mention.head? + 1 {
            let said = self.seen.iter().rev().take(BACK).find(|seen| {
                seen.clear >= SPEAKER && seen.place.at < place.at && seen.place.paragraph + 1 >= place.paragraph
            });
            if let Some(said) = said {
                return Some(Resolved { id: said.id, sure: 0.88 });
            }
        }
        // "…, dit Ada Hill. Cette éleveuse …": whoever has just spoken
        let this = matches!(opening.lower.as_ref(), "ce" | "cet" | "cette");
        if this && (head.is(Class::HUMAN) || self.speaks_in_marks(head)) && !plural {
            let said = self.seen.iter().rev().take(BACK).find(|seen| seen.clear >= SUBJECT && seen.place.at < place.at);
            let near = said.filter(|seen| {
                let person = self.people.get(seen.id);
                // "…, dit Ada Hill. Elle dort mal. « … », dit cette éleveuse"
                let spoke = || {
                    let mut before = self.seen.iter().rev().take(BACK);
                    before.any(|it| it.id == seen.id && it.clear >= SPEAKER && it.place.paragraph == place.paragraph)
                };
                let told = self.words.is_anybody(&head.lower);
                (seen.clear >= SPEAKER || told || spoke())
                    && seen.place.paragraph == place.paragraph
                    && !person.plural
                    && (gender.is_none() || person.gender.is_none() || person.gender == gender)
            });
            if let Some(near) = near.map(|seen| seen.id) {
                return Some(Resolved { id: near, sure: 0.85 });
            }
            if let Some(id) = self.shown_again(gender, place) {
                return Some(Resolved { id, sure: 0.82 });
            }
        }
        if definite && !ordinal {
            // "le Premier ministre" is none of the ministers
            let first = before.of(tokens).last().filter(|first| first.lower.starts_with("premi"));
            let phrase = first.map_or(phrase.clone(), |first| format!("{}-{phrase}", first.lower));
            let restricted = in_mind::is_restricted(tokens, mention);
            let bare = first.is_none() && !restricted && is_bare(tokens, mention);
            let found = self.by_role(&phrase, head, gender, place, bare);
            if let Some(found) = found {
                return Some(found);
            }
            if let Some(found) = self.by_body(tokens, mention, gender) {
                return Some(found);
            }
            // "la comédienne" once is the same one again
            let called = Some(&self.called).filter(|called| !called.is_empty() && bare);
            let called = called.and_then(|called| {
                let alike = || self.words.roles_of(&head.lower).iter().find_map(|role| called.get(role));
                // "l'artiste" is the comédienne, where nobody else is here
                let keeps = self.keeps(&head.lower) || !self.someone_is_here(gender, place);
                called.get(head.lower.as_ref()).or_else(|| alike().filter(|_| keeps))
            });
            let called = called.filter(|id| {
                let known = self.people.get(**id).gender;
                gender.is_none() || known.is_none() || known == gender
            });
            if let Some(id) = called {
                return Some(Resolved { id: *id, sure: 0.85 });
            }
            let alone = !restricted && is_bare(tokens, mention);
            if let Some(found) = self.by_sense(head, &phrase, gender, place, alone) {
                let person = self.people.get(found.id);
                if self.keeps(&head.lower) && head.is(Class::HUMAN) && person.is_named() && !person.body {
                    self.called.entry(head.lower.to_string()).or_insert(found.id);
                }
                return Some(found);
            }
            if let Some(found) = self.by_kind(tokens, mention, gender, place) {
                return Some(found);
            }
            if !restricted && let Some(found) = self.in_mind(tokens, mention, gender, place) {
                return Some(found);
            }
            // "le chef d'un parti" is nobody known
            if tokens[mention.head?..mention.core.after]
                .iter()
                .any(|token| matches!(token.lower.as_ref(), "un" | "une" | "una"))
            {
                let id = self.people.describe(self.text, tokens, mention);
                return Some(Resolved { id, sure: 0.92 });
            }
            // "la cheffe du parti": the one woman who has been named
            if matches!(
                head.lower.as_ref(),
                "chef" | "cheffe" | "leader" | "candidat" | "candidate" | "patron" | "patronne"
            ) && let Some(id) = self.only_one(gender)
            {
                return Some(Resolved { id, sure: 0.78 });
            }
            // "le coordinateur du programme": the one doctor who has been named
            let other = self.is_of_court(&head.lower)
                || self.words.is_office(&head.lower)
                || self.words.is_stranger(&head.lower);
            if head.is(Class::HUMAN)
                && !is_bare(tokens, mention)
                && !other
                && let Some(id) = self.only_one(gender).filter(|id| self.people.has_title_alone(*id))
            {
                return Some(Resolved { id, sure: 0.75 });
            }
            // "L'ancienne avocate": somebody who was told of just before
            let was = before.of(tokens).iter().any(|word| matches!(word.lower.as_ref(), "ancien" | "ancienne"));
            if was
                && head.is(Class::HUMAN)
                && let Some(found) =
                    self.nearest(&Wanted { gender, plural: Some(false), body: Some(false), ..Wanted::default() }, place)
                && self.is_near(found.id, place)
            {
                return Some(Resolved { id: found.id, sure: found.sure.min(0.85) });
            }
            // "le chef de l'État": whoever the article is about
            let office = self.words.is_highest_office(&phrase);
            if office && let Some(id) = self.people.main(gender) {
                return Some(Resolved { id, sure: 0.86 });
            }
        } else if plural
            && opening.is(Class::DEFINITE)
            && let Some(id) = self.several(head, &phrase, mention.core.after == mention.head? + 1)
        {
            return Some(Resolved { id, sure: 0.9 });
        }
        let id = self.people.describe(self.text, tokens, mention);
        let person = head.is(Class::HUMAN.and(Class::BODY)) || plural;
        // an indefinite article brings in somebody new; a definite one may point back
        let new = !opening.is(Class::DEFINITE) || plural || !is_bare(tokens, mention);
        Some(Resolved {
            id,
            sure: if !person {
                0.7
            } else if opening.is(Class::POSSESSIVE) && head.is(Class::KNOWN_BODY) {
                // "son syndicat" mostly has a name above
                0.84
            } else if new {
                0.94
            } else {
                0.9
            },
        })
    }

    /// "les autorités", "les autorités locales": those who were called so, and no others of them.
    fn several(&self, head: &Token<'_>, phrase: &str, alone: bool) -> Option<PersonId> {
        let all = |role: &str| -> Vec<PersonId> {
            self.people.holders(role, None).filter(|id| self.people.get(*id).plural).collect()
        };
        let bare = |id: &PersonId| alone || self.people.get(*id).roles.iter().all(|role| *role == *head.lower);
        self.latest(all(phrase).into_iter()).or_else(|| self.latest(all(&head.lower).into_iter().filter(bare)))
    }

    /// The holder of a role: of all of it, or of its noun.
    fn by_role(
        &self,
        phrase: &str,
        head: &Token<'_>,
        gender: Option<Gender>,
        place: Place,
        bare: bool,
    ) -> Option<Resolved> {
        let all: Vec<PersonId> = self.people.holders(phrase, gender).collect();
        let guessed = |id: PersonId, role: &str| self.people.get(id).guessed.iter().any(|known| known == role);
        if let Some(id) = self.main_of(&all, place) {
            return Some(Resolved { id, sure: if guessed(id, phrase) { GUESSED } else { 0.94 } });
        }
        if !bare {
            // "le procureur de Lys" may be somebody else than the one of Aubry
            return None;
        }
        let all: Vec<PersonId> = self.people.holders(&head.lower, gender).collect();
        self.main_of(&all, place).map(|id| {
            let sure = if guessed(id, &head.lower) { GUESSED } else { 0.93 };
            Resolved { id, sure: if all.len() == 1 { sure } else { 0.85 } }
        })
    }

    /// "le patron de la CGT", "la présidente de cette même autorité": whoever the article names with a role like that.
    fn by_body(&self, tokens: &[Token<'_>], mention: &Mention, gender: Option<Gender>) -> Option<Resolved> {
        let head = mention.head.filter(|head| tokens[*head].is(Class::HUMAN))?;
        let small =
            Class::LINK.and(Class::DETERMINER).and(Class::BEFORE_NOUN).and(Class::LIGHT).and(Class::PREPOSITION);
        let inside = tokens.get(head + 1..mention.core.after)?.iter();
        let body: Vec<&str> = inside
            .filter(|token| !token.is(small) && !token.text.starts_with(char::is_numeric))
            .map(|token| token.lower.as_ref())
            .collect();
        let linked = tokens.get(head + 1..mention.core.after)?.iter().any(|token| token.is(Class::LINK));
        if body.is_empty() || !linked {
            return None;
        }
        let inside_names: Vec<&str> = tokens[head + 1..mention.core.after]
            .iter()
            .filter(|token| names::is_loud(token.text))
            .map(|token| token.text)
            .collect();
        let mut all: Vec<PersonId> = self.people.heads(self.words, &tokens[head].lower, &body, gender).collect();
        // "le président de la LDB", "… de la Ligue des bergers (LDB)"
        if let [.., letters] = inside_names.as_slice()
            && all.is_empty()
            && let Some(full) = self.people.spelled_out(letters)
        {
            let body: Vec<&str> = full.split([' ', '\'', '’']).filter(|word| word.len() > 3).collect();
            all = self.people.heads(self.words, &tokens[head].lower, &body, gender).collect();
        }
        let id = self.latest(all.iter().copied())?;
        Some(Resolved { id, sure: if all.len() == 1 { 0.9 } else { 0.82 } })
    }

    /// Whether somebody was named in this paragraph or the one before.
    fn is_near(&self, id: PersonId, place: Place) -> bool {
        let mut seen = self.seen.iter().rev().take(BACK).filter(|seen| seen.place.at < place.at && seen.id == id);
        seen.next().is_some_and(|seen| seen.place.paragraph + 1 >= place.paragraph)
    }

    /// The one person of a gender who has been named lately.
    fn only_one(&self, gender: Option<Gender>) -> Option<PersonId> {
        let gender = gender?;
        let fits = |id: PersonId| {
            let person = self.people.get(id);
            person.is_named() && !person.body && !person.thing && !person.plural && person.gender == Some(gender)
        };
        let mut all = self.seen.iter().rev().take(BACK).map(|seen| seen.id).filter(|id| fits(*id));
        let first = all.next()?;
        all.all(|id| id == first).then_some(first)
    }

    /// Of several holders of a role the one named last, else the one named most.
    fn main_of(&self, all: &[PersonId], place: Place) -> Option<PersonId> {
        let near = self.seen.iter().rev().take(BACK).find(|seen| {
            all.contains(&seen.id) && seen.place.paragraph + 1 >= place.paragraph && seen.clear >= SUBJECT
        });
        near.map(|seen| seen.id)
            .or_else(|| all.iter().copied().max_by_key(|id| (self.people.get(*id).is_named(), self.people.weight(*id))))
    }

    fn latest(&self, all: impl Iterator<Item = PersonId>) -> Option<PersonId> {
        let all: Vec<PersonId> = all.collect();
        self.seen
            .iter()
            .rev()
            .take(BACK)
            .map(|seen| seen.id)
            .find(|id| all.contains(id))
            .or_else(|| all.first().copied())
    }
}

/// Whether a noun phrase has nothing behind its noun but adjectives: "le maire", "l'attaquant sénégalais".
fn is_bare(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let Some(head) = mention.head else { return false };
    // "l'accusé de 34 ans"
    let aged = matches!(tokens.get(head + 1..mention.core.after), Some([of, number, years]) if of.lower == "de"
        && number.text.starts_with(char::is_numeric) && matches!(years.lower.as_ref(), "ans" | "mois"));
    // "la metteuse en scène", "le rédacteur en chef": one calling
    let callings = matches!(tokens.get(head + 1..mention.core.after), Some([with, what]) if with.lower == "en"
        && matches!(what.lower.as_ref(), "scène" | "chef"));
    aged || callings
        || !tokens[head..mention.core.after.max(head)]
            .iter()
            .any(|token| token.is(Class::PREPOSITION) || token.capital && !names::is_loud(token.text))
}

/// Words that stand for anybody at all.
pub(super) fn is_loose(lower: &str) -> bool {
    ["iste", "eur", "euse", "trice", "logue", "ien", "ienne", "ista", "logo", "loga", "dor", "dora"]
        .iter()
        .any(|end| lower.ends_with(end))
}
