//! Keeps up with the programme and the calendar what nobody does: on 1 January works that were newly started are under way
//! (section 7), and the units have their tasks. The domain says which tasks ought to be there.
//!
//! A 样例 programme gets its tasks once, as they stand on its demonstration date. Those of any other one are made while
//! the server runs: all that are missing at its start and on each new day, and after a change those that the changed
//! communities ask for. Nobody waits for it, and one run follows the other.

use crate::{app::App, clock::Clock, http::refusal::Refusal};
use anju_domain::{
    acts::{BecomeUnderWay, UnderWay},
    api::DutyQuery,
    model::Programme,
    sample::{self, SampleProgramme},
};
use anju_storage::{Storage, StorageError, Who, WriteKey};
use chrono::{Datelike, NaiveDate};
use std::time::Duration;
use tokio::{
    sync::{broadcast::error::RecvError, oneshot},
    time::{MissedTickBehavior, interval, sleep},
};
use uuid::Uuid;

/// What changes within this time is taken together.
const PAUSE: Duration = Duration::from_secs(1);
/// How often to look whether a new day has begun.
const LOOK_AGAIN: Duration = Duration::from_secs(60);

/// Gives a 样例 programme its tasks when it has none, and those that are missing on its day. Those of any other programme
/// are made once the server answers: there may be many.
///
/// # Errors
/// Those of any write.
pub async fn prepare(storage: &Storage, programme: &Programme, clock: Clock) -> Result<(), StorageError> {
    if programme.sample {
        load_sample(storage, programme, clock).await?;
        make(storage, programme, None, clock).await?;
    }
    Ok(())
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

/// Makes what is missing, or what the audit entries after one ask for; gives the last entry that was looked at.
async fn make(storage: &Storage, programme: &Programme, since: Option<i64>, clock: Clock) -> Result<i64, StorageError> {
    let (today, now) = (clock.today(Some(programme)), clock.instant(Some(programme)));
    let made = storage.make_duties(programme.id, &server("按时限生成"), since, today, now).await?;
    if made.tasks > 0 {
        tracing::info!(made.tasks, "tasks of units were made or moved");
    }
    Ok(made.up_to)
}

/// Works that were newly started in an earlier year are under way from 1 January on.
async fn go_on(storage: &Storage, programme: &Programme, clock: Clock) -> Result<(), StorageError> {
    let (today, now) = (clock.today(Some(programme)), clock.instant(Some(programme)));
    let Some(new_year) = NaiveDate::from_yo_opt(today.year(), 1) else { return Ok(()) };
    let who = server("跨年转为在建");
    for id in storage.started_before(programme.id, new_year).await? {
        let key = WriteKey::default();
        match storage.perform::<BecomeUnderWay>(programme.id, &who, &key, id, UnderWay {}, today, now).await {
            // Somebody else has changed its stage meanwhile.
            Ok(_) | Err(StorageError::Refused(_)) => {}
            Err(why) => return Err(why),
        }
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
    let mut made = None;
    loop {
        tokio::select! {
            _ = &mut stop => return,
            _ = look_again.tick() => {}
            heard = changes.recv() => match heard {
                Ok(_) | Err(RecvError::Lagged(_)) => {
                    tokio::select! {
                        _ = &mut stop => return,
                        () = sleep(PAUSE) => {}
                    }
                    changes = changes.resubscribe();
                    // Another server on the same database may have changed it.
                    app.forget_programme();
                }
                Err(RecvError::Closed) => return,
            },
        }
        match keep_once(&app, made).await {
            Ok(now) => made = now,
            // What failed is tried again when something changes or the server looks again.
            Err(why) => tracing::warn!(code = why.code(), "tasks of units were not made"),
        }
    }
}

/// For which programme and day all is made, and up to which entry of the audit log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct MadeFor {
    programme: Uuid,
    day: NaiveDate,
    entry: i64,
}

/// Makes what is missing: on a new day everything is looked at, else what has changed.
async fn keep_once(app: &App, made: Option<MadeFor>) -> Result<Option<MadeFor>, Refusal> {
    let Some(programme) = app.find_programme().await?.filter(|programme| !programme.sample) else { return Ok(None) };
    let day = app.clock.today(Some(&programme));
    go_on(&app.storage, &programme, app.clock).await?;
    let since = made.filter(|made| made.programme == programme.id && made.day == day).map(|made| made.entry);
    let entry = make(&app.storage, &programme, since, app.clock).await?;
    Ok(Some(MadeFor { programme: programme.id, day, entry }))
}
