// Block Kit's confirm dialog: asked before a button or menu acts.
import { h } from "./dom.js";
import { renderText } from "./mrkdwn.js";

/** Resolves to true when the person agrees; at once when there is nothing to confirm. */
export function confirmed(confirm) {
  if (!confirm) return Promise.resolve(true);
  return new Promise((resolve) => {
    const danger = confirm.style === "danger";
    const yes = h(
      "button",
      { class: `button ${danger ? "danger" : "primary"}`, type: "submit", value: "yes" },
      renderText(confirm.confirm ?? "Yes"),
    );
    const no = h("button", { class: "button", type: "submit", value: "no" }, renderText(confirm.deny ?? "Cancel"));
    const dialog = h(
      "dialog",
      { class: "dialog small", "aria-labelledby": "confirm-title" },
      h(
        "form",
        { method: "dialog" },
        h("h2", { class: "dialog-title", id: "confirm-title" }, renderText(confirm.title)),
        h("div", { class: "dialog-body" }, renderText(confirm.text)),
        h("footer", { class: "dialog-footer" }, no, yes),
      ),
    );
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue === "yes");
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
    yes.focus();
  });
}
