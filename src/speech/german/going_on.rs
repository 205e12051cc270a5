//! Reported speech that no cue of its own introduces: 'Er sagte, die Brücke sei zu. Der Umweg dauere eine Stunde.'

use super::super::lexicon::{Classes, Lexicon};
use super::super::mentions::Phrase;
use super::super::reported::Report;
use super::super::sentences::Sentence;
use super::super::token::Token;
use super::beside::could_speak;
use super::cue::Cue;
use super::embedded::is_embedded;
use super::floor::{
    asker, has_just_spoken, inside_that, is_impersonal, last_source, opens_question, paper_before, pointing_back,
};
use super::mood::{self, Mood};
use super::opener;
use super::phrase;
use super::subject;
use super::supposing::{before_colon, goes_on_supposing, skips, supposes};
use super::written::points_there;

/// How likely a sentence without a cue reports: in the mood for it, in the other one behind a report, behind
/// "demnach", and before 'Das sagte der Rat.'
pub(super) const REPORTING: f64 = 0.7;
/// The same where whoever is sure to speak in the sentence before goes on.
pub(super) const GOES_ON: f64 = 0.87;
const SUPPOSING: f64 = 0.5;
const ACCORDINGLY: f64 = 0.6;
const POINTED_AT: f64 = 0.6;

/// A sentence with a cue as strong as this has a speaker of its own.
const POINTED_OVER: f64 = 0.8;

/// Adds a report for each sentence, from the one numbered `first` on, that goes on with what was reported before it.
pub(super) fn add(
    sentences: &[Sentence<'_>],
    first: usize,
    cues: &[Vec<Cue>],
    lexicon: &Lexicon,
    reports: &mut [Vec<Report>],
) {
    for number in first..sentences.len() {
        let sentence = &sentences[number];
        if let Some(source) = pointing_back(sentence, &cues[number], number, lexicon)
            && let Some(before) =
                number.checked_sub(1).filter(|before| sentences[*before].paragraph == sentence.paragraph)
            && !reports[before].iter().any(|report| report.cue_probability >= POINTED_OVER)
            && !cues[before].iter().any(|cue| cue.strength >= POINTED_OVER && cue.source.is_some())
        {
            reports[before] = vec![super::uncued(whole(&sentences[before]), POINTED_AT, source)];
            // 'Das berichten Fischer aus Lys'
            reports[number].retain(|report| report.cue.first != 1);
        }
        let tokens = &sentence.tokens;
        let fronted = tokens.first().is_some_and(subject::subordinates);
        if let Some(colon) = reports[number].iter().position(|report| report.colon)
            && !fronted
            && main_reports(&tokens[..reports[number][colon].cue.first])
            // 'Der Deich sei zu alt, klagte Hill: „…“'
            && !reports[number].iter().any(|report| !report.colon && report.cue.after > 0 && report.source.is_some())
            && let Some((there, source)) = last_source(sentences, cues, reports, number, lexicon)
        {
            (reports[number][colon].source, reports[number][colon].source_sentence) = (Some(source), Some(there));
        }
        // 'Ada Hill gab es zu. Aber: „…“'
        if let Some(colon) = reports[number].iter().position(|report| report.colon && report.source.is_none())
            && (tokens.get(1).is_some_and(|second| second.text == ":") || is_label(tokens, lexicon))
            && let Some((there, source)) = last_source(sentences, cues, reports, number, lexicon)
        {
            (reports[number][colon].source, reports[number][colon].source_sentence) = (Some(source), Some(there));
        }
        // 'Die Wehr warnt. „Bleiben Sie fern“, hieß es.'
        let unsaid = |report: &Report| {
            let so = || tokens[report.cue.first].lower == "so";
            // 'ein Satz, der seither zitiert wird: „…“'
            let quoted = || tokens[report.cue.first].lower.starts_with("zitier");
            report.source.is_none()
                && report.cue.after > 0
                && (is_impersonal(tokens, report.cue.first)
                    || points_there(tokens, report.cue.first)
                    || so()
                    || quoted())
        };
        if let Some(report) = reports[number].iter().position(unsaid)
            && let Some((there, source)) = paper_before(sentences, number, reports[number][report].cue.first, lexicon)
                .or_else(|| last_source(sentences, cues, reports, number, lexicon))
        {
            // 'Der Anwalt verlas eine Erklärung. Er sei unschuldig, hieß es darin': whoever reads need not have written it
            let reads =
                sentences[there].tokens.iter().any(|token| matches!(token.lower.as_ref(), "verlas" | "verliest"));
            let report = &mut reports[number][report];
            (report.source, report.source_sentence) = (Some(source), Some(there));
            report.probability = if reads { report.probability.min(REPORTING) } else { report.probability };
        }
        if let Some(report) = reports[number].iter_mut().find(|report| report.source.is_none())
            && let Some((there, source)) = inside_that(sentences, number)
        {
            (report.source, report.source_sentence) = (Some(source), Some(there));
        }
        let main = mood::clearest(tokens, 0, main_end(tokens));
        let reported = |at: usize| sentences[at].paragraph == sentence.paragraph && !reports[at].is_empty();
        let supposed = main == Mood::Supposing && number.checked_sub(1).is_some_and(reported);
        let asked = |report: &Report| {
            let cue = report.cue.first;
            report.cue.after > 0
                && cue < main_end(tokens)
                && tokens[cue].lower.ends_with('n')
                && cue + 1 >= main_end(tokens)
        };
        if supposed && reports[number].len() == 1 && reports[number].iter().all(asked) {
            reports[number].clear();
        }
        let embedded = |reports: &[Vec<Report>]| {
            let mut own = reports[number].iter();
            own.all(|report| is_embedded(sentences, cues, reports, number, report))
        };
        if !reports[number].is_empty() && main_reports(tokens) && embedded(reports) {
            reports[number].clear();
        }
        if let Some(report) = before_colon(sentences, cues, reports, number, lexicon) {
            reports[number].push(report);
        }
        if !reports[number].iter().any(|report| report.probability >= 0.5) {
            reports[number].extend(going_on(sentences, cues, lexicon, reports, number));
        }
    }
    lead_on(sentences, first, reports);
}

/// 'Der Grund: …'
fn is_label(tokens: &[Token<'_>], lexicon: &Lexicon) -> bool {
    matches!(tokens, [article, thing, colon, ..]
        if phrase::is_article(article) && lexicon.is_thing(&thing.lower) && colon.text == ":")
}

/// 'Der Hinweis sei Unfug. „Das ist mir nie passiert“, sagt Ada Hill.': words of nobody so far are theirs who speak next.
fn lead_on(sentences: &[Sentence<'_>], first: usize, reports: &mut [Vec<Report>]) {
    for number in (first..sentences.len().saturating_sub(1)).rev() {
        if sentences[number + 1].paragraph != sentences[number].paragraph {
            continue;
        }
        let next = reports[number + 1].iter().find(|report| report.probability >= 0.5 && report.source.is_some());
        let source = next.map(|report| (report.source, report.source_sentence.or(Some(number + 1))));
        let Some((source, there)) = source else { continue };
        for report in reports[number].iter_mut().filter(|report| report.source.is_none() && report.cue.after == 0) {
            (report.source, report.source_sentence) = (source, there);
        }
    }
}

fn going_on(
    sentences: &[Sentence<'_>],
    cues: &[Vec<Cue>],
    lexicon: &Lexicon,
    reports: &[Vec<Report>],
    number: usize,
) -> Option<Report> {
    let sentence = &sentences[number];
    let tokens = &sentence.tokens;
    if asks_of_itself(tokens) {
        return None;
    }
    let main = main_end(tokens);
    let source = || last_source(sentences, cues, reports, number, lexicon);
    if main_reports(tokens) {
        if let Some(holder) = in_whose_eyes(tokens) {
            let content = Phrase { first: holder.after, ..whole(sentence) };
            return (content.first < content.after).then(|| super::uncued(content, REPORTING, Some((number, holder))));
        }
        // '„Nein“, sagt sie. Ob jemand da gewesen sei.'
        let asks = opens_question(tokens);
        let asker = if asks { asker(sentences, reports, number) } else { None };
        let source = asker.or_else(source);
        let sure = !asks && source.is_some_and(|source| has_just_spoken(sentences, reports, number, source));
        let probability = if sure { GOES_ON } else { REPORTING };
        return Some(super::uncued(up_to_plain(tokens, whole(sentence)), probability, source));
    }
    if tokens[..main].iter().any(|token| token.lower == "demnach") {
        return Some(super::uncued(whole(sentence), ACCORDINGLY, source()));
    }
    // 'Dass er kommen würde, wollte sie nicht sagen'
    let fronted = tokens.first().is_some_and(|first| first.is(Classes::THAT))
        && mood::clearest(tokens, main, tokens.len()) == Mood::Plain;
    let follows = number > 0
        && !fronted
        && sentences[number - 1].paragraph == sentence.paragraph
        && (!reports[number - 1].is_empty()
            // 'Das sagte Ada Hill am Montag. Der Rat hätte helfen können'
            || pointing_back(&sentences[number - 1], &cues[number - 1], number - 1, lexicon).is_some())
        && supposes(tokens, main, sentences[number - 1].marks().next().is_some());
    let follows = follows || goes_on_supposing(sentences, reports, number) || skips(sentences, cues, reports, number);
    if follows {
        return Some(super::uncued(whole(sentence), SUPPOSING, source()));
    }
    if mood::clearest(tokens, main, tokens.len()) == Mood::Reporting {
        // 'Es kämen neue Züge, wie sie anderswo schon fahre'
        if may_be_told(&tokens[..main], mood::clearest(tokens, 0, main), false) {
            return Some(super::uncued(whole(sentence), SUPPOSING, source()));
        }
        return clause(tokens, main).map(|clause| {
            let subject = subject::opening(tokens, clause.first).map(|(subject, _)| (number, subject));
            // 'Wer in diesen Tagen anruft, erfährt, dass …'
            let she = |subject: Phrase| tokens[subject.first].lower == "sie";
            let subject = subject.filter(|(_, subject)| she(*subject) || could_speak(lexicon, tokens, *subject));
            super::uncued(clause, REPORTING, subject.or_else(source))
        });
    }
    None
}

/// 'Ob er Angst habe?': a question of whoever tells the article, whose verb stands last.
fn asks_of_itself(tokens: &[Token<'_>]) -> bool {
    let [first, .., verb, sign] = tokens else { return false };
    let asks = first.is(Classes::QUESTION) || matches!(first.lower.as_ref(), "ob" | "wer" | "wen" | "wem");
    asks && sign.text.starts_with('?') && verb.word && mood::of(tokens, tokens.len() - 2) != Mood::Plain
}

/// Where the first clause of a sentence ends.
pub(super) fn main_end(tokens: &[Token<'_>]) -> usize {
    let sign = |from: usize| (from..tokens.len()).find(|at| tokens[*at].is_sign(",;:")).unwrap_or(tokens.len());
    let first = sign(0);
    // 'Auch mit Stift, Papier und Tafel werde gearbeitet'
    let lists = tokens.get(first).is_some_and(|sign| sign.text == ",")
        && !(0..first).any(|at| subject::is_finite(tokens, at))
        && phrase::opens_list_item(tokens, first + 1)
        && !tokens.first().is_some_and(subject::subordinates);
    let second = sign(first + 1);
    // 'Pauschale, weltweite Regeln lehne man ab'
    if opener::lists_adjectives(tokens) {
        return second;
    }
    if lists && (first + 1..second).any(|at| matches!(tokens[at].lower.as_ref(), "und" | "oder")) {
        second
    } else {
        first
    }
}

/// Whether the main clause of a sentence stands in the mood that reports.
pub(super) fn main_reports(tokens: &[Token<'_>]) -> bool {
    mood::clearest(tokens, 0, main_end(tokens)) == Mood::Reporting || goes_on_reporting(tokens)
}

/// 'Der Plan, den Deich zu bauen, sei gut', 'Wenn es regne, laufe er voll': the main clause goes on behind a comma with a
/// verb that reports, if no verb of saying has stood before it.
fn goes_on_reporting(tokens: &[Token<'_>]) -> bool {
    let leads = tokens.iter().find(|token| token.word).is_some_and(subject::subordinates);
    let said = |at: usize| tokens[at].strength >= 0.5 && mood::of(tokens, at) == Mood::Plain;
    (leads || !(0..main_end(tokens)).any(said))
        && (1..tokens.len()).any(|at| tokens[at - 1].text == "," && mood::of(tokens, at) == Mood::Reporting)
}

/// 'Für Hill sei das falsch.'
fn in_whose_eyes(tokens: &[Token<'_>]) -> Option<Phrase> {
    let opens = tokens.first().is_some_and(|token| token.lower == "für");
    let holder = if opens { phrase::noun_phrase(tokens, 1) } else { None };
    holder.filter(|holder| {
        // 'Für kalte Tage sei das nichts'
        let described = phrase::is_adjective(&tokens[holder.first]);
        !described
            && (phrase::head(tokens, *holder).is_some_and(|head| tokens[head].capital)
                || phrase::opens_named(tokens, *holder))
    })
}

/// A sentence without the signs at its end.
fn whole(sentence: &Sentence<'_>) -> Phrase {
    let last = sentence.tokens.iter().rposition(|token| !token.is_sign(".;?!)"));
    Phrase { first: 0, after: last.map_or(0, |last| last + 1) }
}

/// Words in the mood that reports, up to who heard or thought them, and up to a dash behind which the article speaks itself: '… komme aus Italien – daher sorgt
/// er sich'.
fn up_to_plain(tokens: &[Token<'_>], words: Phrase) -> Phrase {
    // ', hörte er am Telefon'
    let told = |at: &usize| {
        let pronoun = tokens.get(*at + 2).is_some_and(|next| matches!(next.lower.as_ref(), "er" | "sie" | "man"));
        let verb = pronoun && subject::is_finite(tokens, *at + 1) && mood::of(tokens, *at + 1) == Mood::Plain;
        verb && tokens[*at].text == "," && mood::clearest(tokens, words.first, *at) == Mood::Reporting
    };
    if let Some(comma) = (words.first..words.after).find(told)
        && mood::clearest(tokens, comma, words.after) != Mood::Reporting
    {
        return Phrase { after: comma, ..words };
    }
    let dash = |at: &usize| tokens[*at].is_sign("–—") || tokens[*at].text == "-";
    let dashes: Vec<usize> = (words.first..words.after).filter(dash).collect();
    // a second dash closes what the first one puts in
    let [dash] = dashes[..] else { return words };
    let reported = mood::clearest(tokens, words.first, dash) == Mood::Reporting;
    let plain = mood::clearest(tokens, dash, words.after) == Mood::Plain
        && (dash + 1..words.after).take(3).any(|at| subject::is_finite(tokens, at) && !tokens[at].capital);
    if reported && plain { Phrase { after: dash, ..words } } else { words }
}

/// The first clause behind `from` that reports, up to the sentence's end.
fn clause(tokens: &[Token<'_>], from: usize) -> Option<Phrase> {
    let last = tokens.iter().rposition(|token| !token.is_sign(".;?!)"))? + 1;
    let verb = (from..last).find(|at| mood::of(tokens, *at) == Mood::Reporting)?;
    let begin = subject::clause_begin(tokens, verb);
    let begin = if subject::is_relative(tokens, begin) { return None } else { begin };
    // 'Auf die Frage, ob es ihn störe, wollte er nicht eingehen'
    let asked = begin.checked_sub(2).is_some_and(|noun| tokens[noun].lower.ends_with("frage"));
    if asked && (tokens[begin].lower == "ob" || tokens[begin].is(Classes::QUESTION)) {
        return None;
    }
    (begin < last).then_some(Phrase { first: begin, after: last })
}

/// Whether a main clause in this mood may go on with a report before it. Behind speech in marks a plan and a guess are the
/// article's own: 'Der Deich soll wachsen', 'Das wäre der erste', and 'Das dürfte dauern' is its own anywhere.
pub(super) fn may_be_told(main: &[Token<'_>], mood: Mood, marked: bool) -> bool {
    let has = |words: &[&str]| main.iter().any(|token| words.contains(&token.lower.as_ref()));
    let guesses = has(&["dürfte", "dürften", "gern", "gerne"]) || marked && has(&["würde", "wäre", "könnte"]);
    // 'Er soll das Haus verkauft haben'
    let mut last = main.iter().rev().filter(|token| token.word);
    let done = last.next().is_some_and(|last| matches!(last.lower.as_ref(), "haben" | "sein"))
        && last.next().is_some_and(|participle| participle.lower.ends_with(['t', 'n']));
    mood == Mood::Supposing && !guesses || has(&["soll", "sollen"]) && done
}
