//! The words of Chinese, `assets/speech/zh.ron`, found by the letter they begin with.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

pub(super) use super::classes::Classes;
pub(super) use super::table::Letters;
use super::table::{FIRST, LAST, Table};

/// What a single letter can be, a bit each.
#[derive(Clone, Copy)]
enum Letter {
    Surname = 1,
    Foreign = 2,
    NotGiven = 4,
    Female = 8,
    RareSurname = 16,
    ClearSurname = 32,
    OddSurname = 64,
    TitleEnding = 128,
}

#[derive(Debug)]
struct Word {
    letters: Box<[char]>,
    /// The second letter, none of a word of one: most words differ there.
    second: Option<char>,
    classes: Classes,
}

#[derive(Default)]
pub(super) struct Words {
    /// The words that begin with a letter, the longest first.
    by_letter: Table<Vec<Word>>,
    /// The classes of all words that begin with a letter, and that end with it.
    beginning: Table<Classes>,
    ending: Table<Classes>,
    letters: Table<u8>,
    simplified: Table<Option<char>>,
    /// Titles in Latin letters: CEO.
    latin_titles: Vec<Box<[char]>>,
    /// Words for the same calling.
    alike: Vec<Vec<Box<[char]>>>,
    /// Words for those who belong to somebody, and for whom they belong to: 女儿, 父亲.
    relatives: Vec<[Vec<Box<[char]>>; 2]>,
}

#[derive(Default, Deserialize)]
struct File {
    sayings: String,
    remarks: String,
    showing: String,
    papers: String,
    records: String,
    telling: String,
    judging: String,
    suffixes: String,
    no_cues: String,
    reports: String,
    views: String,
    titles: String,
    honours: String,
    women: String,
    men: String,
    female_letters: String,
    bodies: String,
    surnames: String,
    double_surnames: String,
    rare_surnames: String,
    clear_surnames: String,
    odd_surnames: String,
    title_endings: String,
    foreign_names: String,
    ages: String,
    kin: String,
    stances: String,
    rooms: String,
    gestures: String,
    withheld: String,
    personas: String,
    foreign: String,
    pronouns: String,
    lead: String,
    tail: String,
    prepositions: String,
    acts: String,
    borders: String,
    not_given: String,
    naming: String,
    renaming: String,
    pointing: String,
    counting: String,
    general: String,
    plurals: String,
    joints: String,
    urging: String,
    bidding: String,
    signs: String,
    lying: String,
    demanding: String,
    places: String,
    captions: String,
    cries: String,
    topics: String,
    receptions: String,
    proposals: String,
    courtesies: String,
    officials: String,
    calling: String,
    describing: String,
    answering: String,
    expressing: String,
    statements: String,
    known_by: String,
    putting: String,
    giving: String,
    narrating: String,
    turning: String,
    charges: String,
    ranks: String,
    latin_titles: String,
    alike: String,
    relatives: String,
    traditional: String,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("../../../assets/speech/zh.ron")));

pub(super) fn is_han(letter: char) -> bool {
    (FIRST..=LAST).contains(&letter)
}

/// Whether a number begins with a letter: 三, 几, 20.
pub(super) fn is_number(letter: char) -> bool {
    letter.is_ascii_digit() || "一二两三四五六七八九十几多半数".contains(letter)
}

impl Words {
    pub fn get() -> &'static Self {
        &WORDS
    }

    /// The words for the same calling as a title: 老帅, of 主帅.
    pub fn alike(&self, title: &[char]) -> impl Iterator<Item = &[char]> {
        let groups = self.alike.iter().filter(move |group| group.iter().any(|word| **word == *title));
        groups.flatten().map(|word| &**word)
    }

    /// The words for those who have somebody of this title: 女儿, who has a 父亲.
    pub fn relatives_of(&self, title: &[char]) -> impl Iterator<Item = &[char]> {
        let holds = |words: &[Box<[char]>]| words.iter().any(|word| **word == *title);
        let pairs = self.relatives.iter().filter(move |[_, others]| holds(others));
        pairs.flat_map(|[ones, _]| ones).map(|word| &**word)
    }

    fn read(source: &str) -> Self {
        let file: File = ron::from_str(source).unwrap_or_else(|error| {
            debug_assert!(false, "the file of Chinese: {error}");
            File::default()
        });
        let mut classes: HashMap<&str, Classes> = HashMap::new();
        for (words, class) in [
            (&file.sayings, Classes::SAYING),
            (&file.remarks, Classes::REMARK),
            (&file.showing, Classes::SHOWING),
            (&file.papers, Classes::PAPER),
            (&file.records, Classes::RECORD),
            (&file.telling, Classes::TELLING),
            (&file.judging, Classes::JUDGING),
            (&file.suffixes, Classes::SUFFIX),
            (&file.no_cues, Classes::NO_CUE),
            (&file.reports, Classes::REPORT),
            (&file.views, Classes::VIEW),
            (&file.titles, Classes::TITLE.and(Classes::HONOUR)),
            (&file.honours, Classes::HONOUR),
            (&file.women, Classes::WOMAN.and(Classes::TITLE).and(Classes::HONOUR)),
            (&file.men, Classes::MAN.and(Classes::TITLE).and(Classes::HONOUR)),
            (&file.bodies, Classes::BODY),
            (&file.double_surnames, Classes::DOUBLE_SURNAME),
            (&file.pronouns, Classes::PRONOUN),
            (&file.lead, Classes::LEAD),
            (&file.tail, Classes::TAIL),
            (&file.prepositions, Classes::PREPOSITION),
            (&file.acts, Classes::ACT),
            (&file.borders, Classes::BORDER),
            (&file.naming, Classes::NAMING),
            (&file.personas, Classes::PERSONA),
            (&file.renaming, Classes::RENAMING),
            (&file.pointing, Classes::POINTING),
            (&file.counting, Classes::COUNTING),
            (&file.general, Classes::GENERAL),
            (&file.plurals, Classes::PLURAL),
            (&file.joints, Classes::JOINT),
            (&file.urging, Classes::URGING),
            (&file.bidding, Classes::BIDDING),
            (&file.signs, Classes::SIGN),
            (&file.lying, Classes::LYING),
            (&file.demanding, Classes::DEMANDING),
            (&file.places, Classes::PLACE),
            (&file.captions, Classes::CAPTION),
            (&file.cries, Classes::CRY),
            (&file.topics, Classes::TOPIC),
            (&file.receptions, Classes::RECEPTION),
            (&file.proposals, Classes::PROPOSAL),
            (&file.courtesies, Classes::COURTESY),
            (&file.officials, Classes::OFFICIAL),
            (&file.calling, Classes::CALLING),
            (&file.describing, Classes::DESCRIBING),
            (&file.answering, Classes::ANSWERING),
            (&file.expressing, Classes::EXPRESSING),
            (&file.statements, Classes::STATEMENT),
            (&file.known_by, Classes::KNOWN_BY),
            (&file.putting, Classes::PUTTING),
            (&file.giving, Classes::GIVING),
            (&file.narrating, Classes::NARRATING),
            (&file.turning, Classes::TURNING),
            (&file.charges, Classes::CHARGE),
            (&file.ranks, Classes::RANK),
            (&file.foreign_names, Classes::FOREIGN_NAME),
            (&file.ages, Classes::AGE),
            (&file.kin, Classes::KIN),
            (&file.stances, Classes::STANCE),
            (&file.rooms, Classes::ROOM),
            (&file.gestures, Classes::GESTURE),
            (&file.withheld, Classes::WITHHELD),
        ] {
            for word in words.split_whitespace() {
                let known = classes.entry(word).or_default();
                *known = known.and(class);
            }
        }
        let latin_titles = file.latin_titles.split_whitespace().map(|title| title.chars().collect()).collect();
        let group = |words: &str| words.split_whitespace().map(|word| word.chars().collect()).collect();
        let alike = file.alike.split('/').map(group).collect();
        let sides = |pair: &str| pair.split_once('>').map(|(one, other)| [group(one), group(other)]);
        let relatives = file.relatives.split('/').filter_map(sides).collect();
        let mut words = Self { latin_titles, alike, relatives, ..Self::default() };
        for (word, classes) in classes {
            let letters: Box<[char]> = word.chars().collect();
            let (Some(first), Some(last)) = (letters.first().copied(), letters.last().copied()) else { continue };
            for (letter, table) in [(first, &mut words.beginning), (last, &mut words.ending)] {
                if let Some(known) = table.get_mut(letter) {
                    *known = known.and(classes);
                }
            }
            if let Some(list) = words.by_letter.get_mut(first) {
                list.push(Word { second: letters.get(1).copied(), letters, classes });
            }
        }
        for list in &mut words.by_letter.0 {
            list.sort_by(|one, other| {
                other.letters.len().cmp(&one.letters.len()).then_with(|| one.letters.cmp(&other.letters))
            });
        }
        for (letters, kind) in [
            (&file.surnames, Letter::Surname),
            (&file.rare_surnames, Letter::RareSurname),
            (&file.clear_surnames, Letter::ClearSurname),
            (&file.odd_surnames, Letter::OddSurname),
            (&file.title_endings, Letter::TitleEnding),
            (&file.foreign, Letter::Foreign),
            (&file.not_given, Letter::NotGiven),
            (&file.female_letters, Letter::Female),
        ] {
            for letter in letters.chars() {
                if let Some(known) = words.letters.get_mut(letter) {
                    *known |= kind as u8;
                }
            }
        }
        let pairs: Vec<char> = file.traditional.chars().filter(|letter| !letter.is_whitespace()).collect();
        for pair in pairs.chunks_exact(2) {
            if let Some(known) = words.simplified.get_mut(pair[0]) {
                *known = Some(pair[1]);
            }
        }
        words
    }

    /// A letter as the lists have it.
    pub fn simplified(&self, letter: char) -> char {
        self.simplified.get(letter).copied().flatten().unwrap_or(letter)
    }

    /// The words that a stretch begins with, the longest first: length and classes.
    pub fn at<'w>(&'w self, letters: &'w [char]) -> impl Iterator<Item = (usize, Classes)> + 'w {
        let list = letters.first().and_then(|first| self.by_letter.get(*first)).map_or(&[][..], Vec::as_slice);
        let second = letters.get(1).copied();
        list.iter()
            .filter(move |word| word.second.is_none() || word.second == second && letters.starts_with(&word.letters))
            .map(|word| (word.letters.len(), word.classes))
    }

    /// The length of the longest word of these classes that a stretch begins with.
    pub fn longest(&self, letters: &[char], classes: Classes) -> Option<usize> {
        self.beginning.get(*letters.first()?).filter(|known| known.any(classes))?;
        self.at(letters).find(|(_, known)| known.any(classes)).map(|(length, _)| length)
    }

    /// The length of the word before a subject that a stretch begins with: 但, 随后; 有关国家 begins with no 有.
    pub fn lead(&self, letters: &[char]) -> Option<usize> {
        let lead = self.longest(letters, Classes::LEAD)?;
        self.longest(letters, Classes::BORDER).is_none_or(|border| border <= lead).then_some(lead)
    }

    /// The length of the longest word of these classes that a stretch ends with.
    pub fn longest_at_end(&self, letters: &[char], classes: Classes) -> Option<usize> {
        self.ending.get(*letters.last()?).filter(|known| known.any(classes))?;
        let longest = letters.len().min(LONGEST_WORD);
        (1..=longest).rev().find(|length| {
            let end = &letters[letters.len() - length..];
            self.at(end).any(|(known, of)| known == *length && of.any(classes))
        })
    }

    /// The classes of a whole word; none for what is no word.
    pub fn classes_of(&self, letters: &[char]) -> Classes {
        self.at(letters).find(|(length, _)| *length == letters.len()).map(|(_, classes)| classes).unwrap_or_default()
    }

    fn is(&self, letter: char, kind: Letter) -> bool {
        self.letters.get(letter).is_some_and(|known| known & kind as u8 != 0)
    }

    pub fn is_surname(&self, letter: char) -> bool {
        self.is(letter, Letter::Surname)
    }

    /// Whether few words but names begin with this letter.
    pub fn is_clear_surname(&self, letter: char) -> bool {
        self.is(letter, Letter::ClearSurname)
    }

    /// Whether a name may begin with this letter where nothing else can stand: behind a title.
    pub fn is_rare_surname(&self, letter: char) -> bool {
        self.is(letter, Letter::RareSurname)
    }

    /// Whether this letter is a word as well as a surname: 都.
    pub fn is_odd_surname(&self, letter: char) -> bool {
        self.is(letter, Letter::OddSurname)
    }

    /// Whether a word for what somebody does may end with this letter: 养蚝户.
    pub fn ends_a_title(&self, letter: char) -> bool {
        self.is(letter, Letter::TitleEnding)
    }

    /// Whether foreign names are written with this letter.
    pub fn is_foreign(&self, letter: char) -> bool {
        self.is(letter, Letter::Foreign)
    }

    /// Whether a given name may hold this letter.
    pub fn may_be_given(&self, letter: char) -> bool {
        is_han(letter) && !self.is(letter, Letter::NotGiven)
    }

    pub fn is_latin_title(&self, word: &[char]) -> bool {
        self.latin_titles.iter().any(|title| **title == *word)
    }

    /// Whether a given name with this letter is mostly a woman's.
    pub fn is_female(&self, letter: char) -> bool {
        self.is(letter, Letter::Female)
    }
}

/// The longest word of the lists, in letters.
const LONGEST_WORD: usize = 8;
