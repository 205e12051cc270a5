//! What somebody is: "Kultusministerin", "FPÖ-Chef", "Landwirt".

use super::super::kept::Gender;
use super::super::lexicon::{Classes, Lexicon};
use super::super::mentions::Phrase;
use super::super::token::Token;
use super::agreement;
use super::names::is_genitive;
use super::phrase;

/// A shorter title is an end of other words too: "ex" of "Alex".
const SHORTEST_TITLE: usize = 4;

/// No role is longer than this, in bytes.
const LONGEST_ROLE: usize = 60;

/// Whether a role is a woman's or a man's: 'die Kultusministerin Ada Hill', 'SPD-Chef Ulf Hill'.
pub(in super::super) fn gender_of_role(role: &str, lexicon: &Lexicon) -> Option<Gender> {
    if agreement::is_woman(role) {
        return Some(Gender::Female);
    }
    // 'der Fernsehstar' may be a woman
    if ["star", "gast", "liebling", "talent"].iter().any(|end| role.ends_with(end)) {
        return None;
    }
    ends(role).any(|end| lexicon.word(end).classes.any(Classes::MALE_TITLE)).then_some(Gender::Male)
}

/// Whom a word like 'dieser' or 'letztere' means, a woman or a man.
pub(in super::super) fn gender_of_latter(lower: &str) -> Option<Gender> {
    match lower {
        "dieser" | "letzterer" | "jener" => Some(Gender::Male),
        "diese" | "letztere" | "jene" | "die" => Some(Gender::Female),
        _ => None,
    }
}

/// Whether a role right before a full name is a woman's or a man's: 'Lehrer Ulf Hill' is a man.
pub(in super::super) fn gender_before_name(role: &str, lexicon: &Lexicon) -> Option<Gender> {
    const MEN: [&str; 8] = ["er", "ent", "ist", "or", "eur", "ant", "mann", "är"];
    let man = || lexicon.is_person(role) && MEN.iter().any(|end| role.ends_with(end)) && role.chars().nth(5).is_some();
    gender_of_role(role, lexicon).or_else(|| man().then_some(Gender::Male))
}

/// Whether a word joined by a hyphen is what somebody is: 'Café-Wirtin', 'FPÖ-Chef', 'der 28-Jährige'.
pub(in super::super) fn is_role(word: &str, lexicon: &Lexicon) -> bool {
    word.rsplit_once('-').is_some_and(|(_, last)| {
        let last = last.to_lowercase();
        // 'Hans-Peter'
        let given = lexicon.is_given_name(&last);
        let ends = lexicon.ends_like_role(&last) || agreement::is_woman(&last);
        last.chars().nth(3).is_some() && ends && !given || last.starts_with("jährige")
    })
}

/// Whether a word that opens a name of several is what somebody is: 'Landwirt Ulf Hill'.
pub(in super::super) fn leads_name(word: &str, lexicon: &Lexicon) -> bool {
    let lower = word.to_lowercase();
    // 'des Kandidaten Ulf Hill'
    let weak = ["en", "n"].iter().filter_map(|end| lower.strip_suffix(end)).any(|one| lexicon.ends_like_role(one));
    let ends = lexicon.ends_like_role(&lower) || agreement::is_woman(&lower) || weak;
    let long = lower.chars().nth(5).is_some() && ends;
    is_role(word, lexicon) || long && !lower.contains('-') && !lexicon.is_given_name(&lower)
}

/// Whether a word before a single name is what a woman is: 'Schülerin Mara'.
pub(in super::super) fn is_womans_role(word: &str, lexicon: &Lexicon) -> bool {
    let lower = word.to_lowercase();
    let role = agreement::is_woman(&lower) && lexicon.ends_like_role(&lower);
    lower.chars().nth(6).is_some() && role && !lexicon.is_given_name(&lower)
}

/// A noun phrase for one person without a name: 'der Stürmer', 'die 28-Jährige', 'ein Sprecher der Bank'.
pub(in super::super) struct Described {
    /// What the person is, in lower case.
    pub role: String,
    pub gender: Option<Gender>,
    /// Whether the article has been told of the person before: "der", not "ein".
    pub definite: bool,
}

impl Described {
    pub fn of(tokens: &[Token<'_>], phrase: Phrase, lexicon: &Lexicon) -> Option<Self> {
        let article = tokens.get(phrase.first)?.lower.as_ref();
        if let Some(owned) = Self::owned(tokens, phrase, lexicon) {
            return Some(owned);
        }
        let definite = match article {
            "der" | "die" | "dem" | "den" | "des" | "dieser" | "diese" | "diesem" => true,
            "ein" | "eine" | "einem" | "einen" | "einer" | "eines" => false,
            // 'Ihr Chef lachte'
            _ if tokens[phrase.first].is(Classes::POSSESSIVE) => false,
            "das" => true,
            _ => return None,
        };
        // 'Vorwürfe der Anwohner'
        let told = phrase.first.checked_sub(1).is_some_and(|before| lexicon.is_statement(&tokens[before].lower));
        if told && article == "der" && !phrase.of(tokens).iter().any(|token| agreement::is_woman(&token.lower)) {
            return None;
        }
        let at = past_measure(tokens, phrase, phrase::head(tokens, phrase)?, lexicon);
        // 'der Lyser Ständerat'
        let titled = |at: usize| is_no_surname(&tokens[at].lower, lexicon);
        let placed = at + 2 == phrase.after && tokens[at].lower.ends_with("er") && !titled(at) && titled(at + 1);
        let at = at + usize::from(placed);
        let head = &tokens[at];
        let rest = &tokens[at + 1..phrase.after];
        // 'der Trainer Hecking'
        // 'die Ministerin', and whom she told it: 'sagte die Ministerin LYS TV'
        let named = rest.first().is_some_and(|next| phrase::is_noun(next) && !phrase::is_acronym(next.text))
            || rest.iter().any(|token| token.text == ",")
            || ends_in_name(rest);
        let genitive = matches!(article, "des" | "eines");
        let mut bare = ["es", "s"].iter().filter_map(|end| head.lower.strip_suffix(end));
        let role = bare.find(|one| genitive && lexicon.is_person(one)).unwrap_or(&head.lower);
        let woman =
            agreement::is_woman(role) || ends(role).any(|end| lexicon.word(end).classes.any(Classes::FEMALE_TITLE));
        // 'Der Jüngere der beiden'
        let points = definite && phrase::is_noun(head) && lexicon.points(role);
        if named || !woman && !points && !lexicon.is_person(role) {
            return None;
        }
        let definite = definite && !points;
        // 'die 28-Jährige' is one, 'die Ermittler' are several
        let several = matches!(article, "die" | "diese") && !woman && !role.ends_with('e');
        let her = matches!(article, "die" | "diese" | "eine") || article.ends_with("re") || article == "seine";
        let gender = if woman || her || role.ends_with("mädchen") { Gender::Female } else { Gender::Male };
        // 'ihre Kollegen', and no person is a thing
        let many = tokens[phrase.first].is(Classes::POSSESSIVE) && her && !woman && !role.ends_with('e');
        let neuter = article == "das" && !role.ends_with("mädchen");
        // 'das Stadtoberhaupt' is a woman or a man
        let thing = neuter && !role.ends_with("oberhaupt");
        // 'die dreifache Mutter' tells more than 'die Mutter'
        let counted = at.checked_sub(1).map(|before| tokens[before].lower.as_ref());
        let counted = counted.filter(|word| word.ends_with("fache") || word.ends_with("facher"));
        let role = counted.map_or_else(|| role.to_owned(), |word| format!("{word} {role}"));
        (!several && !many && !thing).then_some(Self { role, gender: Some(gender).filter(|_| !neuter), definite })
    }
}

impl Described {
    /// 'Bayerns Regierungschef': a role that a name in the genitive tells of.
    fn owned(tokens: &[Token<'_>], phrase: Phrase, lexicon: &Lexicon) -> Option<Self> {
        let [owner, role] = phrase.of(tokens) else { return None };
        // 'Nordlands Hauser' may be a name
        let plain = !role.capital || !role.lower.ends_with("er") || title_of_role(&role.lower, lexicon).is_some();
        let owns = owner.capital && phrase::is_noun(owner) && is_genitive(owner.text) && plain;
        let woman = agreement::is_woman(&role.lower);
        let gender = if woman { Gender::Female } else { Gender::Male };
        // 'Nordlands Wirte sagten', 'Nordlands Fischer hoffen'
        let beside = [phrase.first.checked_sub(1), Some(phrase.after)].into_iter().flatten();
        let mut verbs = beside.filter_map(|at| tokens.get(at)).filter_map(agreement::of_verb);
        let one = woman || !role.lower.ends_with("er") || verbs.any(|number| number == agreement::Number::One);
        let somebody = owns && one && phrase::is_noun(role) && (woman || lexicon.is_person(&role.lower));
        let somebody = somebody && !lexicon.is_firm(&role.lower);
        somebody.then(|| Self { role: role.lower.to_string(), gender: Some(gender), definite: true })
    }

    /// A noun for a body, to which "sie" and "er" may lead as to a person: 'die Polizei', 'der Verband'.
    pub fn body(tokens: &[Token<'_>], phrase: Phrase, lexicon: &Lexicon) -> Option<Self> {
        let gender = match tokens.get(phrase.first)?.lower.as_ref() {
            "der" => Gender::Male,
            "die" | "eine" => Gender::Female,
            _ => return None,
        };
        let head = &tokens[phrase::head(tokens, phrase)?];
        // 'die Staatsanwaltschaft Linz' has a name
        let named = phrase::is_named(tokens, phrase);
        let role = head.lower.to_string();
        (lexicon.is_body(&role) && !named).then_some(Self { role, gender: Some(gender), definite: false })
    }
}

/// Whether a word is what somebody is and hardly a surname: "erzbischof", "landwirt", but not "schneider".
pub(super) fn is_no_surname(lower: &str, lexicon: &Lexicon) -> bool {
    lexicon.word(lower).classes.any(Classes::TITLE)
        || title_of_role(lower, lexicon).is_some()
        || lexicon.is_person(lower) && !lower.ends_with("er")
}

/// 'die Vorsitzende [und Leiterin Ada Hill]'
fn ends_in_name(rest: &[Token<'_>]) -> bool {
    let [joint, roles @ .., last] = rest else { return false };
    joint.lower == "und"
        && !roles.is_empty()
        && roles.iter().all(phrase::is_noun)
        && last.capital
        && phrase::is_noun(last)
}

/// 'der 1,90 Meter große [Stürmer]': the noun of a phrase behind what tells how much.
fn past_measure(tokens: &[Token<'_>], phrase: Phrase, head: usize, lexicon: &Lexicon) -> usize {
    let before = head.checked_sub(1).map(|at| tokens[at].text.starts_with(char::is_numeric));
    let measured = before == Some(true) && lexicon.measures(&tokens[head].lower);
    let described = tokens.get(head + 1).is_some_and(phrase::is_adjective);
    let noun = tokens.get(head + 2).is_some_and(phrase::is_noun) && head + 2 < phrase.after;
    if measured && described && noun { head + 2 } else { head }
}

/// The title at the end of a role: of "verkehrsministerin" "ministerin".
pub(in super::super) fn title_of_role<'r>(role: &'r str, lexicon: &Lexicon) -> Option<&'r str> {
    ends(role).skip(1).find(|end| lexicon.word(end).classes.any(Classes::TITLE))
}

/// A role and its ends that are long enough for titles, the longest first.
fn ends(role: &str) -> impl Iterator<Item = &str> {
    let last = if role.len() > LONGEST_ROLE { 0 } else { (role.len() + 1).saturating_sub(SHORTEST_TITLE) };
    (0..last).filter_map(|from| role.get(from..))
}
