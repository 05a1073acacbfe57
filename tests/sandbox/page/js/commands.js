// What the message box offers while one types: slash commands with their usage, and people after "@".
import { avatar, personAuthor, authorOf } from "./avatars.js";
import { h, uid } from "./dom.js";
import { icon } from "./icons.js";
import { botName, state } from "./state.js";

/** The offers for a text and a caret: {from, items: [{insert, node, exact}]} or null. */
export function offersFor(text, caret) {
  const before = text.slice(0, caret);
  if (/^\/\S*$/.test(before) && !/\s/.test(text)) return commandOffers(before);
  const at = before.match(/(?:^|\s)@([\p{L}\p{N}._-]*)$/u);
  return at ? peopleOffers(at[1], caret - at[1].length - 1) : null;
}

function commandOffers(typed) {
  const wanted = typed.slice(1).toLowerCase();
  const items = state.commands
    .filter((one) => one.command.slice(1).toLowerCase().startsWith(wanted))
    .map((one) => ({ insert: `${one.command} `, exact: one.command === typed, node: commandRow(one) }));
  return items.length ? { heading: "Commands", from: 0, items } : null;
}

function commandRow(one) {
  const usage = one.usage_hint ? h("span", { class: "usage" }, one.usage_hint) : null;
  return [
    avatar(authorOf({ bot_id: "bot" }), 36),
    h(
      "span",
      { class: "offer-words" },
      h("span", { class: "offer-title" }, h("strong", {}, one.command), usage),
      h("small", {}, one.description),
    ),
    h("span", { class: "offer-app" }, botName()),
  ];
}

function peopleOffers(typed, from) {
  const wanted = typed.toLowerCase();
  const everyone = [
    { name: state.bot?.name ?? "easel", real_name: botName(), isBot: true },
    ...state.people.filter((p) => !p.is_bot),
  ];
  const items = everyone
    .filter((one) => [one.name, one.real_name ?? ""].some((name) => name.toLowerCase().startsWith(wanted)))
    .map((one) => ({ insert: `@${one.name} `, exact: one.name === typed, node: personRow(one) }));
  return items.length ? { heading: "People", from, items } : null;
}

function personRow(one) {
  const author = one.isBot ? authorOf({ bot_id: "bot" }) : personAuthor(one);
  return [
    avatar(author, 24),
    h("span", { class: "offer-title" }, h("strong", {}, author.name), h("span", { class: "usage" }, one.name)),
    one.isBot && h("span", { class: "badge" }, "APP"),
  ];
}

/** The list over a text field. It takes the keys that choose, and leaves all others to the field. */
export class Offers {
  constructor(field, accept) {
    this.field = field;
    this.accept = accept;
    this.list = h("div", { class: "offer-list", role: "listbox", id: uid("offers"), "aria-label": "Suggestions" });
    this.heading = h("div", { class: "offer-heading" });
    this.node = h("div", { class: "offers", hidden: true }, this.heading, this.list, keysHelp());
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    this.close();
  }

  get isOpen() {
    return !this.node.hidden;
  }

  refresh() {
    const offers = offersFor(this.field.value, this.field.selectionStart ?? 0);
    if (!offers) return this.close();
    this.offers = offers;
    this.heading.textContent = offers.heading;
    this.list.replaceChildren(...offers.items.map((item, index) => this.row(item, index)));
    this.node.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    return this.activate(0);
  }

  row(item, index) {
    const choose = (event) => {
      event.preventDefault(); // the field keeps the focus
      this.choose(index);
    };
    const hover = () => this.activate(index, false);
    return h(
      "div",
      { class: "offer", role: "option", id: uid("offer"), onpointerdown: choose, onpointermove: hover },
      item.node,
    );
  }

  activate(index, scroll = true) {
    const rows = [...this.list.children];
    this.active = (index + rows.length) % rows.length;
    rows.forEach((row, i) => {
      row.classList.toggle("active", i === this.active);
      row.setAttribute("aria-selected", String(i === this.active));
    });
    this.field.setAttribute("aria-activedescendant", rows[this.active].id);
    if (scroll) rows[this.active].scrollIntoView({ block: "nearest" });
  }

  choose(index) {
    const { items, from } = this.offers;
    this.close();
    this.accept(items[index].insert, from);
  }

  close() {
    this.node.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  /** True when the key was meant for the list. */
  takes(event) {
    if (!this.isOpen) return false;
    const item = this.offers.items[this.active];
    if (event.key === "ArrowDown") this.activate(this.active + 1);
    else if (event.key === "ArrowUp") this.activate(this.active - 1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab") this.choose(this.active);
    else if (event.key === "Enter" && !item.exact) this.choose(this.active);
    else return false; // a command typed to its end is sent by Enter
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}

const keysHelp = () =>
  h(
    "div",
    { class: "offer-keys", "aria-hidden": "true" },
    h("kbd", {}, "↑"),
    h("kbd", {}, "↓"),
    "to navigate",
    h("kbd", {}, "↵"),
    "to select",
    h("kbd", {}, "esc"),
    "to dismiss",
  );

/** The usage of the command that stands in the box, shown over it. */
export function usageStrip(text) {
  const name = text.match(/^(\/\S+)\s/)?.[1];
  const known = name && state.commands.find((one) => one.command === name);
  if (!known) return null;
  return h(
    "div",
    { class: "usage-strip" },
    icon("slash", 16),
    h("strong", {}, known.command),
    h("span", {}, known.usage_hint || known.description),
  );
}
