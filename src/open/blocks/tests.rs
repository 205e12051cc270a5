use proptest::prelude::*;

use super::{super::signs::is_white, *};

/// Blocks are written a line each: a letter for the kind, then the text, its line breaks as “/”.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let seen: Vec<String> = blocks_of(text)
        .into_iter()
        .map(|block| {
            let kind = match block.kind {
                BlockKind::Navigation => 'n',
                BlockKind::Title => 't',
                BlockKind::Byline => 'b',
                BlockKind::Heading(_) => 'h',
                BlockKind::Paragraph => 'p',
                BlockKind::PageBreak => '-',
                BlockKind::Leftover => 'l',
            };
            format!("{kind} {}", text[block.range.bytes()].replace('\n', "/").replace('\u{c}', "^L"))
        })
        .collect();
    assert_eq!(seen, expected);
}

#[test]
fn a_web_page_copied_as_text() {
    check(
        "index > Harbour News\n\nMayor slams \"paper walls,\" wants a gate\n\nSource:Harbour News 2024年3月4日 15:38\n\n\
         The mayor lashed out at \"paper walls\" on Monday, urging the province to pay.\n\nShe named no sum\n\n\n\
         \"We have moved it twice,\" she said.\nNobody answered her for quite some time that evening.\n\n\
         Relevant articles\n    Tide tables\n    Eel counts",
        &[
            "n index > Harbour News",
            "t Mayor slams \"paper walls,\" wants a gate",
            "b Source:Harbour News 2024年3月4日 15:38",
            "p The mayor lashed out at \"paper walls\" on Monday, urging the province to pay.",
            "p She named no sum",
            "p \"We have moved it twice,\" she said.",
            "p Nobody answered her for quite some time that evening.",
            "l Relevant articles",
            "l Tide tables",
            "l Eel counts",
        ],
    );
}

#[test]
fn a_chinese_article() {
    check(
        "首页 > 新闻 > 本地\n盐岛镇要建水闸\n来源：河口评论 2024年3月4日\n\n\
         \u{3000}\u{3000}盐岛社3月4日电（记者江晚）一月里，海水连着三夜漫过堤岸，在集市广场上一直停到天亮，镇上的人都没有睡。\n\n\
         谁来付钱\n\n\u{3000}\u{3000}镇长说：“五年里，我们把学校图书馆搬了两次，不会再让孩子们把书抱上楼去。”\n\n相关文章\n潮汐表",
        &[
            "n 首页 > 新闻 > 本地",
            "t 盐岛镇要建水闸",
            "b 来源：河口评论 2024年3月4日",
            "p 盐岛社3月4日电（记者江晚）一月里，海水连着三夜漫过堤岸，在集市广场上一直停到天亮，镇上的人都没有睡。",
            "h 谁来付钱",
            "p 镇长说：“五年里，我们把学校图书馆搬了两次，不会再让孩子们把书抱上楼去。”",
            "l 相关文章",
            "l 潮汐表",
        ],
    );
}

#[test]
fn hard_wrapped_lines_are_one_paragraph() {
    check(
        "A TOWN ARGUES WITH THE TIDE\nby Mara Ellison\n\n\
         For three nights in January the sea came over the wall at\nSaltholm and stood in the market square until morning. Nobody\nslept. “We have moved the library twice,” said the mayor, who\nhad been up since four.\n\n\
         Who pays\n\n\
         The gate is to cost forty-one million, of which the town is\nto pay eleven.\n",
        &[
            "t A TOWN ARGUES WITH THE TIDE",
            "b by Mara Ellison",
            "p For three nights in January the sea came over the wall at/Saltholm and stood in the market square until morning. Nobody/slept. “We have moved the library twice,” said the mayor, who/had been up since four.",
            "h Who pays",
            "p The gate is to cost forty-one million, of which the town is/to pay eleven.",
        ],
    );
}

#[test]
fn hard_wrapped_paragraphs_parted_by_setting_in() {
    check(
        "  For three nights in January the sea came over the wall and\nstood in the market square until morning. Nobody slept.\n  The answer that the council prefers is a gate across the\nriver mouth, four hundred metres long, and closing by itself\nwhenever the water asks for it.\n  Not everyone wanted it, and those who did were not agreed\non who should pay.\n",
        &[
            "p For three nights in January the sea came over the wall and/stood in the market square until morning. Nobody slept.",
            "p The answer that the council prefers is a gate across the/river mouth, four hundred metres long, and closing by itself/whenever the water asks for it.",
            "p Not everyone wanted it, and those who did were not agreed/on who should pay.",
        ],
    );
}

#[test]
fn hard_wrapped_chinese() {
    check(
        "　　一月里，海水连着三夜漫过盐岛镇的堤岸，在集\n市广场上一直停到天亮。镇长说，五年里他们把学校图\n书馆搬了两次，不会再让孩子们把书抱上楼去。\n　　镇议会倾向的办法，是在河口建一道四百米长的水\n闸。\n",
        &[
            "p 一月里，海水连着三夜漫过盐岛镇的堤岸，在集/市广场上一直停到天亮。镇长说，五年里他们把学校图/书馆搬了两次，不会再让孩子们把书抱上楼去。",
            "p 镇议会倾向的办法，是在河口建一道四百米长的水/闸。",
        ],
    );
}

#[test]
fn a_hard_wrapped_transcript_breaks_at_its_names() {
    check(
        "HALLORAN: We have moved the school library twice in five\nyears, and I will not ask the children to carry it upstairs\nagain this winter.\nREYK: A wall is a promise you make once. A gate is a promise\nthat you keep every winter.\nHALLORAN: Then keep it.\n",
        &[
            "p HALLORAN: We have moved the school library twice in five/years, and I will not ask the children to carry it upstairs/again this winter.",
            "p REYK: A wall is a promise you make once. A gate is a promise/that you keep every winter.",
            "p HALLORAN: Then keep it.",
        ],
    );
}

#[test]
fn verse_and_dialogue_keep_their_lines() {
    check(
        "The sea came up the harbour stair,\nIt had no business being there,\nIt looked about the market square\nAnd went away again.\n\nThe mayor wrote it down in chalk,\nThe water did not stay to talk,\n",
        &[
            "p The sea came up the harbour stair,",
            "p It had no business being there,",
            "p It looked about the market square",
            "p And went away again.",
            "p The mayor wrote it down in chalk,",
            "p The water did not stay to talk,",
        ],
    );
    check(
        "“Who pays?” she asked.\n“The province,” he said.\n“And if it does not?”\n“Then you do.”\n",
        &["p “Who pays?” she asked.", "p “The province,” he said.", "p “And if it does not?”", "p “Then you do.”"],
    );
}

#[test]
fn a_paragraph_on_every_line() {
    check(
        "The gate at Saltholm\nFor three nights in January the sea came over the harbour wall at Saltholm and stood in the market square until morning, and nobody slept.\nShort one.\nWho pays\nThe gate is to cost forty-one million, of which the town is to pay eleven, and the province the rest, if the plans are handed in by June.\n",
        &[
            "t The gate at Saltholm",
            "p For three nights in January the sea came over the harbour wall at Saltholm and stood in the market square until morning, and nobody slept.",
            "p Short one.",
            "h Who pays",
            "p The gate is to cost forty-one million, of which the town is to pay eleven, and the province the rest, if the plans are handed in by June.",
        ],
    );
}

#[test]
fn a_text_without_a_title() {
    let long = "For three nights in January the sea came over the harbour wall at Saltholm and stood in the market square until morning. Nobody slept, and in the morning the water was gone.";
    check(&format!("{long}\n\nShe left."), &[&format!("p {long}"), "p She left."]);
    check("The gate is here", &["p The gate is here"]);
    check(
        "“We moved it,” she said.\n\nNobody answered her for some time.",
        &["p “We moved it,” she said.", "p Nobody answered her for some time."],
    );
    check(
        "It rained.\n\nThe water rose until it stood in the square.",
        &["p It rained.", "p The water rose until it stood in the square."],
    );
    check("", &[]);
    check(" \n\u{feff}\n", &[]);
}

#[test]
fn titles_and_bylines() {
    check(
        "Home | News | Harbour\n\nThe gate\n\nMara Ellison\nThe Estuary Review\n4 March 2024\n\nIt closes nine times a year.",
        &[
            "n Home | News | Harbour",
            "t The gate",
            "b Mara Ellison",
            "b The Estuary Review",
            "b 4 March 2024",
            "p It closes nine times a year.",
        ],
    );
    check(
        "By Mara Ellison\n4 March 2024\n\nWho will close the gate?\n\nIt closes nine times a year.",
        &["b By Mara Ellison", "b 4 March 2024", "t Who will close the gate?", "p It closes nine times a year."],
    );
    check(
        "A gate for Saltholm,\nand who will close it\n\nBy Mara Ellison\n\nIt closes nine times a year.",
        &["t A gate for Saltholm,/and who will close it", "b By Mara Ellison", "p It closes nine times a year."],
    );
}

#[test]
fn a_standfirst_between_title_and_byline() {
    check(
        "The gate\n\nHow a town of two thousand came to argue about a wall.\n\nBy Mara Ellison\n\nIt closes nine times a year.",
        &[
            "t The gate",
            "p How a town of two thousand came to argue about a wall.",
            "b By Mara Ellison",
            "p It closes nine times a year.",
        ],
    );
}

#[test]
fn page_and_scene_breaks() {
    check(
        "The gate\n\nIt closes nine times a year, and more often later.\n\n- 3 -\n\n\u{c}The wall stays.\n\n* * *\n\nThe sea came again in spring.\n\u{c}4\nIt stayed.\n---\nIt left.",
        &[
            "t The gate",
            "p It closes nine times a year, and more often later.",
            "- - 3 -//^L",
            "p The wall stays.",
            "- * * *",
            "p The sea came again in spring.",
            "- ^L4",
            "p It stayed.",
            "- ---",
            "p It left.",
        ],
    );
}

#[test]
fn lists_keep_their_items() {
    check(
        "The council decided on Monday evening, after a hearing of three\nhours, to ask the province for the following:\n\n- a gate across the river mouth, four hundred metres long and\n  closing by itself;\n- a count of the eels;\n- a pump.\n",
        &[
            "p The council decided on Monday evening, after a hearing of three/hours, to ask the province for the following:",
            "p - a gate across the river mouth, four hundred metres long and/  closing by itself;",
            "p - a count of the eels;",
            "p - a pump.",
        ],
    );
}

#[test]
fn a_lone_carriage_return_breaks_a_line() {
    check(
        "The gate\r\rIt closes nine times a year.\rIt opens.",
        &["t The gate", "p It closes nine times a year.", "p It opens."],
    );
}

#[test]
fn long_texts_take_one_pass() {
    assert_eq!(blocks_of(&"It came and went ".repeat(60_000)).len(), 1);
    assert_eq!(blocks_of(&"It came.\n".repeat(100_000)).len(), 100_000);
    assert_eq!(blocks_of(&"\n".repeat(1_000_000)).len(), 0);
    assert_eq!(blocks_of(&"\u{c}".repeat(100_000)).len(), 1);
    assert_eq!(blocks_of(&"- ".repeat(100_000)).len(), 1);
}

/// Blocks lie in order, hold something, and leave out white space alone.
fn check_cover(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for block in blocks_of(text) {
        let range = block.range.bytes();
        let words = &text[range.clone()];
        prop_assert!(range.start >= end && !words.is_empty());
        prop_assert!(text[end..range.start].chars().all(is_white));
        if block.kind != BlockKind::PageBreak {
            prop_assert_eq!(words.trim_matches(is_white), words);
        }
        end = range.end;
    }
    prop_assert!(text[end..].chars().all(is_white));
    Ok(())
}

proptest! {
    #[test]
    fn blocks_cover_any_text(text in "(?s).{0,200}") {
        check_cover(&text)?;
    }

    #[test]
    fn blocks_cover_texts_that_look_like_articles(
        lines in proptest::collection::vec(
            prop_oneof![
                Just(String::new()), Just("The gate".to_owned()), Just("By Mara Ellison".to_owned()), Just("* * *".to_owned()),
                Just("- 3 -".to_owned()), Just("\u{c}".to_owned()), Just("7".to_owned()), Just("Home > News".to_owned()),
                Just("Related articles".to_owned()), Just("4 March 2024".to_owned()), Just("REYK: A gate.".to_owned()),
                Just("  来源：河口评论 2024年3月4日".to_owned()), Just("月".to_owned()), Just("3月".to_owned()),
                "[A-Za-z ,.“”:>|·—]{0,90}", "[\u{4e00}-\u{4e20}，。：“”年月日0-9]{0,50}", "\\PC{0,20}",
            ],
            0..30,
        ),
        end in prop_oneof![Just("\n"), Just("\r"), Just("\n\n"), Just("\u{2028}")],
    ) {
        check_cover(&lines.join(end))?;
    }
}
