//! Functions of the assessment, its suggestions and the targets.

use super::{Function, input::read, plain};
use crate::{
    assessment::{Score, UnitFigures, YearFigures, unit_score, year_score},
    exact::{Area, Bound, Progress, Ratio},
    indicators::{interview_suggested, l01_target_attainment::TARGET_REACHED},
    policy::parameters::{Settings, TARGET_AREA, TARGET_COMMUNITIES, TARGET_HOUSEHOLDS},
};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The functions.
pub(super) const FUNCTIONS: &[(&str, Function)] =
    &[("unit_score", unit), ("year_score", year), ("suggest", suggest), ("l01", l01)];

fn unit(input: &Map<String, Value>) -> Result<Value, String> {
    let figures: UnitFigures = read(input)?;
    Ok(scored(unit_score(&figures, &Settings::default(), NaiveDate::default())))
}

fn year(input: &Map<String, Value>) -> Result<Value, String> {
    let figures: YearFigures = read(input)?;
    Ok(scored(year_score(&figures, &Settings::default(), NaiveDate::default())))
}

fn scored(score: Option<Score>) -> Value {
    let shown = score.as_ref().map(|score| plain(score.shown()));
    json!({ "score": shown, "grade": score.map(|score| score.grade()) })
}

fn suggest(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        lag_tenths: Vec<Progress>,
    }
    let Input { lag_tenths } = read(input)?;
    let months = interview_suggested(&lag_tenths, &Settings::default(), NaiveDate::default());
    Ok(json!({ "interview_suggested_at_month": months }))
}

fn l01(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        communities: i64,
        area: Area,
        households: i64,
    }
    let Input { communities, area, households } = read(input)?;
    let (settings, on) = (Settings::default(), NaiveDate::default());
    let share = |done, target| Ratio::new(done, target).percent(Bound::AtLeast(TARGET_REACHED)).map(plain);
    Ok(json!({
        "communities": share(communities, settings.get(TARGET_COMMUNITIES, on)),
        "area": share(area.hundredths(), settings.get(TARGET_AREA, on).hundredths()),
        "households": share(households, settings.get(TARGET_HOUSEHOLDS, on)),
    }))
}
