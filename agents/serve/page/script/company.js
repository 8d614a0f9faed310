// Who is named beside an entity, as a small graph: the more often, the larger and the thicker.

import { append, s } from "./dom.js";
import { addressOf } from "./address.js";
import { counted, nameOf, number, t } from "./language.js";

const WIDTH = 440;
const HEIGHT = 400;
const MIDDLE = { x: WIDTH / 2, y: HEIGHT / 2 - 8 };
const MAX_COMPANIONS = 10;
const MAX_LABEL_LETTERS = 18;
const RADIUS = { least: 9, most: 20, middle: 24 };

function short(name) {
  const letters = Array.from(name);
  return letters.length > MAX_LABEL_LETTERS ? `${letters.slice(0, MAX_LABEL_LETTERS - 1).join("")}…` : name;
}

function place(index, count) {
  const angle = -Math.PI / 2 + (index / count) * 2 * Math.PI;
  const near = index % 2 ? 0.68 : 1; // every other one further in, so that their names have room
  return {
    x: MIDDLE.x + Math.cos(angle) * (WIDTH / 2 - 62) * near,
    y: MIDDLE.y + Math.sin(angle) * (HEIGHT / 2 - 44) * near,
  };
}

/** Return the graph of an entity and its companions, {id, name_ar, name_en, type, count} each. */
export function companyGraph(entity, companions, filters = {}) {
  const shown = companions.slice(0, MAX_COMPANIONS);
  const most = Math.max(1, ...shown.map((one) => one.count));
  const edges = s("g", { class: "edges" });
  const nodes = s("g", { class: "nodes" });
  shown.forEach((one, index) => {
    const share = Math.sqrt(one.count / most);
    const at = place(index, shown.length);
    const radius = RADIUS.least + (RADIUS.most - RADIUS.least) * share;
    const name = nameOf(one);
    append(edges, s("line", { x1: MIDDLE.x, y1: MIDDLE.y, x2: at.x, y2: at.y, "stroke-width": (1 + 5 * share).toFixed(1) }));
    // Its name is what is seen, so that it can be called by voice.
    append(nodes, s("a", { href: addressOf("entity", one.id, filters), class: `node ${one.type ?? ""}`, "aria-description": counted("n_articles", one.count) },
      s("circle", { cx: at.x, cy: at.y, r: radius.toFixed(1) }),
      s("text", { x: at.x, y: at.y + radius + 15 }, short(name)),
      s("text", { x: at.x, y: at.y + 4, class: "inside" }, number(one.count))));
  });
  append(nodes, s("g", { class: `node middle ${entity.type ?? ""}` },
    s("circle", { cx: MIDDLE.x, cy: MIDDLE.y, r: RADIUS.middle }),
    s("text", { x: MIDDLE.x, y: MIDDLE.y + RADIUS.middle + 17 }, short(nameOf(entity)))));
  return s("svg", { class: "company", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-label": t("company_label", nameOf(entity)) }, edges, nodes);
}
