//! The limit on attempts to sign in: strict for an account, lenient for an address, because a county office shares one.
//!
//! In memory: a restart forgives. An attempt is counted before the password is looked at, so that a storm of parallel
//! ones is counted too, and taken back when it succeeds.

use std::{
    collections::{HashMap, VecDeque},
    net::IpAddr,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Failed attempts are remembered for this long.
const WINDOW: Duration = Duration::from_secs(5 * 60);
/// Failed attempts an account has in a window.
const PER_ACCOUNT: usize = 5;
/// Failed attempts an address has in a window.
const PER_ADDRESS: usize = 100;
/// How many accounts and addresses are remembered; the older half goes when there are more.
const MOST_REMEMBERED: usize = 10_000;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Account(String),
    Address(IpAddr),
}

/// The attempts of the last minutes.
#[derive(Debug, Default)]
pub struct Attempts {
    remembered: Mutex<HashMap<Key, VecDeque<Instant>>>,
}

impl Attempts {
    /// Counts an attempt.
    ///
    /// # Errors
    /// There were too many: after how many seconds the next one is taken.
    pub fn begin(&self, user: &str, address: IpAddr, now: Instant) -> Result<(), u64> {
        let mut remembered = self.remembered.lock().unwrap_or_else(PoisonError::into_inner);
        let keys = [(account(user), PER_ACCOUNT), (Key::Address(address), PER_ADDRESS)];
        for (key, most) in &keys {
            let Some(times) = remembered.get_mut(key) else { continue };
            while times.front().is_some_and(|time| now.duration_since(*time) >= WINDOW) {
                times.pop_front();
            }
            if times.len() >= *most {
                let free = times.front().map_or(WINDOW, |time| WINDOW.saturating_sub(now.duration_since(*time)));
                return Err(free.as_secs().saturating_add(1));
            }
        }
        if remembered.len() + keys.len() > MOST_REMEMBERED {
            make_room(&mut remembered);
        }
        for (key, _) in keys {
            remembered.entry(key).or_default().push_back(now);
        }
        Ok(())
    }

    /// Forgets the account's attempts and takes this one back from the address: it succeeded.
    pub fn succeed(&self, user: &str, address: IpAddr) {
        let mut remembered = self.remembered.lock().unwrap_or_else(PoisonError::into_inner);
        remembered.remove(&account(user));
        if let Some(times) = remembered.get_mut(&Key::Address(address)) {
            times.pop_back();
        }
    }
}

/// Forgets the older half at once, so that a storm of made-up names costs little for each.
fn make_room(remembered: &mut HashMap<Key, VecDeque<Instant>>) {
    let mut last: Vec<Instant> = remembered.values().filter_map(|times| times.back().copied()).collect();
    let middle = last.len() / 2;
    if middle < last.len() {
        let (_, middle, _) = last.select_nth_unstable(middle);
        let middle = *middle;
        remembered.retain(|_, times| times.back().is_some_and(|time| *time > middle));
    }
}

/// Names are compared without case, so that spelling variants don't multiply the attempts; a long one is cut.
fn account(user: &str) -> Key {
    Key::Account(user.trim().to_lowercase().chars().take(100).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[test]
    fn an_account_has_five_attempts_in_a_window() {
        let attempts = Attempts::default();
        let start = Instant::now();
        for _ in 0..PER_ACCOUNT {
            attempts.begin("office", ADDRESS, start).unwrap();
        }
        assert_eq!(attempts.begin(" OFFICE", ADDRESS, start), Err(301));
        attempts.begin("leader", ADDRESS, start).unwrap();
        assert_eq!(attempts.begin("office", ADDRESS, start + Duration::from_secs(299)), Err(2));
        attempts.begin("office", ADDRESS, start + WINDOW).unwrap();
    }

    #[test]
    fn success_forgives_the_account_but_not_the_address() {
        let attempts = Attempts::default();
        let now = Instant::now();
        for number in 0..PER_ADDRESS - 1 {
            attempts.begin(&format!("user {number}"), ADDRESS, now).unwrap();
        }
        attempts.begin("office", ADDRESS, now).unwrap();
        attempts.succeed("office", ADDRESS);
        attempts.begin("office", ADDRESS, now).unwrap();
        assert!(attempts.begin("leader", ADDRESS, now).is_err());
    }

    #[test]
    fn memory_is_bounded() {
        let attempts = Attempts::default();
        let now = Instant::now();
        for number in 0..MOST_REMEMBERED as u32 {
            let address = IpAddr::from(number.to_be_bytes());
            let _ = attempts.begin(&format!("user {number}"), address, now + Duration::from_millis(number.into()));
        }
        assert!(attempts.remembered.lock().unwrap().len() <= MOST_REMEMBERED);
    }
}
