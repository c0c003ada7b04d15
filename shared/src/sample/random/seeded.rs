//! Numbers from a seed.

use chrono::NaiveDate;
use uuid::Uuid;

/// A sequence of numbers that its seed decides (SplitMix64). Good enough for tests, and for nothing secret.
#[derive(Clone, Debug)]
pub struct Seeded(u64);

impl Seeded {
    /// The sequence of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `least` to `most`, both included; `least` when they are in the wrong order.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let count = most.wrapping_sub(least).wrapping_add(1).unsigned_abs();
        if least > most || count == 0 {
            return least;
        }
        least.wrapping_add_unsigned(self.number() % count)
    }

    /// A count from `least` to `most`.
    pub fn count(&mut self, least: usize, most: usize) -> usize {
        let spread = u64::try_from(most.saturating_sub(least)).unwrap_or_default();
        least + usize::try_from(self.number() % (spread + 1)).unwrap_or_default()
    }

    /// True once in `times`.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.number().is_multiple_of(times)
    }

    /// One of a list that is not empty.
    ///
    /// # Panics
    /// When the list is empty.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.count(0, list.len() - 1)]
    }

    /// An identity.
    pub fn id(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.number(), self.number())
    }

    /// A day of a year.
    pub fn day_of(&mut self, year: i32) -> NaiveDate {
        let day = u32::try_from(self.between(1, 365)).unwrap_or(1);
        NaiveDate::from_yo_opt(year, day).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_decides_everything() {
        let first: Vec<u64> = std::iter::repeat_with({
            let mut random = Seeded::new(7);
            move || random.number()
        })
        .take(3)
        .collect();
        assert_eq!(first, [7_191_089_600_892_374_487, 309_689_372_594_955_804, 16_616_101_746_815_609_346]);
        let mut random = Seeded::new(0);
        for _ in 0..1000 {
            assert!((-3..=4).contains(&random.between(-3, 4)));
            assert!((2..=5).contains(&random.count(2, 5)));
            random.between(i64::MIN, i64::MAX);
        }
        assert_eq!(random.between(5, 4), 5);
    }
}
