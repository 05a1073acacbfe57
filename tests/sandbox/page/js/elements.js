// Block Kit's interactive elements. `ctx` says where they stand and what acting on them does:
// ctx.read(block, element) -> state, ctx.change(block, element, state, how), ctx.press(block, element, extra).
import { confirmed } from "./confirm.js";
import { selectControl } from "./choices.js";
import { h, safeUrl } from "./dom.js";
import { isPicker, isTyped, pickerControl, tickControl, typedControl } from "./fields.js";
import { fileControl } from "./filefield.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { renderText } from "./mrkdwn.js";
import { pictureButton } from "./pictures.js";

export const controlName = (block, element) => `${block.block_id ?? ""}/${element.action_id ?? element.type}`;

export function renderElement(element, block, ctx, label = "") {
  const options = {
    name: controlName(block, element),
    label: label || nameOf(element),
    onChange: changer(element, block, ctx),
    dispatches: block.type === "input" && Boolean(block.dispatch_action),
  };
  const type = element.type;
  if (type === "button" || type === "workflow_button") return button(element, block, ctx);
  if (type === "overflow") return overflow(element, block, ctx);
  if (type === "image") return pictureButton(element, { className: "thumb" });
  if (type === "icon_button") return iconButton(element, block, ctx);
  if (type === "feedback_buttons") return feedback(element, block, ctx);
  if (type === "checkboxes" || type === "radio_buttons") return tickControl(element, ctx.read(block, element), options);
  if (type === "file_input") return fileControl(element, block, ctx, options);
  if (isPicker(type)) return pickerControl(element, ctx.read(block, element), options);
  if (isTyped(type)) return typedControl(element, ctx.read(block, element), options);
  if (/select$/.test(type)) return selectControl(element, ctx.read(block, element), options);
  return h("span", { class: "unknown" }, `[${type}]`);
}

const nameOf = (element) =>
  element.accessibility_label ?? element.placeholder?.text ?? element.text?.text ?? element.action_id ?? "";

function changer(element, block, ctx) {
  return async (state, how = {}) => {
    if (element.confirm && !(await confirmed(element.confirm))) return;
    ctx.change(block, element, state, how);
  };
}

/** Runs an action with the control marked busy until Slack has the acknowledgement. */
async function busy(control, action) {
  if (control.getAttribute("aria-busy") === "true") return;
  control.setAttribute("aria-busy", "true");
  try {
    await action();
  } finally {
    control.removeAttribute("aria-busy");
  }
}

function button(element, block, ctx) {
  const style = { primary: " primary", danger: " danger" }[element.style] ?? "";
  const address = element.url ? safeUrl(element.url) : null;
  const press = async () => {
    if (!(await confirmed(element.confirm))) return;
    if (address) window.open(address, "_blank", "noopener,noreferrer");
    await busy(control, () => ctx.press(block, element, { value: element.value }));
  };
  const control = h(
    "button",
    {
      class: `button${style}`,
      type: "button",
      "aria-label": element.accessibility_label,
      dataset: { control: controlName(block, element), actionId: element.action_id ?? "" },
      onclick: press,
    },
    h("span", { class: "button-text" }, renderText(element.text)),
    address && icon("external", 14),
  );
  return control;
}

function overflow(element, block, ctx) {
  const choose = async (option) => {
    if (!(await confirmed(element.confirm))) return;
    const address = option.url ? safeUrl(option.url) : null;
    if (address) window.open(address, "_blank", "noopener,noreferrer");
    await busy(control, () => ctx.press(block, element, { option }));
  };
  const items = element.options.map((option) => ({
    label: renderText(option.text),
    description: option.description && renderText(option.description),
    run: () => choose(option),
  }));
  const control = h(
    "button",
    {
      class: "button overflow",
      type: "button",
      "aria-label": element.accessibility_label ?? "More options",
      "aria-haspopup": "menu",
      dataset: { control: controlName(block, element), actionId: element.action_id ?? "" },
      onclick: () => openMenu(control, cloned(items), { label: "More options", align: "start" }),
    },
    icon("more"),
  );
  return control;
}

/** A menu is built each time it opens, and nodes can stand in one place only. */
const cloned = (items) =>
  items.map((item) => ({ ...item, label: item.label.cloneNode(true), description: item.description?.cloneNode(true) }));

function iconButton(element, block, ctx) {
  const control = h(
    "button",
    {
      class: "icon-button framed",
      type: "button",
      title: element.text?.text,
      "aria-label": element.accessibility_label ?? element.text?.text ?? "Action",
      dataset: { control: controlName(block, element), actionId: element.action_id ?? "" },
      onclick: async () => {
        if (await confirmed(element.confirm))
          await busy(control, () => ctx.press(block, element, { value: element.value }));
      },
    },
    icon(element.icon === "trash" ? "close" : "shortcut"),
  );
  return control;
}

function feedback(element, block, ctx) {
  const choice = (side, name) => {
    const text = element[side]?.text?.text ?? "";
    const control = h(
      "button",
      {
        class: "icon-button framed",
        type: "button",
        title: text,
        "aria-label": element[side]?.accessibility_label ?? text,
        onclick: () => busy(control, () => ctx.press(block, element, { value: element[side]?.value })),
      },
      icon(name),
    );
    return control;
  };
  return h("span", { class: "feedback" }, choice("positive_button", "thumbUp"), choice("negative_button", "thumbDown"));
}
