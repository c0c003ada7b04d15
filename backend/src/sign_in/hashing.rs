//! Hashing passwords: Argon2id with 19 MiB and two passes, two at a time and off the threads that answer requests, so
//! that a storm of sign-ins cannot stop others.

use crate::http::refusal::Refusal;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version, password_hash::phc::PasswordHash};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use tokio::sync::Semaphore;

/// KiB of memory.
const MEMORY: u32 = 19 * 1024;
/// Passes over the memory.
const PASSES: u32 = 2;
/// How many hash at the same time.
const AT_A_TIME: usize = 2;
/// How many may wait; more are told to come back.
const MOST_WAITING: usize = 100;

/// Hashes and verifies passwords.
#[derive(Clone, Debug)]
pub struct Hashing {
    places: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
}

impl Default for Hashing {
    fn default() -> Self {
        Self { places: Arc::new(Semaphore::new(AT_A_TIME)), waiting: Arc::default() }
    }
}

impl Hashing {
    /// The hash of a password, as it is stored.
    ///
    /// # Errors
    /// Too many are waiting, or hashing fails.
    pub async fn hash(&self, password: String) -> Result<String, Refusal> {
        self.run(move || hash_now(&password)).await?.ok_or(Refusal::Internal)
    }

    /// Whether a password fits its hash. Without a hash (no such account) it takes the same time and is false.
    ///
    /// # Errors
    /// Too many are waiting.
    pub async fn fits(&self, password: String, hash: Option<String>) -> Result<bool, Refusal> {
        self.run(move || {
            let known = hash.is_some();
            let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
            let fits = PasswordHash::new(&hash).is_ok_and(|hash| {
                hasher().is_some_and(|hasher| hasher.verify_password(password.as_bytes(), &hash).is_ok())
            });
            known && fits
        })
        .await
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
        let waiting = Waiting::enter(&self.waiting).ok_or(Refusal::Unavailable)?;
        let place = Arc::clone(&self.places).acquire_owned().await.map_err(|_| Refusal::Unavailable)?;
        drop(waiting);
        // The place goes along: a client that leaves does not free it before the work is done.
        tokio::task::spawn_blocking(move || {
            let _place = place;
            work()
        })
        .await
        .map_err(|_| Refusal::Internal)
    }
}

/// One who waits for a place, however the waiting ends.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn enter(count: &'a AtomicUsize) -> Option<Self> {
        let before = count.fetch_add(1, Ordering::Relaxed);
        let waiting = Self(count);
        (before < MOST_WAITING).then_some(waiting)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The hash of a password, on this thread: for the command line.
pub fn hash_now(password: &str) -> Option<String> {
    Some(hasher()?.hash_password(password.as_bytes()).ok()?.to_string())
}

fn hasher() -> Option<Argon2<'static>> {
    let params = Params::new(MEMORY, PASSES, 1, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// A hash, of the same cost, that no password is known to have.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobodys_hash_costs_as_much_as_anybodys() {
        let hash = PasswordHash::new(NOBODY).unwrap();
        let params = Params::try_from(&hash).unwrap();
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (MEMORY, PASSES, 1));
        assert_eq!(hash.hash.map(|output| output.len()), Some(32));
    }

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let hashing = Hashing::default();
        let hash = hashing.hash("correct horse".to_owned()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(hashing.fits("correct horse".to_owned(), Some(hash.clone())).await.unwrap());
        assert!(!hashing.fits("correct horsf".to_owned(), Some(hash)).await.unwrap());
        assert!(!hashing.fits("correct horse".to_owned(), None).await.unwrap());
        assert!(!hashing.fits("x".to_owned(), Some("nonsense".to_owned())).await.unwrap());
    }
}
