//! 列入年度计划: the act on a dossier's page.

super::words! {
    ACT = "列入年度计划", "Enter into the annual plan";
    ACT_BLOCKED = "列入年度计划：须先解决{n}项", "Enter into the annual plan: {n} to solve first";
    CHECK = "请核对后提交", "Check before sending";
    CHECK_LEAD = "提交后，{name}列入{year}年度改造计划；阶段仍为储备，操作日志记录本次办理。", "{name} will be entered into the plan of {year}; its stage stays reserve, and the audit log keeps this act.";
    PLAN = "年度计划", "Annual plan";
    PLAN_NEW = "{year}年度计划（尚无，提交时建立，状态为拟定）", "Plan of {year} (none yet; it is made as a draft)";
    PLAN_KNOWN = "{year}年度计划（{status}）", "Plan of {year} ({status})";
    HOUSEHOLDS = "改造户数", "Households";
    INVESTMENT = "总投资", "Investment";
    FUNDED = "资金落实", "Funding secured";
    GATE_STOPS = "按本机校验，列入年度计划前须解决{n}项；提交将由系统核定，预计不予列入。", "By the check in this browser {n} findings must be solved first; the server decides, and is expected to refuse.";
    GATE_CLEAR = "按本机校验，没有须解决事项。", "By the check in this browser nothing must be solved first.";
    GATE_WARNINGS = "另有提醒{n}项，不影响提交。", "There are {n} warnings besides, which stop nothing.";
    SUBMIT = "提交", "Send";
    SUBMIT_ANYWAY = "提交核定", "Send for decision";
    BUSY = "正在提交……", "Sending …";
    DONE = "已列入{year}年度改造计划。", "Entered into the plan of {year}.";
    REFUSED = "未列入年度计划：有{n}项须先解决", "Not entered into the annual plan: {n} findings must be solved first";
    REFUSED_DETAIL = "档案内容未改动。解决后可再次提交。", "The dossier is unchanged. Solve them and send again.";
    IN_PLAN = "已列入{year}年度计划", "In the plan of {year}";
}
