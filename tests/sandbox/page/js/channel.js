// The middle of the window: a channel's header, its messages, and the box to write in.
import { avatar, authorOf } from "./avatars.js";
import { Composer } from "./composer.js";
import { connectionBanner } from "./connection.js";
import { h } from "./dom.js";
import { guideCard, openGuide } from "./guide.js";
import { HomeTab } from "./home.js";
import { icon } from "./icons.js";
import { isLoaded, loadChannel, rootsOf } from "./messages.js";
import { showChannel } from "./route.js";
import { botName, channelById, channelLabel, on, state } from "./state.js";
import { Timeline } from "./timeline.js";
import { acceptDrops } from "./upload.js";

export class ChannelPane {
  constructor() {
    this.timeline = new Timeline({ label: "Messages" });
    this.composer = new Composer({
      label: "Message",
      where: () => ({ channel: state.channel, thread: null }),
      sent: () => this.timeline.stick(),
    });
    this.head = h("header", { class: "pane-head" });
    this.tabs = h("div", { class: "tabs", role: "tablist", hidden: true });
    this.home = new HomeTab();
    this.conversation = h("div", { class: "conversation" }, this.timeline.node, this.composer.node);
    this.node = h(
      "main",
      { class: "pane channel", "aria-label": "Channel" },
      this.head,
      this.tabs,
      connectionBanner(),
      this.home.node,
      this.conversation,
    );
    acceptDrops(
      this.conversation,
      () => `Upload to ${this.name()}`,
      (files) => this.composer.addFiles(files),
    );
    on("channel", () => this.show());
    on("messages", (channel) => channel === state.channel && this.paint());
    on("workspace", () => this.paintHead());
  }

  get channel() {
    return channelById(state.channel);
  }

  name() {
    const label = channelLabel(this.channel);
    return this.channel?.is_im ? label : `#${label}`;
  }

  show() {
    this.paintHead();
    const atHome = state.tab === "home" && this.channel?.is_im;
    this.conversation.hidden = atHome;
    this.home.show(atHome);
    if (atHome) return;
    this.composer.switchTo(state.channel, `Message ${this.name()}`);
    if (!isLoaded(state.channel)) loadChannel(state.channel);
    this.shown = null;
    this.paint();
    this.composer.field.focus();
  }

  paintHead() {
    const channel = this.channel;
    if (!channel) return;
    document.title = `${this.name()} - ${state.team}`;
    const sign = channel.is_im
      ? avatar(authorOf({ bot_id: "bot" }), 24)
      : icon(channel.is_private ? "lock" : "hash", 20);
    this.head.replaceChildren(
      h(
        "h1",
        { class: "pane-title" },
        sign,
        h("span", {}, channelLabel(channel)),
        channel.is_im && h("span", { class: "badge" }, "APP"),
      ),
      h("span", { class: "topic" }, typeof channel.topic === "string" ? channel.topic : (channel.topic?.value ?? "")),
      this.guideButton(),
    );
    this.paintTabs(channel);
  }

  guideButton() {
    const open = (event) => openGuide(event.currentTarget, this.composer);
    return h(
      "button",
      {
        class: "icon-button",
        type: "button",
        "aria-label": "What to try first",
        title: "What to try first",
        "aria-haspopup": "dialog",
        onclick: open,
      },
      icon("help", 20),
    );
  }

  paintTabs(channel) {
    this.tabs.hidden = !channel.is_im;
    const tab = (name, label) =>
      h(
        "button",
        {
          class: "tab",
          type: "button",
          role: "tab",
          "aria-selected": String(state.tab === name),
          onclick: () => showChannel(channel.id, name),
        },
        label,
      );
    this.tabs.replaceChildren(tab("home", "Home"), tab("messages", "Messages"));
  }

  paint() {
    if (!isLoaded(state.channel)) return this.timeline.show(state.channel, [], { reset: true });
    const messages = rootsOf(state.channel);
    const reset = this.shown !== state.channel;
    this.shown = state.channel;
    const guide = messages.some((message) => !message.local) ? [] : [this.guideSpec()];
    return this.timeline.show(state.channel, messages, { reset, before: [this.welcome(), ...guide] });
  }

  /** A bot hears nothing where it is no member; its commands work everywhere. */
  absence() {
    return this.channel.has_bot === false
      ? ` ${botName()} is not in here and hears nothing, but its commands work.`
      : "";
  }

  guideSpec() {
    const sign = `${state.samples.length}/${state.commands.length}`;
    return { key: "guide", sign, make: () => guideCard(this.composer) };
  }

  welcome() {
    const words = this.channel.is_im
      ? `This is your direct message with ${this.name()}. Ask for pictures in plain words.`
      : `This is the start of ${this.name()}${this.channel.is_private ? ", a private channel" : ""}.${this.absence()}`;
    const make = () => h("div", { class: "welcome" }, h("h2", {}, this.name()), h("p", {}, words));
    return { key: "welcome", sign: `${state.channel}${words}`, make };
  }
}
