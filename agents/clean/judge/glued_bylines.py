"""Bylines that run into the text's first word: «هالة منصور مصر 2030فيما أعلنت …», «كتبت هالة منصور أعلنت …»."""

import re
from collections.abc import Callable
from itertools import takewhile
from typing import NamedTuple

from agents.arabic import wordlist
from agents.arabic.clitics import ARTICLE
from agents.arabic.reporting_verbs import VERBS
from agents.clean.judge.byline import Found
from agents.clean.judge.byline_words import AUTHOR_MARKS, GENRES, OUTLET_WORDS
from agents.clean.judge.person_names import given_names, is_known_name
from agents.clean.judge.places import is_place
from agents.clean.read.line_words import split
from streams.records.articles import Byline

_MAX_CHARACTERS = 120
_MAX_FIRST_CHARACTERS = 30
"""Characters in which a text's first word stands."""
_NAME_WORDS = range(2, 5)
_MIN_NAME_LETTERS = 3
"""Letters of a name to which the next word is glued."""
_MIN_OPENER_LETTERS = 4
"""Letters of a word that is glued to a name: names end as shorter ones do, «مصطفى» as «في»."""
_MAX_OUTLET_WORDS = 4
DESCRIBED_MARKS = wordlist.load("agents.clean", "bylines.toml").words("described_marks")
"""Author marks behind which a name and what its bearer is may stand."""
_MIN_DESCRIBED_PIECES = 5
"""A mark, its colon, two words of a name and a sign behind them."""
_MARKS = AUTHOR_MARKS - GENRES
_OPENERS = wordlist.load("agents.clean", "bylines.toml").words("lead_openers") | {
    form for verb in VERBS for form in (verb.past, verb.feminine)
}
"""Words with which a text goes on behind the byline."""
_DASHES = "-–—ـ"
_LONG_OPENERS = frozenset(word for word in _OPENERS if len(word) >= _MIN_OPENER_LETTERS)
_BEHIND_OUTLET = re.compile(
    rf"(?P<outlet>[^\W\d_][\w ]{{1,30}}?)\s*[{_DASHES}|/]+\s*(?P<name>[^\W\d_]+(?: [^\W\d_]+){{1,3}})\s*:"
)
"""What may be an outlet's name, and its reporter's up to the colon in front of the text."""
_PIECE = re.compile(r"[^\W\d_]+|\d+|[:|/،,(\-–—ـ]+")


class _Piece(NamedTuple):
    """A word, a number or a sign of the text's opening."""

    text: str
    word: str
    """Folded; empty for a sign."""
    start: int
    end: int


def read_glued_byline(text: str, outlet: frozenset[str], is_known: Callable[[str], bool]) -> Found | None:
    """Return the author in front of a paragraph who is parted from it by nothing that parts words.

    Parameters
    ----------
    text
        The paragraph.
    outlet
        The folded words of the outlet's name: a known name in front of it is the author's.
    is_known
        Tells whether a name is that of another outlet.
    """
    first = split(text[:_MAX_FIRST_CHARACTERS])[:1]
    if not first or not (first[0] in _MARKS or first[0] in given_names()):
        return _read_behind_outlet(text, outlet, is_known)
    pieces = [_piece(found) for found in _PIECE.finditer(text[:_MAX_CHARACTERS])]
    marked = bool(pieces) and pieces[0].word in _MARKS
    if marked:
        pieces = pieces[2 if len(pieces) > 1 and not pieces[1].word else 1 :]
    words = list(takewhile(lambda piece: bool(piece.word), pieces))
    for size in _NAME_WORDS:
        if size >= len(pieces) or size > len(words):
            break
        name, last = [piece.word for piece in words[:size]], words[size - 1]
        cut = _cut(last.word) if marked else 0
        if cut and is_known_name([*name[:-1], last.word[:cut]]):
            return _found([*(piece.text for piece in words[: size - 1]), last.text[:cut]])
        if is_known_name(name):
            found = _found([piece.text for piece in words[:size]])
            other = _other_outlet(text, pieces[size:], outlet, is_known)
            if other or _ends_byline(pieces[size:], outlet, marked=marked):
                return found._replace(outlet=other)
    return _read_behind_outlet(text, outlet, is_known)


def _read_behind_outlet(text: str, outlet: frozenset[str], is_known: Callable[[str], bool]) -> Found | None:
    """Return the author behind an outlet's name in front of a text: «صدى الرافد – هالة منصور: …»."""
    found = _BEHIND_OUTLET.match(text[:_MAX_CHARACTERS])
    if found is None or not is_known_name(split(found["name"])):
        return None
    words = split(found["outlet"])
    is_own = bool(outlet) and outlet.issuperset(words)
    if not words or len(words) > _MAX_OUTLET_WORDS or not (is_own or _is_outlet(found["outlet"], is_known)):
        return None
    return _found([found["name"]])._replace(outlet=None if is_own else found["outlet"])


def read_described_byline(line: str) -> Found | None:
    """Return the author whom a line names with what he is: «إعداد : هاني رمضان طالب – باحث في العلاقات الدولية»."""
    pieces = [_piece(found) for found in _PIECE.finditer(line[:_MAX_CHARACTERS])]
    if len(pieces) < _MIN_DESCRIBED_PIECES or pieces[0].word not in DESCRIBED_MARKS or pieces[1].text[0] not in ":/":
        return None
    named = list(takewhile(lambda piece: bool(piece.word), pieces[2:]))
    if len(named) > _NAME_WORDS[-1] and named[2].word.startswith(ARTICLE):
        named = named[:2]  # «إعداد: مديحة الأعرج المكتب الوطني للدفاع عن الأرض»
    if len(named) not in _NAME_WORDS or len(pieces) <= len(named) + 2:
        return None
    return _found([piece.text for piece in named]) if is_known_name([piece.word for piece in named]) else None


def _piece(found: re.Match[str]) -> _Piece:
    words = split(found[0])
    return _Piece(found[0], words[0] if words else "", *found.span())


def _found(names: list[str]) -> Found:
    return Found(Byline(author=" ".join(names)), sure=True)


def _ends_byline(rest: list[_Piece], outlet: frozenset[str], *, marked: bool) -> bool:
    """Whether what stands behind a name shows that it is the author's: the outlet's name, or how a text goes on."""
    if marked and rest[0].word in _OPENERS:
        return True
    is_parted = not rest[0].word
    if is_parted and rest[0].text[0] in _DASHES and len(rest) > 1 and rest[1].word in _OPENERS:
        return True  # «ملاك العلي- أعلن المتحدث …»
    rest = rest[1:] if is_parted else rest
    named = list(takewhile(lambda piece: bool(piece.word), rest))
    behind = rest[len(named)].text if len(named) < len(rest) else ""
    if is_parted and ":" in behind and named and outlet.issuperset(piece.word for piece in named):
        return True
    own = list(takewhile(lambda piece: piece.word in outlet, named))
    if not outlet or len(own) + 1 < len(outlet):
        return False
    following = named[len(own)] if len(own) < len(named) else None
    if len(own) < len(outlet):
        return following is not None and any(following.word.startswith(word) for word in outlet)
    is_glued = following is not None and following.start == own[-1].end
    return is_parted or is_glued or (following is None and bool(behind))


def _other_outlet(text: str, rest: list[_Piece], outlet: frozenset[str], is_known: Callable[[str], bool]) -> str | None:
    """Return the other outlet that is named between the sign behind a name and the colon in front of the text."""
    named = list(takewhile(lambda piece: bool(piece.word), rest[1:])) if rest and not rest[0].word else []
    behind = rest[len(named) + 1].text if len(named) + 1 < len(rest) else ""
    if not named or ":" not in behind or len(named) > _MAX_OUTLET_WORDS:
        return None
    name = text[named[0].start : named[-1].end]
    is_own = outlet.issuperset(piece.word for piece in named)
    return name if not is_own and _is_outlet(name, is_known) else None


def _is_outlet(name: str, is_known: Callable[[str], bool]) -> bool:
    """Whether another outlet's name stands there: «سعاد العلي - إرم نيوز:مثلما …»."""
    words = split(name)
    return not OUTLET_WORDS.isdisjoint(words) or (not is_place(words) and is_known(name))


def _cut(word: str) -> int:
    """Return where the text's first word begins that is glued to a name: «منصورفيما»; 0 where none is."""
    sizes = (len(word) - len(opener) for opener in _LONG_OPENERS if word.endswith(opener))
    return max((size for size in sizes if size >= _MIN_NAME_LETTERS), default=0)
