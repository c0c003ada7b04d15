// The redraw of one chart in the page, script only: the place of a chart is made a pixel narrower or wider, and the page draws
// this chart anew, puts it in and moves the layer of its marks. Style, layout and paint do not count; the browser tells them
// apart itself (ScriptDuration). Beside it stands the part until the drawing is in the page, without the layer of marks.
// node bench_redraw.mjs BASE COOKIE     Prints a line of JSON, times in milliseconds.
import { launch, withCookie } from "./browser.mjs";

const [base, cookie] = process.argv.slice(2);
const ROUNDS = 60;
const MONTHS = 600;

/** Facts with a progress plan of fifty years and reports for half of them: a curve of 600 points. */
const stretched = (facts) => {
  const month = (at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  const started = facts.communities.find((community) => community.reports.length > 0);
  const planned = (at) => Math.round((1000 * (at + 1)) / MONTHS);
  const [report] = started.reports;
  started.baseline = Array.from({ length: MONTHS }, (_, at) => [month(at), planned(at)]);
  started.reports = Array.from({ length: MONTHS / 2 }, (_, at) => ({ ...report, period: month(at), cum_progress: Math.floor(planned(at) * 0.85) }));
  return facts;
};

const browser = await launch();
try {
  const context = await withCookie(browser, base, cookie);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const next = globalThis.requestAnimationFrame;
    const { set, ...inner } = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML");
    let begun = 0;
    // The page draws within a frame's callback; the drawing is in when its markup was given to its place.
    globalThis.requestAnimationFrame = (act) => next((time) => {
      begun = performance.now();
      act(time);
    });
    Object.defineProperty(Element.prototype, "innerHTML", {
      ...inner,
      set(markup) {
        set.call(this, markup);
        globalThis.drawn = performance.now() - begun;
      },
    });
  });
  const client = await context.newCDPSession(page);
  await client.send("Performance.enable");
  const scriptTime = async () => {
    const { metrics } = await client.send("Performance.getMetrics");
    return metrics.find((metric) => metric.name === "ScriptDuration").value * 1000;
  };
  const evaluate = async (expression) => {
    const answer = await client.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value;
  };
  const measure = async (id, count) => {
    const found = await evaluate(`{
      const figure = document.querySelector('[data-figure="${id}"]');
      const place = figure.querySelector(".drawing");
      let width = place.clientWidth;
      globalThis.narrower = () => new Promise((resolve) => {
        width += width % 2 === 0 ? -1 : 1;
        const before = figure.querySelector("svg");
        place.style.width = width + "px";
        let frames = 0;
        const look = () => {
          if (figure.querySelector("svg") !== before) requestAnimationFrame(() => resolve(true));
          else if ((frames += 1) > 100) resolve(false);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      // The squares of the legend are no bars.
      const isBar = (rect) => rect.getAttribute("width") !== rect.getAttribute("height");
      (${count})(figure);
    }`);
    const [times, drawn] = [[], []];
    for (let round = -20; round < ROUNDS; round += 1) {
      const before = await scriptTime();
      if (!(await evaluate("globalThis.narrower()"))) throw new Error(`${id} is not drawn anew when its place changes`);
      // The first rounds warm up.
      if (round < 0) continue;
      times.push((await scriptTime()) - before);
      drawn.push(await evaluate("globalThis.drawn"));
    }
    for (const list of [times, drawn]) list.sort((one, other) => one - other);
    return { count: found, median: times[ROUNDS / 2], p95: times[Math.ceil(ROUNDS * 0.95) - 1], drawn: drawn[ROUNDS / 2] };
  };
  const open = async () => {
    await page.goto(base + "/");
    await page.locator('[data-figure="L-11"] svg').waitFor();
    await page.waitForTimeout(500);
  };

  await open();
  const bars = await measure("L-07", (figure) => [...figure.querySelectorAll("svg rect")].filter(isBar).length);
  await page.route("**/api/v1/facts", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: stretched(await answer.json()) });
  });
  await open();
  const line = await measure("L-11", (figure) => figure.querySelectorAll("[data-mark]").length);
  console.log(JSON.stringify({ bars, line }));
} finally {
  await browser.close();
}
