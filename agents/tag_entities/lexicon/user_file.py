"""The user's own file: entities to add, ids to merge, ids to silence; read anew when it changes."""

import hashlib
import logging
from pathlib import Path
from typing import NamedTuple

import msgspec

from agents.tag_entities.lexicon.entry import Entry, EntryError, check, known_of, surfaces_of
from agents.tag_entities.lexicon.flags import SURNAME, WEAK, flags_of, index_of, pack
from agents.tag_entities.lexicon.lexicon import Lexicon

_log = logging.getLogger(__name__)


class Merge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An id that is another."""

    merge: str
    into: str


class Silence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An id that is never given."""

    silence: str


class Extra(NamedTuple):
    """What a user's file says."""

    entries: list[Entry]
    merges: dict[str, str]
    silenced: frozenset[str]


def parse(data: bytes, name: str) -> Extra:
    """Read a user's file: JSON Lines, of the fields of curated/README.md, or `{"merge", "into"}`, or `{"silence"}`.

    Raises
    ------
    EntryError
        When a line is none of these, or merges run in a circle.
    """
    entries: list[Entry] = []
    merges: dict[str, str] = {}
    silenced: set[str] = set()
    for number, line in enumerate(data.splitlines(), start=1):
        where = f"{name}:{number}"
        if not line.strip() or line.lstrip().startswith(b"#"):
            continue
        try:
            keys = msgspec.json.decode(line, type=dict[str, msgspec.Raw]).keys()
            if "merge" in keys:
                merge = msgspec.json.decode(line, type=Merge)
                merges[merge.merge] = merge.into
            elif "silence" in keys:
                silenced.add(msgspec.json.decode(line, type=Silence).silence)
            else:
                entry = msgspec.json.decode(line, type=Entry)
                check(entry, where)
                entries.append(entry)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise EntryError(f"{where}: {error}") from error
    return Extra(entries, {one: _merged_into(one, merges, name) for one in merges}, frozenset(silenced))


def _merged_into(one: str, merges: dict[str, str], name: str) -> str:
    """Return the id that an id is merged into in the end."""
    met = {one}
    while one in merges:
        one = merges[one]
        if one in met:
            raise EntryError(f"{name}: merges run in a circle at {one}")
        met.add(one)
    return one


def overlay(base: Lexicon, extra: Extra, version: str) -> Lexicon:
    """Return the lexicon that a user's file makes of another."""
    artifact = base.artifact
    entities = list(artifact.entities)
    indices = {known.id: index for index, known in enumerate(entities)}
    surfaces = dict(artifact.surfaces)
    for entry in extra.entries:
        index = indices.setdefault(entry.id, len(entities))
        old = entities[index] if index < len(entities) else None
        known = known_of(entry, old.iso if old else None)
        if old is None:
            entities.append(known)
        else:
            entities[index] = msgspec.structs.replace(known, geonames=old.geonames, wikidata=old.wikidata)
        for surface, flags in surfaces_of(entry):
            surfaces[surface] = _with_bearer(surfaces.get(surface, []), index, flags)
    merged = {indices[one]: indices[into] for one, into in extra.merges.items() if one in indices and into in indices}
    if merged:
        surfaces = {surface: _with_merged(bearers, merged) for surface, bearers in surfaces.items()}
    changed = msgspec.structs.replace(artifact, entities=entities, surfaces=surfaces)
    return Lexicon(
        changed,
        version,
        merges=extra.merges,
        silenced=extra.silenced,
        own=frozenset(entry.id for entry in extra.entries),
    )


def _with_bearer(bearers: list[int], index: int, flags: int) -> list[int]:
    """Return the packed bearers of a surface with one more; of one that bears it twice, the surer flags."""
    others = [packed for packed in bearers if index_of(packed) != index]
    own = [packed for packed in bearers if index_of(packed) == index] + [pack(index, flags)]
    return [*others, min(own, key=lambda packed: (flags_of(packed) & SURNAME, flags_of(packed) & WEAK))]


def _with_merged(bearers: list[int], merged: dict[int, int]) -> list[int]:
    """Return the packed bearers of a surface with merged entities in the place of those that are others."""
    if not any(index_of(packed) in merged for packed in bearers):
        return bearers
    result: list[int] = []
    for packed in bearers:
        index = index_of(packed)
        result = _with_bearer(result, merged.get(index, index), flags_of(packed))
    return result


class Watched:
    """A lexicon with the user's file over it, which is read anew when it has changed.

    Parameters
    ----------
    base
        The lexicon that Rasid ships.
    path
        The user's file; empty: none.
    """

    def __init__(self, base: Lexicon, path: str) -> None:
        self._base = base
        self._path = Path(path) if path else None
        self._stamp: tuple[int, int] | None = None
        self._wrong: tuple[int, int] | str | None = None
        """What the file was when it was last found wrong, or what was wrong with getting at it."""
        self._hash = ""
        self.lexicon = base
        if self._path is not None:
            self._read(self._path)

    def changed(self) -> bool:
        """Look at the file; return whether `lexicon` is another now. A file that is wrong or gone changes nothing."""
        if self._path is None:
            return False
        stamp: tuple[int, int] | None = None
        try:
            stamp = self._stamp_of(self._path)
            if stamp in (self._stamp, self._wrong):
                return False
            before = self._hash
            self._read(self._path)
        except (OSError, EntryError) as error:
            wrong = stamp or str(error)
            if wrong != self._wrong:  # once for each version of the file
                _log.warning("the lexicon stays as it is: %s", error)
            self._stamp, self._wrong = None, wrong
            return False
        self._wrong = None
        return self._hash != before

    @staticmethod
    def _stamp_of(path: Path) -> tuple[int, int]:
        status = path.stat()
        return status.st_mtime_ns, status.st_size

    def _read(self, path: Path) -> None:
        stamp = self._stamp_of(path)
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()[:12]
        if digest != self._hash:
            self.lexicon = overlay(self._base, parse(data, path.name), f"{self._base.version}+{digest}")
        self._hash, self._stamp = digest, stamp
