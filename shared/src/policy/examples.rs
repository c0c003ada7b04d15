//! One example on each side of every rule, with the values of the policy: what passes and what does not.

use crate::language::Text;

/// An example on each side of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Examples {
    /// What it lets pass.
    pub passes: Text,
    /// What it finds.
    pub fails: Text,
}

/// The examples of the rule with this id.
pub fn examples(id: &str) -> Option<&'static Examples> {
    let index = super::rules::HEADINGS.iter().position(|heading| heading.id == id)?;
    EXAMPLES.get(index)
}

const fn of(passes: Text, fails: Text) -> Examples {
    Examples { passes, fails }
}

/// By rule, in the order of the headings.
const EXAMPLES: &[Examples] = &[
    //
    of(
        Text::new("2022年度计划，楼栋1999年6月建成", "Plan of 2022, building of June 1999"),
        Text::new("2023年度计划，楼栋2001年1月1日建成", "Plan of 2023, building of 1 January 2001"),
    ),
    //
    of(
        Text::new(
            "2023年度计划，楼栋2003年5月建成，有范围调整文件明确至2003年底",
            "Plan of 2023, building of May 2003, a document widens the window to the end of 2003",
        ),
        Text::new("列入2026年度计划，无范围调整文件", "Plan of 2026 without a document"),
    ),
    //
    of(
        Text::new("拟征收的楼栋不列入改造范围", "The building to be expropriated is out of scope"),
        Text::new("拟征收的楼栋仍在改造范围内", "The building to be expropriated is in scope"),
    ),
    //
    of(
        Text::new(
            "曾获中央补助，基础设施仍不齐全，居民改造意愿强",
            "Central aid before, infrastructure still incomplete, residents want it strongly",
        ),
        Text::new("曾获中央补助，居民改造意愿不强", "Central aid before, residents don't want it strongly"),
    ),
    //
    of(
        Text::new(
            "中央补助改造过供热的楼栋，再改供热用县财政资金",
            "Heating renewed again with county money where central aid had paid for it",
        ),
        Text::new(
            "中央补助改造过供热的楼栋，再改供热又用中央资金",
            "Heating renewed again with central money where central aid had paid for it",
        ),
    ),
    //
    of(
        Text::new("不拆除重建，无新增可售面积", "No demolition and rebuilding, nothing new to sell"),
        Text::new("新增可售面积600㎡", "600 ㎡ new to sell"),
    ),
    //
    of(
        Text::new("位于高台县城关镇", "In Chengguan town of Gaotai county"),
        Text::new("行政区划代码属于其他县", "The division code of another county"),
    ),
    //
    of(
        Text::new("改造户数填报312户，楼栋合计312户", "312 households stated, buildings add up to 312"),
        Text::new("改造户数填报310户，楼栋合计312户", "310 households stated, buildings add up to 312"),
    ),
    //
    of(
        Text::new("28,640㎡、312户，户均91.79㎡", "28,640 ㎡ and 312 households: 91.79 ㎡ each"),
        Text::new("28,640㎡、112户，户均255.71㎡", "28,640 ㎡ and 112 households: 255.71 ㎡ each"),
    ),
    //
    of(
        Text::new("加装电梯列入完善类，数量2部", "Lift as improvement, two lifts"),
        Text::new("加装电梯列入基础类", "Lift as basic renewal"),
    ),
    //
    of(
        Text::new("各类投资合计等于可研批复总投资1,145.60万元", "Classes add up to the approved 1,145.60 万元"),
        Text::new("提升类批复35.00万元，明细36.00万元", "35.00 万元 approved for upgrades, lines of 36.00 万元"),
    ),
    //
    of(
        Text::new("同一改造项分列于不同楼栋", "One item on different buildings"),
        Text::new(
            "3#楼光纤入户和光纤到户均列了线缆",
            "Fibre into the home and fibre to the home both list cable on 3#",
        ),
    ),
    //
    of(
        Text::new("不改变使用功能和主体结构", "Use and main structure stay"),
        Text::new("改变主体结构，未附批准文件", "The main structure changes without an approval paper"),
    ),
    //
    of(
        Text::new("文物建筑保护审批已通过", "The approval for the relic has passed"),
        Text::new("文物建筑保护审批尚在办理", "The approval for the relic is still open"),
    ),
    //
    of(
        Text::new("加装条件、业主同意和各项手续齐全", "Feasibility, owners' vote and permits are there"),
        Text::new("业主未表决同意", "The owners have not voted"),
    ),
    //
    of(
        Text::new("供热单位出资用于供热管网", "The heating company pays for heating"),
        Text::new("公积金用于小区道路", "Provident fund pays for the road"),
    ),
    //
    of(
        Text::new("基础类资金已无缺口", "Basic renewal has no gap"),
        Text::new(
            "基础类缺5.00万元，同时用中央资金建便民市场",
            "Basic renewal lacks 5.00 万元 while central money pays for a market",
        ),
    ),
    //
    of(
        Text::new(
            "管线投资431.70万元，专营单位出资129.51万元，正好30%",
            "Operators pay 129.51 of 431.70 万元, exactly 30 %",
        ),
        Text::new(
            "管线投资431.70万元，专营单位出资129.50万元，显示29.99%",
            "Operators pay 129.50 of 431.70 万元, shown as 29.99 %",
        ),
    ),
    //
    of(
        Text::new("线缆由供电企业自行出资实施", "The power company lays its cable with its own money"),
        Text::new("线缆由施工企业实施，用县财政资金", "A contractor lays cable with county money"),
    ),
    //
    of(
        Text::new("门窗更换由居民出资，县财政奖补", "Residents pay for windows, with county rewards"),
        Text::new("门窗更换使用中央财政资金", "Central money pays for windows"),
    ),
    //
    of(
        Text::new("配偶在净分摊2.50万元内提取", "The spouse withdraws the net share of 2.50 万元"),
        Text::new(
            "父母提取；净分摊2.50万元却提取3.20万元",
            "A parent withdraws; 3.20 万元 withdrawn of a share of 2.50",
        ),
    ),
    //
    of(
        Text::new(
            "业主同意，余额60万元使用30万元，余额不低于首期的30%",
            "Owners agree, 30 of 60 万元 used, 30 % of the first deposit is left",
        ),
        Text::new("使用维修资金未经业主同意", "The fund is used without the owners' vote"),
    ),
    //
    of(
        Text::new("专项债券审核已通过，再开工", "Bonds have passed review before works start"),
        Text::new("审核尚未通过即开工", "Works start before the review has passed"),
    ),
    //
    of(
        Text::new("由已完成市场化改制的公司融资", "A reformed company borrows"),
        Text::new("由县住建局借款", "The bureau borrows"),
    ),
    //
    of(
        Text::new("到位25万元，支付25万元", "25 万元 paid of 25 received"),
        Text::new("到位25万元，支付30万元", "30 万元 paid of 25 received"),
    ),
    //
    of(Text::new("资金无缺口", "No gap"), Text::new("缺口45.60万元，无平衡方案", "A gap of 45.60 万元 and no plan")),
    //
    of(
        Text::new("明细合计等于总投资", "Lines add up to the total"),
        Text::new("明细合计与总投资相差1分", "One fen of difference"),
    ),
    //
    of(
        Text::new("投工投劳已计价，不计入到位和支付", "Labour has a valuation and no receipts"),
        Text::new("以投工投劳支付工程款", "A payment is made from labour"),
    ),
    //
    of(
        Text::new("体育资金用于体育健身设施", "Sports money pays for sports facilities"),
        Text::new("体育资金用于养老设施", "Sports money pays for care of the elderly"),
    ),
    //
    of(
        Text::new(
            "投资完成100.00%；110.00%只作提醒",
            "100.00 % of the approved investment; 110.00 % is a warning only",
        ),
        Text::new("投资完成110.01%", "110.01 % of the approved investment"),
    ),
    //
    of(
        Text::new("债券和县财政资金共1,800万元，上限2,000万元", "1,800 万元 of bonds and county money, ceiling 2,000"),
        Text::new("债券和县财政资金共2,100万元，上限2,000万元", "2,100 万元 of bonds and county money, ceiling 2,000"),
    ),
    //
    of(
        Text::new("312户中208户参与、156户同意，面积同比例", "208 of 312 owners take part and 156 agree, areas alike"),
        Text::new("312户中207户参与", "207 of 312 owners take part"),
    ),
    //
    of(
        Text::new("四个部门均通过", "All four departments agree"),
        Text::new("县自然资源局尚未提出意见", "The natural resources bureau has not answered"),
    ),
    //
    of(
        Text::new(
            "已列入年度计划，合并报批，达到初步设计深度",
            "In the annual plan, merged, at the depth of a preliminary design",
        ),
        Text::new("未列入年度计划即报批", "Submitted outside the annual plan"),
    ),
    //
    of(
        Text::new("不涉及土地权属变化，附已有用地手续", "No change of land rights, existing papers attached"),
        Text::new("不涉及土地权属变化，未附已有用地手续", "No change of land rights, papers missing"),
    ),
    //
    of(
        Text::new("一般修缮，不增加面积", "Plain repair, no new area"),
        Text::new("增加建筑面积，未取得规划许可", "New floor area without a planning permit"),
    ),
    //
    of(
        Text::new("一般修缮，已签承诺书", "Plain repair with a pledge"),
        Text::new("一般修缮，未签承诺书，也未审查施工图", "Plain repair, neither pledge nor review"),
    ),
    //
    of(
        Text::new("4月1日取得施工许可，4月10日开工", "Permit of 1 April, start on 10 April"),
        Text::new("4月15日取得施工许可，4月10日开工", "Permit of 15 April, start on 10 April"),
    ),
    //
    of(
        Text::new("联合验收当日标记竣工", "Completed on the day of the joint acceptance"),
        Text::new("验收退回补正", "Acceptance returned for correction"),
    ),
    //
    of(
        Text::new("储备项目转为新开工", "From reserve to newly started"),
        Text::new("储备项目直接转为在建", "From reserve straight to under way"),
    ),
    //
    of(
        Text::new("由城关镇人民政府建设", "Built by the town"),
        Text::new("公房管理单位建设非公房小区", "A manager of public housing builds where none is"),
    ),
    //
    of(Text::new("责任人姓名、职务齐全", "Name and post are given"), Text::new("未填责任人姓名", "No name")),
    //
    of(
        Text::new("91350100M000100Y43", "91350100M000100Y43"),
        Text::new("末位校验码不符：91350100M000100Y44", "Wrong check digit: 91350100M000100Y44"),
    ),
    //
    of(
        Text::new("末位校验码相符", "The check digit is right"),
        Text::new("末位校验码不符", "The check digit is wrong"),
    ),
    //
    of(
        Text::new("2103-620724-04-01-123456", "2103-620724-04-01-123456"),
        Text::new("月份不存在：2113-620724-04-01-123456", "No such month: 2113-620724-04-01-123456"),
    ),
    //
    of(
        Text::new("2022年5月月报于6月5日23时59分59秒报送", "The report of May 2022 sent on 5 June at 23:59:59"),
        Text::new("2022年5月月报于6月6日0时报送", "The report of May 2022 sent on 6 June at 00:00"),
    ),
    //
    of(
        Text::new("上月形象进度45.0%，本月45.0%", "Progress 45.0 % after 45.0 %"),
        Text::new("上月形象进度45.0%，本月44.9%", "Progress 44.9 % after 45.0 %"),
    ),
    //
    of(
        Text::new("填报当月月报", "The report of the current month"),
        Text::new("提前填报下月月报", "The report of next month"),
    ),
    //
    of(
        Text::new("停工后70小时报送", "A stop of works reported after 70 hours"),
        Text::new("质量安全事故2小时后报送", "An accident reported after two hours"),
    ),
    //
    of(
        Text::new("按下一编号另发更正通报", "A correction with the next number"),
        Text::new("修改已印发的通报", "A published bulletin is changed"),
    ),
    //
    of(
        Text::new("以项目建设进度缓慢为由，附月报", "Works too slow, with a report as evidence"),
        Text::new("以规定之外的理由约谈", "An interview on another ground"),
    ),
    //
    of(
        Text::new("组长、副组长均同意", "Leader and deputy leader consent"),
        Text::new("仅组长同意", "Only the leader consents"),
    ),
    //
    of(
        Text::new("上报办结，附一份佐证", "Reported as done with a file"),
        Text::new("上报办结，未附佐证", "Reported as done without a file"),
    ),
    //
    of(
        Text::new("管理模式、服务内容、收费标准和业主委员会齐全", "Mode, services, fee and committee are there"),
        Text::new("未填收费标准", "No fee"),
    ),
    //
    of(
        Text::new("产权单位和管护单位齐全", "Owner and maintainer are given"),
        Text::new("未填管护单位", "No maintainer"),
    ),
    //
    of(
        Text::new("基础设施不齐全的小区", "A community with incomplete infrastructure"),
        Text::new("未登记任何老旧特征", "None of the features of an old community is recorded"),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::rules::HEADINGS;

    #[test]
    fn every_rule_has_both() {
        assert_eq!(EXAMPLES.len(), HEADINGS.len());
        assert_eq!(examples("R-18").map(|both| both.fails.en.contains("29.99")), Some(true));
        assert_eq!(examples("R-99"), None);
        for text in EXAMPLES.iter().flat_map(|both| [both.passes, both.fails]) {
            assert!(!text.zh.is_empty() && !text.zh.chars().any(|c| c.is_ascii_lowercase()), "{}", text.zh);
            assert!(!text.en.is_empty() && !text.en.ends_with('.'), "{}", text.en);
        }
    }
}
