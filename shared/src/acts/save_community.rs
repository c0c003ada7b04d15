//! Saving the basic data of a community (小区基本情况). Its code stays as it was registered: files, money and workbooks
//! name the community by it.

use super::{
    Act, Decision,
    entered::{decided, entry, is_blank, is_long_name, is_long_text},
};
use crate::{
    finding::Finding,
    language::Text,
    model::{Community, Dossier},
    policy::stages::Tenure,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Saving the basic data of a community.
#[derive(Clone, Copy, Debug)]
pub struct SaveCommunity;

entry! {
    /// The basic data of a community as a person enters it: [`Community`] without code, buildings and prior aid.
    #[derive(Default)]
    CommunityEntry of Community {
        /// 小区名称
        name: String,
        /// 行政区划代码
        division_code: String,
        /// 乡镇
        township: String,
        /// 地址
        #[serde(default)]
        address: String,
        /// 社区
        #[serde(default)]
        neighbourhood: String,
        /// 单栋
        #[serde(default)]
        is_single_building: bool,
        /// 产权性质
        #[serde(default)]
        tenure: Option<Tenure>,
        /// 原产权单位
        #[serde(default)]
        owner_unit: String,
        /// 建成年代较早
        #[serde(default)]
        built_early: bool,
        /// 失养失修失管
        #[serde(default)]
        neglected: bool,
        /// 市政配套设施不完善
        #[serde(default)]
        infra_incomplete: bool,
        /// 社区服务设施不健全
        #[serde(default)]
        service_incomplete: bool,
        /// 居民改造意愿强烈
        #[serde(default)]
        will_strong: bool,
        /// 计划征收拆迁
        #[serde(default)]
        expropriation_planned: bool,
        /// 摸底日期
        #[serde(default)]
        survey_date: Option<NaiveDate>,
    }
}

/// What no rule can read in the basic data: no name, a text that is too long, a day to come. Paths are fields.
pub fn malformed_community(entry: &CommunityEntry, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut say = |field: &str, why| found.push(Finding::malformed(field, why));
    if is_blank(&entry.name) {
        say("name", "name_required");
    }
    let names = [
        ("name", &entry.name),
        ("division_code", &entry.division_code),
        ("township", &entry.township),
        ("neighbourhood", &entry.neighbourhood),
        ("owner_unit", &entry.owner_unit),
    ];
    for (field, _) in names.iter().filter(|(_, text)| is_long_name(text)) {
        say(field, "name_too_long");
    }
    if is_long_text(&entry.address) {
        say("address", "too_long");
    }
    if entry.survey_date.is_some_and(|day| day > today) {
        say("survey_date", "day_to_come");
    }
    found
}

/// Whether a path is one of these fields.
fn is_own(path: &str) -> bool {
    matches!(path, "division_code" | "township")
}

impl Act for SaveCommunity {
    const NAME: &'static str = "save_community";
    const TITLE: Text = Text::new("保存小区基本情况", "Save the community");
    type Request = CommunityEntry;
    type Facts = Dossier;
    type Changes = Community;

    fn decide(
        facts: &Dossier,
        request: &CommunityEntry,
        today: NaiveDate,
    ) -> Result<Decision<Community>, Vec<Finding>> {
        let malformed = malformed_community(request, today);
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let community = request.onto(facts.community.clone());
        let after = Dossier { community: community.clone(), ..facts.clone() };
        decided(&after, today, is_own, community)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn whys(change: impl FnOnce(&mut CommunityEntry)) -> Vec<String> {
        let facts = &sample::of_code("GT-0002");
        let mut entry = CommunityEntry::from(&facts.community);
        change(&mut entry);
        let today = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
        match SaveCommunity::decide(facts, &entry, today) {
            Ok(decision) => {
                assert_eq!(decision.changes.code, facts.community.code);
                assert_eq!(decision.changes.buildings, facts.community.buildings);
                assert_eq!(CommunityEntry::from(&decision.changes), entry);
                Vec::new()
            }
            Err(found) => found.iter().map(|f| f.params.text("why").unwrap_or(&f.rule).to_owned()).collect(),
        }
    }

    #[test]
    fn what_can_be_read_is_saved_and_code_and_buildings_stay() {
        assert!(whys(|_| {}).is_empty());
        assert!(whys(|entry| entry.name = "甲".repeat(200)).is_empty());
        assert!(whys(|entry| entry.township = "其他镇".to_owned()).is_empty(), "another town only warns");
        assert!(whys(|entry| entry.survey_date = NaiveDate::from_ymd_opt(2022, 10, 8)).is_empty());
    }

    #[test]
    fn malformed_data_and_another_county_stop() {
        assert_eq!(whys(|entry| entry.name = " ".to_owned()), ["name_required"]);
        assert_eq!(whys(|entry| entry.name = "甲".repeat(201)), ["name_too_long"]);
        assert_eq!(whys(|entry| entry.address = "甲".repeat(4001)), ["too_long"]);
        assert_eq!(whys(|entry| entry.survey_date = NaiveDate::from_ymd_opt(2022, 10, 9)), ["day_to_come"]);
        assert_eq!(whys(|entry| entry.division_code = "620723".to_owned()), ["R-07"]);
    }
}
