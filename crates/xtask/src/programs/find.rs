//! Finding a program in PATH or in its usual places.

use std::env;
use std::path::{Path, PathBuf};

/// The first of these names that lies in PATH.
pub(crate) fn in_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names.iter().find_map(|name| env::split_paths(&path).map(|folder| folder.join(name)).find(|file| is_program(file)))
}

pub(crate) fn is_program(file: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
    }
    #[cfg(not(unix))]
    {
        file.is_file()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_first_that_exists() {
        assert_eq!(in_path(&["no-such-program-anywhere"]), None);
        assert!(in_path(&["no-such-program-anywhere", "sh"]).is_some_and(|file| file.ends_with("sh")));
    }
}
