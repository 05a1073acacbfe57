// A list of messages: day dividers, grouping by author, and a scroll position that stays where the reader is.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { patch } from "./keyed.js";
import { messageSpec } from "./message.js";
import { dayKey, dayLabel } from "./time.js";

const GROUP_SECONDS = 5 * 60;
const NEAR_BOTTOM = 60;

export class Timeline {
  /** `place`: {inThread}; `top` and `extras` are specs that stand before and between the messages. */
  constructor({ label, inThread = false }) {
    this.inThread = inThread;
    this.list = h("div", { class: "messages", role: "list", "aria-label": label });
    this.jump = h(
      "button",
      { class: "jump", type: "button", hidden: true, onclick: () => this.toBottom(true) },
      icon("arrowDown", 16),
      "New messages",
    );
    this.scroller = h("div", { class: "scroller", tabindex: "-1", dataset: { gallery: "" } }, this.list);
    this.node = h("div", { class: "timeline" }, this.scroller, this.jump);
    this.stuck = true;
    this.lastTs = 0;
    this.lastTop = 0;
    this.scroller.addEventListener("scroll", () => this.noteScroll(), { passive: true });
    const resized = new ResizeObserver(() => this.stuck && this.lastTs && this.toBottom());
    resized.observe(this.list);
    resized.observe(this.scroller);
  }

  noteScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const nearBottom = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM;
    // a picture that loads makes the list longer: only scrolling up lets go of the end
    this.stuck = nearBottom || (this.stuck && scrollTop >= this.lastTop);
    this.lastTop = scrollTop;
    if (this.stuck) this.jump.hidden = true;
  }

  /** Whoever writes wants to see what was written. */
  stick() {
    this.stuck = true;
    this.toBottom();
  }

  toBottom(smooth = false) {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  /** `reset` when another conversation is shown: start at its end. */
  show(channel, messages, { reset = false, before = [], afterFirst = null } = {}) {
    if (reset) {
      this.stuck = true;
      this.lastTs = 0;
      this.lastTop = 0;
      this.jump.hidden = true;
    }
    patch(this.list, [...before, ...this.rows(channel, messages, afterFirst)]);
    this.announce(messages);
    if (!messages.length) this.scroller.scrollTop = 0;
    else if (this.stuck) this.toBottom();
  }

  rows(channel, messages, afterFirst) {
    const rows = [];
    let previous = null;
    for (const message of messages) {
      const newDay = !previous || dayKey(previous.ts) !== dayKey(message.ts);
      if (newDay && !this.inThread) rows.push(dayDivider(message.ts));
      const grouped = !newDay && isContinued(previous, message) && !(this.inThread && rows.length === 1);
      rows.push(messageSpec(message, { channel, inThread: this.inThread, grouped }));
      if (afterFirst && rows.length === 1) rows.push(afterFirst);
      previous = message;
    }
    return rows;
  }

  announce(messages) {
    const last = Number(messages.at(-1)?.ts ?? 0);
    if (this.lastTs && last > this.lastTs && !this.stuck) this.jump.hidden = false;
    this.lastTs = Math.max(this.lastTs, last);
  }
}

const writer = (message) => `${message.bot_id ?? ""}/${message.user}/${message.username ?? ""}`;

function isContinued(previous, message) {
  if (writer(previous) !== writer(message) || previous.is_ephemeral !== message.is_ephemeral) return false;
  return Number(message.ts) - Number(previous.ts) < GROUP_SECONDS && !previous.reply_count;
}

function dayDivider(ts) {
  const label = dayLabel(ts);
  return {
    key: `day-${dayKey(ts)}`,
    sign: label,
    make: () => h("div", { class: "day", role: "separator" }, h("span", {}, label)),
  };
}
