//! Where nothing is said: "a relevé le seuil", "se révèle cher", "apprend que", a name in marks.

use super::fragments::FRAGMENT;
use super::groups;
use super::phrases::{self, Mention};
use super::subjects;
use super::tokens::{self, Token};
use super::words::{Class, Noun, Verb, Words};

/// How far before words in marks it may stand that somebody is tried for them.
const CHARGED: usize = 14;

/// How far before a name in marks the word may stand that calls something so: "conocida en la ciudad como".
const CALLED: usize = 7;

/// Whether what stands in marks is a name or a title: "le roman « Sel »".
pub(super) fn names(tokens: &[Token<'_>], mark: usize) -> bool {
    let before = |back: usize| mark.checked_sub(back).and_then(|at| tokens.get(at));
    let capital =
        tokens::body(tokens[mark].text).starts_with(|letter: char| letter.is_uppercase() || letter.is_numeric());
    let named = Class::NAMING.and(if capital { Class::TITLED } else { Class::default() });
    // "surnommé « Sel » ou « Le Phare »"
    if before(1).is_some_and(|joint| joint.is(Class::CONJUNCTION)) && before(2).is_some_and(Token::is_mark) {
        let earlier = mark - 2;
        let chained = earlier > 1 && tokens[earlier - 1].is(Class::CONJUNCTION) && tokens[earlier - 2].is_mark();
        return !chained && names(tokens, earlier);
    }
    let auxiliary = [2, 3].into_iter().filter_map(before).any(|token| token.is(Class::AUXILIARY));
    // "son troisième film, « Les Absents »"
    let titled = capital
        && before(1).is_some_and(|comma| comma.is_sign(","))
        && before(2).is_some_and(|work| work.is(Class::TITLED) && !work.is(Class::BODY));
    let first = titled
        || before(1).is_some_and(|token| {
            token.is(named) && !(token.verb != Verb::default() && auxiliary) || token.is_sign("(")
        });
    let second = before(1).is_some_and(|token| {
        token.is(Class::DETERMINER.and(Class::LINK))
            || token.is_word() && token.class == Class::default() && token.verb == Verb::default()
    }) && before(2).is_some_and(|token| token.is(named));
    // "una casa conocida en la ciudad como «El Faro»"
    let called = before(1).is_some_and(|token| matches!(token.lower.as_ref(), "como" | "comme"))
        && tokens[mark.saturating_sub(CALLED)..mark].iter().any(|token| token.is(Class::NAMING));
    first || second || called
}

/// "a relevé [le niveau de l'eau]", "a relevé [ses objectifs]": not said.
pub(super) fn raises(tokens: &[Token<'_>], from: usize) -> bool {
    let things = [
        "niveau", "taux", "seuil", "plafond", "montant", "prix", "défi", "tête", "point", "quota", "âge", "impôt",
        "salaire",
    ];
    let raised = |token: &Token<'_>| token.is(Class::POSSESSIVE) || things.contains(&token.lower.as_ref());
    tokens.iter().skip(from).take(3).any(raised)
}

/// "se révèlent plus chers que prévu": how something turns out, and nobody says so.
pub(super) fn turns_out(tokens: &[Token<'_>], verb: usize) -> bool {
    let own = verb.checked_sub(1).is_some_and(|before| matches!(tokens[before].lower.as_ref(), "se" | "s'"));
    own && ["révél", "révèl", "annonc"].iter().any(|stem| tokens[verb].lower.starts_with(stem))
}

/// "n'a pas dit « coupable »": words that nobody used.
pub(super) fn is_denied(tokens: &[Token<'_>], verb: usize) -> bool {
    let uses = ["dit", "dire", "parl", "prononc", "employ", "utilis"];
    let denied = tokens[..verb].iter().rev().take(4).take_while(|token| token.is_word());
    uses.iter().any(|stem| tokens[verb].lower.starts_with(stem))
        && denied.into_iter().any(|token| matches!(token.lower.as_ref(), "n'" | "ne"))
}

/// "n'a pas dit si le pont rouvrira", "n'a pas confirmé que …": what somebody does not tell.
pub(super) fn is_untold(tokens: &[Token<'_>], verb: usize, first: usize, start: usize) -> bool {
    let word = |stems: &[&str], token: &Token<'_>| stems.iter().any(|stem| token.lower.starts_with(stem));
    let before = &tokens[start.min(verb)..verb];
    let denied = before.iter().any(|token| matches!(token.lower.as_ref(), "n'" | "ne" | "no"));
    // "n'a pas manqué de préciser que …"
    let does = before.iter().any(|token| word(&["manqu", "hésit", "cess", "oubli", "tard", "fait"], token));
    let asks =
        tokens.get(first).is_some_and(|next| next.is(Class::WHETHER)) && !word(&["demand", "pregunt"], &tokens[verb]);
    let tells =
        ["dit", "dis", "dire", "dij", "précis", "indiqu", "révél", "confirm", "dévoil", "annonc", "affirm", "prétend"];
    denied && !does && (asks || word(&tells, &tokens[verb]))
}

/// "condamné pour « vols aggravés »": what somebody is tried for.
pub(super) fn is_charge(tokens: &[Token<'_>], mark: usize) -> bool {
    let for_it = mark.checked_sub(1).is_some_and(|before| matches!(tokens[before].lower.as_ref(), "pour" | "por"));
    for_it && tokens[mark.saturating_sub(CHARGED)..mark].iter().any(|token| token.noun.any(Noun::CHARGE))
}

/// "Une banderole barre le quai : « … »", "sur une pancarte : « … »": words on a sign, which nobody says.
pub(super) fn is_on_sign(tokens: &[Token<'_>], low: usize, colon: usize, words: &Words) -> bool {
    let sign = |mention: &Mention| mention.head.is_some_and(|head| tokens[head].noun.any(Noun::SIGN));
    let subject = subjects::main(tokens, low, colon, words);
    if subject.is_some_and(|subject| sign(&subject)) {
        return true;
    }
    let Some(last) = (low..colon).rev().find(|at| tokens[*at].noun.any(Noun::SIGN)) else { return false };
    let says = |token: &Token<'_>| token.verb.any(Verb::CUE) && token.verb.any(Verb::FINITE.and(Verb::PARTICIPLE));
    let read = |token: &Token<'_>| {
        ["li", "écri", "marqué", "inscri", "peint", "gravé", "le", "proclam"]
            .iter()
            .any(|stem| token.lower.starts_with(stem))
    };
    let placed = || tokens[low..last].iter().any(|token| token.is(Class::UNNAMED));
    !tokens[last + 1..colon].iter().any(|token| says(token) && !read(token))
        && (placed() || !tokens[low..last].iter().any(says))
        && phrases::opens(tokens, last.saturating_sub(1))
}

/// "Ada Hill apprend que …": she is told so, unless she tells somebody.
pub(super) fn learns(tokens: &[Token<'_>], verb: usize) -> bool {
    let learning = ["appren", "appris", "apprit"].iter().any(|stem| tokens[verb].lower.starts_with(stem));
    let told = |token: &Token<'_>| token.is(Class::OBJECT) && token.lower != "s'";
    let before = tokens[..verb].iter().rev().take(2).any(told);
    let behind = tokens.iter().skip(verb + 1).take(4).any(|token| matches!(token.lower.as_ref(), "à" | "au" | "aux"));
    learning && !before && !behind
}

/// "Jean Rey, dit « Le Phare », …".
pub(super) fn is_nickname(tokens: &[Token<'_>], mark: usize) -> bool {
    let body = tokens::body(tokens[mark].text);
    let capital = body.starts_with(char::is_uppercase) && !body.ends_with(['.', '!', '?', '…']);
    let short = body.split_whitespace().nth(FRAGMENT).is_none();
    let said = mark.checked_sub(2).is_some_and(|at| {
        // "Jean Rey dit « Le Phare », …"
        let named = tokens[at].is_name() && capital && short;
        (named || tokens[at].is_sign(",(")) && matches!(tokens[at + 1].lower.as_ref(), "dit" | "dite" | "alias")
    });
    said && tokens.get(mark + 1).is_some_and(|next| next.is_sign(",)."))
}

/// Capitals On Its Words, no verb's object: the name of a thing.
pub(super) fn is_title(tokens: &[Token<'_>], mark: usize) -> bool {
    let body = tokens::body(tokens[mark].text);
    let words = body.split_whitespace().count();
    let before = mark.checked_sub(1).and_then(|at| tokens.get(at));
    let fused = before.is_some_and(|before| {
        matches!(before.lower.as_ref(), "du" | "au" | "des" | "aux" | "del" | "al" | "dans" | "en")
    });
    // "a déclaré à la « Gazette »"
    let article = before.is_some_and(|before| before.is(Class::DETERMINER))
        && mark.checked_sub(2).is_some_and(|at| matches!(tokens[at].lower.as_ref(), "à" | "dans" | "sur"));
    // "a déclaré à « Sud Phare » que"
    let told = before.is_some_and(|before| before.lower == "à" && !before.is(Class::DETERMINER))
        && tokens.get(mark + 1).is_some_and(|that| that.is(Class::THAT));
    words <= 5
        && body.starts_with(char::is_uppercase)
        && !body.ends_with(['.', '!', '?', '…'])
        && (fused || article || told)
}

/// "a constaté un journaliste de l'AFP".
pub(super) fn sees(tokens: &[Token<'_>], said: &groups::Inverted) -> bool {
    let verb = tokens[said.cue.after - 1].lower.as_ref();
    let reporter = |source: &Mention| source.core.of(tokens).iter().any(|token| token.is(Class::LISTENER));
    (verb.starts_with("constat") || verb.starts_with("observ")) && said.source.as_ref().is_some_and(reporter)
}

/// "…, a appris Le Phare": whoever hears it; "a-t-on appris auprès de la maire" is said.
pub(super) fn hears(tokens: &[Token<'_>], said: &groups::Inverted) -> bool {
    let verb = said.cue.after - 1;
    let nobody = tokens.get(verb + 1).is_some_and(|next| next.hangs);
    let nobody = nobody || tokens[said.cue.first..verb].iter().any(|token| token.hangs);
    !nobody && learns(tokens, verb)
}
