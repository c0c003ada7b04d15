//! The frame of every page: head, navigation, messages that any page may show.

super::words! {
    BRAND = "安居", "Anju";
    TITLE_JOIN = "{page} · 安居", "{page} · Anju";
    SKIP = "跳到正文", "Skip to the content";
    OPENING = "正在打开……", "Opening …";
    LOADING = "正在读取……", "Loading …";
    PAGE_MISSING = "页面没有加载成功", "The page could not be loaded";
    PAGE_MISSING_DETAIL = "请检查网络后重试。系统若刚刚升级，请刷新页面，草稿保留在本机。", "Check the network and try again. If the system has just been upgraded, reload the page; drafts are kept on this device.";
    MENU = "菜单", "Menu";
    MENU_CLOSE = "收起菜单", "Close menu";
    NAVIGATION = "主导航", "Main navigation";
    BREADCRUMB = "当前位置", "You are here";
    SAMPLE = "样例数据", "Sample data";
    SAMPLE_DATE = "演示日期{date}", "demonstration date {date}";
    LANGUAGE = "语言", "Language";
    THEME = "显示", "Display";
    THEME_SYSTEM = "跟随系统", "As the system";
    THEME_LIGHT = "浅色", "Light";
    THEME_DARK = "深色", "Dark";
    THEME_PROJECTOR = "大屏", "Projector";
    ACCOUNT = "账号：{name}", "Account: {name}";
    PASSWORD = "修改密码", "Change password";
    SIGN_OUT = "退出登录", "Sign out";
    MORE = "{name}：更多操作", "{name}: more";

    GROUP_DUTIES = "落实", "Duties";
    GROUP_SYSTEM = "系统", "System";
    GROUP_LEDGERS = "台账", "Ledgers";
    GROUP_OVERSIGHT = "监督", "Oversight";
    GROUP_BASIS = "依据", "Basis";

    NOT_FOUND = "没有这个页面", "There is no such page";
    NOT_FOUND_DETAIL = "地址可能已变更或输入有误。请从左侧菜单进入，或返回首页。", "The address may have changed or be mistyped. Use the menu, or go back to the first page.";
    FORBIDDEN = "本账号无权查看", "This account may not see this";
    FORBIDDEN_DETAIL = "所填内容未受影响。如工作需要，请联系领导小组办公室调整职责。", "Nothing was changed. If your work needs it, ask the office of the leading group.";
    HOME = "返回首页", "Back to the first page";
    RETRY = "重试", "Try again";
    FAILED = "没有读取成功", "Could not be loaded";
    CLOSE = "关闭", "Close";
    CANCEL = "取消", "Cancel";
    CANCEL_CHANGE = "放弃", "Discard";
    PRINT = "打印", "Print";
    LABELLED = "{name}：", "{name}: ";
    YES = "是", "yes";
    NO = "否", "no";
    NONE = "无", "none";
    ALL = "全部", "all";
    ERROR_TITLE = "错误：{page}", "Error: {page}";
    ERROR_SUMMARY = "请更正以下内容", "Please correct the following";
    BACK_ONLINE = "连接已恢复，数据已更新。", "The connection is back, the figures are up to date.";
    OFFLINE = "与服务器的连接中断，正在重连；页面显示的是断开前的数据。", "The connection to the server is lost and being restored; the page shows the figures from before.";
}
