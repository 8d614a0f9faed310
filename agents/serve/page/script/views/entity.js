// An entity: its curve with trends marked, what it said and what is said about it, its company, outlets, stories, articles.

import { addressOf } from "../address.js";
import { ask, idPath, items, pages } from "../api.js";
import { companyGraph } from "../company.js";
import { bar, curve, slotStart } from "../curves.js";
import { h, said } from "../dom.js";
import { filterBar } from "../filters.js";
import { typeOf } from "../known_names.js";
import { counted, countryName, day, nameOf, number, t } from "../language.js";
import { articleItem, otherNameOf, outletLink, section, storyItem, timeOf, topicLink, typeClass } from "../parts.js";
import { moreList } from "../more_list.js";
import { quoteItem } from "../quotes.js";
import { arriving, emptyState } from "../states.js";


const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_POINTS = 400; // of a curve, the latest
const MAX_OUTLETS = 12;
const MAX_TOPICS = 8;
const MAX_STORIES = 6;
const MAX_QUOTES = 5;
const MAX_ARTICLES = 8;
const MAX_TRENDS = 50;
const MAX_DAYS_BY_HOUR = 8;

/** Return a curve's points from counts by hour or by day, with the empty ones between, and up to a moment in ms. */
function pointsOf(counts, step, until) {
  const known = Object.entries(counts ?? {})
    .map(([key, value]) => ({ at: slotStart(key), value }))
    .filter((point) => !Number.isNaN(point.at))
    .sort((one, other) => one.at - other.at);
  if (!known.length) return [];
  const byTime = new Map(known.map((point) => [point.at, point.value]));
  const end = Math.max(known[known.length - 1].at, Math.floor(until / step) * step);
  const start = Math.max(known[0].at, end - MAX_POINTS * step);
  const points = [];
  for (let at = start - step; at <= end + step; at += step) points.push({ at, value: byTime.get(at) ?? 0 });
  return points;
}

function curvePart(entity, trends) {
  const marks = trends.map((trend) => ({
    from: Date.parse(trend.window.start), to: Date.parse(trend.window.start) + (trend.window.hours ?? 1) * HOUR_MS,
    direction: trend.direction, label: `${t(trend.direction === "falling" ? "falling_1" : "rising_1")}: ${number(trend.observed)} / ${t("expected", number(trend.expected, 1))}`,
  }));
  // What falls silent has its trend behind all that is counted.
  const until = Math.min(Date.now(), Math.max(0, ...marks.map((mark) => mark.to - 1)));
  const hours = pointsOf(entity.hours, HOUR_MS, until);
  const days = pointsOf(entity.days, DAY_MS, until);
  const host = h("div");
  const buttons = [["by_hour", hours, true], ["by_day", days, false]].filter(([, points]) => points.length).map(([key, points, timed]) => {
    const button = h("button", {
      type: "button", class: "button plain", "aria-pressed": "false",
      onclick: () => {
        for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
        const total = points.reduce((sum, point) => sum + point.value, 0);
        host.replaceChildren(curve(points, {
          marks, timed,
          label: t("curve_label", nameOf(entity), counted("n_articles", total), day(points[0].at), day(points[points.length - 1].at)),
        }));
      },
    }, t(key));
    return button;
  });
  const short = hours.length && hours.length <= MAX_DAYS_BY_HOUR * 24;
  const first = buttons[buttons.length > 1 && !short ? 1 : 0];
  if (first) first.click();
  else host.append(h("p", { class: "quiet" }, t("undated")));
  return section(t("curve"), { tools: h("span", { class: "switch" }, buttons) }, host);
}

function factsOf(entity) {
  const facts = [
    ["articles", number(entity.articles)], ["stories", number(entity.stories ?? 0)], ["mentions", number(entity.mentions ?? 0)],
    ["first_seen", timeOf(entity.first_seen)], ["last_seen", timeOf(entity.last_seen)],
  ];
  return h("dl", { class: "facts" }, facts.map(([key, value]) => h("div", {}, h("dt", {}, t(key)), h("dd", {}, value))));
}

function heading(entity) {
  return h("header", { class: `view-head ${typeClass(entity.type)}` },
    h("p", { class: "meta" },
      h("span", { class: `entity ${typeClass(entity.type)}` }, t(`${typeClass(entity.type)}_1`)),
      entity.country && h("span", {}, countryName(entity.country)),
      entity.known === false && h("span", {}, t("unknown_entity"))),
    h("h1", {}, said(nameOf(entity))),
    otherNameOf(entity),
    factsOf(entity));
}

function barRows(rows, link) {
  const most = Math.max(1, ...rows.map((row) => row.articles));
  return h("ol", { class: "bars" }, rows.map((row) => h("li", {}, h("span", { class: "who" }, link(row)), bar(row.articles, most))));
}

function quotesPart(id, signal) {
  const host = h("div");
  const buttons = ["by", "about"].map((side) => {
    const button = h("button", {
      type: "button", class: "button plain", "aria-pressed": "false",
      onclick: () => {
        for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
        host.replaceChildren(moreList(pages(idPath("entities", id, "quotes"), { [side]: "true", limit: MAX_QUOTES }, signal), (quote) => quoteItem(quote, { named: side === "about" }), {
          empty: () => h("p", { class: "quiet" }, t("no_quotes")), name: "quotes", signal,
        }));
      },
    }, t(side === "by" ? "said_by" : "said_about"));
    return button;
  });
  buttons[0].click();
  return section(t("quotes"), { tools: h("span", { class: "switch" }, buttons) }, host);
}

/** Return the view. */
export function entityView({ id, filters, signal, setTitle }) {
  return h("div", { class: "view" }, filterBar([], filters), arriving(
    async () => {
      const [entity, trends] = await Promise.all([
        ask(idPath("entities", id), {}, signal),
        items("trends", { subject: id, window: "all", sort: "at", limit: MAX_TRENDS }, signal).catch(() => []),
      ]);
      return { entity, trends: trends.filter((trend) => trend.standing !== false) };
    },
    ({ entity, trends }) => {
      setTitle(nameOf(entity));
      const company = (entity.with ?? []).map((one) => ({ ...one, type: one.type ?? typeOf(one.id), count: one.articles }));
      return h("article", { class: "entity-view" },
        heading(entity),
        h("div", { class: "columns" },
          h("div", { class: "wide" },
            curvePart(entity, trends),
            quotesPart(id, signal),
            section(t("articles"), { tools: h("a", { class: "all", href: addressOf("search", "", { in: "articles", entity: id }) }, t("see_all")) },
              moreList(pages(idPath("entities", id, "articles"), { limit: MAX_ARTICLES }, signal), (article) => articleItem(article), { empty: () => emptyState(filters), signal }))),
          h("div", { class: "narrow" },
            section(t("company"), {}, company.length ? companyGraph(entity, company, filters) : h("p", { class: "quiet" }, t("no_company"))),
            section(t("carried_by"), {}, barRows((entity.outlets_named ?? []).slice(0, MAX_OUTLETS), outletLink)),
            section(t("media_topics"), {}, barRows((entity.media_topics ?? []).slice(0, MAX_TOPICS), topicLink)),
            section(t("stories"), {}, moreList(pages("stories", { entity: id, limit: MAX_STORIES }, signal), (story) => storyItem(story), { empty: () => h("p", { class: "quiet" }, t("no_stories")), signal })))));
    },
    { signal }));
}
