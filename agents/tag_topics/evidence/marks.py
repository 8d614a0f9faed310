"""What is known of an article besides its words, as words of its own: `@section:sport`, `@club`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import orjson

from streams.records.tagged import TaggedArticle

KINDS = Path(__file__).with_name("kinds.json")
LEAD_CHARACTERS = 400
"""Characters after the title within which a first mention is one in the lead."""
TITLE_ZONE, HEADINGS_ZONE, LEAD_ZONE, BODY_ZONE = range(4)


@cache
def kinds() -> Mapping[str, str]:
    """Return the kind of each entity that says something about what an article is about, by id."""
    of_kind: dict[str, list[str]] = orjson.loads(KINDS.read_bytes())
    return {entity: kind for kind, entities in of_kind.items() for entity in entities}


def marks(article: TaggedArticle) -> tuple[list[str], ...]:
    """Return the marks of each zone, each at most once there."""
    found: tuple[list[str], ...] = ([], [], [], [])
    if article.section:
        found[HEADINGS_ZONE].append(f"@section:{article.section}")
    known, title = kinds(), len(article.title)
    for entity in article.entities:
        kind = known.get(entity.id)
        if kind and entity.mentions:
            first = entity.mentions[0].start
            zone = TITLE_ZONE if first < title else LEAD_ZONE if first < title + LEAD_CHARACTERS else BODY_ZONE
            found[zone].append(f"@{kind}")
    return found
