// Starts the page: who plays, what the workspace holds, the panes, and the live feed that keeps them up to date.
import * as api from "./api.js";
import { ChannelPane } from "./channel.js";
import { connectionState } from "./connection.js";
import { h } from "./dom.js";
import { isFloatingOpen } from "./floating.js";
import { listen } from "./live.js";
import { followMessages } from "./messages.js";
import { Modal } from "./modal.js";
import { whoPlays } from "./people.js";
import { rail } from "./rail.js";
import { closeThread, followAddress } from "./route.js";
import { loadSamples } from "./samples.js";
import { hoverBar } from "./shortcuts.js";
import { Sidebar } from "./sidebar.js";
import { emit, on, state } from "./state.js";
import { ThreadPane } from "./thread.js";

async function loadWorkspace() {
  const answer = await api.workspace();
  if (!answer.ok) return answer.error ?? "The sandbox did not answer.";
  const { people = [], bot, team, channels = [], commands = [], shortcuts = [], hints = [], connected } = answer;
  const me = people.find((someone) => someone.name === whoPlays() || someone.id === whoPlays());
  Object.assign(state, { people, bot, channels, commands, shortcuts, hints, connected, me: me ?? people[0] ?? null });
  state.team = typeof team === "string" ? team : (team?.name ?? "Sandbox");
  emit("workspace");
  emit("connection");
  return null;
}

function build() {
  const channel = new ChannelPane();
  const thread = new ThreadPane();
  const top = h(
    "header",
    { class: "top-bar" },
    h("div", { class: "top-title" }, "Easel sandbox: a pretend Slack on this machine"),
    connectionState(),
  );
  const window_ = h(
    "div",
    { class: "window" },
    new Sidebar().node,
    h("div", { class: "panes" }, channel.node, thread.node),
  );
  document.body.append(top, h("div", { class: "frame" }, rail(), window_));
  hoverBar(channel.node);
  hoverBar(thread.node);
}

function closeWithEscape() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !state.thread) return;
    if (!isFloatingOpen() && !document.querySelector("dialog[open]")) closeThread();
  });
}

/** Times such as "2 minutes ago" grow old; a minute is precise enough. */
const keepTimesFresh = () => setInterval(() => state.channel && emit("messages", state.channel), 60_000);

async function start() {
  api.playAs(whoPlays());
  build();
  const modal = new Modal();
  followMessages();
  closeWithEscape();
  const [trouble] = await Promise.all([loadWorkspace(), loadSamples()]);
  if (trouble)
    return document.body.replaceChildren(
      h("div", { class: "fatal", role: "alert" }, h("h1", {}, "The sandbox did not answer"), h("p", {}, trouble)),
    );
  followAddress();
  window.addEventListener("hashchange", followAddress);
  on("reconnected", loadWorkspace);
  listen();
  keepTimesFresh();
  return modal.restore();
}

start();
