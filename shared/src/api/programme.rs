//! The programme: it begins, and the office keeps what it sets. Changes take `If-Match` (the version seen) and
//! `Idempotency-Key`; creating takes the key alone.

use super::{Saved, endpoint};
use crate::{
    acts::{BodiesEntry, ParameterEntry, ProgrammeEdit, ProgrammeEntry},
    model::Programme,
};
use serde::{Deserialize, Serialize};

endpoint!(
    /// The programme with its parameters, bodies and what was set of them.
    ReadProgramme, Get, "/api/v1/programme", (), () => Programme
);
endpoint!(
    /// Begins the county's own programme, in a folder that holds none.
    PostProgramme, Post, "/api/v1/programme", (), ProgrammeEntry => Saved
);
endpoint!(
    /// Changes name, last year, targets and windows by a further paper.
    PutProgramme, Put, "/api/v1/programme", (), ProgrammeEdit => Saved
);
endpoint!(
    /// Sets parameters from a day on.
    PutParameters, Put, "/api/v1/programme/parameters", (), ParameterEntry => Saved
);
endpoint!(
    /// Saves the bodies, who took over from whom, and duties that moved.
    PutBodies, Put, "/api/v1/programme/bodies", (), BodiesEntry => Saved
);
endpoint!(
    /// How the server was started, which no page changes.
    ReadServerSettings, Get, "/api/v1/server", (), () => ServerSettings
);

/// How the server was started.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServerSettings {
    /// The server's version.
    pub version: String,
    /// `sqlite` or `postgresql`.
    pub database: String,
    /// The address that it listens on.
    pub listen: String,
    /// The address that browsers see, when one was given.
    pub origin: Option<String>,
    /// The reverse proxy that is believed, when one was given.
    pub trusted_proxy: Option<String>,
    /// The folder of the daily backups.
    pub backup_folder: String,
    /// After how many minutes without a request a session ends.
    pub session_idle_minutes: i64,
    /// After how many hours a session ends, whatever happens.
    pub session_hours: i64,
    /// The least characters of a password.
    pub password_length: u32,
    /// The most bytes of a file that is brought.
    pub largest_file: u64,
}
