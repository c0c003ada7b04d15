//! Tests of the whole, in one binary: the workspace's edges, the server over HTTP, and the pages in a browser.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod backups;
mod browser;
mod http;
mod killed;
mod workspace;
