// The left side: the workspace, its channels, and the bot under Apps; bold with a count when there is something new.
import { authorOf, avatar } from "./avatars.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { peopleSwitch } from "./people.js";
import { showChannel } from "./route.js";
import { channelLabel, on, state } from "./state.js";

export class Sidebar {
  constructor() {
    this.title = h("span", {});
    this.list = h("nav", { class: "channels", "aria-label": "Channels" });
    this.people = h("div", {});
    this.node = h(
      "aside",
      { class: "sidebar", "aria-label": "Workspace" },
      h("header", { class: "workspace-name" }, this.title),
      this.list,
      this.people,
    );
    for (const topic of ["workspace", "channel", "unread", "connection"]) on(topic, () => this.paint());
    on("workspace", () => this.people.replaceChildren(peopleSwitch()));
  }

  paint() {
    this.title.textContent = state.team;
    const rooms = state.channels.filter((channel) => !channel.is_im);
    const direct = state.channels.filter((channel) => channel.is_im);
    this.list.replaceChildren(...section("Channels", rooms), ...section("Apps", direct));
  }
}

const section = (title, channels) => [
  h("h2", { class: "side-heading" }, icon("down", 14), title),
  h(
    "ul",
    {},
    channels.map((channel) => h("li", {}, row(channel))),
  ),
];

function row(channel) {
  const unread = state.unread.get(channel.id) ?? 0;
  const active = channel.id === state.channel;
  const classes = ["side-row", active && "active", unread && "unread"].filter(Boolean).join(" ");
  const open = () => showChannel(channel.id, active ? state.tab : "messages");
  const label = [channelLabel(channel), unread && `${unread} new`].filter(Boolean).join(", ");
  return h(
    "button",
    { class: classes, type: "button", "aria-current": active ? "page" : undefined, "aria-label": label, onclick: open },
    channel.is_im ? presence() : icon(channel.is_private ? "lock" : "hash", 16),
    h("span", { class: "side-label" }, channelLabel(channel)),
    unread > 0 && h("span", { class: "count" }, unread > 99 ? "99+" : String(unread)),
  );
}

const presence = () =>
  h(
    "span",
    { class: "with-presence" },
    avatar(authorOf({ bot_id: "bot" }), 20),
    h("span", { class: `presence${state.connected ? " on" : ""}` }),
  );
