//! The table of the parameters. A wrong value does not compile: it is read by the parser of its kind.

use super::{
    Families, Key, Kind, List, MonthDay, Parameter, WindowReading, Years,
    key::Dated,
    value::{certain, parse},
};
use crate::{
    exact::{Area, Money, Progress, Ratio},
    language::Text,
    policy::items::Class,
};
use chrono::NaiveDate;

macro_rules! parameters {
    ($($key:ident: $type:ty, $parser:ident, $kind:ident = $name:literal, $zh:literal, $en:literal {
        $($from:literal, $value:literal, ($unit_zh:literal, $unit:literal), ($source_zh:literal, $source:literal),
          ($used_zh:literal, $used:literal);)+
    })+) => {
        $(
            #[doc = concat!("`", $name, "`: ", $zh, ", ", $en, ".")]
            pub const $key: Key<$type> = Key::new(
                $name,
                const { &[$(Dated { from: certain(parse::date($from)), value: certain(parse::$parser($value)) }),+] },
            );
        )+

        /// Every parameter, in the order of the catalogue; one with several values has a row for each.
        pub const PARAMETERS: &[Parameter] = &[$($(Parameter {
            name: $name,
            title: Text::new($zh, $en),
            kind: Kind::$kind,
            value: $value,
            unit: Text::new($unit_zh, $unit),
            valid_from: $from,
            source: Text::new($source_zh, $source),
            used_by: Text::new($used_zh, $used),
        },)+)+];
    };
}

parameters! {
    PROGRAMME_YEAR_FROM: i64, integer, Integer = "programme_year_from", "规划起始年度", "first year of the programme" {
        "2021-03-17", "2021", ("年", "year"), ("2.1a", "2.1a"), ("改造规划、统计图表", "Programme, charts");
    }
    PROGRAMME_YEAR_TO: i64, integer, Integer = "programme_year_to", "规划结束年度", "last year of the programme" {
        "2021-03-17", "2025", ("年", "year"), ("2.1a、2.1c", "2.1a, 2.1c"), ("改造规划、R-02、L-01", "Programme, R-02, L-01");
    }
    TARGET_COMMUNITIES: i64, integer, Integer = "target_communities", "改造小区目标", "target: communities" {
        "2021-03-17", "24", ("个", "communities"), ("2.1c", "2.1c"), ("L-01", "L-01");
    }
    TARGET_AREA: Area, area, Area = "target_area", "改造建筑面积目标", "target: floor area" {
        "2021-03-17", "700000.00", ("㎡（不少于）", "㎡ (at least)"), ("2.1c", "2.1c"), ("L-01", "L-01");
    }
    TARGET_HOUSEHOLDS: i64, integer, Integer = "target_households", "惠及户数目标", "target: households" {
        "2021-03-17", "7000", ("户", "households"), ("2.1c", "2.1c"), ("L-01", "L-01");
    }
    BACKLOG_CUTOFF: NaiveDate, date, Date = "backlog_cutoff", "存量摸底建成日期", "completion date of the backlog" {
        "2021-03-17", "2005-12-31", ("日期", "date"), ("2.1c", "2.1c"), ("L-14", "L-14");
    }
    WINDOW_CUTOFF: NaiveDate, date, Date = "window_cutoff", "改造范围建成日期", "completion date of the window" {
        "2021-01-01", "2000-12-31", ("日期（含当日，按计划年度）", "date, inclusive, by plan year"), ("2.1b、2.2a", "2.1b, 2.2a"), ("R-01", "R-01");
        "2024-01-01", "2005-12-31", ("日期（含当日，按计划年度，至规划结束年度）", "date, inclusive, by plan year, to programme_year_to"), ("2.1b", "2.1b"), ("R-01", "R-01");
    }
    WINDOW_READING: WindowReading, reading, Reading = "window_reading", "建成年代口径", "reading of the window" {
        "2021-03-17", "YearEnd", ("YearEnd为年底前，YearStart为年初前", "YearEnd or YearStart"), ("本系统设定（A-30、A-31）", "[param] A-30, A-31"), ("R-01", "R-01");
    }
    DIVISION_CODE: &'static str, text, Code = "division_code", "行政区划代码", "division code" {
        "2021-03-17", "620724", ("代码", "code"), ("0", "0"), ("R-07、R-45", "R-07, R-45");
    }
    HOME_TOWNSHIP: &'static str, text, Text = "home_township", "所在乡镇", "township" {
        "2021-03-17", "城关镇", ("文本", "text"), ("0", "0"), ("R-07", "R-07");
    }
    AREA_PER_HOUSEHOLD_MIN: Area, area, Area = "area_per_household_min", "户均建筑面积下限", "least area per household" {
        "2021-03-17", "40.00", ("㎡/户", "㎡ per household"), ("本系统设定", "[param]"), ("R-09", "R-09");
    }
    AREA_PER_HOUSEHOLD_MAX: Area, area, Area = "area_per_household_max", "户均建筑面积上限", "greatest area per household" {
        "2021-03-17", "200.00", ("㎡/户", "㎡ per household"), ("本系统设定", "[param]"), ("R-09", "R-09");
    }
    COST_PER_AREA_MIN: Money, price, Price = "cost_per_area_min", "单方投资下限", "least cost per ㎡" {
        "2021-03-17", "100.00", ("元/㎡", "元/㎡"), ("本系统设定", "[param]"), ("R-09", "R-09");
    }
    COST_PER_AREA_MAX: Money, price, Price = "cost_per_area_max", "单方投资上限", "greatest cost per ㎡" {
        "2021-03-17", "2000.00", ("元/㎡", "元/㎡"), ("本系统设定", "[param]"), ("R-09", "R-09");
    }
    ITEM_FAMILIES: Families<'static>, families, Families = "item_families", "视为同一内容的改造项", "items taken as the same content" {
        "2021-03-17", "B12+I17", ("改造项代码", "item codes"), ("本系统设定（A-37）", "[param] A-37"), ("R-05、R-12", "R-05, R-12");
    }
    OPERATOR_SHARE_MIN: i64, integer, Integer = "operator_share_min", "管线专营单位出资比例下限", "least share of the operators" {
        "2021-03-17", "30", ("%（占管线改造投资）", "% of pipeline investment"), ("3.3b", "3.3b"), ("R-18、L-08", "R-18, L-08");
    }
    OPERATOR_KINDS_CIVIL_SPLIT: List<'static>, list, OperatorKinds = "operator_kinds_civil_split", "区分土建与线缆的管线类别", "operator kinds that split civil works and cables" {
        "2021-03-17", "供电, 通信, 有线电视", ("管线类别", "operator kinds"), ("3.3d", "3.3d"), ("R-19", "R-19");
    }
    TELECOM_EXTRA_ITEMS: List<'static>, list, Items = "telecom_extra_items", "通信单位另可出资的改造项", "further items that telecom operators may pay" {
        "2021-03-17", "B11, I16", ("改造项代码", "item codes"), ("本系统设定（A-52）", "[param] A-52"), ("R-16", "R-16");
    }
    FUND_ITEMS_F06: List<'static>, list, Items = "fund_items_F06", "住房公积金可用改造项", "items that the provident fund may pay" {
        "2021-03-17", "I15, H01, H02, H03", ("改造项代码", "item codes"), ("本系统设定（A-58）", "[param] A-58"), ("R-16、R-20、R-21", "R-16, R-20, R-21");
    }
    FUND_ITEMS_F07: List<'static>, list, Items = "fund_items_F07", "住宅专项维修资金可用改造项", "items that the maintenance fund may pay" {
        "2021-03-17", "B05, B08, B14, B15, B16, B17, I02, I03, I06, I11, I12, I14, I15, I19", ("改造项代码", "item codes"), ("本系统设定（A-58）", "[param] A-58"), ("R-16", "R-16");
    }
    FUND_ITEMS_F18_ELDERLY: List<'static>, list, Items = "fund_items_F18_elderly", "养老资金可用改造项", "items that elderly-care funds may pay" {
        "2021-03-17", "U09, U11, I04", ("改造项代码", "item codes"), ("本系统设定（A-58）", "[param] A-58"), ("R-29", "R-29");
    }
    FUND_ITEMS_F18_CULTURE: List<'static>, list, Items = "fund_items_F18_culture", "文化资金可用改造项", "items that culture funds may pay" {
        "2021-03-17", "I11, U01, B18", ("改造项代码", "item codes"), ("本系统设定（A-58）", "[param] A-58"), ("R-29", "R-29");
    }
    FUND_ITEMS_F18_HEALTH: List<'static>, list, Items = "fund_items_F18_health", "卫生资金可用改造项", "items that health funds may pay" {
        "2021-03-17", "U02, U03", ("改造项代码", "item codes"), ("本系统设定（A-58）", "[param] A-58"), ("R-29", "R-29");
    }
    FUND_ITEMS_F18_CHILDCARE: List<'static>, list, Items = "fund_items_F18_childcare", "托幼资金可用改造项", "items that childcare funds may pay" {
        "2021-03-17", "U10, U04, U05", ("改造项代码", "item codes"), ("本系统设定（A-58）", "[param] A-58"), ("R-29", "R-29");
    }
    FUND_ITEMS_F18_SPORT: List<'static>, list, Items = "fund_items_F18_sport", "体育资金可用改造项", "items that sport funds may pay" {
        "2021-03-17", "I12, I19", ("改造项代码", "item codes"), ("本系统设定（A-58）", "[param] A-58"), ("R-29", "R-29");
    }
    PRIVATE_ITEM_FUNDS: List<'static>, list, Funds = "private_item_funds", "居民自费事项可用资金", "funds for the residents' own part" {
        "2021-03-17", "F01, F04, F06, F13, F16, F17", ("资金代码", "funding codes"), ("本系统设定（A-58）", "[param] A-58"), ("R-20", "R-20");
    }
    BASIC_FIRST_FUNDS: List<'static>, list, Funds = "basic_first_funds", "优先保基本的资金", "funds that go to basic works first" {
        "2021-03-17", "F08, F09, F10", ("资金代码", "funding codes"), ("3.2a", "3.2a"), ("R-17", "R-17");
    }
    PRIVATE_CLASS_H01: Class, class, Class = "private_class_H01", "门窗更换所属类别", "class of doors and windows" {
        "2021-03-17", "完善类", ("类别", "class"), ("本系统设定（A-51）", "[param] A-51"), ("R-10、R-11、L-04", "R-10, R-11, L-04");
    }
    PRIVATE_CLASS_H02_H03: Class, class, Class = "private_class_H02_H03", "表后改造所属类别", "class of works behind the meter" {
        "2021-03-17", "基础类", ("类别", "class"), ("本系统设定（A-51）", "[param] A-51"), ("R-10、R-11、L-04", "R-10, R-11, L-04");
    }
    FUND_RENEW_BELOW: i64, integer, Integer = "fund_renew_below", "维修资金续筹线", "maintenance fund: renewal due below" {
        "2021-03-17", "30", ("%（占首次交存额）", "% of first deposit"), ("本系统设定（各地通行做法）、5.5d", "[param] (common local rule), 5.5d"), ("R-22", "R-22");
    }
    BARRED_PURPOSES: List<'static>, list, Texts = "barred_purposes", "禁止列支的用途", "barred purposes" {
        "2021-03-17", "人员经费, 公用经费, 购置交通工具", ("文本列表", "text list"), ("本系统设定（补助资金通行规定）、5.3c", "[param] (usual aid rules), 5.3c"), ("R-25", "R-25");
    }
    OVERRUN_WARN_ABOVE: i64, integer, Integer = "overrun_warn_above", "超投资提醒线", "overrun: warning above" {
        "2021-03-17", "100", ("%（占批复投资）", "% of approved"), ("本系统设定", "[param]"), ("R-30", "R-30");
    }
    OVERRUN_STOP_ABOVE: i64, integer, Integer = "overrun_stop_above", "超投资上限", "overrun: stop above" {
        "2021-03-17", "110", ("%（占批复投资）", "% of approved"), ("本系统设定（A-15）", "[param] A-15"), ("R-30", "R-30");
    }
    FISCAL_CEILING_SOURCES: List<'static>, list, Funds = "fiscal_ceiling_sources", "计入财政承受能力的资金", "funds counted in the fiscal ceiling" {
        "2021-03-17", "F12, F13, F14", ("资金代码", "funding codes"), ("本系统设定、5.2b", "[param], 5.2b"), ("R-31", "R-31");
    }
    CONSENT_PARTICIPATION_MIN: Ratio, fraction, Fraction = "consent_participation_min", "参与表决比例", "least participation in a vote" {
        "2021-01-01", "2/3", ("占总人数和总面积", "of total, owners and area"), ("本系统设定（《民法典》第278条）", "[param] civil code art. 278"), ("R-32", "R-32");
    }
    CONSENT_QUALIFIED_MIN: Ratio, fraction, Fraction = "consent_qualified_min", "特别事项同意比例", "least agreement, qualified matters" {
        "2021-01-01", "3/4", ("占参与表决者", "of those taking part"), ("本系统设定（《民法典》第278条）", "[param] civil code art. 278"), ("R-32", "R-32");
    }
    CONSENT_SIMPLE_ABOVE: Ratio, fraction, Fraction = "consent_simple_above", "一般事项同意比例", "agreement above, simple matters" {
        "2021-01-01", "1/2", ("占参与表决者（不含本数）", "of those taking part, exclusive"), ("本系统设定（《民法典》第278条）", "[param] civil code art. 278"), ("R-32", "R-32");
    }
    CONSENT_QUALIFIED_KINDS: List<'static>, list, Texts = "consent_qualified_kinds", "特别表决事项", "qualified matters" {
        "2021-01-01", "改造方案, 加装电梯, 共有部分用途, 续筹维修资金", ("表决事项", "kinds"), ("本系统设定（《民法典》第278条）", "[param] civil code art. 278"), ("R-32", "R-32");
    }
    CONSENT_SIMPLE_KINDS: List<'static>, list, Texts = "consent_simple_kinds", "一般表决事项", "simple matters" {
        "2021-01-01", "使用维修资金, 业委会, 物业, 管理规约", ("表决事项", "kinds"), ("本系统设定（《民法典》第278条）", "[param] civil code art. 278"), ("R-32", "R-32");
    }
    JOINT_REVIEW_UNITS: List<'static>, list, Texts = "joint_review_units", "联合审查单位", "units of the joint review" {
        "2021-03-17", "县住建局, 县发改局, 县财政局, 县自然资源局", ("单位（可增加）", "units; more may be added"), ("4.1", "4.1"), ("R-33", "R-33");
    }
    SMALL_WORKS_PERMIT_EXEMPTION: bool, switch, Switch = "small_works_permit_exemption", "小型工程免办施工许可", "small works need no construction permit" {
        "2021-03-17", "off", ("on为启用，off为停用", "on or off"), ("本系统设定", "[param]"), ("S07", "S07");
    }
    PRINCIPAL_PROJECT_OWNERS: List<'static>, list, Texts = "principal_project_owners", "原则上的建设单位", "project owners in principle" {
        "2021-03-17", "县住建局, 城关镇人民政府", ("建设单位类别", "project owner kinds"), ("5.3b", "5.3b"), ("R-41", "R-41");
    }
    LEGACY_CODE_FIRST_GROUP: Years, years, Years = "legacy_code_first_group", "旧式项目代码首段年份", "first group of legacy project codes" {
        "2021-03-17", "2016–2020", ("起止年份（含本数）", "inclusive range"), ("本系统设定（A-56）", "[param] A-56"), ("R-45", "R-45");
    }
    REPORT_DUE_DAY: i64, integer, Integer = "report_due_day", "月报报送截止日", "monthly report: due day" {
        "2021-03-17", "5", ("次月日（北京时间当日24时止）", "day of the next month, to its end, +08:00"), ("本系统设定（A-43）", "[param] A-43"), ("R-46", "R-46");
    }
    EVENT_LIMIT_ACCIDENT: i64, integer, Integer = "event_limit_accident", "质量安全事故报送时限", "time limit: accidents" {
        "2021-03-17", "1", ("小时", "hours"), ("本系统设定（A-43）", "[param] A-43"), ("R-49", "R-49");
    }
    EVENT_LIMIT_OTHER: i64, integer, Integer = "event_limit_other", "其他重大信息报送时限", "time limit: other major events" {
        "2021-03-17", "72", ("小时", "hours"), ("本系统设定（A-43）", "[param] A-43"), ("R-49", "R-49");
    }
    UPKEEP_CHECK_AFTER: i64, integer, Integer = "upkeep_check_after", "后续管理核查时间", "upkeep check after" {
        "2021-03-17", "90", ("日（竣工后）", "days after completion"), ("本系统设定", "[param]"), ("R-54", "R-54");
    }
    OPINION_REPLY_WITHIN: i64, integer, Integer = "opinion_reply_within", "居民意见答复时限", "opinions: reply within" {
        "2021-03-17", "15", ("日", "days"), ("本系统设定", "[param]"), ("居民意见", "Opinion");
    }
    DUTY_MONTH_DUE_DAY: i64, integer, Integer = "duty_month_due_day", "每月职责截止日", "monthly duties: due day" {
        "2021-03-17", "5", ("次月日", "day of the next month"), ("本系统设定", "[param]"), ("职责事项", "DutyTask");
    }
    DUTY_GUIDANCE_DUE_AFTER: i64, integer, Integer = "duty_guidance_due_after", "指导类职责办理期限", "guidance duties: due after" {
        "2021-03-17", "10", ("日（联合审查后）", "days after the joint review"), ("本系统设定（A-71）", "[param] A-71"), ("职责事项", "DutyTask");
    }
    DUTY_UPKEEP_DUE_AFTER: i64, integer, Integer = "duty_upkeep_due_after", "后续管理职责办理期限", "upkeep duties: due after" {
        "2021-03-17", "90", ("日（验收后）", "days after acceptance"), ("本系统设定（A-71）", "[param] A-71"), ("职责事项", "DutyTask");
    }
    DUTY_OTHER_DUE_AFTER: i64, integer, Integer = "duty_other_due_after", "临时职责办理期限", "other duties: due after" {
        "2021-03-17", "30", ("日（临时职责产生后）", "days after creation, A duties"), ("本系统设定（A-71）", "[param] A-71"), ("职责事项", "DutyTask");
    }
    SHIFT_DEADLINES_OVER_HOLIDAYS: bool, switch, Switch = "shift_deadlines_over_holidays", "截止日遇休息日顺延", "move deadlines over days of rest" {
        "2021-03-17", "off", ("on为启用，off为停用", "on or off"), ("本系统设定（A-72）", "[param] A-72"), ("R-46、职责事项、审批事项、居民意见", "R-46, DutyTask, ApprovalStep, Opinion");
    }
    STOREYS_MAX: i64, integer, Integer = "storeys_max", "楼栋层数上限", "greatest number of storeys" {
        "2021-03-17", "40", ("层", "storeys"), ("本系统设定", "[param]"), ("楼栋", "Building");
    }
    WITHDRAW_STARTED_CONSENT: &'static str, text, Text = "withdraw_started_consent", "已开工小区调出的同意人", "consent to withdraw started works" {
        "2021-03-17", "组长 or 副组长", ("同意人", "who consents"), ("本系统设定", "[param]"), ("阶段流转", "Stages");
    }
    INTERVIEW_LAG_ONCE: Progress, points, Points = "interview_lag_once", "约谈建议：月末滞后", "interview suggested: lag at a month's end" {
        "2021-03-17", "15.0", ("个百分点（月末）", "points at a month's end"), ("本系统设定（A-54）", "[param] A-54"), ("约谈和通报批评建议", "suggestions");
    }
    INTERVIEW_LAG_RUN: Progress, points, Points = "interview_lag_run", "约谈建议：连续滞后", "interview suggested: running lag" {
        "2021-03-17", "10.0", ("个百分点", "points"), ("本系统设定（A-54）", "[param] A-54"), ("约谈和通报批评建议", "suggestions");
    }
    INTERVIEW_LAG_RUN_MONTHS: i64, integer, Integer = "interview_lag_run_months", "约谈建议：连续月数", "interview suggested: months running" {
        "2021-03-17", "2", ("个月（连续）", "months running"), ("本系统设定（A-54）", "[param] A-54"), ("约谈和通报批评建议", "suggestions");
    }
    INTERVIEW_MISSING_REPORTS: i64, integer, Integer = "interview_missing_reports", "约谈建议：连续缺报次数", "interview suggested: missing reports" {
        "2021-03-17", "2", ("次（连续）", "reports running"), ("本系统设定（A-54）", "[param] A-54"), ("约谈和通报批评建议", "suggestions");
    }
    INTERVIEW_OVERDUE_ABOVE: i64, integer, Integer = "interview_overdue_above", "约谈建议：整改逾期天数", "interview suggested: rectification overdue" {
        "2021-03-17", "30", ("日（逾期）", "days past due"), ("本系统设定（A-54）", "[param] A-54"), ("约谈和通报批评建议", "suggestions");
    }
    CRITICISM_INTERVIEWS: i64, integer, Integer = "criticism_interviews", "通报批评建议：年内约谈次数", "criticism suggested: interviews in a year" {
        "2021-03-17", "2", ("次（一年内）", "interviews in a year"), ("本系统设定（A-54）", "[param] A-54"), ("约谈和通报批评建议", "suggestions");
    }
    CRITICISM_LAG: Progress, points, Points = "criticism_lag", "通报批评建议：滞后", "criticism suggested: lag" {
        "2021-03-17", "25.0", ("个百分点", "points"), ("本系统设定（A-54）", "[param] A-54"), ("约谈和通报批评建议", "suggestions");
    }
    CRITICISM_TARGET_DATE: MonthDay, month_day, MonthDay = "criticism_target_date", "年度目标核对日", "date of the year's target" {
        "2021-03-17", "12-31", ("月-日", "month-day"), ("本系统设定（A-54）", "[param] A-54"), ("约谈和通报批评建议", "suggestions");
    }
    UNIT_W_DONE: i64, integer, Integer = "unit_w_done", "单位考核权重：职责完成", "unit score: duties done" {
        "2021-03-17", "40", ("权重", "weight"), ("本系统设定（A-54）", "[param] A-54"), ("单位考核", "U");
    }
    UNIT_W_ON_TIME: i64, integer, Integer = "unit_w_on_time", "单位考核权重：按时办结", "unit score: on time" {
        "2021-03-17", "20", ("权重", "weight"), ("本系统设定（A-54）", "[param] A-54"), ("单位考核", "U");
    }
    UNIT_W_FIRST_ACCEPTED: i64, integer, Integer = "unit_w_first_accepted", "单位考核权重：佐证一次通过", "unit score: evidence accepted at first" {
        "2021-03-17", "10", ("权重", "weight"), ("本系统设定（A-54）", "[param] A-54"), ("单位考核", "U");
    }
    UNIT_W_APPROVALS: i64, integer, Integer = "unit_w_approvals", "单位考核权重：审批时限", "unit score: approvals in limit" {
        "2021-03-17", "15", ("权重", "weight"), ("本系统设定（A-54）", "[param] A-54"), ("单位考核", "U");
    }
    UNIT_W_FINDINGS: i64, integer, Integer = "unit_w_findings", "单位考核权重：问题整改", "unit score: findings rectified" {
        "2021-03-17", "15", ("权重", "weight"), ("本系统设定（A-54）", "[param] A-54"), ("单位考核", "U");
    }
    UNIT_MINUS_INTERVIEW: i64, integer, Integer = "unit_minus_interview", "单位考核扣分：约谈", "unit score: minus per interview" {
        "2021-03-17", "5", ("分/次", "points each"), ("本系统设定（A-54）", "[param] A-54"), ("单位考核", "U");
    }
    UNIT_MINUS_CRITICISM: i64, integer, Integer = "unit_minus_criticism", "单位考核扣分：通报批评", "unit score: minus per criticism" {
        "2021-03-17", "10", ("分/次", "points each"), ("本系统设定（A-54）", "[param] A-54"), ("单位考核", "U");
    }
    YEAR_W_START: i64, integer, Integer = "year_w_start", "年度考核权重：开工", "year score: start" {
        "2021-03-17", "20", ("权重", "weight"), ("本系统设定（A-54）", "[param] A-54"), ("年度考核", "Y");
    }
    YEAR_W_COMPLETION: i64, integer, Integer = "year_w_completion", "年度考核权重：竣工", "year score: completion" {
        "2021-03-17", "20", ("权重", "weight"), ("本系统设定（A-54）", "[param] A-54"), ("年度考核", "Y");
    }
    YEAR_W_INVESTMENT: i64, integer, Integer = "year_w_investment", "年度考核权重：完成投资", "year score: investment" {
        "2021-03-17", "15", ("权重", "weight"), ("本系统设定（A-54）", "[param] A-54"), ("年度考核", "Y");
    }
    YEAR_W_PAYMENT: i64, integer, Integer = "year_w_payment", "年度考核权重：资金支付", "year score: payment" {
        "2021-03-17", "10", ("权重", "weight"), ("本系统设定（A-54）", "[param] A-54"), ("年度考核", "Y");
    }
    YEAR_W_REPORTS: i64, integer, Integer = "year_w_reports", "年度考核权重：月报", "year score: reports" {
        "2021-03-17", "10", ("权重", "weight"), ("本系统设定（A-54）", "[param] A-54"), ("年度考核", "Y");
    }
    YEAR_W_QUALITY: i64, integer, Integer = "year_w_quality", "年度考核权重：质量安全", "year score: quality and safety" {
        "2021-03-17", "10", ("权重", "weight"), ("本系统设定（A-54）", "[param] A-54"), ("年度考核", "Y");
    }
    YEAR_W_SATISFACTION: i64, integer, Integer = "year_w_satisfaction", "年度考核权重：满意度", "year score: satisfaction" {
        "2021-03-17", "10", ("权重", "weight"), ("本系统设定（A-54）", "[param] A-54"), ("年度考核", "Y");
    }
    YEAR_W_UPKEEP: i64, integer, Integer = "year_w_upkeep", "年度考核权重：后续管理", "year score: upkeep" {
        "2021-03-17", "5", ("权重", "weight"), ("本系统设定（A-54）", "[param] A-54"), ("年度考核", "Y");
    }
    YEAR_MINUS_OVERDUE: i64, integer, Integer = "year_minus_overdue", "质量安全扣分：一般问题逾期", "quality part: minus per overdue finding" {
        "2021-03-17", "2", ("分/次（质量安全部分）", "points of the quality part, each"), ("本系统设定（A-54）", "[param] A-54"), ("年度考核", "Y");
    }
    YEAR_MINUS_SERIOUS: i64, integer, Integer = "year_minus_serious", "质量安全扣分：严重问题", "quality part: minus per serious finding" {
        "2021-03-17", "5", ("分/次（质量安全部分）", "points of the quality part, each"), ("本系统设定（A-54）", "[param] A-54"), ("年度考核", "Y");
    }
    GRADE_EXCELLENT: i64, integer, Integer = "grade_excellent", "优秀等次分数线", "grade excellent from" {
        "2021-03-17", "95", ("分（达到为优秀）", "score, at least → 优秀"), ("本系统设定（A-54）", "[param] A-54"), ("单位考核、年度考核", "U, Y");
    }
    GRADE_GOOD: i64, integer, Integer = "grade_good", "良好等次分数线", "grade good from" {
        "2021-03-17", "85", ("分（达到为良好）", "score, at least → 良好"), ("本系统设定（A-54）", "[param] A-54"), ("单位考核、年度考核", "U, Y");
    }
    GRADE_PASS: i64, integer, Integer = "grade_pass", "合格等次分数线", "grade pass from" {
        "2021-03-17", "75", ("分（达到为合格，否则不合格）", "score, at least → 合格, else 不合格"), ("本系统设定（A-54）", "[param] A-54"), ("单位考核、年度考核", "U, Y");
    }
}
