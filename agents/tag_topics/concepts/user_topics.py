"""A user's own media topics: a file as in seeds/README.md, whose headings say more.

In Arabic, too, how the topic is called, and what it stands under:

    [desk:ports] ports and shipping lanes | موانئ وممرات بحرية | medtop:20000337
    ! ازدحام الموانئ, رسوم العبور
    + ميناء, موانئ

The Arabic name and the topic above may be left out; so may all names for a topic of IPTC's, which then only gets more
phrases.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from agents.tag_topics.concepts import seeds
from agents.tag_topics.concepts.seeds import Seed, SeedError
from agents.tag_topics.concepts.taxonomy import Concept

_HEAD = re.compile(r"\[([\w:-]+)\]\s*(.*)")


def load(file: Path, known: Mapping[str, Concept]) -> tuple[dict[str, Concept], list[Seed]]:
    """Return the topics and the phrases of a user's file.

    Parameters
    ----------
    file
        UTF-8.
    known
        The shipped taxonomy.

    Returns
    -------
    pair
        The new concepts by id, and the phrases of these and of shipped ones.

    Raises
    ------
    SeedError
        When it is not UTF-8, a line cannot be read, a topic has no name, or the one above it does not exist.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise SeedError(f"{file.name}: not UTF-8 at byte {error.start}") from error
    phrases = seeds.parse(lines, file.name)
    heads = [match.groups() for match in map(_HEAD.fullmatch, map(str.strip, lines)) if match]
    found: dict[str, Concept] = {}
    for written, names in heads:
        topic = seeds.topic_id(written.removeprefix("medtop:"))
        if topic in known:
            continue
        english, arabic, broader = ([part.strip() for part in names.split("|")] + ["", "", ""])[:3]
        if not english:
            raise SeedError(f"{file.name}: {topic} is no topic of IPTC's and has no name")
        above = seeds.topic_id(broader.removeprefix("medtop:")) if broader else None
        found[topic] = Concept(id=topic, name_ar=arabic or None, name_en=english, broader=above)
    for concept in found.values():
        if concept.broader and concept.broader not in known and concept.broader not in found:
            raise SeedError(f"{file.name}: {concept.id} stands under {concept.broader}, which does not exist")
    return found, phrases
