// The bar of filters: each change goes into the address, and the address makes the view.

import { refine } from "./address.js";
import { announce, h } from "./dom.js";
import { listed } from "./known_names.js";
import { countryName, nameOf, t } from "./language.js";
import { savedViews } from "./saved_views.js";

const WINDOWS = ["24h", "7d", "30d", "all"];
const GENRES = ["news", "opinion", "interview", "live", "digest", "service", "press_release", "video", "obituary", "sports_report"];

function select(name, label, options, value) {
  const known = options.some(([key]) => key === value);
  const chosen = value ?? options[0][0];
  return h("label", { class: "field" }, h("span", {}, label),
    h("select", { name, onchange: (event) => refine({ [name]: event.target.value || null }) },
      options.map(([key, text]) => h("option", { value: key, selected: key === chosen }, text)),
      value && !known ? h("option", { value, selected: true }, value) : null));
}

function lateSelect(name, label, path, option, value) {
  const field = select(name, label, [["", t("any")]], value);
  void listed(path).then((found) => field.replaceWith(select(name, label, [["", t("any")], ...found.map(option)], value)));
  return field;
}

function dayField(name, label, value) {
  return h("label", { class: "field" }, h("span", {}, label),
    h("input", { type: "date", name, value: value ?? "", onchange: (event) => refine({ [name]: event.target.value || null }) }));
}

const FIELDS = {
  window: (value) => select("window", t("window"), WINDOWS.map((one) => [one, t(one)]), value ?? "24h"),
  type: (value) => select("type", t("type"), [["", t("any")], ...["PER", "LOC", "ORG", "MISC"].map((one) => [one, t(one)])], value),
  country: (value) => lateSelect("country", t("country"), "countries", (one) => [one.country, countryName(one.country)], value),
  topic: (value) => lateSelect("topic", t("topic"), "media-topics", (one) => [one.id, nameOf(one)], value),
  outlet: (value) => lateSelect("outlet", t("outlet"), "outlets", (one) => [one.id, one.name || one.id], value),
  genre: (value) => select("genre", t("genre"), [["", t("any")], ...GENRES.map((one) => [one, t(`genre_${one}`)])], value),
  from: (value) => dayField("from", t("from"), value),
  to: (value) => dayField("to", t("to"), value),
  sort: (value) => select("sort", t("sort"), ["count", "articles", "stories", "mentions", "last_seen"].map((one) => [one, t(`sort_${one}`)]), value),
};

async function copyAddress() {
  try {
    await navigator.clipboard.writeText(location.href);
    announce(t("copied"));
  } catch {
    prompt(t("copy_link"), location.href); // without the right to the clipboard, by hand
  }
}

/** Return the bar with the named filters, links to what is saved, and what is set but has no field of its own. */
export function filterBar(names, filters) {
  const others = Object.keys(filters).filter((name) => !names.includes(name) && name !== "in" && name !== "q");
  return h("div", { class: "filter-bar", role: "group", "aria-label": t("filters") },
    names.map((name) => FIELDS[name](filters[name])),
    others.map((name) => h("button", {
      type: "button", class: "chip", "aria-label": t("remove", `${t(name === "entity" ? "entity_filter" : name)}: ${filters[name]}`),
      onclick: () => refine({ [name]: null }),
    }, h("bdi", {}, filters[name]), h("span", { "aria-hidden": "true" }, " ×"))),
    h("span", { class: "bar-end" },
      h("button", { type: "button", class: "button plain", onclick: () => void copyAddress() }, t("copy_link")),
      savedViews()));
}
