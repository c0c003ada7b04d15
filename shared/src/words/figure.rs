//! The parts of every chart.

super::words! {
    TABLE = "表格", "Table";
    DRAWING = "图形", "Drawing";
    CSV = "下载CSV", "Download CSV";
    XLSX = "下载Excel表格", "Download Excel";
    SVG = "下载SVG", "Download SVG";
    PNG = "下载图片", "Download picture";
    COPY = "复制图片", "Copy as picture";
    PNG_DONE = "图片已下载", "The picture was downloaded";
    COPIED = "图片已复制，可直接粘贴", "The picture was copied; paste it where you need it";
    COPY_REFUSED = "浏览器不允许复制图片，请改用“下载图片”", "The browser does not allow copying; download the picture instead";
    PNG_FAILED = "图片没有生成，请改用“下载SVG”", "The picture could not be made; download the SVG instead";
    RECORDS = "明细", "Records";
    WALK = "{title}：用方向键逐项查看，回车键打开明细，Esc键关闭提示", "{title}: arrow keys walk the items, Enter opens the records, Escape closes the tip";
    FILE = "{title}_{date}", "{title}_{date}";
    AS_OF = "截至{date}", "as of {date}";
    SCOPE = "范围：{scope}", "Scope: {scope}";
}
