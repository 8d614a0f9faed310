// What stands where data will be, or cannot be: it says what is the matter and what to do.

import { refine } from "./address.js";
import { showToken } from "./api.js";
import { h } from "./dom.js";
import { t } from "./language.js";

/** Return the sign that something is on its way. */
export function loadingState() {
  return h("p", { class: "state loading", role: "status" }, h("span", { class: "spinner", "aria-hidden": "true" }), t("loading"));
}

const ADVICE = { 0: "error_network", 404: "error_missing", 410: "error_missing", 429: "error_limit" };

const UNAUTHORIZED = 401;

function tokenForm() {
  const input = h("input", { type: "password", name: "token", required: true, autocomplete: "current-password" });
  const wrong = h("p", { role: "alert", hidden: true }, t("token_wrong"));
  return h("form", {
    class: "state token",
    onsubmit: async (event) => {
      event.preventDefault();
      try {
        await showToken(input.value);
        window.dispatchEvent(new Event("rasid:token"));
      } catch {
        wrong.hidden = false;
        input.focus();
      }
    },
  }, h("strong", {}, t("token_title")), h("p", {}, t("token_text")), h("label", { class: "field" }, h("span", {}, t("token")), input),
  h("button", { type: "submit", class: "button strong" }, t("token_use")), wrong);
}

/** Return what went wrong, with a button that tries again, or with a field for the token where that is what lacks. */
export function errorState(error, again) {
  if (error.status === UNAUTHORIZED) return tokenForm();
  const advice = ADVICE[error.status];
  return h("div", { class: "state failed", role: "alert" },
    h("strong", {}, t("error_title")),
    h("p", {}, advice ? t(advice) : error.message),
    again && h("button", { type: "button", class: "button", onclick: again }, t("retry")));
}

/** Return that there is nothing, and why that may be. */
export function emptyState(filters = {}, text = null) {
  const narrowing = Object.keys(filters).filter((name) => !["in", "sort"].includes(name));
  return h("div", { class: "state empty" },
    h("strong", {}, t("empty_title")),
    h("p", {}, text ?? t(narrowing.length ? "empty_filtered" : "empty_store")),
    narrowing.length > 0 && h("button", {
      type: "button", class: "button", onclick: () => refine(Object.fromEntries(narrowing.map((name) => [name, null]))),
    }, t("clear_filters")));
}

const attempts = new WeakMap();

/** Load a place anew, unless its reader stands in it or has opened something there; what it shows stays until then. */
export function refresh(host) {
  if (!host.contains(document.activeElement) && !host.querySelector('[aria-expanded="true"], details[open]')) void attempts.get(host)?.();
}

/** Return a place that shows a loading sign, then what `make(data)` gives of what `load()` brings, or what went wrong. */
export function arriving(load, make, { signal } = {}) {
  const host = h("div", { class: "arriving" });
  const attempt = async () => {
    if (!host.childElementCount) host.replaceChildren(loadingState());
    host.setAttribute("aria-busy", "true");
    try {
      const data = await load();
      if (signal?.aborted) return;
      host.replaceChildren(...[make(data)].flat().filter(Boolean));
    } catch (error) {
      if (error.name === "AbortError" || signal?.aborted) return;
      host.replaceChildren(errorState(error, () => { host.replaceChildren(); void attempt(); }));
    }
    host.setAttribute("aria-busy", "false");
  };
  attempts.set(host, attempt);
  void attempt();
  return host;
}
