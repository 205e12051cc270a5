use std::hash::{BuildHasher as _, Hash};

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::{Annotation, AnnotationId};

/// Where annotations stand in their list, by identity, to find one of tens of thousands at once.
#[derive(Clone, Debug, Default)]
pub struct Register(HashTable<u32>);

impl Register {
    pub fn of(annotations: &[Annotation]) -> Self {
        let mut table = HashTable::with_capacity(annotations.len());
        for (number, annotation) in (0..).zip(annotations) {
            table.insert_unique(hash(&annotation.id), number, |&other| hash(&annotations[other as usize].id));
        }
        Self(table)
    }

    /// The annotation of an identity among those that the register was made of.
    pub fn find<'a>(&self, annotations: &'a [Annotation], id: &AnnotationId) -> Option<&'a Annotation> {
        let is_it = |number: &u32| annotations.get(*number as usize).is_some_and(|one| one.id == *id);
        annotations.get(*self.0.find(hash(id), is_it)? as usize)
    }
}

fn hash(id: &impl Hash) -> u64 {
    FxBuildHasher.hash_one(id)
}

#[cfg(test)]
mod tests {
    use crate::notes::{AnnotationId, Register, tests::notes_with};

    #[test]
    fn each_is_found_by_its_identity() {
        let some = notes_with(20).annotations;
        let register = Register::of(&some);
        assert!(some.iter().all(|one| std::ptr::eq(register.find(&some, &one.id).unwrap(), one)));
        assert_eq!(register.find(&some, &AnnotationId::from_random([9; 5])), None);
    }
}
