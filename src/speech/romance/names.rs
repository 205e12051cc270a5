//! The words of names and of noun phrases: which are those of a body, which are letters, how they are shown.

use super::phrases::{Mention, Span, run};
use super::tokens::Token;
use super::words::{Class, Noun};
use crate::excerpt::one_line;

pub(super) fn joined(tokens: &[Token<'_>], span: Span) -> String {
    span.of(tokens).iter().map(|token| token.lower.as_ref()).collect::<Vec<_>>().join("-")
}

/// A noun phrase from its noun on, in lower case.
pub(super) fn phrase(tokens: &[Token<'_>], mention: &Mention) -> String {
    let first = mention.head.unwrap_or(mention.core.first);
    // "une deuxième source" is not the first one
    let other = first.checked_sub(1).filter(|before| *before >= mention.core.first && is_other(&tokens[*before]));
    joined(tokens, Span { first: other.unwrap_or(first), after: mention.core.after })
}

/// Words for one that is not the one before.
pub(super) fn is_other(token: &Token<'_>) -> bool {
    matches!(token.lower.as_ref(), "second" | "seconde" | "deuxième" | "troisième" | "autre" | "autres")
}

/// The words of a name, without titles and articles.
pub(super) fn parts(tokens: &[Token<'_>], name: Span) -> Vec<String> {
    name.of(tokens).iter().filter(|token| token.capital).map(|token| token.text.to_owned()).collect()
}

/// "[Ada Hill] et Jean Rey": the name of the first, where a phrase opens with two.
pub(super) fn first_of_two(tokens: &[Token<'_>], core: Span) -> Option<Span> {
    let after = run(tokens, core.first, core.after);
    let [and, second] = tokens.get(after..after + 2)? else { return None };
    let joins = matches!(and.lower.as_ref(), "et" | "y") && second.is_name() && after + 1 < core.after;
    let closes = run(tokens, after + 1, core.after) == core.after;
    (joins && closes && after > core.first).then_some(Span { first: core.first, after })
}

/// Whether a name stands right behind its article, as those of bodies do: "la Commission".
pub(super) fn has_article(tokens: &[Token<'_>], mention: &Mention, name: Span) -> bool {
    name.first == mention.core.first + 1
        && tokens[mention.core.first].is(Class::DETERMINER)
        && !tokens[name.first].is(Class::FIRST_NAME.and(Class::TITLE))
}

pub(super) fn is_acronym(tokens: &[Token<'_>], name: Span) -> bool {
    name.after == name.first + 1 && is_loud(tokens[name.first].text)
}

/// The words that tell who a name is: those of a person, and all of a body's but small ones: "Parti", "socialiste".
pub(super) fn name_words(tokens: &[Token<'_>], mention: &Mention, name: Span) -> Vec<String> {
    let mut words = parts(tokens, name);
    if has_article(tokens, mention, name) && !is_acronym(tokens, name) {
        let small = Class::LINK.and(Class::DETERMINER).and(Class::CONJUNCTION).and(Class::PREPOSITION);
        let rest = Span { first: name.after, after: mention.core.after };
        words.extend(rest.of(tokens).iter().filter(|token| !token.is(small)).map(|token| token.text.to_owned()));
    }
    words
}

/// The first letters of some words, without accents: "PS".
pub(super) fn initials(words: &[String]) -> String {
    let plain = |letter: char| match letter {
        'É' | 'È' | 'Ê' => 'E',
        'Î' => 'I',
        'À' | 'Â' => 'A',
        letter => letter,
    };
    words.iter().filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).map(plain).collect()
}

/// Words of the text on one line, an article before them in small letters.
pub(super) fn shown(text: &str, tokens: &[Token<'_>], span: Span) -> String {
    let inside = span.of(tokens);
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return String::new() };
    let words = one_line(&text[first.start..last.end]);
    // "auprès du parquet": the parquet
    let article = match first.lower.as_ref() {
        "du" | "au" => Some("le"),
        "aux" => Some("les"),
        _ => None,
    };
    if let Some(article) = article {
        return article.to_owned() + &words[first.text.len()..];
    }
    if first.is(Class::DETERMINER) { first.text.to_lowercase() + &words[first.text.len()..] } else { words }
}

/// Letters in capitals alone: an acronym.
pub(super) fn is_loud(word: &str) -> bool {
    word.chars().nth(1).is_some()
        && word.chars().all(|letter| letter.is_uppercase() || letter == '-' || letter.is_numeric())
}

/// The name in a noun phrase: a run of capitals that hangs on no "de".
pub(super) fn name_in(tokens: &[Token<'_>], core: Span, head: Option<usize>) -> Option<Span> {
    let mut at = core.first;
    let mut found = None;
    // where the part of a body's name ends that a word in small letters parts: "Alerte fluviale Lys"
    let mut parted: Option<(Span, bool)> = None;
    let joins = |first: Span, second: Span| {
        let between = tokens.get(first.after..second.first).unwrap_or_default();
        let body = first.first.checked_sub(1).map(|noun| &tokens[noun]);
        body.is_some_and(|body| body.is(Class::KNOWN_BODY) && !body.is(Class::HUMAN))
            && between.len() == 1
            && between[0].is_word()
            && between[0].class == Class::default()
    };
    // "la rébellion du général Jean Rey" is not he, nor "l'équipe de la glaciologue Ada Hill" she
    let is_one = |noun: &Token<'_>| {
        let calling =
            noun.class == Class::default() && (noun.lower.ends_with("logue") || noun.lower.ends_with("trice"));
        (noun.is(Class::HUMAN) || calling) && !noun.lower.ends_with('s')
    };
    let owned = |name: Span| {
        head.is_some_and(|head| {
            let own = tokens.get(head + 1).is_some_and(|link| link.is(Class::LINK));
            let body = tokens[head].is(Class::BODY) && !tokens[head].is(Class::HUMAN);
            own && body && head < name.first && tokens[head + 1..name.first].iter().any(&is_one)
        })
    };
    while at < core.after {
        if is_ordinal(tokens, core.first, at, core.after)
            || !tokens[at].is_name()
            || tokens[at].is(Class::TITLE) && at + 1 < core.after && tokens[at + 1].is_name()
        {
            at += 1;
            continue;
        }
        let run = Span { first: at, after: run(tokens, at, core.after) };
        at = run.after;
        // "l'entourage de M. Rey": the title hangs on "de", and the name with it
        let titles =
            tokens[core.first..run.first].iter().rev().take_while(|token| token.is(Class::TITLE) && token.capital);
        let first = run.first - titles.count();
        let before = first.checked_sub(1).filter(|before| *before >= core.first);
        let before = before.map(|before| &tokens[before]);
        let hangs = before.is_some_and(|before| before.is(Class::LINK.and(Class::DETERMINER)));
        // "la Commission", "le Dr Hill"
        let article = first == core.first + 1 && before.is_some_and(|before| before.is(Class::DETERMINER));
        // "deux militantes de Just Stop Oil": a body's name, for no person is several
        let several = head.is_some_and(|head| tokens[head].lower.ends_with('s'));
        let kept = if is_owners(tokens, core, head, run) || owned(run) {
            None
        } else if !hangs || article && head.is_none_or(|head| head >= first) {
            Some(run)
        } else if several {
            None
        } else {
            behind_place(tokens, run, head)
        };
        let earlier = parted.replace((run, kept.is_some())).filter(|(first, _)| joins(*first, run));
        found = match earlier {
            Some((first, true)) => Some(Span { first: first.first, after: run.after }),
            Some((_, false)) => found,
            None => kept.or(found),
        };
    }
    found
}

/// What is written or counted, and does not speak in marks.
pub(super) fn is_paper(lower: &str) -> bool {
    matches!(
        lower,
        "rapport" | "étude" | "enquête" | "sondage" | "bilan" | "document" | "texte" | "communiqué" | "article"
    )
}

/// "la fille du maire [Jean Rey]", "le gérant de l'enseigne [Nicolas]": a name that belongs to a noun inside the phrase.
fn is_owners(tokens: &[Token<'_>], core: Span, head: Option<usize>, name: Span) -> bool {
    let Some(noun) =
        name.first.checked_sub(1).filter(|noun| *noun > core.first && head.is_none_or(|head| head < *noun))
    else {
        return false;
    };
    let article = usize::from(tokens[noun - 1].is(Class::DETERMINER));
    let link = tokens.get(noun - 1 - article).filter(|_| noun - 1 - article > core.first);
    // "l'adjointe au maire Ada Hill" is she
    // "une passagère habitant Lys"
    let lives = tokens[noun].lower == "habitant";
    let hangs = lives || link.is_some_and(|link| link.is(Class::LINK) && link.lower != "au");
    let single = name.after == name.first + 1;
    let owner = &tokens[noun];
    // "le père de l'assistant vocal Rey": what he has made
    let made = head.is_some_and(|head| {
        tokens[head].noun.any(Noun::MAKER) && head + 1 < noun && tokens[head + 1].is(Class::LINK) && owner.is_word()
    });
    if single && made && !owner.capital && !owner.is(Class::LINK.and(Class::DETERMINER)) {
        return true;
    }
    // "le directeur des guides Rey"
    let person = head.is_some_and(|head| tokens[head].is(Class::HUMAN));
    // "le spécialiste des remorques Rey" is a firm
    let firm = head.is_some_and(|head| {
        matches!(tokens[head].lower.as_ref(), "spécialiste" | "leader" | "numéro" | "champion" | "fabricant" | "géant")
    });
    if single && person && !firm && tokens[noun - 1].lower == "des" && !owner.is(Class::TITLE) {
        return true;
    }
    hangs && (owner.is(Class::HUMAN) || single && owner.is(Class::BODY.and(Class::KNOWN_BODY).and(Class::TITLED)))
}

/// "le maire de Lys Jean Rey": the name behind a place or a body.
fn behind_place(tokens: &[Token<'_>], run: Span, head: Option<usize>) -> Option<Span> {
    // "la directrice du groupe Phare Ouest, Ada Hill": the name is behind the comma
    let apposed = |at: usize| tokens.get(at).is_some_and(|token| token.is_name() && token.is(Class::FIRST_NAME));
    if tokens.get(run.after).is_some_and(|sign| sign.is_sign(","))
        && apposed(run.after + 1)
        && tokens.get(run.after + 2).is_some_and(Token::is_name)
        && !tokens[run.first..run.after].iter().any(|token| token.is(Class::FIRST_NAME))
    {
        return None;
    }
    let inside = run.first + 1..run.after;
    // "le ministre de la Justice Jean Rey"
    let minister = head.is_some_and(|head| tokens[head].lower.starts_with("ministre"));
    let body = tokens[run.first].is(Class::BODY) && !minister && tokens[run.first].lower != "état";
    let first_name = inside.clone().find(|at| tokens[*at].is(Class::FIRST_NAME) && *at + 1 < run.after);
    // "la présidente du Comité Local de Lys" has no name
    let paper = head.is_some_and(|head| tokens[head].is(Class::BODY) && tokens[head].is(Class::TITLED));
    let long =
        || (!body && !paper && inside.clone().filter(|at| tokens[*at].is_name()).count() >= 2).then_some(run.first + 1);
    first_name.or_else(long).map(|first| Span { first, after: run.after })
}

/// "le [Premier] ministre", "l'ancien [Premier] ministre": a capital that is no name.
pub(super) fn is_ordinal(tokens: &[Token<'_>], first: usize, at: usize, limit: usize) -> bool {
    tokens[at].is(Class::BEFORE_NOUN)
        && at > first
        && tokens[at - 1].is(Class::DETERMINER.and(Class::BEFORE_NOUN))
        && at + 1 < limit
        && tokens[at + 1].is_word()
        && !tokens[at + 1].is_name()
}

/// Whether a small word joins the parts of a name: "Anne de La Tour".
pub(super) fn in_name(tokens: &[Token<'_>], at: usize) -> bool {
    let name = |at: usize| tokens.get(at).is_some_and(Token::is_name);
    let particle = |at: usize| tokens.get(at).is_some_and(|token| token.is(Class::PARTICLE) || token.is_sign("&"));
    particle(at)
        && at.checked_sub(1).is_some_and(|before| name(before) || particle(before))
        && (name(at + 1) || particle(at + 1) && name(at + 2))
}
