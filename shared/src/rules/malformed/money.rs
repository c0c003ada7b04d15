//! Money that arrives and is paid, annual plans.

use super::{CORRECT, FILL_IN, Malformed, words};
use crate::language::Text;

/// The words of this area.
pub(super) const WORDS: &[Malformed] = &[
    words(
        "repeated_voucher",
        "凭证{voucher}已登记过：{date}，{amount}万元",
        "voucher {voucher} is entered already: {date}, {amount} 万元",
        Text::new(
            "同一笔资金只登记一次。如前一笔有误，请更正前一笔；如凭证号有误，请更正后再保存。",
            "Money is entered once. Correct the first entry if it is wrong, or the number of the voucher.",
        ),
    ),
    words("paper_required", "文号和凭证号至少填一个", "give the number of the document or of the voucher", FILL_IN),
    words(
        "before_programme",
        "日期早于改造规划，请核实年份",
        "the day is before the programme; check the year",
        CORRECT,
    ),
    words(
        "correction_reason",
        "更正或撤销须写明原因",
        "a correction says why",
        Text::new(
            "请写明原因后再次保存；原因和原内容都留在更正记录中。",
            "Say why and save again; the reason and what stood there are kept.",
        ),
    ),
    words(
        "unknown_money",
        "没有这笔到位或支付",
        "there is no such receipt or payment",
        Text::new("可能已被撤销，请刷新页面查看。", "It may have been taken back: reload the page to see."),
    ),
    words("figure_too_large", "数字过大，请核实单位", "the number is too large; check the unit", CORRECT),
    words(
        "year_outside",
        "年度不在改造规划年限内",
        "the year is outside the programme",
        Text::new("请填规划年限内的年度。", "Give a year of the programme."),
    ),
    words(
        "plan_of_year_exists",
        "该年度已有年度计划",
        "the year has its plan already",
        Text::new("请在已有的计划中修改；请刷新页面查看。", "Change that plan; reload the page to see it."),
    ),
    words(
        "plan_year_stays",
        "年度计划的年度不能改动",
        "the year of a plan can't be changed",
        Text::new("请另建该年度的计划。", "Make the plan of that year."),
    ),
    words(
        "plan_not_draft",
        "只有拟定中的年度计划可以这样办理",
        "only a plan that is a draft can be treated so",
        Text::new(
            "已上报的可先退回修改，已下达的请办理调整；请刷新页面查看。",
            "One that was submitted can be returned first, one that was issued can be adjusted; reload the page to see.",
        ),
    ),
    words(
        "plan_not_submitted",
        "只有已上报、尚未下达的年度计划可以这样办理",
        "only a plan that was submitted and not issued can be treated so",
        Text::new("请先上报年度计划；请刷新页面查看。", "Submit the plan first; reload the page to see."),
    ),
    words(
        "plan_not_issued",
        "只有已下达的年度计划可以调整",
        "only a plan that was issued can be adjusted",
        Text::new(
            "拟定中的计划可以直接修改；请刷新页面查看。",
            "A draft can be changed as it is; reload the page to see.",
        ),
    ),
    words(
        "plan_is_empty",
        "年度计划没有任务数，也没有列入的小区",
        "the plan has no figures and no community",
        Text::new(
            "请先填写计划开工、竣工和投资，或列入小区。",
            "Enter what is to be started, completed and invested, or enter communities.",
        ),
    ),
    words("before_issue", "调整日期不能早于下达日期", "it can't be adjusted before it was issued", CORRECT),
    words("before_submission", "下达日期不能早于上报日期", "it can't be issued before it was submitted", CORRECT),
];
