//! What the rounds came to.

use anju_tests::database::Kind;

/// What all rounds came to.
#[derive(Debug, Default)]
pub(super) struct Sum {
    pub(super) rounds: u64,
    pub(super) attempted: usize,
    pub(super) acknowledged: usize,
    /// Attempts that nobody saw answered, and how many of them were found.
    pub(super) unknown: usize,
    pub(super) found: usize,
}

impl Sum {
    /// What `cargo xtask bench` reads.
    pub(super) fn line(&self, kind: Kind) -> String {
        let Self { rounds, attempted, acknowledged, unknown, found } = self;
        format!(
            "killed on {kind:?}: rounds={rounds} attempted={attempted} acknowledged={acknowledged} unknown={unknown} \
             found={found}"
        )
    }
}
