//! The parts of every chart.

super::words! {
    TABLE = "表格", "Table";
    DRAWING = "图形", "Drawing";
    CSV = "下载CSV", "Download CSV";
    XLSX = "下载Excel表格", "Download Excel";
    SVG = "下载SVG", "Download SVG";
    RECORDS = "明细", "Records";
    WALK = "{title}：用方向键逐项查看，回车键打开明细，Esc键关闭提示", "{title}: arrow keys walk the items, Enter opens the records, Escape closes the tip";
    FILE = "{title}_{date}", "{title}_{date}";
    AS_OF = "截至{date}", "as of {date}";
    SCOPE = "范围：{scope}", "Scope: {scope}";
}
