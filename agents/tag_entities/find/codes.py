"""Models and codes: letters spelt out in Arabic (إف 16, بي يو كاي), and a maker's name with a number (بوينغ 777)."""

from typing import Final

from agents.arabic.tokens import folded
from agents.tag_entities.draft import Draft, EntityRef, Name

_LETTERS: Final = folded(
    "إيه أيه بي سي دي إي أي إف أف جي إتش أتش آي جيه كي كاي أم إم إن أو كيو آر اس تي يو في دبليو إكس أكس واي زد زي تو"
)
_WORDS: Final = folded("في أو أي بي أم آي دي كي سي تو إن إس إي")
"""Letters that are words too: they neither open a code nor make one alone."""
_MAKERS: Final = frozenset(["company", "product", "vehicle", "weapon"])
MAX_CODE_PARTS: Final = 7
MAX_MODEL_DIGITS: Final = 3
"""A model's number, no year."""
MIN_MODEL_DIGITS: Final = 2
MIN_CODE_LETTERS: Final = 3
"""Letters of a code without a number."""


class Codes:
    """The pass that adds codes, and makes makers' names with a number behind them those of models."""

    name = "Codes"

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word is a letter's name, a proclitic aside."""
        return word in _LETTERS or (word[0] in "وبل" and word[1:] in _LETTERS)

    def run(self, draft: Draft) -> None:
        """Add codes."""
        tokens = draft.tokens
        words = tokens.words
        for name in draft.names:
            _lengthen(draft, name)
        done = 0
        for at in draft.starts(self):
            if at < done or draft.is_taken(at):
                continue
            rest = words[at] if words[at] in _LETTERS else words[at][1:]
            last = at + 1
            while (
                last < len(words)
                and last - at < MAX_CODE_PARTS
                and tokens.between(last - 1) in (" ", "-", " - ", ".")
                and not draft.is_taken(last)
            ):
                if words[last] not in _LETTERS and not _number(words[last]):
                    break
                last += 1
                if _number(words[last - 1]):
                    break
            if _is_code([rest, *words[at + 1 : last]]):
                start, end = tokens.spans[at][1] - len(rest), tokens.spans[last - 1][1]
                draft.add(at, last, start, end, EntityRef.of_text("MISC", tokens.text[start:end]))
            done = last


def _number(word: str) -> bool:
    return word.isdecimal() and len(word) <= MAX_MODEL_DIGITS


def _is_code(parts: list[str]) -> bool:
    numbered = parts[-1].isdecimal()
    letters = parts[:-1] if numbered else parts
    sure = sum(1 for part in letters if part not in _WORDS)
    return (
        sure > 0 and parts[0] not in ("في", "او", "اي") and (len(letters) >= MIN_CODE_LETTERS or numbered)
        if letters
        else False
    )


def _lengthen(draft: Draft, name: Name) -> None:
    """Make the name of a maker that of its model: بوينغ 777."""
    tokens, known, at = draft.tokens, name.entity.known, name.last
    if known is None or known.kind not in _MAKERS or at >= len(tokens.words) or draft.is_taken(at):
        return
    number = tokens.words[at]
    if not _number(number) or tokens.between(at - 1) not in (" ", "-") or len(number) < MIN_MODEL_DIGITS:
        return
    end = tokens.spans[at][1]
    entity = EntityRef.of_text("MISC", tokens.text[name.start : end])
    draft.replace(name, name._replace(last=at + 1, end=end, entity=entity, full=True, evidence=()))
