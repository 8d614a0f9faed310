"""The line that says who wrote it, where, and for which agency: «القاهرة - رويترز», «كتب: فلان»."""

import functools
import re
from typing import NamedTuple

from agents.arabic.memo import Memo
from agents.arabic.quotation_marks import OPENING
from agents.clean.judge.agencies import MAX_AGENCY_WORDS, agencies
from agents.clean.judge.byline_parts import DASHES, ENDS, QUOTE, SIGNS, Parts, read_parts, without_preposition
from agents.clean.judge.byline_words import AUTHOR_LABELS, AUTHOR_MARKS, CORRESPONDENTS, NOT_IN_NAMES
from agents.clean.judge.person_names import is_known_name, is_name
from agents.clean.judge.places import places
from agents.clean.read.line_words import split
from streams.records.articles import Byline

MAX_BYLINE_WORDS = 14
"""Words of the longest byline."""
_MAX_CHARACTERS = 120
_MAX_CHARACTERS_WITH_ACCOUNT = 240
_MAX_UNKNOWN_PLACE_WORDS = 2
_MAX_NAME_WORDS = 3
"""Words of a name behind a correspondent's colon that only its place tells of."""
_SAYING_ALONE = AUTHOR_MARKS | {label.partition(" ")[0] for label in AUTHOR_LABELS}
"""First words of lines that need no sign to be bylines: «كتب», «أعد» of «أعد التقرير»."""
_JOINT = re.compile(rf"[_{SIGNS}{OPENING}{DASHES}]")
_ACCOUNT = re.compile(r"\s*[(\[]?(?<![\w.])(?:[\w.+-]*@[\w.-]+|[\w.+-]+@)[)\]]?")
"""An address or an account beside a name, whichever side its sign stands on: «هدى السالمي @hoda»."""
_UNDERSCORE = re.compile(r"(?<=\s)_|_(?=\s)")
"""An underscore in a dash's place: «الرباط _المغرب اليوم»."""
_WIDE = re.compile(r"[ \t\u00a0]{3}")  # as between buttons


class Found(NamedTuple):
    """What a line says of who wrote it and where.

    `sure` tells that the line says so itself (an agency, «كتب»); where it is False, only its place on the page can.
    """

    byline: Byline
    sure: bool
    outlet: str | None = None
    """Another outlet that the line names in an agency's place."""


@functools.cache
def _ruling_out() -> frozenset[str]:
    """Return words that nothing in a byline holds but what stands behind «كتب» or within quotation marks."""
    return NOT_IN_NAMES - _words_of_names() - {"من"}


@functools.cache
def _telling() -> frozenset[str]:
    """Return words of which every line holds one that says by itself that it is a byline."""
    return _SAYING_ALONE | _words_of_names()


@functools.cache
def _words_of_names() -> frozenset[str]:
    return frozenset(word for name in [*agencies(), *places()] for word in name.split(" "))


def can_be_byline(line: str, words: list[str], outlet: frozenset[str], *, titled: bool) -> bool:
    """Whether the words of a line allow that it is one: most headlines need not be taken apart."""
    if words and words[0] in CORRESPONDENTS and not _names_correspondent(line):
        return False
    if not titled and (_telling().isdisjoint(words) or not (_is_joined(line) or _says_so_alone(words))):
        return False
    if not AUTHOR_MARKS.isdisjoint(words):
        return True
    if len(words) > MAX_AGENCY_WORDS and not _is_joined(line):
        return False
    ruling = _ruling_out().intersection(words)
    return not ruling or QUOTE.search(line) is not None or outlet.issuperset(ruling)


def _names_correspondent(line: str) -> bool:
    """Whether no more than a name stands behind a correspondent's colon: «مراسل الشراع: الجلسة تأجلت» is a title."""
    _, colon, behind = line.rpartition(":")
    words = split(behind)
    return not colon or not words or is_known_name(words) or (len(words) <= _MAX_NAME_WORDS and is_name(words))


def _is_joined(line: str) -> bool:
    """Whether there can be several parts in a line."""
    return _JOINT.search(line) is not None or " من " in line


def _says_so_alone(words: list[str]) -> bool:
    """Whether a line without any separator can say by itself that it is a byline: «كتب فلان», «رويترز»."""
    return bool(words) and (words[0] in _SAYING_ALONE or " ".join(words) in agencies())


def read_byline(line: str, outlet: frozenset[str], *, titled: bool = False) -> Found | None:
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
    return _BYLINES[line, outlet, titled]


def _read(key: tuple[str, frozenset[str], bool]) -> Found | None:
    line, outlet, titled = key
    line = _ACCOUNT.sub("", line) if "@" in line and len(line) <= _MAX_CHARACTERS_WITH_ACCOUNT else line
    line = _UNDERSCORE.sub("-", line) if "_" in line else line
    line = without_preposition(_with_mark_apart(line.strip(ENDS)))
    is_code = "_" in line and line.isascii()  # «WTV_Frequency», of a script
    if not line or len(line) > _MAX_CHARACTERS or ".. " in line or is_code or _WIDE.search(line):
        return None
    words = split(line)
    if not can_be_byline(line, words, outlet, titled=titled):
        return None
    parts = read_parts(line, frozenset() if outlet.isdisjoint(words) else outlet)
    return _found(line, parts, titled=titled) if parts is not None else None


def _with_mark_apart(line: str) -> str:
    """Return a line with a space behind its author mark where a hyphen stands alone: «كتب-خالد النمر»."""
    mark, _, name = line.partition("-")
    return f"{mark} {name}" if mark and name[:1].isalpha() and AUTHOR_MARKS.issuperset(split(mark)) else line


_BYLINES: Memo[tuple[str, frozenset[str], bool], Found | None] = Memo(1 << 14, _read)


def _found(line: str, parts: Parts, *, titled: bool) -> Found | None:
    """Return what the parts of a line amount to."""
    authors, named_places = parts.authors, parts.places
    if parts.agencies and not named_places and len(authors) == 1 and not parts.is_known and not parts.is_marked:
        if len(split(authors[0])) > _MAX_UNKNOWN_PLACE_WORDS:
            return None  # a caption with its credit
        authors, named_places = [], authors  # a place that no list has: «زوق مكايل - رويترز»
    sure = (
        bool(parts.agencies)
        or ((parts.is_marked or (parts.names_own_outlet and parts.is_known)) and bool(authors))
        or (parts.names_own_outlet and bool(named_places))
        or (bool(named_places) and (parts.is_known or (bool(parts.outlets) and not authors)))
    )
    is_of_outlet = bool(parts.outlets) and not named_places and not (parts.is_known and authors)
    if not sure and (not titled or is_of_outlet):
        return None
    between = " - " if len(named_places) > 1 and _has_dash_behind(named_places[0], line) else "، "
    return Found(
        Byline(
            author=_joined(authors, "، "),
            agency=_joined(parts.agencies, "، "),
            dateline=_joined(named_places, between),
        ),
        sure,
        parts.outlets[0] if parts.outlets else None,
    )


def _has_dash_behind(name: str, line: str) -> bool:
    """Whether a dash stands behind a name in a line."""
    start = line.find(name)
    while start >= 0:
        if line[start + len(name) :].lstrip()[:1] in ("-", "–", "—"):
            return True
        start = line.find(name, start + 1)
    return False


def _joined(names: list[str], between: str) -> str | None:
    return between.join(dict.fromkeys(name.strip(ENDS) for name in names)) if names else None
