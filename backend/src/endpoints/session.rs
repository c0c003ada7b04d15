//! Signing in and out, who one is, the own password.

pub mod change_password;
pub mod read;
pub mod sign_in;
pub mod sign_out;

use crate::{app::App, http::refusal::Refusal, sign_in::Person};
use anju_domain::{
    api::{ProgrammeHead, SessionView},
    language::Language,
};

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
            active_from: programme.active_from,
            names: programme.names_on(today),
        }
    });
    let (display, display_en) = post(person, programme.as_ref());
    Ok(SessionView {
        user: person.user.clone(),
        display,
        display_en,
        role: person.role,
        unit: person.unit.clone(),
        programme,
        today,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

/// What people call who is signed in: a unit as the programme names it on the day, whatever it was called when its account was
/// made.
fn post(person: &Person, programme: Option<&ProgrammeHead>) -> (String, String) {
    match (person.unit.as_deref(), programme.filter(|programme| !programme.names.is_empty())) {
        (Some(unit), Some(programme)) => {
            (programme.names.body(unit, Language::Zh), programme.names.body(unit, Language::En))
        }
        _ => (person.display.clone(), person.display_en.clone()),
    }
}
