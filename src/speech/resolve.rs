//! Step 9b: who a mention is, by its name, its role, or what a pronoun points back to.

mod doubt;
mod english_nouns;
mod focus;
mod german_bodies;
mod german_latter;
mod german_nouns;
mod it;
mod layout;
mod named;
mod pronouns;
mod story;

use rustc_hash::FxHashMap;

use super::clear::Clear;
use super::german;
use super::interner::{Interner, TextId};
use super::kept::{self, Gender, Kept, Other, push};
use super::lexicon::Classes;
use super::mentions::MentionKind;
use super::overview::Overview;
use super::people::{People, PersonId, plain};
use super::reference::{CalledName, Leads, Reference, Role};
use focus::NEAR;

/// How far back a pronoun is followed, in clauses with a subject and in speakers.
const BACK: usize = 150;

/// How many speakers are held at most; some are asked for from a place a little before the last.
const MOST_SAID: usize = 3 * BACK;

/// A speaker that was found before.
struct Said {
    at: u32,
    name: TextId,
    kind: MentionKind,
    plural: bool,
    is_thing: bool,
    /// The English noun that the name is about.
    noun: Option<TextId>,
    /// Whether the name is a person's that the article names.
    person: Option<PersonId>,
    /// Whether the name is a word of a closed class.
    is_closed: bool,
    /// Whether they speak to a woman or a man: 'told her'.
    listener: Option<Gender>,
}

/// What is said, as far as it tells who says it; nothing where that does not tell it.
#[derive(Clone, Copy, Default)]
pub(super) struct Spoken<'a> {
    pub words: &'a str,
    /// Where reported words begin whose speaker is named behind them: 'The twins had paid, they said'.
    pub reported: Option<u32>,
    /// Whether it opens a paragraph, with a cue of somebody who goes on.
    pub goes_on: bool,
}

/// Who a mention is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resolved {
    /// A number of [`Resolver::names`].
    pub name: TextId,
    /// Where the person is named whom a pronoun points back to.
    pub place: Option<usize>,
    /// Whether the name is more than the words of the mention.
    pub is_led: bool,
    /// Whether somebody else may be meant as well.
    pub is_doubtful: bool,
}

/// Where a person opens a clause.
struct Subject {
    at: u32,
    person: Clear,
}

impl Subject {
    fn id(&self) -> PersonId {
        PersonId::at(self.person.number())
    }

    fn clear(&self) -> i8 {
        self.person.clear()
    }
}

/// A subject that a German noun names, and who it is.
struct Noun {
    at: u32,
    meant: Meant,
    role: Role,
    /// An English noun in news that may be a woman or a man, and whose name is not known: 'The treasurer'.
    tells_nothing: bool,
    /// An English noun in news that is told by whose it is: 'His father', whose life it tells of.
    is_of_somebody: bool,
}

/// Finds the names of speakers, one after the other in the order of the quotations.
pub(super) struct Resolver<'t> {
    overview: &'t Overview<'t>,
    people: People<'t>,
    /// In the order of the text.
    subjects: Vec<Subject>,
    /// The same for bodies.
    bodies: Vec<Subject>,
    called: Vec<CalledName>,
    /// In the order of the text.
    nouns: Vec<Noun>,
    /// Where a pronoun leads when nobody with a full name is near: short names and nouns, each in the order of the text.
    others: [Vec<Other>; 2],
    /// German names of firms, and English subjects that are bodies, in the order of the text.
    firms: Vec<Other>,
    /// English papers that somebody does something with, in the order of the text.
    papers: Vec<Other>,
    /// German subjects that are a noun for a body or a firm, in the order of the text.
    body_nouns: Vec<Other>,
    /// Subjects that stand for several, in the order of the text.
    several: Vec<Other>,
    /// Who answers in an interview: whom the article names most before it.
    interviewed: Option<PersonId>,
    said: Vec<Said>,
    /// What German nouns tell of them, by where they stand.
    described: FxHashMap<u32, Role>,
    /// The names of speakers as they are shown.
    names: Interner,
    /// Full names that open lines, for letters that stand for one of them: "A. H.".
    labelled: Vec<TextId>,
    /// How old those are who were called by their age.
    ages: FxHashMap<PersonId, u8>,
    /// The shown name of each person who was found to speak.
    shown: FxHashMap<PersonId, TextId>,
}

/// Who a pronoun means.
#[derive(Clone, Copy)]
enum Meant {
    Person(PersonId),
    Name(TextId),
    /// A kept text.
    Noun(TextId),
}

impl<'t> Resolver<'t> {
    pub fn of(overview: &'t Overview<'t>, kept: &mut Kept) -> Self {
        let people = People::of(overview.text, overview.lexicon, kept);
        let subject = |kept: kept::Subject| {
            let person = people.titled(kept.name(), title_before(overview, kept.at as usize))?;
            let person = Clear::of(person.number(), kept.clear())?;
            Some(Subject { at: kept.at, person })
        };
        let is_person = |subject: &Subject| people.is_person(subject.id());
        let named = std::mem::take(&mut kept.subjects);
        let mut bodies: Vec<Subject> =
            named.iter().copied().filter_map(subject).filter(|subject| !is_person(subject)).collect();
        bodies.shrink_to_fit();
        // where the names were kept, of which many lead to nobody
        let mut subjects: Vec<Subject> = named.into_iter().filter_map(|kept| subject(kept).filter(is_person)).collect();
        subjects.shrink_to_fit();
        let mut short_names = std::mem::take(&mut kept.short_names);
        short_names.retain(|other| people.meant(other.name).is_none());
        short_names.shrink_to_fit();
        let described = std::mem::take(&mut kept.described);
        let mut resolver = Self {
            nouns: Vec::new(),
            subjects,
            bodies,
            called: std::mem::take(&mut kept.called),
            others: [short_names, std::mem::take(&mut kept.nouns)],
            firms: std::mem::take(&mut kept.firms),
            papers: std::mem::take(&mut kept.papers),
            body_nouns: std::mem::take(&mut kept.body_nouns),
            several: std::mem::take(&mut kept.several),
            interviewed: overview.turns.first().and_then(|turn| people.main_before(turn.label.start)),
            overview,
            people,
            said: Vec::new(),
            described: FxHashMap::default(),
            names: Interner::default(),
            labelled: Vec::new(),
            ages: FxHashMap::default(),
            shown: FxHashMap::default(),
        };
        for noun in described {
            let is_english = overview.lexicon.is_english();
            if is_english && noun.definite {
                // 'The mayor opened the gate', whose name is known
                if let Some(id) = resolver.people.by_role(noun.role) {
                    let role = Role { role: noun.role, gender: None };
                    let meant = Meant::Person(id);
                    resolver.nouns.push(Noun { at: noun.at, meant, role, tells_nothing: false, is_of_somebody: false });
                    continue;
                }
            }
            let role = Role { role: noun.role, gender: noun.gender };
            let length = resolver.people.text_of(noun.name).len();
            let is_known = noun.definite && !is_english;
            let later = || resolver.people.introduced_as(resolver.people.text_of(noun.role)).map(Meant::Person);
            let person = if is_known { resolver.by_description(role, length, noun.at) } else { later() };
            if let Some(Meant::Person(id)) = person {
                resolver.learn_gender(id, role);
            }
            // 'Her brother Tom', who has a full name elsewhere
            let named = || resolver.people.meant(noun.name).filter(|_| is_english).map(Meant::Person);
            let meant = person.or_else(named).unwrap_or(Meant::Noun(noun.name));
            let is_news = is_english && overview.story.is_none();
            let tells_nothing = is_news && noun.definite && noun.gender.is_none();
            let first = overview.text[noun.at as usize..].split(' ').next().unwrap_or_default();
            let is_whose = overview.lexicon.written_word(first).classes.any(Classes::POSSESSIVE);
            let is_of_somebody = is_news && is_whose;
            resolver.nouns.push(Noun { at: noun.at, meant, role, tells_nothing, is_of_somebody });
        }
        resolver
    }

    /// Whether the article names anybody at all.
    pub fn names_anybody(&self) -> bool {
        !self.people.is_empty()
    }

    /// The words of a resolved name.
    pub fn words(&self, name: TextId) -> &str {
        self.names.get(name)
    }

    /// The name of a mention that stands at a place, with its words, who says some words in marks; one that is sure enough is remembered for the
    /// pronouns after it.
    pub fn resolve(&mut self, reference: &Reference, (at, words): (u32, &str), spoken: Spoken<'_>) -> Resolved {
        let mut place = None;
        let is_doubtful = self.is_doubtful(reference.leads, at, spoken);
        let name = match reference.leads {
            Leads::Nowhere | Leads::Words => None,
            Leads::Label => self.of_label(words),
            Leads::Names { first, count } => self.of_names(at, first as usize..first as usize + usize::from(count)),
            Leads::Together { first, count } => {
                Some(self.together(first as usize..first as usize + usize::from(count)))
            }
            Leads::Back { gender, many, silent } => self.before(at, (gender, many, silent), spoken, &mut place),
            Leads::Latter { gender } => {
                let noun = self.latter_noun(gender, at);
                match noun.or_else(|| self.last_named(Some(gender), at).map(Meant::Person)) {
                    Some(meant) => Some(self.shown_as(meant)),
                    None => self.before(at, (Some(gender), false, false), spoken, &mut place),
                }
            }
            Leads::BackToBody => self.body_before(at, &mut place),
            Leads::Relative(called) => Some(self.of_relative(called as usize, at)),
            // 'Hills Anwalt' is somebody of Hill's
            Leads::Described { definite: true, .. } if self.is_of_a_person(words) => None,
            Leads::Described { role, gender, definite: true } => {
                let role = Role { role, gender };
                let meant = self.by_description(role, words.len(), at);
                let meant = meant.filter(|meant| !self.has_other_role(words, *meant, role.role));
                let meant = meant.filter(|meant| self.is_of_age(*meant, words));
                if let Some(Meant::Person(id)) = meant {
                    self.learn_gender(id, role);
                }
                meant.map(|meant| self.shown_as(meant))
            }
            Leads::Described { role, definite: false, .. } => {
                let later = self.people.introduced_as(self.people.text_of(role));
                later.map(|id| self.shown(id))
            }
            Leads::Document { before, told } => {
                // 'dem Bericht zufolge': by whoever told of it, and no person
                let news = words.rsplit(' ').next().is_some_and(|last| german::is_news(&last.to_lowercase()));
                let author = self.author_before(before, told);
                let author = author.filter(|meant| !news || !self.is_a_person(*meant));
                author.map(|meant| self.shown_as(meant))
            }
            Leads::InMind => {
                let known = self.in_focus(None, at, NEAR);
                let known = known.or_else(|| self.in_mind(None, at).map(Meant::Person));
                let known = known.filter(|known| self.is_of_age(*known, words));
                known.map(|meant| self.shown_as(meant))
            }
            Leads::InMindAs(role) => {
                let known = self.in_mind(Some(role), at).or_else(|| self.by_whole_role(words));
                let known = known.map(Meant::Person);
                let noun = self.people.text_of(role);
                let known = known.or_else(|| self.by_epithet(noun, words, at));
                known.map(|meant| self.shown_as(meant))
            }
            Leads::Role(role) => {
                let told = || {
                    let role = self.people.text_of(role);
                    let german = self.by_german_role(role, at);
                    let body = || self.by_generic_body(role, at);
                    let known = german.or_else(|| self.by_body_word(role, at)).map(Meant::Person);
                    body().or(known)
                };
                let word = self.people.text_of(role);
                // 'das Unternehmen' is the one named last, 'der Sender' the only one
                let any = self.overview.lexicon.is_generic_body(word);
                let known = self.people.by_role(role).filter(|_| !any).map(Meant::Person);
                let meant = known.or_else(|| self.by_firm(word, at)).or_else(told);
                let meant = meant.or_else(|| self.by_paper(word, at));
                let meant = meant.or_else(|| self.people.by_role(role).map(Meant::Person));
                let meant = meant.or_else(|| self.body_or_called(role, words, at));
                let meant = meant.or_else(|| self.by_testimony(word, at));
                let meant = meant.or_else(|| self.by_title(word, words, at).map(Meant::Person));
                let meant = meant.or_else(|| self.by_epithet(word, words, at));
                let meant = meant.or_else(|| self.by_kin(word, words, at));
                let meant = meant.or_else(|| self.by_second_tag(word, words, at));
                let meant = meant.or_else(|| self.source_before(word, at).map(Meant::Name));
                let bare = words.split(' ').count() == 2;
                let meant = meant.or_else(|| self.writer_before(role, at).filter(|_| bare).map(Meant::Name));
                meant.map(|meant| self.shown_as(meant))
            }
        };
        let name = self.described_by_name(words, at).map(|id| self.shown(id)).or(name);
        let is_led = name.is_some();
        let name = name.unwrap_or_else(|| {
            let lexicon = self.overview.lexicon;
            let plain = if lexicon.is_german() { german::nominative(words, lexicon).into() } else { plain(words) };
            self.names.intern_text(&plain)
        });
        if reference.remembered {
            self.remember(reference, at, name);
            self.learn_by_words(reference, name);
        }
        Resolved { name, place, is_led, is_doubtful }
    }

    /// Whether somebody may be of the age that words tell, 'der 31-Jährige': nobody is of two.
    fn is_of_age(&mut self, meant: Meant, words: &str) -> bool {
        let digits = words.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
        let (Meant::Person(id), Ok(age)) = (meant, digits[..end].parse()) else { return true };
        *self.ages.entry(id).or_insert(age) == age
    }

    /// Remembers a mention that was too unsure for it when its first words were heard, and is sure of more of them.
    pub fn remember_surer(&mut self, reference: &Reference, at: u32, resolved: Resolved) {
        let is_known = self.said.binary_search_by_key(&at, |said| said.at).is_ok();
        if reference.remembered && !is_known {
            self.remember(reference, at, resolved.name);
        }
    }

    /// Learns whether somebody named is a woman or a man from what they say, where no title or given name tells.
    fn learn_by_words(&mut self, reference: &Reference, name: TextId) {
        let id = self.people.shown_as(self.names.get(name)).filter(|_| reference.kind.is_named());
        if let Some(person) = id.map(|id| self.people.get_mut(id)).filter(|person| person.likely_gender().is_none()) {
            person.gender = reference.own_gender;
        }
    }

    fn remember(&mut self, reference: &Reference, at: u32, name: TextId) {
        self.described.extend(reference.leads.described().map(|role| (at, role)));
        let words = self.names.get(name);
        let said = Said {
            at,
            name,
            kind: reference.kind,
            plural: reference.plural,
            is_thing: reference.is_thing,
            noun: reference.noun,
            person: self.people.shown_as(words),
            is_closed: self.overview.lexicon.written_word(words).kind.is_some(),
            listener: reference.listener,
        };
        // nobody is asked for who spoke farther back
        if self.said.len() >= MOST_SAID {
            self.said.drain(..BACK);
        }
        let place = self.said.partition_point(|said| said.at <= at);
        if place == self.said.len() {
            push(&mut self.said, said);
        } else {
            self.said.insert(place, said);
        }
    }

    /// A person by the name that is shown.
    fn shown(&mut self, id: PersonId) -> TextId {
        let Self { shown, names, people, .. } = self;
        *shown.entry(id).or_insert_with(|| names.intern_text(&people.name(id)))
    }

    fn shown_as(&mut self, meant: Meant) -> TextId {
        match meant {
            Meant::Person(id) => self.shown(id),
            Meant::Name(name) => name,
            Meant::Noun(text) => self.names.intern_text(self.people.text_of(text)),
        }
    }
}

/// What a title right before a place in an English text tells: 'Mrs [Hill]'.
fn title_before(overview: &Overview<'_>, at: usize) -> Option<Gender> {
    const LONGEST: usize = 5;
    let before = overview.text.as_bytes().get(at.saturating_sub(LONGEST)..at)?;
    let title = before.strip_suffix(b" ").map(|before| before.strip_suffix(b".").unwrap_or(before))?;
    let female = [&b"Mrs"[..], b"Ms", b"Miss"].iter().any(|end| title.ends_with(end));
    let told = if female { Some(Gender::Female) } else { title.ends_with(b"Mr").then_some(Gender::Male) };
    told.filter(|_| overview.lexicon.is_english())
}
