// Okabe and Ito's palette (2008), told apart with any kind of colour vision; shapes and pictograms tell the same.

import { state } from "./state.js";

const LIGHT = {
  Person: "#37474f", Country: "#e69f00", Organization: "#7b8794", Place: "#c9b400", Weapon: "#cc79a7",
  Call: "#0072b2", Meeting: "#3aa0dc", Conversation: "#3aa0dc", Attack: "#d55e00", Transfer: "#009e73", Statement: "#8a8f98",
  other: "#6b7280", ground: "#fbfaf8", ink: "#1f2430", faint: "#c3c5cb", side: "#f0eee8", glyph: "#ffffff",
};
const DARK = {
  Person: "#cfd8dc", Country: "#e69f00", Organization: "#8d99a6", Place: "#e6d640", Weapon: "#d992bb",
  Call: "#4aa3df", Meeting: "#7cc4f0", Conversation: "#7cc4f0", Attack: "#ef7d2b", Transfer: "#1fbf91", Statement: "#9aa0aa",
  other: "#9ca3af", ground: "#14171d", ink: "#eceef2", faint: "#4a505c", side: "#1c2029", glyph: "#14171d",
};

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
  const colours = palette();
  return Object.hasOwn(colours, kind) ? colours[kind] : colours.other;
}
