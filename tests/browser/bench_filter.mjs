// A filter on 总览 with thousands of communities: another year is chosen over and over. Measured is the task in which the page
// takes the choice and computes every figure, and beside it all script until the charts are drawn (ScriptDuration).
// node bench_filter.mjs BASE COOKIE     Prints a line of JSON, times in milliseconds.
import { launch, withCookie } from "./browser.mjs";

const [base, cookie] = process.argv.slice(2);
const ROUNDS = 40;
const browser = await launch();
try {
  const context = await withCookie(browser, base, cookie);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Performance.enable");
  await page.goto(base + "/");
  await page.locator('[data-figure="L-02"] svg').waitFor({ timeout: 60000 });
  await page.waitForTimeout(1000);
  const scriptTime = async () => {
    const { metrics } = await client.send("Performance.getMetrics");
    return metrics.find((metric) => metric.name === "ScriptDuration").value * 1000;
  };
  await page.evaluate(() => {
    const select = document.querySelector("main .bar select");
    const years = [...select.options].map((option) => option.value).filter((value) => value !== "");
    let turn = 0;
    globalThis.choose = () => new Promise((resolve) => {
      turn += 1;
      select.value = years[turn % years.length];
      const begun = performance.now();
      select.dispatchEvent(new Event("change", { bubbles: true }));
      // Whatever the change has queued for this task runs before the next one.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        const computed = performance.now() - begun;
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(computed)));
      };
      channel.port2.postMessage(0);
    });
  });
  const [times, scripts] = [[], []];
  for (let round = -8; round < ROUNDS; round += 1) {
    const before = await scriptTime();
    const computed = await page.evaluate(() => globalThis.choose());
    if (round < 0) continue;
    times.push(computed);
    scripts.push((await scriptTime()) - before);
  }
  for (const list of [times, scripts]) list.sort((one, other) => one - other);
  console.log(JSON.stringify({ median: times[ROUNDS / 2], p95: times[Math.ceil(ROUNDS * 0.95) - 1], script: scripts[ROUNDS / 2] }));
} finally {
  await browser.close();
}
