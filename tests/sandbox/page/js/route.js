// The address of what is shown: ?user=ana#/general/1700000000.000100, so that a reload or a second tab finds it again.
import { channelById, emit, state, threadKey } from "./state.js";

const nameOf = (channel) => (channel.is_im ? "@easel" : channel.name);

function write() {
  const channel = channelById(state.channel);
  if (!channel) return;
  const parts = ["#", nameOf(channel), state.thread ?? (channel.is_im && state.tab === "home" ? "home" : "")];
  history.replaceState(null, "", parts.filter(Boolean).join("/"));
}

export function showChannel(id, tab = "messages") {
  const changed = state.channel !== id || state.tab !== tab;
  if (state.channel !== id) state.thread = null;
  state.channel = id;
  state.tab = tab;
  if (!channelById(id)?.is_im) state.lastRoom = id;
  state.unread.delete(id);
  write();
  if (changed) emit("channel");
  emit("thread");
  emit("unread");
}

export function openThread(channel, ts) {
  if (state.channel !== channel) showChannel(channel);
  state.thread = ts;
  state.fresh.delete(threadKey(channel, ts));
  write();
  emit("thread");
  emit("messages", channel);
}

export function closeThread() {
  state.thread = null;
  write();
  emit("thread");
}

/** What the address asks for, or the first channel. */
export function followAddress() {
  const [name, rest] = decodeURIComponent(location.hash).replace(/^#\/?/, "").split("/");
  const direct = state.channels.find((channel) => channel.is_im);
  const channel = name === "@easel" ? direct : channelById(name);
  const shown = channel ?? state.channels.find((one) => one.name === "general") ?? state.channels[0];
  if (!shown) return;
  showChannel(shown.id, rest === "home" ? "home" : "messages");
  if (rest && rest !== "home") openThread(shown.id, rest);
}
