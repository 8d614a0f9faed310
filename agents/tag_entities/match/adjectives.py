"""Names of places that are adjectives where they stand: الصحف السعودية, التجربة الناصرية."""

from typing import Final

from agents.arabic.clitics import peel
from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from streams.records.entities import EntityType

NO_ADJECTIVES: Final = folded(
    "الذي التي اليوم السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة إلى الآن الماضي المقبل"
)
"""Words with ال that are no adjectives of what stands before."""
_NO_NOUNS: Final = folded("إلى وإلى إلا التي الذي الذين اللذين اللتين اليوم الآن")
"""Words that begin like nouns with an article."""
_MASCULINE: Final = folded("الأقصر الموصل الباب المنصور الكامل الجموم")
_FEMININE: Final = folded("المنصورة الناصرة المنيعة المهدية الكاملة الجنينة")
"""Adjectives without their ending that places are called by."""
_CLOSING_MARKS: Final = ("» ", '" ', "” ")


def is_demonym(lexicon: Lexicon, tokens: Tokens, surface: Surface) -> bool:
    """Whether a country's name is an adjective where it stands: الصحف السعودية, from السعودية alone.

    A noun that the name follows as a genitive has no article; one with an article has an adjective behind it.
    """
    if surface.last - surface.first > 1 or surface.key not in lexicon.demonyms or not surface.key.startswith("ال"):
        return False
    if not surface.first or surface.start != tokens.spans[surface.first][0]:
        return False
    between = tokens.between(surface.first - 1)
    if between in _CLOSING_MARKS:
        return True  # صحيفة «عكاظ» السعودية
    if between != " ":
        return False
    before = tokens.words[surface.first - 1]
    if before.startswith(("لل", "ولل")):
        return True
    return before not in _NO_NOUNS and any(rest.startswith("ال") for _, rest in peel(before))


def is_adjective_of_noun(tokens: Tokens, surface: Surface, means: Known | EntityType) -> bool:
    """Whether a place's name is the adjective of the noun before it: التجربة الناصرية, الطريق الأقصر."""
    place = isinstance(means, Known) and means.type == "LOC" and surface.last - surface.first == 1
    if not place or not surface.first or surface.start != tokens.spans[surface.first][0]:
        return False
    before = tokens.words[surface.first - 1]
    if tokens.between(surface.first - 1) != " " or not before.startswith("ال") or before in _NO_NOUNS:
        return False
    feminine = before.endswith(("ه", "ات"))
    nisba = surface.key.startswith("ال") and surface.key.endswith("يه" if feminine else "ي")
    return nisba or surface.key in (_FEMININE if feminine else _MASCULINE)
