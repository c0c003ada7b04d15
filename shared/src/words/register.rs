//! 新增小区

super::words! {
    TITLE = "新增小区", "Register a community";
    LEAD = "登记后进入储备，可继续填报楼栋、改造内容和资金。", "It begins in reserve; buildings, works and funding follow in its dossier.";
    COMMUNITY = "小区", "Community";
    PROJECT = "改造项目", "Project";
    IS_NEW = "新的", "new";
    IS_KNOWN = "已有的", "known";
    WHICH_COMMUNITY = "哪个小区", "Which community";
    WHICH_PROJECT = "哪个项目", "Which project";
    CHOOSE = "请选择", "Choose";
    CODE = "小区编码", "Code";
    CODE_HINT = "已按下一个空号填好", "The next one that is free is filled in";
    NAME = "小区名称", "Name";
    DIVISION_CODE = "行政区划代码", "Division code";
    TOWNSHIP = "乡镇", "Town";
    NEIGHBOURHOOD = "社区", "Neighbourhood";
    ADDRESS = "地址", "Address";
    PLAN_YEAR = "计划年度", "Plan year";
    PROJECT_NAME = "项目名称", "Project";
    PROJECT_OWNER = "建设单位", "Project owner";
    SUBMIT = "登记", "Register";
    BUSY = "正在登记……", "Registering …";
}
