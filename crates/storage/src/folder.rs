//! Making a folder so that it is there after a power cut: what is in it is only as safe as its own name.

use std::{fs, io, path::Path};

/// Makes a folder with those above it, and puts the name of each that is new on the disk.
///
/// # Errors
/// It can't be made, or something else has its name.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    make_folder(above)?;
    match fs::create_dir(folder) {
        // Somebody else may have made it meanwhile.
        Err(why) if why.kind() != io::ErrorKind::AlreadyExists || !folder.is_dir() => return Err(why),
        _ => {}
    }
    sync_names(above)
}

/// Puts the names in a folder on the disk.
#[cfg(unix)]
fn sync_names(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

/// Elsewhere a folder can't be opened as a file.
#[cfg(not(unix))]
fn sync_names(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, process};

    #[test]
    fn a_folder_is_made_with_those_above_it_and_a_file_in_its_place_is_told() {
        let top = env::temp_dir().join(format!("anju-folder-{}", process::id()));
        let deep = top.join("a").join("b");
        for _ in 0..2 {
            make_folder(&deep).unwrap();
            assert!(deep.is_dir());
        }
        let file = top.join("file");
        fs::write(&file, "x").unwrap();
        assert!(make_folder(&file).is_err() && make_folder(&file.join("below")).is_err());
        fs::remove_dir_all(&top).unwrap();
    }
}
