//! The ten sheets of a workbook (section 9): which rows they have and in which columns.

use super::{
    columns::{Column, Spec, columns},
    forms::{
        Agreements, Buildings, Code, Count, Day, InMonth, InYear, OfFund, OfItem, OfStep, Quantity, Sent, Share, Sqm,
        Term, Wan, Words, YesNo,
    },
};
use crate::{
    cells::listed,
    exact::{Area, Money, Month, Progress},
    language::Text,
    model::{
        Building, BuildingSelection, Community, FundingCommitment, ImplementingParty, InvestmentLine, Project,
        ProjectCommunity,
    },
    policy::{
        approvals::Step,
        funding::Level,
        items::OperatorKind,
        stages::{Requirement, Stage, StepStatus},
    },
    vocabulary::vocabulary,
};
use chrono::{DateTime, NaiveDate, Utc};

macro_rules! sheets {
    ($($name:ident = $zh:literal [$($alias:literal),*] $en:literal, $columns:ident;)+) => {
        /// A sheet of the workbook, in the order in which they are written.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Sheet {
            $(#[doc = $zh] $name,)+
        }

        impl Sheet {
            /// Every sheet.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $zh,)+ }
            }

            /// Its name in both languages.
            pub const fn text(self) -> Text {
                match self { $(Self::$name => Text::new($zh, $en),)+ }
            }

            /// Other names in use for it.
            pub(super) const fn aliases(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($alias),*],)+ }
            }

            /// Its columns.
            pub fn specs(self) -> Vec<Spec> {
                match self { $(Self::$name => specs($columns),)+ }
            }
        }
    };
}

fn specs<R>(columns: &[Column<R>]) -> Vec<Spec> {
    columns.iter().map(|column| column.spec).collect()
}

sheets! {
    Ledger = "台账" ["项目台账", "老旧小区改造台账"] "Ledger", LEDGER;
    Communities = "小区" ["小区信息", "小区基本情况"] "Communities", COMMUNITIES;
    Buildings = "楼栋" ["楼栋信息", "楼幢", "楼栋明细"] "Buildings", BUILDINGS;
    PriorAid = "曾获补助" ["已享受补助", "曾获补助情况"] "Aid received before", PRIOR_AID;
    Projects = "项目" ["项目信息", "改造项目"] "Projects", PROJECTS;
    Works = "改造内容" ["投资明细", "改造明细"] "Works", WORKS;
    Funding = "资金" ["资金落实", "资金来源"] "Funding", FUNDING;
    Approvals = "审批" ["审批手续", "审批事项"] "Approvals", APPROVALS;
    Progress = "月进展" ["月报", "月度进展"] "Monthly progress", PROGRESS;
    Flows = "到位支付" ["资金到位支付", "到位和支付"] "Receipts and payments", FLOWS;
}

vocabulary! {
    /// How an approval step stands: 需办 with its status, or how it is left out.
    #[derive(Default)]
    StepState {
        #[default]
        NotSubmitted = "未报", "not submitted";
        Submitted = "已报", "submitted";
        Passed = "通过", "passed";
        Returned = "退回", "returned";
        Waived = "免办", "not needed";
        Merged = "合并办理", "merged";
    }
}

impl StepState {
    /// As the model keeps it: the status, and the requirement when the state tells it.
    pub(super) const fn parts(self) -> (StepStatus, Option<Requirement>) {
        match self {
            Self::NotSubmitted => (StepStatus::NotSubmitted, None),
            Self::Submitted => (StepStatus::Submitted, None),
            Self::Passed => (StepStatus::Passed, None),
            Self::Returned => (StepStatus::Returned, None),
            Self::Waived => (StepStatus::NotSubmitted, Some(Requirement::Waived)),
            Self::Merged => (StepStatus::NotSubmitted, Some(Requirement::Merged)),
        }
    }

    /// The state of a step as it is kept.
    pub(super) const fn of(status: StepStatus, requirement: Requirement) -> Self {
        match (status, requirement) {
            (StepStatus::NotSubmitted, Requirement::Waived) => Self::Waived,
            (StepStatus::NotSubmitted, Requirement::Merged) => Self::Merged,
            (StepStatus::NotSubmitted, Requirement::Needed) => Self::NotSubmitted,
            (StepStatus::Submitted, _) => Self::Submitted,
            (StepStatus::Passed, _) => Self::Passed,
            (StepStatus::Returned, _) => Self::Returned,
        }
    }
}

vocabulary! {
    /// Whether money came or went.
    Flow {
        Receipt = "到位", "received";
        Payment = "支付", "paid";
    }
}

listed! {
    StepState: ["已提交" => Submitted, "退回补正" => Returned, "审核通过" => Passed, "无需办理" => Waived, "不需办理" => Waived, "未办" => NotSubmitted];
    Flow: ["收" => Receipt, "付" => Payment, "资金到位" => Receipt, "资金支付" => Payment];
}

/// A row of 小区: a project community with its community and the head of its project.
#[derive(Clone, Debug, Default)]
pub(super) struct CommunityRow {
    pub(super) community: Community,
    pub(super) project: Project,
    pub(super) entry: ProjectCommunity,
}

columns! {
    pub(super) static COMMUNITIES: CommunityRow;
    "小区编码" ["编码", "小区代码"] "Code": community.code as Code required;
    "小区名称" ["小区", "名称"] "Name": community.name as Words required;
    "行政区划代码" ["区划代码"] "Division code": community.division_code as Code;
    "乡镇" ["所属乡镇", "乡镇街道"] "Township": community.township as Words;
    "地址" ["小区地址", "详细地址"] "Address": community.address as Words;
    "社区" ["所属社区", "所在社区", "社区名称"] "Neighbourhood": community.neighbourhood as Words;
    "单栋" ["是否单栋"] "Single building": community.is_single_building as YesNo;
    "产权性质" ["产权"] "Tenure": community.tenure as Term;
    "原产权单位" [] "Former owner": community.owner_unit as Words;
    "建成年代较早" [] "Built early": community.built_early as YesNo;
    "失养失修失管" [] "Neglected": community.neglected as YesNo;
    "市政配套设施不完善" [] "Infrastructure incomplete": community.infra_incomplete as YesNo;
    "社区服务设施不健全" [] "Services incomplete": community.service_incomplete as YesNo;
    "居民改造意愿强烈" ["居民改造意愿"] "Residents want it": community.will_strong as YesNo;
    "计划征收拆迁" ["是否计划征收拆迁"] "To be expropriated": community.expropriation_planned as YesNo;
    "摸底日期" ["调查日期"] "Surveyed on": community.survey_date as Day;
    "项目代码" ["全国统一项目代码"] "Project code": project.national_code as Code;
    "项目名称" ["所属项目"] "Project": project.name as Words;
    "计划年度" ["改造年度", "年度"] "Plan year": entry.plan_year as InYear required;
    "阶段" ["项目阶段", "建设阶段"] "Stage": entry.stage as Term;
    "改造户数" ["户数"] "Households": entry.scope_households as Count;
    "改造面积" ["建筑面积"] "Area": entry.scope_area as Sqm;
    "改造楼栋数" ["楼栋数"] "Buildings": entry.scope_count as Count;
    "总投资" ["计划总投资"] "Investment": entry.total_invest as Wan;
    "计划开工" ["计划开工日期", "计划开工时间"] "Planned start": entry.planned_start as Day;
    "实际开工" ["实际开工日期", "开工日期", "开工时间"] "Started on": entry.actual_start as Day;
    "计划竣工" ["计划竣工日期", "计划竣工时间"] "Planned finish": entry.planned_finish as Day;
    "实际竣工" ["实际竣工日期", "竣工日期", "竣工时间"] "Completed on": entry.completed_on as Day;
    "调出日期" [] "Withdrawn on": entry.withdrawn_on as Day;
    "建设单位" ["项目单位", "实施单位"] "Project owner": project.project_owner as Words;
    "责任人" ["项目负责人"] "Responsible manager": project.manager_name as Words;
    "责任人职务" ["职务"] "Post of the manager": project.manager_post as Words;
}

/// A row of 楼栋.
#[derive(Clone, Debug)]
pub(super) struct BuildingRow {
    pub(super) code: String,
    pub(super) building: Building,
}

impl Default for BuildingRow {
    fn default() -> Self {
        Self { code: String::new(), building: Building { in_scope: true, ..Building::default() } }
    }
}

columns! {
    pub(super) static BUILDINGS: BuildingRow;
    "小区编码" ["编码", "小区代码"] "Code": code as Code required;
    "楼栋号" ["楼号", "栋号", "楼栋", "幢号"] "Building": building.no as Code required;
    "建成日期" ["竣工日期"] "Completed on": building.completed_on as Day;
    "建成年份" ["建成年代", "建设年份", "建成时间"] "Built in": building.completed_year as InYear;
    "层数" ["楼层数", "地上层数"] "Storeys": building.storeys as Count;
    "单元数" ["单元"] "Stair units": building.stair_units as Count;
    "户数" ["住户数"] "Households": building.households as Count required;
    "建筑面积" ["面积"] "Floor area": building.floor_area as Sqm required;
    "结构" ["结构类型", "建筑结构"] "Structure": building.structure as Words;
    "文物保护" ["文保"] "Heritage": building.heritage as Term;
    "具备加装电梯条件" ["可加装电梯"] "Lift feasible": building.lift_feasible as YesNo;
    "计划征收拆迁" [] "To be expropriated": building.expropriation_planned as YesNo;
    "纳入改造" ["是否纳入改造"] "In scope": building.in_scope as YesNo;
}

/// A row of 曾获补助.
#[derive(Clone, Debug, Default)]
pub(super) struct PriorAidRow {
    pub(super) code: String,
    pub(super) item: String,
    pub(super) buildings: BuildingSelection,
    pub(super) level: Option<Level>,
    pub(super) programme: String,
    pub(super) year: Option<i32>,
    pub(super) amount: Money,
    pub(super) doc: Option<String>,
}

columns! {
    pub(super) static PRIOR_AID: PriorAidRow;
    "小区编码" ["编码", "小区代码"] "Code": code as Code required;
    "改造项代码" ["改造项"] "Item": item as OfItem required;
    "楼栋" ["涉及楼栋"] "Buildings": buildings as Buildings required;
    "级次" ["资金级次"] "Level": level as Term required;
    "补助名称" ["补助项目"] "Programme": programme as Words;
    "年度" ["补助年度"] "Year": year as InYear;
    "金额" ["补助金额"] "Amount": amount as Wan;
    "文件" ["依据文件"] "Document": doc as Words;
}

/// The approved investment as a row has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ApprovedRow {
    pub(super) body: Option<Money>,
    pub(super) infra: Option<Money>,
    pub(super) improvement: Option<Money>,
    pub(super) upgrade: Option<Money>,
    pub(super) other: Option<Money>,
    pub(super) contingency: Option<Money>,
    pub(super) total: Option<Money>,
}

/// A row of 项目.
#[derive(Clone, Debug, Default)]
pub(super) struct ProjectRow {
    pub(super) project: Project,
    pub(super) approved: ApprovedRow,
    pub(super) balance_doc: String,
    pub(super) balance_approved: bool,
}

columns! {
    pub(super) static PROJECTS: ProjectRow;
    "项目名称" ["名称", "项目"] "Project": project.name as Words required;
    "建设方式" ["承发包方式"] "Delivery": project.delivery_mode as Term;
    "未达招标限额" ["未达必须招标限额"] "Below the tender limit": project.below_tender_limit as YesNo;
    "新建" [] "New building": project.new_build as YesNo;
    "增加面积" ["增加建筑面积"] "Adds floor area": project.adds_floor_area as YesNo;
    "改变结构" ["改变主体结构"] "Changes structure": project.changes_structure as YesNo;
    "改变功能" ["改变使用功能"] "Changes function": project.changes_function as YesNo;
    "土地权属变化" [] "Land rights change": project.land_rights_change as YesNo;
    "告知承诺" ["告知承诺制"] "Pledge": project.pledge as YesNo;
    "公房" [] "Public housing": project.public_housing as YesNo;
    "拆除重建" [] "Rebuilt": project.demolish_rebuild as YesNo;
    "合并可研" ["合并可行性研究"] "Merged feasibility": project.merged_feasibility as YesNo;
    "新增可售面积" [] "New saleable area": project.new_saleable_area as Sqm;
    "收益来源" [] "Source of revenue": project.revenue_source as Words;
    "批复主体" ["批复主体改造修缮"] "Approved: body": approved.body as Wan;
    "批复配套" ["批复配套基础设施"] "Approved: infrastructure": approved.infra as Wan;
    "批复完善" ["批复完善类"] "Approved: improvement": approved.improvement as Wan;
    "批复提升" ["批复提升类"] "Approved: upgrade": approved.upgrade as Wan;
    "批复其他费用" ["批复工程建设其他费"] "Approved: fees": approved.other as Wan;
    "批复预备费" [] "Approved: reserve": approved.contingency as Wan;
    "批复合计" ["批复总投资"] "Approved: total": approved.total as Wan;
    "例外批准文件" [] "Exception paper": project.exception_paper as Words;
    "委托文件" [] "Entrusting paper": project.entrusting_paper as Words;
    "用地手续" [] "Land paper": project.land_paper as Words;
    "资金平衡方案" [] "Balance plan": balance_doc as Words;
    "方案已批准" ["资金平衡方案已批准"] "Plan approved": balance_approved as YesNo;
    "合同日期" ["合同签订日期"] "Contract of": project.contract_date as Day;
    "管线协议" ["管线单位协议"] "Operator agreements": project.operator_agreements as Agreements;
}

/// A row of 改造内容.
#[derive(Clone, Debug, Default)]
pub(super) struct WorkRow {
    pub(super) code: String,
    pub(super) year: Option<i32>,
    pub(super) line: InvestmentLine,
    pub(super) party_kind: String,
    pub(super) party_operator: Option<OperatorKind>,
}

columns! {
    pub(super) static WORKS: WorkRow;
    "小区编码" ["编码", "小区代码"] "Code": code as Code required;
    "计划年度" ["改造年度"] "Plan year": year as InYear;
    "明细编号" ["编号", "序号"] "Line": line.id as Code required;
    "改造项代码" ["改造项", "改造内容"] "Item": line.item as OfItem required;
    "类别" ["改造类别"] "Class": line.category as Term;
    "楼栋" ["涉及楼栋"] "Buildings": line.buildings as Buildings;
    "数量" ["工程量"] "Quantity": line.quantity as Quantity required;
    "计量单位" ["单位"] "Unit": line.unit as Words;
    "费用构成" [] "Component": line.component as Term;
    "管线类别" [] "Operator kind": line.operator_kind as Term;
    "位置" [] "Location": line.location as Term;
    "投资" ["金额", "投资额"] "Amount": line.amount as Wan required;
    "实施主体" [] "Done by": party_kind as Words;
    "实施单位管线类别" [] "Operator kind of the doer": party_operator as Term;
    "改造后产权单位" [] "Owner after": line.owner_after as Words;
    "产权单位" [] "Owner": line.owner as Words;
    "维护单位" ["管护单位"] "Maintainer": line.maintainer as Words;
    "状态" ["实施状态"] "Status": line.status as Term;
}

/// The line of a row, with who does it.
pub(super) fn work_line(row: WorkRow) -> InvestmentLine {
    let WorkRow { mut line, party_kind, party_operator, .. } = row;
    let is_named = !party_kind.is_empty() || party_operator.is_some();
    line.implementing_party = is_named.then_some(ImplementingParty { kind: party_kind, operator_kind: party_operator });
    line
}

/// A row of 资金.
#[derive(Clone, Debug, Default)]
pub(super) struct FundingRow {
    pub(super) code: String,
    pub(super) year: Option<i32>,
    pub(super) number: Option<i64>,
    pub(super) commitment: FundingCommitment,
}

columns! {
    pub(super) static FUNDING: FundingRow;
    "小区编码" ["编码", "小区代码"] "Code": code as Code required;
    "计划年度" ["改造年度"] "Plan year": year as InYear;
    "资金序号" ["序号"] "Number": number as Count;
    "明细编号" ["改造明细编号"] "Line": commitment.line as Code required;
    "资金代码" ["资金来源", "资金"] "Source": commitment.funding as OfFund required;
    "资金子类" ["子类"] "Kind": commitment.sub_kind as Code;
    "级次" ["资金级次"] "Level": commitment.level as Term;
    "出资单位" [] "Provider": commitment.provider as Words;
    "管线类别" [] "Operator kind": commitment.operator_kind as Term;
    "文件列明项目" ["文件列明改造项"] "Items of its document": commitment.allowed_items as OfItem;
    "金额" ["落实金额"] "Amount": commitment.amount as Wan required;
    "实物" ["是否实物"] "In kind": commitment.in_kind as YesNo;
    "计价依据" [] "Valuation": commitment.valuation_basis as Words;
    "文件" ["依据文件", "文号"] "Document": commitment.doc as Words;
    "落实状态" ["状态"] "Status": commitment.status as Term;
}

/// A row of 审批.
#[derive(Clone, Debug, Default)]
pub(super) struct ApprovalRow {
    pub(super) code: String,
    pub(super) year: Option<i32>,
    pub(super) step: Option<Step>,
    pub(super) state: StepState,
    pub(super) date: Option<NaiveDate>,
    pub(super) doc_no: String,
}

columns! {
    pub(super) static APPROVALS: ApprovalRow;
    "小区编码" ["编码", "小区代码"] "Code": code as Code required;
    "计划年度" ["改造年度"] "Plan year": year as InYear;
    "事项" ["审批事项"] "Step": step as OfStep required;
    "状态" ["办理状态"] "Status": state as Term required;
    "通过日期" ["办结日期", "批复日期", "日期"] "Passed on": date as Day;
    "文号" ["批复文号"] "Document no.": doc_no as Words;
}

/// A row of 月进展.
#[derive(Clone, Debug, Default)]
pub(super) struct ProgressRow {
    pub(super) code: String,
    pub(super) year: Option<i32>,
    pub(super) period: Option<Month>,
    pub(super) baseline: Option<Progress>,
    pub(super) cum_progress: Option<Progress>,
    pub(super) month_invest: Option<Money>,
    pub(super) cum_invest: Option<Money>,
    pub(super) problems: String,
    pub(super) next_steps: String,
    pub(super) reporter: String,
    pub(super) submitted_at: Option<DateTime<Utc>>,
}

columns! {
    pub(super) static PROGRESS: ProgressRow;
    "小区编码" ["编码", "小区代码"] "Code": code as Code required;
    "计划年度" ["改造年度"] "Plan year": year as InYear;
    "月份" ["报告月份", "年月"] "Month": period as InMonth required;
    "计划进度" ["计划形象进度"] "Planned": baseline as Share;
    "形象进度" ["累计形象进度"] "Progress": cum_progress as Share;
    "本月完成投资" ["本月投资", "当月完成投资"] "Invested this month": month_invest as Wan;
    "累计完成投资" ["累计投资"] "Invested so far": cum_invest as Wan;
    "存在问题" ["问题"] "Problems": problems as Words;
    "下步安排" ["下一步安排", "下步工作安排"] "Next steps": next_steps as Words;
    "报送人" ["填报人"] "Reporter": reporter as Words;
    "报送时间" ["填报时间"] "Sent at": submitted_at as Sent;
}

/// A row of 到位支付.
#[derive(Clone, Debug, Default)]
pub(super) struct FlowRow {
    pub(super) code: String,
    pub(super) year: Option<i32>,
    pub(super) flow: Option<Flow>,
    pub(super) funding: String,
    pub(super) sub_kind: String,
    pub(super) level: Option<Level>,
    pub(super) provider: String,
    pub(super) date: Option<NaiveDate>,
    pub(super) amount: Money,
    pub(super) doc_no: String,
    pub(super) voucher: String,
    pub(super) line: String,
    pub(super) payee: String,
    pub(super) purpose: String,
}

columns! {
    pub(super) static FLOWS: FlowRow;
    "小区编码" ["编码", "小区代码"] "Code": code as Code required;
    "计划年度" ["改造年度"] "Plan year": year as InYear;
    "类型" ["收支类型"] "Kind": flow as Term required;
    "资金代码" ["资金来源", "资金"] "Source": funding as OfFund required;
    "资金子类" ["子类"] "Sub-kind": sub_kind as Code;
    "级次" ["资金级次"] "Level": level as Term;
    "出资单位" [] "Provider": provider as Words;
    "日期" ["到位日期", "支付日期"] "Date": date as Day required;
    "金额" [] "Amount": amount as Wan required;
    "文号" [] "Document no.": doc_no as Words;
    "凭证" ["凭证号"] "Voucher": voucher as Words;
    "明细编号" ["改造明细编号"] "Line": line as Code;
    "收款单位" [] "Payee": payee as Words;
    "用途" ["资金用途"] "Purpose": purpose as Words;
}

/// A row of 台账.
#[derive(Clone, Debug, Default)]
pub(super) struct LedgerRow {
    pub(super) number: Option<i64>,
    pub(super) code: String,
    pub(super) national_code: String,
    pub(super) project: String,
    pub(super) name: String,
    pub(super) neighbourhood: String,
    pub(super) built: String,
    pub(super) buildings: Option<i64>,
    pub(super) households: Option<i64>,
    pub(super) area: Option<Area>,
    pub(super) plan_year: Option<i32>,
    pub(super) classes: String,
    pub(super) works: String,
    pub(super) total: Option<Money>,
    pub(super) basic: Option<Money>,
    pub(super) improvement: Option<Money>,
    pub(super) upgrade: Option<Money>,
    pub(super) other_costs: Option<Money>,
    pub(super) central: Option<Money>,
    pub(super) provincial: Option<Money>,
    pub(super) county: Option<Money>,
    pub(super) bonds: Option<Money>,
    pub(super) operators: Option<Money>,
    pub(super) residents: Option<Money>,
    pub(super) others: Option<Money>,
    pub(super) received: Option<Money>,
    pub(super) paid: Option<Money>,
    pub(super) project_owner: String,
    pub(super) manager: String,
    pub(super) planned_start: Option<NaiveDate>,
    pub(super) actual_start: Option<NaiveDate>,
    pub(super) planned_finish: Option<NaiveDate>,
    pub(super) completed_on: Option<NaiveDate>,
    pub(super) stage: Option<Stage>,
    pub(super) progress: Option<Progress>,
    pub(super) cum_invest: Option<Money>,
    pub(super) problems: String,
}

columns! {
    pub(super) static LEDGER: LedgerRow;
    "序号" [] "No.": number as Count;
    "小区编码" ["编码", "小区代码"] "Code": code as Code;
    "项目代码" ["全国统一项目代码"] "Project code": national_code as Code;
    "项目名称" [] "Project": project as Words;
    "小区名称" ["小区", "小区名"] "Community": name as Words required;
    "社区" ["所属社区", "所在社区"] "Neighbourhood": neighbourhood as Words;
    "建成年份" ["建成年代", "建成时间"] "Built in": built as Words;
    "楼栋数" ["栋数", "幢数"] "Buildings": buildings as Count;
    "户数" ["住户数", "改造户数"] "Households": households as Count;
    "建筑面积" ["面积", "改造面积"] "Floor area": area as Sqm;
    "计划年度" ["改造年度", "年度"] "Plan year": plan_year as InYear required;
    "改造类别" ["类别"] "Classes": classes as Words;
    "主要改造内容" ["改造内容"] "Main works": works as Words;
    "总投资" ["计划总投资", "项目总投资", "概算总投资"] "Investment": total as Wan;
    "基础类" ["基础", "投资基础类", "总投资基础类"] "Basic": basic as Wan;
    "完善类" ["完善"] "Improvement": improvement as Wan;
    "提升类" ["提升"] "Upgrade": upgrade as Wan;
    "其他费用" ["投资其他费用", "总投资其他费用", "投资其他", "总投资其他", "改造投资其他", "分类投资其他", "改造类别其他"] "Other costs": other_costs as Wan;
    "中央" ["中央资金", "中央补助"] "Central": central as Wan;
    "省级" ["省级资金", "省级补助"] "Provincial": provincial as Wan;
    "县级" ["县级资金", "县级配套"] "County": county as Wan;
    "专项债" ["专项债券"] "Special bonds": bonds as Wan;
    "管线单位" ["管线单位出资"] "Operators": operators as Wan;
    "居民" ["居民出资"] "Residents": residents as Wan;
    "其他" ["其他资金", "资金来源其他"] "Others": others as Wan;
    "已到位" ["到位资金", "已到位资金"] "Received": received as Wan;
    "已支付" ["支付资金", "已支付资金"] "Paid": paid as Wan;
    "建设单位" ["项目单位"] "Project owner": project_owner as Words;
    "责任人" ["项目负责人"] "Responsible manager": manager as Words;
    "计划开工" ["计划开工日期", "计划开工时间"] "Planned start": planned_start as Day;
    "实际开工" ["实际开工日期", "实际开工时间"] "Started on": actual_start as Day;
    "计划竣工" ["计划竣工日期", "计划竣工时间"] "Planned finish": planned_finish as Day;
    "实际竣工" ["实际竣工日期", "实际竣工时间"] "Completed on": completed_on as Day;
    "阶段" ["项目阶段", "建设阶段"] "Stage": stage as Term;
    "形象进度" ["工程进度"] "Progress": progress as Share;
    "累计完成投资" ["完成投资"] "Invested so far": cum_invest as Wan;
    "存在问题" ["问题"] "Problems": problems as Words;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::plain_head;

    #[test]
    fn no_two_columns_of_a_sheet_have_a_name_in_common() {
        for sheet in Sheet::ALL {
            let specs = sheet.specs();
            for (place, spec) in specs.iter().enumerate() {
                for other in &specs[..place] {
                    let names = |spec: &Spec| {
                        std::iter::once(spec.head)
                            .chain(spec.aliases.iter().copied())
                            .map(plain_head)
                            .collect::<Vec<_>>()
                    };
                    assert!(
                        !names(spec).iter().any(|name| names(other).contains(name)),
                        "{}: {} and {}",
                        sheet.name(),
                        spec.head,
                        other.head
                    );
                }
            }
        }
    }

    #[test]
    fn every_sheet_has_the_columns_of_the_papers() {
        let count = |sheet: Sheet| sheet.specs().len();
        assert_eq!(
            Sheet::ALL.iter().map(|sheet| count(*sheet)).collect::<Vec<_>>(),
            [37, 32, 13, 8, 28, 18, 15, 6, 11, 14]
        );
        assert!(Sheet::ALL.iter().all(|sheet| sheet.specs().iter().any(|spec| spec.required)));
    }
}
