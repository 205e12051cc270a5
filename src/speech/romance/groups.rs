//! Groups of a verb of saying: "a également déclaré", "s'est-il félicité", "tient à préciser".

use super::complements;
use super::hearsay;
use super::phrases::{self, Mention, Span};
use super::subjects;
use super::tokens::{self, Token};
use super::words::{Class, Participle, Tongue, Verb, Words};

/// How many small words a group holds at most.
const LIGHT: usize = 8;

/// A verb of saying with what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// From the auxiliary to the verb.
    pub cue: Span,
    /// The pronoun that hangs on it: "dit-il".
    pub pronoun: Option<usize>,
    pub takes: Verb,
}

/// A verb group before its subject: "a déclaré Ada Hill".
#[derive(Clone, Debug)]
pub(super) struct Inverted {
    pub cue: Span,
    pub source: Option<Mention>,
    /// Whether the subject is left out, as Spanish may.
    pub silent: bool,
    pub takes: Verb,
    pub after: usize,
}

/// The length of the adverbial phrase that stands at a token: "de son côté".
pub(super) fn adverbial(tokens: &[Token<'_>], at: usize, words: &Words) -> usize {
    words.adverbials.at(tokens, at)
}

/// Reads a verb group forwards.
struct Reader<'a, 't> {
    tokens: &'a [Token<'t>],
    words: &'a Words,
    at: usize,
    pronoun: Option<usize>,
}

impl Reader<'_, '_> {
    fn here(&self) -> Option<&Token<'_>> {
        self.tokens.get(self.at)
    }

    fn take(&mut self, class: Class) -> bool {
        let takes = self.here().is_some_and(|token| token.is(class));
        self.at += usize::from(takes);
        takes
    }

    fn take_pronoun(&mut self) {
        if self.here().is_some_and(|token| token.hangs) {
            self.pronoun = Some(self.at);
            self.at += 1;
        }
    }

    /// Past adverbs and phrases like them.
    fn take_light(&mut self) {
        for _ in 0..LIGHT {
            let phrase = adverbial(self.tokens, self.at, self.words);
            if phrase > 0 {
                self.at += phrase;
            } else if !self.here().is_some_and(is_light) {
                break;
            } else {
                self.at += 1;
            }
        }
    }

    /// Past pronouns that lean on the verb: "s'", "lui".
    fn take_objects(&mut self) {
        while self.here().is_some_and(|token| token.is(Class::OBJECT) && !token.hangs) {
            self.at += 1;
        }
    }
}

/// An adverb, or a time: "aussi", "longuement", "mardi"; not "dément".
pub(super) fn is_light(token: &Token<'_>) -> bool {
    let adverb = token.is_word() && (token.lower.ends_with("ment") || token.lower.ends_with("mente"));
    token.is(Class::LIGHT.and(Class::TIME))
        || adverb && token.class == Class::default() && token.verb == Verb::default()
}

/// The verb group that opens at a token. `any` takes verbs that are not known to say anything: beside marks every verb may.
pub(super) fn at(tokens: &[Token<'_>], first: usize, words: &Words, any: bool) -> Option<Group> {
    let mut reader = Reader { tokens, words, at: first, pronoun: None };
    reader.take_objects();
    let leans = reader.at > first;
    // "le juge", "la presse"
    let noun = leans
        && tokens[reader.at - 1].is(Class::DEFINITE)
        && reader.here().is_some_and(|token| token.is(Class::HUMAN.and(Class::BODY)));
    if noun {
        return None;
    }
    let auxiliary = reader.take(Class::AUXILIARY);
    if auxiliary {
        reader.take_pronoun();
        reader.take_light();
        // "a l'habitude de dire", "avait pour habitude de dire"
        let used = reader.here().is_some_and(|token| matches!(token.lower.as_ref(), "l'" | "pour"))
            && tokens.get(reader.at + 1).is_some_and(|next| next.lower == "habitude");
        reader.at += usize::from(used);
    }
    let chained = reader.here().is_some_and(|token| token.is(Class::CHAIN))
        && (!auxiliary || reader.here().is_some_and(|token| !token.verb.any(Verb::CUE) || chains(tokens, reader.at)))
        && chains(tokens, reader.at);
    if chained {
        reader.at += 1;
        reader.take_pronoun();
        reader.take_light();
        reader.at += usize::from(
            reader.here().is_some_and(|token| matches!(token.lower.as_ref(), "à" | "de" | "a" | "d'" | "par" | "por")),
        );
        reader.take_objects();
    }
    let verb = reader.here().filter(|token| token.is_word() && !token.capital)?;
    let form = if chained {
        Verb::INFINITIVE
    } else if auxiliary {
        Verb::PARTICIPLE
    } else {
        Verb::FINITE
    };
    let known = verb.verb.any(form)
        && verb.verb.any(Verb::CUE.and(Verb::CHAINED))
        && (chained || !verb.verb.any(Verb::CHAINED) || verb.verb.any(Verb::CUE));
    let next = tokens.get(reader.at + 1);
    let hangs = next.is_some_and(|next| next.hangs);
    let before = first.checked_sub(1).map(|before| &tokens[before]);
    // "« Jamais ! » pouffe un élu"
    let called = before.is_some_and(|before| before.is_mark() && tokens::body(before.text).ends_with(['!', '?', '…']))
        && tokens.get(reader.at + 1).is_some_and(|next| next.is(Class::DETERMINER) || leans && next.is_sign(","));
    let parted = called || before.is_some_and(|before| before.is_sign(",—–-"));
    let likely = any
        && (parted || hangs)
        && !chained
        && could_be_verb(verb, auxiliary)
        && (auxiliary
            || leans
            || hangs
            || opens_subject(tokens, reader.at + 1 + adverbial(tokens, reader.at + 1, words)));
    if !known && !likely {
        return None;
    }
    let takes = match known {
        true if verb.verb.any(Verb::CHAINED) => verb.verb.and(Verb::SAYS),
        true => verb.verb,
        false => Verb::MARKS,
    };
    let cue = Span { first, after: reader.at + 1 };
    reader.at += 1;
    reader.take_pronoun();
    Some(Group { cue, pronoun: reader.pronoun, takes })
}

/// Whether a word like "tient", "fait" has an infinitive behind it.
fn chains(tokens: &[Token<'_>], at: usize) -> bool {
    let behind = tokens.iter().skip(at + 1).take(4);
    behind.take_while(|token| token.is_word()).any(|token| token.verb.any(Verb::INFINITIVE))
}

/// A small word that is of no class a verb has not.
fn could_be_verb(token: &Token<'_>, auxiliary: bool) -> bool {
    let participle = Participle::OfVerbs.ends(&token.lower);
    let finite = ["e", "t", "d", "ent", "a", "ait", "ó", "ba", "ía", "an", "en", "on"]
        .iter()
        .any(|end| token.lower.ends_with(end));
    // "…, remerciant un inconnu"
    let gerund = token.lower.ends_with("ant");
    (token.class == Class::default() || token.class == Class::DEED)
        && !gerund
        && token.lower != "été"
        && token.lower.chars().nth(2).is_some()
        && if auxiliary { participle } else { finite }
}

fn opens_subject(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| !token.is(Class::PREPOSITION)) && phrases::opens(tokens, at)
}

/// The verb group that opens at a token, and its subject behind it.
pub(super) fn inverted(tokens: &[Token<'_>], first: usize, words: &Words, any: bool) -> Option<Inverted> {
    let lead = lead(tokens, first, words);
    let group = at(tokens, lead, words, any).or_else(|| warns(tokens, lead, words))?;
    let (cue, takes) = (group.cue, group.takes);
    // "…, reconoció haber robado el bote": what is said, and not who says it
    if group.pronoun.is_none() && takes.any(Verb::DOES) && complements::is_infinitive(tokens, cue.after) {
        return None;
    }
    if let Some(pronoun) = group.pronoun {
        let after = cue.after.max(pronoun + 1);
        // "est-il précisé sur le site du ministère": nobody
        let passive = tokens[pronoun].lower == "il" && matches!(tokens[cue.first].lower.as_ref(), "est" | "était");
        let source = if tokens[pronoun].lower == "on" || passive {
            // "peut-on y lire": in what was spoken of
            let read = ["lire", "lit", "lisait"].contains(&tokens[cue.after - 1].lower.as_ref())
                || tokens[cue.first..cue.after].iter().any(|token| token.lower.starts_with("li"));
            let on = || phrases::at(tokens, pronoun, pronoun + 1, words).filter(|_| !passive && !read);
            hearsay::behind_on(tokens, after, words).or_else(on)
        } else {
            phrases::at(tokens, pronoun, pronoun + 1, words)
        };
        let after = source.as_ref().map_or(after, |source| source.after.max(after));
        return Some(Inverted { cue, source, silent: false, takes, after });
    }
    // "…, indicaron desde la gerencia"
    let from = tokens.get(cue.after).is_some_and(|from| from.is_spanish && from.lower == "desde");
    let several = tokens[cue.after - 1].verb.any(Verb::PLURAL);
    if from
        && several
        && let Some(source) = phrases::at(tokens, cue.after + 1, tokens.len(), words)
        && (source.name.is_some() || source.head.is_some_and(|head| tokens[head].is(Class::BODY)))
    {
        let after = source.after;
        return Some(Inverted { cue, source: Some(source), silent: false, takes, after });
    }
    if let Some(source) = subjects::behind(tokens, cue.after, words) {
        let after = source.after;
        return Some(Inverted { cue, source: Some(source), silent: false, takes, after });
    }
    // «No», criticó. «Casa llena» dijo, …
    let alone = first > 0
        && tokens[..first].iter().all(Token::is_mark)
        && tokens.get(cue.after).is_none_or(|next| next.kind == tokens::Kind::Sign);
    let parted = alone || first.checked_sub(1).is_some_and(|before| tokens[before].is_sign(",—–-"));
    let silent = words.tongue == Tongue::Spanish && parted && tokens[cue.after - 1].verb.any(Verb::CUE);
    silent.then_some(Inverted { cue, source: None, silent, takes, after: cue.after })
}

/// "…, a mis en garde mardi Ada Hill", "…, mettent en garde des élus".
fn warns(tokens: &[Token<'_>], first: usize, words: &Words) -> Option<Group> {
    let auxiliary = tokens.get(first)?.is(Class::AUXILIARY);
    let hangs = |at: usize| tokens.get(at).filter(|token| token.hangs).map(|_| at);
    let pronoun = hangs(first + 1);
    let verb = first + usize::from(auxiliary) + usize::from(auxiliary && pronoun.is_some());
    let after = verb + words.idioms.at(tokens, verb);
    let warns = after > verb && tokens[after - 1].lower == "garde" && !tokens[verb].verb.any(Verb::GERUND);
    warns.then_some(Group { cue: Span { first, after }, pronoun: pronoun.filter(|_| auxiliary), takes: Verb::SAYS })
}

/// Past what may stand before the verb: "… », de son côté réagi", "según explicó".
fn lead(tokens: &[Token<'_>], first: usize, words: &Words) -> usize {
    let phrase = adverbial(tokens, first, words);
    let said =
        tokens.get(first).is_some_and(|token| matches!(token.lower.as_ref(), "según" | "comme" | "como" | "ainsi"));
    first
        + phrase.max(usize::from(
            said && tokens
                .get(first + 1)
                .is_some_and(|next| next.verb.any(Verb::CUE) || next.is(Class::AUXILIARY.and(Class::OBJECT))),
        ))
}
