//! Files of what a page shows.

super::words! {
    EXPORT = "导出表格", "Export";
    EXPORTING = "正在导出……", "Exporting …";
    EXPORTED = "已导出：{name}", "Exported: {name}";
    FILTER = "筛选条件：{filter}", "Filter: {filter}";
    NO_FILTER = "筛选条件：无，列出全部", "Filter: none, all rows";
    IS = "{name}为{value}", "{name} is {value}";
    HOLDS = "查找“{value}”", "search for “{value}”";
    NAME_HOLDS = "{name}含“{value}”", "{name} holds “{value}”";
    ROWS = "共{n}行", "{n} rows";
    DERIVED = "{words}{counts}", "{words} {counts}";
    LEFT = "时限情况", "Time left";
    BASIS = "依据", "Basis";
    OCCASION = "期间或事由", "Period or occasion";
    PAGE = "第&P页，共&N页", "Page &P of &N";
    CUT = "……（原文{n}字，此处列前{kept}字，全文见系统）", "… ({n} characters, the first {kept} shown; the whole text is in the system)";
}
