use super::*;
use crate::article::{Article, TextRange};

/// Marks the words between two bars in `marked`, then looks for them in `now`, where the same words stand
/// between bars; `=` before a text expects them exact, `~` changed, and a text without bars an orphan.
fn check(marked: &str, now: &str) {
    let cut = |text: &str| {
        let start = text.find('|')?;
        let end = text.rfind('|')? - 1;
        Some((text.replace('|', ""), start, end))
    };
    let (text, start, end) = cut(marked).unwrap();
    let article = Article::new("a.txt", text.as_str(), Vec::new());
    let selector = Selector::of(&article, TextRange::of_bytes(&text, start, end).unwrap());
    let (state, now) = (now.chars().next().unwrap(), &now[1..]);
    let (text, expected) = match cut(now) {
        Some((text, start, end)) => {
            let range = TextRange::of_bytes(&text, start, end).unwrap();
            (text, if state == '=' { Place::Exact(range) } else { Place::Changed(range) })
        }
        None => (now.to_owned(), Place::Orphan),
    };
    assert_eq!(selector.find(&Article::new("a.txt", text, Vec::new())), expected, "{now}");
}

const MARKED: &str = "The council met on Monday. Nobody spoke against |the new plan for the harbour| until the mayor \
                      rose to answer her critics. The vote was put off.";

#[test]
fn unchanged_words_are_exact_wherever_they_went() {
    check(MARKED, &format!("={MARKED}"));
    check(MARKED, &format!("=HARBOUR TALKS\n\nBy our reporter — 中文\n\n{MARKED}"));
    check("|All|", "=|All|");
    check("|First| word", "=|First| word");
    check("last |word|", "=the very last |word|");
}

#[test]
fn a_short_quote_needs_its_context() {
    check("Monday was wet and the |mayor| rose to answer.", "!The mayor sat down: nothing like it was ever heard.");
    check("Monday was wet and |the| mayor rose to answer.", "!Here the one and the other stand in the other place");
}

#[test]
fn of_several_copies_the_one_with_the_context_is_meant() {
    check(
        "He said |yes| to the first offer, and then she said yes to the second one.",
        "=Did they say yes at once? He said |yes| to the first offer, and then she said yes to the second one.",
    );
    check("no no no |no| no no no no no no no no", "!yes no no no no no no no no no no no no no no no no no no");
}

#[test]
fn restyled_words_are_exact() {
    let (was, is) = ("new plan for the harbour", "new plan\nfor the\u{a0}harbour");
    check(MARKED, &format!("={}", MARKED.replace(was, is)));
    check(
        "She said, |\"We can't — not now\"|, and left the room at once.",
        "=She said, |“We can’t - not now”|, and left the room at once.",
    );
}

#[test]
fn edited_words_between_their_contexts_are_changed() {
    check(MARKED, &format!("~{}", MARKED.replace("new plan for", "bold plan of")));
}

#[test]
fn an_edited_original_wins_over_a_copy_elsewhere() {
    let edited = MARKED.replace("new plan for", "bold plan of");
    check(MARKED, &format!("~{edited} Later they drew a line under the new plan for the harbour and went home."));
}

#[test]
fn deleted_words_are_an_orphan() {
    check(MARKED, &format!("!{}", MARKED.replace("|the new plan for the harbour| ", "")));
    check(MARKED, &format!("!{}", MARKED.replace("|the new plan for the harbour|", "a stony silence of hours")));
    check(MARKED, "!An altogether different article, in which nobody met and nothing was said of any plan.");
    check(MARKED, "!");
}

/// Marks the words between two bars, then maps them to a changed text with the earlier one known; see [`check`].
fn check_mapped(marked: &str, now: &str) {
    check_known(marked, now, true);
}

/// The same with nothing but a sketch of the earlier text.
fn check_sketched(marked: &str, now: &str) {
    check_known(marked, now, false);
}

fn check_known(marked: &str, now: &str, is_mapped: bool) {
    let start = marked.find('|').unwrap();
    let end = marked.rfind('|').unwrap() - 1;
    let text = marked.replace('|', "");
    let article = Article::new("a.txt", text.as_str(), Vec::new());
    let selector = Selector::of(&article, TextRange::of_bytes(&text, start, end).unwrap());
    let earlier = if is_mapped {
        Earlier { texts: vec![article.text().into()], ..Earlier::default() }
    } else {
        let sketch = Some(Anchoring::new(&article).sketch());
        Earlier { sketch, length: article.characters(), ..Earlier::default() }
    };
    let new = Article::new("a.txt", now[1..].replace('|', ""), Vec::new());
    let found = earlier.find(&new, &[Passage { selector: &selector, twins: 0 }])[0].place;
    let state = match found {
        Place::Exact(_) | Place::Article => '=',
        Place::Changed(_) => '~',
        Place::Orphan => '!',
    };
    let words = found.range().map_or("", |range| new.slice(range));
    let expected = now[1..].split('|').nth(1).unwrap_or("");
    assert_eq!((state, words), (now.chars().next().unwrap(), expected), "{now}");
}

#[test]
fn what_has_no_words_is_the_article_as_a_whole_or_nowhere() {
    let article = Article::new("a.txt", "Nobody spoke against the plan.", Vec::new());
    assert_eq!(Selector::of_article().find(&article), Place::Article);
    for at in [0, 3, 99] {
        let before = "Nob".to_owned();
        let nowhere = Selector { start: at, end: at, before, ..Selector::of_article() };
        assert_eq!(nowhere.find(&article), Place::Orphan);
    }
}

#[test]
fn with_the_earlier_text_words_are_mapped_one_by_one() {
    check_mapped(MARKED, &MARKED.replace("The council met", "=The new council of the town met"));
    check_mapped(
        MARKED,
        &format!("~{}", MARKED.replace("|the new plan for the harbour|", "|the bold plan for a port|")),
    );
    let copy = "Nobody spoke against the new plan for the harbour until the mayor rose to answer her critics.";
    check_mapped(MARKED, &format!("~{copy} {}", MARKED.replace("new plan", "old plan")));
    let gone = MARKED.replace(
        "Nobody spoke against |the new plan for the harbour| until the mayor rose to answer her critics. ",
        "",
    );
    check_mapped(MARKED, &format!("!{gone}"));
}

const FERRY: &str = "The ferry left the island before sunrise. Its captain had counted forty passengers and two goats.\n\n\
                     Fishermen on the quay waved their lanterns. A baker carried warm bread down the steps.\n\n\
                     The lighthouse keeper wrote every departure in a thick ledger. He never used a pencil.\n\n\
                     Winter storms had broken the northern breakwater twice. Masons repaired it with granite.\n\n\
                     Schoolchildren learned the names of the vessels by heart. Their teacher sailed as a girl.";

fn ferry(marked: &str) -> String {
    FERRY.replace(&marked.replace('|', ""), marked)
}

#[test]
fn of_a_torn_passage_the_part_in_its_place_is_meant() {
    let marked = ferry("A baker carried |warm bread down the steps.\n\nThe lighthouse keeper wrote| every departure");
    let moved = ferry("|The lighthouse keeper wrote| every departure")
        .replace(" A baker carried warm bread down the steps.", "");
    let moved = format!("~{moved} A baker carried warm bread down the steps.");
    check_mapped(&marked, &moved);
    check_sketched(&marked, &moved);
}

#[test]
fn a_sentence_put_into_a_passage_is_in_it() {
    let marked = ferry("|The lighthouse keeper wrote every departure in a thick ledger. He never used a pencil.|");
    let put =
        "thick ledger. Tourists photographed its yellow pages whenever the weather kept them from bathing. He never";
    check_mapped(&marked, &format!("~{}", marked.replace("thick ledger. He never", put)));
    check_sketched(&marked, &format!("~{}", marked.replace("thick ledger. He never", put)));
}

#[test]
fn replaced_words_at_an_end_are_divided_in_proportion() {
    let marked = ferry("had broken the |northern breakwater twice|. Masons");
    check_mapped(&marked, &format!("~{}", marked.replace("the |northern breakwater", "every |southern breakwater")));
}

#[test]
fn a_word_goes_with_its_short_sentence() {
    let marked = ferry("He never used a |pencil|.");
    let moved = FERRY.replace(" He never used a pencil.", "");
    check_mapped(&marked, &format!("={}", moved.replace("two goats.", "two goats. He never used a |pencil|.")));
}

#[test]
fn an_edited_original_is_meant_with_a_copy_put_before_it() {
    let copy = "The lighthouse keeper wrote every departure in a thick ledger.";
    let marked = ferry(&format!("|{copy}|"));
    let edited =
        marked.replace("thick ledger", "slim ledger").replace("waved their", &format!("{copy} They waved their"));
    check_mapped(&marked, &format!("~{edited}"));
    check_sketched(&marked, &format!("~{edited}"));
}

#[test]
fn the_last_words_of_a_lost_paragraph_are_not_those_before_it() {
    let marked = "The nets were empty again, she said.\n\n|Prices at the market had doubled since spring, she said.|\n\nNobody laughed.";
    check_mapped(marked, "!The nets were empty again, she said.\n\nNobody laughed.");
}

#[test]
fn chinese_is_mapped_and_searched_character_by_character() {
    let marked = "中国国家主席习近平出席第二届世界互联网大会开幕式并发表主旨演讲，强调|互联网是人类的共同家园|，各国应该共同构建网络空间命运共同体。";
    let edited = marked.replace("出席第二届", "十六日在乌镇出席第二届").replace("共同家园", "家园");
    check_mapped(marked, &format!("~{edited}"));
    check(marked, &format!("~{edited}"));
    check(marked, &format!("={}", marked.replace("出席第二届", "在浙江乌镇出席第二届")));
}

#[test]
fn a_sketch_reads_back_as_it_was_written() {
    let words: String = (0..400).map(|number| format!("harbour{number} and so on. ")).collect();
    let article = Article::new("a.txt", words, Vec::new());
    let sketch = Anchoring::new(&article).sketch();
    let written = sketch.write();
    assert_eq!(Sketch::read(&written, article.characters()), Some(sketch));
    assert_eq!(Sketch::read(&written, 3), None);
    assert_eq!(Sketch::read("no sketch, this", article.characters()), None);
}

#[test]
fn a_passage_is_found_where_much_was_put_into_it() {
    let marked = ferry(
        "|Fishermen on the quay waved their lanterns. A baker carried warm bread down the steps.\n\nThe lighthouse keeper \
         wrote every departure in a thick ledger. He never used a pencil.|",
    );
    let gulls =
        "Gulls quarrelled over the scraps which the harbour cats had left beside the nets, as they do in autumn.";
    let clerk =
        "A customs clerk from the mainland once offered him a typewriter for nothing, and was shown the stairs.";
    let edited = marked
        .replace("waved their lanterns.", &format!("swung their lamps. {gulls}"))
        .replace("down the steps.", &format!("along the steps. {clerk} {gulls}"))
        .replace("every departure in a thick", "all departures in a heavy");
    check_sketched(&marked, &format!("~{edited}"));
}

#[test]
fn a_word_moves_with_its_own_sentence() {
    let with = "thick ledger. Two stray |dogs| barked loudly. He never used a pencil.";
    let marked = FERRY.replace("thick ledger. He never used a pencil.", with);
    let moved = FERRY.replace("two goats.", "two goats. Two stray |dogs| barked loudly.");
    check_sketched(&marked, &format!("~{moved}"));
}

#[test]
fn a_whole_sentence_that_moved_is_not_what_reads_like_it_in_its_place() {
    let sentence = "Schoolchildren learned the names of all the vessels and of their captains by heart.";
    let like = "The schoolchildren of the island have learned the names of all the captains";
    let marked = format!("{FERRY}\n\n|{sentence}|\n\n{like}, a teacher said.");
    let moved = marked.replace(&format!("|{sentence}|\n\n"), "");
    check_sketched(&marked, &format!("~{}", moved.replace("two goats.", &format!("two goats. |{sentence}|"))));
}

#[test]
fn a_passage_that_begins_as_the_next_sentence_does_is_not_gone() {
    let marked =
        ferry("|For those who sailed early the keeper lit a lamp in the eastern window.| For those who came late");
    let marked = marked.replace(
        "twice. Masons",
        "twice. |For those who sailed early the keeper lit a lamp in the eastern window.| For those who stayed late he \
         rang a bell. Masons",
    );
    let edited = marked.replace("keeper lit a lamp in the eastern", "watchman lit two lamps in the");
    check_sketched(&marked, &format!("~{edited}"));
}

#[test]
fn a_copy_is_not_exact_where_something_new_stands_in_the_place_of_the_original() {
    let passage = "Winter storms had broken the northern breakwater twice.";
    let marked = ferry(&format!("|{passage}|"));
    let edited = marked.replace(&format!("|{passage}|"), "Nobody knows how it came down.");
    check_mapped(&marked, &format!("~{}", edited.replace("two goats.", &format!("two goats. |{passage}|"))));
}

#[test]
fn what_was_put_in_before_a_passage_is_not_of_it_though_it_begins_alike() {
    let was = "Rain fell on the quay.\n\n|The ferry left at noon with forty people and a piano.|\n\nNobody waved.";
    let put_in = "quay. The keeper of the light had gone home early that day to mend his roof.";
    check_mapped(was, &format!("={}", was.replace("quay.", put_in)));
}

#[test]
fn a_first_word_goes_with_its_sentence_where_that_moved() {
    check_mapped(
        "Rain fell on the quay. |The| ferry left at noon with forty people. The harbour was empty then. Nobody waved.",
        "~Rain fell on the quay. The harbour was empty then. Nobody waved. |The| ferry left at noon with forty people.",
    );
}

#[test]
fn an_edited_original_between_its_neighbours_wins_over_a_copy_right_before_them() {
    let (was, is) = ("forty people, two dogs and a piano", "thirty people, two dogs and a piano");
    let passage = format!("The ferry left at noon with {was} on board, and the band played on the quay.");
    let edited = passage.replace(was, is);
    check_mapped(
        &format!(
            "Harbour news of the week.\n\nRain fell all morning.\n\n|{passage}|\n\nNobody waved to them.\n\nIt cleared."
        ),
        &format!(
            "~Harbour news of the week. {passage}\n\nRain fell all morning.\n\n|{edited}|\n\nNobody waved to them.\n\nIt cleared."
        ),
    );
}

#[test]
fn replaced_words_between_the_same_neighbours_are_the_passage() {
    check_mapped(
        "The council met and |nobody spoke for the new plan| until the mayor rose to answer.",
        "~The council met and |someone asked about an old plan| until the mayor rose to answer.",
    );
}

#[test]
fn paragraphs_that_begin_alike_keep_their_first_words_wherever_they_go() {
    let one = "At the debate on Monday, the mayor spoke of the harbour and of what it had cost the town.";
    let other = "At the debate on Monday, her critics read letters aloud until nobody in the hall could hear them.";
    let between = "Rain fell on the quay all night, and the ferry from the island came in two hours late.";
    check_mapped(&format!("|{one}|\n\n{between}\n\n{other}"), &format!("={other}\n\n{between}\n\n|{one}|"));
    check_mapped(&format!("{one}\n\n{between}\n\n|{other}|"), &format!("=|{other}|\n\n{between}\n\n{one}"));
}

#[test]
fn a_replaced_last_word_ends_a_passage_before_a_sentence_that_was_put_in_behind_it() {
    let marked = "Harbour news.\n\n|Rain fell on the quay all night, and the ferry came in with forty people and one \
                  piano.|\n\nNobody waved to them.";
    let put_in = "violin|. The keeper of the light had gone home early that day to mend the roof of his shed.";
    let edited = marked.replace("piano.|", put_in).replace("|.", ".|");
    check_mapped(marked, &format!("~{edited}"));
}

#[test]
fn of_more_sentences_than_there_were_the_one_between_its_neighbours_is_meant() {
    let sentence = "Two stray |dogs| from the island barked loudly at him. ";
    let marked = FERRY.replace("He never used a pencil.", &format!("{sentence}He never used a pencil."));
    let copy = sentence.replace('|', "");
    let edited = marked.replace("barked loudly", "growled loudly").replace("two goats.", &format!("two goats. {copy}"));
    check_sketched(&marked, &format!("~{edited}"));
}

#[test]
fn a_passage_ends_where_it_did_beside_a_sentence_that_begins_alike() {
    let marked = FERRY.replace("He never used a pencil.", "|He never used a pencil, nor a brush or a pen.|");
    let put_in = "He never used a lamp at noon. |He never once used a pencil";
    let edited = marked.replace("|He never used a pencil", put_in);
    check_mapped(&marked, &format!("~{edited}"));
    check_sketched(&marked, &format!("~{edited}"));
}

#[test]
fn a_line_of_its_own_is_found_wherever_it_went() {
    let marked = format!("|LETTERS|.\n\n{FERRY}");
    let moved = FERRY.replace("Winter storms", "|LETTERS|.\n\nWinter storms");
    check_mapped(&marked, &format!("~{moved}"));
    check_sketched(&marked, &format!("~{moved}"));
}

#[test]
fn of_a_doubled_word_the_one_that_is_gone_is_an_orphan() {
    let marked = FERRY.replace("a thick ledger", "a ledger for |our| fleet, for our captains and their wives");
    check_sketched(&marked, &format!("!{}", marked.replace("|our| ", "")));
}

#[test]
fn long_sentences_put_between_those_of_a_passage_do_not_part_it() {
    let marked = ferry("departure in a |thick ledger. He never used a pencil|.");
    let put_in = "Tourists photographed its yellow pages whenever the weather kept them from bathing. ".repeat(8);
    check_mapped(&marked, &format!("~{}", marked.replace("He never", &format!("{put_in}He never"))));
}

#[test]
fn an_edited_original_beside_one_neighbour_wins_over_a_copy_beside_none() {
    let passage = "Winter storms had broken the northern breakwater twice. Masons repaired it with granite.";
    let marked = ferry(&format!("|{passage}|"));
    let gulls = "Gulls quarrelled over the scraps which the harbour cats had left beside the nets. ".repeat(6);
    let edited = marked.replace("northern breakwater", "southern breakwater");
    let edited =
        edited.replace("Fishermen", &format!("{passage}\n\nFishermen")).replace("|Winter", &format!("{gulls}|Winter"));
    check_sketched(&marked, &format!("~{edited}"));
    check_mapped(&marked, &format!("~{edited}"));
}
