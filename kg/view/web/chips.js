// What is filtered away, in words above the picture and the lists, each to be undone by a press.

import { byId, fill, h } from "./dom.js";
import { shortDate } from "./format.js";
import { data, documentTitle, label, outlets } from "./model.js";
import { change, state } from "./state.js";

function active() {
  const chips = [];
  if (state.article !== null) chips.push([`Only “${documentTitle(data.documents[state.article])}”`, { article: null }]);
  if (state.from || state.to) {
    const words = [state.from && `from ${shortDate(state.from)}`, state.to && `until ${shortDate(state.to)}`].filter(Boolean).join(" ");
    chips.push([`Dated ${words}`, { from: null, to: null }]);
  }
  if (state.silent.length) {
    const kept = outlets.filter((outlet) => !state.silent.includes(outlet));
    chips.push([kept.length && kept.length < 4 ? `Only ${kept.join(", ")}` : `Without ${state.silent.length} outlets`, { silent: [] }]);
  }
  if (state.least > 1) chips.push([`At least ${state.least} articles`, { least: 1 }]);
  if (state.sure) chips.push([`Read rightly with ${state.sure} % or more`, { sure: 0 }]);
  if (state.doubt.length) chips.push([`Without what is ${state.doubt.map(label).join(", ")}`, { doubt: [] }]);
  return chips;
}

export function renderChips() {
  const chips = active().map(([text, undo]) => h("button", { type: "button", class: "chip", title: text, on: { click: () => change(undo) } },
    h("span", { class: "text" }, text), h("span", { "aria-hidden": "true" }, "×"), h("span", { class: "unseen" }, " (remove this filter)")));
  fill(byId("chips"), chips);
  byId("chips").hidden = !chips.length;
}
