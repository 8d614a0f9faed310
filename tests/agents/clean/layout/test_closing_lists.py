"""Pass `closing_lists`: tables and lists that end the text."""

from tests.agents.clean.pages import CELLS, SENTENCES, TICKER, cleaned, laid_out, page


def test_a_table_that_ends_the_text_is_the_articles() -> None:
    """What a cell says is what the text speaks of."""
    assert cleaned(page(below=CELLS)).paragraphs == [*SENTENCES, *CELLS]


def test_a_list_that_ends_the_text_is_the_articles() -> None:
    """A line with a colon leads to it, and its items speak of what the article speaks of."""
    items = ("مراحل التوسعة:", "- الرصيف الجديد في الميناء: الربيع", "- ساحة الحاويات في الميناء: الخريف")
    article = cleaned(page(below=items))
    assert article.text.endswith("\n".join(items))


def test_a_list_of_other_things_is_not_the_articles() -> None:
    """Its items speak of nothing that the article speaks of."""
    items = ("عناوين أخرى:", *(f"- {line}" for line in TICKER[:3]))
    before, after = (laid_out(page(below=items), upto) for upto in ("next_reports", "closing_lists"))
    assert after.end == before.end


def test_matches_below_the_text_are_its_own() -> None:
    """With the days above them; a single one may be another report's."""
    fixtures = ("السبت", "المحرق - الحد (18:30)", "الأحد", "سترة - الرفاع (20:15)")
    assert cleaned(page(below=fixtures)).paragraphs[-3:] == [SENTENCES[-1], fixtures[1], fixtures[3]]
    assert cleaned(page(below=(fixtures[1],))).paragraphs == list(SENTENCES)
