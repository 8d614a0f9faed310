"""Models and codes: letters spelt out in Arabic (إف 16, بي يو كاي), and a maker's name with a number (بوينغ 777)."""

from collections.abc import Sequence
from typing import Final

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Span, of_text, take

_LETTERS: Final = folded(
    "إيه أيه بي سي دي إي أي إف أف جي إتش أتش آي جيه كي كاي أم إم إن أو كيو آر اس تي يو في دبليو إكس أكس واي زد زي تو"
)
_WORDS: Final = folded("في أو أي بي أم آي دي كي سي تو إن إس إي")
"""Letters that are words too: they neither open a code nor make one alone."""
_MAKERS: Final = frozenset(["company", "product", "vehicle", "weapon"])
_MOST = 7


def opens(word: str) -> bool:
    """Say whether a word is a letter's name, a proclitic aside."""
    return word in _LETTERS or (word[0] in "وبل" and word[1:] in _LETTERS)


def models(tokens: Tokens, places: Sequence[int], spans: list[Span], taken: bytearray) -> list[Span]:
    """Add codes in words that nothing has taken, and lengthen makers' names by the number behind them."""
    words = tokens.words
    spans = [_lengthened(tokens, span, taken) for span in spans]
    done = 0
    for at in places:
        if at < done or taken[at]:
            continue
        rest = words[at] if words[at] in _LETTERS else words[at][1:]
        last = at + 1
        while (
            last < len(words)
            and last - at < _MOST
            and tokens.between(last - 1) in (" ", "-", " - ", ".")
            and not taken[last]
        ):
            if words[last] not in _LETTERS and not _number(words[last]):
                break
            last += 1
            if _number(words[last - 1]):
                break
        letters = [rest, *words[at + 1 : last]]
        if _is_code(letters):
            start = tokens.spans[at][1] - len(rest)
            end = tokens.spans[last - 1][1]
            span = Span(at, last, start, end, of_text("MISC", tokens.text[start:end]))
            spans.append(span)
            take(taken, span)
        done = last
    return spans


def _number(word: str) -> bool:
    return word.isdecimal() and len(word) < 4  # noqa: PLR2004 - a model's number, no year


def _is_code(parts: list[str]) -> bool:
    numbered = parts[-1].isdecimal()
    letters = parts[:-1] if numbered else parts
    sure = sum(1 for part in letters if part not in _WORDS)
    return sure > 0 and parts[0] not in ("في", "او", "اي") and (len(letters) > 2 or numbered) if letters else False  # noqa: PLR2004 - letters


def _lengthened(tokens: Tokens, span: Span, taken: bytearray) -> Span:
    known = span.named.known
    at = span.last
    if known is None or known.kind not in _MAKERS or at >= len(tokens.words) or taken[at]:
        return span
    if not _number(tokens.words[at]) or tokens.between(at - 1) not in (" ", "-") or len(tokens.words[at]) < 2:  # noqa: PLR2004 - digits
        return span
    end = tokens.spans[at][1]
    longer = Span(span.first, at + 1, span.start, end, of_text("MISC", tokens.text[span.start : end]))
    take(taken, longer)
    return longer
