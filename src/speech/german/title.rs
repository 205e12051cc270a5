//! Passages in German quotation marks that name something: 'der Sender „Kanal 5“', '(„Die Mühle“)', 'in der „Zeit“'.

use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::token::Token;
use super::nickname::is_nickname;
use super::phrase;
use super::subject::is_finite;

/// A longer passage is no title, in words.
const LONGEST: usize = 8;

/// What stands between the marks of a passage.
pub(super) fn body(quoted: &str) -> &str {
    quoted.trim_matches(['"', '„', '“', '”', '«', '»', '‚', '‘', '’', '\''])
}

/// Whether the passage that token `at` stands for is a name or a title.
pub(super) fn is_title(text: &str, tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> bool {
    let Some(mark) = tokens[at].mark() else { return false };
    let body = body(&text[mark.start..mark.end]);
    if is_nickname(tokens, at, body) {
        return true;
    }
    let words = body.split_whitespace().take(LONGEST + 1).count();
    let named = body.starts_with(|letter: char| letter.is_uppercase() || letter.is_numeric());
    let work = at.checked_sub(1).is_some_and(|before| is_work(&tokens[before].lower));
    if work && words <= 2 * LONGEST && (is_headed(body) || words <= 12 && tokens[at - 1].lower.ends_with('s')) {
        return true;
    }
    if words > LONGEST || body.ends_with(['.', '!', '?', '…', ',']) {
        return false;
    }
    let next = tokens.get(at + 1);
    // 'im ARD-„Mittagsmagazin“'
    let led = text[..mark.start].strip_suffix('-').is_some_and(|before| before.ends_with(char::is_alphanumeric));
    if led && words <= 4 {
        return true;
    }
    let kind = at.checked_sub(1).map(|before| tokens[before].lower.as_ref()).unwrap_or_default();
    // 'nannte sie im Stadtsender „feige“'
    let judged =
        !named && tokens[..at].iter().any(|token| token.lower.starts_with("nann") || token.lower.starts_with("nenn"));
    if words <= 3 && !judged && ["zeitschrift", "magazin", "zeitung", "sender"].iter().any(|end| kind.ends_with(end)) {
        return true;
    }
    // 'eine „Jamaika“-Koalition'
    if next.is_some_and(|next| next.start == mark.end && (next.is_sign("-") || next.word)) {
        return true;
    }
    let Some(before) = at.checked_sub(1).map(|at| &tokens[at]) else {
        // '„Muslix“ erwähnte auch', but not '„Nein“ sagte er'
        let verb = words <= 4 && is_finite(tokens, at + 1) && next.is_some_and(|next| !next.capital);
        return named && verb && phrase::subject(tokens, at + 2).is_none();
    };
    // 'sagt er gegenüber „Blick“', 'wie „Bote“ und „Zeit“ berichteten'
    let listens = before.lower == "gegenüber" && words <= 3 && named;
    let joined = at >= 2 && before.lower == "und" && tokens[at - 2].mark().is_some();
    let source = || {
        at >= 3 && (tokens[at - 3].lower == "wie" || tokens[at - 3].lower == "zitieren")
            || at >= 4 && tokens[at - 4].lower == "wie"
    };
    // 'Gegenüber der lokalen „Neuen Presse“'
    let listens = listens
        || at >= 3
            && phrase::is_adjective(before)
            && phrase::is_article(&tokens[at - 2])
            && tokens[at - 3].lower == "gegenüber"
            && named;
    if listens || joined && words <= 3 && named && source() {
        return true;
    }
    // 'Ulf „der Bär“ Hill'
    let name = |token: &Token<'_>| token.capital && phrase::is_noun(token);
    if words <= 4 && name(before) && next.is_some_and(name) {
        return true;
    }
    if body.split_whitespace().next_back().is_some_and(|last| lexicon.ends_like_paper(last)) {
        return true;
    }
    // 'Im Buch „Der Deich“ sagte Hill: „…“'
    let quotes = || tokens[at..].windows(2).any(|pair| pair[0].text == ":" && pair[1].mark().is_some());
    if before.text.starts_with(char::is_uppercase) && next.is_some_and(|next| next.strength >= 0.5) && quotes() {
        return true;
    }
    let bracketed = before.text == "(" && next.is_some_and(|next| next.is_sign("),"));
    if bracketed || next.is_some_and(|next| next.lower == "genannt") && words <= 4 {
        return true;
    }
    let common = !before.capital || at >= 2 && phrase::is_article(&tokens[at - 2]);
    let noun = phrase::is_noun(before) && common && before.strength < 0.3 && !lexicon.is_statement(&before.lower);
    let inverted = next.is_some_and(|next| next.text == ",")
        && tokens.get(at + 2).is_some_and(|verb| verb.strength >= 0.5 || verb.lower == "so");
    let article = before.is(Classes::DETERMINER)
        && !matches!(before.lower.as_ref(), "ein" | "eine" | "einen" | "einem" | "einer" | "kein" | "keine");
    let capitals = || body.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let preposition = before.kind == Some(Kind::Preposition) && words <= 3 && capitals();
    let speaks_of = |token: &Token<'_>| {
        let verb = token.lower.starts_with("spr") || token.lower.starts_with("warn");
        verb && token.strength > 0.0 || token.lower == "als"
    };
    let spoken_of = tokens[at.saturating_sub(8)..at].iter().any(speaks_of) || is_spoken_of(tokens, at);
    // 'nannte den Plan „Unfug“', but not 'nannte ihr Boot „Mara“'
    let calls = |token: &Token<'_>| {
        let verb = token.lower.starts_with("nann") || token.lower.starts_with("nenn");
        verb && token.strength > 0.0
    };
    let own = at >= 2 && tokens[at - 2].is(Classes::POSSESSIVE);
    let called = !own && (tokens[at.saturating_sub(8)..at].iter().any(calls) || is_spoken_of(tokens, at));
    named
        && !called
        && !states(tokens, at, lexicon)
        && (noun && !inverted || article && words <= 6 && !spoken_of || preposition && !spoken_of)
}

/// Whether the verb that speaks of a passage stands last, right behind it: 'die von „Klüngel“ sprach', 'den sie eine „Farce“
/// nannte'.
pub(super) fn is_spoken_of(tokens: &[Token<'_>], at: usize) -> bool {
    const STEMS: [&str; 8] = ["spr", "warn", "nann", "nenn", "bezeichn", "schimpf", "abt", "schm"];
    let verb = tokens.get(at + 1).filter(|verb| verb.strength > 0.0 && verb.word);
    let last = tokens.get(at + 2).is_none_or(|next| !next.word || matches!(next.lower.as_ref(), "und" | "oder"));
    let led = at.checked_sub(1).is_some_and(|before| {
        let word = tokens[before].lower.as_ref();
        matches!(word, "von" | "vor" | "ein" | "eine" | "einen" | "als")
    });
    // 'was man einen „Dickkopf“ nennt'
    let anybody = tokens[at.saturating_sub(10)..at].iter().any(|token| token.lower == "man");
    last && led && !anybody && verb.is_some_and(|verb| STEMS.iter().any(|stem| verb.lower.starts_with(stem)))
}

/// Whether a noun, in lower case, is for what has a title.
fn is_work(lower: &str) -> bool {
    ["studie", "buch", "roman", "film", "lied", "album", "artikel", "titel", "aufsatz", "serie", "projekt", "stück"]
        .iter()
        .any(|end| lower.ends_with(end) || lower.strip_suffix('s').is_some_and(|lower| lower.ends_with(end)))
}

/// 'The Long Road to the Mill': whether all words of some length have capitals.
fn is_headed(body: &str) -> bool {
    let mut long = body.split_whitespace().filter(|word| word.chars().count() > 3);
    long.clone().count() >= 2 && long.all(|word| word.starts_with(|letter: char| !letter.is_lowercase()))
}

/// Whether a noun for what somebody says leads to the passage that token `at` stands for: 'die Parole „…“', 'Sprüche wie
/// zum Beispiel „…“'.
pub(super) fn states(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> bool {
    let mut before = tokens.get(..at).unwrap_or_default();
    for leading in [&["zum", "beispiel"][..], &["etwa"], &["wie"]] {
        let ends = before.len() >= leading.len()
            && before[before.len() - leading.len()..].iter().zip(leading).all(|(token, word)| token.lower == *word);
        if ends {
            before = &before[..before.len() - leading.len()];
        }
    }
    before.last().is_some_and(|token| lexicon.is_statement(&token.lower))
}
