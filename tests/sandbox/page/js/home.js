// The bot's App Home: its Home tab, published for this person.
import * as api from "./api.js";
import { blockSpecs } from "./blocks.js";
import { viewContext } from "./contexts.js";
import { h } from "./dom.js";
import { Form } from "./form.js";
import { patch } from "./keyed.js";
import { botName, on, state } from "./state.js";

export class HomeTab {
  constructor() {
    this.body = h("div", { class: "blocks home-blocks" });
    this.note = h("p", { class: "home-note" });
    this.node = h(
      "section",
      { class: "home", "aria-label": "Home", hidden: true, dataset: { gallery: "" }, tabindex: "-1" },
      this.note,
      this.body,
    );
    on("live:home", ({ view }) => this.receive(view));
  }

  async show(visible) {
    this.node.hidden = !visible;
    if (!visible) return;
    this.paint();
    this.say(state.home ? "" : "Opening…");
    const answer = await api.home();
    if (answer.ok && answer.view) this.receive(answer.view);
    else if (!state.home) this.say(answer.error ?? `${botName()} has not published anything here yet.`);
  }

  receive(view) {
    if (!view) return;
    if (!this.form) this.form = new Form(view);
    this.form.adopt(view);
    state.home = view;
    this.say("");
    this.paint();
  }

  say(words) {
    this.note.textContent = words;
    this.note.hidden = !words;
  }

  paint() {
    if (state.home) patch(this.body, blockSpecs(state.home.blocks, viewContext(this.form)));
  }
}
