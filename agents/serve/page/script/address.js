// Where the reader is: the view and its filters, all in the address, so that a view can be sent to a colleague.
//   #/now?window=7d&country=EG      #/entity/per:sergey-lavrov      #/search?in=entities&q=لافروف

const FILTERS = ["window", "type", "country", "topic", "outlet", "entity", "genre", "from", "to", "q", "in", "sort"];

/** Return the view, the id in it, and the filters that the address names. */
export function here() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [view = "", ...rest] = path.split("/");
  const filters = {};
  for (const [name, value] of new URLSearchParams(query)) {
    if (FILTERS.includes(name) && value) filters[name] = value.slice(0, 300);
  }
  return { view: view || "now", id: decode(rest.join("/")), filters };
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % that somebody typed
  }
}

/** Return the address of a view. */
export function addressOf(view, id = "", filters = {}) {
  const query = new URLSearchParams();
  for (const name of FILTERS) if (filters[name]) query.set(name, filters[name]);
  const tail = query.toString();
  return `#/${view}${id ? `/${encodeURIComponent(id)}` : ""}${tail ? `?${tail}` : ""}`;
}

/** Go to the same view with other filters; null takes one away. */
export function refine(changes) {
  const { view, id, filters } = here();
  location.hash = addressOf(view, id, { ...filters, ...changes });
}
