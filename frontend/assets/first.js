// Runs before anything else, in every browser: one that lacks what the pages need is sent to a page that says which
// browsers will do, and the chosen language and display are set before the first paint. Written for old browsers.
(function () {
  "use strict";
  function read(name) {
    try {
      return window.localStorage.getItem(name);
    } catch (error) {
      return null;
    }
  }
  function able() {
    try {
      // A module with a reference type: what the application is compiled to.
      var module = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);
      return WebAssembly.validate(module) && "noModule" in document.createElement("script") &&
        typeof ResizeObserver === "function" && typeof HTMLDialogElement === "function" &&
        typeof AbortController === "function" && typeof EventSource === "function" &&
        CSS.supports("selector(:focus-visible)") && CSS.supports("inset", "0");
    } catch (error) {
      return false;
    }
  }
  if (!able()) {
    window.location.replace("/unsupported");
    return;
  }
  // When the application fails nothing of it may run any more; this tells, and offers to open the page again. Before it
  // has started the reason is most likely the network.
  function failed(event) {
    var reason = event.error || event.reason;
    var starting = document.getElementById("boot");
    var banner = document.getElementById(starting ? "unloaded" : "fault");
    if (!banner || !banner.hidden || !(starting || reason instanceof WebAssembly.RuntimeError)) {
      return;
    }
    var link = document.createElement("a");
    link.href = window.location.href;
    link.textContent = root.lang === "en" ? "Open it again" : "重新打开本页";
    link.addEventListener("click", function (click) {
      click.preventDefault();
      click.stopPropagation();
      window.location.reload();
    });
    banner.appendChild(link);
    banner.hidden = false;
  }
  window.addEventListener("error", failed);
  window.addEventListener("unhandledrejection", failed);
  var root = document.documentElement;
  var display = read("anju.display");
  if (display !== "light" && display !== "dark" && display !== "projector") {
    display = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  root.setAttribute("data-theme", display);
  root.setAttribute("lang", read("anju.language") === "en" ? "en" : "zh-CN");
})();
