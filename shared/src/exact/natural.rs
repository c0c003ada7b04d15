//! Natural numbers without bound, for sums of fractions whose denominators are amounts of money.

use std::cmp::Ordering;

/// A natural number: base 2^64, lowest digit first, no zero on top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Natural(Vec<u64>);

impl Natural {
    /// The sum.
    pub(crate) fn plus(&self, other: &Self) -> Self {
        let mut digits = Vec::with_capacity(self.0.len().max(other.0.len()) + 1);
        let mut carry = 0;
        for place in 0..self.0.len().max(other.0.len()) {
            let at = |number: &Self| u128::from(number.0.get(place).copied().unwrap_or(0));
            let sum = at(self) + at(other) + carry;
            digits.push(low(sum));
            carry = sum >> u64::BITS;
        }
        digits.push(low(carry));
        Self::trimmed(digits)
    }

    /// The product.
    pub(crate) fn times(&self, other: &Self) -> Self {
        let mut digits = vec![0; self.0.len() + other.0.len()];
        for (shift, &a) in self.0.iter().enumerate() {
            let mut carry = 0;
            for (place, digit) in digits.iter_mut().enumerate().skip(shift) {
                let b = other.0.get(place - shift).copied().unwrap_or(0);
                let sum = u128::from(*digit) + u128::from(a) * u128::from(b) + carry;
                *digit = low(sum);
                carry = sum >> u64::BITS;
            }
        }
        Self::trimmed(digits)
    }

    fn trimmed(mut digits: Vec<u64>) -> Self {
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Self(digits)
    }
}

/// The lowest digit of a sum.
const fn low(sum: u128) -> u64 {
    (sum & u64::MAX as u128) as u64
}

impl From<u128> for Natural {
    fn from(number: u128) -> Self {
        Self::trimmed(vec![low(number), low(number >> u64::BITS)])
    }
}

/// What is below nothing counts as nothing.
impl From<i64> for Natural {
    fn from(number: i64) -> Self {
        Self::from(u128::try_from(number).unwrap_or(0))
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn natural(number: u128) -> Natural {
        Natural::from(number)
    }

    #[test]
    fn carries_go_as_far_as_they_must() {
        let top = natural(u128::MAX);
        assert_eq!(top.plus(&natural(1)), natural(1 << 64).times(&natural(1 << 64)));
        // (b - 1)² + 2(b - 1) + 1 = b²
        let square = top.times(&top).plus(&top).plus(&top).plus(&natural(1));
        assert_eq!(square, Natural(vec![0, 0, 0, 0, 1]));
        assert_eq!(top.times(&natural(0)), Natural::default());
        assert_eq!(Natural::from(-1_i64), Natural::default());
        assert!(square > top && natural(0) < natural(1));
    }

    proptest! {
        #[test]
        fn agrees_with_machine_integers(a: u64, b: u64, c: u64) {
            let (a, b, c) = (u128::from(a), u128::from(b), u128::from(c));
            prop_assert_eq!(natural(a).times(&natural(b)).plus(&natural(c)), natural(a * b + c));
            prop_assert_eq!(natural(a * b).cmp(&natural(b * c)), (a * b).cmp(&(b * c)));
        }
    }
}
