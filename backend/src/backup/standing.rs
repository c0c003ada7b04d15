//! How the backups of a server stand: what there is, what is being made, when the next one is due.

use super::shelf::Shelf;
use crate::clock::Clock;
use anju_domain::api::{BackupAlert, BackupFailure, BackupRow, BackupsView, backup_alert};
use chrono::{DateTime, TimeDelta, Utc};
use std::{
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};
use tokio::sync::Notify;

/// How many backups are kept: a week of days, so that a mistake of last week can still be looked up; what has to last
/// longer belongs on another machine.
pub(super) const KEPT: usize = 7;
/// How old the newest proved backup is when the next one is made.
const EVERY: TimeDelta = TimeDelta::hours(24);
/// How long to wait after a try that failed.
const AFTER_FAILURE: TimeDelta = TimeDelta::hours(1);
/// How long a server may run before it has its first proved backup.
const FIRST_WITHIN: TimeDelta = TimeDelta::minutes(10);

/// The backups of a server.
#[derive(Debug)]
pub struct Backups {
    folder: PathBuf,
    started_at: DateTime<Utc>,
    pub(super) asked: Notify,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
pub(super) struct State {
    /// Asked for, and not begun yet.
    pub(super) asked_at: Option<DateTime<Utc>>,
    pub(super) running_since: Option<DateTime<Utc>>,
    newest_proved: Option<DateTime<Utc>>,
    pub(super) failure: Option<BackupFailure>,
}

impl Backups {
    /// Those of a folder, which need not be there yet.
    pub fn of(folder: PathBuf) -> Self {
        let backups =
            Self { folder, started_at: Clock::real(), asked: Notify::new(), state: Mutex::new(State::default()) };
        // What can't be read now is told when it is asked for.
        let _ = backups.rows();
        backups
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks for a backup now. While one is being made another one follows it: what was done since is not in the first.
    pub fn ask(&self) {
        self.state().asked_at.get_or_insert_with(Clock::real);
        self.asked.notify_one();
    }

    pub(super) fn rows(&self) -> io::Result<Vec<BackupRow>> {
        let rows = Shelf::rows(&self.folder)?;
        self.state().newest_proved = rows.iter().find(|row| row.is_proved()).map(|row| row.made_at);
        Ok(rows)
    }

    /// All of it, for the page; reads the folder.
    ///
    /// # Errors
    /// The folder can't be read.
    pub fn view(&self) -> io::Result<BackupsView> {
        let rows = self.rows()?;
        let now = Clock::real();
        let state = self.state();
        Ok(BackupsView {
            folder: std::path::absolute(&self.folder).unwrap_or_else(|_| self.folder.clone()).display().to_string(),
            now,
            newest_proved: state.newest_proved,
            alert: backup_alert(state.newest_proved, now),
            running_since: state.running_since.or(state.asked_at),
            failure: state.failure.clone(),
            kept: u32::try_from(KEPT).unwrap_or(u32::MAX),
            rows,
        })
    }

    /// When the newest proved backup was made, as it was last seen.
    pub fn newest_proved(&self) -> Option<DateTime<Utc>> {
        self.state().newest_proved
    }

    /// Why somebody has to look. A server that has just been started has some time for its first backup.
    pub fn alert(&self, now: DateTime<Utc>) -> Option<BackupAlert> {
        let alert = backup_alert(self.newest_proved(), now);
        alert.filter(|alert| *alert == BackupAlert::Old || now - self.started_at > FIRST_WITHIN)
    }

    pub(super) fn is_due(&self, now: DateTime<Utc>) -> bool {
        let state = self.state();
        let waits = state.failure.as_ref().is_some_and(|failure| now - failure.at < AFTER_FAILURE);
        // One from the future was made before the clock was set back, and says nothing about its age.
        let is_young = |made_at: DateTime<Utc>| (TimeDelta::zero()..EVERY).contains(&(now - made_at));
        !waits && !state.newest_proved.is_some_and(is_young)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_domain::api::BackupObstacle;

    #[test]
    fn one_is_due_a_day_after_the_newest_and_an_hour_after_a_failure() {
        let backups = Backups::of(PathBuf::from("/nowhere/at/all"));
        let now = backups.started_at;
        assert!(backups.is_due(now));
        backups.state().newest_proved = Some(now);
        assert!(!backups.is_due(now + EVERY - TimeDelta::seconds(1)));
        assert!(backups.is_due(now + EVERY));
        assert!(backups.is_due(now - TimeDelta::hours(1)), "the clock was set back");
        let failure = BackupFailure { at: now + EVERY, obstacle: BackupObstacle::NoSpace, detail: String::new() };
        backups.state().failure = Some(failure);
        assert!(!backups.is_due(now + EVERY + TimeDelta::minutes(59)));
        assert!(backups.is_due(now + EVERY + AFTER_FAILURE));
    }

    #[test]
    fn a_server_that_was_just_started_has_time_for_its_first_backup() {
        let backups = Backups::of(PathBuf::from("/nowhere/at/all"));
        let now = backups.started_at;
        assert_eq!(backups.alert(now + FIRST_WITHIN), None);
        assert_eq!(backups.alert(now + FIRST_WITHIN + TimeDelta::seconds(1)), Some(BackupAlert::Missing));
        backups.state().newest_proved = Some(now - TimeDelta::hours(27));
        assert_eq!(backups.alert(now), Some(BackupAlert::Old));
    }

    #[test]
    fn asking_is_seen_at_once() {
        let backups = Backups::of(PathBuf::from("/nowhere/at/all"));
        assert_eq!(backups.view().unwrap().running_since, None);
        backups.ask();
        assert!(backups.view().unwrap().running_since.is_some());
    }
}
