//! 待办, in the head of every page.

super::words! {
    TITLE = "待办", "To do";
    NONE = "没有待办事项", "Nothing to do";
    ALL = "全部待办（{n}项）", "All to do ({n})";
    REPORT = "{month}月报", "Report of {month}";
    ALL_REPORTS = "全部待办月报（{n}份）", "All reports to do ({n})";
}
