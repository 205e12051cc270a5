//! The titles before a name, and what else stands with it and is no part of it: 'Northern President [Ada Hill]',
//! '[Tom Walsh] of the Lys Institute', '[Jane Hill] MP'.

mod told;

pub(super) use told::{brought_in, opening, subject_behind, told_subject};

use super::german;
use super::lexicon::{Classes, Lexicon};
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
    // 'the Lys-based Ada Hill', 'Dad-of-two Tom Hill'
    let many = |token: &Token<'_>| token.lower.contains("-of-") && lexicon.is_epithet(&token.lower);
    let leads = |token: &Token<'_>| is_title(token, lexicon) || token.lower.ends_with("-based") || many(token);
    // 'Dean of Arts Ada Hill', though Dean Hill is somebody
    let dean = matches!(before_last, [dean, of, ..] if dean.lower == "dean" && of.lower == "of");
    let titles = before_last.iter().rposition(leads).map_or(usize::from(dean), |last| last + 1);
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
    // 'Anna Foster of the Lys Bank', 'Kwame Price of Lys', but not 'Marl Castle of Mirrors'
    let is_body = matches!(last.usage.noun.text, "group" | "artifact" | "act" | "location" | "event" | "communication");
    let is_foreign = lexicon.is_only_name(inside[0].text) && !is_body && !last.lower.ends_with('s');
    let has_given_name = lexicon.gender_of_name(inside[0].text).is_some() || is_foreign;
    let is_given = of == 2 && has_given_name && !is_title(last, lexicon);
    let is_name = lexicon.is_only_name(&last.text.replace(['\'', '’'], "")) || is_titled() || is_surname || is_given;
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
