// A month as each role has it. The project owner reports on a phone; the office accepts it, records what arrives and is paid and
// issues the plan of a year; a leader finds on 总览 and 统计分析 why a community lags and who answers for it. What is wrong is said
// at its field on the way, and nothing of it is stored.
// node roles.mjs BASE OUT '{"owner": "password", "office": "password", "leader": "password"}'
import { mkdirSync } from "node:fs";
import { axe, check, finish, launch, open, signIn, until } from "./browser.mjs";

const [base, out, passwords] = process.argv.slice(2);
const secret = JSON.parse(passwords);
mkdirSync(out, { recursive: true });
const browser = await launch();
const keep = (session, name) => session.page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
const mainText = (page) => page.locator("main").innerText();
const button = (page, name) => page.getByRole("button", { name, exact: true });
const answerTo = (page, path, method = "POST") =>
  page.waitForResponse((answer) => answer.url().endsWith(path) && answer.request().method() === method);
const fetched = (page, path) => page.evaluate((path) => fetch(path).then((answer) => answer.json()), path);
const fits = async (session, what) => {
  const wide = await session.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(`${what} fits the screen`, wide <= 0, String(wide));
};
const content = async (session, what) => {
  const violations = await axe(session);
  check(`axe-core is content with ${what}`, violations.length === 0, violations.join(" | "));
};
const said = async (what, read, good) => {
  const took = await until(read, good);
  check(what, took !== null, took === null ? await read() : "");
};

// 1 The project owner on a phone: what can't be is said at its field, the month is sent.
const owner = await open(browser, base, { width: 375, height: 800 });
await signIn(owner, "owner", secret.owner);
await owner.page.goto(`${base}/reports`);
await owner.page.getByRole("link", { name: "样例甲小区" }).first().click();
const progress = owner.page.locator("#report-progress");
const invest = owner.page.locator("#report-invest");
await progress.waitFor();
const community = owner.page.url().split("/").at(-2);
const report = (period) => fetched(owner.page, `/api/v1/dossiers/${community}/report?period=${period}`);
const untouched = JSON.stringify((await report("2022-10")).facts.reports);
const told = (id) => owner.page.locator(`#${id}-error`).innerText().catch(() => "");
await progress.fill("63.9");
await invest.fill("50");
await said("a decreasing total is told at its field", () => told("report-progress"), (text) => text.includes("累计形象进度小于上月"));
check("the field says that it is wrong", (await progress.getAttribute("aria-invalid")) === "true");
await invest.fill("五十");
await said("what is no number is told at its field", () => told("report-invest"), (text) => text !== "");
await invest.fill("50");
await button(owner.page, "报送").click();
await owner.page.locator("#error-summary").waitFor();
await fits(owner, "the form");
await content(owner, "the refused form");
await keep(owner, "1-decrease");
const future = await owner.page.evaluate(async ([id, version]) => {
  const headers = { "content-type": "application/json", "if-match": `"${version}"`, "idempotency-key": "future" };
  const body = { period: "2022-11", cum_progress: 700, month_invest: 100, problems: "", next_steps: "", photos: [] };
  const answer = await fetch(`/api/v1/dossiers/${id}/report`, { method: "PUT", headers, body: JSON.stringify(body) });
  return [answer.status, await answer.text()];
}, [community, (await report("2022-10")).version]);
check("a month to come is refused by the server", future[0] === 422 && future[1].includes("R-48"), String(future));
await owner.page.goto(`${base}/reports/${community}/2022-11`);
await said("and on its page", () => mainText(owner.page), (text) => text.includes("不得提前填报"));
check("which has no form then", (await progress.count()) === 0);
await keep(owner, "1-future");
await owner.page.goto(`${base}/reports/${community}/2022-03`);
await said("a month before the start has none either", () => mainText(owner.page), (text) => text.includes("不在施工期间"));
check("nothing of it was stored", JSON.stringify((await report("2022-10")).facts.reports) === untouched);
await owner.page.goto(`${base}/reports/${community}/2022-10`);
await progress.waitFor();
await progress.fill("68");
await invest.fill("50");
await owner.page.locator("#report-problems").fill("节能班组不足");
await said("nothing is left to be corrected", () => told("report-progress"), (text) => text === "");
const [sent] = await Promise.all([answerTo(owner.page, "/submission"), button(owner.page, "报送").click()]);
check("the month is sent from the phone", sent.status() === 200, await sent.text());
await said("and waits for the office", () => mainText(owner.page), (text) => text.includes("已报送，等待领导小组办公室审核"));
await keep(owner, "2-sent");

// 2 The office finds it among what waits, and accepts it.
const office = await open(browser, base);
const { page } = office;
await signIn(office, "office", secret.office);
await page.goto(`${base}/reports?show=sent`);
await page.getByRole("link", { name: "样例甲小区" }).click();
await button(page, "审核通过").waitFor();
await content(office, "the report to judge");
const [accepted] = await Promise.all([answerTo(page, "/review"), button(page, "审核通过").click()]);
check("the office accepts it", accepted.status() === 200, await accepted.text());
await said("the owner sees it without reload", () => mainText(owner.page), (text) => text.includes("审核通过"));

// 3 Works can't end before they began, and not while they go on.
const stored = async () => JSON.stringify((await fetched(page, `/api/v1/dossiers/${community}`)).project_community);
await page.goto(`${base}/communities/${community}/progress`);
const dialog = page.locator("dialog[open]");
let before = await stored();
await button(page, "登记竣工").click();
await page.locator("#stage-day").fill("2022-04-09");
await said("a completion before the start is told at its field", () => page.locator("#stage-day-why").innerText(), (text) => text.includes("早于"));
await content(office, "the dialog of a stage");
await keep(office, "3-before-start");
const [tooEarly] = await Promise.all([answerTo(page, "/completion"), button(page, "提交核定").click()]);
check("the server says so too", tooEarly.status() === 422 && (await tooEarly.text()).includes("completed_after_start"), await tooEarly.text());
await dialog.getByRole("button", { name: "取消", exact: true }).click();
check("nothing of it was stored", (await stored()) === before);

// 4 Money arrives and is paid; the same voucher twice, a day before the programme and more than has arrived are told at once.
const FUND = "中央财政专项资金";
await page.goto(`${base}/communities/${community}/funding`);
const central = page.locator("table.sums tbody tr", { hasText: FUND }).first();
await central.waitFor();
const sums = async () => (await central.locator("td.n").allInnerTexts()).map((cell) => cell.trim()).join(" ");
const choose = async (id, name) => {
  const place = page.locator(id);
  await place.selectOption(await place.locator("option", { hasText: name }).first().getAttribute("value"));
};
const save = async (path) => {
  const [answer] = await Promise.all([answerTo(page, path, "PUT"), dialog.getByRole("button", { name: "保存", exact: true }).click()]);
  return answer;
};
await button(page, "登记到位").click();
await choose("#money-source", FUND);
await page.locator("#money-amount").fill("42");
await page.locator("#money-voucher").fill("记-301");
check("a receipt is stored", (await save("/receipts")).status() === 200);
await said("it counts at once", sums, (now) => now === "420.00 420.00 280.00 140.00");
before = await stored();
await button(page, "登记到位").click();
await choose("#money-source", FUND);
await page.locator("#money-amount").fill("1");
await page.locator("#money-voucher").fill("记-301");
await said("the same voucher twice is told while it is typed", () => page.locator("#money-voucher-why").innerText(), (text) => text.includes("凭证记-301已登记过"));
await page.locator("#money-date").fill("2019-12-31");
await said("so is a day before the programme", () => page.locator("#money-date-why").innerText(), (text) => text !== "");
await keep(office, "4-voucher");
// What was typed is on this device: the page is left, and it is there again.
await page.locator("#money-date").fill("2022-10-07");
await until(() => page.evaluate(() => Object.keys(localStorage).some((name) => name.startsWith("anju.draft.receipt/"))), Boolean);
await page.reload();
await central.waitFor();
await button(page, "登记到位").click();
await said("the draft of a receipt survives a reload", () => page.locator("#money-voucher").inputValue(), (text) => text === "记-301");
check("and it is said so", (await dialog.innerText()).includes("已恢复本机草稿"), await dialog.innerText());
await content(office, "the dialog with its draft");
await dialog.getByRole("button", { name: "取消", exact: true }).click();
await button(page, "登记支付").click();
await choose("#money-source", FUND);
await choose("#money-line", "供水");
await page.locator("#money-amount").fill("140.01");
await page.locator("#money-voucher").fill("付-301");
await page.locator("#money-payee").fill("样例施工单位");
await page.locator("#money-purpose").fill("工程进度款");
await said("a payment above the receipts is stopped while it is typed", () => dialog.innerText(), (text) => text.includes("支付超过到位"));
const refused = await save("/payments");
check("the server says the same", refused.status() === 422 && (await refused.text()).includes("R-25"), await refused.text());
await keep(office, "5-above");
check("nothing of all that was stored", (await stored()) === before);
await page.locator("#money-amount").fill("140");
check("what has arrived may be paid", (await save("/payments")).status() === 200);
await said("nothing is left", sums, (now) => now === "420.00 420.00 420.00 0.00");

// 5 Two people correct the same receipt: both versions stand side by side, and the own one goes on top.
const second = await open(browser, base);
await signIn(second, "office", secret.office);
await second.page.goto(`${base}/communities/${community}/funding`);
const correct = (session) => session.page.getByRole("button", { name: "更正2022年10月8日42.00万元" });
await correct(second).click();
await second.page.locator("#money-voucher").fill("记-302");
await correct(office).click();
await page.locator("#money-voucher").fill("记-303");
await page.locator("#money-doc").fill("甘财建〔2022〕9号");
await page.locator("#money-reason").fill("凭证号登错");
check("the first correction is stored", (await save("/receipts")).status() === 200);
const mine = second.page.locator("dialog[open]");
await said("both versions stand side by side", () => mine.innerText(), (text) => ["记-301", "记-303", "记-302"].every((one) => text.includes(one)));
await content(second, "both versions");
await keep(second, "6-side-by-side");
await button(second.page, "载入最新内容并保留我的修改").click();
check("what the other one has changed comes in", (await second.page.locator("#money-doc").inputValue()) === "甘财建〔2022〕9号");
check("and the own change stays", (await second.page.locator("#money-voucher").inputValue()) === "记-302");
await second.page.locator("#money-reason").fill("再次核对");
const [again] = await Promise.all([answerTo(second.page, "/receipts", "PUT"), mine.getByRole("button", { name: "保存", exact: true }).click()]);
check("on top of it the own one is stored", again.status() === 200, await again.text());

// 6 The annual plan: 拟定 → 上报 → 下达, with what R-31 says of the county's means.
await page.goto(`${base}/plans/2024`);
await button(page, "修改计划数").click();
await page.locator("#plan-starts").fill("1");
await page.locator("#plan-invest").fill("286.35");
const act = async (path, method) => {
  const [answer] = await Promise.all([answerTo(page, path, method), dialog.locator(".btn.main").click()]);
  await dialog.waitFor({ state: "detached" });
  return answer.status();
};
const plan = (await fetched(page, "/api/v1/facts")).plans.find((one) => one.year === 2024);
check("the figures are saved", (await act(`/plans/${plan.id}`, "PUT")) === 200);
const assess = async (ceiling, conclusion) => {
  await button(page, "登记评估").click();
  await page.locator("#capacity-ceiling").fill(ceiling);
  await page.locator("#capacity-borne").fill("0");
  await page.locator("#capacity-conclusion").selectOption(conclusion);
  await page.locator("#capacity-doc").fill("高财评〔2022〕3号");
  check(`the assessment says ${conclusion}`, (await act("/fiscal-capacity", "PUT")) === 200);
};
await assess("2000", "不可承受");
await said("R-31 is shown with the plan", () => mainText(page), (text) => text.includes("2024年度未完成财政承受能力评估或结论为不可承受"));
await button(page, "上报").click();
await said("and stops it before it is sent up", () => dialog.innerText(), (text) => text.includes("2024年度未完成财政承受能力评估或结论为不可承受"));
await content(office, "the stopped plan");
await keep(office, "7-capacity");
await dialog.getByRole("button", { name: "取消", exact: true }).click();
await assess("2000", "可承受");
await button(page, "上报").click();
await said("with its assessment nothing stops it", () => dialog.innerText(), (text) => text.includes("没有须解决事项"));
check("the plan is sent up", (await act("/submission", "POST")) === 200);
await button(page, "下达").click();
await page.locator("#plan-doc").fill("高政发〔2022〕5号");
check("the plan is issued", (await act("/issue", "POST")) === 200);
await said("what was done with it is told", () => mainText(page), (text) => text.includes("高政发〔2022〕5号") && text.includes("上报"));
await keep(office, "8-issued");

// 7 A leader finds why a community lags, and who answers for it.
const leader = await open(browser, base);
const chief = leader.page;
await signIn(leader, "leader", secret.leader);
const figure = (id) => chief.locator(`[data-figure="${id}"]`);
await figure("L-11").locator("svg").waitFor();
await said("总览 tells the lag", () => mainText(chief), (text) => /滞后\d+\.\d个百分点/.test(text));
await keep(leader, "9-overview");
await chief.locator("nav.side a[href='/statistics']").click();
await figure("L-11").locator("svg").waitFor({ state: "attached" });
await chief.locator('[data-panel="L-11"] .mark-spot[tabindex="0"]').focus();
await chief.keyboard.press("Home");
for (let step = 0; step < 5; step += 1) await chief.keyboard.press("ArrowRight");
await chief.keyboard.press("Enter");
const records = chief.locator(".listed");
await records.waitFor();
const named = await records.innerText();
check("the records name community, lag, project owner and manager", ["样例甲小区", "10.0", "县住建局", "样例责任人甲"].every((word) => named.includes(word)), named);
await keep(leader, "10-records");
await records.locator("a", { hasText: "样例甲小区" }).click();
await chief.waitForURL("**/communities/*/progress");
await said("its progress shows the month that was just accepted", () => mainText(chief), (text) => text.includes("68.0") && text.includes("节能班组不足"));
const head = await mainText(chief);
check("and who answers for it", head.includes("县住建局") && head.includes("样例责任人甲"), head.slice(0, 400));
await content(leader, "the progress");
await keep(leader, "11-progress");
await chief.getByRole("link", { name: "职责", exact: true }).click();
await chief.waitForURL("**/communities/*/duties");
await said("the duties behind it name their units", () => mainText(chief), (text) => text.includes("县自然资源局") || text.includes("城关镇人民政府"));
await keep(leader, "12-duties");

for (const session of [owner, office, second, leader]) {
  const faults = session.faults.filter((fault) => !/status of 4\d\d/.test(fault));
  check("nothing went wrong in the browser", faults.length === 0, faults.join(" | "));
}
await browser.close();
finish();
