// Makes small PDF files for the tests: real ones, as offices and scanners write them, and hostile ones.
import { createHash } from "node:crypto";

/** A file of these objects, numbered from 1; the first is the catalogue. `trailer` is added to the trailer. */
function file(objects, trailer = "") {
  const parts = [Buffer.from("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "latin1")];
  let length = parts[0].length;
  const places = objects.map((object, index) => {
    const bytes = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.isBuffer(object) ? object : Buffer.from(object), Buffer.from("\nendobj\n")]);
    const place = length;
    parts.push(bytes);
    length += bytes.length;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const stream = (head, content) => Buffer.concat([Buffer.from(`<< ${head} /Length ${content.length} >>\nstream\n`), Buffer.from(content), Buffer.from("\nendstream")]);

/** Pages, each with what it shows, what it needs for that, and its box. */
function pages(all) {
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", null];
  const kids = [];
  for (const { show, resources = "", box = "0 0 595 842", more = [] } of all) {
    // What a page needs beside itself is named in its resources by +1, +2 …, after the page and what it shows.
    const first = objects.length + 1;
    kids.push(`${first} 0 R`);
    const named = resources.replace(/\+(\d+)/g, (_, number) => `${first + 1 + Number(number)} 0 R`);
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Resources << ${named} >> /Contents ${first + 1} 0 R >>`);
    objects.push(stream("", show), ...more);
  }
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(" ")}] >>`;
  return file(objects);
}

const HELVETICA = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";

/** A report of so many pages: a black bar on each, as wide as its number says, and a line of text in a font that is not embedded. */
export const report = (count) => pages(Array.from({ length: count }, (_, index) => ({
  show: `BT /F 24 Tf 60 760 Td (Page ${index + 1}) Tj ET 0 g 60 400 ${40 * (index + 1)} 120 re f`,
  resources: HELVETICA,
})));

/** Chinese text in a font that is not embedded, by a predefined character map: 样例小区 in GBK. */
export const chinese = () => pages([{
  show: "BT /F 60 Tf 60 600 Td <D1F9C0FDD0A1C7F8> Tj ET",
  resources: "/Font << /F +1 >>",
  more: [
    "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>",
  ],
}]);

const bytesOf = (bits) => {
  const padded = bits.replaceAll(" ", "").padEnd(Math.ceil(bits.replaceAll(" ", "").length / 8) * 8, "0");
  return Buffer.from(padded.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
};
/** 64 by 64 points in the coding of fax machines (T.6): the middle half of each line is black. */
const FAX = bytesOf(`001 101010 000001101010 1 ${"111".repeat(63)} 000000000001 000000000001`);

/** A segment of JBIG2. */
function segment(number, kind, content) {
  const head = Buffer.alloc(11);
  head.writeUInt32BE(number, 0);
  head[4] = kind;
  head[6] = 1;
  head.writeUInt32BE(content.length, 7);
  return Buffer.concat([head, content]);
}
const numbers = (...all) => Buffer.concat(all.map((one) => Buffer.from([one >>> 24, one >>> 16, one >>> 8, one].map((byte) => byte & 255))));
/** The same picture as a scanner stores it. */
const JBIG2 = Buffer.concat([
  segment(0, 48, Buffer.concat([numbers(64, 64, 0, 0), Buffer.from([0, 0, 0])])),
  segment(1, 38, Buffer.concat([numbers(64, 64, 0, 0), Buffer.from([0, 1]), FAX])),
]);
/** 16 by 16 points in JPEG 2000, black in the middle. */
const JPX = Buffer.from("AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAEAAAABAAAQcHAAAAAAAPY29scgEAAAAAABEAAAD2anAyY/9P/1EAKQAAAAAAEAAAABAAAAAAAAAAAAAAABAAAAAQAAAAAAAAAAAAAQcBAf9SAAwAAAABAAAEBAAB/1wABEBA/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS40/5AACgAAAAAAhAAB/5Pfg5h4mQzGQqrjnrLsFM3b/K5N1gHkMAADCQly/x4gAAMJCUgTAGEeYpxH3KaI+5TRIS+MHAAAGEc4/w/RThH3KaJCXxg4AAAwjnH+P0U4R9ymiQl8YOAAAMI5x/j9FOEfcpokJfGDgAADCOcf4/RThH3KaJCX/9k=", "base64");

const picture = (head, content) => ({
  show: "400 0 0 400 97 300 cm /I Do",
  resources: "/XObject << /I +1 >>",
  more: [stream(`/Type /XObject /Subtype /Image ${head}`, content)],
});
const BILEVEL = "/Width 64 /Height 64 /BitsPerComponent 1 /ColorSpace /DeviceGray";

/** Three scanned pages: JBIG2, fax, JPEG 2000. */
export const scan = () => pages([
  picture(`${BILEVEL} /Filter /JBIG2Decode`, JBIG2),
  picture(`${BILEVEL} /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 /Rows 64 >>`, FAX),
  picture("/Width 16 /Height 16 /Filter /JPXDecode", JPX),
]);

/** A file whose bytes were lost after its head. */
export const broken = () => Buffer.from("%PDF-1.7\n%cut off here, nothing follows\n");

/** Encrypted with a password that nobody gives (standard security handler, 40 bits). */
export function encrypted() {
  const entry = (text) => createHash("sha256").update(text).digest().toString("hex").padEnd(64, "0").slice(0, 64);
  return file([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${entry("owner")}> /U <${entry("user")}> >>`,
  ], "/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]");
}

/** Ten thousand pages in few bytes: the tree names the same page over and over. */
export function manyPages() {
  const kids = (object, count) => Array(count).fill(`${object} 0 R`).join(" ");
  return file([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count 10000 /Kids [${kids(3, 100)}] >>`,
    `<< /Type /Pages /Parent 2 0 R /Count 100 /Kids [${kids(4, 100)}] >>`,
    "<< /Type /Page /Parent 3 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 5 0 R >>",
    stream("", "0 g 60 400 200 120 re f"),
  ]);
}

/** Pages of absurd sizes: a wall, a thread, a point. */
export const hugePages = () => pages(["0 0 2000000 2000000", "0 0 10 3000000", "0 0 0.001 0.001"].map((box) => ({ show: "0 g 0 0 5 5 re f", box })));

/** A picture that claims 60,000 by 60,000 points, beside a black bar that can be drawn. */
export const pictureBomb = () => pages([{
  show: "0 g 60 400 200 120 re f 400 0 0 200 97 100 cm /I Do",
  resources: "/XObject << /I +1 >>",
  more: [stream("/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray", "few bytes")],
}]);

/** Scripts that a file asks to run when it is opened. */
export const scripted = () => file([
  "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1); fetch('https://example.invalid/')) >> >>",
  "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>",
  stream("", "0 g 60 400 200 120 re f"),
]);

/** A page that draws a thing that draws ten things that draw ten things …: ten thousand million strokes. */
export function endless() {
  const level = (number) => stream(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /N ${number + 1} 0 R >> >>`, "/N Do ".repeat(10));
  return file([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /N 5 0 R >> >> /Contents 4 0 R >>",
    stream("", "/N Do"),
    ...Array.from({ length: 10 }, (_, index) => level(5 + index)),
    stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", "0 0 m 595 842 l S"),
  ]);
}
