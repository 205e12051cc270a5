//! Step 8: the names of a stretch outside its quotations, their titles and roles, and where they open a clause.

mod clear;
mod english;
mod german_nouns;
mod pronouns;
mod settled;

use german_nouns::{keep_body_noun, keep_described, keep_firm, keep_joined, keep_several};
pub(super) use settled::{Joined, settle};

use super::acronym;
use super::german;
use super::interner::TextId;
use super::kept::{Being, FullName, Gender, Kept, Other, Subject, push};
use super::lexicon::{Classes, Kind, Lexicon};
use super::mentions::{self, MentionKind, Phrase};
use super::people::{is_upper, plain};
use super::sentences::Sentence;
use super::subjects;
use super::survey::Survey;
use super::titles::{self, part_title};
use super::token::Token;

/// How clear somebody is whom an English sentence names and who is not its subject: a pronoun leads there where it leads
/// nowhere else.
const ASIDE: i8 = -1;

/// The same of whom a sentence opens with by a full name: 'For Ada Hill, a retired baker, that is too late'.
const CONCERNED: i8 = 2;

/// Keeps what a stretch names.
pub(super) fn keep(survey: &Survey<'_>, kept: &mut Kept) {
    for number in survey.own_sentences() {
        let sentence = &survey.sentences[number];
        keep_other(survey, number, kept);
        // German has capitals on most words of any sentence
        if !survey.lexicon.is_german() && is_headline(sentence) {
            continue;
        }
        if survey.lexicon.is_german() {
            let brackets = (1..sentence.tokens.len()).filter(|at| sentence.tokens[*at].text == "(");
            let spelled =
                brackets.filter_map(|at| Some((german::spelled_out(&sentence.tokens, at, survey.lexicon)?, at + 1)));
            spelled.for_each(|(name, letters)| keep_spelled(&sentence.tokens, name, letters, kept));
        }
        for run in &sentence.names {
            if survey.lexicon.is_german() && german::is_credit(&sentence.tokens, *run) {
                continue;
            }
            if let Some(mut naming) = Naming::of(&sentence.tokens, *run, survey.lexicon) {
                naming.is_told = survey.lexicon.is_german() && german::is_told(survey, number, naming.name);
                naming.pronoun =
                    if survey.lexicon.is_english() { pronouns::told(survey, number, &naming) } else { None };
                naming.keep(survey, kept);
            }
            // 'Ada Hill von der Lyser Bank' names two
            let person = german::without_body(&sentence.tokens, *run);
            let body = Phrase { first: person.after + 1, ..*run };
            if survey.lexicon.is_german()
                && body.first < body.after
                && let Some(naming) = Naming::of(&sentence.tokens, body, survey.lexicon)
            {
                naming.keep(survey, kept);
            }
            keep_letters(&sentence.tokens, *run, survey.lexicon, kept);
            keep_firm(survey, &sentence.tokens, *run, kept);
            english::keep_owned(survey, sentence, *run, kept);
        }
        if survey.lexicon.is_english() {
            english::keep_joined(sentence, kept);
        }
    }
}

/// Keeps a name that is spelled out before a bracket with its letters: both are one.
fn keep_letters(tokens: &[Token<'_>], run: Phrase, lexicon: &Lexicon, kept: &mut Kept) {
    let Some((name, letters)) = acronym::spelled_out(tokens, run) else { return };
    // 'the Inspector General of Police (IGP)' is somebody
    if name.after > name.first + 1 && !titles::is_office(tokens, name, lexicon) {
        keep_spelled(tokens, name, letters, kept);
    }
}

/// Keeps the name of a body and the token of its letters: both are one.
fn keep_spelled(tokens: &[Token<'_>], name: Phrase, letters: usize, kept: &mut Kept) {
    let (Some(first), Some(last)) = (name.of(tokens).first(), name.of(tokens).last()) else { return };
    let letters = kept.texts.intern_text(tokens[letters].text);
    let name = kept.texts.intern(name.of(tokens).iter().map(|token| token.text));
    let number = kept.full_name(name, first.start, last.end);
    let full_name = &mut kept.full_names[number];
    (full_name.being, full_name.times) = (Being::Body, full_name.times.max(1));
    kept.numbers.entry(letters).or_insert(number as u32);
}

/// Keeps a subject without a full name.
fn keep_other(survey: &Survey<'_>, number: usize, kept: &mut Kept) {
    let sentence = &survey.sentences[number];
    let tokens = &sentence.tokens;
    if survey.lexicon.is_german() {
        keep_described(survey, number, kept);
        keep_body_noun(survey, number, kept);
        keep_several(survey, number, kept);
        keep_joined(survey, number, kept);
    } else if survey.lexicon.is_english() {
        english::keep_subjects(survey, sentence, kept);
    }
    let Some(first) = tokens.iter().position(|token| token.word) else { return };
    let opening = &tokens[first];
    let auxiliary = |kind: Kind| matches!(kind, Kind::Be | Kind::Have | Kind::Modal | Kind::Adverb);
    let verb = |token: &Token<'_>| token.word && !token.capital && token.kind.is_none_or(auxiliary);
    // 'Growing pains', a heading
    let is_heading = survey.lexicon.is_english() && tokens.last().is_some_and(|last| last.word);
    let is_name = opening.kind.is_none()
        && !is_heading
        && sentence.names.contains(&Phrase::one(first))
        && tokens.get(first + 1).is_some_and(verb)
        && !opening.is(Classes::ORGANISATION)
        && !survey.lexicon.is_thing(&opening.lower)
        && !survey.lexicon.is_anybody(&opening.lower)
        && opening.usage.noun.text != "quantity"
        && !is_upper(opening.text)
        && !(survey.lexicon.is_german() && german::only_opens(&survey.sentences, tokens, Phrase::one(first)));
    if is_name {
        let name = kept.texts.intern_text(opening.text);
        push(&mut kept.short_names, Other { at: opening.start as u32, name });
    }
    if !opening.is(Classes::DETERMINER) {
        return;
    }
    let sources = survey.reports[number].iter().filter_map(|report| survey.source_of(number, report));
    let subject = sources.into_iter().find(|source| {
        let head = mentions::head(source.phrase.of(tokens));
        let person = !survey.lexicon.is_english() || head.is_some_and(Token::may_be_person);
        let one = source.kind == MentionKind::Noun && !survey.head(*source).ends_with('s');
        one && person && source.phrase.first == first
    });
    if let Some(source) = subject {
        let name = kept.texts.intern_text(&plain(survey.words_of(source)));
        push(&mut kept.nouns, Other { at: source.start as u32, name });
    }
}

/// A name in the text, its titles parted from it.
struct Naming<'s, 't> {
    tokens: &'s [Token<'t>],
    /// The titles before the name.
    title: &'s [Token<'t>],
    /// Whether an office was parted from it.
    office: bool,
    name: Phrase,
    /// Whether a German tells it of somebody else.
    is_told: bool,
    /// What the pronoun that follows tells in English.
    pronoun: Option<Gender>,
}

impl<'s, 't> Naming<'s, 't> {
    /// The name that a run of capitals holds.
    fn of(tokens: &'s [Token<'t>], run: Phrase, lexicon: &Lexicon) -> Option<Self> {
        let run = mentions::past_opening(tokens, run, lexicon);
        let (titles, mut name) = part_title(tokens, run, lexicon);
        let small = |token: &Token<'_>| {
            // 'Auch Ada Hill'
            let opens =
                (lexicon.is_german() || lexicon.is_english() && run.first == 0) && token.kind == Some(Kind::Adverb);
            let body = lexicon.is_german() && lexicon.is_body(&token.lower);
            !token.capital && !body
                || opens
                || matches!(token.kind, Some(Kind::Determiner | Kind::Pronoun | Kind::Possessive))
        };
        if lexicon.is_english() && english::tells_who(tokens, run, lexicon) {
            return None;
        }
        let office = lexicon.is_english() && titles::parts_office(tokens, (titles, name));
        // 'Shares of Lys Mills fell'
        if lexicon.is_english() && run.first == 0 && subjects::is_part_of(name.of(tokens), lexicon) {
            name.first += 2;
        }
        if name.of(tokens).first().is_none_or(small) {
            name.first += 1;
        }
        if office {
            // 'Director of the Lys Institute' names the institute
            name.first += name.of(tokens).iter().take_while(|token| !token.capital).count();
        }
        if lexicon.is_german() {
            name = german::without_statement(tokens, name, lexicon);
        }
        let first = name.of(tokens).first()?;
        if lexicon.is_english() && titles::names_office(name.of(tokens)) {
            return None;
        }
        if lexicon.is_german() && name.after == name.first + 1 && german::is_adjective(first.text) {
            return None; // 'US-amerikanische'
        }
        if lexicon.is_german() && german::is_no_name(tokens, name, lexicon) {
            return None;
        }
        if name.of(tokens).iter().any(|token| token.lower == "i") {
            return None; // 'Now I'
        }
        let no_name =
            first.is(Classes::TITLE.and(Classes::DAY).and(Classes::MONTH)) || first.kind.is_some() && name.first == 0;
        let single = name.after - name.first == 1;
        let title = if office { &[] } else { &run.of(tokens)[..titles] };
        (!single || !no_name).then_some(Self { tokens, title, office, name, is_told: false, pronoun: None })
    }

    fn keep(&self, survey: &Survey<'_>, kept: &mut Kept) {
        let inside = self.name.of(self.tokens);
        let [first, .., last] = inside else {
            let Some(first) = inside.first() else { return };
            let name = kept.texts.intern(inside.iter().map(|token| token.text));
            let gender = self.gender(survey.lexicon);
            if gender.is_some() && survey.lexicon.is_german() && !german::is_genitive(first.text) {
                keep_titled(first, name, gender, Being::Unknown, kept);
            }
            // 'President Hill'
            let titled = survey.lexicon.is_english() && self.title.iter().any(|token| token.is(Classes::TITLE));
            if titled && !first.is(Classes::TITLE.and(Classes::ORGANISATION)) && !is_upper(first.text) {
                keep_titled(first, name, gender, Being::Person, kept);
            }
            let single = kept.single_names.entry(name).or_default();
            (single.times, single.titled) = (single.times + 1, agreed(single.titled, gender));
            single.pronouns.add(self.pronoun);
            return self.keep_place(survey, name, kept);
        };
        let words = inside.iter().filter(|token| token.mark().is_none());
        let name = kept.texts.intern(words.map(|token| token.text));
        let number = kept.full_name(name, first.start, last.end);
        let full_name = &mut kept.full_names[number];
        full_name.times += 1;
        full_name.pronouns.add(self.pronoun);
        if survey.lexicon.is_english() && self.is_thing(survey.lexicon) && full_name.being == Being::Unknown {
            full_name.being = Being::Body;
        }
        full_name.gender = agreed(full_name.gender, self.gender(survey.lexicon));
        self.keep_place(survey, name, kept);
    }

    /// What the titles tell.
    fn gender(&self, lexicon: &Lexicon) -> Option<Gender> {
        let titled = Gender::told(self.title, Gender::TITLES);
        if titled.is_some() {
            titled
        } else if lexicon.is_german() {
            let before = self.name.first.checked_sub(1).map(|at| &self.tokens[at]);
            let noun = |role: &&Token<'_>| role.word && role.text.starts_with(char::is_uppercase);
            let full = self.name.after > self.name.first + 1;
            let told = |role: &Token<'_>| match full {
                true => german::gender_before_name(&role.lower, lexicon),
                false => german::gender_of_role(&role.lower, lexicon),
            };
            let beside = before.filter(noun).and_then(told);
            let article = || german::gender_of_article(self.tokens, self.name.first - self.title.len(), lexicon);
            beside.or_else(|| german::gender_of_apposed(self.tokens, self.name, lexicon)).or_else(article)
        } else {
            None
        }
    }

    /// Keeps the roles that stand with the name, and the place where it opens a clause.
    fn keep_place(&self, survey: &Survey<'_>, name: TextId, kept: &mut Kept) {
        let before = self.name.first.checked_sub(self.title.len() + 1).map(|at| &self.tokens[at]);
        // 'team leader Noa Reyes'
        let plain_word = before.filter(|token| token.word && !token.capital && token.kind.is_none());
        // 'Secretary of State Ada Hill' is no state
        let is_role = |token: &&Token<'_>| {
            !survey.lexicon.is_english() || token.kind.is_none() && !token.is(Classes::ORGANISATION)
        };
        // 'the researchers Noa Reyes and Ada Hill' are two
        let plain_word =
            plain_word.filter(|word| !survey.lexicon.is_english() || !titles::are_several(word, survey.lexicon));
        let roles = self.title.iter().filter(is_role).chain(plain_word).chain(self.role_before(survey.lexicon));
        let roles = roles.map(|token| token.lower.as_ref());
        let body = self.name.of(self.tokens).first().map(|first| first.lower.as_ref());
        let body = body.filter(|body| survey.lexicon.is_german() && survey.lexicon.is_body(body));
        for role in roles.chain(self.appositive_role(survey.lexicon)).chain(body) {
            let short = survey.lexicon.is_german().then(|| german::title_of_role(role, survey.lexicon)).flatten();
            // 'des Sprechers Tim Wolf'
            let plain =
                role.strip_suffix('s').filter(|one| survey.lexicon.is_german() && survey.lexicon.is_person(one));
            let short = short.or_else(|| survey.lexicon.long_title(role));
            let end = survey.lexicon.plain_role(role).filter(|_| survey.lexicon.is_german());
            for role in [Some(role), short, plain, end].into_iter().flatten() {
                let role = kept.texts.intern_text(role);
                kept.role(name, role);
            }
        }
        if survey.lexicon.is_english() {
            self.keep_office(survey.lexicon, name, kept);
        } else if survey.lexicon.is_german() {
            self.keep_defendant(survey.lexicon, name, kept);
            self.keep_age(name, kept);
            self.keep_introduced(survey.lexicon, name, kept);
        }
        let clear = if self.is_told { 0 } else { self.clear(survey.lexicon) };
        let clear = clear.max(u8::from(survey.lexicon.is_german())) as i8;
        let is_full = || self.name.after - self.name.first > 1;
        // 'For Hill, that is too late'
        let is_concerned = || self.name.first == 1 && self.tokens[0].lower == "for";
        let is_aside = || (is_full() || is_concerned()) && !english::is_in_bracket(self.tokens, self.name.first);
        let clear = match clear {
            0 if survey.lexicon.is_english() && is_concerned() && is_full() => CONCERNED,
            0 if survey.lexicon.is_english() && is_aside() => ASIDE,
            clear => clear,
        };
        if clear != 0 {
            let at = self.tokens[self.name.first].start as u32;
            Subject::of(at, name, clear).into_iter().for_each(|subject| push(&mut kept.subjects, subject));
        }
    }

    /// ', a research [fellow] with …,', ', dem alten [Wirt] der Mühle,': what a name is followed by.
    fn appositive_role(&self, lexicon: &Lexicon) -> Option<&'s str> {
        let role = || appositive_role(self.tokens, self.name.after);
        let comma = self.tokens.get(self.name.after).is_some_and(|token| token.text == ",");
        if lexicon.is_german() && comma {
            german::apposed_role(self.tokens, self.name.after + 1).or_else(role)
        } else {
            role()
        }
    }

    /// 'the harbour [master], Noa Reyes, was'
    fn role_before(&self, lexicon: &Lexicon) -> Option<&'s Token<'t>> {
        let first = self.name.first - self.title.len();
        let comma = |at: usize| self.tokens.get(at).is_some_and(|token| token.text == ",");
        let role = &self.tokens[first.checked_sub(2).filter(|at| comma(at + 1))?];
        let is_kin = || lexicon.gender_of_noun(&role.lower).is_some();
        let is_role = lexicon.is_english() && !role.capital && (titles::is_title(role, lexicon) || is_kin());
        // 'asked the chair, Noa Reyes.'
        let ends = self.tokens.get(self.name.after).is_none_or(|sign| sign.is_sign(",.;:?!"));
        (is_role && ends).then_some(role)
    }
}

/// Keeps a name of one word that a title stands before, once.
fn keep_titled(word: &Token<'_>, name: TextId, gender: Option<Gender>, being: Being, kept: &mut Kept) {
    if kept.titled_known.insert((name, gender)) {
        let (start, end) = (word.start as u32, word.end as u32);
        push(&mut kept.titled_names, FullName::new(name, start, end, gender, being));
    }
}

/// What one title more tells of a person.
pub(super) fn agreed(known: Option<Gender>, told: Option<Gender>) -> Option<Gender> {
    if told == Some(Gender::Female) { told } else { known.or(told) }
}

/// ', a research fellow with …,': the last word of what a name is followed by.
fn appositive_role<'a>(tokens: &'a [Token<'_>], after: usize) -> Option<&'a str> {
    if after + 2 >= tokens.len() || !tokens[after].is_sign(",(") {
        return None;
    }
    let stops =
        |kind: Kind| matches!(kind, Kind::Preposition | Kind::Conjunction | Kind::Relative | Kind::Be | Kind::Have);
    let role = tokens
        .iter()
        .take(after + 10)
        .skip(after + 1)
        .take_while(|token| {
            let goes_on = token.word && !token.kind.is_some_and(stops);
            token.mark().is_none() && (goes_on || token.lower == "'s")
        })
        .last()?;
    role.kind.is_none().then_some(role.lower.as_ref())
}

/// Capitals On Most Words, and on its verb: the runs of capitals in a headline are no names.
fn is_headline(sentence: &Sentence<'_>) -> bool {
    // 'Noa Reyes beat Ada Hill on Sunday': most sentences tell something, and are asked no more
    if sentence.tokens.iter().any(|token| token.word && !token.capital && (token.could_be_verb || token.is_finite)) {
        return false;
    }
    let words = sentence.tokens.iter().filter(|token| token.word).count();
    let capitals = sentence.tokens.iter().filter(|token| token.word && token.capital).count();
    words >= 5 && capitals as f64 >= 0.65 * words as f64 && sentence.marks().next().is_none()
}
