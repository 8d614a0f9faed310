"""What each nation has: وزارة الصحة المصرية, الخارجية الأردنية, الجيش اللبناني, منتخب فرنسا."""

from typing import Final

from agents.arabic.clitics import ARTICLE
from agents.arabic.folding import fold
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.composed import Composed, Opening
from agents.tag_entities.lexicon.demonyms import is_feminine
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.lexicon.national_teams import TEAM, has_team
from agents.tag_entities.words.bodies import BARE, BODIES, MINISTRY, NO_BARE, PORTFOLIOS, SPORT_ONLY, WIDER
from agents.tag_entities.words.roles import GAMES

_AFFAIRS: Final = fold("الشؤون")
"""A portfolio that another one can follow: الشؤون الخارجية."""
MAX_MINISTRY_WORDS: Final = 7
_ADJECTIVES: Final = ("ال", "لل", "بال", "وال", "فال")
"""Beginnings of nouns behind which a portfolio and a nation are adjectives: السياسة الخارجية المصرية."""


class NationalBodies:
    """Reads a ministry with its nation or without, a body that each nation has, and a country's team."""

    name = "NationalBodies"

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._lengths: dict[str, list[int]] = {}
        """First words, to how many words the bodies have that begin so, most first."""
        for body in sorted([*BODIES, *BARE], key=lambda body: -len(body.split(" "))):
            words = body.split(" ")
            if words[0] not in SPORT_ONLY:
                self._lengths.setdefault(words[0], []).append(len(words))
        self.openings = frozenset([*self._lengths, MINISTRY, TEAM])

    def read(self, draft: Draft, opening: Opening) -> Composed | None:
        """Read the longest body that begins here, and its nation."""
        tokens, first, word = draft.tokens, opening.position, opening.word
        if word == MINISTRY:
            last = _end_of_portfolio(tokens, first)
            last += last > 0 and self._is_nation(tokens, last, feminine=True)
        elif word == TEAM:
            last = self._end_of_team(tokens, first + 1)
        else:
            last = self._end_behind_nation(tokens, first, word)
        return Composed(first, _behind_game(tokens, last), opening.skip, "ORG") if last else None

    def _end_of_team(self, tokens: Tokens, country: int) -> int:
        """Return where the country ends that makes a team's name, 0 where none does."""
        bearers = self._lexicon.bearers(tokens.words[country]) if country < len(tokens.words) else ()
        return country + 1 if any(has_team(bearer.known) for bearer in bearers) else 0

    def _end_behind_nation(self, tokens: Tokens, first: int, word: str) -> int:
        """Return where the nation ends behind the longest body, 0 where none stands there."""
        words = tokens.words
        for length in self._lengths[word]:
            last = first + length
            body = " ".join([word, *words[first + 1 : last]])
            bare = body in BARE and _may_stand_bare(words[first - 1] if first else "")
            if (body in BODIES or bare) and self._is_nation(tokens, last, feminine=bare):
                return last + 1
        return 0

    def _is_nation(self, tokens: Tokens, position: int, *, feminine: bool) -> bool:
        """Whether a nationality adjective with ال stands right behind the token before it."""
        word = tokens.words[position] if position < len(tokens.words) else ""
        definite = word.startswith(ARTICLE) and word in self._lexicon.demonyms
        return definite and (is_feminine(word) or not feminine) and tokens.between(position - 1) in (" ", "  ")


def _may_stand_bare(before: str) -> bool:
    return before not in NO_BARE and not before.startswith(_ADJECTIVES)


def _end_of_portfolio(tokens: Tokens, first: int) -> int:
    """Return where all portfolios behind وزارة end, 0 where none stands there."""
    words, last = tokens.words, first + 1
    if last >= len(words) or words[last] not in PORTFOLIOS or tokens.between(first) not in (" ", "  "):
        return 0
    last += 1
    while (
        last < min(first + MAX_MINISTRY_WORDS, len(words))
        and (words[last] in WIDER or (words[last - 1] == _AFFAIRS and words[last] in PORTFOLIOS))
        and tokens.between(last - 1) == " "
    ):
        last += 1
    return last


def _behind_game(tokens: Tokens, last: int) -> int:
    """Return where a name ends with the game behind it: منتخب مصر [لكرة السلة]."""
    words = tokens.words
    if last + 1 >= len(words) or words[last] not in GAMES or tokens.between(last - 1) != " " != tokens.between(last):
        return last
    return last + 2
