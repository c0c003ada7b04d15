//! Compiles one package of the workspace to a `.wasm`.

use crate::failure::{Outcome, fail};
use crate::folders;
use crate::programs::{cargo, execute};
use crate::wasm::toolchain::{TARGET, Toolchain};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// How much time goes into making the module small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// Optimised over all crates at once, for size.
    Release,
    /// Compiles sooner, loads slower.
    Dev,
}

impl Effort {
    fn profile(self) -> &'static str {
        match self {
            Self::Release => "wasm-release",
            Self::Dev => "wasm-dev",
        }
    }
}

/// What the linker leaves in the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Linking {
    /// The finished program.
    Finished,
    /// Also where each function and datum is named, so that the module can be cut into parts.
    Relocatable,
}

/// The module of `package`, whose file is called `file`; up to date when nothing changed.
pub(crate) fn compile(
    toolchain: &Toolchain,
    package: &str,
    file: &str,
    effort: Effort,
    linking: Linking,
) -> Outcome<PathBuf> {
    let folder = Toolchain::target_folder();
    let mut command = match toolchain {
        Toolchain::Native => cargo::cargo_into("rustc", &folder),
        Toolchain::Debian { cargo, rustc, linker } => {
            let mut command = Command::new(cargo);
            command.args(["rustc", "-Zbuild-std=std,panic_abort", "--target-dir"]).arg(&folder);
            command.current_dir(folders::root());
            command.env("RUSTC", rustc).env("RUSTC_BOOTSTRAP", "1");
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            // Both name the other compiler's libraries and version.
            command.env_remove("LD_LIBRARY_PATH").env_remove("RUSTUP_TOOLCHAIN");
            command
        }
    };
    command.args(["--profile", effort.profile(), "--target", TARGET, "--package", package]);
    if linking == Linking::Relocatable {
        command.args(["--bin", package, "--", "-Clink-arg=--emit-relocs"]);
    }
    // A person's settings for native builds are not for this one. With erased components each view is compiled once and
    // not again for every place that holds it: the module is a third smaller.
    for setting in ["CARGO_ENCODED_RUSTFLAGS", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER", "CARGO_BUILD_TARGET"] {
        command.env_remove(setting);
    }
    command.env("RUSTFLAGS", "--cfg erase_components");
    if std::io::IsTerminal::is_terminal(&std::io::stderr()) {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let log = folder.join(format!("{package}.log"));
    execute::run_into(&mut command, &log, Duration::from_secs(45 * 60), true)?;
    let module = folder.join(TARGET).join(effort.profile()).join(file);
    if module.is_file() {
        Ok(module)
    } else {
        fail(format!("{package} was compiled, but made no {}", module.display()))
    }
}
