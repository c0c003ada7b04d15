//! What is typed of a vote: texts until they are read.

use super::{
    super::{
        inputs::{area_of, count_of, day_of, day_text},
        kept::Field,
    },
    kind_name,
};
use anju_domain::{
    exact::{Area, grouped},
    finding::Finding,
    model::{ConsentMethod, ConsentRound, ConsentScope, Tally},
    words::consent as words,
};
use leptos::prelude::*;
use uuid::Uuid;

/// The counts of a vote in the order of the request.
pub(super) const COUNTS: [&str; 3] = ["total", "participating", "agreeing"];

/// What is typed of a vote.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    id: Uuid,
    pub(super) kind: RwSignal<String>,
    pub(super) scope: RwSignal<String>,
    pub(super) building: RwSignal<String>,
    pub(super) entrance: RwSignal<String>,
    pub(super) owners: [RwSignal<String>; 3],
    pub(super) area: [RwSignal<String>; 3],
    pub(super) noticed_on: RwSignal<String>,
    pub(super) began_on: RwSignal<String>,
    pub(super) ended_on: RwSignal<String>,
    pub(super) method: RwSignal<String>,
    pub(super) doc: RwSignal<String>,
}

impl Typed {
    /// What is stored of a vote.
    pub(super) fn of(round: &ConsentRound) -> Self {
        let counts = |tally: Tally| [tally.total, tally.participating, tally.agreeing];
        let count = |count: i64| if count == 0 { String::new() } else { grouped(count) };
        let area = |one: i64| if one == 0 { String::new() } else { Area::from_hundredths(one).shown() };
        Self {
            id: round.id,
            kind: RwSignal::new(round.kind.clone()),
            scope: RwSignal::new(round.scope.code().to_owned()),
            building: RwSignal::new(round.building.clone()),
            entrance: RwSignal::new(round.entrance.clone()),
            owners: counts(round.owners).map(|one| RwSignal::new(count(one))),
            area: counts(round.area).map(|one| RwSignal::new(area(one))),
            noticed_on: RwSignal::new(day_text(round.noticed_on)),
            began_on: RwSignal::new(day_text(round.began_on)),
            ended_on: RwSignal::new(day_text(round.ended_on)),
            method: RwSignal::new(round.method.map_or("", |method| method.code()).to_owned()),
            doc: RwSignal::new(round.doc.clone()),
        }
    }

    /// What of it is kept on the device.
    pub(super) fn fields(self) -> Vec<Field> {
        let [owners_total, owners_participating, owners_agreeing] = self.owners;
        let [area_total, area_participating, area_agreeing] = self.area;
        let scope =
            |code: &str, language| ConsentScope::from_code(code).unwrap_or_default().text().get(language).to_owned();
        let method = |code: &str, language| {
            ConsentMethod::from_code(code).map(|one| one.text().get(language).to_owned()).unwrap_or_default()
        };
        vec![
            Field::choice(words::KIND, self.kind, kind_name),
            Field::choice(words::SCOPE, self.scope, scope),
            Field::text(words::BUILDING, self.building),
            Field::text(words::ENTRANCE, self.entrance),
            Field::choice(words::METHOD, self.method, method),
            Field::text(words::NOTICED, self.noticed_on),
            Field::text(words::BEGAN, self.began_on),
            Field::text(words::ENDED, self.ended_on),
            Field::text(words::DOC, self.doc),
            Field::text(words::OWNERS_TOTAL, owners_total),
            Field::text(words::OWNERS_PARTICIPATING, owners_participating),
            Field::text(words::OWNERS_AGREEING, owners_agreeing),
            Field::text(words::AREA_TOTAL, area_total),
            Field::text(words::AREA_PARTICIPATING, area_participating),
            Field::text(words::AREA_AGREEING, area_agreeing),
        ]
    }

    /// The scope that is chosen.
    pub(super) fn scope(self) -> ConsentScope {
        ConsentScope::from_code(&self.scope.get()).unwrap_or_default()
    }

    /// The vote that is typed, and what of it can't be read, by its place in a list of one vote.
    pub(super) fn round(self) -> (ConsentRound, Vec<Finding>) {
        let mut unread = Vec::new();
        let mut tally = |name: &str, fields: [RwSignal<String>; 3], read: fn(&str) -> Option<i64>| {
            let counts = std::array::from_fn(|at| {
                read(&fields[at].get()).unwrap_or_else(|| {
                    unread.push(Finding::malformed(format!("rounds/0/{name}/{}", COUNTS[at]), "wrong_type"));
                    0
                })
            });
            let [total, participating, agreeing] = counts;
            Tally { total, participating, agreeing }
        };
        let owners = tally("owners", self.owners, count_of);
        let area = tally("area", self.area, area_of);
        let scope = self.scope();
        // What the scope doesn't ask for is not sent.
        let named = |text: String, asked: bool| if asked { text.trim().to_owned() } else { String::new() };
        let round = ConsentRound {
            id: self.id,
            kind: self.kind.get(),
            scope,
            building: named(self.building.get(), scope != ConsentScope::Community),
            entrance: named(self.entrance.get(), scope == ConsentScope::Entrance),
            owners,
            area,
            noticed_on: day_of(&self.noticed_on.get()),
            began_on: day_of(&self.began_on.get()),
            ended_on: day_of(&self.ended_on.get()),
            method: ConsentMethod::from_code(&self.method.get()),
            doc: self.doc.get().trim().to_owned(),
        };
        (round, unread)
    }
}
