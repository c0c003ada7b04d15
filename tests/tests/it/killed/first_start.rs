//! The first start of a new folder is killed: the next one brings it to its end, and nobody is locked out.

use anju_tests::{
    database::{Database, Kind},
    dice::Dice,
    process::{Process, command, program, verify},
};
use std::time::Duration;

#[test]
fn a_first_start_that_is_killed_is_brought_to_its_end_by_the_next() {
    let Some(program) = program() else { return };
    let mut dice = Dice::new(20_221_008);
    for _ in 0..6 {
        let database = Database::new(Kind::Sqlite);
        let serve = || {
            let mut serve = command(&program, "serve", &database);
            serve.arg("--sample-if-new");
            serve
        };
        let after = Duration::from_millis(dice.below(400));
        Process::start_and_kill(serve(), &database, after);
        Process::start_by(serve(), &database).stop();
        let said = verify(&program, &database);
        assert!(said.status.success(), "{after:?}: {}", String::from_utf8_lossy(&said.stdout));
        let listed = command(&program, "user list", &database).output().expect("the program starts");
        let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
        assert!(listed.contains("sysadmin") || listed.contains("office"), "{after:?}: {listed}");
    }
}
