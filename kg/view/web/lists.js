// The same events to read instead of to look at: a timeline, and tables that sort.

import { byId, fill, grow, h } from "./dom.js";
import { badge, fact, names, open, showEdge, sources } from "./facts.js";
import { count, duration, longDate, shortDate } from "./format.js";
import { byDate, events, label, things } from "./model.js";
import { figureParts } from "./sentences.js";
import { state } from "./state.js";
import { passes } from "./visible.js";

const TALK_KINDS = ["Call", "Meeting", "Conversation"];
const ordering = { column: 0, down: false };

function shownEvents(kinds) {
  return events.filter((event) => (kinds ? kinds.includes(event.kind) : true) && passes(event, { anyKind: Boolean(kinds) })).sort(byDate);
}

export function renderList() {
  const view = byId("view-list");
  const views = { timeline, talks, attacks, transfers, statements };
  fill(view, views[state.tab] ? views[state.tab]() : []);
}

function timeline() {
  const rows = shownEvents(null);
  if (!rows.length) return [heading("Timeline", 0), nothing()];
  let day = null;
  const items = h("ol", { class: "timeline" });
  const more = grow(items, rows, (event) => {
    const fresh = (event.date || "") !== day;
    day = event.date || "";
    const item = fact(event, { brief: true });
    return h("li", { class: fresh ? "fresh" : "" }, h("time", { class: "day" }, fresh ? (event.date ? longDate(event.date) : "Undated") : ""), h("ul", { class: "facts" }, item));
  });
  return [heading("Timeline", rows.length), items, more];
}

function heading(title, number) {
  return h("h2", {}, title, " ", h("span", { class: "number" }, count(number, "event")));
}

function nothing() {
  return h("p", { class: "empty" }, "Nothing passes the filters.");
}

const WHEN = ["Date", (event) => (event.date ? shortDate(event.date) : "—"), (event) => event.date || "9999"];
const SOURCES = ["Sources", (event) => h("button", { type: "button", class: "evidence", on: { click: () => open(event.id) } }, sources(event)), (event) => event.documents.size];

function role(title, ...roles) {
  const all = (event) => [...new Set(roles.flatMap((one) => event.filled[one] || []))];
  return [title, (event) => (all(event).length ? names(all(event)) : "—"), (event) => all(event).map((id) => things.get(id).name).join()];
}

function talks() {
  const rows = shownEvents(TALK_KINDS);
  const columns = [WHEN, ["What", (event) => [label(event.kind), " ", badge(event)], (event) => event.kind], role("Who", "initiator", "participant"),
    ["Duration", (event) => (event.minutes ? duration(event.minutes) : "—"), (event) => event.minutes || 0], role("Where", "place"), SOURCES];
  return [heading("Calls and meetings", rows.length), matrix(rows), table(rows, columns)];
}

function attacks() {
  const rows = shownEvents(["Attack"]);
  const figures = (event) => (event.figures || []).map((figure) => h("div", {}, figureParts(figure, { brief: true }).map((part) => (typeof part === "string" ? part : things.get(part.id).name))));
  return [heading("Attacks", rows.length), table(rows, [WHEN, role("Attacker", "attacker"), role("Target", "target", "place"), role("Weapons", "weapon"),
    ["Figures", (event) => figures(event).length ? figures(event) : "—", (event) => (event.figures || []).length], certainty(), SOURCES])];
}

function transfers() {
  const rows = shownEvents(["Transfer"]);
  return [heading("Transfers", rows.length), table(rows, [WHEN, role("From", "supplier"), role("To", "recipient"), role("What", "weapon"),
    ["Status", (event) => [event.status ? label(event.status) : "—", " ", badge(event)], (event) => event.status || ""],
    ["How many", (event) => (event.figures || []).map((figure) => h("div", {}, figureParts(figure)[0])), (event) => (event.figures || []).length], SOURCES])];
}

function statements() {
  const rows = shownEvents(["Statement"]);
  return [heading("Statements", rows.length), table(rows, [WHEN, role("Who", "speaker"),
    ["Words", (event) => [badge(event), event.quote ? `“${event.quote}”` : "—"], (event) => event.quote || ""], SOURCES])];
}

function certainty() {
  return ["", (event) => badge(event) || "", (event) => event.factuality];
}

function table(rows, columns) {
  if (!rows.length) return nothing();
  const { column, down } = ordering;
  const key = (columns[column] || columns[0])[2];
  const sorted = [...rows].sort((one, other) => {
    const [left, right] = [key(one), key(other)];
    const order = typeof left === "number" ? left - right : String(left).localeCompare(String(right));
    return (down ? -order : order) || byDate(one, other);
  });
  const head = columns.map(([title], place) => h("th", { scope: "col", "aria-sort": place === column ? (down ? "descending" : "ascending") : "none" },
    title ? h("button", { type: "button", on: { click: () => sortBy(place) } }, title) : h("span", { class: "unseen" }, "Certainty")));
  const body = h("tbody", {});
  const more = grow(body, sorted, (event) => h("tr", { on: { click: (click) => click.target.closest("button, a") || open(event.id) } },
    columns.map(([title, cell]) => h("td", { "data-title": title }, h("div", {}, cell(event))))));
  return h("div", { class: "tablebox" }, h("table", {}, h("thead", {}, h("tr", {}, head)), body), more);
}

function sortBy(column) {
  ordering.down = ordering.column === column ? !ordering.down : false;
  ordering.column = column;
  renderList();
}

export function resetOrder() {
  ordering.column = 0;
  ordering.down = false;
}

// Who spoke with whom, when there are enough who did.
function matrix(rows) {
  const pairs = new Map();
  const people = new Map();
  for (const event of rows) {
    if (event.factuality !== "Asserted") continue;
    const all = [...new Set([...(event.filled.initiator || []), ...(event.filled.participant || [])])];
    for (const one of all) for (const other of all) if (one !== other) {
      pairs.set(`${one} ${other}`, [...(pairs.get(`${one} ${other}`) || []), event]);
      people.set(one, (people.get(one) || 0) + 1);
    }
  }
  const order = [...people].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0])).slice(0, 14).map(([id]) => id);
  if (order.length < 4) return null;
  const cell = (one, other) => {
    const list = pairs.get(`${one} ${other}`);
    const text = list ? `${things.get(one).name} and ${things.get(other).name}: ${list.length}` : "";
    const heat = list ? `heat heat${Math.min(4, list.length)}` : "";
    return h("td", { class: one === other ? "self" : heat }, list ? h("button", { type: "button", "aria-label": text, title: text, on: { click: () => between(one, other, list) } }, String(list.length)) : h("i"));
  };
  return h("div", { class: "tablebox" }, h("table", { class: "matrix" }, h("caption", {}, "Who spoke with whom, as asserted"),
    h("thead", {}, h("tr", {}, h("td", {}), order.map((id) => h("th", { scope: "col" }, h("span", {}, things.get(id).name))))),
    h("tbody", {}, order.map((one) => h("tr", {}, h("th", { scope: "row" }, names([one])), order.map((other) => cell(one, other)))))));
}

function between(one, other, list) {
  if (list.length === 1) open(list[0].id);
  else showEdge({ from: one, to: other, events: list.map((event) => event.id) });
}
