// From the start of the navigation to the first chart painted, with a session but nothing in the cache.
// node bench_first_chart.mjs BASE COOKIE     Prints a line of JSON, times in milliseconds.
import { launch, withCookie } from "./browser.mjs";

const [base, cookie] = process.argv.slice(2);
const ROUNDS = 9;
const times = [];
for (let round = 0; round < ROUNDS; round += 1) {
  // A new browser has a new profile: no file, no compiled module, no connection is left from before.
  const browser = await launch();
  try {
    const page = await (await withCookie(browser, base, cookie)).newPage();
    await page.addInitScript(() => {
      globalThis.firstChart = new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error("no chart within 20 s")), 20_000);
        const look = () => {
          if (document.querySelector("[data-figure] svg") === null) {
            requestAnimationFrame(look);
            return;
          }
          // This frame paints it; the next task comes after the paint. The clock began with the navigation.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now());
          requestAnimationFrame(() => channel.port2.postMessage(null));
        };
        requestAnimationFrame(look);
      });
    });
    await page.goto(base + "/", { waitUntil: "commit" });
    times.push(await page.evaluate(() => globalThis.firstChart));
  } finally {
    await browser.close();
  }
}
times.sort((one, other) => one - other);
console.log(JSON.stringify({ median: times[(ROUNDS - 1) / 2], slowest: times[ROUNDS - 1] }));
