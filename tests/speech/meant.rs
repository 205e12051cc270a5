//! Whom a pronoun, a role or a surname means.

use quotemark::open;
use quotemark::speech::{SURE, Speech};

/// Who speaks the last quotation of a text.
fn check_last(text: &str, expected: &str) {
    let article = open::from_bytes("article.txt", text.as_bytes()).expect("plain text opens").article;
    let speech = Speech::of(&article);
    let speaker = speech.quotations.last().and_then(|quotation| quotation.speaker);
    assert_eq!(speaker.map(|id| speech.speaker(id).name.as_str()), Some(expected), "in {text}");
}

#[test]
fn whoever_was_told_of_last_is_meant() {
    let known = "Mayor Olga Finch was late. “We are sorry,” she said.\n\n";
    check_last(&format!("{known}The cart belonged to a young roofer. “It was full,” she said."), "a young roofer");
    check_last(&format!("{known}Her brother, Piet, keeps the mill. “It is late,” he said."), "Piet");
    check_last(&format!("{known}Their niece, nine, was sure. “It was me,” she said."), "Their niece");
    check_last(&format!("{known}“It rang,” said a nurse in a shawl, who gave her name as Wilma Sturt."), "Wilma Sturt");
    check_last("Halden Hydraulics denied it. In a letter the firm said: “We paid.”", "Halden Hydraulics");
    check_last("Ines Korda and Paul Brandt bake. “We open at four,” the couple said.", "Ines Korda and Paul Brandt");
}

#[test]
fn whoever_may_be_kin_is_not_sure() {
    let is_sure = |kin: &str| {
        let text =
            format!("Mara Quill runs a laundry. {kin} folded shirts at the back. “Six hundred a day,” she said.");
        let article = open::from_bytes("article.txt", text.as_bytes()).expect("plain text opens").article;
        Speech::of(&article).quotations[0].confidence >= SURE
    };
    assert!(is_sure("Her husband"));
    assert!(!is_sure("Her daughter"));
    assert!(!is_sure("Her deputy"));
}

#[test]
fn a_clause_that_calls_something_so_has_its_own_speaker() {
    check_last("Olga Finch opened what the minutes call “a long rest” in May.", "the minutes");
    check_last("It broke, a word that the roofer, Tom Arden, rendered as “gone for good and all”.", "Tom Arden");
    check_last("Two roofers saw Olga Finch. “It rang,” said one of them.", "one of them");
    check_last("“Bring me the ladle,” the cook went on, “and see Olga Finch.”", "the cook");
}

#[test]
fn german_nouns_lead_to_whom_they_mean() {
    let accused = "Die Staatsanwaltschaft wirft Henning Krull, 47, Betrug vor.";
    check_last(&format!("{accused} „Ich war nie dort“, sagte der Angeklagte."), "Henning Krull");
    check_last(&format!("{accused}\n\nEs regnete.\n\n„Ich war nie dort“, sagte der 47-Jährige."), "Henning Krull");
    check_last("Das Gericht hörte eine Köchin aus Lys. „Er war höflich“, sagte die Zeugin.", "eine Köchin");
    check_last("Nadja Brandt kam zu spät. „Der Zug“, sagte die Blondine und lachte.", "Nadja Brandt");
    check_last("Zwei Wirte widersprechen Ulf Hill. „Es regnet rein“, sagt einer von ihnen.", "einer von ihnen");
    check_last("Ulf Hill klagt. Er sei, so steht es in der Vorlage, „weder schön noch sicher“.", "der Vorlage");
}

#[test]
fn pronouns_tell_what_a_given_name_does_not() {
    // 'Charlie' is mostly a man
    let team = "Charlie Okon and Dana Whit played. Okon shot well, though her arm hurt.\n\n“I said no,” Whit said.";
    check_last(&format!("{team}\n\nOkon confirmed it.\n\n“Only in August,” she said."), "Charlie Okon");
    check_last("Ines Quill met Femi Ade. Ade lives with his aunt. “I sing,” she said.", "Ines Quill");
}

#[test]
fn a_title_tells_one_of_a_surname_from_another() {
    let couple = "Ken Drabble and Sheila Drabble live at the lock.";
    check_last(&format!("{couple} “It leaks,” Mrs Drabble said."), "Sheila Drabble");
    check_last(&format!("{couple} Mrs Drabble laughed. “It leaks,” she said."), "Sheila Drabble");
    check_last("Sheila Drabble and Ken Drabble came. Mr Drabble laughed. “It leaks,” he said.", "Ken Drabble");
    check_last(&format!("{couple} Mrs Drabble laughed.\n\nHer husband sighed. “It leaks,” he said."), "Ken Drabble");
    check_last(
        "Grant Hollow runs again. His wife, Patricia Hollow, helps. “Send me back,” Hollow said.",
        "Grant Hollow",
    );
}

#[test]
fn the_subject_behind_words_of_time_and_place_is_meant() {
    let known = "“No,” Tom Lund said.\n\n";
    for opening in [
        "Last month,",
        "Two years ago,",
        "A week later,",
        "In the car behind the stop in Benton Ridge,",
        "In 2012, when he first ran,",
        "When he was young,",
    ] {
        check_last(&format!("{known}{opening} Ted Strom took the boat. “I was sorry,” he said."), "Ted Strom");
    }
}

#[test]
fn a_child_of_whom_an_age_is_told_is_meant() {
    let known = "“No,” Adela Whit said.\n\n";
    check_last(&format!("{known}Her grandson Luka, 9, had slept in the mill. “I counted,” he said."), "Luka");
    check_last(&format!("{known}Her friend Theo, seven, was more direct. “Keep him,” he wrote."), "Theo");
    check_last(&format!("{known}Maya Terz disagreed.\n\n“Here,” the 6-foot-5 center said."), "Maya Terz");
}

#[test]
fn what_is_no_speaker_is_not_meant() {
    check_last("Ada Tarr sang. Twenty-two years ago, she was known to all. “I was in Lys,” she said.", "Ada Tarr");
    check_last("It grows, according to a study published on Monday. Ada Tarr laughed. “Yes,” she said.", "Ada Tarr");
    check_last("Tom Lund, who is on leave, said by phone that he did not remember it.", "Tom Lund");
    check_last("Asked by a reporter at the time whether it was late, Ada Tarr left.", "a reporter");
}

#[test]
fn whoever_is_told_of_by_what_they_were_is_meant() {
    let headline = "Bus cuts will leave us stranded, say villagers\n\nVillagers were told on Monday.\n\n";
    let cook = "Retired school cook Maud Tapp, 78, who does not drive, takes the bus.\n\n“I need it,” she said.";
    check_last(&format!("{headline}{cook}"), "Maud Tapp");
    check_last(
        "“No,” Tom Lund said.\n\nThe note was signed by Dean of Libraries Joon-ho Baek. It was late, Baek said.\n\n\
        “I waited,” he said.",
        "Joon-ho Baek",
    );
    check_last(
        "“No,” said Tempora Health. Start small, advised Karen Stubb, a cook.\n\n“Walk,” she said.",
        "Karen Stubb",
    );
    check_last("Halver AG cut its forecast. The Kessen-based company said it now expected a loss.", "Halver AG");
}

#[test]
fn the_whole_of_a_source_is_the_speaker() {
    check_last("Zurab Lund spoke. Lund’s office, in a statement, said its men had not fired.", "Lund’s office");
    check_last("Dutch packaging maker Halvex said it would close two plants.", "Halvex");
    check_last("So did Vern Oaks, 66, a retired roofer, who said that he was not sure.", "Vern Oaks");
    check_last(
        "Two people familiar with the matter told the Lys Post that Halvex had sold it.",
        "Two people familiar with the matter",
    );
}

#[test]
fn capitals_alone_repeat_nothing() {
    let text = "“INTERNATIONALISATION”\n\n“Nothing was left of the mill,” said Maud Rey on Monday.";
    let article = open::from_bytes("article.txt", text.as_bytes()).expect("plain text opens").article;
    let said: Vec<_> = Speech::of(&article).quotations.into_iter().filter(|said| said.speaker.is_some()).collect();
    assert_eq!(said.len(), 1);
}

#[test]
fn whom_a_headline_is_about_does_not_speak_it() {
    let text = "'He is one of us': village fights to keep its warden\n\nThe council met on Monday.";
    let article = open::from_bytes("article.txt", text.as_bytes()).expect("plain text opens").article;
    assert!(Speech::of(&article).quotations[0].speaker.is_none());
}
