// What the reader has chosen, what the picture is looking at, and the address that brings both back.

import { certainties, data, days, entities, events, families, kinds, outlets, things } from "./model.js";

// Without events there are only unconnected names to show.
const FILTERS = { off: [...data.hidden], doubt: [], silent: [], from: null, to: null, article: null, least: 1, sure: 0, loose: !events.length };
const START = {
  ...FILTERS, tab: "graph", mode: "direct", selected: null, edge: null, path: null, pathFrom: null, theme: null, extra: [],
  glance: false, sort: null, down: false, groups: false, look: null, moved: {},
};
export const state = { ...START };
const listeners = [];
// More events of one line, or more nodes moved by hand, do not fit into an address that can be sent.
const MOST = 60;

export function onChange(listener) {
  listeners.push(listener);
}

// What opens something new is a step that the browser's Back takes back; the rest replaces the address.
const STEPS = ["tab", "selected", "edge", "path"];

export function change(fresh) {
  const steps = STEPS.some((name) => name in fresh && JSON.stringify(fresh[name]) !== JSON.stringify(state[name]));
  Object.assign(state, fresh);
  address(steps);
  for (const listener of listeners) listener(state, fresh);
}

// Only for the address: nothing is drawn anew.
export function note(fresh) {
  Object.assign(state, fresh);
  address(false);
}

function address(step) {
  const hash = write();
  if (hash === window.location.hash.slice(1)) return;
  const place = `#${hash}`;
  if (step) window.history.pushState(null, "", place);
  else window.history.replaceState(null, "", place);
}

function write() {
  const parts = new URLSearchParams();
  const put = (name, value, usual) => value !== usual && value !== null && value !== "" && parts.set(name, String(value));
  put("tab", state.tab, START.tab);
  put("mode", state.mode, START.mode);
  put("node", state.selected);
  if (state.edge) put("between", [state.edge.from, state.edge.to, ...state.edge.events.slice(0, MOST)].join("~"));
  if (state.path) put("path", state.path.join("~"));
  if (String(state.off) !== String(FILTERS.off)) parts.set("without", state.off.join(","));
  put("not", state.doubt.join(","));
  for (const outlet of state.silent) parts.append("no", outlet);
  put("from", state.from);
  put("to", state.to);
  put("article", state.article === null ? null : data.documents[state.article].id);
  put("least", state.least, FILTERS.least);
  put("sure", state.sure, FILTERS.sure);
  put("loose", Number(state.loose), Number(FILTERS.loose));
  put("with", state.extra.join(","));
  put("theme", state.theme);
  put("sort", state.sort);
  put("down", state.down ? 1 : null);
  put("groups", state.groups ? 1 : null);
  put("look", state.look && state.look.join(","));
  put("moved", Object.entries(state.moved).slice(-MOST).map(([id, at]) => [id, at.x, at.y].join(",")).join("~"));
  return parts.toString();
}

// Whatever the address holds, only known names and nodes, and plain numbers, come through.
export function restore() {
  const parts = new URLSearchParams(window.location.hash.slice(1));
  const list = (name, between = ",") => (parts.get(name) || "").split(between);
  const some = (name, known) => list(name).filter((value) => known.includes(value));
  const one = (name, known) => (known.includes(parts.get(name)) ? parts.get(name) : null);
  const ids = (name, between) => list(name, between).filter((id) => things.has(id));
  const [path, [from, to, ...between]] = [ids("path", "~"), ids("between", "~")];
  const article = parts.has("article") ? data.documents.findIndex((document) => document.id === parts.get("article")) : -1;
  const look = list("look").map(Number);
  const fresh = {
    ...START,
    tab: one("tab", ["timeline", ...(entities.some((entity) => entity.at) ? ["map"] : []), ...families]) || START.tab,
    mode: one("mode", ["events"]) || START.mode,
    selected: ids("node")[0] || null,
    edge: between.length ? { from, to, events: between } : null,
    path: path.length === 2 ? path : null,
    off: parts.has("without") ? some("without", [...kinds.entities, ...kinds.events]) : FILTERS.off,
    doubt: some("not", certainties),
    silent: parts.getAll("no").filter((outlet) => outlets.includes(outlet)),
    from: one("from", days),
    to: one("to", days),
    article: article >= 0 ? article : null,
    least: Math.max(1, Math.min(9, Number.parseInt(parts.get("least"), 10) || 1)),
    sure: Math.max(0, Math.min(100, Number.parseInt(parts.get("sure"), 10) || 0)),
    loose: parts.has("loose") ? parts.get("loose") === "1" : FILTERS.loose,
    extra: ids("with"),
    theme: one("theme", ["light", "dark"]),
    sort: parts.get("sort"),
    down: parts.get("down") === "1",
    groups: parts.get("groups") === "1",
    look: look.length === 3 && look.every(Number.isFinite) ? look : null,
    moved: Object.fromEntries(list("moved", "~").map((part) => part.split(",")).filter(([id, x, y]) => things.has(id) && Number.isFinite(Number(x)) && Number.isFinite(Number(y)))
      .map(([id, x, y]) => [id, { x: Number(x), y: Number(y) }])),
  };
  Object.assign(state, fresh);
  for (const listener of listeners) listener(state, { ...fresh, restored: true });
}

export function reset() {
  change({ ...FILTERS, path: null });
}

export function toggled(list, value) {
  return list.includes(value) ? list.filter((item) => item !== value) : [...list, value];
}
