// How events and ties become lines: with the events between, or straight from agent to agent.

import { colour, palette } from "./colours.js";
import { count } from "./format.js";
import { entities, events, label, things, ties } from "./model.js";

const DASHES = { Planned: [9, 6], Possible: [2, 6], Negated: [2, 4], Denied: [2, 4] };
const FROM = ["attacker", "supplier", "initiator", "speaker", "participant", "weapon"];
const THIN = ["weapon", "place"];
const STRUCK = ["Negated", "Denied"];

function arrows(role, event) {
  const head = { enabled: true, scaleFactor: 0.6 };
  const strike = STRUCK.includes(event.factuality) ? { middle: { enabled: true, type: "bar", scaleFactor: 0.8 } } : {};
  if (["target", "recipient", "addressee"].includes(role)) return { to: head, ...strike };
  if (role === "participant" && event.filled.initiator) return { from: head, ...strike };
  return strike;
}

function line(id, from, to, kind, factuality, more) {
  const tint = colour(kind);
  return {
    id, from, to, color: { color: tint, highlight: tint, hover: tint, opacity: 0.8 },
    dashes: DASHES[factuality] || false, width: 2, ...more,
  };
}

export function eventEdges(shown) {
  const lines = [];
  for (const event of events) {
    if (!shown.events.has(event.id)) continue;
    for (const [role, id] of event.roles) {
      if (!shown.entities.has(id)) continue;
      const [from, to] = FROM.includes(role) ? [id, event.id] : [event.id, id];
      lines.push(line(`${event.id}-${role}-${id}`, from, to, event.kind, event.factuality, {
        arrows: arrows(role, event), width: THIN.includes(role) ? 1.2 : 2.2, role, events: [event.id],
      }));
    }
  }
  return lines.concat(tieEdges(shown));
}

export function tieEdges(shown) {
  const tint = palette().faint;
  const lines = [];
  for (const entity of entities) {
    if (!shown.entities.has(entity.id)) continue;
    for (const [tie, other] of ties(entity)) {
      if (!shown.entities.has(other)) continue;
      lines.push({
        id: `${entity.id}-${tie}-${other}`, from: entity.id, to: other, role: tie, events: [], width: 1, arrows: {},
        dashes: tie === "broader" ? [3, 4] : false, color: { color: tint, highlight: tint, hover: tint, opacity: 0.9 },
      });
    }
  }
  return lines;
}

// The pairs that an event joins, [from, to, has a direction].
function pairs(event) {
  const { attacker, target, place, supplier, recipient, initiator, participant, speaker, addressee } = event.filled;
  const each = (left, right) => (left || []).flatMap((one) => (right || []).map((other) => [one, other, true]));
  if (event.kind === "Attack") return each(attacker, target || place);
  if (event.kind === "Transfer") return each(supplier, recipient);
  if (event.kind === "Statement") return each(speaker, addressee || (event.topics || []).map((topic) => topic.id).filter(Boolean));
  if (initiator && participant) return each(initiator, participant);
  const all = [...(initiator || []), ...(participant || [])].sort();
  return all.flatMap((one, place_) => all.slice(place_ + 1).map((other) => [one, other, false]));
}

function caption(group) {
  if (group.events.length > 1) return count(group.events.length, label(group.kind));
  const event = things.get(group.events[0]);
  const goods = event.kind === "Transfer" ? (event.filled.weapon || []).map((id) => things.get(id).name).slice(0, 2).join(", ") : "";
  return [event.status && label(event.status), goods || label(event.kind)].filter(Boolean).join(" ");
}

export function directEdges(shown) {
  const groups = new Map();
  for (const event of events) {
    if (!shown.events.has(event.id)) continue;
    for (const [from, to, directed] of pairs(event)) {
      if (from === to || !things.has(from) || !things.has(to)) continue;
      if (!shown.entities.has(from) || !shown.entities.has(to)) continue;
      const key = [from, to, event.kind, event.factuality, directed].join("-");
      if (!groups.has(key)) groups.set(key, { from, to, directed, kind: event.kind, factuality: event.factuality, events: [] });
      groups.get(key).events.push(event.id);
    }
  }
  const between = new Map();
  return [...groups].map(([key, group]) => {
    const ends = [group.from, group.to].sort().join("-");
    const nth = between.get(ends) || 0;
    between.set(ends, nth + 1);
    const sign = group.from < group.to ? 1 : -1;
    const bend = (nth % 2 ? -1 : 1) * sign * (0.1 + 0.09 * Math.floor(nth / 2));
    return line(key, group.from, group.to, group.kind, group.factuality, {
      width: Math.min(9, 1.5 + 1.5 * group.events.length), events: group.events,
      smooth: { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) },
      arrows: { ...(group.directed ? { to: { enabled: true, scaleFactor: 0.6 } } : {}),
        ...(STRUCK.includes(group.factuality) ? { middle: { enabled: true, type: "bar", scaleFactor: 0.8 } } : {}) },
      caption: caption(group),
    });
  });
}
