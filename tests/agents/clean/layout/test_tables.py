"""Passes `tables` and `table_cells`: tables that come cell by cell."""

from tests.agents.clean.pages import CELLS, SENTENCES, TICKER, TITLE, cleaned, explained, laid_out, page


def test_a_table_within_the_text_is_the_articles() -> None:
    """Numbers that stand alone are no counters between cells."""
    text = "\n".join([TITLE, SENTENCES[0], *CELLS, *SENTENCES[1:]])
    assert cleaned(text).paragraphs == [SENTENCES[0], *CELLS, *SENTENCES[1:]]


def test_numbered_links_are_no_table() -> None:
    """Lines that are counted through, each with a headline, are what is read most."""
    most = [part for number, line in enumerate(TICKER, start=1) for part in (str(number), " ".join(line.split()[:4]))]
    assert cleaned(page(below=tuple(most))).paragraphs == list(SENTENCES)


def test_cells_are_found_and_kept() -> None:
    """The later pass makes paragraphs of them."""
    text = "\n".join([TITLE, SENTENCES[0], *CELLS, *SENTENCES[1:]])
    assert len(laid_out(text, "tables").cells) == len(CELLS)
    assert explained(text)["4,800"][1:] == ("paragraph", "", "table_cells")


def test_numbers_alone_are_no_table() -> None:
    """Two counters are too few."""
    assert laid_out(page(below=("12", "مشاهدات", "4,800")), "tables").cells == frozenset()
