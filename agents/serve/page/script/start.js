// The page: its frame, and which view stands in it.

import { addressOf, here } from "./address.js";
import { announce, fill, h } from "./dom.js";
import { keep } from "./kept.js";
import { language, speak, t } from "./language.js";
import { entityView } from "./views/entity.js";
import { articleView } from "./views/article.js";
import { nowView } from "./views/now.js";
import { pipelineView } from "./views/pipeline.js";
import { searchView } from "./views/search.js";
import { storyView } from "./views/story.js";

const VIEWS = { now: nowView, search: searchView, pipeline: pipelineView, entity: entityView, story: storyView, article: articleView };
const IN_MENU = ["now", "search", "pipeline"];

const ICON = new URL("../icon.svg", import.meta.url).href;
const API_PAGE = new URL("../../docs/", import.meta.url).href;
const content = document.getElementById("content");
let current = { view: null, id: null, stop: new AbortController() };

function theme() {
  return document.documentElement.dataset.theme;
}

function searchForm() {
  const input = h("input", { type: "search", id: "search", name: "q", placeholder: t("search_hint"), "aria-label": t("search_hint"), autocomplete: "off", dir: "auto", maxlength: 200 });
  return h("form", {
    role: "search", class: "masthead-search",
    onsubmit: (event) => {
      event.preventDefault();
      if (input.value.trim()) location.hash = addressOf("search", "", { in: "entities", q: input.value.trim() });
    },
  }, input);
}

function drawFrame() {
  const skip = document.getElementById("skip");
  skip.textContent = t("skip");
  const dark = theme() === "dark";
  fill(document.getElementById("masthead"),
    h("a", { class: "brand", href: addressOf("now") }, h("img", { src: ICON, alt: "", width: 30, height: 30 }), h("span", {}, t("rasid"))),
    h("nav", { "aria-label": t("views") }, h("ul", {}, IN_MENU.map((view) => h("li", {}, h("a", { href: addressOf(view), "data-view": view }, t(view)))))),
    searchForm(),
    h("div", { class: "switches" },
      h("button", {
        type: "button", class: "button plain", id: "language", lang: language() === "ar" ? "en" : "ar",
        onclick: () => { speak(language() === "ar" ? "en" : "ar"); redraw("language"); },
      }, t("other_language")),
      h("button", {
        type: "button", class: "button plain theme", id: "theme", "aria-label": t(dark ? "to_light" : "to_dark"), title: t(dark ? "to_light" : "to_dark"),
        onclick: () => {
          document.documentElement.dataset.theme = dark ? "light" : "dark";
          keep("theme", theme());
          drawFrame();
          document.getElementById("theme").focus();
        },
      }, h("span", { "aria-hidden": "true" }, dark ? "☀" : "☾"))));
  fill(document.getElementById("colophon"), h("p", {}, t("tagline"), " · ", h("a", { href: API_PAGE }, t("api"))), h("p", { class: "quiet" }, t("keys")));
  markMenu();
}

function markMenu() {
  for (const link of document.querySelectorAll("#masthead nav a")) {
    if (link.dataset.view === here().view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function setTitle(text) {
  document.title = text ? `${text} · ${t("rasid")}` : t("rasid");
}

/** Show the view that the address names. The focus goes to its heading when it is another one than before. */
function show() {
  const { view, id, filters } = here();
  const make = VIEWS[view] ?? nowView;
  const moved = current.view !== null && (current.view !== view || current.id !== id);
  const focused = document.activeElement?.closest?.(".filter-bar")?.querySelector(":focus")?.name;
  current.stop.abort();
  current = { view, id, stop: new AbortController() };
  setTitle(t(VIEWS[view] ? view : "now"));
  fill(content, make({ id, filters, signal: current.stop.signal, setTitle }));
  markMenu();
  if (moved) {
    window.scrollTo(0, 0);
    content.focus({ preventScroll: true });
    announce(document.title);
  } else if (focused) {
    content.querySelector(`.filter-bar [name="${CSS.escape(focused)}"]`)?.focus();
  }
}

function redraw(focus) {
  drawFrame();
  show();
  document.getElementById(focus)?.focus();
}

document.addEventListener("keydown", (event) => {
  // With a modifier: a single letter would be in the way of who speaks to the computer (WCAG 2.1.4).
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    document.getElementById("search").focus();
  }
});
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the part behind # belongs to the views
  content.focus();
});
window.addEventListener("hashchange", show);
window.addEventListener("rasid:token", show);
drawFrame();
show();
