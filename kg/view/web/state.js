// What the reader has chosen, and the address that brings it back.

import { certainties, data, days, families, kinds, outlets, things } from "./model.js";

const START = {
  tab: "graph", selected: null, edge: null, mode: "direct", off: [...data.hidden], doubt: [], silent: [], from: null, to: null,
  least: 1, loose: false, path: null, pathFrom: null, theme: null, extra: [], glance: false,
  sort: null, down: false,
};
export const state = { ...START };
const listeners = [];

export function onChange(listener) {
  listeners.push(listener);
}

export function change(fresh) {
  Object.assign(state, fresh);
  const address = write();
  if (address !== window.location.hash.slice(1)) window.history.replaceState(null, "", `#${address}`);
  for (const listener of listeners) listener(state, fresh);
}

function write() {
  const parts = new URLSearchParams();
  if (state.tab !== "graph") parts.set("tab", state.tab);
  if (state.selected) parts.set("node", state.selected);
  if (state.mode !== START.mode) parts.set("mode", state.mode);
  if (String(state.off) !== String(data.hidden)) parts.set("without", state.off.join(","));
  if (state.doubt.length) parts.set("not", state.doubt.join(","));
  for (const outlet of state.silent) parts.append("no", outlet);
  if (state.from) parts.set("from", state.from);
  if (state.to) parts.set("to", state.to);
  if (state.least > 1) parts.set("least", state.least);
  if (state.loose) parts.set("loose", "1");
  if (state.path) parts.set("path", state.path.join("~"));
  if (state.theme) parts.set("theme", state.theme);
  if (state.sort) parts.set("sort", state.sort);
  if (state.down) parts.set("down", "1");
  if (state.extra.length) parts.set("with", state.extra.join(","));
  return parts.toString();
}

// Whatever the address holds, only known names and nodes come through.
export function restore() {
  const parts = new URLSearchParams(window.location.hash.slice(1));
  const some = (name, known) => (parts.get(name) || "").split(",").filter((value) => known.includes(value));
  const node = (id) => (things.has(id) ? id : null);
  const path = (parts.get("path") || "").split("~").map(node);
  change({
    tab: ["timeline", ...families].find((tab) => tab === parts.get("tab")) || "graph",
    selected: node(parts.get("node")),
    edge: null,
    mode: ["events", "direct"].find((mode) => mode === parts.get("mode")) || START.mode,
    off: parts.has("without") ? some("without", [...kinds.entities, ...kinds.events]) : [...data.hidden],
    doubt: some("not", certainties),
    silent: parts.getAll("no").filter((outlet) => outlets.includes(outlet)),
    from: days.includes(parts.get("from")) ? parts.get("from") : null,
    to: days.includes(parts.get("to")) ? parts.get("to") : null,
    least: Math.max(1, Math.min(9, Number.parseInt(parts.get("least"), 10) || 1)),
    loose: parts.get("loose") === "1",
    path: path.length === 2 && path[0] && path[1] ? path : null,
    theme: ["light", "dark"].find((theme) => theme === parts.get("theme")) || null,
    sort: parts.get("sort"),
    down: parts.get("down") === "1",
    extra: (parts.get("with") || "").split(",").filter((id) => things.has(id)),
  });
}

export function reset() {
  change({ off: [...data.hidden], doubt: [], silent: [], from: null, to: null, least: 1, loose: false, path: null });
}

export function toggled(list, value) {
  return list.includes(value) ? list.filter((item) => item !== value) : [...list, value];
}
