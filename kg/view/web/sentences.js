// Facts as sentences: lists of strings and of {id} where a thing is named, which the page turns into text and buttons.
// Verbs and prepositions come from the ontology; what an ontology says nothing of is told by its label and its roles.

import { amount, capital, duration, onDate } from "./format.js";
import { atEnd, isNameless, label, looks, nearest, newest, things, wording } from "./model.js";

const NOBODY = "Someone not named";
// A denial is worded like what it denies.
const STRUCK_WORDS = { Denied: "Denied" };
// Of more without a name than this two are told, after the names, and the others counted.
const FEW = 3;
const ORDER = ["Doer", "Peer", "DoneTo", "Circumstance"];

// Names before words: "Kyiv and six districts".
function named(ids) {
  const nameless = (id) => Number(isNameless(things.get(id)));
  return [...(ids || [])].sort((one, other) => nameless(one) - nameless(other)).map((id) => ({ id }));
}

export function list(items) {
  return items.flatMap((item, place) => {
    if (place === 0) return [item];
    return [place === items.length - 1 ? " and " : ", ", item];
  });
}

// Those at an end of whom the sentence tells: of several the nearest, names first.
function several(ids) {
  const words = ids.filter((id) => isNameless(things.get(id)));
  if (words.length <= FEW) return named(nearest(ids));
  return [...named([...nearest(ids.filter((id) => !words.includes(id))), ...words.slice(0, FEW - 1)]), `${words.length - FEW + 1} more`];
}

function filler(event, role) {
  return role === "quoteText" ? event.quote && [`“${event.quote}”`] : event.filled[role] && list(several(event.filled[role]));
}

// "Expelled three diplomats" and "expelled people of Russia": some phrases are for objects of some classes alone.
function suits(event, { object, objects = [] }) {
  return !objects.length || (event.filled[object] || []).some((id) => [things.get(id).kind, ...(looks.classes[things.get(id).kind].above || [])].some((kind) => objects.includes(kind)));
}

// The status tells more than the class; then the verb whose subject and object the event has.
function phraseFor(event) {
  const ofStatus = looks.phrases.filter((phrase) => phrase.tells === event.status);
  const apt = ofStatus.length ? ofStatus : looks.phrases.filter((phrase) => phrase.tells === event.kind);
  const choices = apt.filter((phrase) => suits(event, phrase));
  const fits = (phrase) => filler(event, phrase.subject) && (!phrase.object || filler(event, phrase.object));
  const half = (phrase) => filler(event, phrase.object) && (phrase.passive || !filler(event, phrase.subject));
  return choices.find(fits) || choices.find(half) || choices.find((phrase) => filler(event, phrase.subject)) || choices[0];
}

function verb(event, { past, bare, participle, unreal }) {
  const over = event.date && event.date <= newest;
  if (unreal && ["Planned", "Possible"].includes(event.factuality)) return past;
  if (event.factuality === "Planned") return `planned to ${bare}`;
  if (event.factuality === "Possible") return over ? `may have ${participle}` : `may ${bare}`;
  if (event.factuality === "Negated") return `did not ${bare}`;
  return past;
}

// "Kyiv was attacked", "six districts were attacked".
function suffered(event, passive, ids) {
  const [first, ...others] = nearest(ids).map((id) => things.get(id));
  const many = others.length || (isNameless(first) && (first.min > 1 || /(?:[^s]s|people)$/.test(first.name)));
  const was = many ? "were" : "was";
  const forms = { Planned: `${was} to be`, Possible: "may have been", Negated: `${was} not` };
  return `${forms[event.factuality] || was} ${passive}`;
}

// Who else and what else takes part, in words behind the verb; nobody is told twice.
function rest(event, used) {
  const before = new Set(used.flatMap((role) => event.filled[role] || []));
  const left = (role) => event.filled[role].filter((id) => !before.has(id));
  const roles = Object.keys(event.filled).filter((role) => !used.includes(role) && left(role).length)
    .sort((one, other) => ORDER.indexOf(looks.ends[one]) - ORDER.indexOf(looks.ends[other]) || one.localeCompare(other));
  return roles.flatMap((role) => [looks.prepositions[role] ? ` ${looks.prepositions[role]} ` : `, ${label(role)}: `, ...list(several(left(role)))]);
}

function verbal(event, phrase) {
  const subject = filler(event, phrase.subject);
  const object = phrase.object ? filler(event, phrase.object) : null;
  const used = [phrase.subject, phrase.object];
  if (!subject && object && phrase.passive) return [...object, ` ${suffered(event, phrase.passive, event.filled[phrase.object])}`, ...rest(event, used)];
  const head = [...(subject || [NOBODY]), ` ${verb(event, phrase)}`];
  if (phrase.object === "quoteText") return [...head, ...rest(event, used), ...(object ? [": ", ...object] : [])];
  const alone = !object && looks.classes[event.kind].parties > 1 && looks.ends[phrase.subject] === "Peer" && event.filled[phrase.subject]?.length === 1;
  // "Rejected the words of" would wait for whose; weapons and places may stay untold.
  const missing = phrase.object && (phrase.unnamed || (looks.ends[phrase.object] === "DoneTo" && NOBODY.toLowerCase()));
  const goal = object || (missing ? [missing] : []);
  const others = rest(event, used);
  const quote = event.quote ? [`: “${event.quote}”`] : [];
  return [...head, ...(goal.length ? [" ", ...goal] : []), ...(alone ? [` with ${NOBODY.toLowerCase()}`] : []), ...others, ...quote];
}

// "Sanction by A, target: B"; "agreement between A and B".
function nominal(event) {
  const [doers, peers] = [atEnd(event, "Doer"), atEnd(event, "Peer")];
  const used = Object.keys(event.filled).filter((role) => ["Doer", "Peer"].includes(looks.ends[role]));
  const between = peers.length > 1 && !doers.length ? " between " : doers.length ? " with " : " of ";
  return [capital(label(event.kind)), ...(doers.length ? [" by ", ...list(named(doers))] : []),
    ...(peers.length ? [between, ...list(named(peers))] : []), ...rest(event, used), ...(event.quote ? [`: “${event.quote}”`] : [])];
}

// In what office of whom, for instance: what is no thing of its own, but has its word before it.
function circumstances(event) {
  return (event.details || []).filter(([role]) => looks.prepositions[role]).map(([role, words]) => ` ${looks.prepositions[role]} ${words}`);
}

// The fact as plain text.
export function told(event) {
  const denied = STRUCK_WORDS[event.certainty];
  return (denied ? `${denied}: ` : "") + sentence(event).map((part) => (typeof part === "string" ? part : part.words || wording(part.id))).join("");
}

// The whole fact; `brief` leaves out the date, for lists that show it elsewhere.
export function sentence(event, { brief = false } = {}) {
  const phrase = phraseFor(event);
  const [first, ...others] = phrase ? verbal(event, phrase) : nominal(event);
  const parts = [first.id ? { id: first.id, words: capital(wording(first.id)) } : first, ...others, ...circumstances(event)];
  if (event.minutes) parts.push(` for ${duration(event.minutes)}`);
  if (event.date && !brief) parts.push(event.quote ? ` (${onDate(event.date)})` : ` ${onDate(event.date)}`);
  if (event.accordingTo) parts.push(...claimant(event.accordingTo, phrase ? event.filled[phrase.subject] : null));
  return parts;
}

function claimant(ids, subject) {
  if (ids.length > 1 || subject?.length !== 1 || subject[0] !== ids[0]) return [", according to ", ...list(named(ids))];
  return [`, by ${things.get(ids[0]).kind === "Person" ? "their" : "its"} own account`];
}

// "539 drones launched": one of a type is told in the singular.
export function figureParts(figure) {
  const words = (id) => (figure.min === 1 && figure.max === 1 ? things.get(id).name : wording(id));
  const counted = figure.weapons ? [...list(figure.weapons.map((id) => ({ id, words: words(id) }))), " "] : [];
  const parts = [`${amount(figure)} `, ...counted, label(figure.measure)];
  if (figure.accordingTo) parts.push(", according to ", ...list(named(figure.accordingTo)));
  return parts;
}
