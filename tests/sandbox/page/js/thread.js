// The panel on the right: one root, its replies, and a box to reply in.
import { Composer } from "./composer.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { findRoot, loadThread, threadOf } from "./messages.js";
import { closeThread } from "./route.js";
import { channelById, channelLabel, on, state, threadKey } from "./state.js";
import { Timeline } from "./timeline.js";
import { acceptDrops } from "./upload.js";

export class ThreadPane {
  constructor() {
    this.timeline = new Timeline({ label: "Thread", inThread: true });
    this.composer = new Composer({
      label: "Reply",
      where: () => ({ channel: state.channel, thread: state.thread }),
      sent: () => this.timeline.stick(),
    });
    this.place = h("span", { class: "topic" });
    const close = h(
      "button",
      {
        class: "icon-button",
        type: "button",
        "aria-label": "Close thread",
        title: "Close (Esc)",
        onclick: closeThread,
      },
      icon("close"),
    );
    const head = h("header", { class: "pane-head" }, h("h2", { class: "pane-title" }, "Thread"), this.place, close);
    const conversation = h("div", { class: "conversation" }, this.timeline.node, this.composer.node);
    this.node = h("aside", { class: "pane thread", "aria-label": "Thread", hidden: true }, head, conversation);
    acceptDrops(
      conversation,
      () => "Upload to this thread",
      (files) => this.composer.addFiles(files),
    );
    on("thread", () => this.show());
    on("messages", (channel) => channel === state.channel && state.thread && this.paint());
  }

  show() {
    this.node.hidden = !state.thread;
    document.body.classList.toggle("with-thread", Boolean(state.thread));
    const key = state.thread && threadKey(state.channel, state.thread);
    if (key === this.key) return;
    this.key = key;
    if (!state.thread) return;
    const channel = channelById(state.channel);
    this.place.textContent = channel?.is_im ? channelLabel(channel) : `# ${channelLabel(channel)}`;
    this.composer.switchTo(key, "Reply…");
    this.fresh = true;
    loadThread(state.channel, state.thread);
    this.paint();
    this.composer.field.focus();
  }

  paint() {
    const known = threadOf(state.channel, state.thread);
    const root = findRoot(state.channel, state.thread);
    const messages = known.length ? known : root ? [root] : [];
    this.timeline.show(state.channel, messages, { reset: this.fresh, afterFirst: this.countLine(messages) });
    this.fresh = false;
  }

  countLine(messages) {
    const replies = messages.filter((message) => message.ts !== state.thread && !message.is_ephemeral).length;
    const words = replies ? `${replies} ${replies === 1 ? "reply" : "replies"}` : "";
    return {
      key: "count",
      sign: words,
      make: () => h("div", { class: "reply-line", role: "separator" }, words && h("span", {}, words)),
    };
  }
}
