// What is shown, to take away: the picture, the events as a table, the part of the graph as Turtle.

import { byId, h } from "./dom.js";
import { palette } from "./colours.js";
import { data, entities, events, label, outletOf, things } from "./model.js";
import { canvas } from "./picture.js";
import { told } from "./sentences.js";
import { shownNow } from "./stage.js";
import { passes } from "./visible.js";

const KG = "https://w3id.org/newskg/ontology#";

function hand(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const anchor = h("a", { download: name });
  anchor.setAttribute("href", address);
  anchor.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 1000);
}

export function savePicture() {
  const source = canvas();
  const copy = h("canvas", { width: source.width, height: source.height });
  const context = copy.getContext("2d");
  context.fillStyle = palette().ground;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(source, 0, 0);
  copy.toBlob((blob) => hand("graph.png", "image/png", blob));
}

// A cell that starts with one of = + - @ would run as a formula in a spreadsheet.
function cell(value) {
  const text = String(value === undefined || value === null ? "" : value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function csvTable() {
  const head = ["type", "date", "factuality", "status", "sentence", "participants", "articles", "outlets", "iri"];
  const rows = events.filter((event) => passes(event)).map((event) => [
    label(event.kind), event.date, label(event.factuality), event.status && label(event.status), told(event),
    event.roles.map(([role, id]) => `${role}: ${things.get(id).name}`).join("; "),
    [...event.documents].map((number) => data.documents[number].id).join("; "),
    [...event.documents].map((number) => outletOf(data.documents[number])).join("; "), event.iri,
  ]);
  return [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function quoted(text) {
  const escapes = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  return `"${text.replace(/[\\"\n\r\t]/g, (character) => escapes[character])}"`;
}

function reference(iri) {
  // oxlint-disable-next-line no-control-regex -- Turtle forbids just these characters in an IRI
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}>`;
}

export function turtle() {
  const shown = shownNow();
  const iri = (id) => reference(things.get(id).iri);
  const lines = [`@prefix kg: <${KG}> .`, "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .", "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .", ""];
  for (const entity of entities) {
    if (!shown.entities.has(entity.id)) continue;
    const facts = [`a kg:${entity.kind}`, `skos:prefLabel ${quoted(entity.name)}@en`, ...(entity.names || []).map((name) => `skos:altLabel ${quoted(name)}@en`)];
    for (const other of entity.represents || []) if (shown.entities.has(other)) facts.push(`kg:represents ${iri(other)}`);
    lines.push(`${reference(entity.iri)} ${facts.join(" ;\n    ")} .`, "");
  }
  for (const event of events) {
    if (!shown.events.has(event.id)) continue;
    const facts = [`a kg:${event.kind}`, `kg:factuality kg:${event.factuality}`];
    if (event.date) facts.push(`kg:date ${quoted(event.date)}^^xsd:${{ 4: "gYear", 7: "gYearMonth" }[event.date.length] || "date"}`);
    if (event.status) facts.push(`kg:transferStatus kg:${event.status}`);
    if (event.quote) facts.push(`kg:quoteText ${quoted(event.quote)}`);
    for (const [role, id] of event.roles) if (shown.entities.has(id)) facts.push(`kg:${role} ${iri(id)}`);
    lines.push(`${reference(event.iri)} ${facts.join(" ;\n    ")} .`, "");
  }
  return lines.join("\n");
}

export function startSave(say) {
  const thenClose = (action) => () => {
    byId("save").open = false;
    action();
  };
  byId("save-png").addEventListener("click", thenClose(savePicture));
  byId("save-csv").addEventListener("click", thenClose(() => hand("events.csv", "text/csv", csvTable())));
  byId("save-ttl").addEventListener("click", thenClose(() => hand("part.ttl", "text/turtle", turtle())));
  byId("copy-link").addEventListener("click", thenClose(() => copyLink(say)));
}

async function copyLink(say) {
  try {
    await navigator.clipboard.writeText(window.location.href);
    say("Link copied");
  } catch {
    say("The browser allows no copying here: take the link from the address bar");
  }
}
