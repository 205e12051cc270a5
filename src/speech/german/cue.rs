//! What introduces speech in a German sentence, and whose speech it is.

use super::super::cues;
use super::super::lexicon::{Kind, Lexicon};
use super::super::mentions::Phrase;
use super::super::sources::Way;
use super::super::token::Token;
use super::according::{according, behind};
use super::agreement;
use super::apposition;
use super::claim::claim;
use super::colon::colon;
use super::phrase::{self, is_noun};
use super::subject;
use super::teller;
use super::told_noun;
use super::unlisted;
use super::written;

/// The least strength of a verb that is looked at.
const CANDIDATE: f64 = 0.2;

/// How often any verb introduces speech that has a passage in marks before it and a subject behind.
const BESIDE: f64 = 0.8;

/// How many cues of a sentence are looked at: real ones have few, and the work on a sentence must stay small.
const MOST: usize = 24;

/// How far off the end of 'will der Bote aus dem Rat erfahren haben' may stand, in tokens.
const REACH: usize = 20;

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
    /// 'In dem Brief ist von „Mut“ die Rede'
    Talk,
    /// 'Der Nachbar will nichts gehört haben'
    Claim,
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
        if tokens[at].mark().is_some() {
            continue;
        }
        let cue = according(tokens, at, lexicon)
            .or_else(|| behind(tokens, at, lexicon))
            .or_else(|| so(tokens, at, lexicon))
            .or_else(|| sure(tokens, at))
            .or_else(|| claim(tokens, at, cues::last(tokens)))
            .or_else(|| verb(tokens, at, lexicon))
            .or_else(|| colon(tokens, at, &found, lexicon))
            .or_else(|| told_noun::noun(tokens, at, lexicon))
            .or_else(|| written::talk(tokens, at, lexicon));
        found.extend(cue);
    }
    found
}

/// '…, so der Rat weiter', '– so Hill –'.
fn so(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let before = at.checked_sub(1).map(|before| &tokens[before])?;
    if tokens[at].lower != "so" || !(before.is_sign(",–—-(") || before.mark().is_some()) {
        return None;
    }
    // 'so viele' counts
    let subject = phrase::subject(tokens, at + 1).filter(|subject| tokens[subject.first].lower != "viele")?;
    let subject = with_name(tokens, subject, Way::Right);
    let after = phrase::past_light(tokens, phrase::past_bracket(tokens, subject.after));
    let closed = |at: usize| tokens.get(at).is_none_or(|next| !next.word || next.mark().is_some());
    // ', so Hill freimütig', ', so der Wirt voller Zuversicht'
    let manner = |at: usize| {
        let lead = &tokens[at];
        let small = lead.kind.is_none() && lead.strength == 0.0 && lead.text.starts_with(char::is_lowercase);
        small && (closed(at + 1) || lead.lower.ends_with("er") && is_noun(&tokens[at + 1]) && closed(at + 2))
    };
    if !(closed(after) || tokens[after].lower == "weiter" || manner(after)) {
        return None;
    }
    // ', so die Warnung des Rates', ', so die Begründung'
    let head = phrase::head(tokens, subject).filter(|head| !tokens[*head].capital);
    let states = head.filter(|head| teller::is_said(&tokens[*head].lower, lexicon));
    let states = states.filter(|head| !lexicon.is_paper(&tokens[*head].lower));
    let source = match states {
        Some(head) => teller::owner(tokens, head + 1).filter(|owner| owner.after <= subject.after),
        None => Some(subject),
    };
    Some(Cue {
        kind: CueKind::So,
        words: Phrase::one(at),
        group: Phrase { first: at, after },
        source,
        way: Way::Right,
        strength: 0.95,
    })
}

/// 'sagte', 'teilte … mit', 'hat erklärt', 'heißt es', 'wird … zitiert'.
fn verb(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let token = &tokens[at];
    let particle = has_particle(tokens, at, lexicon) || follows_particle(tokens, at, lexicon);
    // 'ließ sich für krank erklären zu lassen'
    // 'kündigte an, öfter zu berichten', 'faul, um nicht zu sagen: träge'
    let before = at.checked_sub(1).map(|before| tokens[before].lower.as_ref());
    let beside = before == Some("zu") || tokens.get(at + 1).is_some_and(|next| next.lower == "zu");
    let to_hear = written::is_to_hear(tokens, at);
    let infinitive = token.lower.ends_with('n') && beside && !to_hear && !written::may_be_read(tokens, at);
    // 'Der Gegner sollte gewarnt sein'
    let state = token.lower.ends_with(['t', 'n']) && tokens.get(at + 1).is_some_and(|next| next.lower == "sein");
    let is_written = written::is_written(tokens, at) || to_hear;
    let state = state || !is_written && written::is_state(tokens, at);
    let strength = match token.strength {
        strength if is_written => strength.max(0.9),
        strength if particle => strength.max(0.9),
        strength if strength < CANDIDATE && unlisted::says(tokens, at) => BESIDE,
        strength => strength,
    };
    if strength < CANDIDATE || at > 0 && token.text.starts_with(char::is_uppercase) {
        return None;
    }
    let begin = subject::clause_begin(tokens, at);
    let next = tokens.get(at + 1);
    // 'Das kann er sich nicht erklären'
    let fathoms = token.lower == "erklären"
        && tokens[begin..at].iter().any(|token| token.lower == "sich")
        && tokens[begin..at]
            .iter()
            .any(|token| matches!(token.lower.as_ref(), "kann" | "konnte" | "können" | "konnten"));
    // 'An Bord befanden sich drei Gäste'
    let is_there = token.lower.starts_with("befand")
        && tokens[begin..tokens.len().min(at + 3)].iter().any(|token| token.lower == "sich");
    // 'Der Wirt, nennen wir ihn Hill, kam': a name is given, nobody speaks
    let names = token.lower == "nennen"
        && next.is_some_and(|next| next.lower == "wir")
        && tokens.get(at + 2).is_some_and(|who| matches!(who.lower.as_ref(), "ihn" | "sie" | "es"));
    // '(die Zeitung berichtete)' tells where more is to be read
    let reminds = begin + 1 == at && tokens[begin].lower == "wie" && token.lower.ends_with(['t', 'n']);
    let bracketed = next.is_some_and(|next| next.text == ")") && begin > 0 && tokens[begin - 1].text == "(";
    let adjective = !particle && is_attribute(tokens, begin, at);
    let impersonal = matches!(token.lower.as_ref(), "heißt" | "hieß" | "heisst" | "hiess" | "geheißen" | "geheissen");
    let impersonal = impersonal || is_written;
    let es = || is_written || tokens[begin..(at + 2).min(tokens.len())].iter().any(|token| token.lower == "es");
    // 'Wie aus dem Rat verlautete'
    let heard = token.lower.starts_with("verlautet") || matches!(token.lower.as_ref(), "hervorgeht" | "hervorging");
    // 'Das Wort steht für „Seele“'
    let stands = matches!(token.lower.as_ref(), "steht" | "stehen" | "stand" | "standen");
    let means = stands && tokens[at..].windows(2).any(|pair| pair[0].lower == "für" && pair[1].mark().is_some());
    // 'der gerne ausgeht'
    let starts = ["ausgeht", "ausgehen", "ausging", "ausgingen"].contains(&token.lower.as_ref())
        && !tokens.iter().any(|token| matches!(token.lower.as_ref(), "davon" | "wovon"));
    if names
        || state
        || starts
        || fathoms
        || is_there
        || bracketed
        || reminds
        || means
        || adjective
        || infinitive
        || impersonal && !es()
    {
        return None;
    }
    // 'Wie Ada Hill, die alles sah, mitteilte, …'
    let parted = tokens[0].lower == "wie" && at > 0 && !heard && next.is_some_and(|next| next.text == ",");
    let apposed = if impersonal || heard || parted { None } else { apposition::of_apposed_as(tokens, at) };
    let source = if let Some((_, subject)) = apposed {
        Some((with_name(tokens, subject, Way::Right), Way::Left))
    } else if parted && !impersonal {
        subject::first_subject(tokens, 1, at).map(|subject| (subject, Way::Left))
    } else if impersonal || heard {
        // 'Berichte, in denen es heißt, …'
        let relative = if subject::is_relative(tokens, begin) { subject::before_relative(tokens, begin) } else { None };
        let place = || teller::place_of(tokens, begin, at).map(|place| teller::author(tokens, place, lexicon));
        relative.or_else(|| place().map(|place| (place, Way::Right)))
    } else if token.lower.starts_with("zitier") {
        teller::quoted_person(tokens, at)
    } else if teller::is_passive(tokens, at) {
        teller::passive_source(tokens, at).map(|source| (source, Way::Right))
    } else {
        subject::of_verb(tokens, at)
            .and_then(|(subject, way)| teller::told_by(tokens, begin, subject, lexicon).or(Some((subject, way))))
            .and_then(|(subject, way)| {
                if !teller::is_thing(tokens, subject, lexicon) {
                    return Some((subject, way));
                }
                // 'So lautete der Satz, den der Wirt schrieb'
                let who = subject::of_relative(tokens, subject.after + 1).map(|subject| (subject, Way::Right));
                who.or_else(|| Some((subject, way)).filter(|_| token.lower.starts_with("laut")))
            })
    };
    // 'Am Mittag steht Ada Hill vor dem Rathaus'
    let somebody = |source: Phrase| {
        let head = phrase::head(tokens, source).map(|head| tokens[head].lower.as_ref());
        phrase::is_named(tokens, source) || head.is_some_and(|head| lexicon.is_person(head))
    };
    if stands && !is_written && source.is_some_and(|(source, way)| way != Way::Who && somebody(source)) {
        return None;
    }
    // 'Sollte es so kommen, drohten Strafen'
    let looms = |source: Phrase| {
        let many = agreement::of_verb(token) == Some(agreement::Number::Several);
        phrase::noun_phrase(tokens, source.first).is_some()
            && (many || !phrase::ends_in_name(tokens, source))
            && !super::is_somebody(tokens, source, lexicon)
    };
    if token.lower.starts_with("droh") && source.is_some_and(|(source, _)| looms(source)) {
        return None;
    }
    let source = source.map(|(source, way)| (with_name(tokens, source, way), way));
    let beside = source.filter(|(source, way)| *way == Way::Right && (at + 1..=at + 10).contains(&source.first));
    let after = beside.map_or(at + 1, |(source, _)| source.after);
    let (source, way) = named(source);
    let opening = apposed.map_or(if parted { 0 } else { begin }, |(wie, _)| wie);
    let is_as = opening < at && tokens[opening].lower == "wie";
    // 'Wie es dazu kam, ist unklar'
    if is_as && !impersonal && matches!(tokens[opening + 1].lower.as_ref(), "es" | "dies") {
        return None;
    }
    // 'der „Graf“, wie er im Dorf genannt wird'
    if is_as && matches!(token.lower.as_ref(), "genannt" | "gerufen" | "getauft") {
        return None;
    }
    Some(Cue {
        kind: if is_as { CueKind::As } else { CueKind::Verb },
        words: Phrase::one(at),
        group: Phrase { first: if is_as { opening } else { at }, after },
        source,
        way,
        strength,
    })
}

/// '„Das hält nie“, ist der Wirt überzeugt', '…, zeigt sich Ada Hill sicher'.
fn sure(tokens: &[Token<'_>], at: usize) -> Option<Cue> {
    let before = at.checked_sub(1).map(|before| &tokens[before])?;
    let verb = matches!(tokens[at].lower.as_ref(), "ist" | "war" | "sind" | "zeigt" | "zeigte" | "gibt" | "gab");
    let claims = matches!(tokens[at].lower.as_ref(), "will" | "wollen" | "wollte" | "wollten");
    if !verb && !claims || !before.is_sign(",") && before.mark().is_none() {
        return None;
    }
    // '…, will der „Bote“ aus dem Rat erfahren haben'
    if claims {
        let source = phrase::subject_or_title(tokens, at + 1)?;
        let learnt =
            |pair: &[Token<'_>]| matches!(pair[0].lower.as_ref(), "erfahren" | "gehört") && pair[1].lower == "haben";
        let word = at + tokens[at..].windows(2).take(REACH).position(learnt)?;
        let ends = tokens.get(word + 2).is_none_or(|next| !next.word);
        let (words, group) = (Phrase::one(word), Phrase { first: at, after: word + 2 });
        return ends.then_some(Cue {
            kind: CueKind::So,
            words,
            group,
            source: Some(source),
            way: Way::Right,
            strength: 0.95,
        });
    }
    let source = phrase::subject(tokens, phrase::past_light(tokens, at + 1))?;
    let word = phrase::past_light(tokens, phrase::past_bracket(tokens, source.after));
    let certain = ["überzeugt", "sicher", "gewiss", "zuversichtlich", "optimistisch", "kämpferisch"];
    let ends = tokens.get(word + 1).is_none_or(|next| !next.word);
    let told = tokens.get(word).is_some_and(|word| certain.contains(&word.lower.as_ref())) && ends;
    let (words, group) = (Phrase::one(word), Phrase { first: at, after: word + 1 });
    told.then_some(Cue { kind: CueKind::So, words, group, source: Some(source), way: Way::Right, strength: 0.95 })
}

/// Whether a participle describes the noun or the passage behind it: 'die berichtete Zahl', 'waren nicht näher genannte
/// „Probleme“'.
fn is_attribute(tokens: &[Token<'_>], begin: usize, at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else { return false };
    if !(is_noun(next) && !next.capital || next.mark().is_some()) {
        return false;
    }
    let finite = tokens[begin..at]
        .iter()
        .rposition(|token| token.kind.is_some_and(|kind| matches!(kind, Kind::Be | Kind::Have | Kind::Modal)));
    let joined = |from: usize| tokens[from..at].iter().any(|token| token.kind == Some(Kind::Conjunction));
    let again = tokens[at].lower.ends_with("te") && finite.is_some_and(|finite| !joined(begin + finite));
    phrase::is_article(before) && next.mark().is_none() || again
}

/// 'sagte die Anwältin des Wirtes, Lea Born, …': a source behind its verb with the name that follows it.
pub(super) fn with_name(tokens: &[Token<'_>], source: Phrase, way: Way) -> Phrase {
    // 'teilte sie auf eine Anfrage des Wirts, Ulf Hill, mit'
    if matches!(tokens[source.first].lower.as_ref(), "er" | "sie" | "man" | "es") {
        return source;
    }
    // 'sagte die Chefin der Mühle (DMV) in Lys, Lea Born'
    let behind = phrase::past_bracket(tokens, source.after);
    // but not 'teilte die Stadt auf eine Anfrage des Wirts, Ulf Hill, mit'
    let light = phrase::past_light(tokens, behind);
    let light = if tokens[behind.min(light)..light].iter().any(phrase::is_article) { behind } else { light };
    let places = [source.after, behind, light];
    let comma = places.into_iter().find(|at| tokens.get(*at).is_some_and(|next| next.text == ","));
    let Some(comma) = comma.filter(|_| way == Way::Right && !phrase::ends_in_name(tokens, source)) else {
        return source;
    };
    let name = phrase::noun_phrase(tokens, comma + 1).filter(|name| {
        let closed = tokens.get(name.after).is_none_or(|next| !next.word);
        closed && phrase::is_full_name(tokens, *name)
    });
    name.map_or(source, |name| Phrase { first: source.first, after: name.after })
}

/// A source and its way, none where nobody is named.
pub(super) fn named(source: Option<(Phrase, Way)>) -> (Option<Phrase>, Way) {
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

/// Whether a verb stands last, right behind its particle: 'hat der Rat bekannt gegeben', 'wie er deutlich machte'.
fn follows_particle(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> bool {
    let last = tokens.get(at + 1).is_none_or(|next| !next.word || next.kind.is_some_and(Kind::is_auxiliary));
    let Some(before) = at.checked_sub(1).map(|before| tokens[before].lower.as_ref()).filter(|_| last) else {
        return false;
    };
    let participle = match tokens[at].lower.as_ref() {
        "gegeben" | "geben" => matches!(before, "bekannt" | "bedenken" | "protokoll" | "verstehen" | "kund"),
        "gemacht" => matches!(before, "klar" | "deutlich" | "geltend"),
        "gebracht" => before == "ausdruck",
        _ => false,
    };
    participle
        || subject::is_subordinate(tokens, at)
            && lexicon
                .particles(&tokens[at].lower)
                .is_some_and(|listed| listed.iter().any(|particle| before == *particle))
}

/// The noun phrase that ends before a token, a bracket left out.
pub(super) fn phrase_before(tokens: &[Token<'_>], end: usize) -> Option<Phrase> {
    let begin = subject::clause_begin(tokens, end).max(end.saturating_sub(14));
    (begin..end).find_map(|at| {
        phrase::noun_phrase(tokens, at)
            .filter(|phrase| phrase.after == end || phrase::past_bracket(tokens, phrase.after) == end)
    })
}
