// Which outlets fell silent: by their own pace, not by a fixed time.

const HOUR_MS = 3_600_000;
const MIN_ARTICLES = 8;
const TIMES_USUAL = 3;
const MIN_SILENCE_MS = 6 * HOUR_MS;

/**
 * Return the outlets that have published nothing for long, the most surprising first: {outlet, usual, silent} in ms.
 * An outlet is judged by its articles of the hours it is known for; `end` is the newest moment of all outlets, so that a
 * store of old pages is not all silent.
 */
export function silentOutlets(outlets) {
  const last = outlets.map((outlet) => Date.parse(outlet.last_seen ?? "")).filter((at) => !Number.isNaN(at));
  const end = Math.min(Date.now(), Math.max(0, ...last));
  const found = [];
  for (const outlet of outlets) {
    const lastSeen = Date.parse(outlet.last_seen ?? "");
    const hours = Object.keys(outlet.hours ?? {}).map((key) => Date.parse(`${key}:00Z`)).sort((one, other) => one - other);
    const count = Object.values(outlet.hours ?? {}).reduce((sum, value) => sum + value, 0);
    if (Number.isNaN(lastSeen) || count < MIN_ARTICLES) continue;
    const usual = Math.max(HOUR_MS / 4, (lastSeen - hours[0]) / count);
    const silent = end - lastSeen;
    if (silent >= Math.max(MIN_SILENCE_MS, TIMES_USUAL * usual)) found.push({ outlet, usual, silent });
  }
  return found.sort((one, other) => other.silent / other.usual - one.silent / one.usual);
}
