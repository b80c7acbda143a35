// The legend, which is also the filter: classes, certainty, dates, outlets, number of articles.

import { byId, fill, h } from "./dom.js";
import { capital, count, shortDate } from "./format.js";
import { icon, stroke } from "./icons.js";
import { certainties, days, entities, events, firstDay, kinds, label, outlets } from "./model.js";
import { shownNow } from "./stage.js";
import { change, reset, state, toggled } from "./state.js";

export function renderFilters() {
  const shown = shownNow();
  const counts = new Map();
  for (const thing of entities) if (shown.entities.has(thing.id)) counts.set(thing.kind, (counts.get(thing.kind) || 0) + 1);
  for (const thing of events) if (shown.events.has(thing.id)) counts.set(thing.kind, (counts.get(thing.kind) || 0) + 1);
  const active = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.key : null;
  fill(byId("filters"),
    group("Who and what", kinds.entities.map((kind) => classRow(kind, counts.get(kind) || 0))),
    group("Events", kinds.events.map((kind) => classRow(kind, counts.get(kind) || 0))),
    certainties.length > 1 ? group("How certain", certainties.map((value) => row({
      key: `f-${value}`, mark: stroke(value), text: capital(label(value)), on: !state.doubt.includes(value),
      flip: () => change({ doubt: toggled(state.doubt, value) }),
    }))) : null,
    days.length > 1 ? group("Dates", dates()) : null,
    outlets.length > 1 ? group("Outlets", outletRows()) : null,
    group("Also", least(), row({ key: "loose", text: "Unconnected names", on: state.loose, flip: () => change({ loose: !state.loose }) }),
      h("button", { type: "button", class: "plain reset", on: { click: () => reset() } }, "Reset filters")));
  if (active) {
    const again = byId("filters").querySelector(`[data-key="${CSS.escape(active)}"]`);
    if (again) again.focus();
  }
}

function group(title, ...content) {
  return h("fieldset", {}, h("legend", {}, title), content);
}

function row({ key, mark, text, number, on, flip }) {
  const box = h("input", { type: "checkbox", "data-key": key, checked: on, on: { change: flip } });
  return h("label", { class: on ? "row" : "row off" }, box, mark, h("span", { class: "text" }, text),
    number === undefined ? null : h("span", { class: "number" }, String(number)));
}

function classRow(kind, number) {
  const only = h("button", { type: "button", class: "only", title: `Only ${label(kind)}`, on: { click: () => change({ off: others(kind) }) } }, "only");
  return h("div", { class: "classrow" }, row({
    key: `k-${kind}`, mark: icon(kind), text: capital(label(kind)), number, on: !state.off.includes(kind),
    flip: () => change({ off: toggled(state.off, kind) }),
  }), kinds.events.includes(kind) ? only : null);
}

function others(kind) {
  return kinds.events.filter((other) => other !== kind);
}

function outletRows() {
  const rows = outlets.map((outlet, place) => row({
    key: `o-${place}`, text: outlet, on: !state.silent.includes(outlet), flip: () => change({ silent: toggled(state.silent, outlet) }),
  }));
  return h("div", { class: "outlets" }, rows);
}

function least() {
  const most = Math.min(9, Math.max(1, ...events.map((event) => event.documents.size)));
  if (most < 2) return null;
  const choose = h("select", { "data-key": "least", on: { change: (event) => change({ least: Number(event.target.value) }) } },
    Array.from({ length: most }, (_, place) => h("option", { value: String(place + 1) }, place ? `at least ${place + 1} articles` : "any number")));
  choose.value = String(state.least);
  return h("label", { class: "choice" }, h("span", {}, "Reported by"), choose);
}

// Bars for the events of each day, and two sliders for the first and the last day.
function dates() {
  const from = state.from ? days.indexOf(state.from) : 0;
  const to = state.to ? days.indexOf(state.to) : days.length - 1;
  const tally = days.map(() => 0);
  for (const event of events) if (event.date && !state.off.includes(event.kind)) tally[days.indexOf(firstDay(event.date))] += 1;
  const most = Math.max(1, ...tally);
  const bars = h("div", { class: "bars", "aria-hidden": "true" }, tally.slice(0, 400).map((number, place) => {
    const bar = h("i", { class: place >= from && place <= to ? "in" : "", title: `${shortDate(days[place])}: ${count(number, "event")}` });
    bar.style.height = `${Math.round((number / most) * 100)}%`;
    return bar;
  }));
  const slide = (key, text, value, set) => h("input", {
    type: "range", min: 0, max: days.length - 1, value, "data-key": key, "aria-label": text, "aria-valuetext": shortDate(days[value]),
    on: { change: (event) => set(Number(event.target.value)), input: (event) => preview(key, Number(event.target.value)) },
  });
  const start = slide("from", "First day", from, (value) => change({ from: value ? days[value] : null, to: value > to ? days[value] : state.to }));
  const end = slide("to", "Last day", to, (value) => change({ to: value < days.length - 1 ? days[value] : null, from: value < from ? days[value] : state.from }));
  const range = state.from || state.to;
  return [bars, h("div", { class: "slides" }, start, end),
    h("p", { class: "range" }, h("output", { id: "day-from" }, shortDate(days[from])), h("span", {}, "–"), h("output", { id: "day-to" }, shortDate(days[to]))),
    range ? h("p", { class: "note" }, "Events without a date are hidden.") : null];
}

function preview(key, value) {
  byId(`day-${key}`).textContent = shortDate(days[value]);
}
