// The legend, which is also the filter: classes, certainty, dates, outlets, articles, how many of them, and confidence.

import { dates } from "./dates.js";
import { byId, fill, h } from "./dom.js";
import { capital, shortDate } from "./format.js";
import { icon, stroke } from "./icons.js";
import { certainties, data, days, documentTitle, entities, events, kinds, label, outletOf, outlets } from "./model.js";
import { isShown, shownNow } from "./stage.js";
import { change, reset, state, toggled } from "./state.js";

export function renderFilters() {
  const shown = shownNow();
  const counts = new Map();
  // In the direct picture what an event is done with stands in its title: no node, no count.
  for (const thing of entities) if (isShown(thing.id)) counts.set(thing.kind, (counts.get(thing.kind) || 0) + 1);
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
    data.documents.length > 1 ? group("Article", articles()) : null,
    group("Also", least(), sure(), row({ key: "loose", text: "Unconnected names", on: state.loose, flip: () => change({ loose: !state.loose }) }),
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

function articles() {
  const written = (document) => [document.date && shortDate(document.date), outletOf(document), documentTitle(document)].filter(Boolean);
  const options = data.documents.map((document, number) => [document.date || "9999", [...new Set(written(document))].join(" · "), number])
    .sort((one, other) => one[0].localeCompare(other[0]) || one[1].localeCompare(other[1]));
  const choose = h("select", { "data-key": "article", "aria-label": "Only what this article says", on: { change: (event) => change({ article: event.target.value === "" ? null : Number(event.target.value) }) } },
    h("option", { value: "" }, "all articles"), options.map(([, text, number]) => h("option", { value: String(number) }, text.slice(0, 110))));
  choose.value = state.article === null ? "" : String(state.article);
  return h("div", { class: "choice" }, choose);
}

function least() {
  const most = Math.min(9, Math.max(1, ...events.map((event) => event.documents.size)));
  if (most < 2) return null;
  return choice("least", "Reported by", Array.from({ length: most }, (_, place) => [place + 1, place ? `at least ${place + 1} articles` : "any number"]));
}

function sure() {
  const known = events.filter((event) => event.confidence !== undefined).map((event) => Math.round(event.confidence * 100));
  const steps = [60, 70, 80, 90].filter((step) => known.some((share) => share < step) && known.some((share) => share >= step));
  return steps.length ? choice("sure", "Read rightly", [[0, "with any confidence"], ...steps.map((step) => [step, `with ${step} % or more`])]) : null;
}

// A number of the state that is chosen from [number, words].
function choice(name, title, options) {
  const choose = h("select", { "data-key": name, on: { change: (event) => change({ [name]: Number(event.target.value) }) } },
    options.map(([number, text]) => h("option", { value: String(number) }, text)));
  choose.value = String(state[name]);
  return h("label", { class: "choice" }, h("span", {}, title), choose);
}
