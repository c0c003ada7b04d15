//! 总览

super::words! {
    TITLE = "总览", "Overview";
    YEAR = "年度", "Year";
    STAGE = "阶段", "Stage";
    COMMUNITY = "小区", "Community";
    UNIT = "单位", "Unit";
    ANY = "全部", "all";
    CLEAR = "清除筛选", "Clear filters";
    FILTERS = "筛选", "Filters";
    PROJECTOR = "大屏", "Projector";
    PROJECTOR_END = "退出大屏", "Leave projector";
    SCOPE_END = "样例数据", "sample data";
    UPDATED = "数据已更新", "Figures updated";

    WARNINGS = "进度预警", "Progress warnings";
    LAMP = "预警", "Lamp";
    NAME = "小区", "Community";
    WHO = "责任单位、责任人", "Owner, manager";
    PLANNED = "计划%", "Planned %";
    ACTUAL = "实际%", "Actual %";
    LAG = "滞后点数", "Lag, points";
    REASON = "原因、已持续月数", "Reason, months running";
    LEGEND_RED = "红灯：滞后满{once}个百分点，或连续{months}个月满{run}", "Red: {once} points behind, or {run} in {months} running months";
    LEGEND_AMBER = "黄灯：其他滞后", "Amber: any other lag";
    LEGEND_GREEN = "绿灯：无滞后，手续未超期", "Green: no lag, no step overdue";
    MORE_WARNINGS = "其余{n}个小区见小区列表", "{n} more communities: see the list";
    NO_WARNINGS = "筛选范围内没有小区", "No community in this selection";

    MATTERS = "提请领导小组研究事项", "Matters for the leading group";
    MATTER = "事项", "Matter";
    SUGGESTION = "建议", "Suggested";
    NO_MATTERS = "筛选范围内没有需要提请研究的事项", "Nothing to put to the leading group in this selection";
}
