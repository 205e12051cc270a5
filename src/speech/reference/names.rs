//! Where a mention with names in it leads.

use smallvec::SmallVec;

use super::super::german;
use super::super::kept::{Gender, Kept, push};
use super::super::lexicon::Classes;
use super::super::mentions::{self, Phrase};
use super::super::people::plain;
use super::super::sentences::Sentence;
use super::super::survey::Survey;
use super::super::titles::{self, part_title};
use super::super::token::Token;
use super::{CalledName, Leads};

/// How adjectives end that are made of a name.
const FROM: [&str; 7] = ["-based", "-born", "-owned", "-led", "-backed", "-listed", "-run"];

/// By the names among some runs of capitals, as far as they lie within a phrase.
pub(super) fn by_names(
    survey: &Survey<'_>,
    sentence: &Sentence<'_>,
    phrase: Phrase,
    runs: &[Phrase],
    kept: &mut Kept,
) -> Leads {
    let tokens = &sentence.tokens;
    let first = kept.called.len() as u32;
    // 'das Amt für Deiche'
    let body = if survey.lexicon.is_german() { german::body_name(tokens, phrase, survey.lexicon) } else { None };
    if let Some(body) = body {
        let name = kept.texts.intern(body.of(tokens).iter().map(|token| token.text));
        push(&mut kept.called, CalledName::plain(name));
        return Leads::Names { first, count: 1 };
    }
    // 'der Deutsche Städte- und Gemeindebund'
    if survey.lexicon.is_german() && german::leaves_out(tokens, phrase) {
        return Leads::Words;
    }
    let mut owned = None;
    for run in runs.iter().filter(|run| run.touches(phrase)) {
        let run = Phrase { first: run.first.max(phrase.first), after: run.after.min(phrase.after) };
        if let Some(office) = titles::owned_office(tokens, run, &sentence.names, survey.lexicon) {
            let words = &survey.text[tokens[office.first].start..tokens[office.after - 1].end];
            let name = kept.texts.intern_text(&plain(words));
            push(&mut kept.called, CalledName::plain(name));
            continue;
        }
        // 'die US-Raumfahrtbehörde Nasa'
        if survey.lexicon.is_german()
            && let Some(name) = german::name_of_body(tokens, run, phrase, survey.lexicon)
        {
            let name = kept.texts.intern(name.of(tokens).iter().map(|token| token.text));
            push(&mut kept.called, CalledName::plain(name));
            continue;
        }
        // 'the Israeli military'
        let is_said_of = run.after < phrase.after && tokens[run.after].word && !tokens[run.after].capital;
        if is_said_of && survey.lexicon.is_demonym(&tokens[run.after - 1].lower) {
            continue;
        }
        // 'the Lys-based company'
        let is_from = |token: &Token<'_>| FROM.iter().any(|end| token.lower.ends_with(end));
        if is_said_of && survey.lexicon.is_english() && is_from(&tokens[run.after - 1]) {
            continue;
        }
        let run = mentions::past_opening(tokens, run, survey.lexicon);
        let (titles, name) = part_title(tokens, run, survey.lexicon);
        if survey.lexicon.is_english() && titles::parts_office(tokens, (titles, name)) {
            let words = run.of(tokens).iter().skip_while(|token| token.is(Classes::DETERMINER));
            let office = kept.texts.intern(words.map(|token| token.text));
            push(&mut kept.called, CalledName::plain(office));
            continue;
        }
        let is_part = |token: &&Token<'_>| !token.is(Classes::DETERMINER) && token.mark().is_none();
        let words = || name.of(tokens).iter().filter(is_part).map(|token| token.text);
        if survey.lexicon.is_english() && owns_itself(tokens, run.after, phrase.after) {
            let firm = name.of(tokens).first().map_or("", |first| &survey.text[first.start..tokens[run.after].end]);
            let firm = kept.texts.intern_text(firm);
            push(&mut kept.called, CalledName::plain(firm));
            continue;
        }
        let adjective = name.after == name.first + 1 && german::is_adjective(tokens[name.first].text);
        if survey.lexicon.is_german() && adjective {
            continue;
        }
        // 'der Trainer des Linzer SC' is the trainer
        let owner = if survey.lexicon.is_german() { german::owner_of_name(tokens, phrase, run) } else { None };
        if owner.is_some() {
            owned = owned.or(owner);
            continue;
        }
        // 'Hill's campaign' is the campaign
        let owns = run.after < phrase.after && tokens[run.after].lower == "'s";
        if words().next().is_none() || owns {
            continue;
        }
        let name = kept.texts.intern(words());
        let gender = Gender::told(&run.of(tokens)[..titles], Gender::TITLES);
        push(&mut kept.called, CalledName { name, shown: name, titled: titles > 0, gender });
    }
    let count = (kept.called.len() as u32 - first).min(u8::MAX.into()) as u8;
    match owned {
        _ if count > 0 => Leads::Names { first, count },
        Some(head) => Leads::Role(kept.texts.intern_text(&tokens[head].lower)),
        None => Leads::Words,
    }
}

/// 'Ada Hill und Tom Kern': whether a German phrase is two names and no more.
pub(super) fn are_two(survey: &Survey<'_>, sentence: &Sentence<'_>, phrase: Phrase) -> bool {
    let inside: SmallVec<[&Phrase; 2]> = sentence.names.iter().filter(|name| name.touches(phrase)).collect();
    let [one, other] = inside[..] else { return false };
    let joint = sentence.tokens.get(one.after).is_some_and(|joint| matches!(joint.lower.as_ref(), "und" | "sowie"));
    // 'Städte- und Gemeindebund'
    let is_whole = !sentence.tokens[one.after - 1].text.ends_with('-');
    let covers = phrase.first == one.first && one.after + 1 == other.first && other.after == phrase.after;
    survey.lexicon.is_german() && joint && is_whole && covers
}

/// A German phrase without the calling that is joined to the name's title: 'Vereinschef und [Bürgermeister Ulf Hill]'.
pub(super) fn without_calling(survey: &Survey<'_>, sentence: &Sentence<'_>, phrase: Phrase) -> Phrase {
    let tokens = &sentence.tokens;
    let [calling, joint, title] = tokens.get(phrase.first..phrase.first + 3).unwrap_or_default() else { return phrase };
    let is_calling = |token: &Token<'_>| german::leads_name(token.text, survey.lexicon);
    let joins = survey.lexicon.is_german() && matches!(joint.lower.as_ref(), "und" | "sowie");
    let named = phrase.after > phrase.first + 4;
    let callings = joins && named && is_calling(calling) && is_calling(title);
    if callings { Phrase { first: phrase.first + 2, ..phrase } } else { phrase }
}

/// 'Hill's said': whether what stands behind a name at a token is part of it.
fn owns_itself(tokens: &[Token<'_>], behind: usize, end: usize) -> bool {
    const TELLS: f64 = 0.3;
    let own = tokens.get(behind).is_some_and(|own| own.lower == "'s") && behind >= end;
    let own = own && tokens[behind - 1].lower != "let";
    // 'Hill's claim that'
    let noun = |verb: &Token<'_>| verb.usage.parts.text.contains('N') && verb.usage.form.text != "ed";
    own && tokens
        .get(behind + 1)
        .is_some_and(|verb| verb.word && verb.strength >= TELLS && !verb.capital && !noun(verb))
}
