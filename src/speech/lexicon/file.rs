//! The words of a language as `assets/speech/<language>.ron` holds them.

use serde::Deserialize;

/// The words of a language as its file holds them: lists with a space between the words.
#[derive(Deserialize)]
pub(super) struct File {
    pub code: String,
    pub cues: Vec<(u8, String)>,
    pub according: Vec<String>,
    pub naming: Vec<String>,
    pub adverbials: Vec<String>,
    pub pronouns: String,
    pub feminine: String,
    pub masculine: String,
    pub plural: String,
    pub object_pronouns: String,
    pub possessives: String,
    pub determiners: String,
    pub be: String,
    pub have: String,
    pub modals: String,
    pub negation: String,
    pub light: String,
    pub conjunctions: String,
    pub questions: String,
    pub relatives: String,
    pub that: String,
    pub prepositions: String,
    pub phrase_prepositions: String,
    pub adjuncts: String,
    pub titles: String,
    pub female_titles: String,
    pub male_titles: String,
    pub days: String,
    pub months: String,
    pub telling: String,
    #[serde(default)]
    pub adding: String,
    pub not_verbs: String,
    pub openers: String,
    pub organisations: String,
    #[serde(default)]
    pub works: String,
    pub abbreviations: String,
    /// Verbs that say something with a particle far behind: 'teilte … mit'; forms, then particles.
    #[serde(default)]
    pub particles: Vec<(String, String)>,
    /// Cues whose object alone is what somebody says.
    #[serde(default)]
    pub object_cues: String,
    /// Nouns for what somebody says.
    #[serde(default)]
    pub statements: String,
    /// Those of them after which something happens.
    #[serde(default)]
    pub events: String,
    /// Nouns that stand without an article and are no names.
    #[serde(default)]
    pub common_nouns: String,
    /// Nouns for what says nothing by itself, though something is said with it.
    #[serde(default)]
    pub things: String,
    /// Words that stand for nobody in particular.
    #[serde(default)]
    pub anybody: String,
    /// How nouns for papers end in which somebody has their say.
    #[serde(default)]
    pub documents: String,
    /// Words that end like one of `statements` and are none.
    #[serde(default)]
    pub no_statements: String,
    /// Short titles, each with the word that it stands for.
    #[serde(default)]
    pub short_titles: Vec<(String, String)>,
    /// How words for what somebody is end, given names that end so too, and how the names of papers end.
    #[serde(default)]
    pub roles: String,
    #[serde(default)]
    pub given_names: String,
    /// Given names by who bears them.
    #[serde(default)]
    pub female_names: String,
    #[serde(default)]
    pub male_names: String,
    /// Nouns for a woman, and for a man.
    #[serde(default)]
    pub female_nouns: String,
    #[serde(default)]
    pub male_nouns: String,
    /// Surnames that are words of bodies and places too.
    #[serde(default)]
    pub surnames: String,
    /// People by where they come from.
    #[serde(default)]
    pub demonyms: String,
    /// How nouns end for what people must keep to, for bodies that take "das", and for places where bodies work.
    #[serde(default)]
    pub rules: String,
    #[serde(default)]
    pub neuters: String,
    #[serde(default)]
    pub offices: String,
    /// Participles of verbs for taking a side.
    #[serde(default)]
    pub sides: String,
    /// Nouns that stand for one another.
    #[serde(default)]
    pub alike: Vec<String>,
    /// What any body is called that has been named before.
    #[serde(default)]
    pub generic_bodies: String,
    /// What somebody is called who is known already.
    #[serde(default)]
    pub epithets: String,
    /// Whom a scene brings with it, so that they are nobody who was named before: where nothing describes them, and always.
    #[serde(default)]
    pub newcomers: String,
    #[serde(default)]
    pub strangers: String,
    /// What is done to whoever stands before a court, and what they are called then.
    #[serde(default)]
    pub tried: String,
    #[serde(default)]
    pub defendants: String,
    /// More words for those who speak as one.
    #[serde(default)]
    pub bodies: String,
    /// How nouns for firms end.
    #[serde(default)]
    pub firms: String,
    /// Words that end like a role and are none, and roles that several people of an article have.
    #[serde(default)]
    pub no_roles: String,
    #[serde(default)]
    pub shared_roles: String,
    /// Roles that end like one of these and are somebody's own.
    #[serde(default)]
    pub own_roles: String,
    /// Callings that nobody has beside another.
    #[serde(default)]
    pub callings: String,
    /// Roles that a scene gives.
    #[serde(default)]
    pub scene_roles: String,
    /// Those that anybody may have beside a calling.
    #[serde(default)]
    pub states: String,
    #[serde(default)]
    pub papers: String,
    /// Words before names that are part of none, beside `titles`.
    #[serde(default)]
    pub name_titles: String,
    /// Words in names of bodies of the state, of papers, of those who work, and of laws, with their capitals; nouns that may
    /// mean any of these.
    #[serde(default)]
    pub state_bodies: String,
    #[serde(default)]
    pub dailies: String,
    #[serde(default)]
    pub worker_bodies: String,
    #[serde(default)]
    pub laws: String,
    #[serde(default)]
    pub any_bodies: String,
    /// Words that the names of firms end with.
    #[serde(default)]
    pub firm_names: String,
    /// How many children a mother has: 'a mother of three'.
    #[serde(default)]
    pub numbers_of_children: String,
    /// Words that stand for one or some of those named before.
    #[serde(default)]
    pub pointing: String,
    /// Verbs that have behind them how their subject names something, and those that tell what somebody is called.
    #[serde(default)]
    pub naming_verbs: String,
    #[serde(default)]
    pub name_givers: String,
    /// The verbs of 'as the mayor puts it'.
    #[serde(default)]
    pub putting_verbs: String,
    /// Who tells a court what they saw, and the roles of those there who do not.
    #[serde(default)]
    pub witnesses: String,
    #[serde(default)]
    pub of_court: String,
    /// Titles, each list with the nouns that those are called by who have one of them.
    #[serde(default)]
    pub called_by_title: Vec<(String, String)>,
    /// Verbs of whoever speaks behind somebody else.
    #[serde(default)]
    pub answering: String,
    /// What tells that somebody was something: "former".
    #[serde(default)]
    pub past_roles: String,
    /// Nouns for bodies that the word before them tells apart: "the food agency".
    #[serde(default)]
    pub bodies_by_field: String,
    /// Nouns for papers that "it" may mean behind them, besides the documents.
    #[serde(default)]
    pub messages: String,
    /// Nouns for what is of or for somebody or something, whose name stands behind them: "shares".
    #[serde(default)]
    pub parts: String,
    /// Nouns for two or three who are known: "couple".
    #[serde(default)]
    pub pairs: String,
    /// German forms that may report or suppose, and those that only report.
    #[serde(default)]
    pub supposing: String,
    #[serde(default)]
    pub reporting: String,
    /// How German words in -e end that are no verbs, more of them where no pronoun stands before; such words; verbs that end so.
    #[serde(default)]
    pub no_verb_ends: String,
    #[serde(default)]
    pub more_no_verb_ends: String,
    #[serde(default)]
    pub no_verbs: String,
    #[serde(default)]
    pub verb_ends: String,
    /// How German nouns end for men or bodies, for women or things, for what cannot speak, and for bodies that end so too.
    #[serde(default)]
    pub men_ends: String,
    #[serde(default)]
    pub women_ends: String,
    #[serde(default)]
    pub thing_ends: String,
    #[serde(default)]
    pub leading_bodies: String,
    /// What somebody says of something, and nouns that tell how much.
    #[serde(default)]
    pub weighed: String,
    /// How German nouns end for what holds words.
    #[serde(default)]
    pub writings: String,
    /// German nouns for somebody besides whoever speaks.
    #[serde(default)]
    pub counterparts: String,
    #[serde(default)]
    pub measures: String,
    /// Verbs that tell somebody's name.
    #[serde(default)]
    pub name_tellers: String,
}
