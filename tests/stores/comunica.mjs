// Ask Comunica in a process of its own: comunica.mjs FILE..., queries as JSON from stdin, answers as JSON to stdout.

import { readFileSync } from "node:fs";
import { QueryEngine } from "@comunica/query-sparql-rdfjs";
import { Parser, Store } from "n3";

const store = new Store();
for (const file of process.argv.slice(2)) {
  store.addQuads(new Parser().parse(readFileSync(file, "utf8")));
}
const engine = new QueryEngine();
const answers = [];
for (const query of JSON.parse(readFileSync(0, "utf8"))) {
  const answer = await engine.query(query, { sources: [store] });
  const { data } = await engine.resultToString(answer, "application/sparql-results+json");
  let text = "";
  for await (const part of data) {
    text += part;
  }
  answers.push(JSON.parse(text));
}
process.stdout.write(JSON.stringify(answers));
