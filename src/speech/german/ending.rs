//! Where German words end that somebody says: where another one takes the word.

use super::super::lexicon::{Kind, Lexicon};
use super::super::token::Token;
use super::mood::{self, Mood};
use super::object::is_particle;
use super::phrase;
use super::subject::is_finite;
use super::unlisted::is_strong_past;

/// A verb as strong as this introduces speech of its own.
const SAYS: f64 = 0.6;

/// Where content ends that begins at `from`: at the sentence's end, or where another one takes the word.
pub(super) fn end_of(tokens: &[Token<'_>], from: usize, last: usize) -> usize {
    (from + 1..last)
        .find(|at| {
            let token = &tokens[*at];
            let reported = at.checked_sub(1).is_some_and(|before| mood::of(tokens, before) == Mood::Reporting);
            let next = tokens.get(at + 1);
            let said = |at: usize| {
                tokens.get(at).is_some_and(|token| token.strength >= SAYS && mood::of(tokens, at) == Mood::Plain)
            };
            // 'teilte er am Montag mit', 'räumte die Chefin ein, man …'
            let parted = |at: usize| {
                let particle = |end: usize| tokens[..end].last().is_some_and(|word| is_particle(&word.lower));
                let ends = particle(last) || particle(next_sign(tokens, at, last));
                let verb = || is_finite(tokens, at) || Lexicon::german().particles(&tokens[at].lower).is_some();
                ends && verb() && mood::of(tokens, at) == Mood::Plain
            };
            match token.text {
                ";" => mood::clearest(tokens, *at, next_sign(tokens, *at, last)) != Mood::Reporting,
                ":" => true,
                // 'dass er es bedauere und wird ein Gutachten einholen'
                "und" if reported && next.is_some_and(|next| next.kind.is_some_and(Kind::is_auxiliary)) => {
                    mood::of(tokens, at + 1) == Mood::Plain && tokens.get(at + 2).is_some_and(|next| next.word)
                }
                // 'und kündigte an', ', und verließ den Saal'
                "und" | "aber" => {
                    said(at + 1)
                        || goes_on(tokens, *at)
                        || next.is_some_and(|next| next.lower == "er" || next.lower == "sie") && said(at + 2)
                }
                // ', während die Wirte von einem Fehler sprachen'
                "," if next.is_some_and(|next| matches!(next.lower.as_ref(), "während" | "wohingegen" | "wogegen")) => {
                    let verb = next_sign(tokens, at + 1, last) - 1;
                    verb > at + 2 && tokens[verb].strength >= SAYS && mood::of(tokens, verb) == Mood::Plain
                }
                // ', sagte er', ', so der Rat', ', teilte er mit', ', wie er mitteilte'
                "," | "–" | "—" => {
                    (said(at + 1) || parted(at + 1))
                        && phrase::subject(tokens, phrase::past_light(tokens, at + 2)).is_some()
                        || next.is_some_and(|next| next.lower == "wie")
                            && ((at + 3..last).any(said) || tells_last(&tokens[at + 2..last]))
                        || next.is_some_and(|next| next.lower == "so")
                            && phrase::subject(tokens, at + 2)
                                .is_some_and(|subject| tokens.get(subject.after).is_none_or(|next| !next.word))
                }
                _ => false,
            }
        })
        .unwrap_or(last)
}

/// 'sagte, es sei gut[, und] verließ den Saal': whether the sentence goes on with what the speaker did.
fn goes_on(tokens: &[Token<'_>], and: usize) -> bool {
    let [comma, _, verb, behind, ..] = &tokens[and.saturating_sub(1)..] else { return false };
    let past = verb.kind.is_none() && !verb.capital && (verb.lower.ends_with("te") || is_strong_past(&verb.lower));
    let object = behind.lower == "sich" || behind.kind.is_some() || phrase::is_article(behind);
    comma.text == "," && past && object && mood::of(tokens, and + 1) == Mood::Plain
}

/// ', wie er gestern deutlich machte'
fn tells_last(inside: &[Token<'_>]) -> bool {
    matches!(inside, [.., particle, verb]
        if matches!(verb.lower.as_ref(), "machte" | "machten" | "gab" | "gaben")
            && matches!(particle.lower.as_ref(), "deutlich" | "klar" | "bekannt" | "verstehen" | "protokoll"))
}

/// The next sign that parts clauses.
fn next_sign(tokens: &[Token<'_>], at: usize, last: usize) -> usize {
    (at + 1..last).find(|at| tokens[*at].is_sign(",;:")).unwrap_or(last)
}
