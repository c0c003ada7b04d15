//! Words of the acts that keep the ledger: communities, buildings, projects, works.

use super::{CHOOSE, CORRECT, FILL_IN, Malformed, words};
use crate::language::Text;

pub(super) const WORDS: &[Malformed] = &[
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
        "楼栋{building}不能删除：改造内容、曾获补助或表决（{named_by}）写明了该楼栋",
        "building {building} can't be removed: lines, prior aid or votes name it ({named_by})",
        Text::new(
            "请先在改造内容、曾获补助或居民意愿中改选其他楼栋，再删除该楼栋。",
            "Choose other buildings in the works, the prior aid or the votes first, then remove the building.",
        ),
    ),
    words(
        "building_in_use_elsewhere",
        "楼栋{building}不能删除：本小区{year}年度项目的改造内容或表决（{named_by}）写明了该楼栋",
        "building {building} can't be removed: lines or votes of this community's {year} project name it ({named_by})",
        Text::new(
            "请先在该年度的项目中改选其他楼栋，再删除该楼栋。",
            "Choose other buildings in the project of that year first, then remove the building.",
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
];
