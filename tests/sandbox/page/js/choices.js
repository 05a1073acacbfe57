// Selects and multi-selects: a button that opens a list with a filter, as Slack's do.
import { h, uid } from "./dom.js";
import { closeFloating, float } from "./floating.js";
import { icon } from "./icons.js";
import { renderText } from "./mrkdwn.js";
import { state } from "./state.js";
import { heldBy, holdsOptions, isMany, stateOf } from "./values.js";

/** Groups of options of any select: [{label, options: [{text, value, description}]}]. */
function groupsOf(element) {
  if (element.option_groups) return element.option_groups;
  if (element.options) return [{ options: element.options }];
  if (/users/.test(element.type)) return [{ options: state.people.map((p) => option(p.real_name || p.name, p.id)) }];
  if (/conversations|channels/.test(element.type)) return [{ options: channelOptions(element.type) }];
  return [{ options: [] }];
}

const option = (text, value) => ({ text: { type: "plain_text", text }, value });

function channelOptions(type) {
  const shown = state.channels.filter((channel) => !channel.is_im || /conversations/.test(type));
  return shown.map((channel) => option(`${channel.is_im ? "" : "# "}${channel.name}`, channel.id));
}

export function selectControl(element, held, { name, label, onChange }) {
  const many = isMany(element.type);
  const values = () => (many ? heldValues() : heldValues().slice(0, 1));
  let current = heldBy(held);
  const heldValues = () => [current ?? []].flat().map((item) => item.value ?? item);
  const face = h("span", { class: "select-face" });
  const button = h(
    "button",
    {
      class: `select${many ? " many" : ""}`,
      type: "button",
      "aria-haspopup": "listbox",
      "aria-label": label,
      dataset: { control: name },
      onclick: () => open(),
      onkeydown: (event) => ["ArrowDown", "ArrowUp"].includes(event.key) && (event.preventDefault(), open()),
    },
    face,
    icon("down", 16),
  );
  const paint = () => face.replaceChildren(...faceOf(element, values(), many, remove));
  const remove = (value) => change(values().filter((other) => other !== value));
  const change = (chosen) => {
    const items = chosen.map((value) => (holdsOptions(element.type) ? find(element, value) : value)).filter(Boolean);
    current = many ? items : (items[0] ?? null);
    paint();
    onChange(stateOf(element, current));
  };
  const open = () => openList(button, element, values(), many, change, label);
  paint();
  return button;
}

const find = (element, value) =>
  groupsOf(element)
    .flatMap((group) => group.options)
    .find((o) => o.value === value);

function faceOf(element, values, many, remove) {
  const placeholder = element.placeholder ?? (many ? "Select options" : "Choose an option");
  if (!values.length) return [h("span", { class: "placeholder" }, renderText(placeholder))];
  const chosen = values.map((value) => find(element, value) ?? option(String(value), value));
  if (!many) return [h("span", {}, renderText(chosen[0].text))];
  return chosen.map((item) => chip(item, remove));
}

function chip(item, remove) {
  const drop = (event) => {
    event.stopPropagation();
    remove(item.value);
  };
  return h(
    "span",
    { class: "chip" },
    renderText(item.text),
    h("span", { class: "chip-x", onclick: drop }, icon("close", 12)),
  );
}

function openList(button, element, values, many, change, label) {
  let chosen = [...values];
  const list = h("div", { class: "listbox", role: "listbox", id: uid("list"), "aria-multiselectable": String(many) });
  const filter = h("input", {
    class: "text-input filter",
    type: "text",
    role: "combobox",
    placeholder: "Search",
    "aria-label": `Search: ${label}`,
    "aria-controls": list.id,
    "aria-expanded": "true",
    autocomplete: "off",
  });
  let active = -1;
  const rows = () => [...list.querySelectorAll("[role=option]")];
  const activate = (index) => {
    const all = rows();
    active = all.length ? (index + all.length) % all.length : -1;
    all.forEach((row, i) => row.classList.toggle("active", i === active));
    all[active]?.scrollIntoView({ block: "nearest" });
    if (all[active]) filter.setAttribute("aria-activedescendant", all[active].id);
  };
  const pick = (value) => {
    if (!many) {
      closeFloating(true);
      return change([value]);
    }
    const most = element.max_selected_items ?? Infinity;
    if (chosen.includes(value)) chosen = chosen.filter((other) => other !== value);
    else if (chosen.length < most) chosen.push(value);
    change(chosen);
    return fill();
  };
  const fill = () => {
    list.replaceChildren(...listRows(element, filter.value, chosen, pick));
    activate(Math.max(0, active < 0 ? rows().findIndex((row) => row.ariaSelected === "true") : active));
  };
  filter.addEventListener("input", () => {
    active = 0;
    fill();
  });
  filter.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") activate(active + 1);
    else if (event.key === "ArrowUp") activate(active - 1);
    else if (event.key === "Enter") rows()[active]?.click();
    else if (event.key === "Tab") return closeFloating(true);
    else return undefined;
    return event.preventDefault();
  });
  const panel = h("div", { class: "select-panel" }, filter, list);
  panel.style.minWidth = `${Math.max(220, button.getBoundingClientRect().width)}px`;
  fill();
  float(button, panel);
  filter.focus({ preventScroll: true });
}

function listRows(element, words, chosen, pick) {
  const wanted = words.trim().toLowerCase();
  const rows = [];
  for (const group of groupsOf(element)) {
    const shown = group.options.filter((item) => (item.text.text ?? "").toLowerCase().includes(wanted));
    if (group.label && shown.length) rows.push(h("div", { class: "menu-heading" }, renderText(group.label)));
    rows.push(...shown.map((item) => row(item, chosen.includes(item.value), pick)));
  }
  return rows.length ? rows : [h("div", { class: "menu-empty" }, "No items")];
}

function row(item, isChosen, pick) {
  return h(
    "div",
    {
      class: "option",
      role: "option",
      id: uid("option"),
      "aria-selected": String(isChosen),
      onclick: () => pick(item.value),
    },
    h(
      "span",
      { class: "option-text" },
      renderText(item.text),
      item.description && h("small", {}, renderText(item.description)),
    ),
    isChosen && icon("check", 16),
  );
}
