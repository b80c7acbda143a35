// What passes the filters: events first, then whom they join.

import { drawn, entities, events, eventsOf, firstDay, lastDay, things, tied } from "./model.js";
import { shownRoles } from "./named.js";
import { state } from "./state.js";

export function passes(event, { anyKind = false } = {}) {
  if (!anyKind && state.off.includes(event.kind)) return false;
  if (state.doubt.includes(event.certainty)) return false;
  if (state.silent.length && ![...event.outlets].some((outlet) => !state.silent.includes(outlet))) return false;
  if (state.article !== null && !event.documents.has(state.article)) return false;
  if (event.documents.size < state.least && state.least > 1) return false;
  if (event.confidence !== undefined && Math.round(event.confidence * 100) < state.sure) return false;
  if (!state.from && !state.to) return true;
  if (!event.date) return false;
  return (!state.from || lastDay(event.date) >= state.from) && (!state.to || firstDay(event.date) <= state.to);
}

function heard(entity) {
  if (state.article !== null && !entity.documents.has(state.article)) return false;
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
    if (!passes(event)) continue;
    const around = [...new Set(shownRoles(event).map((role) => role[1]))].filter(allowed);
    // As a line between two that are there an event takes no room of its own.
    if (!around.length || !(inPicture(event.id) || (state.mode === "direct" && around.length > 1))) continue;
    shown.events.add(event.id);
    for (const id of around) shown.entities.add(id);
  }
  if (state.loose) for (const entity of entities) if (allowed(entity.id) && heard(entity)) shown.entities.add(entity.id);
  // A set that grows while it is walked through: of a hospital comes the town, and of the town its country.
  for (const id of shown.entities) for (const home of homes(id)) if (allowed(home)) shown.entities.add(home);
  if (state.selected && things.has(state.selected) && inPicture(state.selected)) {
    const chosen = things.get(state.selected);
    if (eventsOf.has(chosen.id)) shown.entities.add(chosen.id);
    else for (const [, id] of shownRoles(chosen)) if (inPicture(id)) shown.entities.add(id);
    if (!eventsOf.has(chosen.id)) shown.events.add(chosen.id);
  }
  return shown;
}

// The side of a name, and whom or where one without a name belongs.
export function homes(id) {
  const { side, kind, belongs = [] } = things.get(id);
  return side && things.has(side) && kind !== "Weapon" ? [side, ...belongs] : belongs;
}

export function neighbours(id, shown) {
  const thing = things.get(id);
  const found = new Set();
  const add = (other) => (shown.entities.has(other) || shown.events.has(other)) && found.add(other);
  if (!eventsOf.has(id)) for (const other of thing.joins) add(other);
  else {
    for (const event of eventsOf.get(id)) add(event.id);
    for (const other of tied.get(id)) add(other);
  }
  return found;
}

// Whom a shown event or a tie joins to an entity.
function partners(id, shown) {
  const found = new Set();
  for (const near of neighbours(id, shown)) {
    if (eventsOf.has(near)) found.add(near);
    else for (const other of neighbours(near, shown)) if (other !== id) found.add(other);
  }
  return [...found].sort();
}

// The shown events that join two entities.
export function joining(one, other, shown) {
  return eventsOf.get(one).filter((event) => shown.events.has(event.id) && event.joins.has(other));
}

// The shortest chains of entities between two, ends included, at most so many; none when nothing shown joins them.
export function chains(from, to, shown, most = 5) {
  const distance = new Map([[from, 0]]);
  const before = new Map();
  const queue = [from];
  for (let at = 0; at < queue.length; at += 1) {
    const here = queue[at];
    if (distance.has(to) && distance.get(here) >= distance.get(to)) break;
    for (const next of partners(here, shown)) {
      if (!distance.has(next)) {
        distance.set(next, distance.get(here) + 1);
        before.set(next, []);
        queue.push(next);
      }
      if (distance.get(next) === distance.get(here) + 1) before.get(next).push(here);
    }
  }
  return distance.has(to) ? unwind(from, [[to]], before, most) : [];
}

function unwind(from, found, before, most) {
  if (found[0][0] === from) return found;
  const longer = found.flatMap((chain) => before.get(chain[0]).map((earlier) => [earlier, ...chain]));
  return unwind(from, longer.slice(0, most), before, most);
}

// What a node is joined to that is not in the picture: of an agent its events and who else takes part in them.
export function beyond(thing, most = 40) {
  const lists = eventsOf.has(thing.id) ? eventsOf.get(thing.id).filter((event) => passes(event)).slice(0, most).map((event) => [event.id, ...event.roles.map((role) => role[1])])
    : [thing.roles.map((role) => role[1])];
  return [...new Set(lists.flat())].filter((id) => !inPicture(id));
}
