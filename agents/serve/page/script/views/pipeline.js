// The pipeline: rates and lag, what was rejected and why, which outlets fell silent.

import { addressOf } from "../address.js";
import { ask, items } from "../api.js";
import { bar, lastSlots, newestSlot, sparkline } from "../curves.js";
import { h, said } from "../dom.js";
import { exact, number, span, t } from "../language.js";
import { outletLink, section, timeOf } from "../parts.js";
import { silentOutlets } from "../silence.js";
import { arriving, refresh } from "../states.js";

const MAX_SAMPLES = 5;
const MAX_OUTLETS = 200;
const WEEK = "168h"; // in hours, so that the curves are by hour
const MONTH = "720h"; // by its last 200 hours with articles an outlet's pace is known long after it fell silent
const REFRESH_MS = 15_000;
const BEHIND_RECORDS = 1_000;
const RATE_MINUTES = 5;

function table(columns, rows) {
  return h("div", { class: "scroll", tabindex: "0", role: "group" }, h("table", {},
    h("thead", {}, h("tr", {}, columns.map((key) => h("th", { scope: "col" }, t(key))))),
    h("tbody", {}, rows.map(([first, ...rest]) => h("tr", {}, h("th", { scope: "row" }, first), rest.map((cell) => h("td", {}, cell)))))));
}

function statePart(health) {
  const behind = Object.values(health.read_model?.behind ?? {}).reduce((sum, count) => sum + count, 0);
  const rows = [
    ...(health.stages ?? []).map((one) => [one.stage, h("code", {}, one.topic), one.behind]),
    [t("dashboard"), t("all_topics"), behind],
  ];
  const most = Math.max(0, ...rows.map(([, , count]) => count));
  const [word, sign] = !health.healthy ? ["stands_still", "off"] : most > BEHIND_RECORDS ? ["behind", "wait"] : ["healthy", "on"];
  const rate = (key, minutes = []) => h("div", { class: "ranked single" },
    h("span", { class: "who" }, t(key)), sparkline(minutes), h("span", { class: "figure-n" }, number(mean(minutes.slice(-RATE_MINUTES)), 1)));
  const held = Object.entries(health.held ?? {});
  return [
    h("p", { class: "meta" },
      h("span", { class: `live-state ${sign}` }, t(word)),
      health.newest_hour ? h("span", {}, t("newest"), " ", exact(`${health.newest_hour}:00Z`)) : null),
    rate("per_minute", health.articles_per_minute),
    rate("rejected_per_minute", health.rejections_per_minute),
    table(["stage", "topic_col", "lag"], rows.map(([stage, topic, count]) => [stage, topic, number(count)])),
    h("h3", { class: "small-head" }, t("in_store")),
    h("dl", { class: "facts" }, held.map(([key, count]) => h("div", {}, h("dt", {}, t(key)), h("dd", {}, number(count))))),
  ];
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function rejectedPart(counts, signal) {
  if (!counts.length) return h("p", { class: "quiet" }, t("no_rejected"));
  const most = Math.max(...counts.map((one) => one.count));
  return h("ul", { class: "plain-list" }, counts.map((one) => {
    const host = h("div");
    const details = h("details", { class: "reason" },
      h("summary", {}, h("code", {}, one.stage), " ", h("strong", { class: "code" }, one.reason), bar(one.count, most)), host);
    details.addEventListener("toggle", () => {
      if (!details.open || host.childElementCount) return;
      host.append(arriving(
        () => items("rejected", { stage: one.stage, reason: one.reason, limit: MAX_SAMPLES }, signal),
        (found) => h("ul", { class: "samples" }, found.map((sample) => h("li", {},
          said(sample.detail), h("p", { class: "meta" }, timeOf(sample.at), h("code", {}, sample.id))))),
        { signal }));
    });
    return h("li", {}, details);
  }));
}

function silentPart(outlets) {
  const found = silentOutlets(outlets);
  if (!found.length) return h("p", { class: "quiet" }, t("no_silent"));
  return table(["outlet", "silent_for", "usual_gap", "last_seen"], found.map(({ outlet, usual, silent }) =>
    [outletLink(outlet), span(silent), span(usual), timeOf(outlet.last_seen)]));
}

function outletsPart(outlets) {
  const end = newestSlot(outlets);
  return h("ol", { class: "ranked" }, outlets.map((outlet) => h("li", {},
    h("span", { class: "who" }, outletLink(outlet), h("span", { class: "other-name" }, timeOf(outlet.last_seen))),
    sparkline(lastSlots(outlet, end)),
    h("span", { class: "figure-n" }, number(outlet.articles)))));
}

/** Return the view. */
export function pipelineView({ signal }) {
  const state = arriving(() => ask("health", {}, signal), statePart, { signal });
  const timer = setInterval(() => { if (!document.hidden) refresh(state); }, REFRESH_MS);
  signal.addEventListener("abort", () => clearInterval(timer));
  const outlets = items("outlets", { window: WEEK, limit: MAX_OUTLETS }, signal);
  const quietest = items("outlets", { window: MONTH, sort: "silent", limit: MAX_OUTLETS }, signal);
  const both = async () => [...new Map((await Promise.all([outlets, quietest])).flat().map((outlet) => [outlet.id, outlet])).values()];
  return h("div", { class: "view" }, h("h1", { class: "unseen" }, t("pipeline")),
    h("div", { class: "columns" },
      h("div", { class: "wide" },
        section(t("state"), { help: t("lag_help") }, state),
        section(t("rejected"), { help: t("rejected_help") }, arriving(() => ask("rejected", { limit: 1 }, signal), (answer) => rejectedPart(answer.reasons, signal), { signal }))),
      h("div", { class: "narrow" },
        section(t("silent"), { help: t("silent_help") }, arriving(both, silentPart, { signal })),
        section(t("all_outlets"), { tools: h("a", { class: "all", href: addressOf("search", "", { in: "articles" }) }, t("see_all")) }, arriving(() => outlets, outletsPart, { signal })))));
}
