// The live feed: one WebSocket per tab, opened again whenever it breaks, and its events handed to the page.
import { liveAddress } from "./api.js";
import { emit, state } from "./state.js";

const DELAYS = [300, 700, 1500, 3000, 5000];

export function listen() {
  let failures = 0;
  let opened = false;
  const connect = () => {
    const socket = new WebSocket(liveAddress());
    socket.onopen = () => {
      failures = 0;
      setOnline(true);
      if (opened) emit("reconnected");
      opened = true;
    };
    socket.onmessage = (event) => receive(event.data);
    socket.onclose = () => {
      setOnline(false);
      setTimeout(connect, DELAYS[Math.min(failures++, DELAYS.length - 1)]);
    };
  };
  connect();
}

function setOnline(online) {
  if (state.online === online) return;
  state.online = online;
  emit("connection");
}

function receive(text) {
  const event = JSON.parse(text);
  if (event.type === "connected") {
    state.connected = event.connected;
    emit("connection");
  } else emit(`live:${event.type}`, event);
}
