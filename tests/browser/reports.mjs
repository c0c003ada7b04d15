// A monthly report as people walk it: the project owner writes October on a phone, the office returns it with a reason, the owner
// sends it again, the office accepts it, and a leader's open page shows the new figure. Then a correction, and a conflict.
// node reports.mjs BASE OUT '{"owner": "password", "office": "password", "leader": "password"}'
import { mkdirSync } from "node:fs";
import { axe, check, finish, launch, open, signIn, until } from "./browser.mjs";

const [base, out, passwords] = process.argv.slice(2);
const secret = JSON.parse(passwords);
mkdirSync(out, { recursive: true });
const browser = await launch();
const keep = (session, name) => session.page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
const mainText = (page) => page.locator("main").innerText();
const button = (page, name) => page.getByRole("button", { name, exact: true });
const answerTo = (page, path) => page.waitForResponse((answer) => answer.url().endsWith(path) && answer.request().method() === "POST");
const photo = { name: "3号楼外墙.png", mimeType: "image/png", buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64") };

// 1 The project owner on a phone: the list has October before anybody has begun it.
const owner = await open(browser, base, { width: 375, height: 800 });
await signIn(owner, "owner", secret.owner);
await owner.page.goto(`${base}/reports`);
await owner.page.getByRole("link", { name: "样例甲小区" }).first().waitFor();
const list = await mainText(owner.page);
check("October is there and not due yet", list.includes("2022年10月") && list.includes("未到期"), list);
check("the states have numbers", /审核通过\s*6/.test(list), list);
check("the list does not overflow the phone", await owner.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
await keep(owner, "1-list");
await owner.page.getByRole("link", { name: "样例甲小区" }).first().click();
const progress = owner.page.getByLabel("形象进度（%）");
const invest = owner.page.getByLabel("本月完成投资（万元）");
await progress.waitFor();
check("the address names the month", owner.page.url().endsWith("/2022-10"), owner.page.url());
check("it begins with last month's progress", (await progress.inputValue()) === "64.0", await progress.inputValue());
check("and with no investment", (await invest.inputValue()) === "");
check("last month's steps are seen", (await mainText(owner.page)).includes("上期安排：按计划推进下月工程"));

// 2 The rules speak while it is typed.
await progress.fill("63.9");
await invest.fill("５０");
await until(() => mainText(owner.page), (text) => text.includes("累计形象进度小于上月"));
check("R-47 says that progress fell", (await mainText(owner.page)).includes("累计形象进度小于上月"), await mainText(owner.page));
check("the total is computed", (await owner.page.locator(".computed").innerText()).includes("750.00"), await owner.page.locator(".computed").innerText());
await button(owner.page, "报送").click();
await owner.page.locator("#error-summary").waitFor();
check("sending leads to what stops it", await owner.page.evaluate(() => document.activeElement?.id === "error-summary"));
check("the title says so", (await owner.page.title()).startsWith("错误："), await owner.page.title());
await progress.fill("71");
await until(() => mainText(owner.page), (text) => !text.includes("累计形象进度小于上月"));
const [chooser] = await Promise.all([owner.page.waitForEvent("filechooser"), owner.page.locator(".drop .photo").click()]);
await chooser.setFiles([photo]);
await until(() => owner.page.locator(".files").innerText(), (text) => text.includes("已上传"));
await until(() => owner.page.evaluate(() => Object.keys(localStorage).some((name) => name.startsWith("anju.draft.report/"))), Boolean);
await owner.page.reload();
await progress.waitFor();
await until(() => progress.inputValue(), (text) => text === "71");
check("a draft survives a reload", (await progress.inputValue()) === "71" && (await owner.page.locator(".files li").count()) === 1);
check("the form does not overflow the phone", await owner.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
const seen = await axe(owner);
check("axe-core is content with the form", seen.length === 0, seen.join(" | "));
await keep(owner, "2-form");
const [sent] = await Promise.all([answerTo(owner.page, "/submission"), button(owner.page, "报送").click()]);
check("the project owner sends the report", sent.status() === 200, await sent.text());
await until(() => mainText(owner.page), (text) => text.includes("已报送，等待"));
check("and reads what happens next", (await mainText(owner.page)).includes("已报送，等待领导小组办公室审核"));
await keep(owner, "3-sent");

// 3 A leader's page is open; the office returns the report with a reason.
const leader = await open(browser, base);
await signIn(leader, "leader", secret.leader);
await leader.page.goto(`${base}/reports?show=accepted`);
await leader.page.locator("tbody.rows tr").first().waitFor();
check("the leader sees six accepted reports", (await leader.page.locator("tbody.rows tr").count()) === 6);
const office = await open(browser, base);
await signIn(office, "office", secret.office);
await office.page.goto(`${base}/reports?show=sent`);
await office.page.getByRole("link", { name: "样例甲小区" }).click();
const said = office.page.getByLabel("审核意见（退回时必填）");
await said.waitFor();
check("the photo is seen in the page", (await office.page.locator(".pictures img").count()) === 1);
await button(office.page, "退回补正").click();
await until(() => mainText(office.page), (text) => text.includes("退回时须写明缺什么"));
check("a return needs its reason", (await mainText(office.page)).includes("退回时须写明缺什么"));
await said.fill("存在问题未写明");
const judged = await axe(office);
check("axe-core is content with the review", judged.length === 0, judged.join(" | "));
const [back] = await Promise.all([answerTo(office.page, "/review"), button(office.page, "退回补正").click()]);
check("the office returns it", back.status() === 200, await back.text());
await keep(office, "4-returned");
await until(() => mainText(owner.page), (text) => text.includes("退回补正：存在问题未写明"));
check("the owner's open page says why, without reload", (await mainText(owner.page)).includes("退回补正：存在问题未写明"), await mainText(owner.page));

// 4 Sent again and accepted: the leader's page follows.
await owner.page.getByLabel("存在问题").fill("节能班组不足，已增派两个班组。");
const [again] = await Promise.all([answerTo(owner.page, "/submission"), button(owner.page, "报送").click()]);
check("it is sent again", again.status() === 200, await again.text());
await until(() => button(office.page, "审核通过").count(), (count) => count === 1);
const [accepted] = await Promise.all([answerTo(office.page, "/review"), button(office.page, "审核通过").click()]);
check("the office accepts it", accepted.status() === 200, await accepted.text());
await until(() => leader.page.locator("tbody.rows tr").count(), (count) => count === 7);
const row = await leader.page.locator("tbody.rows tr").first().innerText();
check("the leader's list shows October with its figures", row.includes("2022年10月") && row.includes("71.0") && row.includes("750.00"), row);
await keep(leader, "5-leader");

// 5 A correction with its document.
await until(() => button(office.page, "更正累计数").count(), (count) => count === 1);
await button(office.page, "更正累计数").click();
await office.page.locator("#correct-progress").fill("70");
await office.page.locator("#correct-invest").fill("740");
await button(office.page, "登记更正").click();
await until(() => mainText(office.page), (text) => text.includes("更正须注明依据文件"));
check("a correction needs its document", (await mainText(office.page)).includes("更正须注明依据文件"));
await office.page.locator("#correct-doc").fill("审〔2022〕3号");
const [corrected] = await Promise.all([answerTo(office.page, "/correction"), button(office.page, "登记更正").click()]);
check("the correction is entered", corrected.status() === 200, await corrected.text());
await until(() => mainText(office.page), (text) => text.includes("原为71.0%"));
check("what it was stays in sight", (await mainText(office.page)).includes("原为71.0%、750.00万元"), await mainText(office.page));
await keep(office, "6-corrected");

// 6 The dossier leads to the report.
const id = office.page.url().split("/").at(-2);
await office.page.goto(`${base}/communities/${id}/progress`);
await office.page.getByRole("link", { name: "2022年10月", exact: true }).click();
await until(() => office.page.url(), (url) => url.endsWith("/2022-10"));
check("工程进展 leads to the report", office.page.url().endsWith(`/reports/${id}/2022-10`), office.page.url());
for (const session of [owner, office, leader]) check("nothing went wrong", session.faults.length === 0, session.faults.join(" | "));
check("a project owner sees no ledger", (await owner.page.evaluate((id) => fetch(`/api/v1/dossiers/${id}`).then((answer) => answer.status), id)) === 403);
await browser.close();
finish();
