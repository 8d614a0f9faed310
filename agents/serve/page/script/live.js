// The live stream: Server-Sent Events, which the browser takes up again by itself where it was lost.

import { apiAddress } from "./api.js";

/**
 * Listen to what comes and passes the filters, until the signal aborts.
 * `onArticle(article)` gets each article; `onNews()` hears that lists have changed: by a trend, an alert, or a gap in the
 * stream that was too long to be told again; `onState("on" | "off")` hears of the connection.
 */
export function listen(filters, { onArticle, onNews, onState, signal }) {
  let source = null;
  let last = null;
  const open = () => {
    source = new EventSource(apiAddress("stream", { ...filters, kinds: "article,trend,alert", last_event_id: last }));
    source.addEventListener("article", (event) => {
      last = event.lastEventId;
      try {
        onArticle(JSON.parse(event.data));
      } catch {
        // One record that cannot be read takes no other along.
      }
    });
    for (const kind of ["trend", "alert", "gap"]) source.addEventListener(kind, onNews);
    source.addEventListener("open", () => onState("on"));
    source.addEventListener("error", () => onState("off"));
  };
  // A browser has six connections to a server: tabs that nobody looks at leave theirs, and catch up when they are seen again.
  const turn = () => {
    if (document.hidden) source.close();
    else if (source.readyState === EventSource.CLOSED) open();
  };
  open();
  document.addEventListener("visibilitychange", turn, { signal });
  signal.addEventListener("abort", () => source.close());
}
