//! Who says what, one feature at a time: a text, and each quotation with its kind and its speaker.
#![allow(clippy::expect_used, reason = "a test stops where it cannot go on")]

#[path = "speech/meant.rs"]
mod meant;

use std::ops::ControlFlow;

use quotemark::open;
use quotemark::speech::QuotationKind::{self, Direct, Indirect, Mixed};
use quotemark::speech::{Heard, Quotation, Speech};

/// The quotations of a text: the words, the kind, the speaker ("" for nobody).
fn check(text: &str, expected: &[(&str, QuotationKind, &str)]) {
    let article = open::from_bytes("article.txt", text.as_bytes()).expect("plain text opens").article;
    let speech = Speech::of(&article);
    let found: Vec<(&str, QuotationKind, &str)> = speech
        .quotations
        .iter()
        .map(|quotation| {
            let speaker = quotation.speaker.map_or("", |id| speech.speaker(id).name.as_str());
            (article.slice(quotation.range), quotation.kind, speaker)
        })
        .collect();
    assert_eq!(found, expected, "in {text}");
}

/// The sentence that explains the first quotation.
fn check_why(text: &str, expected: &str) {
    let article = open::from_bytes("article.txt", text.as_bytes()).expect("plain text opens").article;
    let speech = Speech::of(&article);
    let why = speech.quotations.first().map(|quotation| speech.why(&article, quotation));
    assert_eq!(why.map(|why| why.to_string()).as_deref(), Some(expected), "in {text}");
}

/// What is spoken word for word in the first quotation.
fn check_spoken(text: &str, expected: &[&str]) {
    let article = open::from_bytes("article.txt", text.as_bytes()).expect("plain text opens").article;
    let speech = Speech::of(&article);
    let spoken = speech.quotations.first().map(Quotation::quoted).unwrap_or_default();
    assert_eq!(spoken.iter().map(|range| article.slice(*range)).collect::<Vec<_>>(), expected, "in {text}");
}

/// The speakers: name, other words for them, quotations.
fn check_speakers(text: &str, expected: &[(&str, &[&str], usize)]) {
    let article = open::from_bytes("article.txt", text.as_bytes()).expect("plain text opens").article;
    let speech = Speech::of(&article);
    let found: Vec<(&str, Vec<&str>, usize)> = speech
        .speakers
        .iter()
        .map(|s| (s.name.as_str(), s.also.iter().map(String::as_str).collect(), s.quotations))
        .collect();
    let expected: Vec<(&str, Vec<&str>, usize)> = expected.iter().map(|(n, also, q)| (*n, also.to_vec(), *q)).collect();
    assert_eq!(found, expected, "in {text}");
}

#[test]
fn a_name_after_the_quotation() {
    check("\"It is too late,\" said Tom Arden, a baker.", &[("\"It is too late,\"", Direct, "Tom Arden")]);
}

#[test]
fn a_split_quotation_is_two() {
    check(
        "\"We will not go,\" Ada Hill said. \"Not today.\"",
        &[("\"We will not go,\"", Direct, "Ada Hill"), ("\"Not today.\"", Direct, "Ada Hill")],
    );
}

#[test]
fn an_unclosed_quotation_goes_on_in_the_next_paragraph() {
    check(
        "\"We will not go,\" Ada Hill said. \"Not today.\n\n\"Not tomorrow either.\"",
        &[
            ("\"We will not go,\"", Direct, "Ada Hill"),
            ("\"Not today.", Direct, "Ada Hill"),
            ("\"Not tomorrow either.\"", Direct, "Ada Hill"),
        ],
    );
}

#[test]
fn pronouns_surnames_and_reported_speech() {
    check(
        "The mayor of Lys, Mira Dahl, said the bridge would close. \"We had no choice,\" she said.\n\n\
         According to Dahl, the work will take a year. Dahl was quoted as saying that \"nothing is settled.\"",
        &[
            ("the bridge would close", Indirect, "Mira Dahl"),
            ("\"We had no choice,\"", Direct, "Mira Dahl"),
            ("the work will take a year", Indirect, "Mira Dahl"),
            ("\"nothing is settled.\"", Mixed, "Mira Dahl"),
        ],
    );
}

#[test]
fn a_name_for_something_is_no_speech() {
    check("The so-called \"quiet zone\" of Lys will stay.", &[]);
}

#[test]
fn a_transcript() {
    check(
        "HILL: Good evening.\nREYES: Thank you.\nHILL: Let us begin.",
        &[("Good evening.", Direct, "HILL"), ("Thank you.", Direct, "REYES"), ("Let us begin.", Direct, "HILL")],
    );
}

#[test]
fn an_interview() {
    check(
        "Noa Reyes bakes bread in Lys.\nQ: Why did you leave?\nA: I had no choice.\nQ: And now?\nA: Now I bake.",
        &[
            ("Why did you leave?", Direct, "interviewer"),
            ("I had no choice.", Direct, "Noa Reyes"),
            ("And now?", Direct, "interviewer"),
            ("Now I bake.", Direct, "Noa Reyes"),
        ],
    );
}

#[test]
fn german_word_order() {
    check(
        "Der Bürgermeister Hans Meier hat die Brücke gesperrt. Nach der Sitzung sprach er von einer „bitteren Lage“.",
        &[("„bitteren Lage“", Direct, "Hans Meier")],
    );
    check(
        "„Das reicht nicht“, so beschrieb es die Lehrerin Eva Brandt.",
        &[("„Das reicht nicht“", Direct, "Eva Brandt")],
    );
}

/// The name of whoever says a passage, with its marks, in a text.
fn speaker_of(text: &str, quoted: &str) -> String {
    let article = open::from_bytes("article.txt", text.as_bytes()).expect("plain text opens").article;
    let speech = Speech::of(&article);
    let said = speech.quotations.iter().find(|said| article.slice(said.range) == quoted);
    said.and_then(|said| said.speaker).map_or(String::new(), |id| speech.speaker(id).name.clone())
}

/// Whoever speaks in a text is a name that stands elsewhere.
#[test]
fn german_nouns_and_pronouns_lead_to_names() {
    for (text, quoted, speaker) in [
        ("Ada Hill lobte Ulf Kern. Dieser sagte, „das Lob“ komme spät.", "„das Lob“ komme spät", "Ulf Kern"),
        ("Ada Hill tadelte Ulf Kern. „Nein danke“, sagte der Gescholtene.", "„Nein danke“", "Ulf Kern"),
        ("Lea Born trat ab. „Es ist genug“, sagte Nordlands Trainerin.", "„Es ist genug“", "Lea Born"),
        ("Ein Nachbar kam. „Es roch nach Rauch“, sagte der Mann.", "„Es roch nach Rauch“", "ein Nachbar"),
        ("Verteidiger Ulf Kern stand auf. „Ein Irrtum“, sagte der Anwalt.", "„Ein Irrtum“", "Ulf Kern"),
        ("Dirigent Ulf Kern probte. „Zu laut“, sagte der Däne.", "„Zu laut“", "Ulf Kern"),
        ("Fährmann Ulf Kern legte ab. „Der trinkt nie“, sagte der Wirt.", "„Der trinkt nie“", "der Wirt"),
        ("Laut Anklage hat Ulf K. gestohlen. „Es war mein Boot“, sagt der Angeklagte.", "„Es war mein Boot“", "Ulf K."),
        ("„Nie“, sagte Ulf Kern. Ob er das schwöre, fragte Ada Hill. „Bei allem.“", "„Bei allem.“", "Ulf Kern"),
    ] {
        assert_eq!(speaker_of(text, quoted), speaker, "in {text}");
    }
}

/// Who speaks stands elsewhere than right before or behind the verb.
#[test]
fn german_speakers_out_of_the_way() {
    for (text, quoted, speaker) in [
        (
            "Es geht um einen Plan, den Ada Hill als „sehr klug“ bezeichnet und den ihr Vater „ein Wagnis“ nennt.",
            "„ein Wagnis“",
            "ihr Vater",
        ),
        ("Ada Hill schwieg. Dann, nach einer Pause: „Der Hof ist weg.“", "„Der Hof ist weg.“", "Ada Hill"),
        ("Unterstützt wurde sie von Ulf Kern: „Sie hat recht.“", "„Sie hat recht.“", "Ulf Kern"),
        ("Den Vorwurf, er sei faul, wies Ulf Kern als „frei erfunden“ zurück.", "„frei erfunden“", "Ulf Kern"),
        ("Ada Hill malt. Ulf Kern sieht zu. Ist sie reich? „An Farbe.“ Sie lacht.", "„An Farbe.“", "Ada Hill"),
        ("„Ich weiß nicht“ – Ulf Kern zögert – „ob das stimmt.“", "„Ich weiß nicht“", "Ulf Kern"),
    ] {
        assert_eq!(speaker_of(text, quoted), speaker, "in {text}");
    }
}

#[test]
fn french_inversion() {
    check(
        "Le maire de Valbrune, Jean Morel, a fermé le pont. « Nous n'avons pas le choix », a-t-il déclaré.",
        &[("« Nous n'avons pas le choix »", Direct, "Jean Morel")],
    );
}

#[test]
fn french_marks_hold_what_the_narrator_puts_in() {
    let text = "« On verra bien demain, a dit Ada Hill. Le pont est fermé. »";
    check(text, &[(text, Direct, "Ada Hill")]);
    check_spoken(text, &["« On verra bien demain", "Le pont est fermé. »"]);
    let text = "« Le pont est fermé depuis lundi, a dit Ada Hill. »";
    check_spoken(text, &["« Le pont est fermé depuis lundi"]);
}

#[test]
fn chinese_sources_without_times_and_places() {
    check(
        "“这座桥修好以后，孩子们上学不用绕路了。”青山村村民张桂兰高兴地告诉记者。\n刘大海说：“过去村里是个孤岛。”他还表示，下一步将修建公路。",
        &[
            ("“这座桥修好以后，孩子们上学不用绕路了。”", Direct, "张桂兰"),
            ("“过去村里是个孤岛。”", Direct, "刘大海"),
            ("下一步将修建公路", Indirect, "刘大海"),
        ],
    );
}

#[test]
fn a_language_without_rules_keeps_its_marks_and_guesses_nobody() {
    check("«Мост закрыт», – сказал мэр Иван Петров.", &[("«Мост закрыт»", Direct, "")]);
}

#[test]
fn a_language_like_a_known_one_guesses_nobody_either() {
    check(
        "Il ponte è chiuso e gli abitanti della città non sono contenti. «Non avevamo scelta», ha detto Gianni Morelli.",
        &[("«Non avevamo scelta»", Direct, "")],
    );
    check("橋は閉鎖された。「仕方がなかった」と市長の山田さんは言った。", &[("「仕方がなかった」", Direct, "")]);
}

#[test]
fn each_paragraph_is_read_in_its_own_language() {
    check(
        "The mayor of Lys was there, and so was the head of the school. “We have no choice,” said Ada Hill.\n\n\
         Die Leiterin der Schule war auch da, und sie war nicht allein. „Wir haben keine Wahl“, sagte Eva Brandt.\n\n\
         王明说：“我们明天出发。”\n\n\
         “We all left,” said Hill.",
        &[
            ("“We have no choice,”", Direct, "Ada Hill"),
            ("„Wir haben keine Wahl“", Direct, "Eva Brandt"),
            ("“我们明天出发。”", Direct, "王明"),
            ("“We all left,”", Direct, "Ada Hill"),
        ],
    );
}

#[test]
fn an_interview_below_an_article_leaves_its_quotations() {
    check(
        "“We are tired,” said Ada Hill. Below, Tom Arden, who keeps the lock, answers.\n\n\
         HOST: Is it safe? (Laughter)\n\nARDEN: Today it is.\n\nTomorrow I look again.\n\nHOST: And then?",
        &[
            ("“We are tired,”", Direct, "Ada Hill"),
            ("Is it safe?", Direct, "HOST"),
            ("Today it is.\n\nTomorrow I look again.", Direct, "Tom Arden"),
            ("And then?", Direct, "HOST"),
        ],
    );
}

#[test]
fn why_tells_a_reader_what_was_seen() {
    check_why("Jane Hill left. \"I was tired,\" she said.", "“she said” – this paragraph names Jane Hill.");
    check_why("\"I was tired,\" said Jane Hill.", "“said Jane Hill” stands beside this quotation.");
    check_why("Jane Hill left.\n\n\"I was tired,\" Hill said.", "“Hill said” – that is Jane Hill.");
}

#[test]
fn speakers_are_listed_by_their_words() {
    check_speakers(
        "Jane Hill left. \"I was tired of all that noise,\" she said. \"So was I,\" said Tom Arden. \"Very,\" Hill said.",
        &[("Jane Hill", &["she", "Hill"], 2), ("Tom Arden", &[], 1)],
    );
}

/// What is told while an article is read must stay: only who speaks may come to it.
#[test]
fn what_is_heard_on_the_way_is_what_is_known_in_the_end() {
    let english = "\"It is too late,\" said Tom Arden, a baker. He added that nobody had asked.\n\nThe mayor, Ada Hill, \
                   called the plan \"a gift\" to the town.\n\n";
    let german = "Der Sprecher sagte, die Stadt habe „keine Wahl“ gehabt.\n\n";
    let french = "« Nous attendons », a dit Marie Durand.\n\n";
    let texts = [english.repeat(200), format!("{}{german}{french}", english.repeat(60)).repeat(3), french.repeat(50)];
    for text in texts {
        let article = open::from_bytes("article.txt", text.as_bytes()).expect("plain text opens").article;
        let (mut heard, mut told, mut share) = (Vec::new(), 0, 0.0);
        let speech = Speech::hear(&article, &mut |one| {
            let now = one.read as f64 / one.all as f64;
            assert!(share <= now && now <= 1.0, "{share} {now}");
            (share, told) = (now, told + 1);
            heard.extend_from_slice(one.quotations);
            ControlFlow::Continue(())
        });
        let speech = speech.expect("nobody stopped it");
        assert_eq!(speech, Speech::of(&article));
        assert!(told > 1 && share > 0.9, "{told} {share}");
        let mut known = speech.quotations.iter().peekable();
        heard.sort_by_key(|quotation| (quotation.range.start(), quotation.range.end()));
        for quotation in &heard {
            let alike = |known: &&&Quotation| {
                let place = |one: &Quotation| (one.range, one.kind, one.source, one.cue, one.confidence.to_bits());
                place(known) == place(quotation) && known.quoted() == quotation.quoted()
            };
            assert!(quotation.speaker.is_none());
            assert!(
                known.by_ref().any(|one| alike(&&one)),
                "{} is heard and not known",
                article.slice(quotation.range)
            );
        }
        // It can be stopped at any time.
        for stop in [1, 2, told] {
            let mut left = stop;
            let mut tell = |_: Heard<'_>| {
                left -= 1;
                if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            assert_eq!(Speech::hear(&article, &mut tell), None);
        }
    }
}

#[test]
fn nobody_in_particular_is_no_speaker() {
    check("Nobody said that the gate was closed.", &[("the gate was closed", Indirect, "")]);
    check("“We are ready,” everyone said.", &[("“We are ready,”", Direct, "")]);
    check("None of the councillors said how much it would cost.", &[("how much it would cost", Indirect, "")]);
    check("Niemand sagte, dass das Tor geschlossen sei.", &[("das Tor geschlossen sei", Indirect, "")]);
    check("Tout le monde affirme que le mur doit rester.", &[("le mur doit rester", Indirect, "")]);
    check("Nul ne croit que la digue tiendra.", &[("la digue tiendra", Indirect, "")]);
    check("Nadie dijo que la puerta estaba cerrada.", &[("la puerta estaba cerrada", Indirect, "")]);
}

#[test]
fn whoever_wrote_the_article_says_nothing_in_it() {
    let text = "Council plans new bridge\nBy Sarah Kent\n\nThe council leader set out plans for a bridge on Monday.\n\n\
        “It will take nine years,” she said.";
    check(text, &[("“It will take nine years,”", Direct, "The council leader")]);
}
