//! A PDF that is shown in the page: its pages, leafing, and why it is not shown.

super::words! {
    VIEW = "在网页中查看", "View here";
    VIEW_OF = "在网页中查看{name}", "View here: {name}";
    CLOSE = "收起", "Close";
    CLOSE_OF = "收起{name}", "Close: {name}";
    PAGES_OF = "{name}的页面，左右方向键翻页，加减号缩放", "Pages of {name}; left and right arrows turn pages, plus and minus zoom";
    ACTS_OF = "翻看{name}", "Leafing through {name}";
    PAGE_OF = "{name}，第{n}页，共{all}页", "{name}, page {n} of {all}";
    BEFORE_PAGE = "第", "Page";
    AFTER_PAGE = "页，共{all}页", "of {all}";
    PAGE_NUMBER = "页码", "Page number";
    PREVIOUS = "上一页", "Previous page";
    NEXT = "下一页", "Next page";
    SMALLER = "缩小", "Zoom out";
    LARGER = "放大", "Zoom in";
    ZOOM = "{n}%", "{n}%";
    DOWNLOAD = "下载原文件", "Download the file";
    OPENING = "正在打开文件……", "Opening the file …";
    BROKEN = "文件已损坏，网页中无法显示。", "The file is broken and cannot be shown here.";
    PASSWORD = "文件设有密码，网页中无法显示。", "The file has a password and cannot be shown here.";
    SLOW = "文件过于复杂，网页已停止显示。", "The file is too complex; showing it here was stopped.";
    NOT_LOADED = "阅读文件的部分没有加载成功，请检查网络后重试。", "The part that reads files could not be loaded. Check the network and try again.";
    KEPT = "原文件完整留存，可下载后用本机软件打开。", "The file itself is kept whole; download it and open it with a program of this device.";
    FIRST_PAGES = "文件共{all}页，网页中只显示前{n}页，其余请下载原文件查看。", "The file has {all} pages; only the first {n} are shown here. Download it for the others.";
    PARTLY = "本页有内容未能显示，请下载原文件核对。", "Something on this page could not be shown; compare with the file itself.";
    UNDRAWN = "本页无法显示，请下载原文件查看。", "This page cannot be shown; download the file to see it.";
}
