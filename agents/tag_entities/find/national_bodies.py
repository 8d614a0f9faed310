"""Bodies with their nation: الجيش اللبناني, البنك المركزي المصري, الاتحاد السعودي لكرة القدم."""

from agents.tag_entities.draft import Draft
from agents.tag_entities.find.composed import Composed, Opening, nation_at
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.words.bodies import BODIES, SPORT_ONLY


class NationalBodies:
    """Reads a body that each nation has, by its word and a nationality adjective.

    Parameters
    ----------
    federations
        Whether to read words that name such a body only with لكرة القدم behind them, or the others.
    """

    def __init__(self, lexicon: Lexicon, *, federations: bool = False) -> None:
        self.name = "FootballFederations" if federations else "NationalBodies"
        self._lexicon = lexicon
        self._federations = federations
        self._lengths: dict[str, list[int]] = {}
        """First words, to how many words the bodies have that begin so, most first."""
        for body in sorted(BODIES, key=lambda body: -len(body.split(" "))):
            words = body.split(" ")
            if (words[0] in SPORT_ONLY) == federations:
                self._lengths.setdefault(words[0], []).append(len(words))

    def opens(self, word: str) -> bool:
        """Whether a word can begin such a body."""
        return word in self._lengths

    def read(self, draft: Draft, opening: Opening) -> Composed | None:
        """Read the longest body that begins here, and its nation."""
        tokens, first, word = draft.tokens, opening.position, opening.word
        words = tokens.words
        for length in self._lengths[word]:
            last = first + length
            body = " ".join([word, *words[first + 1 : last]])
            if body not in BODIES or any(tokens.between(at) != " " for at in range(first, last - 1)):
                continue
            country = nation_at(self._lexicon, draft, last)
            if country is None:
                continue
            slug, english = BODIES[body]
            if body == "المركزي" and first and words[first - 1].startswith(("ال", "لل", "وال")):
                return None  # الجهاز المركزي المصري
            last += 1
            if self._federations:
                if words[last : last + 2] != ["لكره", "القدم"]:
                    continue
                last += 2
            opened = f"البنك {word}" if body == "المركزي" else word
            surface = " ".join([opened, *words[first + 1 : last]])
            return Composed(first, last, opening.skip, "ORG", slug, english, country, surface)
        return None
