//! What tells in a German clause when something was said: 'sagte am Montag', 'vergangene Woche', 'im Mai vergangenen Jahres'.

use super::super::lexicon::Classes;
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::phrase::is_noun;

/// Past the day that a phrase is behind "am", for whoever speaks may stand behind it: 'sagte am [Montag] Ada Hill'.
pub(super) fn past_day(tokens: &[Token<'_>], at: usize, noun: usize) -> Option<usize> {
    let before = at.checked_sub(1).filter(|_| noun == at).map(|before| tokens[before].lower.as_ref())?;
    let day = |at: usize| {
        let Some(token) = tokens.get(at) else { return false };
        token.is(Classes::DAY) || is_part_of_day(token) || token.lower == "wochenende"
    };
    let after = noun + 1 + usize::from(day(noun + 1));
    // 'am Abend der Wahl', 'am Montag dieser Woche'
    let hangs = tokens.get(after).is_some_and(|next| match next.lower.as_ref() {
        "der" => !tokens[noun].is(Classes::DAY),
        word => matches!(word, "des" | "dieser" | "vor" | "nach"),
    });
    (matches!(before, "am" | "vom" | "seit" | "bis" | "ab" | "gegen") && day(noun) && !hangs).then_some(after)
}

/// 'Abend', 'Sonntagmorgen', 'Vormittag'.
pub(super) fn is_part_of_day(token: &Token<'_>) -> bool {
    ["abend", "morgen", "mittag"].iter().any(|part| token.lower.ends_with(part))
}

/// Whether a phrase tells when: 'Mitte November', 'vergangene Woche', 'diesen Mai'.
pub(super) fn is_time(tokens: &[Token<'_>], phrase: Phrase) -> bool {
    let inside = phrase.of(tokens);
    let mut nouns = inside.iter().filter(|token| is_noun(token)).peekable();
    let dated = nouns.peek().is_some()
        && nouns.all(|noun| {
            noun.is(Classes::DAY.and(Classes::MONTH)) || matches!(noun.lower.as_ref(), "mitte" | "anfang" | "ende")
        });
    let [.., before, noun] = inside else { return dated };
    // 'Es dauerte wenige Sekunden, …'
    const SPANS: [&str; 7] = ["sekunden", "minuten", "stunden", "tage", "wochen", "monate", "jahre"];
    if inside.len() <= 3 && SPANS.contains(&noun.lower.as_ref()) {
        return true;
    }
    let span = matches!(noun.lower.as_ref(), "woche" | "jahr" | "monat" | "tag" | "abend" | "nacht" | "morgen" | "mal");
    let which = |word: &str| {
        ["vergangene", "vorige", "letzte", "nächste", "kommende", "diese", "jede"]
            .iter()
            .any(|stem| word.starts_with(stem))
    };
    dated || span && inside.len() <= 3 && which(&before.lower)
}

/// Past the rest of a date: "im Mai [vergangenen Jahres]", "am Montag[, dem 3. Mai 2004]", "am 3. [Mai 2004]".
pub(super) fn past_date(tokens: &[Token<'_>], at: usize) -> usize {
    let rest = tokens.get(at..).unwrap_or_default();
    if rest.get(1).is_some_and(|next| matches!(next.lower.as_ref(), "jahres" | "monats")) {
        return at + 2;
    }
    at + rest.iter().take(3).take_while(|token| token.text.starts_with(char::is_numeric)).count()
}
