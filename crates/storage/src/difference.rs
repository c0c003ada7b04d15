//! What an act changed, as the audit log shows it: only the fields and rows that differ. A row that changed names
//! itself on both sides, so that people know which it is.

use crate::StorageError;
use anju_domain::model::{AnnualPlan, Community, MonthlyReport, Project, ProjectCommunity};
use serde::Serialize;
use serde_json::{Map, Value};

/// Fields by which people recognise a row.
const NAMES: [&str; 8] = ["id", "line", "funding", "no", "period", "step", "code", "name"];

/// Before and after, side by side.
#[derive(Debug, Default)]
pub(crate) struct Difference {
    before: Map<String, Value>,
    after: Map<String, Value>,
}

impl Difference {
    /// As the two values of an audit entry.
    pub(crate) fn into_values(self) -> (Value, Value) {
        (Value::Object(self.before), Value::Object(self.after))
    }

    /// The fields of two objects that differ.
    pub(crate) fn fields<T: Serialize>(&mut self, before: &T, after: &T) -> Result<(), StorageError> {
        let (before, after) = (object(before)?, object(after)?);
        differing(before, after, &mut self.before, &mut self.after);
        Ok(())
    }

    /// The rows of two lists that differ.
    fn rows<T: Serialize + PartialEq, K: PartialEq>(
        &mut self,
        list: &str,
        before: &[T],
        after: &[T],
        key: impl Fn(&T) -> K,
    ) -> Result<(), StorageError> {
        if before == after {
            return Ok(());
        }
        let (mut old, mut new) = (Vec::new(), Vec::new());
        for (at, row) in before.iter().enumerate() {
            if after.get(at) != Some(row) && !after.iter().any(|other| key(other) == key(row)) {
                old.push(Value::Object(object(row)?));
            }
        }
        for (at, row) in after.iter().enumerate().filter(|(at, row)| before.get(*at) != Some(row)) {
            let at_same_place = before.get(at).filter(|other| key(other) == key(row));
            match at_same_place.or_else(|| before.iter().find(|other| key(other) == key(row))) {
                None => new.push(Value::Object(object(row)?)),
                Some(was) if was == row => {}
                Some(was) => {
                    let (was, row) = (object(was)?, object(row)?);
                    let (mut left, mut right) = (Map::new(), Map::new());
                    for name in NAMES {
                        copy(name, &was, &mut left);
                        copy(name, &row, &mut right);
                    }
                    differing(was, row, &mut left, &mut right);
                    old.push(Value::Object(left));
                    new.push(Value::Object(right));
                }
            }
        }
        for (side, rows) in [(&mut self.before, old), (&mut self.after, new)] {
            if !rows.is_empty() {
                side.insert(list.to_owned(), Value::Array(rows));
            }
        }
        Ok(())
    }

    /// A plan that was made, or changed.
    pub(crate) fn plan(&mut self, before: Option<&AnnualPlan>, after: &AnnualPlan) -> Result<(), StorageError> {
        match before {
            None => {
                self.after.insert("new_plan".to_owned(), Value::Object(object(after)?));
                Ok(())
            }
            Some(before) => self.part("annual_plan", before, after),
        }
    }

    /// What differs in a project; its steps are rows.
    pub(crate) fn project(&mut self, before: &Project, after: &Project) -> Result<(), StorageError> {
        let (was, is) = (before.clone(), after.clone());
        self.part("project", &Project { steps: Vec::new(), ..was }, &Project { steps: Vec::new(), ..is })?;
        self.rows("steps", &before.steps, &after.steps, |row| row.step)
    }

    /// What differs in a community; its buildings are rows.
    pub(crate) fn community(&mut self, before: &Community, after: &Community) -> Result<(), StorageError> {
        let (was, is) = (before.clone(), after.clone());
        self.part(
            "community",
            &Community { buildings: Vec::new(), ..was },
            &Community { buildings: Vec::new(), ..is },
        )?;
        self.rows("buildings", &before.buildings, &after.buildings, |row| row.no.clone())
    }

    /// A report that was made, or changed; it names its period.
    pub(crate) fn report(&mut self, before: Option<&MonthlyReport>, after: &MonthlyReport) -> Result<(), StorageError> {
        let before: Vec<MonthlyReport> = before.into_iter().cloned().collect();
        self.rows("reports", &before, std::slice::from_ref(after), |row| row.id)
    }

    /// The fields of a part that differ, under its name.
    fn part<T: Serialize>(&mut self, name: &str, before: &T, after: &T) -> Result<(), StorageError> {
        let (mut left, mut right) = (Map::new(), Map::new());
        differing(object(before)?, object(after)?, &mut left, &mut right);
        self.before.insert(name.to_owned(), Value::Object(left));
        self.after.insert(name.to_owned(), Value::Object(right));
        Ok(())
    }

    /// What differs in a project community.
    pub(crate) fn project_community(
        &mut self,
        before: &ProjectCommunity,
        after: &ProjectCommunity,
    ) -> Result<(), StorageError> {
        let (was, is) = (without_rows(before), without_rows(after));
        if (ProjectCommunity { version: was.version, ..is.clone() }) == was {
            // Most acts change rows alone; the fields of the entry itself need no JSON then.
            self.before.insert("version".to_owned(), was.version.into());
            self.after.insert("version".to_owned(), is.version.into());
        } else {
            self.fields(&was, &is)?;
        }
        self.rows("baseline", &before.baseline, &after.baseline, |row| row.period)?;
        self.rows("consent_rounds", &before.consent_rounds, &after.consent_rounds, |row| row.id)?;
        self.rows("lines", &before.lines, &after.lines, |row| row.id.clone())?;
        self.rows("commitments", &before.commitments, &after.commitments, |row| row.id)?;
        self.rows("receipts", &before.receipts, &after.receipts, |row| row.id)?;
        self.rows("payments", &before.payments, &after.payments, |row| row.id)?;
        // One row may be corrected twice: only the whole of a correction tells it from another.
        self.rows("money_corrections", &before.money_corrections, &after.money_corrections, Clone::clone)
    }
}

/// Lists are compared row by row; turning them into JSON only to find them equal would be most of the work of an act.
fn without_rows(entry: &ProjectCommunity) -> ProjectCommunity {
    ProjectCommunity {
        id: entry.id,
        version: entry.version,
        project: entry.project,
        community: entry.community,
        plan_year: entry.plan_year,
        plan: entry.plan,
        entered_on: entry.entered_on,
        stage: entry.stage,
        scope_households: entry.scope_households,
        scope_area: entry.scope_area,
        scope_count: entry.scope_count,
        total_invest: entry.total_invest,
        planned_start: entry.planned_start,
        actual_start: entry.actual_start,
        planned_finish: entry.planned_finish,
        completed_on: entry.completed_on,
        withdrawn_on: entry.withdrawn_on,
        opening: entry.opening.clone(),
        fact_records: entry.fact_records.clone(),
        consent_rounds: Vec::new(),
        stage_records: entry.stage_records.clone(),
        property_management: entry.property_management.clone(),
        baseline: Vec::new(),
        lines: Vec::new(),
        commitments: Vec::new(),
        receipts: Vec::new(),
        payments: Vec::new(),
        money_corrections: Vec::new(),
    }
}

fn object<T: Serialize>(value: &T) -> Result<Map<String, Value>, StorageError> {
    match serde_json::to_value(value) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(other) => Ok(Map::from_iter([("value".to_owned(), other)])),
        Err(why) => Err(StorageError::Database(format!("a value can't be written: {why}"))),
    }
}

fn copy(name: &str, from: &Map<String, Value>, to: &mut Map<String, Value>) {
    if let Some(value) = from.get(name) {
        to.insert(name.to_owned(), value.clone());
    }
}

fn differing(
    before: Map<String, Value>,
    mut after: Map<String, Value>,
    left: &mut Map<String, Value>,
    right: &mut Map<String, Value>,
) {
    for (name, was) in before {
        match after.remove(&name) {
            Some(is) if is == was => {}
            Some(is) => {
                left.insert(name.clone(), was);
                right.insert(name, is);
            }
            None => {
                left.insert(name, was);
            }
        }
    }
    right.extend(after);
}
