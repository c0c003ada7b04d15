//! The items of renovation (clause 2.3) and the fees of a budget, as a catalogue.
//!
//! It says what an item is; it will never say whether money or works on it are right (rules do).

use super::parameters::{PRIVATE_CLASS_H01, PRIVATE_CLASS_H02_H03, Settings};
use crate::{language::Text, vocabulary::vocabulary};
use chrono::NaiveDate;

vocabulary! {
    /// The class of an item: the three categories of clause 2.3, and what a budget holds besides them.
    Class {
        Basic = "基础类", "basic";
        Improvement = "完善类", "improvement";
        Upgrade = "提升类", "upgrade";
        Other = "其他费用", "other costs";
    }
}

vocabulary! {
    /// The part of a budget that an item belongs to.
    Part {
        Body = "主体改造修缮", "body";
        Infrastructure = "配套基础设施", "infrastructure";
        Private = "户内", "inside the dwelling";
        Fees = "工程建设其他费", "fees";
        Reserve = "预备费", "reserve";
    }
}

vocabulary! {
    /// The kind of a pipeline operator (管线类别), in the order of the catalogue.
    OperatorKind {
        Water = "供水", "water";
        Drainage = "排水", "drainage";
        Power = "供电", "power";
        Gas = "供气", "gas";
        Heating = "供热", "heating";
        Telecom = "通信", "telecom";
        CableTv = "有线电视", "cable TV";
    }
}

impl OperatorKind {
    /// The kind with this code or with another name in use.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "污水" => Some(Self::Drainage),
            "电力" => Some(Self::Power),
            "燃气" => Some(Self::Gas),
            "供暖" => Some(Self::Heating),
            "通讯" => Some(Self::Telecom),
            _ => Self::from_code(name),
        }
    }
}

vocabulary! {
    /// The classes by which an approval states the investment (R-11, clause 4.2b).
    BudgetClass {
        Body = "主体改造修缮", "body";
        Infrastructure = "配套基础设施", "infrastructure";
        Improvement = "完善类", "improvement";
        Upgrade = "提升类", "upgrade";
        Other = "工程建设其他费", "fees";
        Contingency = "预备费", "reserve";
    }
}

impl BudgetClass {
    /// The name of the field that holds it: `body`, `infra`, `improvement`, `upgrade`, `other`, `contingency`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Infrastructure => "infra",
            Self::Improvement => "improvement",
            Self::Upgrade => "upgrade",
            Self::Other => "other",
            Self::Contingency => "contingency",
        }
    }
}

/// An item of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// `B07`: B basic, I improvement, U upgrade, H the residents' own part, C fees and reserve.
    pub code: &'static str,
    /// Its name in the papers.
    pub zh: &'static str,
    /// Its stable English identifier, such as `roof_repair`.
    pub id: &'static str,
    /// Its English display name: the identifier with spaces.
    pub en: &'static str,
    /// Its class.
    pub class: Class,
    /// Its part of the budget; none for 完善类 and 提升类.
    pub part: Option<Part>,
    /// The unit of quantity (计量单位).
    pub unit: &'static str,
    /// The member units that guide it, by code; for C items `01` stands for "no guide".
    pub guides: &'static [&'static str],
    /// Whether annex 2 names the guide; otherwise it is our reading.
    pub named_in_annex2: bool,
    /// The kinds of operators whose pipelines it is; empty when it is no pipeline.
    pub operator_kinds: &'static [OperatorKind],
    /// Whether telecom operators may pay for it though it is no pipeline.
    pub telecom_may_pay: bool,
    /// Whether it takes in what the source leaves open by 「等」.
    pub catch_all: bool,
    /// Whether it is the residents' own part (clause 3.1a).
    pub private: bool,
}

impl Item {
    /// P: an item with operator kinds.
    pub const fn is_pipeline(&self) -> bool {
        !self.operator_kinds.is_empty()
    }

    /// H: the residents' own part.
    pub const fn is_private(&self) -> bool {
        self.private
    }

    /// C: fees and reserve, which belong to none of the three categories.
    pub const fn is_cost(&self) -> bool {
        matches!(self.class, Class::Other)
    }

    /// Its name in both languages.
    pub const fn text(&self) -> Text {
        Text::new(self.zh, self.en)
    }

    /// Its unit of quantity in both languages.
    pub fn unit_text(&self) -> Text {
        unit_text(self.unit)
    }

    /// Its class under the settings of a programme: the class of H items is a setting.
    pub fn class_under(&self, settings: &Settings, on: NaiveDate) -> Class {
        match self.code {
            "H01" => settings.get(PRIVATE_CLASS_H01, on),
            "H02" | "H03" => settings.get(PRIVATE_CLASS_H02_H03, on),
            _ => self.class,
        }
    }

    /// Its class in an approval, H items by their default class.
    pub const fn budget_class(&self) -> BudgetClass {
        self.budget_class_of(self.class)
    }

    /// Its class in an approval under the settings of a programme.
    pub fn budget_class_under(&self, settings: &Settings, on: NaiveDate) -> BudgetClass {
        self.budget_class_of(self.class_under(settings, on))
    }

    const fn budget_class_of(&self, class: Class) -> BudgetClass {
        match (class, self.part) {
            (Class::Improvement, _) => BudgetClass::Improvement,
            (Class::Upgrade, _) => BudgetClass::Upgrade,
            (Class::Other, Some(Part::Reserve)) => BudgetClass::Contingency,
            (Class::Other, _) => BudgetClass::Other,
            (Class::Basic, Some(Part::Body)) => BudgetClass::Body,
            (Class::Basic, _) => BudgetClass::Infrastructure,
        }
    }
}

/// A unit of quantity in both languages; an unknown one stays as it is.
pub fn unit_text(unit: &'static str) -> Text {
    let en = match unit {
        "m" => "m",
        "㎡" => "㎡",
        "处" => "places",
        "套" => "sets",
        "户" => "households",
        "单元" => "stair units",
        "项" => "items",
        "盏" => "lamps",
        "车位" => "parking spaces",
        "端口" => "ports",
        "桩" => "charging posts",
        "组" => "groups",
        "部" => "lifts",
        other => other,
    };
    Text::new(unit, en)
}

/// The item with this code. Takes the same time for every code.
pub fn item(code: &str) -> Option<&'static Item> {
    let [letter, tens @ b'0'..=b'9', ones @ b'0'..=b'9'] = *code.as_bytes() else {
        return None;
    };
    let first = match letter {
        b'B' => FIRST_BASIC,
        b'I' => FIRST_IMPROVEMENT,
        b'U' => FIRST_UPGRADE,
        b'H' => FIRST_PRIVATE,
        b'C' => FIRST_COST,
        _ => return None,
    };
    let number = usize::from(tens - b'0') * 10 + usize::from(ones - b'0');
    // A number beyond its letter lands on another item, whose code differs.
    ITEMS.get((first + number).checked_sub(1)?).filter(|item| item.code == code)
}

/// Where the items of a letter begin.
const fn first_of(letter: u8) -> usize {
    let mut index = 0;
    while ITEMS[index].code.as_bytes()[0] != letter {
        index += 1;
    }
    index
}

const FIRST_BASIC: usize = first_of(b'B');
const FIRST_IMPROVEMENT: usize = first_of(b'I');
const FIRST_UPGRADE: usize = first_of(b'U');
const FIRST_PRIVATE: usize = first_of(b'H');
const FIRST_COST: usize = first_of(b'C');

macro_rules! flag {
    (yes) => {
        true
    };
    (no) => {
        false
    };
}

macro_rules! part {
    () => {
        None
    };
    ($part:ident) => {
        Some(Part::$part)
    };
}

macro_rules! items {
    ($($code:literal $zh:literal $id:literal $en:literal $class:ident ($($part:ident)?) $unit:literal
       [$($guide:literal),*] [$($kind:ident),*] $annex:ident $telecom:ident $catch_all:ident $private:ident;)+) => {
        &[$(Item {
            code: $code,
            zh: $zh,
            id: $id,
            en: $en,
            class: Class::$class,
            part: part!($($part)?),
            unit: $unit,
            guides: &[$($guide),*],
            named_in_annex2: flag!($annex),
            operator_kinds: &[$(OperatorKind::$kind),*],
            telecom_may_pay: flag!($telecom),
            catch_all: flag!($catch_all),
            private: flag!($private),
        },)+]
    };
}

/// Every item, in the order of the catalogue. Columns: code, name, identifier, English name, class, part, unit,
/// guides, operator kinds, named in annex 2, telecom may pay, catch-all, private.
pub const ITEMS: &[Item] = items! {
    "B01" "供水" "water_supply" "water supply" Basic (Infrastructure) "m" ["01"] [Water] no no no no;
    "B02" "排水" "drainage" "drainage" Basic (Infrastructure) "m" ["01"] [Drainage] no no no no;
    "B03" "供电" "power_supply" "power supply" Basic (Infrastructure) "m" ["01"] [Power] no no no no;
    "B04" "弱电" "weak_current" "weak current" Basic (Infrastructure) "m" ["06"] [Telecom] yes no no no;
    "B05" "道路" "road" "road" Basic (Infrastructure) "㎡" ["01"] [] no no no no;
    "B06" "供气" "gas_supply" "gas supply" Basic (Infrastructure) "m" ["01"] [Gas] no no no no;
    "B07" "供热" "heating" "heating" Basic (Infrastructure) "m" ["01"] [Heating] no no no no;
    "B08" "消防" "fire_protection" "fire protection" Basic (Infrastructure) "处" ["11"] [] yes no no no;
    "B09" "安防（含监控）" "security" "security" Basic (Infrastructure) "套" ["11", "07"] [] yes no no no;
    "B10" "生活垃圾分类" "waste_sorting" "waste sorting" Basic (Infrastructure) "处" ["01"] [] no no no no;
    "B11" "移动通信" "mobile_communication" "mobile communication" Basic (Infrastructure) "处" ["06"] [] yes yes no no;
    "B12" "光纤入户" "fibre_into_home" "fibre into home" Basic (Infrastructure) "户" ["06"] [Telecom] yes no no no;
    "B13" "架空线规整（入地）" "overhead_line" "overhead line" Basic (Infrastructure) "m" ["06"] [Power, Telecom, CableTv] yes no no no;
    "B14" "屋面维修" "roof_repair" "roof repair" Basic (Body) "㎡" ["01"] [] no no no no;
    "B15" "外墙维修" "facade_repair" "facade repair" Basic (Body) "㎡" ["01"] [] no no no no;
    "B16" "楼梯维修" "stair_repair" "stair repair" Basic (Body) "单元" ["01"] [] no no no no;
    "B17" "其他公共部位维修" "other_common_part" "other common part" Basic (Body) "项" ["01"] [] no no yes no;
    "B18" "广播电视线路" "broadcast_line" "broadcast line" Basic (Infrastructure) "m" ["13"] [CableTv] yes no no no;
    "B19" "其他市政配套基础设施" "other_infrastructure" "other infrastructure" Basic (Infrastructure) "项" ["01"] [] no no yes no;
    "I01" "拆除违法建设" "illegal_building_removal" "illegal building removal" Improvement () "㎡" ["01"] [] no no no no;
    "I02" "绿化" "greening" "greening" Improvement () "㎡" ["01"] [] no no no no;
    "I03" "照明" "lighting" "lighting" Improvement () "盏" ["01"] [] no no no no;
    "I04" "适老设施" "age_friendly" "age friendly" Improvement () "处" ["08"] [] no no no no;
    "I05" "无障碍设施" "accessibility" "accessibility" Improvement () "处" ["01"] [] no no no no;
    "I06" "停车库（场）" "parking" "parking" Improvement () "车位" ["07"] [] yes no no no;
    "I07" "电动自行车充电设施" "ebike_charging" "ebike charging" Improvement () "端口" ["01"] [] no no no no;
    "I08" "汽车充电设施" "car_charging" "car charging" Improvement () "桩" ["01"] [] no no no no;
    "I09" "智能快件箱" "parcel_locker" "parcel locker" Improvement () "组" ["18"] [] yes no no no;
    "I10" "智能信包箱" "mail_box" "mail box" Improvement () "组" ["18"] [] yes no no no;
    "I11" "文化休闲设施" "culture_leisure" "culture leisure" Improvement () "处" ["13"] [] yes no no no;
    "I12" "体育健身设施" "sports_fitness" "sports fitness" Improvement () "处" ["13"] [] yes no no no;
    "I13" "物业用房" "management_room" "management room" Improvement () "㎡" ["01"] [] no no no no;
    "I14" "建筑节能改造" "energy_saving" "energy saving" Improvement () "㎡" ["01"] [] no no no no;
    "I15" "加装电梯" "lift" "lift" Improvement () "部" ["12"] [] yes no no no;
    "I16" "5G移动通信基础设施" "mobile_5g" "mobile 5g" Improvement () "处" ["06"] [] yes yes no no;
    "I17" "光纤到户" "fibre_to_home" "fibre to home" Improvement () "户" ["06"] [Telecom] yes no no no;
    "I18" "其他环境及配套设施" "other_environment" "other environment" Improvement () "项" ["01"] [] no no yes no;
    "I19" "休憩设施" "rest_facility" "rest facility" Improvement () "处" ["13"] [] yes no no no;
    "I20" "停车管理系统" "parking_system" "parking system" Improvement () "套" ["07"] [] yes no no no;
    "U01" "社区综合服务设施" "community_service" "community service" Upgrade () "㎡" ["08"] [] no no no no;
    "U02" "社区卫生服务站" "health_station" "health station" Upgrade () "㎡" ["10"] [] yes no no no;
    "U03" "其他公共卫生设施" "other_health" "other health" Upgrade () "处" ["10"] [] yes no yes no;
    "U04" "幼儿园" "kindergarten" "kindergarten" Upgrade () "㎡" ["05"] [] yes no no no;
    "U05" "其他教育设施" "other_education" "other education" Upgrade () "处" ["05"] [] yes no yes no;
    "U06" "周界防护" "perimeter_protection" "perimeter protection" Upgrade () "m" ["11"] [] no no no no;
    "U07" "高空抛物监测" "falling_object_monitor" "falling object monitor" Upgrade () "套" ["07"] [] no no no no;
    "U08" "其他智能感知设施" "other_smart_sensing" "other smart sensing" Upgrade () "套" ["07"] [] no no yes no;
    "U09" "养老设施" "elderly_care" "elderly care" Upgrade () "㎡" ["08"] [] yes no no no;
    "U10" "托育设施" "childcare" "childcare" Upgrade () "㎡" ["10"] [] no no no no;
    "U11" "助餐设施" "meal_service" "meal service" Upgrade () "处" ["08"] [] no no no no;
    "U12" "家政保洁" "housekeeping" "housekeeping" Upgrade () "处" ["09"] [] no no no no;
    "U13" "便民市场" "convenience_market" "convenience market" Upgrade () "㎡" ["09"] [] yes no no no;
    "U14" "便利店" "convenience_store" "convenience store" Upgrade () "处" ["09"] [] yes no no no;
    "U15" "邮政快递末端综合服务站" "postal_station" "postal station" Upgrade () "处" ["18"] [] yes no no no;
    "U16" "其他社区专项服务设施" "other_special_service" "other special service" Upgrade () "处" ["01"] [] no no yes no;
    "U17" "自动售货设施" "vending" "vending" Upgrade () "处" ["09"] [] yes no no no;
    "U18" "公共服务设施智慧化改造" "smart_retrofit" "smart retrofit" Upgrade () "项" ["01"] [] no no no no;
    "H01" "门窗更换" "window_door" "window door" Improvement (Private) "户" ["01"] [] no no no yes;
    "H02" "水表表后改造" "water_behind_meter" "water behind meter" Basic (Infrastructure) "户" ["01"] [] no no no yes;
    "H03" "电表表后改造" "power_behind_meter" "power behind meter" Basic (Infrastructure) "户" ["01"] [] no no no yes;
    "C01" "勘察设计费" "design_fee" "design fee" Other (Fees) "项" ["01"] [] no no no no;
    "C02" "监理费" "supervision_fee" "supervision fee" Other (Fees) "项" ["01"] [] no no no no;
    "C03" "招标代理费" "tender_fee" "tender fee" Other (Fees) "项" ["01"] [] no no no no;
    "C04" "造价咨询费" "cost_consulting_fee" "cost consulting fee" Other (Fees) "项" ["01"] [] no no no no;
    "C05" "建设单位管理费" "management_fee" "management fee" Other (Fees) "项" ["01"] [] no no no no;
    "C06" "工程建设其他费" "other_fee" "other fee" Other (Fees) "项" ["01"] [] no no yes no;
    "C07" "预备费" "contingency" "contingency" Other (Reserve) "项" ["01"] [] no no no no;
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_found_by_its_code_and_nothing_else_is() {
        for listed in ITEMS {
            assert_eq!(item(listed.code), Some(listed));
        }
        for bad in
            ["", "B", "B00", "B20", "I21", "U19", "H00", "H04", "C00", "C08", "X01", "b01", "B001", "B1 ", "供水"]
        {
            assert_eq!(item(bad), None, "{bad}");
        }
    }

    #[test]
    fn letters_tell_the_kind() {
        for listed in ITEMS {
            assert_eq!(listed.is_private(), listed.code.starts_with('H'), "{}", listed.code);
            assert_eq!(listed.is_cost(), listed.code.starts_with('C'), "{}", listed.code);
            assert_eq!(listed.en, listed.id.replace('_', " "));
        }
        assert_eq!(item("H01").map(Item::budget_class), Some(BudgetClass::Improvement));
        assert_eq!(item("H02").map(Item::budget_class), Some(BudgetClass::Infrastructure));
        assert_eq!(item("B14").map(Item::budget_class), Some(BudgetClass::Body));
        assert_eq!(item("C07").map(Item::budget_class), Some(BudgetClass::Contingency));
    }
}
