// The canvas: vis-network draws nodes and edges where Python placed them; sides, pictograms and labels are drawn here.

import { colour, palette } from "./colours.js";
import { byId } from "./dom.js";
import { directEdges, eventEdges, tieEdges } from "./edges.js";
import { shortDate } from "./format.js";
import { drawLabels, wrap } from "./labels.js";
import { decorate, drawGrounds, drawRing, HOLLOW } from "./marks.js";
import { drawn, isEvent, label, things } from "./model.js";
import { move, placeOf, stand } from "./places.js";
import { change, state } from "./state.js";
import { chain, neighbours, visible } from "./visible.js";

// Of so many lines each is paler, and those for a single event go without a caption.
const MANY = 160;
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
const shapes = new Map(drawn.nodes.map((node) => [node.id, node.shape]));
const lines = new Map();
let network = null;
let shown = { events: new Set(), entities: new Set() };
let bright = null;
let hovered = null;
let focused = null;

// The part of the picture's height that the sheet with the details hides on a phone.
function covered() {
  const panel = byId("panel");
  const sheet = panel.classList.contains("opened") && window.getComputedStyle(panel).position === "absolute";
  return sheet ? panel.offsetHeight : 0;
}

export function start() {
  stand();
  network = new vis.Network(byId("picture"), { nodes, edges }, drawn.options);
  network.on("beforeDrawing", drawSides);
  network.on("afterDrawing", drawInk);
  network.on("click", clicked);
  network.on("dragEnd", (event) => {
    for (const id of event.nodes) move(id, network.getPosition(id));
  });
  network.on("hoverNode", (event) => hover(event.node, event.pointer.DOM));
  network.on("blurNode", () => hover(null));
  network.on("zoom", () => hover(null));
  network.on("dragStart", () => hover(null));
}

export function canvas() {
  return byId("picture").querySelector("canvas");
}

export function nodeLabel(thing) {
  if (!isEvent(thing)) return thing.name;
  if (thing.quote) return `“${thing.quote.length > 27 ? `${thing.quote.slice(0, 26).trimEnd()}…` : thing.quote}”`;
  const what = thing.kind === "Transfer" && thing.status ? `${label(thing.status)} ${label(thing.kind)}` : label(thing.kind);
  return thing.date ? `${what} ${shortDate(thing.date)}` : what;
}

function clicked(event) {
  if (event.nodes.length) choose(event.nodes[0]);
  else if (event.edges.length) chooseEdge(edges.get(event.edges[0]));
  else change({ selected: null, edge: null, path: null, pathFrom: null });
}

export function choose(id) {
  if (state.pathFrom && state.pathFrom !== id) change({ path: [state.pathFrom, id], pathFrom: null, selected: null, edge: null });
  else change({ selected: id, edge: null, path: null });
}

function chooseEdge(edge) {
  if (edge.events.length === 1) change({ selected: edge.events[0], edge: null });
  else if (edge.events.length) change({ edge: { from: edge.from, to: edge.to, events: edge.events }, selected: null });
  else change({ selected: edge.from, edge: null });
}

function hover(id, at) {
  hovered = id;
  byId("picture").classList.toggle("pointing", Boolean(id));
  const tip = byId("tip");
  tip.hidden = !id;
  if (id) {
    const thing = things.get(id);
    tip.textContent = `${nodeLabel(thing)} · ${thing.documents.size} ${thing.documents.size === 1 ? "article" : "articles"}`;
    tip.style.left = `${Math.min(at.x + 14, byId("picture").clientWidth - 240)}px`;
    tip.style.top = `${at.y + 16}px`;
  }
  network.redraw();
}

function nodeItem(id) {
  const thing = things.get(id);
  const tint = colour(thing.kind);
  const hollow = HOLLOW.includes(thing.factuality);
  const back = hollow ? palette().ground : tint;
  const pale = bright && !bright.has(id);
  const ring = id === state.selected ? palette().ink : tint;
  const face = { background: back, border: ring };
  return {
    id, ...placeOf(id), size: thing.size, shape: shapes.get(id) || "dot", opacity: pale ? 0.16 : 1,
    color: { ...face, highlight: face, hover: { background: back, border: palette().ink } },
    borderWidth: id === state.selected ? 4 : 2, borderWidthSelected: 4,
    shapeProperties: { borderDashes: thing.factuality === "Planned" ? [5, 4] : hollow ? [2, 3] : false },
  };
}

function edgeItem(edge) {
  const pale = bright && !(bright.has(edge.from) && bright.has(edge.to));
  const full = lines.size > 4 * MANY && !bright ? 0.3 : edge.color.opacity;
  return { ...edge, color: { ...edge.color, opacity: pale ? 0.08 : full }, chosen: false };
}

export function refresh() {
  shown = visible();
  const direct = state.mode === "direct";
  const wanted = new Set(direct ? shown.entities : [...shown.events, ...shown.entities]);
  let drawnEdges = direct ? directEdges(shown).concat(tieEdges(shown)) : eventEdges(shown);
  if (direct && !state.loose) {
    const joined = new Set(drawnEdges.flatMap((edge) => (edge.events.length ? [edge.from, edge.to] : [])));
    for (const id of [...joined]) if (things.get(id).side) joined.add(things.get(id).side);
    if (state.selected && !isEvent(things.get(state.selected))) joined.add(state.selected);
    for (const id of [...wanted]) if (!joined.has(id)) wanted.delete(id);
    drawnEdges = drawnEdges.filter((edge) => wanted.has(edge.from) && wanted.has(edge.to));
  }
  bright = highlighted();
  lines.clear();
  for (const edge of drawnEdges) lines.set(edge.id, edge);
  sync(nodes, [...wanted].sort().map(nodeItem));
  sync(edges, drawnEdges.map(edgeItem));
  network.setOptions({ interaction: { hideEdgesOnDrag: drawnEdges.length > 900, hideEdgesOnZoom: drawnEdges.length > 2500 } });
  return shown;
}

function sync(dataset, items) {
  const wanted = new Set(items.map((item) => item.id));
  dataset.remove(dataset.getIds().filter((id) => !wanted.has(id)));
  dataset.update(items);
}

// What stays bright: the path, or the chosen node with what it is joined to; of an agent's events also the partners.
function highlighted() {
  if (state.path) return new Set(chain(state.path[0], state.path[1], shown));
  if (state.edge) return new Set([state.edge.from, state.edge.to, ...state.edge.events]);
  if (!state.selected) return null;
  const found = new Set([state.selected, ...neighbours(state.selected, shown)]);
  if (isEvent(things.get(state.selected))) return found;
  for (const id of [...found]) if (isEvent(things.get(id))) for (const other of neighbours(id, shown)) found.add(other);
  return found;
}

export function pathNow() {
  return state.path ? chain(state.path[0], state.path[1], shown) : [];
}

function drawSides(context) {
  const sides = new Map();
  for (const id of nodes.getIds()) {
    const thing = things.get(id);
    if (isEvent(thing) || !thing.side || thing.kind === "Weapon") continue;
    if (!sides.has(thing.side)) sides.set(thing.side, []);
    sides.get(thing.side).push(placeOf(id));
  }
  drawGrounds(context, [...sides.values()]);
}

function drawInk(context) {
  const scale = network.getScale();
  const middle = network.getViewPosition();
  const area = byId("picture");
  const reach = { x: area.clientWidth / 2 / scale + 80 / scale, y: area.clientHeight / 2 / scale + 60 / scale };
  const inside = (item) => Math.abs(item.x - middle.x) < reach.x && Math.abs(item.y - middle.y) < reach.y;
  const items = [];
  for (const id of nodes.getIds()) {
    const thing = things.get(id);
    const at = network.body.nodes[id];
    if (!at || !inside(at)) continue;
    const pale = Boolean(bright && !bright.has(id));
    context.globalAlpha = pale ? 0.16 : 1;
    if (thing.size * scale > 5) decorate(context, thing, at);
    context.globalAlpha = 1;
    if (id === focused && document.activeElement === byId("picture")) drawRing(context, at, thing.size, scale);
    items.push(labelItem(thing, at, pale));
  }
  const corner = { x: middle.x * scale - area.clientWidth / 2, y: middle.y * scale - area.clientHeight / 2 };
  const frame = [corner.x + 4, corner.y + 4, corner.x + area.clientWidth - 4, corner.y + area.clientHeight - 4];
  drawLabels(context, items.concat(captions(inside)), scale, frame);
}

const RANKS = { Country: 400, Person: 300, Organization: 150, Weapon: 120, Place: 120 };

function labelItem(thing, at, pale) {
  const near = thing.id === state.selected || thing.id === hovered || thing.id === focused;
  const rank = (RANKS[thing.kind] || 60) + thing.size + (near ? 5000 : 0) + (bright && !pale ? 1000 : 0);
  return {
    x: at.x, y: at.y, reach: thing.size, lines: wrap(nodeLabel(thing)), rank, always: near, pale,
    strong: ["Country", "Person"].includes(thing.kind) || near, ink: isEvent(thing) ? colour(thing.kind) : null,
  };
}

// In the direct picture each line says what it stands for.
function captions(inside) {
  const items = [];
  for (const edge of lines.values()) {
    const line = edge.caption && network.body.edges[edge.id];
    if (!line || !line.connected || (lines.size > MANY && edge.events.length < 2 && !bright)) continue;
    const at = line.edgeType.getPoint(0.5);
    const pale = Boolean(bright && !(bright.has(edge.from) && bright.has(edge.to)));
    const item = { x: at.x, y: at.y, reach: 0, lines: [edge.caption], rank: 90 + edge.events.length, pale, ink: edge.color.color };
    if (inside(item)) items.push(item);
  }
  return items;
}

export function fit(ids, animate) {
  const all = ids && ids.length ? ids.filter((id) => nodes.get(id)) : nodes.getIds();
  if (!all.length) return;
  const area = byId("picture");
  if (!area.clientHeight) return;
  const [left, right] = ends(all.map((id) => placeOf(id).x));
  const [top, bottom] = ends(all.map((id) => placeOf(id).y));
  const hidden = covered();
  const height = area.clientHeight - hidden;
  // Room for labels at the rim, and for the tools below.
  const rim = Math.min(130, area.clientWidth * 0.2);
  const scale = Math.min((area.clientWidth - rim) / (right - left + 1), (height - Math.min(120, height * 0.3)) / (bottom - top + 1), 1.25);
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 + (14 + hidden / 2) / scale }, scale: Math.max(scale, 0.03),
    animation: animate && !calm.matches ? { duration: 350 } : false,
  });
}

function ends(numbers) {
  return [numbers.reduce((one, other) => Math.min(one, other)), numbers.reduce((one, other) => Math.max(one, other))];
}

export function zoom(factor) {
  network.moveTo({ scale: Math.max(0.04, Math.min(5, network.getScale() * factor)) });
}

// Shows a node with all that it lights up.
export function centre(id, animate = true) {
  if (nodes.get(id)) fit([...(bright || [id])], animate);
}

export function isCovered() {
  return covered() > 0;
}

export function isShown(id) {
  return Boolean(nodes.get(id));
}

export function shownNow() {
  return shown;
}

export function focusedNode() {
  return focused && nodes.get(focused) ? focused : null;
}

// The next node in the arrow's direction, near ones and straight ones first.
export function step(dx, dy) {
  const from = focusedNode() ? placeOf(focused) : network.getViewPosition();
  let best = null;
  for (const id of nodes.getIds()) {
    const at = placeOf(id);
    const along = (at.x - from.x) * dx + (at.y - from.y) * dy;
    const aside = Math.abs((at.x - from.x) * dy) + Math.abs((at.y - from.y) * dx);
    if (id === focused || along <= 0 || aside > along * 2) continue;
    const cost = along + aside * 2;
    if (!best || cost < best.cost) best = { id, cost };
  }
  if (!best) return null;
  focused = best.id;
  const at = placeOf(focused);
  const spot = network.canvasToDOM(at);
  const area = byId("picture");
  if (spot.x < 30 || spot.y < 30 || spot.x > area.clientWidth - 30 || spot.y > area.clientHeight - 50) {
    network.moveTo({ position: at });
  }
  network.redraw();
  return focused;
}
