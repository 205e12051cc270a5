//! What German nouns stand for: what somebody says or is, bodies, things.

use rustc_hash::FxHashSet;

use super::super::kept::Gender;
use super::endings::Endings;
use super::file::File;
use super::{Classes, Lexicon};

/// A shorter word is an end of others too, and a longer one is none, in letters.
const SHORTEST_BODY: usize = 5;
const LONGEST_BODY: usize = 40;

/// A shorter role is an end of others too: "mann" of "obmann".
const SHORTEST_SHARED: usize = 6;

/// A shorter noun is an end of others too, in bytes: "wirt" of "betriebswirt".
const SHORTEST_PLAIN: usize = 5;

/// What some German nouns stand for, and how others end.
#[derive(Default)]
pub(super) struct GermanNouns {
    shared_roles: Vec<String>,
    own_roles: Vec<String>,
    callings: Vec<String>,
    scene_roles: Vec<String>,
    states: Vec<String>,
    alike: Vec<Vec<String>>,
    /// All of these: what a longer noun may end in that stands for the same.
    plain: FxHashSet<String>,
    rules: Endings,
    neuters: Endings,
    offices: Endings,
    sides: Vec<String>,
}

impl GermanNouns {
    pub(super) fn of(file: &File) -> Self {
        let list = |list: &str| Vec::from_iter(list.split_whitespace().map(str::to_owned));
        Self {
            shared_roles: list(&file.shared_roles),
            own_roles: list(&file.own_roles),
            callings: list(&file.callings),
            scene_roles: list(&file.scene_roles),
            states: list(&file.states),
            alike: file.alike.iter().map(|nouns| list(nouns)).collect(),
            plain: [&file.shared_roles, &file.scene_roles, &file.states]
                .into_iter()
                .chain(&file.alike)
                .flat_map(|nouns| list(nouns))
                .collect(),
            rules: Endings::of(&file.rules),
            neuters: Endings::of(&file.neuters),
            offices: Endings::of(&file.offices),
            sides: list(&file.sides),
        }
    }
}

impl Lexicon {
    /// Whether a noun, given in lower case, is for what people must keep to: "gesetz".
    pub fn is_rule(&self, lower: &str) -> bool {
        self.german.rules.is_of(lower)
    }

    /// Whether a noun for a body, given in lower case, takes "das": "ministerium".
    pub fn is_neuter(&self, lower: &str) -> bool {
        self.german.neuters.is_of(lower)
    }

    /// Whether a noun, given in lower case, is for the place where a body works: "rathaus".
    pub fn is_office(&self, lower: &str) -> bool {
        self.german.offices.is_of(lower)
    }

    /// Whether a word, given in lower case, is the participle of a verb for taking a side: "unterstützt".
    pub fn takes_side(&self, lower: &str) -> bool {
        self.german.sides.iter().any(|side| side == lower)
    }

    /// Whether a noun, given in lower case, stands for what somebody says, also at the end of a longer one.
    pub fn is_statement(&self, lower: &str) -> bool {
        self.statements.is_of(lower) && !self.no_statements.is_of(lower)
    }

    /// Whether a noun, given in lower case, stands for a paper in which somebody has their say: "pressemitteilung".
    pub fn is_document(&self, lower: &str) -> bool {
        self.documents.is_of(lower)
    }

    /// Whether a noun for what is said, given in lower case, stands for a paper that says it: "studie".
    pub fn is_paper(&self, lower: &str) -> bool {
        ["studie", "bericht", "umfrage", "gutachten", "analyse"].iter().any(|end| lower.ends_with(end))
            || self.is_document(lower)
    }

    /// Whether something happens after the statement that a noun, given in lower case, stands for: "nach der Ankündigung".
    pub fn is_event(&self, lower: &str) -> bool {
        self.events.is_of(lower)
    }

    /// Whether a word, given in lower case, is a noun that needs no article and no name: "seit Jahren Mutter".
    pub fn is_common_noun(&self, lower: &str) -> bool {
        self.common_nouns.contains(lower)
    }

    /// Whether a noun, given in lower case, stands for something that says nothing by itself: "satz", "fall".
    pub fn is_thing(&self, lower: &str) -> bool {
        self.things.contains(lower)
    }

    /// Whether a word, given in lower case, ends like one for what somebody is: "wirtin".
    pub fn ends_like_role(&self, lower: &str) -> bool {
        self.roles.is_of(lower)
    }

    /// Whether a noun, given in lower case, stands for a person: "stürmer", "28-jährige".
    pub fn is_person(&self, lower: &str) -> bool {
        let titles = Classes::TITLE.and(Classes::MALE_TITLE).and(Classes::FEMALE_TITLE);
        (self.ends_like_role(lower) && lower.chars().nth(3).is_some()
            || self.word(lower).classes.any(titles)
            || self.is_german && self.demonyms.contains(lower)
            || self.means_the_last(lower))
            && !self.no_roles.is_of(lower)
            && lower != "länder"
            && !self.is_body(lower)
    }

    /// Whether a noun, given in lower case, means whoever another one has just spoken of: "gescholtene".
    pub fn means_the_last(&self, lower: &str) -> bool {
        self.is_german && self.epithets.contains(lower)
    }

    /// Whether several people of an article may have a role, given in lower case: "zeuge", "sprecherin".
    pub fn is_shared_role(&self, lower: &str) -> bool {
        (ends_in_role(lower, &self.german.shared_roles) || self.is_scene_role(lower)) && !self.is_own_role(lower)
    }

    /// Whether nobody has a calling, given in lower case, beside another one: "pfarrer".
    pub fn is_only_calling(&self, lower: &str) -> bool {
        self.german.callings.iter().any(|calling| calling == lower)
    }

    /// Whether a role, given in lower case, ends like a shared one and is somebody's own: "innenverteidiger".
    fn is_own_role(&self, lower: &str) -> bool {
        self.german.own_roles.iter().any(|role| role == lower)
    }

    /// Whether a scene gives a role, given in lower case: "wirt".
    pub fn is_scene_role(&self, lower: &str) -> bool {
        ends_in_role(lower, &self.german.scene_roles) || self.is_state(lower)
    }

    /// Whether anybody may have a role, given in lower case, beside a calling: "rentner".
    pub fn is_state(&self, lower: &str) -> bool {
        ends_in_role(lower, &self.german.states)
    }

    /// The other nouns by which whoever is told by one, given in lower case, may be called: of "verteidiger" "anwalt".
    pub fn alike<'l>(&'l self, lower: &'l str) -> impl Iterator<Item = &'l str> {
        let holding = self.german.alike.iter().filter(move |nouns| nouns.iter().any(|noun| noun == lower));
        holding.flatten().map(String::as_str).filter(move |noun| *noun != lower)
    }

    /// The noun at the end of a longer one that may stand for the same: of "lungenarzt" "arzt".
    pub fn plain_role<'w>(&self, lower: &'w str) -> Option<&'w str> {
        let known = |noun: &str| self.german.plain.contains(noun);
        let ends = lower.char_indices().map(|(at, _)| &lower[at..]).take_while(|end| end.len() >= SHORTEST_PLAIN);
        ends.skip(1).find(|end| known(end)).filter(|_| !known(lower) && !self.is_own_role(lower))
    }

    /// What a given name tells of whoever bears it in German, also by its end: one in "a" is a woman's unless it is known.
    pub fn gender_of_given_name(&self, given: &str) -> Option<Gender> {
        let ends = self.is_german && given.ends_with('a') && given.chars().nth(3).is_some();
        self.gender_of_name(given).or_else(|| ends.then_some(Gender::Female))
    }

    /// Whether a noun, given in lower case, may stand for any body that was named: "behörde".
    pub fn is_generic_body(&self, lower: &str) -> bool {
        self.generic_bodies.contains(lower)
    }

    /// Whether a noun, given in lower case, stands for a firm: "autobauer".
    pub fn is_firm(&self, lower: &str) -> bool {
        self.firms.is_of(lower)
    }

    /// Whether a word, given in lower case, is a given name that ends like a role: "walter".
    pub fn is_given_name(&self, lower: &str) -> bool {
        self.given_names.contains(lower)
    }

    /// Whether the last word of a title ends like the name of a paper.
    pub fn ends_like_paper(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        self.papers.iter().any(|end| lower.ends_with(end.as_str()))
    }

    /// Whether a noun, given in lower case, stands for a body, also at the end of a longer one: "landgericht".
    pub fn is_body(&self, lower: &str) -> bool {
        let ends = lower.char_indices().filter(|(at, _)| lower.len() - at >= SHORTEST_BODY);
        ends.take(LONGEST_BODY).any(|(at, _)| self.word(&lower[at..]).classes.any(Classes::ORGANISATION))
    }
}

/// Whether a noun is a role of a list, or ends in one that is long enough.
fn ends_in_role(lower: &str, roles: &[String]) -> bool {
    roles.iter().any(|end| lower == end || end.len() >= SHORTEST_SHARED && lower.ends_with(end.as_str()))
}
