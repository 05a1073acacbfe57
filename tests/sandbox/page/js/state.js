// What the page knows, in one place, and who wants to hear when it changes.

export const state = {
  me: null, // {id, name, real_name, is_admin, color}
  team: "",
  bot: null, // {user_id, name}
  people: [],
  channels: [],
  commands: [],
  shortcuts: [],
  hints: [],
  samples: [],
  connected: false, // a bot is connected
  online: true, // the live feed is open
  channel: null, // id of the channel shown
  lastRoom: null, // the last channel shown that is not the bot's own
  tab: "messages", // of the bot's own channel: home or messages
  thread: null, // ts of the root shown in the right panel, or null
  roots: new Map(), // channel -> Map(key -> message)
  threads: new Map(), // channel/ts -> Map(key -> message)
  fresh: new Map(), // channel/ts -> number of replies not looked at yet
  unread: new Map(), // channel -> number
  home: null,
};

const listeners = new Map();

export function on(topic, listener) {
  if (!listeners.has(topic)) listeners.set(topic, []);
  listeners.get(topic).push(listener);
}

export function emit(topic, detail) {
  for (const listener of listeners.get(topic) ?? []) listener(detail);
}

export const channelById = (id) => state.channels.find((channel) => channel.id === id || channel.name === id) ?? null;
export const channelId = (id) => channelById(id)?.id ?? id;
export const person = (id) => state.people.find((someone) => someone.id === id || someone.name === id) ?? null;
export const isBot = (id) => Boolean(state.bot) && (id === state.bot.user_id || id === state.bot.bot_id);
export const threadKey = (channel, ts) => `${channel}/${ts}`;

export function channelLabel(channel) {
  if (!channel) return "";
  return channel.is_im ? botName() : channel.name.replace(/^#/, "");
}

export function botName() {
  const name = state.bot?.name ?? "easel";
  return name.charAt(0).toUpperCase() + name.slice(1);
}
