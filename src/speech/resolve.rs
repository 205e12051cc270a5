//! Step 8b: who a mention is, by its name, its role, or what a pronoun points back to.

use super::labels;
use super::lexicon::{Classes, Kind};
use super::mentions::{self, MentionKind, Phrase};
use super::people::{Gender, People, PersonId, could_be_person, is_title_word, is_upper, part_title, plain};
use super::sentences::Token;
use super::survey::{Mention, Survey};

/// How far back a pronoun is followed, in clauses with a subject and in speakers.
const BACK: usize = 400;

/// No subject is clearer than this.
const CLEAREST: f64 = 4.5;

/// Where a name opens a clause, and how clearly it does so.
struct Subject {
    at: usize,
    person: PersonId,
    clear: f64,
}

/// A speaker that was found before.
struct Said {
    at: usize,
    name: String,
    kind: MentionKind,
    plural: bool,
}

/// Who a mention is.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    pub name: String,
    /// Where the person is named whom a pronoun points back to.
    pub place: Option<usize>,
}

/// Finds the names of speakers, one after the other in the order of the quotations.
pub(super) struct Resolver<'s, 't> {
    survey: &'s Survey<'t>,
    people: People,
    /// In the order of the text.
    subjects: Vec<Subject>,
    /// Where a pronoun leads when nobody with a full name is near.
    others: Vec<(usize, String)>,
    /// Who answers in an interview: whom the article names most before it.
    interviewed: Option<PersonId>,
    said: Vec<Said>,
    /// Where the pronoun at hand points to.
    place: Option<usize>,
}

/// Who a pronoun means.
enum Meant {
    Person(PersonId),
    Name(String),
}

impl<'s, 't> Resolver<'s, 't> {
    pub fn of(survey: &'s Survey<'t>) -> Self {
        let people = People::of(survey);
        let subjects = find_subjects(survey, &people);
        let others = find_others(survey, &people);
        let interviewed = survey.turns.first().and_then(|turn| people.main_before(turn.label.start, survey));
        Self { survey, people, subjects, others, interviewed, said: Vec::new(), place: None }
    }

    /// Whether the article names anybody at all.
    pub fn names_anybody(&self) -> bool {
        !self.people.is_empty()
    }

    /// The name of a mention; one that is sure enough is remembered for the pronouns after it.
    pub fn name(&mut self, mention: Mention, remember: bool) -> Resolved {
        self.place = None;
        let name = self.resolve(mention);
        if remember {
            let place = self.said.partition_point(|said| said.at <= mention.start);
            let plural = self.is_plural(mention);
            self.said.insert(place, Said { at: mention.start, name: name.clone(), kind: mention.kind, plural });
        }
        Resolved { name, place: self.place }
    }

    fn is_plural(&self, mention: Mention) -> bool {
        let head = self.survey.head(mention);
        let common = matches!(mention.kind, MentionKind::Noun | MentionKind::Word);
        common && head.to_lowercase().ends_with('s') && !head.starts_with(char::is_uppercase)
            || matches!(self.survey.words_of(mention).to_lowercase().as_str(), "they" | "we")
    }

    fn resolve(&mut self, mention: Mention) -> String {
        let text = plain(self.survey.words_of(mention));
        let Some(number) = mention.sentence else { return self.of_label(mention, text) };
        let tokens = &self.survey.sentences[number].tokens;
        let inside = mention.phrase.of(tokens);
        let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return text };
        let noun = mention.kind == MentionKind::Noun;
        if mention.kind == MentionKind::Pronoun || noun && first.is(Classes::POSSESSIVE) {
            let word = mentions::clitic(&first.lower).unwrap_or(&first.lower).to_owned();
            return self.of_pronoun(&word, mention).unwrap_or(text);
        }
        if mention.kind.is_named() {
            return self.of_name(tokens, number, mention.phrase).unwrap_or(text);
        }
        let before_preposition = inside.windows(2).find(|pair| pair[1].kind == Some(Kind::Preposition));
        let head = before_preposition.map_or(last, |pair| &pair[0]);
        let definite =
            matches!(first.lower.as_ref(), "the" | "der" | "die" | "das" | "le" | "la" | "el" | "l'" | "this" | "that");
        let person = if definite { self.people.by_role(&head.lower) } else { None };
        person.map_or(text, |id| self.people.get(id).name.clone())
    }

    /// A name in the layout, and the person behind Q and A.
    fn of_label(&self, mention: Mention, text: String) -> String {
        match labels::role(self.survey.words_of(mention)) {
            Some(labels::Role::Question) => return "interviewer".to_owned(),
            Some(labels::Role::Answer) => {
                if let Some(person) = self.interviewed {
                    return self.people.get(person).name.clone();
                }
            }
            None => {}
        }
        let words: Vec<String> = text
            .split_whitespace()
            .map(
                |word| {
                    if is_upper(word) && word.chars().count() > 2 { with_one_capital(word) } else { word.to_owned() }
                },
            )
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        self.people.named(&words).map_or(text, |id| self.people.get(id).name.clone())
    }

    /// The name in a mention that holds capitals.
    fn of_name(&self, tokens: &[Token<'_>], number: usize, phrase: Phrase) -> Option<String> {
        let lexicon = self.survey.lexicon;
        // a known name before an unknown one, a person before a place, one with a title before one without
        type Rank = (bool, bool, bool);
        let mut best: Option<(Rank, Option<PersonId>, String)> = None;
        for run in self.survey.sentences[number].names.iter().filter(|run| run.touches(phrase)) {
            let run = Phrase { first: run.first.max(phrase.first), after: run.after.min(phrase.after) };
            let (title, name) = part_title(tokens, run, lexicon);
            let words: Vec<&str> =
                name.of(tokens).iter().filter(|token| !token.is(Classes::DETERMINER)).map(|token| token.text).collect();
            if words.is_empty() {
                continue;
            }
            // 'Hill's campaign' is the campaign
            if run.after < phrase.after && tokens[run.after].lower == "'s" {
                continue;
            }
            let person = self.people.named(&words);
            let is_person = person.is_some_and(|id| could_be_person(&self.people.get(id).name, lexicon));
            let rank = (person.is_some(), is_person, !title.is_empty());
            if best.as_ref().is_none_or(|(highest, ..)| rank > *highest) {
                best = Some((rank, person, words.join(" ")));
            }
        }
        let (_, person, name) = best?;
        let shown = |id: PersonId| self.people.get(id).name.clone();
        if person.is_none() && !name.contains(' ') && is_title_word(&name.to_lowercase(), lexicon) {
            return self.people.by_role(&name.to_lowercase()).map(shown);
        }
        Some(person.map_or(name, shown))
    }

    fn of_pronoun(&mut self, word: &str, mention: Mention) -> Option<String> {
        let classes = self.survey.lexicon.word(word).classes;
        let many = classes.any(Classes::PLURAL) && !classes.any(Classes::FEMININE);
        let gender = if classes.any(Classes::FEMININE) {
            Some(Gender::Female)
        } else if classes.any(Classes::MASCULINE) {
            Some(Gender::Male)
        } else {
            None
        };
        if classes.any(Classes::RELATIVE)
            && gender.is_none()
            && !many
            && let Some(name) = self.before_relative(mention)
        {
            return Some(name);
        }
        if many {
            let before = self.said.partition_point(|said| said.at < mention.start);
            let several = |said: &&Said| said.kind != MentionKind::Pronoun && said.plural;
            return self.said[..before].iter().rev().take(BACK).find(several).map(|said| said.name.clone());
        }
        if matches!(word, "i" | "we" | "you" | "it") {
            return None;
        }
        let Some((meant, score, place)) = self.nearest(gender, mention.start) else {
            let before = self.others.partition_point(|(at, _)| *at < mention.start);
            let (place, name) = self.others[..before].last()?;
            self.place = Some(*place);
            return Some(name.clone());
        };
        self.place = Some(place);
        match meant {
            Meant::Name(name) => Some(name),
            Meant::Person(id) => {
                let person = self.people.get_mut(id);
                if score > 0.0 && person.gender.is_none() {
                    person.gender = gender;
                }
                Some(person.name.clone())
            }
        }
    }

    /// 'Ada Hill, who': the name before a relative.
    fn before_relative(&self, mention: Mention) -> Option<String> {
        let sentence = &self.survey.sentences[mention.sentence?];
        let run = sentence.names.iter().rfind(|run| run.after <= mention.phrase.first)?;
        let texts = |phrase: Phrase| phrase.of(&sentence.tokens).iter().map(|token| token.text).collect::<Vec<_>>();
        let (_, name) = part_title(&sentence.tokens, *run, self.survey.lexicon);
        let person = self.people.named(&texts(name));
        Some(person.map_or_else(|| texts(*run).join(" "), |id| self.people.get(id).name.clone()))
    }

    /// Whom a pronoun at a place means: the nearest and clearest subject or speaker before it, as far as its gender fits.
    fn nearest(&self, gender: Option<Gender>, at: usize) -> Option<(Meant, f64, usize)> {
        let lexicon = self.survey.lexicon;
        let mut best: Option<(Meant, f64, usize)> = None;
        let score = |place: usize, clear: f64| {
            let paragraphs = self.survey.paragraphs_between(place, at) as f64;
            clear - 1.1 * paragraphs - self.survey.letters_between(place, at) as f64 / 400.0
        };
        // the farther back the lower: whether nobody from here on can be nearer than the best
        let mut offer = |place: usize, clear: f64, meant: Meant| -> bool {
            let known = match meant {
                Meant::Person(id) => self.people.get(id).gender,
                Meant::Name(_) => None,
            };
            if gender.is_some() && known.is_some() && known != gender {
                return best.as_ref().is_some_and(|(_, highest, _)| score(place, CLEAREST) < *highest);
            }
            let agrees = if known.is_some() && known == gender { 0.5 } else { 0.0 };
            let here = score(place, clear) + agrees;
            if best.as_ref().is_none_or(|(_, highest, _)| here > *highest) {
                best = Some((meant, here, place));
            }
            best.as_ref().is_some_and(|(_, highest, _)| score(place, CLEAREST) < *highest)
        };
        // of equals the last stands: common nouns, then named speakers, then subjects, each from the nearest back
        let said = &self.said[..self.said.partition_point(|said| said.at < at)];
        for said in said.iter().rev().take(BACK) {
            let common = matches!(said.kind, MentionKind::Noun | MentionKind::Word | MentionKind::Label);
            if common
                && !said.plural
                && self.people.shown_as(&said.name).is_none()
                && lexicon.word(&said.name.to_lowercase()).kind.is_none()
                && offer(said.at, 1.0, Meant::Name(said.name.clone()))
            {
                break;
            }
        }
        for said in said.iter().rev().take(BACK) {
            if let Some(id) = self.people.shown_as(&said.name)
                && could_be_person(&said.name, lexicon)
                && offer(said.at, 3.0, Meant::Person(id))
            {
                break;
            }
        }
        let before = self.subjects.partition_point(|subject| subject.at < at);
        for subject in self.subjects[..before].iter().rev().take(BACK) {
            if offer(subject.at, subject.clear, Meant::Person(subject.person)) {
                break;
            }
        }
        best
    }
}

/// Names that open a clause outside quotations: where a later pronoun leads.
fn find_subjects(survey: &Survey<'_>, people: &People) -> Vec<Subject> {
    let mut subjects = Vec::new();
    for naming in &people.namings {
        let tokens = &survey.sentences[naming.sentence].tokens;
        let name = naming.name;
        let begin = name.first.saturating_sub(naming.title.len());
        let next = tokens.get(name.after);
        if next.is_some_and(|next| next.lower == "'s" || next.lower == "'") {
            continue;
        }
        let prev = begin.checked_sub(1).map(|at| &tokens[at]);
        if prev.is_some_and(|prev| prev.kind == Some(Kind::Preposition)) {
            continue;
        }
        let Some(person) = people.of_naming(survey, naming).filter(|id| people.is_person(*id, survey.lexicon)) else {
            continue;
        };
        let leads = !tokens[..begin].iter().any(|token| token.word);
        let auxiliary = |kind: Kind| matches!(kind, Kind::Be | Kind::Have | Kind::Modal | Kind::Adverb);
        let is_verb =
            |token: &Token<'_>| token.could_be_verb(survey.lexicon.is_english()) || token.kind.is_some_and(auxiliary);
        // 'the mayor of Lys, Mira Dahl, has closed it': the name stands in the middle
        let between = prev.is_some_and(|prev| prev.text == ",") && next.is_some_and(|next| next.text == ",");
        let may_be_verb = |token: &Token<'_>| {
            is_verb(token) || token.word && !token.capital && token.kind.is_none() && !token.lower.ends_with("ing")
        };
        let verb = next.is_some_and(is_verb) || between && tokens.get(name.after + 1).is_some_and(may_be_verb);
        let after_cue = prev.is_some_and(|prev| prev.strength > 0.45);
        let comma = next.is_some_and(|next| next.text == ",");
        let clear = usize::from(leads) * 2
            + usize::from(!leads && verb)
            + usize::from(after_cue || verb)
            + usize::from(comma && leads);
        if clear > 0 {
            subjects.push(Subject { at: tokens[name.first].start, person, clear: clear as f64 });
        }
    }
    subjects.sort_by_key(|subject| subject.at);
    subjects
}

/// Subjects without a full name, each with its place: "Mara put down the lamp", "The old man said nothing".
fn find_others(survey: &Survey<'_>, people: &People) -> Vec<(usize, String)> {
    let mut others = Vec::new();
    for (number, sentence) in survey.sentences.iter().enumerate() {
        let tokens = &sentence.tokens;
        let Some(first) = tokens.iter().position(|token| token.word) else { continue };
        let opening = &tokens[first];
        let auxiliary = |kind: Kind| matches!(kind, Kind::Be | Kind::Have | Kind::Modal | Kind::Adverb);
        let verb = |token: &Token<'_>| token.word && !token.capital && token.kind.is_none_or(auxiliary);
        let is_name = sentence.names.contains(&Phrase::one(first))
            && tokens.get(first + 1).is_some_and(verb)
            && opening.kind.is_none()
            && !opening.is(Classes::ORGANISATION)
            && !is_upper(opening.text);
        if is_name && people.named(&[opening.text]).is_none() {
            others.push((opening.start, opening.text.to_owned()));
            continue;
        }
        let sources = survey.reports[number].iter().filter_map(|report| survey.source_of(number, report));
        let subject = sources.into_iter().find(|source| {
            source.kind == MentionKind::Noun
                && source.phrase.first == first
                && opening.is(Classes::DETERMINER)
                && !survey.head(*source).ends_with('s')
        });
        others.extend(subject.map(|source| (source.start, plain(survey.words_of(source)))));
    }
    others
}

/// O'HARA-HILL as O'Hara-Hill.
fn with_one_capital(word: &str) -> String {
    let mut inside = false;
    word.chars()
        .flat_map(|letter| {
            let lower = std::mem::replace(&mut inside, letter.is_alphabetic());
            let small = lower.then(|| letter.to_lowercase());
            small.into_iter().flatten().chain((!lower).then_some(letter))
        })
        .collect()
}
