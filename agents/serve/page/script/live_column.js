// The live stream as a column: the newest articles on top, as many as a reader can take in.

import { items } from "./api.js";
import { announce, h } from "./dom.js";
import { counted, t } from "./language.js";
import { listen } from "./live.js";
import { articleItem, section } from "./parts.js";

const MAX_SHOWN = 40;
const FIRST_SHOWN = 12;
const MAX_WAITING = 200;
const BETWEEN_DRAWS_MS = 250;
const BETWEEN_WORDS_MS = 20_000;

/** Return the column; `onArticle` hears of each article too, `onNews` of trends and alerts. */
export function liveColumn({ filters, signal, onArticle, onNews }) {
  const list = h("ol", { class: "live-list plain-list", reversed: true });
  const state = h("span", { class: "live-state wait", role: "status" });
  const note = h("p", { class: "quiet live-note" }, t("live_wait"));
  let waiting = [];
  let unsaid = 0;
  let saidAt = 0;
  let paused = false;
  let timer = null;

  const draw = () => {
    timer = null;
    if (paused) {
      note.textContent = counted("paused", waiting.length);
      note.hidden = false;
      return;
    }
    if (!waiting.length) return;
    const fresh = waiting.slice(-MAX_SHOWN).reverse();
    waiting = [];
    note.hidden = true;
    list.prepend(...fresh.map((article) => articleItem(article)));
    while (list.childElementCount > MAX_SHOWN) {
      if (list.lastElementChild.contains(document.activeElement)) break; // somebody stands there
      list.lastElementChild.remove();
    }
    unsaid += fresh.length;
    if (Date.now() - saidAt > BETWEEN_WORDS_MS) {
      announce(counted("new_articles", unsaid));
      unsaid = 0;
      saidAt = Date.now();
    }
  };

  const button = h("button", {
    type: "button", class: "button plain", "aria-pressed": "false",
    onclick: () => {
      paused = !paused;
      button.textContent = t(paused ? "resume" : "pause");
      button.setAttribute("aria-pressed", String(paused));
      note.hidden = !paused;
      draw();
    },
  }, t("pause"));

  // What came just before, so that nobody looks at an empty column.
  void items("articles", { ...filters, limit: FIRST_SHOWN }, signal).then((found) => {
    list.append(...found.map((article) => articleItem(article)));
    note.hidden = note.hidden || found.length > 0;
  }, () => {}); // the list above all says it when nothing answers
  listen(filters, {
    signal,
    onNews,
    onArticle: (article) => {
      onArticle(article);
      waiting.push(article);
      if (waiting.length > MAX_WAITING) waiting.shift();
      timer ??= setTimeout(draw, BETWEEN_DRAWS_MS);
    },
    onState: (now) => {
      state.className = `live-state ${now}`;
      state.textContent = t(now === "on" ? "live_on" : "live_off");
    },
  });
  return h("aside", { class: "live-part", "aria-label": t("live") },
    section(t("live"), { name: "live-card", tools: h("span", { class: "live-tools" }, state, button) }, note, list));
}
