//! The writer's memory of dossiers, so that an act on one that is in hand reads nothing. It is worth something only
//! while the programme's revision is the one after the own last commit: else another server has written.

use crate::aggregate::Rows;
use anju_domain::model::Dossier;
use std::collections::HashMap;
use uuid::Uuid;

/// How many dossiers are remembered; beyond it all are forgotten.
const MOST: usize = 256;

/// A dossier with the rows of its project community.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) dossier: Dossier,
    pub(crate) rows: Rows,
}

/// The writer's memory of dossiers.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    programmes: HashMap<Uuid, OfProgramme>,
}

#[derive(Debug, Default)]
struct OfProgramme {
    revision: i64,
    dossiers: HashMap<Uuid, Held>,
}

impl Cache {
    /// Forgets a programme that stands at another revision than when it was remembered.
    pub(crate) fn keep_only(&mut self, programme: Uuid, revision: i64) {
        let known = self.programmes.entry(programme).or_default();
        if known.revision != revision {
            *known = OfProgramme { revision, dossiers: HashMap::new() };
        }
    }

    /// The programme stands at this revision after the own commit.
    pub(crate) fn advance(&mut self, programme: Uuid, revision: i64) {
        self.programmes.entry(programme).or_default().revision = revision;
    }

    /// Takes a dossier out.
    pub(crate) fn take(&mut self, programme: Uuid, id: Uuid) -> Option<Held> {
        self.programmes.get_mut(&programme)?.dossiers.remove(&id)
    }

    /// Puts a dossier in.
    pub(crate) fn put(&mut self, programme: Uuid, held: Held) {
        let known = self.programmes.entry(programme).or_default();
        if known.dossiers.len() >= MOST {
            known.dossiers.clear();
        }
        known.dossiers.insert(held.dossier.project_community.id, held);
    }

    /// Forgets the dossiers of a programme for which this holds.
    pub(crate) fn forget(&mut self, programme: Uuid, which: impl Fn(&Dossier) -> bool) {
        if let Some(known) = self.programmes.get_mut(&programme) {
            known.dossiers.retain(|_, held| !which(&held.dossier));
        }
    }
}
