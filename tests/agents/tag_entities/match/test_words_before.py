"""What stands right before a surface."""

import msgspec
import pytest

from agents.arabic.folding import fold
from agents.arabic.tokens import tokenize
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.match.words_before import has_office_before, is_listed, is_signature
from tests.agents.tag_entities.drafts import draft_of


def tokens(text):
    """Return the tokens of a text."""
    return tokenize(fold(text))


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("محافظات تعز وإب وذمار", True),
        ("بمحافظات تعز وذمار", True),
        ("محافظات. ثم زار ذمار", False),
        ("تعز وذمار", False),
    ],
)
def test_a_list_stands_behind_a_word_for_several(text, listed):
    """Joined by و or a comma, the word with or without a proclitic."""
    found = tokens(text)
    assert is_listed(found, len(found.words) - 1, {"محافظات"}) is listed


def test_an_office_stands_before_its_bearers_surname():
    """وزير الخارجية الروسي لافروف."""
    lavrov = msgspec.structs.replace(packaged().known("per:sergey-lavrov"), roles=("وزير الخارجيه الروسي",))
    found = tokens("قال وزير الخارجية الروسي لافروف")
    other = tokens("قال المغني لافروف")
    assert (has_office_before(found, 4, lavrov), has_office_before(other, 2, lavrov)) == (True, False)


@pytest.mark.parametrize(
    ("text", "signed"),
    [("بغداد / الأناضول قال", True), ("بغداد (الأناضول) قال", True), ("زار الوفد الأناضول أمس", False)],
)
def test_where_an_agency_signs(text, signed):
    """A slash, or a bracket behind a place."""
    draft = draft_of(text, "SureNames")
    surface = next(surface for surface in draft.surfaces if surface.key == "الاناضول")
    assert is_signature(draft.tokens, surface) is signed
