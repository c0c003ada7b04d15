//! In which form a step is done, and why it is needed or not.

use crate::{language::Text, vocabulary::vocabulary};

vocabulary! {
    /// The form in which a step is done.
    Variant {
        DrawingReview = "施工图审查", "drawing review";
        JointDrawingReview = "施工图联合审查", "joint drawing review";
        EpcTender = "工程总承包招标", "EPC tender";
        WorksTender = "施工招标", "works tender";
        Purchase = "采购", "purchase";
    }
}

macro_rules! reasons {
    ($($reason:ident $code:literal $zh:literal, $en:literal;)+) => {
        /// Why a step stands in a plan as it does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Reason {
            $(#[doc = $zh] $reason,)+
        }

        impl Reason {
            /// The stable name, such as `below_tender_limit`.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$reason => $code,)+ }
            }

            /// For people.
            pub const fn text(self) -> Text {
                match self { $(Self::$reason => Text::new($zh, $en),)+ }
            }
        }

        impl serde::Serialize for Reason {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }
    };
}

reasons! {
    Always "always" "所有项目均须办理", "every project needs it";
    NotInPlan "not_in_plan" "未纳入年度计划，分别报批", "not in the annual plan: separate approval";
    Separate "separate" "选择分开报批", "separate approval chosen";
    Merged "merged" "已纳入年度计划，合并报批", "in the annual plan: merged approval";
    LandRights "land_rights_change" "涉及土地权属变化", "land rights change";
    NoLandRights "no_land_rights_change" "不涉及土地权属变化，凭已有用地手续", "no change of land rights: existing land papers serve";
    Altering "altering" "属新建、改建、扩建或加装电梯", "new, altered or extended works, or a lift";
    NotAltering "not_altering" "不增加面积、不改变结构和功能", "no added area, no changed structure or function";
    NoPledge "no_pledge" "未实行告知承诺", "no pledge was made";
    Pledge "pledge" "实行告知承诺", "the project owner has pledged";
    SmallWorks "small_works" "小型工程免办", "small works are exempt";
    Lift "lift" "加装电梯", "a lift is added";
    NoLift "no_lift" "不加装电梯", "no lift is added";
    Heritage "heritage" "改造范围内有文物或历史建筑", "a relic or historic building is in scope";
    NoHeritage "no_heritage" "改造范围内无文物或历史建筑", "no relic or historic building is in scope";
    SpecialBonds "special_bonds" "使用专项债券", "special bonds are used";
    NoSpecialBonds "no_special_bonds" "不使用专项债券", "no special bonds are used";
    BelowTenderLimit "below_tender_limit" "未达必须招标限额", "below the tender limit";
}
