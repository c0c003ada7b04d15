//! 小区 (the list)

super::words! {
    TITLE = "小区", "Communities";
    SEARCH = "名称、编码、社区、单位或责任人", "Name, code, neighbourhood, owner or manager";
    YEAR = "计划年度", "Plan year";
    STAGE = "阶段", "Stage";
    CODE = "编码", "Code";
    NAME = "小区", "Community";
    NEIGHBOURHOOD = "社区", "Neighbourhood";
    PROJECT_OWNER = "建设单位", "Project owner";
    MANAGER = "责任人", "Responsible manager";
    HOUSEHOLDS = "户数", "Households";
    AREA = "改造面积（㎡）", "Area (㎡)";
    INVESTMENT = "总投资（万元）", "Investment (万元)";
    FINDINGS = "校验", "Findings";
    STOPS = "须解决{n}项", "{n} to solve";
    WARNINGS = "提醒{n}项", "{n} warnings";
    CLEAR = "通过", "clear";
    COUNT = "共{n}个小区", "{n} communities";
    COUNT_FILTERED = "符合条件的小区{n}个", "{n} communities match";
    EMPTY = "没有符合条件的小区", "No community matches";
    EMPTY_DETAIL = "请放宽筛选条件，或清除查找内容。", "Widen the filters, or clear the search.";
}
