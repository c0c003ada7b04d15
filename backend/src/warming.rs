//! The figures of a day are made before anybody asks for them. After a start and on a new day every project community is looked
//! at once, which takes seconds in a large county; after that the audit log says what has changed.

use crate::{app::App, endpoints::figures::current_facts};
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// How often it is looked whether a new day has begun.
const LOOK_AGAIN: Duration = Duration::from_secs(60);

/// Makes them until it is given up.
pub async fn keep(app: App) {
    let mut look_again = interval(LOOK_AGAIN);
    look_again.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut made = None;
    loop {
        look_again.tick().await;
        // What failed is in the log, and is told to whoever asks for a figure.
        let Ok(Some(programme)) = app.find_programme().await else { continue };
        let day = app.clock.today(Some(&programme));
        if made != Some(day) && current_facts(&app).await.is_ok() {
            made = Some(day);
        }
    }
}
