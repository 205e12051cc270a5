//! The weights of one model by the hashes of its features' names. Asking for one takes no branch, for a processor cannot
//! foresee which features are known: each bucket of names has a step that leads all of them to places of their own ("hash
//! and displace", Pagh 1999; Belazzougui, Botelho and Dietzfelbinger 2009).

use std::cmp::Reverse;
use std::hint::select_unpredictable;

/// The compiler knows how large a table is, so that a place needs no check. It has more places than its model has names, and
/// no more than it must: one of usual size stays near the processor as a whole.
#[derive(Clone, Debug)]
pub(super) struct Table<const PLACES: usize, const BUCKETS: usize> {
    steps: [u16; BUCKETS],
    entries: [Entry; PLACES],
}

/// A weight laid over the tag of its feature; nought where there is none. It is small, so that what a model is asked for
/// most stays near the processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry(u32);

/// What is laid over a tag for a weight of nought: weights from -128 to 127 change its lowest bits only.
pub(super) const NOUGHT: u32 = 1 << 7;

impl Entry {
    const NONE: Self = Self(0);

    fn new<const PLACES: usize>(spread: Spread<PLACES>, weight: i8) -> Self {
        Self(spread.tag() ^ NOUGHT.wrapping_add_signed(weight.into()))
    }

    /// What is laid over this tag; no weight where it is over another.
    #[inline(always)]
    fn laid_over<const PLACES: usize>(self, spread: Spread<PLACES>) -> u32 {
        let laid = self.0 ^ spread.tag();
        select_unpredictable(laid < 2 * NOUGHT, laid, NOUGHT)
    }
}

/// The hash of a feature, led on by the step of its bucket.
#[derive(Clone, Copy)]
struct Spread<const PLACES: usize>(u64);

impl<const PLACES: usize> Spread<PLACES> {
    #[inline(always)]
    fn new(hash: u64, step: u16) -> Self {
        Self(hash.wrapping_mul(step.into()))
    }

    /// The place of its entry: the uppermost bits.
    #[inline(always)]
    fn place(self) -> usize {
        (self.0 >> (u64::BITS - PLACES.ilog2())) as usize
    }

    /// The bits below, in which features with one place differ.
    #[inline(always)]
    fn tag(self) -> u32 {
        (self.0 >> (u32::BITS - PLACES.ilog2())) as u32
    }
}

impl<const PLACES: usize, const BUCKETS: usize> Default for Table<PLACES, BUCKETS> {
    fn default() -> Self {
        Self { steps: [1; BUCKETS], entries: [Entry::NONE; PLACES] }
    }
}

impl<const PLACES: usize, const BUCKETS: usize> Table<PLACES, BUCKETS> {
    /// The table of some weights by their hashes.
    pub fn of(weights: impl Iterator<Item = (u64, i8)>) -> Box<Self> {
        let mut table: Box<Self> = Box::default();
        let mut buckets: Vec<Vec<(u64, i8)>> = vec![Vec::new(); BUCKETS];
        for (hash, weight) in weights {
            buckets[Self::bucket(hash)].push((hash, weight));
        }
        let mut order: Vec<usize> = (0..BUCKETS).collect();
        order.sort_by_key(|bucket| Reverse(buckets[*bucket].len()));
        for bucket in order {
            let is_placed = table.put(bucket, &buckets[bucket]);
            debug_assert!(is_placed, "a model has more names than places");
        }
        table
    }

    /// The weight of a feature, and [`NOUGHT`] more.
    #[inline(always)]
    pub fn laid_over(&self, hash: u64) -> u32 {
        let spread = Spread::<PLACES>::new(hash, self.steps[Self::bucket(hash)]);
        self.entries[spread.place()].laid_over(spread)
    }

    /// Puts the names of a bucket where a step leads all of them to free places; whether there is one.
    fn put(&mut self, bucket: usize, names: &[(u64, i8)]) -> bool {
        let mut places: Vec<usize> = Vec::new();
        let mut steps = (1..=u16::MAX).map(|number| SPREAD.wrapping_mul(number) | 1);
        let step = steps.find(|step| {
            places.clear();
            names.iter().all(|(hash, _)| {
                let place = Spread::<PLACES>::new(*hash, *step).place();
                let is_free = self.entries[place] == Entry::NONE && !places.contains(&place);
                places.push(place);
                is_free
            })
        });
        let Some(step) = step else { return false };
        self.steps[bucket] = step;
        for (place, (hash, weight)) in places.into_iter().zip(names) {
            self.entries[place] = Entry::new(Spread::<PLACES>::new(*hash, step), *weight);
        }
        true
    }

    #[inline(always)]
    fn bucket(hash: u64) -> usize {
        hash as usize % BUCKETS
    }
}

/// An odd number whose multiples have their bits well mixed.
const SPREAD: u16 = 0x9e37;
