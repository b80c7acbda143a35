// Facts as sentences: lists of strings and of {id} where a thing is named, which the page turns into text and buttons.

import { amount, duration, onDate } from "./format.js";
import { label, newest } from "./model.js";

// Past, bare form, participle.
const VERBS = {
  Call: ["spoke by phone", "speak by phone", "spoken by phone"],
  Meeting: ["met", "meet", "met"],
  Conversation: ["spoke", "speak", "spoken"],
  Attack: ["attacked", "attack", "attacked"],
  Delivered: ["delivered", "deliver", "delivered"],
  Pledged: ["pledged", "pledge", "pledged"],
  Paused: ["paused deliveries of", "pause deliveries of", "paused deliveries of"],
  Requested: ["requested", "request", "requested"],
  Proposed: ["considered sending", "consider sending", "considered sending"],
  Sold: ["sold", "sell", "sold"],
  Banned: ["ruled out sending", "rule out sending", "ruled out sending"],
  Transfer: ["transferred", "transfer", "transferred"],
};
const INTENTIONS = ["Pledged", "Requested", "Proposed"];
const TALKS = ["Call", "Meeting", "Conversation"];

function named(ids) {
  return (ids || []).map((id) => ({ id }));
}

export function list(items) {
  return items.flatMap((item, place) => {
    if (place === 0) return [item];
    return [place === items.length - 1 ? " and " : ", ", item];
  });
}

function verb(event, [past, bare, participle]) {
  const over = event.date && event.date <= newest;
  const intended = INTENTIONS.includes(event.status) && ["Planned", "Possible"].includes(event.factuality);
  if (intended) return past;
  if (event.factuality === "Planned") return `planned to ${bare}`;
  if (event.factuality === "Possible") return over ? `may have ${participle}` : `may ${bare}`;
  if (event.factuality === "Negated") return `did not ${bare}`;
  return past;
}

function suffered(event) {
  if (event.factuality === "Planned") return "was to be attacked";
  if (event.factuality === "Possible") return "may have been attacked";
  if (event.factuality === "Negated") return "was not attacked";
  return "was attacked";
}

function talk(event) {
  const { initiator, participant } = event.filled;
  const others = participant || [];
  if (initiator && others.length && event.kind === "Call") {
    return [...list(named(initiator)), ` ${verb(event, ["called", "call", "called"])} `, ...list(named(others))];
  }
  const all = [...(initiator || []), ...others];
  if (!all.length) return [`An unnamed ${label(event.kind)}`];
  const alone = all.length === 1 ? " with someone not named" : "";
  return [...list(named(all)), ` ${verb(event, VERBS[event.kind])}${alone}`];
}

function attack(event) {
  const { attacker, target, weapon } = event.filled;
  const means = weapon ? [" with ", ...list(named(weapon))] : [];
  const goal = target ? list(named(target)) : event.filled.place ? list(named(event.filled.place)) : ["a target not named"];
  if (!attacker) return [...goal, ` ${suffered(event)}`, ...means];
  return [...list(named(attacker)), ` ${verb(event, VERBS.Attack)} `, ...goal, ...means];
}

function transfer(event) {
  const { supplier, recipient, weapon } = event.filled;
  const goods = weapon ? list(named(weapon)) : ["weapons"];
  const forms = VERBS[event.status] || VERBS.Transfer;
  if (event.status === "Requested") {
    const asker = recipient ? list(named(recipient)) : ["Someone not named"];
    return [...asker, ` ${verb(event, forms)} `, ...goods, ...(supplier ? [" from ", ...list(named(supplier))] : [])];
  }
  const giver = supplier ? list(named(supplier)) : ["Someone not named"];
  return [...giver, ` ${verb(event, forms)} `, ...goods, ...(recipient ? [" to ", ...list(named(recipient))] : [])];
}

function statement(event) {
  const { speaker, addressee } = event.filled;
  const who = speaker ? list(named(speaker)) : ["Someone not named"];
  const to = addressee ? [" told ", ...list(named(addressee))] : [" said"];
  return event.quote ? [...who, ...to, `: “${event.quote}”`] : [...who, ...(addressee ? [" spoke to ", ...list(named(addressee))] : [" made a statement"])];
}

function other(event) {
  const roles = event.roles.flatMap(([role, id], place) => [place ? ", " : ": ", `${label(role)} `, { id }]);
  return [label(event.kind), ...roles];
}

function core(event) {
  if (TALKS.includes(event.kind)) return talk(event);
  const writers = { Attack: attack, Transfer: transfer, Statement: statement };
  return (writers[event.kind] || other)(event);
}

// The whole fact; `brief` leaves out the date and who says so, for lists that show them elsewhere.
export function sentence(event, { brief = false } = {}) {
  const parts = core(event);
  const goals = event.filled.target || (event.kind === "Attack" ? event.filled.place : []) || [];
  const places = (event.filled.place || []).filter((id) => !goals.includes(id));
  if (places.length) parts.push(" in ", ...list(named(places)));
  if (event.minutes) parts.push(` for ${duration(event.minutes)}`);
  if (event.date && !brief) parts.push(event.kind === "Statement" && event.quote ? ` (${onDate(event.date)})` : ` ${onDate(event.date)}`);
  if (event.accordingTo && !brief) parts.push(", according to ", ...list(named(event.accordingTo)));
  return parts;
}

export function figureParts(figure, { brief = false } = {}) {
  const parts = [`${amount(figure)} ${label(figure.measure)}`];
  if (figure.weapons) parts.push(" (", ...list(named(figure.weapons)), ")");
  if (figure.accordingTo && !brief) parts.push(", according to ", ...list(named(figure.accordingTo)));
  return parts;
}
