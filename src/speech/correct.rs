//! The reader's corrections laid over what was found, and what follows from them.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::{Quotation, QuotationKind, Speaker, SpeakerId, Speech, Why};
use crate::article::{Article, TextRange, words_in};
use crate::excerpt::one_line;

/// What a reader says of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is said by this person.
    SaidBy(String),
    /// Nobody says it: a title, a nickname, a word at arm's length.
    NotSpeech,
    /// It is speech that was missed, of this person or of nobody known.
    Speech(Option<String>),
}

/// All that a reader corrected in one article, in the order it was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    pub verdicts: Vec<(TextRange, Verdict)>,
    /// Names that stand for other names: the first is shown as the second.
    pub same: Vec<(String, String)>,
}

impl Corrections {
    pub fn is_empty(&self) -> bool {
        self.verdicts.is_empty() && self.same.is_empty()
    }

    /// The name that a name is shown as, through however many steps; a circle ends where it began.
    pub fn name_of<'a>(&'a self, name: &'a str) -> &'a str {
        let mut shown = name;
        for _ in 0..self.same.len() {
            match self.same.iter().rev().find(|(from, to)| from == shown && to != shown) {
                Some((_, to)) if to != name => shown = to,
                _ => break,
            }
        }
        shown
    }
}

/// Somebody's words while speakers are still names.
struct Said {
    quotation: Quotation,
    /// Shared with all that the same speaker says.
    name: Option<Rc<str>>,
    /// Whether the reader said so of this very passage.
    ruled: bool,
}

impl Speech {
    /// This speech with a reader's corrections laid over it. A verdict goes on to the quotations that follow from the
    /// corrected one: those with the same words for the speaker, and those whose pronoun leads back to it.
    pub fn corrected(&self, article: &Article, corrections: &Corrections) -> Self {
        let names: Vec<Rc<str>> = self.speakers.iter().map(|speaker| Rc::from(speaker.name.as_str())).collect();
        let name_of = |quotation: &Quotation| quotation.speaker.map(|id| Rc::clone(&names[id.number()]));
        let said =
            |quotation: &Quotation| Said { name: name_of(quotation), quotation: quotation.clone(), ruled: false };
        let mut all: Vec<Said> = self.quotations.iter().map(said).collect();
        for (range, verdict) in &corrections.verdicts {
            rule(&mut all, article, *range, verdict);
        }
        for one in &mut all {
            let shown = one.name.as_deref().map(|name| corrections.name_of(name));
            if shown != one.name.as_deref() {
                one.name = shown.map(Rc::from);
            }
        }
        listed(self, article, all)
    }

    /// How many quotations are another speaker's here than in `before`, which has the same quotations.
    pub fn moved_from(&self, before: &Self) -> usize {
        fn name<'a>(speech: &'a Speech, quotation: &Quotation) -> Option<&'a str> {
            quotation.speaker.map(|id| speech.speaker(id).name.as_str())
        }
        // there may be hundreds of thousands
        let mut known: FxHashMap<TextRange, &Quotation> = FxHashMap::default();
        for other in &before.quotations {
            known.entry(other.range).or_insert(other);
        }
        let is_moved = |quotation: &&Quotation| {
            known.get(&quotation.range).is_some_and(|other| name(self, quotation) != name(before, other))
        };
        self.quotations.iter().filter(is_moved).count()
    }

    /// The number of the quotation that a passage is most likely about: the one that shares most with it.
    pub fn quotation_on(&self, range: TextRange) -> Option<usize> {
        nearest(self.quotations.iter().map(|quotation| quotation.range), range)
    }
}

/// The number of the range that shares most with another one, at least half of the shorter.
fn nearest(ranges: impl Iterator<Item = TextRange>, range: TextRange) -> Option<usize> {
    let shared = |other: TextRange| other.overlap(range).map_or(0, TextRange::len);
    ranges
        .enumerate()
        .filter(|(_, other)| 2 * shared(*other) >= other.len().min(range.len()) && shared(*other) > 0)
        .max_by_key(|(number, other)| (shared(*other), std::cmp::Reverse(*number)))
        .map(|(number, _)| number)
}

fn rule(all: &mut Vec<Said>, article: &Article, range: TextRange, verdict: &Verdict) {
    let found = nearest(all.iter().map(|said| said.quotation.range), range);
    let name = match verdict {
        Verdict::NotSpeech => {
            found.into_iter().for_each(|number| _ = all.remove(number));
            return;
        }
        Verdict::SaidBy(name) => Some(Rc::from(name.as_str())),
        Verdict::Speech(name) => name.as_deref().map(Rc::from),
    };
    match found {
        Some(number) => attribute(all, article, number, name),
        None => add(all, range, name),
    }
}

/// Puts in speech that was not found.
fn add(all: &mut Vec<Said>, range: TextRange, name: Option<Rc<str>>) {
    let quotation = Quotation {
        range,
        kind: QuotationKind::Direct,
        inside: None,
        speaker: None,
        source: None,
        cue: None,
        why: Why::Marked,
        confidence: 1.0,
    };
    let at = all.partition_point(|said| said.quotation.range.start() <= range.start());
    all.insert(at, Said { quotation, name, ruled: true });
}

/// Gives a quotation another speaker, and those that follow from it.
fn attribute(all: &mut [Said], article: &Article, number: usize, name: Option<Rc<str>>) {
    let before = all[number].name.clone();
    let source = all[number].quotation.source;
    let words = |said: &Said| said.quotation.source.map(|source| article.slice(source).to_lowercase());
    let source_words = words(&all[number]);
    all[number].ruled = true;
    give(&mut all[number], name.as_ref(), Why::Corrected);
    // Names and roles mean the same person everywhere, a pronoun only until somebody else is named.
    let is_everywhere =
        source_words.as_ref().is_some_and(|words| words.contains(' ') || shares_word(words, before.as_deref()));
    let follows: Vec<bool> = all
        .iter()
        .map(|said| {
            let same_source = source.is_some() && said.quotation.source == source;
            !said.ruled && said.name == before && (same_source || is_everywhere && words(said) == source_words)
        })
        .collect();
    let mut led = false;
    for (at, said) in all.iter_mut().enumerate() {
        let leads_back = led && !said.ruled && said.name == before && points_back(&words(said), before.as_deref());
        if follows[at] || leads_back {
            give(said, name.as_ref(), Why::Follows);
        } else if at != number {
            // Somebody is named, or another person speaks: pronouns lead there from now on.
            led = led && said.name == name && name.is_some();
            continue;
        }
        led = true;
    }
}

fn give(said: &mut Said, name: Option<&Rc<str>>, why: Why) {
    said.name = name.cloned();
    said.quotation.why = why;
    said.quotation.confidence = 1.0;
}

/// Whether words for a speaker name nobody, but lead back to somebody: "he", "sie", or none at all.
fn points_back(words: &Option<String>, name: Option<&str>) -> bool {
    words.as_ref().is_none_or(|words| !words.contains(' ') && !shares_word(words, name))
}

fn shares_word(words: &str, name: Option<&str>) -> bool {
    let name = name.unwrap_or_default().to_lowercase();
    words.split_whitespace().any(|word| name.split(|letter: char| !letter.is_alphanumeric()).any(|part| part == word))
}

/// Numbers the speakers anew: most words first, as without corrections.
fn listed(found: &Speech, article: &Article, all: Vec<Said>) -> Speech {
    let mut speakers: Vec<Speaker> = Vec::new();
    let mut numbers: FxHashMap<Rc<str>, usize> = FxHashMap::default();
    for said in &all {
        let Some(name) = &said.name else {
            continue;
        };
        let words = words_in(article.slice(said.quotation.range));
        let number = *numbers.entry(Rc::clone(name)).or_insert_with(|| {
            speakers.push(Speaker { name: name.to_string(), also: Vec::new(), quotations: 0, words: 0 });
            speakers.len() - 1
        });
        let speaker = &mut speakers[number];
        speaker.quotations += 1;
        speaker.words += words;
        let source = said.quotation.source.map(|source| one_line(article.slice(source)));
        let found_as = said.quotation.speaker.map(|id| found.speaker(id).name.clone());
        for other in source.into_iter().chain(found_as) {
            if other != speaker.name && !speaker.also.contains(&other) {
                speaker.also.push(other);
            }
        }
    }
    // The sort keeps the order of first words among equals.
    speakers.sort_by_key(|speaker| std::cmp::Reverse(speaker.words));
    let numbers: FxHashMap<&str, usize> =
        speakers.iter().enumerate().map(|(number, speaker)| (speaker.name.as_str(), number)).collect();
    let quotations = all
        .into_iter()
        .map(|said| {
            let id = said.name.and_then(|name| numbers.get(&*name).copied());
            Quotation { speaker: id.map(SpeakerId::at), ..said.quotation }
        })
        .collect();
    Speech { speakers, quotations, told: found.told.clone() }
}

#[cfg(test)]
mod tests {
    use super::{Corrections, Verdict};
    use crate::{
        article::{Article, TextRange},
        open,
        speech::Speech,
    };

    const TEXT: &str = "“The wall will hold,” said Ada Brandt, the mayor. “It held in 1953,” she said.\n\n\
        “Nobody asked the ferrymen,” said Jon Weir. “We would have said no,” he added.\n\n\
        “The count is done,” the mayor said.\n";

    fn article() -> Article {
        open::from_bytes("a.txt", TEXT.as_bytes()).unwrap().article
    }

    fn place(words: &str) -> TextRange {
        let start = TEXT.find(words).unwrap();
        TextRange::of_bytes(TEXT, start, start + words.len()).unwrap()
    }

    fn speakers(speech: &Speech) -> Vec<(String, String)> {
        let article = article();
        let name = |speaker: Option<_>| speaker.map_or("nobody".to_owned(), |id| speech.speaker(id).name.clone());
        let first = |range| article.slice(range).chars().skip(1).take_while(|letter| *letter != ' ').collect();
        speech.quotations.iter().map(|quotation| (first(quotation.range), name(quotation.speaker))).collect()
    }

    fn check(verdicts: &[(&str, Verdict)], same: &[(&str, &str)], expected: &[(&str, &str)]) {
        let article = article();
        let corrections = Corrections {
            verdicts: verdicts.iter().map(|(words, verdict)| (place(words), verdict.clone())).collect(),
            same: same.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect(),
        };
        let speech = Speech::of(&article).corrected(&article, &corrections);
        let found = speakers(&speech);
        let found: Vec<(&str, &str)> = found.iter().map(|(word, name)| (word.as_str(), name.as_str())).collect();
        assert_eq!(found, expected);
        let words: usize = speech.speakers.iter().map(|speaker| speaker.quotations).sum();
        assert_eq!(words, speech.quotations.iter().filter(|quotation| quotation.speaker.is_some()).count());
    }

    const AS_FOUND: [(&str, &str); 5] = [
        ("The", "Ada Brandt"),
        ("It", "Ada Brandt"),
        ("Nobody", "Jon Weir"),
        ("We", "Jon Weir"),
        ("The", "Ada Brandt"),
    ];

    #[test]
    fn nothing_is_corrected_by_nothing() {
        check(&[], &[], &AS_FOUND);
    }

    #[test]
    fn a_correction_goes_on_through_the_pronouns_after_it() {
        let jon = Verdict::SaidBy("Ola Nordmann".to_owned());
        let mut expected = AS_FOUND;
        (expected[2].1, expected[3].1) = ("Ola Nordmann", "Ola Nordmann");
        check(&[("“Nobody asked the ferrymen,”", jon)], &[], &expected);
    }

    #[test]
    fn it_is_told_how_many_quotations_moved() {
        let article = article();
        let found = Speech::of(&article);
        let verdict = Verdict::SaidBy("Ola Nordmann".to_owned());
        let corrections =
            Corrections { verdicts: vec![(place("“Nobody asked the ferrymen,”"), verdict)], same: Vec::new() };
        assert_eq!(found.corrected(&article, &corrections).moved_from(&found), 2);
        assert_eq!(found.moved_from(&found), 0);
    }

    #[test]
    fn what_the_reader_said_of_a_passage_stays() {
        let verdict = |name: &str| Verdict::SaidBy(name.to_owned());
        let mut expected = AS_FOUND;
        (expected[2].1, expected[3].1) = ("Ola Nordmann", "Kari Nordmann");
        let verdicts = [
            ("“We would have said no,”", verdict("Kari Nordmann")),
            ("“Nobody asked the ferrymen,”", verdict("Ola Nordmann")),
        ];
        check(&verdicts, &[], &expected);
    }

    #[test]
    fn what_is_no_speech_goes_and_what_was_missed_comes() {
        let mut expected = AS_FOUND.to_vec();
        expected.remove(3);
        check(&[("“We would have said no,”", Verdict::NotSpeech)], &[], &expected);
        let mut expected = AS_FOUND.to_vec();
        expected.insert(1, ("he", "nobody"));
        check(&[("the mayor. ", Verdict::Speech(None))], &[], &expected);
    }

    #[test]
    fn two_names_become_one_person() {
        let mut expected = AS_FOUND;
        (expected[2].1, expected[3].1) = ("Ada Brandt", "Ada Brandt");
        check(&[], &[("Jon Weir", "Ada Brandt")], &expected);
        check(&[], &[("Jon Weir", "J"), ("J", "Ada Brandt")], &expected);
        check(
            &[],
            &[("Jon Weir", "Ada Brandt"), ("Ada Brandt", "Jon Weir")],
            &AS_FOUND.map(|(word, name)| (word, if name == "Jon Weir" { "Ada Brandt" } else { "Jon Weir" })),
        );
    }
}
