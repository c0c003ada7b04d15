//! Signing in and out, who one is, the own password.

pub mod change_password;
pub mod read;
pub mod sign_in;
pub mod sign_out;

use crate::{app::App, http::refusal::Refusal, sign_in::Person};
use anju_domain::api::{ProgrammeHead, SessionView};

/// Who is signed in, to which programme, on which day.
async fn view(app: &App, person: &Person) -> Result<SessionView, Refusal> {
    let programme = app.find_programme().await?;
    let today = app.clock.today(programme.as_deref());
    let programme = programme.map(|programme| {
        let (year_from, year_to) = programme.settings.programme_years();
        ProgrammeHead {
            id: programme.id,
            name: programme.name.clone(),
            name_en: programme.name_en.clone(),
            sample: programme.sample,
            year_from,
            year_to,
        }
    });
    Ok(SessionView {
        user: person.user.clone(),
        display: person.display.clone(),
        display_en: person.display_en.clone(),
        role: person.role,
        unit: person.unit.clone(),
        programme,
        today,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}
