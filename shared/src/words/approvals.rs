//! 审批手续: the steps of a project, its milestones, and what recorded facts have left open.

super::words! {
    TITLE = "审批手续", "Approvals";
    LEAD = "按项目性质列出各事项；无需办理和合并办理的写明依据", "The steps by the nature of the project; what is not needed or merged says why";
    NO_SUCH_STEP = "本项目无此事项", "not part of this project";
    MERGED_INTO = "并入{step}", "merged into {step}";
    FORM = "形式：{variant}", "as {variant}";
    BY = "办理单位：{unit}", "decided by {unit}";
    CLAUSE_AND_REASON = "{reason}（{clause}）", "{reason} ({clause})";
    SUBMITTED_ON = "申报日期", "Submitted";
    LIMIT = "办理时限（天）", "Days allowed";
    DUE_BY = "应于{date}前办结", "to be settled by {date}";
    DATE = "办结日期", "Settled";
    DOC_NO = "文号", "Document No.";
    JOINT = "联合办理", "Done jointly";
    MERGED_HERE = "与{step}合并办理", "Done together with {step}";
    MERGED = "合并办理", "Done together";
    DEPTH = "达到初步设计深度", "Preliminary-design depth is reached";
    REMARK = "退回原因或备注", "Why returned, or a remark";
    EDIT = "登记", "Enter";
    EDIT_STEP = "登记{step}", "Enter {step}";
    OPINIONS = "联合审查意见", "Opinions of the joint review";
    NO_OPINION = "未出具", "none yet";
    ALL_AGREED = "全部通过", "All agree";
    REVIEWED_ON = "审查日期", "Reviewed on";
    CODE = "项目代码", "Project code";
    APPROVED = "批复投资（万元）", "Approved investment (万元)";
    FROM_LINES = "按投资明细填入", "Fill in from the lines";
    LAND_PAPER = "已有用地手续", "Existing land paper";
    CONTRACT = "施工合同签订日期", "Contract signed on";
    ISSUED = "债券发行额（万元）", "Bonds issued (万元)";
    SAVE = "保存", "Save";
    SAVING = "正在保存……", "Saving …";
    SAVED = "审批手续已保存，操作日志留有记录。", "The approvals are saved; the audit log keeps a record.";
    NOT_READ = "填写格式不正确", "the value has the wrong form";
    REFUSED = "没有保存：须先解决以下{n}项", "Not saved: {n} to solve first";
    MEND = "去办理", "Go there";
    MORE_WARNINGS = "另有提醒{n}项，不影响办理。", "There are {n} warnings besides, which stop nothing.";

    MILESTONES = "前期工作节点", "Milestones";
    MILESTONES_LEAD = "先设计、后清单、再预算，责任分解后实施，依次完成", "Design, quantities, budget, responsibilities, works: one after the other";
    NOT_REACHED = "未完成", "not reached";

    OPEN = "手续补办", "To be mended";
    OPEN_LEAD = "据实登记时未解决的事项；补齐前不能拨付和竣工", "What a recorded fact left open; until it is mended nothing is paid and nothing completed";
    NO_OPEN = "没有手续补办事项", "Nothing is to be mended";
    FACT = "{date}据实登记{gate}：{reason}（{doc}）", "{gate} recorded as a fact on {date}: {reason} ({doc})";
    MATTER = "事项", "Matter";
    PERSON = "补办责任人", "Who mends it";
    DUE = "补办时限", "Due";
    OVERDUE = "已逾期", "overdue";
    MENDED = "已补齐", "mended";
    CLOSED = "{date}办结：{reason}（{doc}）", "closed on {date}: {reason} ({doc})";
    STILL_OPEN = "待补办", "open";
    CLOSE = "办结", "Close";
    CLOSE_TITLE = "办结手续补办", "Close what can't be mended";
    CLOSE_LEAD = "只用于无法补正的事项，如许可证日期晚于开工。办结后该事项转为提醒。", "Only for what can't be mended, such as a permit dated after the start. It is a warning from then on.";
    REASON = "原因", "Reason";
    DOC = "依据文件", "Document";
    CLOSED_DONE = "已办结，操作日志留有记录。", "Closed; the audit log keeps a record.";
}
