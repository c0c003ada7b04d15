//! Tables as text: encodings, separators, quotes, and files that are no tables.

use crate::file::{Case, bytes};

const TEXT: &str = "小区编码,楼栋号,户数,建筑面积\r\nGT-0001,1#,40户,\"3,300㎡\"\r\nGT-0001,2#,三十,3300\r\n";
const SAYS: [&str; 2] = ["楼栋!C3 not_a_number=三十", "楼栋 2 户数 36→40"];

pub(crate) fn cases() -> Vec<Case> {
    let gbk = encoding_rs::GBK.encode(TEXT).0.into_owned();
    let marked = [b"\xef\xbb\xbf".as_slice(), TEXT.as_bytes()].concat();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(TEXT.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    vec![
        bytes("csv in UTF-8", "楼栋.csv", TEXT).says(&SAYS),
        bytes("csv in UTF-8 with its mark", "楼栋.csv", marked).says(&SAYS),
        bytes("csv in GBK", "楼栋.csv", gbk).says(&SAYS),
        bytes("text in UTF-16", "楼栋.txt", utf16).says(&SAYS),
        bytes("cells between tabs", "楼栋.txt", TEXT.replace("\"3,300㎡\"", "3300").replace(',', "\t")).says(&SAYS),
        bytes("cells between semicolons", "楼栋.csv", TEXT.replace("\"3,300㎡\"", "3300").replace(',', ";")).says(&SAYS),
        bytes("codes and numbers kept as text by a formula", "楼栋.csv", "小区编码,楼栋号,户数,建筑面积\n=\"GT-0001\",=\"1#\",=\"40\",3300\n")
            .says(&["楼栋 2 户数 36→40"]),
        bytes("titles, empty lines and a signature", "buildings.csv", "高台县楼栋表,,,\n,,,\n小区编码,楼栋号,户数,建筑面积\n,,,\nGT-0001,1#,40,3300\n合计,,40,3300\n填表人：样例,,审核人：,\n")
            .says(&["楼栋 5 户数 36→40"]),
        bytes("quotes, line breaks inside them, and a formula that is text", "改造内容.csv", "小区编码,明细编号,改造项代码,数量,投资,维护单位\nGT-0001,B01,B01,1860,93,\"样例\"\"甲\"\"\n单位\"\nGT-0001,B02,B02,1420,99.4,'=1+1\n")
            .says(&["改造内容 2 维护单位 →样例\"甲\"\n单位", "改造内容 3 维护单位 →=1+1"]),
        bytes("a page of the web that calls itself a workbook", "台账.xls", "<html><table><tr><td>小区编码</td></tr></table></html>")
            .says(&["NOT TAKEN not_a_workbook"]),
        bytes("a picture", "台账.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR".as_slice()).says(&["NOT TAKEN not_a_workbook"]),
        bytes("nothing but blanks", "台账.csv", " \r\n \r\n").says(&["NOT TAKEN empty_file"]),
    ]
}
