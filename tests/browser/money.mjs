// Money and plans as the office keeps them: what arrives and is paid, what is refused above the receipts, the same voucher
// twice, a row taken back; then the plan of a year from its figures over 上报 to 下达. A leader reads and writes nothing.
// node money.mjs BASE OUT '{"office": "password", "leader": "password"}'
import { mkdirSync } from "node:fs";
import { axe, check, finish, launch, open, signIn, until } from "./browser.mjs";

const [base, out, passwords] = process.argv.slice(2);
const secret = JSON.parse(passwords);
mkdirSync(out, { recursive: true });
const browser = await launch();
const keep = (session, name) => session.page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
const button = (page, name) => page.getByRole("button", { name, exact: true });
const field = (page, name) => page.locator("dialog[open]").getByLabel(name, { exact: true });
const text = (page, place) => page.locator(place).innerText();
const FUND = "中央财政专项资金";

const office = await open(browser, base);
const page = office.page;
await signIn(office, "office", secret.office);
const list = await page.evaluate(() => fetch("/api/v1/communities").then((answer) => answer.json()));
const community = list.rows.find((row) => row.code === "GT-0001").id;
await page.goto(`${base}/communities/${community}/funding`);
const central = page.locator("table.sums tbody tr", { hasText: FUND }).first();
await central.waitFor();
const sums = async () => (await central.locator("td.n").allInnerTexts()).map((cell) => cell.trim()).join(" ");
check("落实, 到位, 支付 and 结余 stand by source", (await sums()) === "420.00 378.00 280.00 98.00", await sums());

/** Fills the open dialog; a source and a line are chosen by what their names hold. */
async function fill(values) {
  for (const [name, value] of Object.entries(values)) {
    const place = field(page, name);
    if ((await place.evaluate((element) => element.tagName)) === "SELECT") {
      const option = place.locator("option", { hasText: value }).first();
      await place.selectOption(await option.getAttribute("value"));
    } else {
      await place.fill(value);
    }
  }
}
const sent = (path, method = "PUT") => page.waitForResponse((answer) => answer.url().endsWith(path) && answer.request().method() === method);
const save = async (path) => (await Promise.all([sent(path), button(page, "保存").last().click()]))[0];

// 1 Money arrives.
await button(page, "登记到位").click();
await field(page, "资金来源").waitFor();
await button(page, "保存").last().click();
check("what is missing is told at its field", (await text(page, "dialog[open] #money-amount-why")) === "请填写数字", await text(page, "dialog[open]"));
await fill({ 资金来源: FUND, "金额（万元）": "42", 文号: "甘财建〔2022〕9号", 凭证号: "记-201" });
await until(() => text(page, "dialog[open] .said"), (said) => said.includes("校验通过"));
check("a receipt is stored", (await save("/receipts")).status() === 200);
await until(sums, (now) => now.includes("420.00 420.00"));
check("and counts at once", (await sums()) === "420.00 420.00 280.00 140.00", await sums());
await keep(office, "1-receipt");

// 2 The same voucher again is told while it is typed.
await button(page, "登记到位").click();
await fill({ 资金来源: FUND, "金额（万元）": "1", 凭证号: "记-201" });
await until(() => text(page, "dialog[open] #money-voucher-why"), Boolean);
const repeated = await text(page, "dialog[open] #money-voucher-why");
check("the same voucher names the first one", repeated === "凭证记-201已登记过：2022年10月8日，42.00万元", repeated);
await button(page, "取消").last().click();

// 3 A payment above the receipts: the form says it, the server says the same.
await button(page, "登记支付").click();
await fill({ 资金来源: FUND, 改造项: "供水", "金额（万元）": "140.000001", 凭证号: "付-1", 收款单位: "样例施工单位", 用途: "工程进度款" });
await until(() => text(page, "dialog[open] .said"), (said) => said.includes("支付超过到位"));
const own = await page.locator("dialog[open] .said .stops b").first().innerText();
check("the form says so with the numbers", own.includes("到位420.00万元，含本次支付420.000001万元"), own);
await keep(office, "2-above");
const refused = await save("/payments");
check("the server refuses", refused.status() === 422, String(refused.status()));
await page.locator("#money-refused").waitFor();
const told = await page.locator("#money-refused .stops b").first().innerText();
check("in the very words of the form", told === own, `${told} | ${own}`);
check("and the focus is there", await page.evaluate(() => document.activeElement?.id === "money-refused"));
await fill({ "金额（万元）": "140" });
check("what has arrived may be paid", (await save("/payments")).status() === 200);
await until(sums, (now) => now.endsWith(" 0.00"));
check("nothing is left", (await sums()) === "420.00 420.00 420.00 0.00", await sums());

// 4 The payment never was: it is taken back with a reason, which stays.
await page.getByRole("button", { name: "撤销2022年10月8日140.00万元" }).click();
await button(page, "撤销").last().click();
check("a reason is asked for", (await text(page, "#back-reason-why")) === "更正或撤销须写明原因", await text(page, "dialog[open]"));
await field(page, "更正原因").fill("银行退回");
const [back] = await Promise.all([sent("/money/taken-back", "POST"), page.locator("dialog[open] .btn.main").click()]);
check("it is taken back", back.status() === 200, String(back.status()));
await until(sums, (now) => now.endsWith("140.00"));
await page.locator(".corrections summary").click();
check("the reason stays", (await text(page, ".corrections")).includes("银行退回"), await text(page, ".corrections"));
check("the funding is clean for axe-core", (await axe(office)).length === 0, JSON.stringify(await axe(office)));
await keep(office, "3-corrections");

// 5 The plan of 2024: figures, 上报, 下达.
await page.locator("nav.side").getByRole("link", { name: "年度计划" }).click();
await page.getByRole("link", { name: "2024", exact: true }).click();
await button(page, "上报").waitFor();
await button(page, "上报").click();
await until(() => text(page, "dialog[open] .said"), (said) => said.includes("年度计划没有任务数，也没有列入的小区"));
check("an empty plan is not submitted", true);
await button(page, "取消").last().click();
await button(page, "修改计划数").click();
await page.locator("#plan-starts").fill("１");
await page.locator("#plan-start-households").fill("48");
await page.locator("#plan-invest").fill("286.35");
const act = async (path, method) => {
  const [answer] = await Promise.all([sent(path, method), page.locator("dialog[open] .btn.main").click()]);
  return answer.status();
};
const plan = (await page.evaluate(() => fetch("/api/v1/facts").then((answer) => answer.json()))).plans.find((one) => one.year === 2024);
check("figures are saved, full-width digits understood", (await act(`/plans/${plan.id}`, "PUT")) === 200);
await button(page, "上报").click();
await until(() => text(page, "dialog[open] .said"), (said) => said.includes("没有须解决事项"));
check("the page to check before sending has the figures", (await text(page, "dialog[open] .facts")).includes("286.35万元"), await text(page, "dialog[open]"));
await keep(office, "4-submit");
check("the plan is submitted", (await act("/submission", "POST")) === 200);
await button(page, "下达").click();
await page.locator("dialog[open] .btn.main").click();
await until(() => text(page, "#plan-doc-why"), Boolean);
check("issuing needs its number", (await text(page, "#plan-doc-why")).includes("缺少必填内容"), await text(page, "#plan-doc-why"));
await page.locator("#plan-doc").fill("高政发〔2022〕5号");
check("the plan is issued", (await act("/issue", "POST")) === 200);
await until(() => text(page, ".head"), (head) => head.includes("下达"));
check("its status is told", (await text(page, ".head")).includes("下达"), await text(page, ".head"));
// Colours that change are judged when they have changed.
await page.waitForTimeout(300);
const unclean = await axe(office);
check("the plan is clean for axe-core", unclean.length === 0, JSON.stringify(unclean));
await keep(office, "5-issued");

// 6 A leader reads all of it and writes nothing.
const leader = await open(browser, base);
await signIn(leader, "leader", secret.leader);
await leader.page.goto(`${base}/plans/2024`);
await leader.page.locator(".sheet").first().waitFor();
for (const name of ["调整", "登记评估", "上报", "下达"]) check(`no ${name} for a leader`, (await button(leader.page, name).count()) === 0);
await leader.page.goto(`${base}/money`);
await leader.page.locator("table.list tbody tr").first().waitFor();
check("the sums of the programme follow", (await text(leader.page, "main")).includes("到位958.77万元，支付612.40万元，结余346.37万元"), await text(leader.page, "main .msg"));
await button(leader.page, "按资金来源").click();
await until(() => text(leader.page, "table.list thead"), (head) => head.includes("资金来源"));
const [file] = await Promise.all([leader.page.waitForEvent("download"), button(leader.page, "导出表格").click()]);
check("its file has the name of the view", file.suggestedFilename() === "到位、支付、结余（按资金来源）_2022-10-08.xlsx", file.suggestedFilename());
await keep(leader, "6-money");
await leader.page.goto(`${base}/communities/${community}/funding`);
await leader.page.locator("table.sums").waitFor();
check("no entry for a leader", (await button(leader.page, "登记到位").count()) === 0);

for (const session of [office, leader]) {
  const faults = session.faults.filter((fault) => !/422|status of 4/.test(fault));
  check("nothing went wrong in the browser", faults.length === 0, faults.join("\n"));
}
await browser.close();
finish();
