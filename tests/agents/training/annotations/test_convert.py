"""From surfaces to offsets and back."""

import pytest

from agents.training.annotations.convert import PARTS, convert, is_held_out, part_of, restore
from agents.training.annotations.texts import TextError, Texts
from tests.agents.training.annotations.conftest import ANNOTATED, ARTICLE


@pytest.fixture
def converted(data):
    """Give the annotated article, converted."""
    return convert([ANNOTATED], {"n1": ARTICLE}, Texts(data), 10)


def test_the_row_is_found(converted):
    """The article's row is the one with its title that begins with its text."""
    (article,) = converted.articles
    assert (article.set, article.row) == ("small", 1)


def test_no_words_are_kept(converted):
    """Names and speech are kept as numbers alone."""
    (article,) = converted.articles
    assert article.entities[1].places == [(10, 15), (36, 40)]
    assert [speech.speaker for speech in article.quotes] == [0]


def test_what_is_not_there_is_said(converted):
    """Surfaces and speech that do not stand in the text are named, and left out."""
    assert converted.lost == [("n1", "إربد"), ("n1", "لا يوجد")]
    assert [thing.type for thing in converted.articles[0].entities] == ["PER", "LOC", "LOC"]


def test_restored(converted, data):
    """The restored article has the text that was annotated, and its things have their surfaces."""
    row = restore(converted.articles[0], Texts(data))
    assert row["title"] == "زيارة إلى عمّان"
    assert row["text"] == "وصل أيمن الصفدي إلى عمان.\nوقال الصفدي إن الأردن ثابت،"
    assert [entity["surfaces"] for entity in row["entities"]] == [
        ["أيمن الصفدي", "الصفدي"],
        ["عمّان", "عمان"],
        ["الأردن"],
    ]
    assert row["entities"][2]["who"] == "team"
    assert row["quotes"][0]["begins"] == "إن الأردن ثابت"
    assert row["topics"] == ANNOTATED["topics"]


def test_converted_again(converted, data):
    """What is restored converts to the same."""
    texts = Texts(data)
    assert convert([restore(converted.articles[0], texts)], {}, texts, 10).articles == converted.articles


def test_another_text(converted, data):
    """A text that is not the annotated one is refused."""
    article = converted.articles[0]
    article.row = 0
    with pytest.raises(TextError, match="another text"):
        restore(article, Texts(data))


def test_articles_that_are_nowhere(data):
    """An article that no file and no set has is named."""
    texts = Texts(data)
    stranger = ARTICLE | ANNOTATED | {"title": "غيره"}
    assert convert([ANNOTATED], {}, texts, 10).lost == [("n1", "an article that no file gives")]
    assert convert([stranger], {}, texts, 10).lost == [("n1", "an article that small has not")]


def test_one_in_four_is_held_out():
    """The hash of its id holds an article out, one in so many."""
    held = [is_held_out(f"d{number}", 4) for number in range(1000)]
    assert 200 < sum(held) < 300


def test_parts_are_even():
    """Each part has about as many articles as the others."""
    sizes = [sum(part_of(f"d{number}") == part for number in range(900)) for part in range(PARTS)]
    assert all(250 < size < 350 for size in sizes)
