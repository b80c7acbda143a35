// The colours of a class, from the ontology, and of the page itself; shapes and pictograms tell the same as colours.

import { looks } from "./model.js";
import { state } from "./state.js";

const LIGHT = { ground: "#fbfaf8", paper: "#ffffff", ink: "#1f2430", soft: "#565d6b", faint: "#c3c5cb", side: "#f0eee8", glyph: "#ffffff" };
const DARK = { ground: "#14171d", paper: "#1b1f27", ink: "#eceef2", soft: "#a9b0bd", faint: "#4a505c", side: "#1c2029", glyph: "#14171d" };
// Grounds of groups, under nodes of any colour.
export const GROUPS = ["#56b4e9", "#f0a202", "#3fb68b", "#cc79a7", "#9a86e8", "#e4695e", "#b5a642", "#6fc3c3", "#d98f5c", "#8a94a6"];
const preference = window.matchMedia("(prefers-color-scheme: dark)");

export function isDark() {
  return state.theme ? state.theme === "dark" : preference.matches;
}

export function onPreference(listener) {
  preference.addEventListener("change", listener);
}

export function palette() {
  return isDark() ? DARK : LIGHT;
}

export function colour(kind) {
  return looks.classes[kind][isDark() ? "dark" : "light"];
}

// Ink that can be read on the colour (W3C relative luminance), for letters and pictograms.
export function inkOn(tint) {
  const [red, green, blue] = [1, 3, 5].map((at) => (Number.parseInt(tint.slice(at, at + 2), 16) / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.36 ? "#14171d" : "#ffffff";
}
