//! Who has the floor where a German sentence names nobody: whose words were reported last, or whom the sentence before turned
//! to.

use super::super::lexicon::{Kind, Lexicon};
use super::super::mentions::Phrase;
use super::super::reported::Report;
use super::super::sentences::Sentence;
use super::super::token::Token;
use super::agreement;
use super::beside::could_speak;
use super::cue::Cue;
use super::opener;
use super::phrase;
use super::subject;
use super::teller;

/// How many sentences back a source is looked for.
const BACK: usize = 8;

/// The last source, and the sentence it stands in.
pub(super) type Source = (usize, Phrase);

/// Whose words were reported last; else who the sentence before is about.
pub(super) fn last_source(
    sentences: &[Sentence<'_>],
    cues: &[Vec<Cue>],
    reports: &[Vec<Report>],
    number: usize,
    lexicon: &Lexicon,
) -> Option<Source> {
    let paragraph = sentences[number].paragraph;
    let earlier = |paragraph: usize| {
        (number.saturating_sub(BACK)..number).rev().filter(move |at| sentences[*at].paragraph == paragraph)
    };
    let said = |at: usize| -> Option<Source> {
        let report =
            reports[at].iter().filter(|report| report.probability >= 0.5).find(|report| report.source.is_some());
        if let Some(report) = report {
            return Some((report.source_sentence.unwrap_or(at), report.source?));
        }
        // 'Der Rat kritisierte den Plan.': a cue without content, but not 'was Wirte so sagen'
        let tokens = &sentences[at].tokens;
        let main = |cue: &&Cue| {
            let begin = subject::clause_begin(tokens, cue.words.first);
            !subject::is_relative(tokens, begin) && !subject::subordinates(&tokens[begin])
        };
        let says = |cue: &&Cue| cue.strength >= 0.6 && cue.source.is_some();
        let cue = cues[at].iter().filter(says).find(main)?;
        Some((at, cue.source?))
    };
    // 'Ada Hill winkt ab. „Unsinn.“ Der Deich sei dicht': past what stands in marks alone
    let before = || {
        let before = earlier(paragraph).find(|at| !sentences[*at].is_quoted())?;
        let tokens = &sentences[before].tokens;
        let (subject, _) = subject::opening(tokens, tokens.len())?;
        let pronoun = matches!(tokens[subject.first].lower.as_ref(), "sie" | "die" | "der" | "dieser" | "diese");
        (pronoun || could_speak(lexicon, tokens, subject)).then_some((before, subject))
    };
    let named = || {
        before().filter(|(at, subject)| {
            let tokens = &sentences[*at].tokens;
            let he = tokens[subject.first].lower == "er" && subject.first == 0;
            he || phrase::is_named(tokens, *subject) && !opener::only_opens(sentences, tokens, *subject)
        })
    };
    let previous = paragraph.checked_sub(1);
    let turned = || turned_to(sentences, reports, number, lexicon);
    turned()
        .or_else(|| earlier(paragraph).find_map(said))
        .or_else(named)
        .or_else(|| earlier(previous?).find_map(said))
        .or_else(before)
}

/// Whether a sentence is a question that somebody is told to have asked, as far as its first word tells.
pub(super) fn opens_question(tokens: &[Token<'_>]) -> bool {
    let asks = |first: &Token<'_>| matches!(first.lower.as_ref(), "ob" | "warum" | "wann" | "wieso" | "weshalb");
    tokens.first().is_some_and(asks) && !tokens.iter().any(|token| token.text == ",")
}

/// Who asked last in the paragraph: '[Er] fragt, ob sie schlief. „Nein.“ Ob sie müde sei.'
pub(super) fn asker(sentences: &[Sentence<'_>], reports: &[Vec<Report>], number: usize) -> Option<Source> {
    let here = |at: &usize| sentences[*at].paragraph == sentences[number].paragraph;
    (number.saturating_sub(BACK)..number).rev().take_while(here).find_map(|at| {
        let tokens = &sentences[at].tokens;
        let asks = |report: &&Report| {
            let first = report.parts.first().and_then(|part| tokens.get(part.first));
            report.source.is_some()
                && first.is_some_and(|first| matches!(first.lower.as_ref(), "ob" | "warum" | "wann"))
        };
        let report = reports[at].iter().find(asks)?;
        Some((report.source_sentence.unwrap_or(at), report.source?))
    })
}

/// Whether a source is sure to be whose words the sentence before reports, past passages in marks that stand alone.
pub(super) fn has_just_spoken(
    sentences: &[Sentence<'_>],
    reports: &[Vec<Report>],
    number: usize,
    (there, source): Source,
) -> bool {
    const SURE: f64 = 0.86;
    let before = (number.saturating_sub(BACK)..number).rev().find(|at| !sentences[*at].is_quoted());
    let before = before.filter(|before| sentences[*before].paragraph == sentences[number].paragraph);
    before.is_some_and(|before| {
        let sure = |report: &Report| {
            report.probability >= SURE
                && report.source == Some(source)
                && report.source_sentence.unwrap_or(before) == there
        };
        reports[before].iter().any(sure)
    })
}

/// 'Ulf Kern sieht das anders. Der Deich sei dicht.': who is named in full in the sentence right before, and brings in no
/// words there.
fn turned_to(sentences: &[Sentence<'_>], reports: &[Vec<Report>], number: usize, lexicon: &Lexicon) -> Option<Source> {
    let before = number.checked_sub(1).filter(|before| sentences[*before].paragraph == sentences[number].paragraph)?;
    let tokens = &sentences[before].tokens;
    if !reports[before].is_empty() || sentences[before].marks().next().is_some() {
        return None;
    }
    let (subject, _) = subject::opening(tokens, tokens.len())?;
    let full = subject.of(tokens).iter().filter(|token| token.capital).count() >= 2;
    // 'Eine Nachbarin, die nicht genannt werden will, findet das zu teuer.'
    let noun = phrase::head(tokens, subject).map(|head| tokens[head].lower.as_ref());
    let brought_in = matches!(tokens[subject.first].lower.as_ref(), "ein" | "eine")
        && noun.is_some_and(|noun| lexicon.is_person(noun) || agreement::is_woman(noun));
    let named = full && phrase::ends_in_name(tokens, subject) && could_speak(lexicon, tokens, subject);
    let somebody = named || brought_in;
    // 'Ulf Kern ist seit Mai im Rat' tells who he is
    let is = tokens[subject.after.min(tokens.len())..].iter().take(2).any(|token| token.kind == Some(Kind::Be));
    (somebody && !is).then_some((before, subject))
}

/// 'In einem Brief an alle wird Ada Hill deutlich. „Genug“, heißt es darin.': who wrote what the sentence before tells of.
pub(super) fn paper_before(sentences: &[Sentence<'_>], number: usize, cue: usize, lexicon: &Lexicon) -> Option<Source> {
    let here = &sentences[number].tokens;
    let points = |token: &Token<'_>| matches!(token.lower.as_ref(), "darin" | "dort" | "darauf" | "drauf");
    let near = &here[cue.saturating_sub(2)..here.len().min(cue + 4)];
    let before = number.checked_sub(1).filter(|_| near.iter().any(points))?;
    if sentences[before].paragraph != sentences[number].paragraph {
        return None;
    }
    let tokens = &sentences[before].tokens;
    let writer = || {
        let (subject, _) = subject::opening(tokens, tokens.len())?;
        (tokens[subject.first].lower == "sie" || could_speak(lexicon, tokens, subject)).then_some((before, subject))
    };
    let paper = (0..tokens.len()).find(|at| phrase::is_noun(&tokens[*at]) && lexicon.holds_words(&tokens[*at].lower));
    // 'Nun prüft das Amt. Man suche noch, heißt es dort.'
    let body = |at: usize| {
        let body = phrase::noun_phrase(tokens, at).filter(|_| phrase::is_article(&tokens[at]))?;
        let noun = tokens[phrase::head(tokens, body)?].lower.as_ref();
        (lexicon.is_body(noun) || lexicon.is_office(noun) || lexicon.is_firm(noun)).then_some((before, body))
    };
    let Some(paper) = paper else { return (0..tokens.len()).rev().find_map(body).or_else(writer) };
    let owner = teller::owner(tokens, paper + 1).map(|owner| (before, owner));
    let itself = || {
        let article = paper.checked_sub(1).filter(|article| phrase::is_article(&tokens[*article]))?;
        Some((before, Phrase { first: article, after: paper + 1 }))
    };
    owner.or_else(writer).or_else(itself)
}

/// 'Der Rat verlas einen Brief. Darin steht: „…“': what the sentence before tells of last.
pub(super) fn inside_that(sentences: &[Sentence<'_>], number: usize) -> Option<Source> {
    let opens = sentences[number].tokens.first().is_some_and(|token| matches!(token.lower.as_ref(), "darin" | "dort"));
    let before =
        number.checked_sub(1).filter(|before| opens && sentences[*before].paragraph == sentences[number].paragraph)?;
    let tokens = &sentences[before].tokens;
    let object = (0..tokens.len())
        .rev()
        .find_map(|at| phrase::noun_phrase(tokens, at).filter(|_| phrase::is_article(&tokens[at])));
    object.map(|object| (before, object))
}

/// Whether the verb of '…, hieß es' stands at a token: not of 'Es hieß, …', which is hearsay.
pub(super) fn is_impersonal(tokens: &[Token<'_>], at: usize) -> bool {
    let says = matches!(tokens[at].lower.as_ref(), "heißt" | "hieß" | "heisst" | "hiess");
    let follows = at > 0 && (tokens[at - 1].is_sign(",–—") || tokens[at - 1].mark().is_some());
    says && follows && tokens.get(at + 1).is_some_and(|next| next.lower == "es")
}

/// 'Das berichtet die Zeitung.': whose words stood before.
pub(super) fn pointing_back(
    sentence: &Sentence<'_>,
    cues: &[Cue],
    number: usize,
    lexicon: &Lexicon,
) -> Option<Option<Source>> {
    let tokens = &sentence.tokens;
    let points = tokens.first().is_some_and(|token| matches!(token.lower.as_ref(), "das" | "dies"));
    // 'Das schreibt die „Lyser Post“.'
    let quotes = |token: &Token<'_>| token.mark().is_some_and(|mark| mark.end - mark.start >= phrase::TITLE);
    let plain = points && !tokens.iter().any(|token| quotes(token) || token.text == ":");
    // 'Das hat der Rat am Montag mitgeteilt'
    let has = tokens.get(1).is_some_and(|second| second.kind == Some(Kind::Have));
    let opens = |cue: &&Cue| cue.words.first == 1 || has && cue.words.after + 1 >= tokens.len();
    let cue = cues.iter().filter(opens).find(|cue| cue.strength >= 0.8).filter(|_| plain)?;
    // 'Das bestätigen viele Umfragen.'
    let head = cue.source.and_then(|source| phrase::head(tokens, source)).map(|head| &tokens[head]);
    if head.is_some_and(|head| !head.capital && lexicon.is_statement(&head.lower)) {
        return None;
    }
    Some(cue.source.map(|source| (number, source)))
}
