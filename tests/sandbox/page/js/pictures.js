// Pictures in messages and forms: where their bytes are, how they stand in the text, and the way into the lightbox.
import { h, safeUrl } from "./dom.js";
import { icon } from "./icons.js";
import { openLightbox } from "./lightbox.js";

const OURS = new Set([location.hostname, "127.0.0.1", "localhost"]);

/** Where the browser may load a picture from: only this machine; anything else is null. */
export function sourceOf(image) {
  const id = image.slack_file?.id ?? image.slack_file?.url?.match(/F[A-Z0-9]{8,}/)?.[0];
  const local = image.sandbox_url ?? image.slack_file?.sandbox_url ?? (id ? `/sandbox/file/${id}` : null);
  if (local) return local;
  const url = safeUrl(image.image_url ?? "");
  return url && OURS.has(new URL(url).hostname) ? url : null;
}

export function pictureButton(image, { className = "", title = "", name = "" } = {}) {
  const source = sourceOf(image);
  const alt = image.alt_text ?? image.alt_txt ?? title;
  if (!source) return outside(image, alt);
  const picture = h("img", { class: "picture", src: source, alt, draggable: "false" });
  if (image.original_w && image.original_h) {
    picture.setAttribute("width", image.original_w);
    picture.setAttribute("height", image.original_h);
  }
  const button = h(
    "button",
    {
      class: `picture-button ${className}`,
      type: "button",
      "aria-label": `Enlarge: ${alt || "picture"}`,
      dataset: { full: source, alt, title, name },
      onclick: () => show(button),
    },
    picture,
  );
  picture.addEventListener("error", () => button.replaceChildren(missing(alt)), { once: true });
  return button;
}

/** The lightbox pages through all pictures of the pane it was opened from. */
function show(button) {
  const pane = button.closest("[data-gallery]") ?? document.body;
  const buttons = [...pane.querySelectorAll(".picture-button[data-full]")];
  const unique = buttons.filter((one, i) => one === button || buttons.findIndex((b) => sameAs(b, one)) === i);
  const shown = unique.filter((one) => one === button || !sameAs(one, button));
  openLightbox(
    shown.map((one) => ({ ...one.dataset })),
    shown.indexOf(button),
  );
}

const sameAs = (a, b) => a.dataset.full === b.dataset.full;

const missing = (alt) =>
  h("span", { class: "picture-missing" }, icon("image"), h("span", {}, alt || "Picture not available"));

function outside(image, alt) {
  const url = safeUrl(image.image_url ?? "");
  const words = h("span", {}, alt || "Picture");
  if (!url) return h("span", { class: "picture-missing" }, icon("image"), words);
  const open = { class: "link picture-missing", href: url, target: "_blank", rel: "noopener noreferrer" };
  return h("a", open, icon("external"), words);
}
