//! The list of tasks.

use anju_domain::{
    api::{DutyNumbers, DutyPage},
    model::Role,
};
use anju_tests::{
    server::{Server, on_each_database},
    tasks::LIST,
};

#[test]
fn a_unit_sees_its_own_tasks_and_the_others_see_all() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let own: DutyPage = unit.get(LIST).await.json();
        assert_eq!(own.numbers, DutyNumbers { all: 8, open: 4, overdue: 1, sent: 0, closed: 4 });
        assert!(own.rows.iter().all(|row| row.owner == "11"));
        let named: DutyPage = unit.get(&format!("{LIST}?unit=11")).await.json();
        assert_eq!(named, own);
        unit.get(&format!("{LIST}?unit=03")).await.problem(404, "not_found");
        let town: DutyPage = server.actor(Role::Town).await.get(LIST).await.json();
        assert!(!town.rows.is_empty() && town.rows.iter().all(|row| row.owner == "16"));
        for role in [Role::Office, Role::Leader, Role::Auditor] {
            let actor = server.actor(role).await;
            let all: DutyPage = actor.get(LIST).await.json();
            assert_eq!((all.numbers.overdue, all.numbers.sent), (3, 1), "{role}");
            let of_unit: DutyPage = actor.get(&format!("{LIST}?unit=11")).await.json();
            assert_eq!(of_unit.numbers, own.numbers);
        }
        server.stop().await;
    });
}

#[test]
fn it_is_filtered_and_paged_and_each_filter_has_its_true_count() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let all: DutyPage = office.get(&format!("{LIST}?limit=200")).await.json();
        for (show, count) in [("open", all.numbers.open), ("overdue", all.numbers.overdue), ("sent", all.numbers.sent)]
        {
            let page: DutyPage = office.get(&format!("{LIST}?show={show}&limit=200")).await.json();
            assert_eq!(i64::try_from(page.rows.len()).unwrap(), count, "{show}");
            assert_eq!(page.numbers, all.numbers, "the counts stand whatever is shown");
        }
        let second: DutyPage = office.get(&format!("{LIST}?offset=1&limit=2")).await.json();
        assert_eq!(second.rows, all.rows[1..3]);
        let community = all.communities[0].0;
        let page: DutyPage = office.get(&format!("{LIST}?community={community}")).await.json();
        assert!(!page.rows.is_empty() && page.rows.iter().all(|row| row.project_community == Some(community)));
        server.stop().await;
    });
}

#[test]
fn a_bad_query_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        for (query, path, why) in [
            ("limit=201", "limit", "limit"),
            ("limit=0", "limit", "limit"),
            ("show=some", "show", "bad_value"),
            ("community=1", "community", "bad_value"),
            ("month=2022-13", "month", "bad_value"),
            ("sort=due", "sort", "unknown_field"),
        ] {
            office.get(&format!("{LIST}?{query}")).await.malformed_at(400, path, why);
        }
        server.stop().await;
    });
}
