//! What introduces speech in a German sentence, and whose speech it is.

use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::Phrase;
use super::super::sources::Way;
use super::super::token::Token;
use super::mood::{self, Mood};
use super::phrase::{self, is_noun};
use super::subject;

/// The least strength of a verb that is looked at.
const CANDIDATE: f64 = 0.2;

/// How many cues of a sentence are looked at: real ones have few, and the work on a sentence must stay small.
const MOST: usize = 24;

/// How a cue introduces speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CueKind {
    /// 'Der Rat sagte, …'
    Verb,
    /// 'laut Polizei', 'nach Angaben der Polizei', 'Angaben zufolge'
    According,
    /// '…, so der Rat'
    So,
    /// 'wie der Rat mitteilte'
    As,
    /// 'Der Rat ist zufrieden: „…“'
    Colon,
    /// 'die Ansicht, dass …'
    Noun,
}

/// Words that introduce speech.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub kind: CueKind,
    /// The words shown as the cue.
    pub words: Phrase,
    /// All that belongs to it and its source where these stand together.
    pub group: Phrase,
    pub source: Option<Phrase>,
    pub way: Way,
    /// How often the words introduce speech.
    pub strength: f64,
}

/// The cues of a sentence.
pub(super) fn find(tokens: &[Token<'_>], lexicon: &Lexicon) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for at in 0..tokens.len() {
        if found.len() == MOST {
            break;
        }
        if tokens[at].mark.is_some() {
            continue;
        }
        let cue = according(tokens, at, lexicon)
            .or_else(|| behind(tokens, at, lexicon))
            .or_else(|| so(tokens, at))
            .or_else(|| verb(tokens, at, lexicon))
            .or_else(|| colon(tokens, at, &found, lexicon))
            .or_else(|| noun(tokens, at, lexicon));
        found.extend(cue);
    }
    found
}

/// 'laut Polizei', 'nach Angaben der Polizei', 'nach ihrer Ansicht', 'nach Polizeiangaben'.
fn according(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let token = &tokens[at];
    if !token.is(Classes::ACCORDING) || token.lower == "zufolge" {
        return None;
    }
    let phrase = source_phrase(tokens, at + 1)?;
    let statement = (phrase.first..phrase.after).find(|word| lexicon.is_statement(&tokens[*word].lower));
    let bare = matches!(token.lower.as_ref(), "laut" | "gemäß");
    let view = statement.is_some_and(|statement| tokens[statement].lower.ends_with("sicht"));
    if !bare && (statement.is_none() || token.lower == "aus" && !view) {
        return None;
    }
    let source = speaker_of(tokens, phrase, statement);
    let mut after = phrase::past_bracket(tokens, phrase.after);
    after += usize::from(tokens.get(after).is_some_and(|next| next.lower == "nach" || next.lower == "zufolge"));
    Some(Cue {
        kind: CueKind::According,
        words: Phrase::one(at),
        group: Phrase { first: at, after },
        source: Some(source),
        way: Way::According,
        strength: 0.95,
    })
}

/// The phrase behind "laut": with a title in marks, or with "ihm" and "ihr".
fn source_phrase(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    if let Some(phrase) = phrase::noun_phrase(tokens, at) {
        return Some(phrase);
    }
    let token = tokens.get(at)?;
    let titled = token.mark.is_some_and(|mark| mark.end - mark.start < phrase::TITLE);
    (titled || matches!(token.lower.as_ref(), "ihm" | "ihr" | "ihnen" | "dessen" | "deren")).then(|| Phrase::one(at))
}

/// Of 'Angaben der Polizei' the police; of 'ihrer Ansicht' she; of 'Polizeiangaben' all.
fn speaker_of(tokens: &[Token<'_>], phrase: Phrase, statement: Option<usize>) -> Phrase {
    let Some(statement) = statement else { return phrase };
    let next = tokens.get(statement + 1).filter(|_| statement + 1 < phrase.after);
    match next {
        Some(next) if matches!(next.lower.as_ref(), "von" | "vom") => {
            Phrase { first: statement + 2, after: phrase.after.max(statement + 3) }
        }
        Some(_) => Phrase { first: statement + 1, after: phrase.after },
        None if tokens[phrase.first].is(Classes::POSSESSIVE) => Phrase::one(phrase.first),
        None => phrase,
    }
}

/// 'Angaben der Polizei zufolge', 'seiner Meinung nach'.
fn behind(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let token = &tokens[at];
    let follows = token.lower == "zufolge"
        || token.lower == "nach" && !tokens.get(at + 1).is_some_and(|next| is_noun(next) || phrase::is_article(next));
    let noun = at.checked_sub(1).is_some_and(|before| is_noun(&tokens[before]) || tokens[before].mark.is_some());
    if !follows || !noun {
        return None;
    }
    let begin = subject::clause_begin(tokens, at).max(at.saturating_sub(14));
    let phrase = (begin..at).find_map(|from| source_phrase(tokens, from).filter(|phrase| phrase.after == at))?;
    let statement = (phrase.first..phrase.after).find(|word| lexicon.is_statement(&tokens[*word].lower));
    if token.lower == "nach" && statement.is_none() {
        return None;
    }
    Some(Cue {
        kind: CueKind::According,
        words: Phrase::one(at),
        group: Phrase { first: phrase.first, after: at + 1 },
        source: Some(speaker_of(tokens, phrase, statement)),
        way: Way::According,
        strength: 0.95,
    })
}

/// '…, so der Rat weiter', '– so Hill –'.
fn so(tokens: &[Token<'_>], at: usize) -> Option<Cue> {
    let before = at.checked_sub(1).map(|before| &tokens[before])?;
    if tokens[at].lower != "so" || !(before.is_sign(",–—-(") || before.mark.is_some()) {
        return None;
    }
    // 'so viele' counts
    let subject = phrase::subject(tokens, at + 1).filter(|subject| tokens[subject.first].lower != "viele")?;
    let after = phrase::past_light(tokens, phrase::past_bracket(tokens, subject.after));
    let closes = tokens.get(after).is_none_or(|next| !next.word || next.mark.is_some() || next.lower == "weiter");
    if !closes {
        return None;
    }
    Some(Cue {
        kind: CueKind::So,
        words: Phrase::one(at),
        group: Phrase { first: at, after },
        source: Some(subject),
        way: Way::Right,
        strength: 0.95,
    })
}

/// 'sagte', 'teilte … mit', 'hat erklärt', 'heißt es', 'wird … zitiert'.
fn verb(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let token = &tokens[at];
    let particle = has_particle(tokens, at, lexicon);
    let strength = if particle { token.strength.max(0.9) } else { token.strength };
    if strength < CANDIDATE || at > 0 && token.text.starts_with(char::is_uppercase) {
        return None;
    }
    let begin = subject::clause_begin(tokens, at);
    let next = tokens.get(at + 1);
    // '(die Zeitung berichtete)' tells where more is to be read
    let bracketed = next.is_some_and(|next| next.text == ")") && begin > 0 && tokens[begin - 1].text == "(";
    let adjective = !particle && is_attribute(tokens, begin, at);
    let impersonal = matches!(token.lower.as_ref(), "heißt" | "hieß" | "geheißen");
    let es = || tokens[begin..(at + 2).min(tokens.len())].iter().any(|token| token.lower == "es");
    if bracketed || adjective || impersonal && !es() {
        return None;
    }
    // 'Wie Ada Hill, die alles sah, mitteilte, …'
    let parted = tokens[0].lower == "wie" && at > 0 && next.is_some_and(|next| next.text == ",");
    let source = if parted {
        subject::first_subject(tokens, 1, at).map(|subject| (subject, Way::Left))
    } else if impersonal {
        // 'Berichte, in denen es heißt, …'
        let relative = if subject::is_relative(tokens, begin) { subject::before_relative(tokens, begin) } else { None };
        relative.or_else(|| place_of(tokens, begin, at).map(|place| (place, Way::Right)))
    } else if token.lower.starts_with("zitier") {
        quoted_person(tokens, at)
    } else if is_passive(tokens, at) {
        passive_source(tokens, at).map(|source| (source, Way::Right))
    } else {
        subject::of_verb(tokens, at).and_then(|(subject, way)| told_by(tokens, begin, subject, lexicon).or(Some((subject, way))))
    };
    let beside = source.filter(|(source, way)| *way == Way::Right && (at + 1..=at + 10).contains(&source.first));
    let after = beside.map_or(at + 1, |(source, _)| source.after);
    let (source, way) = named(source);
    let opening = if parted { 0 } else { begin };
    let is_as = opening < at && tokens[opening].lower == "wie";
    Some(Cue {
        kind: if is_as { CueKind::As } else { CueKind::Verb },
        words: Phrase::one(at),
        group: Phrase { first: if is_as { opening } else { at }, after },
        source,
        way,
        strength,
    })
}

/// Whether a participle describes the noun or the passage behind it: 'die berichtete Zahl', 'waren nicht näher genannte
/// „Probleme“'.
fn is_attribute(tokens: &[Token<'_>], begin: usize, at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else { return false };
    if !(is_noun(next) && !next.capital || next.mark.is_some()) {
        return false;
    }
    let finite = tokens[begin..at].iter().rposition(|token| {
        token.kind.is_some_and(|kind| matches!(kind, Kind::Be | Kind::Have | Kind::Modal))
    });
    let joined = |from: usize| tokens[from..at].iter().any(|token| token.kind == Some(Kind::Conjunction));
    let again = tokens[at].lower.ends_with("te") && finite.is_some_and(|finite| !joined(begin + finite));
    phrase::is_article(before) && next.mark.is_none() || again
}

/// A source and its way, none where nobody is named.
fn named(source: Option<(Phrase, Way)>) -> (Option<Phrase>, Way) {
    source.map_or((None, Way::None), |(source, way)| (Some(source), way))
}

/// Whether a verb stands with its particle: 'teilte die Polizei am Montag mit'.
fn has_particle(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> bool {
    let Some(particles) = lexicon.particles(&tokens[at].lower) else { return false };
    let clause = tokens[at + 1..].iter().take(30).take_while(|token| !token.is_sign(";:"));
    clause.enumerate().any(|(ahead, token)| {
        let next = tokens.get(at + 2 + ahead);
        let ends = next.is_none_or(|next| !next.word || matches!(next.lower.as_ref(), "und" | "dass"));
        ends && particles.iter().any(|particle| token.lower == *particle)
    })
}

/// The phrase behind the preposition of 'In dem Bericht heißt es', 'hieß es aus dem Rat'.
fn place_of(tokens: &[Token<'_>], begin: usize, at: usize) -> Option<Phrase> {
    let behind = |from: usize, to: usize| {
        (from..to.min(tokens.len()))
            .filter(|word| tokens[*word].is(Classes::PREPOSITION))
            .find_map(|word| phrase::noun_phrase(tokens, word + 1))
    };
    behind(begin, at).or_else(|| behind(at + 1, at + 6)).or_else(|| behind(0, begin.min(1)))
}

/// 'Die Zeitung zitiert einen Wirt mit den Worten', 'Der Wirt wird mit den Worten zitiert', 'zitiert der Bote den Wirt'.
fn quoted_person(tokens: &[Token<'_>], at: usize) -> Option<(Phrase, Way)> {
    let becomes = |token: &Token<'_>| token.kind == Some(Kind::Be);
    if let Some(auxiliary) = tokens[..at].iter().rposition(becomes) {
        return subject::of_verb(tokens, auxiliary);
    }
    let first = phrase::subject(tokens, phrase::past_light(tokens, at + 1));
    let second = first.and_then(|first| phrase::noun_phrase(tokens, first.after));
    let object = phrase::noun_phrase(tokens, at + 1);
    let person = second.or(object).or(first).map(|person| (person, Way::Right));
    person.or_else(|| subject::of_verb(tokens, at))
}

/// Whose words a verb in the passive tells.
pub(super) fn quoted_or_agent(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    if tokens[at].lower.starts_with("zitier") {
        return quoted_person(tokens, at).map(|(person, _)| person);
    }
    passive_source(tokens, at)
}

/// Whether a participle belongs to a passive: 'wurde … mitgeteilt'.
pub(super) fn is_passive(tokens: &[Token<'_>], at: usize) -> bool {
    let lower = tokens[at].lower.as_ref();
    let participle = lower.starts_with("ge") || lower.ends_with('t') && !lower.ends_with("te") || lower.ends_with("en");
    let becomes = |token: &Token<'_>| {
        matches!(token.lower.as_ref(), "wird" | "wurde" | "werden" | "wurden" | "worden" | "werde" | "würde" | "würden")
    };
    let last = tokens.get(at + 1).is_none_or(|next| !next.word || next.kind.is_some_and(Kind::is_auxiliary));
    let clause = passive_begin(tokens, at)..(at + 2).min(tokens.len());
    participle && last && tokens[clause].iter().any(becomes)
}

/// Who says what a participle in the passive tells: 'wurde von der Polizei mitgeteilt', 'wird im „Boten“ als „falsch“
/// bezeichnet'.
pub(super) fn passive_source(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    agent(tokens, at).or_else(|| {
        let within = |word: &usize| matches!(tokens[*word].lower.as_ref(), "in" | "im");
        let begin = passive_begin(tokens, at);
        (begin..at).rev().filter(within).find_map(|word| {
            source_phrase(tokens, word + 1).filter(|place| !is_time(tokens, *place))
        })
    })
}

/// 'im Mai', 'im Jahr 2004', 'im Fall'.
fn is_time(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    phrase.of(tokens).iter().any(|token| {
        token.is(Classes::DAY.and(Classes::MONTH))
            || matches!(token.lower.as_ref(), "jahr" | "jahre" | "jahren" | "fall" | "zusammenhang" | "rahmen" | "zuge")
    })
}

/// Where words stand that are the subject themselves: 'Auf dem Zettel waren die Worte „…“ zu lesen', 'Von der Polizei kam
/// die Nachricht'.
pub(super) fn told_by(
    tokens: &[Token<'_>],
    begin: usize,
    subject: Phrase,
    lexicon: &Lexicon,
) -> Option<(Phrase, Way)> {
    let head = subject.of(tokens).iter().find(|token| is_noun(token))?;
    let lead = tokens.get(begin).filter(|_| begin < subject.first)?;
    if !lexicon.is_statement(&head.lower) || !matches!(lead.lower.as_ref(), "in" | "im" | "auf" | "von" | "vom" | "aus" | "bei") {
        return None;
    }
    phrase::noun_phrase(tokens, begin + 1).filter(|place| place.after <= subject.first).map(|place| (place, Way::Left))
}

/// Whom "von" names in a passive: 'wurde von der Polizei mitgeteilt'.
fn agent(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    let by = |word: &usize| matches!(tokens[*word].lower.as_ref(), "von" | "vom" | "durch");
    (passive_begin(tokens, at)..at).rev().filter(by).find_map(|word| phrase::noun_phrase(tokens, word + 1))
}

/// Where the clause of a participle begins; passages in marks part none.
fn passive_begin(tokens: &[Token<'_>], at: usize) -> usize {
    tokens[..at].iter().rposition(|token| token.is_sign(",;:")).map_or(0, |sign| sign + 1)
}

/// A colon before quotation marks; `found` are the cues before it.
fn colon(tokens: &[Token<'_>], at: usize, found: &[Cue], lexicon: &Lexicon) -> Option<Cue> {
    let quoted = tokens.get(at + 1).is_some_and(|next| next.mark.is_some());
    if tokens[at].text != ":" || !quoted || at == 0 {
        return None;
    }
    let said = found.iter().find(|cue| cue.kind == CueKind::Verb && cue.strength >= 0.7 && cue.source.is_some());
    let said = said.and_then(|cue| cue.source.map(|source| (source, cue.way)));
    let label = || label_before(tokens, at).map(|phrase| (phrase, Way::Left));
    let opening = || {
        let (subject, way) = subject::opening(tokens, at)?;
        told_by(tokens, main_begin(tokens, at), subject, lexicon).or(Some((subject, way)))
    };
    let (source, way) = named(said.or_else(label).or_else(opening));
    Some(Cue { kind: CueKind::Colon, words: Phrase::one(at), group: Phrase::one(at), source, way, strength: 0.7 })
}

/// Where the main clause before a place begins, a word like "derzeit" or "auch" left out.
fn main_begin(tokens: &[Token<'_>], to: usize) -> usize {
    let begin = tokens[..to].iter().rposition(|token| token.is_sign(";:")).map_or(0, |sign| sign + 1);
    begin + tokens[begin..to].iter().take_while(|token| !token.word).count()
}

/// The name that ends right before a colon: ', und Ada Hill (SPD): „…“'.
fn label_before(tokens: &[Token<'_>], colon: usize) -> Option<Phrase> {
    let phrase = phrase_before(tokens, colon)?;
    let joined = phrase.first == 0 || matches!(tokens[phrase.first - 1].lower.as_ref(), "und" | "," | "so");
    (joined && phrase::is_named(tokens, phrase)).then_some(phrase)
}

/// 'der Ansicht, dass …', 'die Meldung des Boten, wonach …', 'den Vorwurf der Wirte, der Deich sei undicht'.
fn noun(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let states = is_noun(&tokens[at]) && lexicon.is_statement(&tokens[at].lower);
    let holder = if states { owner(tokens, at + 1) } else { None };
    let comma = holder.map_or(at + 1, |holder| phrase::past_bracket(tokens, holder.after));
    // 'hat Vorwürfe der Wirte zurückgewiesen, er habe …'
    let verb = holder.is_some() && tokens.get(comma).is_some_and(|verb| verb.strength > 0.0 && !is_noun(verb));
    let comma = comma + usize::from(verb);
    let opener = tokens.get(comma + 1).filter(|_| tokens[comma].text == ",")?;
    let strength = if verb { 0.9 } else { 0.6 };
    let accordingly = opener.lower == "wonach";
    let end = tokens[comma + 1..].iter().position(|token| token.is_sign(",;:")).map_or(tokens.len(), |sign| comma + 1 + sign);
    let reports = || {
        !subject::is_relative(tokens, comma + 1) && mood::clearest(tokens, comma + 1, end) == Mood::Reporting
    };
    if !(accordingly || states && (opener.is(Classes::THAT) || reports())) {
        return None;
    }
    let before = || phrase_before(tokens, comma).map(|phrase| (phrase, Way::Left));
    let opening = || {
        let begin = subject::clause_begin(tokens, at);
        let (subject, way) = subject::opening(tokens, at)?;
        told_by(tokens, begin, Phrase { first: subject.first, after: at + 1 }, lexicon).or(Some((subject, way)))
    };
    let held = holder.map(|holder| (holder, Way::Left));
    let (source, way) = named(held.or_else(|| if accordingly { before() } else { opening() }));
    let group = Phrase { first: at, after: comma };
    Some(Cue { kind: CueKind::Noun, words: Phrase::one(at), group, source, way, strength })
}

/// Whose words a noun speaks of: 'der Vorwurf [der Wirte]', 'Berichte von [Ada Hill]'.
fn owner(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    match tokens.get(at)?.lower.as_ref() {
        "der" | "des" | "eines" | "einer" | "dieser" | "seiner" | "ihrer" => phrase::noun_phrase(tokens, at),
        "von" | "vom" => phrase::noun_phrase(tokens, at + 1),
        _ => None,
    }
}

/// The noun phrase that ends before a token, a bracket left out.
pub(super) fn phrase_before(tokens: &[Token<'_>], end: usize) -> Option<Phrase> {
    let begin = subject::clause_begin(tokens, end).max(end.saturating_sub(14));
    (begin..end).find_map(|at| {
        phrase::noun_phrase(tokens, at)
            .filter(|phrase| phrase.after == end || phrase::past_bracket(tokens, phrase.after) == end)
    })
}
