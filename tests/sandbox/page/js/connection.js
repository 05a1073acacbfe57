// Whether anybody listens: a strip when no bot is connected, or when this page has lost the sandbox.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { botName, on, state } from "./state.js";

export function connectionBanner() {
  const words = h("span", {});
  const banner = h("div", { class: "banner", role: "status", hidden: true }, icon("warning"), words);
  const paint = () => {
    const text = sentence();
    banner.hidden = !text;
    words.textContent = text;
  };
  on("connection", paint);
  on("workspace", paint);
  return banner;
}

function sentence() {
  if (!state.online) return "The page has lost the sandbox. Trying to reach it again…";
  if (!state.connected)
    return `No bot is connected: ${botName()} will not answer. Start one with "make demo", or wait until it is up.`;
  return "";
}

/** The dot and words of the top bar. */
export function connectionState() {
  const words = h("span", {});
  const node = h("div", { class: "connection" }, h("span", { class: "dot" }), words);
  const paint = () => {
    const alive = state.online && state.connected;
    node.classList.toggle("alive", alive);
    words.textContent = !state.online
      ? "Sandbox not reachable"
      : alive
        ? `${botName()} is connected`
        : "No bot connected";
  };
  on("connection", paint);
  on("workspace", paint);
  return node;
}
