//! The closed lists of reports, events and the office's acts. Codes are the terms of the papers.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why a cumulative figure may fall (更正, A-68).
    CorrectionReason {
        Audit = "审计核减", "cut by an audit";
        Statistics = "统计核实", "checked by statistics";
        Slip = "笔误", "slip of the pen";
    }
}

vocabulary! {
    /// The kind of a major event (重大建设信息).
    EventKind {
        Started = "开工", "start of works";
        Accepted = "竣工验收", "acceptance";
        Accident = "质量安全事故", "quality or safety accident";
        Stopped = "停工", "works stopped";
        Resumed = "复工", "works resumed";
        MajorChange = "重大变更", "major change";
        MoneyReceived = "资金到位", "money received";
        Supervision = "上级督查", "inspection from above";
        Petition = "群众信访", "petition of residents";
        Relics = "文物发现", "relics found";
    }
}

vocabulary! {
    /// A ground for interview or public criticism (clause 6.4c).
    Ground {
        Measures = "政策措施落实不到位", "policy measures not carried out";
        Shirking = "行政审批推诿扯皮", "approvals passed around";
        Effort = "工作推进不力", "work not pushed forward";
        SlowWorks = "项目建设进度缓慢", "works too slow";
        Quality = "质量安全问题突出", "grave quality or safety problems";
        Targets = "完不成年度目标任务", "year's targets missed";
    }
}
