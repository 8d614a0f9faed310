"""Read and check the curated entities."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from streams.records import EntityType

FOLDER = Path(__file__).parent.parent / "curated"
_ID = re.compile(r"(per|loc|org|misc):[a-z0-9]+(-[a-z0-9]+)*")


class CuratedError(ValueError):
    """A curated line breaks a rule of curated/README.md; the message names the file, the line and the rule."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a curated file; see curated/README.md for the fields."""

    id: str
    ar: str
    en: str
    type: EntityType
    kind: str
    also: tuple[str, ...] = ()
    surname: str | None = None
    alone: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    country: str | None = None
    countries: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    ambiguous: bool = False
    section: tuple[str, ...] | str = ()
    role: tuple[str, ...] | str = ()
    since: int | None = None
    until: int | None = None
    demonyms: tuple[str, ...] | dict[Literal["m", "f", "pl"], str] = ()
    capital: str | None = None


def read(folder: Path = FOLDER) -> list[Entry]:
    """Read every curated entity, files and lines in order; the first of two lines with one id wins, its names joined.

    Raises
    ------
    CuratedError
        When a line is not as curated/README.md says.
    """
    entries: dict[str, Entry] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for number, entry in _lines(path):
            _check(entry, f"{path.name}:{number}")
            if entry.id in entries:
                first = entries[entry.id]
                names = dict.fromkeys([*first.also, *([entry.ar] if entry.ar != first.ar else []), *entry.also])
                entry = msgspec.structs.replace(  # noqa: PLW2901 - the joined entry takes the line's place
                    first,
                    also=tuple(names),
                    acronyms=tuple(dict.fromkeys([*first.acronyms, *entry.acronyms])),
                    context=tuple(dict.fromkeys([*first.context, *entry.context])),
                )
            entries[entry.id] = entry
    return list(entries.values())


def _lines(path: Path) -> Iterator[tuple[int, Entry]]:
    decoder = msgspec.json.Decoder(Entry)
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if line.strip():
            try:
                yield number, decoder.decode(line)
            except msgspec.DecodeError as error:
                raise CuratedError(f"{path.name}:{number}: {error}") from error


def _check(entry: Entry, where: str) -> None:
    if not _ID.fullmatch(entry.id):
        raise CuratedError(f"{where}: {entry.id!r} is no id")
    if entry.id.split(":")[0].upper() != entry.type:
        raise CuratedError(f"{where}: the id {entry.id} does not agree with the type {entry.type}")
    if not entry.ar.strip() or not entry.en.strip():
        raise CuratedError(f"{where}: {entry.id} has no name")
