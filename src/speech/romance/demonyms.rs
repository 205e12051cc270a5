//! People by where they come from: "le Landais", "la Française". They have a capital and are nobody's name.

use super::tokens::Token;
use super::words::Class;

/// How such words end; an "s" behind it makes several.
const ENDINGS: [&str; 17] = [
    "ais", "aise", "ois", "oise", "ien", "ienne", "éen", "éenne", "icain", "icaine", "ocain", "ocaine", "ousain",
    "agnol", "agnole", "emand", "emande",
];

/// Those that end like names of places and things.
const WORDS: [&str; 58] = [
    "breton",
    "bretonne",
    "gascon",
    "gasconne",
    "wallon",
    "wallonne",
    "normand",
    "normande",
    "flamand",
    "flamande",
    "argentin",
    "argentine",
    "girondin",
    "girondine",
    "angevin",
    "angevine",
    "savoyard",
    "savoyarde",
    "catalan",
    "catalane",
    "basque",
    "corse",
    "russe",
    "belge",
    "grec",
    "grecque",
    "turc",
    "turque",
    "tchèque",
    "serbe",
    "croate",
    "slovène",
    "slovaque",
    "bulgare",
    "roumain",
    "roumaine",
    "letton",
    "lettone",
    "cubain",
    "cubaine",
    "africain",
    "africaine",
    "kényan",
    "kényane",
    "afghan",
    "afghane",
    "monégasque",
    "kazakh",
    "auvergnat",
    "auvergnate",
    "poitevin",
    "poitevine",
    "périgourdin",
    "périgourdine",
    "tourangeau",
    "tourangelle",
    "provençal",
    "provençale",
];

/// Words with such endings that are no people.
const OTHER: [&str; 7] = ["palais", "marais", "beaujolais", "relais", "oise", "valois", "calais"];

/// People by their party: "le Vert"; several are the party.
const PARTIES: [&str; 10] = [
    "vert",
    "verte",
    "insoumis",
    "insoumise",
    "républicain",
    "républicaine",
    "socialiste",
    "écologiste",
    "communiste",
    "libéral",
];

/// Takes the capital from such words behind an article, and makes them people.
pub(super) fn lower(tokens: &mut [Token<'_>]) {
    for at in 1..tokens.len() {
        let named = tokens.get(at + 1).is_some_and(Token::is_name);
        // "le président Français": an adjective
        let human = tokens[at - 1].is(Class::HUMAN) && !tokens[at - 1].capital;
        if human && at > 1 && tokens[at - 2].is(Class::DETERMINER) && !named && is_demonym(&tokens[at]) {
            tokens[at].capital = false;
        }
        // "rapporte L'Ardennais": a paper
        let paper = at > 1 && tokens[at - 1].text.starts_with('L') && tokens[at - 2].is_word();
        // "la Savoyarde Ada Hill"
        let named = named && !tokens.get(at + 2).is_some_and(Token::is_name);
        let one = PARTIES.contains(&tokens[at].lower.as_ref()) && !tokens[at - 1].is(Class::PLURAL);
        let party = one && tokens[at].capital && !tokens.get(at + 1).is_some_and(Token::is_name);
        let somebody = party || is_demonym(&tokens[at]);
        if tokens[at - 1].is(Class::DETERMINER) && !named && !paper && somebody {
            tokens[at].capital = false;
            tokens[at].class = tokens[at].class.and(Class::HUMAN);
        }
    }
}

fn is_demonym(token: &Token<'_>) -> bool {
    if !token.capital || !token.is_word() || token.class != Class::default() || token.lower.contains('-') {
        return false;
    }
    let known = |word: &str| {
        let ends = ENDINGS.iter().any(|end| word.len() > end.len() + 1 && word.ends_with(end));
        WORDS.contains(&word) || ends && !OTHER.contains(&word)
    };
    known(&token.lower) || token.lower.strip_suffix('s').is_some_and(known)
}
