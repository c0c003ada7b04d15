//! Schemas of what is written and read by hand, for the description of the interface (feature `openapi`). All others
//! are derived beside the types.

use crate::{
    chart::Cell,
    exact::{Area, Money, Month, Period, Progress},
    finding::{Param, Params},
    model::{BuildingSelection, Calendar, CalendarDay},
};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        Array, Object, ObjectBuilder, RefOr, Schema, Type,
        schema::{OneOf, SchemaType},
    },
};

/// A text of a closed list.
pub(crate) fn terms(codes: impl Iterator<Item = &'static str>) -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(codes)).into()
}

/// A quantity: a number, or its text when it can't be read as one.
pub(crate) fn quantity() -> RefOr<Schema> {
    let number = SchemaType::from_iter([Type::Number, Type::String]);
    let about = "数量, as typed: a decimal above 0; empty when there is none.";
    ObjectBuilder::new().schema_type(number).description(Some(about)).into()
}

impl PartialSchema for Month {
    fn schema() -> RefOr<Schema> {
        let form = "^[0-9]{4}-(0[1-9]|1[0-2])$";
        let about = "A civil month, `YYYY-MM`.";
        ObjectBuilder::new().schema_type(Type::String).pattern(Some(form)).description(Some(about)).into()
    }
}
impl ToSchema for Month {}

impl PartialSchema for Period {
    fn schema() -> RefOr<Schema> {
        let form = "^[0-9]{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$";
        let about = "A year `2022`, a quarter `2022-Q3` or a month `2022-09`.";
        ObjectBuilder::new().schema_type(Type::String).pattern(Some(form)).description(Some(about)).into()
    }
}
impl ToSchema for Period {}

impl PartialSchema for Calendar {
    fn schema() -> RefOr<Schema> {
        Array::builder().items(CalendarDay::schema()).description(Some("The listed days.")).build().into()
    }
}
impl ToSchema for Calendar {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        CalendarDay::schemas(schemas);
    }
}

impl PartialSchema for BuildingSelection {
    fn schema() -> RefOr<Schema> {
        let about = "Which buildings something concerns: their numbers, or \"all\" that are in scope.";
        let choice =
            OneOf::builder().item(terms(["all"].into_iter())).item(Array::new(Object::with_type(Type::String)));
        choice.description(Some(about)).into()
    }
}
impl ToSchema for BuildingSelection {}

impl PartialSchema for Params {
    fn schema() -> RefOr<Schema> {
        let about = "The values of a finding by name, in the order in which the rule gives them.";
        ObjectBuilder::new().additional_properties(Some(Param::schema())).description(Some(about)).into()
    }
}
impl ToSchema for Params {}

impl PartialSchema for Cell {
    fn schema() -> RefOr<Schema> {
        let percent = Array::builder()
            .items(<Option<i64>>::schema())
            .description(Some("Numerator, denominator, and the mark that the ratio must not contradict, if any."));
        let about = "One cell, exact: what it is, and its value.";
        OneOf::builder()
            .item(cell("text", Some(String::schema())))
            .item(cell("money", Some(Money::schema())))
            .item(cell("count", Some(i64::schema())))
            .item(cell("area", Some(Area::schema())))
            .item(cell("percent", Some(RefOr::T(percent.build().into()))))
            .item(cell("progress", Some(Progress::schema())))
            .item(cell("absent", None))
            .description(Some(about))
            .into()
    }
}
impl ToSchema for Cell {}

fn cell(is: &'static str, value: Option<RefOr<Schema>>) -> RefOr<Schema> {
    let object = ObjectBuilder::new().property("is", terms([is].into_iter())).required("is");
    match value {
        Some(value) => object.property("value", value).required("value").into(),
        None => object.into(),
    }
}
