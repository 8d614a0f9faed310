"""What kind of word a token is for names."""

import pytest

from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.word_kinds import WordKinds


@pytest.fixture(scope="module")
def word_kinds():
    """Return the kinds of words by the packaged lexicon."""
    return WordKinds(packaged())


@pytest.mark.parametrize(
    ("word", "common", "given", "sure"),
    [
        ("كتاب", True, False, False),
        ("وكتابهم", True, False, False),
        ("امل", True, True, False),
        ("بلينكن", False, False, True),
        ("بابلونسكي", False, False, False),
        ("2015", True, False, False),
    ],
)
def test_kinds(word_kinds, word, common, given, sure):
    """A common word under its endings, a word that is a given name too, a surname, and a word that nothing knows."""
    kind = word_kinds[word]
    assert (kind.common, kind.given, kind.sure) == (common, given, sure)


def test_a_word_that_nothing_knows_can_be_a_name(word_kinds):
    """Only common words that nobody bears are no part of a name."""
    assert (word_kinds["بابلونسكي"].name, word_kinds["امل"].name, word_kinds["كتاب"].name) == (True, True, False)


def test_exact_words_stand_in_the_dictionary(word_kinds):
    """A word that is common only without its endings is not exact."""
    assert (word_kinds["الكتاب"].exact, word_kinds["وكتابهم"].exact) == (True, False)
