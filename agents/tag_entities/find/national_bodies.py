"""Bodies with their nation: الجيش اللبناني, البنك المركزي المصري."""

from agents.tag_entities.draft import Draft
from agents.tag_entities.find.composed import Composed, Opening, nation_at
from agents.tag_entities.find.national_teams import with_game
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.lexicon.national_teams import FOOTBALL_TEAM
from agents.tag_entities.words.bodies import BODIES, IN_FULL, SPORT_ONLY


class NationalBodies:
    """Reads a body that each nation has, by its word and a nationality adjective."""

    name = "NationalBodies"

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._lengths: dict[str, list[int]] = {}
        """First words, to how many words the bodies have that begin so, most first."""
        for body in sorted(BODIES, key=lambda body: -len(body.split(" "))):
            words = body.split(" ")
            if words[0] not in SPORT_ONLY:
                self._lengths.setdefault(words[0], []).append(len(words))

    def opens(self, word: str) -> bool:
        """Whether a word can begin such a body."""
        return word in self._lengths

    def read(self, draft: Draft, opening: Opening) -> Composed | None:
        """Read the longest body that begins here, and its nation."""
        tokens, first = draft.tokens, opening.position
        words = tokens.words
        for length in self._lengths[opening.word]:
            last = first + length
            body = " ".join([opening.word, *words[first + 1 : last]])
            if body not in BODIES or any(tokens.between(position) != " " for position in range(first, last - 1)):
                continue
            country = nation_at(self._lexicon, draft, last)
            if country is None:
                continue
            last += 1
            slug, english = BODIES[body]
            surface = " ".join([IN_FULL.get(body, opening.word), *words[first + 1 : last]])
            body_found = Composed(first, last, opening.skip, "ORG", slug, english, country, surface)
            return with_game(draft, body_found) if slug == FOOTBALL_TEAM else body_found
        return None
