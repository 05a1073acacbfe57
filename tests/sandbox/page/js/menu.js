// A menu of actions (overflow, message shortcuts): arrow keys, Enter, Escape.
import { h } from "./dom.js";
import { closeFloating, float } from "./floating.js";

/** items: [{label (text or node), description?, danger?, href?, run()}, or "line", or {heading}] */
export function openMenu(anchor, items, { align = "end", label = "Menu" } = {}) {
  const menu = h("div", { class: "menu", role: "menu", "aria-label": label });
  for (const item of items) menu.append(entry(item));
  menu.addEventListener("keydown", (event) => moveFocus(menu, event));
  anchor.setAttribute("aria-expanded", "true");
  float(anchor, menu, { align, onClose: () => anchor.setAttribute("aria-expanded", "false") });
  menu.querySelector("[role=menuitem]")?.focus({ preventScroll: true });
}

function entry(item) {
  if (item === "line") return h("div", { class: "menu-line", role: "separator" });
  if (item.heading) return h("div", { class: "menu-heading", role: "presentation" }, item.heading);
  const choose = () => {
    closeFloating(true);
    item.run?.();
  };
  const className = `menu-item${item.danger ? " danger" : ""}`;
  return h(
    item.href ? "a" : "button",
    { class: className, role: "menuitem", tabindex: "-1", onclick: choose, ...address(item) },
    h("span", { class: "menu-label" }, item.label),
    item.description && h("span", { class: "menu-description" }, item.description),
  );
}

const address = (item) =>
  item.href ? { href: item.href, target: "_blank", rel: "noopener noreferrer" } : { type: "button" };

function moveFocus(menu, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Tab") closeFloating(true);
  if (!step) return;
  event.preventDefault();
  const items = [...menu.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
}
