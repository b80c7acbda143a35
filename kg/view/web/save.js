// What is shown, to take away: the picture, the events as a table, the part of the graph as Turtle.

import { byId, h } from "./dom.js";
import { data, events, label, outletOf, things } from "./model.js";
import { poster } from "./poster.js";
import { told } from "./sentences.js";
import { shownNow } from "./stage.js";
import { turtle } from "./turtle.js";
import { passes } from "./visible.js";

function hand(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const anchor = h("a", { download: name });
  anchor.setAttribute("href", address);
  anchor.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 1000);
}

// A cell that starts with one of = + - @ would run as a formula in a spreadsheet.
function cell(value) {
  const text = String(value === undefined || value === null ? "" : value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function csvTable() {
  const head = ["type", "date", "factuality", "according to", "status", "sentence", "participants", "articles", "outlets", "iri"];
  const rows = events.filter((event) => passes(event)).map((event) => [
    label(event.kind), event.date, label(event.factuality), (event.accordingTo || []).map((id) => things.get(id).name).join("; "), event.status && label(event.status), told(event),
    event.roles.map(([role, id]) => `${role}: ${things.get(id).name}`).join("; "),
    [...event.documents].map((number) => data.documents[number].id).join("; "),
    [...event.documents].map((number) => outletOf(data.documents[number])).join("; "), event.iri,
  ]);
  return [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

export function startSave(say) {
  const thenClose = (action) => () => {
    byId("save").open = false;
    action();
  };
  byId("save-png").addEventListener("click", thenClose(() => poster().toBlob((blob) => hand("graph.png", "image/png", blob))));
  byId("save-csv").addEventListener("click", thenClose(() => hand("events.csv", "text/csv", csvTable())));
  byId("save-ttl").addEventListener("click", thenClose(() => hand("part.ttl", "text/turtle", turtle(shownNow()))));
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
