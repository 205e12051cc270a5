//! Reading what features count, without their names.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::{Piece, hash};

/// What the features of a model count, in tenths, by their hashes: nobody asks for their names, which would be a text each.
#[derive(Default)]
pub(super) struct Weights(pub Vec<(u64, i8)>);

impl<'de> Deserialize<'de> for Weights {
    fn deserialize<D: Deserializer<'de>>(file: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Weights;

            fn expecting(&self, wanted: &mut fmt::Formatter<'_>) -> fmt::Result {
                wanted.write_str("features with what they count")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut entries: M) -> Result<Weights, M::Error> {
                let mut weights = Weights::default();
                while let Some((Hash(hash), tenths)) = entries.next_entry::<Hash, i32>()? {
                    weights.0.push((hash, tenths.clamp(i8::MIN.into(), i8::MAX.into()) as i8));
                }
                Ok(weights)
            }
        }
        file.deserialize_map(Entries)
    }
}

/// The hash of a feature whose name is read.
struct Hash(u64);

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(file: D) -> Result<Self, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = Hash;

            fn expecting(&self, wanted: &mut fmt::Formatter<'_>) -> fmt::Result {
                wanted.write_str("the name of a feature")
            }

            fn visit_str<E>(self, name: &str) -> Result<Hash, E> {
                Ok(Hash(hash(name.split(' ').map(Piece::of))))
            }
        }
        file.deserialize_str(Name)
    }
}
