// The side panel: what is chosen, told in sentences, with the words behind it; with nothing chosen, the whole at a glance.

import { accounts } from "./accounts.js";
import { centre } from "./camera.js";
import { byId, fill, grow, h } from "./dom.js";
import { badge, fact, name, names, prose, quotations, showEdge } from "./facts.js";
import { amount, capital, count, duration, longDate, ordinal } from "./format.js";
import { icon } from "./icons.js";
import { byDate, events, eventsOf, isEvent, isNameless, kinds, label, looks, plural, things } from "./model.js";
import { sentencesOf } from "./named.js";
import { pathsNow } from "./picture.js";
import { figureParts, sentence } from "./sentences.js";
import { isShown, shownNow } from "./stage.js";
import { change, state } from "./state.js";
import { nodeLabel } from "./titles.js";
import { beyond, inPicture, joining, passes } from "./visible.js";

export function renderPanel() {
  const panel = byId("panel");
  const thing = things.get(state.selected);
  panel.classList.toggle("opened", Boolean(thing || state.edge || state.path || state.glance));
  if (state.path) fill(panel, closing("Path"), pathPart());
  else if (state.edge) fill(panel, closing("Between the two"), edgePart());
  else if (!thing) fill(panel, glance());
  else fill(panel, isEvent(thing) ? eventPart(thing) : entityPart(thing));
  panel.scrollTop = 0;
}

function closing(title, kind) {
  return h("header", {}, h(kind ? "p" : "h2", { class: "kind" }, kind ? icon(kind) : null, title),
    h("button", { type: "button", class: "square close", "aria-label": "Close", on: { click: () => change({ selected: null, edge: null, path: null, glance: false }) } }, "×"));
}

function section(title, ...content) {
  const inside = content.flat(9).filter(Boolean);
  return inside.length ? h("section", {}, h("h3", {}, title), inside) : null;
}

function facts(list, options) {
  const items = h("ul", { class: "facts" });
  const more = grow(items, list, (event) => fact(event, options), 12);
  return [items, more];
}

function glance() {
  const parts = [...kinds.events].filter((kind) => !looks.classes[kind].background).sort(foremostKind).map((kind) => {
    const all = events.filter((event) => event.kind === kind && passes(event, { anyKind: true }));
    const told = all.filter((event) => ["Asserted", "Claimed"].includes(event.certainty)).sort(foremost);
    const doubtful = all.filter((event) => !["Asserted", "Claimed"].includes(event.certainty)).sort(byDate);
    if (!all.length) return null;
    return section(looks.classes[kind].question || capital(plural(kind)), told.length ? facts(told) : null, doubtful.length ? h("details", {},
      h("summary", {}, `${doubtful.length} more planned, possible or denied`), facts(doubtful)) : null);
  });
  const quiet = parts.every((part) => !part);
  return [state.glance ? closing("At a glance") : h("header", {}, h("h2", { class: "kind" }, "At a glance")), parts,
    quiet ? h("p", { class: "empty" }, "Nothing passes the filters.") : null,
    h("p", { class: "help" }, "Choose a node, a line or a name to read the words behind it.")];
}

// The first class of each family, then the second of each.
function foremostKind(one, other) {
  const [left, right] = [looks.classes[one].order, looks.classes[other].order];
  return (left % 1000) - (right % 1000) || left - right;
}

// Facts before claims, then what most articles report, then the latest, undated last.
function foremost(one, other) {
  return (one.certainty === "Claimed") - (other.certainty === "Claimed") || other.documents.size - one.documents.size || (other.date || "").localeCompare(one.date || "") || byDate(one, other);
}

function rows(pairs) {
  const kept = pairs.filter(([, value]) => value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && !value.length));
  return kept.length ? h("dl", {}, kept.flatMap(([term, value]) => [h("dt", {}, term), h("dd", {}, value)])) : null;
}

function reveal(thing) {
  if (isShown(thing.id)) return h("button", { type: "button", class: "plain", on: { click: () => centre(thing.id) } }, "Centre");
  return null;
}

// Brings into the picture what a large graph starts without.
function expand(thing) {
  const more = beyond(thing);
  if (inPicture(thing.id) && !more.length) return null;
  const add = () => change({ extra: [...new Set([...state.extra, thing.id, ...more])] });
  return h("button", { type: "button", class: "plain", on: { click: add } }, inPicture(thing.id) ? `Show ${more.length} more around it` : "Add to the picture");
}

function eventPart(event) {
  const topics = (event.topics || []).flatMap((topic, place) => [place ? ", " : "", topic.id ? name(topic.id) : topic.label]);
  return [closing(capital(label(event.kind)), event.kind),
    h("h2", { class: "sentence" }, badge(event), badge(event) ? " " : null, prose(sentence(event))),
    h("p", { class: "doing" }, reveal(event), expand(event)),
    rows([
      ["Date", event.date ? [longDate(event.date), event.relative ? h("span", { class: "note" }, " counted from the day of publication") : null] : null],
      ["Duration", event.minutes ? duration(event.minutes) : null],
      ["By", event.medium && label(event.medium)],
      ["Number", event.ordinal && `${ordinal(event.ordinal)} in its series, as reported`],
      ["Status", event.status && label(event.status)],
      ["About", topics],
      ["According to", names(event.accordingTo)],
      ...(event.details || []).map(([property, value]) => [capital(label(property)), value]),
      ["Confidence", event.confidence === undefined ? null : `${Math.round(event.confidence * 100)} %`],
    ]),
    section("Figures", (event.figures || []).map((figure) => h("div", { class: "figure" }, h("p", {}, prose(figureParts(figure))),
      (figure.mentions || []).length ? h("details", {}, h("summary", {}, "Read where"), quotations(figure.mentions, namesIn(event))) : null))),
    accounts(event).map(([outlet, only]) => section(`Only in ${outlet}`, facts(only))),
    section("In the articles", quotations(event.mentions || [], namesIn(event))),
    iri(event)];
}

// The other end is found by its name or pressed in the picture.
function pathTo(entity) {
  change({ pathFrom: entity.id, tab: "graph" });
  byId("find").focus();
}

function entityPart(entity) {
  const own = eventsOf.get(entity.id).filter((event) => passes(event, { anyKind: true })).sort(byDate);
  const offices = (entity.tenures || []).map((tenure) => h("li", {}, capital(tenure.office), tenure.of ? [" of ", name(tenure.of)] : null,
    tenure.since ? ` since ${longDate(tenure.since)}` : "", tenure.until ? ` until ${longDate(tenure.until)}` : ""));
  const groups = kinds.events.map((kind) => [kind, own.filter((event) => event.kind === kind)]).filter(([, list]) => list.length);
  return [closing(capital(label(entity.kind)), entity.kind),
    h("h2", {}, nodeLabel(entity)),
    offices.length ? h("ul", { class: "offices" }, offices) : null,
    h("p", { class: "doing" }, reveal(entity), expand(entity), h("button", { type: "button", class: "plain", on: { click: () => pathTo(entity) } }, "Path to …")),
    rows([
      ["Also written", (entity.names || []).join(", ")],
      ["Kind", entity.described && capital(entity.described.label)],
      ["How many", entity.min === undefined && entity.max === undefined ? null : amount(entity)],
      ["Represents", names(entity.represents)],
      ["Belongs to", names([...new Set([...(entity.belongs || []), ...(entity.within || [])])])],
      ["Claimed by", names(entity.claimedBy)],
      ["A kind of", names(entity.broader)],
      ["Code", entity.code],
      ["Elsewhere", (entity.links || []).flatMap((address) => [h("a", { href: address }, address.replace(/^https?:\/\/(www\.)?/, "")), " "])],
    ]),
    groups.map(([kind, list]) => section(`${capital(list.length === 1 ? label(kind) : plural(kind))} · ${list.length}`, facts(list))),
    isNameless(entity) ? section("In the articles", quotations(sentencesOf(entity), [entity]))
      : section("In the articles", h("details", {}, h("summary", {}, `Named in ${count(entity.documents.size, "article")}`), quotations(entity.words, [entity]))),
    iri(entity)];
}

function namesIn(event) {
  return [...event.roles.map((role) => role[1]), ...(event.accordingTo || [])].map((id) => things.get(id));
}

function iri(thing) {
  return h("p", { class: "iri" }, thing.iri);
}

function edgePart() {
  const { from, to, events: ids } = state.edge;
  return [h("h2", { class: "sentence" }, name(from), " and ", name(to)), facts(ids.map((id) => things.get(id)).sort(byDate))];
}

// Each chain of names step by step, with what joins one to the next.
function pathPart() {
  const ends = state.path.map((id) => name(id));
  const found = pathsNow();
  if (!found.length) return [h("h2", { class: "sentence" }, "No path joins ", ends[0], " and ", ends[1]), h("p", { class: "empty" }, "Nothing that is shown leads from one to the other. Showing more classes may help.")];
  const title = (place) => (found.length > 1 ? `Path ${place + 1} of ${found.length}` : "Shortest path");
  return [h("h2", { class: "sentence" }, "From ", ends[0], " to ", ends[1]),
    found.map((chain, place) => section(title(place), h("ol", { class: "path facts" }, chain.map((id, at) => [at ? joint(chain[at - 1], id) : null, h("li", { class: "stop" }, icon(things.get(id).kind), name(id))]))))];
}

function joint(one, other) {
  const joined = joining(one, other, shownNow()).sort(byDate);
  if (!joined.length) return h("li", { class: "joint" }, "belongs together with");
  const more = joined.length - 2;
  return [joined.slice(0, 2).map((event) => fact(event)), more > 0 ? h("li", { class: "joint" }, h("button", { type: "button", class: "evidence", on: { click: () => showEdge({ from: one, to: other, events: joined.map((event) => event.id) }) } }, `and ${count(more, "event")} more`)) : null];
}
