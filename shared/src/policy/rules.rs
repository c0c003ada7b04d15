//! The headings of the rules: what people read above a rule, and the clauses it rests on.
//!
//! The rules themselves are in [`crate::rules`] and name their heading by its id.

use crate::{
    finding::{Gate, Severity},
    language::Text,
};

/// When a rule speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It stops from these gates on, or at least is looked at there.
    Gates(&'static [Gate]),
    /// Always a warning, at every gate.
    EveryGate,
    /// Only on its own act, which it stops.
    ItsAct,
}

impl When {
    /// As the catalogue writes it: `G1`, `G2, G3`, `all`, `act`.
    pub fn code(self) -> String {
        match self {
            Self::Gates(gates) => gates.iter().map(|gate| format!("{gate:?}")).collect::<Vec<_>>().join(", "),
            Self::EveryGate => "all".to_owned(),
            Self::ItsAct => "act".to_owned(),
        }
    }

    /// For people, such as 「列入年度计划」.
    pub fn text(self) -> (String, String) {
        let join = |texts: &[Text]| {
            (
                texts.iter().map(|text| text.zh).collect::<Vec<_>>().join("、"),
                texts.iter().map(|text| text.en).collect::<Vec<_>>().join(", "),
            )
        };
        match self {
            Self::Gates(gates) => join(&gates.iter().map(|gate| gate_text(*gate)).collect::<Vec<_>>()),
            Self::EveryGate => join(&[Text::new("各环节均提醒", "a warning at every gate")]),
            Self::ItsAct => join(&[Text::new("办理该事项时", "on its own act")]),
        }
    }
}

/// A gate for people.
pub const fn gate_text(gate: Gate) -> Text {
    match gate {
        Gate::G0 => Text::new("保存", "save"),
        Gate::G1 => Text::new("列入年度计划", "enter the annual plan"),
        Gate::G2 => Text::new("开工", "start"),
        Gate::G3 => Text::new("拨付", "pay"),
        Gate::G4 => Text::new("竣工", "complete"),
    }
}

/// The heading of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleHeading {
    /// `R-18`
    pub id: &'static str,
    /// Its title.
    pub title: Text,
    /// How severe its findings may be.
    pub severity: &'static [Severity],
    /// When it speaks.
    pub when: When,
    /// The clauses that it rests on; never empty.
    pub clauses: &'static [&'static str],
    /// What it looks at.
    pub subject: Text,
}

const fn heading_of(
    id: &'static str,
    title: Text,
    severity: &'static [Severity],
    when: When,
    clauses: &'static [&'static str],
    subject: Text,
) -> RuleHeading {
    RuleHeading { id, title, severity, when, clauses, subject }
}

/// The heading of the rule with this id. Takes the same time for every rule.
pub fn heading(id: &str) -> Option<&'static RuleHeading> {
    let number: usize = id.strip_prefix("R-")?.parse().ok()?;
    HEADINGS.get(number.checked_sub(1)?).filter(|heading| heading.id == id)
}

/// The rules that cite a clause.
pub fn citing(clause: &str) -> impl Iterator<Item = &'static RuleHeading> {
    HEADINGS.iter().filter(move |heading| heading.clauses.contains(&clause))
}

/// Every heading, by id.
pub const HEADINGS: &[RuleHeading] = &[
    heading_of(
        "R-01",
        Text::new("建成年代窗口", "Year window"),
        &[Severity::E, Severity::W],
        When::Gates(&[Gate::G1]),
        &["2.1b", "2.2a"],
        Text::new("项目小区", "project community"),
    ),
    heading_of(
        "R-02",
        Text::new("计划年度与范围调整", "Plan year and scope adjustment"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["2.1d", "2.2a"],
        Text::new("项目小区", "project community"),
    ),
    heading_of(
        "R-03",
        Text::new("拟征收拆迁排除", "Planned expropriation excluded"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["2.2c"],
        Text::new("项目小区", "project community"),
    ),
    heading_of(
        "R-04",
        Text::new("曾获中央补助小区准入", "Entry after central aid"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["2.2b"],
        Text::new("项目小区", "project community"),
    ),
    heading_of(
        "R-05",
        Text::new("中央补助不得重复", "No central money twice"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["2.2b"],
        Text::new("项目小区", "project community"),
    ),
    heading_of(
        "R-06",
        Text::new("严禁变相房地产开发", "No disguised development"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["2.2d"],
        Text::new("项目", "project"),
    ),
    heading_of(
        "R-07",
        Text::new("所在地", "Location"),
        &[Severity::E, Severity::W],
        When::Gates(&[Gate::G0]),
        &["0"],
        Text::new("小区", "community"),
    ),
    heading_of(
        "R-08",
        Text::new("小区与楼栋一致", "Community equals its buildings"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["5.3c"],
        Text::new("项目小区", "project community"),
    ),
    heading_of(
        "R-09",
        Text::new("合理性", "Plausibility"),
        &[Severity::W],
        When::EveryGate,
        &["5.1"],
        Text::new("项目小区", "project community"),
    ),
    heading_of(
        "R-10",
        Text::new("改造项", "Item"),
        &[Severity::E],
        When::Gates(&[Gate::G0]),
        &["2.3"],
        Text::new("投资明细", "line"),
    ),
    heading_of(
        "R-11",
        Text::new("可研分类量化", "Approval split by class"),
        &[Severity::E],
        When::Gates(&[Gate::G2]),
        &["4.2b"],
        Text::new("项目", "project"),
    ),
    heading_of(
        "R-12",
        Text::new("重复填列", "Duplicate line"),
        &[Severity::W],
        When::EveryGate,
        &["2.3"],
        Text::new("项目小区", "project community"),
    ),
    heading_of(
        "R-13",
        Text::new("不改功能和主体结构", "Use and main structure stay"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["5.4f"],
        Text::new("项目", "project"),
    ),
    heading_of(
        "R-14",
        Text::new("文物和历史建筑", "Relics and historic buildings"),
        &[Severity::E],
        When::Gates(&[Gate::G2]),
        &["5.4g"],
        Text::new("项目", "project"),
    ),
    heading_of(
        "R-15",
        Text::new("加装电梯", "Lift"),
        &[Severity::E],
        When::Gates(&[Gate::G2]),
        &["2.3.2", "A2.12"],
        Text::new("项目小区", "project community"),
    ),
    heading_of(
        "R-16",
        Text::new("资金可用范围", "What a fund may pay"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &[
            "3.1a", "3.1b", "3.1c", "3.1d", "3.1e", "3.2a", "3.2b", "3.2c", "3.2d", "3.3b", "3.3c", "3.5a", "3.5b",
            "3.6a", "3.6b", "3.6c",
        ],
        Text::new("资金落实", "commitment"),
    ),
    heading_of(
        "R-17",
        Text::new("保基本", "Basics first"),
        &[Severity::W],
        When::EveryGate,
        &["3.2a"],
        Text::new("项目小区", "project community"),
    ),
    heading_of(
        "R-18",
        Text::new("管线单位出资", "Operators' share"),
        &[Severity::E, Severity::W],
        When::Gates(&[Gate::G1]),
        &["3.3b"],
        Text::new("项目小区", "project community"),
    ),
    heading_of(
        "R-19",
        Text::new("土建与线缆", "Civil works and cables"),
        &[Severity::E, Severity::W],
        When::Gates(&[Gate::G1]),
        &["3.3d"],
        Text::new("投资明细", "line"),
    ),
    heading_of(
        "R-20",
        Text::new("居民自费事项", "Residents' own part"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["3.1a"],
        Text::new("资金落实", "commitment"),
    ),
    heading_of(
        "R-21",
        Text::new("公积金提取", "Provident fund"),
        &[Severity::E],
        When::Gates(&[Gate::G3]),
        &["3.1d", "A2.15"],
        Text::new("公积金提取", "withdrawal"),
    ),
    heading_of(
        "R-22",
        Text::new("维修资金", "Maintenance fund"),
        &[Severity::E, Severity::W],
        When::Gates(&[Gate::G3]),
        &["3.1e", "5.5d"],
        Text::new("资金支付", "disbursement"),
    ),
    heading_of(
        "R-23",
        Text::new("专项债券", "Special bonds"),
        &[Severity::E, Severity::W],
        When::Gates(&[Gate::G2, Gate::G3]),
        &["A2.02", "3.2c"],
        Text::new("项目", "project"),
    ),
    heading_of(
        "R-24",
        Text::new("不新增隐性债务", "No hidden debt"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["3.6b", "3.5a", "3.5b", "5.2b", "5.3d"],
        Text::new("市场化融资", "market financing"),
    ),
    heading_of(
        "R-25",
        Text::new("专款专用", "Earmarked use"),
        &[Severity::E],
        When::Gates(&[Gate::G3]),
        &["5.3c", "3.1b", "3.1c"],
        Text::new("资金支付", "disbursement"),
    ),
    heading_of(
        "R-26",
        Text::new("资金平衡", "Funding balance"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["5.2b"],
        Text::new("项目小区", "project community"),
    ),
    heading_of(
        "R-27",
        Text::new("投资合计", "Investment total"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["4.2b"],
        Text::new("项目、项目小区", "project, project community"),
    ),
    heading_of(
        "R-28",
        Text::new("实物计价", "Goods and labour"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["3.1b", "3.3c"],
        Text::new("资金落实", "commitment"),
    ),
    heading_of(
        "R-29",
        Text::new("行业资金对口", "Sector funds"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["3.4"],
        Text::new("资金落实", "commitment"),
    ),
    heading_of(
        "R-30",
        Text::new("超投资", "Overrun"),
        &[Severity::E, Severity::W],
        When::ItsAct,
        &["5.2b"],
        Text::new("月报", "report"),
    ),
    heading_of(
        "R-31",
        Text::new("财政承受能力", "Fiscal capacity"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["5.2b"],
        Text::new("年度计划", "annual plan"),
    ),
    heading_of(
        "R-32",
        Text::new("居民同意", "Residents' consent"),
        &[Severity::E],
        When::ItsAct,
        &["4.1", "3.1e", "5.5b"],
        Text::new("居民表决", "consent round (S01)"),
    ),
    heading_of(
        "R-33",
        Text::new("联合审查", "Joint review"),
        &[Severity::E],
        When::ItsAct,
        &["4.1"],
        Text::new("可行性研究报告（代初步设计）或项目建议书的报批", "submission of S03 or S03a"),
    ),
    heading_of(
        "R-34",
        Text::new("立项合并", "Merged feasibility"),
        &[Severity::E],
        When::ItsAct,
        &["4.2b"],
        Text::new("立项各事项的报批", "submission of S03…"),
    ),
    heading_of(
        "R-35",
        Text::new("用地许可", "Land permit"),
        &[Severity::E],
        When::Gates(&[Gate::G2]),
        &["4.2c"],
        Text::new("项目", "project"),
    ),
    heading_of(
        "R-36",
        Text::new("规划许可", "Planning permit"),
        &[Severity::E],
        When::Gates(&[Gate::G2]),
        &["4.3b", "4.3d"],
        Text::new("项目", "project"),
    ),
    heading_of(
        "R-37",
        Text::new("施工图审查", "Drawing review"),
        &[Severity::E],
        When::Gates(&[Gate::G2]),
        &["4.3c", "4.3d"],
        Text::new("项目", "project"),
    ),
    heading_of(
        "R-38",
        Text::new("开工前置", "Before the start"),
        &[Severity::E],
        When::Gates(&[Gate::G2]),
        &["4.3a", "4.3e", "5.4b", "5.4e"],
        Text::new("项目", "project"),
    ),
    heading_of(
        "R-39",
        Text::new("竣工验收", "Acceptance"),
        &[Severity::E, Severity::W],
        When::Gates(&[Gate::G4]),
        &["4.4", "A2.12"],
        Text::new("项目", "project"),
    ),
    heading_of(
        "R-40",
        Text::new("阶段流转", "Stage changes"),
        &[Severity::E],
        When::ItsAct,
        &["5.2a"],
        Text::new("阶段变更", "stage change"),
    ),
    heading_of(
        "R-41",
        Text::new("建设单位", "Project owner"),
        &[Severity::E, Severity::W],
        When::Gates(&[Gate::G1]),
        &["5.3b", "5.3d"],
        Text::new("项目", "project"),
    ),
    heading_of(
        "R-42",
        Text::new("责任人", "Responsible manager"),
        &[Severity::E],
        When::Gates(&[Gate::G1]),
        &["5.4c"],
        Text::new("项目", "project"),
    ),
    heading_of(
        "R-43",
        Text::new("统一社会信用代码", "Unified social credit code"),
        &[Severity::E],
        When::Gates(&[Gate::G0]),
        &["5.3c"],
        Text::new("组织机构", "organisation"),
    ),
    heading_of(
        "R-44",
        Text::new("公民身份号码", "Identity number"),
        &[Severity::E],
        When::ItsAct,
        &["3.1d"],
        Text::new("仅在需要核对时", "only where asked"),
    ),
    heading_of(
        "R-45",
        Text::new("项目代码", "Project code"),
        &[Severity::E, Severity::W],
        When::Gates(&[Gate::G2]),
        &["4.2a"],
        Text::new("项目", "project"),
    ),
    heading_of(
        "R-46",
        Text::new("月报时限", "Monthly report deadline"),
        &[Severity::W],
        When::EveryGate,
        &["5.4c"],
        Text::new("月报", "report"),
    ),
    heading_of(
        "R-47",
        Text::new("累计数", "Cumulative figures"),
        &[Severity::E, Severity::W],
        When::ItsAct,
        &["5.4c"],
        Text::new("月报", "report"),
    ),
    heading_of(
        "R-48",
        Text::new("唯一和期间", "One report a month"),
        &[Severity::E],
        When::ItsAct,
        &["5.4c"],
        Text::new("月报", "report"),
    ),
    heading_of(
        "R-49",
        Text::new("重大信息", "Major events"),
        &[Severity::W],
        When::ItsAct,
        &["5.4c"],
        Text::new("月报", "report"),
    ),
    heading_of(
        "R-50",
        Text::new("通报留痕", "Bulletins stay"),
        &[Severity::E, Severity::W],
        When::ItsAct,
        &["6.4b"],
        Text::new("办公室事项", "office act"),
    ),
    heading_of(
        "R-51",
        Text::new("约谈、通报批评事由", "Grounds for interview and criticism"),
        &[Severity::E],
        When::ItsAct,
        &["6.4c"],
        Text::new("办公室事项", "office act"),
    ),
    heading_of(
        "R-52",
        Text::new("成员替补", "Successors"),
        &[Severity::E, Severity::W],
        When::ItsAct,
        &["A1"],
        Text::new("办公室事项", "office act"),
    ),
    heading_of(
        "R-53",
        Text::new("职责办结", "Closing a duty"),
        &[Severity::E],
        When::ItsAct,
        &["6.2", "A2"],
        Text::new("职责事项", "duty task"),
    ),
    heading_of(
        "R-54",
        Text::new("长效管理", "Upkeep"),
        &[Severity::W],
        When::EveryGate,
        &["5.5b", "5.5c"],
        Text::new("项目小区", "project community"),
    ),
    heading_of(
        "R-55",
        Text::new("设施产权", "Ownership of facilities"),
        &[Severity::W],
        When::Gates(&[Gate::G4]),
        &["3.3a", "5.5a"],
        Text::new("投资明细", "line"),
    ),
    heading_of(
        "R-56",
        Text::new("改造对象", "Object of renovation"),
        &[Severity::W],
        When::Gates(&[Gate::G1]),
        &["2.1a"],
        Text::new("小区", "community"),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_is_found_by_its_id_and_nothing_else_is() {
        for listed in HEADINGS {
            assert_eq!(heading(listed.id), Some(listed));
        }
        for bad in ["", "R-00", "R-57", "R-1", "R-001", "r-01", "malformed"] {
            assert_eq!(heading(bad), None, "{bad}");
        }
        assert_eq!(citing("3.3b").map(|rule| rule.id).collect::<Vec<_>>(), ["R-16", "R-18"]);
    }
}
