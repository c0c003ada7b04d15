// A community as the office enters it: registered, its buildings pasted from a block of Excel, its works and money pasted,
// project and schedule typed; the findings shrink until it can enter the annual plan.
// node ledger.mjs BASE OUT '{"office": "password"}'
import { mkdirSync } from "node:fs";
import { axe, check, finish, launch, open, signIn, until } from "./browser.mjs";

const [base, out, passwords] = process.argv.slice(2);
const secret = JSON.parse(passwords);
mkdirSync(out, { recursive: true });
const browser = await launch();
const office = await open(browser, base);
const { page } = office;
const keep = (name) => page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
const button = (name) => page.getByRole("button", { name, exact: true });
const label = (name) => page.getByLabel(name, { exact: true });
const clean = async (what) => {
  const found = await axe(office);
  check(`no axe-core violation: ${what}`, found.length === 0, JSON.stringify(found));
};
/** Saves what is open, and waits for the answer. */
const save = async (part) => {
  const [answer] = await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith(`/${part}`) && answer.request().method() === "PUT"),
    button("保存").click(),
  ]);
  check(`${part} is saved`, answer.status() === 200, await answer.text());
};
/** Pastes a block in the dialog and brings it in. */
const paste = async (block, rows) => {
  await button("从Excel粘贴").click();
  await page.locator("#paste-block").fill(block);
  const bring = button(`带入${rows}行`);
  await bring.waitFor();
  return bring;
};
/** How many things must be solved before the annual plan. */
const toSolve = async () => {
  const text = await page.locator(".rail .act button").first().innerText();
  return Number((text.match(/\d+/) ?? ["0"])[0]);
};

// 1 The office registers a community; the next code is filled in.
await signIn(office, "office", secret.office);
await page.goto(`${base}/communities`);
await page.getByRole("link", { name: "新增小区" }).click();
const code = label("小区编码");
await code.waitFor();
check("the next code is proposed", (await code.inputValue()) === "GT-0005", await code.inputValue());
await clean("新增小区");
await button("登记").click();
await page.locator("#error-summary").waitFor();
check("what is missing is said at once", (await page.locator("#error-summary").innerText()).includes("名称不能为空"));
check("and in the title", (await page.title()).startsWith("错误："), await page.title());
await label("小区名称").fill("新建南苑小区");
await label("项目名称").fill("新建南苑小区改造项目");
await label("建设单位").fill("县住建局");
await keep("1-register");
await button("登记").click();
await page.waitForURL(/\/communities\/[0-9a-f-]{36}$/);
await page.locator(".rail .act button").first().waitFor();
const dossier = page.url();
const before = await toSolve();
const told = () => page.locator("main").innerText();
await until(told, (text) => text.includes("须明确项目管理责任人"));
const rail = await told();
check("what the plan lacks is told at first", before > 0 && rail.includes("须明确项目管理责任人") && rail.includes("小区未登记任何老旧特征"), rail);

// 2 Buildings are pasted as an office keeps them; what can't be read is told with its place, and stays out.
await page.goto(`${dossier}/buildings`);
await button("编辑").click();
const block = "楼栋情况表\n楼号\t建成年代\t层数\t单元数\t户数（户）\t建筑面积（㎡）\n１＃\t1998年\t6\t3\t36户\t2,520.00\n2#\t1998\t41\t3\t36\t2520\n合计\t\t\t\t72\t5040\n";
const bring = await paste(block, 1);
const preview = await page.locator("dialog[open]").innerText();
check("the storeys that can't be are told", preview.includes("层数须在1至40之间") && preview.includes("41"), preview);
check("and what was passed over", preview.includes("2行已略过"), preview);
await clean("从Excel粘贴");
await keep("2-paste");
await bring.click();
await page.locator("#buildings-0-0").waitFor();
check("full-width signs are narrow", (await page.locator("#buildings-0-0").inputValue()) === "１＃" || (await page.locator("#buildings-0-0").inputValue()) === "1#");
await page.locator("#buildings-0-5").fill("0");
await button("保存").click();
await page.locator("#error-summary").waitFor();
check("nobody lives in no household", (await page.locator("#error-summary").innerText()).includes("不能小于1"));
await page.locator("#buildings-0-5").fill("36");
await page.locator("#buildings-0-5").press("ArrowRight");
check("the arrow goes to the next cell", await page.evaluate(() => document.activeElement?.id) === "buildings-0-6");
await clean("楼栋");
await keep("3-buildings");
// The draft survives a reload.
await until(() => page.evaluate(() => Object.keys(localStorage).some((name) => name.includes("buildings/"))), Boolean);
await page.reload();
await page.locator("#buildings-0-5").waitFor();
check("a draft survives a reload", (await page.locator("#buildings-0-5").inputValue()) === "36");
await save("buildings");
await until(() => page.locator("main").innerText(), (text) => text.includes("2,520.00"));

// 3 Community, schedule and project are fields.
await page.goto(dossier);
const edit = async (section) => page.locator("section.cell", { has: page.getByRole("heading", { name: section, exact: true }) })
  .getByRole("button", { name: "编辑", exact: true }).click();
await edit("小区");
for (const name of ["单栋", "建成年代较早", "市政配套设施不完善", "居民改造意愿强烈"]) await label(name).check();
await clean("小区基本情况");
await keep("4-community");
await save("community");
await edit("改造规模与计划");
await page.getByLabel("计划年度").fill("2022");
await page.getByLabel("改造户数").fill("36");
await page.getByLabel("改造面积").fill("2520");
await save("schedule");
await edit("项目");
await label("责任人").fill("样例");
await label("责任人职务").fill("副局长");
await save("project");
const between = await toSolve();
check("less is to be solved", between < before, `${before} ${between}`);

// 4 Works and money.
await page.goto(`${dossier}/works`);
await button("编辑").click();
await (await paste("改造项代码\t楼栋\t数量\t投资（万元）\nB07 供热\t全部\t310m\t21.7\n屋面维修\t全部\t420\t4.2万\n", 2)).click();
await page.locator("#works-1-9").waitFor();
await clean("改造内容");
await keep("5-works");
await save("works");
await page.goto(`${dossier}/funding`);
await (await paste("明细编号\t资金代码\t管线类别\t金额\t落实状态\nB07\tF15\t供热\t6.51\t落实\nB07\tF08\t\t15.19\t落实\nB14\t中央财政专项资金\t\t4.2\t落实\n", 3)).click();
await page.getByRole("textbox", { name: "供热，管线专营单位出资", exact: true }).waitFor();
await keep("6-funding");
await save("funding");
await until(toSolve, (count) => count === 0);
check("nothing is left to be solved", (await toSolve()) === 0, await page.locator(".rail").innerText());

// 5 It enters the plan; a line that carries money stays.
await page.getByRole("button", { name: /^列入年度计划/ }).first().click();
const [entered] = await Promise.all([
  page.waitForResponse((answer) => answer.url().includes("/plan-entry")),
  page.locator("dialog[open] button", { hasText: "提交" }).click(),
]);
check("it enters the annual plan", entered.status() === 200, await entered.text());
await page.goto(`${dossier}/works`);
await button("编辑").click();
await button("删除第1行").click();
await button("保存").click();
await page.locator("#error-summary").waitFor();
check("a line with money can't go", (await page.locator("#error-summary").innerText()).includes("已有资金落实，不能删除"));
await button("放弃修改").click();

// On a phone nothing is wider than the page.
await page.setViewportSize({ width: 375, height: 800 });
const wide = await page.evaluate(() => document.documentElement.scrollWidth > 376);
check("the page is no wider than a phone", !wide);
await keep("7-phone");
const faults = office.faults.filter((fault) => !/status of 4\d\d/.test(fault));
check("no console error, exception or CSP violation", faults.length === 0, faults.join(" | "));
await browser.close();
finish();
