//! German grammar, a sentence at a time.

use super::super::kept::Gender;
use super::super::lexicon::Lexicon;
use super::super::marks;
use super::super::mentions::Phrase;
use super::super::overview::Overview;
use super::super::sentences::{self, Sentence};
use super::super::token::Token;
use super::mood::{self, Mood};
use super::{content, cue, phrase, subject, title};
use super::{gender_of_role, title_of_role};

fn sentences(text: &str) -> (Vec<marks::Mark>, Vec<Sentence<'_>>) {
    let paragraph: Vec<_> = std::iter::once(0..text.len()).collect();
    let marks = marks::find(text, &paragraph);
    let overview = Overview::of(text, paragraph, marks.clone(), Vec::new(), Lexicon::german());
    let mut sentences = Vec::new();
    sentences::split(&overview, 0..1, &mut sentences);
    (marks, sentences)
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    sentences(text).1.into_iter().flat_map(|sentence| sentence.tokens).collect()
}

fn words<'t>(text: &'t str, tokens: &[Token<'_>], phrase: Phrase) -> &'t str {
    let inside = phrase.of(tokens);
    inside.first().zip(inside.last()).map_or("", |(first, last)| &text[first.start..last.end])
}

#[test]
fn noun_phrases_take_in_what_hangs_on_them() {
    for (text, expected) in [
        ("die neue Sprecherin der Bank sagte", "die neue Sprecherin der Bank"),
        ("der Direktor Ulf von Trotha ging", "der Direktor Ulf von Trotha"),
        ("die in Linz geborene Malerin schwieg", "die in Linz geborene Malerin"),
        ("ein bisher nicht genannter Zeuge fiel", "ein bisher nicht genannter Zeuge"),
        ("der auf dem Fest für alle Kinder anwesende Wirt sagte", "der auf dem Fest für alle Kinder anwesende Wirt"),
        ("der laut BMI der Ordnung dienende Zaun", "der laut BMI der Ordnung dienende Zaun"),
        ("das BMI der Ordnung halber", "das BMI"),
        ("die Wirte des „Unfugs“ schuldig", "die Wirte"),
        ("die Wirte des „Alten Krugs“ gingen", "die Wirte des „Alten Krugs“"),
        ("der schwieg", ""),
    ] {
        let tokens = tokens(text);
        let found = phrase::noun_phrase(&tokens, 0).map_or("", |phrase| words(text, &tokens, phrase));
        assert_eq!(found, expected, "in {text}");
    }
}

#[test]
fn verbs_in_the_mood_that_reports() {
    for (text, expected) in [
        ("Der Deich sei dicht.", Mood::Reporting),
        ("Der Deich lehne am Hang.", Mood::Reporting),
        ("Der Rat richte sich danach.", Mood::Reporting),
        ("Damit ende das Fest.", Mood::Reporting),
        ("Der Deich wäre dicht.", Mood::Supposing),
        ("Der Deich hielt eine lange Nacht.", Mood::Plain),
        ("Der Rat sah rote und große Fahnen sowie Lichter.", Mood::Plain),
    ] {
        let tokens = tokens(text);
        assert_eq!(mood::clearest(&tokens, 0, tokens.len()), expected, "in {text}");
    }
}

/// The verb is the word behind the bar.
#[test]
fn subjects_stand_on_either_side_of_the_verb() {
    for (marked, expected) in [
        ("Der Wirt |sagte nichts.", "Der Wirt"),
        ("Gestern |sagte der Wirt nichts.", "der Wirt"),
        ("In einem Brief an den Rat |warnte Ada Hill.", "Ada Hill"),
        ("Der Wirt hat vor der Wahl |gewarnt.", "Der Wirt"),
        ("Ada Hill, die Chefin der Bank, |sagte nichts.", "Ada Hill"),
        ("Er glaubt, dass die Wirtin ihn |warnte.", "die Wirtin"),
        ("Der Wirt lachte und |sagte nichts.", "Der Wirt"),
        ("Das Angebot |kritisierte der Wirt.", "der Wirt"),
        ("Die Frage, die er gestern |erwähnte, blieb.", "er"),
        ("Der englischen Post |sagte Ada Hill nichts.", "Ada Hill"),
        ("Der Wirtin |sagte der Bote nichts.", "der Bote"),
        ("Der Zeitung |sagte der Bote nichts.", "der Bote"),
        ("Die neuen Regeln, die im Mai kamen, |kritisierte der Wirt.", "der Wirt"),
        ("Der Rat habe lange gezögert und die Wirtin |forderte Ruhe.", "die Wirtin"),
        ("Jegliche Haftung |lehnte Ada Hill ab.", "Ada Hill"),
        ("Von Trotha |sagte, dass der Deich hält.", "Von Trotha"),
    ] {
        let verb = marked.find('|').unwrap_or(0);
        let text = marked.replace('|', "");
        let tokens = tokens(&text);
        let at = tokens.iter().position(|token| token.start == verb).unwrap_or(0);
        let found = subject::of_verb(&tokens, at).map_or("", |(phrase, _)| words(&text, &tokens, phrase));
        assert_eq!(found, expected, "in {marked}");
    }
}

/// The surest content of a sentence.
#[test]
fn content_begins_and_ends_with_its_clauses() {
    for (text, expected) in [
        ("Ada Hill sagte, dass der Deich hält, und ging.", "dass der Deich hält, und ging"),
        ("Ada Hill sagte am Montag, der Deich sei dicht.", "der Deich sei dicht"),
        ("Der Deich sei dicht, sagte Ada Hill.", "Der Deich sei dicht"),
        ("Wie Ada Hill mitteilte, hält der Deich.", "hält der Deich"),
        ("Laut Ada Hill, der Chefin, hält der Deich.", "hält der Deich"),
        ("Ada Hill kündigte an, den Deich zu bauen.", "den Deich zu bauen"),
        ("Als Ada Hill sagte, der Deich sei dicht, lachte er.", "der Deich sei dicht"),
        ("Der Bote (die Zeitung berichtete) kam, als es regnete.", ""),
        ("Der Deich halte nie, höhnte der Wirt.", "Der Deich halte nie"),
        ("Was sie gesehen habe, wollte der Wirt wissen.", "Was sie gesehen habe"),
        ("Wer es war, verriet der Wirt nicht.", ""),
        ("Ada Hill hat nie erzählt, warum sie ging.", ""),
        ("Der Wirt bestritt jede Schuld.", "jede Schuld"),
        ("Der Rat bestätigte das nur zum Teil.", ""),
        ("Ada Hill sagte, man zahle, während der Wirt von Wucher sprach.", "man zahle"),
    ] {
        let tokens = tokens(text);
        let titles: Vec<bool> =
            (0..tokens.len()).map(|at| title::is_title(text, &tokens, at, Lexicon::german())).collect();
        let contents = cue::find(&tokens, Lexicon::german())
            .into_iter()
            .filter_map(|cue| content::of(&tokens, &titles, &cue, Lexicon::german()));
        let surest = contents.max_by(|a, b| a.probability.total_cmp(&b.probability));
        let found = surest.and_then(|content| content.parts.first().copied());
        assert_eq!(found.map_or("", |part| words(text, &tokens, part)), expected, "in {text}");
    }
}

/// Who speaks the surest content of a sentence.
#[test]
fn sources_are_those_whose_words_are_told() {
    for (text, expected) in [
        ("Seine Antwort war kurz: „Der Deich hält.“", "Seine"),
        ("Die Antwort des Wirtes war kurz: „Der Deich hält.“", "des Wirtes"),
        ("Auf dem Zettel stand nur die Parole: „Nie wieder Regen!“", "dem Zettel"),
        ("Gestern wurde von der Wirtin erklärt, dass der Deich hält.", "der Wirtin"),
        ("Im Gutachten wird behauptet, dass der Deich hält.", "Gutachten"),
        ("Auf den Vorwurf der Wirte, der Deich sei undicht, folgte Schweigen.", "der Wirte"),
        ("Ada Hill hat Berichte des Boten dementiert, sie habe geschlafen.", "des Boten"),
        ("Ada Hill war nach eigenen Angaben nie in Linz.", "Ada Hill"),
        ("Ulf Trotha hat eigenen Angaben zufolge nie geschlafen.", "Ulf Trotha"),
        ("In der Fassung des Rates, die gestern kam, heißt es, im Mai sei Ruhe.", "der Fassung des Rates"),
        ("Kritik kam von Ada Hill: Der Deich sei undicht.", "Ada Hill"),
        ("Wie aus dem Rat verlautete, hält der Deich.", "dem Rat"),
    ] {
        let tokens = tokens(text);
        let titles = vec![false; tokens.len()];
        let cues = cue::find(&tokens, Lexicon::german());
        let contents = cues
            .iter()
            .filter_map(|cue| Some((content::of(&tokens, &titles, cue, Lexicon::german())?.probability, cue.source)));
        let surest = contents.max_by(|a, b| a.0.total_cmp(&b.0)).and_then(|(_, source)| source);
        assert_eq!(surest.map_or("", |source| words(text, &tokens, source)), expected, "in {text}");
    }
}

#[test]
fn participles_before_nouns_are_no_cues() {
    for (text, expected) in [
        ("Schuld waren nicht näher bezeichnete „Umstände“ im Tal.", 0),
        ("Die berichtete Zahl war falsch.", 0),
        ("Der Wirt bezeichnete „Umstände“ als Grund.", 1),
    ] {
        assert_eq!(cue::find(&tokens(text), Lexicon::german()).len(), expected, "in {text}");
    }
}

#[test]
fn roles_tell_women_from_men() {
    for (role, expected) in [
        ("kultusministerin", Some(Gender::Female)),
        ("ärztin", Some(Gender::Female)),
        ("außenminister", Some(Gender::Male)),
        ("spd-chef", Some(Gender::Male)),
        ("magazin", None),
        ("berlin", None),
    ] {
        assert_eq!(gender_of_role(role, Lexicon::german()), expected, "in {role}");
    }
}

#[test]
fn roles_end_in_titles() {
    for (role, expected) in
        [("verkehrsministerin", Some("ministerin")), ("fraktionschef", Some("chef")), ("alex", None)]
    {
        assert_eq!(title_of_role(role, Lexicon::german()), expected, "in {role}");
    }
}

#[test]
fn any_verb_behind_a_passage_in_marks_may_say_it() {
    for (text, expected) in [
        ("„Das hält doch nie im Leben“, knarzte der Wirt.", 1),
        ("„Das hält doch nie im Leben“, knarzte es laut.", 0),
        ("„Unfug“, gerbte der Wirt.", 0),
    ] {
        assert_eq!(cue::find(&tokens(text), Lexicon::german()).len(), expected, "in {text}");
    }
}

#[test]
fn small_letters_in_marks_open_no_sentence() {
    assert_eq!(sentences("Ada Hill sagte, Benno II. „bleibt in Lys“ und schweigt.").1.len(), 1);
    assert_eq!(sentences("Ada Hill ging zu Benno II. „Bleib in Lys!“").1.len(), 2);
}

#[test]
fn titles_are_told_from_speech() {
    for (text, expected) in [
        ("Die Zeitung „Bote“ kam.", true),
        ("Er las in der „Zeit“ davon.", true),
        ("Die „Kanal“-Gruppe spielte.", true),
        ("Sie nannte ihn „klug und gut“ und ging.", false),
        ("Er rief: „Komm her!“", false),
        ("Sie riefen Parolen wie „Nieder mit dem Regen“ und gingen.", false),
        ("Sie trugen die Losung wie zum Beispiel „Nie wieder Regen“ und gingen.", false),
    ] {
        let tokens = tokens(text);
        let at = tokens.iter().position(|token| token.mark().is_some()).unwrap_or(0);
        assert_eq!(title::is_title(text, &tokens, at, Lexicon::german()), expected, "in {text}");
    }
}
