// The messages this tab knows: fetched per channel and thread, kept up to date by the live feed.
import * as api from "./api.js";
import { channelId, emit, on, state, threadKey } from "./state.js";
import { failed } from "./toasts.js";

const keyOf = (message) => (message.is_ephemeral ? `${message.ts}e` : message.ts);
const isReply = (message) => Boolean(message.thread_ts) && message.thread_ts !== message.ts;

export const isLoaded = (channel) => state.roots.has(channel);

export const rootsOf = (channel) => sorted(state.roots.get(channel));
export const threadOf = (channel, ts) => sorted(state.threads.get(threadKey(channel, ts)));
export const findRoot = (channel, ts) => state.roots.get(channel)?.get(ts) ?? null;

const sorted = (map) => [...(map?.values() ?? [])].sort((a, b) => Number(a.ts) - Number(b.ts));

export async function loadChannel(channel) {
  const answer = await api.messages(channel);
  if (!answer.ok) return failed(answer);
  state.roots.set(channel, indexed(answer.messages, state.roots.get(channel)));
  return emit("messages", channel);
}

export async function loadThread(channel, ts) {
  const answer = await api.messages(channel, ts);
  if (!answer.ok) return failed(answer);
  const key = threadKey(channel, ts);
  state.threads.set(key, indexed(answer.messages, state.threads.get(key)));
  return emit("messages", channel);
}

/** What only this tab has said (Slackbot's notes) is not on the server and stays. */
function indexed(messages, old) {
  const local = [...(old?.values() ?? [])].filter((message) => message.local);
  return new Map([...messages, ...local].map((message) => [keyOf(message), message]));
}

function keep(channel, message, { isNew }) {
  const reply = isReply(message);
  const key = threadKey(channel, reply ? message.thread_ts : message.ts);
  const thread = state.threads.get(key);
  if (thread && (reply || thread.has(keyOf(message)))) thread.set(keyOf(message), message);
  const roots = state.roots.get(channel);
  const inChannel = !reply || message.subtype === "thread_broadcast";
  if (roots && inChannel && (isNew || roots.has(keyOf(message)))) roots.set(keyOf(message), message);
  emit("messages", channel);
}

function receive({ channel, message }) {
  const id = channelId(channel);
  keep(id, message, { isNew: true });
  if (message.user !== state.me?.id) notice(id, message);
}

function notice(channel, message) {
  const open = state.channel === channel && state.tab === "messages" && !document.hidden;
  if (isReply(message)) {
    if (open && state.thread === message.thread_ts) return;
    const key = threadKey(channel, message.thread_ts);
    state.fresh.set(key, (state.fresh.get(key) ?? 0) + 1);
    emit("messages", channel);
  } else if (state.channel !== channel || state.tab !== "messages") {
    state.unread.set(channel, (state.unread.get(channel) ?? 0) + 1);
    emit("unread");
  }
}

function remove({ channel, ts }) {
  const id = channelId(channel);
  for (const [key, map] of [[id, state.roots], ...threadKeys(id)]) {
    map.get(key)?.delete(ts);
    map.get(key)?.delete(`${ts}e`);
  }
  emit("messages", id);
}

const threadKeys = (channel) =>
  [...state.threads.keys()].filter((key) => key.startsWith(`${channel}/`)).map((key) => [key, state.threads]);

/** A note that only this person sees and no server keeps, in Slackbot's name. */
export function whisper(channel, text, threadTs = null) {
  const message = {
    type: "message",
    user: "USLACKBOT",
    text,
    ts: String(Date.now() / 1000),
    is_ephemeral: true,
    local: true,
  };
  receive({ channel, message: threadTs ? { ...message, thread_ts: threadTs } : message });
}

export function followMessages() {
  on("live:message", receive);
  on("live:ephemeral", ({ channel, message }) => receive({ channel, message: { ...message, is_ephemeral: true } }));
  on("live:message_changed", ({ channel, message }) => keep(channelId(channel), message, { isNew: false }));
  on("live:message_deleted", remove);
  on("reconnected", () => {
    for (const channel of state.roots.keys()) loadChannel(channel);
    if (state.thread) loadThread(state.channel, state.thread);
  });
}
