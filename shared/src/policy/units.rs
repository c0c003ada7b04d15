//! The bodies of the leading group (annexes 1 and 2): 19 units with a checklist and 3 members without one.
//!
//! Posts only: the persons who hold them are data of the office.

use crate::{language::Text, vocabulary::vocabulary};

/// A body of the leading group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// `01` to `19` in the order of annex 2, then `20` to `22`.
    pub code: &'static str,
    /// Its name in the papers.
    pub zh: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// A shorter name that people use.
    pub short: Option<&'static str>,
    /// Other names by which files may call it.
    pub aliases: &'static [&'static str],
    /// Whether it is ranked in the assessment: not those that report to city, province or bank superiors.
    pub ranked: bool,
}

impl Unit {
    /// Its name in both languages.
    pub const fn text(&self) -> Text {
        Text::new(self.zh, self.en)
    }

    /// Whether annex 2 gives it duties.
    pub fn has_checklist(&self) -> bool {
        self.code <= "19"
    }
}

/// The unit with this code.
pub fn unit(code: &str) -> Option<&'static Unit> {
    UNITS.binary_search_by(|listed| listed.code.cmp(code)).ok().and_then(|index| UNITS.get(index))
}

/// The unit with this name, short name or alias.
pub fn unit_named(name: &str) -> Option<&'static Unit> {
    UNITS.iter().find(|unit| unit.zh == name || unit.short == Some(name) || unit.aliases.contains(&name))
}

const fn listed(
    code: &'static str,
    zh: &'static str,
    en: &'static str,
    short: Option<&'static str>,
    aliases: &'static [&'static str],
) -> Unit {
    Unit { code, zh, en, short, aliases, ranked: true }
}

const fn unranked(unit: Unit) -> Unit {
    Unit { ranked: false, ..unit }
}

/// Every unit, by code.
pub const UNITS: &[Unit] = &[
    listed(
        "01",
        "县住建局",
        "County Housing and Construction Bureau",
        Some("住建局"),
        &["县住房和城乡建设局", "高台县住房和城乡建设局", "县住建"],
    ),
    listed(
        "02",
        "县发改局",
        "County Development and Reform Bureau",
        Some("发改局"),
        &["县发展和改革局", "高台县发展和改革局", "县发改"],
    ),
    listed("03", "县财政局", "County Finance Bureau", Some("财政局"), &["高台县财政局"]),
    listed("04", "县自然资源局", "County Natural Resources Bureau", Some("自然资源局"), &["高台县自然资源局"]),
    listed("05", "县教育局", "County Education Bureau", Some("教育局"), &["高台县教育局"]),
    listed(
        "06",
        "县工信局",
        "County Industry and Information Bureau",
        Some("工信局"),
        &["县工业和信息化局", "高台县工业和信息化局"],
    ),
    listed("07", "县公安局", "County Public Security Bureau", Some("公安局"), &["高台县公安局"]),
    listed("08", "县民政局", "County Civil Affairs Bureau", Some("民政局"), &["高台县民政局"]),
    listed("09", "县商务局", "County Commerce Bureau", Some("商务局"), &["高台县商务局"]),
    listed("10", "县卫生健康局", "County Health Bureau", Some("卫健局"), &["县卫健局", "高台县卫生健康局"]),
    listed(
        "11",
        "县应急管理局",
        "County Emergency Management Bureau",
        Some("应急局"),
        &["县应急局", "高台县应急管理局"],
    ),
    listed(
        "12",
        "县市场监管局",
        "County Market Regulation Bureau",
        Some("市场监管局"),
        &["县市场监督管理局", "高台县市场监督管理局"],
    ),
    listed(
        "13",
        "县文广旅游局",
        "County Culture, Broadcasting and Tourism Bureau",
        Some("文旅局"),
        &["县文体广电和旅游局", "高台县文体广电和旅游局"],
    ),
    listed("14", "县政府金融办", "County Government Finance Office", Some("金融办"), &["县金融办"]),
    unranked(listed(
        "15",
        "市住房公积金中心高台管理部",
        "Gaotai Branch of the City Housing Provident Fund Centre",
        Some("公积金管理部"),
        &["张掖市住房公积金管理中心高台管理部", "市住房公积金管理中心高台管理部"],
    )),
    listed(
        "16",
        "城关镇人民政府",
        "Chengguan Town Government",
        Some("城关镇"),
        &["城关镇政府", "高台县城关镇人民政府"],
    ),
    unranked(listed("17", "县税务局", "County Tax Bureau", Some("税务局"), &["国家税务总局高台县税务局"])),
    unranked(listed(
        "18",
        "县邮政局",
        "County Post Bureau",
        Some("邮政局"),
        &["县邮政公司", "中国邮政集团高台县分公司"],
    )),
    unranked(listed(
        "19",
        "人行高台支行",
        "Gaotai Branch of the People's Bank of China",
        Some("人行"),
        &["人行高台县支行", "中国人民银行高台县支行"],
    )),
    listed("20", "县政府办公室", "County Government Office", Some("政府办"), &["高台县人民政府办公室", "县政府办"]),
    listed("21", "县政府研究室", "County Government Research Office", Some("研究室"), &["高台县人民政府研究室"]),
    listed(
        "22",
        "县委宣传部",
        "Publicity Department of the County Party Committee",
        Some("宣传部"),
        &["中共高台县委宣传部"],
    ),
];

vocabulary! {
    /// A role in the leading group (annex 1).
    SeatRole {
        Leader = "组长", "leader";
        Deputy = "副组长", "deputy leader";
        Member = "成员", "member";
        OfficeHead = "办公室主任", "head of the office";
        OfficeDeputy = "办公室副主任", "deputy head of the office";
    }
}

/// A seat of the leading group: a role with the post that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatPost {
    /// The role.
    pub role: SeatRole,
    /// The unit, where the post is one of a unit.
    pub unit: Option<&'static str>,
    /// The post.
    pub post: Text,
}

const fn seat(role: SeatRole, unit: Option<&'static str>, zh: &'static str, en: &'static str) -> SeatPost {
    SeatPost { role, unit, post: Text::new(zh, en) }
}

const fn member(unit: &'static str, zh: &'static str, en: &'static str) -> SeatPost {
    seat(SeatRole::Member, Some(unit), zh, en)
}

/// Every seat, in the order of annex 1, then the office.
pub const SEATS: &[SeatPost] = &[
    seat(SeatRole::Leader, None, "县委副书记、县长", "Deputy Party Secretary, County Head"),
    seat(
        SeatRole::Deputy,
        None,
        "县委常委、常务副县长",
        "Member of the Party Standing Committee, Executive Deputy County Head",
    ),
    member("20", "县政府办公室主任", "Director, County Government Office"),
    member("21", "县政府研究室副主任", "Deputy Director, County Government Research Office"),
    member("16", "城关镇人民政府镇长", "Mayor, Chengguan Town Government"),
    member("01", "县住建局局长", "Director, County Housing and Construction Bureau"),
    member("22", "县委宣传部常务副部长", "Executive Deputy Head, Publicity Department of the County Party Committee"),
    member("02", "县发展和改革局局长", "Director, County Development and Reform Bureau"),
    member("03", "县财政局局长", "Director, County Finance Bureau"),
    member("04", "县自然资源局局长", "Director, County Natural Resources Bureau"),
    member("05", "县教育局局长", "Director, County Education Bureau"),
    member("06", "县工信局局长", "Director, County Industry and Information Bureau"),
    member("07", "县公安局副局长", "Deputy Director, County Public Security Bureau"),
    member("08", "县民政局局长", "Director, County Civil Affairs Bureau"),
    member("09", "县商务局局长", "Director, County Commerce Bureau"),
    member("10", "县卫生健康局局长", "Director, County Health Bureau"),
    member("11", "县应急管理局局长", "Director, County Emergency Management Bureau"),
    member("12", "县市场监管局局长", "Director, County Market Regulation Bureau"),
    member("13", "县文广旅游局局长", "Director, County Culture, Broadcasting and Tourism Bureau"),
    member("15", "市住房公积金中心高台管理部主任", "Director, Gaotai Branch of the City Housing Provident Fund Centre"),
    member("17", "县税务局局长", "Director, County Tax Bureau"),
    member("19", "人行高台县支行行长", "Governor, Gaotai Branch of the People's Bank of China"),
    member("18", "县邮政公司总经理", "General Manager, County Post Company"),
    seat(SeatRole::OfficeHead, Some("01"), "县住建局局长", "Director, County Housing and Construction Bureau"),
    // The notice names three persons here and no posts.
    seat(SeatRole::OfficeDeputy, None, "办公室副主任", "deputy head of the office"),
    seat(SeatRole::OfficeDeputy, None, "办公室副主任", "deputy head of the office"),
    seat(SeatRole::OfficeDeputy, None, "办公室副主任", "deputy head of the office"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_annexes_add_up() {
        let seats = |role| SEATS.iter().filter(|seat| seat.role == role).count();
        assert_eq!(UNITS.len(), 22);
        assert_eq!(UNITS.iter().filter(|unit| unit.has_checklist()).count(), 19);
        assert_eq!([SeatRole::Leader, SeatRole::Deputy, SeatRole::Member].map(seats), [1, 1, 21]);
        assert_eq!([SeatRole::OfficeHead, SeatRole::OfficeDeputy].map(seats), [1, 3]);
        let unranked: Vec<_> = UNITS.iter().filter(|unit| !unit.ranked).map(|unit| unit.code).collect();
        assert_eq!(unranked, ["15", "17", "18", "19"]);
        for listed in UNITS {
            assert_eq!(unit(listed.code), Some(listed));
            let held =
                SEATS.iter().filter(|seat| seat.role == SeatRole::Member && seat.unit == Some(listed.code)).count();
            assert_eq!(held, usize::from(listed.code != "14"), "{}", listed.zh);
        }
    }

    #[test]
    fn a_name_leads_to_one_unit() {
        for listed in UNITS {
            for name in [Some(listed.zh), listed.short].into_iter().flatten().chain(listed.aliases.iter().copied()) {
                assert_eq!(unit_named(name), Some(listed), "{name}");
            }
        }
        assert_eq!(unit_named("县邮政公司").map(|unit| unit.code), Some("18"));
        assert_eq!(unit_named("某局"), None);
    }
}
