// The message box: text, files, formatting, offers; Enter sends, Shift+Enter makes a line.
import { Offers, usageStrip } from "./commands.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { deliver } from "./sending.js";
import { toast } from "./toasts.js";
import { acceptPaste, MOST_FILES, preview } from "./upload.js";

const TALLEST = 320;
const WRAPS = { bold: ["*", "Bold"], italic: ["_", "Italic"], strike: ["~", "Strikethrough"], code: ["`", "Code"] };

export class Composer {
  /** `where()` -> {channel, thread} at the moment of sending; `sent()` is told afterwards. */
  constructor({ label, where, sent }) {
    this.where = where;
    this.sent = sent;
    this.files = [];
    this.drafts = new Map();
    this.field = h("textarea", {
      class: "composer-text",
      rows: 1,
      "aria-label": label,
      role: "combobox",
      spellcheck: "true",
      autocomplete: "off",
    });
    this.offers = new Offers(this.field, (text, from) => this.complete(text, from));
    this.tray = h("div", { class: "previews tray", hidden: true });
    this.usage = h("div", { class: "usage-slot" });
    this.sendButton = h(
      "button",
      { class: "send", type: "submit", "aria-label": "Send", title: "Send", disabled: true },
      icon("send"),
    );
    this.node = this.frame();
    this.field.addEventListener("input", () => this.changed());
    this.field.addEventListener("click", () => this.offers.refresh());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("blur", () => this.offers.close());
    acceptPaste(this.field, (files) => this.addFiles(files));
  }

  frame() {
    const picker = h("input", { type: "file", multiple: true, hidden: true, "aria-label": "Attach files" });
    picker.addEventListener("change", () => {
      this.addFiles([...picker.files]);
      picker.value = "";
    });
    const attach = tool("plus", "Attach files", () => picker.click());
    const bar = h(
      "div",
      { class: "composer-format" },
      Object.entries(WRAPS).map(([name, [mark, title]]) => tool(name, title, () => this.wrap(mark))),
    );
    const bottom = h(
      "div",
      { class: "composer-bottom" },
      attach,
      tool("at", "Mention someone", () => this.type("@")),
      tool("slash", "Run a command", () => this.startCommand()),
      picker,
      h("span", { class: "composer-hint", "aria-hidden": "true" }, h("b", {}, "Shift + Enter"), " for a new line"),
      this.sendButton,
    );
    const submit = (event) => {
      event.preventDefault();
      this.send();
    };
    const box = h("form", { class: "composer", onsubmit: submit }, bar, this.field, this.tray, bottom);
    return h("div", { class: "composer-frame" }, this.offers.node, this.usage, box);
  }

  key(event) {
    if (event.isComposing || this.offers.takes(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if ((event.ctrlKey || event.metaKey) && ["b", "i", "e"].includes(event.key)) {
      event.preventDefault();
      this.wrap({ b: "*", i: "_", e: "`" }[event.key]);
    }
  }

  changed() {
    this.offers.refresh();
    this.settle();
  }

  /** Size, send button and usage after the text or the files changed. */
  settle() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, TALLEST)}px`;
    this.sendButton.disabled = !this.field.value.trim() && !this.files.length;
    this.usage.replaceChildren(...[usageStrip(this.field.value)].filter(Boolean));
  }

  setText(text) {
    this.field.value = text;
    this.field.setSelectionRange(text.length, text.length);
    this.offers.close();
    this.settle();
    this.field.focus();
  }

  complete(text, from) {
    const { value, selectionStart } = this.field;
    this.setText(value.slice(0, from) + text + value.slice(selectionStart));
  }

  type(text) {
    this.field.focus();
    const { selectionStart: at, selectionEnd: end, value } = this.field;
    const space = at > 0 && !/\s$/.test(value.slice(0, at)) ? " " : "";
    this.field.setRangeText(space + text, at, end, "end");
    this.changed();
  }

  startCommand() {
    if (!this.field.value.startsWith("/")) this.field.value = `/${this.field.value}`;
    this.field.focus();
    this.field.setSelectionRange(1, 1);
    this.changed();
  }

  wrap(mark) {
    const { selectionStart: at, selectionEnd: end, value } = this.field;
    this.field.focus();
    this.field.setRangeText(mark + value.slice(at, end) + mark, at, end, "end");
    if (at === end) this.field.setSelectionRange(at + 1, at + 1);
    this.changed();
  }

  addFiles(files) {
    const room = MOST_FILES - this.files.length;
    if (files.length > room) toast(`Slack takes at most ${MOST_FILES} files in one message.`, { kind: "error" });
    this.files.push(...files.slice(0, room));
    this.paintFiles();
    this.field.focus();
  }

  paintFiles() {
    this.tray.hidden = !this.files.length;
    this.tray.replaceChildren(...this.files.map((file) => preview(file, () => this.dropFile(file))));
    this.settle();
  }

  dropFile(file) {
    this.files = this.files.filter((other) => other !== file);
    this.paintFiles();
  }

  /** Each conversation keeps what was typed but not sent. */
  switchTo(key, placeholder) {
    if (this.place) this.drafts.set(this.place, { text: this.field.value, files: this.files });
    this.place = key;
    const draft = this.drafts.get(key) ?? { text: "", files: [] };
    this.field.value = draft.text;
    this.files = draft.files;
    this.field.placeholder = placeholder;
    this.offers.close();
    this.paintFiles();
  }

  async send() {
    const text = this.field.value.trim();
    const files = this.files;
    if ((!text && !files.length) || this.sending) return;
    this.sending = true;
    this.sendButton.classList.add("busy");
    const { channel, thread } = this.where();
    this.field.value = "";
    this.files = [];
    this.paintFiles();
    this.offers.close();
    const taken = await deliver(text, files, channel, thread);
    this.sending = false;
    this.sendButton.classList.remove("busy");
    this.sent();
    if (!taken) this.giveBack(text, files);
  }

  giveBack(text, files) {
    this.files = [...files, ...this.files];
    this.paintFiles();
    this.setText([text, this.field.value].filter(Boolean).join("\n"));
  }
}

function tool(name, label, run) {
  return h(
    "button",
    {
      class: "icon-button",
      type: "button",
      "aria-label": label,
      title: label,
      onpointerdown: (event) => event.preventDefault(),
      onclick: run,
    },
    icon(name),
  );
}
