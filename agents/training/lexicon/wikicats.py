"""Clubs, nationalities and well-known people from ArWikiCats (MIT)."""

import json
import re
from typing import Any, NamedTuple

from agents.training.lexicon.packages import data_file

_ARABIC = re.compile(r"[ء-غف-ي0-9]+(?:[ -][ء-غف-ي0-9]+)*")
_MIN_LETTERS = 4


class Named(NamedTuple):
    """A thing with its English name, as the package writes it in small letters, and its Arabic name."""

    en: str
    ar: str


def _table(*path: str) -> Any:
    return json.loads(data_file("ArWikiCats", "jsons", *path).read_bytes())


def clubs() -> list[Named]:
    """Return clubs; leagues, cups and national teams that stand among them are left out."""
    rows = {**_table("sports", "Clubs_key.json")}
    out = re.compile(r"^(?:دوري|الدوري|كأس|بطولة|منتخب|رابطة|اتحاد كرة|كأس|البطولة)|league|cup|division|liga\b")
    return [
        Named(en, ar)
        for en, ar in sorted(rows.items())
        if _ARABIC.fullmatch(ar) and not out.search(ar) and not out.search(en) and len(en) >= _MIN_LETTERS
    ]


def people() -> list[Named]:
    """Return people of whom the package has the full name."""
    return [
        Named(en, ar)
        for en, ar in sorted(_table("people", "peoples.json").items())
        if _ARABIC.fullmatch(ar) and len(ar.split()) > 1 and not re.search(r"[0-9(]|band|family|brothers", en)
    ]


class Nationality(NamedTuple):
    """An English adjective, the Arabic name of the country and the Arabic adjectives, masculine, feminine, plural."""

    en: str
    country: str
    adjectives: tuple[str, ...]


def nationalities() -> list[Nationality]:
    """Return the nationalities."""
    rows = _table("nationalities", "nationalities_data.json")
    return [
        Nationality(en, row["ar"], tuple(row[k] for k in ("male", "female", "males", "females") if row.get(k)))
        for en, row in sorted(rows.items())
        if row.get("ar")
    ]


def title(name: str) -> str:
    """Return an English name with its capitals."""
    small = {"of", "de", "da", "di", "do", "du", "van", "von", "bin", "ibn", "al", "el", "la", "le", "the", "and", "y"}
    upper = {
        "fc",
        "f.c.",
        "afc",
        "a.f.c.",
        "sc",
        "s.c.",
        "cf",
        "c.f.",
        "ac",
        "a.c.",
        "fk",
        "bk",
        "sv",
        "js",
        "mc",
        "cd",
        "as",
        "rc",
    }
    words = name.split()
    return " ".join(
        word.upper() if word in upper else word if i and word in small else word[:1].upper() + word[1:]
        for i, word in enumerate(words)
    )
