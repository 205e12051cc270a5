//! What English sentences name besides people: bodies, offices, several together.

use super::super::interner::TextId;
use super::super::kept::{Being, Described, Kept, Other, push};
use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::Phrase;
use super::super::people::plain;
use super::super::sentences::Sentence;
use super::super::subjects::{self, Subjects};
use super::super::survey::Survey;
use super::super::titles;
use super::super::token::Token;
use super::{Joined, Naming};

/// Keeps the name of a body with "and" in it, where the article has its letters too: 'Boats and Markets Authority', 'BMA'.
pub(super) fn keep_joined(sentence: &Sentence<'_>, kept: &mut Kept) {
    let tokens = &sentence.tokens;
    for pair in sentence.names.windows(2) {
        let article = usize::from(tokens[pair[0].first].is(Classes::DETERMINER));
        let whole = Phrase { first: pair[0].first + article, after: pair[1].after };
        let is_body =
            tokens[whole.after - 1].is(Classes::ORGANISATION) || tokens[whole.first].is(Classes::ORGANISATION);
        if !is_body || pair[0].after + 1 != pair[1].first || tokens[pair[0].after].lower != "and" {
            continue;
        }
        let words = || whole.of(tokens).iter().map(|token| token.text);
        let letters: String = words().filter_map(|word| word.chars().next()).filter(|one| one.is_uppercase()).collect();
        if letters.len() > 2 {
            let name = kept.texts.intern(words());
            let letters = kept.texts.intern_text(&letters);
            let (start, end) = (tokens[whole.first].start, tokens[whole.after - 1].end);
            push(&mut kept.joined, Joined { letters, name, start, end });
        }
    }
}

/// Whether a run of capitals is no name and tells who somebody is: 'the Lys MP said'.
pub(super) fn tells_who(tokens: &[Token<'_>], run: Phrase, lexicon: &Lexicon) -> bool {
    let is_the = |at: usize| tokens.get(at).is_some_and(|token| token.lower == "the");
    let is_definite = is_the(run.first) || run.first.checked_sub(1).is_some_and(is_the);
    let last = run.of(tokens).last().filter(|_| is_definite);
    last.is_some_and(|last| lexicon.names_whoever_is_known(last.text, &last.lower))
}

/// Keeps a body of one word with whose it is: 'the Lys County Sheriff's Office'.
pub(super) fn keep_owned(survey: &Survey<'_>, sentence: &Sentence<'_>, run: Phrase, kept: &mut Kept) {
    let tokens = &sentence.tokens;
    let Some(office) = titles::owned_office(tokens, run, &sentence.names, survey.lexicon) else { return };
    let (start, end) = (tokens[office.first].start, tokens[office.after - 1].end);
    let name = kept.texts.intern_text(&plain(&survey.text[start..end]));
    let number = kept.full_name(name, start, end);
    let full_name = &mut kept.full_names[number];
    (full_name.being, full_name.times) = (Being::Body, full_name.times + 1);
}

/// Keeps a subject that is a body, 'The coastguard sent a boat', that stands for several, or that is an office.
pub(super) fn keep_subjects(survey: &Survey<'_>, sentence: &Sentence<'_>, kept: &mut Kept) {
    let subject = Subjects { tokens: &sentence.tokens, names: &sentence.names, lexicon: survey.lexicon };
    let mut keep = |phrase: Phrase, others: fn(&mut Kept) -> &mut Vec<Other>| {
        let inside = phrase.of(&sentence.tokens);
        if let (Some(first), Some(last)) = (inside.first(), inside.last()) {
            let name = plain(&survey.text[first.start..last.end]);
            let name = kept.texts.intern_text(&name);
            push(others(kept), Other { at: first.start as u32, name });
        }
    };
    if let Some(body) = subject.body().or_else(|| subject.paper()) {
        keep(body, |kept| &mut kept.firms);
    }
    if let Some(paper) = subject.handled_paper() {
        keep(paper, |kept| &mut kept.papers);
    }
    if let Some(several) = subject.several() {
        keep(several, |kept| &mut kept.several);
    }
    let tokens = &sentence.tokens;
    if let Some(title) = titles::opening(tokens, survey.lexicon) {
        let words = Phrase { first: 0, after: title + 1 };
        let name = kept.texts.intern(words.of(tokens).iter().map(|token| token.text));
        let role = kept.texts.intern_text(&tokens[title].lower);
        let gender = survey.lexicon.gender_of_noun(&tokens[title].lower);
        push(&mut kept.described, Described { at: sentence.start as u32, name, role, gender, definite: true });
    }
    let somebody = titles::brought_in(tokens, survey.lexicon);
    // in a story 'Her mother' that opens a sentence is mostly one of those who have a name
    let from = usize::from(survey.story().is_some());
    if let Some(somebody) = somebody.or_else(|| titles::told_subject(tokens, from, survey.lexicon)) {
        let noun = &tokens[somebody.after - 1];
        // 'Her brother [Tom] keeps the books'
        let comma = usize::from(tokens.get(somebody.after).is_some_and(|sign| sign.text == ","));
        // 'Another baker, [Ada Hill], disagrees'
        let is_called =
            |name: &&Phrase| name.first == somebody.after + comma && (comma > 0 || name.after == name.first + 1);
        let called = sentence.names.iter().find(is_called).map(|name| {
            // 'Ada Hill of Hill Mills'
            let of = name.of(tokens).iter().position(|token| token.kind == Some(Kind::Preposition));
            Phrase { after: of.map_or(name.after, |of| name.first + of), ..*name }
        });
        let name = kept.texts.intern(called.unwrap_or(somebody).of(tokens).iter().map(|token| token.text));
        let role = kept.texts.intern_text(&noun.lower);
        let of_name = || called.and_then(|name| survey.lexicon.gender_of_name(tokens[name.first].text));
        let gender = survey.lexicon.gender_of_noun(&noun.lower).or_else(of_name);
        let at = tokens[somebody.first].start as u32;
        push(&mut kept.described, Described { at, name, role, gender, definite: false });
    }
}

/// Behind the bracket that may follow a name: 'Mira Dahl (Greens, Lys) [left]'.
pub(super) fn past_bracket(tokens: &[Token<'_>], after: usize) -> usize {
    const LONGEST: usize = 8;
    let bracket = tokens.get(after..).filter(|behind| behind.first().is_some_and(|sign| sign.text == "("));
    let close = bracket.and_then(|bracket| bracket.iter().take(LONGEST).position(|sign| sign.text == ")"));
    close.map_or(after, |close| after + close + 1)
}

/// Whether a token stands in a bracket that opens a little before it.
pub(super) fn is_in_bracket(tokens: &[Token<'_>], at: usize) -> bool {
    const LONGEST: usize = 6;
    tokens[at.saturating_sub(LONGEST)..at]
        .iter()
        .rev()
        .find(|sign| sign.is_sign("()"))
        .is_some_and(|sign| sign.text == "(")
}

/// Whether the name between two tokens is the subject behind words that tell where or when: 'At Lys Town Hall, [Mira Dahl] spent',
/// 'Two years ago, [Mira Dahl] spent', 'When she was young, [Mira Dahl] spent'.
pub(super) fn opens_behind(tokens: &[Token<'_>], first: usize, after: usize) -> bool {
    const LONGEST: usize = 16;
    let comma = first > 1 && first < LONGEST && tokens[first - 1].text == ",";
    if !comma {
        return false;
    }
    let opening = &tokens[0];
    // 'Asked whether the gate was shut, Mira Dahl shook her head'
    let is_asked = subjects::is_asked(opening);
    let does = |verb: &Token<'_>| verb.is_finite || is_asked && verb.word && !verb.capital;
    let verb = tokens.get(after).is_some_and(does);
    let before = &tokens[..first - 1];
    let when = before.windows(2).position(|pair| is_when(&pair[0]) && is_one(&pair[1]));
    let tells = opening.kind == Some(Kind::Preposition) || opening.usage.form.text == "ing" || opening.is(Classes::DAY);
    let tells = tells || is_asked || when == Some(0) || tells_when(before);
    // what stands behind 'when she' is about whoever is named next
    let is_clause = |at: usize| {
        let hangs = at > 0 && tokens[at - 1].is(Classes::DETERMINER.and(Classes::POSSESSIVE));
        tokens[at].is_of_clause() && !is_asked && !hangs || tokens[at].mark().is_some()
    };
    verb && tells && !(0..when.unwrap_or(first)).any(is_clause)
}

fn is_when(token: &Token<'_>) -> bool {
    matches!(
        token.lower.as_ref(),
        "when" | "while" | "as" | "before" | "after" | "until" | "since" | "although" | "though"
    )
}

fn is_one(token: &Token<'_>) -> bool {
    matches!(token.lower.as_ref(), "he" | "she")
}

/// 'Last month', 'Two years ago', 'A week later'.
fn tells_when(words: &[Token<'_>]) -> bool {
    const LONGEST: usize = 5;
    let Some((last, rest)) = words.split_last() else { return false };
    let is_last = matches!(last.lower.as_ref(), "ago" | "later" | "earlier" | "afterward" | "afterwards" | "then");
    let is_time = |token: &Token<'_>| token.usage.noun.text == "time";
    let is_plain = words.iter().skip(1).all(|token| token.word && !token.capital);
    is_plain && words.len() <= LONGEST && (is_time(last) || is_last && (rest.is_empty() || rest.iter().any(is_time)))
}

/// 'It was old [Mr Dahl]', 'She is [Ada Hill]': whether words bring in who is named behind them.
pub(super) fn is_it(before: &[Token<'_>]) -> bool {
    let [it, be, plain @ ..] = before else { return false };
    // 'It was his own: [Mira Dahl]'
    let colon = plain.last().is_some_and(|last| last.text == ":");
    let is_plain = |token: &Token<'_>| {
        let kind = token.kind.is_none_or(|kind| colon && matches!(kind, Kind::Possessive | Kind::Determiner));
        token.word && !token.capital && kind
    };
    matches!(it.lower.as_ref(), "it" | "he" | "she" | "this" | "that")
        && be.kind == Some(Kind::Be)
        && plain[..plain.len() - usize::from(colon)].iter().all(is_plain)
}

/// 'The mill's only director is [Mira Dahl].': whether a sentence tells at its end who somebody is.
pub(super) fn is_told_at_last(tokens: &[Token<'_>], first: usize, after: usize) -> bool {
    const LONGEST: usize = 14;
    let ends = tokens.get(after).is_none_or(|sign| !sign.word);
    let opens = |token: &Token<'_>| token.is(Classes::DETERMINER.and(Classes::POSSESSIVE)) || token.lower == "one";
    let be = first.checked_sub(1).filter(|at| tokens[*at].kind == Some(Kind::Be) && *at < LONGEST);
    let is_verb = |token: &Token<'_>| token.is_finite || token.mark().is_some();
    ends && opens(&tokens[0]) && be.is_some_and(|be| be > 1 && !tokens[..be].iter().any(is_verb))
}

/// Behind the words that tell where something was at the opening of a sentence: 'Outside court, [she left]'.
pub(super) fn past_adverbial(tokens: &[Token<'_>], end: usize) -> usize {
    const LONGEST: usize = 8;
    let opening = tokens.first();
    let leads = opening.is_some_and(|first| {
        first.kind == Some(Kind::Preposition) || first.kind.is_none() && first.usage.parts.text.contains('R')
    });
    let comma = tokens[..end].iter().take(LONGEST).position(|token| token.text == ",").filter(|_| leads);
    let is_clause = |comma: &usize| !tokens[..*comma].iter().any(|token| token.is_finite || token.mark().is_some());
    comma.filter(is_clause).map(|comma| comma + 1).filter(|behind| *behind < end).unwrap_or(0)
}

impl Naming<'_, '_> {
    /// 'the [Lys Financial Review]': a name that is no person's, with an article and a noun for a thing.
    pub(super) fn is_thing(&self, lexicon: &Lexicon) -> bool {
        let first = self.name.first - self.title.len();
        // 'her second novel, [Wet Season]'
        let apposed = first.checked_sub(2).filter(|at| self.tokens[at + 1].text == "," && self.title.is_empty());
        if apposed.is_some_and(|at| self.tokens[at].is(Classes::WORK) && !self.tokens[at].capital) {
            return true;
        }
        let article = first.checked_sub(1).is_some_and(|at| self.tokens[at].lower == "the");
        let Some(last) = self.name.of(self.tokens).last().filter(|_| self.office || article && self.title.is_empty())
        else {
            return false;
        };
        let is_thing =
            matches!(last.usage.noun.text, "communication" | "act" | "group" | "artifact" | "event" | "cognition");
        is_thing && last.usage.parts.text.contains('N') && !lexicon.is_surname(&last.lower)
    }

    /// Keeps the office that stands with an English name as a whole: 'Secretary of State Ada Hill', 'the Mayor of Lys, Ada Hill'.
    pub(super) fn keep_office(&self, lexicon: &Lexicon, name: TextId, kept: &mut Kept) {
        const FAR: usize = 14;
        let tokens = self.tokens;
        let first = self.name.first - self.title.len();
        if self.title.len() > 1 {
            let office = kept.texts.intern(self.title.iter().map(|token| token.lower.as_ref()));
            kept.role(name, office);
            // 'the DP' of 'Deputy President Ada Hill'
            let letters: String = self.title.iter().filter_map(|token| token.lower.chars().next()).collect();
            if self.title.iter().all(|token| token.capital) {
                let letters = kept.texts.intern_text(&letters);
                kept.role(name, letters);
            }
        }
        // 'Tom Lund (44), of Lys, pleaded guilty' is the accused from then on
        let behind = tokens.get(self.name.after..).unwrap_or_default();
        if first == 0 && behind.iter().take(FAR).any(|token| lexicon.is_tried(&token.lower)) {
            kept.roles(name, &lexicon.defendants);
        }
        let is_somebody = |token: &Token<'_>| !token.is(Classes::ORGANISATION);
        let is_full = self.name.after - first > 1 && self.name.of(tokens).iter().all(is_somebody);
        let joined = tokens.get(self.name.after).is_some_and(|next| next.is(Classes::CONJUNCTION));
        let before = if is_full && !joined { titles::office_before(tokens, first, lexicon) } else { None };
        let keep_role = |words: Phrase, kept: &mut Kept| {
            let role = kept.texts.intern(words.of(tokens).iter().map(|token| token.lower.as_ref()));
            kept.role(name, role);
        };
        // 'Lys Union President, Mira Dahl'
        let wide = before.as_ref().and_then(|office| {
            let row = tokens[..office.title].iter().rev().take_while(|token| token.word && token.capital).count();
            let words = Phrase { first: office.title - row, after: office.title + 1 };
            (words.first < office.phrase.first).then_some(words)
        });
        if let Some(words) = wide {
            keep_role(words, kept);
        }
        // the title behind a name is kept by itself already
        for title in before.iter().map(|office| office.title) {
            keep_role(Phrase::one(title), kept);
        }
        for office in before.into_iter().chain(titles::office_behind(tokens, self.name.after, lexicon)) {
            let titles = Phrase { first: office.phrase.first, after: office.title + 1 };
            let longer = [titles, office.phrase].into_iter().filter(|words| words.after > words.first + 1);
            for words in longer.chain(office.letters.map(Phrase::one)) {
                keep_role(words, kept);
            }
        }
    }
}
