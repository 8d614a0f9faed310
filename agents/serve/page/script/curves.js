// Curves in SVG, drawn to the pixel. Time runs from left to right in both languages, as clocks and calendars' axes do.

import { append, announce, h, s } from "./dom.js";
import { clock, day, exact, number, t } from "./language.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAY_CHARACTERS = 10;
const HOUR_CHARACTERS = 13;
const SPARK_SLOTS = 48;
const SPARK_WIDTH = 96;
const SPARK_HEIGHT = 24;
const CURVE_HEIGHT = 190;
const MARGIN = { top: 12, right: 8, bottom: 22, left: 34 };
const MAX_AXIS_LABELS = 7;
const AXIS_LABEL_WIDTH = 80;
const MAX_CLOCK_MS = 36 * HOUR_MS; // a curve as short as this has hours below it

/** Return when a slot of a curve begins, in ms: an hour (2026-01-28T14) or a day (2026-01-28). */
export function slotStart(key) {
  return Date.parse(key.length > DAY_CHARACTERS ? `${key}:00Z` : `${key}T00:00Z`);
}

/** Return the newest slot of the curves of a list, in ms, or now when there is none: where all of them end. */
export function newestSlot(list) {
  const starts = list.flatMap((one) => Object.keys(one.hours ?? one.days ?? {})).map(slotStart).filter((at) => !Number.isNaN(at));
  return starts.reduce((newest, at) => Math.max(newest, at), 0) || Date.now();
}

/** Return the last counts of a curve by hour or by day, oldest first, up to the slot of `end`. */
export function lastSlots({ hours, days }, end, length = SPARK_SLOTS) {
  const [counts, step, characters] = hours ? [hours, HOUR_MS, HOUR_CHARACTERS] : [days ?? {}, DAY_MS, DAY_CHARACTERS];
  const last = Math.floor(end / step) * step;
  return Array.from({ length }, (_, index) => counts[new Date(last - (length - 1 - index) * step).toISOString().slice(0, characters)] ?? 0);
}

/** Return a curve without axes, a word long. */
export function sparkline(values) {
  const total = values.reduce((sum, value) => sum + value, 0);
  const most = Math.max(1, ...values);
  const step = SPARK_WIDTH / Math.max(1, values.length);
  const height = (value) => (value / most) * (SPARK_HEIGHT - 2);
  const bars = values.map((value, index) => {
    const tall = value ? Math.max(2, height(value)) : 0.75;
    return `M${(index * step).toFixed(1)} ${SPARK_HEIGHT}v${(-tall).toFixed(1)}h${Math.max(1, step - 0.5).toFixed(1)}v${tall.toFixed(1)}z`;
  });
  return s(
    "svg",
    {
      class: "spark", viewBox: `0 0 ${SPARK_WIDTH} ${SPARK_HEIGHT}`, width: SPARK_WIDTH, height: SPARK_HEIGHT,
      role: "img", "aria-label": t("spark", number(total), number(Math.max(0, ...values))),
    },
    s("path", { d: bars.join("") }),
  );
}

function steps(most) {
  const rough = most / 3;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough));
  const found = [];
  for (let value = 0; value <= most; value += step) found.push(value);
  return found;
}

function draw(svg, points, marks, width) {
  const isLong = points[points.length - 1].at - points[0].at > MAX_CLOCK_MS;
  let before = "";
  // A day is named once; hours stand between it and the next.
  const named = (at) => {
    const label = isLong && day(at) !== before ? day(at) : clock(at);
    before = day(at);
    return `\u2068${label}\u2069`; // isolated, so that its own direction holds
  };
  const inner = { width: width - MARGIN.left - MARGIN.right, height: CURVE_HEIGHT - MARGIN.top - MARGIN.bottom };
  const most = Math.max(1, ...points.map((point) => point.value));
  const from = points[0].at;
  const to = Math.max(points[points.length - 1].at, from + 1);
  const x = (at) => MARGIN.left + ((at - from) / (to - from)) * inner.width;
  const y = (value) => MARGIN.top + inner.height - (value / most) * inner.height;
  svg.setAttribute("viewBox", `0 0 ${width} ${CURVE_HEIGHT}`);
  svg.setAttribute("width", width);
  svg.replaceChildren();
  for (const mark of marks) {
    const start = Math.max(from, mark.from);
    const end = Math.min(to, mark.to);
    if (end < from || start > to) continue;
    append(svg, s("rect", {
      class: `mark ${mark.direction}`, x: x(start), y: MARGIN.top, width: Math.max(4, x(end) - x(start)), height: inner.height,
    }, s("title", {}, mark.label)));
  }
  for (const value of steps(most)) {
    append(
      svg,
      s("line", { class: "grid", x1: MARGIN.left, x2: width - MARGIN.right, y1: y(value), y2: y(value) }),
      s("text", { class: "tick", x: MARGIN.left - 6, y: y(value) + 4, "text-anchor": "end" }, number(value)),
    );
  }
  const every = Math.ceil(points.length / Math.min(MAX_AXIS_LABELS, Math.max(2, Math.floor(inner.width / AXIS_LABEL_WIDTH))));
  points.forEach((point, index) => {
    if (index % every) return;
    const at = x(point.at);
    const anchor = index === 0 ? "start" : at > width - AXIS_LABEL_WIDTH / 2 ? "end" : "middle";
    append(svg, s("text", { class: "tick", x: at, y: CURVE_HEIGHT - 6, "text-anchor": anchor }, named(point.at)));
  });
  const line = points.map((point, index) => `${index ? "L" : "M"}${x(point.at).toFixed(1)} ${y(point.value).toFixed(1)}`).join("");
  append(
    svg,
    s("path", { class: "area", d: `${line}L${x(to).toFixed(1)} ${y(0)}L${x(from).toFixed(1)} ${y(0)}z` }),
    s("path", { class: "line", d: line }),
  );
  return { x, y, inner };
}

/**
 * Return a curve with axes: points are {at (ms), value}, marks {from, to (ms), direction, label}.
 * It is read with the pointer, or with the arrow keys when it has the focus; a table holds the same figures.
 */
export function curve(points, { label, marks = [], timed = true }) {
  if (!points.length) return h("p", { class: "quiet" }, t("empty_title"));
  const svg = s("svg", { class: "curve", height: CURVE_HEIGHT, role: "img", "aria-label": label, tabindex: "0" });
  const reading = h("p", { class: "reading" });
  const host = h("div", { class: "plot", dir: "ltr" }, svg, reading);
  let scale = null;
  let chosen = -1;
  const say = (point) => `${timed ? exact(point.at) : day(point.at)} · ${number(point.value)}`;
  const choose = (index, aloud) => {
    chosen = Math.max(0, Math.min(points.length - 1, index));
    const point = points[chosen];
    svg.querySelector(".cursor")?.remove();
    append(svg, s("g", { class: "cursor" },
      s("line", { x1: scale.x(point.at), x2: scale.x(point.at), y1: MARGIN.top, y2: MARGIN.top + scale.inner.height }),
      s("circle", { cx: scale.x(point.at), cy: scale.y(point.value), r: 4 })));
    reading.textContent = say(point);
    if (aloud) announce(say(point));
  };
  svg.addEventListener("pointermove", (event) => {
    const box = svg.getBoundingClientRect();
    const share = (event.clientX - box.left - MARGIN.left) / scale.inner.width;
    choose(Math.round(share * (points.length - 1)), false);
  });
  svg.addEventListener("keydown", (event) => {
    const move = { ArrowLeft: -1, ArrowRight: 1, Home: -points.length, End: points.length }[event.key];
    if (!move) return;
    event.preventDefault();
    choose((chosen < 0 ? points.length - 1 : chosen) + move, true);
  });
  new ResizeObserver(() => {
    if (host.clientWidth > 0) scale = draw(svg, points, marks, host.clientWidth);
  }).observe(host);
  return h("figure", { class: "figure" }, host, table(points, say));
}

function table(points, say) {
  const rows = h("tbody");
  const details = h("details", { class: "figures" }, h("summary", {}, t("as_table")), h("table", {},
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("time")), h("th", { scope: "col" }, t("articles")))), rows));
  details.addEventListener("toggle", () => {
    if (rows.childElementCount) return;
    for (const point of points.filter((one) => one.value)) {
      const [time, value] = say(point).split(" · ");
      append(rows, h("tr", {}, h("th", { scope: "row" }, time), h("td", {}, value)));
    }
  });
  return details;
}

/** Return a horizontal bar: a share of the longest one, with its figure beside it. */
export function bar(value, most) {
  return h("span", { class: "bar", vars: { "--share": (most ? value / most : 0).toFixed(3) } },
    h("span", { class: "bar-fill", "aria-hidden": "true" }), h("span", { class: "bar-value" }, number(value)));
}
