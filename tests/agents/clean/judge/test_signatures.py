"""Test `signature`: lines that say who wrote or brought the article."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, judged, page


def test_an_outlet_and_its_desk_are_nobodys_name() -> None:
    """They stand where an author would."""
    for line in ("يمن مونيتور/ قسم الأخبار", "جراءة نيوز - اخبار الاردن :", "موقع كل يوم -جريدة الجريدة"):
        article = cleaned("\n".join([TITLE, line, *SENTENCES]))
        assert (article.byline.author, article.title) == (None, TITLE)


def test_a_dateline_of_its_own_line_needs_no_year() -> None:
    """Agencies of the Gulf write place, day and themselves."""
    article = cleaned(page("صلالة في 26 يناير /العمانية/"))
    assert (article.byline.dateline, article.byline.agency) == ("صلالة", "العمانية")


@pytest.mark.parametrize("text", ["كتب: سالم الهاشمي", "صلالة - رويترز", "خاص - شراع الجنوب"])
def test_signature_is_found(text: str) -> None:
    """An author mark, an agency or a desk of the outlet tells."""
    line = judged(text, outlet="شراع الجنوب")
    assert (line.by, line.reason) == ("signature", "byline")


@pytest.mark.parametrize("text", ["سالم الهاشمي", "صلالة تستعد للخريف"])
def test_signature_is_not_found(text: str) -> None:
    """A bare name is one only below the title."""
    assert judged(text, outlet="شراع الجنوب").by != "signature"


def test_a_sections_label_is_no_byline() -> None:
    """«وطنية» is what an agency calls itself too."""
    assert judged("وطنية").reason != "byline"
