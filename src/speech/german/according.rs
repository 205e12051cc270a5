//! Prepositions before and behind whoever German hands the words over to: 'laut Polizei', 'seiner Meinung nach'.

use std::ops::Range;

use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::Phrase;
use super::super::sources::Way;
use super::super::token::Token;
use super::content::{Content, begin_before, trimmed};
use super::cue::{Cue, CueKind, with_name};
use super::ending::end_of;
use super::mood::{self, Mood};
use super::object::is_particle;
use super::phrase::{self, is_noun};
use super::subject::{self, is_finite, is_relative, subordinates};

/// A verb as strong as this introduces speech of its own.
const SAYS: f64 = 0.6;

/// A participle as strong as this tells what stands before it.
const SURELY: f64 = 0.8;

/// A verb as strong as this does so before "dass".
const WEAK: f64 = 0.3;

/// 'laut Polizei', 'nach Angaben der Polizei', 'nach ihrer Ansicht', 'nach Polizeiangaben'.
pub(super) fn according(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let token = &tokens[at];
    let by_which = at > 0 && tokens[at - 1].lower == "je";
    if !token.is(Classes::ACCORDING) || token.lower == "zufolge" || by_which {
        return None;
    }
    let phrase = source_phrase(tokens, at + 1)?;
    let bare = matches!(token.lower.as_ref(), "laut" | "gemäß" | "gemäss");
    let states = |word: &usize| lexicon.is_statement(&tokens[*word].lower);
    // 'nach Hills Angaben', but not 'nach dem Streit um die Forderung'
    let nouns = (phrase.first..phrase.after).filter(|word| is_noun(&tokens[*word]));
    let owned = nouns.clone().next().is_some_and(|word| tokens[word].capital && tokens[word].lower.ends_with('s'));
    let statement = nouns.clone().take(if bare { phrase.after } else { 1 + usize::from(owned) }).find(states);
    let view = statement.is_some_and(|statement| tokens[statement].lower.ends_with("sicht"));
    if !bare && (statement.is_none() || token.lower == "aus" && !view) {
        return None;
    }
    // 'nach ersten Erkenntnissen': nobody is told to have said so
    if statement.is_some_and(|statement| are_findings(tokens, phrase, statement)) {
        return None;
    }
    // 'gemäß Vertrag', 'gemäß dem Gesetz': what binds, not who says so
    let binds = |token: &Token<'_>| lexicon.is_rule(&token.lower);
    if token.lower.starts_with("gem") && nouns.clone().next().is_some_and(|word| binds(&tokens[word])) {
        return None;
    }
    // 'aus rechtlicher Sicht' is nobody's
    let owned_view = statement.is_some_and(|at| at + 1 < phrase.after)
        || tokens[phrase.first].is(Classes::POSSESSIVE)
        || tokens[phrase.first].capital
        || statement == Some(phrase.first);
    if token.lower == "aus" && !owned_view && phrase::is_adjective(&tokens[phrase.first]) {
        return None;
    }
    // 'nach der Ankündigung des Rats', 'nach Meldungen über den Deich': when, not who says so
    let topic = |at: usize| {
        let said = tokens[at].lower.ends_with("äußerungen") || tokens[at].lower.ends_with("aussagen");
        tokens.get(at + 1).is_some_and(|next| match next.lower.as_ref() {
            // 'nach Polizeiangaben gegen drei Uhr'
            "gegen" => !tells_time(tokens, at + 2),
            "über" => true,
            "zu" | "zum" | "zur" => said,
            _ => false,
        })
    };
    if token.lower == "nach" && statement.is_some_and(|at| lexicon.is_event(&tokens[at].lower) || topic(at)) {
        return None;
    }
    let many = bare_genitive(tokens, phrase, statement).or_else(|| titled_owner(tokens, phrase, statement));
    let source = own(tokens, phrase).or(many).unwrap_or_else(|| speaker_of(tokens, phrase, statement));
    let mut after = phrase::past_bracket(tokens, many.unwrap_or(phrase).after);
    after += usize::from(tokens.get(after).is_some_and(|next| next.lower == "nach" || next.lower == "zufolge"));
    Some(Cue {
        kind: CueKind::According,
        words: Phrase::one(at),
        group: Phrase { first: at, after },
        source: Some(with_name(tokens, source, Way::Right)),
        way: Way::According,
        strength: 0.95,
    })
}

/// Whether a phrase is for what is known so far, by nobody in particular: 'ersten Erkenntnissen'.
fn are_findings(tokens: &[Token<'_>], phrase: Phrase, statement: usize) -> bool {
    is_so_far(&tokens[phrase.first].lower)
        && tokens[statement].lower.starts_with("erkenntnis")
        && statement + 1 == phrase.after
}

/// Whether an adjective tells that more may be known later: "ersten", "vorläufigen".
fn is_so_far(lower: &str) -> bool {
    const SO_FAR: [&str; 9] =
        ["erst", "bisherig", "vorläufig", "neuest", "jüngst", "gegenwärtig", "derzeitig", "aktuell", "übereinstimmend"];
    lower.strip_suffix("en").is_some_and(|stem| SO_FAR.contains(&stem))
}

/// Whether a time of day stands at a token: '5.10 Uhr', 'Mitternacht'.
fn tells_time(tokens: &[Token<'_>], at: usize) -> bool {
    const TIMES: [&str; 5] = ["mittag", "abend", "morgen", "mitternacht", "ende"];
    let numbered = |token: &Token<'_>| token.text.starts_with(char::is_numeric) || token.lower == "uhr";
    tokens.get(at).is_some_and(|token| numbered(token) || TIMES.contains(&token.lower.as_ref()))
        || tokens.iter().skip(at).take(3).any(|token| token.lower == "uhr")
}

/// The phrase behind "laut": with a title in marks, or with "ihm" and "ihr".
pub(super) fn source_phrase(tokens: &[Token<'_>], at: usize) -> Option<Phrase> {
    if let Some(phrase) = phrase::noun_phrase(tokens, at) {
        return Some(phrase);
    }
    let token = tokens.get(at)?;
    let titled = token.mark().is_some_and(|mark| mark.end - mark.start < phrase::TITLE);
    (titled || matches!(token.lower.as_ref(), "ihm" | "ihr" | "ihnen" | "dessen" | "deren")).then(|| Phrase::one(at))
}

/// 'Hill war nach eigenen Angaben krank': the subject says so.
fn own(tokens: &[Token<'_>], phrase: Phrase) -> Option<Phrase> {
    let own = tokens[phrase.first].lower.starts_with("eigen");
    let subject = if own { subject::opening(tokens, tokens.len()) } else { None };
    subject.map(|(subject, _)| subject).filter(|subject| !subject.touches(phrase))
}

/// Whom a genitive without an article names: of 'nach Angaben westlicher Behörden' the authorities.
fn bare_genitive(tokens: &[Token<'_>], phrase: Phrase, statement: Option<usize>) -> Option<Phrase> {
    let ends = statement.is_some_and(|statement| statement + 1 == phrase.after);
    let describes = |token: &Token<'_>| phrase::is_adjective(token) && token.lower.ends_with("er");
    tokens.get(phrase.after).filter(|next| ends && describes(next))?;
    phrase::noun_phrase(tokens, phrase.after)
}

/// The paper in marks whose words a noun tells: of 'nach Einschätzung von „Bote“' the paper.
fn titled_owner(tokens: &[Token<'_>], phrase: Phrase, statement: Option<usize>) -> Option<Phrase> {
    let of = statement.is_some_and(|statement| statement + 1 == phrase.after)
        && tokens.get(phrase.after).is_some_and(|of| matches!(of.lower.as_ref(), "von" | "vom"));
    source_phrase(tokens, phrase.after + 1).filter(|paper| of && tokens[paper.first].mark().is_some())
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
        // 'nach Hills Ansicht'
        None if tokens[phrase.first].capital && is_noun(&tokens[phrase.first]) && statement > phrase.first => {
            Phrase { first: phrase.first, after: statement }
        }
        None if tokens[phrase.first].is(Classes::POSSESSIVE) => Phrase::one(phrase.first),
        None => phrase,
    }
}

/// 'Angaben der Polizei zufolge', 'seiner Meinung nach'.
pub(super) fn behind(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let token = &tokens[at];
    let follows = token.lower == "zufolge"
        || token.lower == "nach" && !tokens.get(at + 1).is_some_and(|next| is_noun(next) || phrase::is_article(next));
    let noun = at.checked_sub(1).is_some_and(|before| is_noun(&tokens[before]) || tokens[before].mark().is_some());
    if !follows || !noun {
        return None;
    }
    let begin = subject::clause_begin(tokens, at).max(at.saturating_sub(14));
    let phrase = (begin..at).find_map(|from| source_phrase(tokens, from).filter(|phrase| phrase.after == at))?;
    let statement = (phrase.first..phrase.after).find(|word| lexicon.is_statement(&tokens[*word].lower));
    if statement.is_some_and(|statement| are_findings(tokens, phrase, statement)) {
        return None;
    }
    // 'seine Forderung nach rascher Hilfe'
    if token.lower == "nach" && (statement.is_none() || phrase::noun_phrase(tokens, at + 1).is_some()) {
        return None;
    }
    Some(Cue {
        kind: CueKind::According,
        words: Phrase::one(at),
        group: Phrase { first: phrase.first, after: at + 1 },
        source: own(tokens, phrase).or_else(|| {
            // 'dem Vernehmen nach'
            if tokens[phrase.after - 1].lower == "vernehmen" {
                return None;
            }
            // 'Ersten Angaben zufolge'
            if phrase.after == phrase.first + 2 && is_so_far(&tokens[phrase.first].lower) {
                return None;
            }
            // 'ersten Erkenntnissen zufolge'
            let said = Some(speaker_of(tokens, phrase, statement)).filter(|said| *said != phrase);
            said.or(Some(phrase).filter(|_| !statement.is_some_and(|at| tokens[at].lower.starts_with("erkenntnis"))))
        }),
        way: Way::According,
        strength: 0.95,
    })
}

/// 'Laut Polizei [ist er tot]', '[Er ist] laut Polizei [tot]'.
pub(super) fn content(tokens: &[Token<'_>], cue: &Cue, last: usize, lexicon: &Lexicon) -> Option<Content> {
    let first = cue.group.first;
    let after = past_apposition(tokens, cue.group.after, lexicon);
    let clause = subject::clause_begin(tokens, first);
    // 'Wo es fehlt, da ist nach Ansicht der Wirte nichts zu holen'
    let resumes = tokens[clause].lower == "da" && is_finite(tokens, clause + 1);
    let nested = clause > 0 && !resumes && (is_relative(tokens, clause) || subordinates(&tokens[clause]));
    // 'Die Brücke ist zu, und laut Polizei bleibt sie es'
    let joined = clause > 0
        && tokens[clause - 1].text == ","
        && matches!(tokens[clause].lower.as_ref(), "und" | "doch" | "aber" | "so" | "denn" | "lediglich")
        && (0..clause).any(|at| is_finite(tokens, at));
    let begin = if nested || joined { clause } else { begin_before(tokens, first) };
    // '„Wir bleiben“, sagte Ada Hill laut Mitteilung'
    let said = |at: usize| {
        let before = &tokens[at - 1];
        tokens[at].strength >= SAYS
            && mood::of(tokens, at) == Mood::Plain
            && (before.mark().is_some() || before.text == ",")
            && phrase::subject(tokens, phrase::past_light(tokens, at + 1)).is_some_and(|subject| subject.first < after)
    };
    if (begin + 1..first).any(said) || tells_itself(tokens, clause..first, after, lexicon) {
        return None;
    }
    let begin = begin + usize::from(begin < first && matches!(tokens[begin].lower.as_ref(), "und" | "doch" | "aber"));
    let mut end = end_of(tokens, after, last);
    if nested && is_relative(tokens, clause) {
        end = (after..end).find(|at| tokens[*at].text == ",").unwrap_or(end);
    }
    // 'Hill, der zwar laut Rat …': a relative alone says nothing
    let says = |part: &Phrase| !nested || part.of(tokens).len() > 2;
    let parts: Vec<Phrase> =
        [trimmed(tokens, begin, first).filter(says), trimmed(tokens, after, end)].into_iter().flatten().collect();
    let sure = cue.source.is_some_and(|source| is_clear(tokens, source));
    (!parts.is_empty()).then_some(Content { parts, probability: if sure { SURE_SOURCE } else { 0.8 } })
}

/// How likely words are whose that a preposition leads to, where it is clear who that is.
pub(super) const SURE_SOURCE: f64 = 0.88;

/// Whether a source says by itself who it is: not 'ihm', 'seiner Meinung', 'ersten Meldungen', 'dem Bericht'.
pub(super) fn is_clear(tokens: &[Token<'_>], source: Phrase) -> bool {
    let first = &tokens[source.first];
    let small = source.after == source.first + 1 && !is_noun(first) && first.mark().is_none();
    let points = matches!(first.lower.as_ref(), "dem" | "diesem" | "den" | "diesen")
        && source.of(tokens).last().is_some_and(|last| super::hands_on(&last.lower));
    !small && !points && !first.is(Classes::POSSESSIVE) && !is_so_far(&first.lower)
}

/// 'Hill teilt laut Aushang mit, …', 'Sie befand aus ihrer Sicht, dass …': whether a verb of the clause before tells what
/// stands behind the comma.
fn tells_itself(tokens: &[Token<'_>], clause: Range<usize>, after: usize, lexicon: &Lexicon) -> bool {
    let particle = tokens.get(after).is_some_and(|next| is_particle(&next.lower));
    let comma = after + usize::from(particle);
    let that = tokens.get(comma + 1).is_some_and(|next| next.is(Classes::THAT));
    let says = |at: usize| {
        let (least, verb) = (if that { WEAK } else { SAYS }, &tokens[at]);
        let told = verb.strength >= least || particle && lexicon.particles(&verb.lower).is_some();
        told && !is_noun(verb) && mood::of(tokens, at) == Mood::Plain
    };
    // 'Ada Hill hatte laut „Bote“ den Plan als „feige“ bezeichnet'
    let has = clause.clone().any(|at| tokens[at].kind == Some(Kind::Have));
    let last = tokens.iter().rposition(|token| token.word && token.mark().is_none());
    let said = last
        .filter(|last| *last > after && has)
        .is_some_and(|last| tokens[last].strength >= SURELY && tokens[last].lower.ends_with(['t', 'n']));
    said || tokens.get(comma).is_some_and(|comma| comma.text == ",") && clause.into_iter().any(says)
}

/// Past ', Hydrologe in Kiel,' where a verb goes on with the sentence, and past the name and the relative clauses of
/// 'nach Ansicht des Wirts der Mühle, Ulf Hill, der sie baute,'.
pub(super) fn past_apposition(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> usize {
    let close = |at: usize| (at + 1..tokens.len().min(at + 20)).find(|close| tokens[*close].text == ",");
    let comma = |at: usize| tokens.get(at).is_some_and(|token| token.text == ",");
    let mut after = at;
    while let Some(end) = close(after).filter(|_| comma(after)) {
        let name = phrase::noun_phrase(tokens, after + 1).filter(|name| {
            let full = name.of(tokens).len() >= 2 && name.of(tokens).iter().all(|token| token.capital);
            full && phrase::past_bracket(tokens, name.after) == end
        });
        // ', Sprecherin der Stadt,'
        let role =
            phrase::noun_phrase(tokens, after + 1).filter(|role| phrase::past_bracket(tokens, role.after) == end);
        let role = role.and_then(|role| phrase::head(tokens, role));
        let role = role.is_some_and(|head| lexicon.is_person(&tokens[head].lower));
        let apposed = role || name.is_some() || is_relative(tokens, after + 1) || is_finite(tokens, end + 1);
        if !apposed {
            break;
        }
        after = end;
    }
    if after > at { after + 1 } else { at }
}
