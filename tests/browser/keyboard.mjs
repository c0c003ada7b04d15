// Whole journeys without a mouse: signing in, a duty with its file from the unit to the office and back, a leader from a chart
// to its records, a clerk who changes a sum, an administrator who makes a backup. Each step reaches its place by Tab alone, and
// where the focus stands can be seen.
// node keyboard.mjs BASE OUT '{"office": "password", "leader": "password", …}'
import { mkdirSync } from "node:fs";
import { check, finish, launch, open, until } from "./browser.mjs";

const [base, out, passwords] = process.argv.slice(2);
const secret = JSON.parse(passwords);
mkdirSync(out, { recursive: true });
const UNIT = "县应急管理局";
const browser = await launch();
const PHOTO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const mainText = (page) => page.locator("main").innerText();

/** What stands in focus, and whether one sees that it does. */
const focused = (page) => page.evaluate(() => {
  const here = document.activeElement;
  if (!here || here === document.body) return { name: "", seen: true };
  // A file input that is laid over its label shows its focus there.
  const shown = [here, here.parentElement, here.closest("label"), here.closest("svg")].filter(Boolean);
  const seen = shown.some((element) => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  });
  return { name: `${here.tagName.toLowerCase()}.${here.className?.baseVal ?? here.className} “${(here.innerText ?? "").trim().slice(0, 20)}”`, seen };
});

/** Presses Tab until the place has the focus; a place that can't be reached, or a stop that can't be seen, fails. */
async function reach(page, place, what, backwards = false) {
  const wanted = await place.first().elementHandle();
  const unseen = [];
  let presses = 0;
  let there = await wanted.evaluate((element) => element === document.activeElement);
  while (!there && presses < 200) {
    await page.keyboard.press(backwards ? "Shift+Tab" : "Tab");
    presses += 1;
    const { name, seen } = await focused(page);
    if (!seen) unseen.push(name);
    there = await wanted.evaluate((element) => element === document.activeElement);
  }
  check(`${what} is reached by Tab`, there, `not after ${presses} presses`);
  check(`on the way to ${what} the focus is seen`, unseen.length === 0, [...new Set(unseen)].slice(0, 5).join(", "));
}
const type = async (page, place, what, text) => {
  await reach(page, place, what);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
};
const press = async (page, place, what, key = "Enter") => {
  await reach(page, place, what);
  await page.keyboard.press(key);
};
const button = (page, name) => page.locator("main").getByRole("button", { name, exact: true });

async function signIn(user) {
  const session = await open(browser, base);
  const { page } = session;
  await page.goto(base + "/");
  const form = page.locator("main form");
  await form.waitFor();
  await type(page, form.locator("input").nth(0), `the name of ${user}`, user);
  await type(page, form.locator("input[type=password]"), "the password", secret[user]);
  await page.keyboard.press("Enter");
  await page.locator("nav.side").waitFor({ state: "attached" });
  return session;
}

// 1 The unit: from the head into its overdue task, words, a file, sent.
const unit = await signIn(UNIT);
await until(() => unit.page.locator("header .inbox .count").count(), (count) => count === 1);
await press(unit.page, unit.page.locator("header .inbox summary"), "待办");
const urgent = unit.page.locator("header .inbox li a", { hasText: "11.2" });
await urgent.first().waitFor();
await press(unit.page, urgent, "the overdue task");
await unit.page.getByLabel("办理情况", { exact: true }).waitFor();
await type(unit.page, unit.page.getByLabel("办理情况", { exact: true }), "办理情况", "已复查8栋楼安防设施。");
const input = unit.page.locator(".task .drop .choose input");
// Asked for before the place is reached: the browser has to know that its dialog is answered by a script.
const opened = unit.page.waitForEvent("filechooser");
await reach(unit.page, input, "the picker of files");
await unit.page.keyboard.press("Enter");
const chooser = await opened;
await chooser.setFiles([{ name: "检查记录.png", mimeType: "image/png", buffer: PHOTO }]);
await until(() => unit.page.locator(".files").innerText(), (text) => text.includes("已上传"));
await press(unit.page, unit.page.locator(".task-acts .btn.main"), "提交");
await until(() => mainText(unit.page), (text) => text.includes("已提交，等待"));
check("the unit has sent its task without a mouse", (await mainText(unit.page)).includes("已提交，等待"));
await unit.page.screenshot({ path: `${out}/unit.png`, fullPage: true });

// 2 The office returns it, saying why, and accepts another one.
const office = await signIn("office");
await press(office.page, office.page.locator("nav.side").getByRole("link", { name: "待审核" }), "待审核");
const sent = office.page.locator("table.duties td.title a", { hasText: "11.2" });
await sent.first().waitFor();
await press(office.page, sent, "the task that was sent");
await office.page.getByLabel("缺什么").waitFor();
await type(office.page, office.page.getByLabel("缺什么"), "缺什么", "照片不清");
await press(office.page, button(office.page, "退回补正"), "退回补正");
await until(() => mainText(unit.page), (text) => text.includes("退回补正：照片不清"));
check("the office has returned it without a mouse", (await mainText(unit.page)).includes("退回补正：照片不清"));

// 3 A clerk changes a sum until a rule speaks, and leaves it.
await office.page.goto(`${base}/communities`);
await office.page.locator("main table tbody.rows tr").first().waitFor();
await press(office.page, office.page.locator("main table a", { hasText: "样例乙单栋楼" }), "a community");
await office.page.locator("main [role=tab], main nav.tabs a, main .tabs a").first().waitFor();
await press(office.page, office.page.locator("main").getByRole("link", { name: /资金/ }).or(office.page.getByRole("tab", { name: /资金/ })), "资金");
const amounts = office.page.locator("main table input[inputmode=decimal]");
await amounts.first().waitFor();
const values = await amounts.evaluateAll((all) => all.map((one) => one.value));
const place = values.indexOf("6.51");
check("the operator's sum is there", place >= 0, values.join(" "));
await type(office.page, amounts.nth(Math.max(place, 0)), "the operator's sum", "6.50");
await until(() => mainText(office.page), (text) => text.includes("29.97"));
check("R-18 speaks while one types", (await mainText(office.page)).includes("29.97"));

// 4 A leader walks the marks of a chart and follows one to its records.
const leader = await signIn("leader");
const figure = leader.page.locator('[data-figure="L-09"]');
await figure.locator("[data-mark]").first().waitFor({ state: "attached" });
await reach(leader.page, figure.locator("[data-mark]"), "the marks of a chart");
const told = () => leader.page.locator("[role=tooltip]").first().innerText().catch(() => "");
const first = await told();
await leader.page.keyboard.press("ArrowDown");
await until(told, (text) => text !== "" && text !== first);
check("arrow keys walk the marks, and each says what it is", (await told()) !== "" && (await told()) !== first, await told());
await leader.page.keyboard.press("Enter");
await until(() => leader.page.url(), (url) => url.includes("/duties/progress"));
check("Enter leads to the records", leader.page.url().includes("/duties/progress?unit="), leader.page.url());
await leader.page.locator(".unit-tasks h2").waitFor();

// 5 An administrator makes a backup and reads that it is proved.
const keeper = await signIn("sysadmin");
await press(keeper.page, keeper.page.locator("nav.side").getByRole("link", { name: "备份恢复" }), "备份恢复");
await button(keeper.page, "立即备份").waitFor();
await press(keeper.page, button(keeper.page, "立即备份"), "立即备份");
await until(() => mainText(keeper.page), (text) => text.includes("最近一次通过验证的备份"), 60_000);
check("a backup is made and proved", (await mainText(keeper.page)).includes("最近一次通过验证的备份"), (await mainText(keeper.page)).slice(0, 300));
await keeper.page.screenshot({ path: `${out}/backup.png`, fullPage: true });

for (const [name, session] of Object.entries({ unit, office, leader, keeper })) {
  check(`nothing went wrong for ${name}`, session.faults.length === 0, session.faults.join(" | "));
}
await browser.close();
finish();
