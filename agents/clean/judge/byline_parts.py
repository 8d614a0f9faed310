"""The parts of a byline, between its dashes and bars, each read as what it can be: author, place, agency, outlet."""

import re

from agents.arabic.memo import Memo
from agents.arabic.quotation_marks import CLOSING, MARKS, OPENING
from agents.clean.judge.agencies import agency_of, may_end_agency, read_agency
from agents.clean.judge.byline_words import (
    AFTER_AUTHOR_MARKS,
    AUTHOR_LABELS,
    AUTHOR_MARKS,
    BEHIND_AUTHORS,
    CAPTION_OPENERS,
    COVERING_MARKS,
    DESKS,
    GENRES,
    NOT_IN_NAMES,
    OF_OUTLET,
    OUTLET_OPENERS,
    OUTLET_WORDS,
    PICTURE_MARKS,
)
from agents.clean.judge.person_names import ALI, given_names, is_known_name, is_name
from agents.clean.judge.places import is_place
from agents.clean.read.line_words import split

SIGNS = r"|/\\:؛•·()\[\]،,*"
DASHES = "–—ـ−-"
"""What stands between the parts of a byline, for sets of characters."""
ENDS = " \u00a0\t.:-–—ـ*/|،\u200b\u200e\u200f\u202a\u202b\u202c\ufeff"
"""What is taken off the ends of a part."""
QUOTE = re.compile(f"[{OPENING}]")
_QUOTED = re.compile(f"[{OPENING}]([^{MARKS}]{{2,40}})[{CLOSING}]")
# A pattern that begins with one set of characters is several times quicker than one of alternatives.
_BETWEEN = re.compile(rf"[{SIGNS}{DASHES}](?:(?<=[{SIGNS}])|[{DASHES}]*(?=\s)|(?<=\s[{DASHES}])[{DASHES}]*)")
_HYPHEN = re.compile(r"\s*[-–—]\s*")
_FROM = re.compile(r"\s+من\s+(?=\S+(?:\s\S+){0,2}$)")
_MAX_PART_SPACES = 9
_NAME_WORDS = range(2, 4)
"""Words of a name that only its place tells of."""
_MAX_OUTLET_WORDS = 4
_MIN_LATIN_LETTERS = 4
"""Letters of an outlet's name in Latin ones that stands in quotation marks: «FM» is none."""
_PLACE_BEFORE_AGENCY = (1, 2, 3)
"""Words of an agency's name that may stand behind a place with nothing between them."""


class Parts:
    """What the parts of a line have been read as, in their order."""

    def __init__(self) -> None:
        self.authors: list[str] = []
        self.places: list[str] = []
        self.agencies: list[str] = []
        self.outlets: list[str] = []
        """Other outlets, where an agency would stand."""
        self.is_marked = False
        """Whether an author mark stands in the line: «كتب»."""
        self.names_own_outlet = False
        """Whether the outlet's own name stands in it."""
        self.is_known = False
        """Whether a name is known for one, by its first word."""


def without_preposition(text: str) -> str:
    """Return «من فلان الفلاني» without its preposition."""
    rest = text.removeprefix("من ")
    return rest if rest is not text and is_known_name(split(rest)) else text


def _read_line(key: tuple[str, frozenset[str]]) -> Parts | None:
    line, outlet = key
    parts = Parts()
    rest = _QUOTED.sub(lambda quoted: _take_quoted(quoted[1], parts), line) if QUOTE.search(line) else line
    pieces = [part for piece in _BETWEEN.split(rest) for part in _unhyphened(without_preposition(piece.strip(ENDS)))]
    pieces = _without_pictures(pieces)
    if any(piece.count(" ") > _MAX_PART_SPACES for piece in pieces):
        return None
    for index, piece in enumerate(pieces):
        if piece and not _take(piece, outlet, parts) and not _stands_for_name(pieces, index, parts):
            return None
    if not (parts.is_known or parts.is_marked) and any(
        OF_OUTLET.issuperset(split(piece)) and piece for piece in pieces
    ):
        parts.outlets.extend(parts.authors)  # «عدن تايم/ خاص»
        parts.authors.clear()
    return parts if parts.authors or parts.places or parts.agencies else None


def _stands_for_name(pieces: list[str], index: int, parts: Parts) -> bool:
    """Take a part that looks like no name between a place and an agency: «تونس/ يامنة السالمي/ الأناضول»."""
    words = split(pieces[index])
    between = 0 < index < len(pieces) - 1 and bool(parts.places) and read_agency(pieces[index + 1]) is not None
    if not between or len(words) not in _NAME_WORDS or not NOT_IN_NAMES.isdisjoint(words):
        return False
    parts.authors.append(pieces[index])
    return True


def _without_pictures(pieces: list[str]) -> list[str]:
    """Return pieces without who took the pictures, where another is named before: «هدى السالمي، تصوير: خالد النمر»."""
    if not pieces[1:]:
        return pieces
    kept: list[str] = []
    is_behind_mark = has_name = False
    for piece in pieces:
        words = split(piece)
        is_mark = has_name and bool(words) and words[0] in PICTURE_MARKS
        has_name = has_name or is_name(words)
        if not is_mark and not (is_behind_mark and words):
            kept.append(piece)
        is_behind_mark = (is_mark and len(words) == 1) or (is_behind_mark and not words)
    return kept


_PARTS: Memo[tuple[str, frozenset[str]], Parts | None] = Memo(1 << 12, _read_line)
"""By line and outlet: a title is read both as a byline of its own and as one between title and text."""


def read_parts(line: str, outlet: frozenset[str]) -> Parts | None:
    """Return what the parts of a line are; None where one of them is nothing that a byline holds."""
    return _PARTS[line, outlet]


def _take_quoted(text: str, parts: Parts) -> str:
    """Take a name in quotation marks, an agency or an outlet, and return what is left in its place."""
    agency = read_agency(text)
    if agency:
        parts.agencies.append(agency)
    elif _is_outlet(split(text)) and not (text.isascii() and len(text) < _MIN_LATIN_LETTERS):
        parts.outlets.append(text.strip(ENDS))
    else:
        return f" {text} "
    return " - "


def _unhyphened(piece: str) -> list[str]:
    """Cut «عمان-بترا» where each side is something by itself."""
    halves = [half for half in _HYPHEN.split(piece) if half] if "-" in piece or "–" in piece else []
    if len(halves) > 1 and any(read_agency(half) or is_place(split(half)) for half in halves):
        return halves
    return [piece]


def _take(piece: str, outlet: frozenset[str], parts: Parts) -> bool:
    """Take one part of the line; False where it is nothing that a byline holds."""
    words = split(piece)
    if not words or " ".join(words) in BEHIND_AUTHORS:
        return True
    agency = agency_of(words)
    if outlet and outlet.issuperset(words) and not agency:
        if not (outlet - OUTLET_OPENERS).issubset(words) and is_place(words):
            parts.places.append(piece)  # «بغداد اليوم - بغداد», «هالة منصور - بغداد»
        else:
            parts.names_own_outlet = True
        return True
    if agency:
        parts.agencies.append(agency)
        return True
    if words[0] in AUTHOR_MARKS or " ".join(words[:2]) in AUTHOR_LABELS:
        parts.is_marked = True
        return _take_marked(piece, words, outlet, parts)
    if is_place(words):
        parts.places.append(piece)
        return True
    return (may_end_agency(words[-1]) and _take_place_and_agency(piece, parts)) or _take_from(
        piece, words, outlet, parts
    )


def _take_from(piece: str, words: list[str], outlet: frozenset[str], parts: Parts) -> bool:
    """Take «فلان من الرياض», else a name."""
    name, *rest = _FROM.split(piece) if "من" in words else (piece,)
    if len(rest) == 1 and is_place(split(rest[0])):
        parts.places.append(rest[0])
        return _take(name, outlet, parts)
    return _take_name(piece, words, parts)


def _take_place_and_agency(piece: str, parts: Parts) -> bool:
    """Take a place and an agency with nothing between them: «الرياض واس»."""
    pieces = piece.split()
    for size in _PLACE_BEFORE_AGENCY:
        agency = read_agency(" ".join(pieces[-size:])) if len(pieces) > size else None
        if agency and is_place(split(" ".join(pieces[:-size]))):
            parts.agencies.append(agency)
            parts.places.append(" ".join(pieces[:-size]))
            return True
    return False


def _take_marked(piece: str, words: list[str], outlet: frozenset[str], parts: Parts) -> bool:
    """Take what stands behind an author mark: «تقرير من إعداد فلان», «أعد التقرير فلان»."""
    if " ".join(words[:2]) in AUTHOR_LABELS:
        name = " ".join(piece.split()[2:])
        return not name or (is_known_name(split(name)) and _take_name(name, split(name), parts))
    count = 1
    while count < len(words) and words[count] in AFTER_AUTHOR_MARKS:
        count += 1
    rest = piece
    while rest and len(split(rest)) > len(words) - count:
        rest = rest.partition(" ")[2]
    named = [word for word in split(rest) if len(word) > 1]  # without «د.»
    if named and count == 1 and words[0] in GENRES and not (is_known_name(named) or outlet.issuperset(named)):
        return False
    if words[0] in COVERING_MARKS and len(named) == 1:
        return True  # «تابع الجلسة»
    return not rest or _take(rest, outlet, parts)


def _take_name(piece: str, words: list[str], parts: Parts) -> bool:
    """Take a person's name, a desk or an outlet."""
    if is_name(words) and not (words[0].startswith("ال") and words[0] not in given_names()):
        parts.is_known = parts.is_known or words[0] in given_names()
        parts.authors.append(piece)
        return True
    if len(words) > _MAX_OUTLET_WORDS or any(word in NOT_IN_NAMES for word in words):
        return False
    if words[0] in DESKS:
        return True
    if _is_outlet(words):
        parts.outlets.append(piece)
        return True
    return False


def _is_outlet(words: list[str]) -> bool:
    """Whether words can be an outlet's name."""
    if not words or len(words) > _MAX_OUTLET_WORDS or ALI in words or words[0] in CAPTION_OPENERS:
        return False
    short = 3 if words[0].startswith("ال") else 1
    return len(words) <= short or not OUTLET_WORDS.isdisjoint(words)
