//! Sorting by one routine for every kind of list. The library's sort is compiled anew for each kind, some seven kilobytes of
//! the browser's first page each time; lists of a programme are short, so that one more step through their places costs
//! nothing that anybody sees.

use std::{cmp::Ordering, collections::BTreeSet};

/// Sorts a list; entries that compare equal keep their order.
pub fn sort<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut places: Vec<usize> = (0..list.len()).collect();
    sort_places(&mut places, &mut |a, b| compare(&list[a], &list[b]));
    for to in 0..list.len() {
        // What belongs here may have been moved out of the way before: then its place was noted where it lay.
        let mut from = places[to];
        while from < to {
            from = places[from];
        }
        list.swap(to, from);
    }
}

/// The one place where the library's sort is compiled.
fn sort_places(places: &mut [usize], compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    places.sort_by(|a, b| compare(*a, *b));
}

/// A set of what comes: collecting one sorts a list of its kind first.
pub fn set<T: Ord>(entries: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(entries);
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_of_a_few_is_sorted_as_the_library_sorts_it() {
        let mut seed = 7_u64;
        for length in 0..40 {
            for _ in 0..50 {
                let mut list = Vec::new();
                for place in 0..length {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    list.push((seed >> 60, place));
                }
                let mut expected = list.clone();
                expected.sort_by_key(|(key, _)| *key);
                sort(&mut list, |(a, _), (b, _)| a.cmp(b));
                assert_eq!(list, expected, "equal keys keep their order");
            }
        }
    }

    #[test]
    fn a_set_holds_each_once() {
        assert_eq!(set([3, 1, 3]).into_iter().collect::<Vec<_>>(), [1, 3]);
    }
}
