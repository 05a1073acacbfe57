// file_input: drop, choose, or take a sample photo; thumbnails of what will be sent. Files are kept by the form
// (ctx.files) and uploaded with the submission.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { sampleFile, sampleThumb } from "./samples.js";
import { state } from "./state.js";
import { toast } from "./toasts.js";
import { preview } from "./upload.js";

export function fileControl(element, block, ctx, { name, label, onChange }) {
  const held = ctx.files(block, element);
  const most = element.max_files ?? 10;
  const types = (element.filetypes ?? []).map((type) => type.toLowerCase());
  const list = h("div", { class: "previews" });

  const chosen = () => {
    paint();
    onChange({ type: "file_input", files: [...held] }, { files: true });
  };
  const add = (files) => {
    for (const file of files) {
      if (!allowed(file, types)) toast(`${file.name} is not one of: ${types.join(", ")}.`, { kind: "error" });
      else if (held.length >= most) toast(`At most ${most} file${most === 1 ? "" : "s"} here.`, { kind: "error" });
      else held.push(file);
    }
    chosen();
  };
  const paint = () =>
    list.replaceChildren(
      ...held.map((file) =>
        preview(file, () => {
          held.splice(held.indexOf(file), 1);
          chosen();
        }),
      ),
    );

  const picker = h("input", {
    type: "file",
    class: "visually-hidden",
    multiple: most > 1,
    accept: types.map((type) => `.${type}`).join(",") || undefined,
    "aria-label": label,
    dataset: { control: name },
    onchange: () => {
      add([...picker.files]);
      picker.value = "";
    },
  });
  const choose = h(
    "button",
    { class: "button", type: "button", onclick: () => picker.click() },
    icon("clip", 16),
    "Choose a file",
  );
  const sample = h(
    "button",
    { class: "button plain", type: "button", "aria-haspopup": "menu", onclick: () => offerSamples(sample, add) },
    "Use a sample photo",
  );
  const zone = h(
    "div",
    { class: "file-field" },
    list,
    h(
      "div",
      { class: "file-actions" },
      picker,
      choose,
      state.samples.length > 0 && sample,
      h("span", { class: "file-note" }, "or drop files here"),
    ),
  );
  acceptDrops(zone, add);
  paint();
  return zone;
}

function allowed(file, types) {
  if (!types.length) return true;
  const ending = file.name.split(".").pop().toLowerCase();
  return types.includes(ending) || (ending === "jpeg" && types.includes("jpg"));
}

function offerSamples(button, add) {
  const items = state.samples.map((photo) => ({
    label: h("span", { class: "sample-row" }, sampleThumb(photo), photo.title),
    run: async () => {
      const file = await sampleFile(photo);
      if (file) add([file]);
    },
  }));
  openMenu(button, items, { align: "start", label: "Sample photos" });
}

function acceptDrops(zone, add) {
  const mark = (on) => (event) => {
    event.preventDefault();
    event.stopPropagation();
    zone.classList.toggle("dropping", on);
  };
  zone.addEventListener("dragover", mark(true));
  zone.addEventListener("dragleave", mark(false));
  zone.addEventListener("drop", (event) => {
    mark(false)(event);
    add([...event.dataTransfer.files]);
  });
}
