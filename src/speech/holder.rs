//! Whom an English phrase with names in it is about: 'the town's mayor, Mira Dahl' is Mira Dahl, 'a leading Lys baker' is
//! the baker, 'Lys council leader Noa Reyes' is Noa Reyes.

mod apposed;
mod maker;
mod whole;

use smallvec::{SmallVec, smallvec};
pub(super) use whole::whole;
use whole::with_owned;

use super::form::is_longer;
use super::lexicon::Classes;
use super::mentions::Phrase;
use super::people::is_upper;
use super::sentences::Sentence;
use super::survey::Survey;
use super::titles;
use super::token::Token;

/// How far behind the noun of a phrase a name may stand, in tokens: 'the head of the Lys Council of Trades, Mira Dahl'.
const NEAR: usize = 12;

/// How many words may tell of them before it: 'the [retired] baker Mira Dahl'.
const DESCRIBED: usize = 3;

/// Whom a phrase is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    /// Somebody with one of these names.
    Names(SmallVec<[Phrase; 4]>),
    /// All of these: 'Noa Reyes and Mira Dahl'.
    Together(SmallVec<[Phrase; 4]>),
    /// Whose paper it is: 'the Lys Institute's report'.
    Writer(Phrase),
    /// Whoever the noun at this token describes.
    Noun(usize),
}

impl Holder {
    /// Whom a phrase of a sentence is about.
    pub fn of(survey: &Survey<'_>, sentence: &Sentence<'_>, phrase: Phrase) -> Self {
        let clipped = |run: &Phrase| Phrase { first: run.first.max(phrase.first), after: run.after.min(phrase.after) };
        let inside: SmallVec<[Phrase; 4]> =
            sentence.names.iter().filter(|run| run.touches(phrase)).map(clipped).collect();
        if phrase.of(&sentence.tokens).is_empty() {
            return Self::Names(inside);
        }
        let tokens = &sentence.tokens;
        let phrase = Search { survey, sentence, phrase }.with_office();
        let phrase = with_owned(sentence, phrase);
        let search = Search { survey, sentence, phrase };
        if let Some(name) = search.before_degree() {
            return Self::Names(smallvec![name]);
        }
        if let Some(name) = search.made_in(&inside) {
            return Self::Names(smallvec![name]);
        }
        let in_name = |at: usize| inside.iter().any(|run| run.first <= at && at < run.after);
        let end = before_adjective(tokens, Phrase { after: search.end(in_name), ..phrase });
        // 'the institute's [Weather Unit] director, Mira Dahl': the phrase may lack its noun
        let cut = end == phrase.after && in_name(end - 1) && search.is_title(end) && !tokens[end].capital;
        let end = end + usize::from(cut);
        let head = end - 1;
        // 'Officials at Lys Mills', with a capital because it opens the sentence
        let opens = head == 0 && inside.len() > 1 && inside[0] == Phrase::one(0);
        // 'the firm', which is an adjective by itself
        let determined = || {
            let article = tokens[phrase.first].is(Classes::DETERMINER.and(Classes::POSSESSIVE)) && head > phrase.first;
            let sense = tokens[head].usage.noun.text;
            // 'the former Lys lock'
            let former = tokens.get(phrase.first + 1).is_some_and(|word| survey.lexicon.tells_past(&word.lower));
            article && (former || matches!(sense, "person" | "group" | "communication" | "cognition"))
        };
        let is_noun = (!tokens[head].capital || opens) && (is_noun(&tokens[head]) || determined());
        // 'Noa Reyes, newly elected leader and holder of the keys'
        let has_title = || {
            let comma = phrase.first.checked_sub(1).is_some_and(|at| tokens[at].text == ",");
            comma && !tokens[phrase.first].capital && (phrase.first..end).any(|at| search.is_title(at))
        };
        let may_be_group =
            || tokens[head].usage.noun.text == "group" && tokens.get(end).is_some_and(|sign| sign.text == ",");
        let another = tokens[phrase.first].lower == "another";
        // 'Her agent, Mira Dahl, said', whatever an agent is
        let is_whose = || tokens[phrase.first].is(Classes::POSSESSIVE) && search.is_given_name(end + 1);
        if is_noun && (another || tokens[head].may_be_person() || may_be_group())
            || search.is_title(head)
            || has_title()
            || is_noun && is_whose()
        {
            let named = search.apposed(end).or_else(|| search.called(end)).or_else(|| search.before_role());
            if let Some(name) = named {
                return Self::Names(smallvec![name]);
            }
        }
        if let Some(writer) = search.writer(head) {
            return Self::Writer(writer);
        }
        match inside.iter().rposition(|run| run.first <= head && head < run.after) {
            // 'Lys Growers adviser Noa Reyes', 'Noa Reyes and Mira Dahl'
            Some(last) if !opens || !is_noun => {
                let joined = |first: &usize| {
                    let and = inside[*first].after;
                    and + 1 == inside[first + 1].first && tokens[and].is(Classes::CONJUNCTION)
                };
                let first = (0..last).rev().take_while(joined).last().unwrap_or(last);
                let mut names: SmallVec<[Phrase; 4]> = inside[first..=last].into();
                if let Some(name) = names.last_mut() {
                    name.after = search.end_of_body(*name);
                }
                // 'Mira Dahl of the Lys Fire and Water Service'
                if titles::part_title(tokens, names[0], survey.lexicon).1.after < names[0].after {
                    names.truncate(1);
                }
                // 'Trade and Labour Minister Mira Dahl'
                if let [field, _] = names[..]
                    && field.of(tokens).iter().all(is_field)
                    && titles::part_title(tokens, names[1], survey.lexicon).0 > 0
                {
                    names.remove(0);
                }
                // 'Lys and Marl Fire and Rescue Service'
                if let [one, _, body] = names[..]
                    && one.after - one.first == 1
                    && tokens[body.after - 1].is(Classes::ORGANISATION)
                    && names[1].after - names[1].first > 1
                    && is_noun_of_body(&tokens[names[1].after - 1])
                {
                    return Self::Names(smallvec![Phrase { first: one.first, after: body.after }]);
                }
                // 'the Food and Drug Agency' is one
                if let [one, body] = names[..]
                    && one.after - one.first == 1
                    && tokens[body.after - 1].is(Classes::ORGANISATION)
                {
                    return Self::Names(smallvec![Phrase { first: one.first, after: body.after }]);
                }
                if names.len() > 1 { Self::Together(names) } else { Self::Names(names) }
            }
            // 'the Lys Observer newspaper'
            None if survey.lexicon.ends_like_paper(tokens[head].text) && head > 0 && in_name(head - 1) => {
                Self::Names(inside)
            }
            _ if is_noun => Self::Noun(head),
            _ => Self::Names(inside),
        }
    }
}

struct Search<'a, 't> {
    survey: &'a Survey<'t>,
    sentence: &'a Sentence<'t>,
    phrase: Phrase,
}

impl Search<'_, '_> {
    fn is_title(&self, at: usize) -> bool {
        self.sentence.tokens.get(at).is_some_and(|token| titles::is_title(token, self.survey.lexicon))
    }

    /// The phrase with the title that it hangs on: 'Ambassador to [the Netherlands], Mira Dahl'.
    fn with_office(&self) -> Phrase {
        let tokens = &self.sentence.tokens;
        let determined = self.phrase.first.checked_sub(1).is_some_and(|at| tokens[at].is(Classes::DETERMINER));
        let title = self.phrase.first.checked_sub(2 + usize::from(determined));
        let hangs_on = |title: &usize| {
            matches!(tokens[title + 1].lower.as_ref(), "of" | "for" | "to")
                && tokens[*title].capital
                && self.is_title(*title)
        };
        let alone = self.sentence.names.contains(&self.phrase);
        Phrase { first: title.filter(|title| alone && hangs_on(title)).unwrap_or(self.phrase.first), ..self.phrase }
    }

    /// Where the noun or the name ends that the others in the phrase hang on.
    fn end(&self, in_name: impl Fn(usize) -> bool) -> usize {
        let Phrase { first, after } = self.phrase;
        let ends = |at: &usize| {
            let token = &self.sentence.tokens[*at];
            let hangs_on = token.is(Classes::PREPOSITION.and(Classes::RELATIVE));
            // 'Director of the Lys Institute'
            // 'the chief representing a nation'
            let doing = token.usage.form.text == "ing"
                && !token.capital
                && self.sentence.tokens[*at - 1].usage.noun.text == "person";
            hangs_on && (!in_name(*at) || self.is_title(at - 1)) || doing || token.is_sign(",(")
        };
        (first + 1..after).find(ends).unwrap_or(after)
    }

    /// Where the name of a body ends: 'the Commission [on Water Rights]', 'the Committee [for a Dry Lys]'.
    fn end_of_body(&self, name: Phrase) -> usize {
        let tokens = &self.sentence.tokens;
        let is_body = tokens[name.after - 1].is(Classes::ORGANISATION);
        let joins = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.lower.as_ref(), "on" | "for" | "of"));
        if !is_body || !joins(name.after) {
            return name.after;
        }
        let article = tokens.get(name.after + 1).is_some_and(|token| token.is(Classes::DETERMINER));
        let next = name.after + 1 + usize::from(article);
        let rest = self.sentence.names.iter().find(|run| run.first == next && run.after <= self.phrase.after);
        rest.map_or(name.after, |rest| rest.after)
    }

    /// 'Mira Dahl, M.D.': the name before what a learned person has behind it.
    fn before_degree(&self) -> Option<Phrase> {
        let tokens = &self.sentence.tokens;
        let [degree] = self.phrase.of(tokens) else { return None };
        let comma = self.phrase.first.checked_sub(1).filter(|at| tokens[*at].text == "," && is_degree(degree.text))?;
        self.full_name(|run| run.after == comma)
    }

    /// 'Noa Reyes, Lys Harbour Master, who', 'Noa Reyes, Director of the Lys Institute, a keeper of bees told us': the name
    /// before a role, or before several with no comma behind them.
    fn before_role(&self) -> Option<Phrase> {
        let tokens = &self.sentence.tokens;
        self.phrase.first.checked_sub(1).filter(|at| tokens[*at].text == ",")?;
        let opens = |run: &Phrase| run.first == 0 || tokens[run.first - 1].mark().is_some();
        // 'On Monday, at Lys Town Hall, the mayor said' is not the hall's
        let stands_free =
            |run: &Phrase| opens(run) || tokens[run.first - 1].is_sign(",—–-") || says(&tokens[run.first - 1]);
        let is_somebody = |run: &Phrase| !run.of(tokens).iter().any(|token| token.is(Classes::ORGANISATION));
        let right_before = |run: &Phrase| run.after + 1 == self.phrase.first && stands_free(run) && is_somebody(run);
        let name = self.full_name(right_before).or_else(|| {
            self.full_name(|run| run.after < self.phrase.first && opens(run) && tokens[run.after].text == ",")
        })?;
        let between = tokens.get(name.after..self.phrase.first)?;
        let quiet = |token: &Token<'_>| token.mark().is_none() && !token.is_finite && !token.could_be_verb;
        (between.len() < NEAR && between.iter().all(quiet)).then_some(name)
    }

    /// '[the Lys Institute]'s report', 'the [LWI] report': whose paper says it.
    fn writer(&self, head: usize) -> Option<Phrase> {
        let tokens = &self.sentence.tokens;
        let before = head.checked_sub(1)?;
        let is_paper = matches!(tokens[head].lower.as_ref(), "report" | "study" | "survey")
            || tokens[head].usage.noun.text == "communication";
        // 'a statement from the Lys Institute'
        if tokens.get(head + 1).is_some_and(|from| matches!(from.lower.as_ref(), "from" | "by")) && is_paper {
            let article = usize::from(tokens.get(head + 2).is_some_and(|token| token.is(Classes::DETERMINER)));
            let writer = self.sentence.names.iter().find(|run| run.first == head + 2 + article);
            return writer.copied().filter(|run| run.after <= self.phrase.after);
        }
        let owned = tokens[before].lower == "'s";
        let after = if owned { before } else { head };
        let is_body = |run: &Phrase| {
            let last = &tokens[run.after - 1];
            last.is(Classes::ORGANISATION) || is_upper(last.text) && is_longer(last.text, 1)
        };
        let writer = self.sentence.names.iter().find(|run| run.after == after && run.first >= self.phrase.first);
        writer.copied().filter(|run| is_paper && !tokens[head].capital && (owned || is_body(run)))
    }

    /// A name of several words, 'Mira Dahl', and no 'CEO of Lys Mills'.
    fn full_name(&self, is_there: impl Fn(&Phrase) -> bool) -> Option<Phrase> {
        let name = *self.sentence.names.iter().find(|run| is_there(run))?;
        let inside = name.of(&self.sentence.tokens);
        let is_full = (2..=5).contains(&inside.len())
            && inside.iter().all(|token| token.capital || token.mark().is_some())
            && !self.is_title(name.after - 1);
        is_full.then_some(name)
    }
}

/// Where a phrase ends before what hangs on its noun: 'an aide [familiar] with the plan', 'a source [close] to the mayor'.
fn before_adjective(tokens: &[Token<'_>], phrase: Phrase) -> usize {
    let [_, .., noun, adjective] = phrase.of(tokens) else { return phrase.after };
    let hangs =
        tokens.get(phrase.after).is_some_and(|next| matches!(next.lower.as_ref(), "to" | "with" | "of" | "about"));
    let known = matches!(adjective.lower.as_ref(), "close" | "near" | "briefed" | "present");
    let describes = !adjective.capital && (known || adjective.usage.parts.text.starts_with('J'));
    let is_somebody =
        !noun.capital && (noun.usage.noun.text == "person" || noun.lower == "source" || noun.lower == "sources");
    phrase.after - usize::from(hangs && describes && is_somebody)
}

/// Whether a word introduces speech in front of its speaker: 'says Mira Dahl'.
fn says(token: &Token<'_>) -> bool {
    token.could_be_verb && token.strength >= 0.45
}

/// Whether a word is mostly a noun, and no time: 'Hill last [week]'. One that is not known has no ending of other words.
fn is_noun(token: &Token<'_>) -> bool {
    let other = || ["ly", "ed", "ing"].iter().any(|end| token.lower.ends_with(end));
    let known = match token.usage.parts.text {
        "" => token.word && !other(),
        parts => parts.starts_with('N') && !matches!(token.usage.noun.text, "-" | "time"),
    };
    token.kind.is_none() && known
}

/// Whether a word is a field that an office may be of: 'Trade', 'Information'.
fn is_field(token: &Token<'_>) -> bool {
    is_noun_of_body(token) && !token.is(Classes::ORGANISATION)
}

/// Whether a word is a noun that offices and bodies have in their names: 'Fire', 'Labour'.
fn is_noun_of_body(token: &Token<'_>) -> bool {
    let sense = token.usage.noun.text;
    token.usage.parts.text.starts_with('N')
        && matches!(
            sense,
            "act" | "cognition" | "communication" | "attribute" | "state" | "event" | "possession" | "phenomenon"
        )
}

/// Whether a word is what a learned person has behind the name, or a younger one: M.D, Ph.D, Jr.
fn is_degree(word: &str) -> bool {
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    matches!(word, "Jr" | "Sr" | "MD" | "PhD" | "Esq" | "MBA" | "RN" | "II" | "III")
        || capitals > 1 && word.contains('.') && word.split('.').all(|part| part.len() < 3)
}
