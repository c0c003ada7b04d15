// A filter on 总览 with thousands of communities: another year is chosen over and over, first as the page opens (the warnings in
// sight), then with the charts in sight. Measured is the task in which the page takes the choice, computes and draws what is in
// sight; and all script until the other charts, one a frame, are drawn too (ScriptDuration).
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
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    globalThis.choose = async (frames) => {
      turn += 1;
      select.value = years[turn % years.length];
      const begun = performance.now();
      select.dispatchEvent(new Event("change", { bubbles: true }));
      // Whatever the change has queued for this task runs before the next one.
      const { port1, port2 } = new MessageChannel();
      const next = new Promise((resolve) => { port1.onmessage = () => resolve(performance.now() - begun); });
      port2.postMessage(0);
      const computed = await next;
      for (let passed = 0; passed < frames; passed += 1) await frame();
      return computed;
    };
  });
  const figures = await page.locator("[data-figure]").count();
  const measured = async () => {
    const [times, scripts] = [[], []];
    for (let round = -8; round < ROUNDS; round += 1) {
      const before = await scriptTime();
      // Every chart and the row of warnings have their frame, and one more until the last is drawn.
      const computed = await page.evaluate((frames) => globalThis.choose(frames), figures + 2);
      if (round < 0) continue;
      times.push(computed);
      scripts.push((await scriptTime()) - before);
    }
    for (const list of [times, scripts]) list.sort((one, other) => one - other);
    return { median: times[ROUNDS / 2], p95: times[Math.ceil(ROUNDS * 0.95) - 1], script: scripts[ROUNDS / 2] };
  };
  const opened = await measured();
  await page.locator('[data-figure="L-07"]').evaluate((figure) => figure.scrollIntoView());
  const charts = await measured();
  console.log(JSON.stringify({ ...opened, charts: charts.median, charts_p95: charts.p95 }));
} finally {
  await browser.close();
}
