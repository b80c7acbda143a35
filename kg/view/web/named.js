// Participants without a name: known by their words, and where they are hidden whom or where they belong stands for them.

import { data, events, isNameless, looks, things } from "./model.js";
import { state } from "./state.js";

// The article that the sentence has before the words: "a hospital", where the graph has "hospital".
const ARTICLE = /(?:^|[\s“"‘(])(an?|the)\s+$/i;

function articleOf(entity, event) {
  for (const own of entity.mentions || []) {
    const [document, start] = data.mentions[own];
    for (const number of event.mentions || []) {
      const [other, first, quote] = data.mentions[number];
      const found = other === document && first < start && ARTICLE.exec([...quote].slice(0, start - first).join(""));
      if (found) return `${found[1].toLowerCase()} `;
    }
  }
  return "";
}

for (const event of events) {
  for (const [, id] of event.roles) {
    const entity = things.get(id);
    if (isNameless(entity) && !entity.wording) entity.wording = articleOf(entity, event) + entity.name;
  }
}

// An event's roles as the picture and the counts have them.
export function namedRoles(event) {
  return event.roles.flatMap(([role, id]) => (isNameless(things.get(id)) ? (things.get(id).belongs || []).map((home) => [role, home]) : [[role, id]]));
}

const full = new Map(events.map((event) => [event.id, event.roles]));
const spare = new Map(events.map((event) => [event.id, event.roles.some(([, id]) => isNameless(things.get(id))) ? namedRoles(event) : event.roles]));
const nameless = Object.keys(looks.classes).filter((kind) => looks.classes[kind].nameless);

export function shownRoles(event) {
  return (nameless.some((kind) => state.off.includes(kind)) ? spare : full).get(event.id);
}

// The sentences that tell of it: its own words say no more than its name.
export function sentencesOf(entity) {
  const own = (entity.mentions || []).map((number) => data.mentions[number]);
  const told = events.filter((event) => event.roles.some((role) => role[1] === entity.id)).flatMap((event) => event.mentions || []);
  const around = told.filter((number) => {
    const [document, start, quote] = data.mentions[number];
    return own.some(([other, from, words]) => other === document && start <= from && from + words.length <= start + quote.length);
  });
  return around.length ? around : told;
}
