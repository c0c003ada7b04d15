//! Rows of 小区: communities, the heads of their projects, and project communities.

use super::{
    Of, Pass, Standing, merge,
    world::{List, Slot},
};
use crate::{
    cells::{Reason, Why},
    model::{Community, Project, ProjectCommunity},
    workbook::sheets::CommunityRow,
};

/// What a project is called that nobody has named.
fn project_name(row: &CommunityRow) -> String {
    format!("{}改造项目", row.community.name)
}

impl Pass<'_, '_> {
    pub(super) fn community(&mut self, of: &Of<'_, CommunityRow>) -> Standing {
        let row = of.row;
        let (code, year) = (&row.community.code, row.entry.plan_year);
        let key = format!("{code} {year}");
        if let Some(met) = self.world.meet(key.clone(), of.at) {
            return self.refuse(of, "community.code", Why::new(Reason::RepeatedRow).with("row", met.number));
        }
        if let Some(fault) = self.contradicts(of, "community.", &format!("小区 {code}")) {
            return fault;
        }
        let community = match self.world.community(code) {
            Some(place) => place,
            None => {
                let id = self.world.identity("community", code);
                // What a blank cell stands for in a new community of this county.
                let made = Community {
                    id,
                    code: code.clone(),
                    division_code: self.world.programme.division_code.clone(),
                    ..Community::default()
                };
                self.world.add_community(Slot::new(made), code.clone())
            }
        };
        let entry = self.world.entries_of(community).iter().copied().find(|entry| self.world.year_of(*entry) == year);
        let Some(project) = self.project_of(of, entry) else { return Standing::Waiting };
        if let Some(fault) = self.contradicts(of, "project.", &format!("项目 {project}")) {
            return fault;
        }
        let is_new = entry.is_none();
        let entry = entry.unwrap_or_else(|| {
            let id = self.world.identity("project_community", &key);
            let ids = (
                self.world.communities.get(community).and_then(Slot::now).map(|community| community.id),
                self.world.projects.get(project).and_then(Slot::now).map(|project| project.id),
            );
            let made = ProjectCommunity {
                id,
                community: ids.0.unwrap_or_default(),
                project: ids.1.unwrap_or_default(),
                plan_year: year,
                ..ProjectCommunity::default()
            };
            self.world.add_entry(Slot::new(made), community, project)
        });
        self.world.origins.insert((List::Entry, entry, 0), of.at);
        let mut fields = self.merge_community(of, (community, project, entry));
        if is_new {
            return Standing::New(format!("{code} {} {year}", row.community.name));
        }
        fields.retain(|(_, was, is)| was != is);
        Standing::merged(format!("{code} {} {year}", row.community.name), fields)
    }

    /// Merges the row into the three objects, which are moved out for it: nothing is copied that no row touches.
    fn merge_community(
        &mut self,
        of: &Of<'_, CommunityRow>,
        (community, project, entry): (usize, usize, usize),
    ) -> Vec<(&'static str, String, String)> {
        let world = &mut self.world;
        let mut there = CommunityRow::default();
        let parts = (
            world.communities.get_mut(community).and_then(Slot::change),
            world.projects.get_mut(project).and_then(Slot::change),
            world.entries.get_mut(entry).and_then(|entry| entry.slot.change()),
        );
        let (Some(a), Some(b), Some(c)) = parts else { return Vec::new() };
        std::mem::swap(&mut there.community, a);
        std::mem::swap(&mut there.project, b);
        std::mem::swap(&mut there.entry, c);
        let name = there.project.name.clone();
        let division_code = there.community.division_code.clone();
        let fields = merge(of, &mut there);
        // A blank name keeps the project, and a blank code the county: neither can be empty.
        if there.project.name.is_empty() {
            there.project.name = name;
        }
        if there.community.division_code.is_empty() {
            there.community.division_code = division_code;
        }
        std::mem::swap(&mut there.community, a);
        std::mem::swap(&mut there.project, b);
        std::mem::swap(&mut there.entry, c);
        fields
    }

    /// The project of a row: the one that it names, else that of its project community, else a new one.
    fn project_of(&mut self, of: &Of<'_, CommunityRow>, entry: Option<usize>) -> Option<usize> {
        let named = &of.row.project.name;
        let current = entry.and_then(|entry| self.world.entries.get(entry)).map(|entry| entry.project);
        if let Some(current) = current {
            let name = self.world.projects.get(current)?.now()?.name.clone();
            if named.is_empty() || *named == name {
                return Some(current);
            }
            let target = match self.world.project(named) {
                Some(other) => other,
                // A project of one community has a new name; one of several stays, and a new one is made.
                None if self.world.entries_of_project(current).len() == 1 => {
                    self.world.rename_project(current, &name, named);
                    return Some(current);
                }
                None => self.new_project(named.clone()),
            };
            let entry = entry?;
            self.world.move_entry(entry, target);
            let id = self.world.projects.get(target)?.now()?.id;
            self.world.entries.get_mut(entry)?.slot.change()?.project = id;
            return Some(target);
        }
        let name = if named.is_empty() { project_name(of.row) } else { named.clone() };
        Some(self.world.project(&name).unwrap_or_else(|| self.new_project(name)))
    }

    pub(super) fn new_project(&mut self, name: String) -> usize {
        let id = self.world.identity("project", &name);
        self.world.add_project(Slot::new(Project { id, name: name.clone(), ..Project::default() }), name)
    }

    /// Whether an earlier row says something else about the same community or project.
    fn contradicts(&mut self, of: &Of<'_, CommunityRow>, part: &str, key: &str) -> Option<Standing> {
        let met = self.world.meet(key.to_owned(), of.at)?;
        // Rows of other sheets of this kind are compared with what they have left in the objects.
        if met.which != of.at.which {
            return None;
        }
        let place = of.read.rows.binary_search_by_key(&met.number, |row| row.number).ok()?;
        let first = &of.read.rows.get(place)?.row;
        let differs = of.present().find(|column| {
            column.spec.field.starts_with(part) && column.spec.field != "project.name" && !(column.same)(first, of.row)
        })?;
        let other = (differs.show)(first).shown(crate::language::Language::Zh);
        let why = Why::new(Reason::Disagrees).with("row", met.number).with("other", other);
        Some(self.refuse(of, differs.spec.field, why))
    }
}
