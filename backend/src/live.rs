//! Live streams: they say that something has changed, and whoever shows it asks again. They never carry data.
//!
//! Their number is bounded; when the server stops they end first, so that the drain has nothing to wait for; a stream
//! ends with its session, without keeping it alive.

use crate::{app::App, http::refusal::Refusal, sign_in::Person};
use anju_storage::Change;
use axum::response::sse::Event;
use futures_util::{Stream, stream};
use std::{
    convert::Infallible,
    sync::{Arc, atomic::Ordering::Relaxed},
    time::Duration,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, broadcast, watch},
    time::{Interval, MissedTickBehavior, interval},
};
use uuid::Uuid;

/// How many streams may be open.
const MOST_STREAMS: usize = 2_000;
/// How often a stream looks whether its session still lasts.
const LOOK_AGAIN: Duration = Duration::from_secs(30);
/// After how long a browser comes back when a stream breaks.
const COME_BACK: Duration = Duration::from_secs(2);

/// The live streams of this server.
#[derive(Debug)]
pub struct Live {
    places: Arc<Semaphore>,
    stopping: watch::Sender<bool>,
}

impl Default for Live {
    fn default() -> Self {
        Self { places: Arc::new(Semaphore::new(MOST_STREAMS)), stopping: watch::Sender::new(false) }
    }
}

impl Live {
    /// Ends all streams and lets no new one begin.
    pub fn stop(&self) {
        self.stopping.send_replace(true);
    }
}

struct Following {
    app: App,
    person: Arc<Person>,
    programme: Uuid,
    changes: broadcast::Receiver<Change>,
    stopping: watch::Receiver<bool>,
    look_again: Interval,
    greeted: bool,
    _place: OwnedSemaphorePermit,
}

impl Drop for Following {
    fn drop(&mut self) {
        self.app.metrics.live_streams.fetch_sub(1, Relaxed);
    }
}

/// A stream of what changes in the programme.
///
/// # Errors
/// Too many are open, the server stops, or there is no programme.
pub async fn follow(
    app: App,
    person: Arc<Person>,
) -> Result<impl Stream<Item = Result<Event, Infallible>> + use<>, Refusal> {
    let place = Arc::clone(&app.live.places).try_acquire_owned().map_err(|_| Refusal::Unavailable)?;
    let stopping = app.live.stopping.subscribe();
    if *stopping.borrow() {
        return Err(Refusal::Unavailable);
    }
    let programme = app.find_programme().await?.map_or(Uuid::nil(), |programme| programme.id);
    let mut look_again = interval(LOOK_AGAIN);
    look_again.set_missed_tick_behavior(MissedTickBehavior::Delay);
    look_again.reset();
    app.metrics.live_streams.fetch_add(1, Relaxed);
    let changes = app.storage.changes();
    let following = Following { app, person, programme, changes, stopping, look_again, greeted: false, _place: place };
    Ok(stream::unfold(following, |mut following| async move {
        let event = following.next().await?;
        Some((Ok(event), following))
    }))
}

impl Following {
    async fn next(&mut self) -> Option<Event> {
        if !self.greeted {
            self.greeted = true;
            return Some(Event::default().retry(COME_BACK).comment("anju"));
        }
        loop {
            tokio::select! {
                _ = self.stopping.changed() => return None,
                change = self.changes.recv() => match change {
                    // Whoever waits for a programme hears of every change.
                    Ok(change) if change.programme == self.programme || self.programme.is_nil() => return Some(changed(Some(change.revision))),
                    Ok(_) => {}
                    // What was missed is one more reason to ask again.
                    Err(broadcast::error::RecvError::Lagged(_)) => return Some(changed(None)),
                    Err(broadcast::error::RecvError::Closed) => return None,
                },
                _ = self.look_again.tick() => {
                    if !self.app.sessions.lasts(&self.person.session) {
                        return None;
                    }
                }
            }
        }
    }
}

fn changed(revision: Option<i64>) -> Event {
    Event::default()
        .event("changed")
        .data(revision.map_or_else(|| "{}".to_owned(), |revision| format!("{{\"revision\":{revision}}}")))
}
