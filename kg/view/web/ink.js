// What is drawn by hand on the canvas under and over the library's nodes and edges: sides, pictograms, badges, labels.

import { colour, GROUPS, palette } from "./colours.js";
import { byId } from "./dom.js";
import { count } from "./format.js";
import { groupsOf } from "./groups.js";
import { drawLabels, wrap } from "./labels.js";
import { decorate, drawBadge, drawGrounds, drawHalo, drawRing } from "./marks.js";
import { entities, events, isEvent, isNameless, label, looks, plural, things, ties } from "./model.js";
import { placeOf } from "./places.js";
import { isLit, stage } from "./stage.js";
import { state } from "./state.js";
import { nodeLabel } from "./titles.js";

// Of so many lines those for a single event go without a badge, and of many more each is paler.
export const MANY = 120;
const PALE = 0.16;
const SPOTS = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71];
// The first classes of the legend, people and countries, are set in bold.
const BOLD = 2;

export function drawSides(context) {
  const sides = new Map();
  for (const id of stage.nodes.getIds()) {
    const thing = things.get(id);
    if (isEvent(thing) || !thing.side) continue;
    if (!sides.has(thing.side)) sides.set(thing.side, []);
    sides.get(thing.side).push(placeOf(id));
  }
  drawGrounds(context, [...sides.values()]);
  if (!state.groups) return;
  for (const [id, group] of groups()) if (stage.nodes.get(id)) drawHalo(context, placeOf(id), things.get(id).size, GROUPS[group % GROUPS.length]);
}

// The groups of those that are shown, by what joins them; counted anew only when something else is shown.
let counted = { shown: null, groups: new Map() };
export function groups() {
  const { shown } = stage;
  if (counted.shown === shown) return counted.groups;
  const links = entities.filter(({ id }) => shown.entities.has(id)).flatMap((entity) => ties(entity).filter(([tie]) => tie !== "broader").map(([, other]) => [entity.id, other, 1]));
  for (const event of events.filter(({ id }) => shown.events.has(id))) {
    const parts = [...event.joins].filter((id) => shown.entities.has(id) && things.get(id).kind !== "Weapon");
    parts.forEach((one, place) => parts.slice(place + 1).forEach((other) => links.push([one, other, 2 / parts.length])));
  }
  counted = { shown, groups: groupsOf([...shown.entities].sort(), links) };
  return counted.groups;
}

export function drawInk(context) {
  const { network } = stage;
  const scale = network.getScale();
  const middle = network.getViewPosition();
  const area = byId("picture");
  const reach = { x: area.clientWidth / 2 / scale + 80 / scale, y: area.clientHeight / 2 / scale + 60 / scale };
  const inside = (item) => Math.abs(item.x - middle.x) < reach.x && Math.abs(item.y - middle.y) < reach.y;
  const items = badges(context, inside, scale);
  for (const id of stage.nodes.getIds()) {
    const thing = things.get(id);
    const at = network.body.nodes[id];
    if (!at || !inside(at)) continue;
    const pale = !isLit(id);
    context.globalAlpha = pale ? PALE : 1;
    if (thing.size * scale > 5) decorate(context, thing, at);
    context.globalAlpha = 1;
    if (id === stage.focused && document.activeElement === area) drawRing(context, at, thing.size, scale);
    items.push(labelItem(thing, at, pale));
  }
  const corner = { x: middle.x * scale - area.clientWidth / 2, y: middle.y * scale - area.clientHeight / 2 };
  drawLabels(context, items, scale, [corner.x + 4, corner.y + 4, corner.x + area.clientWidth - 4, corner.y + area.clientHeight - 4]);
}

// The lesser its place in the legend, the sooner a class gives way to others where there is no room for all labels.
function labelItem(thing, at, pale) {
  const event = isEvent(thing);
  const several = (stage.standsFor.get(thing.id) || []).length;
  const near = thing.id === state.selected || thing.id === stage.hovered || thing.id === stage.focused;
  const small = !event && isNameless(thing);
  const rank = (small ? 80 : event ? 60 + 4 * several : Math.max(100, 440 - 80 * looks.classes[thing.kind].order)) + thing.size + (near ? 5000 : 0) + (stage.bright && !pale ? 1000 : 0);
  return {
    x: at.x, y: at.y, reach: thing.size, lines: wrap(several > 1 ? count(several, label(thing.kind), plural(thing.kind)) : nodeLabel(thing)), rank, always: near, pale,
    strong: near || (!event && looks.classes[thing.kind].order <= BOLD), soft: (event || small) && !near,
  };
}

// In the direct picture a badge on each line says by sign and words what it stands for.
function badges(context, inside, scale) {
  const items = [];
  const size = Math.max(11, 8 / scale);
  const taken = stage.nodes.length > 4 * MANY ? [] : stage.nodes.map(({ x, y }) => ({ x, y }));
  const lines = [...stage.lines.values()].filter((edge) => edge.caption).sort((one, other) => other.events.length - one.events.length);
  const number = lines.length;
  for (const edge of lines) {
    const line = stage.network.body.edges[edge.id];
    if (!line || !line.connected || (number > MANY && edge.events.length < 2 && !stage.bright)) continue;
    const at = freeSpot(line, taken, size);
    taken.push(at);
    if (!inside(at)) continue;
    const { pale } = edge;
    context.globalAlpha = pale ? PALE : 1;
    drawBadge(context, edge, at, size);
    context.globalAlpha = 1;
    items.push({ x: at.x, y: at.y, reach: size, lines: wrap(edge.caption), rank: 110 + 5 * edge.events.length + (stage.bright && !pale ? 1000 : 0), pale, soft: true });
  }
  return items;
}

// The middle of the line, or as near to it as no other badge sits.
function freeSpot(line, taken, size) {
  const spots = SPOTS.map((part) => line.edgeType.getPoint(part));
  return spots.find((at) => taken.every((other) => Math.hypot(at.x - other.x, at.y - other.y) > 2.3 * size)) || spots[0];
}

export function nodeTint(id) {
  const tint = colour(things.get(id).kind);
  return id === state.selected ? { tint, ring: palette().ink } : { tint, ring: tint };
}
