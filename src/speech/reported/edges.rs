//! Where the words of an English report begin and end, where grammar tells it better than the models.

use super::super::cues::Frame;
use super::super::lexicon::{Classes, Kind};
use super::super::mentions::{Phrase, is_digits};
use super::super::subjects::is_asked;
use super::super::token::Token;
use super::Report;

/// Whether words tell no more than when, and what else was done: '“It is late”, Hill said [on Monday, closing her book]'.
pub(super) fn is_time(words: &[Token<'_>]) -> bool {
    const TIMES: [&str; 18] = [
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "on",
        "late",
        "early",
        "earlier",
        "last",
        "this",
        "in",
        "week",
        "month",
        "year",
        "night",
        "morning",
        "afternoon",
        "evening",
    ];
    let is_when = |token: &Token<'_>| {
        token.is(Classes::DAY.and(Classes::MONTH)) || is_digits(token.text) || TIMES.contains(&token.lower.as_ref())
    };
    let rest = words.iter().position(|token| !is_when(token)).map(|first| &words[first..]);
    match rest {
        None => !words.is_empty(),
        Some([comma, doing, ..]) => comma.text == "," && doing.usage.form.text == "ing",
        Some(_) => false,
    }
}

/// '“It is late,” Mira Dahl, the owner of a mill, told us': where the words end before the name that stands behind them.
pub(super) fn before_speaker(tokens: &[Token<'_>], content: Phrase) -> usize {
    let quoted = content.of(tokens).iter().rposition(|token| token.mark().is_some());
    let Some(behind) = quoted.map(|at| content.first + at + 1).filter(|behind| *behind < content.after) else {
        return content.after;
    };
    let name = tokens[behind..content.after].iter().take_while(|token| token.word && token.capital).count();
    let closed = behind + name == content.after || tokens[behind + name].text == ",";
    if name > 1 && closed { behind } else { content.after }
}

/// 'According to a study by the Lys Institute, [it rains]', 'According to its head, the baker Noa Reyes, [it rains]': where the
/// words begin behind all that tells whose they are.
pub(super) fn after_source(tokens: &[Token<'_>], content: Phrase) -> usize {
    let behind_comma = content.first.checked_sub(1).is_none_or(|at| tokens[at].text == ",");
    let comma = content.of(tokens).iter().position(|token| token.text == ",").filter(|_| !behind_comma);
    let apposed = content.of(tokens).iter().position(|token| token.text == ",").filter(|comma| {
        let words = &content.of(tokens)[..*comma];
        let named =
            words.first().is_some_and(|the| the.lower == "the") && words.last().is_some_and(|last| last.capital);
        behind_comma && named && !words.iter().any(|token| token.kind == Some(Kind::Preposition))
    });
    let begin = comma.or(apposed).map(|comma| content.first + comma + 1);
    let is_clause = |from: &usize| tokens[*from..content.after].iter().any(|token| token.is_finite);
    begin.filter(is_clause).unwrap_or(content.first)
}

/// '… that it was going, Mira Dahl said, “and we were late”': where the words end before somebody else's in marks.
pub(super) fn before_own_cue(tokens: &[Token<'_>], content: Phrase) -> usize {
    const STRONG: f64 = 0.85;
    let is_mark = |at: &usize| tokens.get(*at).is_some_and(|token| token.mark().is_some());
    let last = content.after + usize::from(tokens.get(content.after).is_some_and(|sign| sign.is_sign(",:")));
    let Some(mark) = (content.first..=last).rfind(is_mark) else { return content.after };
    let cue = mark.checked_sub(2).filter(|cue| *cue > content.first + 2 && tokens[mark - 1].is_sign(",:"));
    let Some(cue) = cue.filter(|cue| tokens[*cue].strength >= STRONG && tokens[*cue].usage.form.text == "ed") else {
        return content.after;
    };
    let name = tokens[content.first..cue].iter().rev().take_while(|token| token.word && token.capital).count();
    let pronoun = usize::from(tokens[cue - 1].is(Classes::PRONOUN) && !tokens[cue - 1].is(Classes::RELATIVE));
    let comma = (cue - name.max(pronoun)).checked_sub(1).filter(|at| tokens[*at].text == "," && *at > content.first);
    comma.filter(|comma| comma + 1 < cue).unwrap_or(content.after)
}

/// 'Asked [who would decide], he pointed at the mayor': where a question that opens its sentence ends.
pub(super) fn before_answer(tokens: &[Token<'_>], cue: usize, content: Phrase) -> usize {
    let opens = cue == 0 || cue == 1 && matches!(tokens[0].lower.as_ref(), "when" | "if");
    let comma = |at: &usize| {
        let subject = tokens.get(at + 1).is_some_and(|next| {
            next.capital || matches!(next.kind, Some(Kind::Pronoun | Kind::Determiner | Kind::Possessive))
        });
        tokens[*at].text == "," && subject && tokens[content.first..*at].iter().any(|token| token.is_finite)
    };
    let end = (content.first..content.after).find(comma).filter(|_| opens && is_asked(&tokens[cue]));
    end.unwrap_or(content.after)
}

/// 'urged people to stay in, close their doors and wait': where a row of what to do ends.
pub(super) fn past_list(tokens: &[Token<'_>], content: Phrase, last: usize) -> usize {
    let is_base = |token: &Token<'_>| {
        token.kind.is_none() && !token.capital && token.usage.is_verb && token.usage.form.text.contains("base")
    };
    let infinitive = |pair: &[Token<'_>]| pair[0].lower == "to" && is_base(&pair[1]);
    let inside = content.of(tokens);
    let Some(doing) = inside.windows(2).rposition(infinitive) else { return content.after };
    // '… to look, but found nothing and left'
    if inside[doing + 2..].iter().any(|token| token.is_finite && !is_base(token)) {
        return content.after;
    }
    let mut after = content.after;
    while after + 2 < last {
        let comma = usize::from(tokens[after].text == ",");
        let and = usize::from(matches!(tokens[after + comma].lower.as_ref(), "and" | "or"));
        let to = usize::from(tokens.get(after + comma + and).is_some_and(|token| token.lower == "to"));
        let verb = after + comma + and + to;
        if comma + and == 0 || verb >= last || !is_base(&tokens[verb]) || !(and > 0 || to > 0) {
            break;
        }
        let stops = |token: &Token<'_>| token.is_sign(",;:.—–(") || matches!(token.kind, Some(Kind::Conjunction));
        let length = tokens[verb..last].iter().take_while(|token| !stops(token)).count();
        after = verb + length;
    }
    after
}

/// Where words end that the models let run on to a comma.
pub(super) fn before_comma(tokens: &[Token<'_>], content: Phrase) -> usize {
    content.after - usize::from(matches!(content.of(tokens), [_, .., last] if last.text == ","))
}

/// 'Mira Dahl said today “It is late”', 'said in a statement on Monday she was late': where the words begin behind when and
/// where they were said.
pub(super) fn after_time(tokens: &[Token<'_>], content: Phrase) -> usize {
    const FAR: usize = 9;
    let quoted = content.of(tokens).iter().position(|token| token.mark().is_some());
    let behind = quoted.map(|at| content.first + at).filter(|at| *at > content.first && at + 1 == content.after);
    if let Some(behind) = behind.filter(|at| is_time(&tokens[content.first..*at])) {
        return behind;
    }
    let words = content.of(tokens);
    // 'said in an email to parents that she was late'
    let hangs = words.first().is_some_and(|first| first.kind == Some(Kind::Preposition) || first.lower == "to");
    let that = words.iter().take(FAR).position(|token| token.lower == "that").filter(|that| hangs && *that > 1);
    if let Some(that) = that.filter(|that| !words[..*that].iter().any(Token::is_of_clause) && words.len() > that + 2) {
        return content.first + that + 1;
    }
    let place = said_in(words);
    let first = place + said_when(&words[place..]);
    let opens = words.get(first).is_some_and(|next| {
        let small = matches!(next.kind, Some(Kind::Pronoun | Kind::Determiner | Kind::Possessive));
        small || next.capital && next.kind.is_none() && !next.is(Classes::DAY)
    });
    let clause = words.iter().skip(first + 1).any(Token::is_of_clause);
    if first > 0 && opens && clause { content.first + first } else { content.first }
}

/// How many words say in what somebody said it: '[in a statement] she was late'.
fn said_in(words: &[Token<'_>]) -> usize {
    const PAPERS: [&str; 16] = [
        "interview",
        "statement",
        "speech",
        "email",
        "e-mail",
        "letter",
        "tweet",
        "post",
        "briefing",
        "conference",
        "call",
        "message",
        "release",
        "memo",
        "report",
        "hearing",
    ];
    const LONGEST: usize = 5;
    let hangs = words.first().is_some_and(|first| matches!(first.lower.as_ref(), "in" | "at" | "during"));
    let article = words.get(1).is_some_and(|next| matches!(next.lower.as_ref(), "a" | "an"));
    let paper = words.iter().take(LONGEST).position(|token| PAPERS.contains(&token.lower.as_ref()));
    paper.filter(|_| hangs && article).map_or(0, |paper| paper + 1)
}

/// How many words say when somebody said it: '[on Monday] she was late', '[this weekend] it was late'.
fn said_when(words: &[Token<'_>]) -> usize {
    let word = |at: usize| words.get(at).map_or("", |token| token.lower.as_ref());
    let is_day = |at: usize| words.get(at).is_some_and(|token| token.is(Classes::DAY));
    let part = |at: usize| usize::from(matches!(word(at), "morning" | "afternoon" | "evening" | "night"));
    match word(0) {
        "today" | "yesterday" | "tonight" => 1,
        "this" | "last" if matches!(word(1), "week" | "weekend" | "month" | "year" | "morning" | "afternoon") => 2,
        "late" | "early" if is_day(1) => 2 + part(2),
        _ if is_day(0) => 1 + part(1),
        _ => 0,
    }
}

/// 'The gate was hit [by a boat]', 'she wanted a gate [that closes] and bells': where words end that the models cut off in the
/// middle of a clause.
pub(super) fn past_cut(tokens: &[Token<'_>], content: Phrase, last: usize) -> usize {
    let [.., end] = content.of(tokens) else { return content.after };
    if let Some(before) = before_own_verb(tokens, content) {
        return before;
    }
    let hangs = hangs(end);
    // 'at four in the | morning'
    let ends = content.after + usize::from(!hangs) * 2 >= last || !end.word || !tokens[content.after].word;
    let is_whole = || !hangs && (!goes_on(tokens, content.after) || has_second_clause(content.of(tokens)));
    if ends || is_whole() {
        return content.after;
    }
    let stops = |at: &usize| {
        let and = tokens[*at].kind == Some(Kind::Conjunction) && !goes_on(tokens, *at);
        and || tokens[*at].is_sign(",;:.—–―()")
    };
    let after = (content.after + 1..last).find(stops).unwrap_or(last);
    // 'an event held [by the council]' is a thing still
    let clause = |tokens: &[Token<'_>]| tokens.iter().any(|token| token.is_finite || token.lower == "to");
    let relative = matches!(tokens[content.after].lower.as_ref(), "that" | "which" | "who" | "whose");
    let is_thing = !clause(content.of(tokens)) && !relative && clause(&tokens[content.after..after]);
    if (hangs || after > content.after + 1) && !is_thing { after } else { content.after }
}

/// Whether no clause ends in a word: 'for', 'the'.
fn hangs(end: &Token<'_>) -> bool {
    matches!(end.kind, Some(Kind::Preposition | Kind::Determiner | Kind::Possessive)) || end.lower == "to"
}

/// Whether a clause cannot have ended before a token: 'hit | by a boat', 'a gate | and its wall', but not 'a gate | and left'.
fn goes_on(tokens: &[Token<'_>], at: usize) -> bool {
    const HANGING: [&str; 24] = [
        "that", "which", "who", "whose", "where", "when", "because", "by", "as", "at", "of", "for", "from", "with",
        "to", "than", "after", "before", "since", "during", "into", "against", "between", "without",
    ];
    let adverb = |token: &&Token<'_>| token.kind == Some(Kind::Adverb) || token.lower.ends_with("ly");
    let is_verb =
        |token: &Token<'_>| token.is_finite || token.could_be_verb || token.kind.is_some_and(Kind::is_auxiliary);
    let next = &tokens[at];
    match next.lower.as_ref() {
        "and" | "or" => {
            tokens[at + 1..].iter().find(|token| !adverb(token)).is_some_and(|next| next.word && !is_verb(next))
        }
        word => HANGING.contains(&word) || next.usage.form.text == "ing" && !next.capital,
    }
}

/// '… that it fell [and suggested] that', '… that it fell[, indicating] that': where words end before the speaker's next verb.
fn before_own_verb(tokens: &[Token<'_>], content: Phrase) -> Option<usize> {
    const TELLS: f64 = 0.3;
    let verb = content.after.checked_sub(1)?;
    let tells = tokens[verb].strength >= TELLS && matches!(tokens[verb].usage.form.text, "ed" | "ing" | "s");
    let that = tokens.get(content.after).is_some_and(|next| next.kind == Some(Kind::That));
    let join = verb.checked_sub(1).filter(|join| tells && that && *join > content.first)?;
    match tokens[join].lower.as_ref() {
        "," => (tokens[verb].usage.form.text == "ing").then_some(join),
        "and" | "but" => Some(join - usize::from(tokens[join - 1].text == ",")),
        _ => None,
    }
}

/// 'The gate is old, the council is', 'it fell, raising': whether a sign has ended the first clause of some words already.
fn has_second_clause(words: &[Token<'_>]) -> bool {
    let Some(sign) = words.iter().rposition(|token| token.is_sign(",—–―")) else { return false };
    let (before, behind) = (&words[..sign], &words[sign + 1..]);
    let and = usize::from(behind.first().is_some_and(|token| token.kind == Some(Kind::Conjunction)));
    let opens = behind.get(and).is_some_and(|next| {
        let small = matches!(next.kind, Some(Kind::Determiner | Kind::Possessive | Kind::Pronoun));
        next.capital || and == 0 && (small || next.usage.form.text == "ing" || next.lower == "more")
    });
    let finite = |words: &[Token<'_>]| words.iter().any(|token| token.is_finite);
    opens && (finite(before) || finite(behind))
}

/// 'In any event, she said, it rains', 'But in Lys, …': whether words before the speaker tell nothing yet.
pub(super) fn tells_where(words: &[Token<'_>]) -> bool {
    let and = usize::from(words.first().is_some_and(|first| first.kind == Some(Kind::Conjunction)));
    let hangs = words.get(and).is_some_and(|first| first.kind == Some(Kind::Preposition));
    hangs && !words.iter().any(|token| token.mark().is_some() || token.is_finite && token.lower != "'s")
}

/// 'She told the meeting [the roof leaked]': takes whom it is told from what is said.
pub(super) fn without_listener(report: &mut Report, tokens: &[Token<'_>]) {
    const LONGEST: usize = 4;
    let [content] = &mut report.parts[..] else { return };
    let tells = tokens[report.cue.first].is(Classes::TELLING) && content.first == report.cue.after;
    let [first, rest @ ..] = content.of(tokens) else { return };
    let is_noun = |token: &&Token<'_>| token.word && token.kind.is_none() && !token.is_finite;
    let length = rest.iter().take(LONGEST).take_while(is_noun).count();
    let opens = |next: &Token<'_>| matches!(next.kind, Some(Kind::Determiner | Kind::Possessive | Kind::Pronoun));
    let has_clause = |from: usize| rest[from..].iter().any(|token| token.is_finite);
    // 'told the mayor who was there'
    let clause = rest.get(length).filter(|next| opens(next) && !next.is(Classes::RELATIVE)).is_some();
    if tells && length > 0 && first.kind == Some(Kind::Determiner) && clause && has_clause(length) {
        content.first += 1 + length;
    }
}

/// 'She shut the gate and, she said later, [counted to ninety]': takes what was done before from what is said.
pub(super) fn without_deed(report: &mut Report, tokens: &[Token<'_>]) {
    let [deed, _] = report.parts[..] else { return };
    let joined = matches!(deed.of(tokens), [.., before, and] if and.lower == "and" && before.text != ",");
    if joined && tokens[0].lower != "and" {
        report.parts.remove(0);
    }
}

/// '[Mira Dahl, who bakes], was asked if': whether the words before the cue are those of whom somebody asks.
pub(super) fn are_asked(frame: &Frame<'_, '_>) -> bool {
    let asks = frame.tokens.get(frame.high).is_some_and(|next| matches!(next.lower.as_ref(), "if" | "whether"));
    asks && frame.i.checked_sub(1).is_some_and(|at| frame.tokens[at].kind == Some(Kind::Be))
}
