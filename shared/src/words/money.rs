//! 到位、支付: receipts and payments of a community, and their sums over the programme.

super::words! {
    TITLE = "资金到位和支付", "Receipts and payments";
    RECEIVED_AND_PAID = "到位支付", "Receipts and payments";
    BY_COMMUNITY = "到位、支付、结余（按小区）", "Money by community";
    BY_SOURCE = "到位、支付、结余（按资金来源）", "Money by source";
    BY_BOTH = "到位、支付、结余（按小区和资金来源）", "Money by community and source";
    VIEW = "汇总方式", "Summed up";
    VIEW_COMMUNITY = "按小区", "by community";
    VIEW_SOURCE = "按资金来源", "by source";
    VIEW_BOTH = "按小区和资金来源", "by community and source";
    NOTE = "万元；落实不含实物和投工投劳，到位率=到位÷落实，支付率=支付÷到位", "万元; secured without goods and labour; received of secured, paid of received";
    SAID = "落实{secured}万元，到位{received}万元，支付{paid}万元，结余{left}万元。", "Secured {secured}, received {received}, paid {paid}, balance {left} 万元.";
    YEAR = "计划年度", "Plan year";
    COMMUNITY = "小区", "Community";
    CODE = "编码", "Code";
    SOURCE = "资金来源", "Source";
    SECURED = "落实", "Secured";
    RECEIVED = "到位", "Received";
    PAID = "支付", "Paid";
    LEFT = "结余", "Balance";
    RECEIVED_SHARE = "到位率", "Received of secured";
    PAID_SHARE = "支付率", "Paid of received";
    TOTAL = "合计", "Total";
    OPENING = "存量项目补录（期初）", "Taken over";
    EMPTY = "没有资金落实、到位或支付", "Nothing is secured, received or paid";

    LEDGER = "到位支付明细", "Entries";
    KIND = "类型", "Kind";
    RECEIPT = "到位", "Receipt";
    PAYMENT = "支付", "Payment";
    DATE = "日期", "Date";
    AMOUNT = "金额（万元）", "Amount (万元)";
    DOC_NO = "文号", "Document no.";
    VOUCHER = "凭证号", "Voucher no.";
    LINE = "改造项", "Item";
    PAYEE = "收款单位", "Payee";
    PURPOSE = "用途", "Purpose";
    REASON = "更正原因", "Reason of the correction";
    ACTS = "办理", "Acts";
    NO_ROWS = "尚无到位和支付。", "Nothing has arrived and nothing is paid.";
    NO_SOURCES = "尚无资金落实；先在上表登记资金来源。", "No funding yet; enter the sources in the table above first.";

    ADD_RECEIPT = "登记到位", "Enter a receipt";
    ADD_PAYMENT = "登记支付", "Enter a payment";
    CORRECT = "更正", "Correct";
    CORRECT_RECEIPT = "更正到位", "Correct a receipt";
    CORRECT_PAYMENT = "更正支付", "Correct a payment";
    CORRECT_OF = "更正{date}{amount}万元", "Correct {date}, {amount} 万元";
    TAKE_BACK = "撤销", "Take back";
    TAKE_BACK_TITLE = "撤销登记", "Take an entry back";
    TAKE_BACK_OF = "撤销{date}{amount}万元", "Take back {date}, {amount} 万元";
    TAKE_BACK_LEAD = "撤销后不再计入合计，原内容和原因留在更正记录中。", "It counts no more; what stood there and the reason are kept among the corrections.";
    SAVE = "保存", "Save";
    SAVING = "正在保存……", "Saving …";
    CHOOSE = "请选择", "Choose";
    ONE_PAPER = "文号、凭证号至少填一个。", "Give at least one of document and voucher number.";
    SAVED = "已登记，操作日志留有记录。", "Entered; the audit log keeps a record.";
    TAKEN_BACK = "已撤销，操作日志留有记录。", "Taken back; the audit log keeps a record.";
    REFUSED = "没有保存：有{n}项须先解决", "Not saved: {n} findings must be solved first";
    REFUSED_DETAIL = "所填内容都已保留。", "All entries are kept.";
    STALE = "他人已保存了新的内容，本次没有保存", "Somebody else has saved; your entry was not saved";
    STALE_DETAIL = "所填内容保留。最新内容已载入，请核对后再次保存。", "Your entry is kept. The newest content is loaded; compare and save again.";
    FINDINGS = "按本机校验，须解决{n}项", "By the check in this browser {n} findings must be solved";
    FINDINGS_PAYMENT = "拨付校验未通过，须解决{n}项", "The check before payment: {n} findings must be solved";
    FINDINGS_RECEIPT = "可以登记；今后拨付前须解决{n}项", "It can be entered; {n} findings must be solved before the next payment";
    CLEAR = "校验通过。", "The checks pass.";
    AVAILABLE = "该资金结余{left}万元", "Balance of this source: {left} 万元";

    CORRECTIONS = "更正记录", "Corrections";
    CORRECTED = "更正", "corrected";
    WAS_TAKEN_BACK = "撤销", "taken back";
    BEFORE = "更正前", "Before";
}
