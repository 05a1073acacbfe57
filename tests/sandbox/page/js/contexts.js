// What acting on an element does, by where it stands: in a message, in a modal, in App Home.
import * as api from "./api.js";
import { elementName } from "./naming.js";
import { failed } from "./toasts.js";
import { initialState, plain, stateOf } from "./values.js";

const keyOf = (block, element) => `${block.block_id ?? ""}|${element.action_id ?? ""}`;

/** Choices made in messages stay as they are until the message changes, as in Slack. */
const chosenInMessages = new Map();

export function messageContext(channel, { ts, blocks }) {
  const key = (block, element) => `${channel}/${ts}/${keyOf(block, element)}`;
  const at = (block, element) => ({ channel, ts, ...elementName(blocks, block, element) });
  return {
    read: (block, element) => chosenInMessages.get(key(block, element)) ?? initialState(element),
    press: (block, element, extra) => pressed(at(block, element), element, extra),
    change(block, element, state, how) {
      chosenInMessages.set(key(block, element), state);
      if (!how.typing || how.entered) choose(at(block, element), state);
    },
    files: () => [],
  };
}

/** `form` keeps what the person has filled in: it outlives the DOM of a block that the bot changes. */
export function viewContext(form) {
  const at = (block, element) => ({ view_id: form.view.id, ...elementName(form.view.blocks, block, element) });
  return {
    read: (block, element) => form.read(block, element),
    press: (block, element, extra) => form.flush().then(() => pressed(at(block, element), element, extra)),
    change(block, element, state, how) {
      form.write(block, element, state);
      if (block.type === "input") form.tell(block, element, how);
      else if (!how.typing || how.entered) form.flush().then(() => choose(at(block, element), state));
    },
    files: (block, element) => form.files(block, element),
  };
}

async function pressed(where, element, extra) {
  const answer = extra.option
    ? await api.select({ ...where, ...valueOf(stateOf({ type: "static_select" }, extra.option)) })
    : await api.click({ ...where, ...(extra.value === undefined ? {} : { value: extra.value }) });
  complain(answer);
}

async function choose(where, state) {
  complain(await api.select({ ...where, ...valueOf(state) }));
}

function valueOf(state) {
  const value = plain(state);
  return Array.isArray(value) ? { values: value } : { value };
}

function complain(answer) {
  if (!answer.ok) failed(answer);
  else if (answer.acked === false) failed({ error: "Easel did not answer within 3 seconds." });
}
