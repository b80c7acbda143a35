// The page on which one asks: named questions with their options, any SPARQL, and the answer as a table.

import { edit } from "/web/editor.js";

const find = (id) => document.getElementById(id);
const questions = new Map();
const RESULTS = "application/sparql-results+json";
const FULL_DATE = /^\d{4}-\d\d-\d\d$/;
let terms = [];
let editor = null;
const ACCEPT = `${RESULTS}, text/turtle;q=0.9`;

function make(name, text = "", attributes = {}) {
  const element = document.createElement(name);
  element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }
  return element;
}

function say(text, wrong = false) {
  find("state").textContent = text;
  find("state").classList.toggle("wrong", wrong);
}

/** Return where an IRI leads: to this server, to the web, or nowhere if it is no web address. */
function address(iri) {
  const { base } = document.body.dataset;
  if (iri.startsWith(base)) {
    return `/id/${iri.slice(base.length)}`;
  }
  return /^https?:\/\//.test(iri) ? iri : "";
}

function cell(term) {
  const box = make("td");
  if (!term) {
    return box;
  }
  const href = term.type === "uri" ? address(term.value) : "";
  const shown = term.type === "uri" ? term.value.replace(document.body.dataset.base, "") : term.value;
  box.append(href ? make("a", shown, { href, title: term.value }) : shown);
  return box;
}

function table({ head, results }) {
  const grid = make("table");
  const names = grid.createTHead().insertRow();
  names.append(...head.vars.map((name) => make("th", name, { scope: "col" })));
  const body = grid.createTBody();
  for (const row of results.bindings) {
    body.insertRow().append(...head.vars.map((name) => cell(row[name])));
  }
  return grid;
}

function show(type, text, cut) {
  const more = cut ? ` (${cut}; ask for less or by parts)` : "";
  if (!type.startsWith(RESULTS)) {
    say(`a graph${more}`);
    find("answer").replaceChildren(make("pre", text));
    return;
  }
  const answer = JSON.parse(text);
  if ("boolean" in answer) {
    say(answer.boolean ? "yes" : "no");
    return;
  }
  const rows = answer.results.bindings.length;
  say(`${rows} ${rows === 1 ? "row" : "rows"}${more}`);
  find("answer").replaceChildren(table(answer));
}

/** Return the options that are filled in, by name. */
function given() {
  return [...find("options").querySelectorAll("input, select")].filter((field) => field.value.trim()).map((field) => [field.name, field.value.trim()]);
}

/** Return the chosen question, null once its query was changed. */
function chosen() {
  const question = questions.get(find("question").value);
  return question && question.text === find("text").value ? question : null;
}

/** Return what to fetch: the chosen question with its options, or the query as it stands in the field. */
function request() {
  const headers = { Accept: ACCEPT };
  const question = chosen();
  if (question) {
    return [`/questions/${question.name}?${new URLSearchParams(given())}`, { headers }];
  }
  return ["/sparql", { method: "POST", headers, body: new URLSearchParams({ query: find("text").value }) }];
}

/** Return the address that asks the same again. */
function addressOfThis() {
  const question = chosen();
  const fields = question ? [["question", question.name], ...given()] : [["query", find("text").value]];
  return `/?${new URLSearchParams(fields)}`;
}

async function ask({ remember = true } = {}) {
  say("…");
  if (remember) {
    history.pushState(null, "", addressOfThis());
  }
  find("share").href = addressOfThis();
  find("share").hidden = false;
  find("answer").replaceChildren();
  try {
    const reply = await fetch(...request());
    const text = await reply.text();
    if (reply.ok) {
      show(reply.headers.get("Content-Type") ?? "", text, reply.headers.get("KG-Cut"));
    } else {
      say(text.trim(), true);
    }
  } catch (error) {
    say(`the server does not answer: ${error.message}`, true);
  }
}

/** Return the field for an option, fit for its kind of value. */
function fieldFor({ name, kind, meaning }) {
  const about = { id: `option-${name}`, name, title: meaning };
  if (kind.includes("|")) {
    const list = make("select", "", about);
    list.append(make("option", "any", { value: "" }), ...kind.split("|").map((choice) => make("option", choice)));
    return list;
  }
  if (kind === "DATE") {
    return make("input", "", { ...about, type: "date" });
  }
  if (kind === "NUMBER") {
    return make("input", "", { ...about, type: "number", min: "0", inputmode: "numeric" });
  }
  if (kind === "TEXT") {
    return make("input", "", { ...about, type: "text" });
  }
  const field = make("input", "", { ...about, type: "text", list: "names", autocomplete: "off", placeholder: "a name" });
  field.addEventListener("input", () => suggest(field.value));
  return field;
}

/** Offer the graph's names that begin as somebody writes one. */
async function suggest(words) {
  if (words.trim().length < 2) {
    return;
  }
  const reply = await fetch(`/names?${new URLSearchParams({ q: words })}`);
  if (reply.ok) {
    find("names").replaceChildren(...(await reply.json()).map((name) => make("option", "", { value: name })));
  }
}

function write(text) {
  find("text").value = text;
  if (editor && editor.text() !== text) {
    editor.write(text);
  }
}

function choose() {
  const question = questions.get(find("question").value);
  const options = find("options");
  options.replaceChildren(make("legend", "Only"));
  options.hidden = !question?.options.length;
  for (const option of question?.options ?? []) {
    const field = fieldFor(option);
    const box = make("p", "", { class: "option" });
    box.append(make("label", option.name, { for: field.id }), field, make("small", option.meaning));
    options.append(box);
  }
  if (question) {
    write(question.text);
  }
  find("query").open = !question;
}

/** Fill the form from the address and ask, as whoever sent the address had done. */
function arrive() {
  const fields = new URLSearchParams(window.location.search);
  if (questions.has(fields.get("question"))) {
    find("question").value = fields.get("question");
    choose();
    for (const field of find("options").querySelectorAll("input, select")) {
      const value = fields.get(field.name) ?? "";
      // A month or a year is no day that a date picker could show.
      if (field.type === "date" && value && !FULL_DATE.test(value)) {
        field.type = "text";
      }
      field.value = value;
    }
    ask({ remember: false });
  } else if (fields.has("query")) {
    find("question").value = "";
    choose();
    write(fields.get("query"));
    ask({ remember: false });
  }
}

/** Put the editor in the place of the plain field, which holds its text for the form. */
async function startEditor() {
  terms = (await (await fetch("/terms")).json()).map(({ name, label, kind, definition }) => ({ label: name, detail: label, type: kind, info: definition || undefined }));
  editor = edit(find("editor"), find("text").value, {
    terms: () => terms, ask, label: "SPARQL",
    change: (text) => {
      find("text").value = text;
    },
  });
  find("text").hidden = true;
  find("text").addEventListener("input", () => write(find("text").value));
}

async function begin() {
  for (const question of await (await fetch("/questions")).json()) {
    questions.set(question.name, question);
    find("question").append(make("option", `${question.name}: ${question.question}`, { value: question.name }));
  }
  await startEditor();
  arrive();
  document.documentElement.dataset.ready = "true";
}

find("question").addEventListener("change", choose);
find("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
find("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    ask();
  }
});
window.addEventListener("popstate", arrive);
begin();
