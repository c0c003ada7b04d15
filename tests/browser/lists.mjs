// Lists of any length: ten thousand communities scroll, are walked with the keyboard, searched, filtered and sorted; what is
// exported is what is shown; the state stands in the address. Monthly reports and the audit log are the same list.
// node lists.mjs BASE OUT '{"office": "password", "auditor": "password"}'
import { mkdirSync } from "node:fs";
import { axe, check, finish, launch, open, signIn, until } from "./browser.mjs";
import { firstSheet, serial } from "./workbook.mjs";

const [base, out, passwords] = process.argv.slice(2);
const secret = JSON.parse(passwords);
mkdirSync(out, { recursive: true });
const browser = await launch();
const MANY = 10_000;
const office = await open(browser, base);
const { page } = office;
await signIn(office, "office", secret.office);

const table = page.locator("table.listing");
const rows = page.locator("tbody.rows tr");
const status = () => page.locator("main .head p[role=status]").innerText();
const settled = (text) => until(status, (now) => now === text);
const shownRows = () => rows.evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
const column = async (name) => {
  const heads = await page.locator("table.listing thead tr").first().locator("th").allInnerTexts();
  return heads.findIndex((head) => head.replace(/[↑↓ ]/g, "") === name);
};

// 1 Ten thousand rows, made of those that the server gives.
await page.route("**/api/v1/communities/all", async (route) => {
  const answer = await route.fetch();
  const { rows: real } = await answer.json();
  const hex = (number) => number.toString(16).padStart(12, "0");
  const made = Array.from({ length: MANY }, (_, at) => ({
    ...real[at % real.length], code: `GT-${String(at + 1).padStart(5, "0")}`, id: `00000000-0000-4000-8000-${hex(at + 1)}`, households: at + 1,
  }));
  await route.fulfill({ response: answer, json: { total: MANY, rows: made } });
});
await page.goto(`${base}/communities`);
await rows.first().waitFor();
check("all are counted", (await status()) === "共10,000个小区", await status());
check("the table says how many rows it has", (await table.getAttribute("aria-rowcount")) === String(MANY + 2));
const inPage = async () => rows.count();
check("few of them are in the page", (await inPage()) < 120, String(await inPage()));
const place = page.locator(".window");
await place.evaluate((window) => window.scrollTo(0, window.scrollHeight));
await page.locator("#row-9999").waitFor();
check("the last row is seen at the end", await page.locator("#row-9999").isVisible());
check("it is the last one", (await page.locator("#row-9999").innerText()).includes("GT-10000"));
check("it knows its place", (await page.locator("#row-9999").getAttribute("aria-rowindex")) === String(MANY + 2));
check("few are in the page at the end", (await inPage()) < 120, String(await inPage()));
check("the head stays", (await page.locator("table.listing thead").boundingBox()).y >= (await place.boundingBox()).y - 1);
for (let part = 9; part >= 0; part -= 1) {
  await place.evaluate((window, part) => window.scrollTo(0, (window.scrollHeight * part) / 10), part);
  const middle = async () => page.evaluate(() => {
    const box = document.querySelector(".window").getBoundingClientRect();
    return document.elementFromPoint(box.left + 40, box.top + box.height / 2)?.closest("tbody.rows tr")?.id ?? "";
  });
  const seen = await until(middle, (id) => id !== "");
  check(`rows are in sight at ${part} tenths`, seen !== null);
}

// 2 The keyboard.
await table.focus();
const active = () => page.evaluate(() => document.querySelector("table.listing").getAttribute("aria-activedescendant"));
for (const [key, id] of [["ArrowDown", "row-0"], ["ArrowDown", "row-1"], ["End", "row-9999"], ["ArrowDown", "row-9999"], ["ArrowUp", "row-9998"], ["Home", "row-0"], ["ArrowUp", "row-0"]]) {
  await page.keyboard.press(key);
  check(`${key} leads to ${id}`, (await active()) === id, await active());
  check(`${id} is in the page`, (await until(() => page.locator(`#${id}`).count(), (count) => count === 1)) !== null);
}
await page.keyboard.press("PageDown");
const paged = Number((await active()).slice(4));
check("PageDown goes on by what is in sight", paged > 3 && paged < 60, String(paged));
await page.screenshot({ path: `${out}/many.png` });

// 3 Search, filter, order: at once, and in the address.
const find = page.locator("main input[type=search]").first();
for (const [typed, count] of [["yangli", MANY], ["jsy", 2500], ["家属y", 2500], ["gt-00007", 1], ["yl 00012", 1], ["ljx", 2500], ["qzz", 0]]) {
  await find.fill(typed);
  const text = `符合条件的小区${count.toLocaleString("en")}个`;
  check(`${typed} finds ${count}`, (await settled(text)) !== null, await status());
}
check("nothing found says so", await page.getByText("没有符合条件的小区").isVisible());
await page.getByRole("button", { name: "清除筛选" }).click();
check("clearing shows all", (await settled("共10,000个小区")) !== null, await status());
const households = page.getByRole("searchbox", { name: "按户数筛选" });
await households.fill("101-200");
await households.press("Enter");
check("a range filters", (await settled("符合条件的小区100个")) !== null, await status());
await households.fill("x");
await households.press("Enter");
check("what is no range is marked and filters nothing else", (await households.getAttribute("aria-invalid")) === "true" && (await status()) === "符合条件的小区100个");
const sort = page.locator("table.listing th button", { hasText: "户数" });
await sort.click();
await sort.click();
await until(async () => (await rows.first().innerText()).includes("GT-00200"), (good) => good);
check("the greatest is first", (await rows.first().innerText()).includes("GT-00200"), await rows.first().innerText());
check("the order is told", (await page.locator("table.listing th[aria-sort=descending]").count()) === 1);
await page.reload();
await rows.first().waitFor();
check("the address holds what is shown", (await status()) === "符合条件的小区100个" && (await rows.first().innerText()).includes("GT-00200"), page.url());

// 4 What is exported is what is shown.
await page.unroute("**/api/v1/communities/all");
await page.goto(`${base}/communities`);
await rows.first().waitFor();
await page.getByText("选择列").click();
await page.getByRole("checkbox", { name: "编码" }).uncheck();
await page.getByRole("checkbox", { name: "责任人" }).uncheck();
await page.getByText("选择列").click();
await page.getByRole("combobox", { name: "按阶段筛选" }).selectOption({ label: "储备" });
await sort.click();
const reserve = (await (await page.request.get(`${base}/api/v1/communities/all`)).json()).rows.filter((row) => row.stage === "储备").length;
await until(() => rows.count(), (count) => count === reserve);
check("a column that was taken out is gone", (await column("编码")) === -1 && (await column("户数")) > 0);
/** Has what is shown exported and compares both: heads, rows and their order; `filter` stands on the sheet. */
const exports = async (name, filter) => {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出表格" }).click()]);
  await file.saveAs(`${out}/${name}.xlsx`);
  const book = firstSheet(`${out}/${name}.xlsx`);
  const heads = (await page.locator("table.listing thead tr").first().locator("th").allInnerTexts()).map((head) => head.replace(/[↑↓]/g, "").trim());
  // The title of the sheet may be called as its first column; the head is the first row with every column.
  const at = book.findIndex((row) => row.every((cell) => cell !== ""));
  check(`${name}: its columns are those of the page`, JSON.stringify(book[at]) === JSON.stringify(heads), JSON.stringify(book[at]));
  check(`${name}: the filter stands on it`, book.slice(0, at).flat().some((cell) => String(cell).includes(filter)), JSON.stringify(book.slice(0, at)));
  const plain = (cell) => String(cell).replace(/,/g, "");
  const same = (await shownRows()).map((row) => row.map(plain));
  const exported = book.slice(at + 1, at + 1 + same.length).map((row) => row.map(plain));
  const day = /^\d+年\d+月\d+日$/;
  const alike = (one, other) => one === other || (one === "—" && other === "") || (day.test(one) && serial(one) === Number(other)) || (one !== "" && Number(one) === Number(other));
  check(`${name}: its rows are those of the page in their order`, same.length > 1 && exported.length === same.length && same.every((row, place) => row.every((cell, column) => alike(cell, exported[place][column]))), JSON.stringify([same, exported]));
  check(`${name}: there are no others`, book.slice(at + 1 + same.length).every((row) => row.every((cell) => cell === "")), JSON.stringify(book.slice(at + 3)));
};
await exports("communities", "阶段为储备");
for (const [width, name] of [[375, "phone"], [1280, "desk"]]) {
  await page.setViewportSize({ width, height: 900 });
  const violations = await axe(office);
  check(`axe-core is content at ${width}`, violations.length === 0, violations.join(" | "));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(`the page is no wider than ${width}`, wide <= 0, String(wide));
  await page.screenshot({ path: `${out}/${name}.png` });
}
await table.focus();
await page.keyboard.press("Home");
await page.keyboard.press("Enter");
await page.waitForURL(/\/communities\/[0-9a-f-]{36}/);
check("Enter opens the community", true);
check("nothing went wrong", office.faults.length === 0, office.faults.join(" | "));

// 5 Monthly reports.
await page.setViewportSize({ width: 1280, height: 900 });
await page.goto(`${base}/reports`);
await rows.first().waitFor();
check("every month of the works is listed", (await status()) === "共7份月报", await status());
await find.fill("yljxq");
check("a community is found by its initials", (await settled("符合条件的月报7份")) !== null, await status());
await page.getByRole("combobox", { name: "按状态筛选" }).selectOption({ label: "审核通过" });
check("accepted ones remain", (await settled("符合条件的月报6份")) !== null, await status());
const progress = page.getByRole("searchbox", { name: "按形象进度（%）筛选" });
await progress.fill("10-50");
await progress.press("Enter");
await until(() => rows.count(), (count) => count > 1 && count < 6);
const invested = page.locator("table.listing th button", { hasText: "累计完成投资" });
await invested.click();
await invested.click();
await until(() => page.locator("table.listing th[aria-sort=descending]").count(), (count) => count === 1);
await page.getByText("选择列").click();
await page.getByRole("checkbox", { name: "编码" }).uncheck();
await page.getByText("选择列").click();
await exports("reports", "形象进度（%）为10—50");
for (const width of [375, 1280]) {
  await page.setViewportSize({ width, height: 900 });
  const violations = await axe(office);
  check(`axe-core is content with the reports at ${width}`, violations.length === 0, violations.join(" | "));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(`the reports are no wider than ${width}`, wide <= 0, String(wide));
  await page.screenshot({ path: `${out}/reports-${width}.png` });
}
await table.focus();
await page.keyboard.press("Home");
await page.keyboard.press("Enter");
await page.waitForURL(/\/reports\/[0-9a-f-]{36}\/2022-\d\d/);
check("Enter opens the report", true);
check("nothing went wrong with the reports", office.faults.length === 0, office.faults.join(" | "));

// 6 The audit log.
const auditor = await open(browser, base);
await signIn(auditor, "auditor", secret.auditor);
await auditor.page.goto(`${base}/audit`);
const entries = auditor.page.locator("tbody.rows tr");
await entries.first().waitFor();
const count = await entries.count();
await entries.last().click();
await auditor.page.locator(".opened .entry").waitFor();
check("an entry opens in place", (await auditor.page.locator(".opened").innerText()).includes("行政区划代码"), await auditor.page.locator(".opened").innerText());
check("the list stays", (await entries.count()) === count);
await auditor.page.getByRole("button", { name: "关闭" }).click();
check("and closes", (await until(() => auditor.page.locator(".opened").count(), (open) => open === 0)) !== null);
const violations = await axe(auditor);
check("axe-core is content with the log", violations.length === 0, violations.join(" | "));
await auditor.page.screenshot({ path: `${out}/audit.png` });
check("nothing went wrong in the log", auditor.faults.length === 0, auditor.faults.join(" | "));
await browser.close();
finish();
