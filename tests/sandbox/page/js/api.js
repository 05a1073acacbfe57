// The page's half of the /sandbox/* calls; every answer is an object with `ok`, and failures carry a sentence.

let user = "ana";

export const playAs = (name) => {
  user = name;
};

async function call(method, path, body) {
  const options = { method };
  if (body instanceof FormData) options.body = body;
  else if (body) {
    options.body = JSON.stringify(body);
    options.headers = { "content-type": "application/json" };
  }
  try {
    const answer = await fetch(path, options);
    const text = await answer.text();
    return text ? JSON.parse(text) : { ok: answer.ok };
  } catch {
    return { ok: false, error: "The sandbox did not answer. Is it still running?" };
  }
}

const query = (values) => new URLSearchParams({ ...values, user }).toString();
const post = (path, body) => call("POST", path, { user, ...body });

function form(fields, files) {
  const data = new FormData();
  data.set("user", user);
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== null) data.set(name, value);
  for (const [name, file] of files) data.append(name, file, file.name);
  return data;
}

export const workspace = () => call("GET", `/sandbox/workspace?${query({})}`);
export const samples = () => call("GET", "/sandbox/samples");
export const home = () => call("GET", `/sandbox/home?${query({})}`);
export const view = () => call("GET", `/sandbox/view?${query({})}`);

export function messages(channel, threadTs) {
  return call("GET", `/sandbox/messages?${query(threadTs ? { channel, thread_ts: threadTs } : { channel })}`);
}

export function say(channel, text, files = [], threadTs = undefined) {
  if (!files.length) return post("/sandbox/say", { channel, text, ...(threadTs ? { thread_ts: threadTs } : {}) });
  const parts = files.map((file) => ["file", file]);
  return call("POST", "/sandbox/say", form({ channel, text, thread_ts: threadTs }, parts));
}

export const command = (channel, name, text) => post("/sandbox/command", { channel, command: name, text });
export const click = (where) => post("/sandbox/click", where);
export const select = (where) => post("/sandbox/select", where);
export const input = (where) => post("/sandbox/input", where);
export const close = (viewId) => post("/sandbox/close", { view_id: viewId });
export const shortcut = (channel, ts, callbackId) =>
  post("/sandbox/shortcut", { channel, ts, callback_id: callbackId });

/** `files`: [[block_id, File]], sent along as parts named as their block. */
export function submit(viewId, values, files = []) {
  if (!files.length) return post("/sandbox/submit", { view_id: viewId, values });
  return call("POST", "/sandbox/submit", form({ view_id: viewId, values: JSON.stringify(values) }, files));
}

export const liveAddress = () => {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return `${scheme}://${location.host}/sandbox/live?${query({})}`;
};
