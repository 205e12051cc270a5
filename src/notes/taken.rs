//! What notes from elsewhere did to a reader's own.

use std::collections::HashMap;

use super::{Annotation, AnnotationId, Notes};

/// How many notes came in and what became of those that were there; each note counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    pub added: usize,
    /// Notes that are now as the others have them.
    pub changed: usize,
    /// Notes in which both texts stay.
    pub both: usize,
    pub deleted: usize,
}

impl Taken {
    /// What happened between `before` and `after`, when these other notes were taken in.
    pub fn between(before: &Notes, others: &[&Notes], after: &Notes) -> Self {
        let was: HashMap<&AnnotationId, &Annotation> = before.annotations.iter().map(|one| (&one.id, one)).collect();
        let mut theirs: HashMap<&AnnotationId, Vec<&Annotation>> = HashMap::new();
        for one in others.iter().flat_map(|notes| &notes.annotations) {
            theirs.entry(&one.id).or_default().push(one);
        }
        let mut taken = Self::default();
        let mut stayed = 0;
        for now in &after.annotations {
            let Some(was) = was.get(&now.id) else {
                taken.added += 1;
                continue;
            };
            stayed += 1;
            let is_of_one = theirs.get(&now.id).is_some_and(|all| all.iter().any(|one| one.note == now.note));
            if was.note != now.note && !was.note.is_empty() && !is_of_one {
                taken.both += 1;
            } else if written(was) != written(now) {
                taken.changed += 1;
            }
        }
        taken.deleted = before.annotations.len() - stayed;
        taken
    }

    /// Whether nothing came of it.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Whether something that was there reads otherwise now, or is gone.
    pub fn replaces(&self) -> bool {
        self.changed + self.both + self.deleted > 0
    }
}

/// What of a note somebody wrote; where its passage is depends on the article.
fn written(one: &Annotation) -> impl PartialEq {
    (one.selector.clone(), one.extent, one.colour, one.tags.clone(), one.links.clone(), one.note.clone())
}
