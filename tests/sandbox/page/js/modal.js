// The open modal: header, blocks, submit. The bot may update it in place, push another over it, or close it.
import * as api from "./api.js";
import { authorOf, avatar } from "./avatars.js";
import { blockSpecs } from "./blocks.js";
import { viewContext } from "./contexts.js";
import { h } from "./dom.js";
import { closeFloating, isFloatingOpen } from "./floating.js";
import { Form } from "./form.js";
import { icon } from "./icons.js";
import { showErrors } from "./inputs.js";
import { patch } from "./keyed.js";
import { renderText } from "./mrkdwn.js";
import { on } from "./state.js";

export class Modal {
  constructor() {
    this.forms = new Map(); // view id -> Form, for the whole stack
    this.title = h("h2", { class: "modal-title", id: "modal-title" });
    this.back = h(
      "button",
      { class: "icon-button", type: "button", "aria-label": "Back", onclick: () => this.closeTop() },
      icon("back"),
    );
    this.trouble = h("div", { class: "alert error", role: "alert", hidden: true });
    this.body = h("div", { class: "modal-body blocks", dataset: { gallery: "" }, tabindex: "-1" });
    this.cancel = h("button", { class: "button", type: "button", onclick: () => this.closeTop() });
    this.submit = h("button", { class: "button primary", type: "submit" });
    const cross = h(
      "button",
      { class: "icon-button", type: "button", "aria-label": "Close", onclick: () => this.closeAll() },
      icon("close"),
    );
    const head = h(
      "header",
      { class: "modal-head" },
      this.back,
      avatar(authorOf({ bot_id: "bot" }), 28),
      this.title,
      cross,
    );
    const foot = h("footer", { class: "dialog-footer" }, this.cancel, this.submit);
    const send = (event) => {
      event.preventDefault();
      this.send();
    };
    this.dialog = h(
      "dialog",
      { class: "dialog modal", "aria-labelledby": "modal-title" },
      h("form", { class: "modal-form", novalidate: true, onsubmit: send }, head, this.trouble, this.body, foot),
    );
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      if (!isFloatingOpen()) this.closeTop();
    });
    document.body.append(this.dialog);
    on("live:view", (event) => this.show(event));
  }

  async restore() {
    const answer = await api.view();
    if (answer.ok && answer.view) this.show({ ...answer, stack: answer.stack });
  }

  show({ view, stack = 1, errors = null }) {
    if (!view) return this.hide();
    const isNew = view.id !== this.view?.id;
    if (isNew && stack <= 1) this.forms.clear();
    this.adopt(view);
    this.paint(stack);
    this.showTrouble(errors);
    if (isNew || !this.dialog.open) this.open();
    return undefined;
  }

  adopt(view) {
    this.view = view;
    if (this.forms.has(view.id)) this.forms.get(view.id).adopt(view);
    else this.forms.set(view.id, new Form(view));
  }

  get form() {
    return this.forms.get(this.view.id);
  }

  paint(stack) {
    const view = this.view;
    this.title.replaceChildren(renderText(view.title));
    this.back.hidden = stack <= 1;
    this.cancel.replaceChildren(
      renderText(view.close ?? { type: "plain_text", text: view.submit ? "Cancel" : "Close" }),
    );
    this.submit.hidden = !view.submit;
    if (view.submit) this.submit.replaceChildren(h("span", { class: "button-text" }, renderText(view.submit)));
    const specs = blockSpecs(view.blocks, viewContext(this.form));
    patch(
      this.body,
      specs.map((spec) => ({ ...spec, key: `${view.id}/${spec.key}` })),
    );
  }

  open() {
    closeFloating();
    if (!this.dialog.open) this.dialog.showModal();
    this.body.scrollTop = 0;
    const first = this.body.querySelector("[data-control]:not([type=file])");
    (first ?? this.body).focus({ preventScroll: true });
  }

  hide() {
    closeFloating();
    this.view = null;
    this.forms.clear();
    for (const part of [this.title, this.body, this.cancel, this.submit]) part.replaceChildren();
    if (this.dialog.open) this.dialog.close();
  }

  closeTop() {
    if (this.view) this.close(this.view.id);
  }

  closeAll() {
    if (this.view) this.close(this.view.root_view_id || this.view.id);
  }

  async close(viewId) {
    const answer = await api.close(viewId);
    if (!answer.ok) this.hide(); // nobody knows of it any more
  }

  async send() {
    if (!this.view?.submit || this.submit.getAttribute("aria-busy")) return;
    const sent = this.view.id;
    this.submit.setAttribute("aria-busy", "true");
    this.trouble.hidden = true;
    const { values, files } = this.form.submission();
    const answer = await api.submit(sent, values, files);
    this.submit.removeAttribute("aria-busy");
    if (answer.ok) {
      if (answer.closed && this.view?.id === sent) this.restoreBelow();
      return;
    }
    if (this.view?.id !== sent) return;
    if (answer.errors) this.showTrouble(answer.errors, true);
    else this.complain(answer.error);
  }

  /** Errors by block_id; "" is the modal as a whole. */
  showTrouble(errors, focus = false) {
    showErrors(this.body, errors, { focus });
    if (errors?.[""]) this.complain(errors[""]);
    else this.trouble.hidden = true;
  }

  /** The feed says what is open now; asked again in case its word was lost. */
  async restoreBelow() {
    const answer = await api.view();
    if (answer.ok) this.show(answer);
  }

  complain(sentence) {
    this.trouble.replaceChildren(icon("warning"), h("div", {}, sentence || "That did not work. Try again?"));
    this.trouble.hidden = false;
  }
}
