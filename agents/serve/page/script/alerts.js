// Rules of the user that came true, with what made them.

import { h, said } from "./dom.js";
import { outletNamed, typeOf, unnamed } from "./known_names.js";
import { counted, number, t } from "./language.js";
import { articleItem, entityLink, outletLink, timeOf, topicLink } from "./parts.js";

const SEVERITIES = ["info", "warning", "critical"];

function subjectOf(trend) {
  const known = { ...unnamed(trend.subject), ...(trend.name ? { name_ar: trend.name } : {}) };
  if (trend.subject.startsWith("medtop:")) return topicLink({ id: trend.subject, name_ar: trend.name ?? trend.subject });
  return trend.subject.includes("+") ? said(trend.name ?? trend.subject) : entityLink({ ...known, type: typeOf(trend.subject) });
}

/** Return what made an alert come true: articles, a trend, or an outlet's silence. */
function evidenceOf({ articles = [], trend, silence, count }) {
  const list = h("ul", { class: "plain-list" });
  void Promise.all([...articles].reverse().map(async (article) => ({ ...article, source: await outletNamed(article.source) })))
    .then((found) => list.append(...found.map((article) => articleItem(article))));
  const silent = silence && h("p", {}, t("silent_for"), " ", t("hours", number(silence.hours, 1)), ": ");
  if (silent) void outletNamed(silence.outlet).then((outlet) => silent.append(outletLink(outlet)));
  return [
    count ? h("p", { class: "quiet" }, counted("counted_in_window", count)) : null,
    trend ? h("p", { class: "meta" }, subjectOf(trend), h("strong", {}, counted("n_stories", trend.observed)), h("span", {}, t("expected", number(trend.expected, 1)))) : null,
    silent,
    list,
  ];
}

function alertItem(alert) {
  const severity = SEVERITIES.includes(alert.severity) ? alert.severity : "info";
  const host = h("div", { class: "evidence" });
  const details = h("details", {}, h("summary", {},
    h("span", { class: `severity ${severity}` }, t(`severity_${severity}`)), " ",
    h("strong", {}, said(alert.name || alert.rule)), " ", timeOf(alert.at),
    alert.suppressed ? h("span", { class: "quiet" }, ` ${counted("suppressed", alert.suppressed)}`) : null), host);
  details.addEventListener("toggle", () => {
    if (details.open && !host.childElementCount) host.append(...evidenceOf(alert.evidence ?? {}).filter(Boolean));
  });
  return h("li", { class: "alert" }, details);
}

/** Return alerts as a list, the latest first; without any, where rules stand. */
export function alertList(alerts) {
  if (!alerts.length) return h("p", { class: "quiet" }, t("no_alerts"));
  return h("ul", { class: "plain-list" }, alerts.map(alertItem));
}
