//! The sources of money (clauses 3.1 to 3.6), as a catalogue.
//!
//! It says what a fund is and what it may pay; it will never look at a commitment (rules do). Tax relief is never a
//! source of money (clause 3.2e).

use super::parameters::{
    FUND_ITEMS_F06, FUND_ITEMS_F07, FUND_ITEMS_F18_CHILDCARE, FUND_ITEMS_F18_CULTURE, FUND_ITEMS_F18_ELDERLY,
    FUND_ITEMS_F18_HEALTH, FUND_ITEMS_F18_SPORT, Key, List,
};
use crate::{language::Text, vocabulary::vocabulary};

vocabulary! {
    /// The group of a source in charts (L-05), in the official order.
    SourceGroup {
        Central = "中央", "central";
        Provincial = "省级", "provincial";
        Bonds = "专项债券", "special bonds";
        County = "县级", "county";
        Operators = "管线单位", "operators";
        Residents = "居民", "residents";
        OwnersAndDevelopers = "原产权单位及企业", "former owners and enterprises";
        Loans = "信贷", "loans";
        Capital = "社会资本及债券", "private capital and bonds";
    }
}

vocabulary! {
    /// The level of government that gives money (级次).
    Level {
        Central = "中央", "central";
        Province = "省", "province";
        City = "市", "city";
        County = "县", "county";
    }
}

vocabulary! {
    /// The kind of 财政资金.
    Fiscal {
        Central = "中央财政资金", "central budget";
        Provincial = "省级财政资金", "provincial budget";
        County = "县级财政资金", "county budget";
        Debt = "政府债券资金", "government debt";
    }
}

impl Fiscal {
    /// The letter of the catalogue: C, P, K or D.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Central => "C",
            Self::Provincial => "P",
            Self::County => "K",
            Self::Debt => "D",
        }
    }
}

/// Whether a fund comes as goods or labour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InKind {
    /// Money only.
    Never,
    /// Labour, at its valuation.
    Always,
    /// A right given away, unless it is let for cash rent.
    UnlessCashRent,
    /// Goods or money.
    IfGoods,
}

impl InKind {
    /// As the catalogue writes it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Never => "no",
            Self::Always => "always",
            Self::UnlessCashRent => "unless cash rent",
            Self::IfGoods => "if goods",
        }
    }

    /// The display text in both languages.
    pub const fn text(self) -> Text {
        match self {
            Self::Never => Text::new("否", "no"),
            Self::Always => Text::new("均为实物或投劳", "always"),
            Self::UnlessCashRent => Text::new("收取现金租金的除外", "unless cash rent"),
            Self::IfGoods => Text::new("捐物时", "if goods"),
        }
    }
}

/// What a fund may pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MayPay {
    /// Any item, the residents' own part too.
    AnyWithPrivate,
    /// Any item but the residents' own part.
    AnyButPrivate,
    /// The items of a list among the parameters.
    Listed(Key<List<'static>>),
    /// The items that its document names (`allowed_items`).
    DocumentItems,
    /// The pipelines of its operator kind; 通信 also `telecom_extra_items`.
    OwnPipelines,
    /// The items of its sector ([`sector_items`]); 其他: those that its document names.
    Sector,
}

impl MayPay {
    /// As the catalogue writes it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AnyWithPrivate => "any, H too",
            Self::AnyButPrivate => "any but H",
            Self::Listed(key) => key.name(),
            Self::DocumentItems => "items its document names (allowed_items)",
            Self::OwnPipelines => "P items of its operator kind; 通信 also telecom_extra_items",
            Self::Sector => "fund_items_F18_*; 其他: items its document names",
        }
    }

    /// The display text in both languages.
    pub const fn text(self) -> Text {
        match self {
            Self::AnyWithPrivate => Text::new("各改造项，含居民自费事项", "any item, the residents' own part too"),
            Self::AnyButPrivate => Text::new("居民自费事项以外的各改造项", "any item but the residents' own part"),
            Self::Listed(_) => Text::new("参数设置所列改造项", "the items listed among the settings"),
            Self::DocumentItems => Text::new("资金文件列明的改造项", "the items that its document names"),
            Self::OwnPipelines => Text::new(
                "本专业管线；通信单位另可用于移动通信设施",
                "pipelines of its own kind; telecom operators also mobile communication",
            ),
            Self::Sector => Text::new(
                "本行业对应的改造项；其他行业按资金文件列明的改造项",
                "the items of its sector; for other sectors those that its document names",
            ),
        }
    }
}

/// A source of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fund {
    /// `F15`.
    pub code: &'static str,
    /// Its name in the papers.
    pub zh: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// Kinds, sectors or modes (资金子类); empty when there is no choice.
    pub sub_kinds: &'static [&'static str],
    /// Who gives it.
    pub provider: Text,
    /// The provider as the catalogue writes it.
    pub provider_code: &'static str,
    /// Which 财政资金 it is; none for other money and for one that follows its level.
    pub fiscal: Option<Fiscal>,
    /// Whether the level given with the money decides on fiscal kind and group (F18).
    pub by_level: bool,
    /// Its group in charts; none for one that follows its level.
    pub group: Option<SourceGroup>,
    /// Whether it may come as goods or labour.
    pub in_kind: InKind,
    /// The clauses that name it.
    pub clauses: &'static [&'static str],
    /// What it may pay.
    pub may_pay: MayPay,
}

impl Fund {
    /// Its name in both languages.
    pub const fn text(&self) -> Text {
        Text::new(self.zh, self.en)
    }

    /// Which 财政资金 the money is. Money that follows its level is central or provincial: without a level, or with
    /// one that it can't have, it is taken as provincial, so that it is never taken for central money by mistake.
    pub const fn fiscal_kind(&self, level: Option<Level>) -> Option<Fiscal> {
        match (self.by_level, level) {
            (true, Some(Level::Central)) => Some(Fiscal::Central),
            (true, _) => Some(Fiscal::Provincial),
            (false, _) => self.fiscal,
        }
    }

    /// Whether the money is 财政资金.
    pub const fn is_fiscal(&self, level: Option<Level>) -> bool {
        self.fiscal_kind(level).is_some()
    }

    /// Whether the money is central aid.
    pub const fn is_central(&self, level: Option<Level>) -> bool {
        matches!(self.fiscal_kind(level), Some(Fiscal::Central))
    }

    /// The group of the money in charts (L-05).
    pub const fn group(&self, level: Option<Level>) -> SourceGroup {
        match (self.group, level) {
            (Some(group), _) => group,
            (None, Some(Level::Central)) => SourceGroup::Central,
            (None, _) => SourceGroup::Provincial,
        }
    }
}

/// The fund with this code. Takes the same time for every code.
pub fn fund(code: &str) -> Option<&'static Fund> {
    let [b'F', tens @ b'0'..=b'9', ones @ b'0'..=b'9'] = *code.as_bytes() else {
        return None;
    };
    let number = usize::from(tens - b'0') * 10 + usize::from(ones - b'0');
    FUNDS.get(number.checked_sub(1)?)
}

/// The items that money of a sector (sub_kind of F18) may pay; none for 其他, whose document names them.
pub fn sector_items(sector: &str) -> Option<Key<List<'static>>> {
    match sector {
        "养老" => Some(FUND_ITEMS_F18_ELDERLY),
        "文化" => Some(FUND_ITEMS_F18_CULTURE),
        "卫生" => Some(FUND_ITEMS_F18_HEALTH),
        "托幼" => Some(FUND_ITEMS_F18_CHILDCARE),
        "体育" => Some(FUND_ITEMS_F18_SPORT),
        _ => None,
    }
}

/// A 资金子类 in both languages.
pub fn sub_kind_text(sub_kind: &str) -> Option<Text> {
    SUB_KINDS.iter().copied().find(|text| text.zh == sub_kind)
}

const SUB_KINDS: &[Text] = &[
    Text::new("广告", "advertising"),
    Text::new("便民服务亭", "service kiosks"),
    Text::new("停车", "parking"),
    Text::new("充电", "charging"),
    Text::new("智能信包箱", "mail boxes"),
    Text::new("养老", "elderly care"),
    Text::new("文化", "culture"),
    Text::new("卫生", "health"),
    Text::new("托幼", "childcare"),
    Text::new("体育", "sport"),
    Text::new("国开行", "China Development Bank"),
    Text::new("农发行", "Agricultural Development Bank of China"),
    Text::new("直接投资", "direct investment"),
    Text::new("间接投资", "indirect investment"),
    Text::new("参股", "equity"),
    Text::new("委托代建", "entrusted building"),
    Text::new("特许经营", "concession"),
    Text::new("BOO", "BOO"),
    Text::new("PPP", "PPP"),
    Text::new("其他", "other"),
];

/// A fund of the residents' own means.
const fn residents(code: &'static str, zh: &'static str, en: &'static str, provider: Text, may_pay: MayPay) -> Fund {
    Fund {
        code,
        zh,
        en,
        sub_kinds: &[],
        provider,
        provider_code: provider.en,
        fiscal: None,
        by_level: false,
        group: Some(SourceGroup::Residents),
        in_kind: InKind::Never,
        clauses: &[],
        may_pay,
    }
}

/// A fund from a budget or government debt.
const fn budget(code: &'static str, zh: &'static str, en: &'static str, provider: Text, fiscal: Fiscal) -> Fund {
    Fund {
        fiscal: Some(fiscal),
        provider_code: provider.zh,
        group: Some(match fiscal {
            Fiscal::Central => SourceGroup::Central,
            Fiscal::Provincial => SourceGroup::Provincial,
            Fiscal::County => SourceGroup::County,
            Fiscal::Debt => SourceGroup::Bonds,
        }),
        ..residents(code, zh, en, provider, MayPay::AnyButPrivate)
    }
}

/// A fund from operators, former owners, banks or the market.
const fn market(code: &'static str, zh: &'static str, en: &'static str, provider: Text, group: SourceGroup) -> Fund {
    Fund { group: Some(group), ..residents(code, zh, en, provider, MayPay::AnyButPrivate) }
}

/// Every fund, in the order of the catalogue: its number is its place.
pub const FUNDS: &[Fund] = &[
    Fund {
        clauses: &["3.1a"],
        ..residents("F01", "居民出资", "residents' contribution", Text::new("业主", "owners"), MayPay::AnyWithPrivate)
    },
    Fund {
        in_kind: InKind::UnlessCashRent,
        clauses: &["3.1b", "3.3e"],
        ..residents("F02", "让渡楼面资源", "roof and facade space", Text::new("业主", "owners"), MayPay::AnyButPrivate)
    },
    Fund {
        clauses: &["3.1b"],
        ..residents(
            "F03",
            "小区公共收益",
            "common income of the community",
            Text::new("全体业主", "owners in common"),
            MayPay::AnyButPrivate,
        )
    },
    Fund {
        in_kind: InKind::Always,
        clauses: &["3.1b"],
        ..residents("F04", "投工投劳", "residents' labour", Text::new("居民", "residents"), MayPay::AnyWithPrivate)
    },
    Fund {
        sub_kinds: &["广告", "便民服务亭", "停车", "充电", "智能信包箱", "其他"],
        clauses: &["3.1c"],
        ..residents(
            "F05",
            "共有区域经营收入",
            "income from common areas",
            Text::new("全体业主", "owners in common"),
            MayPay::AnyButPrivate,
        )
    },
    Fund {
        clauses: &["3.1d"],
        ..residents(
            "F06",
            "住房公积金提取",
            "housing provident fund",
            Text::new("房屋所有权人及配偶", "owner, spouse"),
            MayPay::Listed(FUND_ITEMS_F06),
        )
    },
    Fund {
        clauses: &["3.1e"],
        ..residents(
            "F07",
            "住宅专项维修资金",
            "residential maintenance fund",
            Text::new("业主维修资金", "owners' fund"),
            MayPay::Listed(FUND_ITEMS_F07),
        )
    },
    Fund {
        clauses: &["3.2a"],
        ..budget(
            "F08",
            "中央财政专项资金",
            "central earmarked funds",
            Text::new("财政部", "Ministry of Finance"),
            Fiscal::Central,
        )
    },
    Fund {
        clauses: &["3.2a"],
        ..budget(
            "F09",
            "中央预算内投资",
            "central budget investment",
            Text::new("国家发改委", "National Development and Reform Commission"),
            Fiscal::Central,
        )
    },
    Fund {
        clauses: &["3.2a"],
        ..budget(
            "F10",
            "省级财政补助资金",
            "provincial aid",
            Text::new("省财政", "provincial finance"),
            Fiscal::Provincial,
        )
    },
    Fund {
        clauses: &["3.2b"],
        may_pay: MayPay::DocumentItems,
        ..budget(
            "F11",
            "省直部门专项补助资金",
            "aid of provincial departments",
            Text::new("省直部门", "provincial departments"),
            Fiscal::Provincial,
        )
    },
    Fund {
        clauses: &["3.2c"],
        ..budget(
            "F12",
            "政府专项债券资金",
            "government special bonds",
            Text::new("省政府代发", "issued by the province"),
            Fiscal::Debt,
        )
    },
    Fund {
        clauses: &["3.1a", "3.2d"],
        may_pay: MayPay::AnyWithPrivate,
        ..budget(
            "F13",
            "县财政奖补资金",
            "county rewards and subsidies",
            Text::new("县财政局", "County Finance Bureau"),
            Fiscal::County,
        )
    },
    Fund {
        clauses: &["3.2d"],
        ..budget(
            "F14",
            "国有住房出售收入存量资金",
            "stock money from the sale of state housing",
            Text::new("县财政局", "County Finance Bureau"),
            Fiscal::County,
        )
    },
    Fund {
        clauses: &["3.3b"],
        may_pay: MayPay::OwnPipelines,
        ..market(
            "F15",
            "管线专营单位出资",
            "operators' contribution",
            Text::new("管线专营单位", "operators"),
            SourceGroup::Operators,
        )
    },
    Fund {
        in_kind: InKind::IfGoods,
        clauses: &["3.3c"],
        may_pay: MayPay::AnyWithPrivate,
        ..market(
            "F16",
            "原产权单位捐资捐物",
            "gifts of former owner units",
            Text::new("原产权单位", "owner unit"),
            SourceGroup::OwnersAndDevelopers,
        )
    },
    Fund {
        in_kind: InKind::IfGoods,
        clauses: &["3.3c"],
        may_pay: MayPay::AnyWithPrivate,
        ..market(
            "F17",
            "房地产开发企业捐资捐物",
            "gifts of developers",
            Text::new("房地产开发企业", "developer"),
            SourceGroup::OwnersAndDevelopers,
        )
    },
    Fund {
        sub_kinds: &["养老", "文化", "卫生", "托幼", "体育", "其他"],
        provider_code: "民政/文广旅游/卫健/教育",
        by_level: true,
        group: None,
        clauses: &["3.4"],
        may_pay: MayPay::Sector,
        ..market(
            "F18",
            "行业专项资金",
            "sector funds",
            Text::new(
                "民政、文广旅游、卫健、教育部门",
                "civil affairs, culture and tourism, health, education departments",
            ),
            SourceGroup::Provincial,
        )
    },
    Fund {
        sub_kinds: &["国开行", "农发行"],
        clauses: &["3.5a"],
        provider_code: "bank → enterprise",
        ..market(
            "F19",
            "政策性银行贷款",
            "policy bank loans",
            Text::new("银行（企业借款）", "bank, lending to an enterprise"),
            SourceGroup::Loans,
        )
    },
    Fund {
        clauses: &["3.5b"],
        provider_code: "bank → enterprise",
        ..market(
            "F20",
            "商业银行贷款",
            "commercial bank loans",
            Text::new("银行（企业借款）", "bank, lending to an enterprise"),
            SourceGroup::Loans,
        )
    },
    Fund {
        sub_kinds: &["直接投资", "间接投资", "参股", "委托代建", "特许经营", "BOO", "PPP", "其他"],
        clauses: &["3.6a", "3.6c"],
        ..market("F21", "社会资本", "private capital", Text::new("企业", "enterprise"), SourceGroup::Capital)
    },
    Fund {
        clauses: &["3.6b"],
        ..market(
            "F22",
            "公司信用类债券",
            "corporate credit bonds",
            Text::new("发债企业", "enterprise issuer"),
            SourceGroup::Capital,
        )
    },
    Fund {
        clauses: &["3.6b"],
        ..market(
            "F23",
            "项目收益票据",
            "project revenue notes",
            Text::new("发债企业", "enterprise issuer"),
            SourceGroup::Capital,
        )
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fund_is_found_by_its_code_and_nothing_else_is() {
        for listed in FUNDS {
            assert_eq!(fund(listed.code), Some(listed));
        }
        for bad in ["", "F", "F00", "F24", "f01", "F1", "F001", "B01"] {
            assert_eq!(fund(bad), None, "{bad}");
        }
    }

    #[test]
    fn sector_money_follows_its_level() {
        let sector = fund("F18").unwrap();
        assert!(sector.is_central(Some(Level::Central)));
        assert!(!sector.is_central(Some(Level::Province)) && !sector.is_central(None));
        assert!(sector.is_fiscal(Some(Level::Province)));
        assert_eq!(sector.group(Some(Level::Central)), SourceGroup::Central);
        assert_eq!(sector.group(Some(Level::Province)), SourceGroup::Provincial);
        assert!(fund("F08").unwrap().is_central(None) && !fund("F10").unwrap().is_central(Some(Level::Central)));
        assert!(fund("F12").unwrap().is_fiscal(None) && !fund("F15").unwrap().is_fiscal(None));
    }

    #[test]
    fn every_sub_kind_has_both_languages() {
        for sub_kind in FUNDS.iter().flat_map(|fund| fund.sub_kinds) {
            assert!(sub_kind_text(sub_kind).is_some(), "{sub_kind}");
        }
    }
}
