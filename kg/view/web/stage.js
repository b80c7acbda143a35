// What the drawing library holds and what the picture shows of it, shared by those who draw, move and click.

export const stage = {
  network: null,
  nodes: new vis.DataSet(),
  edges: new vis.DataSet(),
  // The edges as edges.js made them, by id: with the events they stand for.
  lines: new Map(),
  shown: { events: new Set(), entities: new Set() },
  // The events that each event's node stands for.
  standsFor: new Map(),
  // The nodes that stay bright while the others pale; null when nothing is chosen.
  bright: null,
  hovered: null,
  focused: null,
};

export function isShown(id) {
  return Boolean(stage.nodes.get(id));
}

export function isLit(id) {
  return !stage.bright || stage.bright.has(id) || (stage.standsFor.get(id) || []).some((one) => stage.bright.has(one));
}

export function shownNow() {
  return stage.shown;
}

export function focusedNode() {
  return stage.focused && isShown(stage.focused) ? stage.focused : null;
}
