// Now: what is rising and why, what comes in, who is named most, which media topics and countries.

import { addressOf } from "../address.js";
import { alertList } from "../alerts.js";
import { ask, items } from "../api.js";
import { countryMap } from "../countries.js";
import { lastSlots, newestSlot, slotStart, sparkline } from "../curves.js";
import { h } from "../dom.js";
import { filterBar } from "../filters.js";
import { hasName, remember } from "../known_names.js";
import { counted, number, t } from "../language.js";
import { liveColumn } from "../live_column.js";
import { entityLink, section, topicLink } from "../parts.js";
import { arriving, emptyState, refresh } from "../states.js";
import { trendCards, withNames } from "../trends.js";

const MAX_TRENDS = 12;
const MAX_NAMES = 10;
const MAX_TOPICS = 12;
const MAX_TOPICS_ASKED = 60;
const MAX_PLACES = 200;
const MAX_ALERTS = 5;
const REFRESH_MS = 30_000;
const OLD_MS = 2 * 24 * 3_600_000;
const NEWS_MS = 500; // several trends come together
const SLOTS = { "24h": 24, "7d": 7, "30d": 30, all: 90 };

function rankedNames(type, found, filters) {
  const end = newestSlot(found);
  const narrowed = filters.topic || filters.country || filters.outlet;
  return section(t(type), {
    name: "names",
    help: narrowed ? t("curves_of_all") : null,
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

/** Return the most surprising trend of each subject; the windows of a burst overlap, and tell the same. */
function strongest(trends) {
  return trends.filter((one, place) => trends.findIndex((other) => other.subject.id === one.subject.id) === place).slice(0, MAX_TRENDS);
}

// An archive has no last 24 hours worth a look: all of it is shown then, and the address says so.
async function widenIfOld(filters, signal) {
  const { newest_hour: newest } = await ask("health", {}, signal);
  if (signal.aborted || !newest || Date.now() - slotStart(newest) < OLD_MS) return;
  location.replace(addressOf("now", "", { ...filters, window: "all" }));
}

/** Return the view. */
export function nowView({ filters, signal }) {
  if (!filters.window) widenIfOld(filters, signal).catch(() => {}); // what does not answer is said where it is shown
  const common = { window: filters.window ?? "24h", topic: filters.topic, country: filters.country, outlet: filters.outlet };

  const ofOutlets = { country: common.country, outlet: common.outlet };
  const trends = (direction) => arriving(
    async () => withNames(strongest(await items("trends", { window: common.window, direction, ...ofOutlets, limit: 2 * MAX_TRENDS }, signal)), signal),
    (found) => found.length
      ? trendCards(found, signal)
      : h("p", { class: "quiet" }, t(direction === "rising" ? "no_trends" : "no_falling")),
    { signal });
  const top = (type) => arriving(
    () => items("entities", { ...common, type, limit: MAX_NAMES }, signal),
    (found) => {
      remember(found);
      return rankedNames(type, found, filters);
    },
    { signal });
  const topics = () => arriving(
    async () => (await items("media-topics", { window: common.window, limit: MAX_TOPICS_ASKED }, signal)).filter(hasName).slice(0, MAX_TOPICS),
    (found) => (found.length ? topicRows(found, common.window) : emptyState(filters)),
    { signal });
  const countries = () => arriving(
    () => items("entities", { ...common, type: "LOC", limit: MAX_PLACES }, signal),
    (found) => countryMap(found.filter((one) => one.iso), filters),
    { signal });
  const alerts = () => arriving(
    () => items("alerts", { ...ofOutlets, limit: MAX_ALERTS }, signal),
    alertList,
    { signal });

  // What a part does not know is said in it.
  const ofAllTopics = common.topic ? h("span", {}, ` ${t("of_all_topics")}`) : null;
  const ofAll = common.topic || common.country || common.outlet ? h("span", {}, ` ${t("of_all")}`) : null;
  const places = { rising: trends("rising"), falling: trends("falling"), names: ["PER", "LOC", "ORG"].map(top), topics: topics(), countries: countries(), alerts: alerts() };
  let come = 0;
  let soon = null;
  const live = liveColumn({
    filters: common,
    signal,
    onArticle: () => { come += 1; },
    onNews: () => { soon ??= setTimeout(() => { soon = null; [places.rising, places.falling, places.alerts].forEach(refresh); }, NEWS_MS); },
  });
  const timer = setInterval(() => {
    if (!come || document.hidden) return;
    come = 0;
    Object.values(places).flat().forEach(refresh);
  }, REFRESH_MS);
  signal.addEventListener("abort", () => { clearInterval(timer); clearTimeout(soon); });

  return h("div", { class: "view" },
    h("h1", { class: "unseen" }, t("now")),
    filterBar(["window", "topic", "country", "outlet"], filters),
    h("div", { class: "now" },
      h("div", { class: "now-main" },
        h("div", { class: "rising-part" }, section(t("rising"), { help: [t("rising_help"), ofAllTopics, " ", h("span", { class: "legend seen" }, t("stories")), h("span", { class: "legend usual" }, t("usual"))] }, places.rising)),
        h("div", { class: "falling-part" }, section(t("falling"), { help: [t("falling_help"), ofAllTopics?.cloneNode(true)] }, places.falling)),
        h("div", { class: "names-part" }, places.names),
        h("div", { class: "topics-part" }, section(t("topics_time"), { help: ofAll }, places.topics)),
        h("div", { class: "countries-part" }, section(t("countries"), { help: t("countries_help") }, places.countries)),
        h("div", { class: "alerts-part" }, section(t("alerts"), { help: ofAllTopics?.cloneNode(true) }, places.alerts))),
      live));
}
