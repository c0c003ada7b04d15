//! The forms of a dossier.

use super::spec::{Sending, Spec, first, heads, pasted, read};
use crate::{
    client::{Client, Options},
    naming,
};
use anju_domain::{
    acts::{BuildingsEntry, CommunityEntry, PriorSubsidiesEntry, ProjectEntry, ScheduleEntry, WorksEntry},
    api::{PutBuildings, PutCommunity, PutPriorSubsidies, PutProject, PutSchedule, PutWorks},
    forms::{Buildings, CommunityForm, PriorSubsidies, ProjectForm, ScheduleForm, Sheet, Works, fresh_texts, texts},
    language::Language,
    model::{Dossier, ProjectCommunity},
    paste::merged,
    words::{dossier as words, editing},
};

/// How a form of `S` is read, pasted into and saved: by the endpoint, with the request that this makes of a dossier.
macro_rules! spec {
    ($name:literal, $title:expr, $sheet:ty, $endpoint:ty, $request:expr, $version:expr, $with_version:expr, $key:expr, $label:expr) => {
        Spec {
            name: $name,
            title: $title,
            is_list: !<$sheet as Sheet>::LIST.is_empty(),
            heads: heads::<$sheet>,
            texts: texts::<$sheet>,
            fresh: fresh_texts::<$sheet>,
            read: read::<$sheet>,
            paste: pasted::<$sheet>,
            merge: merged::<$sheet>,
            key: $key,
            label: $label,
            version: $version,
            with_version: $with_version,
            content: |dossier| serde_json::to_string(&$request(dossier)).unwrap_or_default(),
            send: |client, dossier, options| {
                let (id, request) = (dossier.project_community.id.to_string(), $request(dossier));
                send::<$endpoint>(client, id, request, options)
            },
        }
    };
}

fn send<E>(client: Client, id: String, request: E::Request, options: Options) -> Sending
where
    E: anju_domain::api::Endpoint<Query = (), Reply = anju_domain::api::Saved> + 'static,
    E::Request: 'static,
{
    Box::pin(async move { client.send::<E>(&[&id], &(), &request, options).await })
}

/// 楼栋
pub(crate) static BUILDINGS: Spec = spec!(
    "buildings",
    words::BUILDINGS,
    Buildings,
    PutBuildings,
    |dossier: &Dossier| BuildingsEntry { buildings: dossier.community.buildings.iter().map(Into::into).collect() },
    |dossier| dossier.community.version,
    with_community_version,
    first,
    |row, _| first(row)
);

/// 曾获补助
pub(crate) static PRIOR_SUBSIDIES: Spec = spec!(
    "prior",
    words::PRIOR,
    PriorSubsidies,
    PutPriorSubsidies,
    |dossier: &Dossier| PriorSubsidiesEntry {
        prior_subsidies: dossier.community.prior_subsidies.iter().map(Into::into).collect(),
    },
    |dossier| dossier.community.version,
    with_community_version,
    |row| row.iter().take(3).map(|text| text.trim()).collect::<Vec<_>>().join(" "),
    |row, language| item_label(row.first(), language)
);

/// 改造内容
pub(crate) static WORKS: Spec = spec!(
    "works",
    words::WORKS,
    Works,
    PutWorks,
    |dossier: &Dossier| WorksEntry { lines: dossier.project_community.lines.iter().map(Into::into).collect() },
    |dossier| dossier.project_community.version,
    with_entry_version,
    first,
    |row, language| item_label(row.get(1), language)
);

/// 小区基本情况
pub(crate) static COMMUNITY: Spec = spec!(
    "community",
    words::COMMUNITY,
    CommunityForm,
    PutCommunity,
    |dossier: &Dossier| CommunityEntry::from(&dossier.community),
    |dossier| dossier.community.version,
    with_community_version,
    |_| String::new(),
    |_, _| String::new()
);

/// 项目
pub(crate) static PROJECT: Spec = spec!(
    "project",
    words::PROJECT,
    ProjectForm,
    PutProject,
    |dossier: &Dossier| ProjectEntry::from(&dossier.project),
    |dossier| dossier.project.version,
    with_project_version,
    |_| String::new(),
    |_, _| String::new()
);

/// 改造规模与计划
pub(crate) static SCHEDULE: Spec = spec!(
    "schedule",
    editing::SCHEDULE,
    ScheduleForm,
    PutSchedule,
    |dossier: &Dossier| ScheduleEntry::from(&dossier.project_community),
    |dossier| dossier.project_community.version,
    with_entry_version,
    |_| String::new(),
    |_, _| String::new()
);

/// An item by what was typed, code or name.
fn item_label(text: Option<&String>, language: Language) -> String {
    let typed = text.map(|text| text.trim()).unwrap_or_default();
    naming::item_with_code(&typed.to_uppercase(), language)
}

fn with_community_version(mut dossier: Dossier, version: i64) -> Dossier {
    dossier.community.version = version;
    dossier
}

fn with_project_version(mut dossier: Dossier, version: i64) -> Dossier {
    dossier.project.version = version;
    dossier
}

fn with_entry_version(dossier: Dossier, version: i64) -> Dossier {
    Dossier { project_community: ProjectCommunity { version, ..dossier.project_community.clone() }, ..dossier }
}
