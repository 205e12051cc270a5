//! What an article tells of everybody in it before any speech is read: full names, letters, couples, offices.

use super::gender::first_name;
use super::names::{first_of_two, has_article, initials, is_acronym, is_loud, name_words, phrase, shown};
use super::people::{FullName, People, Person, PersonId};
use super::phrases::{self, Mention, Span};
use super::tokens::{Sentence, Token};
use super::words::{Class, Words};

impl People {
    /// Everybody with a full name or a title.
    pub fn of(text: &str, sentences: &[Sentence<'_>], words: &Words) -> Self {
        let mut people = Self::default();
        for sentence in sentences {
            let tokens = &sentence.tokens;
            let mut owner = None;
            let mut at = 0;
            while at < tokens.len() {
                let mention =
                    if phrases::opens(tokens, at) { phrases::at(tokens, at, tokens.len(), words) } else { None };
                let Some(mention) = mention else {
                    at += 1;
                    continue;
                };
                people.learn_initials(text, tokens, &mention);
                people.learn_kin(tokens, &mention, owner, words);
                if let Some(name) = mention.name.filter(|_| is_full(tokens, &mention)) {
                    owner = Some(people.meet(text, tokens, &mention, name));
                }
                if let Some(first) = first_of_two(tokens, mention.core).filter(|first| first.after > first.first + 1) {
                    people.meet(text, tokens, &Mention::of_name(first), first);
                }
                people.meet_owners(text, tokens, mention.core, words);
                people.learn_acronym(text, tokens, &mention, words);
                people.learn_spelling(text, tokens, &mention);
                people.learn_office(text, tokens, &mention);
                people.learn_holder(text, tokens, &mention, words);
                // "le député (DVG) [du Lot] Ada Hill"
                let bracket = tokens.get(mention.core.after).is_some_and(|sign| sign.is_sign("("));
                let name = mention.name.filter(|_| bracket).map_or(0, |name| name.after);
                at = mention.core.after.max(at + 1).max(name);
            }
            people.meet_couples(tokens);
        }
        people
    }

    /// "Jean Rey et [sa fille]": he is her father.
    fn learn_kin(&mut self, tokens: &[Token<'_>], mention: &Mention, owner: Option<PersonId>, words: &Words) {
        let own = tokens[mention.core.first].is(Class::POSSESSIVE);
        if let (Some(id), Some(noun), true) = (owner, mention.head, own)
            && let Some(gender) = self.get(id).gender
        {
            let back = words.kin.back(&tokens[noun].lower, gender);
            self.kin.extend(back.iter().map(|role| (role.clone(), id)));
        }
    }

    /// "la conférence de presse de Didier Roche", "la fille du maire Didier Roche": a full name that hangs on a noun.
    fn meet_owners(&mut self, text: &str, tokens: &[Token<'_>], core: Span, words: &Words) {
        for at in core.first + 1..core.after {
            let article = usize::from(tokens[at].is(Class::DETERMINER));
            if tokens[at - 1].is(Class::LINK)
                && let Some(noun) = tokens.get(at + article).filter(|noun| !noun.capital)
                && (noun.is(Class::HUMAN) || noun.is(Class::KNOWN_BODY))
                && let Some(owner) = phrases::at(tokens, at, core.after, words)
                && let Some(name) = owner.name.filter(|name| {
                    name.first == at + article + 1 || noun.is(Class::HUMAN) && name.after > name.first + 1
                })
            {
                self.meet(text, tokens, &owner, name);
            }
            let hangs = tokens[at - 1].is(Class::LINK) && tokens[at].is(Class::FIRST_NAME) && tokens[at].capital;
            let name = Span { first: at, after: phrases::run(tokens, at, core.after) };
            if hangs && name.after > at + 1 {
                // "sous la présidence d'Ada Hill, maire de Lys,"
                let whole = phrases::at(tokens, at, tokens.len(), words).filter(|it| it.name == Some(name));
                self.meet(text, tokens, &whole.unwrap_or_else(|| Mention::of_name(name)), name);
            }
        }
    }

    /// "l'Organisation mondiale de la santé (OMS)".
    fn learn_acronym(&mut self, text: &str, tokens: &[Token<'_>], mention: &Mention, words: &Words) {
        let Some([open, acronym, behind]) = tokens.get(mention.core.after..mention.core.after + 3) else { return };
        // "(OPL Quais et ports)"
        let far = tokens.iter().skip(mention.core.after + 3).take(4).find(|token| !token.is_word());
        let close = far.filter(|_| is_loud(acronym.text) && behind.is_word()).unwrap_or(behind);
        // "(Cnop)" behind "Comité national d'organisation de la primaire"
        let letters = acronym.text.to_uppercase();
        let spelled = || {
            let small = Class::LINK.and(Class::DETERMINER).and(Class::CONJUNCTION).and(Class::PREPOSITION);
            let long = mention.core.of(tokens).iter().filter(|token| !token.is(small));
            let long: Vec<String> = long.map(|token| token.text.to_owned()).collect();
            acronym.capital && letters.chars().nth(2).is_some() && initials(&long).ends_with(&letters)
        };
        if open.is_sign("(") && close.is_sign(")") && (is_loud(acronym.text) || spelled()) {
            // "le président de la Ligue des bergers (LDB)": the Ligue has these letters
            let person = mention.head.is_some_and(|head| tokens[head].is(Class::HUMAN));
            let core = mention.core;
            let inner = (core.first + 1..core.after)
                .find(|at| {
                    tokens[at - 1].is(Class::LINK) && (tokens[*at].is(Class::DETERMINER) || tokens[*at].is_name())
                })
                .and_then(|at| phrases::at(tokens, at, core.after, words));
            // "les relevés de l'Office français de la pluie (OFP)"
            let inner = inner.filter(|inner| {
                let spells = || initials(&name_words(tokens, inner, inner.core)).starts_with(&letters[..1]);
                let own = || mention.core.of(tokens).get(1).is_some_and(|noun| noun.capital);
                person || inner.name.is_some() && spells() && !own()
            });
            if person && inner.is_none() {
                return;
            }
            let mention = inner.as_ref().unwrap_or(mention);
            let id = match mention.name {
                Some(name) => self.meet(text, tokens, mention, name),
                None => self.describe(text, tokens, mention),
            };
            self.acronyms.insert(acronym.text.to_owned(), id);
            self.acronyms.insert(letters, id);
        }
    }

    /// "la Fiba (Fédération des bateliers)": "la Fédération" is the same body.
    fn learn_spelling(&mut self, text: &str, tokens: &[Token<'_>], mention: &Mention) {
        let Some(name) = mention.name.filter(|name| name.after == name.first + 1) else { return };
        let open = tokens.get(mention.core.after).filter(|open| open.is_sign("(") && name.after == mention.core.after);
        if open.is_none() || !has_article(tokens, mention, name) {
            return;
        }
        let first = mention.core.after + 1;
        let article = usize::from(tokens.get(first).is_some_and(|token| token.is(Class::DETERMINER)));
        let long = tokens.get(first + article..first + article + 2);
        let Some([noun, next]) = long.filter(|long| long[0].capital && long[0].is(Class::BODY)) else { return };
        if next.is_word() && noun.text.chars().next() == tokens[name.first].text.chars().next() {
            let id = self.meet(text, tokens, mention, name);
            self.acronyms.entry(noun.text.to_owned()).or_insert(id);
        }
    }

    /// "le Parti socialiste": what "PS" stands for.
    fn learn_initials(&mut self, text: &str, tokens: &[Token<'_>], mention: &Mention) {
        let article = |name: &Span| has_article(tokens, mention, *name) && !is_acronym(tokens, *name);
        let Some(name) = mention.name.filter(article) else { return };
        let words = name_words(tokens, mention, name);
        if words.len() > 1 {
            let whole = Span { first: name.first, after: mention.core.after.max(name.after) };
            let full = || FullName { name: shown(text, tokens, whole), words: words.clone() };
            self.initials.entry(initials(&words)).or_insert_with(full);
        }
    }

    /// "Inès et Clara Morel": both have the name of the second.
    fn meet_couples(&mut self, tokens: &[Token<'_>]) {
        for (at, pair) in tokens.windows(4).enumerate() {
            let [first, and, second, family] = pair else { continue };
            let named_so = |token: &Token<'_>| token.capital && token.is(Class::FIRST_NAME);
            let alone = at.checked_sub(1).is_none_or(|before| !tokens[before].is_name());
            if named_so(first)
                && matches!(and.lower.as_ref(), "et" | "y")
                && second.is_name()
                && family.is_name()
                && alone
            {
                let words = vec![first.text.to_owned(), family.text.to_owned()];
                if self.named(&words, None).is_none() {
                    self.add(Person {
                        name: words.join(" "),
                        words,
                        gender: first_name(first),
                        weight: 1,
                        ..Person::default()
                    });
                }
            }
        }
    }

    /// "Ada Hill est directrice du musée".
    fn learn_office(&mut self, text: &str, tokens: &[Token<'_>], mention: &Mention) {
        let Some(name) = mention.name.filter(|_| is_full(tokens, mention)) else { return };
        let Some(is) = tokens.get(mention.after) else { return };
        if matches!(is.lower.as_ref(), "est" | "était" | "fut" | "devient" | "es" | "era" | "fue") {
            let first = mention.after + 1;
            let noun =
                tokens.iter().skip(first).take(3).find(|token| !token.is(Class::DETERMINER.and(Class::BEFORE_NOUN)));
            if let Some(noun) = noun.filter(|noun| noun.is(Class::HUMAN)) {
                let id = self.meet(text, tokens, mention, name);
                self.add_role(id, noun.lower.to_string());
            }
        }
    }

    /// "L'auteur de la lettre est Ada Hill".
    fn learn_holder(&mut self, text: &str, tokens: &[Token<'_>], mention: &Mention, words: &Words) {
        let noun = mention.head.filter(|head| mention.name.is_none() && tokens[*head].is(Class::HUMAN));
        let is = tokens.get(mention.after).filter(|is| matches!(is.lower.as_ref(), "est" | "es"));
        if let (Some(_), Some(_), true) = (noun, is, tokens[mention.core.first].is(Class::DEFINITE))
            && let Some(holder) = phrases::at(tokens, mention.after + 1, tokens.len(), words)
            && let Some(name) = holder.name.filter(|name| name.first == mention.after + 1 && is_full(tokens, &holder))
        {
            let id = self.meet(text, tokens, &holder, name);
            self.add_role(id, phrase(tokens, mention));
        }
    }
}

/// Whether a name stands with enough to be somebody's: two words, a title, or a noun for what somebody is.
fn is_full(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let Some(name) = mention.name else { return false };
    let no_name = |token: &Token<'_>| token.is(Class::LIGHT.and(Class::CONJUNCTION).and(Class::PREPOSITION));
    let inside = name.of(tokens);
    let long = inside.len() > 1 && !inside.iter().any(|token| token.is(Class::BODY) || token.is(Class::LIGHT));
    let described =
        mention.head.is_some_and(|head| head < name.first || head >= name.after) || !mention.roles.is_empty();
    !inside.first().is_some_and(no_name) && (long || described)
}
