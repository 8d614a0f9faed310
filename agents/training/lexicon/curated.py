"""Read the curated entities."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from agents.tag_entities.lexicon.entry import Entry, EntryError, check

FOLDER = Path(__file__).parents[2] / "tag_entities" / "lexicon" / "curated"


def read(folder: Path = FOLDER) -> list[Entry]:
    """Read every curated entity, files and lines in order; the first of two lines with one id wins, its names joined.

    Raises
    ------
    EntryError
        When a line is not as curated/README.md says.
    """
    entries: dict[str, Entry] = {}
    for path in sorted(folder.rglob("*.jsonl")):
        for number, entry in _lines(path):
            check(entry, f"{path.name}:{number}")
            first = entries.get(entry.id)
            entries[entry.id] = entry if first is None else _joined(first, entry)
    return list(entries.values())


def _joined(first: Entry, second: Entry) -> Entry:
    names = dict.fromkeys([*first.also, *([second.ar] if second.ar != first.ar else []), *second.also])
    return msgspec.structs.replace(
        first,
        also=tuple(names),
        acronyms=tuple(dict.fromkeys([*first.acronyms, *second.acronyms])),
        context=tuple(dict.fromkeys([*first.context, *second.context])),
    )


def _lines(path: Path) -> Iterator[tuple[int, Entry]]:
    decoder = msgspec.json.Decoder(Entry)
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if line.strip():
            try:
                yield number, decoder.decode(line)
            except msgspec.DecodeError as error:
                raise EntryError(f"{path.name}:{number}: {error}") from error
