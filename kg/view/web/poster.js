// The picture to take away: sharp on paper, with its heading above and the legend of what it shows below.

import { palette } from "./colours.js";
import { byId, h } from "./dom.js";
import { capital } from "./format.js";
import { DASHES } from "./icons.js";
import { drawBadge } from "./marks.js";
import { certainties, events, kinds, label } from "./model.js";
import { shownNow, stage } from "./stage.js";

const SHARP = 2;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";
const SMALL = `400 12.5px ${FONT}`;
const HEAD = 62;
const LINE = 26;
const RIM = 20;

// The library asks the window how many dots a pixel has; for the length of one drawing it has more.
function sharpened(action) {
  const usual = window.devicePixelRatio;
  const ask = (dots) => {
    Object.defineProperty(window, "devicePixelRatio", { value: dots, configurable: true });
    stage.network.setSize(`${byId("picture").clientWidth}px`, `${byId("picture").clientHeight}px`);
    stage.network.redraw();
  };
  ask(Math.max(SHARP, usual));
  const made = action(byId("picture").querySelector("canvas"), Math.max(SHARP, usual));
  ask(usual);
  delete window.devicePixelRatio;
  stage.network.setSize("100%", "100%");
  stage.network.redraw();
  return made;
}

export function poster() {
  return sharpened((source, dots) => {
    const width = source.width / dots;
    const rows = legendRows(width);
    const height = source.height / dots + HEAD + rows.length * LINE + RIM;
    const sheet = h("canvas", { width: source.width, height: Math.round(height * dots) });
    const context = sheet.getContext("2d");
    context.scale(dots, dots);
    context.fillStyle = palette().ground;
    context.fillRect(0, 0, width, height);
    context.drawImage(source, 0, HEAD, width, source.height / dots);
    heading(context, width);
    rows.forEach((row, place) => row.forEach((entry) => drawEntry(context, entry, HEAD + source.height / dots + place * LINE + LINE / 2)));
    return sheet;
  });
}

function heading(context, width) {
  context.textBaseline = "top";
  context.fillStyle = palette().ink;
  context.font = `650 20px ${FONT}`;
  context.fillText(document.title, RIM, 12, width - 2 * RIM);
  context.fillStyle = palette().soft;
  context.font = SMALL;
  const chips = [...byId("chips").querySelectorAll(".text")].map((chip) => chip.textContent);
  context.fillText([byId("subtitle").textContent, ...chips].join(" · "), RIM, 38, width - 2 * RIM);
}

// Event classes by sign and certainties by line, of what is shown: [words, how to draw the sign, its room].
function legend() {
  const shown = shownNow();
  const told = events.filter((event) => shown.events.has(event.id));
  const classes = kinds.events.filter((kind) => told.some((event) => event.kind === kind))
    .map((kind) => [capital(label(kind)), (context, x, y) => drawBadge(context, { kind, certainty: "Asserted" }, { x: x + 10, y }, 10), 26]);
  const lines = certainties.filter((value) => told.some((event) => event.certainty === value))
    .map((value) => [capital(label(value)), (context, x, y) => drawLine(context, value, x, y), 40]);
  return [...classes, ...lines];
}

function drawLine(context, certainty, x, y) {
  context.strokeStyle = palette().ink;
  context.lineWidth = 2;
  context.setLineDash(DASHES[certainty] || []);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + 34, y);
  context.stroke();
  context.setLineDash([]);
}

// The legend's entries with their places from the left, in as many rows as the width asks for.
function legendRows(width) {
  const measure = h("canvas", {}).getContext("2d");
  measure.font = SMALL;
  const rows = [[]];
  let x = RIM;
  for (const [text, sign, room] of legend()) {
    const wide = room + measure.measureText(text).width + 22;
    if (x + wide > width - RIM && rows[rows.length - 1].length) {
      rows.push([]);
      x = RIM;
    }
    rows[rows.length - 1].push({ text, sign, room, x });
    x += wide;
  }
  return rows;
}

function drawEntry(context, { text, sign, room, x }, y) {
  sign(context, x, y);
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillStyle = palette().ink;
  context.font = SMALL;
  context.fillText(text, x + room, y);
}
