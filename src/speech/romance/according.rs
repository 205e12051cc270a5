//! What stands beside a phrase that names its speaker: "Selon Ada Hill, …", "…, d'après elle", "à ses yeux, …".

mod as_said;

use super::clauses;
use super::drafts::{Reading, Source};
use super::groups;
use super::phrases::{self, Mention, Span};
use super::reports::{parted_mark, reports_itself};
use super::spoken;
use super::subjects;
use super::tellers::{is_finding, is_told, past_participle, past_told, says_itself, told_at_end, told_by, wording};
use super::tokens::Token;
use super::unsaid;
use super::words::{Class, Verb, Words};

/// The fewest words of what such a phrase reports without quotation marks.
const SHORTEST: usize = 2;

/// "Selon Ada Hill, …", "…, d'après elle".
pub(super) fn according(reading: &mut Reading<'_, '_>, words: &Words) {
    let tokens = reading.tokens();
    let mut at = 0;
    while at < tokens.len() {
        let width = words.according.at(tokens, at);
        // "plaidant selon ses termes « … »": no source
        let width =
            if words.in_mind.at(tokens, at).max(groups::adverbial(tokens, at, words)) > width { 0 } else { width };
        let width = if width > 0 { width + wording(tokens, at + width) } else { width };
        let Some(source) = (width > 0).then(|| source_of_according(tokens, at, width, words)).flatten() else {
            at += 1;
            continue;
        };
        // "La liga cree, según Ada Hill, que …": no relative clause of hers
        let whole = source.span().after;
        let that = at > 0
            && tokens[at - 1].is_sign(",")
            && tokens.get(whole).is_some_and(|token| token.is_sign(","))
            && tokens.get(whole + 1).is_some_and(|token| token.is(Class::THAT));
        let after = if that { whole } else { source.after.max(at + width + 1) };
        let after = if at == 0 && !that { past_told(tokens, after) } else { after };
        // "Ada Hill, selon qui [le quai tient]"
        let whom = tokens.get(at + width).is_some_and(|whom| whom.is(Class::RELATIVE));
        let content = if whom && after < tokens.len() {
            let end = clauses::end(tokens, after, words);
            // "Ada Hill, pour qui le bac coule, part."
            let comma = (after..end).find(|at| tokens[*at].is_sign(",") && source.core.first == 0);
            clauses::trimmed(tokens, after, comma.unwrap_or(end))
        } else {
            beside(tokens, at, after, words)
        };
        // "Pour Lys, la maire craint une crue": she says so
        let named = source.name.is_some() && source.is_human(tokens);
        let other = matches!(tokens[at].lower.as_ref(), "pour" | "para")
            && !source.pronoun
            && !named
            && says_itself(tokens, content, words);
        // "Selon la chercheuse, elles confirment une hausse": she says so
        let told_of = tokens.get(content.first).is_some_and(|it| matches!(it.lower.as_ref(), "ils" | "elles"));
        // "a dit que, selon Ada Hill, …", "Selon la radio, Ada Hill a dit que …": somebody else says it
        let hangs = at > 0 && tokens[at - 1].is(Class::THAT)
            || at > 1 && tokens[at - 1].is_sign(",") && tokens[at - 2].is(Class::THAT);
        // "una torre que, según Ada Hill, podía caer"
        let relative = hangs && at > 2 && is_told(tokens, at - 2, words);
        if hangs && !relative
            || other && content.first >= after
            || content.first >= after && !source.pronoun && !told_of && reports_itself(tokens, content, words)
        {
            at = after;
            continue;
        }
        let enough = content.of(tokens).iter().any(Token::is_mark)
            || content.of(tokens).iter().filter(|token| token.is_word()).count() >= SHORTEST;
        if enough {
            let cue = Span { first: at, after: at + width };
            let part = spoken::is_part(&tokens[content.first]);
            let other = other_side(tokens, at, after, content, words).or_else(|| tail(tokens, after, content));
            // "…, pour cette élue, « … »"
            let aside = at > 0
                && matches!(tokens[at].lower.as_ref(), "pour" | "para")
                && tokens.get(content.first).is_some_and(Token::is_mark);
            let other = other.filter(|other| !that && !aside && !reading.is_taken(*other));
            reading.add(content, Some(cue), Source::Named(source.clone()), 0.97, part);
            if let Some(other) = other {
                reading.add(other, Some(cue), Source::Named(source), 0.95, spoken::is_part(&tokens[other.first]));
            }
        }
        at = after;
    }
    in_mind(reading, words);
    as_said::as_said(reading, words);
    as_said::as_they_say(reading, words);
}

/// "À ses yeux, …": the opinion of whoever is in mind.
fn in_mind(reading: &mut Reading<'_, '_>, words: &Words) {
    let tokens = reading.tokens();
    let lead = tokens.iter().take_while(|token| token.is(Class::CONJUNCTION)).count();
    let width = words.in_mind.at(tokens, lead);
    if width == 0 || lead + width + 1 >= tokens.len() {
        return;
    }
    let first = lead + width;
    let content = clauses::trimmed(tokens, first, clauses::end(tokens, first, words));
    let plural = tokens[lead..first].iter().any(|token| token.lower == "leurs");
    reading.add(content, Some(Span { first: lead, after: first }), Source::Silent { plural }, 0.95, false);
}

fn source_of_according(tokens: &[Token<'_>], at: usize, width: usize, words: &Words) -> Option<Mention> {
    let first = at + width;
    let loose = matches!(tokens[at].lower.as_ref(), "pour" | "para");
    // "Selon nos informations, …": the paper itself
    if tokens.get(first)?.is(Class::POSSESSIVE) && tokens.get(first + 1).is_some_and(is_finding) {
        return None;
    }
    // "para que se fuera"
    if loose && tokens.get(first)?.is(Class::THAT) {
        return None;
    }
    let whom = loose || matches!(tokens.get(first)?.lower.as_ref(), "qui" | "quien" | "lequel" | "laquelle");
    // "un plan pour lequel on sait que …"
    if loose && matches!(tokens.get(first)?.lower.as_ref(), "lequel" | "laquelle" | "lesquels" | "lesquelles") {
        return None;
    }
    if whom && tokens.get(first)?.is(Class::RELATIVE) && at > 0 {
        // "Ada Hill, pour qui …"
        let comma = at - usize::from(tokens[at - 1].is_sign(","));
        let before = subjects::right_before(tokens, 0, comma, words).or_else(|| subjects::before(tokens, at, 0, words));
        let mut mention = before.filter(|before| spoken::is_somebody(tokens, before))?;
        mention.after = first + 1;
        return Some(mention);
    }
    let fused = matches!(tokens[first - 1].lower.as_ref(), "du" | "des" | "del") || tokens.get(first)?.lower == "des";
    // "aux yeux [du maire]"
    let begin = first - usize::from(fused && !loose && matches!(tokens[first - 1].lower.as_ref(), "du" | "des"));
    let mention = phrases::at(tokens, begin, tokens.len(), words).filter(|_| fused || phrases::opens(tokens, first))?;
    if !loose {
        let told = if at == 0 { told_by } else { told_at_end };
        return Some(told(tokens, mention, words));
    }
    let head = mention.head.map(|head| &tokens[head]);
    let somebody = mention.pronoun
        || head.is_some_and(|head| head.is(Class::HUMAN) || head.is(Class::BODY) || head.capital)
        // "Para la crítica Ada Hill, …"
        || mention.name.is_some_and(|name| {
            at == 0 && name.of(tokens).len() > 1 && tokens[name.first].is(Class::FIRST_NAME)
        })
        || head.is_some_and(|head| matches!(head.lower.as_ref(), "uns" | "unes" | "autres" | "unos" | "otros"))
        || head.is_none() && mention.name.is_some_and(|name| name.of(tokens).len() > 1);
    let mention = if at == 0 && mention.name.is_none() { past_participle(tokens, mention) } else { mention };
    let parted = tokens.get(mention.after).is_some_and(|token| token.is_sign(",") || token.is_mark());
    let opens = at == 0 || tokens[at - 1].is_sign(",") || tokens[at - 1].is(Class::CONJUNCTION);
    let closes = at >= 2 && tokens[at - 1].is_sign(",") && tokens[at - 2].is_mark();
    // "Ada Hill y voit « une chance » ; pour Jean Rey, …"
    let begin = tokens[..at].iter().rposition(|token| token.is_sign(";")).map_or(0, |sign| sign + 1);
    let opens = opens || at == begin;
    let lead =
        tokens[begin..at].iter().all(|token| token.is(Class::CONJUNCTION.and(Class::LIGHT)) || token.is_sign(","));
    // "Pour le prévenu, son avocate a plaidé"
    let other = tokens.get(mention.after + 1).is_some_and(|next| next.is(Class::POSSESSIVE))
        && tokens.get(mention.after + 2).is_some_and(|next| next.is(Class::HUMAN));
    let somebody = somebody && !(at == 0 && other);
    // "…, pour cette syndiquée, « … »"
    let quotes = at > 1
        && tokens[at - 1].is_sign(",")
        && tokens.get(mention.after).is_some_and(|token| token.is_sign(","))
        && tokens.get(mention.after + 1).is_some_and(Token::is_mark);
    // "Pour Anne, le quai est « sacré »"
    let first_name = at == 0
        && parted
        && mention.name.is_some_and(|name| name.of(tokens).iter().all(|token| token.is(Class::FIRST_NAME)))
        && tokens.iter().any(Token::is_mark);
    // "Pour Télé-Lys, le quai est « sacré »"
    let paper = mention.name.is_some_and(|name| name.of(tokens).iter().any(|token| token.text.contains('-')));
    let paper = paper && at == 0 && parted && mention.head.is_none() && tokens.iter().any(Token::is_mark);
    // "C'est « une honte » pour Ada Hill."
    // "« Victoire » pour les uns, « fiasco » pour les autres"
    let headed = at == 1 && tokens[0].is_mark() && tokens.get(mention.after).is_some_and(|next| next.is_sign(","));
    let judged = headed
        || at > 1
            && tokens[at - 1].is_mark()
            && (tokens[begin].lower == "c'" || tokens[at - 2].is_sign(","))
            && tokens.get(mention.after).is_none_or(|next| next.is_sign(".,;:!"));
    (first_name || paper || somebody && (judged || opens && (parted && lead || closes || quotes))).then_some(mention)
}

/// "Pour [Ada Hill], rien n'a changé. « … »": whom a sentence is about that reports nothing.
pub(super) fn whose_case(tokens: &[Token<'_>], words: &Words) -> Option<Mention> {
    tokens.first().filter(|first| matches!(first.lower.as_ref(), "pour" | "para"))?;
    let mention = phrases::at(tokens, 1, tokens.len(), words).filter(|_| phrases::opens(tokens, 1))?;
    let parted = tokens.get(mention.after).is_some_and(|next| next.is_sign(","));
    // "Pour Lys, le maire craint une crue": it is about the mayor
    let other = phrases::at(tokens, mention.after + 1, tokens.len(), words);
    let human = other.is_some_and(|other| other.is_human(tokens));
    (parted && mention.name.is_some() && !human).then_some(mention)
}

/// What a phrase like "selon Ada Hill" reports: what stands behind it, before it, or the longer of both.
fn beside(tokens: &[Token<'_>], at: usize, after: usize, words: &Words) -> Span {
    let comma = tokens.get(after).is_some_and(|token| token.is_sign(",") || token.is_mark());
    let begin = clauses::begin(tokens, 0, at);
    let before = clauses::trimmed(tokens, begin, at);
    let lead = before.of(tokens).iter().all(|token| token.is(Class::CONJUNCTION.and(Class::LIGHT)));
    let first = after + usize::from(tokens.get(after).is_some_and(|token| token.is_sign(",")));
    // "Pour la ligue, en revanche, c'est fini"
    let phrase = groups::adverbial(tokens, first, words);
    let aside = phrase > 0 && first > after && tokens.get(first + phrase).is_some_and(|token| token.is_sign(","));
    let first = if aside { first + phrase + 1 } else { first };
    let behind = if first < tokens.len() {
        clauses::trimmed(tokens, first, clauses::end(tokens, first, words))
    } else {
        Span { first, after: first }
    };
    if lead {
        return behind;
    }
    // "La ligue croit, selon Ada Hill, que …"
    if tokens[at - 1].is_sign(",") && comma && tokens.get(after + 1).is_some_and(|next| next.is(Class::THAT)) {
        return clauses::trimmed(tokens, after + 2, clauses::end(tokens, after + 2, words));
    }
    // "« Une victoire », selon le maire, « un fiasco » d'après les élus"
    if before.after == before.first + 1 && tokens[before.first].is_mark() {
        return before;
    }
    // "…, pour cette élue, « … »"
    if comma
        && matches!(tokens[at].lower.as_ref(), "pour" | "para")
        && tokens.get(after + 1).is_some_and(Token::is_mark)
    {
        return behind;
    }
    // "Le vote, selon elle « clair » et « net », …"
    if tokens.get(after).is_some_and(Token::is_mark)
        && tokens[at - 1].is_sign(",")
        && !(tokens[after - 1].is(Class::BODY) && unsaid::names(tokens, after))
    {
        let joins = |at: usize| tokens[at].is_mark() || tokens[at].is(Class::CONJUNCTION) || tokens[at].is_sign(",");
        let end = (after..tokens.len()).find(|at| !joins(*at)).unwrap_or(tokens.len());
        let last = tokens[after..end].iter().rposition(Token::is_mark).unwrap_or(0);
        return Span { first: after, after: after + last + 1 };
    }
    let parted = tokens[at - 1].is_sign(",") || tokens[at - 1].is_mark();
    let pronoun = tokens[after - 1].is(Class::PRONOUN) && !tokens[after - 1].is(Class::DETERMINER);
    if !parted
        && !comma
        && (tokens[at - 1].is(Class::AUXILIARY)
            || tokens[at - 1].verb.any(Verb::CUE)
            || pronoun && behind.after > behind.first)
    {
        // "elle avait selon lui seize ans"
        return behind;
    }
    if !parted {
        // "4 500 selon la police, 15 000 selon les organisateurs"
        let again = tokens.iter().enumerate().any(|(other, token)| other != at && token.lower == tokens[at].lower);
        if !again {
            return before;
        }
        let stop = tokens[before.first..at]
            .iter()
            .rposition(|token| token.is_sign(",:;("))
            .map_or(before.first, |stop| before.first + stop + 1);
        return clauses::trimmed(tokens, stop, at);
    }
    if let Some(mark) = parted_mark(tokens, before) {
        return mark;
    }
    let before = from_relative(tokens, before, at, after);
    // "Il neige, selon la radio, alors que …"
    let subordinate =
        tokens.get(behind.first).is_some_and(|first| matches!(first.lower.as_ref(), "alors" | "tandis" | "mientras"));
    if subordinate {
        return before;
    }
    let number = |span: Span| span.of(tokens).len();
    if comma && number(behind) > number(before) {
        return behind;
    }
    if pronoun || !reports_itself(tokens, before, words) { before } else { last_clause(tokens, before) }
}

/// "Le maire annonce la fermeture du quai, [qui a cédé en mars], selon la radio": what the mayor says is his.
fn last_clause(tokens: &[Token<'_>], before: Span) -> Span {
    let parts = |at: &usize| tokens[*at].is_sign(",") || tokens[*at].is(Class::RELATIVE);
    let first = (before.first..before.after).rev().find(parts).unwrap_or(before.after);
    clauses::trimmed(tokens, first, before.after)
}

/// "Elle cite un plan [qui], selon elle, sauve le bac": what such a phrase parts begins with its clause.
fn from_relative(tokens: &[Token<'_>], before: Span, at: usize, after: usize) -> Span {
    let comma = |at: usize| tokens.get(at).is_some_and(|token| token.is_sign(","));
    let last = before.after.checked_sub(1).filter(|last| *last > before.first && tokens[*last].is(Class::RELATIVE));
    let relative = last.filter(|_| comma(at - 1) && comma(after));
    Span { first: relative.unwrap_or(before.first), after: before.after }
}

/// "Le bac, selon Ada Hill, [sera repeint]": the other part of a clause that such a phrase parts.
fn other_side(tokens: &[Token<'_>], at: usize, after: usize, content: Span, words: &Words) -> Option<Span> {
    let parted = at > 1 && tokens[at - 1].is_sign(",") && tokens.get(after).is_some_and(|token| token.is_sign(","));
    let sentence = Span { first: 0, after: tokens.len() };
    if !parted
        || reports_itself(tokens, sentence, words)
        || content.of(tokens).iter().any(Token::is_mark) && content.after == content.first + 1
    {
        return None;
    }
    let other = if content.first >= after {
        let before = clauses::trimmed(tokens, clauses::begin(tokens, 0, at), at);
        let before = from_relative(tokens, before, at, after);
        let lead = |token: &Token<'_>| token.is(Class::CONJUNCTION.and(Class::LIGHT).and(Class::TIME));
        Some(before).filter(|before| !before.of(tokens).iter().all(lead))
    } else {
        let first = after + 1;
        let opening = tokens.get(first)?;
        let goes_on = opening.is(Class::PREPOSITION.and(Class::AUXILIARY))
            || opening.is(Class::OBJECT) && !opening.is(Class::DETERMINER);
        let behind = || clauses::trimmed(tokens, first, clauses::end(tokens, first, words));
        (goes_on && !clauses::leaves(tokens, first, words)).then(behind)
    };
    other.filter(|other| other.of(tokens).iter().filter(|token| token.is_word()).count() >= SHORTEST)
}

/// "… selon le syndicat, [« du jamais vu »].": marks that end the sentence behind whoever is named.
fn tail(tokens: &[Token<'_>], after: usize, content: Span) -> Option<Span> {
    let mark = after + 1;
    let closes = content.after <= after && tokens.get(mark)?.is_mark() && clauses::last(tokens) == mark + 1;
    (closes && tokens[after].is_sign(",")).then_some(Span { first: mark, after: mark + 1 })
}

/// "a dit que, [selon Ada Hill,] le vote …": where what is said begins.
pub(super) fn past_according(tokens: &[Token<'_>], first: usize, words: &Words) -> usize {
    let at = first + usize::from(tokens.get(first).is_some_and(|token| token.is_sign(",")));
    let width = words.according.at(tokens, at);
    let source = (width > 0).then(|| source_of_according(tokens, at, width, words)).flatten();
    let after = source.map(|source| source.after.max(at + width + 1));
    after.filter(|after| tokens.get(*after).is_some_and(|token| token.is_sign(","))).map_or(first, |after| after + 1)
}
