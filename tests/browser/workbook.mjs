// A workbook as Excel would read it, without a library: the cells of its first sheet as text and numbers.
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

/** The parts of a zip file by their names. */
function parts(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const found = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, name, extra, comment, local] =
      [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(data, data + packed);
    const text = () => (bytes.readUInt16LE(local + 8) === 0 ? content : inflateRawSync(content)).toString("utf8");
    found[bytes.toString("utf8", at + 46, at + 46 + name)] = text;
    at += 46 + name + extra + comment;
  }
  return found;
}

const plain = (xml) => xml.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");

/** The rows of the first sheet; a formula anywhere is an error. */
export function firstSheet(path) {
  const book = parts(readFileSync(path));
  const texts = [...book["xl/sharedStrings.xml"]().matchAll(/<si>(.*?)<\/si>/gs)]
    .map(([, item]) => plain([...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join("")));
  const sheet = book["xl/worksheets/sheet1.xml"]();
  if (sheet.includes("<f>")) throw new Error("a cell is a formula");
  return [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([cell, content = ""]) => {
      const value = /<v>(.*?)<\/v>/s.exec(content)?.[1] ?? "";
      return / t="s"/.test(cell.slice(0, cell.indexOf(">"))) ? texts[Number(value)] : value === "" ? "" : Number(value);
    }));
}

/** A day as a sheet counts it: 2022年2月20日 → 44612. */
export function serial(date) {
  const [year, month, day] = date.match(/\d+/g).map(Number);
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
}
