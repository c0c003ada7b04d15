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
        "code" => Text::new("小区编码", "Code"),
        "township" => Text::new("乡镇", "Town"),
        "address" => Text::new("地址", "Address"),
        "neighbourhood" => Text::new("社区", "Neighbourhood"),
        "is_single_building" => Text::new("单栋", "Single building"),
        "tenure" => Text::new("产权性质", "Tenure"),
        "owner_unit" => Text::new("原产权单位", "Former owner"),
        "built_early" => Text::new("建成年代较早", "Built early"),
        "neglected" => Text::new("失养失修失管", "Neglected"),
        "infra_incomplete" => Text::new("市政配套设施不完善", "Municipal facilities incomplete"),
        "service_incomplete" => Text::new("社区服务设施不健全", "Community services incomplete"),
        "will_strong" => Text::new("居民改造意愿强烈", "Residents want the works"),
        "expropriation_planned" => Text::new("计划征收拆迁", "Expropriation planned"),
        "survey_date" => Text::new("摸底日期", "Surveyed on"),
        "prior_subsidies" => Text::new("曾获补助", "Aid received before"),
        "item" => Text::new("改造项", "Item"),
        "no" => Text::new("楼栋号", "Building"),
        "in_scope" => Text::new("纳入改造", "In scope"),
        "completed_on" => Text::new("竣工日期", "Completed on"),
        "completed_year" => Text::new("建成年份", "Year completed"),
        "storeys" => Text::new("层数", "Storeys"),
        "stair_units" => Text::new("单元数", "Entrances"),
        "households" => Text::new("户数", "Households"),
        "floor_area" => Text::new("建筑面积（㎡）", "Floor area (㎡)"),
        "structure" => Text::new("结构", "Structure"),
        "heritage" => Text::new("文物保护", "Heritage"),
        "lift_feasible" => Text::new("具备加装电梯条件", "Fit for a lift"),
        "consent_passed" => Text::new("加装电梯表决通过", "Lift agreed"),
        "national_code" => Text::new("项目代码", "Project code"),
        "project_owner" => Text::new("建设单位", "Project owner"),
        "manager_name" => Text::new("责任人", "Responsible manager"),
        "manager_post" => Text::new("责任人职务", "Manager's post"),
        "delivery_mode" => Text::new("建设方式", "Delivery"),
        "below_tender_limit" => Text::new("未达招标限额", "Below the tender limit"),
        "new_build" => Text::new("新建", "New building"),
        "adds_floor_area" => Text::new("增加面积", "Adds floor area"),
        "changes_structure" => Text::new("改变结构", "Changes the structure"),
        "changes_function" => Text::new("改变功能", "Changes the function"),
        "land_rights_change" => Text::new("土地权属变化", "Land rights change"),
        "pledge" => Text::new("告知承诺", "Notice and pledge"),
        "public_housing" => Text::new("公房", "Public housing"),
        "demolish_rebuild" => Text::new("拆除重建", "Demolish and rebuild"),
        "merged_feasibility" => Text::new("合并可研", "Merged feasibility study"),
        "new_saleable_area" => Text::new("新增可售面积（㎡）", "New saleable area (㎡)"),
        "revenue_source" => Text::new("收益来源", "Source of revenue"),
        "total_invest" => Text::new("总投资（万元）", "Investment (万元)"),
        "approved" => Text::new("批复", "Approved"),
        "body" => Text::new("主体（万元）", "Body (万元)"),
        "infra" => Text::new("配套（万元）", "Infrastructure (万元)"),
        "improvement" => Text::new("完善（万元）", "Improvement (万元)"),
        "upgrade" => Text::new("提升（万元）", "Upgrade (万元)"),
        "other" => Text::new("其他费用（万元）", "Fees (万元)"),
        "contingency" => Text::new("预备费（万元）", "Reserve (万元)"),
        "total" => Text::new("合计（万元）", "Total (万元)"),
        "exception_paper" => Text::new("例外批准文件", "Paper of the exception"),
        "entrusting_paper" => Text::new("委托文件", "Paper of the entrusting"),
        "land_paper" => Text::new("用地手续", "Land paper"),
        "balance_plan" => Text::new("资金平衡方案", "Plan that closes the gap"),
        "operator_agreements" => Text::new("管线协议", "Agreements with operators"),
        "contract_date" => Text::new("合同日期", "Contract signed"),
        "scope_households" => Text::new("改造户数", "Households in scope"),
        "scope_area" => Text::new("改造面积（㎡）", "Area in scope (㎡)"),
        "scope_count" => Text::new("改造楼栋数", "Buildings in scope"),
        "planned_start" => Text::new("计划开工", "Planned start"),
        "planned_finish" => Text::new("计划竣工", "Planned completion"),
        "baseline" => Text::new("计划进度", "Planned progress"),
        "cum_progress" => Text::new("进度（%）", "Progress (%)"),
        "category" => Text::new("类别", "Class"),
        "quantity" => Text::new("数量", "Quantity"),
        "unit" => Text::new("计量单位", "Unit"),
        "component" => Text::new("费用构成", "Component"),
        "location" => Text::new("位置", "Location"),
        "implementing_party" => Text::new("实施主体", "Done by"),
        "kind" => Text::new("性质", "Kind"),
        "owner_after" => Text::new("改造后产权单位", "Owner afterwards"),
        "owner" => Text::new("产权单位", "Owner"),
        "maintainer" => Text::new("维护单位", "Maintained by"),
        _ => return None,
    })
}
