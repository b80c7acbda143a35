// Dates, durations and numbers as people write them.

function formatter(options) {
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
}

const LONG = [formatter({ year: "numeric" }), formatter({ month: "long", year: "numeric" }),
  formatter({ day: "numeric", month: "long", year: "numeric" })];
const SHORT = [LONG[0], formatter({ month: "short", year: "numeric" }),
  formatter({ day: "numeric", month: "short", year: "numeric" })];

function written(date, formats) {
  if (!/^\d{4}(-\d\d){0,2}$/.test(date)) return date;
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : formats[(date.length - 4) / 3].format(time);
}

export function longDate(date) {
  return written(date, LONG);
}

export function shortDate(date) {
  return written(date, SHORT);
}

export function onDate(date) {
  return `${date.length === 10 ? "on" : "in"} ${longDate(date)}`;
}

export function duration(minutes) {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours && count(hours, "hour"), rest && count(rest, "minute")].filter(Boolean).join(" ");
}

export function count(number, noun, nouns = `${noun}s`) {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? noun : nouns}`;
}

export function ordinal(number) {
  const endings = { one: "st", two: "nd", few: "rd", other: "th" };
  return number.toLocaleString("en-GB") + endings[new Intl.PluralRules("en-GB", { type: "ordinal" }).select(number)];
}

export function amount(figure) {
  const { min, max } = figure;
  const least = min === undefined ? "" : min.toLocaleString("en-GB");
  const most = max === undefined ? "" : max.toLocaleString("en-GB");
  if (min !== undefined && max !== undefined) return min === max ? least : `${least} to ${most}`;
  return min === undefined ? `up to ${most}` : `at least ${least}`;
}

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
