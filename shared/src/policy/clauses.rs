//! The notice, cut into clauses: what each asks, in our own words, and what implements it.
//!
//! An id such as `3.3b` is section, item and sentence of the plan; `A2.12` is a row of annex 2; `0` is the notice
//! itself. People never see an id: they see [`citation`].

mod table;

pub use table::CLAUSES;

use crate::language::{Language, Text};

/// A clause of the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// `3.3b`, stable.
    pub id: &'static str,
    /// What it asks, shortly.
    pub summary: Text,
    /// Its line in the catalogue, for programmers.
    pub line: &'static str,
    /// What implements it, or why nothing does: entities, rules (R), charts (L), steps (S), funds (F), duties.
    pub implemented_by: &'static str,
    /// The same for Chinese readers.
    pub implemented_by_zh: &'static str,
}

impl Clause {
    /// What implements it, in one language.
    pub const fn implementation(&self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.implemented_by_zh,
            Language::En => self.implemented_by,
        }
    }

    /// The section it stands in: `3` for `3.3b`, `A2` for `A2.12`.
    pub fn section(&self) -> &'static str {
        self.id.split_once('.').map_or(self.id, |(section, _)| section)
    }

    /// The item it stands in: `3.3` for `3.3b`; none outside the items of the plan.
    pub fn item(&self) -> Option<&'static str> {
        if self.id.starts_with('A') || !self.id.contains('.') {
            return None;
        }
        let end = self.id.match_indices('.').nth(1).map_or(self.id.len(), |(dot, _)| dot);
        Some(self.id[..end].trim_end_matches(|c: char| c.is_ascii_lowercase()))
    }
}

/// The clause with this id.
pub fn clause(id: &str) -> Option<&'static Clause> {
    CLAUSES.binary_search_by(|listed| listed.id.cmp(id)).ok().and_then(|index| CLAUSES.get(index))
}

/// How people cite a clause: 《方案》第三条第（三）项, Plan 3(3). The sentence isn't shown. An unknown id is given
/// back as it is.
pub fn citation(id: &str, language: Language) -> String {
    cite(id, language).unwrap_or_else(|| id.to_owned())
}

/// How people cite several clauses, each citation once, in the order of the notice as given.
pub fn citations(ids: &[&str], language: Language) -> String {
    let mut shown: Vec<String> = Vec::with_capacity(ids.len());
    for id in ids {
        let text = citation(id, language);
        if !shown.contains(&text) {
            shown.push(text);
        }
    }
    shown.join(match language {
        Language::Zh => "、",
        Language::En => ", ",
    })
}

fn cite(id: &str, language: Language) -> Option<String> {
    let zh = language == Language::Zh;
    if id == "0" {
        return Some(if zh { "《通知》" } else { "Notice" }.to_owned());
    }
    if let Some(annex) = id.strip_prefix('A') {
        let (annex, row) = annex.split_once('.').map_or((annex, None), |(annex, row)| (annex, Some(row)));
        let annex: u8 = annex.parse().ok()?;
        return Some(match (row, zh) {
            // Annex 2 is known by its own name; annex 1 is told from the annexes of other papers.
            (None, true) if annex == 1 => "《方案》附件1".to_owned(),
            (None, true) => format!("附件{annex}"),
            (None, false) => format!("Annex {annex}"),
            (Some(row), true) => format!("附件{annex}第{}项", row.parse::<u8>().ok()?),
            (Some(row), false) => format!("Annex {annex}({})", row.parse::<u8>().ok()?),
        });
    }
    let mut parts = id.trim_end_matches(|c: char| c.is_ascii_lowercase()).split('.');
    let section: usize = parts.next()?.parse().ok()?;
    let mut text = if zh { format!("《方案》第{}条", numeral(section)?) } else { format!("Plan {section}") };
    if let Some(item) = parts.next() {
        let item: usize = item.parse().ok()?;
        text += &if zh { format!("第（{}）项", numeral(item)?) } else { format!("({item})") };
    }
    if let Some(point) = parts.next() {
        let point: usize = point.parse().ok()?;
        text += &if zh { format!("第{point}点") } else { format!("({point})") };
    }
    parts.next().is_none().then_some(text)
}

fn numeral(number: usize) -> Option<&'static str> {
    ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].get(number.checked_sub(1)?).copied()
}

/// A section of the notice with its items, for the tree of the policy page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// `3`, `A1`.
    pub id: &'static str,
    /// Its heading, with its number.
    pub title: Text,
    /// Its items; empty where the clauses stand in the section itself.
    pub items: &'static [SectionItem],
}

/// An item of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SectionItem {
    /// `3.3`
    pub id: &'static str,
    /// Its heading, with its number.
    pub title: Text,
}

const fn section(id: &'static str, zh: &'static str, en: &'static str, items: &'static [SectionItem]) -> Section {
    Section { id, title: Text::new(zh, en), items }
}

const fn part(id: &'static str, zh: &'static str, en: &'static str) -> SectionItem {
    SectionItem { id, title: Text::new(zh, en) }
}

/// The sections of the notice, in its order.
pub const SECTIONS: &[Section] = &[
    section("0", "通知", "Notice", &[]),
    section("1", "一、总体要求", "1 General requirements", &[]),
    section(
        "2",
        "二、目标任务",
        "2 Aims and tasks",
        &[
            part("2.1", "（一）工作目标", "(1) Aims"),
            part("2.2", "（二）改造范围", "(2) Scope"),
            part("2.3", "（三）改造内容", "(3) Content"),
        ],
    ),
    section(
        "3",
        "三、支持措施",
        "3 Support",
        &[
            part("3.1", "（一）居民出资", "(1) Residents' contribution"),
            part("3.2", "（二）财政补助和专项债券", "(2) Government aid and special bonds"),
            part("3.3", "（三）管线单位和原产权单位出资", "(3) Operators' and former owners' contribution"),
            part("3.4", "（四）行业资金统筹", "(4) Sector funds"),
            part("3.5", "（五）金融机构信贷", "(5) Credit"),
            part("3.6", "（六）社会力量参与", "(6) Private capital"),
        ],
    ),
    section(
        "4",
        "四、简化审批",
        "4 Simpler approvals",
        &[
            part("4.1", "（一）联合审查改造方案", "(1) Joint review of the plan"),
            part("4.2", "（二）简化立项审批手续", "(2) Simpler project approval"),
            part("4.3", "（三）精简合并许可手续", "(3) Fewer and merged permits"),
            part("4.4", "（四）实行联合竣工验收", "(4) Joint acceptance"),
        ],
    ),
    section(
        "5",
        "五、统筹实施",
        "5 Carrying it out",
        &[
            part("5.1", "（一）积极申报项目", "(1) Proposing projects"),
            part("5.2", "（二）科学编制规划", "(2) Planning"),
            part("5.3", "（三）明确实施主体", "(3) Who carries it out"),
            part("5.4", "（四）组织项目建设", "(4) Building"),
            part("5.5", "（五）加强后续管理", "(5) Upkeep"),
        ],
    ),
    section(
        "6",
        "六、组织保障",
        "6 Organisation",
        &[
            part("6.1", "（一）加强组织领导", "(1) Leadership"),
            part("6.2", "（二）明确部门职责", "(2) Duties of the departments"),
            part("6.3", "（三）加强宣传引导", "(3) Publicity"),
            part("6.4", "（四）强化监督检查", "(4) Supervision"),
        ],
    ),
    section("A1", "附件1　领导小组组成人员名单", "Annex 1 Members of the leading group", &[]),
    section("A2", "附件2　成员单位工作职责", "Annex 2 Duties of the member units", &[]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clause_is_found_and_has_its_place_in_the_tree() {
        for listed in CLAUSES {
            assert_eq!(clause(listed.id), Some(listed));
            let section = SECTIONS.iter().find(|section| section.id == listed.section()).expect(listed.id);
            assert_eq!(listed.item().is_some(), !section.items.is_empty(), "{}", listed.id);
            if let Some(item) = listed.item() {
                assert!(section.items.iter().any(|part| part.id == item), "{}", listed.id);
            }
        }
        assert_eq!(clause("3.3"), None);
        assert_eq!(clause(""), None);
    }

    #[test]
    fn clauses_are_cited_as_people_do() {
        let check = |id, zh: &str, en: &str| {
            assert_eq!(citation(id, Language::Zh), zh);
            assert_eq!(citation(id, Language::En), en);
        };
        check("3.3b", "《方案》第三条第（三）项", "Plan 3(3)");
        check("4.1", "《方案》第四条第（一）项", "Plan 4(1)");
        check("2.3.1", "《方案》第二条第（三）项第1点", "Plan 2(3)(1)");
        check("1", "《方案》第一条", "Plan 1");
        check("0", "《通知》", "Notice");
        check("A1", "《方案》附件1", "Annex 1");
        check("A2", "附件2", "Annex 2");
        check("A2.12", "附件2第12项", "Annex 2(12)");
        check("A2.05", "附件2第5项", "Annex 2(5)");
        check("nonsense", "nonsense", "nonsense");
        assert_eq!(
            citations(&["2.1b", "2.2a", "2.2c"], Language::Zh),
            "《方案》第二条第（一）项、《方案》第二条第（二）项"
        );
    }
}
