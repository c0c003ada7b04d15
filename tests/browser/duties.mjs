// A duty as people walk it: the unit sends two files, the office returns them, the unit sends again, the office accepts, and
// a leader's open pages change. Then what stands beside it: 待办, files dragged and photographed, 零报告, duties that arise, one
// file for several tasks of a community.
// node duties.mjs BASE OUT '{"office": "password", "leader": "password", "县应急管理局": "password"}'
import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { axe, check, finish, launch, open, signIn, until } from "./browser.mjs";
import { firstSheet, serial } from "./workbook.mjs";

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
/** Lets the browser count what a hand does: each press of the pointer once, also over a reload. */
const countsClicks = (session) => session.context.addInitScript(() => addEventListener("pointerdown", (event) => {
  if (event.isTrusted) sessionStorage.setItem("clicks", String(Number(sessionStorage.getItem("clicks")) + 1));
}, true));
const clicksOf = (session) => session.page.evaluate(() => Number(sessionStorage.getItem("clicks")));
/** Picks files in the browser's own dialog, which the click opens. */
const pick = async (page, label, files) => {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator(label).click()]);
  await chooser.setFiles(files);
};
/** Drags a file from outside the browser onto a place. */
const drag = async (session, place, path) => {
  await session.page.locator(place).scrollIntoViewIfNeeded();
  const box = await session.page.locator(place).boundingBox();
  const client = await session.context.newCDPSession(session.page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await client.send("Input.dispatchDragEvent", { type, x: box.x + box.width / 2, y: box.y + box.height / 2, data });
  }
  await client.detach();
};
const inbox = (session) => session.page.locator("header .inbox");
const waiting = async (session) => Number(await inbox(session).locator(".count").innerText());
const verdictOf = (page, path) => page.waitForResponse((answer) => answer.url().endsWith(path) && answer.request().method() === "POST");

/** A file of the list that is shown, asked for by keyboard, holds the rows that are shown. */
async function exported(page, title) {
  const ask = button(page, "导出表格");
  await ask.focus();
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  check("the file is called as the page", file.suggestedFilename() === `${title}_2022-10-08.xlsx`, file.suggestedFilename());
  const rows = firstSheet(await file.path());
  check("the page says that it is here", await page.getByText("已导出：").count() === 1);
  const shown = await page.locator("table.duties tbody tr:not(.opened)").evaluateAll((all) => all.map((row) =>
    [".title a", ".place", ".wanted", ".due-date", ".due small", ".state"].map((name) => row.querySelector(name)?.textContent.trim() ?? "—")));
  const listed = rows.slice(-shown.length).map((row) => [0, 3, 4, 5, 6, 7].map((place) => row[place]));
  const wanted = shown.map((row) => row.map((text, place) => (place === 3 && /^\d/.test(text) ? serial(text) : text)));
  check("the file holds the rows that are shown", JSON.stringify(listed) === JSON.stringify(wanted), JSON.stringify({ listed, wanted }));
  check("and says by what they are filtered", rows.some((row) => String(row[0]).startsWith("筛选条件：状态为逾期")), JSON.stringify(rows.slice(0, 5)));
}

// 1 The unit finds its overdue task, brings two files and sends it; the browser counts its clicks.
const unit = await open(browser, base);
await countsClicks(unit);
await signIn(unit, UNIT, secret[UNIT]);
await until(() => waiting(unit), (count) => count === 4);
check("the head says how much waits", (await waiting(unit)) === 4, await inbox(unit).innerText());
check("and how urgent it is, in red", (await inbox(unit).locator("small.bad").innerText()) === "逾期230天", await inbox(unit).innerText());
await unit.page.evaluate(() => sessionStorage.setItem("clicks", "0"));
await unit.page.locator("nav.side").getByRole("link", { name: "本单位职责" }).click();
await unit.page.locator("table.duties tbody").first().waitFor();
await keep(unit, "1-list");
const segments = await unit.page.locator(".segments").innerText();
check("the filters have numbers", /全部\s*\d+/.test(segments) && /逾期\s*1/.test(segments), segments);
await button(unit.page, "逾期 1").click();
await until(() => unit.page.locator("table.duties tbody").count(), (count) => count === 1);
const late = await mainText(unit.page);
check("the overdue task says for how long", late.includes("11.2") && late.includes("逾期230天"), late);
await exported(unit.page, "本单位职责");
await unit.page.locator("table.duties td.title a").first().click();
const report = unit.page.getByLabel("办理情况", { exact: true });
await report.waitFor();
check("the task stands in the address", /\/duties\/[0-9a-f-]{36}/.test(unit.page.url()), unit.page.url());
check("R-53 asks for evidence before sending", (await mainText(unit.page)).includes("办结须上传佐证"));
await report.click();
await report.fill("已复查8栋楼安防设施，检查记录一并更新。");
await pick(unit.page, ".task .drop .choose", photos);
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
const [sent] = await Promise.all([verdictOf(unit.page, "/submission"), unit.page.locator(".task-acts .btn.main").click()]);
check("the unit sends the task", sent.status() === 200, await sent.text());
await until(() => mainText(unit.page), (text) => text.includes("已提交，等待"));
check("and reads what happens next", (await mainText(unit.page)).includes("已提交，等待领导小组办公室审核"));
// In the dialog of the browser two files take three clicks more: one each, and the one that confirms.
const clicks = (await clicksOf(unit)) + 3;
check("two files for one duty in at most 15 clicks", clicks > 5 && clicks <= 15, String(clicks));
await until(() => waiting(unit), (count) => count === 3);
check("the head follows without reload", (await waiting(unit)) === 3, await inbox(unit).innerText());
await keep(unit, "3-sent");

// 2 A leader looks; the office returns the task and says what is missing.
const leader = await open(browser, base);
await signIn(leader, "leader", secret.leader);
await leader.page.goto(`${base}/duties/progress`);
const row = leader.page.locator("table.units tbody tr", { hasText: UNIT });
await row.waitFor();
const before = await row.innerText();
const sheet = await open(browser, base);
await signIn(sheet, "leader", secret.leader);
const module = sheet.page.locator('[data-figure="L-09"]');
await module.locator("svg").waitFor();
const said = await module.locator(".msg").innerText();
check("the overview has the duties of the units", said.startsWith("应办102项，已办结98项"), said);
check("the overdue are named", said.includes("逾期2项（县公安局、城关镇人民政府）"), said);
check("a leader has no inbox", (await inbox(sheet).count()) === 0);
const office = await open(browser, base);
await signIn(office, "office", secret.office);
await until(() => waiting(office), (count) => count === 2);
check("the office's head counts what waits for review", (await waiting(office)) === 2, await inbox(office).innerText());
// By the keyboard alone: open, walk, close, open again and follow.
await inbox(office).locator("summary").focus();
await office.page.keyboard.press("Enter");
await inbox(office).locator("li a", { hasText: "11.2" }).waitFor();
await keep(office, "3-inbox");
const openMenu = await axe(office);
check("axe-core is content with the open inbox", openMenu.length === 0, openMenu.join(" | "));
await office.page.keyboard.press("Tab");
check("the first entry is reached", await office.page.evaluate(() => document.activeElement.closest(".inbox li") !== null));
await office.page.keyboard.press("Escape");
check("Escape closes it and leaves the focus at its button", await office.page.evaluate(() =>
  document.activeElement.matches(".inbox > summary") && !document.querySelector(".inbox").open));
await office.page.keyboard.press("Enter");
await inbox(office).locator("li a", { hasText: "11.2" }).focus();
await office.page.keyboard.press("Enter");
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
writeFileSync(`${out}/补拍照片.png`, png("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="));
await drag(unit, ".task .drop", realpathSync(`${out}/补拍照片.png`));
await until(() => unit.page.locator(".files").innerText(), (text) => text.split("已上传").length === 4);
check("a file that is dragged here is brought", (await unit.page.locator(".files").innerText()).split("已上传").length === 4, await unit.page.locator(".files").innerText());
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
await until(() => module.locator(".msg").innerText(), (text) => text.includes("已办结99项"));
check("the open overview is drawn anew without reload", (await module.locator(".msg").innerText()).includes("已办结99项"), await module.locator(".msg").innerText());
await module.locator('.marks a[href="/duties/progress?unit=07"]').click();
await sheet.page.locator(".unit-tasks h2").waitFor();
check("one click leads to the records", (await sheet.page.locator(".unit-tasks").innerText()).includes("县公安局"));
check("the leader's open page changes without reload", took !== null && after.includes("100.00%"), `${before} → ${after}`);
await until(() => mainText(unit.page), (text) => text.includes("审核通过"));
const history = await unit.page.locator(".history").innerText();
check("the history stays", history.includes("照片不清") && history.includes("审核通过"), history);
await keep(leader, "6-progress");

// 5 A phone: the camera, and a month without events.
const town = await open(browser, base, { width: 375, height: 812 });
await signIn(town, "town", secret.town);
const fetched = (session, path) => session.page.evaluate((path) => fetch(path).then((answer) => answer.json()), path);
const monthly = (await fetched(town, "/api/v1/duties?show=open&limit=200")).rows.find((task) => task.duty === "16.4");
await town.page.goto(`${base}/duties/${monthly.id}`);
const camera = town.page.locator(".drop .photo input");
await camera.waitFor({ state: "attached" });
check("the camera is asked for pictures", (await camera.getAttribute("accept")) === "image/*" && (await camera.getAttribute("capture")) === "environment");
check("its button is as large as a thumb", (await town.page.locator(".drop .photo").boundingBox()).height >= 44);
await pick(town.page, ".drop .photo", photos[0]);
await until(() => town.page.locator(".files").innerText(), (text) => text.includes("已上传"));
check("a photo is brought", (await town.page.locator(".files").innerText()).includes("3号楼监控点位.png"));
await keep(town, "7-phone");
await town.page.locator(".files li .link").click();
await until(() => town.page.locator(".files li").count(), (count) => count === 0);
await until(() => waiting(town), (count) => count > 0);
const before16 = await waiting(town);
const [nothing] = await Promise.all([verdictOf(town.page, "/waiver"), button(town.page, "零报告：本月无此事项").click()]);
check("零报告 is one press", nothing.status() === 200, await nothing.text());
const why = () => town.page.locator(".said-text").innerText().catch(() => "");
await until(why, (text) => text === "本月无此事项");
check("and says what it is", (await why()) === "本月无此事项", await mainText(town.page));
await until(() => waiting(town), (count) => count === before16 - 1);
check("the head counts one less", (await waiting(town)) === before16 - 1);
const stored = await fetched(town, `/api/v1/duties/${monthly.id}`);
check("the task is closed with its reason", stored.task.status === "不涉及" && stored.task.reason === "本月无此事项", JSON.stringify(stored.task));

// 6 One file for two tasks of a community.
const open16 = (await fetched(town, "/api/v1/duties?show=open&limit=200")).rows.filter((task) => task.project_community);
const place = open16.map((task) => task.project_community).find((place, at, all) => all.indexOf(place) !== at);
const two = open16.filter((task) => task.project_community === place).slice(0, 2);
await town.page.goto(`${base}/duties/community/${place}`);
await town.page.locator(".filing").waitFor();
check("the page is called after the community", (await town.page.locator("h1").innerText()) === two[0].community);
await keep(town, "8-community");
check("without a choice nothing is sent", (await town.page.locator(".filing .btn.main").getAttribute("aria-disabled")) === "true");
for (const task of two) await town.page.locator(".filing .check", { hasText: `${task.duty} ` }).first().click();
await pick(town.page, ".filing .choose", photos[1]);
await until(() => town.page.locator(".filing .files").innerText(), (text) => text.includes("已上传"));
await town.page.locator(".filing textarea").fill("现场会一次办理两项。");
const sendTwo = town.page.locator(".filing .btn.main");
await until(() => sendTwo.getAttribute("aria-disabled"), (blocked) => blocked === null);
await sendTwo.click();
await until(() => town.page.locator(".told li").count(), (count) => count === 2);
check("each task tells what became of it", (await town.page.locator(".told").innerText()).split("已提交").length === 3, await town.page.locator(".told").innerText());
const given = [];
for (const task of two) given.push((await fetched(town, `/api/v1/duties/${task.id}`)).task);
check("both were sent with the very same file", given.every((task) => task.status === "已报" && task.evidence.length === 1 && task.evidence[0] === given[0].evidence[0]), JSON.stringify(given));
check("and with the text", given.every((task) => task.report === "现场会一次办理两项。"));
await keep(town, "9-filed");

// 7 A duty arises: its unit enters it once, whoever looks sees it at once.
const trade = await open(browser, base);
await signIn(trade, "县商务局", secret.office);
await office.page.goto(`${base}/duties/progress?unit=09`);
await office.page.locator(".unit-tasks h2").waitFor();
await trade.page.goto(`${base}/duties`);
await until(() => waiting(trade), (count) => count > 0);
const before09 = await waiting(trade);
await button(trade.page, "登记按需职责…").click();
const confirm = button(trade.page, "登记");
await confirm.click();
await until(() => trade.page.locator(".dialog .stops li").count(), (count) => count > 0);
check("what arose must be said", (await trade.page.locator(".dialog .stops li").count()) === 1, await trade.page.locator(".dialog").innerText());
await trade.page.getByLabel("发生了什么").fill("引入便民市场运营企业");
await keep(trade, "10-arisen");
const asked = [];
trade.page.on("request", (request) => {
  if (request.method() === "POST" && request.url().endsWith("/api/v1/duties")) asked.push(request.headers()["idempotency-key"]);
});
await confirm.dblclick();
await trade.page.waitForURL(/\/duties\/[0-9a-f-]{36}/);
await trade.page.locator("tr.opened .task").waitFor();
check("two clicks enter it once", asked.length === 1 && Boolean(asked[0]), asked.join(" "));
check("it stands open in the list", (await trade.page.locator("tbody.open td.title").innerText()).includes("引入便民市场运营企业"));
await until(() => waiting(trade), (count) => count === before09 + 1);
check("and in the head", (await waiting(trade)) === before09 + 1);
await until(() => office.page.locator(".unit-tasks").innerText(), (text) => text.includes("引入便民市场运营企业"));
check("the office's open page shows it", (await office.page.locator(".unit-tasks").innerText()).includes("引入便民市场运营企业"));
check("a unit whose duties don't arise has no such act", (await button(unit.page, "登记按需职责…").count()) === 0);
// The office enters for any unit.
await button(office.page, "登记按需职责…").click();
await office.page.locator("#raise-duty").selectOption("10.2");
await office.page.getByLabel("发生了什么").fill("改造期间医疗保障");
await button(office.page, "登记").click();
await until(() => office.page.locator(".unit-tasks").innerText().catch(() => ""), (text) => text.includes("改造期间医疗保障"));
check("the office enters for a unit", office.page.url().includes("unit=10") && (await office.page.locator(".unit-tasks").innerText()).includes("改造期间医疗保障"), office.page.url());

// 8 The dossier has the tasks of all units, each opened in place.
await office.page.goto(`${base}/communities/${place}/duties`);
const ofAll = office.page.locator("table.duties td.unit");
await ofAll.first().waitFor();
check("the dossier shows the tasks of several units", new Set(await ofAll.allInnerTexts()).size > 3);
const ofTown = office.page.locator("table.duties tbody", { hasText: `${two[0].duty} ` }).filter({ hasText: "城关镇" });
await ofTown.locator("td.title a").first().click();
await office.page.locator("tr.opened .pictures img").first().waitFor();
check("a task opens in place with its evidence", office.page.url().includes("?task="), office.page.url());
await keep(office, "11-dossier");

for (const [name, session] of [["unit", unit], ["leader", leader], ["office", office], ["overview", sheet], ["town", town], ["trade", trade]]) {
  check(`no console error, exception or CSP violation for ${name}`, session.faults.length === 0, session.faults.join(" | "));
}
await browser.close();
finish();
