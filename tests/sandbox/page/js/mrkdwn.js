// Slack's markup to DOM, by a small scanner that only ever makes text nodes and known elements.
import { emojiFor } from "./emoji.js";
import { h, link } from "./dom.js";
import { channelById, isBot, person, state, botName } from "./state.js";
import { fillDate } from "./time.js";

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const MARKS = { "*": "strong", _: "em", "~": "s" };
const BARE_URL = /^https?:\/\/[^\s<>|"]*[^\s<>|".,;:!?)\]]/;
const WORD = /[\p{L}\p{N}]/u;

export const decode = (text) => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]);

/** A text object ({type, text}) or plain string of Block Kit. */
export function renderText(object) {
  if (!object) return document.createDocumentFragment();
  if (typeof object === "string") return renderPlain(object);
  if (object.type === "mrkdwn") return renderMrkdwn(object.text ?? "");
  return renderPlain(object.text ?? "", object.emoji !== false);
}

export function renderPlain(text, withEmoji = true) {
  const fragment = document.createDocumentFragment();
  decode(text)
    .split("\n")
    .forEach((line, index) => {
      if (index) fragment.append(h("br"));
      fragment.append(withEmoji ? replaceEmoji(line) : line);
    });
  return fragment;
}

export const replaceEmoji = (text) =>
  text.replace(/:([a-z0-9_+-]+):(?::skin-tone-\d:)?/g, (whole, name) => emojiFor(name) ?? whole);

export function renderMrkdwn(text) {
  const fragment = document.createDocumentFragment();
  text.split(/```([\s\S]+?)```\n?/).forEach((part, index) => {
    if (index % 2) fragment.append(h("pre", { class: "pre" }, decode(plainTokens(part.replace(/^\n|\n$/g, "")))));
    else appendLines(fragment, part);
  });
  return fragment;
}

/** Inside code, <url|label> and mentions stand as they would read. */
const plainTokens = (text) => text.replace(/<([^<>\n]+)>/g, (_, body) => body.split("|").pop());

function appendLines(fragment, text) {
  if (!text) return;
  let quote = null;
  let first = true;
  for (const line of text.split("\n")) {
    const quoted = line.match(/^(?:&gt;|>)\s?(.*)$/);
    if (quoted) {
      if (quote) quote.append(h("br"));
      else fragment.append((quote = h("blockquote", { class: "quote" })));
      quote.append(...inline(quoted[1]));
    } else {
      if (!first && !quote) fragment.append(h("br"));
      quote = null;
      fragment.append(...inline(line));
    }
    first = false;
  }
}

/** One line to nodes. */
function inline(text) {
  const nodes = [];
  let plain = "";
  const flush = () => {
    if (plain) nodes.push(document.createTextNode(replaceEmoji(decode(plain))));
    plain = "";
  };
  let at = 0;
  while (at < text.length) {
    const found = special(text, at);
    if (found) {
      flush();
      nodes.push(...found.nodes);
      at = found.end;
    } else plain += text[at++];
  }
  flush();
  return nodes;
}

function special(text, at) {
  const character = text[at];
  if (character === "`") return code(text, at);
  if (character === "<") return token(text, at);
  if (character in MARKS) return marked(text, at, character);
  if (character === "h" && !WORD.test(text[at - 1] ?? "")) return bareUrl(text, at);
  return null;
}

function code(text, at) {
  const end = text.indexOf("`", at + 1);
  if (end <= at + 1) return null;
  const body = decode(plainTokens(text.slice(at + 1, end)));
  return { nodes: [h("code", { class: "code" }, body)], end: end + 1 };
}

function marked(text, at, mark) {
  if (WORD.test(text[at - 1] ?? "") || /\s/.test(text[at + 1] ?? " ") || text[at + 1] === mark) return null;
  for (let end = text.indexOf(mark, at + 2); end > 0; end = text.indexOf(mark, end + 1)) {
    if (/\s/.test(text[end - 1]) || WORD.test(text[end + 1] ?? "")) continue;
    return { nodes: [h(MARKS[mark], {}, inline(text.slice(at + 1, end)))], end: end + 1 };
  }
  return null;
}

function bareUrl(text, at) {
  const match = text.slice(at).match(BARE_URL);
  return match ? { nodes: [link(decode(match[0]), decode(match[0]))], end: at + match[0].length } : null;
}

function token(text, at) {
  const end = text.indexOf(">", at);
  if (end < 0) return null;
  const node = tokenNode(text.slice(at + 1, end));
  return node ? { nodes: [node], end: end + 1 } : null;
}

function tokenNode(body) {
  const [target, ...rest] = body.split("|");
  const label = rest.length ? decode(rest.join("|")) : null;
  if (target.startsWith("@")) return mention(target.slice(1), label);
  if (target.startsWith("#")) return channelMention(target.slice(1), label);
  if (target.startsWith("!")) return command(target.slice(1), label);
  if (/^https?:/i.test(target)) return link(decode(target), label ? replaceEmoji(label) : decode(target));
  if (/^(mailto|tel):/i.test(target)) return document.createTextNode(label ?? decode(target.replace(/^\w+:/, "")));
  return null;
}

export function mention(id, label = null) {
  const someone = person(id);
  const name = isBot(id) ? botName() : (someone?.real_name ?? someone?.name ?? label ?? id);
  const mine = someone && someone.id === state.me?.id;
  return h("span", { class: mine ? "mention mine" : "mention" }, `@${name}`);
}

export function channelMention(id, label = null) {
  const channel = channelById(id);
  const name = label || channel?.name || "private channel";
  if (!channel) return h("span", { class: "mention" }, `#${name}`);
  return h("a", { class: "mention", href: `#/${channel.name}` }, `#${channel.name}`);
}

function command(body, label) {
  const [name, seconds, pattern] = body.split("^");
  if (name === "date") {
    const text = Number.isFinite(Number(seconds)) && pattern ? fillDate(Number(seconds), pattern) : label;
    return h("time", {}, text ?? "");
  }
  if (["here", "channel", "everyone"].includes(name)) return h("span", { class: "mention mine" }, `@${name}`);
  return h("span", { class: "mention" }, label ?? `@${name}`);
}
