// A short list with a button for more of it.

import { announce, h } from "./dom.js";
import { counted, t } from "./language.js";
import { errorState, loadingState } from "./states.js";

/** Return a list that shows `row(item)` for each item of the pages that `fetchPage(cursor)` gives. */
export function moreList(fetchPage, row, { empty, name = "", signal }) {
  const list = h("ul", { class: `plain-list ${name}` });
  const tail = h("div", { class: "more" });
  const host = h("div", {}, list, tail);
  let cursor = null;
  const next = async (asked) => {
    tail.replaceChildren(loadingState());
    try {
      const page = await fetchPage(cursor);
      if (signal?.aborted) return;
      const rows = page.items.map(row);
      list.append(...rows);
      cursor = page.next;
      tail.replaceChildren();
      if (!list.childElementCount) tail.append(empty());
      else if (cursor) tail.append(h("button", { type: "button", class: "button", onclick: () => void next(true) }, t("more")));
      if (asked) {
        rows[0]?.querySelector("a, button")?.focus();
        announce(counted(cursor ? "n_results_so_far" : "n_results", list.childElementCount));
      }
    } catch (error) {
      if (error.name !== "AbortError") tail.replaceChildren(errorState(error, () => void next(asked)));
    }
  };
  void next(false);
  return host;
}
