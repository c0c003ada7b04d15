// Makes a picture of pixels from a drawing (SVG): a file, or something to paste. Loaded when the first picture is asked for. The
// drawing is whole in itself: it has its colours as attributes, names no other file, and runs nothing as an image.

/** Pixels of the picture in one of the drawing; finer where the screen is. */
const FINENESS = Math.max(2, globalThis.devicePixelRatio ?? 1);

/** A drawing as a blob of PNG. */
async function png(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.naturalWidth * FINENESS);
    canvas.height = Math.round(image.naturalHeight * FINENESS);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((told) => canvas.toBlob(told, "image/png"));
    if (!blob) throw new Error("no picture");
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands the user the picture as a file: "done" or "failed". */
export async function save(svg, name) {
  try {
    const address = URL.createObjectURL(await png(svg));
    const link = Object.assign(document.createElement("a"), { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    return "done";
  } catch {
    return "failed";
  }
}

/** Puts the picture into the clipboard: "done", "refused" by the browser, or "failed". */
export async function copy(svg) {
  if (!navigator.clipboard?.write || !globalThis.ClipboardItem) return "refused";
  const made = png(svg);
  try {
    // A promise is taken at once, so that the browser still knows the click that asked for it.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": made })]);
    return "done";
  } catch {
    return made.then(() => "refused", () => "failed");
  }
}
