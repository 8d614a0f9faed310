// What several views are made of: names, articles, sections.

import { addressOf } from "./address.js";
import { h, said, webAddress } from "./dom.js";
import { counted, exact, moment, nameOf, otherName, t } from "./language.js";

const MAX_CHIPS = 6;
const TYPES = new Set(["PER", "LOC", "ORG", "MISC"]);

/** Return the class by which a type has its colour and its sign. */
export function typeClass(type) {
  return TYPES.has(type) ? type : "MISC";
}

/** Return a link to an entity, coloured and marked by its type. */
export function entityLink(entity, filters = {}) {
  const kind = typeClass(entity.type);
  return h("a", { class: `entity ${kind}`, href: addressOf("entity", entity.id, { window: filters.window }), title: otherName(entity) ?? t(`${kind}_1`) },
    said(nameOf(entity)));
}

/** Return a thing's name in the other language, small, or nothing. */
export function otherNameOf(thing) {
  const other = otherName(thing);
  return other ? h("span", { class: "other-name" }, said(other)) : null;
}

/** Return a link to the articles of a media topic. */
export function topicLink(topic) {
  return h("a", { class: "topic", href: addressOf("search", "", { in: "articles", topic: topic.id }) }, said(nameOf(topic)));
}

/** Return a link to the articles of an outlet. */
export function outletLink(source) {
  return h("a", { class: "outlet", href: addressOf("search", "", { in: "articles", outlet: source.id }) }, said(source.name || source.id));
}

/** Return a time as it is said, with its exact reading for a pointer and for machines. */
export function timeOf(iso) {
  if (!iso) return h("span", { class: "quiet" }, t("undated"));
  return h("time", { datetime: iso, title: exact(iso) }, moment(iso));
}

/** Return a link to the article at its outlet, or nothing when its address is no web address. */
export function originalLink(article) {
  const url = webAddress(article.url);
  if (!url) return null;
  return h("a", {
    class: "original", href: url, target: "_blank", rel: "noopener noreferrer nofollow",
    "aria-label": t("original_of", article.source?.name ?? ""),
  }, t("original"), h("span", { "aria-hidden": "true", class: "away" }, "↗"));
}

/** Return the entities of an article as chips, those that it is most about first. */
export function entityChips(entities, most = MAX_CHIPS) {
  const ranked = [...(entities ?? [])].sort((one, other) => (other.salience ?? 0) - (one.salience ?? 0));
  return h("span", { class: "chips" }, ranked.slice(0, most).map((entity) => entityLink(entity)));
}

/** Return an article as it stands in a list. */
export function articleItem(article, { tag = "li", chips = true } = {}) {
  return h(tag, { class: "article-item" },
    h("p", { class: "meta" }, article.source && outletLink(article.source), timeOf(article.published_at), originalLink(article)),
    h("a", { class: "headline", href: addressOf("article", article.id), lang: "ar" }, said(article.title)),
    chips && article.entities?.length ? entityChips(article.entities) : null);
}

/** Return a story as it stands in a list. */
export function storyItem(story, { tag = "li" } = {}) {
  const sources = story.sources ?? [];
  const count = story.outlets ?? sources.length;
  return h(tag, { class: "article-item" },
    h("p", { class: "meta" }, h("span", {}, counted("n_outlets", typeof count === "number" ? count : count.length)), timeOf(story.last_seen)),
    h("a", { class: "headline", href: addressOf("story", story.id), lang: "ar" }, said(story.title)));
}

let serial = 0;

/** Return a section of the page with its heading, which names it to readers of the screen. */
export function section(title, { help = null, tools = null, name = "" } = {}, ...children) {
  serial += 1;
  const id = `heading-${serial}`;
  return h("section", { class: `card ${name}`, "aria-labelledby": id },
    h("header", { class: "card-head" }, h("h2", { id }, title), tools, help && h("p", { class: "help" }, help)),
    children);
}
