// Now: what is rising and why, what comes in, who is named most, which media topics and countries.

import { addressOf } from "../address.js";
import { items } from "../api.js";
import { countryMap } from "../countries.js";
import { lastSlots, newestSlot, sparkline } from "../curves.js";
import { h, said } from "../dom.js";
import { filterBar } from "../filters.js";
import { remember } from "../known_names.js";
import { counted, number, t } from "../language.js";
import { liveColumn } from "../live_column.js";
import { entityLink, section, timeOf, topicLink } from "../parts.js";
import { arriving, emptyState, refresh } from "../states.js";
import { trendCards, withNames } from "../trends.js";

const MAX_TRENDS = 12;
const MAX_NAMES = 10;
const MAX_TOPICS = 12;
const MAX_PLACES = 200;
const MAX_ALERTS = 5;
const REFRESH_MS = 30_000;
const SLOTS = { "24h": 24, "7d": 7, "30d": 30, all: 90 };

function rankedNames(type, found, filters) {
  const end = newestSlot(found);
  return section(t(type), {
    name: "names",
    tools: h("a", { class: "all", href: addressOf("search", "", { ...filters, in: "entities", type }) }, t("see_all"), h("span", { class: "unseen" }, ` ${t(type)}`)),
  }, found.length ? h("ol", { class: "ranked" }, found.map((entity) => h("li", {},
    h("span", { class: "who" }, entityLink(entity, filters)),
    sparkline(lastSlots(entity, end)),
    h("span", { class: "figure-n", title: counted("n_articles", entity.count) }, number(entity.count))))) : emptyState(filters));
}

function topicRows(topics, window) {
  const end = newestSlot(topics);
  return h("ol", { class: "ranked" }, topics.map((topic) => h("li", {},
    h("span", { class: "who" }, topicLink(topic)),
    sparkline(lastSlots(topic, end, SLOTS[window])),
    h("span", { class: "figure-n" }, number(topic.articles)))));
}

function alertRows(alerts) {
  return h("ul", { class: "plain-list" }, alerts.map((alert) => h("li", { class: "alert" },
    h("strong", {}, said(alert.name || alert.rule)), " ", timeOf(alert.at))));
}

/** Return the view. */
export function nowView({ filters, signal }) {
  const common = { window: filters.window ?? "24h", topic: filters.topic, country: filters.country, outlet: filters.outlet };

  const trends = () => arriving(
    async () => withNames(await items("trends", { window: common.window, limit: MAX_TRENDS }, signal), signal),
    (found) => found.length
      ? trendCards(found, signal)
      : h("p", { class: "quiet" }, t("no_trends")),
    { signal });
  const top = (type) => arriving(
    () => items("entities", { ...common, type, limit: MAX_NAMES }, signal),
    (found) => {
      remember(found);
      return rankedNames(type, found, filters);
    },
    { signal });
  const topics = () => arriving(
    () => items("media-topics", { window: common.window, limit: MAX_TOPICS }, signal),
    (found) => (found.length ? topicRows(found, common.window) : emptyState(filters)),
    { signal });
  const countries = () => arriving(
    () => items("entities", { ...common, type: "LOC", limit: MAX_PLACES }, signal),
    (found) => countryMap(found.filter((one) => one.iso), filters),
    { signal });
  const alerts = () => arriving(
    () => items("alerts", { limit: MAX_ALERTS }, signal),
    (found) => (found.length ? alertRows(found) : h("p", { class: "quiet" }, t("no_alerts"))),
    { signal });

  const places = { rising: trends(), names: ["PER", "LOC", "ORG"].map(top), topics: topics(), countries: countries(), alerts: alerts() };
  let come = 0;
  const live = liveColumn({ filters: common, signal, onArticle: () => { come += 1; } });
  const timer = setInterval(() => {
    if (!come || document.hidden) return;
    come = 0;
    Object.values(places).flat().forEach(refresh);
  }, REFRESH_MS);
  signal.addEventListener("abort", () => clearInterval(timer));

  return h("div", { class: "view" },
    h("h1", { class: "unseen" }, t("now")),
    filterBar(["window", "topic", "country", "outlet"], filters),
    h("div", { class: "now" },
      h("div", { class: "rising-part" }, section(t("rising"), { help: t("rising_help") }, places.rising)),
      h("div", { class: "names-part" }, places.names),
      h("div", { class: "topics-part" }, section(t("topics_time"), {}, places.topics)),
      h("div", { class: "countries-part" }, section(t("countries"), { help: t("countries_help") }, places.countries)),
      h("div", { class: "alerts-part" }, section(t("alerts"), {}, places.alerts)),
      live));
}
