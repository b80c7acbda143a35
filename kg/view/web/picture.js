// The canvas: vis-network draws nodes and edges where Python placed them; what is chosen is lit, the rest pales.

import { palette } from "./colours.js";
import { byId, fill, h } from "./dom.js";
import { claimEdges, directEdges, eventEdges, eventNodes, tieEdges } from "./edges.js";
import { icon, isShape } from "./icons.js";
import { noteLook } from "./camera.js";
import { drawInk, drawSides, MANY, nodeTint } from "./ink.js";
import { HOLLOW, RIMS } from "./marks.js";
import { atEnd, drawn, eventsOf, isEvent, isNameless, looks, reportedBy, things } from "./model.js";
import { inOrder, move, placeOf, stand } from "./places.js";
import { told } from "./sentences.js";
import { isLit, stage } from "./stage.js";
import { change, state } from "./state.js";
import { nodeLabel } from "./titles.js";
import { chains, homes, joining, neighbours, visible } from "./visible.js";

export function start() {
  stand();
  const { nodes, edges } = stage;
  const network = new vis.Network(byId("picture"), { nodes, edges }, drawn.options);
  stage.network = network;
  network.on("beforeDrawing", drawSides);
  network.on("afterDrawing", drawInk);
  network.on("click", clicked);
  noGhosts();
  network.on("dragEnd", (event) => {
    for (const id of event.nodes) move(id, network.getPosition(id));
  });
  for (const moving of ["dragEnd", "zoom"]) network.on(moving, (event) => (event.nodes || []).length || noteLook());
  network.on("hoverNode", (event) => hover(event.node, event.pointer.DOM));
  network.on("hoverEdge", (event) => hoverLine(event.edge, event.pointer.DOM));
  for (const leaving of ["blurNode", "blurEdge", "zoom", "dragStart"]) network.on(leaving, () => hover(null));
}

// After a tap the browser sends a click to whatever lies under the finger by then: the details that the tap has opened.
function noGhosts() {
  let tapped = -Infinity;
  byId("picture").addEventListener("touchend", () => {
    tapped = window.performance.now();
  }, { capture: true, passive: true });
  document.addEventListener("click", (event) => {
    if (window.performance.now() - tapped > 450 || event.target.closest("#picture")) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
}

function clicked(event) {
  const [id] = event.nodes;
  const several = stage.standsFor.get(id) || [];
  if (several.length > 1) {
    const [from, to = from] = atEnd(things.get(id), "Doer").concat(atEnd(things.get(id), "Peer"), atEnd(things.get(id), "DoneTo"));
    change({ edge: { from, to, events: several }, selected: null, path: null });
  } else if (id) choose(id);
  else if (event.edges.length) chooseEdge(stage.lines.get(event.edges[0]));
  else change({ selected: null, edge: null, path: null, pathFrom: null });
}

export function choose(id) {
  if (state.pathFrom && state.pathFrom !== id && !isEvent(things.get(id))) change({ path: [state.pathFrom, id], pathFrom: null, selected: null, edge: null });
  else change({ selected: id, edge: null, path: null });
}

function chooseEdge(edge) {
  if (edge.events.length === 1) change({ selected: edge.events[0], edge: null, path: null });
  else if (edge.events.length) change({ edge: { from: edge.from, to: edge.to, events: edge.events }, selected: null, path: null });
  else change({ selected: edge.from, edge: null, path: null });
}

function hover(id, at) {
  stage.hovered = id;
  tip(id && at, () => (isEvent(things.get(id)) ? eventLines(stage.standsFor.get(id) || [id]) : [h("p", {}, nodeLabel(things.get(id)), " ", articles(things.get(id)))]));
  stage.network.redraw();
}

function hoverLine(id, at) {
  const { events } = stage.lines.get(id) || { events: [] };
  if (!stage.hovered) tip(events.length ? at : null, () => eventLines(events));
}

function articles(thing) {
  return h("small", {}, reportedBy(thing));
}

function eventLines(ids) {
  const few = ids.slice(0, 3).map((id) => h("p", {}, icon(things.get(id).kind), h("span", {}, told(things.get(id)), " ", articles(things.get(id)))));
  return ids.length > few.length ? [...few, h("p", {}, `and ${ids.length - few.length} more`)] : few;
}

function tip(at, lines) {
  const box = byId("tip");
  const area = byId("picture");
  box.hidden = !at;
  area.classList.toggle("pointing", Boolean(at));
  if (!at) return;
  fill(box, lines());
  box.style.left = `${Math.max(4, Math.min(at.x + 14, area.clientWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${at.y + 18 + box.offsetHeight > area.clientHeight ? at.y - box.offsetHeight - 10 : at.y + 18}px`;
}

function nodeItem(id) {
  const thing = things.get(id);
  const { tint, ring } = nodeTint(id);
  const small = isNameless(thing);
  const hollow = small || HOLLOW.includes(thing.certainty);
  const background = hollow ? palette().ground : tint;
  const pale = !isLit(id);
  const face = { background, border: ring };
  const { shape } = looks.classes[thing.kind];
  return {
    id, ...placeOf(id), size: thing.size + Math.min(8, ((stage.standsFor.get(id) || []).length - 1) * 1.5 || 0), shape: isShape(shape) ? shape : "dot", opacity: pale ? 0.16 : 1,
    color: { ...face, highlight: face, hover: { background, border: palette().ink } },
    borderWidth: id === state.selected ? 4 : small ? 1.5 : 2, borderWidthSelected: 4,
    shapeProperties: { borderDashes: RIMS[thing.certainty] || false },
  };
}

function edgeItem(edge) {
  const full = stage.lines.size > 5 * MANY && !stage.bright ? 0.3 : edge.color.opacity;
  return { ...edge, color: { ...edge.color, opacity: edge.pale ? 0.08 : full }, chosen: false };
}

// The nodes and edges of the present mode; in the direct one, names that no event's line reaches are left out.
function content() {
  const { shown } = stage;
  const chosen = things.get(state.selected);
  const ties = tieEdges(shown, state.selected);
  if (state.mode !== "direct") {
    const own = eventNodes(shown);
    return { wanted: new Set([...own.keys(), ...shown.entities]), lines: [...eventEdges(shown, own), ...claimEdges(chosen, shown), ...ties], nodes: own };
  }
  const direct = directEdges(shown);
  const lines = direct.lines.concat(ties);
  if (state.loose) return { wanted: new Set([...direct.nodes.keys(), ...shown.entities]), lines, nodes: direct.nodes };
  const joined = new Set([...direct.nodes.keys(), ...direct.lines.flatMap((edge) => [edge.from, edge.to])]);
  for (const id of joined) if (!isEvent(things.get(id))) for (const home of homes(id)) joined.add(home);
  if (chosen && !isEvent(chosen)) joined.add(chosen.id);
  const wanted = new Set([...direct.nodes.keys(), ...shown.entities].filter((id) => joined.has(id)));
  return { wanted, lines: lines.filter((edge) => wanted.has(edge.from) && wanted.has(edge.to)), nodes: direct.nodes };
}

export function refresh() {
  stage.shown = visible();
  const { wanted, lines, nodes } = content();
  stage.standsFor = nodes;
  stage.bright = highlight();
  for (const edge of lines) edge.pale = !isBright(edge);
  stage.lines = new Map(lines.map((edge) => [edge.id, edge]));
  sync(stage.nodes, inOrder(wanted).map(nodeItem));
  sync(stage.edges, lines.map(edgeItem));
  stage.network.setOptions({ interaction: { hideEdgesOnDrag: lines.length > 900, hideEdgesOnZoom: lines.length > 2500 } });
}

function sync(dataset, items) {
  const wanted = new Set(items.map((item) => item.id));
  dataset.remove(dataset.getIds().filter((id) => !wanted.has(id)));
  dataset.update(items);
}

// What stays bright, nodes and the events of lines: the paths, or what is chosen with what it is joined to.
function highlight() {
  const events = litEvents();
  if (!events) return null;
  const nodes = [state.selected, ...(state.path || []), ...pathsNow().flat(), ...(state.edge ? [state.edge.from, state.edge.to] : [])];
  const around = state.edge || state.path ? [] : [...events].flatMap((id) => [...neighbours(id, stage.shown), ...(id === state.selected ? things.get(id).accordingTo || [] : [])]);
  const tied = state.selected && !isEvent(things.get(state.selected)) ? neighbours(state.selected, stage.shown) : [];
  return new Set([...events, ...nodes, ...around, ...tied].filter(Boolean));
}

function litEvents() {
  if (state.path) return new Set(pathsNow().flatMap((chain) => chain.slice(1).flatMap((id, place) => joining(chain[place], id, stage.shown).map((event) => event.id))));
  if (state.edge) return new Set(state.edge.events);
  if (!state.selected) return null;
  const chosen = things.get(state.selected);
  return new Set(isEvent(chosen) ? [chosen.id] : eventsOf.get(chosen.id).filter((event) => stage.shown.events.has(event.id)).map((event) => event.id));
}

// A line is as bright as one of its events; a tie as both its ends.
function isBright(edge) {
  const { bright } = stage;
  return !bright || (edge.events.length ? edge.events.some((id) => bright.has(id)) : bright.has(edge.from) && bright.has(edge.to));
}

export function pathsNow() {
  return state.path ? chains(state.path[0], state.path[1], stage.shown) : [];
}
