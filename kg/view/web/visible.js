// What passes the filters: events first, then whom they join.

import { drawn, entities, events, eventsOf, firstDay, lastDay, outlets, things, tied } from "./model.js";
import { state } from "./state.js";

export function passes(event, { anyKind = false } = {}) {
  if (!anyKind && state.off.includes(event.kind)) return false;
  if (state.doubt.includes(event.certainty)) return false;
  if (state.silent.length && ![...event.outlets].some((outlet) => !state.silent.includes(outlet))) return false;
  if (event.documents.size < state.least && state.least > 1) return false;
  if (!state.from && !state.to) return true;
  if (!event.date) return false;
  return (!state.from || lastDay(event.date) >= state.from) && (!state.to || firstDay(event.date) <= state.to);
}

function heard(entity) {
  return !state.silent.length || [...entity.outlets].some((outlet) => !state.silent.includes(outlet));
}

const started = new Set(drawn.nodes.map((node) => node.id));

export function inPicture(id) {
  return started.has(id) || state.extra.includes(id);
}

// {events, entities}: sets of ids that the picture shows.
export function visible() {
  const shown = { events: new Set(), entities: new Set() };
  const allowed = (id) => inPicture(id) && !state.off.includes(things.get(id).kind);
  for (const event of events) {
    // Without event nodes there is room for every event as a line.
    if (!(inPicture(event.id) || state.mode === "direct") || !passes(event)) continue;
    const around = event.roles.map((role) => role[1]).filter(allowed);
    if (!around.length) continue;
    shown.events.add(event.id);
    for (const id of around) shown.entities.add(id);
  }
  if (state.loose) for (const entity of entities) if (allowed(entity.id) && heard(entity)) shown.entities.add(entity.id);
  for (const id of [...shown.entities]) {
    const side = things.get(id).side;
    if (side && things.has(side) && allowed(side) && things.get(id).kind !== "Weapon") shown.entities.add(side);
  }
  if (state.selected && things.has(state.selected) && inPicture(state.selected)) {
    const chosen = things.get(state.selected);
    if (eventsOf.has(chosen.id)) shown.entities.add(chosen.id);
    else for (const [, id] of chosen.roles) if (inPicture(id)) shown.entities.add(id);
    if (!eventsOf.has(chosen.id)) shown.events.add(chosen.id);
  }
  return shown;
}

export function neighbours(id, shown) {
  const thing = things.get(id);
  const found = new Set();
  const add = (other) => (shown.entities.has(other) || shown.events.has(other)) && found.add(other);
  if (!eventsOf.has(id)) for (const [, other] of thing.roles) add(other);
  else {
    for (const event of eventsOf.get(id)) add(event.id);
    for (const other of tied.get(id)) add(other);
  }
  return found;
}

// The shortest chain of what is shown between two nodes, ends included; empty when there is none.
export function chain(from, to, shown) {
  const before = new Map([[from, null]]);
  const queue = [from];
  while (queue.length && !before.has(to)) {
    const here = queue.shift();
    for (const next of [...neighbours(here, shown)].sort()) {
      if (!before.has(next)) {
        before.set(next, here);
        queue.push(next);
      }
    }
  }
  const steps = [];
  for (let here = before.has(to) ? to : null; here; here = before.get(here)) steps.unshift(here);
  return steps;
}

export function isFiltered() {
  return state.doubt.length > 0 || state.silent.length > 0 || state.from || state.to || state.least > 1;
}

export function outletsShown() {
  return outlets.filter((outlet) => !state.silent.includes(outlet));
}
