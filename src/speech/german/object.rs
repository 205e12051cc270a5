//! What a German verb demands, names or announces without a clause: 'Der Rat forderte höhere Löhne.'

use super::super::lexicon::{Classes, Kind};
use super::super::mentions::Phrase;
use super::super::sources::Way;
use super::super::token::Token;
use super::according::source_phrase;
use super::content::{Content, trimmed};
use super::cue::Cue;
use super::ending::end_of;
use super::phrase;
use super::subject::{self, is_finite, is_relative};
use super::teller;

/// How likely an object is what somebody says.
const OBJECT: f64 = 0.7;

/// How many words a favour has at least that tells what is asked for.
const FAVOUR: usize = 4;

/// What a verb with no clause of its own is about, where that is the better half of its sentence:
/// 'Der Rat forderte [höhere Löhne für alle]', 'hat [den Plan in Bausch und Bogen] verurteilt'.
pub(super) fn object(tokens: &[Token<'_>], cue: &Cue, last: usize) -> Option<Content> {
    let i = cue.words.first;
    let promises = is_promise(tokens, i, last);
    let takes = tokens[i].is(Classes::OBJECT_CUE) || promises;
    let source = cue.source.filter(|_| takes && cue.way != Way::Who)?;
    let begin = subject::clause_begin(tokens, i);
    if subject::is_subordinate(tokens, i)
        || is_relative(tokens, begin) && (i + 1 >= last || teller::is_passive(tokens, i))
        || begin > 0 && tokens[begin - 1].text == "("
    {
        return None;
    }
    let end = end_of(tokens, i, last);
    // 'warnte vor Hagel, und der Wirt stimmte zu'
    let joined = |at: &usize| {
        let joint = tokens[*at].text == "," && matches!(tokens[*at + 1].lower.as_ref(), "und" | "aber" | "doch");
        joint && phrase::subject(tokens, *at + 2).is_some_and(|subject| is_finite(tokens, subject.after))
    };
    let end = (i + 1..end.saturating_sub(2)).find(joined).unwrap_or(end);
    if source.first > i && tokens.get(source.after).is_some_and(|next| next.text == ",") {
        return None;
    }
    let part = if i + 1 >= last {
        // the participle stands last
        let own = trimmed(tokens, phrase::past_bracket(tokens, source.after), i)?;
        // '(ABC) hatte zuvor den Plan …', 'in Lys hat den Plan …'
        let has = (own.first..i).take(7).find(|at| tokens[*at].kind == Some(Kind::Have));
        let own = Phrase { first: has.unwrap_or(own.first), ..own };
        let auxiliary = tokens[own.first].kind;
        if auxiliary == Some(Kind::Be) {
            return None;
        }
        Phrase { first: own.first + usize::from(auxiliary.is_some_and(Kind::is_auxiliary)), ..own }
    } else {
        trimmed(tokens, phrase::past_bracket(tokens, cue.group.after.max(i + 1)), end)?
    };
    // 'fordert seit Jahren mehr Geld' is no saying, 'warnen einander vor dem Habicht' no words
    let lead = tokens[part.first].lower.as_ref();
    let demands = is_demand(&tokens[i].lower);
    if lead == "einander"
        || demands && lead == "seit" && tokens[part.first..part.after].iter().skip(1).take(2).any(are_years)
    {
        return None;
    }
    let asks = is_demand(&tokens[i].lower) || promises;
    let from = part.first;
    let part = without_particle(tokens, past_when(tokens, part, asks)?)?;
    let from = if asks { from } else { part.first };
    // 'berichtete über den Angriff' tells the topic alone, 'bestätigte den Plan nicht' nothing
    // and 'kritisierte den Plan scharf' no more
    let sharply = || tokens[i].lower.starts_with("kritis") && tokens[part.after - 1].kind == Some(Kind::Adverb);
    // 'nannte keine Zahl', 'nannte den Plan' names alone
    let names = tokens[i].lower.starts_with("nenn") || tokens[i].lower.starts_with("nann");
    let marked = part.of(tokens).iter().any(|token| token.mark().is_some());
    let named = if names && !marked { phrase::noun_phrase(tokens, part.first) } else { None };
    let rest = |named: Phrase| phrase::past_light(tokens, phrase::past_bracket(tokens, named.after));
    if named.is_some_and(|named| rest(named) >= part.after) {
        return None;
    }
    let denied = tokens[part.after - 1].kind == Some(Kind::Negation) || sharply();
    let lead = tokens[part.first].lower.as_ref();
    // 'bestätigte das nur zum Teil'
    let pronoun = matches!(lead, "das" | "dies" | "es") && phrase::noun_phrase(tokens, part.first).is_none();
    let next = phrase::past_light(tokens, part.first + 1);
    if pronoun && phrase::noun_phrase(tokens, next).is_none_or(|noun| noun.after > part.after) {
        return None;
    }
    if denied || lead == "über" || !governs(&tokens[i].lower, lead) {
        return None;
    }
    // 'und sprach von einer Chance' is a clause of its own
    let joined = i.checked_sub(1).filter(|before| matches!(tokens[*before].text, "und" | "aber"));
    let clause = end - joined.unwrap_or(0);
    // 'warnte vor hohen Mauern' tells what is warned of, however short
    let warns = lead == "vor" && tokens[i].lower.contains("warn") && part.after >= part.first + 3;
    // 'bezifferte den Schaden', but not 'bat um Ruhe'
    let claims = is_claim(&tokens[i].lower) && (lead != "um" || part.after >= part.first + FAVOUR);
    let tells = claims || (part.after - from) * 5 >= clause * 2;
    (warns || tells).then(|| Content { parts: vec![part], probability: OBJECT })
}

/// Whether a word is for a time that a habit lasts.
fn are_years(token: &Token<'_>) -> bool {
    matches!(token.lower.as_ref(), "jahren" | "monaten" | "wochen" | "langem" | "jahrzehnten" | "längerem")
}

/// An object without the words before it that tell when and where: '[am Montag in Lys] höhere Löhne'.
fn past_when(tokens: &[Token<'_>], part: Phrase, asks: bool) -> Option<Phrase> {
    let mut first = part.first;
    while let Some(token) = tokens.get(first).filter(|_| first < part.after) {
        let place = matches!(token.lower.as_ref(), "am" | "im" | "in" | "bei" | "seit");
        // 'seit Monaten' of 'seit Monaten von einer Krise'
        let up_to_object =
            |when: Phrase| (when.first..when.after).find(|at| tokens[*at].lower == "von").unwrap_or(when.after);
        // 'von der Bank mehr Geld'
        let asked = asks && token.lower == "von";
        let after = if place || asked { phrase::noun_phrase(tokens, first + 1).map(up_to_object) } else { None };
        let after = after.filter(|after| !asked || *after < part.after && opens_object(tokens, *after));
        // 'den Hirten mehr Weide'
        let listener = asks && matches!(token.lower.as_ref(), "den" | "dem" | "der");
        let listener = if listener { phrase::noun_phrase(tokens, first) } else { None };
        // 'den Abbau' is no dative
        let dative = |at: usize| token.lower != "den" || tokens[at].lower.ends_with('n');
        let listener = listener.filter(|listener| phrase::head(tokens, *listener).is_some_and(dative));
        let listener =
            listener.map(|listener| listener.after).filter(|at| *at < part.after && opens_object(tokens, *at));
        let told = if token.lower == "laut" { source_phrase(tokens, first + 1) } else { None };
        let after = after.or(listener).or(told.map(|told| told.after));
        let counts = matches!(token.lower.as_ref(), "mehr" | "weniger" | "viel" | "wenig");
        // 'pochte aber auf einen Vertrag'
        let joins = first == part.first && token.lower == "aber";
        let light = token.kind == Some(Kind::Adverb) && !counts || joins || token.lower == "sich";
        match after {
            Some(after) => first = after,
            None if light => first += 1,
            None => break,
        }
    }
    (first < part.after).then_some(Phrase { first, ..part })
}

/// Whether a verb's object may open at a token: 'mehr Geld', 'die Wege'.
fn opens_object(tokens: &[Token<'_>], at: usize) -> bool {
    let amount = matches!(tokens[at].lower.as_ref(), "mehr" | "weniger");
    phrase::noun_phrase(tokens, at + usize::from(amount)).is_some()
}

/// What a verb demands that stands before it: '[Eine Brücke] fordert auch Ada Hill'.
pub(super) fn front_object(tokens: &[Token<'_>], cue: &Cue) -> Option<Content> {
    let verb = cue.words.first;
    let begin = subject::clause_begin(tokens, verb);
    let demands = begin == 0 && is_demand(&tokens[verb].lower) && cue.source.is_some_and(|source| source.first > verb);
    let opens = phrase::noun_phrase(tokens, begin).is_some() && tokens[begin..verb].iter().all(|token| token.word);
    (demands && opens).then(|| Content { parts: vec![Phrase { first: begin, after: verb }], probability: OBJECT })
}

/// 'sagte den Hirten mehr Weide zu'.
fn is_promise(tokens: &[Token<'_>], verb: usize, last: usize) -> bool {
    let promises = tokens[verb].lower.starts_with("sagt") || tokens[verb].lower.starts_with("sicherte");
    promises && tokens[..last].last().is_some_and(|particle| particle.lower == "zu")
}

/// Whether a verb takes the preposition that leads its object, as far as it takes only one: 'drängte auf', 'ausgesprochen für'.
fn governs(verb: &str, lead: &str) -> bool {
    match verb {
        "drängt" | "drängte" | "drängten" | "pocht" | "pochte" | "pochten" => lead == "auf",
        "ausgesprochen" => matches!(lead, "für" | "gegen"),
        "riet" | "rieten" | "rät" => matches!(lead, "von" | "vom" | "zu" | "zum" | "zur"),
        "bat" | "baten" | "bittet" => lead == "um",
        "sprach" | "sprachen" | "spricht" | "sprechen" => matches!(lead, "von" | "vom" | "sich"),
        // 'berichtet unter Berufung auf den Rat', 'beschreibt ein Team um Ada Hill'
        _ => !matches!(lead, "unter" | "um"),
    }
}

/// Whether the object of a verb, given in lower case, is what somebody says, however short: 'bestritt jede Schuld'.
fn is_claim(lower: &str) -> bool {
    const STEMS: [&str; 11] =
        ["beziff", "bestr", "leugn", "dementier", "begründe", "riet", "rät", "poch", "drängt", "bat", "bitt"];
    STEMS.iter().any(|stem| lower.starts_with(stem))
}

/// Whether a verb, given in lower case, is one of demanding.
pub(super) fn is_demand(lower: &str) -> bool {
    lower.contains("forder") || lower.contains("verlang")
}

/// An object without the particle of its verb at the end: 'den Bau einer Brücke [an]'.
fn without_particle(tokens: &[Token<'_>], part: Phrase) -> Option<Phrase> {
    let last = tokens[..part.after].last()?;
    let after = part.after - usize::from(is_particle(&last.lower));
    (part.first < after).then_some(Phrase { after, ..part })
}

/// Whether a word is a part of a verb that stands at the end of its clause: 'teilte … mit'.
pub(super) fn is_particle(lower: &str) -> bool {
    matches!(
        lower,
        "an" | "aus" | "ab" | "vor" | "auf" | "mit" | "hin" | "ein" | "zurück" | "bekannt" | "zu" | "voraus"
    )
}
