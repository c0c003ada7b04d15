//! Cross filters: what a mark of a chart narrows all others to. A chart that shows a dimension is not narrowed by it itself, so
//! that the next mark can be chosen; the one that is chosen stands out instead.

use super::Filter;
use crate::{
    exact::Month,
    policy::{funding::SourceGroup, items::Class, stages::Stage},
};

/// What a filter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// 计划年度
    Year,
    /// 阶段
    Stage,
    /// 小区
    Community,
    /// 建设单位
    Unit,
    /// 资金来源
    Source,
    /// 类别
    Class,
    /// 月份
    Months,
}

impl Dimension {
    /// All of them, in the order of the filter bar.
    pub const ALL: [Self; 7] =
        [Self::Year, Self::Stage, Self::Community, Self::Source, Self::Class, Self::Unit, Self::Months];
}

/// The dimensions that a chart shows: that of its rows, then that of the parts of its bars.
pub fn dimensions(id: &str) -> &'static [Dimension] {
    match id {
        "L-02" => &[Dimension::Stage, Dimension::Year],
        "L-04" => &[Dimension::Community, Dimension::Class],
        "L-05" | "L-06" | "L-07" => &[Dimension::Source],
        "L-06-community" | "L-08" => &[Dimension::Community],
        "L-10" => &[Dimension::Unit],
        "L-10-month" | "L-11" => &[Dimension::Months],
        "L-19" => &[Dimension::Year],
        _ => &[],
    }
}

/// The dimensions that do not apply to a chart: what is told of the programme or of the units as a whole, and months wherever
/// nothing is told by month.
pub(super) fn unheeded(id: &str) -> &'static [Dimension] {
    use Dimension::{Class, Community, Months, Source, Stage, Unit, Year};
    match id {
        //
        "L-01" => &[Year, Months],
        "L-07" | "L-10" | "L-10-month" | "L-11" => &[],
        "L-09" => &[Year, Stage, Community, Unit, Source, Class],
        _ => &[Months],
    }
}

impl Filter {
    /// Whether it restricts this dimension.
    pub fn states(&self, dimension: Dimension) -> bool {
        match dimension {
            Dimension::Year => self.year.is_some(),
            Dimension::Stage => self.stage.is_some(),
            Dimension::Community => self.community.is_some(),
            Dimension::Unit => self.unit.is_some(),
            Dimension::Source => self.source.is_some(),
            Dimension::Class => self.class.is_some(),
            Dimension::Months => self.from.is_some() || self.to.is_some(),
        }
    }

    /// The same, of the other filter in this dimension.
    fn with(mut self, dimension: Dimension, other: &Self) -> Self {
        match dimension {
            Dimension::Year => self.year = other.year,
            Dimension::Stage => self.stage = other.stage,
            Dimension::Community => self.community = other.community,
            Dimension::Unit => self.unit.clone_from(&other.unit),
            Dimension::Source => self.source = other.source,
            Dimension::Class => self.class = other.class,
            Dimension::Months => (self.from, self.to) = (other.from, other.to),
        }
        self
    }

    /// The same without some dimensions.
    #[must_use]
    pub fn without(&self, dimensions: &[Dimension]) -> Self {
        dimensions.iter().fold(self.clone(), |filter, dimension| filter.with(*dimension, &Self::default()))
    }
}

/// What one mark stands for alone: the dimensions that can be told from its row and, for a part of a bar, from its column.
fn meant(id: &str, row: &str, column: Option<&str>) -> Filter {
    let mut filter = Filter::default();
    for (dimension, key) in dimensions(id).iter().zip([Some(row), column]) {
        let Some(key) = key else { continue };
        match dimension {
            Dimension::Year => filter.year = key.parse().ok(),
            Dimension::Stage => filter.stage = stage(key),
            Dimension::Community => filter.community = key.parse().ok(),
            Dimension::Unit => filter.unit = Some(key.to_owned()).filter(|name| !name.is_empty() && name != "total"),
            Dimension::Source => filter.source = SourceGroup::from_code(key),
            Dimension::Class => filter.class = Class::from_code(key),
            Dimension::Months => (filter.from, filter.to) = (key.parse().ok(), key.parse().ok()),
        }
    }
    filter
}

/// The stage of a row of L-02; its two rows of communities under works are told apart by their start, which no filter knows.
fn stage(key: &str) -> Option<Stage> {
    match key {
        "reserve" => Some(Stage::Reserve),
        "completed" => Some(Stage::Completed),
        "withdrawn" => Some(Stage::Withdrawn),
        _ => None,
    }
}

/// The filter after a mark was chosen: narrowed to it, widened again where it was chosen already. A further month takes in all
/// months up to it. None for a mark that narrows nothing, such as a sum.
pub fn narrowed_by(filter: &Filter, id: &str, row: &str, column: Option<&str>) -> Option<Filter> {
    let meant = meant(id, row, column);
    let told: Vec<Dimension> = Dimension::ALL.into_iter().filter(|dimension| meant.states(*dimension)).collect();
    if told.is_empty() {
        return None;
    }
    if told.iter().all(|dimension| filter.clone().with(*dimension, &meant) == *filter) {
        return Some(filter.without(&told));
    }
    let mut narrowed = told.iter().fold(filter.clone(), |narrowed, dimension| narrowed.with(*dimension, &meant));
    if let (Some(month), Some(from), Some(to)) = (meant.from, filter.from, filter.to)
        && !filter.holds(month)
    {
        (narrowed.from, narrowed.to) = (Some(from.min(month)), Some(to.max(month)));
    }
    Some(narrowed)
}

/// Whether a row is what the filter states in the dimension of the rows.
pub fn chosen(filter: &Filter, id: &str, row: &str) -> bool {
    let meant = meant(id, row, None);
    match dimensions(id).first() {
        Some(Dimension::Months) if filter.states(Dimension::Months) => {
            meant.from.is_some_and(|month: Month| filter.holds(month))
        }
        Some(dimension) => meant.states(*dimension) && filter.clone().with(*dimension, &meant) == *filter,
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{INDICATORS, ProgrammeFacts},
        *,
    };
    use crate::{language::Language, sample};

    fn months(from: &str, to: &str) -> Filter {
        Filter { from: from.parse().ok(), to: to.parse().ok(), ..Filter::default() }
    }

    #[test]
    fn a_mark_narrows_and_widens_again() {
        let all = Filter::default();
        let county = narrowed_by(&all, "L-05", "县级", None).unwrap();
        assert_eq!(county, Filter { source: Some(SourceGroup::County), ..Filter::default() });
        assert!(chosen(&county, "L-07", "县级") && !chosen(&county, "L-07", "中央"));
        assert_eq!(narrowed_by(&county, "L-07", "县级", None), Some(all.clone()));
        let central = narrowed_by(&county, "L-07", "中央", None).unwrap();
        assert_eq!(central.source, Some(SourceGroup::Central));
        for sum in [("L-05", "total"), ("L-05", "fiscal"), ("L-10", "total"), ("L-04", "others"), ("L-02", "new")] {
            assert_eq!(narrowed_by(&all, sum.0, sum.1, None), None, "{sum:?}");
        }
        assert_eq!(narrowed_by(&all, "L-09", "11", None), None);
    }

    #[test]
    fn a_part_of_a_bar_narrows_in_both_dimensions() {
        let id = "00000000-0000-0000-0000-000000000001";
        let both = narrowed_by(&Filter::default(), "L-04", id, Some("提升类")).unwrap();
        assert_eq!((both.community.is_some(), both.class), (true, Some(Class::Upgrade)));
        assert_eq!(narrowed_by(&both, "L-04", id, Some("提升类")), Some(Filter::default()));
        let plan = narrowed_by(&Filter::default(), "L-02", "new", Some("2023")).unwrap();
        assert_eq!(plan, Filter { year: Some(2023), ..Filter::default() });
        assert_eq!(both.without(&[Dimension::Class, Dimension::Community]), Filter::default());
    }

    /// Whoever keeps a chart because it does not heed a change must be right; and a change that it heeds must be told in it.
    #[test]
    fn a_chart_heeds_what_changes_it_and_nothing_else() {
        let sample = sample::programme();
        let today = sample.programme.demonstration_date.unwrap();
        let facts = ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, today, 1);
        let only = &facts.communities[0];
        let narrow = Filter {
            year: Some(only.plan_year + 1),
            stage: Some(only.stage),
            community: Some(only.id),
            unit: Some(only.project_owner.clone()),
            source: Some(SourceGroup::Central),
            class: Some(Class::Upgrade),
            ..months("2022-06", "2022-07")
        };
        for indicator in INDICATORS {
            let of = |filter: &Filter| (indicator.compute)(&facts, filter, Language::Zh);
            let all = of(&Filter::default());
            for dimension in Dimension::ALL {
                let stated = Filter::default().with(dimension, &narrow);
                let is_heeded = indicator.heeded(&stated) == stated;
                assert_eq!(of(&stated) != all, is_heeded, "{} {dimension:?}", indicator.id);
            }
        }
    }

    #[test]
    fn a_further_month_takes_in_those_between() {
        let one = narrowed_by(&Filter::default(), "L-11", "2022-06", None).unwrap();
        assert_eq!(one, months("2022-06", "2022-06"));
        let three = narrowed_by(&one, "L-10-month", "2022-08", None).unwrap();
        assert_eq!(three, months("2022-06", "2022-08"));
        assert!(chosen(&three, "L-11", "2022-07") && !chosen(&three, "L-11", "2022-09"));
        assert_eq!(narrowed_by(&three, "L-11", "2022-07", None), Some(months("2022-07", "2022-07")));
        assert_eq!(narrowed_by(&one, "L-11", "2022-06", None), Some(Filter::default()));
    }
}
