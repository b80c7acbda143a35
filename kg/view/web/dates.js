// The time slider: a bar for each stretch of time, so high as events fall into it, and a handle at either end.

import { byId, h } from "./dom.js";
import { count, shortDate } from "./format.js";
import { days, events, firstDay } from "./model.js";
import { change, state } from "./state.js";

const BARS = 48;

// The days with events in as many stretches as there is room for: [days in it, how many events]. Handles move from day to
// day, so that bars stand over them, and a single old date does not press all others into a corner.
function stretches() {
  const length = Math.ceil(days.length / BARS);
  const bars = Array.from({ length: Math.ceil(days.length / length) }, (_, place) => ({ days: days.slice(place * length, (place + 1) * length), number: 0 }));
  const placeOf = new Map(days.map((day, place) => [day, Math.floor(place / length)]));
  for (const event of events) if (event.date && !state.off.includes(event.kind)) bars[placeOf.get(firstDay(event.date))].number += 1;
  return bars;
}

export function dates() {
  const last = days.length - 1;
  const from = state.from ? days.indexOf(state.from) : 0;
  const to = state.to ? days.indexOf(state.to) : last;
  const bars = stretches();
  const most = Math.max(1, ...bars.map((bar) => bar.number));
  const drawn = bars.map((bar) => {
    const within = bar.days.some((day) => day >= days[from] && day <= days[to]);
    const title = `${[...new Set([bar.days[0], bar.days[bar.days.length - 1]])].map(shortDate).join("–")}: ${count(bar.number, "event")}`;
    const stick = h("i", { class: within ? "in" : "", title });
    stick.style.height = bar.number ? `${Math.max(8, Math.round((bar.number / most) * 100))}%` : "0";
    return stick;
  });
  const slide = (key, text, value, set) => h("input", {
    type: "range", min: 0, max: last, value, "data-key": key, "aria-label": text, "aria-valuetext": shortDate(days[value]),
    on: { change: (event) => set(Number(event.target.value)), input: (event) => preview(key, Number(event.target.value)) },
  });
  const start = slide("from", "First day", from, (value) => change({ from: value ? days[value] : null, to: value > to ? days[value] : state.to }));
  const end = slide("to", "Last day", to, (value) => change({ to: value < last ? days[value] : null, from: value < from ? days[value] : state.from }));
  return [h("div", { class: "bars", "aria-hidden": "true" }, drawn), h("div", { class: "slides" }, start, end),
    h("p", { class: "range" }, h("output", { id: "day-from" }, shortDate(days[from])), h("span", {}, "–"), h("output", { id: "day-to" }, shortDate(days[to]))),
    state.from || state.to ? h("p", { class: "note" }, "Events without a date are hidden.") : null];
}

function preview(key, value) {
  byId(`day-${key}`).textContent = shortDate(days[value]);
}
