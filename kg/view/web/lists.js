// The same events to read instead of to look at: a timeline, and for each family of events a table that sorts.

import { byId, fill, grow, h } from "./dom.js";
import { badge, fact, names, open, sources } from "./facts.js";
import { capital, count, duration, longDate, shortDate } from "./format.js";
import { icon } from "./icons.js";
import { matrix } from "./matrix.js";
import { atEnd, byDate, data, events, kindsOf, label, looks, plural, things, wording } from "./model.js";
import { figureParts } from "./sentences.js";
import { change, state } from "./state.js";
import { passes } from "./visible.js";

const NONE = "—";
const LONGEST = 170;

// A family is named by its only class, where it has but one.
export function familyTitle(family) {
  const kinds = kindsOf(family);
  return capital(kinds.length === 1 ? plural(kinds[0]) : looks.families[family].label);
}

export function renderList() {
  const rows = events.filter((event) => passes(event, { anyKind: state.tab !== "timeline" }));
  fill(byId("view-list"), state.tab === "timeline" ? timeline(rows.sort(byDate)) : tableOf(state.tab, rows));
}

function timeline(rows) {
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

function tableOf(family, all) {
  const rows = all.filter((event) => looks.classes[event.kind].family === family);
  return [heading(familyTitle(family), rows.length), matrix(rows), rows.length ? table(rows, columns(rows)) : nothing()];
}

// Columns as [title, what a row shows, what it sorts by], of what any of the rows has.
function columns(rows) {
  const any = (test) => rows.some(test);
  const status = (event) => (event.status ? label(event.status) : "");
  return [
    ["Date", (event) => (event.date ? shortDate(event.date) : NONE), (event) => event.date || "9999"],
    new Set(rows.map((event) => event.kind)).size > 1 && ["What", (event) => h("span", { class: "what" }, icon(event.kind), label(event.kind)), (event) => looks.classes[event.kind].order],
    ...roleColumns(rows),
    any((event) => event.topics) && ["About", (event) => about(event) || NONE, about],
    any((event) => looks.families[looks.classes[event.kind].family].words) && ["In the article", (event) => h("q", { class: "said" }, words(event)), words],
    any((event) => event.quote) && ["Words", (event) => (event.quote ? `“${event.quote}”` : NONE), (event) => event.quote || ""],
    any((event) => event.minutes) && ["Duration", (event) => (event.minutes ? duration(event.minutes) : NONE), (event) => event.minutes || 0],
    any(status) && ["Status", (event) => status(event) || NONE, status],
    any((event) => event.figures) && ["Figures", figures, (event) => (event.figures || []).length],
    any((event) => event.certainty !== "Asserted" || event.accordingTo) && ["Certainty", certainty, (event) => event.certainty + text(event.accordingTo)],
    ["Sources", (event) => h("button", { type: "button", class: "evidence", on: { click: () => open(event.id) } }, sources(event)), (event) => event.documents.size],
  ].filter(Boolean);
}

function text(ids) {
  return (ids || []).map((id) => things.get(id).name).join();
}

function about(event) {
  return (event.topics || []).map((topic) => (topic.id ? wording(topic.id) : topic.label)).join(", ");
}

// The shortest passage that tells of the event, cut where a table has no more room.
function words(event) {
  const quotes = (event.mentions || []).map((number) => data.mentions[number][2].trim().replace(/\s+/g, " "));
  const [shortest = ""] = quotes.sort((one, other) => one.length - other.length);
  return shortest.length > LONGEST ? `${shortest.slice(0, shortest.lastIndexOf(" ", LONGEST))} …` : shortest;
}

function certainty(event) {
  return [badge(event) || label(event.certainty), event.accordingTo ? [" according to ", names(event.accordingTo)] : null];
}

function figures(event) {
  if (!event.figures) return NONE;
  return event.figures.map((figure) => h("div", {}, figureParts(figure).map((part) => (typeof part === "string" ? part : part.words || wording(part.id)))));
}

// Who does it and to whom, then a column for each thing and place; a column of one role bears its name.
function roleColumns(rows) {
  const roles = [...new Set(rows.flatMap((event) => Object.keys(event.filled)))].sort();
  const at = (...ends) => roles.filter((role) => ends.includes(looks.ends[role]));
  const column = (title, of) => [title, (event) => (of(event).length ? names(of(event)) : NONE), (event) => text(of(event))];
  const ends = (title, ...wanted) => {
    const some = at(...wanted);
    const own = some.length === 1 && looks.ends[some[0]] !== "Peer" ? capital(label(some[0])) : title;
    return some.length ? [column(own, (event) => wanted.flatMap((end) => atEnd(event, end)))] : [];
  };
  return [...ends("Who", "Doer", "Peer"), ...ends("To whom", "DoneTo"), ...at("Circumstance").map((role) => column(capital(label(role)), (event) => event.filled[role] || []))];
}

function table(rows, shown) {
  const place = Math.max(0, shown.findIndex(([title]) => title === state.sort));
  const key = shown[place][2];
  const sorted = [...rows].sort((one, other) => {
    const [left, right] = [key(one), key(other)];
    const order = typeof left === "number" ? left - right : String(left).localeCompare(String(right));
    return (state.down ? -order : order) || byDate(one, other);
  });
  const head = shown.map(([title], at) => h("th", { scope: "col", "aria-sort": at === place ? (state.down ? "descending" : "ascending") : "none" },
    h("button", { type: "button", on: { click: () => change({ sort: title, down: at === place && !state.down }) } }, title)));
  const body = h("tbody", {});
  const more = grow(body, sorted, (event) => h("tr", { on: { click: (click) => click.target.closest("button, a") || open(event.id) } },
    shown.map(([title, cell]) => [title, cell(event)]).map(([title, value]) => h("td", { "data-title": title, class: value === NONE ? "none" : null }, h("div", {}, value)))));
  return h("div", { class: "tablebox" }, h("table", {}, h("thead", {}, h("tr", {}, head)), body), more);
}
