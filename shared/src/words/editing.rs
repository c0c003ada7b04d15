//! Editing a dossier by cells, and pasting from a spreadsheet.

super::words! {
    EDIT = "编辑", "Edit";
    CLOSE = "结束编辑", "Stop editing";
    SCHEDULE = "改造规模与计划", "Scope and schedule";
    ROW = "行", "Row";
    COLUMN = "列", "Column";
    VALUE = "内容", "Content";
    REASON = "原因", "Reason";
    SUGGESTION = "建议", "Suggestion";
    CELL = "第{row}行，{column}", "row {row}, {column}";
    PLACE = "{row}，{column}", "{row}, {column}";
    PLACE_HEAD = "修改处", "Where";
    COMMA = "、", ", ";
    ADD_ROW = "添加一行", "Add a row";
    REMOVE = "删除", "Remove";
    REMOVE_ROW = "删除第{row}行", "Remove row {row}";
    NO_ROWS = "还没有内容。可以添加一行，或从Excel粘贴。", "Nothing yet. Add a row, or paste from Excel.";
    KEYS = "回车和方向键在格间移动；可从Excel整块粘贴。", "Enter and the arrows move between cells; a whole block can be pasted from Excel.";
    DIFFERS = "与已保存相比有{n}处修改。", "{n} changes against what is saved.";
    CAME_IN = "已带入{n}行，请核对后保存。", "{n} rows came in; compare, then save.";
    BASELINE_HINT = "每行一个月：月份、累计百分比，如2024-04:12.5；可从Excel粘贴两列。", "One month a line: month and cumulative percent, such as 2024-04:12.5; two columns of Excel can be pasted.";
    AGREEMENTS_HINT = "每行一份：管线类别:签订日期:不足原因:单位，如供热:2022-03-01:管网较新。", "One a line: kind:day:reason:operator, such as 供热:2022-03-01:new pipes.";

    PASTE = "从Excel粘贴", "Paste from Excel";
    PASTE_LEAD = "在Excel中选定区域复制，在下面粘贴。可以带表头，也可以按以下列的次序：", "Copy a range in Excel and paste it below, with heads, or in the order of these columns:";
    BRING_IN = "带入{n}行", "Bring in {n} rows";
    WILL_COME_IN = "可以带入{n}行。", "{n} rows will come in.";
    LEFT_OUT = "{n}行有不能识别的内容，不带入。", "{n} rows can't be read and stay out.";
    SKIPPED = "标题、合计、签字等{n}行已略过。", "{n} rows of titles, sums or signatures were passed over.";
    UNKNOWN_HEADS = "不认识的列不带入：{heads}。", "Unknown columns stay out: {heads}.";
    FIRST_ROWS = "带入内容的前几行", "The first rows that come in";
    UNREAD = "不能带入的内容", "What can't come in";
    MORE_FAULTS = "另有{n}处", "{n} more";
}
