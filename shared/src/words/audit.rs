//! 操作日志

super::words! {
    TITLE = "操作日志", "Audit log";
    LEAD = "谁、何时、办理何事，办理前后的内容；按时间由近到远", "Who did what and when, before and after; newest first";
    NUMBER = "序号", "No.";
    WHEN = "时间", "When";
    WHO = "经办", "Who";
    ACCOUNT = "账号", "Account";
    WARNINGS = "提醒项数", "Warnings";
    BEFORE_NUMBER = "此序号以前", "Before No.";
    PERSON = "{post}（{user}）", "{post} ({user})";
    ACT = "事项", "Act";
    OBJECT = "对象", "Object";
    CHANGES = "变更内容", "Changes";
    FIELD = "项目", "Field";
    BEFORE = "办理前", "Before";
    AFTER = "办理后", "After";
    SEARCH = "对象、账号或经办", "Object, account or who";
    OPENED = "第{n}号记录", "Entry No. {n}";
    CLOSE = "关闭", "Close";
    COUNT = "共{n}条", "{n} entries";
    NEWEST = "回到最新的记录", "Back to the newest";
    ONLY = "列出最近{n}条，更早的另列", "The newest {n} are listed; older ones apart";
    EMPTY = "没有操作记录", "No entries";
    MORE = "更早的记录", "Older entries";
    WARNED = "办理时提醒{n}项", "{n} warnings were shown";
    HASH = "校验值", "Hash";
    NO_CHANGE = "没有内容变更", "Nothing changed";
    CHANGED = "变更{n}处", "{n} changes";
}

/// What people call what is done without a form of its own, by its stable name.
pub fn act(name: &str) -> Option<crate::language::Text> {
    use crate::language::Text;
    Some(match name {
        "load_sample" => Text::new("载入样例数据", "Load the sample data"),
        "make_backup" => super::backups::MAKE,
        "set_password" => Text::new("修改密码", "Change password"),
        _ => return None,
    })
}

/// What people call a field of a stored object, when it has a name of its own.
pub fn field(key: &str) -> Option<crate::language::Text> {
    use crate::language::Text;
    Some(match key {
        "division_code" => Text::new("行政区划代码", "Division code"),
        "dossiers" => Text::new("小区档案数", "Dossiers"),
        "amount" => Text::new("金额（万元）", "Amount (万元)"),
        "status" => Text::new("状态", "Status"),
        "stage" => Text::new("阶段", "Stage"),
        "plan" => Text::new("年度计划", "Annual plan"),
        "new_plan" => Text::new("新建年度计划", "New annual plan"),
        "plan_year" => Text::new("计划年度", "Plan year"),
        "entered_on" => Text::new("列入年度计划日期", "Entered into the plan on"),
        "funding" => Text::new("资金", "Fund"),
        "sub_kind" => Text::new("资金子类", "Sub-kind"),
        "level" => Text::new("级次", "Level"),
        "provider" => Text::new("出资单位", "Provider"),
        "operator_kind" => Text::new("管线类别", "Operator kind"),
        "allowed_items" => Text::new("文件列明项目", "Items named in the document"),
        "in_kind" => Text::new("实物", "In kind"),
        "valuation_basis" => Text::new("计价依据", "Valuation"),
        "doc" | "doc_no" => Text::new("文件", "Document"),
        "line" => Text::new("改造内容", "Line"),
        "lines" => Text::new("改造内容", "Lines"),
        "commitments" => Text::new("资金落实", "Funding"),
        "receipts" => Text::new("资金到位", "Receipts"),
        "payments" => Text::new("资金支付", "Payments"),
        "buildings" => Text::new("楼栋", "Buildings"),
        "report" => Text::new("办理情况", "What was done"),
        "reports" => Text::new("月报", "Reports"),
        "steps" => Text::new("审批事项", "Approval steps"),
        "year" => Text::new("年度", "Year"),
        "batch" => Text::new("批次", "Batch"),
        "issued_on" => Text::new("下达日期", "Issued on"),
        "name" => Text::new("名称", "Name"),
        "name_en" => Text::new("英文名称", "English name"),
        "role" => Text::new("角色", "Role"),
        "user" => Text::new("账号", "Account"),
        "version" => Text::new("版本", "Version"),
        "programme" => Text::new("改造规划", "Programme"),
        "project" => Text::new("项目", "Project"),
        "community" => Text::new("小区", "Community"),
        "project_community" => Text::new("项目小区", "Project community"),
        "planned_starts" => Text::new("计划开工小区数", "Planned starts"),
        "planned_completions" => Text::new("计划竣工小区数", "Planned completions"),
        "planned_households" => Text::new("计划改造户数", "Planned households"),
        "planned_area" => Text::new("计划改造面积", "Planned area"),
        "planned_invest" => Text::new("计划投资（万元）", "Planned investment (万元)"),
        _ => return None,
    })
}
