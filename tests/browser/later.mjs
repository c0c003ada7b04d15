// A page that is fetched when it is opened, and what happens when it can't be: a word and a way to try again, not an empty page.
// The first page fetches none of them.
// node later.mjs BASE OUT '{"leader": "password"}'
import { mkdirSync } from "node:fs";
import { axe, check, finish, launch, open, signIn } from "./browser.mjs";

const [base, out, passwords] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const browser = await launch();
const session = await open(browser, base);
const { page, context, faults } = session;

const modules = [];
const sheets = [];
page.on("request", (request) => {
  if (request.url().endsWith(".wasm")) modules.push(new URL(request.url()).pathname);
  if (request.url().endsWith(".css")) sheets.push(new URL(request.url()).pathname);
});
await signIn(session, "leader", JSON.parse(passwords).leader);
await page.locator('[data-figure="L-02"] svg').waitFor();
check("the overview fetches one module", new Set(modules).size === 1, modules.join(" "));
check("and no style of later pages", sheets.every((path) => /\/(tokens|style)-/.test(path)), sheets.join(" "));
const first = new Set(modules);
const isLater = (url) => url.pathname.endsWith(".wasm") && !first.has(url.pathname);

// The network goes; a page that is not here yet is asked for.
let refused = 0;
await context.route(isLater, (route) => {
  refused += 1;
  return route.abort("internetdisconnected");
});
check("nothing went wrong before", faults.length === 0, faults.join(" | "));
const link = (path) => page.locator(`nav.side a[href="${path}"]`);
await link("/communities").click();
const note = page.locator("main [role=alert]");
await note.waitFor();
check("the network was asked", refused > 0);
const heading = await page.locator("main h1").innerText();
check("the missing page says so", heading === "页面没有加载成功", heading);
check("the frame is still there", await link("/").isVisible());
await page.screenshot({ path: `${out}/missing.png` });
const violations = await axe(session);
check("axe-core is content with the note", violations.length === 0, violations.join(" | "));
await note.getByRole("button").click();
await note.waitFor();
check("trying in vain says so again", await note.isVisible());
await page.goBack();
await page.locator('[data-figure="L-02"] svg').waitFor();
check("the way back leads to the overview", new URL(page.url()).pathname === "/");
await page.goForward();
await note.waitFor();

// The network is back.
await context.unroute(isLater);
await note.getByRole("button").click();
await page.locator("main table").first().waitFor();
check("the page is here after another try", (await page.locator("main h1").innerText()) === "小区");
const failures = faults.filter((fault) => !/Failed to fetch|ERR_INTERNET_DISCONNECTED/.test(fault));
check("nothing else went wrong", failures.length === 0, failures.join(" | "));
faults.length = 0;
const before = modules.length;
await link("/").click();
await page.locator('[data-figure="L-02"] svg').waitFor();
await link("/communities").click();
await page.locator("main table").first().waitFor();
check("a page is fetched once", modules.length === before, modules.slice(before).join(" "));
check("a page that is opened again asks for no style again", sheets.length === 3, sheets.join(" "));
check("its heading has the focus", await page.evaluate(() => document.activeElement?.id === "page-title"));
check("nothing went wrong after", faults.length === 0, faults.join(" | "));

// A page is shown with its style or not at all.
const isDuties = (url) => /\/duties-[^/]*\.css$/.test(url.pathname);
await context.route(isDuties, (route) => route.abort("internetdisconnected"));
await link("/duties/progress").click();
await note.waitFor();
check("without its style a page is not shown", (await page.locator("main h1").innerText()) === "页面没有加载成功");
await context.unroute(isDuties);
let styled = null;
await context.route(isDuties, async (route) => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  styled = await page.locator("table.heat").count();
  await route.continue();
});
await note.getByRole("button").click();
await page.locator("table.heat td > a, table.heat td > span").first().waitFor();
check("it waits for its style", styled === 0, String(styled));
const ground = await page.locator("table.heat .full").first().evaluate((cell) => getComputedStyle(cell).backgroundColor);
check("and is seen with it", ground !== "rgba(0, 0, 0, 0)", ground);
const count = sheets.length;
await link("/").click();
await page.locator('[data-figure="L-02"] svg').waitFor();
await link("/duties/progress").click();
await page.locator("table.heat").waitFor();
check("a style is fetched once", sheets.length === count, sheets.slice(count).join(" "));
const rest = faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault));
check("nothing else went wrong with it", rest.length === 0, rest.join(" | "));
await browser.close();
finish();
