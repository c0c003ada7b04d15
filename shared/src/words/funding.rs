//! The form 资金落实: who pays how much of which line.

super::words! {
    UNIT = "单位：万元", "Unit: 万元 (10,000 yuan)";
    NOTE = "万元；{n}项，缺口{gap}", "万元; {n} lines, gap {gap}";
    NOTE_ALL = "万元；{n}项全部落实，缺口{gap}", "万元; all {n} lines secured, gap {gap}";
    ITEM = "改造项", "Item";
    INVESTED = "投资", "Investment";
    SUM = "合计", "Total";
    GAP = "缺口", "Gap";
    OVER = "超出{amount}", "over by {amount}";
    SUM_OF_LINES = "合计{n}项", "Total of {n}";
    CELL = "{item}，{source}", "{item}, {source}";
    EMPTY_TABLE = "尚无改造内容，先登记投资明细再落实资金。", "There are no lines yet; enter the works before their funding.";

    ADD_SOURCE = "添加资金来源", "Add a source";
    ADD_SOURCE_LEAD = "添加后表中多一列，在各改造项下填写金额。", "A column is added to the table; enter the amounts under each item.";
    SOURCE = "资金来源", "Source";
    SUB_KIND = "资金子类", "Kind";
    LEVEL = "级次", "Level";
    PROVIDER = "出资单位", "Provider";
    STATUS = "落实状态", "Status";
    ALLOWED_ITEMS = "文件列明的改造项", "Items named by its document";
    IN_KIND = "实物", "In goods";
    GOODS = "实物", "goods";
    ALWAYS_GOODS = "均为投工投劳，按计价依据折算。", "Always labour, at its valuation.";
    USUALLY = "一般为{who}。", "Usually {who}.";
    VALUATION = "计价依据", "Basis of valuation";
    DOCUMENT = "文件（拟争取的填申请文件）", "Document (for money applied for: the application)";
    CHOOSE = "请选择", "Choose";
    ADD = "添加", "Add";
    CHOOSE_SOURCE = "请选择资金来源", "Choose a source";

    SAVE = "保存", "Save";
    SAVING = "正在保存……", "Saving …";
    DISCARD = "放弃修改", "Discard changes";
    UNCHANGED = "没有未保存的修改。", "There are no unsaved changes.";
    CHANGED = "与已保存相比：{changes}。", "Against what is saved: {changes}.";
    CHANGE = "{item}的{source}由{from}改为{to}", "{item}, {source}: {from} to {to}";
    CHANGE_MORE = "另{n}处", "{n} more";
    NOTHING = "空", "nothing";
    COLUMN_ADDED = "新增资金来源“{source}”", "new source: {source}";
    DRAFT_AT = "草稿{time}已存于本机，现在可以保存。", "Draft kept on this device at {time}; you can save now.";
    DRAFT_KEPT = "草稿{time}已存于本机。", "Draft kept on this device at {time}.";
    RESTORED = "已恢复本机草稿，尚未保存。", "The draft of this device was restored; it is not saved yet.";
    DISCARDED = "已放弃修改，恢复为已保存的内容。", "The changes were dropped; what is saved is shown.";
    TAKE_BACK = "撤销放弃", "Take the changes back";
    REBASED = "已载入最新内容，您修改过的格已填回，请核对后保存。", "The newest content is loaded and your changes are filled in; compare, then save.";
    SAVED = "已保存，操作日志留有记录。", "Saved; the audit log keeps a record.";

    FAULTS = "错误：有{n}处须更正，更正后才能保存", "Error: {n} entries must be corrected before saving";
    FAULTS_DETAIL = "所填内容都已保留。", "All entries are kept.";

    STALE = "他人已保存了新的内容，本次没有保存", "Somebody else has saved; your changes were not saved";
    STALE_DETAIL = "所填内容保留。载入最新内容后，只把您改过的格填回去，请核对后再保存。", "Your entries are kept. Load the newest content; the cells that you changed are filled in again; compare, then save.";
    CELL_HEAD = "改造项、资金来源", "Item, source";
    BEFORE = "修改前", "Before";
    THEIRS = "他人已保存", "Saved by others";
    MINE = "我的修改", "My change";
    LOAD_NEWEST = "载入最新内容并保留我的修改", "Load the newest content, keep my changes";

    CHECKED = "已通过的校验", "Checks passed";
    SHARES = "各类管线单位出资比例", "Share of each operator kind";
    PASSED = "其他校验已通过", "Other checks passed";
    OPERATOR_KIND = "管线类别", "Operator kind";
    PAID = "出资", "Paid";
    SHARE = "比例", "Share";
    WITHOUT_CIVIL = "不含土建", "Without civil works";
}
