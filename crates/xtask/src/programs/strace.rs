//! `strace`, for the tests that look at the order of syncs and let the disk fail. Linux only.

use crate::failure::{Outcome, fail};
use crate::programs::{debian, execute, find};
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) fn find_or_install() -> Outcome<PathBuf> {
    if find::in_path(&["strace"]).is_none() && debian::may_install() {
        debian::install(&["strace"])?;
    }
    let Some(strace) = find::in_path(&["strace"]) else {
        return fail("no strace in PATH; install strace (Linux only)");
    };
    may_trace(&strace)?;
    Ok(strace)
}

/// In some containers nothing may be traced.
fn may_trace(strace: &Path) -> Outcome<()> {
    execute::text_of(Command::new(strace).args(["-f", "-qq", "-o", "/dev/null", "true"])).map(drop)
}
