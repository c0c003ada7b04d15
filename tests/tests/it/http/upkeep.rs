//! The tasks of units are made without anybody asking.

use anju_domain::{api::DutyQuery, model::Programme, sample};
use anju_server::{clock::Clock, upkeep};
use anju_storage::{Storage, Who};
use anju_tests::{
    database::Database,
    server::{Server, Setting, on_each_database},
};
use std::time::Duration;

async fn count(storage: &Storage, programme: &Programme) -> i64 {
    let today = Clock::default().today(Some(programme));
    storage.duties(programme.id, &DutyQuery::default(), today).await.unwrap().numbers.all
}

#[test]
fn a_sample_gets_its_tasks_once() {
    on_each_database(|kind| async move {
        let database = Database::new(kind);
        let storage = Storage::open(database.location.clone()).await.unwrap();
        let sample = sample::programme();
        let who = Who { user: "anju".to_owned(), display: "样例载入".to_owned() };
        let now = Clock::default().instant(Some(&sample.programme));
        storage.load_programme(&sample.programme, &sample.plans, &sample.dossiers, &who, now).await.unwrap();
        assert_eq!(count(&storage, &sample.programme).await, 0, "as a folder of an earlier version");
        for _ in 0..2 {
            upkeep::prepare(&storage, &sample.programme, Clock::default()).await.unwrap();
            let made = i64::try_from(sample::duty_tasks(&sample).len()).unwrap();
            assert_eq!(count(&storage, &sample.programme).await, made);
        }
        assert!(storage.verify().await.unwrap().faults.is_empty());
        storage.close().await.unwrap();
    });
}

#[test]
fn a_county_s_own_programme_gets_its_tasks_while_the_server_runs() {
    on_each_database(|kind| async move {
        let server = Server::start_with(kind, Setting { empty: true, ..Setting::default() }).await;
        let sample = sample::programme();
        let own = Programme { sample: false, demonstration_date: None, ..sample.programme };
        let dossiers: Vec<_> = sample
            .dossiers
            .into_iter()
            .map(|dossier| anju_domain::model::Dossier { programme: own.clone(), ..dossier })
            .collect();
        let who = Who { user: "anju".to_owned(), display: "载入".to_owned() };
        server.storage.load_programme(&own, &sample.plans, &dossiers, &who, Clock::real()).await.unwrap();
        let mut made = 0;
        for _ in 0..600 {
            made = count(&server.storage, &own).await;
            if made > 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert!(made > 0, "its change is followed");
        server.stop().await;
    });
}
