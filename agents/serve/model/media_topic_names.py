"""Names of media topics that articles only stand below: records name those that they are about, and ids above them."""

import functools
from importlib.resources import files
from typing import NamedTuple

import orjson


class TopicNames(NamedTuple):
    """What a media topic is called."""

    name_ar: str | None
    name_en: str | None


NAMELESS = TopicNames(None, None)


def names_of(topic_id: str) -> TopicNames:
    """Return the names of a media topic of IPTC's; of another one, none."""
    return _names().get(topic_id, NAMELESS)


@functools.cache
def _names() -> dict[str, TopicNames]:
    # Read as data: the file is IPTC's vocabulary, and nothing of the stage that ships it is run.
    lines = files("agents.tag_topics.concepts").joinpath("taxonomy.jsonl").read_bytes().splitlines()
    rows = [orjson.loads(line) for line in lines]
    return {row["id"]: TopicNames(row["name_ar"], row["name_en"]) for row in rows}
