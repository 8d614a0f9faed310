"""Ministries: وزارة الصحة المصرية, الخارجية الأردنية."""

from typing import Final

from agents.arabic.folding import fold
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.composed import Composed, Opening, nation_at
from agents.tag_entities.lexicon.demonyms import is_feminine
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.words.bodies import BARE, MINISTRY, NO_BARE, PORTFOLIOS, WIDER

_AFFAIRS: Final = fold("الشؤون")
"""A portfolio that another one can follow: الشؤون الخارجية."""
MAXMINISTRY_WORDS: Final = 7


class Ministries:
    """Reads a ministry by its portfolio, with its nation or without."""

    name = "Ministries"

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def opens(self, word: str) -> bool:
        """Whether a word is the one for a ministry."""
        return word == MINISTRY

    def read(self, draft: Draft, opening: Opening) -> Composed | None:
        """Read وزارة with all its portfolios and its nation."""
        tokens, first = draft.tokens, opening.position
        words = tokens.words
        last = first + 1
        if last >= len(words) or words[last] not in PORTFOLIOS or tokens.between(first) not in (" ", "  "):
            return None
        portfolio = PORTFOLIOS[words[last]]
        last += 1
        while (
            last < len(words)
            and last - first < MAXMINISTRY_WORDS
            and (words[last] in WIDER or (words[last - 1] == _AFFAIRS and words[last] in PORTFOLIOS))
            and tokens.between(last - 1) == " "
        ):
            last += 1
        country = nation_at(self._lexicon, draft, last)
        if country is not None and is_feminine(words[last]):
            last += 1
        else:
            country = None
        surface = " ".join([words[first][opening.skip :], *words[first + 1 : last]])
        english = f"{portfolio.replace('-', ' ').title()} Ministry"
        return Composed(first, last, opening.skip, "ORG", f"{portfolio}-ministry", english, country, surface)


class BareMinistries:
    """Reads a ministry that is called by its portfolio and nation alone: الخارجية الأردنية."""

    name = "BareMinistries"

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def opens(self, word: str) -> bool:
        """Whether a word is a portfolio that may stand for its ministry."""
        return word in BARE

    def read(self, draft: Draft, opening: Opening) -> Composed | None:
        """Read a portfolio and a nation; behind a noun with an article both are adjectives."""
        words, first = draft.tokens.words, opening.position
        country = nation_at(self._lexicon, draft, first + 1)
        before = words[first - 1] if first else ""
        if (
            country is None
            or not is_feminine(words[first + 1])
            or before in NO_BARE
            or (first and before.startswith(("ال", "لل", "بال", "وال", "فال")))
        ):
            return None
        portfolio = PORTFOLIOS[opening.word]
        surface = f"{MINISTRY} {opening.word} {words[first + 1]}"
        english = f"{portfolio.title()} Ministry"
        return Composed(first, first + 2, opening.skip, "ORG", f"{portfolio}-ministry", english, country, surface)
