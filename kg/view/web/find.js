// Search with completion over every name, by the pattern that screen readers know as a combobox.

import { byId, fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { data, documentTitle, entities, events, eventsOf, isEvent, isNameless, label, outletOf } from "./model.js";
import { centre } from "./camera.js";
import { choose } from "./picture.js";
import { change } from "./state.js";
import { nodeLabel } from "./titles.js";

const MOST = 9;
let matches = [];
let at = -1;
const index = entities.map((entity) => ({ thing: entity, names: [entity.name, ...(entity.names || [])], weight: isNameless(entity) ? -1 : eventsOf.get(entity.id).length }))
  .concat(events.filter((event) => event.quote).map((event) => ({ thing: event, names: [event.quote], weight: -1 })))
  .concat(data.documents.map((document, number) => ({ article: number, names: [documentTitle(document)], weight: -1 })))
  .concat(events.flatMap((event) => (event.mentions || []).map((number) => ({ thing: event, names: [data.mentions[number][2]], weight: -1, quoted: true }))))
  .map((entry) => ({ ...entry, plain: entry.names.map(plain) }));

// Without case and accents: "zelensky" finds "Zelénsky".
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

export function find(text) {
  const wanted = plain(text.trim());
  if (!wanted) return [];
  const found = [];
  for (const entry of index) {
    let best = 0;
    let by = 0;
    entry.plain.forEach((known, place) => {
      const spot = known.indexOf(wanted);
      const score = spot < 0 ? 0 : known === wanted ? 5 : spot === 0 ? 4 : /[\s-]/.test(known[spot - 1]) ? 3 : 1;
      if (score > best) [best, by] = [score, place];
    });
    if (best) found.push({ thing: entry.thing, article: entry.article, by: entry.quoted ? around(entry.names[by], entry.plain[by].indexOf(wanted)) : entry.names[by], score: best + (entry.quoted ? -4 : entry.weight < 0 ? -2 : Math.min(0.9, entry.weight / 50)) });
  }
  const sorted = found.sort((one, other) => other.score - one.score || one.by.localeCompare(other.by));
  // An event that several sentences tell is found once.
  return sorted.filter((match, place) => !match.thing || sorted.findIndex((other) => other.thing === match.thing) === place).slice(0, MOST);
}

// The words of a quotation around what was looked for.
function around(text, spot) {
  const start = spot > 30 ? text.indexOf(" ", spot - 30) + 1 : 0;
  return `“${start ? "… " : ""}${text.slice(start)}”`;
}

export function startFind() {
  const input = byId("find");
  input.addEventListener("input", () => suggest(input.value));
  input.addEventListener("focus", () => suggest(input.value));
  input.addEventListener("blur", () => window.setTimeout(close, 150));
  input.addEventListener("keydown", typed);
}

function suggest(text) {
  matches = find(text);
  at = matches.length ? 0 : -1;
  render(text);
}

function render(text) {
  const box = byId("found");
  const input = byId("find");
  const nothing = text.trim() && !matches.length;
  fill(box, matches.map((match, place) => h("li", {
    role: "option", id: `found-${place}`, "aria-selected": String(place === at), on: { mousedown: (event) => { event.preventDefault(); choosePlace(place); } },
  }, shownMatch(match))), nothing ? h("li", { class: "none", role: "option", "aria-disabled": "true" }, "No such name in the graph") : null);
  box.hidden = !matches.length && !nothing;
  input.setAttribute("aria-expanded", String(!box.hidden));
  if (at >= 0) input.setAttribute("aria-activedescendant", `found-${at}`);
  else input.removeAttribute("aria-activedescendant");
}

function shownMatch({ thing, article, by }) {
  if (!thing) return [h("span", { class: "text" }, by), h("small", {}, `article · ${outletOf(data.documents[article])}`)];
  if (isEvent(thing)) return [icon(thing.kind), h("span", { class: "text" }, by), h("small", {}, label(thing.kind))];
  return [icon(thing.kind), h("span", { class: "text" }, nodeLabel(thing), by === thing.name ? null : h("small", {}, ` ${by}`)), h("small", {}, label(thing.kind))];
}

function close() {
  byId("found").hidden = true;
  byId("find").setAttribute("aria-expanded", "false");
}

function choosePlace(place) {
  const { thing, article } = matches[place];
  close();
  byId("find").value = "";
  byId("find").blur();
  if (!thing) {
    change({ article });
    return;
  }
  choose(thing.id);
  change({ tab: "graph" });
  centre(thing.id);
}

function typed(event) {
  if (event.key === "Escape") {
    byId("find").value = "";
    close();
    byId("find").blur();
  } else if (event.key === "Enter" && at >= 0) choosePlace(at);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (!matches.length) return;
    at = (at + (event.key === "ArrowDown" ? 1 : matches.length - 1)) % matches.length;
    render(byId("find").value);
  }
}
