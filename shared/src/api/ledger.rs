//! What the office keeps of communities, projects and works. The version of a write is that of what it is about: the
//! community's, the project's or the project community's.

use super::{Saved, endpoint};
use crate::acts::{
    BuildingsEntry, CommunityEntry, PriorSubsidiesEntry, ProjectEntry, Registration, ScheduleEntry, WorksEntry,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

endpoint!(
    /// Saves the basic data of the community. `If-Match` names the version of the community.
    PutCommunity, Put, "/api/v1/dossiers/{id}/community", (), CommunityEntry => Saved
);
endpoint!(
    /// Saves the buildings: all of them, those left out are removed. `If-Match` names the version of the community.
    PutBuildings, Put, "/api/v1/dossiers/{id}/buildings", (), BuildingsEntry => Saved
);
endpoint!(
    /// Saves the aid received before, all of it. `If-Match` names the version of the community.
    PutPriorSubsidies, Put, "/api/v1/dossiers/{id}/prior-subsidies", (), PriorSubsidiesEntry => Saved
);
endpoint!(
    /// Saves the project. `If-Match` names the version of the project.
    PutProject, Put, "/api/v1/dossiers/{id}/project", (), ProjectEntry => Saved
);
endpoint!(
    /// Saves scope and schedule.
    PutSchedule, Put, "/api/v1/dossiers/{id}/schedule", (), ScheduleEntry => Saved
);
endpoint!(
    /// Saves the works: all lines, those left out are removed.
    PutWorks, Put, "/api/v1/dossiers/{id}/works", (), WorksEntry => Saved
);
endpoint!(
    /// What a registration may name.
    ReadRegister, Get, "/api/v1/communities/register", (), () => RegisterView
);
endpoint!(
    /// Registers a community. Its dossier has the identity of the request.
    PostRegistration, Post, "/api/v1/communities/register", (), Registration => Saved
);

/// What a registration may name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegisterView {
    /// The code that is free next; none when all are given.
    pub next_code: Option<String>,
    /// The division code of the programme.
    pub division_code: String,
    /// The township that a community usually is of.
    pub township: String,
    /// The communities, by code.
    pub communities: Vec<KnownCommunity>,
    /// The projects, by name.
    pub projects: Vec<KnownProject>,
}

/// A community that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KnownCommunity {
    /// Identity.
    pub id: Uuid,
    /// 小区编码
    pub code: String,
    /// 小区名称
    pub name: String,
}

/// A project that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KnownProject {
    /// Identity.
    pub id: Uuid,
    /// 项目名称
    pub name: String,
}
