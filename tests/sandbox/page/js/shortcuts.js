// The bar that appears over a message: reply in thread, and more: the app's message shortcuts, copying.
import * as api from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { openThread } from "./route.js";
import { botName, state } from "./state.js";
import { failed, toast } from "./toasts.js";

export function hoverBar(root) {
  const reply = button("thread", "Reply in thread", () => openThread(at().channel, at().thread || at().ts));
  const more = button("more", "More actions", () => openMenu(more, menuItems(at()), { label: "Message actions" }));
  more.setAttribute("aria-haspopup", "menu");
  const bar = h(
    "div",
    { class: "hover-bar", dataset: { guest: "" }, role: "toolbar", "aria-label": "Message actions" },
    reply,
    more,
  );
  let row = null;
  const at = () => row?.dataset ?? {};

  const show = (message) => {
    if (message === row || more.getAttribute("aria-expanded") === "true") return;
    row = message;
    if (!row || row.classList.contains("local")) return bar.remove();
    reply.hidden = Boolean(row.closest(".thread")) || row.classList.contains("ephemeral");
    row.append(bar);
  };
  root.addEventListener("pointerover", (event) => show(event.target.closest?.(".message") ?? null));
  root.addEventListener("focusin", (event) => show(event.target.closest?.(".message") ?? row));
}

function button(name, label, run) {
  return h(
    "button",
    { class: "icon-button", type: "button", "aria-label": label, title: label, onclick: run },
    icon(name),
  );
}

function menuItems({ channel, ts }) {
  const shortcuts = state.shortcuts.filter((one) => one.type === "message");
  const items = shortcuts.map((one) => ({
    label: h("span", { class: "shortcut-label" }, icon("shortcut", 16), one.name),
    description: h("span", {}, botName()),
    run: () => run(channel, ts, one),
  }));
  const copy = { label: "Copy message id", description: ts, run: () => copyText(ts) };
  return items.length ? [{ heading: "Apps" }, ...items, "line", copy] : [copy];
}

async function run(channel, ts, shortcut) {
  const answer = await api.shortcut(channel, ts, shortcut.callback_id);
  if (!answer.ok) failed(answer);
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied.", { kind: "done" });
  } catch {
    toast(text);
  }
}
