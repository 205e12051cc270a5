//! Speech on texts that nobody wrote: it must not panic, must stay quick, and must give the same answer every time.

#![allow(clippy::expect_used, reason = "a test stops where it cannot go on")]

#[path = "speech_any_text/torn.rs"]
mod torn;

use cpu_time::ThreadTime;
use proptest::prelude::*;
use quotemark::article::Article;
use quotemark::open;
use quotemark::speech::Speech;

fn article(text: &str) -> Article {
    // What opening refuses, as empty or binary, is given to speech as a text without blocks.
    match open::from_bytes("any.txt", text.as_bytes()) {
        Ok(opened) => opened.article,
        Err(_) => Article::new("any.txt", text, Vec::new()),
    }
}

/// Everything an answer promises, whatever the text.
fn check(text: &str) -> Speech {
    let article = article(text);
    let speech = Speech::of(&article);
    assert_eq!(speech, Speech::of(&article), "the same text gives the same answer");
    let mut before = 0;
    for quotation in &speech.quotations {
        assert!(!quotation.range.is_empty());
        assert!(before <= quotation.range.start().byte(), "quotations come in the order of the text");
        before = quotation.range.start().byte();
        assert!((0.0..=1.0).contains(&quotation.confidence));
        assert!(quotation.speaker.is_none_or(|id| id.number() < speech.speakers.len()));
        assert!(!speech.why(&article, quotation).to_string().is_empty());
        let pieces = quotation.quoted().iter().chain(&quotation.source).chain(&quotation.cue).chain([&quotation.range]);
        for piece in pieces {
            assert!(!article.slice(*piece).is_empty());
        }
        for quoted in quotation.quoted() {
            assert!(quotation.range.covers(*quoted), "what is quoted lies inside its quotation");
        }
    }
    assert!(speech.speakers.is_sorted_by(|a, b| a.words >= b.words), "who says most comes first");
    speech
}

/// Pieces of articles, thrown together.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "'",
        "’",
        "‘",
        "«",
        "»",
        "„",
        "「",
        "」",
        "``",
        "''",
        "(",
        ")",
        ",",
        ".",
        "?",
        ":",
        "—",
        "\n",
        "\n\n",
        " ",
        "said",
        "Ada Hill",
        "he",
        "who",
        "according to",
        "noting that",
        "the",
        "mayor",
        "of",
        "and",
        "Mr",
        "U.S.",
        "’s",
        "on",
        "Monday",
        "Sept",
        "11",
        "told",
        "A:",
        "Q:",
        "HILL:",
        "HILL.",
        "**Ada Hill:**",
        "[00:12:03]",
        "(laughs)",
        "Q. ",
        "问：",
        "Frage:",
        "der die und das",
        "il della che",
        "の",
        "«Мост»",
        "[Noa]",
        "― Noa Reyes",
        "sagte",
        "laut",
        "dit",
        "selon",
        "dijo",
        "说",
        "，",
        "。",
        "“王明",
        "表示",
        "据",
        "县长",
        "\u{a0}",
        "é",
        "👩‍👩‍👧",
        "\u{301}",
        "so-called",
        "a-t-il",
        "$5",
        "90s",
    ]);
    prop::collection::vec((piece, prop::bool::ANY), 0..80).prop_map(|pieces| {
        pieces.into_iter().flat_map(|(piece, space)| [piece, if space { " " } else { "" }]).collect()
    })
}

/// Words and signs of one language, parted by `|`, thrown together behind a sentence that tells which it is.
fn pieces_of(opening: &'static str, pieces: &'static str) -> impl Strategy<Value = String> {
    let piece = prop::sample::select(pieces.split('|').collect::<Vec<_>>());
    prop::collection::vec(piece, 0..80).prop_map(move |pieces| format!("{opening}{}", pieces.concat()))
}

const CHINESE: &str = "“|”|‘|’|「|」|『|』|《|》|（|）|：|，|。|、|？|！|…|·|-|\n\n| |说|表示|称|指出|问|答|记者|记者问|据|介绍|根据|认为|\
    强调|告诉|回答|补充说|他|她|我们|其|王明|李小青|欧阳文|佩尔多莫|阿诺·贝特朗|弗兰基-德容|CEO|CEO |Ada Hill|Ada |Tran|县长|总统|主席|\
    外交部|发言人|外交部发言人|教授|公司|该公司|市政府|有关负责人|专家|网友|不|没有|将|已经|水闸|关上了|的|在|和|与|对|向|被|把|\
    9月4日|19岁|2017|7%|女|新华社北京电|本报讯|（记者 ";
const GERMAN: &str = "„|“|»|«|›|‹|\"|'|, |. |: |? |; |(|)|– |\n\n| |sagte |sagt |so |laut |nach Angaben |zufolge |erklärte |teilte |mit|\
    fügte |hinzu|dass |ob |wie |habe |sei |werde |hätte |ist |der |die |das |dem |des |ein |eine |er |sie |es |man |wir |Ada Brandt |\
    Brandt |Peter von der Ley |Sprecher |Sprecherin |Bürgermeisterin |Ministerium |Polizei |SPD-Chef |49 Jahre alte |in Linz |nicht |\
    jedoch |Frau |Herr |Dr. |am Montag |und |aber |weil |hieß es |weiter |demnach |hinzu. ";
const FRENCH: &str = "« | »|“|”|\"|’|'|l’|d’|qu’|, |. | : | ? |; |(|)|– |\n\n| |a dit |dit-il|a-t-elle déclaré|a déclaré |selon |d’après |\
    explique |affirme |ajoute |que |il |elle |on |nous |le |la |les |un |une |du |de |des |au |Marie Durand |Durand |Jean-Luc Petit |\
    M. |Mme |ministre |maire |la maire |porte-parole |gouvernement |syndicat |lundi |ne |pas |est |sont |serait |aurait |et |mais |qui |\
    dont |à l’AFP |interrogé |assurant |pour |sur X |";
const SPANISH: &str = "«|»|“|”|\"|'|—|, |. |: |¿|? |¡|! |(|)|\n\n| |dijo |dice |según |afirmó |aseguró |añadió |explicó |que |él |ella |\
    el |la |los |las |un |una |del |de |al |Ana Gil |Gil |José Luis Ríos |ministro |alcaldesa |portavoz |gobierno |sindicato |lunes |\
    no |es |son |sería |habría |y |pero |quien |cuyo |a su juicio |en su opinión |agregando |para |por |";
const ENGLISH: &str = "“|”|‘|’|\"|'|, |. |: |? |; |(|)|— |\n\n| |said |says |told |according to |added |adding |noted |that |whether |how |\
    he |she |they |it |who |which |the |a |an |of |to |in |on |and |but |Ada Hill|Hill|Mr. |Dr. |President |mayor |spokesman |\
    for the ministry |officials |the company |police |not |never |Monday |was |were |is |has |will |would |quoted as saying |so-called |";

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_letters(text in "\\PC{0,300}") {
        check(&text);
    }

    #[test]
    fn unbalanced_marks(text in "[“”\"'‘’«»„「」『』‹›`(\\[a \n]{0,200}") {
        check(&text);
    }

    #[test]
    fn random_pieces_of_articles(text in pieces()) {
        check(&text);
    }

    #[test]
    fn random_pieces_of_chinese(text in pieces_of("水闸已经关上了，镇上的人都在等。", CHINESE)) {
        check(&text);
    }

    #[test]
    fn random_pieces_of_german(text in pieces_of("Das Tor ist zu, und die Stadt wartet auf den Regen. ", GERMAN)) {
        check(&text);
    }

    #[test]
    fn random_pieces_of_french(text in pieces_of("La porte est close, et la ville attend la pluie. ", FRENCH)) {
        check(&text);
    }

    #[test]
    fn random_pieces_of_spanish(text in pieces_of("La puerta está cerrada y la ciudad espera la lluvia. ", SPANISH)) {
        check(&text);
    }

    #[test]
    fn random_pieces_of_stories(text in prop_oneof![
        pieces_of("Ann sat down.\n\n“Is it late?”\n\n“It is late,” said Bert.\n\n“How late?”\n\n“Too late, Ann.”\n\n", ENGLISH),
        pieces_of("Anna saß da.\n\n„Ist es spät?“\n\n„Es ist spät“, sagte Bert.\n\n„Wie spät?“\n\n„Zu spät.“\n\n", GERMAN),
        pieces_of("Anne était là.\n\n— Il pleut ?\n\n— Il pleut, dit Luc.\n\n— Beaucoup ?\n\n— Trop, ma mère.\n\n— ", FRENCH),
        pieces_of("Ana estaba allí.\n\n—¿Llueve?\n\n—Llueve —dijo Luis.\n\n—¿Mucho?\n\n—Sí, madre.\n\n—", SPANISH),
        pieces_of("小兰坐着。\n\n“下雨了？”\n\n“下了。”老周说。\n\n“大吗？”\n\n“很大，小兰。”\n\n", CHINESE),
    ]) {
        check(&text);
    }

    #[test]
    fn passages_that_are_torn(text in prop_oneof![
        torn::passages("de.txt"),
        torn::passages("en.txt"),
        torn::passages("es.txt"),
        torn::passages("fr.txt"),
        torn::passages("zh.txt"),
        torn::passages("not-speech.txt"),
        torn::passages("transcripts.txt"),
    ]) {
        check(&text);
    }

    #[test]
    fn random_pieces_of_english(text in pieces_of("The gate is shut, and the town waits for the rain. ", ENGLISH)) {
        check(&text);
    }
}

#[test]
fn a_letter_alone() {
    // “是” has nobody before it
    for letter in torn::letters("zh.txt") {
        check(&letter.to_string());
    }
}

#[test]
fn nothing_and_nearly_nothing() {
    for text in ["", " ", "\n\n", "“", "\"", "'", "”", "said", "“”", "“ ”", ":", "A:", "\u{feff}", "说", "：“", "\0"]
    {
        check(text);
    }
}

/// A paragraph that « of an earlier one turns out to hold may hold other marks; found by fuzzing.
#[test]
fn a_guillemet_over_paragraphs_with_other_marks() {
    check(
        "« Le moulin tourne dans la vallée, dit Jean.\n\nIl a “les pommes” et “les poires” des voisins.\n\nC'est fini. » dit-il.",
    );
}

/// A text may end behind the words that open what is reported; found by tearing passages.
#[test]
fn a_french_report_with_nothing_in_it() {
    let before = "À Lys, le pain a pris dix centimes, et le sel rien, selon les derniers relevés. ";
    check(&format!("{before}Le ministre Luc Blanc a souligné que, selon Genève, "));
}

/// What stands in a bracket may end before a name is looked for in it; found by fuzzing.
#[test]
fn a_spanish_bracket_that_closes_early() {
    check("La puerta está cerrada y la ciudad espera la lluvia. Ana Gil (dijo )del «");
}

/// A question may take a later clause in before its own words are looked for; found by random pieces.
#[test]
fn a_chinese_question_whose_words_lie_behind_the_next_cue() {
    check("水闸已经关上了，镇上的人都在等。“” 问』他： 记者说‘』");
}

/// A title in Latin letters may be all that there is; found by an article of a gold file.
#[test]
fn a_chinese_title_in_latin_letters_without_a_name() {
    check("滴滴出行CEO程维曾公开表示：“我们有信心。”");
    check("水闸已经关上了，CEO说：“我们等。”");
}

/// A report that ends before a mark of its sentence does not hold it; found by fuzzing.
#[test]
fn a_report_with_a_mark_behind_it() {
    check("说\u{fffd}“\u{fffd}”他贊“");
}

/// A relative clause may end with the comma that is the last of its sentence.
#[test]
fn a_german_clause_that_breaks_off_behind_a_comma() {
    check("„So war es“, begann Frau Brandt, die seit Jahren im Chor singt, „und so bleibt es.“");
}

/// What warns in French is told by two words before a colon, of which there may be one.
#[test]
fn a_french_colon_behind_one_word() {
    check("Garde : « Le port de Lys est fermé », a dit la maire. Le bateau est là.\n\nGarde : « Oui. »");
}

/// Before a label the answer before it may end like a question.
#[test]
fn an_answer_that_ends_like_a_question_before_the_next_label() {
    check("Ada Hill: Why not?\n\nAda Hill: Because...\n\nAda Hill: It rains.");
}

/// Long texts of one kind take time in proportion to their length: four times the text, not sixteen times the time.
#[test]
fn time_grows_with_the_text() {
    let long = [
        "“",
        "“a ",
        "‘a ",
        "\"a\" ",
        "5\" ",
        "a",
        "A",
        "A b ",
        "Ada Hill ",
        "Ada Hill said. ",
        "Ada Hill said “no.” He said “yes.” ",
        "who, said, (he), ",
        "(), ",
        "said ",
        "noting that ",
        "a.",
        "a. ",
        "A. B. ",
        "?",
        "HILL: no\n",
        "HILL. No.\nREYES. Yes.\n",
        "HILL\nNo.\nREYES\n(Laughs.)\nYes.\n",
        "**A B:** c\n",
        "Q: no?\nA: Ada Hill.\n",
        "[a] b\n",
        "0:12 ",
        "the of and to in that was\nder die und das ist nicht\n",
        "les des est une dans pour\n王明说\n",
        "“SMITH: ",
        "“a” — ",
        "“Oui, a dit Jean, non.” ",
        "县长王明说：“好的好的好的好的。”",
        "王",
        "据",
        "在，说",
        "“好” ",
        "they said ",
        "x\u{301}",
    ];
    let slow: Vec<_> = long.into_iter().filter_map(|piece| slower_than_its_length(piece, 4_000)).collect();
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// How the time for a piece over and over grows by more than its length, from so many bytes to four times as many.
/// Only this thread's own processor time counts, and the best of three: other programs take part of a machine.
fn slower_than_its_length(piece: &str, bytes: usize) -> Option<String> {
    let time = |bytes: usize| {
        let article = article(&piece.repeat(bytes / piece.len()));
        let begun = ThreadTime::now();
        Speech::of(&article);
        begun.elapsed().as_secs_f64()
    };
    let (mut short, mut long) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..3 {
        (short, long) = (short.min(time(bytes)), long.min(time(4 * bytes)));
        if long <= 10.0 * short.max(0.04) {
            return None;
        }
    }
    Some(format!("{piece:?}: {short:.3} s, four times as long {long:.3} s"))
}

#[test]
fn ten_thousand_opening_marks() {
    let marks = ["“", "\"", "‘", "'", "«", "»", "„", "‹", "「", "『", "``", "＂"];
    for mark in marks {
        check(&mark.repeat(10_000));
        check(&format!("{mark}Ada ").repeat(1_000));
    }
    let slow: Vec<_> = marks.iter().filter_map(|mark| slower_than_its_length(mark, 2_500 * mark.len())).collect();
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[test]
fn a_megabyte_without_a_space() {
    let pieces = ["a", "A", "a.", "“a", "a”", "王", "HILL:"];
    for piece in pieces {
        check(&piece.repeat(1_000_000 / piece.len()));
    }
    let slow: Vec<_> = pieces.iter().filter_map(|piece| slower_than_its_length(piece, 25_000)).collect();
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}
