//! The letter that stands for a speaker in the margin and in lists.

use std::collections::HashSet;

/// A letter for each name, no two the same.
pub fn letters(names: &[&str]) -> Vec<String> {
    let mut taken = HashSet::new();
    names
        .iter()
        .map(|name| {
            let letter = letter(name, |letter| taken.contains(letter));
            taken.insert(letter.clone());
            letter
        })
        .collect()
}

/// The letter of a name beside others that are taken.
///
/// The first letter of the family name (of a Chinese name its first character, of an organisation its first word);
/// where that is taken, two letters; where those are taken too, the letter and a number.
pub fn letter(name: &str, is_taken: impl Fn(&String) -> bool) -> String {
    let word = telling_word(name);
    let mut spelt = word.chars().filter(|letter| letter.is_alphanumeric());
    let first: String = spelt.next().map_or_else(|| "?".to_owned(), |letter| letter.to_uppercase().collect());
    let two = spelt.next().map(|second| format!("{first}{}", second.to_lowercase()));
    let numbered = (2..).map(|number| format!("{first}{number}"));
    let mut all = std::iter::once(first.clone()).chain(two).chain(numbered);
    all.find(|letter| !is_taken(letter)).unwrap_or(first)
}

/// The word of a name whose letters stand for it.
fn telling_word(name: &str) -> &str {
    let name = name.split([',', '(', '（']).next().unwrap_or(name).trim();
    if name.chars().next().is_some_and(is_han) {
        return name;
    }
    let words: Vec<&str> = name.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
    if is_organisation(&words) {
        return words.iter().copied().find(|word| !is_article(word)).unwrap_or(name);
    }
    let told: Vec<&str> = words.iter().copied().filter(|word| !is_article(word) && !is_addition(word)).collect();
    match told.as_slice() {
        [family, given] if is_chinese_family_name(family) && is_pinyin(given) => family,
        [.., family] => family,
        [] => words.first().copied().unwrap_or(name),
    }
}

fn is_article(word: &str) -> bool {
    ["the", "a", "an"].iter().any(|article| word.eq_ignore_ascii_case(article))
}

/// What follows a family name without being one: "Jr.", "III", "PhD".
fn is_addition(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    let number = bare.len() > 1 && bare.chars().all(|letter| "IVX".contains(letter));
    number || ["Jr", "Sr", "PhD", "MD", "MP", "Esq"].contains(&bare)
}

fn is_organisation(words: &[&str]) -> bool {
    const KINDS: [&str; 40] = [
        "agency",
        "alliance",
        "association",
        "authority",
        "bank",
        "board",
        "bureau",
        "centre",
        "center",
        "church",
        "college",
        "commission",
        "committee",
        "company",
        "congress",
        "corporation",
        "council",
        "court",
        "department",
        "federation",
        "foundation",
        "fund",
        "government",
        "group",
        "institute",
        "institution",
        "league",
        "ministry",
        "network",
        "news",
        "office",
        "organisation",
        "organization",
        "party",
        "police",
        "school",
        "society",
        "trust",
        "union",
        "university",
    ];
    const JOINTS: [&str; 4] = ["of", "for", "and", "&"];
    words.len() > 1
        && words.iter().any(|word| {
            let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '&').to_lowercase();
            KINDS.contains(&bare.as_str()) || JOINTS.contains(&bare.as_str())
        })
}

/// The commonest Chinese family names in pinyin; in "Xi Jinping" the family name comes first.
fn is_chinese_family_name(word: &str) -> bool {
    const NAMES: &str = " ai an bai bao bi bian cai cao cen chai chang che chen cheng chi chu cong cui dai deng di ding \
        dong dou du duan fan fang fei feng fu gan gao ge geng gong gu guan gui guo han hao he hong hou hu hua huang hui \
        huo ji jia jian jiang jiao jin jing kang ke kong kuang lai lan lei leng li lian liang liao lin ling liu long lou \
        lu luo lv ma mao mei meng mi miao mo mu ni nie ning niu pan pang pei peng pu qi qian qiao qin qiu qu quan ran ren \
        ruan sha shan shang shao shen sheng shi shu si song su sun tan tang tao teng tian tong tu wan wang wei wen weng \
        wu xi xia xiang xiao xie xin xing xiong xu xue yan yang yao ye yi yin ying you yu yuan yue yun zang zeng zha \
        zhai zhan zhang zhao zhen zheng zhong zhou zhu zhuang zhuo zou zu zuo ouyang sima shangguan zhuge ";
    NAMES.contains(&format!(" {} ", word.to_ascii_lowercase()))
}

/// Whether a word is one or two syllables of pinyin, such as "Jinping" or "Xiu-dong".
fn is_pinyin(word: &str) -> bool {
    let spelt: String = word.chars().filter(|&letter| letter != '-' && letter != '\'').collect();
    let spelt = spelt.to_lowercase();
    is_syllable(&spelt)
        || (1..spelt.len())
            .any(|cut| spelt.is_char_boundary(cut) && is_syllable(&spelt[..cut]) && is_syllable(&spelt[cut..]))
}

fn is_syllable(spelt: &str) -> bool {
    const INITIALS: [&str; 24] = [
        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s",
        "y", "w", "",
    ];
    const FINALS: [&str; 34] = [
        "a", "o", "e", "i", "u", "v", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "er", "ia", "ie", "iao",
        "iu", "ian", "in", "iang", "ing", "iong", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ue", "ve",
    ];
    INITIALS.iter().filter_map(|initial| spelt.strip_prefix(initial)).any(|rest| FINALS.contains(&rest))
}

fn is_han(letter: char) -> bool {
    matches!(u32::from(letter), 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &[&str], expected: &[&str]) {
        assert_eq!(letters(names), expected);
    }

    #[test]
    fn a_person_has_the_letter_of_the_family_name() {
        check(&["Ingrid Halloran", "Tomasz Reyk", "Amara Diallo"], &["H", "R", "D"]);
        check(&["Valeriy M. Matsel", "Howard Goodison Jr.", "Charles III"], &["M", "G", "C"]);
        check(&["Noor van Dijk", "éva Ötvös", "Sean O'Brien"], &["D", "Ö", "O"]);
    }

    #[test]
    fn a_chinese_name_begins_with_the_family() {
        check(&["Xi Jinping", "Jia Xiudong", "Klaus Schwab"], &["X", "J", "S"]);
        check(&["习近平", "贾秀东"], &["习", "贾"]);
        check(&["Long Johnson", "Young Liu"], &["J", "L"]);
    }

    #[test]
    fn an_organisation_has_the_letter_of_its_first_word() {
        check(&["the Foreign Ministry", "World Bank", "Bank of England"], &["F", "W", "B"]);
        check(&["NATO", "a spokesman"], &["N", "S"]);
    }

    #[test]
    fn a_taken_letter_becomes_two_and_then_a_number() {
        check(&["Halloran", "Henderson", "Hart", "Hassan", "Harris"], &["H", "He", "Ha", "H2", "H3"]);
        check(&["习近平", "习仲勋", "习远平", "习近"], &["习", "习仲", "习远", "习近"]);
    }

    #[test]
    fn a_name_without_letters_has_one_all_the_same() {
        check(&["", "…", "The", "X", "X"], &["?", "?2", "T", "X", "X2"]);
    }

    #[test]
    fn letters_are_never_shared() {
        let names: Vec<String> = (0..300).map(|number| format!("Ana Silva{}", number % 7)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let letters = letters(&names);
        assert_eq!(letters.iter().collect::<HashSet<_>>().len(), names.len());
    }
}
