//! Things of which those that were used lately are kept.

use std::{borrow::Borrow, collections::HashMap, hash::Hash};

/// Things by their names, in two generations: what is used moves into the younger one, and what is still in the older one
/// when the next begins is let go.
pub struct KeptLately<K, V> {
    now: HashMap<K, V>,
    before: HashMap<K, V>,
}

impl<K, V> Default for KeptLately<K, V> {
    fn default() -> Self {
        Self { now: HashMap::new(), before: HashMap::new() }
    }
}

impl<K: Eq + Hash, V> KeptLately<K, V> {
    /// The thing of a name, which is used by that.
    pub fn get<Q: Eq + Hash + ?Sized>(&mut self, name: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        if let Some((name, thing)) = self.before.remove_entry(name) {
            self.now.insert(name, thing);
        }
        self.now.get_mut(name)
    }

    /// Keeps a thing in place of the one of that name.
    pub fn keep(&mut self, name: K, thing: V) {
        self.before.remove(&name);
        self.now.insert(name, thing);
    }

    pub fn remove<Q: Eq + Hash + ?Sized>(&mut self, name: &Q)
    where
        K: Borrow<Q>,
    {
        self.before.remove(name);
        self.now.remove(name);
    }

    pub fn clear(&mut self) {
        self.now.clear();
        self.before.clear();
    }

    /// The names of what was used in this generation.
    pub fn used(&self) -> impl ExactSizeIterator<Item = &K> {
        self.now.keys()
    }

    /// Begins the next generation.
    pub fn turn(&mut self) {
        self.before = std::mem::take(&mut self.now);
    }
}

#[cfg(test)]
mod tests {
    use super::KeptLately;

    #[test]
    fn what_is_used_outlives_what_is_not() {
        let mut kept = KeptLately::default();
        kept.keep("used", 1);
        kept.keep("unused", 2);
        kept.turn();
        assert_eq!(kept.get("used"), Some(&mut 1));
        kept.turn();
        assert_eq!(["used", "unused"].map(|name| kept.get(name).copied()), [Some(1), None]);
    }
}
