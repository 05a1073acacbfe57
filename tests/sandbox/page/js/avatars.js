// Faces: people are rounded squares in their colour with initials, the bot an easel.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { botName, isBot, person } from "./state.js";

const FALLBACK = "#616061";

/** Who wrote a message: {id, name, isApp, color}. */
export function authorOf(message) {
  if (message.user === "USLACKBOT") return { id: "USLACKBOT", name: "Slackbot", isApp: false, color: "#4a154b" };
  if (message.bot_id || isBot(message.user)) {
    return { id: "bot", name: message.username || botName(), isApp: true, isEasel: true, color: "#6b3fa0" };
  }
  const someone = person(message.user);
  if (!someone) return { id: message.user ?? "?", name: message.user ?? "Someone", isApp: false, color: FALLBACK };
  return { id: someone.id, name: someone.real_name || someone.name, isApp: false, color: someone.color };
}

export const personAuthor = (someone) => authorOf({ user: someone.id });

export function avatar(author, size = 36) {
  const face = h("span", { class: `avatar size-${size}${author.isEasel ? " app" : ""}`, "aria-hidden": "true" });
  const color = String(author.color ?? FALLBACK);
  face.style.setProperty("--face", color.startsWith("#") ? color : `#${color}`);
  face.append(author.isEasel ? icon("easel", Math.round(size * 0.66)) : initials(author.name));
  return face;
}

function initials(name) {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? words[0][0] + words.at(-1)[0] : words[0].slice(0, 1);
  return letters.toUpperCase();
}
