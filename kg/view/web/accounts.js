// Two sides of one call: what only one of the articles that report it tells of those who took part.

import { atEnd, events, outletOf, data, things } from "./model.js";

const REFUTED = ["Negated", "Denied"];

function acting(event) {
  return atEnd(event, "Doer").concat(atEnd(event, "Peer"));
}

function isTalk(event) {
  return !atEnd(event, "DoneTo").length && acting(event).length > 1;
}

// [outlet, the events that this article alone tells] for each article that reports the conversation; empty where none does.
export function accounts(talk) {
  if (!isTalk(talk) || talk.documents.size < 2) return [];
  const parties = new Set(acting(talk).flatMap((id) => [id, ...(things.get(id).represents || [])]));
  const around = events.filter((event) => event !== talk && !isTalk(event) && !REFUTED.includes(event.certainty) && acting(event).some((id) => parties.has(id)));
  const found = [...talk.documents].map((number) => [outletOf(data.documents[number]), around.filter((event) => {
    const shared = [...event.documents].filter((one) => talk.documents.has(one));
    return shared.length === 1 && shared[0] === number;
  })]);
  return found.filter(([, only]) => only.length);
}
