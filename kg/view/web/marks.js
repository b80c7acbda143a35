// What is drawn on and under the nodes: the ground of a side, pictograms, codes, strokes through what was denied.

import { colour, palette } from "./colours.js";
import { drawGlyph } from "./icons.js";

export const HOLLOW = ["Planned", "Possible", "Negated", "Denied"];

export function drawGrounds(context, sides) {
  context.save();
  context.fillStyle = palette().side;
  context.strokeStyle = palette().side;
  context.lineJoin = "round";
  context.lineWidth = 96;
  for (const points of sides) {
    if (points.length < 2) continue;
    const rim = hull(points.map((point) => ({ x: point.x, y: point.y + 10 })));
    context.beginPath();
    rim.forEach((point, place) => (place ? context.lineTo(point.x, point.y) : context.moveTo(point.x, point.y)));
    context.closePath();
    context.fill();
    context.stroke();
  }
  context.restore();
}

// The convex hull (Andrew's monotone chain, 1979).
function hull(points) {
  const sorted = [...points].sort((one, other) => one.x - other.x || one.y - other.y);
  const half = (list) => {
    const rim = [];
    for (const point of list) {
      while (rim.length > 1 && turn(rim[rim.length - 2], rim[rim.length - 1], point) <= 0) rim.pop();
      rim.push(point);
    }
    return rim.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turn(one, two, three) {
  return (two.x - one.x) * (three.y - one.y) - (two.y - one.y) * (three.x - one.x);
}

export function decorate(context, thing, at) {
  const ink = HOLLOW.includes(thing.factuality) ? colour(thing.kind) : palette().glyph;
  if (thing.kind === "Country" && thing.code) {
    context.fillStyle = "#1f2430";
    context.font = `700 ${thing.size * 0.85}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(thing.code, at.x, at.y + thing.size * 0.06);
  } else drawGlyph(context, thing.kind, at.x, at.y, thing.size * 1.25, ink);
  if (["Negated", "Denied"].includes(thing.factuality)) {
    context.strokeStyle = colour(thing.kind);
    context.lineWidth = 2.5;
    context.beginPath();
    context.moveTo(at.x - thing.size * 0.9, at.y + thing.size * 0.9);
    context.lineTo(at.x + thing.size * 0.9, at.y - thing.size * 0.9);
    context.stroke();
  }
}

export function drawRing(context, at, size, scale) {
  context.strokeStyle = palette().ink;
  context.lineWidth = 2 / scale;
  context.setLineDash([5 / scale, 3 / scale]);
  context.beginPath();
  context.arc(at.x, at.y, size + 8 / scale, 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
}
