// The domain in a real browser gives the same bytes as natively: findings, charts, and the case file.
// node same_bytes.mjs EXPECTED.json   EXPECTED: {checks: [{dossier, gate, today, findings}], charts: [{facts, id, filter,
// language, chart}], cases: {text, report}}, every value a text as the native crate wrote it. Needs ANJU_WASM_PACKAGE.
import { readFileSync } from "node:fs";
import { check, finish } from "./browser.mjs";
import { openDomain } from "./domain.mjs";

const expected = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { page, close } = await openDomain();

for (const [index, one] of expected.checks.entries()) {
  const got = await page.evaluate((one) => globalThis.domain.check(one.dossier, one.gate, one.today), one);
  check(`check ${index} at ${one.gate}`, got === one.findings, `${got}\nnatively ${one.findings}`);
}
for (const one of expected.charts) {
  const got = await page.evaluate((one) => globalThis.domain.indicators(one.facts, one.id, one.filter, one.language), one);
  check(`${one.id} ${one.filter} ${one.language}`, got === one.chart, `${got}\nnatively ${one.chart}`);
}
const report = await page.evaluate((text) => globalThis.domain.runCases(text), expected.cases.text);
check("the case file", report === expected.cases.report, `${report.slice(-400)}\nnatively ${expected.cases.report.slice(-400)}`);

const refused = await page.evaluate(() => {
  const answers = [];
  for (const bad of ["", "[]", "{", "{\"plan_year\": 1e99}", "null", "{\"community\": 7}"]) {
    try {
      globalThis.domain.check(bad, "G1", "2022-10-08");
      answers.push(`${bad}: accepted`);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError || !(error instanceof Error) || error.message === "") answers.push(`${bad}: ${error}`);
    }
  }
  for (const call of [["{}", "G9", "2022-10-08"], ["{}", "G1", "2022-02-30"]]) {
    try {
      globalThis.domain.check(...call);
      answers.push(`${call}: accepted`);
    } catch (error) {
      if (!(error instanceof Error) || error.message === "") answers.push(`${call}: ${error}`);
    }
  }
  return answers;
});
// An object with unknown or missing fields only is a dossier of defaults; everything else is refused with a message.
const accepted = refused.filter((line) => !line.startsWith("{\"plan_year\""));
check("bad input is refused with a message", accepted.length === 0, accepted.join(" | "));

await close();
finish();
