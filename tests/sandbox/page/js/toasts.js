// Short notices at the bottom of the window; failures are announced at once to screen readers.
import { h } from "./dom.js";
import { icon } from "./icons.js";

const SHOWN_FOR = 6000;
let region = null;

function host() {
  region ??= h("div", { class: "toasts", popover: "manual", "aria-live": "polite" });
  const dialogs = document.querySelectorAll("dialog[open]");
  const parent = dialogs.length ? dialogs[dialogs.length - 1] : document.body;
  if (region.parentNode !== parent) parent.append(region);
  try {
    region.hidePopover();
    region.showPopover(); // again, so that it lies over whatever opened since
  } catch {
    // an old browser without popovers shows it in place
  }
  return region;
}

export function toast(text, { kind = "info" } = {}) {
  const close = () => note.remove();
  const note = h(
    "div",
    { class: `toast ${kind}`, role: kind === "error" ? "alert" : "status" },
    icon(kind === "error" ? "warning" : kind === "done" ? "check" : "info"),
    h("span", {}, text),
    h("button", { class: "icon-button", type: "button", "aria-label": "Dismiss", onclick: close }, icon("close", 16)),
  );
  host().append(note);
  setTimeout(close, SHOWN_FOR);
}

export const failed = (answer) => toast(answer?.error || "That did not work.", { kind: "error" });
