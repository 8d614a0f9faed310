"""How the words of two names relate: what one leaves out, and what is only spelt in another way."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from agents.arabic.clitics import AND, DEFINITE, JOINED_PREPOSITIONS
from agents.arabic.memo import Memo
from agents.arabic.tokens import tokenize
from agents.tag_entities.lexicon.spelling import bones, sound
from agents.tag_entities.unify.sounds import consonants
from agents.tag_entities.words.name_parts import SERVANT

MIN_STEM_LETTERS: Final = 3
"""Letters that are left of a word without its opening, and of one that may be spelt in two ways."""
MAX_WORDS: Final = 12
"""Words of a name that are compared."""
_MAX_MORE: Final = 2
"""Letters that another spelling of a word has more."""
_MIN_INITIALS: Final = 3
"""Words of a name whose first letters stand for it."""
_SHORT_WORD: Final = 5
"""Letters from which on a word says much."""
RESPELT: Final = 2
"""The rank of names of which words are spelt otherwise."""
SHARING: Final = 7
"""The rank of names that share some words, and have others each."""
_QUARTERS: Final = 4
_MAX_REMEMBERED: Final = 1 << 13

Words = tuple[str, ...]


class Form(NamedTuple):
    """A name as it is compared."""

    words: Words
    """Without article and marks, small letters; عبد and the word behind it are one."""
    latin: bool
    """Whether it is written in Latin letters."""
    keys: frozenset[str]
    """Names that have none in common are not related: most pairs are told so at the cost of one look."""


class Relation(NamedTuple):
    """How a name relates to one with at least as many words."""

    rank: int
    """Relations of a lower one say more."""
    name: str
    unlike: Words = ()
    """Words of the longer name that the shorter one lacks, or the words that are spelt otherwise."""


def form_of(text: str) -> Form:
    """Return a name as it is compared."""
    return _FORMS[text]


def relation(short: Form, long: Form) -> Relation | None:
    """Return how a name relates to another one with at least as many words; None where they share nothing."""
    if not short.words or not long.words:
        return None
    if short.words == long.words:
        return Relation(0, "same")
    if short.latin != long.latin and "".join(short.words).isascii() != "".join(long.words).isascii():
        heard = consonants(" ".join(short.words))
        return Relation(1, "sounds alike") if heard and heard == consonants(" ".join(long.words)) else None
    return _whole(short.words, long.words) or _part(short.words, long.words)


def _whole(short: Words, long: Words) -> Relation | None:
    """Return how the words are the same ones in another spelling or order."""
    if "".join(short) == "".join(long):
        return Relation(1, "joined")
    if len(short) == len(long):
        unlike = [pair for pair in zip(short, long, strict=True) if pair[0] != pair[1]]
        if all(map(_RESPELT.__getitem__, unlike)):
            how = _RESPELT[unlike[0]] if len(unlike) == 1 else "more"
            return Relation(RESPELT, f"respelt {how}", sum(unlike, ()))
        if len(short) > 1 and sorted(short) == sorted(long):
            return Relation(3, "turned round")
    if len(short) == 1 and len(long) >= _MIN_INITIALS and short[0] == "".join(word[0] for word in long):
        return Relation(3, "initials")
    return None


def _part(short: Words, long: Words) -> Relation | None:
    """Return how the words are a part of the others, or share some with them."""
    alike = [next((word for word in long if word == each or _RESPELT[each, word]), "") for each in short]
    if not any(alike):
        return None
    count = len(short)
    at = next((at for at in range(len(long) - count + 1) if long[at : at + count] == short), None)
    if at is not None:
        where = "begins" if at == 0 else "ends" if at + count == len(long) else "inside"
        return Relation(4, where, long[:at] + long[at + count :])
    left = [word for word in long if word not in short]
    rest = iter(long)
    if all(word in rest for word in short):
        return Relation(5, f"skips {short[0] == long[0]} {short[-1] == long[-1]}", tuple(left))
    others = sum(one != other for one, other in zip(short, alike, strict=True))
    left = [word for word in left if word not in alike]
    if all(alike):
        return Relation(6, f"among {min(2, others)} of {min(3, count)}", tuple(left))
    shared = [word for word in alike if word]
    where = "head" if alike[0] == long[0] else "tail" if alike[-1] == long[-1] else "middle"
    share = _QUARTERS * len(shared) // max(len(short), len(long))
    return Relation(SHARING, f"shares {where} {share} {min(2, others)}", tuple(left))


def _respelt(pair: tuple[str, str]) -> str:
    """Return how two words may be spellings of one, or have other proclitics; empty where they are not."""
    shorter, longer = sorted(pair, key=len)
    letters = shorter.isalpha() and longer.isalpha() and len(shorter) >= MIN_STEM_LETTERS
    if not letters or len(longer) - len(shorter) > _MAX_MORE:
        return ""
    if longer[0] in AND + JOINED_PREPOSITIONS and longer[1:] == shorter:
        return "proclitic"
    if sound(shorter) == sound(longer):
        return "sound"
    return "bones" if bones(shorter) and bones(shorter) == bones(longer) else _letter(shorter, longer)


def _letter(shorter: str, longer: str) -> str:
    """Return which letter makes two words unlike: one more, another one, or two in turned order."""
    at = next((at for at, two in enumerate(zip(shorter, longer, strict=False)) if two[0] != two[1]), len(shorter))
    where = "first" if at == 0 else "last" if at >= len(longer) - 1 else "inside"
    size = "long" if len(longer) >= _SHORT_WORD else "short"
    if len(shorter) < len(longer):
        return f"letter {where} {size}" if shorter[at:] == longer[at + 1 :] else ""
    if shorter[at + 1 :] == longer[at + 1 :]:
        return f"other {where} {size}"
    turned = longer[at + 1 : at + 2] + longer[at : at + 1] + longer[at + 2 :]
    return f"swapped {size}" if shorter[at:] == turned else ""


def _form(text: str) -> Form:
    words: list[str] = []
    for word in tokenize(text).words[:MAX_WORDS]:
        if words and words[-1] == SERVANT:
            words[-1] += word
        elif word != AND:
            words.append(_stem(word))
    return Form(tuple(words), text.isascii(), frozenset(_keys(words)))


def _keys(words: list[str]) -> Iterator[str]:
    """Yield what a name has in common with every name that it is related to."""
    for word in words:
        yield from _SPELLINGS[word]
    yield "".join(words)
    heard = consonants(" ".join(words))
    if heard:
        yield f"heard {heard}"
    if len(words) >= _MIN_INITIALS:
        yield "".join([word[0] for word in words])


def _spellings(word: str) -> frozenset[str]:
    """Return a word, the word without each of its letters, and what it sounds like: two spellings of one share some."""
    without = [word[:at] + word[at + 1 :] for at in range(len(word))] if len(word) >= MIN_STEM_LETTERS else []
    return frozenset([word, *without, f"sound {sound(word)}", f"bones {bones(word) or word}"])


def _stem(word: str) -> str:
    for opening in DEFINITE if word.startswith(DEFINITE) else ():
        if word.startswith(opening) and len(word) - len(opening) >= MIN_STEM_LETTERS:
            return word[len(opening) :]
    return word.lower()


_FORMS: Memo[str, Form] = Memo(_MAX_REMEMBERED, _form)
_SPELLINGS: Memo[str, frozenset[str]] = Memo(_MAX_REMEMBERED, _spellings)
_RESPELT: Memo[tuple[str, str], str] = Memo(_MAX_REMEMBERED, _respelt)
