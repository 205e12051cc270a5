/// The heights of the column's items, estimated until they have been seen, with sums in logarithmic time (a Fenwick tree).
///
/// Only the tree is kept, in `f64`: a million paragraphs are too tall for an `f32` to tell two rows apart.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    sums: Vec<f64>,
}

impl Heights {
    pub fn new(values: impl ExactSizeIterator<Item = f64>) -> Self {
        let mut sums = vec![0.0; values.len() + 1];
        for (number, value) in values.enumerate() {
            let place = number + 1;
            sums[place] += value;
            let next = place + (place & place.wrapping_neg());
            if next < sums.len() {
                sums[next] += sums[place];
            }
        }
        Self { sums }
    }

    fn count(&self) -> usize {
        self.sums.len().saturating_sub(1)
    }

    pub fn get(&self, number: usize) -> f64 {
        self.before(number + 1) - self.before(number)
    }

    /// Corrects the height of one item.
    pub fn set(&mut self, number: usize, height: f64) {
        let difference = height - self.get(number);
        if number >= self.count() || difference == 0.0 {
            return;
        }
        let mut place = number + 1;
        while place < self.sums.len() {
            self.sums[place] += difference;
            place += place & place.wrapping_neg();
        }
    }

    /// How tall the items before `number` are together.
    pub fn before(&self, number: usize) -> f64 {
        let mut place = number.min(self.count());
        let mut sum = 0.0;
        while place > 0 {
            sum += self.sums[place];
            place -= place & place.wrapping_neg();
        }
        sum
    }

    pub fn total(&self) -> f64 {
        self.before(self.count())
    }

    /// The item at a distance from the top, and how far into it; the last item for any distance past the end.
    pub fn at(&self, distance: f64) -> (usize, f64) {
        let count = self.count();
        let mut place = 0;
        let mut left = distance.max(0.0);
        let mut step = count.next_power_of_two();
        while step > 0 {
            if let Some(&sum) = self.sums.get(place + step)
                && place + step <= count
                && sum <= left
            {
                place += step;
                left -= sum;
            }
            step /= 2;
        }
        match count.checked_sub(1) {
            Some(last) if place > last => (last, self.get(last)),
            _ => (place, left),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Heights;

    #[test]
    fn finds_the_item_at_a_distance() {
        let heights = Heights::new([10.0, 20.0, 30.0].into_iter());
        for (distance, expected) in
            [(-5.0, (0, 0.0)), (0.0, (0, 0.0)), (10.0, (1, 0.0)), (29.0, (1, 19.0)), (99.0, (2, 30.0))]
        {
            assert_eq!(heights.at(distance), expected, "at {distance}");
        }
        assert_eq!(Heights::default().at(3.0), (0, 3.0));
    }

    proptest! {
        #[test]
        fn sums_follow_every_correction(mut values in prop::collection::vec(1u16..500, 1..80), changes in prop::collection::vec((0usize..80, 1u16..500), 0..40)) {
            let mut heights = Heights::new(values.iter().map(|&value| f64::from(value)));
            for (number, height) in changes {
                let number = number % values.len();
                values[number] = height;
                heights.set(number, f64::from(height));
            }
            let mut sum = 0.0;
            for (number, &value) in values.iter().enumerate() {
                prop_assert_eq!(heights.before(number), sum);
                prop_assert_eq!(heights.at(sum), (number, 0.0));
                sum += f64::from(value);
            }
            prop_assert_eq!(heights.total(), sum);
        }
    }
}
