"""The ways in which words begin surfaces."""

import pytest

from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.match.openings import OpeningFinder, SpellingFinder
from tests.agents.tag_entities.drafts import word_kinds


@pytest.fixture(scope="module")
def openings():
    """Return what each word can begin."""
    return OpeningFinder(packaged(), word_kinds()).openings


@pytest.fixture(scope="module")
def spellings():
    """Return what each word is spelt as in phrases."""
    return SpellingFinder(packaged()).spellings


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("مدريد", [(0, "مدريد")]),
        ("وبرلين", [(1, "برلين")]),
        ("لليونان", [(2, "اليونان")]),
        ("وبالقاهره", [(2, "القاهره")]),
    ],
)
def test_proclitics_are_peeled(openings, word, ways):
    """How many letters are peeled, and how the lexicon spells what is left."""
    assert [(way.skip, way.word) for way in openings[word].ways if way.alone] == ways


@pytest.mark.parametrize("word", ["يذهبون", "وزاريا"])
def test_most_words_begin_nothing(openings, word):
    """Common words, adjectives in the accusative: their first letters are no proclitics."""
    assert openings[word] is None


def test_a_common_word_is_no_peeled_name(openings):
    """وفيات are no Fiat, and الهاربين are not in Harbin."""
    found = [way for word in ("وفيات", "الهاربين") if openings[word] for way in openings[word].ways if way.alone]
    assert found == []


def test_a_noun_with_a_pronoun_is_no_peeled_name(openings):
    """بابها is a door of hers, not in Abha."""
    assert openings["بابها"] is None or not openings["بابها"].alone


def test_a_foreign_word_opens_under_another_spelling(openings):
    """What sounds alike is one; a word of too few letters is none."""
    found = openings["ابراهيموڤيتش"].ways
    assert ([way.word for way in found], openings["سلن"]) == (["ابراهيموفيتش"], None)


def test_words_inside_phrases_have_one_spelling(spellings):
    """What sounds alike is one; a common word stays as it is."""
    assert (spellings["سيرغي"] == spellings["سيرجيه"], spellings["الذهاب"]) == (True, "الذهاب")


@pytest.mark.parametrize("word", ["السانيا", "والسانيا", "بالغرداية"])
def test_a_place_gets_no_article(openings, word):
    """A town or a country that is called by none does not stand behind one."""
    assert not openings[word] or not openings[word].alone
