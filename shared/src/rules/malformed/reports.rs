//! Words of the acts on monthly reports.

use super::{CORRECT, FILL_IN, Malformed, RELOAD, words};
use crate::language::Text;

pub(super) const WORDS: &[Malformed] = &[
    words("too_many_photos", "一份月报最多20张照片", "a report has at most 20 photos", CORRECT),
    words(
        "report_sent",
        "该月报已提交，正在等待审核",
        "the report was submitted and waits for review",
        Text::new("如需更正，请联系领导小组办公室退回。", "To correct it, ask the office to return it."),
    ),
    words(
        "report_accepted",
        "该月报已审核通过",
        "the report was accepted",
        Text::new(
            "如需更正，请联系领导小组办公室退回或登记更正。",
            "To correct it, ask the office to return it or to enter a correction.",
        ),
    ),
    words(
        "report_not_sent",
        "该月报没有待审核的提交",
        "the report was not submitted",
        Text::new(
            "可能已由他人审核或退回，请刷新页面查看。",
            "Somebody may have accepted or returned it: reload the page to see.",
        ),
    ),
    words(
        "report_not_accepted",
        "只有审核通过的月报可以更正",
        "only an accepted report is corrected",
        Text::new("尚未审核通过的，请退回建设单位修改。", "Return one that is not accepted to its project owner."),
    ),
    words("no_report", "该月没有月报", "there is no report of this month", RELOAD),
    words(
        "earlier_report_waits",
        "此前月份的月报还在等待审核",
        "a report of an earlier month still waits for review",
        Text::new("请先审核较早月份的月报。", "Review the earlier month first."),
    ),
    words(
        "later_report_accepted",
        "以后月份的月报已审核通过",
        "the report of a later month was accepted",
        Text::new("请从最近一期审核通过的月报起退回或更正。", "Return or correct the last accepted report."),
    ),
    words(
        "above_later_report",
        "超过以后月份已审核通过的累计数",
        "more than the cumulative figures of a later month that was accepted",
        Text::new(
            "请核对；以后月份已经计入的投资，本月填0。",
            "Check it; what a later month has counted already is 0 here.",
        ),
    ),
    words("correction_document", "更正须注明依据文件", "a correction needs its document", FILL_IN),
    words("nothing_corrected", "更正后的数与原数相同", "the corrected figures are those that stand", CORRECT),
];
