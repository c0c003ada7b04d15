//! What measurements share: the program, a folder on the disk, and the browser with what drives it.

use crate::failure::{Explain, Failure, Outcome, fail};
use crate::folders;
use crate::programs::execute;
use crate::programs::node::Node;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub(crate) struct Setting {
    /// The server's program.
    pub(crate) program: PathBuf,
    /// Prints how long the rule book takes natively.
    pub(crate) check_speed: PathBuf,
    /// Makes workbooks of many rows and says how long reading them takes.
    pub(crate) import_speed: PathBuf,
    /// Runs the rule book on dossiers made from seeds.
    pub(crate) sweep: PathBuf,
    pub(crate) folder: PathBuf,
    /// Why there is none, otherwise.
    pub(crate) browser: Result<Browser, String>,
}

pub(crate) struct Browser {
    pub(crate) chrome: PathBuf,
    pub(crate) node: Node,
    pub(crate) wasm_package: PathBuf,
}

/// A data folder of a measurement; it goes when the measurement ends, also by a failure.
pub(crate) struct Data(PathBuf);

impl Data {
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Data {
    fn drop(&mut self) {
        // What stays is emptied before the next use.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Setting {
    /// An empty data folder of this name.
    pub(crate) fn new_data(&self, name: &str) -> Outcome<Data> {
        let data = self.folder.join(name);
        folders::remove(&data)?;
        folders::make(&data)?;
        Ok(Data(data))
    }

    /// Runs a script of `tests/browser` and answers the JSON in its last line.
    pub(crate) fn script(&self, script: &str, arguments: &[&str]) -> Outcome<Value> {
        let browser = self.browser.as_ref().map_err(|reason| Failure(reason.clone()))?;
        let mut command = Command::new(&browser.node.node);
        command.arg(folders::root().join("tests/browser").join(script)).args(arguments);
        command.env("ANJU_CHROME", &browser.chrome);
        command.env("ANJU_NODE_MODULES", &browser.node.modules);
        command.env("ANJU_WASM_PACKAGE", &browser.wasm_package);
        let (mut last, mut complaints) = (String::new(), String::new());
        let status = execute::by_line(&mut command, Duration::from_secs(180), |from_stdout, line| {
            if from_stdout {
                line.clone_into(&mut last);
            } else {
                complaints.push_str(line);
                complaints.push('\n');
            }
        })?;
        if !status.success() {
            return fail(format!("{script} failed ({status}): {}", complaints.trim()));
        }
        serde_json::from_str(&last).explain(|| format!("{script} ended with `{last}`"))
    }
}

/// A number in what a script or a program answered.
pub(crate) fn number(answer: &Value, name: &str) -> Outcome<f64> {
    answer[name].as_f64().ok_or_else(|| Failure(format!("there is no number `{name}` in {answer}")))
}
