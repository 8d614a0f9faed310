// Questions to the API, and its answers. All that the page knows of addresses under api/v1/ stands here.

const BASE = new URL("../../api/v1/", import.meta.url).href; // beside the folder page/, wherever a proxy puts both
const PAGE_SIZE = 50;

// What each list takes, besides `cursor` and `limit`; the API refuses what it does not know, the page's filters are for all.
export const TAKES = {
  entities: ["window", "type", "topic", "country", "outlet", "sort"],
  "search/entities": ["q", "type"],
  articles: ["entity", "topic", "outlet", "country", "genre", "from", "to", "q", "story"],
  stories: ["window", "outlet", "entity", "sort"],
  trends: ["window", "kind", "subject", "direction", "country", "outlet", "sort"],
  alerts: ["rule", "country", "outlet", "from", "to"],
  outlets: ["window", "country", "sort"],
  "media-topics": ["window", "broader"],
  countries: ["window"],
  rejected: ["stage", "reason"],
  stream: ["kinds", "entity", "topic", "outlet", "country", "genre", "q", "last_event_id"],
};
const WHOLE = new Set(["countries", "stream"]); // answers that have no pages

/** What the API answered instead of data: `status` is 0 when nothing answered at all. */
class Failure extends Error {
  constructor(status, message) {
    super(message);
    this.name = "Failure";
    this.status = status;
  }
}

/** Return the address of a list or a thing, with the parameters that have a value. */
export function apiAddress(path, parameters = {}) {
  const query = new URLSearchParams();
  const takes = TAKES[path] && [...(WHOLE.has(path) ? [] : ["cursor", "limit"]), ...TAKES[path]];
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== "" && (!takes || takes.includes(name))) query.set(name, value);
  }
  const tail = query.toString();
  return `${BASE}${path}${tail ? `?${tail}` : ""}`;
}

/** Return a path of the API with an id in it. */
export function idPath(kind, id, ...rest) {
  return [kind, encodeURIComponent(id), ...rest].join("/");
}

/** Return what the API answers, decoded; throw a Failure with what it says went wrong. */
export async function ask(path, parameters = {}, signal = undefined) {
  let response;
  try {
    response = await fetch(apiAddress(path, parameters), { signal, headers: { Accept: "application/json" } });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Failure(0, error.message);
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Failure(response.status, problem.detail || problem.title || `HTTP ${response.status}`);
  }
  return response.json();
}

/** Return where a list is downloaded whole, as csv or ndjson. */
export function exportAddress(path, form, parameters) {
  const taken = Object.entries(parameters).filter(([name]) => TAKES[path].includes(name));
  return apiAddress(`export.${form}`, { list: path, ...Object.fromEntries(taken) });
}

/** Show the API the token; it gives the browser a cookie for it, which the live stream takes along too. */
export async function showToken(token) {
  const response = await fetch(`${BASE}session`, { method: "POST", headers: { Authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Failure(response.status, `HTTP ${response.status}`);
}

/** Return a function that fetches a list page by page, as longList wants it. */
export function pages(path, parameters, signal) {
  return (cursor) => ask(path, { limit: PAGE_SIZE, ...parameters, cursor }, signal);
}

/** Return the first items of a list. */
export async function items(path, parameters, signal) {
  return (await ask(path, parameters, signal)).items;
}
