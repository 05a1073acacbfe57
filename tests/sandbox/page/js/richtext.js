// The rich_text block: Slack's own tree of sections, lists, quotes and code.
import { emojiFor } from "./emoji.js";
import { h, link } from "./dom.js";
import { channelMention, mention, replaceEmoji } from "./mrkdwn.js";

export function renderRichText(block) {
  return h("div", { class: "richtext" }, (block.elements ?? []).map(part));
}

function part(element) {
  const inside = () => (element.elements ?? []).map(inlineNode);
  switch (element.type) {
    case "rich_text_section":
      return h("div", {}, inside());
    case "rich_text_quote":
      return h("blockquote", { class: "quote" }, inside());
    case "rich_text_preformatted":
      return h("pre", { class: "pre" }, inside());
    case "rich_text_list":
      return list(element);
    default:
      return null;
  }
}

function list(element) {
  const tag = element.style === "ordered" ? "ol" : "ul";
  const start = element.offset ? { start: element.offset + 1 } : {};
  const items = (element.elements ?? []).map((item) => h("li", {}, part(item)));
  return h(tag, { class: `list indent-${Math.min(element.indent ?? 0, 4)}`, ...start }, items);
}

function inlineNode(element) {
  switch (element.type) {
    case "text":
      return styled(lines(replaceEmoji(element.text ?? "")), element.style);
    case "link":
      return styled([link(element.url, element.text || element.url)], element.style);
    case "user":
      return mention(element.user_id);
    case "channel":
      return channelMention(element.channel_id);
    case "emoji":
      return emojiFor(element.name) ?? `:${element.name}:`;
    case "broadcast":
      return h("span", { class: "mention mine" }, `@${element.range}`);
    case "date":
      return h("time", {}, element.fallback ?? new Date(element.timestamp * 1000).toLocaleString("en-US"));
    case "color":
      return h("code", { class: "code" }, element.value ?? "");
    default:
      return null;
  }
}

const lines = (text) => text.split("\n").flatMap((line, index) => (index ? [h("br"), line] : [line]));

function styled(nodes, style = {}) {
  let inner = nodes;
  if (style.code) inner = [h("code", { class: "code" }, ...inner)];
  if (style.bold) inner = [h("strong", {}, ...inner)];
  if (style.italic) inner = [h("em", {}, ...inner)];
  if (style.strike) inner = [h("s", {}, ...inner)];
  return inner;
}
