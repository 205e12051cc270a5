//! Who is called by a role: 'the baker Mira Dahl', 'Mira Dahl, a baker'.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::interner::TextId;
use super::super::lexicon::Lexicon;
use super::{People, PersonId};

/// What stands before the noun of a role by which somebody was known before they gave their name.
pub(in super::super) const INTRODUCED: &str = "vorgestellt";

/// The holders of roles.
#[derive(Default)]
pub(super) struct Roles {
    /// The main holder of each.
    main: FxHashMap<TextId, PersonId>,
    /// Everybody with each role that they have, by role.
    all: Vec<(TextId, PersonId)>,
    /// Who has any role.
    holders: FxHashSet<PersonId>,
}

impl People<'_> {
    /// The main holder of a role: whom the article names most, not the last one named with it.
    pub fn by_role(&self, role: TextId) -> Option<PersonId> {
        self.roles.main.get(&role).copied()
    }

    /// Whether the article calls a person by a role.
    pub fn has_role(&self, id: PersonId, role: TextId) -> bool {
        let first = self.roles.all.partition_point(|held| held.0 < role);
        self.roles.all[first..].iter().take_while(|held| held.0 == role).any(|held| held.1 == id)
    }

    /// The same of a role that may have been kept.
    pub fn has_role_named(&self, id: PersonId, role: &str) -> bool {
        self.texts.find(role).is_some_and(|role| self.has_role(id, role))
    }

    /// Who was first known by a noun alone, 'eine Frau', and then gave their name.
    pub fn introduced_as(&self, noun: &str) -> Option<PersonId> {
        self.by_role_named(&format!("{INTRODUCED} {noun}"))
    }

    /// Of the first roles of an article, who has one that ends with a word: 'der Veterinär' is the 'Amtsveterinär Ulf Hill'.
    pub fn by_end_of_role(&self, word: &str) -> Option<PersonId> {
        const MOST: usize = 500;
        const SHORTEST: usize = 6;
        let ends = |(role, _): &&(TextId, PersonId)| {
            let before = self.texts.get(*role).strip_suffix(word);
            before.is_some_and(|before| before.chars().nth(2).is_some())
        };
        let roles = self.roles.all.iter().take(MOST).filter(|_| word.len() >= SHORTEST);
        let mut holders = roles.filter(ends).map(|(_, id)| *id);
        let holder = holders.next()?;
        holders.all(|other| other == holder).then_some(holder)
    }

    /// Whether the article calls a person by any role.
    pub fn has_any_role(&self, id: PersonId) -> bool {
        self.roles.holders.contains(&id)
    }

    /// Whether the article calls a person by what people are: 'Ada Hill ist die Einzige' tells of none.
    pub fn has_calling(&self, id: PersonId, lexicon: &Lexicon) -> bool {
        let is_calling = |role: TextId| {
            let role = self.texts.get(role);
            lexicon.is_person(role) || role.ends_with("in")
        };
        self.has_any_role(id) && self.roles.all.iter().any(|(role, holder)| *holder == id && is_calling(*role))
    }

    /// The main holder of a role that may have been kept.
    pub fn by_role_named(&self, role: &str) -> Option<PersonId> {
        self.by_role(self.texts.find(role)?)
    }

    /// Takes in the roles that stand with names: a name, then a role of it, and how often it stands there.
    pub(super) fn learn_roles(&mut self, roles: FxHashMap<(TextId, TextId), u32>) {
        let seen: Vec<PersonId> = self.distinct().collect();
        let mut places = vec![0_u32; self.all.len()];
        for (place, id) in seen.iter().enumerate() {
            places[id.number()] = place as u32;
        }
        // of each role the people in the order in which they were first seen, where the roles were kept
        let place_of = |((name, role), times)| Some(((role, places[self.meant(name)?.number()]), times));
        let mut holders: Vec<((TextId, u32), u32)> = roles.into_iter().filter_map(place_of).collect();
        holders.sort_unstable();
        // several names may be one person's
        holders.dedup_by(|(next, more), (one, times)| {
            let is_same = next == one;
            *times += if is_same { *more } else { 0 };
            is_same
        });
        let mut best: FxHashMap<TextId, (u32, PersonId)> = FxHashMap::default();
        for ((role, place), times) in &holders {
            let id = seen[*place as usize];
            let rank = self.get(id).weight + 2 * times;
            let holder = best.entry(*role).or_insert((rank, id));
            if rank > holder.0 {
                *holder = (rank, id);
            }
        }
        self.roles = Roles {
            main: best.into_iter().map(|(role, (_, id))| (role, id)).collect(),
            all: holders.iter().map(|((role, place), _)| (*role, seen[*place as usize])).collect(),
            holders: holders.iter().map(|((_, place), _)| seen[*place as usize]).collect(),
        };
    }
}
