// What a person has filled in, in one view. It outlives the DOM: the bot may change the view at any moment, and a
// field of the same ids keeps its text, as in Slack.
import * as api from "./api.js";
import { elementName } from "./naming.js";
import { failed } from "./toasts.js";
import { initialState, plain } from "./values.js";

const TYPING_PAUSE = 250;
const HOLDS = /select$|_input$|^checkboxes$|^radio_buttons$|picker$/;

export class Form {
  constructor(view) {
    this.kept = new Map(); // block_id|action_id -> state
    this.held = new Map(); // block_id|action_id -> File[]
    this.waiting = new Map(); // block_id|action_id -> what to tell after the typing pause
    this.sent = Promise.resolve();
    this.adopt(view);
  }

  /** The view as the bot has changed it: fields that are gone are forgotten. */
  adopt(view) {
    this.view = view;
    const present = new Set(this.fields().map(({ block, element }) => key(block, element)));
    for (const map of [this.kept, this.held])
      for (const name of [...map.keys()]) if (!present.has(name)) map.delete(name);
  }

  fields() {
    return (this.view.blocks ?? []).flatMap((block) =>
      [block.element, block.accessory, ...(block.type === "actions" ? block.elements : [])]
        .filter((element) => element && HOLDS.test(element.type))
        .map((element) => ({ block, element })),
    );
  }

  read(block, element) {
    const server = this.view.state?.values?.[block.block_id]?.[element.action_id];
    const state = this.kept.get(key(block, element)) ?? server;
    return state?.type === element.type ? state : initialState(element);
  }

  write(block, element, state) {
    this.kept.set(key(block, element), state);
  }

  files(block, element) {
    const name = key(block, element);
    if (!this.held.has(name)) this.held.set(name, []);
    return this.held.get(name);
  }

  /** Let the sandbox know of a changed input: at once, after the pause in typing, or at Enter. */
  tell(block, element, how) {
    if (how.files) return; // they travel with the submission
    const waits = block.dispatch_action && how.typing && !how.entered && !dispatchesCharacters(element);
    if (waits) return;
    const name = key(block, element);
    clearTimeout(this.waiting.get(name)?.timer);
    const send = () => {
      this.waiting.delete(name);
      this.send(block, element);
    };
    if (how.typing && !how.entered) this.waiting.set(name, { send, timer: setTimeout(send, TYPING_PAUSE) });
    else send();
  }

  /** One after the other, so that a late answer cannot overtake. */
  send(block, element) {
    const value = plain(this.read(block, element));
    const where = { view_id: this.view.id, ...elementName(this.view.blocks, block, element) };
    this.sent = this.sent.then(async () => {
      const answer = await api.input({ ...where, value });
      if (!answer.ok) failed(answer);
    });
  }

  /** All that was typed is told before something else happens. */
  flush() {
    for (const { send, timer } of [...this.waiting.values()]) {
      clearTimeout(timer);
      send();
    }
    return this.sent;
  }

  /** {values, files} as /sandbox/submit takes them. */
  submission() {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
    const values = {};
    const files = [];
    for (const { block, element } of this.fields()) {
      if (element.type === "file_input")
        files.push(...this.files(block, element).map((file) => [block.block_id, file]));
      else (values[block.block_id] ??= {})[element.action_id] = this.read(block, element);
    }
    return { values, files };
  }
}

const key = (block, element) => `${block.block_id ?? ""}|${element.action_id ?? ""}`;

function dispatchesCharacters(element) {
  return (element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"]).includes("on_character_entered");
}
