// How long the rule book takes in the browser: `check` of the domain's module, from a dossier as text to findings as text.
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
  const check_us = await page.evaluate(async (dossier) => {
    const domain = await import("/anju_wasm.js");
    await domain.default({ module_or_path: "/anju_wasm_bg.wasm" });
    const check = () => domain.check(dossier, "G1", "2022-10-08");
    const RUNS = 1000;
    for (let warm = 0; warm < RUNS; warm += 1) check();
    const means = [];
    for (let round = 0; round < 15; round += 1) {
      const begun = performance.now();
      for (let at = 0; at < RUNS; at += 1) check();
      means.push(((performance.now() - begun) * 1000) / RUNS);
    }
    return means.sort((one, other) => one - other)[7];
  }, dossier);
  console.log(JSON.stringify({ check_us, bytes: Buffer.byteLength(dossier) }));
} finally {
  await browser.close();
}
