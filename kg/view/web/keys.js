// The keyboard: / finds, Escape lets go; on the picture arrows move, Enter opens, plus, minus and 0 zoom.

import { fit, step, zoom } from "./camera.js";
import { byId } from "./dom.js";
import { count } from "./format.js";
import { eventsOf, isEvent, label, things } from "./model.js";
import { choose } from "./picture.js";
import { told } from "./sentences.js";
import { focusedNode } from "./stage.js";
import { change, state } from "./state.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function startHelp() {
  byId("show-help").addEventListener("click", () => byId("help").showModal());
}

export function startKeys() {
  document.addEventListener("keydown", anywhere);
  byId("picture").addEventListener("keydown", onPicture);
}

function anywhere(event) {
  const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName) && event.target.type !== "checkbox";
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    byId("find").focus();
  } else if (event.key === "?" && !typing && !event.ctrlKey && !event.metaKey) byId("help").showModal();
  else if (event.key === "Escape" && !typing && !byId("help").open) {
    if (byId("filters").classList.contains("opened")) byId("show-filters").click();
    else change({ selected: null, edge: null, path: null, pathFrom: null });
  }
}

function onPicture(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = ARROWS[event.key];
  if (arrow) {
    event.preventDefault();
    const id = step(...arrow);
    if (id) byId("said").textContent = spoken(things.get(id));
  } else if (event.key === "Enter" && focusedNode()) {
    choose(focusedNode());
    if (state.selected) byId("panel").focus();
  } else if (event.key === "+" || event.key === "=") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else if (event.key === "0") fit(null, true);
}

function spoken(thing) {
  return isEvent(thing) ? told(thing) : `${thing.name}, ${label(thing.kind)}, ${count(eventsOf.get(thing.id).length, "event")}`;
}
