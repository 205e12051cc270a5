//! German verbs that tell where words stand or from whom they come, and who says them is no subject: '…, steht in dem Brief',
//! '„…“, war aus dem Rat zu hören'.

use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::Phrase;
use super::super::sources::Way;
use super::super::token::Token;
use super::cue::{Cue, CueKind};
use super::phrase;
use super::subject;
use super::teller;

/// '…, so steht es in der Vorlage', '„…“, steht auf dem Zettel': whether a verb tells that something is written.
pub(super) fn is_written(tokens: &[Token<'_>], at: usize) -> bool {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| words.contains(&token.lower.as_ref()));
    let behind = is(at + 1, &["es", "man"]);
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let follows = before.is_some_and(|before| before.text == "," || before.mark().is_some());
    let so = follows || before.is_some_and(|before| before.lower == "so");
    let place = at + 1 + usize::from(behind);
    let opens = is(place, &["in", "im", "auf", "am", "an"]) && is(at, &["steht", "stand", "liest"]);
    if behind {
        return opens && so;
    }
    // '„Bin gleich zurück“, steht darauf'
    if follows && points_there(tokens, at) {
        return true;
    }
    // 'Die Brücke ist breit, steht am Ufer' has the same subject, '„Betreten verboten“ steht auf dem Schild' nobody says
    let comma = before.is_some_and(|before| before.text == ",");
    let holder = if opens && comma { phrase::noun_phrase(tokens, place + 1) } else { None };
    let noun = holder.and_then(|holder| phrase::head(tokens, holder)).map(|head| tokens[head].lower.as_ref());
    let lexicon = Lexicon::german();
    let holds = |noun: &str| lexicon.is_paper(noun) || lexicon.is_statement(noun) || lexicon.holds_words(noun);
    noun.is_some_and(holds)
        && holder.is_some_and(|holder| {
            let next = tokens.get(holder.after);
            next.is_none_or(|next| !next.word || next.is(Classes::PREPOSITION))
        })
}

/// '„…“, [steht] darauf': whether a verb tells that words stand on what was spoken of before.
pub(super) fn points_there(tokens: &[Token<'_>], at: usize) -> bool {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| words.contains(&token.lower.as_ref()));
    let ends = tokens.get(at + 2).is_none_or(|next| !next.word);
    is(at, &["steht", "stand"]) && is(at + 1, &["darauf", "darin", "drauf", "darüber", "darunter"]) && ends
}

/// 'Er ist mit der Hand geschrieben': whether a participle tells what something is like, and nothing that was said.
pub(super) fn is_state(tokens: &[Token<'_>], at: usize) -> bool {
    let done = tokens[at].lower.starts_with("ge") && tokens[at].lower.ends_with(['t', 'n']);
    let begin = subject::clause_begin(tokens, at);
    let is = |token: &Token<'_>| matches!(token.lower.as_ref(), "ist" | "sind" | "war" | "waren");
    let ends = tokens.get(at + 1).is_none_or(|next| !next.word || matches!(next.lower.as_ref(), "ist" | "war"));
    let tells = |token: &Token<'_>| token.is(Classes::THAT) || token.text == ":";
    done && ends && tokens[begin..(at + 2).min(tokens.len())].iter().any(is) && !tokens[at..].iter().any(tells)
}

/// 'In einem Brief der Chefin ist von „Mut“ die Rede': where words in marks stand, and whose they are.
pub(super) fn talk(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    let spoken = tokens[at].lower == "rede" && at.checked_sub(1).is_some_and(|the| tokens[the].lower == "die");
    let of = (at.saturating_sub(TALK)..at).find(|of| tokens[*of].lower == "von").filter(|_| spoken)?;
    (of + 1..at).find(|word| tokens[*word].mark().is_some())?;
    let within = |word: &usize| matches!(tokens[*word].lower.as_ref(), "in" | "im" | "aus");
    let begin = tokens[..of].iter().rposition(|token| token.is_sign(";:")).map_or(0, |sign| sign + 1);
    let place = (begin..of).find(within).and_then(|word| phrase::noun_phrase(tokens, word + 1))?;
    let noun = phrase::head(tokens, place).map(|head| tokens[head].lower.as_ref())?;
    let speaks = lexicon.holds_words(noun) || lexicon.is_statement(noun) || lexicon.is_document(noun);
    let (source, group) = (teller::author(tokens, place, lexicon), Phrase { first: of, after: at + 1 });
    speaks.then_some(Cue {
        kind: CueKind::Talk,
        words: Phrase::one(at),
        group,
        source: Some(source),
        way: Way::Left,
        strength: 0.85,
    })
}

/// How far before its noun the words may stand that somebody speaks of, in tokens.
const TALK: usize = 12;

/// Whether a verb tells what may be read or heard somewhere: 'auf dem Zettel waren die Worte zu lesen', but not 'riet, die Karte
/// zu lesen'.
pub(super) fn may_be_read(tokens: &[Token<'_>], at: usize) -> bool {
    let stands = |token: &Token<'_>| {
        token.kind == Some(Kind::Be) || matches!(token.lower.as_ref(), "steht" | "stand" | "stehen" | "standen")
    };
    let begin = tokens[..at].iter().rposition(|token| token.is_sign(",;:")).map_or(0, |sign| sign + 1);
    is_read(&tokens[at].lower) && tokens[begin..(at + 2).min(tokens.len())].iter().any(stands)
}

/// Whether a word is a verb for taking words in.
fn is_read(lower: &str) -> bool {
    matches!(lower, "hören" | "lesen" | "vernehmen" | "erfahren")
}

/// '„…“, war von einem Wirt zu hören', 'Aus dem Rat ist zu hören, man …': whether a verb tells from whom words come.
pub(super) fn is_to_hear(tokens: &[Token<'_>], at: usize) -> bool {
    let to = at.checked_sub(1).is_some_and(|before| tokens[before].lower == "zu");
    if !(to && is_read(&tokens[at].lower)) {
        return false;
    }
    let begin = subject::clause_begin(tokens, at);
    let is = |at: usize| tokens[at].kind == Some(Kind::Be);
    let from = |at: usize| matches!(tokens[at].lower.as_ref(), "von" | "vom" | "aus");
    let inverted = begin > 0 && is(begin) && (begin..at).any(from);
    let leads = || phrase::noun_phrase(tokens, begin + 1).is_some_and(|from| from.after < at && is(from.after));
    inverted || tokens[begin].is(Classes::PREPOSITION) && from(begin) && leads()
}
