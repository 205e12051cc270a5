//! What stories of a language call people by.

use std::sync::LazyLock;

use serde::Deserialize;

use super::super::kept::Gender;
use super::super::language::Language;

/// The words of a language, in lower case.
#[derive(Deserialize)]
struct Entry {
    language: Language,
    narrator: String,
    she: String,
    he: String,
    articles: String,
    her_articles: String,
    his_articles: String,
    owners: String,
    hanging: String,
    women: String,
    men: String,
    kin: Vec<String>,
}

/// What a language calls people by.
pub(in super::super) struct Words {
    narrator: Vec<String>,
    pronouns: [(Gender, String); 2],
    articles: Vec<(Option<Gender>, String)>,
    owners: Vec<String>,
    hanging: Vec<String>,
    people: Vec<(Gender, String)>,
    kin: Vec<Vec<String>>,
    /// Whether words stand without spaces.
    is_joined: bool,
}

static WORDS: LazyLock<Vec<(Language, Words)>> = LazyLock::new(|| {
    let entries: Vec<Entry> = ron::from_str(include_str!("../../../assets/speech/stories.ron")).unwrap_or_default();
    entries.into_iter().map(|entry| (entry.language, Words::of(entry))).collect()
});

/// How many words of what stands beside a line are looked at for a pronoun.
const NEAR: usize = 3;

fn list(words: &str) -> Vec<String> {
    words.split_whitespace().map(str::to_owned).collect()
}

/// Words with what each list of them tells.
fn told<T: Copy, const LISTS: usize>(lists: [(T, String); LISTS]) -> Vec<(T, String)> {
    lists.iter().flat_map(|(told, words)| list(words).into_iter().map(|word| (*told, word))).collect()
}

impl Words {
    /// The words of a language; none of one whose stories are not known.
    pub fn of_language(language: Language) -> Option<&'static Self> {
        WORDS.iter().find(|(known, _)| *known == language).map(|(_, words)| words)
    }

    fn of(entry: Entry) -> Self {
        let articles = [
            (None, entry.articles),
            (Some(Gender::Female), entry.her_articles),
            (Some(Gender::Male), entry.his_articles),
        ];
        let people = [(Gender::Female, entry.women), (Gender::Male, entry.men)];
        Self {
            narrator: list(&entry.narrator),
            pronouns: [(Gender::Female, entry.she), (Gender::Male, entry.he)],
            articles: told(articles),
            owners: list(&entry.owners),
            hanging: list(&entry.hanging),
            people: told(people),
            kin: entry.kin.iter().map(|words| list(words)).collect(),
            is_joined: entry.language == Language::Chinese,
        }
    }

    pub fn is_joined(&self) -> bool {
        self.is_joined
    }

    /// What whoever tells the story calls themselves.
    pub fn narrator(&self) -> &str {
        self.narrator.first().map_or("", String::as_str)
    }

    /// Whether a word is whoever tells the story, or a verb by which they do.
    pub fn is_narrator(&self, word: &str) -> bool {
        self.narrator.iter().any(|narrator| is_same(narrator, word))
    }

    /// Whether words begin with whoever tells the story: 'dis-je', 'have I said'.
    pub fn tells(&self, words: &str) -> bool {
        let opening = words.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        match self.is_joined {
            true => opening.chars().next().is_some_and(|first| self.is_narrator(first.encode_utf8(&mut [0; 4]))),
            false => opening_words(opening).any(|word| self.is_narrator(word)),
        }
    }

    /// The kin that words name: 'mi abuelo', '父亲'.
    pub fn kin_among(&self, words: &str) -> Vec<String> {
        if self.is_joined {
            let kin = self.kin.iter().filter_map(|kin| kin.first());
            return kin.filter(|kin| words.contains(kin.as_str())).cloned().collect();
        }
        let words = parts(words);
        let is_one = |words: &[String], noun: &str| words.iter().any(|word| is_same(word, noun));
        let calls = |word: &str| self.kin.iter().any(|kin| kin.iter().skip(1).any(|call| is_same(call, word)));
        let is_kin = |pair: &&[&str]| {
            is_one(&self.owners, pair[0])
                && (self.kin.iter().any(|kin| is_one(kin, pair[1]))
                    || self.people.iter().any(|(_, word)| is_same(word, pair[1])))
        };
        let owned = words.windows(2).filter(is_kin).map(|pair| format!("{} {}", pair[0].to_lowercase(), pair[1]));
        owned.chain(words.iter().filter(|word| calls(word)).map(|word| (*word).to_owned())).collect()
    }

    /// A pronoun that acts.
    pub fn pronoun(&self, word: &str) -> Option<Gender> {
        self.pronouns.iter().find(|(_, pronoun)| is_same(pronoun, word)).map(|(gender, _)| *gender)
    }

    /// The pronoun among the first words of a text: 'Il se leva', 'decía él'.
    pub fn opening_pronoun(&self, text: &str) -> Option<Gender> {
        let opening = text.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        match self.is_joined {
            true => opening.chars().next().and_then(|first| self.pronoun(first.encode_utf8(&mut [0; 4]))),
            false => opening_words(opening).find_map(|word| self.pronoun(word)),
        }
    }

    /// What an article, or a word with which a name begins or ends, tells of a woman or a man.
    pub fn gender(&self, name: &str) -> Option<Gender> {
        let lower = name.to_lowercase();
        if self.is_joined {
            return self.people.iter().find(|(_, word)| lower.ends_with(word.as_str())).map(|(gender, _)| *gender);
        }
        let words = parts(&lower);
        let (first, last) = (*words.first()?, *words.last()?);
        let people = self.people.iter().find(|(_, word)| word == first || word == last).map(|(gender, _)| *gender);
        let article =
            || self.articles.iter().find(|(_, word)| words.len() > 1 && word == first).and_then(|(gender, _)| *gender);
        people.or_else(article)
    }

    /// All that children call whoever is called so.
    pub fn kin_of(&self, called: &str) -> &[String] {
        let kin = self.kin.iter().find(|kin| kin.first().is_some_and(|first| first == called));
        kin.map_or(&[], Vec::as_slice)
    }

    /// Whether words are an article or whose somebody is, with a noun behind it: "le professeur", "my father".
    pub fn is_noun(&self, words: &str) -> bool {
        let lower = words.to_lowercase();
        let words = parts(&lower);
        let opens = |first: &&str| {
            self.owners.iter().any(|owner| owner == first) || self.articles.iter().any(|(_, article)| article == first)
        };
        words.len() > 1 && words.first().is_some_and(opens)
    }

    /// What somebody is called, whichever article, adjective or owner stands before their noun: "stranger" of "A tall
    /// stranger", "father" of "my father" and "Dad".
    pub fn called(&self, name: &str) -> String {
        let lower = name.to_lowercase();
        let mut words = parts(&lower);
        // 'the man with the lamp'
        let hangs = words.iter().skip(2).position(|word| self.hanging.iter().any(|hanging| hanging == word));
        words.truncate(hangs.map_or(words.len(), |hangs| hangs + 2));
        let last = words.last().copied().unwrap_or_default();
        let first = words.first().copied().unwrap_or_default();
        let is_owner = self.owners.iter().any(|owner| owner == first);
        let is_kin = self.is_joined || words.len() == 1 || words.len() == 2 && is_owner;
        let kin = self.kin.iter().find(|kin| is_kin && kin.iter().any(|word| word == last)).and_then(|kin| kin.first());
        if let Some(kin) = kin {
            return kin.clone();
        }
        // 'the tall stranger'
        let is_article = words.len() > 1 && self.articles.iter().any(|(_, article)| article == first);
        if is_article { last.to_owned() } else { name.to_owned() }
    }
}

/// Whether two words are the same but for their capitals.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

/// The first words of a text; hyphens part them: "dis-je".
fn opening_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).take(NEAR)
}

/// The words of a text; apostrophes part them: "l’homme".
fn parts(name: &str) -> Vec<&str> {
    name.split(|sign: char| !sign.is_alphanumeric() && sign != '-').filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_words() {
        for language in [Language::English, Language::German, Language::French, Language::Spanish, Language::Chinese] {
            assert!(Words::of_language(language).is_some(), "{language:?}");
        }
    }

    #[test]
    fn one_person_by_several_words() {
        let check = |language, names: &[&str], called: &str| {
            let words = Words::of_language(language).unwrap();
            for name in names {
                assert_eq!(words.called(name), called, "{name}");
            }
        };
        check(Language::English, &["my father", "Dad", "his father"], "father");
        check(Language::English, &["A tall stranger", "the stranger"], "stranger");
        check(Language::English, &["Old Gannet"], "Old Gannet");
        check(Language::French, &["la vieille dame", "une dame"], "dame");
        check(Language::German, &["der alte Wirt", "ein Wirt"], "wirt");
        check(Language::Chinese, &["爸爸", "父亲"], "父亲");
    }
}
