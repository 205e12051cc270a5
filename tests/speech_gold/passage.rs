//! Passages whose speech is marked where it stands, and how an answer is held against them.

use std::{cmp::Reverse, fmt::Write as _, ops::Range};

use quotemark::{
    article::Article,
    open,
    speech::{QuotationKind, Speech},
};

/// How much of reported speech must be found: shared words by all words of both.
const ENOUGH: f64 = 0.8;

/// The share of passages, in per cent, that should be right.
const GOAL: usize = 95;

/// What somebody says in a passage.
struct Said {
    range: Range<usize>,
    kind: QuotationKind,
    /// None where nobody is to be named.
    speaker: Option<String>,
}

struct Passage {
    text: String,
    said: Vec<Said>,
}

/// A file of passages.
struct Gold {
    passages: Vec<Passage>,
    /// The opening words of those that go wrong and are known to.
    known: Vec<String>,
}

impl Gold {
    fn read(file: &str) -> Self {
        let path = format!("{}/tests/data/speech/{file}", env!("CARGO_MANIFEST_DIR"));
        let source = std::fs::read_to_string(path).expect("the gold file is there");
        let mut gold = Self { passages: Vec::new(), known: Vec::new() };
        let (mut lines, mut passage) = (source.lines(), String::new());
        for line in lines.by_ref().take_while(|line| *line != "known:").filter(|line| !line.starts_with('#')) {
            if let Some(opening) = line.strip_prefix("- ") {
                gold.add(&passage);
                passage = opening.to_owned();
            } else {
                passage.push('\n');
                passage.push_str(line);
            }
        }
        gold.add(&passage);
        gold.known = lines.map(str::to_owned).filter(|line| !line.is_empty()).collect();
        gold
    }

    fn add(&mut self, marked: &str) {
        if !marked.trim().is_empty() {
            self.passages.push(Passage::read(marked.trim()));
        }
    }
}

impl Passage {
    /// Takes the marks out of a passage and keeps them.
    fn read(marked: &str) -> Self {
        let mut passage = Self { text: String::new(), said: Vec::new() };
        let mut open = Vec::new();
        let mut rest = marked;
        while let Some(at) = rest.find(['{', '}']) {
            passage.text.push_str(&rest[..at]);
            let end = passage.text.len();
            let behind = &rest[at + 1..];
            if rest[at..].starts_with('}') {
                let (speaker, kind, start): (&str, QuotationKind, usize) =
                    open.pop().unwrap_or_else(|| panic!("a brace has no beginning: {marked}"));
                let speaker = (speaker != "?").then(|| speaker.to_owned());
                passage.said.push(Said { range: start..end, kind, speaker });
                rest = behind;
                continue;
            }
            let (speaker, words) =
                behind.split_once('|').unwrap_or_else(|| panic!("nobody is named behind a brace: {marked}"));
            let (kind, words) = if let Some(words) = words.strip_prefix("indirect|") {
                (QuotationKind::Indirect, words)
            } else if let Some(words) = words.strip_prefix("mixed|") {
                (QuotationKind::Mixed, words)
            } else {
                (QuotationKind::Direct, words)
            };
            open.push((speaker, kind, end));
            rest = words;
        }
        assert!(open.is_empty(), "a brace has no end: {marked}");
        passage.text.push_str(rest);
        // what holds another's words first
        passage.said.sort_by_key(|said| (said.range.start, Reverse(said.range.end)));
        passage
    }

    fn opening(&self) -> &str {
        self.text.lines().next().unwrap_or("")
    }

    /// What is wrong with the answer, one line each.
    fn faults(&self) -> Vec<String> {
        let article = open::from_bytes("a.txt", self.text.as_bytes()).expect("opens").article;
        assert_eq!(article.text(), &*self.text, "opening changes nothing");
        let mut answers = answers(&article);
        let mut faults = Vec::new();
        for said in &self.said {
            let words = &self.text[said.range.clone()];
            let nearest = (0..answers.len()).max_by_key(|at| shared(&answers[*at].range, &said.range));
            let Some(nearest) = nearest.filter(|at| shared(&answers[*at].range, &said.range) > 0) else {
                faults.push(format!("not found: {words}"));
                continue;
            };
            let answer = answers.remove(nearest);
            let found = &self.text[answer.range.clone()];
            let exact = said.kind == QuotationKind::Direct;
            if if exact { answer.range != said.range } else { likeness(&answer.range, &said.range) < ENOUGH } {
                faults.push(format!("bounds: {words}\n            found: {found}"));
            } else if answer.kind != said.kind {
                faults.push(format!("kind: {words} is {:?}, found as {:?}", said.kind, answer.kind));
            }
            if !same_speaker(answer.speaker.as_deref(), said.speaker.as_deref()) {
                let name = |speaker: &Option<String>| speaker.clone().unwrap_or_else(|| "nobody".to_owned());
                faults.push(format!(
                    "speaker: {words} is {}'s, given to {}",
                    name(&said.speaker),
                    name(&answer.speaker)
                ));
            }
        }
        let unsaid = answers.iter().map(|answer| format!("not speech: {}", &self.text[answer.range.clone()]));
        faults.extend(unsaid);
        faults
    }
}

/// What is said according to the program.
fn answers(article: &Article) -> Vec<Said> {
    let speech = Speech::of(article);
    let answer = |quotation: &quotemark::speech::Quotation| Said {
        range: quotation.range.bytes(),
        kind: quotation.kind,
        speaker: quotation.speaker.map(|id| speech.speaker(id).name.clone()),
    };
    speech.quotations.iter().map(answer).collect()
}

/// A title or an article before the name is no fault: "Mayor Ada Hill" is Ada Hill, "The officials" are officials.
fn same_speaker(answer: Option<&str>, gold: Option<&str>) -> bool {
    let (answer, gold) = match (answer, gold) {
        (Some(answer), Some(gold)) => (answer.to_lowercase(), gold.to_lowercase()),
        (answer, gold) => return answer == gold,
    };
    // Whole words only; Chinese writes a title and a name as one, so there any letter may stand before.
    let behind_a_word = |title: &str| !title.ends_with(|letter: char| letter.is_alphabetic() && letter < '\u{2e80}');
    answer.strip_suffix(&gold).is_some_and(behind_a_word)
}

fn shared(one: &Range<usize>, other: &Range<usize>) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}

fn likeness(one: &Range<usize>, other: &Range<usize>) -> f64 {
    let shared = shared(one, other);
    shared as f64 / (one.len() + other.len() - shared) as f64
}

/// Holds every passage of a file against what is marked in it. At least `floor` per cent must be right; the others
/// must be those, and only those, that the file lists as known.
pub fn check(file: &str, floor: usize) {
    let gold = Gold::read(file);
    let (mut right, mut report) = (0, String::new());
    let mut listed = vec![0_usize; gold.known.len()];
    for passage in &gold.passages {
        let entry = gold.known.iter().position(|known| passage.text.starts_with(known.as_str()));
        if let Some(entry) = entry {
            listed[entry] += 1;
        }
        let faults = passage.faults();
        right += usize::from(faults.is_empty());
        if entry.is_none() && !faults.is_empty() {
            let _ = write!(report, "\nwrong: {}", passage.opening());
            for fault in &faults {
                let _ = write!(report, "\n    {fault}");
            }
        } else if entry.is_some() && faults.is_empty() {
            let _ = write!(report, "\nright now, take it off the known list: {}", passage.opening());
        }
    }
    for (known, times) in gold.known.iter().zip(listed) {
        if times != 1 {
            let _ = write!(report, "\nknown, but {times} passages begin so: {known}");
        }
    }
    let all = gold.passages.len();
    let share = format!("{file}: {right} of {all} passages are right, {:.1} %", 100.0 * right as f64 / all as f64);
    println!("{share}");
    assert!(report.is_empty(), "{share}{report}");
    assert!(right * 100 >= floor * all, "{share}; {floor} % must be, and the goal is {GOAL} %");
}
