// A story: who carried it and when, how the texts differ, whom it names, what is said in it.

import { addressOf } from "../address.js";
import { ask, idPath } from "../api.js";
import { differences } from "../differences.js";
import { append, h, said } from "../dom.js";
import { counted, exact, percent, span, t } from "../language.js";
import { entityChips, originalLink, outletLink, section, timeOf } from "../parts.js";
import { quoteItem } from "../quotes.js";
import { arriving } from "../states.js";

const MAX_QUOTES = 12;
const MAX_NAMES = 40;

function delay(first, article) {
  const ms = Date.parse(article.published_at ?? "") - Date.parse(first.published_at ?? "");
  return Number.isNaN(ms) || ms <= 0 ? null : t("after", span(ms));
}

function timeline(articles) {
  return h("ol", { class: "timeline" }, articles.map((article, index) => h("li", {},
    h("p", { class: "meta" },
      h("span", { class: "when" }, index ? delay(articles[0], article) ?? timeOf(article.published_at) : h("strong", {}, t("first_to_publish"))),
      article.source && outletLink(article.source),
      article.published_at ? h("time", { datetime: article.published_at }, exact(article.published_at)) : timeOf(null),
      originalLink(article)),
    h("a", { class: "headline", href: addressOf("article", article.id), lang: "ar" }, said(article.title)))));
}

/** Return two texts' differences as one text, with what was left out struck through and what was added marked. */
function differenceText(before, after) {
  const found = differences(before, after);
  const text = h("p", { class: "difference", lang: "ar", dir: "auto" });
  for (const run of found.runs) {
    const tag = { same: "span", gone: "del", new: "ins" }[run.kind];
    append(text, h(tag, {}, run.kind === "same" ? null : h("span", { class: "unseen" }, `${t(run.kind === "gone" ? "left_out" : "added")}: `), run.text), " ");
  }
  const changed = found.runs.some((run) => run.kind !== "same");
  return [
    h("p", { class: "meta" },
      h("span", {}, changed ? t("share_kept", percent(found.kept)) : t("same_text")),
      changed && h("span", {}, h("del", {}, t("left_out")), " ", h("ins", {}, t("added")))),
    text,
  ];
}

function comparison(articles, signal) {
  if (articles.length < 2) return h("p", { class: "quiet" }, t("only_one"));
  const host = h("div");
  const show = (id) => host.replaceChildren(arriving(
    () => Promise.all([articles[0].id, id].map((one) => ask(idPath("articles", one), {}, signal))),
    ([before, after]) => differenceText(before.text, after.text),
    { signal }));
  const choose = h("select", { name: "compare", onchange: (event) => show(event.target.value) },
    articles.slice(1).map((article) => h("option", { value: article.id }, `${article.source?.name ?? ""} · ${article.title}`.slice(0, 90))));
  show(articles[1].id);
  return [h("label", { class: "field wide-field" }, h("span", {}, t("compare_with")), choose), host];
}

/** Return the view. */
export function storyView({ id, signal, setTitle }) {
  return h("div", { class: "view" }, arriving(
    async () => {
      const story = await ask(idPath("stories", id), {}, signal);
      const first = story.told?.[0]?.kept ? await ask(idPath("articles", story.told[0].id), {}, signal).catch(() => null) : null;
      return { story, first };
    },
    ({ story, first }) => {
      setTitle(story.title);
      const articles = (story.told ?? []).filter((article) => article.kept !== false);
      const names = new Map((first?.entities ?? []).map((entity) => [entity.id, entity]));
      const quotes = (first?.quotes ?? []).slice(0, MAX_QUOTES);
      return h("article", { class: "story-view" },
        h("header", { class: "view-head" }, h("p", { class: "meta" }, t("story")), h("h1", { lang: "ar" }, said(story.title)),
          h("p", { class: "meta" }, h("span", {}, counted("n_outlets", new Set(articles.map((article) => article.source?.id)).size)), h("span", {}, counted("n_articles", articles.length)), timeOf(story.first_seen))),
        h("div", { class: "columns" },
          h("div", { class: "wide" },
            section(t("order_time"), {}, timeline(articles)),
            section(t("differences"), {}, comparison(articles, signal))),
          h("div", { class: "narrow" },
            section(t("names_in"), {}, entityChips(story.entities, MAX_NAMES)),
            section(t("quotes"), {}, quotes.length ? h("ul", { class: "plain-list quotes" }, quotes.map((quote) => quoteItem(quote, { names }))) : h("p", { class: "quiet" }, t("no_quotes"))))));
    },
    { signal }));
}
