// Files of a message: pictures as Slack's gallery, anything else as a card to download.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { pictureButton } from "./pictures.js";
import { sizeOf } from "./upload.js";

const SHOWABLE = /^(png|jpe?g|gif|webp|bmp|svg)$/i;

export function fileList(files) {
  const pictures = files.filter(isPicture);
  const others = files.filter((file) => !isPicture(file));
  const size = pictures.length === 1 ? "single" : "several";
  return h(
    "div",
    { class: "files" },
    pictures.length > 0 && h("div", { class: `gallery ${size}` }, pictures.map(picture)),
    others.map(card),
  );
}

function isPicture(file) {
  if (file.mode === "tombstone") return false;
  if (/hei[cf]/i.test(`${file.filetype} ${file.mimetype} ${file.name}`)) return false;
  return /^image\//.test(file.mimetype ?? "") || SHOWABLE.test((file.name ?? "").split(".").pop());
}

function picture(file) {
  const title = file.title || file.name || "";
  return h(
    "figure",
    { class: "gallery-item" },
    h("figcaption", { class: "image-title" }, title),
    pictureButton({ ...file, sandbox_url: addressOf(file) }, { title, name: file.name ?? title }),
  );
}

const addressOf = (file) => file.sandbox_url ?? `/sandbox/file/${file.id}`;

function card(file) {
  if (file.mode === "tombstone") return h("div", { class: "file-card gone" }, icon("file"), "This file was deleted.");
  const facts = [(file.pretty_type || file.filetype || "file").toUpperCase(), file.size ? sizeOf(file.size) : ""];
  return h(
    "a",
    { class: "file-card", href: addressOf(file), download: file.name ?? "" },
    h("span", { class: "preview-icon" }, icon("file", 22)),
    h(
      "span",
      { class: "preview-words" },
      h("strong", {}, file.title || file.name),
      h("small", {}, facts.filter(Boolean).join(" · ")),
    ),
    icon("download"),
  );
}
