// The building blocks of panel, timeline and tables: names to press, badges, quotations with their source.

import { h } from "./dom.js";
import { longDate } from "./format.js";
import { icon } from "./icons.js";
import { data, isEvent, isNameless, label, outletOf, reportedBy, things, wording } from "./model.js";
import { sentence } from "./sentences.js";
import { change, state } from "./state.js";
import { nodeLabel } from "./titles.js";

export function open(id) {
  change({ selected: id, edge: null, path: null });
}

export function showEdge(edge) {
  change({ edge, selected: null, path: null });
}

export function name(id, words) {
  const thing = things.get(id);
  const text = words || nodeLabel(thing);
  const go = (event) => {
    event.preventDefault();
    open(id);
  };
  return h("a", { class: !isEvent(thing) && isNameless(thing) ? "name words" : "name", inside: `#node=${id}`, on: { click: go } }, text);
}

export function prose(parts) {
  return parts.map((part) => (typeof part === "string" ? part : name(part.id, part.words || wording(part.id))));
}

export function names(ids) {
  return (ids || []).flatMap((id, place) => (place ? [", ", name(id)] : [name(id)]));
}

export function badge(event) {
  if (event.certainty === "Asserted") return null;
  return h("span", { class: `badge ${event.certainty.toLowerCase()}` }, label(event.certainty));
}

export function sources(thing) {
  return h("span", { class: "sources", title: [...thing.outlets].join(", ") }, reportedBy(thing));
}

export function fact(event, options) {
  return h("li", { class: "fact" }, icon(event.kind), h("div", {},
    h("p", {}, badge(event), badge(event) ? " " : null, prose(sentence(event, options))),
    h("button", { type: "button", class: "evidence", on: { click: () => open(event.id) } },
      reportedBy(event), h("span", { class: "unseen" }, " behind this fact"))));
}

// The names of these entities stand out in the words.
function marked(text, named) {
  const known = named.flatMap((entity) => [entity.name, ...(entity.names || [])]).filter((one) => one.length > 1)
    .sort((one, other) => other.length - one.length).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (!known.length) return text;
  const pieces = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${known.join("|")})(?![\\p{L}\\p{N}])`, "u"));
  return pieces.map((piece, place) => (place % 2 ? h("mark", {}, piece) : piece));
}

// Quotations by article: outlet, date, title with a link, then each passage in its order in the text.
export function quotations(words, named = []) {
  const byDocument = new Map();
  for (const number of words) {
    const [document] = data.mentions[number];
    if (!byDocument.has(document)) byDocument.set(document, []);
    byDocument.get(document).push(data.mentions[number]);
  }
  return [...byDocument].sort(([one], [other]) => dated(one).localeCompare(dated(other))).map(([number, passages]) => {
    const source = data.documents[number] || { id: "unknown article" };
    passages.sort((one, other) => one[1] - other[1]);
    const seen = [...new Set(passages.map((passage) => passage[2].trim().replace(/\s+/g, " ")))];
    return h("article", { class: "source" },
      h("h4", {}, h("span", { class: "outlet" }, outletOf(source)), source.date ? h("time", { datetime: source.date }, longDate(source.date)) : h("span", {}, "undated")),
      source.title && source.title !== outletOf(source) ? h("p", { class: "headline" }, source.url ? h("a", { href: source.url }, source.title) : source.title) : null,
      number >= 0 && data.documents.length > 1 && state.article !== number ? h("button", { type: "button", class: "evidence", on: { click: () => change({ article: number }) } }, "Only this article") : null,
      source.url && (!source.title || source.title === outletOf(source)) ? h("p", { class: "headline" }, h("a", { href: source.url }, "Open the article")) : null,
      seen.map((quote) => h("blockquote", {}, marked(quote, named))));
  });
}

function dated(number) {
  return (data.documents[number] || {}).date || "9999";
}
