// An article's text with its names and quotes marked. Offsets count code points, as the records do.

import { addressOf } from "./address.js";
import { h } from "./dom.js";
import { nameOf } from "./language.js";
import { typeClass } from "./parts.js";

/** Return the mentions of all entities that do not overlap, in the order of the text. */
function mentionsOf(entities, length) {
  const all = entities.flatMap((entity) => (entity.mentions ?? []).map((mention) => ({ ...mention, entity })));
  all.sort((one, other) => one.start - other.start || other.end - one.end);
  const kept = [];
  let end = 0;
  for (const mention of all) {
    if (mention.start < end || mention.end > length || mention.end <= mention.start) continue;
    kept.push(mention);
    end = mention.end;
  }
  return kept;
}

/** Return the text as paragraphs, each name a link to its entity. */
export function markedText(article) {
  const letters = Array.from(article.text ?? "");
  const mentions = mentionsOf(article.entities ?? [], letters.length);
  const paragraphs = [];
  let paragraph = h("p", { dir: "auto" });
  const close = () => {
    if (paragraph.childNodes.length) paragraphs.push(paragraph);
    paragraph = h("p", { dir: "auto" });
  };
  const plain = (from, to) => letters.slice(from, to).join("").split("\n").forEach((line, index) => {
    if (index) close();
    if (line) paragraph.append(line);
  });
  let at = 0;
  for (const { start, end, entity } of mentions) {
    plain(at, start);
    paragraph.append(h("a", { class: `mention ${typeClass(entity.type)}`, href: addressOf("entity", entity.id), title: nameOf(entity) }, letters.slice(start, end).join("").replaceAll("\n", " ")));
    at = end;
  }
  plain(at, letters.length);
  close();
  return paragraphs;
}
