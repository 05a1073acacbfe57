// Pictures in full: dark, with the alt text, next and previous, a click for real size, and a download.
import { h } from "./dom.js";
import { icon } from "./icons.js";

/** pictures: [{full, alt, title, name}]; opens at `index`. */
export function openLightbox(pictures, index) {
  let at = index;
  const image = h("img", { class: "lightbox-image", onclick: () => dialog.classList.toggle("real-size") });
  const title = h("span", { class: "lightbox-title" });
  const count = h("span", { class: "lightbox-count" });
  const alt = h("p", { class: "lightbox-alt", id: "lightbox-alt" });
  const save = h("a", { class: "icon-button light", "aria-label": "Download", title: "Download" }, icon("download"));
  const step = (by) => show((at + by + pictures.length) % pictures.length);
  const arrow = (by, name, label) =>
    h(
      "button",
      {
        class: `lightbox-arrow ${name}`,
        type: "button",
        "aria-label": label,
        hidden: pictures.length < 2,
        onclick: () => step(by),
      },
      icon(name, 28),
    );
  const dialog = h(
    "dialog",
    { class: "lightbox", "aria-label": "Picture", "aria-describedby": "lightbox-alt" },
    h(
      "header",
      { class: "lightbox-head" },
      title,
      count,
      save,
      closeButton(() => dialog.close()),
    ),
    h(
      "div",
      { class: "lightbox-stage" },
      arrow(-1, "back", "Previous picture"),
      image,
      arrow(1, "next", "Next picture"),
    ),
    alt,
  );

  function show(index) {
    at = index;
    const picture = pictures[at];
    dialog.classList.remove("real-size");
    image.src = picture.full;
    image.alt = picture.alt || "";
    title.textContent = picture.title || picture.name || "Picture";
    count.textContent = pictures.length > 1 ? `${at + 1} of ${pictures.length}` : "";
    alt.textContent = picture.alt || "This picture has no description.";
    save.href = picture.full;
    save.setAttribute("download", picture.name || "");
  }

  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") step(1);
    if (event.key === "ArrowLeft") step(-1);
  });
  dialog.addEventListener("click", (event) => {
    if (event.target.matches(".lightbox, .lightbox-stage")) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  show(at);
  document.body.append(dialog);
  dialog.showModal();
}

const closeButton = (run) =>
  h("button", { class: "icon-button light", type: "button", "aria-label": "Close", onclick: run }, icon("close"));
