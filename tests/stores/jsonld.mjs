// The reference implementation of JSON-LD: jsonld.mjs FILE writes the file as N-Quads to stdout; it fetches nothing.

import { readFileSync } from "node:fs";
import jsonld from "jsonld";

const documentLoader = (url) => {
  throw new Error(`the context is not in the file: ${url}`);
};
const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
process.stdout.write(await jsonld.toRDF(document, { format: "application/n-quads", documentLoader, safe: true }));
