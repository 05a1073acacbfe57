// The page's own line icons, drawn on a 20 by 20 grid.

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  home: "M3 9.5 10 3.5l7 6M5 8.5V16h3.6v-4h2.8v4H15V8.5",
  hash: "M7.5 3.5 5.5 16.5M14.5 3.5l-2 13M3.8 7.5h13M3.2 12.5h13",
  lock: "M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  thread: "M16.5 10a6 6 0 0 1-8.6 5.4L4 16.5l1.1-3.4A6 6 0 1 1 16.5 10zM8 9h5M8 11.5h3",
  more: "M10 4.5v.01M10 10v.01M10 15.5v.01",
  plus: "M10 4v12M4 10h12",
  close: "M5 5l10 10M15 5 5 15",
  back: "M12 4.5 6.5 10l5.5 5.5",
  next: "M8 4.5 13.5 10 8 15.5",
  down: "M5.5 8 10 12.5 14.5 8",
  arrowDown: "M10 4v12M5.5 11.5 10 16l4.5-4.5",
  send: "M3.5 4.2 17 10 3.5 15.8 5.4 10.9 11 10 5.4 9.1z",
  at: "M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zm0 0v1.2a2 2 0 0 0 4 0V10a7 7 0 1 0-3 5.7",
  slash: "M4 3.5h12v13H4zM12 6.5l-4 7",
  clip: "M14.5 9.5 9.3 14.7a3.2 3.2 0 0 1-4.5-4.5l6-6a2.2 2.2 0 0 1 3.1 3.1l-5.8 5.8a1 1 0 0 1-1.5-1.5l5-5",
  bold: "M6 4h4.8a2.9 2.9 0 0 1 0 5.8H6zM6 9.8h5.6a3.1 3.1 0 0 1 0 6.2H6z",
  italic: "M8.5 4H14M6 16h5.5M11.5 4l-3 12",
  strike:
    "M4 10h12M13.5 6.3C13 4.8 11.7 4 10 4 8 4 6.5 5 6.5 6.8c0 .8.3 1.4.9 1.9M6.5 13.5C7 15.2 8.3 16 10 16c2.1 0 3.6-1 3.6-2.9 0-.5-.1-.8-.3-1.1",
  code: "M7 6 3.2 10 7 14M13 6l3.8 4L13 14",
  help: "M10 17a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM8 8.2a2 2 0 1 1 2.8 1.8c-.5.3-.8.7-.8 1.4M10 13.8v.01",
  shortcut: "M11 3 5 11h4l-1 6 6.5-8.5h-4.2z",
  copy: "M7.5 7.5h8v8h-8zM12.5 7.5v-3h-8v8h3",
  download: "M10 3.5v8.5M6.5 8.8 10 12.3l3.5-3.5M4 16h12",
  check: "M4.5 10.5 8.5 14.5 15.5 6",
  eye: "M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5zM12 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0z",
  file: "M5.5 3h6l3.5 3.5V17h-9.5zM11.5 3v3.5H15",
  image: "M3.5 4.5h13v11h-13zM3.5 13.5l4-4 3 3 2.5-2 3.5 3M13 8v.01",
  warning: "M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.2v.01",
  info: "M10 17a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM10 9.5v4M10 6.6v.01",
  external: "M11.5 4H16v4.5M16 4l-6.5 6.5M13.5 11.5V16H4V6.5h4.5",
  thumbUp:
    "M3.5 9h3v7h-3zM6.5 9l3-5.5c1.3 0 1.9.9 1.7 2.2L10.8 8h4.4c.9 0 1.5.8 1.3 1.7l-1.1 5c-.2.8-.8 1.3-1.6 1.3H6.5",
  thumbDown:
    "M3.5 11h3V4h-3zM6.5 11l3 5.5c1.3 0 1.9-.9 1.7-2.2L10.8 12h4.4c.9 0 1.5-.8 1.3-1.7l-1.1-5C15.2 4.5 14.6 4 13.8 4H6.5",
  easel: "M4.5 4h11v8h-11zM10 2v2M7.5 12 5.5 18M12.5 12l2 6M10 12v4M6.5 10l2.2-2.5 1.8 1.7 1.3-1.2 1.7 2",
};

export function icon(name, size = 18) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("width", size);
  svg.setAttribute("height", size);
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name] ?? PATHS.info);
  svg.append(path);
  return svg;
}
