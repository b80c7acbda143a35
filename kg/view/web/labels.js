// Labels as on a map: the same size at every zoom, the important ones first, never one over another.

import { palette } from "./colours.js";

const LINE = 16;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";
const widths = new Map();

// At most two lines, as even as can be: kg/view/boxes.py leaves room for just these.
export function wrap(text) {
  const words = text.trim().split(/\s+/);
  const lines = text.length <= LINE || words.length < 2 ? [words.join(" ")] : evenly(words);
  return lines.map((line) => (line.length > 2 * LINE ? `${line.slice(0, 2 * LINE - 1)}…` : line));
}

function evenly(words) {
  let best = null;
  for (let place = 1; place < words.length; place += 1) {
    const lines = [words.slice(0, place).join(" "), words.slice(place).join(" ")];
    const longest = Math.max(...lines.map((line) => line.length));
    if (!best || longest < best.longest) best = { lines, longest };
  }
  return best.lines;
}

function width(context, font, line) {
  const key = font + line;
  if (!widths.has(key)) {
    context.font = font;
    widths.set(key, context.measureText(line).width);
  }
  return widths.get(key);
}

// items: {x, y, reach, lines, rank, strong, pale, always, soft} in canvas units; reach is the radius of the node.
// Where all around is full a strong label covers signs of events, but neither names nor other labels.
export function drawLabels(context, items, scale, frame) {
  const grid = new Map();
  const firm = new Map();
  const colours = palette();
  context.save();
  context.scale(1 / scale, 1 / scale);
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.strokeStyle = colours.ground;
  context.lineWidth = 3.5;
  for (const item of items) {
    if (!item.reach) continue;
    take(grid, disc(item, scale));
    if (!item.soft) take(firm, disc(item, scale));
  }
  for (const item of items.sort((one, other) => other.rank - one.rank)) {
    const points = item.strong ? 13 : 11.5;
    const font = `${item.strong ? 600 : 400} ${points}px ${FONT}`;
    const half = Math.max(...item.lines.map((line) => width(context, font, line))) / 2 + 2;
    const height = item.lines.length * (points + 2);
    const boxes = spots(item, half, height, scale, frame).map(([left, top]) => [left, top, left + 2 * half, top + height]);
    const spot = room(grid, boxes, frame) || (item.strong && room(firm, boxes, frame)) || pulledIn(grid, boxes, item, frame);
    if (!spot) continue;
    take(grid, spot);
    take(firm, spot);
    context.font = font;
    context.globalAlpha = item.pale ? 0.25 : 1;
    context.fillStyle = item.soft ? colours.soft : colours.ink;
    item.lines.forEach((line, number) => {
      context.strokeText(line, spot[0] + half, spot[1] + number * (points + 2));
      context.fillText(line, spot[0] + half, spot[1] + number * (points + 2));
    });
  }
  context.restore();
}

function disc(item, scale) {
  const reach = item.reach * scale;
  return [item.x * scale - reach, item.y * scale - reach, item.x * scale + reach, item.y * scale + reach];
}

function within(box, frame) {
  return box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];
}

// Below the node if that is free, else above, beside or at a corner.
function room(grid, boxes, frame) {
  return boxes.find((box) => within(box, frame) && !taken(grid, box));
}

// Where no place is free: a name moves away from the rim, and what the reader points at stands over others.
function pulledIn(grid, boxes, item, frame) {
  const moved = boxes.map(([left, top, right, bottom]) => {
    const across = Math.max(frame[0] - left, 0) + Math.min(frame[2] - right, 0);
    const down = Math.max(frame[1] - top, 0) + Math.min(frame[3] - bottom, 0);
    return [left + across, top + down, right + across, bottom + down];
  });
  return (!item.soft && moved.find((box) => !taken(grid, box))) || (item.always ? moved[0] : null);
}

function spots(item, half, height, scale, frame) {
  const [x, y, reach] = [item.x * scale, item.y * scale, item.reach * scale + 3];
  if (!item.reach) return [[x - half, y - height / 2]];
  const [below, above, right, left] = [y + reach, y - reach - height, x + reach, x - reach - 2 * half];
  const inward = Math.max(frame[0], Math.min(frame[2] - 2 * half, x - half));
  const shifted = Math.abs(inward - x + half) < half + reach ? [[inward, below], [inward, above]] : [];
  return [
    [x - half, below], [x - half, above], [right, y - height / 2], [left, y - height / 2],
    [right, y], [left, y], [right, y - height], [left, y - height],
    [x - half * 1.6, below], [x - half * 0.4, below], [x - half * 1.6, above], [x - half * 0.4, above], ...shifted,
  ];
}

function* cells([left, top, right, bottom]) {
  for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x += 1) {
    for (let y = Math.floor(top / 32); y <= Math.floor(bottom / 32); y += 1) yield x * 100003 + y;
  }
}

function taken(grid, box) {
  for (const cell of cells(box)) {
    for (const other of grid.get(cell) || []) {
      if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return true;
    }
  }
  return false;
}

function take(grid, box) {
  for (const cell of cells(box)) {
    if (!grid.has(cell)) grid.set(cell, []);
    grid.get(cell).push(box);
  }
}
