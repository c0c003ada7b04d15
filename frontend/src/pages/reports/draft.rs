//! What is typed into a report: the texts of its fields as they stand there, and its files.

use crate::drafts;
use anju_domain::{
    api::ReportView,
    exact::{Money, Month, Progress, QuantityError},
    finding::Finding,
    model::Evidence,
    reports::ReportEntry,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The fields of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Typed {
    /// 形象进度 in percent.
    pub(super) progress: String,
    /// 本月完成投资 in 万元.
    pub(super) invest: String,
    pub(super) problems: String,
    pub(super) next_steps: String,
    /// Only photos that have arrived.
    pub(super) photos: Vec<Evidence>,
}

impl Typed {
    /// What the form begins with: the stored report, else what last month leaves; 本月 is never filled in.
    pub(super) fn of(view: &ReportView) -> Self {
        if let Some(report) = view.facts.report(view.period) {
            return Self {
                progress: report.cum_progress.shown(),
                invest: report.month_invest.wan_exact(),
                problems: report.problems.clone(),
                next_steps: report.next_steps.clone(),
                photos: view.photos.iter().map(|photo| photo.evidence.clone()).collect(),
            };
        }
        let last = view.facts.last_before(view.period);
        Self {
            progress: view.facts.before(view.period).cum_progress.shown(),
            problems: last.map(|report| report.problems.clone()).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// 形象进度 as it is read.
    pub(super) fn read_progress(&self) -> Result<Progress, QuantityError> {
        Progress::parse(&self.progress)
    }

    /// 本月完成投资 as it is read.
    pub(super) fn read_invest(&self) -> Result<Money, QuantityError> {
        Money::parse_wan(&self.invest)
    }

    /// What is sent; else the fields that can't be read.
    pub(super) fn entry(&self, period: Month) -> Result<ReportEntry, Vec<Finding>> {
        let (progress, invest) = (self.read_progress(), self.read_invest());
        if let (Ok(cum_progress), Ok(month_invest)) = (progress, invest) {
            return Ok(ReportEntry {
                period,
                cum_progress,
                month_invest,
                problems: self.problems.clone(),
                next_steps: self.next_steps.clone(),
                photos: self.photos.iter().map(|file| file.id).collect(),
            });
        }
        let faults = [("cum_progress", progress.err()), ("month_invest", invest.err())];
        let unread = faults.into_iter().filter_map(|(path, why)| Some((path, why?)));
        Err(unread.map(|(path, why)| Finding::malformed(path, why_of(why))).collect())
    }
}

const fn why_of(why: QuantityError) -> &'static str {
    match why {
        QuantityError::Empty => "missing_field",
        QuantityError::TooLarge => "too_large",
        QuantityError::NotANumber | QuantityError::TooPrecise => "wrong_type",
    }
}

/// What was typed, and the version that it was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Draft {
    pub(super) version: i64,
    pub(super) typed: Typed,
}

fn document(id: Uuid, period: Month) -> String {
    format!("report/{id}/{period}")
}

/// Keeps the draft of a report.
pub(super) fn keep(id: Uuid, period: Month, draft: &Draft) {
    if let Ok(text) = serde_json::to_string(draft) {
        drafts::keep(&document(id, period), &text);
    }
}

/// The draft of a report; one that can't be read counts as none.
pub(super) fn kept(id: Uuid, period: Month) -> Option<Draft> {
    serde_json::from_str(&drafts::kept(&document(id, period))?).ok()
}

/// Drops the draft of a report.
pub(super) fn drop(id: Uuid, period: Month) {
    drafts::drop(&document(id, period));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_told_at_its_field_and_empty_is_never_nothing() {
        let period = Month::new(2022, 10).unwrap();
        let typed = |progress: &str, invest: &str| Typed {
            progress: progress.to_owned(),
            invest: invest.to_owned(),
            ..Typed::default()
        };
        let entry = typed("６４．５", "1,200.5").entry(period).unwrap();
        assert_eq!((entry.cum_progress.tenths(), entry.month_invest.fen()), (645, 1_200_500_000));
        let whys = |typed: Typed| {
            let found = typed.entry(period).unwrap_err();
            found.iter().map(|one| format!("{} {}", one.path, one.params.text("why").unwrap())).collect::<Vec<_>>()
        };
        assert_eq!(whys(typed("64", "")), ["month_invest missing_field"]);
        assert_eq!(whys(typed("64.55", "两万")), ["cum_progress wrong_type", "month_invest wrong_type"]);
    }
}
