// Shows a PDF as pages on canvases. Loaded when a PDF is opened, never before; it loads pdf.js (frontend/vendor/pdfjs), its
// worker and, where a file needs them, decoders, fonts and character maps, all from this server.
//
// What is here is what wants the DOM at every turn: which pages are near, how large they are, drawing them. Controls, words
// and what is told about faults belong to the application (frontend/src/parts/pdf.rs). A file may be hostile: everything in
// it that costs has a number here, and the worker in which it is read is ended when it takes too long.
import * as pdfjs from "{{pdfjs/pdf.min.mjs}}";
import { FILES } from "{{pdfjs/files.js}}";

/** So many pages can be leafed through. */
const MOST_PAGES = 500;
/** The largest picture in a page, in points: a sheet of A3 at 600 dpi has 70 million. */
const LARGEST_PICTURE = 80e6;
/** The largest canvas, in points: four times what a card on a large screen needs. */
const LARGEST_CANVAS = 16e6;
/** A page is shown at most so many times as high as it is wide. */
const TALLEST = 30;
/** What is not done within these milliseconds is given up. */
const PATIENCE = 30_000;
/** The space around a page, in CSS pixels. */
const GAP = 12;
/** The kind of message by which the worker says that a page has a fault. What was drawn until then would pass for the page. */
const FAULT = 5;

const FOLDERS = { cMapUrl: "cmaps/", standardFontDataUrl: "standard_fonts/", wasmUrl: "wasm/" };

/** Decoders, fonts and maps under the names that hold their hash. */
class Files {
  async fetch({ kind, filename }) {
    const address = FILES[FOLDERS[kind] + filename];
    const answer = address ? await fetch(address) : null;
    if (!answer?.ok) throw new Error(`there is no ${filename}`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

const SETTING = {
  BinaryDataFactory: Files,
  cMapUrl: FOLDERS.cMapUrl,
  standardFontDataUrl: FOLDERS.standardFontDataUrl,
  wasmUrl: FOLDERS.wasmUrl,
  useWorkerFetch: false,
  // Of versions that could compile what a file holds; this one cannot.
  isEvalSupported: false,
  enableXfa: false,
  maxImageSize: LARGEST_PICTURE,
  verbosity: pdfjs.VerbosityLevel.ERRORS,
};

const style = new Promise((done) => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = "{{pdf.css}}";
  link.onload = link.onerror = done;
  document.head.append(link);
});

/** Why a file or a page is not shown. */
class Unshown extends Error {
  constructor(why) {
    super(why);
    this.why = why;
  }
}

const whyOf = (error) => error?.why ?? (error?.name === "PasswordException" ? "password" : "broken");

const inTime = (promise) => {
  let clock;
  const late = new Promise((_, fail) => {
    // Nothing is drawn while the page is hidden; that time does not count.
    const check = () => window.document.hidden ? wait() : fail(new Unshown("slow"));
    const wait = () => (clock = setTimeout(check, PATIENCE));
    wait();
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(clock));
};

/** A file in a worker of its own. Strict reading stops at the first fault; otherwise what cannot be read is left out. */
class Reading {
  constructor(bytes, strict) {
    this.port = new Worker("{{pdfjs/pdf.worker.min.mjs}}", { type: "module" });
    this.faults = 0;
    this.port.addEventListener("message", ({ data }) => {
      if (data.stream === FAULT) this.faults += 1;
    });
    const broken = new Promise((_, fail) => {
      this.port.addEventListener("error", () => fail(new Unshown("worker")), { once: true });
    });
    this.worker = pdfjs.PDFWorker.create({ port: this.port, verbosity: SETTING.verbosity });
    this.task = pdfjs.getDocument({ ...SETTING, data: bytes.slice(), worker: this.worker, stopAtErrors: strict });
    this.document = inTime(Promise.race([this.task.promise, broken]));
    this.document.catch(() => {});
  }

  /** Ends the worker, whatever it is doing. */
  end() {
    this.port.terminate();
    this.task.destroy().catch(() => {});
  }
}

/** An opened file. The application makes an element for every page it shows, then calls `follow`. */
class Opened {
  constructor(bytes, strict, reading, total, tell) {
    Object.assign(this, { bytes, strict, reading, total, tell, percent: 100, boxes: [], drawing: new Map(), current: 0 });
    // One page at a time: the worker has one thread, and a fault belongs to the page that is being drawn.
    this.turn = Promise.resolve();
    this.shown = Math.min(this.total, MOST_PAGES);
  }

  /** Follows the box in which the elements of the pages stand, each with its canvas. */
  follow(box) {
    this.box = box;
    this.boxes = [...box.querySelectorAll("[data-page]")];
    this.sizes = this.boxes.map(() => this.first);
    this.near = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) {
        const page = Number(target.dataset.page);
        if (isIntersecting) this.draw(page);
        else this.forget(page);
      }
    }, { root: box, rootMargin: "100% 0px" });
    this.wide = new ResizeObserver(() => this.lay());
    this.wide.observe(box);
    box.addEventListener("scroll", () => this.place(), { passive: true });
    for (const one of this.boxes) {
      const canvas = one.querySelector("canvas");
      canvas.width = canvas.height = 0;
      this.near.observe(one);
    }
    this.lay();
    this.place();
  }

  /** Gives every page its size, for the width of the box and the chosen magnification; draws anew what is there. */
  lay() {
    const width = this.box.clientWidth - 2 * GAP;
    if (width <= 0 || (width === this.width && this.percent === this.laid)) return;
    const [before, at] = [this.current, this.share()];
    this.width = width;
    this.laid = this.percent;
    this.boxes.forEach((_, index) => this.fit(index));
    if (before > 0) {
      const top = this.boxes[before - 1];
      this.box.scrollTop = top.offsetTop - GAP + at * top.offsetHeight;
      this.aim = { page: before, top: this.box.scrollTop };
    }
    for (const page of [...this.drawing.keys()]) {
      this.forget(page, true);
      this.draw(page);
    }
  }

  fit(index) {
    const { width, height } = this.sizes[index];
    const full = this.width * this.percent / 100;
    const tall = Math.min(full * height / width, TALLEST * full);
    this.boxes[index].style.width = `${Math.max(1, Math.round(tall * width / height))}px`;
    this.boxes[index].style.height = `${Math.max(1, Math.round(tall))}px`;
  }

  /** How much of the page on top has been scrolled away. */
  share() {
    const top = this.boxes[this.current - 1];
    return top && top.offsetHeight > 0 ? Math.max(0, (this.box.scrollTop - top.offsetTop + GAP) / top.offsetHeight) : 0;
  }

  /** Tells which page stands in the upper part of the box; one that was asked for counts until the box is moved. */
  place() {
    if (this.aim && Math.abs(this.aim.top - this.box.scrollTop) < 2) return this.stand(this.aim.page);
    this.aim = null;
    const line = this.box.scrollTop + this.box.clientHeight / 3;
    let [low, high] = [0, this.boxes.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.boxes[middle].offsetTop <= line) low = middle;
      else high = middle - 1;
    }
    this.stand(low + 1);
  }

  stand(page) {
    if (page === this.current) return;
    this.current = page;
    this.tell("page", page);
  }

  go(page) {
    const target = this.boxes[page - 1];
    if (!target) return;
    this.box.scrollTop = target.offsetTop - GAP;
    this.aim = { page, top: this.box.scrollTop };
    this.place();
  }

  zoom(percent) {
    this.percent = percent;
    if (this.box) this.lay();
  }

  draw(number) {
    if (this.drawing.has(number) || this.ended) return;
    const work = {};
    this.drawing.set(number, work);
    const is = () => this.drawing.get(number) === work && !this.ended;
    this.turn = this.turn.then(() => is() && this.attempt(number, work, is));
  }

  async attempt(number, work, is) {
    try {
      await this.paint(this.reading, number, work, is);
      if (is()) this.tell(this.strict ? "drawn" : "partly", number);
    } catch (error) {
      if (!is()) return;
      if (this.strict && whyOf(error) !== "slow") await this.again(number, work, is);
      else this.giveUp(number, error);
    }
  }

  giveUp(number, error) {
    const { tell } = this;
    const slow = whyOf(error) === "slow";
    if (slow) this.end();
    tell(slow ? "slow" : "undrawn", number);
  }

  /** A page with a fault is read once more, and what can be shown of it is shown. */
  async again(number, work, is) {
    this.lenient ??= new Reading(this.bytes, false);
    try {
      await this.paint(this.lenient, number, work, is);
      if (is()) this.tell("partly", number);
    } catch (error) {
      if (is()) this.giveUp(number, error);
    }
  }

  async paint(reading, number, work, is) {
    const page = await inTime((await reading.document).getPage(number));
    const { width, height } = page.getViewport({ scale: 1 });
    if (!(width > 0 && height > 0 && Number.isFinite(width / height) && height / width > 0)) throw new Unshown("broken");
    if (!is()) return;
    const index = number - 1;
    if (this.sizes[index].width !== width || this.sizes[index].height !== height) {
      const above = this.boxes[index].offsetTop + this.boxes[index].offsetHeight <= this.box.scrollTop;
      const before = this.boxes[index].offsetHeight;
      this.sizes[index] = { width, height };
      this.fit(index);
      // What is being read stays where it is.
      if (above) this.box.scrollTop += this.boxes[index].offsetHeight - before;
    }
    const [wide, tall] = [parseFloat(this.boxes[index].style.width), parseFloat(this.boxes[index].style.height)];
    const ratio = Math.min(window.devicePixelRatio || 1, Math.sqrt(LARGEST_CANVAS / (wide * tall)));
    const canvas = window.document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.max(1, Math.floor(wide * ratio)), Math.max(1, Math.floor(tall * ratio))];
    const viewport = page.getViewport({ scale: canvas.width / width });
    const before = reading.faults;
    work.task = page.render({ canvas, viewport, background: "#fff" });
    await inTime(work.task.promise);
    if (!is()) return;
    if (reading.faults > before) throw new Unshown("broken");
    // Only what is finished is seen; what was there before stays until then.
    const shown = this.boxes[index].querySelector("canvas");
    [shown.width, shown.height] = [canvas.width, canvas.height];
    shown.getContext("2d").drawImage(canvas, 0, 0);
    canvas.width = canvas.height = 0;
    page.cleanup();
  }

  /** Stops drawing a page that is far away and gives its memory back. */
  forget(number, keep = false) {
    const work = this.drawing.get(number);
    if (!work) return;
    this.drawing.delete(number);
    work.task?.cancel();
    const canvas = this.boxes[number - 1].querySelector("canvas");
    if (!keep && canvas) canvas.width = canvas.height = 0;
  }

  /** Ends everything; nothing is told any more. */
  end() {
    this.ended = true;
    this.tell = () => {};
    this.near?.disconnect();
    this.wide?.disconnect();
    for (const number of [...this.drawing.keys()]) this.forget(number, true);
    for (const reading of [this.reading, this.lenient]) reading?.end();
  }
}

/**
 * Opens a file from its bytes (an ArrayBuffer). `tell(what, page)` is called with `page` (which one is on top), `drawn`,
 * `partly` (something of it is missing), `undrawn`, and `slow` (the file was given up). Rejects with an error whose `why` is
 * `password`, `broken`, `slow` or `worker`.
 */
export async function open(buffer, tell) {
  await style;
  const bytes = new Uint8Array(buffer);
  let failure;
  for (const strict of [true, false]) {
    const reading = new Reading(bytes, strict);
    try {
      const document = await reading.document;
      const opened = new Opened(bytes, strict, reading, document.numPages, tell);
      opened.first = { width: 210, height: 297 };
      try {
        const { width, height } = (await inTime(document.getPage(1))).getViewport({ scale: 1 });
        if (width > 0 && height > 0 && Number.isFinite(width / height)) opened.first = { width, height };
      } catch (error) {
        // Other pages may be whole.
        if (strict || whyOf(error) === "slow") throw error;
      }
      return opened;
    } catch (error) {
      reading.end();
      failure = error;
      if (whyOf(error) !== "broken") break;
    }
  }
  throw new Unshown(whyOf(failure));
}
