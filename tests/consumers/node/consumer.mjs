// What somebody else's script does with the packaged domain. `cargo xtask test` installs the package beside it and runs it.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { Dossier, approvalPlan, check, explain, indicators, runCases } from "anju-wasm";

const findings = JSON.parse(check(JSON.stringify({ project_community: { plan_year: 2026 } }), "G1", "2022-10-08"));
assert.deepEqual(findings[0], { rule: "R-02", severity: "E", path: "plan_year", params: { year: 2026 } });

const words = JSON.parse(explain(JSON.stringify(findings), "zh"));
assert.ok(words.length === findings.length && words[0].message.includes("2026"));
const shown = JSON.parse(new Dossier(JSON.stringify({ project_community: { plan_year: 2026 } })).formFindings("2022-10-08"));
assert.deepEqual(shown[0], { finding: findings[0], when: "G1" });

const steps = JSON.parse(approvalPlan(JSON.stringify({ has_I15: true })));
assert.equal(steps.find((planned) => planned.step === "S10a").requirement, "需办");

const facts = { programme: {}, as_of: "2022-10-08", revision: 1, plans: [], communities: [] };
const chart = JSON.parse(indicators(JSON.stringify(facts), "L-01", "{}", "zh"));
assert.equal(chart.id, "L-01");

assert.equal(runCases("[]"), "0 passed, 0 failed");

// Whatever is thrown at it, it answers with an Error that says where, and goes on working.
for (const [call, says] of [
  [() => check('{"community": {"buildings": 3}}', "G1", "2022-10-08"), /^community\/buildings: /],
  [() => check("{}", "G7", "2022-10-08"), /^gate: /],
  [() => approvalPlan('{"pledge": 1}'), /^flags\/pledge: /],
  [() => indicators(JSON.stringify(facts), "L-99", "{}", "zh"), /^id: /],
  [() => runCases("{"), /not a file of cases/],
]) {
  assert.throws(call, (error) => error instanceof Error && says.test(error.message));
}

// The older way of loading gives the same module.
assert.equal(createRequire(import.meta.url)("anju-wasm").check, check);
console.log("the packaged module works in another script");
