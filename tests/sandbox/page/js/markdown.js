// The markdown block: the part of standard Markdown that models and bots write (headings, lists, quotes, code,
// emphasis, links), to DOM.
import { h, link } from "./dom.js";
import { replaceEmoji } from "./mrkdwn.js";

const INLINE = /(`[^`]+`)|(\*\*[^*]+\*\*)|(\*[^*\s][^*]*\*|_[^_\s][^_]*_)|(~~[^~]+~~)|(\[[^\]]+\]\([^)\s]+\))/;

export function renderMarkdown(text) {
  const root = h("div", { class: "markdown" });
  text.split(/```\w*\n?([\s\S]*?)```/).forEach((part, index) => {
    if (index % 2) root.append(h("pre", { class: "pre" }, part.replace(/\n$/, "")));
    else part.split(/\n{2,}/).forEach((paragraph) => paragraph.trim() && appendParagraph(root, paragraph.trim()));
  });
  return root;
}

function appendParagraph(root, text) {
  let open = null;
  for (const line of text.split("\n")) {
    const { tag, className, body, item } = kindOf(line);
    if (!open || open.tag !== tag || tag.startsWith("h")) {
      open = { tag, node: h(tag, { class: className }) };
      root.append(open.node);
    } else if (!item) open.node.append(h("br"));
    if (tag !== "hr") open.node.append(...(item ? [h("li", {}, inline(body))] : inline(body)));
  }
}

function kindOf(line) {
  let match;
  if ((match = line.match(/^#{1,6}\s+(.*)$/))) return { tag: "h4", className: "heading", body: match[1] };
  if (/^(-{3,}|\*{3,})$/.test(line.trim())) return { tag: "hr", className: "divider", body: "" };
  if ((match = line.match(/^\s*[-*+]\s+(.*)$/))) return { tag: "ul", className: "list", body: match[1], item: true };
  if ((match = line.match(/^\s*\d+[.)]\s+(.*)$/))) return { tag: "ol", className: "list", body: match[1], item: true };
  if ((match = line.match(/^>\s?(.*)$/))) return { tag: "blockquote", className: "quote", body: match[1] };
  return { tag: "p", className: "", body: line };
}

function inline(text) {
  const match = text.match(INLINE);
  if (!match) return [replaceEmoji(text)];
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  return [...(before ? [replaceEmoji(before)] : []), mark(match), ...(after ? inline(after) : [])];
}

function mark([whole, code, bold, italic, strike, anchor]) {
  if (code) return h("code", { class: "code" }, code.slice(1, -1));
  if (bold) return h("strong", {}, inline(bold.slice(2, -2)));
  if (italic) return h("em", {}, inline(italic.slice(1, -1)));
  if (strike) return h("s", {}, inline(strike.slice(2, -2)));
  const [, label, address] = anchor.match(/^\[([^\]]+)\]\(([^)\s]+)\)$/);
  return address ? link(address, label) : whole;
}
