//! 政策条文与校验规则

super::words! {
    TITLE = "政策条文与校验规则", "Policy clauses and rules";
    LEAD = "《全面推进城镇老旧小区改造工作落实方案》{clauses}条、附件{annexes}个，校验规则{rules}条", "The plan: {clauses} sections, {annexes} annexes, {rules} rules";
    SEARCH = "查找条文、规则、用词", "Find a clause, a rule, a word";
    CLAUSES = "条文", "Clauses";
    RULES = "校验规则", "Rules";
    RULE_COUNT = "规则数", "Rules";
    WHEN = "何时校验", "When";
    SUBJECT = "对象", "Subject";
    TREE_SHOW = "条文目录", "Table of clauses";
    OPEN = "展开{name}", "Open {name}";
    FOUND = "符合条件的规则{n}条", "{n} rules match";
    NOTHING_FOUND = "没有符合条件的条文或规则", "No clause or rule matches";
    NOTHING_FOUND_DETAIL = "请换一个词，或清除筛选。", "Try another word, or clear the filters.";
    CLEAR = "清除筛选", "Clear filters";
    UNKNOWN = "没有编号为{id}的条文或规则", "There is no clause or rule {id}";
    UNKNOWN_DETAIL = "请从左侧目录选择。", "Choose one from the table of clauses.";

    ALL_RULES = "全部校验规则", "All rules";
    ALL_RULES_LEAD = "由条文逐条归纳，均由系统校验，录入时即时提示。", "Each follows from the clauses; the system checks all of them and says so while one types.";
    NUMBER = "编号", "No.";
    NAME = "规则", "Rule";
    BY_SYSTEM = "系统校验", "checked by the system";
    BY_PEOPLE = "人工审核", "judged by people";
    HOW_CHECKED = "方式", "How";

    GIST = "条文要点", "What the clause asks";
    IMPLEMENTED = "落实方式", "How it is carried out";
    RULES_OF = "相关规则", "Rules that follow";
    NO_RULES = "本项条文不设校验规则。", "No rule follows from this clause.";
    BASIS = "依据", "Basis";
    CHECKED_OBJECT = "校验对象", "Subject";
    AT = "何时", "When";
    BEFORE_GATE = "{gate}前须解决，此前保存时提醒", "must be solved before: {gate}; a warning until then";
    BEFORE_LATER_GATE = "{gate}前须解决", "must be solved before: {gate}";
    ON_SAVE = "保存时校验，更正后方可保存", "on saving; must be corrected first";
    ALWAYS_WARNS = "各环节均提醒，不影响办理", "a warning at every step, stops nothing";
    AT_WARNS = "{gate}时提醒，不影响办理", "a warning at: {gate}; stops nothing";
    ON_ITS_ACT = "办理该事项时校验", "on its own act";
    MAY_WARN = "符合条文所列例外的，只作提醒", "only a warning where the clause allows an exception";
    SINCE = "自{date}", "since {date}";

    PARAMETERS = "参数", "Parameters";
    PARAMETER = "名称", "Name";
    VALUE = "数值", "Value";
    PARAMETER_UNIT = "单位", "Unit";
    VALID_FROM = "起用日期", "Since";
    SOURCE = "来源", "Source";
    HOW = "怎么算", "How it is checked";
    PEOPLE_JUDGE = "本条由经办人员对照条文和材料审核，系统列明依据、对象和时点，不自动作出结论。", "The officers in charge judge this by the clause and the papers; the system states basis, subject and time, and draws no conclusion of its own.";

    TRY = "试一试", "Try it";
    TRY_PAID = "管线单位出资（万元）", "Operators pay (万元)";
    TRY_INVESTED = "管线改造投资（万元）", "Pipeline investment (万元)";
    TRY_LIMIT = "下限{limit}%", "Floor {limit}%";
    TRY_BAR = "出资比例{share}%，下限{limit}%", "Share {share}%, floor {limit}%";
    TRY_SHORT = "低于{limit}%，还差{missing}万元。", "Below {limit}%; {missing} 万元 are missing.";
    TRY_ENOUGH = "不低于{limit}%。", "Not below {limit}%.";
    TRY_NONE = "没有管线改造投资，不适用。", "No pipeline investment: the rule does not apply.";
    EXAMPLES = "例子", "Examples";
    EXAMPLES_LEAD = "由本页现场校验得出。", "Checked on this page, now.";
    CHANGE = "修改后再校验", "Change it and check again";
    CHANGED = "修改后的例子", "The changed example";
    INPUT = "例子的数据", "The example as data";
    INPUT_HINT = "与用例文件格式相同：金额以分为单位，面积以0.01㎡为单位，进度以0.1%为单位。", "As in case files: amounts in fen, areas in 0.01 ㎡, progress in 0.1 %.";
    RESTORE = "恢复原例", "Restore";
    UNREADABLE = "数据不能校验：{why}", "The data can't be checked: {why}";
    SAID = "提示", "What is said";
    PASSES = "通过", "passes";
    STOPS = "不通过", "does not pass";
    WARNS = "提醒", "warning";
    REMEDY = "怎么办", "What to do";
    LINK = "复制链接", "Copy the link";
    LINK_COPIED = "链接已复制", "Copied";
}
