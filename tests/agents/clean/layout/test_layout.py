"""The passes over a page, as a whole."""

import pytest

from agents.clean.cleaner import Cleaner, part_names
from agents.clean.layout.layout import PASSES
from streams.records.pages import RawPage
from streams.rejection import Reject
from streams.settings import Settings
from tests.agents.clean.pages import CELLS, ORIGIN, OTHER, RECEIVED, TICKER, explained, page

TEXT = page("الرئيسية", "اقتصاد", between=("إعلان", *CELLS), below=("شارك الخبر", "اقرأ أيضا", *TICKER, *OTHER))


def test_every_line_is_settled_and_says_by_what() -> None:
    """By a test or by a pass, and as something."""
    lines = explained(TEXT).values()
    assert {line.by for line in lines} <= set(part_names())
    assert {line.role for line in lines} == {"title", "paragraph", "chrome"}


def test_what_each_line_was_taken_for_is_what_the_article_holds() -> None:
    """To explain changes nothing."""
    found = Cleaner(Settings()).explain(RawPage(text=TEXT), ORIGIN, RECEIVED, None)
    assert [line.text for line in found.lines if line.role == "paragraph"] == found.article.paragraphs


@pytest.mark.parametrize("name", part_names())
def test_every_line_is_settled_without_a_part(name: str) -> None:
    """So that each part's worth can be measured."""
    try:
        found = Cleaner(Settings(), without=[name]).explain(RawPage(text=TEXT), ORIGIN, RECEIVED, None)
    except Reject:
        assert name == "body"
    else:
        assert name not in {line.by for line in found.lines}


def test_a_part_that_there_is_not_is_an_error_that_names_all() -> None:
    """Nobody measures a typing error."""
    with pytest.raises(ValueError, match=r"no test or pass of clean: headd; there are breadcrumb, .*tail"):
        Cleaner(Settings(), without=["headd", "head"])


def test_passes_settle_lines_last() -> None:
    """The text's bounds are known by then."""
    assert [step.name for step in PASSES[-5:]] == ["head", "table_cells", "inside", "tag_lists", "tail"]
