// Where each node stands: as Python placed it, where the reader dragged it, or beside what it is joined to.

import { drawn, isEvent, things } from "./model.js";

const places = new Map(drawn.nodes.map((node) => [node.id, { x: node.x, y: node.y }]));

// The layout is wider than high; on a phone held upright it stands on its side.
export function stand() {
  if (window.innerHeight < window.innerWidth * 1.15) return;
  for (const [id, at] of places) places.set(id, { x: at.y, y: at.x });
}

export function move(id, place) {
  places.set(id, place);
}

export function placeOf(id) {
  if (!places.has(id)) places.set(id, nearby(id));
  return places.get(id);
}

// A node that the picture did not start with stands beside what it is joined to.
function nearby(id) {
  const thing = things.get(id);
  const around = isEvent(thing) ? thing.roles.map((role) => role[1]) : [...(thing.represents || []), ...(thing.within || [])];
  const anchor = around.map((other) => places.get(other)).find(Boolean) || { x: 0, y: 0 };
  const turn = (places.size * 137.508 * Math.PI) / 180;
  const reach = 90 + (places.size % 7) * 24;
  return { x: Math.round(anchor.x + reach * Math.cos(turn)), y: Math.round(anchor.y + reach * Math.sin(turn)) };
}
