// A list of any length: pages are fetched as the reader comes near the end, and only the rows in sight are in the document.

import { h } from "./dom.js";
import { counted, t } from "./language.js";
import { errorState, loadingState } from "./states.js";

const ROWS_BEYOND_SIGHT = 8;
const ROWS_BEFORE_FETCH = 40;

/**
 * Return a list that shows `row(item)` for each item, all `height` pixels high.
 * `fetchPage(cursor)` gives {items, next}; `empty()` is shown when there are none; `onCount(n, more)` hears how many are known.
 * The arrow keys, Home and End move from row to row; each row holds one link that takes the focus.
 */
export function longList({ fetchPage, row, height, label, empty, onCount = () => {} }) {
  const items = [];
  const shown = new Map();
  const inner = h("ul", { class: "long-inner", "aria-label": label });
  const tail = h("div", { class: "long-tail" });
  const outer = h("div", { class: "long-list", tabindex: "-1" }, inner);
  const host = h("section", { class: "long", "aria-label": label }, outer, tail);
  let cursor = null;
  let finished = false;
  let fetching = false;

  const place = (index) => {
    const node = h("li", { class: "long-row", "aria-posinset": index + 1, "aria-setsize": finished ? items.length : -1 }, row(items[index], index));
    node.dataset.index = index;
    node.style.transform = `translateY(${index * height}px)`;
    node.style.height = `${height}px`;
    return node;
  };

  const draw = () => {
    if (!host.isConnected) return;
    const first = Math.max(0, Math.floor(outer.scrollTop / height) - ROWS_BEYOND_SIGHT);
    const last = Math.min(items.length, Math.ceil((outer.scrollTop + outer.clientHeight) / height) + ROWS_BEYOND_SIGHT);
    for (const [index, node] of shown) {
      if (index >= first && index < last) continue;
      if (node.contains(document.activeElement)) outer.focus({ preventScroll: true });
      node.remove();
      shown.delete(index);
    }
    for (let index = first; index < last; index += 1) {
      if (shown.has(index)) continue;
      const node = place(index);
      const next = [...inner.children].find((other) => Number(other.dataset.index) > index);
      inner.insertBefore(node, next ?? null);
      shown.set(index, node);
    }
    if (!finished && last + ROWS_BEFORE_FETCH >= items.length) void fetchMore();
  };

  const fetchMore = async () => {
    if (fetching || finished) return;
    fetching = true;
    if (!items.length) tail.replaceChildren(loadingState());
    try {
      const page = await fetchPage(cursor);
      items.push(...page.items);
      cursor = page.next;
      finished = !cursor;
      tail.replaceChildren(...(items.length ? [] : [empty()]));
      outer.hidden = !items.length;
      inner.style.height = `${items.length * height}px`;
      onCount(items.length, !finished);
    } catch (error) {
      tail.replaceChildren(errorState(error, () => void fetchMore()));
      if (error.name === "AbortError") tail.replaceChildren();
      return;
    } finally {
      fetching = false;
    }
    requestAnimationFrame(draw);
  };

  const focusRow = (index) => {
    const wanted = Math.max(0, Math.min(items.length - 1, index));
    const top = wanted * height;
    if (top < outer.scrollTop) outer.scrollTop = top;
    if (top + height > outer.scrollTop + outer.clientHeight) outer.scrollTop = top + height - outer.clientHeight;
    draw();
    shown.get(wanted)?.querySelector("a, button")?.focus({ preventScroll: true });
  };

  outer.addEventListener("keydown", (event) => {
    const at = Number(event.target.closest?.(".long-row")?.dataset.index ?? Math.floor(outer.scrollTop / height));
    const page = Math.max(1, Math.floor(outer.clientHeight / height) - 1);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    focusRow(to);
  });
  let waiting = false;
  outer.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  }, { passive: true });
  new ResizeObserver(draw).observe(outer);
  outer.title = t("list_keys");
  void fetchMore();
  return host;
}

/** Return how many of a list are known, as a reader is told. */
export function countLine(known, more) {
  return counted(more ? "n_results_so_far" : "n_results", known);
}
