//! The words by which messages show the codes of findings. A code that is not here is shown by its own name
//! (item, fund, unit, building, line).

use crate::language::Text;

/// The words for a value of a param, such as (`why`, `paid>received`); none for an unknown pair.
pub fn word(param: &str, value: &str) -> Option<Text> {
    WORDS.iter().find(|(name, code, _)| *name == param && *code == value).map(|(_, _, text)| *text)
}

/// Every param and value with its words.
pub const WORDS: &[(&str, &str, Text)] = &[
    ("why", "component", Text::new("未注明费用构成", "component not stated")),
    ("why", "implementing_party", Text::new("实施主体不是本专业管线单位", "not done by the line's own operator")),
    ("why", "fiscal", Text::new("线缆使用财政资金", "fiscal money on cable")),
    ("why", "holder", Text::new("提取人不是所有权人或配偶", "not the owner or spouse")),
    ("why", "eligible", Text::new("未确认符合提取条件", "not certified as eligible")),
    ("why", "amount", Text::new("超过个人净分摊", "above the own net share")),
    ("why", "consent", Text::new("未经规定程序同意", "consent missing")),
    ("why", "balance", Text::new("超过余额", "more than the balance")),
    ("why", "renew", Text::new("余额偏低需续筹", "renewal due")),
    ("why", "review", Text::new("审核或审查未通过", "review not passed")),
    ("why", "issued_amount", Text::new("支付超过发行额", "paid more than issued")),
    ("why", "revenue_source", Text::new("未注明收益来源", "no revenue source")),
    ("why", "borrower", Text::new("借款主体非企业", "borrower is no enterprise")),
    ("why", "gov_guarantee", Text::new("政府提供担保", "government guarantee")),
    ("why", "fiscal_repayment", Text::new("以财政资金偿还", "repaid from the budget")),
    ("why", "market_reformed", Text::new("平台公司未完成市场化改制", "platform company not reformed")),
    ("why", "bears_gov_financing", Text::new("承担政府融资职能", "finances the government")),
    ("why", "line", Text::new("支付项目与资金用途不符", "paid for another line")),
    ("why", "paid>received", Text::new("支付超过到位", "paid more than received")),
    ("why", "received>committed", Text::new("到位超过落实", "received more than committed")),
    ("why", "purpose", Text::new("列支禁止用途", "barred purpose")),
    ("why", "valuation_basis", Text::new("缺计价依据", "no valuation")),
    ("why", "cash", Text::new("实物、投劳计入到位或支付", "goods counted as cash")),
    ("why", "assessment", Text::new("未通过财政承受能力评估", "no positive assessment")),
    ("why", "ceiling", Text::new("超出评估上限", "above the ceiling")),
    ("why", "owners_participation", Text::new("参与表决人数不足", "too few owners take part")),
    ("why", "area_participation", Text::new("参与表决面积不足", "too little area takes part")),
    ("why", "owners_agreement", Text::new("同意人数不足", "too few owners agree")),
    ("why", "area_agreement", Text::new("同意面积不足", "too little area agrees")),
    ("why", "S01", Text::new("尚有小区未经居民同意", "a community has not consented")),
    ("why", "not_in_plan", Text::new("未纳入年度计划", "not in the annual plan")),
    ("why", "separate", Text::new("已选择分开报批", "separate approval chosen")),
    ("why", "merged", Text::new("已合并报批", "already merged")),
    ("why", "depth", Text::new("未达初步设计深度", "below preliminary-design depth")),
    ("why", "S04", Text::new("未取得用地规划许可", "no land permit")),
    ("why", "land_paper", Text::new("未附已有用地手续", "no land paper attached")),
    ("why", "joint", Text::new("未实行联合审查", "no joint review")),
    ("why", "missing", Text::new("缺少", "missing")),
    ("why", "after_start", Text::new("晚于开工日期", "after the start")),
    ("why", "S10b", Text::new("电梯未取得监督检验和使用登记", "lift not inspected and registered")),
    ("why", "principle", Text::new("原则上由县住建局或城关镇建设", "in principle the bureau or the town")),
    ("why", "public_housing", Text::new("非公房小区", "not public housing")),
    ("why", "entrusting_paper", Text::new("缺委托文件", "no entrusting paper")),
    ("why", "legacy", Text::new("旧式代码", "legacy form")),
    ("why", "region", Text::new("地区不符", "other region")),
    ("why", "decrease", Text::new("累计数减少", "went down")),
    ("why", "corrected", Text::new("按更正减少", "corrected downwards")),
    ("why", "range", Text::new("超出范围", "out of range")),
    ("why", "sum", Text::new("合计不符", "sum differs")),
    ("why", "duplicate", Text::new("重复", "duplicate")),
    ("why", "future", Text::new("尚未到期", "not yet")),
    ("why", "immutable", Text::new("已印发不得修改", "published")),
    ("why", "numbers", Text::new("编号重复或无效", "number repeated or invalid")),
    ("why", "gap", Text::new("编号不连续", "gap in the numbers")),
    ("why", "post", Text::new("职务不同", "other post")),
    ("why", "from", Text::new("任职时间不衔接", "dates don't join")),
    ("why", "evidence", Text::new("缺佐证", "no evidence")),
    ("why", "reason", Text::new("缺理由", "no reason")),
    ("why", "role", Text::new("非办公室核定", "not confirmed by the office")),
    ("why", "same_person", Text::new("填报人与核定人为同一人", "submitter and reviewer are the same")),
    ("field", "division_code", Text::new("行政区划代码", "division code")),
    ("field", "township", Text::new("乡镇", "township")),
    ("field", "scope_households", Text::new("改造户数", "households in scope")),
    ("field", "scope_area", Text::new("改造面积", "area in scope")),
    ("field", "scope_count", Text::new("改造楼栋数", "buildings in scope")),
    ("field", "is_single_building", Text::new("单栋标志", "single-building flag")),
    ("field", "area_per_household", Text::new("户均面积", "area per household")),
    ("field", "yuan_per_m2", Text::new("单方投资", "cost per ㎡")),
    ("field", "cum_progress", Text::new("形象进度", "progress")),
    ("field", "cum_invest", Text::new("累计投资", "cumulative investment")),
    ("field", "quantities", Text::new("工程量", "quantities")),
    ("fields", "item", Text::new("改造项代码", "item")),
    ("fields", "category", Text::new("类别", "class")),
    ("fields", "unit", Text::new("计量单位", "unit")),
    ("fields", "operator_kind", Text::new("管线类别", "operator kind")),
    ("fields", "quantity", Text::new("数量", "quantity")),
    ("fields", "amount", Text::new("投资", "amount")),
    ("class", "body", Text::new("主体改造修缮", "body")),
    ("class", "infra", Text::new("配套基础设施", "infrastructure")),
    ("class", "improvement", Text::new("完善类", "improvement")),
    ("class", "upgrade", Text::new("提升类", "upgrade")),
    ("class", "other", Text::new("工程建设其他费", "fees")),
    ("class", "contingency", Text::new("预备费", "reserve")),
    ("class", "total", Text::new("合计", "total")),
    ("item", "S07", Text::new("施工许可证", "construction permit")),
    ("item", "S08", Text::new("工程质量监督手续", "quality supervision")),
    ("item", "contract", Text::new("施工合同", "contract")),
    ("kinds", "供水", Text::new("供水", "water")),
    ("kinds", "排水", Text::new("排水", "drainage")),
    ("kinds", "供电", Text::new("供电", "power")),
    ("kinds", "供气", Text::new("供气", "gas")),
    ("kinds", "供热", Text::new("供热", "heating")),
    ("kinds", "通信", Text::new("通信", "telecom")),
    ("kinds", "有线电视", Text::new("有线电视", "cable TV")),
    ("missing", "lift_feasible", Text::new("加装条件论证", "feasibility")),
    ("missing", "consent", Text::new("业主表决同意", "owners' vote")),
    ("missing", "S05", Text::new("规划许可", "planning permit")),
    ("missing", "S10a", Text::new("特种设备安装告知", "installation notice")),
    ("missing", "S10b", Text::new("监督检验和使用登记", "inspection and registration")),
    ("missing", "mode", Text::new("管理模式", "mode")),
    ("missing", "services", Text::new("服务内容", "services")),
    ("missing", "fee", Text::new("收费标准", "fee")),
    ("missing", "committee", Text::new("业主委员会或代行组织", "owners' committee or substitute")),
    ("object", "community", Text::new("本小区", "the community")),
    ("note", "期初", Text::new("存量项目补录，手续待补", "taken over, paper to follow")),
    ("note", "口径分歧年份", Text::new("口径分歧年份", "disputed year")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_param_and_value() {
        assert_eq!(word("why", "paid>received").map(|text| text.zh), Some("支付超过到位"));
        assert_eq!(word("field", "component"), None);
        for (index, (param, value, _)) in WORDS.iter().enumerate() {
            assert!(!WORDS[..index].iter().any(|(p, v, _)| p == param && v == value), "{param} {value} twice");
        }
    }
}
