// A county begins: an empty data folder, the office signs in and creates its programme step by step, nothing is overdue, charts
// say why they are empty; then a parameter from a day on, a body renamed, and what the others see meanwhile.
// node begin.mjs BASE OUT '{"office": "password", "leader": "password", "sysadmin": "password"}'
import { mkdirSync } from "node:fs";
import { axe, check, finish, launch, open, signIn, until } from "./browser.mjs";

const [base, out, passwords] = process.argv.slice(2);
const secret = JSON.parse(passwords);
mkdirSync(out, { recursive: true });
const browser = await launch();
const keep = (session, name) => session.page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
const mainText = (page) => page.locator("main").innerText();
const field = (page, path) => page.locator(`#field-${path.replaceAll("/", "-")}`);
const button = (page, name) => page.locator("main").getByRole("button", { name, exact: true });
const content = async (session, what) => {
  const violations = await axe(session);
  check(`${what}: axe-core is content`, violations.length === 0, violations.join(" | "));
  check(`${what}: nothing went wrong`, session.faults.length === 0, session.faults.join(" | "));
  session.faults.length = 0;
};
const atFarEnd = async (session, what) => {
  const left = await session.page.locator("header.top").evaluate((head) =>
    head.getBoundingClientRect().right - head.lastElementChild.getBoundingClientRect().right);
  check(`${what}: what belongs to the user stands at the far end of the head`, left < 40, `${left} px from it`);
};

// 1 A leader sees who has to act; the system administrator has what the server was started with.
const leader = await open(browser, base);
await signIn(leader, "leader", secret.leader);
await leader.page.getByText("请领导小组办公室登录后建立改造规划").waitFor();
await keep(leader, "1-leader-waits");
await content(leader, "waiting");
const administrator = await open(browser, base);
await signIn(administrator, "sysadmin", secret.sysadmin);
await administrator.page.goto(`${base}/settings`);
await administrator.page.getByText("监听地址").waitFor();
check("the administrator sees no parameter of the programme", !(await mainText(administrator.page)).includes("月报报送截止日"));
await keep(administrator, "1-server");
await content(administrator, "server settings");

// 2 The office goes step by step; what is wrong is said before the next one.
const office = await open(browser, base);
const { page } = office;
await signIn(office, "office", secret.office);
await page.getByRole("heading", { name: "建立改造规划" }).waitFor();
await content(office, "first step");
await atFarEnd(office, "without a programme");
await field(page, "division_code").fill("62072");
await button(page, "下一步").click();
await page.locator("#problems").waitFor();
check("a bad code and a missing name are said at once", (await page.locator("#problems li").count()) === 2, await page.locator("#problems").innerText());
check("the summary has the focus", await page.evaluate(() => document.activeElement?.id === "problems"));
await page.locator("#problems a").first().click();
check("and leads to the field", await page.evaluate(() => document.activeElement?.id === "field-division_code"));
await keep(office, "2-refused");
await content(office, "refused step");
await field(page, "division_code").fill("６２０７２２");
await field(page, "terms/name").fill("民乐县城镇老旧小区改造规划");
await field(page, "terms/basis").fill("民政办发〔2026〕12号");
await field(page, "terms/township").fill("洪水镇");
await page.keyboard.press("Enter");
await field(page, "terms/year_from").waitFor();
await field(page, "terms/year_from").fill("2026");
await field(page, "terms/year_to").fill("2025");
await button(page, "下一步").click();
await page.getByText("结束年度早于起始年度").first().waitFor();
await field(page, "terms/year_to").fill("2030");
await field(page, "terms/targets/communities").fill("12");
await field(page, "terms/targets/area").fill("123,456");
await page.reload();
await page.getByRole("heading", { name: "建立改造规划" }).waitFor();
check("a draft survives a reload", (await field(page, "terms/name").inputValue()).startsWith("民乐县"));
await button(page, "下一步").click();
await field(page, "terms/year_to").waitFor();
await button(page, "下一步").click();
await button(page, "增加一段").click();
await field(page, "terms/windows/0/plan_year").fill("2026");
await field(page, "terms/windows/0/cutoff").fill("2003-12-31");
await keep(office, "2-windows");
await content(office, "windows");
await button(page, "下一步").click();
const housing = page.locator("#field-bodies-0-name");
await housing.waitFor();
check("the start set names no other county", !(await page.locator("table.bodies-form").innerHTML()).includes("高台"));
await housing.fill("民乐县住建局");
await button(page, "增加单位").click();
await page.locator("#field-bodies-22-name").fill("工业园区管委会");
await keep(office, "2-bodies");
await content(office, "bodies");
await button(page, "下一步").click();
await page.getByText("请核对。建立后").waitFor();
const checked = await mainText(page);
for (const part of ["620722", "民乐县城镇老旧小区改造规划", "2030", "123,456.00", "2003年12月31日", "23个单位"]) {
  check(`the page to check says ${part}`, checked.includes(part), checked);
}
await keep(office, "2-check");
await content(office, "check");
await button(page, "建立").click();

// 3 It is there: the overview says why it is empty, nothing is overdue, the others follow by themselves.
await page.getByRole("heading", { name: "总览" }).waitFor();
await page.locator("header .name", { hasText: "民乐县城镇老旧小区改造规划" }).waitFor();
await page.getByText("成员单位职责落实情况").first().waitFor();
check("the targets are not called by the plan of other years", !(await mainText(page)).includes("十四五"));
const overview = await mainText(page);
check("no sample is shown", !overview.includes("样例") && (await page.locator("header .sample").count()) === 0);
check("no other county is named", !(await page.content()).includes("高台"));
check("an empty chart says why", overview.includes("尚"), overview.slice(0, 400));
await keep(office, "3-overview");
await content(office, "empty overview");
await atFarEnd(office, "with a programme of its own");
await leader.page.locator("header .name", { hasText: "民乐县" }).waitFor();
check("the leader's page follows by itself", true);
await page.goto(`${base}/duties/review`);
await page.locator("main h1").waitFor();
check("nothing is overdue on the first day", !/逾期\s*[1-9]/.test(await mainText(page)), await mainText(page));

// 4 参数设置: a value from a day on, with a reason; weights together.
await page.goto(`${base}/settings`);
await page.getByRole("button", { name: "修改：月报报送截止日" }).click();
await field(page, "values/0/value").fill("２９");
await field(page, "reason").fill("会议纪要");
await button(page, "保存").click();
await page.getByText("数值超出合理范围").first().waitFor();
await field(page, "values/0/value").fill("8");
await keep(office, "4-parameter");
await content(office, "parameter form");
await button(page, "保存").click();
await page.getByText("已保存。").waitFor();
const row = page.locator("table.parameters tr", { hasText: "月报报送截止日" });
await until(() => row.innerText(), (text) => text.includes("已改"));
check("the row has the new value and its history", /8\s*次月日/.test(await row.innerText()), await row.innerText());
check("a rule that reads it is linked", (await row.locator('a[href="/rules/R-46"]').count()) === 1);
await page.getByRole("button", { name: "修改：单位考核权重：职责完成" }).click();
check("weights are changed together", (await page.locator(".value-field").count()) === 5, String(await page.locator(".value-field").count()));
await keep(office, "4-settings");
await content(office, "settings");
check("a clause's number is not set here", (await page.getByRole("button", { name: "修改：管线专营单位出资比例下限" }).count()) === 0);

// 5 单位: a new name from a day on; the pages call it so.
await page.goto(`${base}/bodies`);
await page.getByRole("button", { name: "变更：民乐县住建局" }).click();
await field(page, "zh").fill("民乐县住房和城市更新局");
const today = await page.evaluate(() => new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10));
await field(page, "from").fill(today);
await field(page, "doc").fill("民编发〔2026〕2号");
await keep(office, "5-body");
await content(office, "body form");
await button(page, "保存").click();
const renamed = page.locator("table.bodies tr", { hasText: "民乐县住房和城市更新局" });
await renamed.waitFor();
check("its former name stays", (await renamed.innerText()).includes("民乐县住建局"), await renamed.innerText());
await keep(office, "5-bodies");
await content(office, "bodies list");

// 6 In English and on a phone.
const phone = await open(browser, base, { width: 375, height: 800, language: "en" });
await signIn(phone, "office", secret.office);
for (const path of ["/settings", "/bodies"]) {
  await phone.page.goto(base + path);
  await phone.page.locator("main table").first().waitFor();
  const overflow = await phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(`${path} fits a phone`, overflow <= 0, String(overflow));
  await keep(phone, `6${path.replace("/", "-")}-en-375`);
  await content(phone, `${path} in English on a phone`);
}
await browser.close();
finish();
