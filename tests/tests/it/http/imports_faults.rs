//! The workbook with the faults of a file.

use super::imports_bring::{FAULTY, bring, id};
use anju_domain::{api::ImportView, model::Role};
use anju_tests::{
    server::{Server, on_each_database},
    workbook::sheets,
};

#[test]
fn it_is_the_file_with_a_column_that_says_why() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let id = id();
        let _: ImportView = bring(&office, id, FAULTY.as_bytes()).await.json();
        let answer = office.get(&format!("/api/v1/imports/{id}/xlsx")).await;
        let book = sheets(&answer, "楼栋_导入错误.xlsx");
        assert_eq!(book[0].rows.len(), 4);
        assert_eq!(book[0].text(2, 2), "三十");
        assert!(book[0].text(2, 4).contains("不是数字"), "{:?}", book[0].rows);
        server
            .actor(Role::Office)
            .await
            .get(&format!("/api/v1/imports/{}/xlsx", super::imports_bring::id()))
            .await
            .problem(404, "not_found");
        server.stop().await;
    });
}
