"""Give a text to the name model in the form that it reads, and bring its spans back to the text's tokens."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import ModelName
from agents.tag_entities.words.name_parts import JOINING_SURNAMES

_ENDS = frozenset(".!؟?")
MAX_NAME_WORDS: Final = 8
"""Words of a name that two of the model's make."""


class Sentences(NamedTuple):
    """A text's sentences for the model, and the position in the text of each of their words, -1 for punctuation."""

    words: list[list[str]]
    positions: list[list[int]]


def sentences(tokens: Tokens, shown: Callable[[int, int], str] | None = None) -> Sentences:
    """Cut a text into sentences of words and single punctuation marks; letters and digits that touch are one word.

    Words are as the tokens have them, folded, or what `shown` gives for their stretches of the folded text.
    """
    words: list[str] = []
    positions: list[int] = []
    cut = Sentences([words], [positions])
    gap, first = "", 0
    forms = tokens.words if shown is None else [shown(*span) for span in tokens.spans]
    for last in [position for position, behind in enumerate(tokens.gaps, 1) if behind != " "]:
        if not gap and words:
            words[-1] += forms[first]
            first += 1
        else:
            for sign in gap:
                if not sign.isspace():
                    words.append(sign)
                    positions.append(-1)
            if words and ("\n" in gap or (not _ENDS.isdisjoint(gap) and gap[-1:].isspace())):
                words, positions = [], []
                cut.words.append(words)
                cut.positions.append(positions)
        words += forms[first:last]
        positions += range(first, last)
        gap, first = tokens.gaps[last - 1], last
    return cut


def names_in_text(
    cut: Sentences, found: Sequence[Sequence[tuple[int, int, str, float]]], tokens: Tokens
) -> list[ModelName]:
    """Return the model's spans of a text's sentences as names of the text's tokens, in order."""
    names: list[ModelName] = []
    for positions, spans in zip(cut.positions, found, strict=True):
        for first, last, entity_type, score in spans:
            inside = [position for position in positions[first:last] if position >= 0]
            if inside:
                end = inside[-1] + 1
                while end < len(tokens.words) and tokens.spans[end][0] == tokens.spans[end - 1][1]:
                    end += 1  # a word that the model saw as one
                name = ModelName(inside[0], end, entity_type, score)  # type: ignore[arg-type] # the model's types are ours
                if names and _goes_on(tokens, names[-1], name):
                    name = name._replace(first=names[-1].first, score=min(score, names.pop().score))
                names.append(name)
    return names


def _goes_on(tokens: Tokens, name: ModelName, behind: ModelName) -> bool:
    """Whether a person's name right behind another is the rest of that one's: آنا ماريا لوبيز [دي سوزا]."""
    return (
        name.type == behind.type == "PER"
        and name.last == behind.first
        and behind.last - name.first <= MAX_NAME_WORDS
        and behind.last - behind.first > 1
        and tokens.words[behind.first] in JOINING_SURNAMES
        and tokens.gaps[name.last - 1] == " "
    )
