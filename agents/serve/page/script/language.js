// The language of the page: its words, numbers, times and names.

import { keep } from "./kept.js";
import { WORDS } from "./words.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Return the page's language, "ar" or "en". */
export function language() {
  return document.documentElement.lang === "en" ? "en" : "ar";
}

/** Change the page's language and direction, and remember it. */
export function speak(code) {
  document.documentElement.lang = code;
  document.documentElement.dir = code === "ar" ? "rtl" : "ltr";
  keep("language", code);
}

/** Return what the page says under a key, with {0}, {1} … filled in. */
export function t(key, ...values) {
  const words = WORDS[key];
  const text = words ? words[language() === "ar" ? 0 : 1] : key;
  return text.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)] ?? ""));
}

/** Return what the page says of a count, in the form that the language has for the number. */
export function counted(key, count) {
  const forms = WORDS[key][language() === "ar" ? 0 : 1];
  const form = count === 0 && forms.zero ? "zero" : format(Intl.PluralRules, {}).select(count);
  return (forms[form] ?? forms.other).replace("{0}", number(count));
}

// Latin digits in both: they line up, and desks from Rabat to Muscat read them.
const formats = new Map();
function format(kind, options) {
  const key = `${language()}${kind.name}${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new kind(language() === "ar" ? "ar-u-nu-latn" : "en-GB", options));
  return formats.get(key);
}

/** Return a count or a measure as people write it. */
export function number(value, digits = 0) {
  return format(Intl.NumberFormat, { maximumFractionDigits: digits }).format(value);
}

/** Return a large number in words: 10 million. */
export function roundNumber(value) {
  return format(Intl.NumberFormat, { notation: "compact", compactDisplay: "long", maximumFractionDigits: 1 }).format(value);
}

/** Return a share of one as a percentage. */
export function percent(value) {
  return format(Intl.NumberFormat, { style: "percent", maximumFractionDigits: 0 }).format(value);
}

function ago(ms) {
  const relative = format(Intl.RelativeTimeFormat, { numeric: "auto", style: "short" });
  if (ms < HOUR) return relative.format(-Math.max(0, Math.round(ms / MINUTE)), "minute");
  return relative.format(-Math.round(ms / HOUR), "hour");
}

/** Return a moment as it is said: minutes or hours ago for a day, then the date. */
export function moment(iso) {
  const ms = Date.now() - Date.parse(iso);
  return ms >= 0 && ms < DAY ? ago(ms) : exact(iso);
}

/** Return a moment with its date and time of day. */
export function exact(iso) {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return String(iso);
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return format(Intl.DateTimeFormat, { day: "numeric", month: "short", year, hour: "2-digit", minute: "2-digit", hour12: false }).format(date);
}

/** Return a day without its time. */
export function day(iso) {
  return format(Intl.DateTimeFormat, { day: "numeric", month: "short" }).format(new Date(iso));
}

/** Return an hour of the day. */
export function clock(at) {
  return format(Intl.DateTimeFormat, { hour: "2-digit", minute: "2-digit", hour12: false }).format(new Date(at));
}

/** Return how long something took: 40 min, 3 h, 2 d. */
export function span(ms) {
  const unit = ms < HOUR ? "minute" : ms < 2 * DAY ? "hour" : "day";
  const size = { minute: MINUTE, hour: HOUR, day: DAY }[unit];
  const value = unit === "hour" ? Math.round((ms / size) * 10) / 10 : Math.round(ms / size);
  return format(Intl.NumberFormat, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 1 }).format(value);
}

/** Return an entity's or a media topic's name in the page's language, else in the other. */
export function nameOf(thing) {
  const [first, second] = language() === "ar" ? [thing.name_ar, thing.name_en] : [thing.name_en, thing.name_ar];
  return first || second || thing.name || thing.id || "";
}

/** Return the name that stands small beside the first one, in the other language, or null. */
export function otherName(thing) {
  const other = language() === "ar" ? thing.name_en : thing.name_ar;
  return other && other !== nameOf(thing) ? other : null;
}

/** Return a country's name by its ISO 3166 code, as newspapers call it. */
export function countryName(code) {
  if (`country_${code}` in WORDS) return t(`country_${code}`);
  try {
    return format(Intl.DisplayNames, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
