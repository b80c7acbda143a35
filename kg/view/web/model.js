// The graph as the page's data blocks tell it, with what is looked up often.

import { byId } from "./dom.js";
import { count } from "./format.js";

function read(id) {
  return JSON.parse(byId(id).textContent);
}

export const data = read("data");
export const drawn = { nodes: read("nodes"), options: read("options") };
export const entities = data.entities;
export const events = data.events;
export const things = new Map([...entities, ...events].map((thing) => [thing.id, thing]));
export const looks = data.looks;
// The events of each entity, with those of who and what belongs to it and has no name.
export const eventsOf = new Map(entities.map((entity) => [entity.id, []]));

const eventIds = new Set(events.map((event) => event.id));

export function isEvent(thing) {
  return eventIds.has(thing.id);
}

// Known by the words of the article alone.
export function isNameless(thing) {
  return Boolean(looks.classes[thing.kind].nameless);
}

export function label(name) {
  if (name === "Claimed") return "claimed";
  return Object.hasOwn(data.labels, name) ? data.labels[name] : name;
}

function mentionsOf(thing) {
  const parts = (thing.figures || []).concat(thing.tenures || []);
  return [...new Set([...(thing.mentions || []), ...parts.flatMap((part) => part.mentions || [])])];
}

export function documentTitle(document) {
  return document.title || document.outlet || document.id;
}

// As filters call it; over quotations the title says more.
function outletName(document) {
  return document.outlet || "no outlet named";
}

export function outletOf(document) {
  return document.outlet || document.title || document.id;
}

for (const thing of things.values()) {
  thing.words = mentionsOf(thing).sort((one, other) => one - other);
  thing.documents = new Set(thing.words.map((number) => data.mentions[number][0]).filter((number) => number >= 0));
  thing.outlets = new Set([...thing.documents].map((number) => outletName(data.documents[number])));
}

for (const event of events) {
  event.roles = event.roles || [];
  event.joins = new Set(event.roles.flatMap(([, id]) => [id, ...(things.get(id).belongs || [])]));
  for (const id of event.joins) eventsOf.get(id).push(event);
  event.filled = Object.groupBy ? Object.groupBy(event.roles, (role) => role[0]) : grouped(event.roles);
  for (const role of Object.keys(event.filled)) event.filled[role] = event.filled[role].map((pair) => pair[1]);
}

function grouped(roles) {
  const groups = {};
  for (const role of roles) (groups[role[0]] = groups[role[0]] || []).push(role);
  return groups;
}

export const outlets = [...new Set(data.documents.map(outletName))].sort((one, other) => one.localeCompare(other));
export const kinds = { entities: present(entities), events: present(events) };
export const families = Object.keys(looks.families).filter((family) => kinds.events.some((kind) => looks.classes[kind].family === family))
  .sort((one, other) => looks.families[one].order - looks.families[other].order);
// What is told as a fact, but only on somebody's word, is a claim.
export const CERTAINTIES = ["Asserted", "Claimed", "Planned", "Possible", "Negated", "Denied"];
for (const event of events) event.certainty = event.factuality === "Asserted" && event.accordingTo ? "Claimed" : event.factuality;
export const certainties = CERTAINTIES.filter((value) => events.some((event) => event.certainty === value))
  .concat([...new Set(events.map((event) => event.certainty))].filter((value) => !CERTAINTIES.includes(value)).sort());
export const days = [...new Set(events.filter((event) => event.date).map((event) => firstDay(event.date)))].sort();

function present(items) {
  return [...new Set(items.map((item) => item.kind))].sort((one, other) => looks.classes[one].order - looks.classes[other].order || label(one).localeCompare(label(other)));
}

export function kindsOf(family) {
  return kinds.events.filter((kind) => looks.classes[kind].family === family);
}

export function plural(kind) {
  return looks.classes[kind].plural || many(label(kind));
}

function many(one) {
  return /[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(one) ? `${one}es` : `${one}s`;
}

// As sentences say it: weapons of a type are several ("drones"), those of a name ("Patriot") and all else keep theirs.
export function wording(id) {
  const thing = things.get(id);
  if (thing.wording) return thing.wording;
  if (thing.kind !== "Weapon" || !/(?:^|\s)\p{Ll}\S*$/u.test(thing.name)) return thing.name;
  // One that only the articles name is called as they do, which may be in the plural: "F-16V jets".
  return looks.plurals[thing.iri.split("/").pop()] || (/[^s]s$/.test(thing.name) ? thing.name : many(thing.name));
}

// The only outlet that reports it, else how many articles do.
export function reportedBy(thing) {
  const [only, ...others] = thing.documents;
  const outlet = others.length ? null : data.documents[only]?.outlet;
  return outlet || count(thing.documents.size, "article");
}

// The entities in the event's roles, or in these, of an end: Doer, Peer, DoneTo or Circumstance.
export function atEnd(event, end, roles = event.roles) {
  return [...new Set(roles.filter(([role]) => looks.ends[role] === end).map((pair) => pair[1]))];
}

// Of those at the same end without whom another of them serves or lies in: France beside its president, Ukraine beside Kyiv.
export function nearest(ids) {
  const over = ({ represents = [], within = [], belongs = [] }) => [...represents, ...within, ...belongs];
  const under = (one, other) => things.get(one).side === other || over(things.get(one)).includes(other);
  return ids.filter((id) => !ids.some((other) => other !== id && under(other, id)));
}

export function firstDay(date) {
  return (date + "-01-01").slice(0, 10);
}

export function lastDay(date) {
  return date.length >= 10 ? date : date + "-99-99".slice(0, 10 - date.length);
}

export const newest = data.documents.map((document) => document.date || "").sort().pop() || "";

export function byDate(one, other) {
  return (one.date || "9999").localeCompare(other.date || "9999") || one.id.localeCompare(other.id);
}

export function ties(entity) {
  return (isNameless(entity) ? ["belongs"] : ["represents", "within", "broader"]).flatMap((tie) => (entity[tie] || []).map((other) => [tie, other]));
}

export const tied = new Map(entities.map((entity) => [entity.id, []]));
for (const entity of entities) {
  for (const [, other] of ties(entity)) {
    tied.get(entity.id).push(other);
    tied.get(other).push(entity.id);
  }
}
