//! What leads to German words behind a colon, and who says them: 'Ada Hill, Trainerin Lys: „…“'.

use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::marks::Mark;
use super::super::mentions::Phrase;
use super::super::sources::Way;
use super::super::token::Token;
use super::agreement;
use super::cue::{Cue, CueKind, named, phrase_before};
use super::mood::{self, Mood};
use super::opener;
use super::phrase;
use super::subject;
use super::teller;

/// A colon before quotation marks; `found` are the cues before it.
pub(super) fn colon(tokens: &[Token<'_>], at: usize, found: &[Cue], lexicon: &Lexicon) -> Option<Cue> {
    // 'Hilfe für alle: „Job-Turbo“ kommt nach Lys'
    let goes_on = tokens.get(at + 2).is_some_and(|next| {
        let small = next.word && next.kind.is_none() && !next.capital && next.text.starts_with(char::is_lowercase);
        small && next.strength < 0.3
    });
    let names = |mark: Mark| mark.end - mark.start < phrase::TITLE && goes_on;
    let quoted = tokens.get(at + 1).and_then(Token::mark).is_some_and(|mark| !names(mark));
    let end =
        tokens[at..].iter().skip(1).position(|token| token.is_sign(",;:")).map_or(tokens.len(), |ahead| at + 1 + ahead);
    let reports = || mood::clearest(tokens, at + 1, end) == Mood::Reporting;
    if tokens[at].text != ":" || at == 0 || !(quoted || reports()) {
        return None;
    }
    // 'wie Ada Hill gesteht: „…“'
    let leads = |cue: &Cue| {
        cue.kind == CueKind::Verb && cue.strength >= 0.7 || cue.kind == CueKind::As && cue.words.after == at
    };
    let begin = main_begin(tokens, at);
    // '…, notierte er; Ada Hill wusste es besser: „…“': only what stands in the same part
    // 'Da platzte es aus Ada Hill heraus: „…“'
    let somebody = |source: Phrase| tokens[source.first].lower != "es";
    let leading =
        || found.iter().filter(|cue| leads(cue) && cue.source.is_some_and(somebody) && cue.words.first >= begin);
    // '„Los“, flüsterte sie, und der Wirt zischte, ohne aufzusehen: „…“'
    let joint = (begin + 1..at).rev().find(|at| tokens[*at].lower == "und" && tokens[at - 1].text == ",");
    let marked = |joint: &usize| tokens[begin..*joint].iter().any(|token| token.mark().is_some());
    let joint = joint.filter(marked).and_then(|joint| leading().find(|cue| cue.words.first > joint));
    let said = joint.or_else(|| leading().next());
    let said = said.and_then(|cue| cue.source.map(|source| (source, cue.way)));
    let said = joined_speaker(tokens, at).filter(|_| quoted).map(|who| (who, Way::Left)).or(said);
    // 'Vorwurf der Wirte: Der Deich sei undicht'
    let whose = || {
        let said = phrase::noun_phrase(tokens, begin)?;
        let next = &tokens[phrase::past_bracket(tokens, said.after)];
        teller::told_by(tokens, begin, said, lexicon).filter(|_| next.text == ":" || next.is(Classes::PREPOSITION))
    };
    if let Some((source, way)) = said.or_else(whose) {
        let group = Phrase::one(at);
        return Some(Cue { kind: CueKind::Colon, words: group, group, source: Some(source), way, strength: 0.7 });
    }
    let label = || label_with_role(tokens, begin, at).or_else(|| label_before(tokens, begin, at, lexicon));
    let label = || side_taker(tokens, begin, at).or_else(|| writing(tokens, begin, at)).or_else(label);
    let label = || label().map(|phrase| (phrase, Way::Left));
    let opening = || {
        let eyes = teller::in_whose_eyes(tokens, begin, at);
        if let Some(holder) = eyes {
            return Some((holder, Way::Left));
        }
        let place = || place_in_mind(tokens, begin, at).map(|place| (place, Way::Left));
        let Some((subject, way)) = subject::opening(tokens, at) else { return place() };
        if matches!(tokens[subject.first].lower.as_ref(), "man" | "es") {
            return place().or(Some((subject, way)));
        }
        // 'Brand bei Lys: „…“' is a headline
        let next = tokens.get(phrase::past_bracket(tokens, subject.after));
        let states = (begin..at).any(|word| subject::is_finite(tokens, word));
        let of_thing = next.is_some_and(|next| {
            matches!(next.lower.as_ref(), "an" | "auf" | "bei" | "gegen" | "um" | "über" | "nach" | "wegen")
        });
        if !states && of_thing && subject.after == subject.first + 1 {
            return None;
        }
        // 'Eine Scheidung stand nicht zur Debatte: „…“'
        let indefinite = ["ein", "eine", "kein", "keine"].contains(&tokens[subject.first].lower.as_ref());
        let head = phrase::head(tokens, subject).map(|head| tokens[head].lower.as_ref());
        let somebody = |head: &str| {
            lexicon.is_person(head) || lexicon.is_body(head) || lexicon.is_firm(head) || agreement::is_woman(head)
        };
        if indefinite
            && !phrase::is_named(tokens, subject)
            && head.is_some_and(is_abstract)
            && !head.is_some_and(somebody)
        {
            return None;
        }
        let told = teller::told_by(tokens, begin, subject, lexicon);
        told.or_else(|| Some((subject, way)).filter(|_| !teller::is_thing(tokens, subject, lexicon)))
    };
    let (source, way) = named(label().or_else(opening));
    Some(Cue { kind: CueKind::Colon, words: Phrase::one(at), group: Phrase::one(at), source, way, strength: 0.7 })
}

/// 'Unterstützt wurde er von [Ada Hill]: „…“', 'Beigesprungen ist ihm [der Wirt]: „…“': who takes a side before a colon.
fn side_taker(tokens: &[Token<'_>], begin: usize, colon: usize) -> Option<Phrase> {
    let auxiliary = tokens.get(begin + 1).filter(|next| matches!(next.kind, Some(Kind::Be | Kind::Have)))?;
    if !opener::is_participle(&tokens[begin].lower) || colon <= begin + 2 {
        return None;
    }
    let passive = auxiliary.lower.starts_with('w') && !auxiliary.lower.starts_with("war");
    if passive {
        let from = (begin + 2..colon).find(|at| matches!(tokens[*at].lower.as_ref(), "von" | "vom"))?;
        return phrase::noun_phrase(tokens, from + 1);
    }
    // 'ist ihm', 'hat dem Wirt'
    let from = begin + 2;
    let subject = |at: usize| phrase::subject(tokens, phrase::past_light(tokens, at));
    subject(from).or_else(|| subject(phrase::noun_phrase(tokens, from)?.after))
}

/// 'Anders klingt es bei [Ada Hill]: „…“', 'Im [Rathaus] sieht man das nicht so: „…“': where nobody else is the subject.
fn place_in_mind(tokens: &[Token<'_>], begin: usize, colon: usize) -> Option<Phrase> {
    let leads = |at: &usize| matches!(tokens[*at].lower.as_ref(), "bei" | "beim" | "in" | "im" | "aus");
    let place = (begin..colon).find(leads).and_then(|at| phrase::noun_phrase(tokens, at + 1))?;
    let lexicon = Lexicon::german();
    let head = phrase::head(tokens, place)?;
    let speaks = phrase::ends_in_name(tokens, place)
        || lexicon.is_body(&tokens[head].lower)
        || lexicon.is_office(&tokens[head].lower);
    speaks.then_some(place)
}

/// 'Auf einem Schild am Tor steht: „…“', 'und auf einem Plakat war zu lesen: „…“': what holds the words behind a colon.
fn writing(tokens: &[Token<'_>], begin: usize, colon: usize) -> Option<Phrase> {
    let from = tokens[begin..colon].iter().rposition(|token| matches!(token.text, "," | "und"));
    let from = from.map_or(begin, |joint| begin + joint + 1);
    let clause = &tokens[from..colon];
    let stands = clause.iter().any(|token| {
        matches!(token.lower.as_ref(), "steht" | "stand" | "prangt" | "prangte" | "lesen" | "geschrieben")
    });
    let on = |at: &usize| matches!(tokens[*at].lower.as_ref(), "auf" | "an" | "am" | "in" | "im" | "über");
    let place = (from..colon).find(on).filter(|_| stands)?;
    // 'Auf der Bühne steht Ada Hill: „…“'
    let holder = phrase::noun_phrase(tokens, place + 1)?;
    let other = |at: usize| {
        at > place && !(holder.first..holder.after).contains(&at) && !tokens[at - 1].is(Classes::PREPOSITION)
    };
    let somebody = (from..colon).any(|at| other(at) && phrase::subject(tokens, at).is_some());
    (!somebody).then_some(holder)
}

/// '„Freunde“, rief er, und [eine Stimme] von hinten: „Welche?“': who stands without a verb of their own before a colon.
pub(super) fn joined_speaker(tokens: &[Token<'_>], colon: usize) -> Option<Phrase> {
    let joint = (colon.saturating_sub(JOINED)..colon).rev().find(|at| tokens[*at].lower == "und")?;
    let comma = joint.checked_sub(1).is_some_and(|before| tokens[before].text == ",");
    let who = if comma { phrase::subject(tokens, joint + 1) } else { None }?;
    let rest = tokens.get(who.after..colon)?;
    let plain =
        rest.iter().all(|token| token.word && token.strength == 0.0 && !token.kind.is_some_and(Kind::is_auxiliary));
    let verb = (who.after..colon).any(|at| subject::is_finite(tokens, at) && !tokens[at - 1].is(Classes::PREPOSITION));
    (plain && !verb).then_some(who)
}

/// How many tokens before a colon such a speaker stands at most.
const JOINED: usize = 8;

/// Whether a noun, given in lower case, ends like one for what nobody is: 'scheidung', 'freiheit'.
fn is_abstract(lower: &str) -> bool {
    ["ung", "heit", "keit", "ion", "nis", "tät", "zeit", "fall"].iter().any(|end| lower.ends_with(end))
}

/// Where the main clause before a place begins, a word like "derzeit" or "auch" left out.
fn main_begin(tokens: &[Token<'_>], to: usize) -> usize {
    let begin = tokens[..to].iter().rposition(|token| token.is_sign(";:")).map_or(0, |sign| sign + 1);
    begin + tokens[begin..to].iter().take_while(|token| !token.word).count()
}

/// 'Ada Hill, Trainerin Lys: „…“': the name before what somebody is.
fn label_with_role(tokens: &[Token<'_>], begin: usize, colon: usize) -> Option<Phrase> {
    let name = phrase::noun_phrase(tokens, begin)?;
    let inside = name.of(tokens);
    let comma = phrase::past_bracket(tokens, name.after);
    let full = inside.len() >= 2 && inside.iter().all(|token| token.capital) && phrase::is_named(tokens, name);
    let role = tokens.get(comma + 1..colon).filter(|_| tokens[comma].text == ",")?;
    let states = |token: &Token<'_>| {
        token.strength >= 0.3 || token.kind.is_some_and(Kind::is_auxiliary) || token.mark().is_some() || !token.word
    };
    (full && !role.is_empty() && !role.iter().any(states)).then_some(name)
}

/// The name that ends right before a colon: ', und Ada Hill (SPD): „…“', or whoever answers there: 'Darauf der Wirt: „…“'.
fn label_before(tokens: &[Token<'_>], begin: usize, colon: usize, lexicon: &Lexicon) -> Option<Phrase> {
    let phrase = phrase_before(tokens, colon)?;
    let lead = tokens.get(begin..phrase.first).unwrap_or_default();
    let answers = !lead.is_empty() && lead.iter().all(|token| token.kind == Some(Kind::Adverb));
    let somebody = phrase::is_named(tokens, phrase)
        || phrase::head(tokens, phrase)
            .is_some_and(|head| lexicon.is_person(&tokens[head].lower) || agreement::is_woman(&tokens[head].lower));
    if answers && somebody {
        return Some(phrase);
    }
    let joined = phrase.first == 0 || matches!(tokens[phrase.first - 1].lower.as_ref(), "und" | "," | "so");
    (joined && phrase::is_named(tokens, phrase)).then_some(phrase)
}
