// The input block: label, control, hint, and the error that a submission came back with.
import { h, uid } from "./dom.js";
import { renderElement } from "./elements.js";
import { renderText } from "./mrkdwn.js";

export function inputBlock(block, ctx) {
  const element = block.element ?? {};
  const label = block.label?.text ?? element.action_id ?? "";
  const hint = block.hint && h("div", { class: "hint", id: uid("hint") }, renderText(block.hint));
  const error = h("div", { class: "field-error", id: uid("error"), role: "alert", hidden: true });
  const control = renderElement(element, block, ctx, label);
  const target = control.matches("[data-control]") ? control : control.querySelector("[data-control]");
  target?.setAttribute("aria-describedby", [hint?.id, error.id].filter(Boolean).join(" "));
  const caption = h(
    target?.id || control.matches("input, textarea") ? "label" : "div",
    { class: "label" },
    renderText(block.label),
    block.optional && h("span", { class: "optional" }, " (optional)"),
  );
  if (control.matches("input, textarea")) {
    control.id = uid("field");
    control.removeAttribute("aria-label");
    caption.setAttribute("for", control.id);
  }
  if (!block.optional) target?.setAttribute("aria-required", "true");
  return h("div", { class: "input-block", dataset: { block: block.block_id ?? "" } }, caption, control, error, hint);
}

/** Show the errors {block_id: sentence} under their inputs, clear the others, and go to the first. */
export function showErrors(root, errors, { focus = false } = {}) {
  let first = null;
  for (const field of root.querySelectorAll(".input-block")) {
    const sentence = errors?.[field.dataset.block] ?? null;
    const slot = field.querySelector(".field-error");
    slot.textContent = sentence ?? "";
    slot.hidden = !sentence;
    field.classList.toggle("invalid", Boolean(sentence));
    const control = field.querySelector("[data-control]");
    if (sentence) {
      first ??= control;
      control?.setAttribute("aria-invalid", "true");
    } else control?.removeAttribute("aria-invalid");
  }
  if (focus) first?.focus();
}
