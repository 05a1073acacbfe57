// Who this tab plays. Each person is an address (?user=ben), so two tabs can be two people.
import { avatar, personAuthor } from "./avatars.js";
import { h } from "./dom.js";
import { state } from "./state.js";

export const whoPlays = () => new URLSearchParams(location.search).get("user") ?? "ana";

export function peopleSwitch() {
  const people = state.people.filter((someone) => !someone.is_bot);
  return h(
    "section",
    { class: "people", "aria-label": "You play" },
    h("h2", { class: "people-title" }, "You are playing"),
    h("div", { class: "people-list" }, people.map(face)),
    h("p", { class: "people-note" }, "Ctrl-click opens another person in a second tab."),
  );
}

function face(someone) {
  const mine = someone.id === state.me?.id;
  return h(
    "a",
    {
      class: `person${mine ? " mine" : ""}`,
      href: `?user=${encodeURIComponent(someone.name)}${location.hash}`,
      "aria-current": mine ? "true" : undefined,
      title: `${someone.real_name ?? someone.name}${someone.is_admin ? " (admin)" : ""}`,
      // the address of what is shown changes after this link was made
      onclick: (event) => (event.currentTarget.href = `?user=${encodeURIComponent(someone.name)}${location.hash}`),
    },
    avatar(personAuthor(someone), 28),
    h("span", {}, someone.name),
    someone.is_admin && h("small", {}, "admin"),
  );
}
