"""In an article about sport, countries and towns that stand for their teams: تغلبت المكسيك على بنما."""

from itertools import pairwise
from typing import Final

from agents.arabic import wordlist
from agents.arabic.clitics import ARTICLE, peel
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.lexicon.national_teams import FOOTBALL_TEAM, game_of, has_team, team_of
from agents.tag_entities.words.evidence import OWN_TEAM
from agents.tag_entities.words.roles import SPORT

_LISTS = wordlist.load("agents.tag_entities", "teams.toml")
_BEFORE_PLACES: Final = _LISTS.words("before_places")
_BEFORE_TEAMS: Final = _LISTS.words("before_teams")
_MATCHES: Final = SPORT | _LISTS.words("matches")
_AGAINST: Final = _LISTS.words("against")
_VERBS: Final = _LISTS.words("match_verbs")
_BEFORE_CLUBS: Final = _LISTS.words("before_clubs")
_ATHLETIC: Final = _LISTS.words("athletic")
_BETWEEN_SIDES: Final = _LISTS.words("between_sides")
_BEHIND_SIDES: Final = _LISTS.words("behind_sides")
_SPORT: Final = ("club", "league", "cup")
_TOWNS: Final = ("city", "region", "district")


class Teams:
    """The pass that makes teams of the countries that an article about sport means so."""

    name = "Teams"
    starts = None

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def run(self, draft: Draft) -> None:
        """Let countries mean their teams; in an article that names no team, or is not about sport, none does."""
        names = draft.names
        if draft.context.sport or any(name.entity.known and name.entity.known.kind in _SPORT for name in names):
            self._towns_to_clubs(draft)
        ids = {name.entity.id for name in names if _is_team(name.entity)}
        if not ids:
            return
        playing: dict[str, EntityRef] = {}
        for name in names if draft.context.sport else ():
            known = name.entity.known
            if known is None or not has_team(known) or known.id in playing or name.first in draft.context.desk:
                continue
            team = team_of(self._lexicon, known)
            if team.id in ids or _is_behind_team_word(draft, name):
                playing[known.id] = team
        for name in names:
            team_meant = playing.get(name.entity.id)
            at_desk = name.first in draft.context.desk
            if team_meant is not None and not at_desk and not _is_behind_place_word(draft, name):
                draft.rename(name, team_meant)
        self._to_other_game(draft)

    def _to_other_game(self, draft: Draft) -> None:
        """Let teams be those of the one other game that the article tells of: المنتخب التونسي in كرة السلة."""
        game = game_of(draft.tokens)
        for name in draft.names if game else ():
            country = self._lexicon.known(name.entity.country or "")
            if country is not None and name.entity.id.endswith(FOOTBALL_TEAM):
                draft.rename(name, team_of(self._lexicon, country, game))

    def _towns_to_clubs(self, draft: Draft) -> None:
        """Let the towns on the sides of a match mean clubs of their name: الترجي على المنستير, خسر أمام دهوك."""
        tokens = draft.tokens
        clubs = {_text(draft, name): name.entity for name in draft.names if _is_club(name)}
        for name in draft.names:
            if self._is_side(draft, name):
                self._to_club(draft, name)
            elif _text(draft, name) in clubs and not _is_behind_place_word(draft, name):
                self._to_club(draft, name, clubs[_text(draft, name)])
        for one, other in pairwise(draft.names):
            middle = tokens.words[one.last : other.first]
            if middle[:1] and middle[0] in _BEHIND_SIDES:
                middle = middle[1:]
            if _is_club(one) and middle[:1] and middle[0] in _VERBS:
                middle = middle[1:]  # برشلونة يتفوق على بلباو
            if len(middle) != 1 or middle[0] not in _BETWEEN_SIDES or other.start != tokens.spans[other.first][0]:
                continue
            club = _is_club(one) or _is_club(other)
            if not club and (not one.first or tokens.words[one.first - 1] not in _VERBS):
                continue
            for side in (one, other):
                self._to_club(draft, side)

    def _is_side(self, draft: Draft, name: Name) -> bool:
        """Whether the words beside a town tell a club: أمام دهوك, نادي خيخون, لشبونة البرتغالي (a town is feminine)."""
        tokens, last = draft.tokens, name.last
        if name.first and name.start == tokens.spans[name.first][0]:
            before = tokens.words[name.first - 1]
            if before in _BEFORE_CLUBS or any(rest in OWN_TEAM for _, rest in peel(before)):
                return True
        if last >= len(tokens.words) or tokens.between(last - 1) != " " or _is_behind_place_word(draft, name):
            return False
        behind = tokens.words[last]
        nation = self._lexicon.demonyms.get(behind) if behind.startswith(ARTICLE) and behind.endswith("ي") else None
        return behind in _ATHLETIC or (nation is not None and nation == name.entity.country)

    def _to_club(self, draft: Draft, name: Name, club: EntityRef | None = None) -> None:
        """Let a town mean the club of its name: the article's or the only one listed, else one that the text knows."""
        if name.entity.known is None or name.entity.known.kind not in _TOWNS:
            return
        if club is None:
            bearers = (bearer.known for bearer in self._lexicon.bearers(_text(draft, name)))
            listed = [known for known in bearers if known.kind == "club"]
            club = EntityRef.of_lexicon(listed[0]) if len(listed) == 1 else EntityRef.of_text("ORG", _text(draft, name))
        draft.rename(name, club)


def _text(draft: Draft, name: Name) -> str:
    return draft.tokens.text[name.start : name.end]


def _is_club(name: Name) -> bool:
    return name.entity.known is not None and name.entity.known.kind == "club"


def _is_team(entity: EntityRef) -> bool:
    return entity.id.endswith("national-football-team") or (
        entity.known is not None and entity.known.kind == "national-team"
    )


def _is_behind_team_word(draft: Draft, name: Name) -> bool:
    """Whether a word stands before a country that only a team follows: مدرب تونس, التعادل مع تونس."""
    words, first = draft.tokens.words, name.first
    before = words[first - 1] if first else ""
    if before in _BEFORE_TEAMS or before[1:] in _BEFORE_TEAMS:
        return True
    return first > 1 and before in _AGAINST and words[first - 2] in _MATCHES


def _is_behind_place_word(draft: Draft, name: Name) -> bool:
    """Whether a word or letter stands before a country that only a place follows."""
    tokens = draft.tokens
    before = tokens.words[name.first - 1] if name.first else ""
    letters = tokens.words[name.first][: name.start - tokens.spans[name.first][0]]
    return before in _BEFORE_PLACES or letters.endswith("ب")
