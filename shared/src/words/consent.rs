//! 居民意愿: the votes of the owners in totals, and what they still lack.

super::words! {
    TITLE = "居民意愿", "Residents' will";
    LEAD = "按表决事项登记人数和面积合计，不登记个人", "Totals of owners and area by matter; nobody's own vote is kept";
    NONE = "尚无表决", "No votes yet";
    ADD = "添加表决", "Add a vote";
    EDIT = "修改", "Change";
    REMOVE = "删除", "Remove";
    REMOVE_ASK = "删除“{kind}”的表决？", "Remove the vote on {kind}?";
    KIND = "表决事项", "Matter";
    SCOPE = "表决范围", "Scope";
    BUILDING = "楼栋", "Building";
    ENTRANCE = "单元", "Entrance";
    OWNERS = "业主（户）", "Owners";
    AREA = "专有面积（㎡）", "Area (㎡)";
    TOTAL = "总数", "Total";
    PARTICIPATING = "参与", "Taking part";
    AGREEING = "同意", "In favour";
    NOTICED = "公告日期", "Notice";
    BEGAN = "开始日期", "From";
    ENDED = "结束日期", "To";
    VOTED = "表决", "Vote";
    SPAN = "{from}至{to}", "{from} to {to}";
    SINCE = "{from}起", "since {from}";
    METHOD = "表决方式", "Method";
    DOC = "依据文件", "Document";
    RESULT = "结果", "Result";
    PASSED = "达到法定比例", "The legal ratio is reached";
    GOES_ON = "达到法定比例，表决尚未结束", "The legal ratio is reached; the vote still goes on";
    SAVE = "保存", "Save";
    SAVED = "居民表决已保存，操作日志留有记录。", "The votes are saved; the audit log keeps a record.";
    FILL_TOTALS = "按小区户数、面积填入总数", "Fill in the totals of the community";
    CHOOSE = "请选择", "choose";
    OWNERS_TOTAL = "业主总数（户）", "All owners";
    OWNERS_PARTICIPATING = "参与表决（户）", "Owners taking part";
    OWNERS_AGREEING = "同意（户）", "Owners in favour";
    AREA_TOTAL = "专有面积总数（㎡）", "All area (㎡)";
    AREA_PARTICIPATING = "参与表决面积（㎡）", "Area taking part (㎡)";
    AREA_AGREEING = "同意面积（㎡）", "Area in favour (㎡)";
}
