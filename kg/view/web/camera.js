// What part of the picture is in sight: fitting, zooming, and walking from node to node by arrow keys.

import { byId } from "./dom.js";
import { wrap } from "./labels.js";
import { things } from "./model.js";
import { placeOf } from "./places.js";
import { focusedNode, isShown, stage } from "./stage.js";
import { note, state } from "./state.js";
import { nodeLabel } from "./titles.js";

const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

// The part of the picture's height that the sheet with the details hides on a phone.
function covered() {
  const panel = byId("panel");
  const sheet = panel.classList.contains("opened") && window.getComputedStyle(panel).position === "absolute";
  return sheet ? panel.offsetHeight : 0;
}

// The address remembers what the reader turned to; what the page itself shows needs no remembering.
export function noteLook() {
  const { x, y } = stage.network.getViewPosition();
  note({ look: [Math.round(x), Math.round(y), Number(stage.network.getScale().toFixed(3))] });
}

export function lookAgain() {
  if (!state.look) return false;
  const [x, y, scale] = state.look;
  stage.network.moveTo({ position: { x, y }, scale: Math.max(0.02, Math.min(6, scale)) });
  return true;
}

export function isCovered() {
  return covered() > 0;
}

export function fit(ids, animate) {
  const all = ids && ids.length ? ids.filter(isShown) : stage.nodes.getIds();
  const area = byId("picture");
  if (!all.length || !area.clientHeight) return;
  if (state.look) note({ look: null });
  const [left, right] = ends(all.map((id) => placeOf(id).x));
  const [top, bottom] = ends(all.map((id) => placeOf(id).y));
  const hidden = covered();
  const head = byId("hint").hidden ? 0 : 40;
  const height = area.clientHeight - hidden - head;
  // Room for labels at the rim, and for the tools below.
  const rim = Math.max(110, Math.min(170, area.clientWidth * 0.2));
  const upright = (height - Math.min(136, height * 0.3)) / (bottom - top + 1);
  const rough = Math.min((area.clientWidth - rim) / (right - left + 1), upright, 1.25);
  // What the names at either side need beyond their nodes.
  const [before, after] = overhang(all, left, right, rough).map((need) => Math.min(need, area.clientWidth / 4));
  const scale = Math.min((area.clientWidth - before - after) / (right - left + 1), upright, 1.25);
  stage.network.moveTo({
    position: { x: (left + right) / 2 + (after - before) / 2 / scale, y: (top + bottom) / 2 + (22 + hidden / 2 - head / 2) / scale }, scale: Math.max(scale, 0.03),
    animation: animate && !calm.matches ? { duration: 350 } : false,
  });
}

function overhang(ids, left, right, scale) {
  let [before, after] = [24, 24];
  for (const id of ids) {
    const half = 12 + 3.8 * Math.max(...wrap(nodeLabel(things.get(id))).map((line) => line.length));
    const { x } = placeOf(id);
    before = Math.max(before, half - (x - left) * scale);
    after = Math.max(after, half - (right - x) * scale);
  }
  return [before, after];
}

function ends(numbers) {
  return [numbers.reduce((one, other) => Math.min(one, other)), numbers.reduce((one, other) => Math.max(one, other))];
}

export function zoom(factor) {
  stage.network.moveTo({ scale: Math.max(0.04, Math.min(5, stage.network.getScale() * factor)) });
  noteLook();
}

// Shows what is chosen with all that it lights up; as a line an event has no node, but those it joins have.
export function centre(id, animate = true) {
  const lit = [...(stage.bright || [id])].filter(isShown);
  if (lit.length) fit(lit, animate);
}

// The next node in the arrow's direction, near ones and straight ones first.
export function step(dx, dy) {
  const from = focusedNode() ? placeOf(stage.focused) : stage.network.getViewPosition();
  let best = null;
  for (const id of stage.nodes.getIds()) {
    const at = placeOf(id);
    const along = (at.x - from.x) * dx + (at.y - from.y) * dy;
    const aside = Math.abs((at.x - from.x) * dy) + Math.abs((at.y - from.y) * dx);
    if (id === stage.focused || along <= 0 || aside > along * 2) continue;
    const cost = along + aside * 2;
    if (!best || cost < best.cost) best = { id, cost };
  }
  if (!best) return null;
  stage.focused = best.id;
  const at = placeOf(best.id);
  const spot = stage.network.canvasToDOM(at);
  const area = byId("picture");
  if (spot.x < 30 || spot.y < 30 || spot.x > area.clientWidth - 30 || spot.y > area.clientHeight - 50) stage.network.moveTo({ position: at });
  stage.network.redraw();
  return best.id;
}
