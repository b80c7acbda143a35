// The picture to take away: sharp on paper, with its heading above and the legend of what it shows below.

import { palette } from "./colours.js";
import { byId, h } from "./dom.js";
import { DASHES } from "./icons.js";
import { drawBadge } from "./marks.js";
import { capital } from "./format.js";
import { certainties, events, kinds, label } from "./model.js";
import { shownNow, stage } from "./stage.js";

const SHARP = 2;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";
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
    rows.forEach((row, place) => row.forEach((entry) => entry.draw(context, entry.x, HEAD + source.height / dots + place * LINE + LINE / 2)));
    return sheet;
  });
}

function heading(context, width) {
  context.textBaseline = "top";
  context.fillStyle = palette().ink;
  context.font = `650 20px ${FONT}`;
  context.fillText(document.title, RIM, 12, width - 2 * RIM);
  context.fillStyle = palette().soft;
  context.font = `400 12.5px ${FONT}`;
  const chips = [...byId("chips").querySelectorAll(".text")].map((chip) => chip.textContent);
  context.fillText([byId("subtitle").textContent, ...chips].join(" · "), RIM, 38, width - 2 * RIM);
}

// Event classes by sign and certainties by line, of what is shown, laid in rows.
function legendRows(width) {
  const shown = shownNow();
  const told = events.filter((event) => shown.events.has(event.id));
  const entries = kinds.events.filter((kind) => told.some((event) => event.kind === kind)).map((kind) => ({
    text: capital(label(kind)), sign: (context, x, y) => drawBadge(context, { kind, certainty: "Asserted" }, { x: x + 10, y }, 10), room: 26,
  })).concat(certainties.filter((value) => told.some((event) => event.certainty === value)).map((value) => ({
    text: capital(label(value)), room: 40, sign: (context, x, y) => {
      context.strokeStyle = palette().ink;
      context.lineWidth = 2;
      context.setLineDash(DASHES[value] || []);
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(x + 34, y);
      context.stroke();
      context.setLineDash([]);
    },
  })));
  const measure = h("canvas", {}).getContext("2d");
  measure.font = `400 12.5px ${FONT}`;
  const rows = [[]];
  let x = RIM;
  for (const { text, sign, room } of entries) {
    const wide = room + measure.measureText(text).width + 22;
    if (x + wide > width - RIM && rows[rows.length - 1].length) {
      rows.push([]);
      x = RIM;
    }
    rows[rows.length - 1].push({ x, draw: (context, left, y) => {
      sign(context, left, y);
      context.textAlign = "left";
      context.textBaseline = "middle";
      context.fillStyle = palette().ink;
      context.font = `400 12.5px ${FONT}`;
      context.fillText(text, left + room, y);
    } });
    x += wide;
  }
  return rows;
}
