// One message as a row: who, when, blocks, files, and the line that leads to its thread.
import { authorOf, avatar } from "./avatars.js";
import { blockSpecs } from "./blocks.js";
import { messageContext } from "./contexts.js";
import { h } from "./dom.js";
import { fileList } from "./files.js";
import { icon } from "./icons.js";
import { patch } from "./keyed.js";
import { renderMrkdwn } from "./mrkdwn.js";
import { openThread } from "./route.js";
import { state, threadKey } from "./state.js";
import { ago, clockTime, fullTime, shortTime } from "./time.js";

/** A spec for `patch`. `place`: {channel, inThread, grouped}. */
export function messageSpec(message, place) {
  const fresh = place.inThread ? 0 : (state.fresh.get(threadKey(place.channel, message.ts)) ?? 0);
  return {
    key: message.is_ephemeral ? `${message.ts}e` : message.ts,
    sign: JSON.stringify([message, place.grouped, fresh, state.people.length, lastReply(message)]),
    make: () => fill(h("article", { role: "listitem", tabindex: "-1" }), message, place, fresh),
    update: (row) => fill(row, message, place, fresh),
  };
}

const lastReply = (message) => (message.latest_reply ? `Last reply ${ago(message.latest_reply)}` : "");

function fill(row, message, place, fresh) {
  const kinds = [place.grouped && "grouped", message.is_ephemeral && "ephemeral", message.local && "local"];
  row.className = ["message", ...kinds.filter(Boolean)].join(" ");
  Object.assign(row.dataset, { ts: message.ts, channel: place.channel, thread: message.thread_ts ?? "" });
  patch(row, [
    spec("gutter", [place.grouped, message.user, message.bot_id, message.ts], () => gutter(message, place.grouped)),
    {
      key: "body",
      sign: Symbol("always"),
      make: () => fillBody(h("div", { class: "body" }), message, place, fresh),
      update: (body) => fillBody(body, message, place, fresh),
    },
  ]);
  return row;
}

const spec = (key, facts, make) => ({ key, sign: JSON.stringify(facts), make });

function fillBody(body, message, place, fresh) {
  const parts = [];
  if (message.is_ephemeral) parts.push(spec("note", 1, onlyYou));
  if (!place.grouped) parts.push(spec("head", [message.user, message.bot_id, message.username], () => head(message)));
  parts.push(content(message, place));
  if (message.edited && !message.bot_id)
    parts.push(spec("edited", 1, () => h("span", { class: "edited" }, "(edited)")));
  if (message.files?.length) parts.push(spec("files", message.files, () => fileList(message.files)));
  if (message.reactions?.length) parts.push(spec("reactions", message.reactions, () => reactions(message.reactions)));
  if (message.reply_count && !place.inThread) {
    const facts = [message.reply_count, message.reply_users, lastReply(message), fresh];
    parts.push(spec("replies", facts, () => replies(message, place, fresh)));
  }
  patch(body, parts);
  return body;
}

function content(message, place) {
  const ctx = messageContext(place.channel, message);
  const draw = (node) => {
    patch(node, contentSpecs(message, ctx));
    return node;
  };
  return {
    key: "content",
    sign: JSON.stringify([message.text, message.blocks, message.attachments]),
    make: () => draw(h("div", { class: "content" })),
    update: draw,
  };
}

function contentSpecs(message, ctx) {
  // what a person typed is shown from its text, so that *bold* reads as Slack's own editor would have made it
  const typed = !message.bot_id && (message.blocks ?? []).every((block) => block.type === "rich_text");
  const specs = typed || !message.blocks?.length ? textSpecs(message) : blockSpecs(message.blocks, ctx);
  return [...specs, ...(message.attachments ?? []).map((attachment, index) => attachmentSpec(attachment, index, ctx))];
}

const textSpecs = (message) =>
  message.text ? [spec("text", message.text, () => h("div", { class: "text" }, renderMrkdwn(message.text)))] : [];

function attachmentSpec(attachment, index, ctx) {
  return spec(`attachment-${index}`, attachment, () => {
    const box = h("div", { class: "attachment" });
    if (/^#?[0-9a-f]{6}$/i.test(attachment.color ?? "")) {
      box.style.setProperty("--bar", `#${attachment.color.replace("#", "")}`);
    }
    if (attachment.title) box.append(h("strong", {}, attachment.title));
    if (attachment.text) box.append(h("div", {}, renderMrkdwn(attachment.text)));
    const blocks = h("div", {});
    patch(blocks, blockSpecs(attachment.blocks, ctx));
    box.append(blocks);
    return box;
  });
}

const onlyYou = () => h("div", { class: "only-you" }, icon("eye", 14), "Only visible to you");

function gutter(message, grouped) {
  const time = h("time", { class: "hover-time", title: fullTime(message.ts) }, shortTime(message.ts));
  return h("div", { class: "gutter" }, grouped ? time : avatar(authorOf(message)));
}

function head(message) {
  const author = authorOf(message);
  return h(
    "header",
    { class: "head" },
    h("strong", { class: "author" }, author.name),
    author.isApp && h("span", { class: "badge" }, "APP"),
    h("time", { class: "time", title: fullTime(message.ts) }, clockTime(message.ts)),
  );
}

function reactions(list) {
  return h(
    "div",
    { class: "reactions" },
    list.map((one) => h("span", { class: "reaction" }, renderMrkdwn(`:${one.name}:`), ` ${one.count}`)),
  );
}

function replies(message, place, fresh) {
  const faces = (message.reply_users ?? []).slice(0, 5).map((user) => avatar(authorOf({ user }), 24));
  const count = `${message.reply_count} ${message.reply_count === 1 ? "reply" : "replies"}`;
  return h(
    "button",
    { class: `replies${fresh ? " fresh" : ""}`, type: "button", onclick: () => openThread(place.channel, message.ts) },
    h("span", { class: "faces" }, faces),
    h("span", { class: "reply-count" }, count),
    fresh > 0 && h("span", { class: "reply-new" }, `${fresh} new`),
    h("span", { class: "reply-time" }, lastReply(message)),
    h("span", { class: "reply-open" }, "View thread"),
  );
}
