// Names for records that carry ids alone: pairs, company, media topics of trends. Asked for once each.

import { ask, idPath, items } from "./api.js";

const TYPES = { per: "PER", loc: "LOC", org: "ORG" };
const MAX_LISTED = 200;
const entities = new Map();
const lists = new Map();

/** Whether a media topic or an outlet has a name: of what is only above an article's media topics the id alone is known. */
export function hasName(thing) {
  return Boolean(thing.name ?? thing.name_ar ?? thing.name_en ?? thing.country);
}

/** Return all of a list that changes slowly, outlets or media topics; it is asked for once. */
export function listed(path) {
  if (!lists.has(path)) {
    lists.set(path, items(path, { window: "all", limit: MAX_LISTED }).then((found) => found.filter(hasName)).catch(() => {
      lists.delete(path);
      return [];
    }));
  }
  return lists.get(path);
}

/** Return an entity's type by its id, which begins with it. */
export function typeOf(id) {
  return TYPES[String(id).split(":")[0]] ?? "MISC";
}

/** Return what an id says by itself: per:sergey-lavrov is a person called sergey lavrov. */
export function unnamed(id) {
  return { id, name_ar: String(id).split(":").pop().replaceAll("-", " "), type: typeOf(id) };
}

/** Note the names of entities that an answer brought along. */
export function remember(found) {
  for (const entity of found) if (entity?.name_ar) entities.set(entity.id, Promise.resolve(entity));
}

/** Return an entity with its names. */
export function entityNamed(id, signal) {
  if (!entities.has(id)) {
    entities.set(id, ask(idPath("entities", id), {}, signal).catch(() => {
      entities.delete(id);
      return unnamed(id);
    }));
  }
  return entities.get(id);
}

/** Return a media topic with its names. */
export async function topicNamed(id) {
  return (await listed("media-topics")).find((topic) => topic.id === id) ?? { id, name_en: id };
}

/** Return an outlet with its name. */
export async function outletNamed(id) {
  return (await listed("outlets")).find((outlet) => outlet.id === id) ?? { id };
}
