// What somebody said, with who said it and where it stands.

import { addressOf } from "./address.js";
import { h, said } from "./dom.js";
import { t } from "./language.js";
import { entityLink, outletLink, timeOf } from "./parts.js";
import { unnamed } from "./known_names.js";

/** Return a quote as it stands in a list; `named` shows its speaker. `names` gives entities by id. */
export function quoteItem(quote, { named = true, names = new Map() } = {}) {
  const speaker = typeof quote.speaker === "string" ? names.get(quote.speaker) ?? unnamed(quote.speaker) : quote.speaker;
  const { article } = quote;
  return h("li", { class: `quote ${quote.direct ? "direct" : "reported"}` },
    h("blockquote", { lang: "ar", dir: "auto" }, quote.text),
    h("p", { class: "meta" },
      named && (speaker ? entityLink(speaker) : h("span", { class: "quiet" }, quote.speaker_words ?? t("anonymous"))),
      article?.source && outletLink(article.source),
      article && timeOf(article.published_at),
      article && h("a", { href: addressOf("article", article.id) }, said(article.title ?? t("article")))));
}
