// A county's office brings its spreadsheets: a template out, a file that is none, one with faults and the workbook that tells them,
// the good rows, then all of it; the same again changes nothing; two at once; the own export comes back; what is still missing.
// node import.mjs BASE OUT '{"office": "password", "leader": "password"}'
import { mkdirSync } from "node:fs";
import { axe, check, finish, launch, open, signIn, until } from "./browser.mjs";

const [base, out, passwords] = process.argv.slice(2);
const secret = JSON.parse(passwords);
mkdirSync(out, { recursive: true });
const browser = await launch();
const keep = (session, name) => session.page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
const button = (page, name) => page.locator("main").getByRole("button", { name, exact: true });
const mainText = (page) => page.locator("main").innerText();
const content = async (session, what) => {
  const violations = await axe(session);
  check(`${what}: axe-core is content`, violations.length === 0, violations.join(" | "));
  const faults = session.faults.filter((fault) => !/status of 4/.test(fault));
  check(`${what}: nothing went wrong`, faults.length === 0, faults.join(" | "));
  session.faults.length = 0;
};
const downloaded = async (page, name) => (await Promise.all([page.waitForEvent("download"), button(page, name).click()]))[0];

/** Chooses a file and waits for what is said of it. */
async function choose(page, name, text) {
  const buffer = typeof text === "string" ? Buffer.from(text) : text;
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.locator(".result .msg", { hasText: name }).first().waitFor();
  await page.locator(".result .notice").first().waitFor();
}
const HEAD = "小区编码,小区名称,项目名称,计划年度,改造户数,改造面积,总投资（万元）,建设单位";
const GOOD = ["GT-0001,和平小区,和平片区,2026,120户,9600,\"1,200.5\",县住建局", "GT-0002,东关小区,东关片区,2026,80,6400,80万,县住建局"];
const FAULTY = ["GT-0003,南街小区,南街片区,明年,60,4800,60,县住建局", "GT-0004,北街小区,北街片区,2026,三十,2400,30,县住建局"];
const MENDED = ["GT-0003,南街小区,南街片区,2026年,60,4800,60,县住建局", "GT-0004,北街小区,北街片区,2026,３０,2400,30,县住建局"];
const table = (...rows) => `\ufeff${[HEAD, ...rows].join("\r\n")}\r\n`;

// 1 The office begins; its page leads to the template.
const office = await open(browser, base);
const { page } = office;
await signIn(office, "office", secret.office);
const began = await page.evaluate(() => fetch("/api/v1/programme", {
  method: "POST",
  headers: { "content-type": "application/json", "idempotency-key": "begin" },
  body: JSON.stringify({
    id: "01890000-0000-7000-8000-00000000000a", division_code: "620722",
    terms: { name: "民乐县城镇老旧小区改造规划", basis: "民政办发〔2026〕12号", year_from: 2026, year_to: 2030, targets: { communities: 12 },
      windows: [{ plan_year: 2026, cutoff: "2003-12-31" }], township: "洪水镇" },
    bodies: [{ code: "01", names: [{ zh: "民乐县住建局" }], ranked: true }],
  }),
}).then((answer) => answer.status));
check("the programme begins", began === 200, String(began));
await page.reload();
await page.locator("nav.side").getByRole("link", { name: "导入导出" }).click();
await page.getByRole("heading", { name: "导入导出" }).waitFor();
await button(page, "下载模板").focus();
const [template] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
check("the template comes by the keyboard", template.suggestedFilename() === "安居导入模板.xlsx", template.suggestedFilename());
await page.getByText("已导出：安居导入模板.xlsx").waitFor();
await keep(office, "1-exchange");
await content(office, "before a file");
let tabs = 0;
while (tabs < 8 && !(await page.evaluate(() => document.activeElement?.type === "file"))) {
  await page.keyboard.press("Tab");
  tabs += 1;
}
check("the place for the file is reached by the keyboard", await page.evaluate(() => document.activeElement?.type === "file"));

// 2 What is no workbook is refused with what to do.
await choose(page, "说明.xlsx", "%PDF-1.7\n%\x00\x01");
const refused = await mainText(page);
check("a file that is none is refused", refused.includes("没有保存任何数据"), refused);
check("the focus is on what came of it", await page.evaluate(() => document.activeElement?.id === "import-result"));
await keep(office, "2-not-taken");
await content(office, "a file that is none");
await choose(page, "空.csv", "");
check("an empty file is not sent", (await mainText(page)).includes("文件是空的"));

// 3 All faults at once, each with its place; the workbook with them.
await choose(page, "小区.csv", table(...GOOD, ...FAULTY));
const rows = await page.locator("table.faults tbody tr").allInnerTexts();
const places = await page.locator("table.faults tbody tr").evaluateAll((all) =>
  all.map((row) => [...row.cells].slice(0, 5).map((cell) => cell.innerText.trim()).join("|")));
check("two faults are told", rows.length === 2, rows.join("\n"));
check("with sheet, row, column, head and value", places[0] === "小区|4|D|计划年度|明年" && places[1] === "小区|5|E|改造户数|三十", places.join(" "));
check("with reason and advice", await page.locator("table.faults tbody tr").evaluateAll((all) =>
  all.every((row) => row.cells[5].innerText.trim() && row.cells[6].innerText.trim())));
check("a file with faults is not imported as a whole", (await button(page, "全部导入").count()) === 0 && (await mainText(page)).includes("有错误时不能全部导入"));
await keep(office, "3-faults");
await content(office, "faults");
const errors = await downloaded(page, "下载错误工作簿");
check("the workbook with faults comes back", errors.suggestedFilename() === "小区_导入错误.xlsx", errors.suggestedFilename());

// 4 Only the good rows; then the mended file; then the same again.
await button(page, "只导入无误的行").click();
await page.locator(".result .notice.done", { hasText: "已导入" }).waitFor();
check("the good rows are in, the others are told", (await mainText(page)).includes("新增2行，修改0行，不变0行，未导入2行"), await mainText(page));
await keep(office, "4-good-rows");
await content(office, "good rows");
await button(page, "导入其他文件").click();
await choose(page, "小区.csv", table(...GOOD, ...MENDED));
check("what is there is told apart", (await page.locator(".result .list.cards").first().innerText()).replaceAll(/\s+/g, " ").includes("小区 2 0 2 0 0"),
  await page.locator(".result .list.cards").first().innerText());
await page.locator("details.of-rows summary").click();
check("each row that changes is listed", (await page.locator("details.of-rows tbody tr").count()) === 2);
await keep(office, "4-changes");
await content(office, "changes");
await button(page, "全部导入").focus();
await page.keyboard.press("Enter");
await page.locator(".result .notice.done", { hasText: "已导入" }).waitFor();
await button(page, "导入其他文件").click();
await choose(page, "小区.csv", table(...GOOD, ...MENDED));
check("the same file again changes nothing and says so", (await mainText(page)).includes("与现有数据完全一致"), await mainText(page));
check("and there is nothing to press", (await button(page, "全部导入").count()) === 0);
await keep(office, "4-again");
await page.goto(`${base}/communities`);
await page.getByText("北街小区").first().waitFor();
check("the list has all four", (await mainText(page)).includes("和平小区") && (await mainText(page)).includes("南街小区"));
await page.goto(`${base}/`);
await page.locator(".drawing svg").first().waitFor();
const facts = await page.evaluate(() => fetch("/api/v1/facts").then((answer) => answer.json()));
check("the charts have them", facts.communities.length === 4, String(facts.communities.length));
await keep(office, "4-overview");

// 5 Two imports at once: the second learns of the first and checks again.
const second = await open(browser, base);
await signIn(second, "office", secret.office);
for (const [session, households] of [[office, 121], [second, 122]]) {
  await session.page.goto(`${base}/exchange`);
  await choose(session.page, "小区.csv", table(GOOD[0].replace("120户", String(households))));
}
await button(page, "全部导入").click();
await page.locator(".result .notice.done", { hasText: "修改1行" }).waitFor();
await button(second.page, "全部导入").click();
await second.page.locator(".result .notice.stop", { hasText: "检查之后数据已有改动" }).waitFor();
check("the second import is refused with what to do", (await mainText(second.page)).includes("请重新检查该文件"));
await keep(second, "5-stale");
await content(second, "two at once");
await second.page.locator(".result .notice.stop").getByRole("button", { name: "重新检查" }).click();
await until(() => mainText(second.page), (text) => !text.includes("检查之后数据已有改动") && text.includes("将要改动1行"));
await second.page.locator("details.of-rows summary").click();
check("it is told against what stands now", (await mainText(second.page)).includes("由“121”改为“122”"), await mainText(second.page));

// 6 The own export comes back without a change.
const ledger = await downloaded(page, "导出台账");
check("the export is named by its day", /^台账_\d{4}-\d\d-\d\d\.xlsx$/.test(ledger.suggestedFilename()), ledger.suggestedFilename());
const { readFileSync } = await import("node:fs");
await choose(page, "台账.xlsx", readFileSync(await ledger.path()));
await page.locator(".result .notice", { hasText: "与现有数据完全一致" }).waitFor();
check("the own export changes nothing", (await page.locator("table.faults").count()) === 0);
check("all ten sheets were read", (await page.locator(".result .list.cards tbody tr").count()) === 10);

// 7 What is still missing, by unit and by community, with the way to where it is entered.
await page.locator(".tabs").getByRole("link", { name: "缺项清单" }).click();
await page.locator(".missing .gaps li").first().waitFor();
check("each community is asked for what it lacks", (await page.locator(".missing section").count()) === 4, await mainText(page));
check("the body has the county's name for it", (await page.locator(".of-units").innerText()).includes("民乐县住建局"));
const all = await page.locator(".missing .gaps li").count();
await keep(office, "7-missing");
await content(office, "what is missing");
await page.locator(".of-units tbody a", { hasText: "城关镇" }).or(page.locator(".of-units tbody tr").nth(1).locator("a")).first().click();
await until(() => page.locator(".missing .gaps li").count(), (count) => count < all);
check("a unit narrows the list to its own", (await page.locator(".missing .gaps li").count()) < all && page.url().includes("unit="), page.url());
const file = await downloaded(page, "导出表格");
check("it goes out as a workbook", /^缺项清单_\d{4}-\d\d-\d\d\.xlsx$/.test(file.suggestedFilename()), file.suggestedFilename());
await page.goto(`${base}/exchange/missing`);
await page.locator(".missing .gaps a", { hasText: "楼栋" }).first().click();
await page.getByRole("heading", { name: "和平小区" }).waitFor();
check("a line leads to the tab where it is entered", /\/communities\/[0-9a-f-]+\/buildings$/.test(page.url()), page.url());

// 8 A leader reads and imports nothing; the office in English on a phone.
const leader = await open(browser, base);
await signIn(leader, "leader", secret.leader);
await leader.page.goto(`${base}/exchange`);
await button(leader.page, "导出台账").waitFor();
check("a leader has no import", (await leader.page.locator("input[type=file]").count()) === 0 && (await button(leader.page, "下载模板").count()) === 0);
await keep(leader, "8-leader");
await content(leader, "a leader's page");
const phone = await open(browser, base, { width: 375, height: 800, language: "en" });
await signIn(phone, "office", secret.office);
await phone.page.goto(`${base}/exchange`);
await choose(phone.page, "小区.csv", table(...GOOD, ...FAULTY));
for (const [path, name] of [["", "faults"], ["/exchange/missing", "missing"]]) {
  if (path) {
    await phone.page.goto(base + path);
    await phone.page.locator(".missing .gaps li").first().waitFor();
  }
  const overflow = await phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(`${name} fits a phone`, overflow <= 0, String(overflow));
  await keep(phone, `8-${name}-en-375`);
  await content(phone, `${name} in English on a phone`);
}
await browser.close();
finish();
