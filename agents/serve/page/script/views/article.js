// An article: its text with the names marked, quotes, media topics, revisions, and the way to its original.

import { addressOf } from "../address.js";
import { ask, idPath } from "../api.js";
import { h, said } from "../dom.js";
import { exact, t } from "../language.js";
import { markedText } from "../marked_text.js";
import { entityChips, originalLink, outletLink, section, timeOf, topicLink } from "../parts.js";
import { quoteItem } from "../quotes.js";
import { arriving } from "../states.js";

const MAX_NAMES = 40;

function heading(article) {
  const byline = article.byline ?? {};
  return h("header", { class: "view-head" },
    h("p", { class: "meta" },
      article.source && outletLink(article.source),
      article.published_at ? h("time", { datetime: article.published_at }, exact(article.published_at)) : timeOf(null),
      byline.author && h("span", {}, t("by", ""), said(byline.author)),
      byline.agency && h("span", {}, t("of_agency", ""), said(byline.agency)),
      originalLink(article)),
    h("h1", { lang: "ar" }, said(article.title)),
    h("p", { class: "chips" }, (article.media_topics ?? []).map(topicLink)));
}

function revisionRows(revisions) {
  return h("ol", { class: "plain-list" }, revisions.map((one) => h("li", {},
    h("p", { class: "meta" }, h("span", {}, t("revision", one.revision)), timeOf(one.updated_at ?? one.received_at)),
    one.title && said(one.title, { lang: "ar" }))));
}

/** Return the view. */
export function articleView({ id, signal, setTitle }) {
  return h("div", { class: "view" }, arriving(
    () => ask(idPath("articles", id), {}, signal),
    (article) => {
      setTitle(article.title);
      const names = new Map((article.entities ?? []).map((entity) => [entity.id, entity]));
      const quotes = article.quotes ?? [];
      const revisions = article.revisions ?? [];
      // The title opens the text; here it stands above it already.
      const body = markedText(article);
      if (body[0]?.textContent.trim() === article.title.trim()) body.shift();
      const story = typeof article.story === "string" ? article.story : article.story?.id;
      return h("article", { class: "article-view" }, heading(article), h("div", { class: "columns" },
        h("div", { class: "wide" }, h("div", { class: "card reading-text", lang: "ar" }, body)),
        h("div", { class: "narrow" },
          story && h("p", {}, h("a", { class: "button", href: addressOf("story", story) }, t("to_story"))),
          section(t("names_in"), {}, entityChips(article.entities, MAX_NAMES)),
          quotes.length ? section(t("quotes"), {}, h("ul", { class: "plain-list quotes" }, quotes.map((quote) => quoteItem(quote, { names })))) : null,
          revisions.length > 1 ? section(t("revisions"), {}, revisionRows(revisions)) : null)));
    },
    { signal }));
}
