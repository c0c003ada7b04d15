//! The annual plans. They are read with the facts of the programme; writes take `If-Match` (the version of the plan seen, 0 for
//! one that is to be made) and `Idempotency-Key`.

use super::{Saved, endpoint};
use crate::acts::{FiscalCapacityEntry, PlanAdjustment, PlanIssue, PlanReturn, PlanSheet, PlanSubmission};

endpoint!(
    /// Makes the plan of a year, or changes its figures while it is 拟定.
    PutPlan, Put, "/api/v1/plans/{id}", (), PlanSheet => Saved
);
endpoint!(
    /// 上报
    PostPlanSubmission, Post, "/api/v1/plans/{id}/submission", (), PlanSubmission => Saved
);
endpoint!(
    /// 退回修改
    PostPlanReturn, Post, "/api/v1/plans/{id}/return", (), PlanReturn => Saved
);
endpoint!(
    /// 下达
    PostPlanIssue, Post, "/api/v1/plans/{id}/issue", (), PlanIssue => Saved
);
endpoint!(
    /// 调整
    PostPlanAdjustment, Post, "/api/v1/plans/{id}/adjustment", (), PlanAdjustment => Saved
);
endpoint!(
    /// 登记财政承受能力评估; `If-Match` names the version of the programme.
    PutFiscalCapacity, Put, "/api/v1/fiscal-capacity", (), FiscalCapacityEntry => Saved
);

/// Where the plans are given as a workbook.
pub const PLANS_FILE: &str = "/api/v1/plans/xlsx";
