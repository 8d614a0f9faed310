// Countries as a map of tiles: each stands about where it lies, and the more articles name it, the deeper its colour.

import { addressOf } from "./address.js";
import { h } from "./dom.js";
import { counted, countryName, number, t } from "./language.js";

// Column and row of each tile; the map is never mirrored, since west is on the left in every language.
const TILES = {
  MA: [1, 1], DZ: [2, 1], TN: [3, 1], LB: [6, 1], SY: [7, 1], IQ: [8, 1],
  MR: [1, 2], LY: [3, 2], EG: [4, 2], PS: [5, 2], JO: [6, 2], KW: [8, 2], BH: [9, 2],
  SD: [4, 3], SA: [7, 3], QA: [8, 3], AE: [9, 3],
  DJ: [5, 4], YE: [7, 4], OM: [8, 4],
  KM: [5, 5], SO: [6, 5],
};
const LEVELS = 5;
const MAX_ELSEWHERE = 10;

function level(value, most) {
  return value ? Math.max(1, Math.ceil((Math.log1p(value) / Math.log1p(most)) * LEVELS)) : 0;
}

/** Return the map and the list of all others, of {iso, count, id} each; `id` is the entity that a tile leads to. */
export function countryMap(counts, filters = {}) {
  const byCode = new Map(counts.map((one) => [one.iso, one]));
  const most = Math.max(1, ...counts.map((one) => one.count));
  const tiles = Object.entries(TILES).map(([code, [column, row]]) => {
    const found = byCode.get(code);
    const count = found?.count ?? 0;
    const tile = h(found?.id ? "a" : "span", {
      class: "tile", "data-level": level(count, most), title: `${countryName(code)}: ${counted("n_articles", count)}`,
      href: found?.id ? addressOf("entity", found.id, { window: filters.window }) : null,
    }, h("span", { class: "tile-name" }, countryName(code)), h("span", { class: "tile-count" }, number(count)));
    return h("li", { vars: { "--column": column, "--row": row } }, tile);
  });
  const others = counts.filter((one) => !(one.iso in TILES)).slice(0, MAX_ELSEWHERE);
  return h("div", { class: "countries" },
    h("ul", { class: "tiles", dir: "ltr" }, tiles),
    others.length ? h("div", { class: "elsewhere" }, h("h3", {}, t("elsewhere")), h("ul", {}, others.map((one) => h("li", {},
      h("a", { href: addressOf("entity", one.id, { window: filters.window }) }, countryName(one.iso)), " ", h("span", { class: "quiet" }, number(one.count)))))) : null);
}
