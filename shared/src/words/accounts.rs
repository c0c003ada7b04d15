//! 用户管理

super::words! {
    TITLE = "用户管理", "Accounts";
    COUNT = "{n}个账号", "{n} accounts";
    MAKE = "生成各单位账号", "Make the units' accounts";
    MAKE_OWNERS = "生成建设单位账号", "Make the project owners' accounts";
    NO_OWNER_MADE = "各建设单位都已有账号。", "Every project owner has an account.";
    NONE_MADE = "各单位都已有账号。", "Every unit has an account.";
    USER = "账号", "Account";
    POST = "岗位或单位", "Post or unit";
    ROLE = "角色", "Role";
    STATE = "状态", "State";
    ACTIVE = "启用", "enabled";
    DISABLED = "已停用", "disabled";
    ACTS = "操作", "Acts";
    RESET = "重置密码", "Reset password";
    DISABLE = "停用", "Disable";
    ENABLE = "启用", "Enable";
    RESET_OF = "重置密码：{name}", "Reset password: {name}";
    DISABLE_OF = "停用{name}", "Disable {name}";
    ENABLE_OF = "启用{name}", "Enable {name}";
    RESET_ASK = "重置{name}的密码？原密码失效，已登录的会话结束。", "Reset the password of {name}? The old one ends, and so do its sessions.";
    DISABLE_ASK = "停用{name}？已登录的会话立即结束，填报的内容保留。", "Disable {name}? Its sessions end at once; what it entered is kept.";
    SHEET = "新密码", "New passwords";
    SHEET_DETAIL = "只显示这一次。请现在打印，裁开后分发；各单位首次登录后修改密码。", "Shown only this once. Print it now, cut it and hand it out; everybody changes the password after signing in.";
    PASSWORD = "密码", "Password";
    SHEET_DONE = "已打印，不再显示", "Printed; hide it";
}
