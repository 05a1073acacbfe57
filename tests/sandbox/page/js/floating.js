// Things that float by an anchor: menus and lists. One at a time; Escape or a click elsewhere closes it.

let current = null;

export const isFloatingOpen = () => current !== null;
export const closeFloating = (refocus = false) => current?.close(refocus);

/** Show `content` below (or above) `anchor`; returns a function that closes it. */
export function float(anchor, content, { align = "start", above = false, onClose, keepFocus = false } = {}) {
  closeFloating();
  content.classList.add("floating");
  content.setAttribute("popover", "manual");
  // inside a modal dialog everything outside of it is inert, so the list must live within
  (anchor.closest("dialog") ?? document.body).append(content);
  content.showPopover?.();
  place(anchor, content, align, above);

  const close = (refocus) => {
    if (current?.content !== content) return;
    current = null;
    window.removeEventListener("pointerdown", outside, true);
    window.removeEventListener("keydown", escape, true);
    window.removeEventListener("resize", dismiss);
    content.remove();
    onClose?.();
    if (refocus && !keepFocus) anchor.focus({ preventScroll: true });
  };
  const dismiss = () => close(false);
  const outside = (event) => {
    if (!content.contains(event.target) && !anchor.contains(event.target)) close(false);
  };
  const escape = (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close(true);
  };
  window.addEventListener("pointerdown", outside, true);
  window.addEventListener("keydown", escape, true);
  window.addEventListener("resize", dismiss);
  current = { content, close };
  return close;
}

function place(anchor, content, align, above) {
  const box = anchor.getBoundingClientRect();
  const gap = 4;
  const { width, height } = content.getBoundingClientRect();
  const fitsBelow = box.bottom + gap + height < window.innerHeight - 8;
  const up = above ? box.top - gap - height > 8 : !fitsBelow && box.top > window.innerHeight - box.bottom;
  const top = up ? box.top - gap - height : box.bottom + gap;
  const left = align === "end" ? box.right - width : box.left;
  content.style.top = `${Math.max(8, Math.min(top, window.innerHeight - height - 8))}px`;
  content.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
}
