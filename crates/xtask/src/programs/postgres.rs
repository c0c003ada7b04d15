//! A throw-away PostgreSQL: found, initialised in a temporary folder, on a free port of the loopback, without fsync.
//! A small shell holds it; when its input ends (this program has ended, for whatever reason) the server is stopped and
//! the folder deleted. So an interrupt or a kill leaves nothing behind, without any handling of signals here.

use crate::failure::{Explain, Outcome, fail};
use crate::programs::{debian, execute, find};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// $1: folder, $2: postgres, the rest: its arguments.
const HOLDER: &str = r#"
folder=$1; server=$2; shift 2
trap 'stopping=1' INT TERM HUP
"$server" -D "$folder/data" "$@" </dev/null >"$folder/log" 2>&1 &
child=$!
while [ -z "$stopping" ] && kill -0 "$child" 2>/dev/null; do read -r line && continue; break; done
kill -QUIT "$child" 2>/dev/null
wait "$child" 2>/dev/null
rm -rf "$folder"
"#;

/// A running cluster; dropping it stops the server and deletes its folder.
pub(crate) struct Cluster {
    holder: Child,
    input: Option<ChildStdin>,
    port: u16,
}

impl Cluster {
    /// The address of its administrative database; the user may create databases.
    pub(crate) fn url(&self) -> String {
        format!("postgres://anju@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.input.take());
        // The holder deletes the folder; a failure here would only hide the outcome of the tests.
        let _ = execute::wait_at_most(&mut self.holder, Duration::from_secs(20));
    }
}

/// The folder with `initdb` and `postgres`.
pub(crate) fn find_programs() -> Option<PathBuf> {
    let complete =
        |folder: &PathBuf| ["initdb", "postgres", "pg_isready"].iter().all(|name| find::is_program(&folder.join(name)));
    let by_config = || {
        let config = find::in_path(&["pg_config"])?;
        execute::text_of(Command::new(config).arg("--bindir")).ok().map(PathBuf::from)
    };
    let in_path = || find::in_path(&["initdb"]).and_then(|file| file.parent().map(Path::to_path_buf));
    by_config()
        .filter(complete)
        .or_else(|| in_path().filter(complete))
        .or_else(|| newest_of(&versioned_folders()).filter(complete))
}

fn versioned_folders() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for (parent, prefix, inside) in [
        ("/usr/lib/postgresql", "", "bin"),
        ("/opt/homebrew/opt", "postgresql", "bin"),
        ("/usr/local/opt", "postgresql", "bin"),
        ("/Applications/Postgres.app/Contents/Versions", "", "bin"),
        ("/usr", "pgsql-", "bin"),
    ] {
        let entries = std::fs::read_dir(parent).into_iter().flatten().flatten();
        let named = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(prefix));
        found.extend(named.map(|entry| entry.path().join(inside)).filter(|folder| folder.join("initdb").is_file()));
    }
    found
}

/// The folder whose path names the highest version.
fn newest_of(folders: &[PathBuf]) -> Option<PathBuf> {
    let version = |folder: &&PathBuf| {
        let text = folder.to_string_lossy().into_owned();
        let numbers: Vec<u32> =
            text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
        numbers.first().copied().unwrap_or(0)
    };
    folders.iter().max_by_key(version).cloned()
}

pub(crate) fn find_or_install() -> Outcome<PathBuf> {
    if let Some(folder) = find_programs() {
        return Ok(folder);
    }
    if debian::may_install() {
        debian::install(&["postgresql"])?;
        if let Some(folder) = find_programs() {
            return Ok(folder);
        }
    }
    fail("no PostgreSQL server by pg_config, in /usr/lib/postgresql or by Homebrew; install postgresql")
}

pub(crate) fn start(programs: &Path) -> Outcome<Cluster> {
    let as_root = debian::is_root();
    let account = if as_root { server_account()? } else { String::new() };
    let as_server = |program: &Path| {
        let mut command = if as_root {
            let mut command = Command::new("runuser");
            command.args(["-u", &account, "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir("/").env_remove("LD_LIBRARY_PATH");
        command
    };
    let mktemp = std::env::temp_dir().join("anju-postgres-XXXXXX");
    let folder = PathBuf::from(execute::text_of(as_server(Path::new("mktemp")).arg("-d").arg(mktemp))?);
    let mut initdb = as_server(&programs.join("initdb"));
    initdb.arg("-D").arg(folder.join("data"));
    initdb.args(["--username=anju", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]);
    if let Err(failure) = execute::text_of(&mut initdb) {
        let _ = std::fs::remove_dir_all(&folder);
        return Err(failure);
    }
    let port = free_port()?;
    let mut holder = as_server(Path::new("sh"));
    holder.args(["-c", HOLDER, "sh"]).arg(&folder).arg(programs.join("postgres"));
    holder.args(["-p", &port.to_string(), "-k"]).arg(&folder);
    for setting in [
        "listen_addresses=127.0.0.1",
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "max_connections=200",
    ] {
        holder.args(["-c", setting]);
    }
    holder.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    // Its own group: an interrupt at the terminal reaches this program only, whose end then ends the holder.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut holder, 0);
    let mut child = execute::start(&mut holder)?;
    let input = child.stdin.take();
    let cluster = Cluster { holder: child, input, port };
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(30) {
        let mut ready = Command::new(programs.join("pg_isready"));
        ready.args(["-q", "-h", "127.0.0.1", "-p", &port.to_string()]).env_remove("LD_LIBRARY_PATH");
        if execute::text_of(&mut ready).is_ok() {
            return Ok(cluster);
        }
        if std::fs::read_to_string(folder.join("log")).is_ok_and(|log| log.contains("FATAL")) {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    let log = std::fs::read_to_string(folder.join("log")).unwrap_or_default();
    fail(format!("PostgreSQL of {} did not start: {}", programs.display(), log.trim()))
}

/// `initdb` refuses root; the package has made an account of its own.
fn server_account() -> Outcome<String> {
    for name in ["postgres", "nobody"] {
        if execute::text_of(Command::new("id").args(["-u", name])).is_ok() {
            return Ok(name.to_owned());
        }
    }
    fail("PostgreSQL refuses to run as root and there is no account `postgres`; install the package postgresql")
}

pub(crate) fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").explain(|| "no free port on 127.0.0.1".to_owned())?;
    Ok(listener.local_addr().explain(|| "no free port on 127.0.0.1".to_owned())?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_version_is_taken() {
        let folders = ["/usr/lib/postgresql/9/bin", "/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/14/bin"]
            .map(PathBuf::from);
        assert_eq!(newest_of(&folders), Some(folders[1].clone()));
        let brewed = ["/opt/homebrew/opt/postgresql@16/bin", "/opt/homebrew/opt/postgresql@17/bin"].map(PathBuf::from);
        assert_eq!(newest_of(&brewed), Some(brewed[1].clone()));
        assert_eq!(newest_of(&[]), None);
    }

    #[test]
    fn a_cluster_starts_answers_and_is_gone_when_dropped() {
        let Some(programs) = find_programs() else { return };
        let cluster = start(&programs).unwrap();
        let port = cluster.port;
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
        drop(cluster);
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
    }
}
