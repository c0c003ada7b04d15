//! What every list says of its filters, its order and its columns.

super::words! {
    SORT_BY = "按{name}排序", "Sort by {name}";
    FILTER_BY = "按{name}筛选", "Filter by {name}";
    HOLDS = "含", "holds";
    AMOUNTS = "如100-500", "100-500";
    NO_AMOUNTS = "请填写数字或范围，如100、100-500、≥100", "Enter a number or a range, such as 100, 100-500 or ≥100";
    COLUMNS = "选择列", "Columns";
    CLEAR = "清除筛选", "Clear filters";
    KEYS = "上下键选择行，回车键打开", "Up and down choose a row, Enter opens it";
    SEARCH_BY = "可用汉字、拼音或首字母", "Chinese, pinyin or initials";
}
