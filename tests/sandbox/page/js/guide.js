// What to try first: three steps, in an empty channel and behind the "?" button.
import { h } from "./dom.js";
import { closeFloating, float } from "./floating.js";
import { icon } from "./icons.js";
import { sampleFile, sampleThumb } from "./samples.js";
import { state } from "./state.js";

const STEPS = [
  {
    title: "Ask for a set",
    words: "Shots stand between the bars. The plan and its price come first; one character and one style go through all.",
    text: "/imageset Nia, a barista with curly red hair, opens a robot café: cover | at the espresso machine | latte art for a robot | thumbs up --style flat",
  },
  {
    title: "Make a character from a photo",
    words: "Take a sample photo in the form that opens. From then on, her name is enough.",
    text: "/cast add maya",
    samples: true,
  },
  {
    title: "Say only how many, with her in it",
    words: "Easel plans the shots. In the thread, Redo draws one of them again and keeps the one before.",
    text: "/imageset 5 launch of our running app, with @maya",
  },
];

export function guideCard(composer) {
  return h(
    "section",
    { class: "guide", "aria-label": "Try this first" },
    h("h2", { class: "guide-title" }, "Try this first"),
    h("p", { class: "guide-words" }, "A step puts its words into the message box. Read them, then press Enter."),
    h(
      "ol",
      { class: "steps" },
      STEPS.map((step, index) => h("li", {}, stepButton(step, index, composer), step.samples && photos(composer))),
    ),
    more(composer),
  );
}

function stepButton(step, index, composer) {
  const prefill = () => {
    closeFloating();
    composer.setText(step.text);
  };
  return h(
    "button",
    { class: "step", type: "button", onclick: prefill },
    h("span", { class: "step-number", "aria-hidden": "true" }, String(index + 1)),
    h(
      "span",
      { class: "step-words" },
      h("strong", {}, step.title),
      h("span", {}, step.words),
      h("code", { class: "code" }, step.text),
    ),
  );
}

function photos(composer) {
  if (!state.samples.length) return null;
  const take = async (photo) => {
    closeFloating();
    const file = await sampleFile(photo);
    if (file) composer.addFiles([file]);
  };
  const thumb = (photo) =>
    h(
      "button",
      {
        class: "sample",
        type: "button",
        title: `Attach “${photo.title}” to a message`,
        "aria-label": `Attach the sample photo ${photo.title}`,
        onclick: () => take(photo),
      },
      sampleThumb(photo),
    );
  return h(
    "div",
    { class: "samples" },
    h("span", {}, "Sample photos; a click attaches one to your message:"),
    h("div", { class: "sample-list" }, state.samples.map(thumb)),
  );
}

function more(composer) {
  const known = new Set(STEPS.map((step) => step.text));
  const hints = state.hints.filter((hint) => typeof hint === "string" && !known.has(hint)).slice(0, 6);
  if (!hints.length) return null;
  const row = (hint) => {
    const prefill = () => {
      closeFloating();
      composer.setText(hint);
    };
    return h(
      "li",
      {},
      h("button", { class: "hint-row", type: "button", onclick: prefill }, h("code", { class: "code" }, hint)),
    );
  };
  return h("details", { class: "more-hints" }, h("summary", {}, "More to try"), h("ul", {}, hints.map(row)));
}

export function openGuide(button, composer) {
  const close = h(
    "button",
    { class: "icon-button guide-close", type: "button", "aria-label": "Close", onclick: () => closeFloating(true) },
    icon("close"),
  );
  const panel = h(
    "div",
    { class: "guide-panel", role: "dialog", "aria-label": "What to try first" },
    close,
    guideCard(composer),
  );
  float(button, panel, { align: "end" });
  panel.querySelector(".step")?.focus({ preventScroll: true });
}
