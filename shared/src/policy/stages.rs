//! The closed lists of the life of a project: stages, statuses, components and the like.
//!
//! Codes are the terms of the papers and never change; where people read another word than the code, `shown` says it.

use crate::{language::Text, vocabulary::vocabulary};

vocabulary! {
    /// The stage of a project community (阶段).
    #[derive(Default)]
    Stage {
        #[default]
        Reserve = "储备", "reserve";
        NewStart = "新开工", "newly started";
        UnderWay = "在建", "under way";
        Completed = "竣工", "completed";
        Withdrawn = "调出", "withdrawn";
    }
}

impl Stage {
    /// Whether works go on: 新开工 or 在建.
    pub const fn is_under_works(self) -> bool {
        matches!(self, Self::NewStart | Self::UnderWay)
    }
}

vocabulary! {
    /// The status of an approval step.
    #[derive(Default)]
    StepStatus {
        #[default]
        NotSubmitted = "未报", "not submitted";
        Submitted = "已报", "submitted";
        Passed = "通过", "passed";
        Returned = "退回", "returned";
    }
}

impl StepStatus {
    /// What people read.
    pub const fn shown(self) -> Text {
        match self {
            Self::Submitted => Text::new("已提交", "submitted"),
            Self::Returned => Text::new("退回补正", "returned for correction"),
            other => other.text(),
        }
    }
}

vocabulary! {
    /// Whether an approval step must be done.
    #[derive(Default)]
    Requirement {
        #[default]
        Needed = "需办", "needed";
        Waived = "免办", "not needed";
        Merged = "合并办理", "merged";
    }
}

impl Requirement {
    /// What people read.
    pub const fn shown(self) -> Text {
        match self {
            Self::Waived => Text::new("无需办理", "not needed"),
            other => other.text(),
        }
    }
}

vocabulary! {
    /// How far a commitment of money has come.
    #[derive(Default)]
    CommitmentStatus {
        #[default]
        Intended = "意向", "intended";
        AppliedFor = "拟争取", "applied for";
        Secured = "落实", "secured";
    }
}

vocabulary! {
    /// The status of an investment line.
    #[derive(Default)]
    LineStatus {
        #[default]
        Planned = "待实施", "to be done";
        Done = "完成", "done";
        Cancelled = "取消", "cancelled";
    }
}

vocabulary! {
    /// What the money of a line buys (费用构成).
    Component {
        CivilWorks = "土建", "civil works";
        Cable = "线缆", "cable";
        Equipment = "设备", "equipment";
        Other = "其他", "other";
    }
}

vocabulary! {
    /// Where a line is.
    #[derive(Default)]
    Location {
        #[default]
        Inside = "小区内", "inside the community";
        Around = "周边", "around it";
    }
}

vocabulary! {
    /// Who owns the dwellings of a community (产权性质).
    Tenure {
        Commodity = "商品房", "commodity housing";
        Reformed = "房改房", "reformed public housing";
        Public = "公房", "public housing";
        Pooled = "集资房", "pooled-fund housing";
        Mixed = "混合", "mixed";
    }
}

vocabulary! {
    /// The protection of a building (文物保护).
    #[derive(Default)]
    Heritage {
        #[default]
        None = "无", "none";
        ImmovableRelic = "不可移动文物", "immovable relic";
        HistoricBuilding = "历史建筑", "historic building";
    }
}

vocabulary! {
    /// How a project is built (建设方式).
    #[derive(Default)]
    DeliveryMode {
        /// 工程总承包
        #[default]
        Epc = "EPC", "EPC";
        GeneralContract = "施工总承包", "general contract";
        Other = "其他", "other";
    }
}

impl DeliveryMode {
    /// What people read.
    pub const fn shown(self) -> Text {
        match self {
            Self::Epc => Text::new("工程总承包（EPC）", "EPC"),
            other => other.text(),
        }
    }
}

vocabulary! {
    /// The status of a monthly report.
    #[derive(Default)]
    ReportStatus {
        #[default]
        Draft = "草稿", "draft";
        Submitted = "已报", "submitted";
        Returned = "退回", "returned";
        Accepted = "已审", "accepted";
    }
}

impl ReportStatus {
    /// What people read.
    pub const fn shown(self) -> Text {
        match self {
            Self::Submitted => Text::new("已提交", "submitted"),
            Self::Returned => Text::new("退回补正", "returned for correction"),
            Self::Accepted => Text::new("审核通过", "accepted"),
            Self::Draft => self.text(),
        }
    }
}

vocabulary! {
    /// The status of an annual plan.
    #[derive(Default)]
    PlanStatus {
        #[default]
        Draft = "拟定", "draft";
        Submitted = "上报", "submitted";
        Issued = "下达", "issued";
        Adjusted = "调整", "adjusted";
    }
}

vocabulary! {
    /// What an assessment of fiscal capacity comes to. Without a statement nothing can be borne.
    #[derive(Default)]
    CapacityConclusion {
        Bearable = "可承受", "bearable";
        #[default]
        NotBearable = "不可承受", "not bearable";
    }
}

vocabulary! {
    /// The result of the review of special bonds (S12).
    #[derive(Default)]
    BondResult {
        #[default]
        Pending = "待审", "pending";
        Passed = "通过", "passed";
        Refused = "不通过", "refused";
    }
}

vocabulary! {
    /// The status of a duty task.
    #[derive(Default)]
    TaskStatus {
        #[default]
        Open = "待办", "open";
        InHand = "办理中", "in hand";
        Submitted = "已报", "submitted";
        Confirmed = "已核", "confirmed";
        Returned = "退回", "returned";
        NotConcerned = "不涉及", "not concerned";
    }
}

impl TaskStatus {
    /// What people read.
    pub const fn shown(self) -> Text {
        match self {
            Self::Submitted => Text::new("已提交", "submitted"),
            Self::Confirmed => Text::new("审核通过", "confirmed"),
            Self::Returned => Text::new("退回补正", "returned for correction"),
            other => other.text(),
        }
    }
}

vocabulary! {
    /// Who does the works of a line (实施主体).
    PartyKind {
        Enterprise = "企业", "enterprise";
        Operator = "管线专营单位", "operator";
        Other = "其他", "other";
    }
}

vocabulary! {
    /// Who builds a project (建设单位), by kind; any other name is another unit.
    ProjectOwnerKind {
        HousingBureau = "县住建局", "County Housing and Construction Bureau";
        Town = "城关镇人民政府", "Chengguan Town Government";
        PublicHousingManager = "公房管理单位", "manager of public housing";
        Enterprise = "企业", "enterprise";
        OtherUnit = "其他单位", "other unit";
    }
}

impl ProjectOwnerKind {
    /// The kind with this name; an unknown name is another unit.
    pub fn from_name(name: &str) -> Self {
        Self::from_code(name).unwrap_or(Self::OtherUnit)
    }
}

vocabulary! {
    /// A milestone of clause 5.4b, in order.
    Milestone {
        Design = "设计", "design";
        Quantities = "清单", "bill of quantities";
        Budget = "预算", "budget";
        Responsibilities = "责任分解", "assignment of responsibilities";
        Works = "实施", "works";
    }
}

vocabulary! {
    /// What a unit says in a joint review.
    ReviewOpinion {
        Agreed = "通过", "agreed";
        Changes = "修改", "to be changed";
        Refused = "不通过", "refused";
    }
}
