//! Words of what every act may say.

use super::{ASK, CHOOSE, CORRECT, FILL_IN, Malformed, RELOAD, words};
use crate::language::Text;

pub(super) const WORDS: &[Malformed] = &[
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
];
