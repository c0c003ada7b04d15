//! A Chromium, Chrome or Edge for the browser tests.

use crate::failure::{Outcome, fail};
use crate::programs::{debian, find};
use std::env;
use std::path::PathBuf;

const NAMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
];

const PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/snap/bin/chromium",
    "/opt/google/chrome/chrome",
];

pub(crate) fn find() -> Option<PathBuf> {
    let named = env::var_os("CHROME").map(PathBuf::from).filter(|file| find::is_program(file));
    let usual = || PLACES.iter().map(PathBuf::from).find(|file| find::is_program(file));
    named.or_else(|| find::in_path(NAMES)).or_else(usual)
}

pub(crate) fn find_or_install() -> Outcome<PathBuf> {
    if let Some(file) = find() {
        return Ok(file);
    }
    if debian::may_install() {
        debian::install(&["chromium", "fonts-noto-cjk"])?;
        if let Some(file) = find() {
            return Ok(file);
        }
    }
    fail("no Chromium, Chrome or Edge in the usual places; install one or set CHROME to its path")
}
