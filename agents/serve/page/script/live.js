// The live stream: Server-Sent Events, which the browser takes up again by itself where it was lost.

import { apiAddress } from "./api.js";

/**
 * Listen to what comes and passes the filters, until the signal aborts.
 * `onArticle(article)` gets each article; `onNews()` hears that lists have changed: by a trend, an alert, or a gap in the
 * stream that was too long to be told again; `onState("on" | "off")` hears of the connection.
 */
export function listen(filters, { onArticle, onNews, onState, signal }) {
  const source = new EventSource(apiAddress("stream", { ...filters, kinds: "article,trend,alert" }));
  source.addEventListener("article", (event) => {
    try {
      onArticle(JSON.parse(event.data));
    } catch {
      // One record that cannot be read takes no other along.
    }
  });
  for (const kind of ["trend", "alert", "gap"]) source.addEventListener(kind, onNews);
  source.addEventListener("open", () => onState("on"));
  source.addEventListener("error", () => onState("off"));
  signal.addEventListener("abort", () => source.close());
}
