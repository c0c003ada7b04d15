//! 政策条文与校验规则

super::words! {
    TITLE = "政策条文与校验规则", "Policy clauses and rules";
    SEARCH = "查找条文、规则、用词", "Find a clause, a rule, a word";
    CLAUSES = "条文", "Clauses";
    RULES = "校验规则", "Rules";
}
