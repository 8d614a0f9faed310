"""Outlets and agencies as sources: to whom somebody speaks, and who quotes somebody."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.lexicon.kinds import PRESS_KINDS
from agents.tag_entities.words.roles import DROPPED, KEPT
from agents.tag_entities.words.speech import INTERVIEWS, QUOTING, SPEECH

_TO: Final = "ل"
"""Before whom somebody speaks to."""
_TO_FORMS: Final = (_TO, "لل")
"""The same, glued to a name without and with its article."""
_WITH: Final = "مع"
"""Before who interviews somebody."""
_FROM: Final = "عن"
"""Before who is quoted."""
_MAX_WORDS_TO_SPOKEN_TO: Final = 14
"""Words from a verb to whom somebody speaks to."""
_MAX_WORDS_TO_INTERVIEWER: Final = 4
"""Words from a noun such as مقابلة to who interviews."""
_MAX_WORDS_TO_QUOTED: Final = 3
"""Words from who quotes to عن."""


def find_press_sources(tokens: Tokens, names: Iterable[Name], reporting: Sequence[int]) -> Iterator[EntityRef]:
    """Yield the outlets and agencies that are sources.

    Parameters
    ----------
    names
        Names of people and bodies, in order.
    reporting
        Positions of words of speech, in order.
    """
    for name in names:
        if name.entity.known is None or name.entity.known.kind not in PRESS_KINDS:
            continue
        if _is_spoken_to(tokens, name, reporting) or _quotes(tokens, name):
            yield name.entity


def _is_spoken_to(tokens: Tokens, name: Name, reporting: Sequence[int]) -> bool:
    """Read قال الحاكم لرويترز; في مقابلة مع قناة الجزيرة."""
    words, first = tokens.words, _opening(tokens, name)
    to = tokens.text[tokens.spans[name.first][0] : name.start] in _TO_FORMS or (
        first < name.first and words[first].startswith(_TO)
    )
    if to or (first and words[first - 1] == _WITH):
        start = max(0, first - _MAX_WORDS_TO_INTERVIEWER)
        lead = [at for at in range(start, first) if words[at] in INTERVIEWS]
        if lead and _in_one_sentence(tokens, lead[-1], first):
            return True
    if not to:
        return False
    number = bisect_left(reporting, first) - 1
    verb = reporting[number] if number >= 0 else first
    return verb < first <= verb + _MAX_WORDS_TO_SPOKEN_TO and _in_one_sentence(tokens, verb, first)


def _quotes(tokens: Tokens, name: Name) -> bool:
    """Read نقلت وكالة رويترز عن لافروف."""
    first = _opening(tokens, name)
    verb = SPEECH.get(tokens.words[first - 1]) if first else None
    behind = range(name.last, min(name.last + _MAX_WORDS_TO_QUOTED, len(tokens.words)))
    quoted = next((at for at in behind if tokens.words[at] == _FROM), None)
    return (
        verb is not None
        and verb.lemma in QUOTING
        and quoted is not None
        and _in_one_sentence(tokens, first - 1, quoted)
    )


def _opening(tokens: Tokens, name: Name) -> int:
    """Return where a name begins, with the generic word before it: قناة الجزيرة."""
    before = tokens.words[name.first - 1] if name.first else ""
    generic = any(word in DROPPED or word in KEPT for word in (before, before.removeprefix(_TO)))
    return name.first - generic


def _in_one_sentence(tokens: Tokens, first: int, last: int) -> bool:
    gaps = "".join(tokens.gaps[first:last])
    return "." not in gaps and "\n" not in gaps
