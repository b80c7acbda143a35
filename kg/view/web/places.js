// Where each node stands: where the reader dragged it, else as Python placed it, else on free ground beside what it joins.

import { wrap } from "./labels.js";
import { drawn, eventsOf, isEvent, things } from "./model.js";
import { note, state } from "./state.js";
import { nodeLabel } from "./titles.js";

const places = new Map(drawn.nodes.map((node) => [node.id, { x: node.x, y: node.y }]));
// Squares of the ground with the boxes of nodes and labels that reach into them, once somebody asks for free ground.
const ground = new Map();
const SQUARE = 120;
const LETTER = 6.6;
const LEADING = 15;
// How much higher than wide the room for the picture is on a phone.
const UPRIGHT = 1.6;
const GOLDEN = 2.399963;

// The layout is wider than high; on a phone held upright it stands on its side, stretched to the height there is.
export function stand() {
  if (window.innerHeight < window.innerWidth * 1.15) return;
  const joined = drawn.nodes.filter(({ id }) => isEvent(things.get(id)) || eventsOf.get(id).length);
  const extent = (axis) => 1 + Math.max(...joined.map((node) => node[axis])) - Math.min(...joined.map((node) => node[axis]));
  const stretch = joined.length ? Math.max(1, Math.min(1.7, (UPRIGHT * extent("y")) / extent("x"))) : 1;
  for (const [id, at] of places) places.set(id, { x: at.y, y: Math.round(at.x * stretch) });
}

export function move(id, { x, y }) {
  note({ moved: { ...state.moved, [id]: { x: Math.round(x), y: Math.round(y) } } });
}

export function placeOf(id) {
  if (state.moved[id]) return state.moved[id];
  if (!places.has(id)) settle(id);
  return places.get(id);
}

// The room for a node with its label underneath, as kg/view/boxes.py counts it.
function boxOf(id, { x, y }) {
  const thing = things.get(id);
  const lines = wrap(nodeLabel(thing));
  const half = Math.max(thing.size, (Math.max(...lines.map((line) => line.length)) * LETTER) / 2) + 6;
  return [x - half, y - thing.size - 5, x + half, y + thing.size + 5 + LEADING * lines.length];
}

function squares([left, top, right, bottom]) {
  const found = [];
  for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x += 1) {
    for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y += 1) found.push(x * 100003 + y);
  }
  return found;
}

function occupy(box) {
  for (const square of squares(box)) {
    if (!ground.has(square)) ground.set(square, []);
    ground.get(square).push(box);
  }
}

function isFree(box) {
  return squares(box).every((square) => (ground.get(square) || []).every((other) => box[0] >= other[2] || box[2] <= other[0] || box[1] >= other[3] || box[3] <= other[1]));
}

// Winds outwards from the middle of what the node joins until its box covers no other.
function settle(id) {
  if (!ground.size) for (const [other, at] of places) occupy(boxOf(other, state.moved[other] || at));
  const around = partners(id).filter((other) => places.has(other)).map((other) => state.moved[other] || places.get(other));
  const middle = { x: mean(around.map((at) => at.x)), y: mean(around.map((at) => at.y)) };
  let at = middle;
  for (let turn = 1; turn < 20000; turn += 1) {
    const reach = 26 * Math.sqrt(turn);
    at = { x: Math.round(middle.x + 1.3 * reach * Math.cos(turn * GOLDEN)), y: Math.round(middle.y + reach * Math.sin(turn * GOLDEN)) };
    if (isFree(boxOf(id, at))) break;
  }
  places.set(id, at);
  occupy(boxOf(id, at));
}

function mean(numbers) {
  return numbers.length ? numbers.reduce((one, other) => one + other, 0) / numbers.length : 0;
}

function partners(id) {
  const thing = things.get(id);
  if (isEvent(thing)) return thing.roles.map((role) => role[1]);
  return [...(thing.represents || []), ...(thing.within || []), ...eventsOf.get(id).map((event) => event.id)];
}

// Entities before the events that join them, so that these stand between them.
export function inOrder(ids) {
  return [...ids].sort((one, other) => Number(!eventsOf.has(one)) - Number(!eventsOf.has(other)) || one.localeCompare(other));
}
