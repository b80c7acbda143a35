// Pictograms on a grid of 24 by 24, the same on the canvas and in the page.

import { colour } from "./colours.js";

const SVG = "http://www.w3.org/2000/svg";

// [path, width of its line]; without a width the path is filled.
const GLYPHS = {
  Call: [["M6.6 6.4C6.2 12.6 11.4 17.8 17.6 17.4", 2.6], ["M4.6 8.6 9.6 5.2M15.4 14.4 18.8 19.4", 3.6]],
  Meeting: [["M8 5.2a2.7 2.7 0 1 1-.01 0zM16 5.2a2.7 2.7 0 1 1-.01 0zM2.8 18.6c0-4 2-6.4 5.2-6.4 1.7 0 3.1.7 4 1.9.9-1.2 2.3-1.9 4-1.9 3.2 0 5.2 2.4 5.2 6.4z"]],
  Conversation: [["M3.5 5h17v10.5h-9l-4.5 4v-4h-3.5z"]],
  Attack: [["M12 2.5l2 5.1 5-2.2-2.2 5 5.1 2-5.1 2 2.2 5-5-2.2-2 5.1-2-5.1-5 2.2 2.2-5-5.1-2 5.1-2-2.2-5 5 2.2z"]],
  Transfer: [["M3 9.6h9.5v-4.6l8.5 7-8.5 7v-4.6h-9.5z"]],
  Statement: [["M4 7h6.2v5.4c0 3.3-1.6 5.2-4.6 6l-.9-2c1.6-.6 2.4-1.5 2.6-3h-3.3zM13.8 7h6.2v5.4c0 3.3-1.6 5.2-4.6 6l-.9-2c1.6-.6 2.4-1.5 2.6-3h-3.3z"]],
  Person: [["M12 4.5a3.8 3.8 0 1 1-.01 0zM4.8 20c0-4.6 2.8-7 7.2-7s7.2 2.4 7.2 7z"]],
  Organization: [["M12 4l8 4.5v1.5h-16v-1.5zM5.5 11.5h2.5v5.5h-2.5zM10.8 11.5h2.5v5.5h-2.5zM16 11.5h2.5v5.5h-2.5zM4 18.5h16v2h-16z"]],
  Place: [],
  Country: [],
  Weapon: [],
};
const OUTLINES = {
  Person: "M12 2a10 10 0 1 1-.01 0z",
  Country: "M4 4h16v16h-16z",
  Organization: "M7 3.3h10l5 8.7-5 8.7h-10l-5-8.7z",
  Place: "M12 3l9.5 17h-19z",
  Weapon: "M12 2l8 10-8 10-8-10z",
};
const PATHS = Object.fromEntries(
  Object.entries(GLYPHS).map(([kind, parts]) => [kind, parts.map(([path, width]) => [new Path2D(path), width])]));

export function drawGlyph(context, kind, x, y, size, ink) {
  const parts = Object.hasOwn(PATHS, kind) ? PATHS[kind] : [];
  if (!parts.length) return;
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(size / 24, size / 24);
  context.fillStyle = ink;
  context.strokeStyle = ink;
  context.lineCap = "round";
  for (const [path, width] of parts) {
    if (width) {
      context.lineWidth = width;
      context.stroke(path);
    } else context.fill(path);
  }
  context.restore();
}

function svg(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

// The node's shape in its colour, for legends and lists.
export function icon(kind) {
  const picture = svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" });
  picture.append(svg("path", { d: OUTLINES[kind] || OUTLINES.Person, fill: colour(kind) }));
  if (!OUTLINES[kind]) {
    const glyph = svg("g", { transform: "translate(5.4 5.4) scale(.55)", class: "glyph" });
    for (const [path, width] of GLYPHS[kind] || []) {
      glyph.append(svg("path", width ? { d: path, "stroke-width": width, class: "line" } : { d: path }));
    }
    picture.append(glyph);
  }
  return picture;
}

// A short stretch of edge as it looks for a factuality.
export function stroke(factuality) {
  const picture = svg("svg", { viewBox: "0 0 34 12", class: "stroke", "aria-hidden": "true" });
  const dashes = { Planned: "6 4", Possible: "1.5 4", Negated: "1.5 3", Denied: "1.5 3" };
  picture.append(svg("path", { d: "M1 6h32", "stroke-dasharray": dashes[factuality] || "none", "stroke-width": 2 }));
  if (["Negated", "Denied"].includes(factuality)) picture.append(svg("path", { d: "M14 11l6-10", "stroke-width": 1.8 }));
  return picture;
}
