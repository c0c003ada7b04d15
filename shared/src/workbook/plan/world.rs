//! What there is while rows are applied: objects as they were, and as they are once a row has touched them.

use super::{Change, Known, RowOf};
use crate::{
    model::{Community, MonthlyReport, Programme, Project, ProjectCommunity},
    workbook::Sheet,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// An object: as it was, and as it is once it was touched.
#[derive(Debug)]
pub(super) struct Slot<'a, T> {
    before: Option<&'a T>,
    after: Option<Box<T>>,
}

impl<'a, T: Clone + PartialEq> Slot<'a, T> {
    const fn known(before: &'a T) -> Self {
        Self { before: Some(before), after: None }
    }

    pub(super) fn new(after: T) -> Self {
        Self { before: None, after: Some(Box::new(after)) }
    }

    /// As it was; none when it is new.
    pub(super) const fn before(&self) -> Option<&'a T> {
        self.before
    }

    /// As it is. A slot always has one of both.
    pub(super) fn now(&self) -> Option<&T> {
        self.after.as_deref().or(self.before)
    }

    /// To be changed; it is copied when the first row touches it.
    pub(super) fn change(&mut self) -> Option<&mut T> {
        if self.after.is_none() {
            self.after = self.before.cloned().map(Box::new);
        }
        self.after.as_deref_mut()
    }

    pub(super) const fn is_touched(&self) -> bool {
        self.after.is_some()
    }

    pub(super) const fn is_new(&self) -> bool {
        self.before.is_none()
    }

    fn into_change(self) -> Option<Change<T>> {
        let after = *self.after?;
        if self.before == Some(&after) {
            return None;
        }
        Some(Change { before: self.before.cloned(), after })
    }
}

/// A project community with what belongs to it.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) slot: Slot<'a, ProjectCommunity>,
    pub(super) community: usize,
    pub(super) project: usize,
    pub(super) reports: Vec<Slot<'a, MonthlyReport>>,
}

/// Rows of an object, which findings name by list and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum List {
    Entry,
    Buildings,
    PriorAid,
    Lines,
    Commitments,
    Receipts,
    Payments,
    Months,
    Steps,
}

/// What there is.
#[derive(Debug)]
pub(super) struct World<'a> {
    pub(super) known: Known<'a>,
    pub(super) programme: &'a Programme,
    pub(super) communities: Vec<Slot<'a, Community>>,
    pub(super) projects: Vec<Slot<'a, Project>>,
    pub(super) entries: Vec<Entry<'a>>,
    by_code: BTreeMap<String, usize>,
    by_project: BTreeMap<String, usize>,
    of_community: Vec<Vec<usize>>,
    of_project: Vec<Vec<usize>>,
    /// Which rows of objects came from which row of the file.
    pub(super) origins: BTreeMap<(List, usize, usize), RowOf>,
    /// Which places within objects are known by which name.
    pub(super) places: BTreeMap<(List, usize), BTreeMap<String, Vec<usize>>>,
    /// The rows that were met, by what they are about, for rows that repeat or contradict them.
    pub(super) met: BTreeMap<(Sheet, String), RowOf>,
    /// How many rows so far were of this name in this list.
    counts: BTreeMap<(List, usize, String), usize>,
    /// Codes and names on rows with faults: what hangs on them has no fault of its own.
    bad: BTreeSet<String>,
    /// Codes on rows with faults in sheets whose later rows follow from earlier ones.
    unsettled: BTreeSet<(Sheet, String)>,
}

impl<'a> World<'a> {
    pub(super) fn of(known: Known<'a>) -> Self {
        let mut world = Self {
            known,
            programme: known.programme,
            communities: Vec::new(),
            projects: Vec::new(),
            entries: Vec::new(),
            by_code: BTreeMap::new(),
            by_project: BTreeMap::new(),
            of_community: Vec::new(),
            of_project: Vec::new(),
            origins: BTreeMap::new(),
            places: BTreeMap::new(),
            met: BTreeMap::new(),
            counts: BTreeMap::new(),
            bad: BTreeSet::new(),
            unsettled: BTreeSet::new(),
        };
        let (mut communities, mut projects) = (BTreeMap::<Uuid, usize>::new(), BTreeMap::<Uuid, usize>::new());
        for dossier in known.dossiers {
            let community = *communities.entry(dossier.community.id).or_insert_with(|| {
                let code = dossier.community.code.clone();
                world.add_community(Slot::known(&dossier.community), code)
            });
            let project = *projects.entry(dossier.project.id).or_insert_with(|| {
                let name = dossier.project.name.clone();
                world.add_project(Slot::known(&dossier.project), name)
            });
            let slot = Slot::known(&dossier.project_community);
            let entry = world.add_entry(slot, community, project);
            if let Some(entry) = world.entries.get_mut(entry) {
                entry.reports = dossier.reports.iter().map(Slot::known).collect();
            }
        }
        world
    }

    pub(super) fn add_community(&mut self, slot: Slot<'a, Community>, code: String) -> usize {
        self.communities.push(slot);
        self.of_community.push(Vec::new());
        let place = self.communities.len() - 1;
        self.by_code.entry(code).or_insert(place);
        place
    }

    pub(super) fn add_project(&mut self, slot: Slot<'a, Project>, name: String) -> usize {
        self.projects.push(slot);
        self.of_project.push(Vec::new());
        let place = self.projects.len() - 1;
        self.by_project.entry(name).or_insert(place);
        place
    }

    pub(super) fn add_entry(&mut self, slot: Slot<'a, ProjectCommunity>, community: usize, project: usize) -> usize {
        self.entries.push(Entry { slot, community, project, reports: Vec::new() });
        let place = self.entries.len() - 1;
        if let Some(of) = self.of_community.get_mut(community) {
            of.push(place);
        }
        if let Some(of) = self.of_project.get_mut(project) {
            of.push(place);
        }
        place
    }

    pub(super) fn community(&self, code: &str) -> Option<usize> {
        self.by_code.get(code).copied()
    }

    pub(super) fn project(&self, name: &str) -> Option<usize> {
        self.by_project.get(name).copied()
    }

    pub(super) fn codes(&self) -> impl Iterator<Item = &str> {
        self.by_code.keys().map(String::as_str)
    }

    /// The project communities of a community.
    pub(super) fn entries_of(&self, community: usize) -> &[usize] {
        self.of_community.get(community).map_or(&[], Vec::as_slice)
    }

    /// The project communities of a project.
    pub(super) fn entries_of_project(&self, project: usize) -> &[usize] {
        self.of_project.get(project).map_or(&[], Vec::as_slice)
    }

    /// Puts a project community into another project.
    pub(super) fn move_entry(&mut self, entry: usize, project: usize) {
        let Some(moved) = self.entries.get_mut(entry) else { return };
        let old = std::mem::replace(&mut moved.project, project);
        if let Some(of) = self.of_project.get_mut(old) {
            of.retain(|place| *place != entry);
        }
        if let Some(of) = self.of_project.get_mut(project) {
            of.push(entry);
        }
    }

    /// A project has another name now.
    pub(super) fn rename_project(&mut self, project: usize, old: &str, new: &str) {
        self.by_project.remove(old);
        self.by_project.insert(new.to_owned(), project);
    }

    pub(super) fn year_of(&self, entry: usize) -> i32 {
        self.entries.get(entry).and_then(|entry| entry.slot.now()).map_or(0, |entry| entry.plan_year)
    }

    /// An identity that the same file gives again.
    pub(super) fn identity(&self, kind: &str, name: &str) -> Uuid {
        Uuid::new_v5(&self.programme.id, format!("import/{kind}/{name}").as_bytes())
    }

    /// Remembers what a row with a fault was about.
    pub(super) fn note_bad(&mut self, sheet: Sheet, keys: &[String]) {
        // Sums are compared only; nothing hangs on them.
        if matches!(sheet, Sheet::Communities | Sheet::Buildings | Sheet::Projects | Sheet::Works | Sheet::Ledger) {
            self.bad.extend(keys.iter().filter(|key| !key.is_empty()).cloned());
        } else {
            self.unsettled.extend(keys.iter().filter(|key| !key.is_empty()).map(|key| (sheet, key.clone())));
        }
    }

    /// Whether no row with a fault is about this code in sheets on which others rest, nor in these.
    pub(super) fn is_settled(&self, code: &str, sheets: &[Sheet]) -> bool {
        !self.is_bad(code) && sheets.iter().all(|sheet| !self.unsettled.contains(&(*sheet, code.to_owned())))
    }

    /// How many rows before this one were of this name: what tells new ones of the same name apart.
    pub(super) fn nth(&mut self, list: List, owner: usize, name: &str) -> usize {
        let count = self.counts.entry((list, owner, name.to_owned())).or_default();
        *count += 1;
        *count - 1
    }

    /// Whether a row with a fault was about this.
    pub(super) fn is_bad(&self, key: &str) -> bool {
        self.bad.contains(key)
    }

    /// The row that was met about this; from now on this one, when there was none.
    pub(super) fn meet(&mut self, key: String, row: RowOf) -> Option<RowOf> {
        match self.met.entry((row.sheet, key)) {
            std::collections::btree_map::Entry::Occupied(met) => Some(*met.get()),
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(row);
                None
            }
        }
    }

    /// What changes, each object once.
    #[expect(clippy::type_complexity, reason = "the four kinds of objects, taken apart at once")]
    pub(super) fn into_changes(
        self,
    ) -> (Vec<Change<Community>>, Vec<Change<Project>>, Vec<Change<ProjectCommunity>>, Vec<Change<MonthlyReport>>) {
        let communities = self.communities.into_iter().filter_map(Slot::into_change).collect();
        let projects = self.projects.into_iter().filter_map(Slot::into_change).collect();
        let (mut entries, mut reports) = (Vec::new(), Vec::new());
        for entry in self.entries {
            entries.extend(entry.slot.into_change());
            reports.extend(entry.reports.into_iter().filter_map(Slot::into_change));
        }
        (communities, projects, entries, reports)
    }
}
