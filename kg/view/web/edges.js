// How events and ties become lines: with the events between, or straight from agent to agent.

import { colour, palette } from "./colours.js";
import { count } from "./format.js";
import { DASHES, STRUCK } from "./icons.js";
import { atEnd, entities, events, label, looks, nearest, plural, things, ties } from "./model.js";
import { shownRoles } from "./named.js";
import { nodeLabel } from "./titles.js";
import { inPicture } from "./visible.js";

const HEAD = { enabled: true, scaleFactor: 0.6 };
// An event of more pairs than this is clearer as a node with a line to each.
const CROWD = 4;
const BAR = { enabled: true, type: "bar", scaleFactor: 0.8 };

function line(id, from, to, kind, certainty, more) {
  const tint = colour(kind);
  return {
    id, from, to, color: { color: tint, highlight: tint, hover: tint, opacity: 0.8 },
    dashes: DASHES[certainty] || false, width: 2, ...more,
  };
}

// Arrows lead to whom it is done, and from who placed a call to who took it.
function leadsTo(event, role) {
  return looks.ends[role] === "DoneTo" || (looks.ends[role] === "Peer" && atEnd(event, "Doer").length > 0);
}

// `drawn` tells the events that are nodes, each with all that it stands for.
export function eventEdges(shown, drawn, wanted = () => true) {
  const lines = [];
  for (const event of events) {
    if (!drawn.has(event.id)) continue;
    const struck = STRUCK.includes(event.certainty) ? { middle: BAR } : {};
    for (const [role, id] of shownRoles(event)) {
      if (!shown.entities.has(id) || !wanted(event, role)) continue;
      const goal = leadsTo(event, role);
      const [from, to] = goal ? [event.id, id] : [id, event.id];
      const thin = looks.ends[role] === "Circumstance";
      lines.push(line(`${event.id}-${role}-${id}`, from, to, event.kind, event.certainty, {
        arrows: { ...(goal ? { to: HEAD } : {}), ...struck }, width: thin ? 1.2 : 2.2, role, events: drawn.get(event.id),
      }));
    }
  }
  return lines;
}

// Between entities: whom a person serves and where a place lies; kinds of weapons only around a chosen one.
export function tieEdges(shown, chosen) {
  const tint = palette().faint;
  const lines = [];
  for (const entity of entities) {
    if (!shown.entities.has(entity.id)) continue;
    for (const [tie, other] of ties(entity)) {
      if (!shown.entities.has(other) || (tie === "broader" && ![entity.id, other].includes(chosen))) continue;
      lines.push({
        id: `${entity.id}-${tie}-${other}`, from: entity.id, to: other, role: tie, events: [], width: 1, arrows: {},
        dashes: tie === "broader" ? [3, 4] : false, color: { color: tint, highlight: tint, hover: tint, opacity: 0.9 },
      });
    }
  }
  return lines;
}

// From the chosen event to whoever claims it.
export function claimEdges(event, shown) {
  const tint = palette().soft;
  return (event?.accordingTo || []).filter((id) => shown.entities.has(id)).map((id) => ({
    id: `${event.id}-accordingTo-${id}`, from: id, to: event.id, role: "accordingTo", events: [event.id], width: 1.2,
    arrows: {}, dashes: [1, 4], color: { color: tint, highlight: tint, hover: tint, opacity: 0.9 },
  }));
}

// Events as nodes: in a dense graph those that join the same in the same way are one, the first of them.
export function eventNodes(shown) {
  const nodes = new Map();
  const heads = new Map();
  for (const event of events) {
    if (!shown.events.has(event.id)) continue;
    const head = event.bundle && heads.get(event.bundle);
    if (head) nodes.get(head).push(event.id);
    else {
      nodes.set(event.id, [event.id]);
      if (event.bundle) heads.set(event.bundle, event.id);
    }
  }
  return nodes;
}

// The pairs that an event joins of those that are shown, [from, to, has a direction].
function pairs(event, shown) {
  const roles = shownRoles(event);
  const [doers, peers, goals] = ["Doer", "Peer", "DoneTo"].map((end) => nearest(atEnd(event, end, roles).filter((id) => shown.entities.has(id))));
  const each = (left, right) => left.flatMap((one) => right.map((other) => [one, other, true]));
  const about = (event.topics || []).map((topic) => topic.id).filter(Boolean);
  const sources = doers.length ? doers : peers;
  if (goals.length && sources.length) return each(sources, goals);
  if (doers.length && peers.length) return each(doers, peers);
  const places = roles.filter(([role]) => role === "place").map((pair) => pair[1]);
  if (doers.length) return each(doers, about.length ? about : places);
  if (peers.length === 1) return each(peers, places);
  const all = [...peers].sort();
  return all.flatMap((one, place) => all.slice(place + 1).map((other) => [one, other, false]));
}

function caption(group) {
  if (group.events.length > 1) return count(group.events.length, label(group.kind), plural(group.kind));
  return nodeLabel(things.get(group.events[0]));
}

// A call of three or more is one sign with a line to each, not a line for every two of them.
function isRound(event, shown) {
  const roles = shownRoles(event);
  const there = (end) => nearest(atEnd(event, end, roles).filter((id) => shown.entities.has(id)));
  return !there("DoneTo").length && there("Peer").length > 0 && new Set([...there("Doer"), ...there("Peer")]).size > 2;
}

// Lines by ends, class and certainty with their events; and the events that stay nodes, as they join one or a crowd.
function gather(shown) {
  const groups = new Map();
  const nodes = new Map();
  for (const event of events) {
    if (!shown.events.has(event.id)) continue;
    const joined = pairs(event, shown).filter(([from, to]) => from !== to && shown.entities.has(from) && shown.entities.has(to));
    const round = isRound(event, shown) && inPicture(event.id);
    if (!joined.length || joined.length > CROWD || round) {
      if (inPicture(event.id)) nodes.set(event.id, [event.id]);
      continue;
    }
    for (const [from, to, directed] of joined) {
      const key = [from, to, event.kind, event.certainty, directed].join("-");
      if (!groups.has(key)) groups.set(key, { from, to, directed, kind: event.kind, certainty: event.certainty, events: [] });
      groups.get(key).events.push(event.id);
    }
  }
  return { groups, nodes };
}

// What an event is done with stands in its title; its place counts where nobody else is named.
function isParty(event, role) {
  return looks.ends[role] !== "Circumstance" || (role === "place" && shownRoles(event).every((pair) => looks.ends[pair[0]] === "Circumstance"));
}

export function directEdges(shown) {
  const between = new Map();
  const { groups, nodes } = gather(shown);
  const lines = [...groups].map(([key, group]) => {
    const ends = [group.from, group.to].sort().join("-");
    const nth = between.get(ends) || 0;
    between.set(ends, nth + 1);
    const sign = group.from < group.to ? 1 : -1;
    const bend = (nth % 2 ? -1 : 1) * sign * (0.1 + 0.09 * Math.floor(nth / 2));
    return line(key, group.from, group.to, group.kind, group.certainty, {
      width: Math.min(9, 1.5 + 1.5 * group.events.length), events: group.events, kind: group.kind, certainty: group.certainty,
      smooth: { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) },
      arrows: group.directed ? { to: HEAD } : {}, caption: caption(group),
    });
  });
  return { lines: lines.concat(eventEdges(shown, nodes, isParty)), nodes };
}
