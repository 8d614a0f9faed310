"""Test `signature`: lines that say who wrote or brought the article."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, judged, page, reasons


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


@pytest.mark.parametrize(
    ("source", "opening", "agency"),
    [
        ("واس", "الرياض - واس:", "واس"),
        ("كونا", "الكويت - 14 - 1 (كونا) --", "كونا"),
        ("بترا", "عمان 14 كانون الثاني (بترا) -", "بترا"),
        ("قنا", "الدوحة /قنا/", "قنا"),
        ("وكالة الأناضول", "إسطنبول/ الأناضول", "الأناضول"),
        ("سبوتنيك عربي", "موسكو - سبوتنيك.", "سبوتنيك"),
        ("وكالة أنباء الإمارات", "أبوظبي في 14 يناير / وام /", "وام"),
        ("شراع الجنوب", "صلالة - شراع الجنوب:", None),
    ],
)
@pytest.mark.parametrize("is_glued", [False, True])
def test_an_agency_is_told_on_its_own_pages(source: str, opening: str, agency: str | None, *, is_glued: bool) -> None:
    """In a line of its own or in front of the text; an outlet that is none is no agency."""
    between = " " if is_glued else "\n"
    article = cleaned("\n".join([TITLE, f"{opening}{between}{SENTENCES[0]}", *SENTENCES[1:]]), source=source)
    assert article.byline.agency == agency


def test_an_agency_is_told_on_its_own_pages_where_only_the_host_names_it() -> None:
    """The register knows the outlet of an address."""
    text = "\n".join([TITLE, "إسطنبول/ الأناضول", *SENTENCES])
    assert cleaned(text, url="https://www.aa.com.tr/ar/1").byline.agency == "الأناضول"


@pytest.mark.parametrize(
    "line", ["كتب خالد النمر - 20 يناير", "كتبت: هدى السالمي 20 يناير", "القاهرة في 20 يناير /أ ش أ/"]
)
def test_a_day_in_a_byline_dates_the_article(line: str) -> None:
    """Without its year it is the latest such day."""
    article = cleaned("\n".join([TITLE, line, *SENTENCES]))
    assert (article.published_at, reasons(article)) == ("2026-01-20T00:00:00Z", {line: "byline"})


def test_an_outlet_is_no_author() -> None:
    """«كتب : شراع الجنوب» is the byline, and names nobody."""
    article = cleaned("\n".join([TITLE, "كتب : شراع الجنوب", *SENTENCES]), source="شراع الجنوب")
    assert (article.byline.author, set(reasons(article).values())) == (None, {"byline"})
