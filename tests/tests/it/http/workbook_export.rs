//! The programme as a workbook.

use anju_domain::{api::WORKBOOK_FILE, model::Role};
use anju_tests::{
    server::{Server, on_each_database},
    workbook::sheets,
};

#[test]
fn it_has_the_ten_sheets_and_no_formula() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for role in [Role::Office, Role::Leader, Role::Auditor] {
            let answer = server.actor(role).await.get(WORKBOOK_FILE).await;
            let book = sheets(&answer, "台账_2022-10-08.xlsx");
            let names: Vec<&str> = book.iter().map(|sheet| sheet.name.as_str()).collect();
            let expected =
                ["台账", "小区", "楼栋", "曾获补助", "项目", "改造内容", "资金", "审批", "月进展", "到位支付"];
            assert_eq!(names, expected);
            // Two rows of heads and the four communities.
            assert_eq!(book[0].rows.len(), 6);
        }
        server.stop().await;
    });
}
