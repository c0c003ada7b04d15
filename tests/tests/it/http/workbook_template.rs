//! The template.

use anju_domain::{api::TEMPLATE_FILE, model::Role};
use anju_tests::{
    server::{Server, on_each_database},
    workbook::sheets,
};

#[test]
fn it_has_heads_with_stars_and_no_rows() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let answer = server.actor(Role::Office).await.get(TEMPLATE_FILE).await;
        let book = sheets(&answer, "安居导入模板.xlsx");
        assert_eq!(book.len(), 10);
        assert_eq!(book[1].text(0, 0), "*小区编码");
        assert!(book[1..].iter().all(|sheet| sheet.rows.len() == 1));
        server.stop().await;
    });
}
