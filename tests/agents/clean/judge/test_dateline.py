"""What a text opens with."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned


def test_a_dateline_in_the_text_stays_there_and_is_read() -> None:
    """The opening of the first paragraph is the article's and tells place, agency and day."""
    opened = f"صلالة 26 يناير (رويترز) - {SENTENCES[0]}"
    article = cleaned("\n".join([TITLE, opened, *SENTENCES[1:]]))
    assert article.paragraphs[0] == opened
    assert (article.byline.dateline, article.byline.agency) == ("صلالة", "رويترز")
    assert (article.published_at, article.published_from) == ("2026-01-26T00:00:00Z", "text")


def test_a_day_behind_a_place_need_not_be_parted_from_the_text() -> None:
    """«صلالة – 20 يناير 2026 أعلنت …»; a number behind a place is no day, and behind what is no place none is read."""
    opened = "\n".join([TITLE, f"صلالة – 20 يناير 2026 {SENTENCES[0]}", *SENTENCES[1:]])
    counted = "\n".join([TITLE, f"صلالة – 20 سفينة وصلت. {SENTENCES[0]}", *SENTENCES[1:]])
    dates = [cleaned(text).published_at for text in (opened, counted, opened.replace("صلالة", "الرصيف"))]
    assert dates == ["2026-01-20T00:00:00Z", None, None]


@pytest.mark.parametrize(
    ("outlet", "place"), [("منبر صلالة", "صلالة"), ("منبر الخليج", "صلالة"), ("صحيفة صلالة", None), ("صلالة", None)]
)
def test_a_place_may_be_part_of_the_outlets_name(outlet: str, place: str | None) -> None:
    """Behind the author it is the outlet where its name has no other word."""
    opened = f"هالة منصور - صلالة في الجمعة 9 يناير 2026 10:15 صباحا - {SENTENCES[0]}"
    article = cleaned("\n".join([TITLE, opened, *SENTENCES[1:]]), source=outlet)
    assert (article.byline.author, article.byline.dateline) == ("هالة منصور", place)
    assert (article.published_at or "")[:10] == "2026-01-09"


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("دمشق-سانا", "دمشق", "سانا"),
        ("القاهرة-أ ش أ", "القاهرة", "أ ش أ"),
        ("إسطنبول/ الأناضول", "إسطنبول", "الأناضول"),
        ("جدة 09 جمادى الأولى 1442 هـ الموافق 24 ديسمبر 2020 م واس", "جدة", "واس"),
        ("جدة 09 جمادى الأولى 1442 هـ الموافق 24 ديسمبر 2020 م ثم", "جدة", None),
        ("دمشق-بيروت", None, None),
        ("سفينة-سانا", None, None),
    ],
)
def test_an_agency_behind_a_dash_needs_no_mark_behind_it(opening: str, place: str | None, agency: str | None) -> None:
    """«دمشق-سانا أعلنت …»: a place and an agency, with one space in front of the text."""
    byline = cleaned("\n".join([TITLE, f"{opening} {SENTENCES[0]}", *SENTENCES[1:]])).byline
    assert (byline.dateline, byline.agency) == (place, agency)


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("الكويت - 14 - 1 (كونا) --", "2026-01-14T00:00:00Z"),
        ("الكويت - 14 - 3 (كونا) --", "2025-03-14T00:00:00Z"),
        ("الكويت - 14 - 13 (كونا) --", None),
        ("الكويت - 2 - 1 --", None),
        ("الكويت - 14 - 1 (كونا) -- اليوم الأربعاء", "2026-01-14T00:00:00Z"),
        ("الكويت - 14 - 1 (كونا) -- اليوم الأحد", None),
        ("يلعب المنتخب يوم الأحد 6 يناير - في صلالة", None),
        ("قال المكتب الثلاثاء 14 يناير/كانون الثاني", None),
    ],
)
def test_an_agencys_day_may_have_its_month_as_a_number(opening: str, day: str | None) -> None:
    """The latest such day in front of an agency in brackets; no result of a match."""
    article = cleaned("\n".join([TITLE, f"{opening} {SENTENCES[0]}", *SENTENCES[1:]]))
    assert article.published_at == day


def test_an_author_may_stand_in_front_of_a_place_and_its_time() -> None:
    """«خالد النمر - صلالة في الثلاثاء 20 يناير 2026 12:29 مساءً - أعلنت …»."""
    opened = f"خالد النمر - صلالة في الثلاثاء 20 يناير 2026 12:29 مساءً - {SENTENCES[0]}"
    article = cleaned("\n".join([TITLE, opened, *SENTENCES[1:]]))
    assert (article.byline.author, article.byline.dateline) == ("خالد النمر", "صلالة")
    assert article.published_at == "2026-01-20T12:29:00Z"
