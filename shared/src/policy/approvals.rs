//! The steps of the approvals (clauses 4.1 to 4.4 and what special cases add), as a catalogue.
//!
//! Which steps a project needs is for a function of its flags; this says what each step is.

use crate::language::Text;
use serde::{Deserialize, Serialize};

macro_rules! steps {
    ($($step:ident $code:literal $zh:literal;)+) => {
        /// A step of the approvals, in the order of the catalogue.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum Step {
            $(#[doc = $zh] $step,)+
        }

        impl Step {
            /// Every step, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$step,)+];

            /// The code, such as `S03a`.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$step => $code,)+ }
            }

            /// The step with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$step),)+ _ => None }
            }
        }
    };
}

steps! {
    S01 "S01" "居民同意改造方案";
    S02 "S02" "联合审查改造方案";
    S03a "S03a" "项目建议书";
    S03b "S03b" "可行性研究报告";
    S03c "S03c" "初步设计及概算";
    S03 "S03" "可行性研究报告（代初步设计）";
    S04 "S04" "用地规划许可";
    S05 "S05" "建设工程规划许可";
    S06 "S06" "施工图审查";
    S07 "S07" "施工许可证";
    S08 "S08" "工程质量监督手续";
    S09 "S09" "竣工联合验收";
    S10a "S10a" "特种设备安装告知";
    S10b "S10b" "监督检验和使用登记";
    S11 "S11" "文物/历史建筑保护审批";
    S12 "S12" "专项债券项目入库审核";
    S13 "S13" "招标采购";
}

impl Step {
    /// What the catalogue says of it.
    pub const fn row(self) -> &'static StepRow {
        // A test holds that the rows stand in the order of the steps.
        &STEPS[self as usize]
    }

    /// Its name in both languages.
    pub const fn text(self) -> Text {
        self.row().title
    }
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// A text of the catalogue as it stands there, and for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As the catalogue writes it.
    pub line: &'static str,
    /// For people.
    pub text: Text,
}

/// What the catalogue says of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepRow {
    /// The step.
    pub step: Step,
    /// Its name.
    pub title: Text,
    /// Who decides on it.
    pub unit: Entry,
    /// When it is needed.
    pub needed_when: Entry,
    /// When it is waived or merged into another.
    pub waived_when: Entry,
    /// The clauses.
    pub clauses: &'static [&'static str],
}

const fn entry(line: &'static str, zh: &'static str, en: &'static str) -> Entry {
    Entry { line, text: Text::new(zh, en) }
}

/// An entry whose line is plain English already.
const fn plain(line: &'static str, zh: &'static str) -> Entry {
    entry(line, zh, line)
}

/// A unit, whose line is its Chinese name.
const fn by(line: &'static str, en: &'static str) -> Entry {
    entry(line, line, en)
}

const DEVELOPMENT: Entry = by("县发改局", "County Development and Reform Bureau");
const NATURAL_RESOURCES: Entry = by("县自然资源局", "County Natural Resources Bureau");
const HOUSING: Entry = by("县住建局", "County Housing and Construction Bureau");
const MARKET: Entry = by("县市场监管局", "County Market Regulation Bureau");
const NEVER: Entry = plain("never", "不可免办或合并");
const ABSENT: Entry = plain("else absent", "其他项目无此事项");
const SEPARATE: Entry = entry(
    "not in the annual plan, or merged_feasibility=false",
    "未纳入年度计划，或选择分开报批",
    "not in the annual plan, or separate approval chosen",
);
const MERGED: Entry = entry(
    "else 合并办理 into S03",
    "否则并入可行性研究报告（代初步设计）",
    "else merged into the feasibility study in place of a preliminary design",
);

/// Every step, in the order of [`Step::ALL`].
pub const STEPS: &[StepRow] = &[
    StepRow {
        step: Step::S01,
        title: Text::new("居民同意改造方案", "residents' consent to the plan"),
        unit: by("城关镇人民政府, 社区", "Chengguan Town Government, neighbourhood"),
        needed_when: plain("always, per community", "每个小区均需办理"),
        waived_when: NEVER,
        clauses: &["4.1"],
    },
    StepRow {
        step: Step::S02,
        title: Text::new("联合审查改造方案", "joint review of the plan"),
        unit: entry(
            "县住建局, 县发改局, 县财政局, 县自然资源局 (further departments may be added)",
            "县住建局、县发改局、县财政局、县自然资源局（可增加其他部门）",
            "County Housing and Construction, Development and Reform, Finance, and Natural Resources Bureaus \
             (further departments may be added)",
        ),
        needed_when: plain("always, after S01", "均需办理，在居民同意之后"),
        waived_when: NEVER,
        clauses: &["4.1"],
    },
    StepRow {
        step: Step::S03a,
        title: Text::new("项目建议书", "project proposal"),
        unit: DEVELOPMENT,
        needed_when: SEPARATE,
        waived_when: MERGED,
        clauses: &["4.2b"],
    },
    StepRow {
        step: Step::S03b,
        title: Text::new("可行性研究报告", "feasibility study"),
        unit: DEVELOPMENT,
        needed_when: SEPARATE,
        waived_when: MERGED,
        clauses: &["4.2b"],
    },
    StepRow {
        step: Step::S03c,
        title: Text::new("初步设计及概算", "preliminary design and estimate"),
        unit: DEVELOPMENT,
        needed_when: SEPARATE,
        waived_when: MERGED,
        clauses: &["4.2b"],
    },
    StepRow {
        step: Step::S03,
        title: Text::new("可行性研究报告（代初步设计）", "feasibility study in place of a preliminary design"),
        unit: DEVELOPMENT,
        needed_when: entry(
            "in the annual plan and merged_feasibility (default); preliminary-design depth",
            "已纳入年度计划且合并报批（默认）；应达到初步设计深度",
            "in the annual plan and merged approval chosen (default); preliminary-design depth",
        ),
        waived_when: ABSENT,
        clauses: &["4.2b"],
    },
    StepRow {
        step: Step::S04,
        title: Text::new("用地规划许可", "land-use planning permit"),
        unit: NATURAL_RESOURCES,
        needed_when: entry("land_rights_change", "涉及土地权属变化", "land rights change"),
        waived_when: entry(
            "else 免办 with existing land papers",
            "其他项目凭已有用地手续，无需办理",
            "else not needed, with existing land papers",
        ),
        clauses: &["4.2c"],
    },
    StepRow {
        step: Step::S05,
        title: Text::new("建设工程规划许可", "construction planning permit"),
        unit: NATURAL_RESOURCES,
        needed_when: entry(
            "altering: new_build, adds_floor_area, changes_structure, changes_function, or any I15 line",
            "新建、增加面积、改变结构、改变功能或加装电梯",
            "new building, added area, changed structure, changed function, or a lift",
        ),
        waived_when: entry(
            "not altering: 免办; altering: merge or parallel with S07 allowed",
            "其他项目无需办理；需办的可与施工许可合并或同步办理",
            "else not needed; where needed it may be merged or parallel with the construction permit",
        ),
        clauses: &["4.3b", "4.3d"],
    },
    StepRow {
        step: Step::S06,
        title: Text::new("施工图审查", "drawing review"),
        unit: HOUSING,
        needed_when: entry(
            "altering: variant 施工图联合审查; else without pledge: variant 施工图审查",
            "新建、改建、扩建的实行施工图联合审查；其他未作告知承诺的作施工图审查",
            "altering works: joint drawing review; else without a pledge: drawing review",
        ),
        waived_when: entry(
            "not altering and pledge: 免办",
            "不属新建、改建、扩建且作出告知承诺的，无需办理",
            "no altering works, with a pledge: not needed",
        ),
        clauses: &["4.3c", "4.3d"],
    },
    StepRow {
        step: Step::S07,
        title: Text::new("施工许可证", "construction permit"),
        unit: HOUSING,
        needed_when: entry(
            "always (small_works_permit_exemption off)",
            "均需办理（小型工程免办的参数默认停用）",
            "always (unless small works are exempted in the settings)",
        ),
        waived_when: NEVER,
        clauses: &["4.3d", "4.3e"],
    },
    StepRow {
        step: Step::S08,
        title: Text::new("工程质量监督手续", "quality supervision"),
        unit: HOUSING,
        needed_when: entry(
            "always; evidence 主体结构安全",
            "均需办理；佐证主体结构安全",
            "always; with evidence that the main structure is safe",
        ),
        waived_when: entry(
            "merge into S07 allowed",
            "可与施工许可证合并办理",
            "may be merged into the construction permit",
        ),
        clauses: &["4.3e", "4.3a", "5.4e"],
    },
    StepRow {
        step: Step::S09,
        title: Text::new("竣工联合验收", "joint acceptance"),
        unit: plain("project owner and units", "建设单位和各有关单位"),
        needed_when: plain("always, at the end", "均需办理，在完工后"),
        waived_when: entry(
            "separate allowed with W",
            "可分别验收，予以提醒",
            "separate acceptance is allowed, with a warning",
        ),
        clauses: &["4.4"],
    },
    StepRow {
        step: Step::S10a,
        title: Text::new("特种设备安装告知", "notice of installing special equipment"),
        unit: MARKET,
        needed_when: entry(
            "any I15 line; before installation, checked at G2",
            "加装电梯的项目；安装前办理，开工时核对",
            "with a lift; before installation, checked at the start",
        ),
        waived_when: ABSENT,
        clauses: &["A2.12"],
    },
    StepRow {
        step: Step::S10b,
        title: Text::new("监督检验和使用登记", "inspection and registration"),
        unit: MARKET,
        needed_when: entry(
            "any I15 line; before completion, checked at G4 (R-39)",
            "加装电梯的项目；竣工前办理，竣工时核对",
            "with a lift; before completion, checked at completion",
        ),
        waived_when: ABSENT,
        clauses: &["A2.12"],
    },
    StepRow {
        step: Step::S11,
        title: Text::new("文物/历史建筑保护审批", "protection approval for relics and historic buildings"),
        unit: by("文物主管部门", "cultural relics authority"),
        needed_when: plain("any in-scope heritage building", "改造范围内有文物或历史建筑"),
        waived_when: ABSENT,
        clauses: &["5.4g"],
    },
    StepRow {
        step: Step::S12,
        title: Text::new("专项债券项目入库审核", "review for special bonds"),
        unit: DEVELOPMENT,
        needed_when: entry("any F12", "使用专项债券", "with special bonds"),
        waived_when: ABSENT,
        clauses: &["A2.02"],
    },
    StepRow {
        step: Step::S13,
        title: Text::new("招标采购", "tender"),
        unit: plain("project owner", "建设单位"),
        needed_when: entry(
            "always, after S01–S05 as needed; variant by delivery_mode: EPC (default) 工程总承包招标, 施工总承包 施工招标, 其他 采购",
            "均需办理，在前期手续之后；按建设方式分为工程总承包招标（默认）、施工招标、采购",
            "always, after the earlier steps; EPC tender (default), works tender or purchase, by the delivery mode",
        ),
        waived_when: entry(
            "below_tender_limit: 免办 with the reason below_tender_limit",
            "未达必须招标限额的，无需办理",
            "below the tender limit: not needed, for that reason",
        ),
        clauses: &["5.4b"],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_in_the_order_of_the_steps() {
        assert_eq!(STEPS.len(), Step::ALL.len());
        for step in Step::ALL {
            assert_eq!(step.row().step, *step);
            assert_eq!(Step::from_code(step.code()), Some(*step));
            let json = serde_json::to_string(step).unwrap();
            assert_eq!(json, format!("\"{step}\""));
        }
        assert_eq!(Step::from_code("S14"), None);
        assert!(Step::S03c < Step::S03 && Step::S03 < Step::S04);
    }
}
