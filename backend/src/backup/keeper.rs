//! Keeps the backups of a server: one a day by itself, one when somebody asks, so many of them and no more.

use super::{disk::Halt, make::make, obstacle::Obstacle, prove::prove, shelf::Shelf, standing::KEPT};
use crate::{app::App, clock::Clock};
use anju_domain::api::BackupFailure;
use std::time::Duration;
use tokio::{
    sync::oneshot,
    time::{Instant, MissedTickBehavior, interval_at},
};

/// How often to look whether one is due; also how long after its start a server is left alone.
const LOOK_AGAIN: Duration = Duration::from_secs(60);

/// Makes backups as they become due or are asked for, until it is told to stop. One that is under way then is given up.
pub async fn keep(app: App, mut stop: oneshot::Receiver<()>) {
    let mut look_again = interval_at(Instant::now() + LOOK_AGAIN, LOOK_AGAIN);
    look_again.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let is_asked = tokio::select! {
            _ = &mut stop => return,
            () = app.backups.asked.notified() => true,
            _ = look_again.tick() => false,
        };
        if !is_asked && !app.backups.is_due(Clock::real()) {
            continue;
        }
        let halt = Halt::default();
        tokio::select! {
            () = run(&app, &halt) => {}
            _ = &mut stop => {
                halt.halt();
                return;
            }
        }
    }
}

async fn run(app: &App, halt: &Halt) {
    let begun = Clock::real();
    {
        let mut state = app.backups.state();
        (state.asked_at, state.running_since) = (None, Some(begun));
    }
    let failure = match run_once(app, halt).await {
        Ok(()) => None,
        Err(obstacle) => {
            tracing::error!(why = obstacle.detail, "a backup was not made");
            Some(BackupFailure { at: Clock::real(), obstacle: obstacle.kind, detail: obstacle.detail })
        }
    };
    let _ = app.backups.rows();
    let mut state = app.backups.state();
    (state.running_since, state.failure) = (None, failure);
}

async fn run_once(app: &App, halt: &Halt) -> Result<(), Obstacle> {
    let shelf = Shelf::take(app.backups.folder())?;
    let backup = make(&app.storage, app.files.folder(), &shelf, halt).await?;
    let proof = prove(&backup, &shelf.scratch(), halt).await?;
    Shelf::keep_proof(&backup, &proof)?;
    let name = backup.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if let Some(fault) = proof.faults.first() {
        tracing::error!(name, faults = proof.faults.len(), first = ?fault, "a backup is not what it should be");
    } else {
        let removed = shelf.prune(KEPT)?;
        tracing::info!(name, entries = proof.entries, files = proof.files, removed, "a backup was made and proved");
    }
    Ok(())
}
