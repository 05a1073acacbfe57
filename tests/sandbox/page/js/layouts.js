// Block Kit's newer, composed blocks: card, carousel, container, alert, plan, task card, table, file.
import { renderBlock } from "./blocks.js";
import { h } from "./dom.js";
import { renderElement } from "./elements.js";
import { icon } from "./icons.js";
import { renderMrkdwn, renderText } from "./mrkdwn.js";
import { pictureButton, sourceOf } from "./pictures.js";
import { renderRichText } from "./richtext.js";

export function card(block, ctx) {
  const words = [
    block.icon && h("img", { class: "card-icon", src: sourceOf(block.icon) ?? "", alt: block.icon.alt_text ?? "" }),
    h(
      "div",
      { class: "card-words" },
      line("strong", "card-title", block.title),
      line("span", "card-subtitle", block.subtitle),
    ),
  ];
  return h(
    "article",
    { class: "card" },
    block.hero_image && pictureButton(block.hero_image, { className: "card-hero" }),
    h("div", { class: "card-head" }, words),
    line("div", "card-body", block.body),
    line("div", "card-subtext", block.subtext),
    block.actions?.length &&
      h(
        "div",
        { class: "actions" },
        block.actions.map((one) => renderElement(one, block, ctx)),
      ),
  );
}

const line = (tag, name, text) => text && h(tag, { class: name }, renderText(text));

export function carousel(block, ctx) {
  const cards = (block.elements ?? []).map((one) => card({ block_id: block.block_id, ...one }, ctx));
  return h("div", { class: "carousel", role: "group", tabindex: "0", "aria-label": `${cards.length} cards` }, cards);
}

export function container(block, ctx) {
  const children = (block.child_blocks ?? []).map((child) => renderBlock(child, ctx));
  const head = [line("strong", "container-title", block.title), line("span", "card-subtitle", block.subtitle)];
  if (!block.is_collapsible) return h("section", { class: "container" }, h("header", {}, head), children);
  const open = block.default_collapsed ? {} : { open: true };
  return h("details", { class: "container", ...open }, h("summary", {}, head), children);
}

export function alert(block) {
  const level = ["info", "warning", "error", "success"].includes(block.level) ? block.level : "info";
  const sign = level === "success" ? "check" : level === "info" ? "info" : "warning";
  return h("div", { class: `alert ${level}`, role: "note" }, icon(sign), h("div", {}, renderText(block.text)));
}

export function plan(block) {
  const tasks = (block.tasks ?? []).map(taskCard);
  return h(
    "section",
    { class: "container" },
    h("strong", { class: "container-title" }, renderText(block.title)),
    tasks,
  );
}

export function taskCard(block) {
  const signs = { complete: "check", error: "warning" };
  const sign = signs[block.status]
    ? icon(signs[block.status], 16)
    : h("span", { class: `spinner ${block.status ?? ""}` });
  return h(
    "div",
    { class: `task ${block.status ?? "pending"}` },
    sign,
    h("div", {}, h("span", { class: "task-title" }, renderText(block.title)), rich(block.details), rich(block.output)),
  );
}

const rich = (value) => value && (value.type === "rich_text" ? renderRichText(value) : h("div", {}, renderText(value)));

export function table(block) {
  const settings = block.column_settings ?? [];
  const cell = (value, tag, column) => {
    const align = settings[column]?.align;
    const inner =
      value?.type === "rich_text" ? renderRichText(value) : renderMrkdwn(String(value?.text ?? value?.value ?? ""));
    return h(tag, { class: align ? `align-${align}` : "", scope: tag === "th" ? "col" : undefined }, inner);
  };
  const [head, ...rows] = block.rows ?? [];
  return h(
    "div",
    { class: "table-frame", tabindex: "0" },
    h(
      "table",
      { class: "table" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          (head ?? []).map((value, column) => cell(value, "th", column)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            {},
            row.map((value, column) => cell(value, "td", column)),
          ),
        ),
      ),
    ),
  );
}
