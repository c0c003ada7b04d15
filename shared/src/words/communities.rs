//! 小区 (the list)

super::words! {
    TITLE = "小区", "Communities";
    SEARCH = "小区名称、编码或社区", "Name, code or neighbourhood";
    YEAR = "计划年度", "Plan year";
    STAGE = "阶段", "Stage";
    CODE = "编码", "Code";
    NAME = "小区", "Community";
    NEIGHBOURHOOD = "社区", "Neighbourhood";
    OWNER = "建设单位、责任人", "Project owner, manager";
    PROJECT_OWNER = "建设单位", "Project owner";
    MANAGER = "责任人", "Responsible manager";
    BUILDINGS = "楼栋", "Buildings";
    HOUSEHOLDS = "户数", "Households";
    AREA = "改造面积（㎡）", "Area (㎡)";
    INVESTMENT = "总投资（万元）", "Investment (万元)";
    FINDINGS = "校验", "Findings";
    STOPS = "须解决{n}项", "{n} to solve";
    WARNINGS = "提醒{n}项", "{n} warnings";
    CLEAR = "通过", "clear";
    COUNT = "共{n}个小区", "{n} communities";
    COUNT_FILTERED = "符合条件的小区{n}个", "{n} communities match";
    SHOWN = "第{from}—{to}个", "{from}–{to} shown";
    EMPTY = "没有符合条件的小区", "No community matches";
    EMPTY_DETAIL = "请放宽筛选条件，或清除查找内容。", "Widen the filters, or clear the search.";
    PREVIOUS = "上一页", "Previous page";
    NEXT = "下一页", "Next page";
    PAGES = "翻页", "Pages";
}
