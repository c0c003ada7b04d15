// From the residents' vote to the start of works, as the office walks it; another community by a recorded fact, whose open
// finding is closed.
// node approvals.mjs BASE OUT '{"office": "password", "leader": "password"}'
import { mkdirSync } from "node:fs";
import { axe, check, finish, launch, open, signIn, until } from "./browser.mjs";

const [base, out, passwords] = process.argv.slice(2);
const secret = JSON.parse(passwords);
mkdirSync(out, { recursive: true });
const browser = await launch();
const office = await open(browser, base);
const { page } = office;
const keep = (session, name) => session.page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
const button = (name) => page.getByRole("button", { name, exact: true });
const verdict = (part) => page.waitForResponse((answer) => answer.url().includes(part) && answer.request().method() !== "GET");
const main = () => page.locator("main").innerText();
const fetched = (path) => page.evaluate((path) => fetch(path).then((answer) => answer.json()), path);
const dossierOf = async (code) => (await fetched("/api/v1/communities")).rows.find((row) => row.code === code).id;
/** Enters a step: opens its form, fills these fields, saves; gives the answer. */
const enter = async (name, fields) => {
  await button(`登记${name}`).click();
  const form = page.locator("tr.opened form");
  await form.waitFor();
  await fields(form);
  const [answer] = await Promise.all([verdict("/approvals"), form.getByRole("button", { name: "保存", exact: true }).click()]);
  if (answer.status() === 200) await form.waitFor({ state: "detached" });
  return answer;
};
const passes = (code, date) => async (form) => {
  await form.locator(`#step-${code}-status`).selectOption("通过");
  await form.locator(`#step-${code}-date`).fill(date);
};

await signIn(office, "office", secret.office);
const sc = await dossierOf("GT-0003");

// 1 A vote is reckoned while it is typed.
await page.goto(`${base}/communities/${sc}/consent`);
await button("添加表决").click();
await button("按小区户数、面积填入总数").click();
check("the totals are those of the community", (await page.locator("#vote-owners-total").inputValue()) === "196");
await page.locator("#vote-owners-participating").fill("119");
await page.locator("#vote-owners-agreeing").fill("119");
await page.locator("#vote-area-participating").fill("9,146.66");
await page.locator("#vote-area-agreeing").fill("9,146.66");
await until(main, (text) => text.includes("还差参与12户和0.01㎡"));
check("what the vote lacks is said to the last household", (await main()).includes("还差参与12户和0.01㎡"), await main());
check("axe-core is content with the vote", (await axe(office)).length === 0, (await axe(office)).join(" | "));
await keep(office, "1-vote");
await page.locator("#vote-ended").fill("2022-10-01");
const save = () => page.locator("form.entry-form").getByRole("button", { name: "保存", exact: true });
const [short] = await Promise.all([verdict("/consent-rounds"), save().click()]);
check("it is saved as it was counted", short.status() === 200, await short.text());
await page.locator(".vote").waitFor();

// 2 With it S01 can't pass; the refusal leads to where it is mended.
await page.goto(`${base}/communities/${sc}/approvals`);
await page.locator("table.list").first().waitFor();
const steps = await main();
check("a step that is left out says so", steps.includes("本项目无此事项") && steps.includes("不加装电梯"), steps.slice(0, 900));
check("a waived step has its clause and reason", steps.includes("不增加面积、不改变结构和功能"));
check("axe-core is content with the steps", (await axe(office)).length === 0, (await axe(office)).join(" | "));
await keep(office, "2-steps");
const early = await enter("居民同意改造方案", passes("S01", "2022-10-02"));
check("without consent S01 does not pass", early.status() === 422, await early.text());
await page.locator("tr.opened .errors a").first().click();
await page.waitForURL(/\/consent$/);
await button("修改").click();
for (const [field, value] of [["owners-participating", "131"], ["owners-agreeing", "99"], ["area-participating", "9146.67"], ["area-agreeing", "6860.01"]]) {
  await page.locator(`#vote-${field}`).fill(value);
}
await until(main, (text) => text.includes("达到法定比例"));
const [enough] = await Promise.all([verdict("/consent-rounds"), save().click()]);
check("the mended vote is saved", enough.status() === 200, await enough.text());

// 3 The steps, one after the other and each at once after the other: the dossier is read slowly, and what is saved next is saved
// on what was saved before.
const slowly = async (route) => {
  await new Promise((resolve) => setTimeout(resolve, 400));
  await route.continue();
};
await page.route(/\/api\/v1\/dossiers\/[0-9a-f-]+$/, slowly);
await page.goto(`${base}/communities/${sc}/approvals`);
const entered = [];
const note = async (name, fields) => entered.push([name, await enter(name, fields).then(async (answer) => `${answer.status()} ${await answer.text()}`)]);
await note("居民同意改造方案", passes("S01", "2022-10-02"));
await note("联合审查改造方案", async (form) => {
  await passes("S02", "2022-10-02")(form);
  await form.getByRole("button", { name: "全部通过" }).click();
  await form.locator("#reviewed-on").fill("2022-10-02");
});
await note("可行性研究报告（代初步设计）", async (form) => {
  await passes("S03", "2022-10-03")(form);
  await form.getByLabel("达到初步设计深度").check();
  await form.locator("#step-code").fill("2209-620724-04-01-123456");
  await form.getByRole("button", { name: "按投资明细填入" }).click();
  await keep(office, "3-study");
});
await note("用地规划许可", async (form) => form.locator("#step-land-paper").fill("已有用地手续"));
await note("施工许可证", passes("S07", "2022-10-05"));
await note("工程质量监督手续", passes("S08", "2022-10-05"));
await note("招标采购", async (form) => {
  await passes("S13", "2022-10-04")(form);
  await form.locator("#step-contract").fill("2022-10-05");
});
await page.unroute(/\/api\/v1\/dossiers\/[0-9a-f-]+$/, slowly);
check("every step is saved", entered.every(([, said]) => said.startsWith("200")), entered.filter(([, said]) => !said.startsWith("200")).join(" | "));

// A step that two people enter: the draft survives a reload, and both versions stand side by side.
await button("登记竣工联合验收").click();
const acceptance = page.locator("tr.opened form");
await page.locator("#step-S09-doc").fill("样验〔2022〕1号");
await page.locator("#step-S09-limit").fill("15");
await until(() => page.evaluate(() => Object.keys(localStorage).some((name) => name.startsWith("anju.draft.step-S09/"))), Boolean);
await page.reload();
await button("登记竣工联合验收").click();
await until(() => page.locator("#step-S09-doc").inputValue(), (text) => text === "样验〔2022〕1号");
check("the draft of a step survives a reload", (await acceptance.innerText()).includes("已恢复本机草稿"), await acceptance.innerText());
const meanwhile = await page.evaluate(async (id) => {
  const path = `/api/v1/dossiers/${id}`;
  const { project } = await fetch(path).then((answer) => answer.json());
  const headers = { "content-type": "application/json", "if-match": `"${project.version}"`, "idempotency-key": "meanwhile" };
  const body = JSON.stringify({ steps: [{ step: "S09", status: "未报", doc_no: "样验〔2022〕9号", planned_on: "2022-12-20" }] });
  return (await fetch(`${path}/approvals`, { method: "PUT", headers, body })).status;
}, sc);
check("somebody else saves the same step", meanwhile === 200, String(meanwhile));
await until(() => acceptance.innerText(), (text) => text.includes("他人已保存"));
const sides = await acceptance.locator("table.versions").innerText();
check("both versions stand side by side", sides.includes("样验〔2022〕9号") && sides.includes("样验〔2022〕1号"), sides);
check("axe-core is content with both versions", (await axe(office)).length === 0, (await axe(office)).join(" | "));
await keep(office, "3-both");
await acceptance.getByRole("button", { name: "载入最新内容并保留我的修改" }).click();
check("the other's day comes in and the own number stays", (await page.locator("#step-S09-planned").inputValue()) === "2022-12-20" && (await page.locator("#step-S09-doc").inputValue()) === "样验〔2022〕1号");
const [kept] = await Promise.all([verdict("/approvals"), acceptance.getByRole("button", { name: "保存", exact: true }).click()]);
check("then it is saved", kept.status() === 200, await kept.text());
await acceptance.waitFor({ state: "detached" });

// 4 开工: too early it says what is missing, with its papers it starts.
await button("登记开工").click();
const day = page.locator("#stage-day");
await day.fill("2022-10-04");
const dialog = page.locator("dialog[open]");
await until(() => dialog.innerText(), (text) => text.includes("施工许可证取得日期晚于开工日期"));
check("a permit after the start is foretold", (await dialog.innerText()).includes("施工许可证取得日期晚于开工日期"), await dialog.innerText());
check("and leads to where it is mended", (await dialog.locator('.stops a[href$="/approvals"]').count()) > 0);
check("axe-core is content with the dialog", (await axe(office)).length === 0, (await axe(office)).join(" | "));
await keep(office, "4-early");
await day.fill("2022-10-05");
await until(() => dialog.innerText(), (text) => text.includes("没有须解决事项"));
const [started] = await Promise.all([verdict("/start"), dialog.getByRole("button", { name: "提交", exact: true }).click()]);
check("with its papers the works start", started.status() === 200, await started.text());
const stage = () => page.locator(".tag").first().innerText();
await until(stage, (text) => text === "新开工");
check("the head shows the stage", (await stage()) === "新开工", await stage());
await keep(office, "5-started");

// 5 Another community enters the plan as a fact; what stood against it is to be mended, and is closed.
const sb = await dossierOf("GT-0002");
const gap = await page.evaluate(async (id) => {
  const path = `/api/v1/dossiers/${id}`;
  const { project_community: entry } = await fetch(path).then((answer) => answer.json());
  entry.commitments[0].amount -= 10000;
  const headers = { "content-type": "application/json", "if-match": `"${entry.version}"`, "idempotency-key": "gap" };
  const answer = await fetch(`${path}/funding`, { method: "PUT", headers, body: JSON.stringify({ commitments: entry.commitments }) });
  return answer.status;
}, sb);
check("the second community has a gap", gap === 200, String(gap));
await page.goto(`${base}/communities/${sb}/approvals`);
await button("据实登记").click();
await dialog.locator("#fact-doc").fill("样例〔2022〕7号");
await until(() => dialog.innerText(), (text) => text.includes("将列入手续补办"));
await dialog.getByRole("button", { name: "提交", exact: true }).click();
await until(() => dialog.innerText(), (text) => text.includes("缺少必填内容"));
check("a reason must be given", (await dialog.innerText()).includes("缺少必填内容"), await dialog.innerText());
await dialog.locator("#fact-reason").fill("已随上级计划下达");
await keep(office, "6-fact");
const [fact] = await Promise.all([verdict("/facts"), dialog.getByRole("button", { name: "提交", exact: true }).click()]);
check("the fact is recorded", fact.status() === 200, await fact.text());
const list = page.locator(".open-findings");
await until(() => list.innerText(), (text) => text.includes("待补办"));
const before = (await list.innerText()).split("待补办").length;
await keep(office, "7-open");
await list.getByRole("button", { name: "办结", exact: true }).first().click();
await dialog.locator("#closure-reason").fill("缺口由下年度预算安排");
await dialog.locator("#closure-doc").fill("县财政局说明");
const [closed] = await Promise.all([verdict("/closures"), dialog.getByRole("button", { name: "办结", exact: true }).click()]);
check("what can't be mended is closed", closed.status() === 200, await closed.text());
await until(() => list.innerText(), (text) => text.split("待补办").length === before - 1);
check("and counts as open no more", (await list.innerText()).includes("县财政局说明"), await list.innerText());

// 6 On a phone and in English nothing runs out of the page; a leader reads and changes nothing.
for (const [width, language] of [[375, "zh"], [375, "en"], [1280, "en"]]) {
  const reader = await open(browser, base, { width, height: 800, language });
  await signIn(reader, "leader", secret.leader);
  for (const tab of ["approvals", "consent"]) {
    await reader.page.goto(`${base}/communities/${sc}/${tab}`);
    await reader.page.locator(`.sheet.${tab}`).waitFor();
    const wide = await reader.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check(`${tab} fits ${width} px in ${language}`, wide <= 0, String(wide));
    check(`axe-core is content with ${tab} at ${width} px in ${language}`, (await axe(reader)).length === 0, (await axe(reader)).join(" | "));
    await keep(reader, `8-${tab}-${width}-${language}`);
  }
  check("a leader has no act", (await reader.page.locator(".stage-acts button, .row-acts button").count()) === 0);
  check(`no fault for the leader at ${width} px`, reader.faults.length === 0, reader.faults.join(" | "));
}

// A refused act is a 4xx by intention; the browser notes each as a failed resource.
const faults = office.faults.filter((fault) => !/status of 4\d\d/.test(fault));
check("no console error, exception or CSP violation for the office", faults.length === 0, faults.join(" | "));
await browser.close();
finish();
