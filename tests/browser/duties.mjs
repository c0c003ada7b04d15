// A duty as people walk it: the unit sends two files, the office returns them, the unit sends again, the office accepts, and
// a leader's open page changes.
// node duties.mjs BASE OUT '{"office": "password", "leader": "password", "县应急管理局": "password"}'
import { mkdirSync } from "node:fs";
import { axe, check, finish, launch, open, signIn, until } from "./browser.mjs";

const [base, out, passwords] = process.argv.slice(2);
const secret = JSON.parse(passwords);
mkdirSync(out, { recursive: true });
const UNIT = "县应急管理局";
const browser = await launch();
const keep = (session, name) => session.page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
const mainText = (page) => page.locator("main").innerText();
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** A picture of one pixel, and one of another colour. */
const png = (data) => Buffer.from(data, "base64");
const photos = [
  { name: "3号楼监控点位.png", mimeType: "image/png", buffer: png("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==") },
  { name: "检查记录.png", mimeType: "image/png", buffer: png("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==") },
];
const verdictOf = (page, path) => page.waitForResponse((answer) => answer.url().endsWith(path) && answer.request().method() === "POST");

// 1 The unit finds its overdue task, brings two files and sends it, counting its clicks.
const unit = await open(browser, base);
await signIn(unit, UNIT, secret[UNIT]);
let clicks = 0;
const click = async (target) => {
  clicks += 1;
  await target.click();
};
await click(unit.page.locator("nav.side").getByRole("link", { name: "本单位职责" }));
await unit.page.locator("table.duties tbody").first().waitFor();
await keep(unit, "1-list");
const segments = await unit.page.locator(".segments").innerText();
check("the filters have numbers", /全部\s*\d+/.test(segments) && /逾期\s*1/.test(segments), segments);
await click(button(unit.page, "逾期 1"));
await until(() => unit.page.locator("table.duties tbody").count(), (count) => count === 1);
const late = await mainText(unit.page);
check("the overdue task says for how long", late.includes("11.2") && late.includes("逾期230天"), late);
await click(unit.page.locator("table.duties td.title a").first());
const report = unit.page.getByLabel("办理情况");
await report.waitFor();
check("the task stands in the address", /\/duties\/[0-9a-f-]{36}/.test(unit.page.url()), unit.page.url());
check("R-53 asks for evidence before sending", (await mainText(unit.page)).includes("办结须上传佐证"));
await report.fill("已复查8栋楼安防设施，检查记录一并更新。");
clicks += 1;
await unit.page.locator("input[type=file][multiple]").setInputFiles(photos);
await until(() => unit.page.locator(".files").innerText(), (text) => text.split("已上传").length === 3);
check("two files are there", (await unit.page.locator(".files").innerText()).split("已上传").length === 3);
check("and R-53 is content", !(await mainText(unit.page)).includes("办结须上传佐证"));

// What was typed survives a closed tab.
await until(() => unit.page.evaluate(() => Object.keys(localStorage).some((name) => name.startsWith("anju.draft.duty/"))), Boolean);
await unit.page.reload();
await report.waitFor();
await until(() => report.inputValue(), (text) => text.includes("已复查8栋楼"));
check("a draft survives a reload", (await report.inputValue()).includes("已复查8栋楼"));
check("with its files", (await unit.page.locator(".files li").count()) === 2);
await keep(unit, "2-form");
clicks += 1;
const [sent] = await Promise.all([verdictOf(unit.page, "/submission"), unit.page.locator(".task-acts .btn.main").click()]);
check("the unit sends the task", sent.status() === 200, await sent.text());
await until(() => mainText(unit.page), (text) => text.includes("已提交，等待"));
check("and reads what happens next", (await mainText(unit.page)).includes("已提交，等待领导小组办公室审核"));
check("in at most 15 clicks", clicks <= 15, String(clicks));
await keep(unit, "3-sent");

// 2 A leader looks; the office returns the task and says what is missing.
const leader = await open(browser, base);
await signIn(leader, "leader", secret.leader);
await leader.page.goto(`${base}/duties/progress`);
const row = leader.page.locator("table.units tbody tr", { hasText: UNIT });
await row.waitFor();
const before = await row.innerText();
const office = await open(browser, base);
await signIn(office, "office", secret.office);
await office.page.goto(`${base}/duties/review`);
await office.page.locator("table.duties td.title a", { hasText: "11.2" }).first().click();
await office.page.getByLabel("缺什么").waitFor();
await until(() => office.page.locator(".pictures img").count(), (count) => count === 2);
check("the pictures are seen in the page", await office.page.locator(".pictures img").evaluateAll((all) => all.every((one) => one.src.endsWith("/preview"))));
await button(office.page, "退回补正").click();
await until(() => mainText(office.page), (text) => text.includes("退回时须写明缺什么"));
check("a return says what is missing", (await mainText(office.page)).includes("退回时须写明缺什么"));
const violations = await axe(office);
check("axe-core is content with the review", violations.length === 0, violations.join(" | "));
await office.page.getByLabel("缺什么").fill("照片不清");
await keep(office, "4-review");
const [returned] = await Promise.all([verdictOf(office.page, "/review"), button(office.page, "退回补正").click()]);
check("the office returns the task", returned.status() === 200, await returned.text());

// 3 The unit's open page shows it, and the unit sends again.
await until(() => mainText(unit.page), (text) => text.includes("退回补正：照片不清"));
check("the unit's open page says why", (await mainText(unit.page)).includes("退回补正：照片不清"));
await report.waitFor();
await report.fill("已补拍3号楼监控点位照片。");
await keep(unit, "5-returned");
const [again] = await Promise.all([verdictOf(unit.page, "/submission"), button(unit.page, "重新提交").click()]);
check("the unit sends again", again.status() === 200, await again.text());

// 4 The office accepts, and the leader's open page changes.
await until(() => mainText(office.page), (text) => text.includes("已补拍"));
const [accepted] = await Promise.all([verdictOf(office.page, "/review"), button(office.page, "通过").click()]);
check("the office accepts", accepted.status() === 200, await accepted.text());
const took = await until(() => row.innerText(), (text) => text !== before);
console.log(`ok   (the leader's open page took ${Math.round(took ?? 0)} ms to change)`);
const after = await row.innerText();
check("the leader's open page changes without reload", took !== null && after.includes("100.00%"), `${before} → ${after}`);
await until(() => mainText(unit.page), (text) => text.includes("审核通过"));
const history = await unit.page.locator(".history").innerText();
check("the history stays", history.includes("照片不清") && history.includes("审核通过"), history);
await keep(leader, "6-progress");

for (const [name, session] of [["unit", unit], ["leader", leader], ["office", office]]) {
  check(`no console error, exception or CSP violation for ${name}`, session.faults.length === 0, session.faults.join(" | "));
}
await browser.close();
finish();
