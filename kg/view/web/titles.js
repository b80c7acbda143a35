// What a node is called, in the picture and wherever one is named.

import { shortDate } from "./format.js";
import { isEvent, label, looks, wording } from "./model.js";

const LONGEST = 27;

export function eventCaption(event) {
  if (event.quote) return `“${event.quote.length > LONGEST ? `${event.quote.slice(0, LONGEST - 1).trimEnd()}…` : event.quote}”`;
  const goods = (event.filled[looks.classes[event.kind].goods] || []).map(wording).slice(0, 2).join(", ");
  return [event.status && label(event.status), goods || label(event.kind)].filter(Boolean).join(" ");
}

export function nodeLabel(thing) {
  if (!isEvent(thing)) return thing.wording || thing.name;
  return thing.date && !thing.quote ? `${eventCaption(thing)} ${shortDate(thing.date)}` : eventCaption(thing);
}
