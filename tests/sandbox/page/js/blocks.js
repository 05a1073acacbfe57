// Block Kit to DOM, for messages, modals and App Home.
import { h } from "./dom.js";
import { renderElement } from "./elements.js";
import { inputBlock } from "./inputs.js";
import { uniqueKeys } from "./keyed.js";
import { alert, card, carousel, container, plan, table, taskCard } from "./layouts.js";
import { renderMarkdown } from "./markdown.js";
import { renderText } from "./mrkdwn.js";
import { pictureButton, sourceOf } from "./pictures.js";
import { renderRichText } from "./richtext.js";

const RENDERERS = {
  section,
  header: (block) => h("h3", { class: "block-header" }, renderText(block.text)),
  divider: () => h("hr", { class: "divider" }),
  image: imageBlock,
  actions: (block, ctx) =>
    h(
      "div",
      { class: "actions" },
      block.elements.map((one) => renderElement(one, block, ctx)),
    ),
  context: contextBlock,
  context_actions: (block, ctx) =>
    h(
      "div",
      { class: "actions quiet" },
      block.elements.map((one) => renderElement(one, block, ctx)),
    ),
  input: inputBlock,
  markdown: (block) => renderMarkdown(block.text ?? ""),
  rich_text: renderRichText,
  card,
  carousel,
  container,
  alert,
  plan,
  task_card: taskCard,
  table,
};

export function renderBlock(block, ctx) {
  const render = RENDERERS[block.type];
  const node = render ? render(block, ctx) : h("div", { class: "unknown" }, `[${block.type} block]`);
  node.classList.add("block");
  return node;
}

/** Specs for `patch`: a block that is the same as before keeps its DOM. */
export function blockSpecs(blocks, ctx) {
  return uniqueKeys(
    (blocks ?? []).map((block, index) => ({
      key: block.block_id ?? `${block.type}-${index}`,
      sign: JSON.stringify(block),
      make: () => renderBlock(block, ctx),
    })),
  );
}

function section(block, ctx) {
  const fields = block.fields?.length
    ? h(
        "div",
        { class: "fields" },
        block.fields.map((field) => h("div", { class: "field" }, renderText(field))),
      )
    : null;
  const words = h("div", { class: "section-words" }, block.text && h("div", {}, renderText(block.text)), fields);
  if (!block.accessory) return h("div", { class: "section" }, words);
  const side = h("div", { class: "accessory" }, renderElement(block.accessory, block, ctx, block.text?.text ?? ""));
  return h("div", { class: "section with-accessory" }, words, side);
}

function imageBlock(block) {
  const title = block.title?.text ?? "";
  return h(
    "figure",
    { class: "image-block" },
    title && h("figcaption", { class: "image-title" }, renderText(block.title)),
    pictureButton(block, { title, name: title }),
  );
}

function contextBlock(block, ctx) {
  const parts = (block.elements ?? []).map((element) => {
    if (element.type !== "image") return h("span", { class: "context-text" }, renderText(element));
    const source = sourceOf(element);
    return source ? h("img", { class: "context-image", src: source, alt: element.alt_text ?? "" }) : null;
  });
  return h("div", { class: "context" }, parts);
}
