// A leader sees on 总览 that a community lags, and finds in 统计分析 why and who answers for it: cross filters, records, dossier.
// With the mouse and with the keyboard alone; back and forward; files and pictures of a chart.
// node statistics.mjs BASE OUT '{"leader": "password"}'
import { readFileSync } from "node:fs";
import { axe, check, finish, launch, open, signIn, until } from "./browser.mjs";

const [base, out, passwords] = process.argv.slice(2);
const secret = JSON.parse(passwords);
const browser = await launch();
const leader = await open(browser, base);
const { page, faults } = leader;
await leader.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: base });
await signIn(leader, "leader", secret.leader);

const figure = (id) => page.locator(`[data-figure="${id}"]`);
const mark = (id, row) => page.locator(`[data-panel="${id}"] [data-row="${row}"]`).first();
const message = (id) => figure(id).locator(".msg").innerText();
const query = () => new URL(page.url()).searchParams;
const drawn = (id) => figure(id).locator("svg").waitFor({ state: "attached" });
const seen = async (what, id, good) => {
  const took = await until(() => message(id), good);
  check(what, took !== null, await message(id));
};

// 1 The overview says that a community lags; the statistics are a place of the navigation.
await figure("L-11").locator("svg").waitFor();
check("the overview tells a lag", (await page.locator("main").innerText()).includes("滞后10.0个百分点"));
await page.locator("nav.side a[href='/statistics']").click();
await drawn("L-01");
const ids = ["L-01", "L-02", "L-03", "L-04", "L-05", "L-06", "L-06-community", "L-07", "L-08", "L-08-operator", "L-09", "L-10", "L-10-month", "L-11", "L-14", "L-18", "L-19"];
for (const id of ids) await figure(id).waitFor({ state: "attached" });
const order = await page.locator("[data-figure]").evaluateAll((all) => all.map((one) => one.dataset.figure));
check("every chart stands here, in order", order.join(" ") === ids.join(" "), order.join(" "));
await page.screenshot({ path: `${out}/1-statistics.png`, fullPage: true });
check("axe-core is content", (await axe(leader)).length === 0, (await axe(leader)).join(" | "));

// 2 A click narrows all other charts, stands in the address and as a chip; the chart itself keeps its other marks.
await drawn("L-10");
await mark("L-10", "县住建局").click();
await until(() => query().get("unit"), (unit) => unit === "县住建局");
check("the unit stands in the address", query().get("unit") === "县住建局", page.url());
await seen("the stages follow", "L-02", (text) => text.includes("储备1个"));
check("the chip says so", (await page.locator(".chips").innerText()).includes("建设单位：县住建局"));
check("the chosen mark stands out", (await until(() => mark("L-10", "县住建局").getAttribute("class"), (name) => name.includes("chosen"))) !== null);
await mark("L-05", "省级").click();
await seen("a source narrows to the communities that have it", "L-02", (text) => text === "续建1个。" || text === "本年新开工1个。");
check("both conditions are chips", (await page.locator(".chips .chip").count()) === 2);
await page.screenshot({ path: `${out}/2-narrowed.png`, fullPage: true });

// 3 Back and forward lead through the steps; a chip takes its condition away.
await page.goBack();
await seen("back widens the source", "L-02", (text) => text.includes("储备1个"));
await page.goForward();
await until(() => query().get("source"), (source) => source === "省级");
check("forward narrows again", query().get("source") === "省级", page.url());
await page.locator(".chip", { hasText: "资金来源" }).click();
await until(() => query().get("source"), (source) => source === null);
check("a chip takes its condition away", query().get("source") === null && query().get("unit") === "县住建局", page.url());
await mark("L-10", "县住建局").click();
await until(() => query().get("unit"), (unit) => unit === null);
check("a second click widens", query().get("unit") === null, page.url());

// 4 By keyboard alone: to the month with the lag, its records, who answers, the dossier.
await drawn("L-11");
const first = page.locator('[data-panel="L-11"] .mark-spot[tabindex="0"]');
await first.focus();
await page.keyboard.press("Home");
for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowRight");
check("the arrow keys come to September", (await figure("L-11").locator("[role=tooltip]").innerText()).includes("2022年9月"));
await page.keyboard.press("Enter");
const listed = page.locator(".listed");
await listed.waitFor();
const told = await listed.innerText();
check("the records name the community, its owner and manager", ["样例甲小区", "县住建局", "样例责任人甲", "10.0", "74.0", "64.0"].every((word) => told.includes(word)), told);
check("the focus is on the records", await until(() => page.evaluate(() => document.activeElement?.tagName), (tag) => tag === "H3") !== null);
check("the state of the records stands in the address", query().get("mark") === "L-11/2022-09" && query().get("open") === "1", page.url());
await page.screenshot({ path: `${out}/3-records.png`, fullPage: true });
await page.keyboard.press("Escape");
await listed.waitFor({ state: "detached" });
check("Escape leads back to the mark", await until(() => page.evaluate(() => document.activeElement?.getAttribute("data-row")), (row) => row === "2022-09") !== null);
await page.keyboard.press("Space");
await until(() => query().get("from"), (from) => from === "2022-09");
await seen("the month narrows what is told by month", "L-10", (text) => text.includes("应报1份"));
check("months are explained", (await page.locator(".chips").innerText()).includes("按月统计"));
await page.goBack();
await page.goBack();
await listed.waitFor();
await listed.locator("a", { hasText: "样例甲小区" }).click();
await page.waitForURL("**/communities/*/progress");
const opened = await until(() => page.locator("main h1").first().innerText(), (text) => text.includes("样例甲小区"));
check("the dossier opens at its progress", opened !== null);
await page.goBack();
await drawn("L-11");
check("back leads to the records again", query().get("mark") === "L-11/2022-09", page.url());

// 5 A chart as a file, as a picture, and in the clipboard.
await page.goto(base + "/statistics?year=2022");
await drawn("L-08");
const menu = async (id, name) => {
  await figure(id).locator("summary").click();
  await figure(id).getByRole("button", { name, exact: true }).click();
};
for (const [name, end, begins] of [["下载图片", ".png", "\x89PNG"], ["下载SVG", ".svg", "<svg"], ["下载CSV", ".csv", "\xef\xbb\xbf"], ["下载Excel表格", ".xlsx", "PK"]]) {
  const coming = page.waitForEvent("download");
  await menu("L-08", name);
  const file = await coming;
  const bytes = readFileSync(await file.path()).toString("latin1");
  check(`${name} gives a file`, file.suggestedFilename().endsWith(`_2022-10-08${end}`) && bytes.startsWith(begins), file.suggestedFilename());
}
const size = await page.evaluate(() => devicePixelRatio);
await menu("L-08", "复制图片");
await until(() => figure("L-08").innerText(), (text) => text.includes("图片已复制"));
const pasted = await page.evaluate(async () => {
  const [item] = await navigator.clipboard.read();
  const image = await createImageBitmap(await item.getType("image/png"));
  return { width: image.width, types: item.types };
});
check("what is pasted is twice as fine", pasted.width === 960 * Math.max(2, size), JSON.stringify(pasted));
await page.evaluate(() => { navigator.clipboard.write = () => Promise.reject(new Error("refused")); });
await menu("L-08", "复制图片");
check("a browser that refuses is told of", (await until(() => figure("L-08").innerText(), (text) => text.includes("浏览器不允许复制图片"))) !== null);
await menu("L-08", "表格");
check("the table has the same rows", (await figure("L-08").locator("table").innerText()).includes("33.19%"));

// 6 What can't be read in the address does not restrict.
await page.goto(base + "/statistics?year=x&stage=%00&community=1&source=x&class=&from=2022-13&mark=L-99/x&open=1");
await drawn("L-02");
check("nonsense in the address is no filter", (await page.locator(".chips .chip").count()) === 0 && (await message("L-02")).includes("储备3个"), await message("L-02"));

check("nothing went wrong", faults.length === 0, faults.join(" | "));
await browser.close();
finish();
