//! The tools that tests need beside the compiler, and how they are told to the tests: environment variables, absent when
//! the tool is missing.

use crate::failure::{Explain, Failure, Outcome};
use crate::folders;
use crate::programs::postgres::{self, Cluster};
use crate::programs::{browser, node, strace};
use crate::test::report::Report;
use std::ffi::OsString;

pub(crate) struct Tools {
    variables: Vec<(&'static str, OsString)>,
    /// Runs as long as this value lives.
    _cluster: Option<Cluster>,
}

impl Tools {
    /// Finds or installs everything; each missing tool is one skipped group.
    pub(crate) fn prepare(report: &mut Report) -> Self {
        let mut variables: Vec<(&'static str, OsString)> = vec![
            ("ANJU_BIN", folders::target("debug").join(format!("anju{}", std::env::consts::EXE_SUFFIX)).into()),
            ("ANJU_WEB", folders::target("web").into()),
            ("ANJU_WASM_PACKAGE", folders::target("wasm-package").into()),
        ];
        println!("\n=== tools");
        if let Some(node) = or_skip(report, "tests in Node and the browser", node::find_or_install()) {
            println!("  Node: {}", node.node.display());
            variables.push(("ANJU_NODE", node.node.into()));
            variables.push(("ANJU_NODE_MODULES", node.modules.into()));
        }
        if let Some(browser) = or_skip(report, "tests in the browser", browser::find_or_install()) {
            println!("  browser: {}", browser.display());
            variables.push(("ANJU_CHROME", browser.into()));
        }
        if let Some(strace) = or_skip(report, "order of syncs and faults of the disk", strace::find_or_install()) {
            println!("  strace: {}", strace.display());
            variables.push(("ANJU_STRACE", strace.into()));
        }
        let cluster = postgres::find_or_install().and_then(|programs| {
            println!("  PostgreSQL: {}", programs.display());
            // The tests call its `psql`, which lies in PATH on some systems only.
            let path = std::env::var_os("PATH").unwrap_or_default();
            let folders = std::env::split_paths(&path).chain([programs.clone()]);
            variables.push(("PATH", std::env::join_paths(folders).explain(|| "PATH cannot be extended".to_owned())?));
            postgres::start(&programs)
        });
        let cluster = or_skip(report, "tests on PostgreSQL", cluster);
        if let Some(cluster) = &cluster {
            variables.push(("ANJU_POSTGRES", cluster.url().into()));
        }
        Self { variables, _cluster: cluster }
    }

    /// Tells the tests one more thing.
    pub(crate) fn add(&mut self, name: &'static str, value: impl Into<OsString>) {
        self.variables.push((name, value.into()));
    }

    pub(crate) fn variables(&self) -> &[(&'static str, OsString)] {
        &self.variables
    }
}

fn or_skip<T>(report: &mut Report, group: &str, found: Outcome<T>) -> Option<T> {
    match found {
        Ok(tool) => Some(tool),
        Err(Failure(reason)) => {
            report.skip(group, &reason);
            None
        }
    }
}
