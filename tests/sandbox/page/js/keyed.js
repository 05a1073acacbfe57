// Changes a list of children in place: what is unchanged stays as it is, so pictures do not flicker, typed text
// and focus survive, and a live price can tick in an open form.

const KEY = Symbol("key");
const SIGN = Symbol("sign");

/**
 * Make `parent` hold exactly `specs`: [{key, sign, make(), update?(node)}], in that order.
 * A child with the same key and sign is left alone; with another sign it is updated, or made anew. Guests
 * (data-guest), put there by somebody else, stay at the end.
 */
export function patch(parent, specs) {
  const wanted = new Set(specs.map((spec) => spec.key));
  const present = new Map();
  for (const child of [...parent.childNodes]) {
    if (wanted.has(child[KEY]) && !present.has(child[KEY])) present.set(child[KEY], child);
    else if (!child.dataset || !("guest" in child.dataset)) child.remove();
  }
  let cursor = parent.firstChild;
  for (const spec of specs) {
    const old = present.get(spec.key);
    const node = old ? refresh(old, spec) : spec.make();
    if (old && old !== node && cursor === old) cursor = node;
    if (old && old !== node) exchange(old, node);
    node[KEY] = spec.key;
    node[SIGN] = spec.sign;
    if (node === cursor) cursor = cursor.nextSibling;
    else if (node.nextSibling !== cursor || node.parentNode !== parent) parent.insertBefore(node, cursor);
  }
}

function refresh(node, spec) {
  if (node[SIGN] === spec.sign) return node;
  if (!spec.update) return spec.make();
  spec.update(node);
  return node;
}

/** Replace a node and give the focus and the caret back to the control of the same name. */
function exchange(old, fresh) {
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  const name = active?.dataset?.control;
  const caret = active && "selectionStart" in active ? caretOf(active) : null;
  old.replaceWith(fresh);
  if (!name) return;
  const heir = [fresh, ...fresh.querySelectorAll("[data-control]")].find((node) => node.dataset?.control === name);
  heir?.focus({ preventScroll: true });
  if (caret && heir && "setSelectionRange" in heir) trySelect(heir, caret);
}

function caretOf(field) {
  try {
    return [field.selectionStart, field.selectionEnd];
  } catch {
    return null;
  }
}

function trySelect(field, [from, to]) {
  try {
    field.setSelectionRange(from, to);
  } catch {
    // number and email inputs have no caret to set
  }
}

/** Keys that may repeat in what a bot sends get a suffix, so that no block is lost. */
export function uniqueKeys(specs) {
  const seen = new Map();
  return specs.map((spec) => {
    const times = seen.get(spec.key) ?? 0;
    seen.set(spec.key, times + 1);
    return times ? { ...spec, key: `${spec.key}~${times}` } : spec;
  });
}
