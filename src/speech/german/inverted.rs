//! What stands before its German speaker: '[Er sei tot], so die Polizei', '[Die Brücke ist zu], wie der Rat mitteilte'.

use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::according::{SURE_SOURCE, is_clear, past_apposition};
use super::colon::joined_speaker;
use super::content::{Content, LIKELY, SURE, WEAK, begin_before, is_infinitive, one, trimmed};
use super::cue::{Cue, CueKind};
use super::ending::end_of;
use super::mood::{self, Mood};
use super::phrase;
use super::subject::{is_finite, is_relative};
use super::told_noun::denies;

/// A verb as strong as this says something.
const SAYS: f64 = 0.6;

/// '[Er sei tot], so die Polizei[, und begraben]'.
pub(super) fn inverted(tokens: &[Token<'_>], cue: &Cue, end: usize, last: usize, lexicon: &Lexicon) -> Option<Content> {
    let begin = begin_before(tokens, end);
    // '„Ich“, begann sie, „ich war es.“ „Unsinn“, sagte er': the last of two passages in a row is another's
    let row = (begin + 1..end).rev().find(|at| tokens[*at].mark().is_some() && tokens[*at - 1].mark().is_some());
    let alone = row.filter(|at| tokens[*at + 1..end].iter().all(|token| !token.word));
    let worded = tokens[begin..end].iter().any(|token| token.word && token.mark().is_none());
    let begin = alone.filter(|_| worded).unwrap_or(begin);
    // '[Und], so ergänzt Ada Hill: „…“', '[Laut Ada Hill], der Chefin, steht das Rad'
    let joins = |part: &Phrase| {
        let first = tokens[part.first].lower.as_ref();
        // 'Auf die Frage, ob es regne, sagte Ada Hill', 'Statt zu gehen, sagte Ada Hill'
        let asked = part.of(tokens).iter().take(4).any(|token| token.lower.trim_end_matches('n').ends_with("frage"));
        let instead = matches!(first, "statt" | "anstatt" | "ohne" | "um") && is_infinitive(tokens, part.after - 2);
        // 'Der Beweislage folgend, sagte Ada Hill'
        let following = tokens[part.after - 1].lower.ends_with("end")
            && tokens[part.after - 1].text.starts_with(char::is_lowercase)
            && !(part.first..part.after).any(|at| is_finite(tokens, at));
        // 'In einem Brief, den seine Frau verlas, gab er alles zu', 'Ada Hill, 26, schrieb ein Buch'
        let noun = phrase::noun_phrase(tokens, part.first + usize::from(tokens[part.first].is(Classes::PREPOSITION)));
        let comma = noun.map(|noun| phrase::past_bracket(tokens, noun.after)).filter(|comma| *comma < part.after);
        let rest = comma.filter(|comma| tokens[*comma].text == ",").map(|comma| &tokens[comma + 1..part.after]);
        let led = rest.is_some_and(|rest| match rest {
            [age] => age.text.starts_with(char::is_numeric),
            rest => {
                let opens = comma.is_some_and(|comma| is_relative(tokens, comma + 1));
                opens && tokens[part.first].is(Classes::PREPOSITION) && rest.iter().all(|token| token.text != ",")
            }
        });
        // 'Gerüchte, er gehe, wies Ada Hill zurück' is not what she says
        let head = noun.and_then(|noun| phrase::head(tokens, noun)).filter(|_| rest.is_some());
        let denied = head.is_some_and(|head| lexicon.is_statement(&tokens[head].lower) && denies(tokens, head));
        if led || denied || following || asked && first == "auf" || instead && part.after >= part.first + 2 {
            return true;
        }
        first == "laut" || part.after == part.first + 1 && matches!(first, "und" | "aber" | "denn")
    };
    let before = trimmed(tokens, begin, end).filter(|part| !joins(part)).map(|part| behind_dash(tokens, part));
    let quoted_alone = before.is_some_and(|part| part.after - part.first == 1 && tokens[part.first].mark().is_some());
    let mut parts: Vec<Phrase> = before.map(|part| in_marks(tokens, part)).into_iter().flatten().collect();
    // what goes on behind the speaker
    let from = cue.group.after;
    // '„Nein“, stammelt Ada Hill, versichert aber: „…“'
    let mark = tokens.iter().skip(from).take(16).position(|token| token.mark().is_some()).map(|ahead| from + ahead);
    let again = |mark: &usize| {
        let between = &tokens[from..*mark];
        between.last().is_some_and(|colon| colon.text == ":")
            && (between.windows(2).any(|pair| pair[0].text == "," && pair[1].strength >= 0.6)
                || joined_speaker(tokens, mark - 1).is_some())
            || (from..*mark).any(|at| tokens[at].text == "," && takes_word(tokens, at + 1))
    };
    let mark = mark.filter(|mark| !quoted_alone || !again(mark));
    let goes_on = || {
        // ', so Ada Hill, Sprecherin der Stadt, bleibe die Mühle zu'
        let apposed = past_apposition(tokens, from, lexicon).min(last);
        let from = if apposed > from { apposed - 1 } else { from };
        let comma = (from..last.min(from + 16)).find(|at| tokens[*at].is_sign(",–—") || tokens[*at].text == "-")?;
        let asks = tokens.get(comma + 1).is_some_and(|next| matches!(next.lower.as_ref(), "wie" | "ob" | "warum"));
        // 'Ihm sei, sagte der Wirt, der Fremde aufgefallen'
        let parted = before.is_some_and(|part| mood::of(tokens, part.after - 1) == Mood::Reporting);
        let reports = mood::clearest(tokens, comma, last) != Mood::Plain || cue.kind == CueKind::So || asks || parted;
        // ', so Ada Hill, allerdings nicht sofort'
        let more = cue.kind == CueKind::So && tokens.get(comma + 1).is_some_and(|next| next.kind == Some(Kind::Adverb));
        // ', so Ada Hill, die Richtung klar', ', sagt er, erst leise, dann laut', ', sagte der Wirt, sondern Geld'
        let tail = || {
            let behind = &tokens[comma + 1..last];
            let pronoun = cue.source.is_some_and(|source| tokens[source.first].is(Classes::PRONOUN));
            let first = behind.first()?;
            let adds = first.lower == "sondern"
                || pronoun && first.kind == Some(Kind::Adverb)
                || first.lower.len() > 3 && first.lower.ends_with("mal") && behind.get(1)?.lower == "so"
                || cue.kind == CueKind::So
                    && phrase::is_article(first)
                    && before.is_some_and(|part| mood::clearest(tokens, part.first, part.after) == Mood::Reporting)
                    && !phrase::noun_phrase(tokens, comma + 1)
                        .and_then(|noun| phrase::head(tokens, noun))
                        .is_some_and(|head| lexicon.is_person(&tokens[head].lower));
            // ', so die Sprecherin, die seit Mai im Amt ist', ', sagte er, erst leise, dann flüsternd'
            let relative = is_relative(tokens, comma + 1)
                && (phrase::noun_phrase(tokens, comma + 1).is_none()
                    || behind.last()?.kind.is_some_and(Kind::is_auxiliary));
            let manner = behind.last()?.text.starts_with(char::is_lowercase) && behind.last()?.lower.ends_with("nd");
            (adds && !relative && !manner && behind.len() > 1 && !behind.iter().any(|token| token.strength >= SAYS))
                .then_some(())
        };
        let tail = tail().is_some();
        if tail {
            return trimmed(tokens, comma + 1, last);
        }
        let verb =
            more || parted || (comma + 1..last).any(|at| is_finite(tokens, at) && !tokens[at].text.contains('.'));
        // 'Sie sei froh, sagt Ada Hill, „dass es vorbei ist“'
        if comma + 2 >= last && tokens.get(comma + 1).is_some_and(|next| next.mark().is_some()) {
            return Some(Phrase::one(comma + 1));
        }
        // 'Im zweiten Jahr, so Hill, das gut war, werde es schwer'
        let relative = !parted && is_relative(tokens, comma + 1);
        let past = (comma + 1..last).find(|at| tokens[*at].text == ",").filter(|_| relative);
        let past = past.filter(|past| *past + 1 < last && mood::of(tokens, past + 1) != Mood::Plain);
        let from = if relative { past? } else { comma };
        // 'Es gehe, sagt sie, und dann, nach einer Pause: „…“'
        let colon =
            (comma..last.saturating_sub(1)).find(|at| tokens[*at].text == ":" && tokens[*at + 1].mark().is_some());
        let narrated = |colon: &usize| {
            mood::clearest(tokens, comma, *colon) != Mood::Reporting
                && !tokens[comma..*colon].iter().any(|token| token.strength >= 0.6)
        };
        if let Some(colon) = colon.filter(narrated) {
            return Some(Phrase::one(colon + 1));
        }
        (reports && verb).then(|| trimmed(tokens, from + 1, last)).flatten()
    };
    if let Some(mark) = mark.filter(|_| before.is_none() || quoted_alone) {
        parts.push(Phrase::one(mark));
    } else if !quoted_alone {
        parts.extend(goes_on());
    }
    (!parts.is_empty()).then_some(Content { parts, probability: SURE })
}

/// 'Dass [der Deich hält], hatten die Wirte verneint': the clause that opens a sentence and its verb takes.
pub(super) fn fronted(tokens: &[Token<'_>], cue: &Cue) -> Option<Content> {
    let asks = |first: &Token<'_>| matches!(first.lower.as_ref(), "ob" | "warum" | "wann");
    let first = tokens.first().filter(|first| cue.strength >= WEAK && (first.is(Classes::THAT) || asks(first)))?;
    let main =
        |at: &usize| tokens[*at].text == "," && is_finite(tokens, *at + 1) && mood::of(tokens, *at + 1) == Mood::Plain;
    let comma = (1..cue.words.first).find(main)?;
    let behind = cue.source.is_some_and(|source| source.first > comma);
    // 'wollte er nicht bestätigen', 'glaubt er nicht'
    let denied = tokens[comma..].iter().any(|token| token.kind == Some(Kind::Negation));
    let ends = !denied && (cue.words.first + 1..tokens.len()).all(|at| tokens[at].text != ",");
    let part = trimmed(tokens, usize::from(first.is(Classes::THAT)), comma).filter(|_| behind && ends)?;
    Some(one(part, LIKELY + 0.2 * cue.strength))
}

/// '„Nein“, rief ein Gast, [ein anderer sprach] von „Unsinn“': whether another one says something from a token on.
fn takes_word(tokens: &[Token<'_>], at: usize) -> bool {
    let other = phrase::subject(tokens, at).map(|other| other.after);
    other.is_some_and(|verb| {
        tokens.get(verb).is_some_and(|word| word.strength >= SAYS) && mood::of(tokens, verb) == Mood::Plain
    })
}

/// Of 'Sie blieb lange allein – „niemand kam“' what stands in marks behind the dash; the rest is the article's.
fn behind_dash(tokens: &[Token<'_>], part: Phrase) -> Phrase {
    let [before @ .., dash, mark] = part.of(tokens) else { return part };
    let plain = (part.first..part.after).all(|at| mood::of(tokens, at) == Mood::Plain);
    let alone = mark.mark().is_some() && (dash.is_sign("–—") || dash.text == "-") && plain;
    let states = alone && !before.iter().any(|token| token.mark().is_some());
    if states { Phrase::one(part.after - 1) } else { part }
}

/// Of passages in marks alone each, of other words all.
fn in_marks(tokens: &[Token<'_>], part: Phrase) -> Vec<Phrase> {
    let inside = part.of(tokens);
    let all_marks = inside.iter().all(|token| token.mark().is_some() || !token.word);
    if all_marks {
        return (part.first..part.after).filter(|at| tokens[*at].mark().is_some()).map(Phrase::one).collect();
    }
    vec![part]
}

/// 'Wie der Rat mitteilte, [ist die Brücke zu]', '[Die Brücke ist zu], wie der Rat mitteilte'.
pub(super) fn as_said(tokens: &[Token<'_>], cue: &Cue, last: usize) -> Option<Content> {
    let verb = cue.words.first;
    // 'Kein Rad steht, wie Ada Hill gesteht: „…“'
    if tokens[verb + 1..]
        .iter()
        .zip(&tokens[verb..])
        .take(2)
        .any(|(next, word)| next.mark().is_some() && word.text == ":")
    {
        return None;
    }
    // 'Sie sah zu, wie die Gäste den Wirt mit „Geh heim“ verhöhnten': what stands in marks between
    let marked = cue.source.map_or(cue.group.first, |source| source.after);
    let parts: Vec<Phrase> = (marked..verb).filter(|at| tokens[*at].mark().is_some()).map(Phrase::one).collect();
    if !parts.is_empty() {
        return Some(Content { parts, probability: 0.8 });
    }
    let comma = (verb + 1..last).take(20).find(|at| tokens[*at].is_sign(",–—"));
    let joins = |token: &Token<'_>| matches!(token.lower.as_ref(), "denn" | "doch" | "und" | "aber");
    let leads = |token: &Token<'_>| !token.word || joins(token);
    let opens = cue.group.first == 0 || comma.is_some() && tokens[..cue.group.first].iter().all(leads);
    if opens {
        let comma = comma?;
        return trimmed(tokens, comma + 1, end_of(tokens, comma + 1, last)).map(|part| one(part, SURE));
    }
    let begin = begin_before(tokens, cue.group.first);
    // '„Los“, rief Ada Hill, und es gab, wie die Gäste berichten, Streit': behind what she said
    let joint = |at: &usize| tokens[*at].text == "," && tokens.get(at + 1).is_some_and(|next| next.lower == "und");
    let joint = (begin..cue.group.first).rev().find(joint);
    let joint = joint.filter(|joint| tokens[begin..*joint].iter().any(|token| token.mark().is_some()));
    let begin = joint.map_or(begin, |joint| joint + 2);
    let before = trimmed(tokens, begin, cue.group.first).map(|part| behind_dash(tokens, part));
    let before = before.filter(|part| !part.of(tokens).iter().all(joins));
    // 'Es blieben neun Euro, „vor der Steuer“, wie Ada Hill anmerkt': the rest is the article's
    let added = |part: Phrase| match part.of(tokens) {
        [.., comma, mark] if comma.text == "," && mark.mark().is_some() => Phrase::one(part.after - 1),
        _ => part,
    };
    let plain = |part: &Phrase| mood::clearest(tokens, part.first, part.after) == Mood::Plain;
    let before = before.map(|part| if plain(&part) { added(part) } else { part });
    let after = comma.and_then(|comma| trimmed(tokens, comma + 1, last));
    let parts: Vec<Phrase> = before.into_iter().chain(after).collect();
    let sure = cue.source.is_some_and(|source| is_clear(tokens, source));
    (!parts.is_empty()).then_some(Content { parts, probability: if sure { SURE_SOURCE } else { 0.8 } })
}
