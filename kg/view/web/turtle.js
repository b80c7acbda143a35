// The shown part of the graph in the graph's own sentences of Turtle: events with their evidence, and all that they name.

import { data } from "./model.js";

export function turtle(shown) {
  const { head, subjects, at } = data.turtle;
  const wanted = new Set([...shown.events, ...shown.entities].map((id) => at[id]).filter((number) => number !== undefined));
  // A set that grows while it is walked through.
  for (const number of wanted) for (const other of subjects[number].slice(1)) wanted.add(other);
  return [head, ...[...wanted].sort((one, other) => one - other).map((number) => subjects[number][0])].join("\n");
}
