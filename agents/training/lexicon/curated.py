"""The curated entities, as their files have them."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from agents.tag_entities.lexicon.entry import Entry, EntryError, check

FOLDER = Path(__file__).parents[2] / "tag_entities" / "lexicon" / "curated"


def read(folder: Path = FOLDER) -> list[Entry]:
    """Return every curated entity, files and lines in order.

    Raises
    ------
    EntryError
        When a line is not as curated/README.md says, or its id stands in another line too.
    """
    entries: dict[str, Entry] = {}
    for path in sorted(folder.rglob("*.jsonl")):
        for number, entry in _lines(path):
            where = f"{path.relative_to(folder)}:{number}"
            check(entry, where)
            if entries.setdefault(entry.id, entry) is not entry:
                raise EntryError(f"{where}: {entry.id} stands in another line, too")
    return list(entries.values())


def _lines(path: Path) -> Iterator[tuple[int, Entry]]:
    decoder = msgspec.json.Decoder(Entry)
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if line.strip():
            try:
                yield number, decoder.decode(line)
            except msgspec.DecodeError as error:
                raise EntryError(f"{path.name}:{number}: {error}") from error
