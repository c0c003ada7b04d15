//! Files made to harm are refused, each for its own reason.

use super::*;
use anju_domain::{cells::Value, language::Language};
use rust_xlsxwriter::Workbook;
use std::io::{Cursor, Write};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

fn why(bytes: Vec<u8>) -> NotTaken {
    let why = read("x.xlsx", Cursor::new(bytes), Limits::UPLOAD).map(|grids| grids.len()).unwrap_err();
    for language in [Language::Zh, Language::En] {
        let told = why.told(language);
        assert!(!told.is_empty() && !told.contains('{'), "{told}");
    }
    why
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().write_string(0, 0, "小区编码").unwrap();
    book.save_to_buffer().unwrap()
}

/// The workbook with one part replaced or added.
fn with(part: &str, content: &[u8]) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(workbook())).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..old.len() {
        let file = old.by_index_raw(place).unwrap();
        if file.name().unwrap() != part {
            new.raw_copy_file(file).unwrap();
        }
    }
    new.start_file(part, SimpleFileOptions::default()).unwrap();
    new.write_all(content).unwrap();
    new.finish().unwrap().into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn sheet(data: &str) -> Vec<u8> {
    format!(r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{data}</sheetData></worksheet>"#)
        .into_bytes()
}

#[test]
fn an_ordinary_workbook_is_read() {
    let grids = read("x.xlsx", Cursor::new(workbook()), Limits::UPLOAD).unwrap();
    assert_eq!((grids.len(), grids[0].at(0, 0)), (1, Value::Text("小区编码")));
}

#[test]
fn what_is_no_workbook() {
    assert_eq!(why(Vec::new()), NotTaken::Empty);
    assert_eq!(why(b"PK\x03\x04 and nothing".to_vec()), NotTaken::NotAWorkbook);
    assert_eq!(why(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()), NotTaken::OldFormat);
    assert_eq!(why(b"%PDF-1.7 \x00\x01".to_vec()), NotTaken::NotAWorkbook);
    let mut cut = workbook();
    cut.truncate(cut.len() / 2);
    assert_eq!(why(cut), NotTaken::NotAWorkbook);
    assert_eq!(why(with("xl/vbaProject.bin", b"x")), NotTaken::Macros);
    assert!(matches!(why(with(SHEET, b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\">")), NotTaken::Broken(_)));
}

#[test]
fn bombs_and_entities() {
    // Half a gigabyte of nothing packs into half a megabyte.
    let zeros = vec![b' '; 120_000_000];
    assert_eq!(why(with(SHEET, &zeros)), NotTaken::Unpacked(Limits::UPLOAD.unpacked));
    assert_eq!(why(with(SHEET, &zeros[..50_000_000])), NotTaken::TooDense);
    let entities = format!("<!DOCTYPE x [<!ENTITY a \"{}\">]>", "a".repeat(100));
    assert_eq!(why(with("xl/sharedStrings.xml", entities.as_bytes())), NotTaken::Entities);
    let far = [b" ".repeat(70_000), entities.into_bytes()].concat();
    assert_eq!(why(with("xl/sharedStrings.xml", &far)), NotTaken::Entities);
    let mut many = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..201 {
        many.start_file(format!("{number}.xml"), SimpleFileOptions::default()).unwrap();
    }
    assert_eq!(why(many.finish().unwrap().into_inner()), NotTaken::TooManyEntries(200));
}

#[test]
fn a_directory_that_lies_about_sizes_is_found_out() {
    let mut bytes = with(SHEET, &vec![b' '; 120_000_000]);
    // The sizes in the directory, and before the parts, say that there is next to nothing.
    let size = 120_000_000_u32.to_le_bytes();
    while let Some(at) = memchr::memmem::find(&bytes, &size) {
        bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert!(matches!(
        why(bytes),
        NotTaken::TooDense | NotTaken::Unpacked(_) | NotTaken::Broken(_) | NotTaken::NotAWorkbook
    ));
}

#[test]
fn cells_are_counted_also_when_they_are_empty() {
    let mut data = String::new();
    for row in 1..=400 {
        data.push_str(&format!("<row r=\"{row}\">"));
        data.push_str(&"<c s=\"1\"></c>".repeat(20));
        data.push_str("</row>");
    }
    let few = Limits { cells: 7_999, ratio: u64::MAX, ..Limits::UPLOAD };
    let bytes = with(SHEET, &sheet(&data));
    assert_eq!(read("x.xlsx", Cursor::new(bytes.clone()), few).unwrap_err(), NotTaken::TooManyCells(7_999));
    let grids = read("x.xlsx", Cursor::new(bytes), Limits { cells: 8_000, ..few }).unwrap();
    assert_eq!(grids[0].filled(), 0);
    // A cell at the far corner costs one cell.
    let corner = with(SHEET, &sheet("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"));
    assert_eq!(read("x.xlsx", Cursor::new(corner), Limits::UPLOAD).unwrap()[0].filled(), 1);
}

#[test]
fn a_text_that_stands_in_every_cell_is_counted_each_time() {
    let long = "甲".repeat(30_000);
    let strings = format!(
        r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{long}</t></si></sst>"#
    );
    let row = format!("<row>{}</row>", r#"<c t="s"><v>0</v></c>"#.repeat(100));
    let bytes = with(SHEET, &sheet(&row.repeat(4)));
    let mut old = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..old.len() {
        let file = old.by_index_raw(place).unwrap();
        if file.name().unwrap() != "xl/sharedStrings.xml" {
            new.raw_copy_file(file).unwrap();
        }
    }
    new.start_file("xl/sharedStrings.xml", SimpleFileOptions::default()).unwrap();
    new.write_all(strings.as_bytes()).unwrap();
    let bytes = new.finish().unwrap().into_inner();
    assert!(bytes.len() < 30_000);
    assert_eq!(why(bytes.clone()), NotTaken::TooMuchText(Limits::UPLOAD.text));
    let more = Limits { text: 400 * 90_000, ratio: u64::MAX, ..Limits::UPLOAD };
    assert_eq!(read("x.xlsx", Cursor::new(bytes.clone()), more).unwrap()[0].filled(), 400);
    let less = Limits { text: 90_000, ..more };
    assert_eq!(
        read("x.xlsx", Cursor::new(bytes), less).unwrap_err(),
        NotTaken::TooMuchText(90_000),
        "the table of texts"
    );
}

#[test]
fn a_cell_of_text_that_no_spreadsheet_holds() {
    let read = |letters: usize| read("x.csv", Cursor::new(format!("a,{}\n", "甲".repeat(letters))), Limits::UPLOAD);
    assert_eq!(read(32_767).unwrap()[0].filled(), 2);
    assert_eq!(read(50_000).unwrap_err(), NotTaken::NotAWorkbook);
}

#[test]
fn cells_are_counted_wherever_the_reading_is_cut() {
    // Rows of a length that is no divisor of what is read at a time, so that tags lie across the cuts.
    for width in [7, 8, 9] {
        let row = format!("<row>{}</row>", format!("<c s=\"{}\"/>", "1".repeat(width)).repeat(10));
        let bytes = with(SHEET, &sheet(&row.repeat(2_000)));
        let of = |cells| Limits { cells, ratio: u64::MAX, ..Limits::UPLOAD };
        assert_eq!(archive::check(Cursor::new(bytes.clone()), of(19_999)).unwrap_err(), NotTaken::TooManyCells(19_999));
        assert!(archive::check(Cursor::new(bytes), of(20_000)).is_ok());
    }
}
