// Puts the parts together and redraws those that a change touches.

import { centre, fit, isCovered, lookAgain, zoom } from "./camera.js";
import { renderChips } from "./chips.js";
import { isDark, onPreference } from "./colours.js";
import { byId, fill, h } from "./dom.js";
import { renderFilters } from "./filters.js";
import { startFind } from "./find.js";
import { groups } from "./ink.js";
import { count, longDate } from "./format.js";
import { startHelp, startKeys } from "./keys.js";
import { familyTitle, renderList } from "./lists.js";
import { hasMap, renderMap, startMap } from "./map.js";
import { data, entities, events, families, isEvent, outlets, things } from "./model.js";
import { renderPanel } from "./panel.js";
import { refresh, start } from "./picture.js";
import { startSave } from "./save.js";
import { isShown, stage } from "./stage.js";
import { change, onChange, restore, state } from "./state.js";
import { nodeLabel } from "./titles.js";
import { inPicture } from "./visible.js";

const TABS = [["graph", "Graph"], ["timeline", "Timeline"], ...(hasMap ? [["map", "Map"]] : []), ...families.map((family) => [family, familyTitle(family)])];

function subtitle() {
  const dates = data.documents.map((document) => document.date).filter(Boolean).sort();
  const span = dates.length ? spanOf(dates[0], dates[dates.length - 1]) : null;
  return [count(data.documents.length, "article"), outlets.length > 1 ? count(outlets.length, "outlet") : null, count(events.length, "event"), span].filter(Boolean).join(" · ");
}

function spanOf(first, last) {
  if (first === last) return longDate(first);
  const near = first.length === 10 && first.slice(0, 7) === last.slice(0, 7);
  return `${near ? Number(first.slice(8)) : longDate(first)}–${longDate(last)}`;
}

function say(text) {
  byId("said").textContent = text;
}

function renderTabs() {
  for (const tab of byId("tabs").children) {
    const chosen = tab.dataset.tab === state.tab;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    if (chosen) tab.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  byId("view-graph").hidden = state.tab !== "graph";
  byId("view-map").hidden = state.tab !== "map";
  byId("view-list").hidden = ["graph", "map"].includes(state.tab);
  // A list needs no glance beside it; what is chosen in it opens there.
  document.querySelector("main").classList.toggle("wide", state.tab !== "graph" && !state.selected && !state.edge && !state.path);
  byId("view-list").setAttribute("aria-labelledby", `tab-${["graph", "map"].includes(state.tab) ? "timeline" : state.tab}`);
}

function renderTheme() {
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  byId("theme").textContent = isDark() ? "Light" : "Dark";
}

// What the picture lacks: events first, and names without events only where the reader asks for them.
function renderHint() {
  const missing = events.filter((event) => !inPicture(event.id)).length;
  const names = state.loose ? entities.filter((entity) => !inPicture(entity.id)).length : 0;
  const left = [missing && count(missing, "event"), names && count(names, "name")].filter(Boolean).join(" and ");
  const hint = state.pathFrom ? `Choose where the path from ${things.get(state.pathFrom).name} leads: press it here, or find it by name`
    : state.groups ? groupHint() : left ? `Large graph: this is its most connected part. Find the other ${left} by name, or expand a node` : "";
  byId("find").placeholder = state.pathFrom ? `Path from ${things.get(state.pathFrom).name} to …` : "Find a person, country, weapon, words …";
  byId("hint").hidden = !hint;
  byId("hint").textContent = hint;
}

function groupHint() {
  const found = groups();
  return found.size ? `${count(new Set(found.values()).size, "group")} of those who have more to do with one another than with others` : "Nothing that is shown falls into groups";
}

function redraw(_, fresh) {
  renderTheme();
  renderTabs();
  refresh();
  renderFilters();
  renderChips();
  renderPanel();
  renderHint();
  if (state.tab === "map") renderMap();
  else if (state.tab !== "graph") renderList();
  for (const mode of ["events", "direct"]) byId(`mode-${mode}`).setAttribute("aria-pressed", String(state.mode === mode));
  if (fresh.selected) {
    const thing = things.get(fresh.selected);
    say(`${isEvent(thing) ? nodeLabel(thing) : thing.name} chosen, details in the panel`);
    if (fresh.tab === undefined && !isShown(fresh.selected)) say("Not in the picture; details in the panel");
  }
  byId("communities").setAttribute("aria-pressed", String(state.groups));
  byId("glance").setAttribute("aria-expanded", String(state.glance));
}

// The picture turns to what was just asked for; where the address says what to look at, arrive() does.
function turn(_, fresh) {
  if (fresh.restored) return;
  if (fresh.mode || fresh.tab === "graph" || fresh.groups !== undefined) fit();
  if (fresh.selected && isCovered()) centre(fresh.selected);
  if (fresh.path) fit([...stage.bright], true);
  if (fresh.extra && state.selected) centre(state.selected);
}

function startControls() {
  const tabs = TABS.map(([id, title]) => h("button", {
    type: "button", role: "tab", id: `tab-${id}`, "data-tab": id, "aria-controls": ["graph", "map"].includes(id) ? `view-${id}` : "view-list",
    on: { click: () => change({ tab: id, sort: null, down: false }) },
  }, title));
  fill(byId("tabs"), tabs);
  byId("tabs").addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (TABS.findIndex(([id]) => id === state.tab) + step + TABS.length) % TABS.length;
    change({ tab: TABS[next][0] });
    byId(`tab-${TABS[next][0]}`).focus();
  });
  byId("theme").addEventListener("click", () => change({ theme: isDark() ? "light" : "dark" }));
  byId("mode-events").addEventListener("click", () => change({ mode: "events" }));
  byId("mode-direct").addEventListener("click", () => change({ mode: "direct" }));
  byId("zoom-in").addEventListener("click", () => zoom(1.3));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
  byId("zoom-all").addEventListener("click", () => fit(null, true));
  byId("communities").addEventListener("click", () => change({ groups: !state.groups }));
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    change({ tab: "timeline" });
    byId("view-list").focus();
  });
  byId("glance").addEventListener("click", () => change({ glance: !state.glance, selected: null, edge: null, path: null }));
  byId("show-filters").addEventListener("click", () => {
    const shown = byId("filters").classList.toggle("opened");
    byId("show-filters").setAttribute("aria-expanded", String(shown));
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#save")) byId("save").open = false;
  });
}

// The address was opened, or Back was pressed.
function arrive() {
  restore();
  if (lookAgain()) return;
  fit();
  if (state.selected) centre(state.selected, false);
  else if (stage.bright) fit([...stage.bright]);
}

byId("subtitle").textContent = subtitle();
// A window of another size, or a phone that was turned: what the page itself fitted it fits again, once the drawing
// library has taken the new size.
function refit() {
  if (state.look) return;
  if (stage.bright && (state.path || isCovered())) fit([...stage.bright]);
  else fit();
}

startControls();
start();
stage.network.on("resize", () => window.requestAnimationFrame(refit));
startFind();
startMap();
startHelp();
startSave(say);
startKeys();
onChange(redraw);
onChange(turn);
arrive();
// Without a wish in the address the page opens at what it was made for.
if (!window.location.hash && data.chosen) change({ selected: data.chosen });
window.addEventListener("hashchange", arrive);
onPreference(() => change({}));
document.documentElement.dataset.ready = "true";
