"""Women named by their fathers, whose own names few lists have: لمينة بنت القطب ولد أمم, الناها منت مكناس."""

from collections.abc import Sequence
from typing import Final

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Span, of_text
from agents.tag_entities.find.person_name import STOP
from agents.tag_entities.word_kinds import Kind, Kinds
from agents.tag_entities.words.roles import TITLES
from agents.tag_entities.words.speech import SPEECH

_DAUGHTER: Final = folded("بنت منت")
_FATHERS: Final = folded("بن ولد بنت منت")
_MOST = 7
"""Words of a name."""


def opens(word: str) -> bool:
    """Say whether a word is the one between a woman's name and her father's."""
    return word in _DAUGHTER


def daughters(tokens: Tokens, places: Sequence[int], taken: bytearray, kinds: Kinds) -> list[Span]:
    """Find such names in words that nothing has taken."""
    words = tokens.words
    found: list[Span] = []
    for at in places:
        if not 0 < at < len(words) - 1 or any(taken[at - 1 : at + 2]):
            continue
        if tokens.between(at - 1) != " " or tokens.between(at) != " ":
            continue
        skip = int(words[at - 1][0] == "و" and _own(words[at - 1][1:], kinds))
        if not (skip or _own(words[at - 1], kinds)):
            continue
        last = at + 2
        if not _borne(words[at + 1], kinds) and words[last : last + 1] not in _LINKS:
            continue
        while last < len(words) and last - at < _MOST and tokens.between(last - 1) == " " and not taken[last]:
            if words[last] in _FATHERS and last + 1 < len(words):
                last += 2
            elif _borne(words[last], kinds) and words[last] not in SPEECH and words[last] not in STOP:
                last += 1
            else:
                break
        start, end = tokens.spans[at - 1][0] + skip, tokens.spans[last - 1][1]
        found.append(Span(at - 1, last, start, end, of_text("PER", tokens.text[start:end])))
    return found


_LINKS: Final = [[word] for word in sorted(_FATHERS)]


def _own(word: str, kinds: Kinds) -> bool:
    """Say whether a word can be a woman's own name: a given name, or one that no dictionary has as it stands."""
    kind: Kind = kinds[word]
    return len(word) > 2 and word not in TITLES and word not in STOP and (kind.given or not kind.exact)  # noqa: PLR2004 - letters


def _borne(word: str, kinds: Kinds) -> bool:
    """Say whether a word can be a father's name."""
    kind = kinds[word]
    return len(word) > 2 and (kind.firm or kind.sure or not kind.common)  # noqa: PLR2004 - letters
