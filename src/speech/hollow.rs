//! Reports that report nothing: "said nothing for a while", "do not know who", "asked not to be named", “experts” signed the letter.

use super::lexicon::{Classes, Kind, Lexicon};
use super::marks::Mark;
use super::mentions::{self, Phrase};
use super::reported::Report;
use super::sentences::Sentence;
use super::sources::Way;
use super::token::Token;

/// A cue below this says something only now and then.
const WEAK: f64 = 0.5;

/// As many words as a thing that is wanted has.
const FEW: usize = 4;

/// What makes a report hollow, one case each.
const CASES: [fn(&Report, &[Token<'_>]) -> bool; 17] = [
    is_topic,
    counts_things,
    is_kept_back,
    hears_thing,
    is_unknown,
    is_said_of,
    reads_thing,
    speaks_to,
    has_views,
    opens_without_words,
    tells_where,
    gives_a_name,
    is_office,
    wants_thing,
    is_of_nobody,
    has_verb_behind,
    is_own_subject,
];

/// Whether the words of a report tell nothing of what was said.
pub(super) fn is_hollow(report: &Report, sentence: &Sentence<'_>, lexicon: &Lexicon) -> bool {
    let tokens = &sentence.tokens;
    // 'It was, she said, the first night': no part tells anything alone
    let is_parted = report.parts.len() > 1 && has_verb(report, tokens);
    let is_empty = |part: &Phrase| is_nothing(part.of(tokens)) || is_nobodys(tokens, *part);
    lexicon.is_english()
        && (CASES.iter().any(|is_case| is_case(report, tokens)) || !is_parted && report.parts.iter().all(is_empty))
}

/// The word of a cue, in lower case.
fn cue<'t>(report: &Report, tokens: &'t [Token<'_>]) -> &'t str {
    report.cue.of(tokens).first().map_or("", |cue| &cue.lower)
}

/// Whether any part of a report has the verb of a clause.
fn has_verb(report: &Report, tokens: &[Token<'_>]) -> bool {
    report.parts.iter().any(|part| part.of(tokens).iter().any(Token::is_of_clause))
}

/// Whether a word opens what somebody asks: 'whether it leaks'.
fn asks(token: &Token<'_>) -> bool {
    token.kind == Some(Kind::Question)
        || matches!(token.lower.as_ref(), "whether" | "if" | "what" | "how" | "why" | "who")
}

/// 'Asked about the delay, he …', '“No,” he said when asked about the delay': what was asked is not told.
fn is_topic(report: &Report, tokens: &[Token<'_>]) -> bool {
    let is_when = |at: usize| matches!(tokens[at].lower.as_ref(), "when" | "if");
    let opens = report.cue.first == 0 || report.cue.first == 1 && is_when(0);
    let next = tokens.get(report.cue.after).map_or("", |next| &next.lower);
    let when = report.cue.first.checked_sub(1).is_some_and(is_when);
    opens && report.source.is_none() && next == "about"
        || cue(report, tokens) == "asked" && when && matches!(next, "about" | "for" | "to")
}

/// 'outlined a number of ways': how many there are, and not one of them.
fn counts_things(report: &Report, tokens: &[Token<'_>]) -> bool {
    let is_count = |noun: &Token<'_>| matches!(noun.lower.as_ref(), "number" | "series" | "range" | "list" | "couple");
    let counts = |part: &Phrase| matches!(part.of(tokens), [a, noun, of, ..] if a.lower == "a" && is_count(noun) && of.lower == "of");
    matches!(&report.parts[..], [part] if part.first == report.cue.after && counts(part))
}

/// 'has not said what it costs'
fn is_kept_back(report: &Report, tokens: &[Token<'_>]) -> bool {
    const NEAR: usize = 3;
    let before = &tokens[report.cue.first.saturating_sub(NEAR)..report.cue.first];
    let denies = |token: &Token<'_>| token.kind == Some(Kind::Negation) || token.lower.ends_with("n't");
    let says =
        matches!(cue(report, tokens), "said" | "say" | "disclose" | "reveal" | "specify" | "disclosed" | "revealed");
    says && before.iter().any(denies) && tokens.get(report.cue.after).is_some_and(asks)
}

/// 'the court heard evidence from a baker'
fn hears_thing(report: &Report, tokens: &[Token<'_>]) -> bool {
    cue(report, tokens) == "heard" && !has_verb(report, tokens)
}

/// 'what we do not know: who was steering'
fn is_unknown(report: &Report, tokens: &[Token<'_>]) -> bool {
    let negated = report.cue.first.checked_sub(1).is_some_and(|at| tokens[at].kind == Some(Kind::Negation));
    negated && cue(report, tokens) == "know"
}

/// 'read a message from the mayor', 'saw the word “late”': somebody else's words.
fn reads_thing(report: &Report, tokens: &[Token<'_>]) -> bool {
    let is_thing = |part: &Phrase| tokens.get(part.first).is_some_and(|first| first.is(Classes::DETERMINER));
    matches!(cue(report, tokens), "read" | "reads" | "saw" | "sees" | "spotted" | "noticed")
        && report.parts.iter().all(is_thing)
}

/// 'wanted the promise', 'prefers butter', 'hopes for rain': a thing, and no words of anybody.
fn wants_thing(report: &Report, tokens: &[Token<'_>]) -> bool {
    let clause = |token: &Token<'_>| {
        let verb = token.is_finite && token.usage.noun.text.is_empty();
        verb || token.lower == "to" || token.mark().is_some()
    };
    let is_thing = |part: &Phrase| part.of(tokens).len() <= FEW && !part.of(tokens).iter().any(clause);
    let wants = match cue(report, tokens) {
        "want" | "wants" | "wanted" | "need" | "needs" | "needed" | "prefer" | "prefers" | "preferred" => true,
        "hope" | "hopes" | "hoped" => tokens.get(report.cue.after).is_some_and(|next| next.lower == "for"),
        _ => false,
    };
    wants && report.parts.iter().all(is_thing)
}

/// 'is not a man who argues': the words of somebody there is none of.
fn is_of_nobody(report: &Report, tokens: &[Token<'_>]) -> bool {
    report.source.is_some_and(|source| is_denied(tokens, source))
}

/// 'what her council prefers is a gate': the verb behind the cue is the sentence's own.
fn has_verb_behind(report: &Report, tokens: &[Token<'_>]) -> bool {
    let be = tokens.get(report.cue.after).is_some_and(|next| next.is_finite && next.kind == Some(Kind::Be));
    be && report.cue.of(tokens).iter().all(|cue| cue.usage.verb.text != "communication")
        && report.parts.iter().all(|part| part.first == report.cue.after)
}

/// '[The report], promised for May, is late': what the cue tells of.
fn is_own_subject(report: &Report, tokens: &[Token<'_>]) -> bool {
    let [subject] = report.parts[..] else { return false };
    let words = subject.of(tokens);
    let opens = words.first().is_some_and(|first| first.is(Classes::DETERMINER.and(Classes::POSSESSIVE)));
    let is_said = words.iter().any(|token| token.is_of_clause() || token.mark().is_some());
    report.source.is_none() && subject.after <= report.cue.first && opens && !is_said
}

/// 'the said meeting', 'boats said to be lost': nobody says it here.
fn is_said_of(report: &Report, tokens: &[Token<'_>]) -> bool {
    let cue = report.cue.first;
    let said = report.cue.of(tokens).first().is_some_and(|cue| cue.lower == "said");
    let next = tokens.get(report.cue.after);
    let the = cue.checked_sub(1).is_some_and(|at| tokens[at].is(Classes::DETERMINER.and(Classes::POSSESSIVE)));
    let named = the && next.is_some_and(|next| next.word && (next.kind.is_none() || next.capital));
    let noun = cue.checked_sub(1).is_some_and(|at| tokens[at].usage.parts.text.starts_with('N') && !tokens[at].capital);
    let to = next.is_some_and(|next| next.lower == "to")
        && tokens.get(report.cue.after + 1).is_some_and(|be| matches!(be.lower.as_ref(), "be" | "have"));
    said && (named || noun && to)
}

/// 'those who spoke to reporters', 'wrote to her printer', 'argues with the tide': with whom, and not what.
fn speaks_to(report: &Report, tokens: &[Token<'_>]) -> bool {
    let Some(cue) = report.cue.of(tokens).first() else { return false };
    let joint = match cue.lower.as_ref() {
        "speak" | "speaks" | "spoke" | "spoken" | "speaking" => "to",
        "write" | "writes" | "wrote" | "written" | "writing" => "to",
        "argue" | "argues" | "argued" | "arguing" => "with",
        _ => return false,
    };
    let somebody = |part: &Phrase| {
        let joins = |at: usize| at == report.cue.after && tokens[at].lower == joint;
        joins(part.first) || part.first.checked_sub(1).is_some_and(joins)
    };
    report.parts.iter().all(somebody)
}

/// 'shared similar views to hers', 'express their views in time': views, and not on what.
fn has_views(report: &Report, tokens: &[Token<'_>]) -> bool {
    const NEAR: usize = 3;
    let tells = |cue: &Token<'_>| {
        ["share", "express", "voice"].iter().any(|verb| cue.lower.starts_with(verb)) && cue.strength < WEAK
    };
    let are_views = |part: &Phrase| {
        let words = part.of(tokens);
        let views = words.iter().take(NEAR).position(|token| matches!(token.lower.as_ref(), "view" | "views"));
        let topic = |token: &Token<'_>| {
            token.kind == Some(Kind::That) || matches!(token.lower.as_ref(), "on" | "about" | "of" | "regarding")
        };
        views.is_some_and(|at| !words.get(at + 1).is_some_and(topic))
    };
    report.cue.of(tokens).first().is_some_and(tells) && report.parts.iter().all(are_views)
}

/// 'Recalling the flood, he …', 'Calling for shared paths, he …': what follows says what it was about.
fn opens_without_words(report: &Report, tokens: &[Token<'_>]) -> bool {
    // 'for [shared] paths'
    let describes = |at: usize| {
        let noun = tokens.get(at + 1).is_some_and(|next| next.word && !next.capital && next.kind.is_none());
        noun && tokens[at].usage.form.text == "ed"
    };
    // 'wider [access], he …'
    let closes = |at: usize, part: &Phrase| at + 1 == part.after && tokens[at].usage.form.text == "base";
    let tells = |at: usize, part: &Phrase| {
        let token = &tokens[at];
        token.mark().is_some()
            || token.is_finite && at > part.first && !describes(at) && !closes(at, part)
            || matches!(token.kind, Some(Kind::That | Kind::Question))
            || token.lower == "to"
    };
    report.cue.first == 0
        && report.way != Way::According
        && tokens[0].usage.form.text == "ing"
        && !report.parts.iter().any(|part| (part.first..part.after).any(|at| tells(at, part)))
}

/// 'In a letter, Ada Hill said:': what stands before says where.
fn tells_where(report: &Report, tokens: &[Token<'_>]) -> bool {
    let [place] = report.parts[..] else { return false };
    let words = place.of(tokens);
    let behind = tokens.get(report.cue.after);
    let hangs = words.first().is_some_and(|first| first.kind == Some(Kind::Preposition));
    let tells = |token: &Token<'_>| token.mark().is_some() || token.is_of_clause();
    place.after < report.cue.first && behind.is_none_or(|sign| sign.text == ":") && hangs && !words.iter().any(tells)
}

/// 'a boat called the Ada': what it is called is nobody's words.
fn gives_a_name(report: &Report, tokens: &[Token<'_>]) -> bool {
    let named =
        report.cue.of(tokens).first().is_some_and(|cue| matches!(cue.lower.as_ref(), "called" | "named" | "dubbed"));
    let words = tokens.get(report.cue.after..).unwrap_or_default();
    let article = usize::from(words.first().is_some_and(|token| token.is(Classes::DETERMINER)));
    let name = words[article..].iter().take_while(|token| token.capital).count();
    let is_verb = |token: &Token<'_>| token.lower != "'s" && (token.is_finite || token.could_be_verb);
    let verb = words.get(article + name).is_some_and(is_verb);
    let is_source = report.way == Way::Right && report.source.is_some_and(|source| source.first == report.cue.after);
    named && (is_source || name > 0 && verb)
}

/// 'Council Member, Noa Reyes said': an office before the name.
fn is_office(report: &Report, tokens: &[Token<'_>]) -> bool {
    let [office] = report.parts[..] else { return false };
    let words = office.of(tokens);
    let last = words.last().is_some_and(|last| last.capital && last.usage.noun.text == "person");
    let comma = tokens.get(office.after).is_some_and(|comma| comma.text == ",");
    last && comma && office.after < report.cue.first && words.len() > 1 && words.iter().all(|word| word.capital)
}

fn is_denied(tokens: &[Token<'_>], source: Phrase) -> bool {
    const NEAR: usize = 4;
    let before = &tokens[source.first.saturating_sub(NEAR)..source.after.min(tokens.len())];
    let opens =
        |pair: &[Token<'_>]| pair[0].kind == Some(Kind::Negation) && matches!(pair[1].lower.as_ref(), "a" | "an");
    let relative = tokens.get(source.after).into_iter().chain(before).any(|token| token.is(Classes::RELATIVE));
    relative && before.windows(2).any(opens)
}

/// 'pointed at the mayor', 'argues with him', 'said all evening': somebody or a time, and no words of anybody.
fn is_nobodys(tokens: &[Token<'_>], part: Phrase) -> bool {
    let words = part.of(tokens);
    let tells = |token: &Token<'_>| {
        token.mark().is_some()
            || token.is_finite
            || matches!(token.kind, Some(Kind::That | Kind::Question))
            || token.lower == "to"
            || token.lower.ends_with("ing") && !token.usage.parts.text.starts_with('N')
    };
    let head = mentions::head(words);
    let hangs = part
        .first
        .checked_sub(1)
        .is_some_and(|at| tokens[at].kind == Some(Kind::Preposition) || tokens[at].lower == "to");
    let says_nothing = |token: &Token<'_>| match token.usage.noun.text {
        "time" => !token.capital,
        "person" => hangs && !token.capital,
        _ => hangs && words.len() == 1 && token.is(Classes::PRONOUN.and(Classes::OBJECT_PRONOUN)),
    };
    head.is_some_and(says_nothing) && !words.iter().any(tells)
}

/// 'nothing for a while', 'not to be named', 'on Friday'.
fn is_nothing(words: &[Token<'_>]) -> bool {
    let verb = |token: &Token<'_>| {
        token.kind.is_some_and(|kind| matches!(kind, Kind::Be | Kind::Have | Kind::Modal)) && token.lower != "to"
            || token.lower.ends_with("ed")
    };
    let is_quantity = |token: &Token<'_>| matches!(token.lower.as_ref(), "nothing" | "little" | "much" | "so");
    // 'said yes to the plan', 'said no more'
    let answer = match words {
        [yes, _, ..] if yes.lower == "yes" => true,
        [no, next, ..] if no.lower == "no" => matches!(next.lower.as_ref(), "more" | "to"),
        _ => false,
    };
    let quantity = (answer || words.first().is_some_and(is_quantity)) && !words.iter().any(verb);
    let denied = words.first().is_some_and(|token| token.kind == Some(Kind::Negation));
    let unnamed = match &words[usize::from(denied)..] {
        [to, be, named] => {
            to.lower == "to" && be.lower == "be" && matches!(named.lower.as_ref(), "named" | "identified" | "quoted")
        }
        _ => false,
    };
    let small = |token: &Token<'_>| {
        token.mark().is_none() && (token.kind.is_some() || token.is(Classes::DAY.and(Classes::MONTH)))
    };
    // 'praised them'
    let somebody = matches!(words, [them] if them.is(Classes::OBJECT_PRONOUN));
    quantity || unnamed || somebody || words.len() <= 2 && words.iter().all(small)
}

/// Whether the marks in a report only name something: “experts” signed the letter; he read “Seven Rooms” twice.
pub(super) fn only_names(report: &Report, sentence: &Sentence<'_>, text: &str, titles: bool) -> bool {
    let tokens = &sentence.tokens;
    let cue = report.cue.of(tokens).first();
    // before its cue and the speaker, a quotation ends with a sign
    let inverted = report.way == Way::Right
        && report.parts.first().is_some_and(|part| part.after == report.cue.first)
        && report
            .cue
            .first
            .checked_sub(1)
            .and_then(|last| tokens[last].mark())
            .is_some_and(|mark| !ends_clause(text, mark));
    inverted || titles && cue.is_none_or(|cue| cue.strength < WEAK)
}

fn ends_clause(text: &str, mark: Mark) -> bool {
    let body = text[mark.start..mark.end].trim_end_matches(['"', '”', '’', '\'']);
    body.ends_with([',', '.', '?', '!', '…', '-', '—', ';', ' '])
}
