//! Who stands beside a passage in German quotation marks that no cue introduces, and may speak it.

use super::super::lexicon::{Classes, Kind, Lexicon};
use super::super::mentions::Phrase;
use super::super::reported::Report;
use super::super::survey::{Mention, Survey};
use super::super::token::Token;
use super::cue;
use super::mood::{self, Mood};
use super::opener;
use super::phrase;
use super::role::Described;
use super::subject;

/// How many sentences back a speaker is looked for.
const BACK: usize = 3;

/// '„Nein“, sagte Ada. Ihr Bruder Emil kam hinzu. „Doch.“': who is named in the sentence right before a passage that
/// stands alone.
pub(super) fn between(survey: &Survey<'_>, near: usize, sentence: usize) -> Option<Mention> {
    let before = sentence.checked_sub(1).filter(|before| *before > near)?;
    let tokens = &survey.sentences[before].tokens;
    if tokens.iter().any(|token| token.mark().is_some()) {
        return None;
    }
    if let Some(report) = survey.reports[before].iter().find(|report| report.cue_probability > 0.0) {
        return if asks(survey, before, report) { None } else { survey.source_of(before, report) };
    }
    if !survey.reports[before].is_empty() {
        return None;
    }
    let (subject, _) = subject::opening(tokens, tokens.len())?;
    // 'Emil nahm den Hut. „Ich gehe.“ Seine Frau lächelte. „Geh nur.“': who acts speaks, as before
    let acts = || {
        let told = survey.reports[near].iter().any(|report| report.cue_probability > 0.0);
        let own = tokens[subject.first].is(Classes::POSSESSIVE);
        !told && own && Described::of(tokens, subject, survey.lexicon).is_some()
    };
    let named = phrase::is_named(tokens, subject) && !opener::only_opens(&survey.sentences, tokens, subject);
    (named || acts()).then(|| survey.mention(before, subject))
}

/// 'Ob das wahr sei, wollte der Richter wissen': whether a report is a question, to which somebody else answers.
fn asks(survey: &Survey<'_>, sentence: usize, report: &Report) -> bool {
    let tokens = &survey.sentences[sentence].tokens;
    let opens = report.parts.first().and_then(|part| tokens.get(part.first));
    let question =
        opens.is_some_and(|first| first.is(Classes::QUESTION) || matches!(first.lower.as_ref(), "ob" | "wer"));
    let verb = tokens[report.cue.first].lower.as_ref();
    question && (verb.starts_with("frag") || verb.starts_with("woll") || verb == "will" || verb.starts_with("erkundig"))
}

/// '„Wir halten zusammen“: Trainerin Ada Hill im Stadion': who stands behind the colon under a picture.
pub(super) fn caption(survey: &Survey<'_>, sentence: usize, at: usize) -> Option<Mention> {
    let tokens = &survey.sentences[sentence].tokens;
    let opens = at == 0 && tokens.get(1).is_some_and(|next| next.text == ":");
    let holder = if opens { phrase::noun_phrase(tokens, 2) } else { None }?;
    let full = holder.of(tokens).iter().filter(|token| token.capital).count() >= 2;
    (full && phrase::is_named(tokens, holder)).then(|| survey.mention(sentence, holder))
}

/// 'Ada Hill („So ist es.“)': who stands before the bracket.
pub(super) fn before_bracket(survey: &Survey<'_>, sentence: usize, at: usize) -> Option<Mention> {
    let tokens = &survey.sentences[sentence].tokens;
    let bracket = at.checked_sub(1).filter(|before| tokens[*before].text == "(")?;
    let holder = cue::phrase_before(tokens, bracket)?;
    let first = &tokens[holder.first];
    let opens = phrase::is_article(first) || phrase::is_noun(first);
    (opens && phrase::is_named(tokens, holder)).then(|| survey.mention(sentence, holder))
}

/// 'Für Ada Hill ist das „ein Fehler“': in whose eyes a passage is right.
pub(super) fn in_whose_eyes(survey: &Survey<'_>, sentence: usize, at: usize) -> Option<Mention> {
    let tokens = &survey.sentences[sentence].tokens;
    let begin = subject::clause_begin(tokens, at);
    let opens =
        |word: &usize| tokens[*word].lower == "für" && (*word == begin || tokens[*word - 1].kind == Some(Kind::Be));
    let is = (begin..at).any(|word| tokens[word].kind == Some(Kind::Be));
    let holder = (begin..at).rev().find(opens).filter(|_| is).and_then(|word| phrase::noun_phrase(tokens, word + 1))?;
    Some(survey.mention(sentence, holder))
}

/// '„Das war stark.“ Trainerin Ada Hill war froh.': who is named right behind a passage that opens a paragraph.
pub(super) fn named_behind(survey: &Survey<'_>, sentence: usize) -> Option<Mention> {
    let here = &survey.sentences[sentence];
    let opens = survey.opening_of(here).start == here.start;
    let next = survey.sentences.get(sentence + 1).filter(|next| opens && next.paragraph == here.paragraph)?;
    let tokens = &next.tokens;
    // '„Das ist nichts.“ Der Rat sei nicht gefragt worden, so Ada Hill.'
    let behind = |report: &&Report| {
        let source = report.source.filter(|_| report.source_sentence.is_none() && report.cue.after > 0);
        let first = report.parts.iter().map(|part| part.first).min();
        report.probability >= 0.5 && source.zip(first).is_some_and(|(source, first)| first < source.first)
    };
    if let Some(report) = survey.reports[sentence + 1].iter().find(behind) {
        return if leads_to_words(survey, sentence) { None } else { survey.source_of(sentence + 1, report) };
    }
    let speaks = tokens.iter().any(|token| token.mark().is_some() || token.text == ":")
        || survey.reports[sentence + 1].iter().any(|report| report.probability >= 0.5);
    let (subject, _) = subject::opening(tokens, tokens.len()).filter(|_| !speaks)?;
    // '„Die riechen das.“ Er schließt den Stock.'
    let acts = subject.first == 0
        && (matches!(tokens[0].lower.as_ref(), "er" | "sie")
            || Described::of(tokens, subject, survey.lexicon).is_some_and(|described| described.definite));
    if acts && !leads_to_words(survey, sentence) {
        return Some(survey.mention(sentence + 1, subject));
    }
    let full = subject.of(tokens).iter().filter(|token| token.capital).count() >= 2;
    let quotes = tokens.get(..3).is_some_and(|start| {
        start[0].lower == "mit" && ["zitat", "worten", "satz", "sätzen"].contains(&start[2].lower.as_ref())
    });
    let named = phrase::is_named(tokens, subject) && !opener::only_opens(&survey.sentences, tokens, subject);
    (named && (full || quotes)).then(|| survey.mention(sentence + 1, subject))
}

/// Whether the sentence before a passage ends in a colon.
fn leads_to_words(survey: &Survey<'_>, sentence: usize) -> bool {
    let before = sentence.checked_sub(1).and_then(|before| survey.sentences[before].tokens.last());
    before.is_some_and(|last| last.text == ":")
}

/// 'In den Fenstern hängen noch [Gardinen]': whether a bare noun is the subject of a verb for several.
fn are_things(survey: &Survey<'_>, tokens: &[Token<'_>], subject: Phrase) -> bool {
    let is_light = |token: &&Token<'_>| token.kind == Some(Kind::Adverb);
    let verb = tokens[..subject.first].iter().rev().find(|token| !is_light(token));
    let several = verb.is_some_and(|verb| verb.word && !verb.capital && verb.lower.ends_with("en"));
    several && subject.after == subject.first + 1 && Described::of(tokens, subject, survey.lexicon).is_none()
}

/// '„Es ist so.“ Das sagte der Rat.': the subject of the sentence behind.
pub(super) fn sentence_after(survey: &Survey<'_>, sentence: usize) -> Option<Mention> {
    let next = survey.sentences.get(sentence + 1)?;
    let tokens = &next.tokens;
    // but not 'Das Buch erschien später'
    let thing = phrase::noun_phrase(tokens, 0).is_some();
    let points = !thing && tokens.first().is_some_and(|token| matches!(token.lower.as_ref(), "das" | "dies" | "so"))
        || tokens.get(..3).is_some_and(|start| start[0].lower == "mit" && start[2].lower == "worten");
    let same = next.paragraph == survey.sentences[sentence].paragraph && points;
    let verb = (1..tokens.len().min(6)).find(|at| subject::is_finite(tokens, *at)).filter(|_| same)?;
    subject::of_verb(tokens, verb).map(|(subject, _)| survey.mention(sentence + 1, subject))
}

/// Who speaks in the sentences before, or is the subject of the last of them.
pub(super) fn sentence_before(survey: &Survey<'_>, sentence: usize) -> Option<Mention> {
    let before = sentence.checked_sub(1)?;
    let paragraph = survey.sentences[sentence].paragraph;
    if survey.sentences[before].paragraph + 1 < paragraph {
        return None;
    }
    let source_at = |at: usize| {
        let report = survey.reports[at].iter().find(|report| report.source.is_some())?;
        if asks(survey, at, report) { None } else { survey.source_of(at, report) }
    };
    let own = |at: usize| {
        let tokens = &survey.sentences[at].tokens;
        // 'Auf die Frage, ob es regne, sagt die Wirtin mit einem Lachen: …'
        let says = |at: &usize| tokens[*at].strength >= 0.6 && mood::of(tokens, *at) == Mood::Plain;
        let said = (0..tokens.len()).rfind(says).and_then(|verb| subject::of_verb(tokens, verb));
        let (subject, _) = said.or_else(|| subject::opening(tokens, tokens.len()))?;
        let is_somebody = !opener::only_opens(&survey.sentences, tokens, subject)
            && !are_things(survey, tokens, subject)
            && could_speak(survey.lexicon, tokens, subject)
            && !survey.reports[at].iter().any(|report| asks(survey, at, report));
        is_somebody.then(|| survey.mention(at, subject))
    };
    if survey.sentences[before].paragraph < paragraph {
        // a paragraph of speech behind one that ends in a report
        return source_at(before).or_else(|| own(before));
    }
    // 'Ada Hill hatte gesagt, er sei groß. Heute klingt es anders. „Mittel.“': past what is nobody's
    let near = (sentence.saturating_sub(BACK)..sentence).rev();
    near.take_while(|at| survey.sentences[*at].paragraph == paragraph).find_map(|at| source_at(at).or_else(|| own(at)))
}

/// Whether a subject is a name, a person or a body, and not "die Entscheidungen".
pub(super) fn could_speak(lexicon: &Lexicon, tokens: &[Token<'_>], subject: Phrase) -> bool {
    let head = phrase::head(tokens, subject).map(|head| &tokens[head]);
    head.is_some_and(|head| {
        !lexicon.is_thing(&head.lower)
            && (head.capital || lexicon.is_body(&head.lower) || phrase::opens_named(tokens, subject))
    }) || subject.of(tokens).iter().any(|token| token.text == ",") && phrase::is_named(tokens, subject)
        || Described::of(tokens, subject, lexicon).is_some()
        || tokens[subject.first].lower == "er"
}

/// 'Ist sie reich? „Reich an Staub.“ Sie lacht.': who acts behind a passage that answers a question of whoever tells the article.
pub(super) fn answers(survey: &Survey<'_>, sentence: usize) -> Option<Mention> {
    let paragraph = survey.sentences[sentence].paragraph;
    let own = |at: &usize| survey.sentences.get(*at).is_some_and(|other| other.paragraph == paragraph);
    let asks = sentence.checked_sub(1).filter(own).is_some_and(|before| {
        let tokens = &survey.sentences[before].tokens;
        tokens.last().is_some_and(|last| last.text.starts_with('?'))
            && !tokens.iter().any(|token| token.mark().is_some())
    });
    let next = Some(sentence + 1).filter(|next| asks && own(next))?;
    let tokens = &survey.sentences[next].tokens;
    let acts = tokens.first().is_some_and(|first| matches!(first.lower.as_ref(), "er" | "sie"));
    acts.then(|| survey.mention(next, Phrase::one(0)))
}

/// '„Ich weiß es“ – der Wirt macht eine Pause – „nicht mehr.“', '„Es ist Geld da“ – mit diesen Worten kam der Wirt herein':
/// who acts behind a dash.
pub(super) fn behind_dash(survey: &Survey<'_>, sentence: usize, at: usize) -> Option<Mention> {
    let tokens = &survey.sentences[sentence].tokens;
    let is_dash = |at: usize| tokens.get(at).is_some_and(|token| token.is_sign("–—") || token.text == "-");
    if at > 0 || !is_dash(at + 1) {
        return None;
    }
    let from = at + 2;
    let with = tokens.get(from)?.lower == "mit" && tokens.get(from + 1)?.lower.starts_with("dies");
    if with {
        let said = |at: &usize| matches!(tokens[*at].lower.as_ref(), "worten" | "satz" | "sätzen" | "wort" | "ruf");
        let verb = (from + 2..tokens.len().min(from + 6)).find(said)? + 1;
        let subject = phrase::subject(tokens, phrase::past_light(tokens, verb + 1))?;
        return subject::is_finite(tokens, verb).then(|| survey.mention(sentence, subject));
    }
    let closed = (from..tokens.len().saturating_sub(1)).any(|at| is_dash(at) && tokens[at + 1].mark().is_some());
    let subject =
        phrase::subject(tokens, from).filter(|subject| closed && could_speak(survey.lexicon, tokens, *subject))?;
    subject::is_finite(tokens, subject.after).then(|| survey.mention(sentence, subject))
}
