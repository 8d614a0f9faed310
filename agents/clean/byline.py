"""The line that says who wrote it, where, and for which agency: «القاهرة - رويترز», «كتب: فلان»."""

import functools
import re
import tomllib
from importlib import resources
from typing import NamedTuple

from agents.arabic import fold
from agents.clean.phrases import split
from streams.records import Byline

_PARTS = re.compile(r"\s*(?:(?<=[\s\w)»\"])[-–—ـ−]+(?=[\s\u200b-\u200f«(\"])|[|/:؛•·»«\"“”()\[\]،,*]|\s[-–—ـ]+)\s*")
_AUTHOR_WORDS = frozenset(
    fold(
        "كتب كتبت كتبه بقلم تقرير إعداد اعداد تحرير ترجمة حوار حاوره حاورته حاورها متابعة متابعات تغطية تحقيق أجرى خاص مراسل مراسلنا "
        "مراسلة مراسلتنا المحرر الكاتب الكاتبة الصحفي الصحفية بواسطة أعده أعدته اعده بعثة موفد موفدنا أجراه أجرت صحفي by author written"
    ).split()
)
_AUTHOR_JOIN = frozenset(fold("بواسطة بقلم كتب كتبت إعداد تقرير من الحوار في محرر المحرر الصحفي").split())
_NOT_NAME = frozenset(
    fold(
        "في من عن على إلى أن إن التي الذي هذا هذه بعد قبل خلال مع حول بين منذ حتى لا ما لم لن كان قال أكد أعلن كل عند لدى أو ثم قد هل كيف "
        "ماذا لماذا اليوم أمس غدا أثناء ضد دون عبر نحو حيث وسط أمام خارج داخل تحت فوق يوم عام سنة شهر أول خلف وراء"
    ).split()
)
_NAME_WORDS = range(1, 6)
_PLACE_WORDS = range(1, 4)
_DESKS = frozenset(
    fold(
        "وكالات متابعات متابعة خاص مكتب محرر المحرر تحرير قسم فريق التحرير هيئة غرفة الأخبار أخبار شؤون صحيفة جريدة موقع مراسلون مراسلو بوابة"
    ).split()
)


class Found(NamedTuple):
    """What a line says of who wrote it and where.

    `sure` tells that the line says so itself (an agency, «كتب»); where it is False, only its place on the page can.
    """

    byline: Byline
    sure: bool
    outlet: str | None = None
    """Another outlet that the line names in an agency's place."""


@functools.cache
def agencies() -> dict[str, str]:
    """Give the agencies' names by their folded words."""
    table = tomllib.loads((resources.files(__package__) / "agencies.toml").read_text("utf-8"))
    return {" ".join(split(fold(spelling))): name for name, spellings in table.items() for spelling in spellings}


@functools.cache
def places() -> frozenset[str]:
    """Give the folded names of places from which reports come."""
    folder = resources.files(__package__)
    lines = [line for name in ("places.txt", "places_more.txt") for line in (folder / name).read_text("utf-8").splitlines()]
    return frozenset(" ".join(split(fold(line))) for line in lines if line and not line.startswith("#"))


def agency(text: str) -> str | None:
    """Give the agency that a piece of a line names and nothing else."""
    words = split(fold(text))
    found = agencies().get(" ".join(words))
    if found is None and words and words[0] in _PREFIXES:
        found = agencies().get(" ".join(words[1:]))
    if found is None and len(words) > 1 and words[-1] in _SUFFIXES:
        found = agencies().get(" ".join(words[:-1]))
    return found


_PREFIXES = frozenset(fold("وكالة وكاله عن المصدر خاص و نقلا").split())
_SUFFIXES = frozenset(fold("للأنباء عربي العربية").split())


def is_place(words: list[str]) -> bool:
    """Say whether words name a place, or several with commas gone."""
    if not words or len(words) > 6:  # noqa: PLR2004 - three cities of two words
        return False
    known = places()
    if " ".join(words) in known:
        return True
    start = 0
    while start < len(words):
        for size in (3, 2, 1):
            chunk = words[start : start + size]
            name = " ".join(chunk)
            if len(chunk) == size and (name in known or (start and name[:1] == "و" and name[1:] in known)):
                start += size
                break
        else:
            return False
    return True


def parse(line: str, outlet: frozenset[str], *, titled: bool = False) -> Found | None:
    """Read a line as a byline.

    Parameters
    ----------
    line
        As it stands on the page.
    outlet
        The folded words of the outlet's own name, which is no author.
    titled
        Whether the line stands where bylines stand, so that a bare name or place is one.

    Returns
    -------
    Found or None
        None where the line is none.
    """
    if len(line) > 120:  # noqa: PLR2004 - no byline is longer
        return None
    parts = [part for part in _PARTS.split(line) if part and part.strip("\u200e\u200f\u200b ")]
    if not 1 <= len(parts) <= 7:  # noqa: PLR2004 - a place, an agency, an author and their commas
        return None
    author: list[str] = []
    named: list[str] = []
    place: list[str] = []
    wire: list[str] = []
    other: str | None = None
    marked = False
    awaiting = False
    for part in parts:
        words = split(fold(part))
        if not words:
            continue
        if set(words) <= outlet or (words[0] in _DESKS and set(words) & outlet):
            continue
        found = agency(part)
        if found:
            wire.append(found)
            continue
        if words[0] in _AUTHOR_WORDS:
            marked = True
            rest = _after_mark(part, words)
            if not rest:
                awaiting = True
                continue
            words = split(fold(rest))
            part = rest
            if is_place(words):
                place.append(part)
                continue
            if _is_name(words):
                author.append(part)
                awaiting = False
                continue
            return None
        if is_place(words):
            place.append(part)
            continue
        if words[0] in _DESKS:
            named.append(part)
            continue
        if _is_name(words):
            (author if awaiting or marked and not author else named).append(part)
            awaiting = False
            continue
        return None
    sure = bool(wire) or (marked and bool(author)) 
    if not author and named and not wire:
        pick = _person(named)
        if pick is not None:
            author.append(pick)
            named.remove(pick)
    if not place and named and (wire or author) and len(parts) > 1 and len(split(fold(named[0]))) in _PLACE_WORDS:
        place.append(named.pop(0))
    if named and place:
        other = named[0]
    if not (author or place or wire):
        return None
    if not sure and not titled and not (place and (author or other)):
        return None
    return Found(
        Byline(
            author=_joined(author, "، "),
            agency=_joined(wire, "، "),
            dateline=_joined(place, " - " if _dashed(line, place) else "، "),
        ),
        sure,
        other,
    )


def _dashed(line: str, place: list[str]) -> bool:
    return len(place) > 1 and re.search(re.escape(place[0]) + r"\s*[-–—]", line) is not None


def _joined(parts: list[str], joint: str) -> str | None:
    parts = list(dict.fromkeys(part.strip(" .\u200e\u200f\u200b*") for part in parts))
    return joint.join(parts) if parts else None


def _after_mark(part: str, words: list[str]) -> str:
    """Give what stands behind «كتب», «تقرير من إعداد»."""
    count = 1
    while count < len(words) and words[count] in _AUTHOR_JOIN | _AUTHOR_WORDS:
        count += 1
    pieces = part.split()
    return " ".join(pieces[count:])


def _is_name(words: list[str]) -> bool:
    return (
        len(words) in _NAME_WORDS
        and not any(word in _NOT_NAME or word.isdigit() or len(word) > 20 for word in words)  # noqa: PLR2004 - no word is longer
    )


def _person(parts: list[str]) -> str | None:
    """Choose the part that is likeliest a person: two words or more, the first without an article."""
    for part in parts:
        words = split(fold(part))
        if 2 <= len(words) <= 4 and not words[0].startswith("ال") and words[0] not in _DESKS:  # noqa: PLR2004 - a name's words
            return part
    return None
