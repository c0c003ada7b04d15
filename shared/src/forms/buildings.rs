//! 楼栋: a row a building.

use super::{
    cell::{Cell, Kind},
    column::{Column, column},
    stated::Sheet,
};
use crate::{
    acts::{malformed_buildings, removed_buildings},
    cells::{self, Value, tidy},
    finding::Finding,
    model::{Building, Community, Dossier},
};
use chrono::NaiveDate;

/// 楼栋
#[derive(Clone, Copy, Debug)]
pub struct Buildings;

static COLUMNS: &[Column<Building>] = &[
    column!(
        Building,
        "no",
        "楼栋号",
        "Building",
        ["楼号", "楼栋", "栋号", "楼栋编号", "幢号"],
        Kind::Text,
        |row| row.no.clone(),
        |row, text| {
            row.no = cells::code(Value::Text(text))?;
            Ok(())
        }
    )
    .required(),
    column!(Building, completed_on, "建成日期", "Completed on", ["竣工日期", "建成时间"]),
    column!(Building, completed_year, "建成年份", "Year completed", ["建成年代", "建成年", "建造年份"]),
    column!(Building, storeys, "层数", "Storeys", ["楼层", "楼层数", "总层数"]),
    column!(Building, stair_units, "单元数", "Entrances", ["单元"]),
    column!(Building, households, "户数", "Households", ["住户数", "总户数"]).required(),
    column!(Building, floor_area, "建筑面积", "Floor area", ["面积"]).required(),
    column!(Building, structure, "结构", "Structure", ["结构类型", "建筑结构"]),
    column!(Building, heritage, "文物保护", "Heritage", ["文物保护级别"]),
    column!(Building, lift_feasible, "具备加装电梯条件", "Fit for a lift", ["可加装电梯"]),
    column!(Building, consent_passed, "加装电梯表决通过", "Lift agreed", []),
    column!(Building, expropriation_planned, "计划征收拆迁", "Expropriation planned", ["征收拆迁"]),
    column!(
        Building,
        "in_scope",
        "纳入改造",
        "In scope",
        ["是否纳入改造", "是否改造"],
        Kind::YesNo,
        |row| row.in_scope.written(),
        |row, text| {
            row.in_scope = tidy(text).is_empty() || bool::read(text)?;
            Ok(())
        }
    ),
];

impl Sheet for Buildings {
    type Row = Building;
    const LIST: &'static str = "buildings";

    fn columns() -> &'static [Column<Building>] {
        COLUMNS
    }

    fn fresh() -> Building {
        Building { in_scope: true, ..Building::default() }
    }

    fn rows(dossier: &Dossier) -> Vec<Building> {
        dossier.community.buildings.clone()
    }

    fn with(dossier: &Dossier, rows: &[Building]) -> Dossier {
        let community = Community { buildings: rows.to_vec(), ..dossier.community.clone() };
        Dossier { community, ..dossier.clone() }
    }

    fn malformed(dossier: &Dossier, rows: &[Building], today: NaiveDate) -> Vec<Finding> {
        let mut found = malformed_buildings(rows, &dossier.programme.settings, today);
        found.extend(removed_buildings(dossier, rows));
        found
    }

    fn is_same(known: &Building, pasted: &Building) -> bool {
        known.no == pasted.no
    }
}
