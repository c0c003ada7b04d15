//! Asking for a backup: an act with its audit entry, answered once however often it is sent.

use crate::{
    Performed, Storage, StorageError, Who, WriteKey,
    audit::Said,
    group::Group,
    perform::{kept_answer, replayed, request_hash},
};
use chrono::{DateTime, Utc};
use serde_json::json;
use uuid::Uuid;

/// Name of the act in the audit log.
const MAKE_BACKUP: &str = "make_backup";

struct Asked {
    chain: Uuid,
    who: Who,
    key: WriteKey,
    now: DateTime<Utc>,
}

impl Storage {
    /// Records that somebody asked for a backup, in the chain of a programme or in [`crate::INSTALLATION`].
    ///
    /// # Errors
    /// [`StorageError::RepeatedKey`] when the key was used for something else, and those of any write.
    pub async fn request_backup(
        &self,
        chain: Uuid,
        who: &Who,
        key: &WriteKey,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        let idempotency = key.idempotency.clone();
        let asked = Asked { chain, who: who.clone(), key: key.clone(), now };
        self.queue()?.write(Some(chain), idempotency, asked, |asked, group| Box::pin(asked.record(group))).await
    }
}

impl Asked {
    async fn record(&self, group: &mut Group) -> Result<Performed, StorageError> {
        let hash = request_hash(&(MAKE_BACKUP, &self.who.user))?;
        if let Some(key) = &self.key.idempotency
            && let Some(answer) = group.record.answer(self.chain, key)
        {
            return replayed(answer, &hash);
        }
        let said = Said {
            at: self.now,
            who: &self.who,
            act: MAKE_BACKUP,
            object: self.chain,
            label: String::new(),
            before: json!({}),
            after: json!({}),
            warnings: &[],
            objects: Vec::new(),
        };
        let entry = group.record.entry(self.chain, &said)?;
        if !group.record.has_chain(self.chain) {
            group.begin_chain(self.chain).await?;
        }
        group.record.say(entry);
        if let Some(answer) = kept_answer(self.chain, &self.key, hash, 0, &[], self.now)? {
            group.record.keep_answer(answer);
        }
        Ok(Performed { version: 0, warnings: Vec::new(), replayed: false })
    }
}
