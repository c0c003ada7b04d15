//! 统计分析

super::words! {
    TITLE = "统计分析", "Statistics";
    LEAD = "点击图中任一项，其他各图随之筛选；再点一次取消。回车键打开明细。", "Click an item of a chart and all others are narrowed to it; click again to widen. Enter opens the records.";
    SOURCE = "资金来源", "Source";
    CLASS = "类别", "Class";
    OWNER = "建设单位", "Project owner";
    FROM = "起始月份", "From";
    TO = "截止月份", "To";
    MONTHS = "月份", "Months";
    MONTHS_FOR = "月份用于按月统计的图：到位和支付、职责、月报、进度", "Months narrow the figures that are told by month: receipts and payments, duties, reports, progress";
    COMMUNITY_HINT = "名称或编码", "Name or code";
    CHIPS = "已选条件", "What is chosen";
    WITHOUT = "取消筛选：{name}", "Remove: {name}";
    CHIP = "{name}：{value}", "{name}: {value}";
    SPAN = "{from}至{to}", "{from} to {to}";
    SINCE = "{from}起", "since {from}";
    UNTIL = "至{to}", "to {to}";

    RECORDS_OF = "明细：{chart}，{mark}", "Records: {chart}, {mark}";
    RECORDS_COUNT = "{n}个小区", "{n} communities";
    RECORDS_OPEN = "“{mark}”的明细", "Records of {mark}";
    RECORDS_NONE = "没有小区与此项有关。", "No community belongs to this item.";
    RECORDS_FIRST = "先列{n}个，共{all}个", "The first {n} of {all}";
    RECORDS_ALL = "列出全部", "List all";
    NAME = "小区", "Community";
    YEAR = "计划年度", "Plan year";
    STAGE = "阶段", "Stage";
    MANAGER = "责任人", "Manager";
    CHOSEN = "已选：{mark}", "Chosen: {mark}";
}
