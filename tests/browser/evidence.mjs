// Evidence as people bring and judge it: a network that is cut, files that are none, drafts, PDF files seen in the page, the
// same photo at another community.
// node evidence.mjs BASE OUT '{"office": "password", "县应急管理局": "password"}'
// Asks for a restart of the server by a file `restart` in OUT, which goes when the server is there again.
import { existsSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, closeSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { axe, check, finish, launch, open, signIn, until as wait } from "./browser.mjs";
import * as pdfs from "./pdfs.mjs";

const [base, out, passwords] = process.argv.slice(2);
const secret = JSON.parse(passwords);
mkdirSync(out, { recursive: true });
const UNIT = "县应急管理局";
const browser = await launch();
// Nothing here is about speed; files are sent, read and drawn on a machine that may be busy.
const until = (read, good, patience = 30_000) => wait(read, good, patience);
const keep = (session, name) => session.page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
const mainText = (page) => page.locator("main").innerText();
const button = (page, name) => page.getByRole("button", { name, exact: true });
const api = (page, path) => page.evaluate((path) => fetch(path).then((answer) => answer.json()), path);
const report = (page) => page.getByLabel("办理情况");
const bring = (page, files) => page.locator("input[type=file][multiple]").setInputFiles(files);
const row = (page, name) => page.locator(".files li", { hasText: name });
const arrived = (page, name) => until(() => row(page, name).innerText(), (text) => text.includes("已上传"));
const pdf = (name, buffer) => ({ name, mimeType: "application/pdf", buffer });
const photo = {
  name: "楼道.png", mimeType: "image/png",
  buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"),
};

/** A line to the server that can be slow and can be cut. */
const line = { slow: false, down: false, sockets: new Set() };
const server = new URL(base);
const proxy = net.createServer((from) => {
  if (line.down) return from.destroy();
  const to = net.connect(Number(server.port), server.hostname);
  line.sockets.add(from);
  from.on("data", (bytes) => {
    to.write(bytes);
    if (line.slow) {
      from.pause();
      setTimeout(() => from.resume(), 40);
    }
  });
  to.on("data", (bytes) => from.write(bytes));
  for (const [one, other] of [[from, to], [to, from]]) {
    one.on("error", () => other.destroy());
    one.on("close", () => other.destroy());
  }
  from.on("close", () => line.sockets.delete(from));
});
await new Promise((ready) => proxy.listen(0, "127.0.0.1", ready));
const cut = () => {
  line.down = true;
  for (const socket of line.sockets) socket.destroy();
};
const ours = `http://127.0.0.1:${proxy.address().port}`;

const unit = await open(browser, ours);
const { page, context, faults } = unit;
const brought = [];
page.on("request", (request) => brought.push(request.url()));
await signIn(unit, UNIT, secret[UNIT]);
const tasks = (await api(page, "/api/v1/duties?show=open")).rows.filter((task) => task.community !== "");
const [one, other] = [tasks[0], tasks.find((task) => task.community !== tasks[0].community)];

// 1 The network is cut amid one of three files.
await page.goto(`${ours}/duties/${one.id}`);
await report(page).waitFor();
await bring(page, [pdf("甲.pdf", pdfs.report(12)), photo]);
await arrived(page, "甲.pdf");
await arrived(page, "楼道.png");
line.slow = true;
const large = Buffer.concat([pdfs.report(1), Buffer.alloc(18_000_000, " ")]);
await bring(page, [pdf("大.pdf", large)]);
const moving = await until(() => row(page, "大.pdf").innerText(), (text) => /上传([1-9]|[1-8]\d)%/.test(text));
check("a file tells how far it has come", moving !== null, await row(page, "大.pdf").innerText());
check("each file has its bar with a name", (await page.locator(".files progress[aria-label*='大.pdf']").count()) === 1);
check("meanwhile the task cannot be sent", (await page.locator(".task-acts .btn.main").getAttribute("aria-disabled")) === "true");
cut();
await until(() => row(page, "大.pdf").innerText(), (text) => text.includes("没有传成"));
const lost = await row(page, "大.pdf").innerText();
check("the file that was cut says so", lost.includes("没有传成：连接不上服务器"), lost);
check("it can be sent again", await button(page, "重传：大.pdf").isVisible());
check("the others stay", (await page.locator(".files").innerText()).split("已上传").length === 3);
check("what is missing is said beside the button", (await page.locator(".task-acts").innerText()).includes("1个文件没有传成"));
await keep(unit, "1-cut");
Object.assign(line, { slow: false, down: false });
await button(page, "重传：大.pdf").click();
await arrived(page, "大.pdf");
check("once the network is back the file arrives", (await row(page, "大.pdf").innerText()).includes("已上传"));

// It comes back by itself, too; and what was cancelled is gone.
let tries = 0;
await context.route((url) => url.pathname.startsWith("/api/v1/evidence/") && url.search.includes(encodeURIComponent("乙")), (route) => {
  tries += 1;
  return tries === 1 ? route.abort("internetdisconnected") : route.continue();
});
await bring(page, [pdf("乙.pdf", pdfs.chinese())]);
await until(() => row(page, "乙.pdf").innerText(), (text) => text.includes("没有传成"));
await page.evaluate(() => window.dispatchEvent(new Event("online")));
await arrived(page, "乙.pdf");
check("a lost file is sent anew when the network is back", tries === 2 && (await row(page, "乙.pdf").innerText()).includes("已上传"), String(tries));
line.slow = true;
await bring(page, [pdf("错.pdf", large)]);
await until(() => row(page, "错.pdf").innerText(), (text) => /上传[1-9]/.test(text));
await button(page, "取消上传错.pdf").click();
check("a cancelled file is gone", (await row(page, "错.pdf").count()) === 0);
line.slow = false;

// 2 Files that are none: each says why, and the others stay.
const folder = mkdtempSync(`${tmpdir()}/anju-evidence-`);
const giant = `${folder}/巨大.pdf`;
const handle = openSync(giant, "w");
ftruncateSync(handle, 200 * 1024 * 1024);
closeSync(handle);
const before = brought.length;
await bring(page, giant);
await until(() => row(page, "巨大.pdf").innerText(), (text) => text.includes("没有传成"));
check("200 MB are refused with the limit", (await row(page, "巨大.pdf").innerText()).includes("超过20 MB"), await row(page, "巨大.pdf").innerText());
check("without being sent", !brought.slice(before).some((url) => url.includes("/evidence/")));
rmSync(folder, { recursive: true });
await bring(page, [
  { name: "空.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(0) },
  { name: "程序.jpg", mimeType: "image/jpeg", buffer: Buffer.from("MZ\x90\0 a program") },
  { name: "网页.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html><script>alert(1)</script>") },
  { name: "炸弹.png", mimeType: "image/png", buffer: Buffer.from("89504e470d0a1a0a0000000d494844520000ea600000ea600806000000000000000000000000", "hex") },
]);
for (const [name, why] of [["空.jpg", "文件是空的"], ["程序.jpg", "没有传成"], ["网页.pdf", "没有传成"]]) {
  await until(() => row(page, name).innerText(), (text) => text.includes(why));
  const said = await row(page, name).innerText();
  check(`${name} says why`, said.includes(why) && !/[a-z_]{6,}/.test(said.replace(name, "")), said);
  check(`${name} is not offered again`, (await row(page, name).getByRole("button", { name: /^重传/ }).count()) === 0);
}
await arrived(page, "炸弹.png");
check("a picture of absurd size is kept as a file", (await row(page, "炸弹.png").innerText()).includes("已上传"));
await keep(unit, "2-refused");
await button(page, "删除炸弹.png").click();
for (const name of ["巨大.pdf", "空.jpg", "程序.jpg", "网页.pdf"]) await button(page, `删除${name}`).click();
check("the good ones stay", (await page.locator(".files li").count()) === 4, await page.locator(".files").innerText());

// 3 Nothing that was typed is lost: a closed tab, a server that restarts, a session that ends.
const draft = (text) => until(() => page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith("anju.draft.duty/")).map(([, value]) => value).join()), (kept) => kept.includes(text));
const restored = async (page, text) => {
  await report(page).waitFor();
  await until(() => report(page).inputValue(), (value) => value === text);
  return (await report(page).inputValue()) === text;
};
await report(page).fill("关闭前所写");
check("the draft is kept", (await draft("关闭前所写")) !== null);
await report(page).press("End");
await report(page).pressSequentially("的最后一字");
await page.close({ runBeforeUnload: false });
unit.page = await context.newPage();
const again = unit.page;
again.on("request", (request) => brought.push(request.url()));
again.on("console", (message) => { if (message.type() === "error") faults.push(message.text()); });
await again.goto(`${ours}/duties/${one.id}`);
await report(again).waitFor();
await until(() => report(again).inputValue(), (value) => value.startsWith("关闭前所写"));
check("it survives a closed tab", (await report(again).inputValue()).startsWith("关闭前所写"), await report(again).inputValue());
check("with its files", (await again.locator(".files li").count()) === 4);
check("and says so", (await mainText(again)).includes("已恢复本机草稿"));
await report(again).fill("重启前所写");
await until(() => again.evaluate(() => JSON.stringify(localStorage)), (kept) => kept.includes("重启前所写"));
writeFileSync(`${out}/restart`, "");
await until(() => existsSync(`${out}/restart`), (asked) => !asked, 60_000);
check("the page stands through a restart of the server", (await report(again).inputValue()) === "重启前所写");
await again.reload();
check("the draft survives a restarted server", await restored(again, "重启前所写"));
await context.clearCookies();
await report(again).fill("登录超时后所写");
await until(() => again.evaluate(() => JSON.stringify(localStorage)), (kept) => kept.includes("登录超时后所写"));
await button(again, "保存").click();
await again.locator("main form input[type=password]").waitFor();
check("a session that has ended asks to sign in at the same address", new URL(again.url()).pathname === `/duties/${one.id}`, again.url());
const form = again.locator("main form");
await form.locator("input").nth(0).fill(UNIT);
await form.locator("input[type=password]").fill(secret[UNIT]);
await form.locator("button[type=submit]").click();
check("the draft survives an ended session", await restored(again, "登录超时后所写"));
check("with its files, too", (await again.locator(".files li").count()) === 4);

// 4 The unit looks at its own PDF; nothing of the reader was fetched before.
const reader = (urls) => urls.filter((url) => /pdf_reader|pdfjs|\/pdf-/.test(url));
check("nothing of the PDF reader is fetched before", reader(brought).length === 0, reader(brought).join(" "));
const seen = [];
again.on("request", (request) => seen.push(request.url()));
const dark = (page, number) => page.locator(`[data-page="${number}"] canvas`).evaluate((canvas) => {
  if (!canvas.width || !canvas.height) return -1;
  // Looked at in a copy: reading from the canvas itself would change how the browser keeps it.
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] < 100) count += 1;
  return count / (canvas.width * canvas.height);
});
const drawn = (page, number, share) => until(() => dark(page, number).catch(() => -1), (value) => value > share);
await button(again, "在网页中查看甲.pdf").click();
check("the first page is drawn", (await drawn(again, 1, 0.005)) !== null);
const bar = again.locator(".pdf-bar");
check("it says how many pages there are", (await bar.innerText()).includes("共12页"), await bar.innerText());
check("a page far away is not drawn", (await dark(again, 12)) === -1);
const box = again.locator(".pdf-box");
await box.focus();
await again.keyboard.press("ArrowRight");
const number = () => bar.locator("input").inputValue();
await until(number, (value) => value === "2");
check("an arrow key turns the page", (await number()) === "2", await number());
await bar.locator("input").fill("12");
await bar.locator("input").press("Enter");
check("a number leads to its page", (await drawn(again, 12, 0.05)) !== null && (await number()) === "12", await number());
await until(() => dark(again, 1), (value) => value === -1);
check("and the first one gives its memory back", (await dark(again, 1)) === -1);
const width = () => again.locator('[data-page="12"]').evaluate((one) => one.offsetWidth);
const narrow = await width();
await button(again, "放大").click();
await until(width, (value) => value > narrow * 1.4);
check("magnifying makes it wider", (await width()) > narrow * 1.4, `${narrow} → ${await width()}`);
check("and stays at its page", (await number()) === "12", await number());
await box.focus();
await again.keyboard.press("-");
await until(width, (value) => value === narrow);
check("a key makes it smaller again", (await width()) === narrow);
const canvas = await again.locator('[data-page="12"] canvas').getAttribute("aria-label");
check("a page has a name", canvas === "甲.pdf，第12页，共12页", canvas);
check("the file can be fetched", (await bar.locator("a[download='甲.pdf']").count()) === 1);
const foreign = seen.filter((url) => !url.startsWith(ours) && !/^(blob|data):/.test(url));
check("everything comes from this server", foreign.length === 0, foreign.join(" "));
await button(again, "收起甲.pdf").click();
check("it closes", (await again.locator(".pdf").count()) === 0);

// 5 A double click sends once; then the office sees it.
await report(again).fill("已逐栋检查。");
const posts = [];
again.on("response", (answer) => { if (answer.url().endsWith("/submission")) posts.push(answer.status()); });
await again.locator(".task-acts .btn.main").dblclick();
await until(() => mainText(again), (text) => text.includes("已提交，等待"));
check("a double click sends once", posts.length === 1 && posts[0] === 200, posts.join(" "));
const sent = await api(again, `/api/v1/duties/${one.id}`);
const names = sent.task.evidence.map((id) => sent.evidence.find((file) => file.evidence.id === id).evidence.name).sort();
check("each file is there once", names.join() === ["乙.pdf", "大.pdf", "楼道.png", "甲.pdf"].sort().join(), names.join());
check("no draft is left", (await again.evaluate(() => JSON.stringify(localStorage))).includes("anju.draft.duty/") === false);

// 6 The same photo at another community, and hostile files.
await again.goto(`${ours}/duties/${other.id}`);
await report(again).waitFor();
await bring(again, [
  photo, pdf("扫描.pdf", pdfs.scan()), pdf("坏.pdf", pdfs.broken()), pdf("密.pdf", pdfs.encrypted()), pdf("万页.pdf", pdfs.manyPages()),
  pdf("墙.pdf", pdfs.hugePages()), pdf("图弹.pdf", pdfs.pictureBomb()), pdf("脚本.pdf", pdfs.scripted()),
  pdf("无尽.pdf", pdfs.endless()),
]);
await until(() => again.locator(".files").innerText(), (text) => text.split("已上传").length === 10);
await report(again).fill("见扫描件。");
await again.locator(".task-acts .btn.main").click();
await until(() => mainText(again), (text) => text.includes("已提交，等待"));

const office = await open(browser, base);
await signIn(office, "office", secret.office);
const asked = [];
office.page.on("request", (request) => asked.push(request.url()));
office.page.on("dialog", (dialog) => { office.faults.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
await office.page.goto(`${base}/duties/review?task=${other.id}`);
const view = (name) => button(office.page, `在网页中查看${name}`);
await view("扫描.pdf").waitFor();
const pointed = office.page.locator(".pictures li", { hasText: "楼道.png" }).locator(".notice");
const where = await pointed.innerText();
check("the same photo at another community is pointed out beside it", where.includes("同一文件另见") && where.includes(one.community), where);
check("the picture is seen as before", (await office.page.locator(".pictures img").count()) === 1);
await view("扫描.pdf").click();
for (const page of [1, 2, 3]) {
  await office.page.locator(".pdf-bar input").waitFor();
  await office.page.locator(".pdf-bar input").fill(String(page));
  await office.page.locator(".pdf-bar input").press("Enter");
  check(`a scanned page is seen (${["JBIG2", "fax", "JPEG 2000"][page - 1]})`, (await drawn(office.page, page, 0.05)) !== null);
}
check("no page of the scan has a fault", (await office.page.locator(".pdf-page p").count()) === 0);
const violations = await axe(office);
check("axe-core is content with the reader", violations.length === 0, violations.join(" | "));
const said = () => office.page.locator(".pdf").innerText();
for (const [name, text] of [["坏.pdf", "文件已损坏"], ["密.pdf", "文件设有密码"]]) {
  await view(name).click();
  await until(said, (now) => now.includes(text));
  check(`${name} says what is wrong and leads to the file`, (await said()).includes(text) && (await said()).includes("下载原文件"), await said());
  check(`${name} can be fetched`, (await office.page.locator(".pdf a[download]").count()) === 1);
}
await view("万页.pdf").click();
await until(said, (now) => now.includes("共10000页"));
check("of ten thousand pages the first are shown, and it says so", (await said()).includes("只显示前500页"), await said());
check("and they are drawn", (await drawn(office.page, 1, 0.03)) !== null);
await view("墙.pdf").click();
await until(() => office.page.locator(".pdf-page").count(), (count) => count === 3);
await until(() => dark(office.page, 1).catch(() => -1), (value) => value >= 0);
const largest = await office.page.locator(".pdf-page canvas").evaluateAll((all) => Math.max(...all.map((one) => one.width * one.height)));
check("pages of absurd size have a canvas of bounded size", largest > 0 && largest <= 16e6, String(largest));
await view("图弹.pdf").click();
await until(said, (now) => now.includes("本页有内容未能显示"));
check("a picture too large is left out, and the page says so", (await said()).includes("本页有内容未能显示") && (await drawn(office.page, 1, 0.03)) !== null, await said());
await view("脚本.pdf").click();
check("a file with a script is seen", (await drawn(office.page, 1, 0.03)) !== null);
check("and its script does not run", !asked.some((url) => url.includes("example.invalid")));
await view("无尽.pdf").click();
await until(said, (now) => now.includes("文件过于复杂"), 60_000);
check("a page without end is given up, and the page stays alive", (await said()).includes("文件过于复杂") && (await said()).includes("原文件完整留存"), await said());
await pointed.getByRole("link").first().click();
await view("甲.pdf").waitFor();
check("a link leads to the other task", office.page.url().includes(one.id), office.page.url());

// 7 As it looks, narrow and wide, in both languages.
for (const language of ["zh", "en"]) {
  for (const width of [375, 1280]) {
    const looking = await open(browser, base, { width, language });
    await signIn(looking, "office", secret.office);
    await looking.page.goto(`${base}/duties/review?task=${one.id}`);
    for (const [name, share] of [["甲.pdf", 0.005], ["乙.pdf", 0.003]]) {
      await looking.page.getByRole("button", { name: new RegExp(`(查看|here: )${name}$`) }).click();
      await drawn(looking.page, 1, share);
      check(`${name} is seen, ${language} ${width}`, (await dark(looking.page, 1)) > share);
      const overflow = await looking.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      check(`no overflow, ${name} ${language} ${width}`, overflow <= 0, String(overflow));
      await keep(looking, `3-${name === "甲.pdf" ? "report" : "chinese"}-${language}-${width}`);
    }
    const violations = await axe(looking);
    check(`axe-core is content, ${language} ${width}`, violations.length === 0, violations.join(" | "));
    check(`nothing went wrong, ${language} ${width}`, looking.faults.length === 0, looking.faults.join(" | "));
    await looking.context.close();
  }
}

// 8 Somebody else signs in at the unit's device: its drafts are gone.
const last = (await api(again, "/api/v1/duties?show=open")).rows[0];
await again.goto(`${ours}/duties/${last.id}`);
await report(again).waitFor();
await report(again).fill("不留给他人");
await until(() => again.evaluate(() => JSON.stringify(localStorage)), (kept) => kept.includes("不留给他人"));
await context.clearCookies();
await again.goto(`${ours}/`);
await again.locator("main form input[type=password]").waitFor();
check("until then the draft waits", (await again.evaluate(() => JSON.stringify(localStorage))).includes("不留给他人"));
const stranger = again.locator("main form");
await stranger.locator("input").nth(0).fill("office");
await stranger.locator("input[type=password]").fill(secret.office);
await stranger.locator("button[type=submit]").click();
await again.locator("nav.side").waitFor({ state: "attached" });
check("another user finds no draft", !(await again.evaluate(() => JSON.stringify(localStorage))).includes("不留给他人"));

// What the cut network, the refused files, the ended session and the restart leave in the console is meant.
const meant = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_SOCKET|ERR_INCOMPLETE|ERR_NETWORK|ERR_FAILED|ERR_EMPTY_RESPONSE|status of 4\d\d|EventSource/;
for (const [name, all] of [["unit", faults], ["office", office.faults]]) {
  const unmeant = all.filter((fault) => !meant.test(fault));
  check(`no console error, exception or CSP violation for ${name}`, unmeant.length === 0, unmeant.join(" | "));
}
await browser.close();
proxy.close();
finish();
