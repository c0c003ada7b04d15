//! Something that is missing: what, who answers for it, by when, where it is entered.

use crate::{
    duties::TaskOwner,
    exact::Month,
    finding::Finding,
    language::Language,
    policy::approvals::Step,
    rules, tabs,
    vocabulary::vocabulary,
    words::{fill, missing as words, quantities},
};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// By when something must be there.
    GapTime {
        TakenOver = "期初补录", "taken over";
        Now = "现在应有", "due now";
        BeforePlan = "列入年度计划前", "before the annual plan";
        BeforeStart = "开工前", "before the start";
    }
}

vocabulary! {
    /// A fact that nobody has entered and of which no rule speaks.
    MissingEntry {
        Buildings = "没有登记改造楼栋", "no building to be renovated is entered";
        Households = "没有填写改造户数", "the households are not entered";
        Area = "没有填写改造面积", "the area is not entered";
        Works = "没有登记改造内容和投资", "no works with their investment are entered";
        ProjectOwner = "没有明确建设单位", "no project owner is named";
        Schedule = "没有填写计划开工、计划竣工日期", "the planned start and completion are not entered";
        ProjectCode = "没有填写项目代码", "the project code is not entered";
        ApprovedByClass = "没有登记可研批复的分类投资", "the investment that was approved for each class is not entered";
        IssuedPlan = "没有列入已下达的年度计划", "it stands in no annual plan that was issued";
        ActualStart = "没有填写实际开工日期", "the day of the start is not entered";
        CompletedOn = "没有填写竣工日期", "the day of completion is not entered";
    }
}

impl MissingEntry {
    /// The tab where it is entered.
    const fn tab(self) -> &'static str {
        match self {
            Self::Buildings => "buildings",
            Self::Works => "works",
            Self::ApprovedByClass => "approvals",
            Self::Households
            | Self::Area
            | Self::ProjectOwner
            | Self::Schedule
            | Self::ProjectCode
            | Self::IssuedPlan
            | Self::ActualStart
            | Self::CompletedOn => "",
        }
    }
}

/// What is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// What a rule asks for.
    Finding(Finding),
    /// A fact of which no rule speaks.
    Entry(MissingEntry),
    /// A step that is neither passed nor waived nor merged.
    Step(Step),
    /// The document number of a step that has passed.
    Paper(Step),
    /// Monthly reports whose deadline has passed.
    Reports(Vec<Month>),
}

/// Something missing of a project community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Gap {
    /// What it is.
    pub lack: Lack,
    /// 责任单位: a code, or the name of one that has none.
    pub unit: TaskOwner,
    /// 办理单位: the body that decides on it, when that is another one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub with: Option<TaskOwner>,
    /// By when it must be there.
    pub when: GapTime,
}

impl Gap {
    /// What is missing, in words.
    pub fn text(&self, language: Language) -> String {
        let of_step = |text, step: &Step| fill(text, language, &[("step", step.text().get(language))]);
        match &self.lack {
            Lack::Finding(finding) => rules::message(finding, language),
            Lack::Entry(entry) => words::as_sentence(entry.text(), language),
            Lack::Step(step) => of_step(words::STEP, step),
            Lack::Paper(step) => of_step(words::PAPER, step),
            Lack::Reports(months) => {
                let months: Vec<String> = months.iter().map(|month| quantities::month(language, *month)).collect();
                fill(words::REPORTS, language, &[("months", &quantities::listed(language, &months))])
            }
        }
    }

    /// Who does what to mend it, where a rule says so.
    pub fn advice(&self, language: Language) -> Option<String> {
        match &self.lack {
            Lack::Finding(finding) => Some(rules::remedy(finding, language)),
            _ => None,
        }
    }

    /// The tab of the dossier where it is entered.
    pub fn tab(&self) -> &'static str {
        match &self.lack {
            Lack::Finding(finding) => tabs::tab_of(finding),
            Lack::Entry(entry) => entry.tab(),
            Lack::Step(_) | Lack::Paper(_) => "approvals",
            Lack::Reports(_) => "progress",
        }
    }
}
