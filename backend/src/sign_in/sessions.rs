//! Sessions: a random id in the cookie, its hash in the storage, and for a few seconds in memory, so that a busy page
//! does not ask the storage each time.

use super::{Person, SessionHash};
use crate::{clock::Clock, http::refusal::Refusal};
use anju_storage::{Account, SESSION_IDLE, Storage, StorageError};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    fmt::Write as _,
    sync::{
        Arc, PoisonError, RwLock, RwLockWriteGuard,
        atomic::{AtomicI64, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};
use uuid::Uuid;

/// How long the memory is believed; another server on the same database may have ended the session meanwhile.
const BELIEVED: Duration = Duration::from_secs(3);
/// How many sessions are kept in memory.
const MOST_KNOWN: usize = 10_000;

/// The sessions of this server.
#[derive(Debug, Default)]
pub struct Sessions {
    known: RwLock<HashMap<SessionHash, Known>>,
}

#[derive(Debug)]
struct Known {
    person: Arc<Person>,
    since: Instant,
    /// Unix seconds of the last use on this server.
    used: AtomicI64,
}

impl Known {
    /// Whether it was used lately, by a clock that may have been set back since.
    fn lasts(&self, now: i64) -> bool {
        now.abs_diff(self.used.load(Relaxed)) < SESSION_IDLE.num_seconds().unsigned_abs()
    }
}

/// 128 random bits as hexadecimal digits.
pub fn random_id() -> String {
    let mut bytes = [0; 16];
    // Without randomness nobody could be told apart: there is nothing safe to go on with.
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes.iter().fold(String::with_capacity(32), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What the storage keeps of a session's id.
pub fn hash_of(id: &str) -> SessionHash {
    Sha256::digest(id.as_bytes()).into()
}

impl Sessions {
    /// Begins a session of an account; gives its id and who has it.
    ///
    /// # Errors
    /// The storage fails.
    pub async fn begin(&self, storage: &Storage, account: &Account) -> Result<(String, Person), StorageError> {
        let id = random_id();
        let hash = hash_of(&id);
        storage.sessions().create(hash, account.id, Clock::real()).await?;
        Ok((id, person(account, hash)))
    }

    /// Who has this session; `None` when it has ended or never was. Using it keeps it alive.
    ///
    /// # Errors
    /// The storage fails.
    pub async fn find(&self, storage: &Storage, id: &str) -> Result<Option<Arc<Person>>, Refusal> {
        let hash = hash_of(id);
        let now = Clock::real();
        if let Some(known) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(&hash)
            && known.since.elapsed() < BELIEVED
        {
            known.used.store(now.timestamp(), Relaxed);
            return Ok(Some(Arc::clone(&known.person)));
        }
        // From before asking: a session that ends meanwhile is not believed for longer.
        let since = Instant::now();
        let Some(account) = storage.sessions().find(&hash, now).await? else {
            self.write().remove(&hash);
            return Ok(None);
        };
        let person = Arc::new(person(&account, hash));
        let mut known = self.write();
        if known.len() < MOST_KNOWN || known.contains_key(&hash) {
            known.insert(hash, Known { person: Arc::clone(&person), since, used: AtomicI64::new(now.timestamp()) });
        }
        Ok(Some(person))
    }

    /// Whether a session that was in use here still lasts, without keeping it alive.
    pub fn lasts(&self, hash: &SessionHash) -> bool {
        let now = Clock::real().timestamp();
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.get(hash).is_some_and(|known| known.lasts(now))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// The storage fails; it is forgotten here nevertheless.
    pub async fn end(&self, storage: &Storage, hash: &SessionHash) -> Result<(), StorageError> {
        let ended = storage.sessions().delete(hash).await;
        self.write().remove(hash);
        ended
    }

    /// Forgets all sessions of an account but one, once the storage has ended them.
    pub fn forget_others(&self, account: Uuid, kept: &SessionHash) {
        self.write().retain(|hash, known| known.person.account != account || hash == kept);
    }

    /// Forgets all sessions of an account, once the storage has ended them.
    pub fn forget(&self, account: Uuid) {
        self.write().retain(|_, known| known.person.account != account);
    }

    /// Removes what has ended by itself, here and in the storage.
    ///
    /// # Errors
    /// The storage fails.
    pub async fn purge(&self, storage: &Storage) -> Result<(), StorageError> {
        let now = Clock::real();
        self.write().retain(|_, known| known.lasts(now.timestamp()));
        storage.sessions().purge(now).await.map(drop)
    }

    fn write(&self) -> RwLockWriteGuard<'_, HashMap<SessionHash, Known>> {
        self.known.write().unwrap_or_else(PoisonError::into_inner)
    }
}

fn person(account: &Account, session: SessionHash) -> Person {
    Person {
        account: account.id,
        user: account.user.clone(),
        display: account.display.clone(),
        display_en: account.display_en.clone(),
        role: account.role,
        unit: account.unit.clone(),
        project_owner: account.project_owner.clone(),
        session,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_128_bits_and_only_their_hash_is_kept() {
        let (one, other) = (random_id(), random_id());
        assert_eq!(one.len(), 32);
        assert_ne!(one, other);
        assert_eq!(hash_of("abc")[..4], [0xba, 0x78, 0x16, 0xbf]);
    }
}
