// What every browser test shares: a Chromium, a context that notes everything that went wrong in it, signing in.
// Needs: ANJU_CHROME (path of the browser), ANJU_NODE_MODULES (folder with playwright-core and axe-core).
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(process.env.ANJU_NODE_MODULES + "/");
const { chromium } = require("playwright-core");

const QUIET = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
];

export const launch = () => chromium.launch({ executablePath: process.env.ANJU_CHROME, args: QUIET });

/** A context with a page; `faults` collects console errors, exceptions, failed requests and CSP violations. */
export async function open(browser, base, { width = 1280, height = 900, language = "zh" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const faults = [];
  await context.addInitScript((language) => {
    localStorage.setItem("anju.language", language);
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`CSP violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
  }, language);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text().slice(0, 300)}`);
  });
  page.on("pageerror", (error) => faults.push(`exception: ${String(error).slice(0, 300)}`));
  page.on("response", (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return { context, page, faults, base };
}

/** A context whose session exists already; `cookie` is `name=value`. */
export async function withCookie(browser, base, cookie) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const [name, value] = cookie.split("=");
  await context.addCookies([{ name, value, url: base, httpOnly: true, sameSite: "Strict" }]);
  // The page asks for a session only where somebody has signed in before.
  await context.addInitScript(() => localStorage.setItem("anju.signed-in", "yes"));
  return context;
}

export async function signIn(session, user, password) {
  const { page, base } = session;
  await page.goto(base + "/");
  const form = page.locator("main form");
  await form.locator("input").nth(0).fill(user);
  await form.locator("input[type=password]").fill(password);
  await form.locator("button[type=submit]").click();
  await page.locator("nav.side").waitFor({ state: "attached" });
}

/** Violations of axe-core, run outside the page's own policy. */
export async function axe(session) {
  const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  const client = await session.context.newCDPSession(session.page);
  // A colour on its way is neither the one nor the other.
  await session.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => {
    const ends = (animation) => animation.effect.getComputedTiming().endTime !== Infinity;
    return Promise.allSettled(document.getAnimations().filter(ends).map((animation) => animation.finished)).then(() => null);
  }));
  const expression = `${source};axe.run().then((result) => JSON.stringify(result.violations.map((violation) =>
    violation.id + " × " + violation.nodes.length + ": " + violation.nodes[0].target.join(" "))))`;
  const answer = await client.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  await client.detach();
  return JSON.parse(answer.result.value);
}

let failed = 0;
let passed = 0;

/** Notes one check; a test file ends with `finish`. */
export function check(what, good, seen = "") {
  if (good) {
    passed += 1;
    console.log(`ok   ${what}`);
  } else {
    failed += 1;
    console.log(`FAIL ${what}${seen === "" ? "" : `: ${seen}`}`);
  }
}

export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

/** Waits until `read` gives something for which `good` holds; answers how long it took, or null after `patience` ms. */
export async function until(read, good, patience = 15000) {
  const begun = performance.now();
  for (;;) {
    if (good(await read())) return performance.now() - begun;
    if (performance.now() - begun > patience) return null;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
