//! Which language a text is written in, told from its letters and its commonest words; and where an article mixes
//! languages, which of them each paragraph is in.

mod samples;

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::by_word::ByWord;
use super::letters;
use super::lexicon::Lexicon;
use super::marks::Mark;
use super::packed::{Opening, PACKED, small};
use samples::{SIGN, opens_with_sign, parts, unquoted};

/// How many letters of an article are looked at, and how many bytes of each of its paragraphs.
const SAMPLE: usize = 6000;
const PARAGRAPH_SAMPLE: usize = 200;

/// These are looked at a part at a time, until so many common words tell.
const ARTICLE_PART: usize = 300;
const ARTICLE_WORDS: usize = 60;
const PARAGRAPH_PART: usize = 50;
const CLEAR_WORDS: usize = 4;

/// A text of so many words speaks for a language when one in so many is common there.
const WORDS: usize = 25;
const ONE_IN: usize = 9;

/// How many common words tell that a paragraph is in another language than its article, and how many times as many as
/// of the article's; fewer are enough where the article has another script, and to tell that it is in none other.
const OWN_WORDS: usize = 5;
const TIMES: usize = 3;
const OWN_WORDS_ABROAD: usize = 2;
const USUAL_WORDS: usize = 3;

/// How many signs of another script tell it, and how many where no Latin letter stands beside them.
const OWN_SIGNS: usize = 6;
const OWN_SIGNS_ALONE: usize = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Language {
    English,
    German,
    French,
    Spanish,
    Chinese,
    /// One whose words are not known here: its quotation marks are found, its speakers are not.
    Other,
}

/// No more languages are told apart.
const LANGUAGES: usize = 32;

/// A language as the file of languages holds it.
#[derive(Deserialize)]
struct Entry {
    language: Language,
    words: String,
    letters: String,
}

/// The languages that are told apart, and in which of them a word is common, a bit each.
struct Common {
    languages: Vec<Entry>,
    words: ByWord<u32>,
}

impl Common {
    fn language(&self, number: usize) -> Language {
        self.languages.get(number).map_or(Language::English, |entry| entry.language)
    }
}

static COMMON: LazyLock<Common> = LazyLock::new(|| {
    let read = ron::from_str(include_str!("../../assets/speech/languages.ron"));
    let mut languages: Vec<Entry> = read.unwrap_or_else(|error| {
        debug_assert!(false, "the file of languages: {error}");
        Vec::new()
    });
    languages.truncate(LANGUAGES);
    let mut words = ByWord::<u32>::default();
    for (number, entry) in languages.iter().enumerate() {
        for word in entry.words.split_whitespace() {
            words.insert(word, words.get(word).unwrap_or(0) | 1 << number);
        }
    }
    Common { languages, words }
});

/// What an article is written in.
#[derive(Clone, Copy)]
struct Usual {
    language: Language,
    likeliest: usize,
    is_latin: bool,
}

/// What of a text tells its language.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    signs: usize,
    han: usize,
    kana: usize,
    latin: usize,
    /// Letters that are neither Latin nor Han.
    foreign: usize,
    words: usize,
    /// How many words are common in each language.
    common: [u16; LANGUAGES],
}

impl Evidence {
    /// Whether so many words are common in one language, and in no other half as many: more would tell the same.
    fn is_clear(&self, language: usize, words: usize) -> bool {
        let mut others = self.common;
        let count = std::mem::take(&mut others[language]);
        usize::from(count) >= words && others.into_iter().fold(0, u16::max) * 2 < count && self.by_script().is_none()
    }

    fn add(&mut self, sample: &str) {
        let (common, bytes, mut at) = (&*COMMON, sample.as_bytes(), 0);
        while at < bytes.len() {
            let rest = &bytes[at..];
            if rest[0] == b' ' {
                at += 1;
                continue;
            }
            let opening = Opening::of(rest);
            let plain = match opening.letters() {
                PACKED => rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count(),
                few => few,
            };
            let behind = &rest[plain..];
            match behind.first() {
                Some(next) if !(next.is_ascii() || plain <= PACKED && opens_with_sign(behind)) => {
                    at += self.add_unusual(&sample[at..]);
                }
                _ if plain > 0 => {
                    at += plain + usize::from(behind.first() == Some(&b' '));
                    self.signs += plain;
                    self.latin += plain;
                    self.words += 1;
                    self.add_word(if plain <= PACKED {
                        common.words.get_packed(small(opening.word(plain)))
                    } else {
                        None
                    });
                }
                Some(sign) if sign.is_ascii() => {
                    self.signs += usize::from(!char::from(*sign).is_whitespace());
                    at += 1;
                }
                Some(_) => {
                    self.signs += 1;
                    at += SIGN;
                }
                None => {}
            }
        }
    }

    /// Adds the word with other letters than the plain ones, or the sign, that a text begins with; tells how long it is.
    fn add_unusual(&mut self, rest: &str) -> usize {
        let length = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
        if length == 0 {
            let sign = rest.chars().next();
            sign.into_iter().for_each(|sign| self.add_sign(sign));
            return sign.map_or(0, char::len_utf8);
        }
        let word = rest[..length].to_lowercase();
        rest[..length].chars().for_each(|letter| self.add_sign(letter));
        self.words += 1;
        self.add_word(COMMON.words.get(&word));
        let accents = || word.chars().filter(|letter| !letter.is_ascii());
        if accents().next().is_none() {
            return length;
        }
        for (count, entry) in self.common.iter_mut().zip(&COMMON.languages) {
            *count += u16::from(accents().any(|letter| entry.letters.contains(letter)));
        }
        length
    }

    fn add_sign(&mut self, sign: char) {
        self.signs += usize::from(!sign.is_whitespace());
        match sign {
            'a'..='z' | 'A'..='Z' | 'À'..='\u{24f}' => self.latin += 1,
            '一'..='\u{9fff}' => self.han += 1,
            'ぁ'..='ヿ' => self.kana += 1,
            _ => self.foreign += usize::from(sign.is_alphabetic()),
        }
    }

    fn add_word(&mut self, languages: Option<u32>) {
        let mut languages = languages.unwrap_or(0);
        while languages != 0 {
            self.common[languages.trailing_zeros() as usize] += 1;
            languages &= languages - 1;
        }
    }

    /// How many words are common in a language.
    fn common_in(&self, language: usize) -> usize {
        self.common[language].into()
    }

    /// The language of the script, where that tells one.
    fn by_script(&self) -> Option<Language> {
        if self.kana * 8 > self.han && self.kana > 0 && (self.han + self.kana) * 4 > self.signs {
            Some(Language::Other)
        } else if self.han * 4 > self.signs {
            Some(Language::Chinese)
        } else if self.latin < self.foreign + self.kana {
            Some(Language::Other)
        } else {
            None
        }
    }

    /// The number of the language that most words are common in, the first of equals. One without rules must lead
    /// clearly: there are more of these, and in a short text some word is common in one of them by chance.
    fn likeliest(&self) -> usize {
        let mut best = 0;
        for (number, entry) in COMMON.languages.iter().enumerate() {
            let (count, highest) = (self.common[number], self.common[best]);
            if count <= highest {
                continue;
            }
            let has_rules = entry.language != Language::Other;
            if has_rules || COMMON.language(best) == Language::Other || count * 2 >= highest * 3 + 2 {
                best = number;
            }
        }
        best
    }

    fn language(&self) -> Language {
        self.by_script().unwrap_or_else(|| {
            let best = self.likeliest();
            let speaks = self.words < WORDS || self.common_in(best) * ONE_IN >= self.words;
            if speaks { COMMON.language(best) } else { Language::Other }
        })
    }

    /// The language of a paragraph, where that is clear, in such an article.
    fn beside(&self, article: Usual) -> Option<Language> {
        if let Some(script) = self.by_script() {
            let own = self.han + self.kana + self.foreign;
            return Some(script).filter(|_| own >= if self.latin == 0 { OWN_SIGNS_ALONE } else { OWN_SIGNS });
        }
        let best = self.likeliest();
        let Usual { language, likeliest: usual, is_latin } = article;
        let own = if is_latin { OWN_WORDS } else { OWN_WORDS_ABROAD };
        let as_usual = if is_latin { self.common_in(usual) } else { 0 };
        if is_latin && COMMON.language(best) == COMMON.language(usual) {
            return Some(language).filter(|_| self.common_in(best) >= USUAL_WORDS);
        }
        let clear = self.common_in(best) >= own && self.common_in(best) >= TIMES * as_usual;
        Some(COMMON.language(best)).filter(|_| clear && self.common_in(best) * ONE_IN >= self.words)
    }
}

impl Language {
    /// Its words; a language that has none here borrows the English ones.
    pub fn lexicon(self, english: &Lexicon) -> &Lexicon {
        match self {
            Self::German => Lexicon::german(),
            Self::English | Self::French | Self::Spanish | Self::Chinese | Self::Other => english,
        }
    }
}

/// The language of an article, and of each of its paragraphs.
///
/// What stands in quotation marks tells nothing of a paragraph: an English sentence with German words in marks is
/// English. A paragraph that does not speak clearly for a language goes with the ones round it, or with the article.
pub(super) fn of_paragraphs(text: &str, paragraphs: &[Range<usize>], marks: &[Mark]) -> (Language, Vec<Language>) {
    let mut article = Evidence::default();
    for part in parts(letters::head(text, SAMPLE), ARTICLE_PART) {
        article.add(part);
        if article.is_clear(article.likeliest(), ARTICLE_WORDS) {
            break;
        }
    }
    let language = article.language();
    let usual = Usual { language, likeliest: article.likeliest(), is_latin: article.by_script().is_none() };
    let mut marks = marks;
    let clear = paragraphs.iter().map(|paragraph| {
        let here;
        (here, marks) = marks.split_at(marks.partition_point(|mark| mark.start < paragraph.end));
        let (mut evidence, mut left) = (Evidence::default(), PARAGRAPH_SAMPLE);
        for stretch in unquoted(text, paragraph, here) {
            for part in parts(&stretch[..stretch.floor_char_boundary(left)], PARAGRAPH_PART) {
                evidence.add(part);
                left -= part.len();
                if usual.is_latin && evidence.is_clear(usual.likeliest, CLEAR_WORDS) {
                    return Some(language);
                }
            }
        }
        evidence.beside(usual)
    });
    let clear: Vec<Option<Language>> = clear.collect();
    let mut after = vec![language; clear.len()];
    for number in (1..clear.len()).rev() {
        after[number - 1] = clear[number].unwrap_or(after[number]);
    }
    let mut before = language;
    let each = clear.iter().zip(after).map(|(clear, after)| {
        before = clear.unwrap_or(before);
        clear.unwrap_or(if before == after { before } else { language })
    });
    (language, each.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_text(text: &str) -> Language {
        of_paragraphs(text, &[], &[]).0
    }

    #[test]
    fn languages_are_told_by_their_words() {
        for (text, language) in [
            ("The bridge is closed, and the mayor said that it was for the best.", Language::English),
            ("Die Brücke ist zu, und der Rat hat es nicht mit uns besprochen.", Language::German),
            ("Le pont est fermé, et les habitants de la ville le savent.", Language::French),
            ("El puente está cerrado y los vecinos de la ciudad lo saben.", Language::Spanish),
            ("大桥已经关闭，市民们都知道。", Language::Chinese),
            ("大橋已經關閉，市民們都知道。", Language::Chinese),
            ("橋は閉鎖され、市民はみな知っている。", Language::Other),
            ("다리는 폐쇄되었고 모두가 알고 있다.", Language::Other),
            ("Мост закрыт, и все об этом знают.", Language::Other),
            ("Η γέφυρα έκλεισε και όλοι το ξέρουν.", Language::Other),
            ("الجسر مغلق والجميع يعرف ذلك.", Language::Other),
            ("Il ponte è chiuso e gli abitanti della città lo sanno.", Language::Other),
            ("De burgemeester van het dorp heeft de brug gesloten.", Language::Other),
            ("De brug is dicht en de mensen van het dorp weten dat ook.", Language::Other),
            ("A ponte está fechada e os moradores da cidade não foram avisados.", Language::Other),
            ("Most jest zamknięty i nikt się nie dziwi, że tak jest.", Language::Other),
            ("Bron är stängd och det är inte första gången som det händer.", Language::Other),
            ("Broen er lukket, og det er ikke første gang at det skjer.", Language::Other),
            ("Köprü kapandı ve bu karar çok sonra duyuruldu, dedi.", Language::Other),
            ("Most je uzavřený a všichni v obci to už vědí, že se nic nestalo.", Language::Other),
            ("Podul este închis și nu se știe când va fi deschis din nou.", Language::Other),
            ("A híd zárva van, és nem tudni, hogy mikor nyitják meg.", Language::Other),
            ("Silta on suljettu, ja se ei ole ensimmäinen kerta kun niin käy.", Language::Other),
            ("Jembatan itu ditutup dan warga di kota ini tidak tahu dari siapa.", Language::Other),
            ("", Language::English),
        ] {
            assert_eq!(of_text(text), language, "{text}");
        }
    }

    #[test]
    fn a_long_text_without_any_common_word_is_in_no_known_language() {
        let welsh = "Mae'r bont ar gau ac mae pawb yn y dref yn gwybod am hynny ers dydd Llun, meddai'r maer wrth y \
                     wasg ddoe. Bydd y gwaith yn cymryd blwyddyn gyfan.";
        assert_eq!(of_text(welsh), Language::Other);
    }

    /// The language of an article of lines, and of each line.
    fn check(text: &str, article: Language, lines: &[Language]) {
        let mut at = 0;
        let line = |line: &str| {
            at += line.len() + 1;
            at - line.len() - 1..at - 1
        };
        let paragraphs: Vec<Range<usize>> = text.split('\n').map(line).collect();
        let found = of_paragraphs(text, &paragraphs, &crate::speech::marks::find(text, &paragraphs));
        assert_eq!(found, (article, lines.to_vec()), "in {text}");
    }

    const ENGLISH: &str = "The bridge is closed, and the mayor said that it was for the best of the town.";
    const GERMAN: &str = "Die Brücke ist zu, und der Rat hat es nicht mit den Leuten im Ort besprochen.";

    #[test]
    fn each_paragraph_has_its_own() {
        use Language::{Chinese, English, German, Other};
        check(&format!("{ENGLISH}\n{GERMAN}\n{ENGLISH}"), English, &[English, German, English]);
        check(&format!("{ENGLISH}\n大桥已经关闭，市民们都知道。\n{ENGLISH}"), English, &[English, Chinese, English]);
        check(&format!("{ENGLISH}\n王明说：“走吧。”\n{ENGLISH}"), English, &[English, Chinese, English]);
        check(&format!("{ENGLISH}\nМост закрыт, и все знают.\n{ENGLISH}"), English, &[English, Other, English]);
        // a short one goes with those round it, else with the article
        check(
            &format!("{ENGLISH}\n{ENGLISH}\n{GERMAN}\nHans Meier.\n{GERMAN}"),
            English,
            &[English, English, German, German, German],
        );
        check(&format!("{ENGLISH}\nJa.\n{ENGLISH}"), English, &[English, English, English]);
        // what is quoted tells nothing
        check(&format!("{ENGLISH}\n{ENGLISH}\n“{GERMAN}”"), English, &[English, English, English]);
    }
}
