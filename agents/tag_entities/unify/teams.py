"""In an article about sport, countries and towns that stand for their teams: تغلبت المكسيك على بنما."""

from itertools import pairwise
from typing import Final

from agents.arabic import wordlist
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.lexicon.national_teams import team_of
from agents.tag_entities.words.roles import SPORT

_LISTS = wordlist.load("agents.tag_entities", "teams.toml")
_BEFORE_PLACES: Final = _LISTS.words("before_places")
_BEFORE_TEAMS: Final = _LISTS.words("before_teams")
_MATCHES: Final = SPORT | _LISTS.words("matches")
_AGAINST: Final = _LISTS.words("against")
_VERBS: Final = _LISTS.words("match_verbs")
_BEFORE_CLUBS: Final = _LISTS.words("before_clubs")
_BETWEEN_SIDES: Final = _LISTS.words("between_sides")
_BEHIND_SIDES: Final = _LISTS.words("behind_sides")
_COUNTRIES: Final = ("country", "territory")
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
            _towns_to_clubs(draft)
        if not draft.context.sport:
            return
        ids = {name.entity.id for name in names if _is_team(name.entity)}
        if not ids:
            return
        playing: dict[str, EntityRef] = {}
        for name in names:
            known = name.entity.known
            if known is None or known.kind not in _COUNTRIES or known.id in playing:
                continue
            team = team_of(self._lexicon, known)
            if team.id in ids or _is_behind_team_word(draft, name):
                playing[known.id] = team
        for name in names:
            team_meant = playing.get(name.entity.id)
            if team_meant is not None and not _is_behind_place_word(draft, name):
                draft.rename(name, team_meant)


def _towns_to_clubs(draft: Draft) -> None:
    """Let the towns on the sides of a match mean clubs of their name: الترجي على المنستير, خسر أمام دهوك."""
    tokens = draft.tokens
    for name in draft.names:
        if name.first and tokens.words[name.first - 1] in _BEFORE_CLUBS and name.start == tokens.spans[name.first][0]:
            _to_club(draft, name)
    for one, other in pairwise(draft.names):
        middle = tokens.words[one.last : other.first]
        if middle[:1] and middle[0] in _BEHIND_SIDES:
            middle = middle[1:]
        if len(middle) != 1 or middle[0] not in _BETWEEN_SIDES or other.start != tokens.spans[other.first][0]:
            continue
        club = any(side.entity.known is not None and side.entity.known.kind == "club" for side in (one, other))
        if not club and (not one.first or tokens.words[one.first - 1] not in _VERBS):
            continue
        for side in (one, other):
            _to_club(draft, side)


def _to_club(draft: Draft, name: Name) -> None:
    """Let a town mean a club of its name."""
    if name.entity.known is not None and name.entity.known.kind in _TOWNS:
        draft.rename(name, EntityRef.of_text("ORG", draft.tokens.text[name.start : name.end]))


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
