// The domain in a real browser answers tens of thousands of questions as it does natively, byte for byte.
// node same_answers.mjs SWEEP BLOCKS   SWEEP: the program of `shared/examples/sweep`, which makes the questions of a block
// and the SHA-256 of their native answers while the browser is at the block before. Needs ANJU_WASM_PACKAGE.
import { spawn, spawnSync } from "node:child_process";
import { check, finish } from "./browser.mjs";
import { openDomain } from "./domain.mjs";

const [program, blocks] = [process.argv[2], Number(process.argv[3])];

/** What a block holds, as a promise; a program that dies has panicked, and its words say where. */
const made = (number) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, ["block", String(number)]);
    const [said, complained] = [[], []];
    child.stdout.on("data", (part) => said.push(part));
    child.stderr.on("data", (part) => complained.push(part));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(Buffer.concat(said)) : reject(new Error(`block ${number}: ${Buffer.concat(complained)}`)));
  });

let body = Buffer.alloc(0);
const { page, close } = await openDomain((path, response) => {
  if (path !== "/block") return false;
  response.writeHead(200, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end(body);
  return true;
});

await page.evaluate(() => {
  const domain = globalThis.domain;
  const GATES = ["G0", "G1", "G2", "G3", "G4"];
  // A trap of the module, or an exhausted stack, is no answer.
  const call = (run) => {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof Error) || error instanceof WebAssembly.RuntimeError || error instanceof RangeError) throw error;
      return `Error: ${error.message}`;
    }
  };
  const kinds = {
    dossier: ([text, day, other, gate]) => call(() => {
      const dossier = new domain.Dossier(text);
      const found = [day, other].flatMap((day) => GATES.map((gate) => dossier.check(gate, day)));
      const said = found[GATES.indexOf(gate)];
      const lines = [...found, dossier.formFindings(day), domain.explain(said, "zh"), domain.explain(said, "en")];
      dossier.free();
      return lines.join("\n");
    }),
    charts: ([facts, filter, language, ...charts]) =>
      charts.map((id) => call(() => domain.indicators(facts, id, filter, language))).join("\n"),
    call: ([name, ...given]) => call(() => domain[name](...given)),
  };
  const sha256 = async (text) => {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  /** How many questions the block had, and the first that is answered otherwise than natively. */
  globalThis.answerBlock = async () => {
    const lines = (await (await fetch("/block")).text()).trimEnd().split("\n");
    for (const [line, text] of lines.entries()) {
      const question = JSON.parse(text);
      let answer;
      try {
        answer = kinds[question.kind](question.input);
      } catch (error) {
        answer = `the module ended: ${error.stack}`;
      }
      if ((await sha256(answer)) !== question.sha256) {
        return { count: lines.length, line, name: question.name, answer, asked: question.input.map((one) => one.slice(0, 20000)) };
      }
    }
    return { count: lines.length };
  };
});

let questions = 0;
let next = made(0);
for (let number = 0; number < blocks; number += 1) {
  body = await next;
  // Its failure is told when its turn comes.
  next = number + 1 < blocks ? made(number + 1) : null;
  next?.catch(() => {});
  const { count, line, name, answer, asked } = await page.evaluate(() => globalThis.answerBlock());
  questions += count;
  let seen = "";
  if (answer !== undefined) {
    const natively = spawnSync(program, ["answer", String(number), String(line)], { maxBuffer: 2 ** 30 }).stdout;
    seen = `${name}\nasked ${JSON.stringify(asked)}\nin the browser\n${answer}\nnatively\n${natively}`;
  }
  check(`block ${number}`, answer === undefined, seen);
}
check(`${questions} questions`, questions >= blocks * 500);
await close();
finish();
