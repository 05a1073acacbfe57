// The narrow bar at the far left: the workspace, its channels, the bot, and who is playing.
import { avatar, authorOf, personAuthor } from "./avatars.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { showChannel } from "./route.js";
import { botName, channelById, on, state } from "./state.js";

export function rail() {
  const node = h("nav", { class: "rail", "aria-label": "Places" });
  const paint = () => node.replaceChildren(...content());
  for (const topic of ["workspace", "channel", "unread"]) on(topic, paint);
  return node;
}

function content() {
  const atBot = Boolean(channelById(state.channel)?.is_im);
  const room = state.channels.find((channel) => !channel.is_im);
  const direct = state.channels.find((channel) => channel.is_im);
  const team = h("div", { class: "team-icon", "aria-hidden": "true" }, state.team.slice(0, 1));
  return [
    team,
    place("home", "Home", !atBot, () => room && atBot && showChannel(state.lastRoom ?? room.id)),
    direct && place("easel", botName(), atBot, () => showChannel(direct.id, "home")),
    h("span", { class: "rail-space" }),
    state.me && h("span", { class: "rail-me", title: state.me.real_name }, avatar(personAuthor(state.me), 36)),
  ].filter(Boolean);
}

const place = (name, label, active, run) =>
  h(
    "button",
    {
      class: `rail-place${active ? " active" : ""}`,
      type: "button",
      "aria-current": active ? "true" : undefined,
      onclick: run,
    },
    h("span", { class: "rail-icon" }, icon(name, 20)),
    h("span", {}, label),
  );
