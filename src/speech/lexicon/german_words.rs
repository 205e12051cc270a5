//! What German forms and the ends of German words tell: the mood of a verb, a man or a thing.

use super::super::by_word::Words;
use super::Lexicon;
use super::file::File;

/// German forms, and ends of words.
#[derive(Default)]
pub(super) struct GermanWords {
    supposing: Words,
    reporting: Words,
    no_verb_ends: Vec<String>,
    more_no_verb_ends: Vec<String>,
    no_verbs: Words,
    verb_ends: Vec<String>,
    men_ends: Vec<String>,
    women_ends: Vec<String>,
    thing_ends: Vec<String>,
    leading_bodies: Vec<String>,
    weighed: Words,
    writings: Vec<String>,
    counterparts: Words,
    measures: Words,
    name_tellers: Words,
}

impl GermanWords {
    pub(super) fn of(file: &File) -> Self {
        let set = |list: &str| list.split_whitespace().map(|word| (word, ())).collect();
        let list = |list: &str| list.split_whitespace().map(str::to_owned).collect();
        Self {
            supposing: set(&file.supposing),
            reporting: set(&file.reporting),
            no_verb_ends: list(&file.no_verb_ends),
            more_no_verb_ends: list(&file.more_no_verb_ends),
            no_verbs: set(&file.no_verbs),
            verb_ends: list(&file.verb_ends),
            men_ends: list(&file.men_ends),
            women_ends: list(&file.women_ends),
            thing_ends: list(&file.thing_ends),
            leading_bodies: list(&file.leading_bodies),
            weighed: set(&file.weighed),
            writings: list(&file.writings),
            counterparts: set(&file.counterparts),
            measures: set(&file.measures),
            name_tellers: set(&file.name_tellers),
        }
    }
}

fn ends_in(lower: &str, ends: &[String]) -> bool {
    ends.iter().any(|end| lower.ends_with(end.as_str()))
}

impl Lexicon {
    /// Whether a form, given in lower case, may report, or suppose: "würde", "hätten".
    pub fn supposes(&self, lower: &str) -> bool {
        self.german_words.supposing.contains(lower)
    }

    /// Whether a form, given in lower case, does nothing but report: "sei", "habe".
    pub fn reports(&self, lower: &str) -> bool {
        self.german_words.reporting.contains(lower)
    }

    /// Whether a word in -e, given in lower case, is no verb. Behind a pronoun fewer are: 'Man benötige Holz', but 'man sagte'.
    pub fn is_no_verb_in_e(&self, lower: &str, behind_pronoun: bool) -> bool {
        let words = &self.german_words;
        let ends =
            || ends_in(lower, &words.no_verb_ends) || !behind_pronoun && ends_in(lower, &words.more_no_verb_ends);
        // 'zahlreiche'
        let whole = matches!(lower, "reiche" | "weiche");
        words.no_verbs.contains(lower) || !whole && ends() && !ends_in(lower, &words.verb_ends)
    }

    /// Whether a noun behind "der", given in lower case, is a man or a body, and no woman or thing in another case.
    pub fn ends_like_man(&self, lower: &str) -> bool {
        ends_in(lower, &self.german_words.men_ends) && !ends_in(lower, &self.german_words.women_ends)
    }

    /// Whether a noun, given in lower case, ends like one for what cannot speak.
    pub fn ends_like_thing(&self, lower: &str) -> bool {
        ends_in(lower, &self.german_words.thing_ends) && !ends_in(lower, &self.german_words.leading_bodies)
    }

    /// Whether a noun, given in lower case, is for what somebody says of something: "urteil", "kritik".
    pub fn is_weighed(&self, lower: &str) -> bool {
        self.german_words.weighed.contains(lower)
    }

    /// Whether a noun, given in lower case, is for what holds words, also at the end of a longer one: "zettel", "dankschreiben".
    pub fn holds_words(&self, lower: &str) -> bool {
        ends_in(lower, &self.german_words.writings)
    }

    /// Whether a noun, given in lower case, is for somebody besides whoever speaks: "kollege", "gegnerin".
    pub fn is_counterpart(&self, lower: &str) -> bool {
        self.german_words.counterparts.contains(lower)
    }

    /// Whether a verb, given in lower case, tells somebody's name: 'die sich als Ada Hill [vorstellte]'.
    pub fn tells_name(&self, lower: &str) -> bool {
        self.german_words.name_tellers.contains(lower)
    }

    /// Whether a noun, given in lower case, tells how much or when of the noun behind it: 'zehn Liter Wasser', 'Ende Mai'.
    pub fn measures(&self, lower: &str) -> bool {
        self.german_words.measures.contains(lower)
    }
}
