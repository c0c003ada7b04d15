// How long the rule book takes in the browser, in the domain's module: of a dossier that was read once, as a form checks
// while somebody types, and with reading it from text each time.
// node bench_check.mjs DOSSIER.json     Needs ANJU_WASM_PACKAGE too. Prints a line of JSON, the time in microseconds.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.mjs";

const dossier = readFileSync(process.argv[2], "utf8");
const folder = join(process.env.ANJU_WASM_PACKAGE, "web");
const kinds = { js: "text/javascript", wasm: "application/wasm" };
const browser = await launch();
try {
  const page = await browser.newPage();
  // No server: what the page asks for comes from the package.
  await page.route("http://domain.test/**", (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === "/") return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>domain</title>" });
    return route.fulfill({ contentType: kinds[path.split(".").pop()], body: readFileSync(join(folder, path)) });
  });
  await page.goto("http://domain.test/");
  const times = await page.evaluate(async (dossier) => {
    const domain = await import("/anju_wasm.js");
    await domain.default({ module_or_path: "/anju_wasm_bg.wasm" });
    const read = new domain.Dossier(dossier);
    const RUNS = 1000;
    const median = (check) => {
      for (let warm = 0; warm < RUNS; warm += 1) check();
      const means = [];
      for (let round = 0; round < 15; round += 1) {
        const begun = performance.now();
        for (let at = 0; at < RUNS; at += 1) check();
        means.push(((performance.now() - begun) * 1000) / RUNS);
      }
      return means.sort((one, other) => one - other)[7];
    };
    return {
      check_us: median(() => read.check("G1", "2022-10-08")),
      with_reading_us: median(() => domain.check(dossier, "G1", "2022-10-08")),
    };
  }, dossier);
  console.log(JSON.stringify({ ...times, bytes: Buffer.byteLength(dossier) }));
} finally {
  await browser.close();
}
