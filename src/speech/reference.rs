//! What is kept of a mention that names a speaker, until everybody in the article is known.

mod listed;
mod names;
mod relative;
mod things;
mod told;

use names::by_names;
use things::{is_german_body, is_thing};
use told::{gender_of_listener, gender_of_speaker};

use super::form::is_longer;
use super::german;
use super::holder::Holder;
use super::interner::TextId;
use super::kept::{Gender, Kept};
use super::lexicon::{Classes, Kind};
use super::mentions::{MentionKind, Phrase, is_digits};
use super::people::is_upper;
use super::sentences::Sentence;
use super::survey::{Mention, Survey};
use super::titles;
use super::token::Token;

/// Below this a speaker is not remembered for the pronouns that follow.
const REMEMBERED: f64 = 0.45;

/// Fewer words stand between "the" and where somebody comes from.
const DESCRIBED: usize = 3;

/// A mention with what leads from it to a person.
#[derive(Clone, Copy)]
pub(super) struct Reference {
    pub kind: MentionKind,
    /// Whether it stands for several.
    pub plural: bool,
    /// Whether its quotation is sure enough for pronouns to lead there.
    pub remembered: bool,
    /// Whether its own words are a speaker to list where they lead to nobody.
    pub listed: bool,
    /// Whether its own words are nobody in particular: it is unclear who speaks.
    pub is_anybody: bool,
    pub leads: Leads,
    /// Whether an English noun tells that it is no person: "radar data".
    pub is_thing: bool,
    /// The English noun that it is about, in lower case: "spokesman" of "a spokesman for the bank".
    pub noun: Option<TextId>,
    /// Whether it is a woman or a man to whom somebody speaks there in English: '[The vicar] told her'.
    pub listener: Option<Gender>,
    /// What the pronoun that opens the words of an English speaker tells of them: '[Noa Reyes] said she'.
    pub own_gender: Option<Gender>,
}

/// A role without a name.
#[derive(Clone, Copy)]
pub(super) struct Role {
    pub role: TextId,
    pub gender: Option<Gender>,
}

/// How a mention leads to a person.
#[derive(Clone, Copy)]
pub(super) enum Leads {
    /// There is no mention.
    Nowhere,
    /// It is a name of the layout.
    Label,
    /// By its words alone.
    Words,
    /// By the best of so many names from this one on, a number of [`Kept::called`].
    Names { first: u32, count: u8 },
    /// To all of so many names from this one on.
    Together { first: u32, count: u8 },
    /// By what stands before.
    Back { gender: Option<Gender>, many: bool, silent: bool },
    /// 'dieser': by whoever was named last.
    Latter { gender: Gender },
    /// "it": by the body that spoke before.
    BackToBody,
    /// By the name or the noun before a relative, a number of [`Kept::called`].
    Relative(u32),
    /// By what a German noun tells; by its words alone where it is not definite.
    Described { role: TextId, gender: Option<Gender>, definite: bool },
    /// To whoever has their say in a paper, 'die Mitteilung', and is named before this place; to who spoke last by what was
    /// told, 'den Angaben zufolge'.
    Document { before: u32, told: bool },
    /// To whoever is in mind: "the 36-year-old".
    InMind,
    /// To whoever is in mind, if they have that role: "the Lys mayor".
    InMindAs(TextId),
    /// By the role of a person.
    Role(TextId),
}

/// A name as a mention gives it.
pub(super) struct CalledName {
    pub name: TextId,
    /// What is shown where nobody is known by that name.
    pub shown: TextId,
    pub titled: bool,
    /// What the title tells: "Mrs".
    pub gender: Option<Gender>,
}

impl CalledName {
    /// A name shown as it stands, without a title.
    const fn plain(name: TextId) -> Self {
        Self { name, shown: name, titled: false, gender: None }
    }
}

impl Reference {
    /// What is kept of the mention that names the speaker of a quotation.
    pub fn of(survey: &Survey<'_>, mention: Option<Mention>, confidence: f64, kept: &mut Kept) -> Self {
        let Some(mention) = mention.filter(|mention| !is_nobody(survey, *mention)) else {
            let kind = MentionKind::Label;
            let leads = Leads::Nowhere;
            return Self {
                kind,
                plural: false,
                remembered: false,
                listed: false,
                is_anybody: false,
                leads,
                is_thing: false,
                noun: None,
                listener: None,
                own_gender: None,
            };
        };
        let mention =
            if is_whose(survey, mention) { Mention { kind: MentionKind::Pronoun, ..mention } } else { mention };
        let is_anybody = is_anybody(survey, mention);
        let is_noun = survey.lexicon.is_english() && mention.kind != MentionKind::Pronoun;
        let sentence = mention.sentence.filter(|_| is_noun).map(|number| &survey.sentences[number]);
        let holder = sentence.map(|sentence| Holder::of(survey, sentence, mention.phrase));
        Self {
            kind: mention.kind,
            plural: is_plural(survey, mention)
                || holder.as_ref().is_some_and(|holder| are_several(survey, mention, holder)),
            remembered: confidence >= REMEMBERED && !is_anybody,
            listed: listed::is_listed(survey, mention, confidence),
            is_anybody,
            leads: match described(survey, mention) {
                Some(described) => Leads::Described {
                    role: kept.texts.intern_text(&described.role),
                    gender: described.gender,
                    definite: described.definite,
                },
                None => leads(survey, mention, holder.as_ref(), kept),
            },
            is_thing: holder.as_ref().is_some_and(|holder| is_thing(survey, mention, holder))
                || is_german_body(survey, mention),
            noun: match (holder, sentence) {
                (Some(Holder::Noun(head)), Some(sentence)) => {
                    Some(kept.texts.intern_text(&sentence.tokens[head].lower))
                }
                _ => None,
            },
            listener: sentence.and_then(|sentence| gender_of_listener(&sentence.tokens, mention.phrase)),
            own_gender: sentence.and_then(|sentence| gender_of_speaker(&sentence.tokens, mention.phrase)),
        }
    }
}

impl Leads {
    /// What a German noun tells of the person.
    pub fn described(self) -> Option<Role> {
        match self {
            Self::Described { role, gender, .. } => Some(Role { role, gender }),
            _ => None,
        }
    }
}

/// Whether an English mention is a day of the calendar, or the place that opens an article: 'LYS — The mayor said …'.
fn is_nobody(survey: &Survey<'_>, mention: Mention) -> bool {
    let Some(sentence) = mention.sentence.filter(|_| survey.lexicon.is_english()).map(|at| &survey.sentences[at])
    else {
        return false;
    };
    let inside = mention.phrase.of(&sentence.tokens);
    let dated = |token: &Token<'_>| token.is(Classes::DAY.and(Classes::MONTH)) || is_digits(token.text);
    let behind = sentence.tokens.get(mention.phrase.after);
    let opens = mention.phrase.first == 0 && survey.opening_of(sentence).start == sentence.start;
    let placed = |token: &Token<'_>| is_upper(token.text) && is_longer(token.text, 3);
    inside.iter().all(dated) || opens && inside.iter().all(placed) && behind.is_some_and(|sign| sign.is_sign(":(—–-,"))
}

/// Whether a mention stands for nobody in particular: 'everyone', 'none of them', 'anyone who'.
fn is_anybody(survey: &Survey<'_>, mention: Mention) -> bool {
    let Some(sentence) = mention.sentence.map(|number| &survey.sentences[number]) else { return false };
    let first = mention.phrase.first;
    let relative = sentence.tokens.get(first).is_some_and(|token| token.is(Classes::RELATIVE));
    let named = match first.checked_sub(1).filter(|_| relative) {
        Some(before) => &sentence.tokens[before..first],
        None => mention.phrase.of(&sentence.tokens),
    };
    let is_bare = named.get(1).is_none_or(|next| next.lower == "of");
    is_bare && named.first().is_some_and(|first| survey.lexicon.is_anybody(&first.lower))
}

/// Whether names that speak together are several: not 'the Lys and Marl Council'.
fn are_several(survey: &Survey<'_>, mention: Mention, holder: &Holder) -> bool {
    let (Holder::Together(names), Some(number)) = (holder, mention.sentence) else { return false };
    let last = names.last().and_then(|name| name.of(&survey.sentences[number].tokens).last());
    last.is_some_and(|last| !last.is(Classes::ORGANISATION))
}

/// What a German mention without a name tells of a person.
fn described(survey: &Survey<'_>, mention: Mention) -> Option<german::Described> {
    let sentence = &survey.sentences[mention.sentence.filter(|_| survey.lexicon.is_german())?];
    german::Described::of(&sentence.tokens, mention.phrase, survey.lexicon)
}

/// Whether a mention is a German possessive by itself: '[Seine] Antwort war: „Nein.“'.
fn is_whose(survey: &Survey<'_>, mention: Mention) -> bool {
    let alone = survey.lexicon.is_german() && mention.phrase.after - mention.phrase.first == 1;
    let tokens = mention.sentence.filter(|_| alone).map(|number| &survey.sentences[number].tokens);
    tokens.and_then(|tokens| tokens.get(mention.phrase.first)).is_some_and(|token| token.is(Classes::POSSESSIVE))
}

fn is_plural(survey: &Survey<'_>, mention: Mention) -> bool {
    let head = survey.head(mention);
    if survey.lexicon.is_german() {
        let tokens = mention.sentence.map(|number| &survey.sentences[number].tokens);
        return tokens.is_some_and(|tokens| german::is_plural(tokens, mention.phrase, survey.lexicon));
    }
    let common = matches!(mention.kind, MentionKind::Noun | MentionKind::Word);
    // 'Friends said'
    let opens = || {
        let tokens = mention.sentence.map(|number| &survey.sentences[number].tokens);
        let one = tokens.map(|tokens| mention.phrase.of(tokens)).filter(|inside| inside.len() == 1);
        let several = |noun: &Token<'_>| noun.lower == "police" || titles::are_several(noun, survey.lexicon);
        mention.phrase.first == 0 && one.is_some_and(|inside| several(&inside[0])) && survey.lexicon.is_english()
    };
    common && (!head.starts_with(char::is_uppercase) && head.ends_with(['s', 'S']) || opens())
        || ["they", "we"].iter().any(|many| survey.words_of(mention).eq_ignore_ascii_case(many))
}

fn leads(survey: &Survey<'_>, mention: Mention, holder: Option<&Holder>, kept: &mut Kept) -> Leads {
    let Some(number) = mention.sentence else { return Leads::Label };
    let sentence = &survey.sentences[number];
    let inside = mention.phrase.of(&sentence.tokens);
    let Some(first) = inside.first() else { return Leads::Words };
    if survey.lexicon.is_german() && german::is_document(&sentence.tokens, mention.phrase, survey.lexicon) {
        // 'Hill baut laut Mitteilung', but not 'Der Müller habe geschlafen, hieß es in der Mitteilung'
        let before = mention.phrase.first.checked_sub(1).map(|at| &sentence.tokens[at]);
        let own = before.is_some_and(|before| before.is(Classes::ACCORDING) && before.lower != "aus");
        let told = inside.last().is_some_and(|last| german::hands_on(&last.lower));
        return Leads::Document { before: if own { mention.start } else { sentence.start } as u32, told };
    }
    if survey.lexicon.is_german() && german::are_both(&sentence.tokens, mention.phrase) {
        return Leads::Back { gender: None, many: true, silent: false };
    }
    // 'the German', 'the young Lys-born Dane', 'the Lys MP'
    if let [the, plain @ .., who] = inside
        && the.lower == "the"
        && plain.len() < DESCRIBED
        && plain.iter().all(|token| token.word)
        && survey.lexicon.names_whoever_is_known(who.text, &who.lower)
        && !noun_follows(&sentence.tokens, mention.phrase.after)
    {
        return Leads::InMindAs(kept.texts.intern_text(&who.lower));
    }
    // 'the couple'
    if let [the, pair] = inside
        && matches!(the.lower.as_ref(), "the" | "both")
        && survey.lexicon.is_pair(&pair.lower)
    {
        return Leads::Back { gender: None, many: true, silent: false };
    }
    match holder {
        Some(Holder::Names(names)) if !names.is_empty() => {
            let all = names.iter().fold(mention.phrase, |all, name| Phrase {
                first: all.first.min(name.first),
                after: all.after.max(name.after),
            });
            return match by_names(survey, sentence, all, names, kept) {
                // 'the Lys-based company'
                Leads::Words if survey.lexicon.is_english() && inside.len() > 1 => {
                    by_noun(&sentence.tokens, mention.phrase, mention.phrase.after - 1, kept)
                }
                leads => leads,
            };
        }
        Some(Holder::Together(names)) => {
            let all = Phrase { first: names[0].first, after: names[names.len() - 1].after };
            return match by_names(survey, sentence, all, names, kept) {
                Leads::Names { first, count } => Leads::Together { first, count },
                leads => leads,
            };
        }
        Some(&Holder::Writer(writer)) => return by_names(survey, sentence, writer, &[writer], kept),
        Some(&Holder::Noun(head)) if mention.kind.is_named() => {
            // 'the Lys mayor' may be another than the mayor
            let described = sentence.names.iter().any(|run| run.touches(Phrase { after: head, ..mention.phrase }));
            return match by_noun(&sentence.tokens, mention.phrase, head, kept) {
                Leads::Role(role) if described => Leads::InMindAs(role),
                leads => leads,
            };
        }
        _ => {}
    }
    let noun = mention.kind == MentionKind::Noun;
    let whose = noun && first.is(Classes::POSSESSIVE) && !survey.lexicon.is_german();
    // 'her mother' is not her
    if let Some(&Holder::Noun(head)) = holder.filter(|_| whose)
        && (sentence.tokens[head].usage.noun.text == "person"
            || titles::is_title(&sentence.tokens[head], survey.lexicon))
    {
        return Leads::Role(kept.texts.intern_text(&sentence.tokens[head].lower));
    }
    // 'their minutes' say more than who wrote them
    let is_paper = whose && inside.len() > 1 && inside.iter().any(|token| survey.lexicon.is_document(&token.lower));
    if is_paper && survey.lexicon.is_english() {
        return Leads::Words;
    }
    if mention.kind == MentionKind::Pronoun || whose {
        return back(survey, sentence, mention.phrase, first, kept);
    }
    if mention.kind.is_named() {
        let phrase = names::without_calling(survey, sentence, mention.phrase);
        let leads = by_names(survey, sentence, phrase, &sentence.names, kept);
        return match leads {
            Leads::Names { first, count: 2 } if names::are_two(survey, sentence, phrase) => {
                Leads::Together { first, count: 2 }
            }
            leads => leads,
        };
    }
    let head = inside.windows(2).position(|pair| pair[1].kind == Some(Kind::Preposition));
    let head = head.map_or(mention.phrase.after - 1, |at| mention.phrase.first + at);
    by_noun(&sentence.tokens, mention.phrase, head, kept)
}

/// 'the Dane [federation]'s': whether a noun goes on where a phrase ends.
fn noun_follows(tokens: &[Token<'_>], after: usize) -> bool {
    tokens.get(after).is_some_and(|next| {
        let plain = next.word && !next.capital && next.kind.is_none() && !next.is_finite && !next.could_be_verb;
        plain && next.usage.parts.text.starts_with('N')
    })
}

/// By the noun of a phrase: whose role it is, where the phrase is definite.
fn by_noun(tokens: &[Token<'_>], phrase: Phrase, head: usize, kept: &mut Kept) -> Leads {
    let first = tokens[phrase.first].lower.as_ref();
    let definite = matches!(
        first,
        "the" | "der" | "die" | "das" | "dem" | "le" | "la" | "el" | "l'" | "this" | "that" | "counsel"
    );
    // 'the owner of a mill' is nobody's role
    let of_some =
        tokens.get(head + 2).is_some_and(|token| matches!(token.lower.as_ref(), "a" | "an")) && head + 2 < phrase.after;
    // 'the other source' is not the source
    let another =
        tokens.get(phrase.first + 1).is_some_and(|next| matches!(next.lower.as_ref(), "other" | "second" | "third"));
    if definite && another {
        Leads::Words
    } else if definite && tokens[head].lower.ends_with("-year-old") {
        Leads::InMind
    } else if definite && !of_some {
        Leads::Role(kept.texts.intern_text(&tokens[head].lower))
    } else {
        Leads::Words
    }
}

/// Where a pronoun leads, or "her mother".
fn back(survey: &Survey<'_>, sentence: &Sentence<'_>, phrase: Phrase, first: &Token<'_>, kept: &mut Kept) -> Leads {
    let word = first.lower.as_ref();
    let classes = survey.lexicon.word(word).classes;
    let they = survey.lexicon.is_german() && german::are_they(&sentence.tokens, phrase.first);
    let many = they || classes.any(Classes::PLURAL) && !classes.any(Classes::FEMININE);
    let told = Gender::told(std::slice::from_ref(first), Gender::PRONOUNS);
    // 'Dieser widersprach', 'Letztere schwieg'
    let latter = german::gender_of_latter(word).filter(|_| survey.lexicon.is_german() && !they);
    if let Some(gender) = latter {
        return Leads::Latter { gender };
    }
    // '„Bald“, sagte der'
    let told = told.or_else(|| (survey.lexicon.is_german() && word == "der").then_some(Gender::Male));
    // 'Nach ihren Angaben' are no man's
    let hers = survey.lexicon.is_german() && word.starts_with("ihr") && word != "ihr";
    let gender = told.or_else(|| hers.then_some(Gender::Female)).filter(|_| !they);
    let is_relative = classes.any(Classes::RELATIVE) && gender.is_none() && !many;
    if is_relative && let Some(called) = relative::before(survey, sentence, phrase, kept) {
        return Leads::Relative(called);
    }
    if word == "it" && survey.lexicon.is_english() {
        return Leads::BackToBody;
    }
    Leads::Back { gender, many, silent: matches!(word, "i" | "ich" | "we" | "you" | "it") }
}
