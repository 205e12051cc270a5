//! The titles before a name, and what else stands with it and is no part of it: 'Northern President [Ada Hill]',
//! '[Tom Walsh] of the Lys Institute', '[Jane Hill] MP'.

use super::german;
use super::lexicon::{Classes, Kind, Lexicon};
use super::mentions::Phrase;
use super::people::is_upper;
use super::token::Token;

/// How English words for what somebody is mostly end.
const ROLE_ENDS: [&str; 11] = ["er", "or", "ist", "ian", "ant", "ent", "man", "woman", "eer", "ive", "al"];

/// How many titles open a name, and the name proper: 'Northern President Ada Hill' is titled northern president.
pub(super) fn part_title(tokens: &[Token<'_>], run: Phrase, lexicon: &Lexicon) -> (usize, Phrase) {
    let run = if lexicon.is_german() { german::without_body(tokens, run) } else { run };
    if lexicon.is_english() {
        return part_english(tokens, without_place(tokens, run, lexicon), lexicon);
    }
    let is_title = |token: &Token<'_>| {
        let compound = || lexicon.is_german() && german::title_of_role(&token.lower, lexicon).is_some();
        is_title_word(&token.lower, lexicon) || compound()
    };
    // 'Landwirt Ulf Hill', 'Café-Wirtin Hill'
    let names_role = |at: &usize| {
        let at = *at;
        let word = tokens[at].text;
        // 'Thüringer Gesundheitsministerium'
        let of_body = || tokens.get(at + 1).is_some_and(|next| lexicon.is_body(&next.lower));
        lexicon.is_german()
            && !of_body()
            // 'Autobauer Hill'
            && (at == run.first && at + 1 < run.after && lexicon.is_firm(&tokens[at].lower)
                || at + 2 < run.after && german::leads_name(word, lexicon)
                // 'Dekan Ulf Hill'
                || at + 2 < run.after && lexicon.ends_like_role(&tokens[at].lower)
                    && lexicon.gender_of_name(&tokens[at].lower).is_none()
                    && lexicon.gender_of_name(&tokens[at + 1].lower).is_some()
                || at + 1 < run.after && (german::is_role(word, lexicon) || german::is_womans_role(word, lexicon)))
    };
    let roles = (run.first..run.after).rfind(names_role).map_or(0, |at| at + 1 - run.first);
    let owned = if lexicon.is_german() { german::owned(tokens, run, lexicon) } else { 0 };
    let roles = roles.max(owned);
    let before_last = run.of(tokens).split_last().map_or(&[][..], |(_, before)| before);
    let titles = before_last.iter().rposition(is_title).map_or(0, |last| last + 1).max(roles);
    // 'Staatsanwaltschaft Linz'
    let body = lexicon.is_german() && titles == 0 && run.first > 0 && lexicon.is_body(&tokens[run.first - 1].lower);
    // 'Hills Ansicht'
    let states = lexicon.is_german()
        && run.after > run.first + titles + 1
        && german::is_said(&tokens[run.after - 1].lower, lexicon);
    (titles, Phrase { first: run.first + titles - usize::from(body), after: run.after - usize::from(states) })
}

/// Whether a word, given in lower case, is a title, also behind a hyphen: "governor-general".
pub(super) fn is_title_word(lower: &str, lexicon: &Lexicon) -> bool {
    lexicon.word(lower).classes.any(Classes::TITLE) || ends_in_title(lower, lexicon)
}

fn ends_in_title(lower: &str, lexicon: &Lexicon) -> bool {
    // words are short: no search pays
    let last = lower.bytes().rposition(|byte| byte == b'-').map(|hyphen| &lower[hyphen + 1..]);
    last.is_some_and(|last| lexicon.word(last).classes.any(Classes::TITLE))
        || lexicon.is_english() && lexicon.ends_like_role(lower)
}

/// Whether a token is a title: "mayor", "MP".
pub(super) fn is_title(token: &Token<'_>, lexicon: &Lexicon) -> bool {
    token.is(Classes::TITLE) || ends_in_title(&token.lower, lexicon) || lexicon.leads_name(token.text, &token.lower)
}

/// The same for English.
fn part_english(tokens: &[Token<'_>], run: Phrase, lexicon: &Lexicon) -> (usize, Phrase) {
    let run = without_letters(tokens, run, lexicon);
    let inside = run.of(tokens);
    let [before_last @ .., last] = inside else { return (0, run) };
    // 'the Lys-based Ada Hill'
    let leads = |token: &Token<'_>| is_title(token, lexicon) || token.lower.ends_with("-based");
    let titles = before_last.iter().rposition(leads).map_or(0, |last| last + 1);
    // 'the Syrian Foreign Ministry' is no Ministry of that title
    let is_body = before_last.len() > 1 && last.is(Classes::ORGANISATION) && !lexicon.is_surname(&last.lower);
    if is_body && inside[titles].capital {
        return (0, run);
    }
    let titles = if titles > 0 { titles + of_office(inside, titles) } else { opening_role(tokens, run, lexicon) };
    let titles = titles.max(before_given_name(inside, lexicon));
    (titles, Phrase { first: run.first + titles, after: run.after })
}

/// 'Area [Five] Kevin Marsh', 'Secretary of the Lys [College] Julia Stone': how many words stand before somebody's two names.
fn before_given_name(run: &[Token<'_>], lexicon: &Lexicon) -> usize {
    let [first, .., before, given, last] = run else { return 0 };
    let is_given = |token: &Token<'_>| lexicon.gender_of_name(token.text).is_some();
    let is_word = |token: &Token<'_>| !token.usage.parts.text.is_empty() || is_title(token, lexicon);
    let somebody = is_given(given) && last.capital && !last.is(Classes::ORGANISATION) && !is_upper(last.text);
    let office = !is_given(first) && !is_given(before) && is_word(first) && (run.len() > 4 || is_word(before));
    if somebody && office && before.capital { run.len() - 2 } else { 0 }
}

/// Whether a run of capitals is an office and holds no name of somebody: 'Leader of the Opposition'.
pub(super) fn is_office(tokens: &[Token<'_>], run: Phrase, lexicon: &Lexicon) -> bool {
    lexicon.is_english() && parts_office(tokens, part_title(tokens, run, lexicon))
}

/// The same of what was parted: its titles, and the name.
pub(super) fn parts_office(tokens: &[Token<'_>], (titles, name): (usize, Phrase)) -> bool {
    titles > 0 && name.of(tokens).first().is_some_and(|first| !first.capital)
}

/// Whether words are an office and no name: 'Immigration Minister', though not 'Vince King'.
pub(super) fn names_office(name: &[Token<'_>]) -> bool {
    const OFFICES: [&str; 16] = [
        "minister",
        "secretary",
        "president",
        "chairman",
        "chairwoman",
        "director",
        "commissioner",
        "ambassador",
        "governor",
        "superintendent",
        "inspector",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "officer",
        "manager",
    ];
    let [.., of, title] = name else { return false };
    let known = !of.usage.parts.text.is_empty() && of.usage.noun.text != "person";
    known && of.capital && OFFICES.contains(&title.lower.as_ref())
}

/// '[Jane Hill] MP': a name without the letters of an office behind it.
fn without_letters(tokens: &[Token<'_>], run: Phrase, lexicon: &Lexicon) -> Phrase {
    let [_, .., before, last] = run.of(tokens) else { return run };
    let is_letters = is_upper(last.text) && lexicon.leads_name(last.text, &last.lower);
    let is_name = before.capital && !before.is(Classes::ORGANISATION) && !is_upper(before.text);
    if run.after - run.first > 2 && is_letters && is_name { Phrase { after: run.after - 1, ..run } } else { run }
}

/// How many words behind the titles say of what: 'Secretary [of State] Ada Hill', 'Director [of National Affairs] Ada Hill'.
fn of_office(run: &[Token<'_>], titles: usize) -> usize {
    let rest = &run[titles..];
    let small = rest.iter().take_while(|token| !token.capital).count();
    // 'Director [of Law Enforcement] Ada Hill'
    let is_plain = |token: &&Token<'_>| {
        let sense = token.usage.noun.text;
        token.is(Classes::ORGANISATION)
            || matches!(sense, "act" | "group" | "cognition" | "communication" | "attribute")
    };
    let more = rest.iter().skip(small + 1).take_while(is_plain).count();
    let words = small + 1 + more.min(rest.len().saturating_sub(small + 3));
    if small > 0 && words + 2 <= rest.len() { words } else { 0 }
}

/// '[Objector] Noa Hill said': a word for what somebody is that has its capital because it opens the sentence; also 'Per' in
/// 'Per Reuters, the gate'.
fn opening_role(tokens: &[Token<'_>], run: Phrase, lexicon: &Lexicon) -> usize {
    let [role, name @ ..] = run.of(tokens) else { return 0 };
    let is_person = role.usage.noun.text == "person" && role.usage.parts.text.starts_with('N');
    let is_role =
        is_person && ROLE_ENDS.iter().any(|end| role.lower.ends_with(end)) && !lexicon.is_given_name(&role.lower);
    let is_name = |token: &Token<'_>| token.capital && !token.is(Classes::ORGANISATION);
    let named = is_role && name.len() > 1 && name.iter().all(is_name);
    let comma = tokens.get(run.after).is_some_and(|sign| sign.text == ",");
    let per = role.lower == "per" && name.len() == 1 && comma;
    // 'Said Noa Hill: …'
    let says = role.strength >= 0.45 && role.usage.parts.text.starts_with('V');
    usize::from(run.first == 0 && (named || per || says))
}

/// '[Tom Walsh] of the Lys Institute': the name of a person whose place or body follows it.
fn without_place(tokens: &[Token<'_>], run: Phrase, lexicon: &Lexicon) -> Phrase {
    let inside = run.of(tokens);
    let Some(of) = inside.iter().position(|token| token.lower == "of").filter(|of| *of > 1) else { return run };
    let last = &inside[of - 1];
    let titles = inside[..of].iter().rposition(|token| is_title(token, lexicon)).map_or(0, |title| title + 1);
    // 'Sen. Reed of Lys', 'Leader Mira Reed of Lys', whose name is a word too
    let is_titled = || {
        let strong = Classes::MALE_TITLE.and(Classes::FEMALE_TITLE);
        let is_strong = inside[0].is(strong) || lexicon.long_title(&inside[0].lower).is_some();
        titles > 0 && titles + usize::from(!is_strong) < of
    };
    // 'Tom Reed of the Lys Institute', 'Ada Newton of Lys', whose name the lexicon knows
    let is_thing = matches!(last.usage.noun.text, "plant" | "animal" | "food" | "substance" | "object" | "body");
    let is_known = last.usage.noun.text == "person" && !ROLE_ENDS.iter().any(|end| last.lower.ends_with(end));
    let is_adjective = inside[0].usage.parts.text.starts_with('J');
    let is_surname = of == 2 && (is_thing || is_known) && !is_adjective && !is_title(last, lexicon);
    let is_name = lexicon.is_only_name(&last.text.replace(['\'', '’'], "")) || is_titled() || is_surname;
    let is_somebody = |token: &Token<'_>| token.capital && !token.is(Classes::ORGANISATION);
    let is_person = lexicon.is_english() && is_name && inside[titles.min(of - 1)..of].iter().all(is_somebody);
    if is_person { Phrase { after: run.first + of, ..run } } else { run }
}

/// An office that stands beside a name.
pub(super) struct Office {
    /// The token of its title: 'the [Mayor] of Lys'.
    pub title: usize,
    /// From its first title to its end.
    pub phrase: Phrase,
    /// The token of its letters, which may stand behind it in brackets.
    pub letters: Option<usize>,
}

/// How many tokens an office has at most.
const LONGEST: usize = 10;

/// The office that ends at the comma before token `first`: 'the Mayor of Lys, [Mira Dahl]'.
pub(super) fn office_before(tokens: &[Token<'_>], first: usize, lexicon: &Lexicon) -> Option<Office> {
    let comma = first.checked_sub(1).filter(|at| tokens[*at].text == ",")?;
    let bracket = |at: usize| match at.checked_sub(3).and_then(|open| tokens.get(open..at)) {
        Some([open, _, close]) if open.text == "(" && close.text == ")" => Some(at - 3),
        _ => None,
    };
    let end = bracket(comma).unwrap_or(comma);
    // 'Leader of the Opposition in the state assembly, V. Dahl'
    let is_plain = |token: &&Token<'_>| token.word && !(token.is_finite && token.strength > 0.3);
    let within = |end: usize| tokens[..end].iter().rev().take(LONGEST).take_while(is_plain).count();
    let first = end - within(end);
    let whole = office(tokens, Phrase { first, after: end }, (end < comma).then_some(end + 1), lexicon);
    // 'Minister of State (MoS) for Trade, Mira Dahl'
    whole.or_else(|| {
        let open = bracket(first)?;
        office(tokens, Phrase { first: open - within(open), after: open }, Some(open + 1), lexicon)
    })
}

/// The office behind a name that ends before token `after`: '[Mira Dahl], Mayor of Lys,'.
pub(super) fn office_behind(tokens: &[Token<'_>], after: usize, lexicon: &Lexicon) -> Option<Office> {
    let first = after + 1;
    let comma = tokens.get(after).is_some_and(|comma| comma.text == ",");
    let length = tokens.get(first..)?.iter().take(LONGEST).take_while(|token| is_of_office(token)).count();
    let office = if comma { office(tokens, Phrase { first, after: first + length }, None, lexicon) } else { None };
    // 'Mira Dahl, Mayor Noa Reyes and others': a list
    office.filter(|office| office.phrase.after > office.title + 1 || length < 3)
}

fn is_of_office(token: &Token<'_>) -> bool {
    token.word && (token.capital || matches!(token.lower.as_ref(), "of" | "for" | "to" | "the" | "and"))
}

/// The office in a row of words, whose title ends it or stands before "of".
fn office(tokens: &[Token<'_>], row: Phrase, letters: Option<usize>, lexicon: &Lexicon) -> Option<Office> {
    let ends = |at: usize| at + 1 == row.after || matches!(tokens[at + 1].lower.as_ref(), "of" | "for" | "to");
    let is_its_title = |at: &usize| tokens[*at].capital && ends(*at) && is_title(&tokens[*at], lexicon);
    let title = (row.first..row.after).find(is_its_title)?;
    let titles = tokens[row.first..title].iter().rev().take_while(|token| is_title(token, lexicon)).count();
    Some(Office { title, phrase: Phrase { first: title - titles, after: row.after }, letters })
}

/// The token of the title that a sentence opens with as its subject: 'The [mayor] opened the gate'.
pub(super) fn opening(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<usize> {
    tokens.first().filter(|token| token.lower == "the" && token.word)?;
    subject_behind(tokens, 0, lexicon)
}

/// Somebody whom a sentence brings in as its subject: '[A shopper] was less kind', 'But [one woman] in the queue shook her head'.
pub(super) fn brought_in(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<Phrase> {
    let first = usize::from(tokens.first().is_some_and(|first| first.kind == Some(Kind::Conjunction)));
    let article = tokens.get(first).is_some_and(|token| matches!(token.lower.as_ref(), "a" | "an" | "one" | "another"));
    let noun = if article { subject_behind(tokens, first, lexicon) } else { None }?;
    Some(Phrase { first, after: noun + 1 })
}

/// A subject from a token on whose noun tells whether it is a woman or a man: '[Her mother] nodded', 'In the barn [a girl] was
/// sitting'.
pub(super) fn told_subject(tokens: &[Token<'_>], from: usize, lexicon: &Lexicon) -> Option<Phrase> {
    let opens = |token: &Token<'_>| matches!(token.lower.as_ref(), "a" | "an" | "the") || token.is(Classes::POSSESSIVE);
    // 'since her mother retired' only tells when, but 'When he had gone her mother came down' goes on with her, and whoever
    // tells the story is not who is meant behind 'I was nine when my mother left'
    let opening = tokens.first().map_or("", |first| first.lower.as_ref());
    let is_behind = matches!(opening, "i" | "when" | "while" | "after" | "before" | "as" | "until" | "once" | "though");
    let is_main = |first: &usize| {
        let before = first.checked_sub(1).map_or("", |before| tokens[before].lower.as_ref());
        let joined = matches!(before, "and" | "but");
        joined || is_behind || !tokens[..*first].iter().any(|token| token.is_finite || token.kind == Some(Kind::Be))
    };
    (from..tokens.len()).rev().filter(|at| opens(&tokens[*at])).filter(is_main).find_map(|first| {
        let noun = subject_behind(tokens, first, lexicon)?;
        let is_somebody = lexicon.gender_of_noun(&tokens[noun].lower).is_some() || is_called(tokens, noun);
        is_somebody.then_some(Phrase { first, after: noun + 1 })
    })
}

/// Whether a name of one word stands behind a noun: 'her brother [Tom]'.
fn is_called(tokens: &[Token<'_>], noun: usize) -> bool {
    let is_name = |at: usize| tokens.get(at).is_some_and(|name| name.word && name.capital && name.kind.is_none());
    is_name(noun + 1) && !is_name(noun + 2)
}

/// The noun for a person that is the subject right behind an article.
pub(super) fn subject_behind(tokens: &[Token<'_>], article: usize, lexicon: &Lexicon) -> Option<usize> {
    const NEAR: usize = 3;
    const HANGING: usize = 8;
    let is_verb = |token: &Token<'_>| {
        token.is_finite || token.could_be_verb || token.kind.is_some_and(Kind::is_auxiliary) || token.is(Classes::LIGHT)
    };
    // 'A woman in a green coat was'
    let hangs = |behind: usize| {
        let on = tokens.get(behind).is_some_and(|next| next.kind == Some(Kind::Preposition));
        let words = tokens.iter().skip(behind).take(HANGING).take_while(|token| token.word);
        on && words.skip(2).any(|token| token.is_finite || token.kind == Some(Kind::Be))
    };
    let is_who = |at: usize| tokens.get(at).is_some_and(|who| who.lower == "who");
    let is_subject = |at: &usize| {
        let noun = &tokens[*at];
        // 'The coach, who took over in May, praised'
        let who = || tokens.get(at + 1).is_some_and(|sign| sign.text == ",") && is_who(at + 2);
        // 'Her brother Tom keeps the books', 'My friend Tom, who'
        let named = || {
            let is_who = tokens.get(at + 2).is_some_and(|sign| sign.text == ",") && is_who(at + 3);
            is_called(tokens, *at) && (is_who || tokens.get(at + 2).is_some_and(|next| next.word && is_verb(next)))
        };
        // 'a clock and an old woman saying no'
        let acts = |next: &Token<'_>| next.word && is_verb(next) && next.usage.form.text != "ing";
        let says = || tokens.get(at + 1).is_some_and(acts) || who() || named();
        !noun.capital
            && (noun.usage.noun.text == "person" || is_title(noun, lexicon))
            && (says() || lexicon.gender_of_noun(&noun.lower).is_some() && hangs(at + 1))
    };
    let behind = tokens.iter().skip(article + 1).take(NEAR);
    let plain = behind.take_while(|token| token.word && token.kind.is_none()).count();
    (article + 1..=article + plain).find(is_subject)
}

/// Whether an English noun stands for several people: "researchers", "fishermen".
pub(super) fn are_several(noun: &Token<'_>, lexicon: &Lexicon) -> bool {
    let is_person = |one: &str| lexicon.word(one).usage.noun.text == "person" || is_title_word(one, lexicon);
    let men = noun.lower.strip_suffix("men").is_some_and(|stem| is_person(&format!("{stem}man")));
    men || noun.lower.strip_suffix('s').is_some_and(|one| !one.ends_with('s') && is_person(one))
}

/// 'the [Lys County Sheriff's Office]': a body of one word with whose it is.
pub(super) fn owned_office(tokens: &[Token<'_>], run: Phrase, names: &[Phrase], lexicon: &Lexicon) -> Option<Phrase> {
    let [body] = run.of(tokens) else { return None };
    let whose = run.first.checked_sub(1).filter(|at| tokens[*at].lower == "'s")?;
    if !lexicon.is_english() || !body.is(Classes::ORGANISATION) {
        return None;
    }
    let owner = names.iter().rfind(|owner| owner.after == whose)?;
    let article = owner.of(tokens).iter().take_while(|token| token.is(Classes::DETERMINER)).count();
    (owner.first + article < whose).then_some(Phrase { first: owner.first + article, after: run.after })
}
