//! The matters on which owners vote, by the terms of the settings (civil code article 278, A-42).

use crate::{
    language::Text,
    policy::parameters::{CONSENT_QUALIFIED_KINDS, CONSENT_SIMPLE_KINDS, Settings},
    vocabulary::vocabulary,
};
use chrono::NaiveDate;

vocabulary! {
    /// A matter of the default settings; a programme may set others.
    ConsentKind {
        RenovationPlan = "改造方案", "renovation plan";
        Lift = "加装电梯", "lift";
        CommonParts = "共有部分用途", "use of common parts";
        FundRenewal = "续筹维修资金", "renewal of the maintenance fund";
        FundUse = "使用维修资金", "use of the maintenance fund";
        Committee = "业委会", "owners' committee";
        PropertyManagement = "物业", "property management";
        Covenant = "管理规约", "management covenant";
    }
}

/// What people read for a matter; one that only a programme knows is shown as it was set.
pub fn kind_text(kind: &str) -> Option<Text> {
    ConsentKind::from_code(kind).map(ConsentKind::text)
}

/// The matters that the settings name on a day, qualified ones first.
pub fn kinds(settings: &Settings, today: NaiveDate) -> Vec<String> {
    let (qualified, simple) = (settings.get(CONSENT_QUALIFIED_KINDS, today), settings.get(CONSENT_SIMPLE_KINDS, today));
    qualified.iter().chain(simple.iter()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_matter_has_words() {
        let known = kinds(&Settings::default(), NaiveDate::from_ymd_opt(2022, 10, 8).unwrap());
        assert_eq!(known, ConsentKind::ALL.iter().map(|kind| kind.code()).collect::<Vec<_>>());
        assert!(known.iter().all(|kind| kind_text(kind).is_some()) && kind_text("别的").is_none());
    }
}
