//! The steps of the approvals (clauses 4.1 to 4.4), as a catalogue.

use crate::language::Text;
use serde::{Deserialize, Serialize};

/// A step of the approvals, in the order of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Step {
    /// 居民同意改造方案
    S01,
    /// 联合审查改造方案
    S02,
    /// 项目建议书
    S03a,
    /// 可行性研究报告
    S03b,
    /// 初步设计及概算
    S03c,
    /// 可行性研究报告（代初步设计）
    S03,
    /// 用地规划许可
    S04,
    /// 建设工程规划许可
    S05,
    /// 施工图审查
    S06,
    /// 施工许可证
    S07,
    /// 工程质量监督手续
    S08,
    /// 竣工联合验收
    S09,
    /// 特种设备安装告知
    S10a,
    /// 监督检验和使用登记
    S10b,
    /// 文物/历史建筑保护审批
    S11,
    /// 专项债券项目入库审核
    S12,
    /// 招标采购
    S13,
}

/// A step with what the catalogue says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepHeading {
    /// The step.
    pub step: Step,
    /// Its name.
    pub title: Text,
}
