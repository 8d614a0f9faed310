// Search: names, articles or stories, by words and filters; all of it in the address.

import { addressOf, here, refine } from "../address.js";
import { TAKES, exportAddress, pages } from "../api.js";
import { lastSlots, newestSlot, sparkline } from "../curves.js";
import { h } from "../dom.js";
import { filterBar } from "../filters.js";
import { counted, t } from "../language.js";
import { countLine, longList } from "../long_list.js";
import { articleItem, entityLink, otherNameOf, storyItem } from "../parts.js";
import { emptyState } from "../states.js";

const ROW_PIXELS = { entities: 56, articles: 108, stories: 72 };
const PAGE_SIZES = { entities: 200, articles: 50, stories: 50, "search/entities": 50 };
const FIELDS = {
  entities: ["window", "type", "topic", "country", "outlet", "sort"],
  articles: ["from", "to", "topic", "country", "outlet", "genre"],
  stories: ["window", "outlet"],
};

function entityRow(entity) {
  return h("div", { class: "entity-row" },
    h("span", { class: "who" }, entityLink(entity), otherNameOf(entity)),
    entity.hours ? sparkline(lastSlots(entity, newestSlot([entity]))) : h("span"),
    h("span", { class: "figure-n" }, counted("n_articles", entity.count ?? entity.articles ?? 0)));
}

const ROWS = {
  entities: entityRow,
  articles: (article) => articleItem(article, { tag: "div" }),
  stories: (story) => storyItem(story, { tag: "div" }),
};

/** Return the list of the API that answers, and its parameters. */
function question(filters) {
  const kind = filters.in in FIELDS ? filters.in : "entities";
  const { in: _, ...rest } = filters;
  if (kind === "entities" && rest.q) return { kind, path: "search/entities", parameters: rest };
  return { kind, path: kind, parameters: kind === "entities" ? { window: "24h", ...rest } : rest };
}

function words(filters) {
  const input = h("input", { type: "search", name: "q", value: filters.q ?? "", "aria-label": t("search_hint"), placeholder: t("search_hint"), dir: "auto", maxlength: 200, autocomplete: "off" });
  return h("form", { class: "search-form", role: "search", "aria-label": t("search"), onsubmit: (event) => {
    event.preventDefault();
    refine({ q: input.value.trim() || null });
  } }, input, h("button", { type: "submit", class: "button strong" }, t("search")));
}

/** Return the view. */
export function searchView({ filters, signal }) {
  const { kind, path, parameters } = question(filters);
  const count = h("p", { class: "quiet count", role: "status" });
  const tabs = h("nav", { class: "tabs", "aria-label": t("in_what") }, h("ul", {}, Object.keys(FIELDS).map((one) => h("li", {},
    h("a", { href: addressOf(here().view, "", { ...filters, in: one }), "aria-current": one === kind ? "page" : null }, t(one))))));
  // Only what the list takes is shown as set: other filters of the address are for the other lists.
  const fields = FIELDS[kind].filter((name) => TAKES[path].includes(name));
  const taken = Object.fromEntries(Object.entries(filters).filter(([name]) => TAKES[path].includes(name)));
  const exports = h("p", { class: "exports quiet" }, t("exports"), " ", ["csv", "ndjson"].map((form) =>
    h("a", { href: exportAddress(path, form, parameters), download: "" }, form.toUpperCase())));
  return h("div", { class: "view" },
    h("h1", { class: "unseen" }, t("search")),
    words(filters), tabs, filterBar(fields, taken),
    h("div", { class: "results-head" }, count, exports),
    longList({
      fetchPage: pages(path, { ...parameters, limit: PAGE_SIZES[path] }, signal), row: ROWS[kind], height: ROW_PIXELS[kind], label: t("results"),
      empty: () => emptyState(taken),
      onCount: (known, more) => { count.textContent = known ? countLine(known, more) : ""; },
    }));
}
