//! "Ce dernier", "celle-ci", "l'intéressé": whoever was named last, by a name or by a noun alone.

use super::gender::{self, Gender};
use super::people::PersonId;
use super::phrases::{self, Mention, Span};
use super::resolve::{BACK, Place, Resolved, Resolver, SPEAKER};
use super::tokens::Token;
use super::words::Class;

/// How many sentences back such words point.
const LAST: usize = 2;
const THIS: usize = 1;
const CONCERNED: usize = 8;

/// In how many passages of the last speaker whoever is concerned is looked for.
const SPOKEN: usize = 3;

/// How likely they mean whoever it seems.
const POINTED: f64 = 0.88;

/// Somebody without a name who stood in a sentence: "l'ancien ministre".
#[derive(Clone, Debug)]
pub(super) struct Noticed<'t> {
    place: Place,
    gender: Option<Gender>,
    /// The words alone, and the phrase that they are.
    tokens: Vec<Token<'t>>,
    mention: Mention,
}

impl<'t> Resolver<'t> {
    /// Notes who stands in a sentence by a noun alone; those of the sentence before last are forgotten.
    pub fn notice(&mut self, tokens: &[Token<'t>], sentence: usize, paragraph: usize) {
        self.noticed.retain(|noticed| noticed.place.sentence + 1 >= sentence);
        let mut at = 0;
        while at < tokens.len() {
            let mention =
                if phrases::opens(tokens, at) { phrases::at(tokens, at, tokens.len(), self.words) } else { None };
            let Some(mention) = mention else {
                at += 1;
                continue;
            };
            if mention.name.is_some() {
                at = mention.after.max(at + 1);
                continue;
            }
            let article = &tokens[at];
            let single = article.is(Class::DETERMINER) && !article.is(Class::PLURAL) && !mention.pronoun;
            let speaks = mention.head.is_some_and(|head| tokens[head].is(Class::HUMAN.and(Class::BODY)));
            if single && speaks {
                let Span { first, after } = mention.core;
                let core = Span { first: 0, after: after - first };
                let head = mention.head.map(|head| head - first);
                self.noticed.push(Noticed {
                    place: Place { at: article.start, sentence, paragraph },
                    gender: gender::gender(tokens, &mention),
                    tokens: tokens[first..after].to_vec(),
                    mention: Mention { core, head, roles: Vec::new(), after: core.after, ..mention },
                });
                at = after;
            } else {
                at += 1;
            }
        }
    }

    /// Of all who were named the last.
    pub(super) fn last_named(
        &mut self,
        tokens: &[Token<'_>],
        mention: &Mention,
        gender: Option<Gender>,
        place: Place,
    ) -> Option<Resolved> {
        // "le principal intéressé" as well
        let back = &tokens[mention.core.after - 1];
        // "…, glisse un élu. Le même jure que …"
        if back.lower == "même" {
            let spoke =
                self.seen.iter().rev().take(BACK).find(|seen| seen.place.at < place.at && seen.clear >= SPEAKER)?;
            return (spoke.place.paragraph + 1 >= place.paragraph).then_some(Resolved { id: spoke.id, sure: POINTED });
        }
        let alone = mention.core.after == mention.core.first + 1;
        let (reach, concerned) = match back.lower.as_ref() {
            "dernier" | "dernière" if !alone => (LAST, false),
            "intéressé" | "intéressée" if !alone => (CONCERNED, true),
            "celui-ci" | "celle-ci" => (THIS, false),
            _ => return None,
        };
        let said = self.said;
        let before = |at: usize, sentence: usize| {
            let inside = said.is_some_and(|(start, end)| start <= at && at < end);
            at < place.at && !inside && sentence + reach >= place.sentence
        };
        // who has just spoken is not the one concerned
        let spoke = self.seen.iter().rev().take(BACK).find(|seen| seen.place.at < place.at && seen.clear >= SPEAKER);
        let spoke = spoke.filter(|_| concerned).map(|seen| seen.id);
        let named = |other: bool| {
            self.seen.iter().rev().take(BACK).find(|seen| {
                let person = self.people.get(seen.id);
                let agrees = person.gender == gender || person.gender.is_none() && (alone || person.words.len() > 1);
                let one = person.is_named() && !person.body && !person.plural;
                before(seen.place.at, seen.place.sentence) && one && agrees && !(other && spoke == Some(seen.id))
            })
        };
        // « Jean pouvait tirer », dit Ada Hill. L'intéressé …: whom she speaks of
        if let Some(id) = self.spoken_of(gender).filter(|_| concerned) {
            return Some(Resolved { id, sure: POINTED });
        }
        let last = named(true).or_else(|| named(false)).copied();
        // "décrit le préfet. L'intéressé …": where nobody else has a name
        let nobody = last.is_none_or(|last| spoke == Some(last.id));
        let noticed = self.noticed.iter().rev().filter(|_| !concerned || nobody).find(|noticed| {
            before(noticed.place.at, noticed.place.sentence) && (noticed.gender.is_none() || noticed.gender == gender)
        });
        let later = noticed.filter(|noticed| concerned || last.is_none_or(|last| last.place.at < noticed.place.at));
        let later = later.cloned();
        if let Some(Noticed { tokens, mention, gender, place }) = later
            && let Some(found) = self.of_noun(&tokens, &mention, gender, place)
        {
            return Some(Resolved { sure: POINTED.min(found.sure), ..found });
        }
        last.map(|last| Resolved { id: last.id, sure: POINTED })
    }

    /// Whom the last to speak has spoken of there: a known person by a name of theirs.
    fn spoken_of(&self, gender: Option<Gender>) -> Option<PersonId> {
        let (.., speaker) = *self.spoken.last()?;
        let words = self
            .spoken
            .iter()
            .rev()
            .take_while(|(.., by)| *by == speaker)
            .take(SPOKEN)
            .filter_map(|(start, end, _)| self.text.get(*start..*end))
            .flat_map(|said| said.split(|letter: char| !letter.is_alphanumeric() && letter != '-'));
        let known = |id: &PersonId| {
            let person = self.people.get(*id);
            *id != speaker && !person.body && !person.plural && !person.thing
        };
        words
            .filter(|word| word.starts_with(char::is_uppercase))
            .find_map(|word| self.people.named(&[word.to_owned()], gender).filter(known))
    }
}
