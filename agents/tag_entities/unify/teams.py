"""In an article about sport, countries that stand for their teams: تغلبت المكسيك على بنما."""

from typing import Final

from agents.arabic.tokens import folded
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.lexicon.national_teams import team_of
from agents.tag_entities.words.roles import SPORT

_PLACE: Final = folded(
    "في إلى من داخل خارج عبر جمهورية دولة حكومة شرق غرب شمال جنوب وسط لدى العاصمة مدينة سفير وفي ومن أرض ملاعب "
    "عاصمة أندية دوري كأس"
)
"""Before these words' followers a country is a place."""
_MATCH: Final = folded(
    "مدرب أمام ضد مواجهة مباراة منتخب لاعب لاعبي مهاجم حارس مدافع قائد نجم ضيفته مضيفته نظيرتها تغلب فوز هزيمة تعادل"
)
"""Beside these a country is a team."""
_MEETING: Final = folded("مباراته مباراتها لقاء لقائه مواجهته الفوز بفوزه فوزه تعادله التعادل")


class Teams:
    """The pass that makes teams of the countries that an article about sport means so."""

    name = "Teams"
    starts = None

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def run(self, draft: Draft) -> None:
        """Let countries mean their teams; in an article that names no team, or is not about sport, none does."""
        if not draft.context.sport:
            return
        words, names = draft.tokens.words, draft.names
        ids = {name.entity.id for name in names if _is_team(name.entity)}
        if not ids:
            return
        playing: dict[str, EntityRef] = {}
        for name in names:
            known = name.entity.known
            if known is None or known.kind not in ("country", "territory") or known.id in playing:
                continue
            team = team_of(self._lexicon, known)
            before = words[name.first - 1] if name.first else ""
            against = name.first > 1 and before in ("مع", "علي") and words[name.first - 2] in SPORT | _MEETING
            if team.id in ids or before in _MATCH or before[1:] in _MATCH or against:
                playing[known.id] = team
        for name in names:
            team_meant = playing.get(name.entity.id)
            if team_meant is not None and not _is_behind_place_word(draft, name):
                draft.rename(name, team_meant)


def _is_team(entity: EntityRef) -> bool:
    return entity.id.endswith("national-football-team") or (
        entity.known is not None and entity.known.kind == "national-team"
    )


def _is_behind_place_word(draft: Draft, name: Name) -> bool:
    """Whether a word or letter stands before a country that only a place follows."""
    tokens = draft.tokens
    before = tokens.words[name.first - 1] if name.first else ""
    letters = tokens.words[name.first][: name.start - tokens.spans[name.first][0]]
    return before in _PLACE or letters.endswith("ب")
