// A page with the domain's module and nothing else, from the package (ANJU_WASM_PACKAGE); `answer` serves what else it asks for.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { launch } from "./browser.mjs";

const kinds = { ".js": "text/javascript", ".wasm": "application/wasm" };

/** `globalThis.domain` of the page is the module. `close` ends everything. */
export async function openDomain(answer = () => false) {
  const folder = join(process.env.ANJU_WASM_PACKAGE, "web");
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, "http://x").pathname);
    if (answer(path, response)) return;
    if (path === "/") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end("<!doctype html><title>domain</title>");
      return;
    }
    try {
      const body = readFileSync(join(folder, path));
      response.writeHead(200, { "content-type": kinds[extname(path)] ?? "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.evaluate(async () => {
    const module = await import("/anju_wasm.js");
    await module.default({ module_or_path: "/anju_wasm_bg.wasm" });
    globalThis.domain = module;
  });
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { page, close };
}
