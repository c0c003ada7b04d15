//! Keeps the tasks of the units up with the programme and the calendar. The domain says which tasks ought to be there.
//!
//! A 样例 programme gets its tasks once, as they stand on its demonstration date. Those of any other one are made when
//! the server starts, after changes and on each new day; nobody waits for it, and one run follows the other.

use crate::{app::App, clock::Clock, http::refusal::Refusal};
use anju_domain::{
    api::DutyQuery,
    model::Programme,
    sample::{self, SampleProgramme},
};
use anju_storage::{Storage, StorageError, Who};
use chrono::NaiveDate;
use std::time::Duration;
use tokio::{
    sync::{broadcast::error::RecvError, oneshot},
    time::{MissedTickBehavior, interval, sleep},
};

/// What changes within this time is taken together.
const PAUSE: Duration = Duration::from_secs(1);
/// How often to look whether a new day has begun.
const LOOK_AGAIN: Duration = Duration::from_secs(60);

/// Gives a 样例 programme its tasks when it has none, and any programme those that are missing on this day.
///
/// # Errors
/// Those of any write.
pub async fn prepare(storage: &Storage, programme: &Programme, clock: Clock) -> Result<(), StorageError> {
    if programme.sample {
        load_sample(storage, programme, clock).await?;
    }
    make(storage, programme, clock).await
}

async fn load_sample(storage: &Storage, programme: &Programme, clock: Clock) -> Result<(), StorageError> {
    let any = DutyQuery { limit: Some(1), ..DutyQuery::default() };
    if storage.duties(programme.id, &any, clock.today(Some(programme))).await?.numbers.all > 0 {
        return Ok(());
    }
    let dossiers = storage.dossiers(programme.id).await?;
    let sample = SampleProgramme { programme: programme.clone(), plans: Vec::new(), dossiers };
    let who = server("样例载入");
    storage.load_tasks(programme.id, sample::duty_tasks(&sample), &who, clock.instant(Some(programme))).await.map(drop)
}

async fn make(storage: &Storage, programme: &Programme, clock: Clock) -> Result<(), StorageError> {
    let (today, now) = (clock.today(Some(programme)), clock.instant(Some(programme)));
    let made = storage.make_duties(programme.id, &server("按时限生成"), today, now).await?;
    if made > 0 {
        tracing::info!(made, "tasks of units were made or moved");
    }
    Ok(())
}

fn server(display: &str) -> Who {
    Who { user: "anju".to_owned(), display: display.to_owned() }
}

/// Keeps the tasks up until it is told to stop; a run that has begun is finished.
pub async fn keep(app: App, mut stop: oneshot::Receiver<()>) {
    let mut changes = app.storage.changes();
    let mut look_again = interval(LOOK_AGAIN);
    look_again.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut made_on = None;
    loop {
        let changed = tokio::select! {
            _ = &mut stop => return,
            _ = look_again.tick() => false,
            heard = changes.recv() => match heard {
                Ok(_) | Err(RecvError::Lagged(_)) => {
                    tokio::select! {
                        _ = &mut stop => return,
                        () = sleep(PAUSE) => {}
                    }
                    changes = changes.resubscribe();
                    true
                }
                Err(RecvError::Closed) => return,
            },
        };
        match keep_once(&app, made_on, changed).await {
            Ok(today) => made_on = today,
            // What failed is tried again when something changes or the server looks again.
            Err(why) => tracing::warn!(code = why.code(), "tasks of units were not made"),
        }
    }
}

/// Makes what is missing when something changed or a new day has begun; gives the day for which all is made.
async fn keep_once(app: &App, made_on: Option<NaiveDate>, changed: bool) -> Result<Option<NaiveDate>, Refusal> {
    let Some(programme) = app.find_programme().await?.filter(|programme| !programme.sample) else { return Ok(None) };
    let today = Some(app.clock.today(Some(&programme)));
    if changed || made_on != today {
        make(&app.storage, &programme, app.clock).await?;
    }
    Ok(today)
}
