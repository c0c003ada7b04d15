//! 缺项清单: what is still missing of the project communities.

pub mod export;
pub mod kept;
pub mod read;

use crate::{
    app::App,
    http::{body::Query, refusal::Refusal},
};
use anju_domain::{
    api::{MissingQuery, MissingView},
    finding::Finding,
    missing::{CommunityGaps, by_unit},
    model::Programme,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// What is missing, narrowed to the body that is asked for.
struct Asked {
    programme: Arc<Programme>,
    today: NaiveDate,
    /// All of it.
    all: Arc<Vec<CommunityGaps>>,
    /// What was asked for.
    own: Arc<Vec<CommunityGaps>>,
}

/// What a question asks for.
///
/// # Errors
/// There is no programme, or no such body; or the storage fails.
async fn asked(app: &App, query: &Query<MissingQuery>) -> Result<Asked, Refusal> {
    let programme = app.programme().await?;
    let unit = query.0.unit.as_deref();
    if unit.is_some_and(|unit| !is_known(&programme, unit)) {
        return Err(Refusal::BadQuery(vec![Finding::malformed("unit", "bad_value")]));
    }
    let (standing, all) = kept::current(app).await?;
    let own = match unit {
        None => Arc::clone(&all),
        Some(unit) => Arc::new(all.iter().filter_map(|one| one.of_unit(unit)).collect()),
    };
    Ok(Asked { programme, today: standing.today, all, own })
}

/// Whether it is a code of a body; whatever is none is the name of a project owner.
fn is_known(programme: &Programme, unit: &str) -> bool {
    let is_code = unit.chars().all(|letter| letter.is_ascii_digit());
    if is_code { programme.has_body(unit) } else { !unit.trim().is_empty() }
}

impl Asked {
    fn view(self, offset: u32, limit: u32) -> MissingView {
        let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let told = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        MissingView {
            as_of: self.today,
            units: by_unit(&self.all),
            total: told(self.own.len()),
            gaps: told(self.own.iter().map(|one| one.gaps.len()).sum()),
            communities: self.own.iter().skip(count(offset)).take(count(limit)).cloned().collect(),
        }
    }
}
