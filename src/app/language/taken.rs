//! What notes from elsewhere did to the reader's own.

use super::message;
use crate::notes::Taken;

/// How many notes were added, changed, kept in both versions and deleted; empty for nothing.
pub fn taken(taken: &Taken) -> String {
    let some = |count: usize| (count > 0).then_some(count);
    let parts = [
        some(taken.added).map(|count| message!("taken-added", count = count)),
        some(taken.changed).map(|count| message!("taken-changed", count = count)),
        some(taken.both).map(|count| message!("taken-both", count = count)),
        some(taken.deleted).map(|count| message!("taken-deleted", count = count)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(message!("taken-and"))
}
