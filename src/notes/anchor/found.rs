use std::collections::HashMap;

use super::{Earlier, Passage, Place, Selector};
use crate::article::Article;

/// Where passages are in an article, by how they were marked.
#[derive(Clone, Debug, Default)]
pub struct Places {
    found: HashMap<Selector, Place>,
}

impl Places {
    /// Looks for passages that are not known yet.
    pub fn find(&mut self, article: &Article, earlier: &Earlier, selectors: impl IntoIterator<Item = Selector>) {
        let missing: Vec<Selector> =
            selectors.into_iter().filter(|selector| !self.found.contains_key(selector)).collect();
        let passages: Vec<Passage<'_>> = missing.iter().map(|selector| Passage { selector, twins: 0 }).collect();
        let anchors = earlier.find(article, &passages);
        self.found.extend(missing.into_iter().zip(anchors.into_iter().map(|anchor| anchor.place)));
    }

    /// Takes over where passages were found.
    pub fn know<'a>(&mut self, passages: impl Iterator<Item = (&'a Selector, Place)>) {
        self.found.extend(passages.map(|(selector, place)| (selector.clone(), place)));
    }

    /// Asks for these passages to be confirmed where they do not stand as they were marked: they asked for it before.
    pub fn doubt<'a>(&mut self, article: &Article, passages: impl Iterator<Item = &'a Selector>) {
        for selector in passages.filter(|selector| selector.verbatim_in(article).is_none()) {
            if let Some(Place::Exact(range)) = self.of(selector) {
                self.found.insert(selector.clone(), Place::Changed(range));
            }
        }
    }

    pub fn of(&self, selector: &Selector) -> Option<Place> {
        self.found.get(selector).copied()
    }
}
