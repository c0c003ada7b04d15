//! Saving the works of a project community (改造内容): its lines of investment. A line that carries money can't be removed.

use super::{
    Act, Decision,
    entered::{are_too_many, decided, is_blank, is_long, is_long_name, is_too_large},
};
use crate::{
    exact::{Money, plain_decimal},
    finding::Finding,
    language::Text,
    model::{Building, BuildingSelection, Dossier, ImplementingParty, InvestmentLine, ProjectCommunity},
    policy::{
        items::{Class, OperatorKind, item},
        stages::{Component, LineStatus, Location},
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Saving the works of a project community.
#[derive(Clone, Copy, Debug)]
pub struct SaveWorks;

/// All lines of a project community; those left out are removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WorksEntry {
    /// The lines, in their order.
    pub lines: Vec<LineEntry>,
}

/// Who does the works, as a person enters it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PartyEntry {
    /// 企业, 管线专营单位 or another.
    pub kind: String,
    /// 管线类别 of an operator.
    #[serde(default)]
    pub operator_kind: Option<OperatorKind>,
}

/// A line as a person enters it: [`InvestmentLine`], with nothing unknown beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LineEntry {
    /// 明细编号
    pub id: String,
    /// 改造项代码
    pub item: String,
    /// 类别
    #[serde(default)]
    pub category: Option<Class>,
    /// 楼栋
    #[serde(default)]
    pub buildings: BuildingSelection,
    /// 数量: a decimal above 0, as text
    pub quantity: String,
    /// 计量单位
    #[serde(default)]
    pub unit: String,
    /// 费用构成
    #[serde(default)]
    pub component: Option<Component>,
    /// 管线类别
    #[serde(default)]
    pub operator_kind: Option<OperatorKind>,
    /// 位置
    #[serde(default)]
    pub location: Location,
    /// 投资, in fen
    pub amount: Money,
    /// 实施主体
    #[serde(default)]
    pub implementing_party: Option<PartyEntry>,
    /// 改造后产权单位
    #[serde(default)]
    pub owner_after: String,
    /// 产权单位
    #[serde(default)]
    pub owner: Option<String>,
    /// 维护单位
    #[serde(default)]
    pub maintainer: Option<String>,
    /// 状态
    #[serde(default)]
    pub status: LineStatus,
}

impl From<&InvestmentLine> for LineEntry {
    fn from(line: &InvestmentLine) -> Self {
        let line = line.clone();
        Self {
            id: line.id,
            item: line.item,
            category: line.category,
            buildings: line.buildings,
            quantity: line.quantity,
            unit: line.unit,
            component: line.component,
            operator_kind: line.operator_kind,
            location: line.location,
            amount: line.amount,
            implementing_party: line
                .implementing_party
                .map(|party| PartyEntry { kind: party.kind, operator_kind: party.operator_kind }),
            owner_after: line.owner_after,
            owner: line.owner,
            maintainer: line.maintainer,
            status: line.status,
        }
    }
}

impl LineEntry {
    /// As it is stored.
    pub fn stored(&self) -> InvestmentLine {
        let line = self.clone();
        InvestmentLine {
            id: line.id,
            item: line.item,
            category: line.category,
            buildings: line.buildings,
            quantity: line.quantity,
            unit: line.unit,
            component: line.component,
            operator_kind: line.operator_kind,
            location: line.location,
            amount: line.amount,
            implementing_party: line
                .implementing_party
                .map(|party| ImplementingParty { kind: party.kind, operator_kind: party.operator_kind }),
            owner_after: line.owner_after,
            owner: line.owner,
            maintainer: line.maintainer,
            status: line.status,
        }
    }
}

/// What no rule can read in these lines: no number or one that stands twice, buildings that do not exist, figures beyond
/// what is kept. Items, classes, units and figures above 0 are the matter of R-10. Paths are `lines/INDEX/FIELD`.
pub fn malformed_lines(lines: &[InvestmentLine], buildings: &[Building]) -> Vec<Finding> {
    let mut found = Vec::new();
    if are_too_many(lines) {
        return vec![Finding::malformed("lines", "too_many_rows")];
    }
    let mut ids = BTreeSet::new();
    for (index, line) in lines.iter().enumerate() {
        let mut say = |field: &str, why| found.push(Finding::malformed(format!("lines/{index}/{field}"), why));
        if is_blank(&line.id) {
            say("id", "line_id_required");
        } else if !ids.insert(line.id.as_str()) {
            say("id", "repeated_line");
        } else if is_long_name(&line.id) {
            say("id", "name_too_long");
        }
        if item(&line.item).is_none() {
            say("item", "unknown_item");
        }
        if !is_quantity(&line.quantity) {
            say("quantity", "quantity_not_above_zero");
        }
        if line.amount <= Money::ZERO {
            say("amount", "not_above_zero");
        } else if is_too_large(line.amount) {
            say("amount", "too_large");
        }
        if let BuildingSelection::These(named) = &line.buildings
            && named.iter().any(|no| buildings.iter().all(|building| building.no != *no))
        {
            say("buildings", "unknown_building");
        }
        if is_long_name(&line.unit) {
            say("unit", "name_too_long");
        }
        if line.implementing_party.as_ref().is_some_and(|party| is_long_name(&party.kind)) {
            say("implementing_party/kind", "name_too_long");
        }
        if is_long_name(&line.owner_after) {
            say("owner_after", "name_too_long");
        }
        if is_long(line.owner.as_ref()) {
            say("owner", "name_too_long");
        }
        if is_long(line.maintainer.as_ref()) {
            say("maintainer", "name_too_long");
        }
    }
    found
}

/// A decimal above 0, written with digits and at most one point.
fn is_quantity(text: &str) -> bool {
    plain_decimal(text).is_ok_and(|plain| plain == text && plain != "0" && !plain.starts_with('-'))
}

/// The lines that are gone though money is committed to them or was paid for them, a finding each.
pub fn removed_lines(before: &ProjectCommunity, lines: &[InvestmentLine]) -> Vec<Finding> {
    let gone = before.lines.iter().filter(|line| lines.iter().all(|kept| kept.id != line.id));
    gone.filter_map(|line| {
        let committed = before.commitments.iter().any(|one| one.line == line.id);
        let paid = before.payments.iter().any(|one| one.line == line.id);
        let why = if paid {
            "line_was_paid"
        } else if committed {
            "line_is_funded"
        } else {
            return None;
        };
        let finding = Finding::malformed("lines", why);
        Some(finding.with("line", line.id.as_str()).with("item", line.item.as_str()))
    })
    .collect()
}

impl Act for SaveWorks {
    const NAME: &'static str = "save_works";
    const TITLE: Text = Text::new("保存改造内容", "Save the works");
    type Request = WorksEntry;
    type Facts = Dossier;
    type Changes = ProjectCommunity;

    fn decide(
        facts: &Dossier,
        request: &WorksEntry,
        today: NaiveDate,
    ) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        let lines: Vec<InvestmentLine> = request.lines.iter().map(LineEntry::stored).collect();
        let mut malformed = malformed_lines(&lines, &facts.community.buildings);
        malformed.extend(removed_lines(&facts.project_community, &lines));
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let entry = ProjectCommunity { lines, ..facts.project_community.clone() };
        let after = Dossier { project_community: entry.clone(), ..facts.clone() };
        decided(&after, today, |path| path.starts_with("lines/"), entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::Language, rules::message, sample};

    fn decide(change: impl FnOnce(&mut Vec<LineEntry>)) -> Result<Vec<LineEntry>, Vec<Finding>> {
        let facts = &sample::of_code("GT-0002");
        let mut lines: Vec<LineEntry> = facts.project_community.lines.iter().map(Into::into).collect();
        change(&mut lines);
        let request = WorksEntry { lines };
        let decision = SaveWorks::decide(facts, &request, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap())?;
        let saved: Vec<LineEntry> = decision.changes.lines.iter().map(Into::into).collect();
        assert_eq!(saved, request.lines);
        assert_eq!(decision.changes.commitments, facts.project_community.commitments);
        Ok(saved)
    }

    fn whys(change: impl FnOnce(&mut Vec<LineEntry>)) -> Vec<(String, String)> {
        let found = decide(change).err().unwrap_or_default();
        found.iter().map(|f| (f.path.clone(), f.params.text("why").unwrap_or(&f.rule).to_owned())).collect()
    }

    fn one(path: &str, why: &str) -> Vec<(String, String)> {
        vec![(path.to_owned(), why.to_owned())]
    }

    #[test]
    fn both_sides_of_each_edge() {
        assert!(whys(|_| {}).is_empty());
        assert!(whys(|lines| lines[0].amount = Money::from_fen(1)).is_empty(), "a gap in funding only warns");
        assert_eq!(whys(|lines| lines[0].amount = Money::ZERO), one("lines/0/amount", "not_above_zero"));
        assert_eq!(whys(|lines| lines[0].amount = Money::from_fen(i64::MAX)), one("lines/0/amount", "too_large"));
        assert!(whys(|lines| lines[0].quantity = "0.000001".to_owned()).is_empty());
        for bad in ["0", "-1", "", "two", "1e3", "1,000", "１"] {
            let found = whys(|lines| lines[0].quantity = bad.to_owned());
            assert_eq!(found, one("lines/0/quantity", "quantity_not_above_zero"), "{bad}");
        }
        assert_eq!(whys(|lines| lines[3].item = "X99".to_owned()), one("lines/3/item", "unknown_item"));
        let nowhere = BuildingSelection::These(vec!["99#".to_owned()]);
        assert_eq!(whys(|lines| lines[0].buildings = nowhere), one("lines/0/buildings", "unknown_building"));
        assert_eq!(whys(|lines| lines[0].owner = Some("甲".repeat(201))), one("lines/0/owner", "name_too_long"));
    }

    #[test]
    fn class_unit_and_operator_kind_are_those_of_the_catalogue() {
        assert_eq!(whys(|lines| lines[0].unit = "㎡".to_owned()), one("lines/0", "R-10"));
        assert_eq!(whys(|lines| lines[0].category = None), one("lines/0", "R-10"));
        assert_eq!(whys(|lines| lines[0].operator_kind = Some(OperatorKind::Heating)), one("lines/0", "R-10"));
    }

    #[test]
    fn a_number_stands_once_and_is_never_blank() {
        assert_eq!(whys(|lines| lines[1].id = lines[0].id.clone())[0].1, "repeated_line");
        assert_eq!(whys(|lines| lines[1].id = " ".to_owned())[0].1, "line_id_required");
    }

    #[test]
    fn a_line_that_carries_money_stays_and_the_message_says_which() {
        let refused = decide(|lines| drop(lines.remove(1))).unwrap_err();
        assert_eq!(refused.len(), 1);
        let text = message(&refused[0], Language::Zh);
        assert!(text.contains("B07"), "{text}");
        let mut facts = sample::of_code("GT-0002");
        facts.project_community.commitments.retain(|one| one.line != "B07");
        let lines: Vec<LineEntry> =
            facts.project_community.lines.iter().filter(|line| line.id != "B07").map(Into::into).collect();
        let today = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
        assert!(SaveWorks::decide(&facts, &WorksEntry { lines }, today).is_ok(), "nothing is committed to it");
    }
}
