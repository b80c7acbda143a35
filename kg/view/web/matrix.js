// Who with whom, or who to whom, as a table of counts, when there are enough who did.

import { h } from "./dom.js";
import { names, open, showEdge } from "./facts.js";
import { atEnd, nearest, things } from "./model.js";
import { namedRoles } from "./named.js";

const MOST = 14;
const FEWEST = 4;

function joined(event) {
  const roles = namedRoles(event);
  const [doers, peers, goals] = ["Doer", "Peer", "DoneTo"].map((end) => nearest(atEnd(event, end, roles)));
  if (goals.length) return [...doers, ...peers].flatMap((one) => goals.map((other) => [one, other]));
  const all = [...new Set([...doers, ...peers])];
  return all.flatMap((one) => all.map((other) => [one, other]));
}

function tally(rows) {
  const cells = new Map();
  const sums = [new Map(), new Map()];
  for (const event of rows) {
    if (event.certainty !== "Asserted") continue;
    for (const pair of joined(event)) {
      if (pair[0] === pair[1]) continue;
      const key = pair.join(" ");
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(event);
      pair.forEach((id, place) => sums[place].set(id, (sums[place].get(id) || 0) + 1));
    }
  }
  return { cells, sums };
}

function most(counts, allowed = () => true) {
  return [...counts].filter(([id]) => allowed(id)).sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0])).slice(0, MOST).map(([id]) => id);
}

export function matrix(rows) {
  const { cells, sums } = tally(rows);
  const foremost = most(sums[0]);
  // Only rows and columns that have something in common.
  const across = most(sums[1], (other) => foremost.some((one) => cells.has(`${one} ${other}`)));
  const down = foremost.filter((one) => across.some((other) => cells.has(`${one} ${other}`)));
  if (down.length + across.length < 2 * FEWEST) return null;
  const directed = rows.some((event) => atEnd(event, "DoneTo").length);
  return h("div", { class: "tablebox" }, h("table", { class: "matrix" }, h("caption", {}, directed ? "Who (rows) to whom (columns), as asserted" : "Who with whom, as asserted"),
    h("thead", {}, h("tr", {}, h("td", {}), across.map((id) => h("th", { scope: "col" }, h("span", {}, things.get(id).name))))),
    h("tbody", {}, down.map((one) => h("tr", {}, h("th", { scope: "row" }, names([one])), across.map((other) => cell(one, other, cells.get(`${one} ${other}`))))))));
}

function cell(one, other, list) {
  if (!list) return h("td", { class: one === other ? "self" : "" }, h("i"));
  const title = `${things.get(one).name}, ${things.get(other).name}: ${list.length}`;
  const show = () => (list.length === 1 ? open(list[0].id) : showEdge({ from: one, to: other, events: list.map((event) => event.id) }));
  return h("td", { class: `heat heat${Math.min(4, list.length)}` }, h("button", { type: "button", "aria-label": title, title, on: { click: show } }, String(list.length)));
}
