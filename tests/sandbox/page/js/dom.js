// Builds DOM without ever parsing text as HTML: all that is shown here was written by people, files and models.

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "multiple", "textContent", "indeterminate"]);

export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) assign(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function assign(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "class") node.className = value;
  else if (name === "dataset") Object.assign(node.dataset, value);
  else if (PROPERTIES.has(name)) node[name] = value;
  else node.setAttribute(name, value === true ? "" : value);
}

/** The address when it may be followed (http or https), else null: no javascript:, no data:. */
export function safeUrl(text) {
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

/** An outside link, or only its words when the address is none that a browser should follow. */
export function link(address, ...children) {
  const href = safeUrl(address);
  if (!href) return h("span", {}, ...children);
  return h("a", { class: "link", href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

export const clear = (node) => node.replaceChildren();

let serial = 0;
/** An id for label/for and aria-describedby pairs. */
export const uid = (prefix = "u") => `${prefix}-${++serial}`;
