//! Numbers that look drawn by lot and are the same for the same seed.

/// Dice with a seed (SplitMix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Dice of a part of what this seed decides; other parts don't move them.
    pub fn of(seed: u64, part: u64) -> Self {
        Self(Self(seed).any() ^ Self(part.wrapping_add(1)).any())
    }

    /// Any number.
    pub fn any(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        value ^ (value >> 31)
    }

    /// A number below `end`, which is above zero.
    pub fn below(&mut self, end: u64) -> u64 {
        self.any() % end
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_and_another_one_does_not() {
        let rolled = |seed, part| {
            let mut dice = Dice::of(seed, part);
            [dice.below(1_000), dice.below(1_000), dice.below(1_000)]
        };
        assert_eq!(rolled(1, 2), rolled(1, 2));
        assert_ne!(rolled(1, 2), rolled(1, 3));
        assert_ne!(rolled(1, 2), rolled(2, 2));
    }
}
