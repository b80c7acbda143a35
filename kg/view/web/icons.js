// Shapes and pictograms on a grid of 24 by 24, the same on the canvas and in the page.

import { colour, inkOn } from "./colours.js";
import { looks } from "./model.js";

const SVG = "http://www.w3.org/2000/svg";
const OUTLINES = {
  dot: "M12 2a10 10 0 1 1-.01 0z",
  square: "M4 4h16v16h-16z",
  hexagon: "M7 3.3h10l5 8.7-5 8.7h-10l-5-8.7z",
  triangle: "M12 3l9.5 17h-19z",
  triangleDown: "M12 21l9.5-17h-19z",
  diamond: "M12 2l8 10-8 10-8-10z",
  star: "M12 2l2.9 6.6 7.1.7-5.4 4.8 1.6 7-6.2-3.7-6.2 3.7 1.6-7-5.4-4.8 7.1-.7z",
};
const paths = new Map();

export function isShape(name) {
  return Object.hasOwn(OUTLINES, name);
}

// Whether nodes of the class bear a sign: events always do, of entities those with a pictogram.
function sign(kind) {
  const look = looks.classes[kind];
  return look.pictogram ? { path: look.pictogram } : look.family !== undefined ? { letters: look.initials } : null;
}

export function drawGlyph(context, kind, x, y, size, ink) {
  const { path, letters } = sign(kind) || {};
  context.fillStyle = ink;
  if (letters) write(context, letters, x, y, size * 0.62);
  if (!path) return;
  if (!paths.has(path)) paths.set(path, new Path2D(path));
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(size / 24, size / 24);
  context.fill(paths.get(path), "evenodd");
  context.restore();
}

export function write(context, letters, x, y, points) {
  context.font = `700 ${points}px system-ui, sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(letters, x, y + points * 0.06);
}

function svg(tag, attributes, text) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text) element.textContent = text;
  return element;
}

// The node's shape in its colour, for legends and lists.
export function icon(kind) {
  const look = looks.classes[kind];
  const tint = colour(kind);
  const picture = svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" });
  const outline = { d: OUTLINES[isShape(look.shape) ? look.shape : "dot"] };
  if (look.nameless) picture.append(svg("path", { ...outline, fill: "none", stroke: tint, "stroke-width": 3, transform: "translate(5.4 5.4) scale(.55)" }));
  else picture.append(svg("path", { ...outline, fill: tint }));
  if (look.family === undefined) return picture;
  const { path, letters } = sign(kind);
  if (path) picture.append(svg("path", { d: path, fill: inkOn(tint), "fill-rule": "evenodd", transform: "translate(5.4 5.4) scale(.55)" }));
  else picture.append(svg("text", { x: 12, y: 15.8, "text-anchor": "middle", "font-size": 10.5, "font-weight": 700, fill: inkOn(tint) }, letters));
  return picture;
}

// Dashes by certainty: the same on the canvas and in the legend.
export const DASHES = { Claimed: [12, 4, 2, 4], Planned: [9, 6], Possible: [2, 6], Negated: [2, 4], Denied: [2, 4] };
export const STRUCK = ["Negated", "Denied"];

// A short stretch of edge as it looks for a certainty.
export function stroke(certainty) {
  const picture = svg("svg", { viewBox: "0 0 34 12", class: "stroke", "aria-hidden": "true" });
  const dashes = (DASHES[certainty] || []).map((length) => Math.max(1.5, length * 0.7)).join(" ");
  picture.append(svg("path", { d: "M1 6h32", "stroke-dasharray": dashes || "none", "stroke-width": 2 }));
  if (STRUCK.includes(certainty)) picture.append(svg("path", { d: "M14 11l6-10", "stroke-width": 1.8 }));
  return picture;
}
