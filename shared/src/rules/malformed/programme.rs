//! Words of the acts on the programme, its parameters and its bodies.

use super::{CHOOSE, CORRECT, FILL_IN, Malformed, RELOAD, words};
use crate::language::Text;

pub(super) const WORDS: &[Malformed] = &[
    words(
        "folder_of_samples",
        "本数据目录中是样例，样例与正式规划不能同在一处",
        "this data folder holds samples; samples and a county's own programme never mix",
        Text::new(
            "请另用一个空的数据目录建立正式规划。",
            "Use another, empty data folder for the county's own programme.",
        ),
    ),
    words(
        "programme_is_there",
        "已经建立改造规划",
        "the programme has been created already",
        Text::new("请刷新页面后继续办理。", "Reload the page and go on."),
    ),
    words(
        "no_county_code",
        "不是县级行政区划代码，应为6位数字",
        "this is no division code of a county, which has six digits",
        CORRECT,
    ),
    words("implausible_year", "年度应在2000年至2099年之间", "a year lies between 2000 and 2099", CORRECT),
    words("years_reversed", "结束年度早于起始年度", "the last year lies before the first one", CORRECT),
    words("years_have_passed", "结束年度已经过去", "the last year has passed", CORRECT),
    words("outside_the_years", "不在规划年度之内", "this lies outside the years of the programme", CORRECT),
    words("month_has_passed", "启用月份已经过去", "the month has passed", CORRECT),
    words("has_begun", "规划已经启用，启用月份不再变动", "the programme has begun; the month stays", CORRECT),
    words(
        "fixed_at_the_start",
        "起始年度在建立时确定，不再变动",
        "the first year was set at the start and stays",
        CORRECT,
    ),
    words(
        "plan_year_has_passed",
        "已过去年度的改造范围不再变动",
        "the window of a year that has passed stays",
        CORRECT,
    ),
    words("out_of_range", "数值超出合理范围", "the value lies outside what makes sense", CORRECT),
    words("out_of_order", "先后或大小顺序不对", "the order is wrong", CORRECT),
    words("longer_than_asked", "文字过长", "the text is too long", CORRECT),
    words(
        "paper_missing",
        "该数值由《方案》规定，调整须填写依据文件",
        "the plan sets this value; name the paper that changes it",
        FILL_IN,
    ),
    words("unknown_parameter", "没有这个参数", "there is no such parameter", CHOOSE),
    words(
        "fixed_by_clause",
        "该数值由《方案》规定，不在参数设置中调整",
        "a clause of the plan fixes this value",
        Text::new(
            "年度、目标和改造范围请按文件在改造规划中修改。",
            "Years, targets and windows change with the programme, by a paper.",
        ),
    ),
    words(
        "day_has_passed",
        "生效日期已经过去，已过去的日子按原值",
        "the day has passed; what held then stays",
        CORRECT,
    ),
    words("weights_must_add_up", "权重合计应为100", "the weights must make 100 together", CORRECT),
    words("in_both_lists", "同一事项不能同时列入两类表决", "a matter can't be of both kinds of vote", CORRECT),
    words("unknown_body", "没有这个单位", "there is no such body", CHOOSE),
    words("unknown_duty", "没有这项职责", "there is no such duty", CHOOSE),
    words("has_a_successor", "该单位已有承接单位", "the body has a successor already", CORRECT),
    words("succeeds_itself", "单位不能由自己承接", "a body can't take over from itself", CORRECT),
    words(
        "body_is_missing",
        "单位不能删除，撤并请填写承接单位",
        "no body is removed; one that ends has a successor",
        RELOAD,
    ),
    words("no_body_code", "单位编码应为两位数字", "the code of a body has two digits", CORRECT),
    words("name_is_taken", "另一单位已用此名称", "another body has this name", CORRECT),
    words("too_many_bodies", "单位过多", "there are too many bodies", CORRECT),
];
