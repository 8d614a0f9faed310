// What is rising or falling, with the evidence on a click.

import { h } from "./dom.js";
import { entityNamed, hasName, outletNamed, topicNamed, typeOf } from "./known_names.js";
import { counted, exact, nameOf, number, roundNumber, t } from "./language.js";
import { articleItem, entityLink, otherNameOf, timeOf, topicLink } from "./parts.js";

const MAX_TIMES = 99;
const MAX_COMPANY = 8;
const MAX_SURPRISE = 12;

function subjectLink(trend) {
  const { subject, others } = trend;
  if (subject.kind === "media_topic") return topicLink(subject);
  if (subject.kind === "pair") {
    return h("span", { class: "pair" }, entityLink(others[0]), h("span", { class: "quiet", "aria-hidden": "true" }, "+"), entityLink(others[1]));
  }
  return entityLink(subject);
}

/** Return trends with the names of what they are about, where records of an earlier version have ids alone; what was taken back is left out. */
export async function withNames(trends, signal) {
  const standing = trends.filter((trend) => trend.standing !== false);
  return Promise.all(standing.map(async (trend) => {
    const { subject } = trend;
    if (subject.kind === "media_topic" && !hasName(subject)) return { ...trend, subject: { ...subject, ...await topicNamed(subject.id) } };
    if (subject.kind !== "pair") return trend;
    const known = new Map((subject.entities ?? []).filter(hasName).map((entity) => [entity.id, { ...entity, type: typeOf(entity.id) }]));
    const others = await Promise.all(subject.ids.map((id) => known.get(id) ?? entityNamed(id, signal)));
    if (hasName(subject)) return { ...trend, others };
    const joined = (name) => others.map((other) => other[name] ?? nameOf(other)).join(" + ");
    return { ...trend, others, subject: { ...subject, name_ar: joined("name_ar"), name_en: joined("name_en") } };
  }));
}

function comparison(trend, most) {
  return h("span", { class: "versus", "aria-hidden": "true", vars: { "--seen": (trend.observed / most).toFixed(3), "--usual": (trend.expected / most).toFixed(3) } },
    h("span", { class: "seen" }), h("span", { class: "usual" }));
}

function evidence(trend, signal) {
  const company = h("p", { class: "chips" });
  void Promise.all((trend.with ?? []).slice(0, MAX_COMPANY).map((id) => entityNamed(id, signal))).then((found) => {
    if (found.length) company.append(h("span", { class: "quiet" }, t("with_whom")), ...found.map((entity) => entityLink(entity)));
  });
  const list = h("ul", { class: "plain-list" });
  void Promise.all((trend.articles ?? []).map(async (article) => ({ ...article, source: await outletNamed(article.source) })))
    .then((found) => list.append(...found.map((article) => articleItem(article))));
  return [
    h("p", { class: "help" }, t("chance", roundNumber(10 ** Math.min(MAX_SURPRISE, Math.floor(trend.surprise))))),
    list,
    company,
  ];
}

/** Return trends, with names, as cards. */
export function trendCards(trends, signal) {
  const most = Math.max(1, ...trends.map((trend) => Math.max(trend.observed, trend.expected)));
  return h("ul", { class: "trends" }, trends.map((trend, index) => card(trend, index, most, signal)));
}

function card(trend, index, most, signal) {
  const id = `evidence-${trend.direction}-${index}-${trend.window.start}`.replace(/[^\w-]/g, "");
  const body = h("div", { class: "evidence", id, hidden: true });
  const rising = trend.direction !== "falling";
  const times = trend.expected > 0 ? trend.observed / trend.expected : MAX_TIMES;
  const button = h("button", {
    type: "button", class: "button why", "aria-expanded": "false", "aria-controls": id,
    onclick: () => {
      const open = button.getAttribute("aria-expanded") !== "true";
      if (open && !body.childElementCount) body.append(...evidence(trend, signal));
      body.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
    },
  }, t("why"), h("span", { class: "unseen" }, ` ${nameOf(trend.subject)}`));
  return h("li", { class: `trend ${rising ? "rising" : "falling"}` },
    h("div", { class: "trend-line" },
      h("span", { class: "arrow", role: "img", "aria-label": t(rising ? "rising_1" : "falling_1") }, rising ? "▲" : "▼"),
      h("h3", { class: "subject" }, subjectLink(trend), otherNameOf(trend.subject)),
      button),
    comparison(trend, most),
    h("p", { class: "meta" },
      h("strong", {}, counted("n_stories", trend.observed)),
      h("span", {}, t("expected", number(trend.expected, 1))),
      rising && times >= 1.5 ? h("span", {}, t("times", number(Math.min(times, MAX_TIMES), 1))) : null,
      h("span", {}, counted("in_outlets", (trend.outlets ?? []).length)),
      h("span", { title: exact(trend.window.start) }, timeOf(trend.window.start))),
    body);
}
