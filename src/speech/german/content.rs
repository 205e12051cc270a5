//! What a German cue introduces: where its content begins and ends. Commas tell, for German sets one before every clause.

use super::super::cues;
use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::according;
use super::claim;
use super::cue::{Cue, CueKind};
use super::ending::end_of;
use super::inverted::{as_said, fronted, inverted};
use super::mood::{self, Mood};
use super::object::{front_object, is_demand, object};
use super::phrase;
use super::relative;
use super::subject::{self, is_finite, is_relative, opens_main, subordinates};
use super::unlisted::WORD;
use super::written;

/// The content of a cue, and how likely it is one.
pub(super) struct Content {
    pub parts: Vec<Phrase>,
    pub probability: f64,
}

/// How far behind a cue its content may begin, in tokens.
const REACH: usize = 60;

/// How far behind a speaker the clause goes on that they part, in tokens.
const RESUMES: usize = 8;

/// How likely content is of which its kind tells next to nothing, little, much.
const UNLIKELY: f64 = 0.45;
pub(super) const LIKELY: f64 = 0.6;
const INFINITIVE: f64 = 0.8;
const LABELLED: f64 = 0.79;
pub(super) const SURE: f64 = 0.9;
const HELD: f64 = 0.92;
/// How likely the clause of a clear verb is what its subject says at least.
const TOLD: f64 = 0.865;

/// A verb as strong as this is a clear one.
const CLEAR: f64 = 0.8;

/// The content of a cue.
///
/// `titles` says of each token whether it is a passage in marks that only names something.
pub(super) fn of(tokens: &[Token<'_>], titles: &[bool], cue: &Cue, lexicon: &Lexicon) -> Option<Content> {
    let last = cues::last(tokens);
    match cue.kind {
        CueKind::According => according::content(tokens, cue, last, lexicon),
        CueKind::So => inverted(tokens, cue, cue.group.first, last, lexicon),
        CueKind::As => as_said(tokens, cue, last),
        CueKind::Colon => {
            let quoted = tokens.get(cue.words.first + 1).is_some_and(|next| next.mark().is_some());
            after_colon(tokens, cue.words.first + 1, last, if quoted { LIKELY } else { LABELLED })
        }
        CueKind::Talk => {
            let parts = (cue.group.first..cue.group.after).filter(|at| tokens[*at].mark().is_some());
            Some(Content { parts: parts.map(Phrase::one).collect(), probability: SURE })
        }
        CueKind::Noun => {
            let probability = if cue.strength > LIKELY { HELD } else { LIKELY };
            after_comma(tokens, cue.group.after, last).map(|part| one(part, probability))
        }
        CueKind::Claim => claim::content(tokens, cue, last),
        CueKind::Verb => verb(tokens, titles, cue, last, lexicon),
    }
}

pub(super) fn one(part: Phrase, probability: f64) -> Content {
    Content { parts: vec![part], probability }
}

/// Where the words before `end` begin that are in one clause with it or lead up to it.
pub(super) fn begin_before(tokens: &[Token<'_>], end: usize) -> usize {
    tokens[..end].iter().rposition(|token| token.is_sign(";:")).map_or(0, |sign| sign + 1)
}

/// A stretch without the signs round it.
pub(super) fn trimmed(tokens: &[Token<'_>], first: usize, after: usize) -> Option<Phrase> {
    let sign = |token: &&Token<'_>| token.is_sign(",;:–—-");
    let inside = tokens.get(first..after)?;
    let lead = inside.iter().take_while(sign).count();
    let tail = inside.iter().rev().take_while(sign).count();
    (lead + tail < inside.len()).then_some(Phrase { first: first + lead, after: after - tail })
}

/// What stands behind a colon: the passages in marks, or all.
fn after_colon(tokens: &[Token<'_>], from: usize, last: usize, probability: f64) -> Option<Content> {
    if tokens.get(from).is_some_and(|token| token.mark().is_some()) {
        return Some(Content { parts: marks_in_row(tokens, from), probability });
    }
    trimmed(tokens, from, end_of(tokens, from, last)).map(|part| one(part, probability))
}

/// The passage in marks at `from`, and those that "and" or a comma joins to it.
fn marks_in_row(tokens: &[Token<'_>], from: usize) -> Vec<Phrase> {
    let in_row =
        |token: &&Token<'_>| token.mark().is_some() || matches!(token.text, "und" | "," | "–" | "sowie" | "oder");
    let row = tokens[from..].iter().take_while(in_row).count();
    (from..from + row).filter(|at| tokens[*at].mark().is_some()).map(Phrase::one).collect()
}

/// The clause that the comma at `comma` opens, up to its end.
fn after_comma(tokens: &[Token<'_>], comma: usize, last: usize) -> Option<Phrase> {
    trimmed(tokens, comma + 1, end_of(tokens, comma + 1, last))
}

/// The content of a verb: before it where verb and subject follow a comma or a mark, else behind it.
fn verb(tokens: &[Token<'_>], titles: &[bool], cue: &Cue, last: usize, lexicon: &Lexicon) -> Option<Content> {
    let said = cue.words.first;
    // '…, so hieß es'
    let points = |token: &Token<'_>| matches!(token.lower.as_ref(), "so" | "das" | "dies");
    let i = said - usize::from(said >= 2 && points(&tokens[said - 1]) && tokens[said - 2].text == ",");
    // '…, hatte Ada Hill im Mai gesagt'
    let opener = subject::clause_begin(tokens, said);
    let ends = said + 1 >= last || tokens.get(said + 1).is_some_and(|next| next.text == ",");
    // '…, soll sie einmal gesagt haben'
    let supposed = tokens[opener].kind == Some(Kind::Modal)
        && tokens.get(said + 1).is_some_and(|next| next.lower == "haben" && said + 2 >= last);
    let heard = tokens[opener].kind == Some(Kind::Be) && written::is_to_hear(tokens, said);
    let has = tokens[opener].kind == Some(Kind::Have) && ends || supposed || heard;
    let participle = opener > 0 && opener < said && has;
    let i = if participle && mood::of(tokens, opener) == Mood::Plain { opener } else { i };
    let before = i.checked_sub(1).map(|at| &tokens[at]);
    // 'Im Buch „Der Deich“ sagte Hill: „…“'
    let up_to = |end: usize| phrase::noun_phrase(tokens, 1).is_some_and(|led| led.after + 1 >= end && led.after <= end);
    let titled = i >= 2
        && tokens[i - 1].mark().is_some()
        && tokens[i - 2].word
        && (tokens[i..].windows(2).any(|pair| pair[0].text == ":" && pair[1].mark().is_some())
            // 'Gegenüber der „Neuen Presse“ bestätigte der Rat den Plan', 'Im Stück „Die Wache“ erzählt Hill von Lys'
            || tokens[0].is(Classes::PREPOSITION) && titles[i - 1] && up_to(i));
    let after_mark = before.is_some_and(|before| before.mark().is_some() && !titled)
        || before.is_some_and(|before| before.is_sign(",–—-")) && i >= 2 && tokens[i - 2].mark().is_some();
    let after_comma = before.is_some_and(|before| before.is_sign(",–—"));
    // '…, heißt es', '…, hieß es am Montag weiter'
    let impersonal = tokens
        .get(said + 1)
        .is_some_and(|next| next.lower == "es" && phrase::past_light(tokens, said + 2).max(said + 2) >= last);
    let there = written::points_there(tokens, said);
    let has_subject =
        cue.source.is_some_and(|source| source.first > i) || (impersonal || there) && cue.source.is_none();
    let behind = behind(tokens, titles, cue, last);
    // 'Warum der Deich brach, erklärte der Wirt'
    // 'Was sie gesehen habe, wollte der Richter wissen'
    let reported = || mood::clearest(tokens, 0, i) == Mood::Reporting;
    let asks = |first: &Token<'_>| {
        matches!(first.lower.as_ref(), "warum" | "ob" | "wo" | "wann") || first.is(Classes::QUESTION) && reported()
    };
    // 'Wenn es regne, laufe er voll, sagt der Wirt': the main clause is over
    let main_over = || (1..i.saturating_sub(1)).any(|at| tokens[at].text == "," && is_finite(tokens, at + 1));
    // 'Als Wirt gehe er früh heim, sagt Hill'
    let compares = || {
        let noun = if tokens[0].lower == "als" { phrase::noun_phrase(tokens, 1) } else { None };
        noun.is_some_and(|noun| {
            is_finite(tokens, noun.after) && tokens.get(noun.after + 1).is_some_and(|next| next.word)
        })
    };
    let leads_off = |first: &Token<'_>| subordinates(first) && !asks(first) && !compares();
    let led =
        tokens.first().is_some_and(|first| leads_off(first) && (first.lower == "wie" || !after_comma || !main_over()))
            && !after_mark;
    let first_comma = tokens.iter().position(|token| token.text == ",").unwrap_or(i);
    // 'Eine Antwort, erzählt sie, habe sie nie bekommen': the clause that the speaker parts goes on
    let resumes = || {
        let comma = tokens.get(cue.group.after..)?.iter().take(RESUMES).position(|token| token.text == ",")?;
        let at = cue.group.after + comma + 1;
        (is_finite(tokens, at) && mood::of(tokens, at) != Mood::Plain).then_some(())
    };
    let parts_clause = has_subject && resumes().is_some();
    let apposition = || {
        // 'Ada Hill, Chefin der Bank, sagte der Zeitung, dass …', but not 'Ja, es habe gebrannt, räumte sie ein, …'
        let opening = phrase::subject(tokens, 0).filter(|_| !reported());
        opening.is_some_and(|opening| {
            tokens.get(phrase::past_bracket(tokens, opening.after)).is_some_and(|next| next.text == ",")
        }) && behind.as_ref().is_some_and(|behind| behind.probability >= LIKELY)
    };
    // 'Auf den Vorwurf, er habe geschlafen, sagte Hill, dass …'
    let leads = || {
        let lead = tokens.first().is_some_and(|first| first.is(Classes::PREPOSITION)) && first_comma + 1 < i;
        // 'Anders als der Rat, der schwieg, warnte Ada Hill vor der Flut'
        let compares = tokens.get(1).is_some_and(|second| second.lower == "als") && tokens[0].kind.is_none();
        (compares || lead && behind.as_ref().is_some_and(|behind| behind.probability >= LIKELY))
            && !(0..first_comma).any(|at| is_finite(tokens, at))
    };
    // 'Den Vorwurf, er habe gestohlen, konterte Ada Hill: „…“'
    let answers = || {
        let colon = tokens[said..last].windows(2).any(|pair| pair[0].text == ":" && pair[1].mark().is_some());
        colon && matches!(tokens[0].lower.as_ref(), "den" | "dem" | "auf")
    };
    // 'Lys (ots) - Der Chef, Ulf Hill, sieht beim Rat Fehler'
    // 'Übertrieben, findet Ada Hill'
    let stated = || cue.strength >= WEAK || i <= 2 || (0..i).any(|at| is_finite(tokens, at));
    let whole = !(parts_clause || first_comma + 1 == i) && apposition() || !parts_clause && (leads() || answers());
    // 'Neulich, im Zug, hat mir Ada Hill erklärt, es regne': what leads up to it is nobody's words
    let leads_up = participle && said + 1 < last && !parts_clause && !(0..i).any(|at| is_finite(tokens, at));
    // 'Den Vorwurf, er habe geschlafen, wies Ada Hill als „frei erfunden“ zurück'
    let judged = || {
        let part = behind.as_ref().and_then(|behind| behind.parts.first()).map(|part| part.first);
        part.is_some_and(|mark| tokens[mark].mark().is_some() && tokens[mark - 1].lower == "als")
    };
    let inverts = after_mark || after_comma && !whole && !leads_up && stated() && !judged();
    // 'Wer es war, verriet die Wirtin nicht'
    let denied = !after_mark
        && tokens.get(cue.group.after).is_some_and(|next| next.kind == Some(Kind::Negation))
        && cue.group.after + 1 >= last
        && tokens.first().is_some_and(|first| subordinates(first) || first.lower == "wer");
    if denied {
        return None;
    }
    if inverts && has_subject && !led {
        return inverted(tokens, cue, i, last, lexicon)
            .map(|content| Content { probability: (0.4 + 0.55 * cue.strength).min(SURE), ..content });
    }
    if let Some(fronted) = fronted(tokens, cue) {
        return Some(fronted);
    }
    // 'sagte, dass …', 'versprach, … zu …': a clear verb with its clause
    let clear =
        |content: &Content| cue.strength >= CLEAR && (content.probability >= SURE || content.probability == INFINITIVE);
    let weighed = |content: Content| {
        let weighed = content.probability * (0.35 + 0.65 * cue.strength);
        let least = if cue.source.is_some() && clear(&content) { TOLD } else { 0.0 };
        Content { probability: weighed.max(least), ..content }
    };
    let behind = behind.map(|content| with_noun(tokens, cue, content, last));
    behind.or_else(|| front_object(tokens, cue)).or_else(|| object(tokens, cue, last)).map(weighed)
}

/// 'forderten [gute Wege und „Weide für alle“]': all that a verb demands, where some of it stands in marks.
fn with_noun(tokens: &[Token<'_>], cue: &Cue, content: Content, last: usize) -> Content {
    let marked = content.parts.iter().all(|part| part.after == part.first + 1 && tokens[part.first].mark().is_some());
    let object = if marked && is_demand(&tokens[cue.words.first].lower) { object(tokens, cue, last) } else { None };
    let whole = object.filter(|object| {
        let [whole] = object.parts[..] else { return false };
        let noun = whole.of(tokens).iter().take_while(|token| token.mark().is_none()).any(phrase::is_noun);
        noun && content.parts.iter().all(|part| whole.first <= part.first && part.after <= whole.after)
    });
    whole.map_or(content, |whole| Content { probability: SURE, ..whole })
}

/// Verbs weaker than this introduce what a colon, a mark or "dass" opens, and nothing else.
pub(super) const WEAK: f64 = 0.5;

/// The content behind a verb: what a colon, "dass" or a comma opens, or the passages in marks of its clause.
fn behind(tokens: &[Token<'_>], titles: &[bool], cue: &Cue, last: usize) -> Option<Content> {
    let from = cue.group.after;
    let subordinate = subject::is_subordinate(tokens, cue.words.first);
    // 'Als er sagte, dass …, ging sie': the main clause is nobody's words
    // 'Der Rat, der versichert hatte, es sei Geld da, sucht welches'
    let relative = is_relative(tokens, subject::clause_begin(tokens, cue.words.first));
    let until = |end: usize, from: usize| {
        let main = |at: &usize| {
            let plain = subordinate || relative && mood::of(tokens, *at + 1) == Mood::Plain;
            tokens[*at].text == "," && plain && is_finite(tokens, *at + 1)
        };
        (from..end).find(main).unwrap_or(end)
    };
    let mut at = from;
    while at < last.min(from + REACH) {
        let token = &tokens[at];
        if token.mark().is_some() {
            let colon =
                (at + 1..last.saturating_sub(1)).find(|at| tokens[*at].text == ":" && tokens[*at + 1].mark().is_some());
            if let Some(colon) = colon {
                at = colon;
                continue;
            }
            if !titles[at] {
                let marks = (at..last).take_while(|at| !tokens[*at].is_sign(",;:"));
                let spoken = marks.filter(|at| tokens[*at].mark().is_some() && !titles[*at]);
                return Some(Content { parts: spoken.map(Phrase::one).collect(), probability: SURE });
            }
        }
        if token.text == ":" {
            // 'Einer feierte den Sieg: Ulf Hill'
            let few =
                last <= at + 4 && tokens[at + 1..last].iter().all(|token| token.capital && token.mark().is_none());
            let probability = if subordinate { UNLIKELY } else { SURE };
            return if few { None } else { after_colon(tokens, at + 1, last, probability) };
        }
        // 'sprach von einem Fehler und versprach, den Deich zu bauen'
        let goes_on = matches!(token.text, "und" | "aber")
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.strength >= LIKELY && mood::of(tokens, at + 1) == Mood::Plain);
        // 'den Ada Hill „klug“ nannte und den Ulf Kern „kühn“ nannte'
        let joined =
            relative && matches!(token.text, "und" | "oder") && tokens.get(at + 1).is_some_and(relative::is_pronoun);
        if token.text == ";" || goes_on || joined {
            return None;
        }
        // 'ohne dass der Rat es wollte'
        let lead = at.checked_sub(1).map(|before| tokens[before].lower.as_ref()).unwrap_or_default();
        if token.is(Classes::THAT) && !matches!(lead, "ohne" | "statt" | "anstatt" | "so") {
            return trimmed(tokens, at, until(end_of(tokens, at, last), at)).map(|part| one(part, SURE));
        }
        if token.text == "," {
            // 'Laut dem Brief, den der Rat verlas, war der Deich „morsch“': the main clause
            if relative && at == cue.words.first + 1 && opens_main(tokens, at + 1) {
                return None;
            }
            // 'Auf die Frage, ob es regne, sagte er: „Nein.“', 'Hill sagte auf die Frage, ob es regne: „Nein.“'
            let asks = |next: &Token<'_>| {
                next.is(Classes::QUESTION) || matches!(next.lower.as_ref(), "ob" | "wer" | "wem" | "wen")
            };
            if tokens[at - 1].lower.ends_with("frage")
                && tokens[from..at].iter().any(|token| token.lower == "auf")
                && tokens.get(at + 1).is_some_and(asks)
            {
                at = (at + 1..last).find(|next| tokens[*next].is_sign(",;:")).unwrap_or(last);
                continue;
            }
            // 'Er hat ihr nie gesagt, warum er ging'
            let silent = cue.words.first > 0 && tokens[cue.words.first - 1].kind == Some(Kind::Negation);
            if silent && tokens.get(at + 1).is_some_and(asks) {
                return None;
            }
            // 'Als sie davon erzählte, sei er gegangen': the main clause
            if subordinate && at + 1 < last && mood::of(tokens, at + 1) != Mood::Plain {
                return None;
            }
            let next = (at + 1..last).find(|next| tokens[*next].is_sign(",;:")).unwrap_or(last);
            let opens = opens(tokens, titles, at + 1, next).filter(|_| cue.strength >= WEAK);
            // 'sprach über Wege, das Rad zu retten'
            let hangs = opens == Some(INFINITIVE)
                && tokens[cue.words.first].lower.starts_with("spr")
                && tokens[from..at].iter().any(|token| token.lower == "über");
            let opens = opens.filter(|_| !hangs);
            // 'In dem Brief heißt es, die Wirte versuchten es'
            let impersonal = at == cue.words.first + 2 && tokens[at - 1].lower == "es";
            let opens = if impersonal && opens == Some(UNLIKELY) { Some(SURE) } else { opens };
            if let Some(probability) = opens.filter(|probability| !subordinate || *probability > LIKELY) {
                let end = until(end_of(tokens, at + 1, last), at + 1);
                return trimmed(tokens, at + 1, end).map(|part| one(part, probability));
            }
            if subordinate && next == last {
                return None;
            }
            if is_relative(tokens, at + 1) || tokens.get(at + 1).is_some_and(subordinates) {
                at = next.max(at + 1);
                continue;
            }
        }
        at += 1;
    }
    None
}

/// Whether the stretch behind a comma is content, and how likely.
fn opens(tokens: &[Token<'_>], titles: &[bool], from: usize, to: usize) -> Option<f64> {
    let first = tokens.get(from).filter(|_| from < to)?;
    if first.mark().is_some() {
        return Some(SURE);
    }
    // 'sagte, was Wirte so sagen'
    let likened = first.lower == "was" && tokens[to - 1].strength >= 0.8 && tokens[to - 1].lower.ends_with("en");
    if likened {
        return None;
    }
    // 'wollte wissen, wer das zahle'
    if first.is(Classes::THAT.and(Classes::QUESTION)) || matches!(first.lower.as_ref(), "ob" | "wer" | "wem" | "wen") {
        return Some(SURE);
    }
    // 'den Deich zu bauen', but not 'um den Deich zu bauen'
    let purpose = matches!(first.lower.as_ref(), "um" | "ohne" | "statt" | "anstatt");
    if !purpose && (to.saturating_sub(2).max(from)..to).any(|at| is_infinitive(tokens, at)) {
        return Some(INFINITIVE);
    }
    // 'die Wirte „haben nichts gesehen“'
    let told = |at: usize| !titles[at] && tokens[at].mark().is_some_and(|mark| mark.end - mark.start > WORD);
    let states = (from..to).any(|at| is_finite(tokens, at));
    if !states && (from..to).any(told) && phrase::subject(tokens, from).is_some() {
        return Some(SURE);
    }
    let said_there = || (from..to).any(|at| tokens[at].strength >= 0.6 && mood::of(tokens, at) == Mood::Plain);
    if is_relative(tokens, from) || first.lower == "so" && to - from <= 8 || subordinates(first) && said_there() {
        return None;
    }
    if mood::clearest(tokens, from, to) != Mood::Plain {
        return Some(SURE);
    }
    if !purpose && (from..to).any(|at| is_infinitive(tokens, at)) {
        return Some(INFINITIVE);
    }
    let coordinates = matches!(first.lower.as_ref(), "und" | "aber" | "doch" | "sondern" | "denn" | "wobei" | "sowie");
    (states && !coordinates && !subordinates(first)).then_some(UNLIKELY)
}

/// 'zu gehen', 'einzuhalten'.
pub(super) fn is_infinitive(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let verb = |token: &Token<'_>| token.lower.ends_with('n') && !phrase::is_noun(token);
    let parted = token.lower == "zu" && tokens.get(at + 1).is_some_and(verb);
    let ends = ["en", "ern", "eln"].iter().any(|end| token.lower.ends_with(end));
    parted || token.lower.contains("zu") && token.lower.len() > 6 && ends && verb(token)
}
