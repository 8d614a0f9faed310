"""Compile kinds.json from the curated entities: `python -m agents.training.topic_model.build_kinds`.

Only the kinds that a seed file names are kept.
"""

import orjson

from agents.tag_topics.concepts import seeds
from agents.tag_topics.evidence.marks import KINDS
from agents.training.lexicon import curated


def main() -> None:
    """Read, choose, write."""
    wanted = {word[1:] for seed in seeds.load() for word in seed.words if word[0] == "@"}
    kinds: dict[str, set[str]] = {}
    for file in sorted(curated.FOLDER.rglob("*.jsonl")):
        for line in filter(None, file.read_bytes().splitlines()):
            entity = orjson.loads(line)
            if entity.get("kind") in wanted:
                kinds.setdefault(entity["kind"], set()).add(entity["id"])
    sorted_kinds = {kind: sorted(entities) for kind, entities in sorted(kinds.items())}
    KINDS.write_bytes(orjson.dumps(sorted_kinds, option=orjson.OPT_INDENT_2) + b"\n")


if __name__ == "__main__":
    main()
