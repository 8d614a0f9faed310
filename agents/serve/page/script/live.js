// The live stream: Server-Sent Events, which the browser takes up again by itself where it was lost.

import { apiAddress } from "./api.js";

/**
 * Listen to the articles of the stream that pass the filters, until the signal aborts.
 * `onArticle(article)` gets each; `onState("on" | "off")` hears of the connection.
 */
export function listen(filters, { onArticle, onState, signal }) {
  const source = new EventSource(apiAddress("stream", { ...filters, kinds: "article" }));
  const read = (event) => {
    try {
      onArticle(JSON.parse(event.data));
    } catch {
      // One record that cannot be read takes no other along.
    }
  };
  source.addEventListener("message", read);
  source.addEventListener("article", read);
  source.addEventListener("open", () => onState("on"));
  source.addEventListener("error", () => onState("off"));
  signal.addEventListener("abort", () => source.close());
}
