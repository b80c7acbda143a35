// The page on which one asks: named questions with their options, any SPARQL, and the answer as a table.

const find = (id) => document.getElementById(id);
const questions = new Map();
const RESULTS = "application/sparql-results+json";
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

/** Return what to fetch: the chosen question with its options, or the query as it stands in the field. */
function request() {
  const chosen = questions.get(find("question").value);
  const headers = { Accept: ACCEPT };
  if (chosen && chosen.text === find("text").value) {
    const given = [...find("options").querySelectorAll("input")].filter((field) => field.value.trim());
    const fields = new URLSearchParams(given.map((field) => [field.name, field.value.trim()]));
    return [`/questions/${chosen.name}?${fields}`, { headers }];
  }
  return ["/sparql", { method: "POST", headers, body: new URLSearchParams({ query: find("text").value }) }];
}

async function ask() {
  say("…");
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

function choose() {
  const chosen = questions.get(find("question").value);
  const options = find("options");
  options.replaceChildren(make("legend", "Only"));
  options.hidden = !chosen?.options.length;
  for (const { name, kind, meaning } of chosen?.options ?? []) {
    const field = make("input", "", { id: `option-${name}`, name, placeholder: kind, title: meaning });
    options.append(make("label", name, { for: field.id, title: meaning }), field);
  }
  if (chosen) {
    find("text").value = chosen.text;
  }
}

async function begin() {
  for (const question of await (await fetch("/questions")).json()) {
    questions.set(question.name, question);
    find("question").append(make("option", `${question.name}: ${question.question}`, { value: question.name }));
  }
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
begin();
