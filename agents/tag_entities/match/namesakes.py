"""Whether a person of a well-known name is the well-known one: by the title before it and what the article is about."""

from typing import Final

from agents.arabic.clitics import peel
from agents.arabic.tokens import folded
from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.lexicon import Known
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.roles import CONNECTORS, TITLE_RUN

_CLASSES: Final[dict[str, frozenset[str]]] = {
    "art": folded(
        "الفنان فنان الفنانة فنانة المطرب المطربة الممثل الممثلة المغني المغنية المخرج المخرجة النجم "
        "النجمة الموسيقار الملحن "
        "السيناريست بطولة إخراج"
    ),
    "sport": folded("اللاعب لاعب المهاجم المدافع الحارس مدرب المدرب الكابتن كابتن الجناح"),
    "state": folded(
        "الرئيس رئيس الوزير وزير النائب السفير سفير الملك ملك الأمير أمير السيناتور الوزيرة المحافظ محافظ الزعيم"
    ),
    "rank": folded("العقيد العميد اللواء الفريق المشير الجنرال"),
    "low rank": folded("المقدم الرائد النقيب الملازم الرقيب الجندي العريف"),
    "law": folded("المستشار المحامي القاضي المستشارة المحامية وكيل"),
    "faith": folded("الشيخ الإمام الداعية القس المطران البابا المفتي مفتي"),
    "press": folded("الإعلامي الإعلامية الصحفي الصحافي المذيع الكاتب الناقد الروائي الشاعر"),
    "learned": folded("الدكتور دكتور د الدكتورة دكتورة البروفيسور البروفسور"),
    "plain": folded("المواطن المتهم الطالب الشاب الطفل المدعو السائق الموظف الحاج التاجر العامل المقيم"),
}
_STATE: Final = frozenset(
    [
        "head-of-state",
        "head-of-government",
        "minister",
        "politician",
        "royal",
        "diplomat",
        "official",
        "militant",
        "military",
    ]
)
_FITS: Final[dict[str, frozenset[str]]] = {
    "art": frozenset(["artist"]),
    "sport": frozenset(["athlete", "coach"]),
    "state": _STATE | {"historical"},
    "rank": frozenset(
        ["military", "militant", "official", "head-of-state", "politician", "minister", "historical", "royal"]
    ),
    "low rank": frozenset(["military", "militant"]),
    "law": frozenset(["official", "minister", "politician", "diplomat", "person", "head-of-state"]),
    "faith": frozenset(["cleric", "royal", "head-of-state", "historical", "militant", "politician"]),
    "press": frozenset(["journalist", "writer"]),
    "learned": _STATE | {"cleric", "writer", "journalist", "scientist", "businessperson", "historical", "person"},
    "plain": frozenset(),
}
"""WordKinds of people who bear a title of a class; others of the name are namesakes."""
_SECTIONS: Final = {
    "artist": frozenset(["culture", "entertainment"]),
    "athlete": frozenset(["sport"]),
    "coach": frozenset(["sport"]),
    "writer": frozenset(["culture"]),
    "cleric": frozenset(["religion"]),
}


def is_namesake(surface: Surface, known: Known, context: ArticleContext, word_kinds: WordKinds) -> bool:
    """Whether somebody else of that name is meant, or could as well be.

    A title that the known person would not bear speaks against him. A name of two given names, which many bear, needs
    something that speaks for him: a fitting title, section or sport, his office's country, or his context.
    """
    title = _title(surface, context)
    if title is not None:
        return known.kind not in _FITS[title]
    words = surface.key.split(" ")
    many = len(words) == 2 and not any(word in CONNECTORS for word in words)  # noqa: PLR2004 - two given names
    if not many or not all(word_kinds[word].firm for word in words):
        return False
    return not _speaks_for(known, context)


def has_title(surface: Surface, context: ArticleContext) -> bool:
    """Whether a title stands before a name: who is meant is said, and what follows is hardly more of a name."""
    return _title(surface, context) is not None


def _title(surface: Surface, context: ArticleContext) -> str | None:
    """Give the class of the title right before a name."""
    words = context.tokens.words
    at = surface.first - 1
    while at >= 0 and surface.first - at < 3 and words[at] in TITLE_RUN and not _class_of(words[at]):  # noqa: PLR2004 - words
        at -= 1
    if at < 0 or context.tokens.between(at).strip():
        return None
    return _class_of(words[at])


def _class_of(word: str) -> str | None:
    for _, rest in peel(word):
        for name, titles in _CLASSES.items():
            if rest in titles:
                return name
    return None


def _speaks_for(known: Known, context: ArticleContext) -> bool:
    if known.kind in ("athlete", "coach") and context.sport:
        return True
    if context.section is not None and (
        context.section in known.sections or context.section in _SECTIONS.get(known.kind, frozenset())
    ):
        return True
    if known.kind in _STATE and any(country in context.countries for country in known.countries):
        return True
    if context.people.get(known.kind, 0) > 1:
        return True  # others of his trade stand beside him
    return any(map(context.has, known.context))
