"""In an article about sport, countries that stand for their teams: تغلبت المكسيك على بنما."""

from typing import Final

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Named, Span
from agents.tag_entities.find.composed import team_of
from agents.tag_entities.lexicon.lexicon import Lexicon
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


def teams(tokens: Tokens, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """Give the spans, countries that the article means as teams made teams."""
    named = {s.named.id: s.named for s in spans if _is_team(s.named)}
    if not named:
        return spans
    playing: dict[str, Named] = {}
    for span in spans:
        known = span.named.known
        if known is None or known.kind not in ("country", "territory") or known.id in playing:
            continue
        team = team_of(lexicon, known)
        before = tokens.words[span.first - 1] if span.first else ""
        against = span.first > 1 and before in ("مع", "علي") and tokens.words[span.first - 2] in SPORT | _MEETING
        if team.id in named or before in _MATCH or before[1:] in _MATCH or against:
            playing[known.id] = team
    return [_played(tokens, span, playing) for span in spans]


def _is_team(named: Named) -> bool:
    return named.id.endswith("national-football-team") or (
        named.known is not None and named.known.kind == "national-team"
    )


def _played(tokens: Tokens, span: Span, playing: dict[str, Named]) -> Span:
    team = playing.get(span.named.id)
    if team is None:
        return span
    before = tokens.words[span.first - 1] if span.first else ""
    letters = tokens.words[span.first][: span.start - tokens.spans[span.first][0]]
    if before in _PLACE or letters.endswith("ب"):
        return span
    return span._replace(named=team)
