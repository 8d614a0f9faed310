"""What stands right before a surface."""

import msgspec
import pytest

from agents.arabic.folding import fold
from agents.arabic.tokens import tokenize
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.match.words_before import has_office_before, is_cued, is_quoted


def tokens(text):
    """Return the tokens of a text."""
    return tokenize(fold(text))


@pytest.mark.parametrize(
    ("text", "quoted"), [("قال «الوطن»", True), ("قال الوطن", False), ("في الدقيقة 45'الوطن", False), ("الوطن", False)]
)
def test_quotation_marks_open_a_name(text, quoted):
    """But not where they are minutes."""
    found = tokens(text)
    assert is_quoted(found, len(found.words) - 1) is quoted


@pytest.mark.parametrize(("text", "cued"), [("صحيفة الوطن", True), ("لصحيفة الوطن", True), ("حب الوطن", False)])
def test_a_word_of_a_kind_is_a_cue(text, cued):
    """With or without a proclitic."""
    assert is_cued(tokens(text), 1) is cued


def test_an_office_stands_before_its_bearers_surname():
    """وزير الخارجية الروسي لافروف."""
    lavrov = msgspec.structs.replace(packaged().known("per:sergey-lavrov"), roles=("وزير الخارجيه الروسي",))
    found = tokens("قال وزير الخارجية الروسي لافروف")
    other = tokens("قال المغني لافروف")
    assert (has_office_before(found, 4, lavrov), has_office_before(other, 2, lavrov)) == (True, False)
