//! Words for data that no rule can read (code `malformed`): what is wrong and what to do, by `why`.

use crate::{finding::Finding, language::Text};

/// The words for one `why`.
pub(super) struct Malformed {
    why: &'static str,
    /// What is wrong.
    pub(super) message: Text,
    /// Who does what.
    pub(super) remedy: Text,
}

/// The words for a finding; one with an unknown `why` is data of the wrong form.
pub(super) fn malformed(finding: &Finding) -> &'static Malformed {
    let why = finding.params.text("why").unwrap_or_default();
    MALFORMED.iter().find(|words| words.why == why).unwrap_or(&WRONG_FORM)
}

const CORRECT: Text =
    Text::new("请更正该处后再次保存，其他内容已保留。", "Correct this entry and save again; everything else is kept.");
const CHOOSE: Text = Text::new(
    "请从列表中选择后再次保存，其他内容已保留。",
    "Choose one from the list and save again; everything else is kept.",
);
const FILL_IN: Text =
    Text::new("请补填该处后再次保存，其他内容已保留。", "Fill this in and save again; everything else is kept.");
const RELOAD: Text = Text::new("请刷新页面后再试。", "Reload the page and try again.");
const ASK: Text = Text::new("请按接口说明更正请求内容。", "Correct the request by the description of the interface.");

const fn words(why: &'static str, zh: &'static str, en: &'static str, remedy: Text) -> Malformed {
    Malformed { why, message: Text::new(zh, en), remedy }
}

const WRONG_FORM: Malformed = words("wrong_type", "填写格式不正确", "the value has the wrong form", CORRECT);

const MALFORMED: &[Malformed] = &[
    WRONG_FORM,
    words("unknown_field", "有不认识的字段", "there is an unknown field", ASK),
    words("missing_field", "缺少必填内容", "something required is missing", FILL_IN),
    words("bad_date", "日期不存在", "there is no such date", CORRECT),
    words("not_json", "内容不是有效的JSON", "this is no valid JSON", ASK),
    words("repeated_field", "同一字段出现两次", "a field stands there twice", ASK),
    words("bad_value", "填写内容不在允许范围内", "the value is not one of those allowed", CORRECT),
    words("limit", "每页条数超出允许范围", "the page is larger than allowed", ASK),
    words("repeated_id", "编号缺失或重复", "the identity is missing or used twice", RELOAD),
    words(
        "no_fact_at_this_gate",
        "只有列入年度计划和开工可以据实登记",
        "only entering the plan and the start can be recorded as facts",
        Text::new("拨付和竣工须先解决所列问题。", "Solve what is listed before paying or completing."),
    ),
    words("day_to_come", "日期不能晚于当天", "the day is still to come", CORRECT),
    words("too_long", "文字过长，最多4000字", "the text is longer than 4,000 characters", CORRECT),
    words(
        "unknown_evidence",
        "没有这份佐证材料，可能已被移除",
        "there is no such file; it may have been removed",
        Text::new("请重新上传该文件，其他文件已保留。", "Upload this file again; the others are kept."),
    ),
    words(
        "empty_file",
        "文件是空的",
        "the file is empty",
        Text::new("请选择有内容的文件。", "Choose a file with content."),
    ),
    words(
        "wrong_kind",
        "不是可以接受的文件",
        "this kind of file is not taken",
        Text::new(
            "请上传照片（JPG、PNG、GIF、WebP）、PDF、Word（docx）或Excel（xlsx）文件。",
            "Bring a picture (JPG, PNG, GIF, WebP), PDF, Word (docx) or Excel (xlsx) file.",
        ),
    ),
    words(
        "file_name",
        "文件名为空或超过200字",
        "the file has no name, or one longer than 200 characters",
        Text::new("请改名后重新上传。", "Rename it and bring it again."),
    ),
    words(
        "own_account",
        "不能停用自己的账号",
        "nobody disables the own account",
        Text::new("请由另一名系统管理员停用。", "Another system administrator can disable it."),
    ),
    words("too_many_files", "一个事项最多50份佐证材料", "a task has at most 50 files", CORRECT),
    words(
        "already_confirmed",
        "该事项已审核通过",
        "the task was confirmed already",
        Text::new("如需更正，请联系领导小组办公室退回。", "To correct it, ask the office to return it."),
    ),
    words(
        "already_sent",
        "该事项已提交，正在等待审核",
        "the task was sent and waits for review",
        Text::new("如需更正，请修改后重新提交。", "To correct it, change it and submit it again."),
    ),
    words(
        "not_sent",
        "该事项没有待审核的提交",
        "nothing was sent that could be reviewed",
        Text::new(
            "可能已由他人审核或由责任单位改动，请刷新页面查看。",
            "Somebody may have reviewed it, or its unit changed it: reload the page to see.",
        ),
    ),
    words("what_is_missing", "退回时须写明缺什么", "a returned task says what is missing", FILL_IN),
    words(
        "no_monthly_duty",
        "只有每月职责可以零报告",
        "only a monthly duty can be reported as nothing this month",
        Text::new("请另写不涉及的理由。", "Give another reason why it doesn't apply."),
    ),
    words("no_arising_duty", "这不是本单位的按需职责", "this is no duty of the unit that arises as needed", CHOOSE),
    words("name_too_long", "文字过长，最多200字", "the text is longer than 200 characters", CORRECT),
    words("too_many_rows", "行数过多，一次最多2000行", "there are more than 2,000 rows", CORRECT),
    words("name_required", "名称不能为空", "the name is missing", FILL_IN),
    words("building_no_required", "楼栋号不能为空", "the number of the building is missing", FILL_IN),
    words("repeated_building", "楼栋号重复", "the number of the building stands there twice", CORRECT),
    words("another_year", "与建成日期的年份不一致", "this is not the year of the day of completion", CORRECT),
    words("no_such_year", "年份有误，请填四位年份", "there is no such year; enter four digits", CORRECT),
    words(
        "storeys_out_of_range",
        "层数须在1至{most}之间",
        "the number of storeys must be between 1 and {most}",
        CORRECT,
    ),
    words("below_one", "不能小于1", "it must be at least 1", CORRECT),
    words("below_zero", "不能小于0", "it can't be below 0", CORRECT),
    words("count_too_large", "数字过大，请核实单位", "the number is too large; check the unit", CORRECT),
    words("area_not_above_zero", "建筑面积须大于0", "the floor area must be above 0", CORRECT),
    words(
        "building_in_use",
        "楼栋{building}不能删除：改造内容或曾获补助（{named_by}）写明了该楼栋",
        "building {building} can't be removed: lines or prior aid name it ({named_by})",
        Text::new(
            "请先在改造内容或曾获补助中改选其他楼栋，再删除该楼栋。",
            "Choose other buildings in the works or the prior aid first, then remove the building.",
        ),
    ),
    words("buildings_required", "须写明楼栋，或填全部", "name the buildings, or enter all", FILL_IN),
    words("unknown_building", "所列楼栋不在本小区楼栋之中", "a building named here is none of this community", CORRECT),
    words("line_id_required", "明细编号不能为空", "the number of the line is missing", FILL_IN),
    words("repeated_line", "明细编号重复", "the number of the line stands there twice", CORRECT),
    words("quantity_not_above_zero", "数量须是大于0的数字", "the quantity must be a number above 0", CORRECT),
    words(
        "line_is_funded",
        "明细{line}已有资金落实，不能删除",
        "line {line} can't be removed: money is committed to it",
        Text::new(
            "请先在资金中清空该项的金额，或将该明细的状态改为取消。",
            "Clear its amounts in the funding first, or set its status to cancelled.",
        ),
    ),
    words(
        "line_was_paid",
        "明细{line}已有支付记录，不能删除",
        "line {line} can't be removed: payments were made for it",
        Text::new("可将该明细的状态改为取消，支付记录保留。", "Set its status to cancelled; the payments stay."),
    ),
    words("document_required", "已批准的方案须注明文件", "a plan that is approved needs its document", FILL_IN),
    words("repeated_agreement", "同一管线单位的协议重复", "the agreement of this operator stands there twice", CORRECT),
    words(
        "year_of_its_plan",
        "该小区已列入年度计划，计划年度不能改",
        "the community is in an annual plan: its year stays",
        CORRECT,
    ),
    words(
        "finish_before_start",
        "计划竣工不能早于计划开工",
        "the planned completion is before the planned start",
        CORRECT,
    ),
    words(
        "progress_out_of_range",
        "计划进度须在0至100%之间",
        "the planned progress must be between 0 and 100%",
        CORRECT,
    ),
    words("months_out_of_order", "月份须由早到晚且不重复", "the months must follow each other, each once", CORRECT),
    words("planned_progress_falls", "累计计划进度不能减少", "the planned cumulative progress can't fall", CORRECT),
    words("unknown_community", "没有这个小区", "there is no such community", CHOOSE),
    words("unknown_project", "没有这个项目", "there is no such project", CHOOSE),
    words(
        "already_in_project",
        "该小区已在这个项目中",
        "the community is in this project already",
        Text::new("请在小区列表中打开它的档案。", "Open its dossier in the list of communities."),
    ),
    words(
        "already_in_year",
        "该小区在这个计划年度已有登记",
        "the community is registered for this plan year already",
        Text::new("请打开已有档案，或改填其他年度。", "Open its dossier, or enter another year."),
    ),
    words("code_form", "编码须为GT-加四位数字", "the code is GT- with four digits", CORRECT),
    words("repeated_code", "该编码已有小区使用", "another community has this code", CORRECT),
    words("too_many_photos", "一份月报最多20张照片", "a report has at most 20 photos", CORRECT),
        "report_sent",
        "该月报已提交，正在等待审核",
        "the report was submitted and waits for review",
        Text::new("如需更正，请联系领导小组办公室退回。", "To correct it, ask the office to return it."),
        "report_accepted",
        "该月报已审核通过",
        "the report was accepted",
            "如需更正，请联系领导小组办公室退回或登记更正。",
            "To correct it, ask the office to return it or to enter a correction.",
        "report_not_sent",
        "该月报没有待审核的提交",
        "the report was not submitted",
            "可能已由他人审核或退回，请刷新页面查看。",
            "Somebody may have accepted or returned it: reload the page to see.",
        "report_not_accepted",
        "只有审核通过的月报可以更正",
        "only an accepted report is corrected",
        Text::new("尚未审核通过的，请退回建设单位修改。", "Return one that is not accepted to its project owner."),
    words("no_report", "该月没有月报", "there is no report of this month", RELOAD),
        "earlier_report_waits",
        "此前月份的月报还在等待审核",
        "a report of an earlier month still waits for review",
        Text::new("请先审核较早月份的月报。", "Review the earlier month first."),
        "later_report_accepted",
        "以后月份的月报已审核通过",
        "the report of a later month was accepted",
        Text::new("请从最近一期审核通过的月报起退回或更正。", "Return or correct the last accepted report."),
        "above_later_report",
        "超过以后月份已审核通过的累计数",
        "more than the cumulative figures of a later month that was accepted",
            "请核对；以后月份已经计入的投资，本月填0。",
            "Check it; what a later month has counted already is 0 here.",
    words("correction_document", "更正须注明依据文件", "a correction needs its document", FILL_IN),
    words("nothing_corrected", "更正后的数与原数相同", "the corrected figures are those that stand", CORRECT),
    words("unknown_line", "没有这条投资明细", "there is no such line", CHOOSE),
    words("not_above_zero", "金额须大于0", "the amount must be above 0", CORRECT),
    words("too_large", "金额过大，请核实单位是否为万元", "the amount is too large; check the unit", CORRECT),
    words("unknown_item", "没有这个改造项", "there is no such item", CHOOSE),
    words("application_document", "拟争取的资金须注明申请文件", "money applied for needs its application", FILL_IN),
    words("unknown_funding", "没有这种资金", "there is no such source of money", CHOOSE),
    words("unknown_sub_kind", "该资金没有这个子类", "this source has no such kind", CHOOSE),
    words(
        "operator_kind_required",
        "管线专营单位出资须注明管线类别",
        "an operator's money needs its operator kind",
        FILL_IN,
    ),
    words("sub_kind_required", "行业专项资金须注明资金子类", "sector money needs its sector", FILL_IN),
    words(
        "level_required",
        "行业专项资金须注明中央或省级",
        "sector money needs its level, central or province",
        FILL_IN,
    ),
    words(
        "allowed_items_required",
        "该资金须填文件列明的改造项",
        "this source needs the items that its document names",
        FILL_IN,
    ),
    words("in_kind_not_allowed", "该资金不能以实物或投劳计", "this source can't come as goods or labour", CORRECT),
    words(
        "only_from_reserve",
        "只有储备阶段的小区可以列入年度计划",
        "only a community in reserve can enter the annual plan",
        Text::new(
            "该小区已开工、竣工或调出，无须再列入年度计划。",
            "Its works have begun or ended, or it was withdrawn: nothing remains to be entered.",
        ),
    ),
    words(
        "already_in_plan",
        "该小区已列入年度计划",
        "the community is in the annual plan already",
        Text::new("无须再次列入；请刷新页面查看。", "Nothing remains to be done; reload the page to see it."),
    ),
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
    words("below_zero", "不能小于0", "this can't be below 0", CORRECT),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        language::Language,
        rules::{message, remedy},
    };

    #[test]
    fn malformed_data_has_words_and_a_remedy() {
        let finding = Finding::malformed("commitments/3/amount", "not_above_zero");
        assert_eq!(message(&finding, Language::Zh), "金额须大于0");
        assert_eq!(message(&finding, Language::En), "The amount must be above 0");
        assert_eq!(remedy(&Finding::malformed("", "something new"), Language::En), CORRECT.en);
    }

    #[test]
    fn every_why_stands_once() {
        for (index, words) in MALFORMED.iter().enumerate() {
            assert!(MALFORMED[..index].iter().all(|other| other.why != words.why), "{}", words.why);
        }
    }

    /// Every `why` that the acts give has its words.
    #[test]
    fn the_acts_say_nothing_without_words() {
        let sources = [
            include_str!("../acts/create_programme.rs"),
            include_str!("../acts/duty.rs"),
            include_str!("../acts/edit_programme.rs"),
            include_str!("../acts/programme.rs"),
            include_str!("../acts/programme/terms.rs"),
            include_str!("../acts/save_bodies.rs"),
            include_str!("../acts/set_parameters.rs"),
            include_str!("../acts/enter_annual_plan.rs"),
            include_str!("../acts/raise_duty.rs"),
            include_str!("../acts/register_community.rs"),
            include_str!("../acts/review_duty.rs"),
            include_str!("../acts/save_buildings.rs"),
            include_str!("../acts/save_community.rs"),
            include_str!("../acts/save_duty.rs"),
            include_str!("../acts/save_funding.rs"),
            include_str!("../acts/save_prior_subsidies.rs"),
            include_str!("../acts/save_project.rs"),
            include_str!("../acts/save_schedule.rs"),
            include_str!("../acts/save_works.rs"),
            include_str!("../acts/waive_duty.rs"),
        ];
        for source in sources {
            for call in source.split("say(\"").chain(source.split("Finding::malformed(\"")).skip(1) {
                let Some(why) = call.lines().next().and_then(|line| line.split('"').nth(2)) else { continue };
                assert!(MALFORMED.iter().any(|words| words.why == why), "{why}");
            }
        }
    }
}
