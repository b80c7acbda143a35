// What is drawn on and under the nodes: the ground of a side, pictograms, codes, strokes through what was denied.

import { colour, inkOn, palette } from "./colours.js";
import { drawGlyph, STRUCK, write } from "./icons.js";

// What is not told as a plain fact is a ring and not a disc.
export const HOLLOW = ["Claimed", "Planned", "Possible", "Negated", "Denied"];
export const RIMS = { Claimed: [9, 2], Planned: [5, 4], Possible: [2, 3], Negated: [2, 3], Denied: [2, 3] };

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

export function drawHalo(context, at, size, tint) {
  context.save();
  context.globalAlpha = 0.42;
  context.fillStyle = tint;
  context.beginPath();
  context.arc(at.x, at.y, size + 16, 0, 2 * Math.PI);
  context.fill();
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
  const tint = colour(thing.kind);
  const hollow = HOLLOW.includes(thing.certainty);
  if (thing.code) {
    context.fillStyle = inkOn(tint);
    write(context, thing.code, at.x, at.y, thing.size * 0.85);
  } else drawGlyph(context, thing.kind, at.x, at.y, thing.size * 1.25, hollow ? tint : inkOn(tint));
  if (STRUCK.includes(thing.certainty)) strike(context, tint, at, thing.size);
}

export function strike(context, tint, at, size) {
  context.strokeStyle = tint;
  context.lineWidth = 2.5;
  context.beginPath();
  context.moveTo(at.x - size * 0.9, at.y + size * 0.9);
  context.lineTo(at.x + size * 0.9, at.y - size * 0.9);
  context.stroke();
}

// The disc with a pictogram in the middle of a line that stands for events.
export function drawBadge(context, { kind, certainty }, at, size) {
  const tint = colour(kind);
  const hollow = HOLLOW.includes(certainty);
  context.beginPath();
  context.arc(at.x, at.y, size, 0, 2 * Math.PI);
  context.fillStyle = hollow ? palette().ground : tint;
  context.fill();
  context.lineWidth = size / 6;
  context.strokeStyle = hollow ? tint : palette().ground;
  context.stroke();
  drawGlyph(context, kind, at.x, at.y, size * 1.3, hollow ? tint : inkOn(tint));
  if (STRUCK.includes(certainty)) strike(context, tint, at, size);
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
