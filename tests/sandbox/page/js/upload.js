// Files on their way into a message: dropped anywhere on a pane, pasted, or chosen; thumbnails before sending.
import { h } from "./dom.js";
import { icon } from "./icons.js";

export const MOST_FILES = 10; // Slack's own limit for one message

/** A thumbnail with a cross; `remove` may be left out. */
export function preview(file, remove) {
  const picture = file.type.startsWith("image/") && !/hei[cf]/.test(file.type);
  const face = picture ? thumbnail(file) : h("span", { class: "preview-icon" }, icon("file", 22));
  const cross = h(
    "button",
    { class: "preview-x", type: "button", "aria-label": `Remove ${file.name}`, onclick: remove },
    icon("close", 12),
  );
  const words = picture
    ? null
    : h("span", { class: "preview-words" }, h("strong", {}, file.name), h("small", {}, sizeOf(file.size)));
  return h("div", { class: `preview${picture ? "" : " wide"}`, title: file.name }, face, words, cross);
}

function thumbnail(file) {
  const address = URL.createObjectURL(file);
  const image = h("img", { src: address, alt: file.name });
  const done = () => URL.revokeObjectURL(address);
  image.addEventListener("load", done, { once: true });
  image.addEventListener(
    "error",
    () => (done(), image.replaceWith(h("span", { class: "preview-icon" }, icon("image", 22)))),
    { once: true },
  );
  return image;
}

export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Files dropped on `pane` go to `take(files)`; `label()` is said while they hover. */
export function acceptDrops(pane, label, take) {
  const words = h("strong", {});
  const veil = h("div", { class: "drop-veil", hidden: true }, icon("image", 40), words);
  pane.append(veil);
  let depth = 0;
  const holdsFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  const show = (on) => {
    words.textContent = label();
    veil.hidden = !on;
    if (!on) depth = 0;
  };
  pane.addEventListener("dragenter", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth += 1;
    show(true);
  });
  pane.addEventListener("dragleave", () => {
    depth -= 1;
    if (depth <= 0) show(false);
  });
  pane.addEventListener("dragover", (event) => holdsFiles(event) && event.preventDefault());
  pane.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    show(false);
    take([...event.dataTransfer.files]);
  });
}

/** Pictures in the clipboard go to `take(files)`; pasted text is left alone. */
export function acceptPaste(field, take) {
  field.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    take(files);
  });
}
