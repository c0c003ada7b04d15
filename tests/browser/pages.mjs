// Every page of every role's navigation, in both languages, narrow and wide: no console error, no CSP violation, no
// violation of axe-core, no overflow, no text under 12 px, a title in the language, one h1.
// node pages.mjs BASE OUT '{"office": "password", …}'
import { mkdirSync } from "node:fs";
import { axe, check, finish, launch, open, signIn } from "./browser.mjs";

const [base, out, passwords] = process.argv.slice(2);
const secret = JSON.parse(passwords);
mkdirSync(out, { recursive: true });
const browser = await launch();

const settle = async (page) => {
  await page.locator("main h1").first().waitFor();
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.waitForTimeout(250);
};
const smallText = (page) => page.evaluate(() => [...document.querySelectorAll("body *")].filter((element) =>
  [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()) &&
  parseFloat(getComputedStyle(element).fontSize) < 12 && element.getClientRects().length > 0).length);

async function look(session, path, name, language, width) {
  const { page, faults } = session;
  faults.length = 0;
  await page.goto(base + path);
  await settle(page);
  await page.screenshot({ path: `${out}/${name}-${language}-${width}.png`, fullPage: true });
  const inbox = page.locator("header .inbox > summary");
  if (path === "/" && (await inbox.count()) > 0) {
    await inbox.click();
    await page.locator("header .inbox li a small").first().waitFor();
    await page.screenshot({ path: `${out}/${name}-inbox-${language}-${width}.png` });
    const list = await page.locator("header .inbox ul").boundingBox();
    check(`${path} ${language} ${width}: the open inbox is in sight`, list.x >= 0 && list.x + list.width <= width, JSON.stringify(list));
    await inbox.click();
  }
  const where = `${path} ${language} ${width}`;
  if (name === "overview" && width > 1000) {
    // What leaders take to a meeting.
    const paper = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true });
    const sheets = paper.toString("latin1").match(/\/Count (\d+)/)[1];
    check(`${where}: prints on one sheet`, sheets === "1", sheets);
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(`${where}: no overflow`, overflow <= 0, String(overflow));
  check(`${where}: no text under 12 px`, (await smallText(page)) === 0);
  check(`${where}: one h1`, (await page.locator("h1").count()) === 1);
  check(`${where}: a title in the language`, (await page.title()).endsWith(language === "zh" ? "安居" : "Anju"), await page.title());
  check(`${where}: lang says so`, (await page.locator("html").getAttribute("lang")) === (language === "zh" ? "zh-CN" : "en"));
  const violations = await axe(session);
  check(`${where}: axe-core is content`, violations.length === 0, violations.join(" | "));
  check(`${where}: nothing went wrong`, faults.length === 0, faults.join(" | "));
}

/** The pages of a role besides those of the office, which stand below. */
const roles = {
  leader: [["/duties/progress", "progress-leader"], ["/exchange", "exchange-leader"]],
  auditor: [["/audit", "audit"], ["/backups", "backups-auditor"]],
  县应急管理局: [["/", "overview-unit"], ["/duties", "duties"], ["/duties/progress?unit=11", "progress-unit"]],
  owner: [["/reports", "reports-owner"], ["/reports?show=accepted", "reports-owner-accepted"]],
  sysadmin: [["/accounts", "accounts"], ["/backups", "backups"], ["/settings", "server"]],
};

/** A task of the list that the account sees. */
const aTask = (session, query) => session.page.evaluate(
  (query) => fetch(`/api/v1/duties${query}`).then((answer) => answer.json()).then((page) => page.rows[0].id), query);

for (const language of ["zh", "en"]) {
  for (const width of [375, 1280]) {
    const stranger = await open(browser, base, { width, language });
    await look(stranger, "/", "sign-in", language, width);
    await stranger.context.close();
    const session = await open(browser, base, { width, language });
    await signIn(session, "office", secret.office);
    const list = await session.page.evaluate(() => fetch("/api/v1/communities").then((answer) => answer.json()));
    const [sa, sb] = ["GT-0001", "GT-0002"].map((code) => list.rows.find((row) => row.code === code).id);
    const paths = [
      ["/", "overview"], ["/statistics", "statistics"],
      [`/statistics?year=2022&mark=${encodeURIComponent("L-10/县住建局")}&open=1`, "statistics-records"], ["/communities", "communities"], [`/communities/${sa}`, "summary"],
      [`/communities/${sa}/buildings`, "buildings"], [`/communities/${sa}/works`, "works"],
      [`/communities/${sa}/prior`, "prior"], ["/communities/new", "register"],
      [`/communities/${sb}/funding`, "funding"], [`/communities/${sa}/progress`, "progress"],
      [`/communities/${sa}/approvals`, "approvals"], [`/communities/${sa}/consent`, "consent"],
      [`/communities/${sa}/duties`, "dossier-duties"],
      ["/reports", "reports"], [`/reports/${sa}/2022-09`, "report-accepted"], [`/reports/${sa}/2022-10`, "report-office"],
      ["/duties/review", "review"], ["/duties/progress", "duty-progress"],
      [`/duties/progress?unit=11&task=${await aTask(session, "?unit=11&show=closed")}`, "duty-progress-task"],
      [`/communities/${sa}/funding`, "money-of-community"], ["/money", "money"], ["/plans", "plans"], ["/plans/2022", "plan"],
      ["/exchange", "exchange"], ["/exchange/missing", "missing"], ["/settings", "settings"], ["/bodies", "bodies"],
      ["/rules", "rules"], ["/rules/R-18", "rule"], ["/password", "password"], ["/nowhere", "nowhere"],
    ];
    for (const [path, name] of paths) await look(session, path, name, language, width);
    // No page of the navigation is left out of the list above.
    const linked = await session.page.locator("nav.side a").evaluateAll((all) => all.map((one) => new URL(one.href).pathname));
    for (const path of linked) check(`${path} is looked at`, paths.some(([known]) => known === path), path);
    await session.context.close();
    for (const [role, pages] of Object.entries(roles)) {
      const other = await open(browser, base, { width, language });
      await signIn(other, role, secret[role]);
      for (const [path, name] of pages) await look(other, path, name, language, width);
      if (role === "县应急管理局") {
        await look(other, `/duties/${await aTask(other, "?show=open")}`, "duty", language, width);
        const list = await other.page.evaluate(() => fetch("/api/v1/duties?show=open").then((answer) => answer.json()));
        const place = list.rows.find((row) => row.project_community).project_community;
        await look(other, `/duties?community=${place}`, "duties-filtered", language, width);
        await look(other, `/duties/community/${place}`, "community", language, width);
      }
      if (role === "owner") {
        const all = await other.page.evaluate(() => fetch("/api/v1/reports").then((answer) => answer.json()));
        await look(other, `/reports/${all.rows[0].project_community}/2022-10`, "report-form", language, width);
      }
      await other.context.close();
    }
  }
}
await browser.close();
finish();
