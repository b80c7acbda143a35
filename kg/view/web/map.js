// Where it happened and between which countries: the events on a map of the world that is drawn from this file alone.

import { colour } from "./colours.js";
import { byId, fill, h } from "./dom.js";
import { open, showEdge } from "./facts.js";
import { capital, count } from "./format.js";
import { atEnd, entities, events, label, looks, plural, things } from "./model.js";
import { state } from "./state.js";
import { nodeLabel } from "./titles.js";
import { passes } from "./visible.js";
import { BORDERS, LAND } from "./world.js";

const SVG = "http://www.w3.org/2000/svg";
// The map's units are a tenth of a degree at the equator; nearer than this its coasts are too rough.
const NEAREST = 16;
const FARTHEST = 0.08;
const RIM = 70;
let camera = null;

export const hasMap = entities.some((entity) => entity.at);

function s(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else element.setAttribute(name, String(value));
  }
  element.append(...children.filter(Boolean));
  return element;
}

function project([lat, long]) {
  const bound = Math.max(-60, Math.min(83.6, lat));
  return { x: long * 10, y: (-Math.log(Math.tan(Math.PI / 4 + (bound * Math.PI) / 360)) * 1800) / Math.PI };
}

// The nearest of an entity and of where it lies, or whom it serves, that the map knows.
function spotOf(id) {
  const seen = [id];
  for (const one of seen) {
    const { at, within = [], belongs = [], represents = [] } = things.get(one);
    if (at) return one;
    for (const other of [...within, ...belongs, ...represents]) if (!seen.includes(other)) seen.push(other);
  }
  return null;
}

function spotsOf(ids) {
  return [...new Set(ids.map(spotOf).filter(Boolean))];
}

// Where an event happened: at its place, else where those are to whom something was done by force.
function happened(event) {
  const places = spotsOf(event.filled.place || []);
  return places.length || looks.classes[event.kind].family !== "force" ? places : spotsOf(atEnd(event, "DoneTo"));
}

function ends(event) {
  const [doers, peers, goals] = ["Doer", "Peer", "DoneTo"].map((end) => spotsOf(atEnd(event, end)));
  const [from, to] = goals.length ? [doers.concat(peers), goals] : doers.length ? [doers, peers] : [peers.slice(0, 1), peers.slice(1)];
  return from.flatMap((one) => to.filter((other) => other !== one).map((other) => [one, other]));
}

function gathered() {
  const spots = new Map();
  const lines = new Map();
  let missing = 0;
  const spot = (id) => spots.get(id) || spots.set(id, { id, events: [], ends: 0, ...project(things.get(id).at) }).get(id);
  for (const event of events.filter((one) => passes(one))) {
    const [where, between] = [happened(event), ends(event)];
    if (!where.length && !between.length) missing += 1;
    for (const id of where) spot(id).events.push(event);
    for (const [from, to] of between) {
      spot(from).ends += 1;
      spot(to).ends += 1;
      const key = [from, to, looks.classes[event.kind].family].join();
      if (!lines.has(key)) lines.set(key, { from, to, events: [] });
      lines.get(key).events.push(event);
    }
  }
  return { spots: [...spots.values()], lines: [...lines.values()], missing };
}

// The classes of some events in words, the most frequent first.
function told(some) {
  const counts = new Map();
  for (const event of some) counts.set(event.kind, (counts.get(event.kind) || 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]).map(([kind, number]) => count(number, label(kind), plural(kind))).join(", ");
}

function tint(some) {
  const counts = new Map();
  for (const event of some) counts.set(event.kind, (counts.get(event.kind) || 0) + 1);
  return colour([...counts].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]))[0][0]);
}

function size() {
  const area = byId("map");
  return { width: area.clientWidth || 800, height: area.clientHeight || 500 };
}

function fitTo(spots) {
  const { width, height } = size();
  const seen = spots.length ? spots : [project([60, -120]), project([-30, 140])];
  const [xs, ys] = [seen.map((one) => one.x), seen.map((one) => one.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width - 2 * RIM) / (right - left + 1), (height - 2 * RIM) / (bottom - top + 1), 6);
  camera = { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(FARTHEST, scale) };
}

function onScreen({ x, y }) {
  const { width, height } = size();
  return { x: (x - camera.x) * camera.scale + width / 2, y: (y - camera.y) * camera.scale + height / 2 };
}

function pressable(element, words, act) {
  element.setAttribute("tabindex", "0");
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", words);
  element.append(s("title", {}, document.createTextNode(words)));
  element.addEventListener("click", act);
  element.addEventListener("keydown", (event) => event.key === "Enter" && act());
  return element;
}

function arc(line) {
  const [from, to] = [line.from, line.to].map((id) => onScreen(project(things.get(id).at)));
  const middle = { x: (from.x + to.x) / 2 + (to.y - from.y) * 0.16, y: (from.y + to.y) / 2 - (to.x - from.x) * 0.16 };
  const d = `M${from.x.toFixed(1)} ${from.y.toFixed(1)}Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
  const words = `${nodeLabel(things.get(line.from))} and ${nodeLabel(things.get(line.to))}: ${told(line.events)}`;
  const show = () => (line.events.length > 1 ? showEdge({ from: line.from, to: line.to, events: line.events.map((event) => event.id) }) : open(line.events[0].id));
  const ink = s("path", { d, class: "arc", stroke: tint(line.events), "stroke-width": Math.min(7, 1.4 + 1.1 * (line.events.length - 1)) });
  return pressable(s("g", { class: "line" }, s("path", { d, class: "grip" }), ink), words, show);
}

function bubble(spot) {
  const { x, y } = onScreen(spot);
  const some = spot.events;
  const radius = some.length ? Math.min(24, 5 + 3 * Math.sqrt(some.length)) : 3.5;
  const words = `${nodeLabel(things.get(spot.id))}: ${some.length ? told(some) : `at an end of ${count(spot.ends, "line")}`}`;
  const mark = s("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: radius.toFixed(1), class: `${some.length ? "bubble" : "end"}${spot.id === state.selected ? " chosen" : ""}`, ...(some.length ? { fill: tint(some) } : {}) });
  Object.assign(spot, { radius, at: { x, y } });
  return pressable(s("g", { class: "spot" }, mark), words, () => open(spot.id));
}

// The names of the places with most events first, none over another and none over the rim.
function names(spots) {
  const { width, height } = size();
  const taken = [];
  const written = [];
  for (const spot of [...spots].sort((one, other) => 4 * other.events.length + other.ends - 4 * one.events.length - one.ends || one.id.localeCompare(other.id))) {
    const text = nodeLabel(things.get(spot.id));
    const half = text.length * 3.5 + 3;
    const { x, y } = spot.at;
    const places = [[x, y + spot.radius + 13], [x, y - spot.radius - 5], [x + spot.radius + half, y + 4], [x - spot.radius - half, y + 4]];
    const free = places.find(([cx, cy]) => cx - half > 2 && cx + half < width - 2 && cy > 14 && cy < height - 4
      && taken.every(([left, right, base]) => cx - half > right || cx + half < left || Math.abs(base - cy) > 14));
    if (!free) continue;
    taken.push([free[0] - half, free[0] + half, free[1]]);
    written.push(s("text", { x: free[0].toFixed(1), y: free[1].toFixed(1), class: spot.events.length ? "where strong" : "where" }, document.createTextNode(text)));
  }
  return written;
}

function draw() {
  const { spots, lines, missing } = gathered();
  if (!camera) fitTo(spots);
  const { width, height } = size();
  const ground = s("g", { transform: `translate(${width / 2} ${height / 2}) scale(${camera.scale}) translate(${-camera.x} ${-camera.y})`, "aria-hidden": "true" },
    s("path", { d: LAND, class: "land" }), s("path", { d: BORDERS, class: "borders" }));
  const marks = [...spots].sort((one, other) => other.events.length - one.events.length).map(bubble);
  byId("map").replaceChildren(s("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": "Map of the events" },
    ground, ...lines.map(arc), ...marks, ...names(spots)));
  fill(byId("map-note"), h("span", {}, spots.length ? "Discs: where events happened. Lines: who did it to whom, or spoke with whom. " : "No event that is shown has a place on the map. "),
    missing ? h("span", {}, `${capital(count(missing, "event"))} ${missing === 1 ? "is" : "are"} left out for want of a place. `) : null, h("span", {}, "Land: Natural Earth."));
}

export function renderMap() {
  draw();
}

function zoomBy(factor, at) {
  const { width, height } = size();
  const { x, y } = at || { x: width / 2, y: height / 2 };
  const scale = Math.max(FARTHEST, Math.min(NEAREST, camera.scale * factor));
  const shift = 1 / camera.scale - 1 / scale;
  camera = { x: camera.x + (x - width / 2) * shift, y: camera.y + (y - height / 2) * shift, scale };
  draw();
}

function dragging() {
  const area = byId("map");
  const fingers = new Map();
  const spread = () => {
    const [one, other] = [...fingers.values()];
    return Math.hypot(one.x - other.x, one.y - other.y);
  };
  area.addEventListener("pointerdown", (event) => fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY }));
  area.addEventListener("pointermove", (event) => {
    const last = fingers.get(event.pointerId);
    if (!last || (Math.hypot(event.offsetX - last.x, event.offsetY - last.y) < 3)) return;
    const before = fingers.size === 2 ? spread() : 0;
    fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    if (before) zoomBy(spread() / before);
    else {
      camera = { ...camera, x: camera.x - (event.offsetX - last.x) / camera.scale, y: camera.y - (event.offsetY - last.y) / camera.scale };
      draw();
    }
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) area.addEventListener(end, (event) => fingers.delete(event.pointerId));
}

export function startMap() {
  const area = byId("map");
  dragging();
  area.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = area.getBoundingClientRect();
    zoomBy(event.deltaY < 0 ? 1.2 : 1 / 1.2, { x: event.clientX - box.left, y: event.clientY - box.top });
  }, { passive: false });
  byId("map-in").addEventListener("click", () => zoomBy(1.5));
  byId("map-out").addEventListener("click", () => zoomBy(1 / 1.5));
  byId("map-all").addEventListener("click", () => {
    camera = null;
    draw();
  });
  window.addEventListener("resize", () => byId("view-map").hidden || draw());
}
