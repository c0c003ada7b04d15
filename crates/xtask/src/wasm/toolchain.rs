//! Which compiler makes WebAssembly here: rustup's target if it is there or can be had, else Debian's `rustc-web` with a
//! standard library built from its source. The choice is said in one line.

use crate::failure::{Failure, Outcome, fail};
use crate::folders;
use crate::programs::{debian, execute, find};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "libstd-rust-web-dev"];

#[derive(Debug, Clone)]
pub(crate) enum Toolchain {
    /// The compiler that also builds the server.
    Native,
    /// Debian's compiler; it builds the standard library itself.
    Debian { cargo: PathBuf, rustc: PathBuf, linker: PathBuf },
}

impl Toolchain {
    /// Where a crate is compiled: the two compilers would evict each other's results in one folder.
    pub(crate) fn target_folder() -> PathBuf {
        folders::target("wasm")
    }
}

/// Finds a compiler, fetching or installing what that takes.
pub(crate) fn prepare() -> Outcome<Toolchain> {
    let sysroot = execute::text_of(Command::new("rustc").args(["--print", "sysroot"]).current_dir(folders::root()))
        .map(PathBuf::from);
    if let Ok(sysroot) = &sysroot
        && sysroot.join("lib/rustlib").join(TARGET).is_dir()
    {
        println!("  WebAssembly compiler: the installed target {TARGET}");
        return Ok(Toolchain::Native);
    }
    // Chosen before on this machine: rustup need not fail again on every run.
    let chosen = folders::target("setup/wasm-compiler");
    if std::fs::read(&chosen).is_ok_and(|name| name == b"debian")
        && let Ok(debian) = debian_compiler(sysroot.as_deref().ok())
    {
        println!("  WebAssembly compiler: Debian's rustc-web with its own standard library (as before)");
        return Ok(debian);
    }
    let by_rustup = match rustup_target() {
        Ok(()) => {
            println!("  WebAssembly compiler: the target {TARGET}, just added by rustup");
            return Ok(Toolchain::Native);
        }
        Err(failure) => failure,
    };
    let by_debian = match debian_compiler(sysroot.as_deref().ok()).or_else(|failure| {
        if debian::may_install() {
            println!("  rustup cannot add the target, so Debian's compiler is taken (packages about 70 s)");
            debian::install(PACKAGES)?;
            debian_compiler(sysroot.as_deref().ok())
        } else {
            Err(failure)
        }
    }) {
        Ok(debian) => {
            folders::write(&chosen, b"debian")?;
            println!("  WebAssembly compiler: Debian's rustc-web with its own standard library");
            return Ok(debian);
        }
        Err(failure) => failure,
    };
    fail(format!(
        "no compiler for WebAssembly; one of three is needed:\n  \
         1. the target {TARGET} in the sysroot of rustc: it is not there\n  \
         2. `rustup target add {TARGET}`: {by_rustup}\n  \
         3. Debian's packages {}: {by_debian}",
        PACKAGES.join(" ")
    ))
}

/// What `prepare` would find without changing anything, in words.
pub(crate) fn describe() -> String {
    let sysroot = execute::text_of(Command::new("rustc").args(["--print", "sysroot"])).map(PathBuf::from).ok();
    if sysroot.as_ref().is_some_and(|folder| folder.join("lib/rustlib").join(TARGET).is_dir()) {
        return format!("the installed target {TARGET}");
    }
    match debian_compiler(sysroot.as_deref()) {
        Ok(_) => "Debian's rustc-web (unless rustup can add the target)".to_owned(),
        Err(failure) => format!("missing unless rustup can add the target {TARGET}; {failure}"),
    }
}

fn rustup_target() -> Outcome<()> {
    let Some(rustup) = find::in_path(&["rustup"]) else { return fail("there is no rustup") };
    println!("  rustup target add {TARGET} (about 20 s, given up after 3 minutes)");
    let mut command = Command::new(rustup);
    command.args(["target", "add", TARGET]).current_dir(folders::root());
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = execute::start(&mut command)?;
    let stderr = child.stderr.take();
    let reader = std::thread::spawn(move || {
        let mut said = String::new();
        if let Some(mut stderr) = stderr {
            // What cannot be read is only missing from the message.
            let _ = std::io::Read::read_to_string(&mut stderr, &mut said);
        }
        said
    });
    match execute::wait_at_most(&mut child, Duration::from_secs(180))? {
        None => fail("it did not end within 3 minutes"),
        Some(status) if status.success() => Ok(()),
        Some(status) => {
            let said = reader.join().unwrap_or_default();
            let last = said.lines().rev().find(|line| line.contains("error")).unwrap_or("no reason given");
            fail(format!("it failed ({status}): {}", last.trim()))
        }
    }
}

fn debian_compiler(sysroot: Option<&Path>) -> Outcome<Toolchain> {
    let program = |package: &str, ending: &str| {
        let files = debian::files_of(package);
        let found =
            files.iter().filter(|file| file.ends_with(ending)).map(PathBuf::from).find(|file| find::is_program(file));
        found.ok_or_else(|| Failure(format!("{package} is not installed")))
    };
    let rustc = program("rustc-web", "/bin/rustc")?;
    let cargo = program("cargo-web", "/bin/cargo")?;
    for (package, part) in [("rust-web-src", "library/std/src/lib.rs"), ("libstd-rust-web-dev", ".rlib")] {
        if !debian::files_of(package).iter().any(|file| file.ends_with(part)) {
            return fail(format!("{package} is not installed"));
        }
    }
    let beside_rustc = sysroot.and_then(|folder| {
        let hosts = std::fs::read_dir(folder.join("lib/rustlib")).ok()?;
        hosts.flatten().map(|host| host.path().join("bin/rust-lld")).find(|file| find::is_program(file))
    });
    // Not `gcc-ld/wasm-ld`: it refuses rustc's `-flavor wasm`.
    let Some(linker) = beside_rustc.or_else(|| find::in_path(&["lld-22", "rust-lld"])) else {
        return fail("there is no rust-lld beside rustc and no lld-22 in PATH");
    };
    Ok(Toolchain::Debian { cargo, rustc, linker })
}
