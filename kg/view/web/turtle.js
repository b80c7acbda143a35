// The shown part of the graph as Turtle that `kg validate` accepts: events with their evidence, and all that they name.

import { data, entities, events, isEvent, isNameless, looks, things } from "./model.js";

const PREFIXES = ["@prefix dct: <http://purl.org/dc/terms/> .", "@prefix kg: <https://w3id.org/newskg/ontology#> .",
  "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .", "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."];
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function quoted(text) {
  return `"${text.replace(/[\\"\n\r\t]/g, (character) => ESCAPES[character])}"`;
}

function reference(iri) {
  // oxlint-disable-next-line no-control-regex -- Turtle forbids just these characters in an IRI
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, encodeURIComponent)}>`;
}

function term(name) {
  return /^[A-Za-z][\w-]*$/.test(name) ? `kg:${name}` : reference(name);
}

function classed(thing) {
  return `a ${[thing.kind, ...(looks.classes[thing.kind].above || [])].map(term).join(", ")}`;
}

function dated(property, date) {
  const type = { 4: "gYear", 7: "gYearMonth", 10: "date" }[/^\d{4}(-\d\d){0,2}$/.test(date || "") ? date.length : 0];
  return type ? [`${property} ${quoted(date)}^^xsd:${type}`] : [];
}

function block(iri, facts) {
  return `${reference(iri)} ${facts.join(" ;\n    ")} .\n`;
}

function listed(property, values) {
  return values.length ? [`${property} ${values.join(", ")}`] : [];
}

// The IRI of a passage: its article with the characters and the rule that read it.
function passage(number) {
  const [document, start, quote, rule] = data.mentions[number];
  return `${data.documents[document].iri}#${[start, start + [...quote].length, encodeURIComponent(data.rules[rule])].join("-")}`;
}

function evidence(numbers) {
  return listed("kg:evidence", (numbers || []).filter((number) => data.documents[data.mentions[number][0]]).map((number) => reference(passage(number))));
}

// How many there were of those without a name.
function counted({ min, max }) {
  if (min !== undefined && min === max) return [`kg:count ${min}`];
  return [...(min === undefined ? [] : [`kg:min ${min}`]), ...(max === undefined ? [] : [`kg:max ${max}`])];
}

function kindBlocks(told) {
  const kinds = new Map(told.filter((entity) => entity.described).map((entity) => [entity.described.iri, entity.described.label]));
  return [...kinds].map(([kind, words]) => block(kind, ["a kg:ParticipantKind, skos:Concept", `skos:prefLabel ${quoted(words)}@en`]));
}

function entityBlock(entity, known) {
  const some = (property, ids) => listed(property, (ids || []).filter((id) => known.has(id)).map((id) => reference(things.get(id).iri)));
  const isCountry = (id) => things.get(id).kind === "Country";
  const within = entity.within || [];
  return block(entity.iri, [classed(entity), `skos:prefLabel ${quoted(entity.name)}@en`, ...listed("skos:altLabel", (entity.names || []).map((name) => `${quoted(name)}@en`)),
    ...listed("kg:countryCode", entity.code ? [quoted(entity.code)] : []), ...some("kg:represents", entity.represents), ...some("kg:inCountry", within.filter(isCountry)),
    ...some("kg:belongsTo", entity.belongs), ...listed("kg:described", entity.described ? [reference(entity.described.iri)] : []), ...counted(entity),
    ...some("kg:claimedBy", entity.claimedBy), ...some("kg:partOf", within.filter((id) => !isCountry(id))), ...some("skos:broader", entity.broader), ...listed("skos:exactMatch", (entity.links || []).map(reference))]);
}

function eventBlocks(event) {
  const filled = new Map();
  for (const [role, id] of event.roles) for (const one of [role, ...(looks.wider[role] || [])]) filled.set(one, new Set([...(filled.get(one) || []), id]));
  const roles = [...filled].map(([role, ids]) => `${term(role)} ${[...ids].map((id) => reference(things.get(id).iri)).join(", ")}`);
  const about = (event.topics || []).filter((topic) => topic.id).map((topic) => reference(things.get(topic.id).iri));
  const figures = (event.figures || []).map((figure, place) => [`${event.iri}#figure-${place + 1}`, figure]);
  const said = (ids) => listed("kg:accordingTo", (ids || []).map((id) => reference(things.get(id).iri)));
  const number = (property, value) => (value === undefined ? [] : [`${property} ${value}`]);
  return [block(event.iri, [classed(event), `kg:factuality ${term(event.factuality)}`, ...roles, ...dated("kg:date", event.date), ...(event.relative ? ["kg:dateBasis kg:RelativeToPublication"] : []),
    ...number("kg:durationMinutes", event.minutes), ...number("kg:ordinal", event.ordinal), ...number("kg:confidence", event.confidence?.toFixed(4)),
    ...(event.status ? [`kg:transferStatus ${term(event.status)}`] : []), ...(event.medium ? [`kg:medium ${term(event.medium)}`] : []),
    ...(event.quote ? [`kg:quoteText ${quoted(event.quote)}`] : []), ...listed("kg:topic", about), ...said(event.accordingTo),
    ...listed("kg:hasFigure", figures.map(([iri]) => reference(iri))), ...evidence(event.mentions)]),
  ...figures.map(([iri, figure]) => block(iri, ["a kg:Figure", `kg:measure ${term(figure.measure)}`, ...number("kg:min", figure.min), ...number("kg:max", figure.max),
    ...listed("kg:weapon", (figure.weapons || []).map((id) => reference(things.get(id).iri))), ...said(figure.accordingTo), ...evidence(figure.mentions)]))];
}

// `referring` are, by the number of a passage, those without a name who are there by no other words.
function sourceBlocks(numbers, referring) {
  const cited = [...numbers].filter((number) => data.documents[data.mentions[number][0]]);
  const documents = [...new Set(cited.map((number) => data.mentions[number][0]))].map((number) => data.documents[number]);
  const fact = (property, text) => (text ? [`${property} ${quoted(text)}`] : []);
  return [...documents.map((document) => block(document.iri, ["a kg:Document", `dct:identifier ${quoted(document.id)}`, ...fact("dct:title", document.title),
    ...fact("dct:publisher", document.outlet), ...dated("dct:date", document.date), ...(document.url ? [`dct:source ${reference(document.url)}`] : [])])),
  ...cited.map((number) => {
    const [document, start, quote, rule] = data.mentions[number];
    return block(passage(number), ["a kg:Mention", `kg:document ${reference(data.documents[document].iri)}`, `kg:start ${start}`, `kg:end ${start + [...quote].length}`,
      ...listed("kg:refersTo", referring.get(number) || []), `kg:quote ${quoted(quote)}`, `kg:rule ${quoted(data.rules[rule])}`]);
  })];
}

export function turtle(shown) {
  const told = events.filter((event) => shown.events.has(event.id));
  const figures = told.flatMap((event) => event.figures || []);
  const named = told.flatMap((event) => [...event.roles.map((role) => role[1]), ...(event.topics || []).map((topic) => topic.id), ...(event.accordingTo || [])])
    .concat(figures.flatMap((figure) => [...(figure.weapons || []), ...(figure.accordingTo || [])]));
  const homes = named.filter((id) => things.has(id)).flatMap((id) => things.get(id).belongs || []);
  const known = new Set([...shown.entities, ...named, ...homes].filter((id) => things.has(id) && !isEvent(things.get(id))));
  const shownEntities = entities.filter((entity) => known.has(entity.id));
  const referring = new Map();
  for (const entity of shownEntities.filter(isNameless)) {
    for (const number of entity.mentions || []) referring.set(number, [...(referring.get(number) || []), reference(entity.iri)]);
  }
  const words = new Set([...[...told, ...figures].flatMap((thing) => thing.mentions || []), ...referring.keys()]);
  return [...PREFIXES, "", ...shownEntities.map((entity) => entityBlock(entity, known)), ...kindBlocks(shownEntities),
    ...told.flatMap(eventBlocks), ...sourceBlocks(words, referring)].join("\n");
}
