"""The curated part of the lexicon is written by hand: these tests find what a hand gets wrong."""

import json
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from agents.arabic.folding import fold

CURATED = Path(__file__).parents[4] / "agents" / "tag_entities" / "lexicon" / "curated"

TEXTS = {"id", "ar", "en", "type", "kind", "surname", "country", "capital", "seat"}
LISTS = {"also", "alone", "acronyms", "countries", "context", "role", "demonyms"}
FLAGS = {"ambiguous"}
NEEDED = {"id", "ar", "en", "type", "kind"}
ONLY_PEOPLE = {"surname", "alone", "role"}

IDENTIFIER = re.compile(r"(per|loc|org|misc):[a-z0-9]+(-[a-z0-9]+)*")
ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a\u0671-\u06d30-9\u0660-\u0669 .\-/()+:،&«»\"']+")
LATIN = re.compile(r"[^\u0600-\u06ff]+")


@cache
def lines() -> list[tuple[str, str]]:
    """Return every line that is not blank, with the place where it stands."""
    return [
        (f"{path.name}:{number}", line)
        for path in sorted(CURATED.rglob("*.jsonl"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if line.strip()
    ]


@cache
def rows() -> list[tuple[str, dict[str, Any]]]:
    """Return every entity with the place where it stands."""
    return [(place, json.loads(line)) for place, line in lines()]


@cache
def kinds() -> dict[str, set[str]]:
    """Return the kinds of each type, as the folder's README lists them."""
    listing = (CURATED / "README.md").read_text(encoding="utf-8").split("## Kinds")[1]
    return {
        block.split(":", 1)[0].strip(): set(re.findall(r"`([a-z-]+)`", block))
        for block in re.split(r"^- ", listing, flags=re.MULTILINE)[1:]
    }


def names(row: dict[str, Any]) -> list[tuple[str, bool]]:
    """Return the full names of an entity and whether each stands without other evidence."""
    own = (row["ar"], not row.get("ambiguous", False))
    return [own, *((name.rstrip("?"), not name.endswith("?")) for name in row.get("also", []))]


def test_there_are_entities() -> None:
    """An empty folder would pass every other test."""
    assert len(rows()) > 1000


def test_every_line_has_the_needed_fields_and_no_unknown_one() -> None:
    """A misspelt field would be lost in silence."""
    known = TEXTS | LISTS | FLAGS
    wrong = [place for place, row in rows() if not row.keys() >= NEEDED or row.keys() - known]
    assert wrong == []


def test_every_field_has_its_type() -> None:
    """Texts and lists of texts are trimmed, without repeats."""

    def right(field: str, value: object) -> bool:
        if field in LISTS:
            return isinstance(value, list) and len(set(value)) == len(value) > 0 and all(map(trimmed, value))
        if field in FLAGS:
            return value is True
        return trimmed(value) or (field == "surname" and value == "")

    def trimmed(value: object) -> bool:
        return isinstance(value, str) and value != "" and " ".join(value.split()) == value

    wrong = [(place, field) for place, row in rows() for field, value in row.items() if not right(field, value)]
    assert wrong == []


def test_ids_are_readable_unique_and_agree_with_the_type() -> None:
    """One thing has one id in all files, and an id says what it names."""
    places = defaultdict(list)
    for place, row in rows():
        places[row["id"]].append(place)
    repeated = {name: found for name, found in places.items() if len(found) > 1}
    malformed = [
        (place, row["id"])
        for place, row in rows()
        if not IDENTIFIER.fullmatch(row["id"]) or row["id"].split(":")[0] != row["type"].lower()
    ]
    assert (repeated, malformed) == ({}, [])


def test_kinds_are_those_of_the_type() -> None:
    """The README is the list of kinds."""
    wrong = [(place, row["kind"]) for place, row in rows() if row["kind"] not in kinds()[row["type"]]]
    assert wrong == []


def test_arabic_names_are_arabic_and_english_names_are_not() -> None:
    """A Latin letter among Arabic ones, a diacritic or a tatweel would never match."""
    people = [
        (place, name)
        for place, row in rows()
        if row["type"] == "PER"
        for name in [*(name for name, _ in names(row)), *row.get("alone", []), row.get("surname") or row["ar"]]
    ]
    arabic = [
        (place, name) for place, name in [*((p, row["ar"]) for p, row in rows()), *people] if not ARABIC.fullmatch(name)
    ]
    english = [(place, row["en"]) for place, row in rows() if not LATIN.fullmatch(row["en"])]
    assert (arabic, english) == ([], [])


def test_fields_of_people_stand_only_with_people() -> None:
    """A place has no surname."""
    wrong = [place for place, row in rows() if row["type"] != "PER" and row.keys() & ONLY_PEOPLE]
    assert wrong == []


def test_a_person_is_not_known_by_a_first_name_alone() -> None:
    """A single word as a person's full name needs evidence, unless it stands under `alone`."""
    wrong = [
        (place, name)
        for place, row in rows()
        if row["type"] == "PER"
        for name, certain in names(row)
        if certain and " " not in name and name not in row.get("alone", [])
    ]
    assert wrong == []


def test_one_name_does_not_stand_for_two_things_of_a_type() -> None:
    """Where two share a name, at most one of them may have it without evidence: it is the one usually meant."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, row in rows():
        alone = [(name, True) for name in row.get("alone", [])]
        for name, certain in [*names(row), *alone]:
            if certain:
                owners[row["type"], fold(name).replace("عبد ", "عبد")].add(row["id"])
    assert {name: sorted(ids) for name, ids in owners.items() if len(ids) > 1} == {}


def test_countries_and_capitals_are_entities() -> None:
    """A reference to an id that no line has says nothing."""
    known = {row["id"] for _, row in rows()}
    wrong = [
        (place, named)
        for place, row in rows()
        for named in [row.get("country"), row.get("capital"), *row.get("countries", [])]
        if named is not None and named not in known
    ]
    assert wrong == []
