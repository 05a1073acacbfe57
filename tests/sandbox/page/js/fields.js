// Inputs that are typed or ticked: text, numbers, dates, checkboxes, radio buttons.
import { h, uid } from "./dom.js";
import { renderText } from "./mrkdwn.js";
import { heldBy, stateOf } from "./values.js";

const HTML_TYPES = { number_input: "number", email_text_input: "email", url_text_input: "url" };
const PICKERS = { datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" };

export const isTyped = (type) => /_text_input$|^number_input$|^rich_text_input$/.test(type);
export const isPicker = (type) => type in PICKERS;

/** A typed field; onChange(state, {typing, entered}). */
export function typedControl(element, held, { name, label, onChange, dispatches }) {
  const tall = element.multiline || element.type === "rich_text_input";
  const field = h(tall ? "textarea" : "input", {
    class: "text-input",
    type: tall ? undefined : (HTML_TYPES[element.type] ?? "text"),
    rows: tall ? 4 : undefined,
    step: element.type === "number_input" ? (element.is_decimal_allowed ? "any" : "1") : undefined,
    min: element.min_value,
    max: element.max_value,
    minlength: element.min_length,
    maxlength: element.max_length,
    placeholder: element.placeholder?.text,
    "aria-label": label,
    autocomplete: "off",
    dataset: { control: name },
  });
  field.value = textOf(element, heldBy(held));
  const current = () => stateOf(element, valueOf(element, field.value));
  field.addEventListener("input", () => onChange(current(), { typing: true }));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || (tall && !event.metaKey && !event.ctrlKey))
      return;
    if (dispatches) event.preventDefault(); // else Enter submits the form
    onChange(current(), { typing: true, entered: true });
  });
  return field;
}

function textOf(element, held) {
  if (element.type !== "rich_text_input") return held ?? "";
  const parts = held?.elements?.flatMap((section) => section.elements ?? []) ?? [];
  return parts.map((part) => part.text ?? "").join("");
}

function valueOf(element, text) {
  if (text === "") return null;
  if (element.type !== "rich_text_input") return text;
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] };
}

export function pickerControl(element, held, { name, label, onChange }) {
  const value = heldBy(held);
  const field = h("input", {
    class: "text-input picker",
    type: PICKERS[element.type],
    "aria-label": label,
    dataset: { control: name },
  });
  field.value = element.type === "datetimepicker" && value ? localMinute(value) : (value ?? "");
  field.addEventListener("change", () => {
    const chosen = element.type === "datetimepicker" ? new Date(field.value).getTime() / 1000 : field.value;
    onChange(stateOf(element, chosen || null), {});
  });
  return field;
}

function localMinute(seconds) {
  const when = new Date(seconds * 1000);
  return new Date(when.getTime() - when.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Checkboxes and radio buttons. */
export function tickControl(element, held, { name, label, onChange }) {
  const many = element.type === "checkboxes";
  const group = uid("tick");
  const chosen = new Set([heldBy(held) ?? []].flat().map((item) => item.value));
  const boxes = element.options.map((item) => tickBox(item, many, group, chosen.has(item.value), name));
  const read = () => element.options.filter((_, index) => boxes[index].querySelector("input").checked);
  const change = () => onChange(stateOf(element, many ? read() : (read()[0] ?? null)), {});
  return h(
    "div",
    { class: "ticks", role: many ? "group" : "radiogroup", "aria-label": label, onchange: change },
    boxes,
  );
}

function tickBox(item, many, group, checked, name) {
  const input = h("input", {
    type: many ? "checkbox" : "radio",
    name: group,
    value: item.value,
    checked,
    dataset: { control: `${name}/${item.value}` },
  });
  const words = h(
    "span",
    { class: "tick-text" },
    renderText(item.text),
    item.description && h("small", {}, renderText(item.description)),
  );
  return h("label", { class: "tick" }, input, words);
}
