"""Bylines: author, agency and place in the many orders in which outlets write them."""

import pytest

from agents.clean.judge.byline import Found, read_byline
from streams.records.articles import Byline

OUTLET = frozenset(["شراع", "الجنوب"])


@pytest.mark.parametrize(
    ("line", "author", "agency", "dateline"),
    [
        ("رويترز", None, "رويترز", None),
        ("صلالة - رويترز", None, "رويترز", "صلالة"),
        ("رويترز - صلالة", None, "رويترز", "صلالة"),
        ("القاهرة (رويترز)", None, "رويترز", "القاهرة"),
        ("واشنطن ـ أ ف ب", None, "أ ف ب", "واشنطن"),
        ("واشنطن – أ.ف.ب:", None, "أ ف ب", "واشنطن"),
        ("باريس، لندن - وكالات", None, "وكالات", "باريس، لندن"),
        ("بغداد/ واع", None, "واع", "بغداد"),
        ("عمان-بترا", None, "بترا", "عمان"),
        ("وكالة الأناضول - غزة", None, "الأناضول", "غزة"),
        ("كتب - سالم الهاشمي", "سالم الهاشمي", None, None),
        ("كتبت: ليلى الفهد", "ليلى الفهد", None, None),
        ("روبورتاج سالم الهاشمي", "سالم الهاشمي", None, None),
        ("بقلم: د. سامي الخطيب", "د. سامي الخطيب", None, None),
        ("تقرير من إعداد هدى السالمي", "هدى السالمي", None, None),
        ("تابع الجلسة ـ هدى السالمي:", "هدى السالمي", None, None),
        ("تقرير: هدى السالمي - تصوير: خالد النمر", "هدى السالمي", None, None),
        ("تحرير: هدى السالمي - مراجعة: خالد النمر", "هدى السالمي", None, None),
        ("كتبت: هدى السالمي @hoda_s", "هدى السالمي", None, None),
        ("كتبت: هدى السالمي (hoda@shiraa.example)", "هدى السالمي", None, None),
        ("القاهرة - كتب: عمر حجازي", "عمر حجازي", None, "القاهرة"),
        ("كتب - عمر حجازي (لندن)", "عمر حجازي", None, "لندن"),
        ("محمد الصالح من الرياض", "محمد الصالح", None, "الرياض"),
        ("شراع الجنوب - مسقط / خالد الرواحي", "خالد الرواحي", None, "مسقط"),
        ("وادي النخيل - رويترز", None, "رويترز", "وادي النخيل"),
        ("أيمـن الـحـمدان - جدة", "أيمـن الـحـمدان", None, "جدة"),
        ("مراسلنا: خالد النمر", "خالد النمر", None, None),
        ("أعدت التقرير: هدى السالمي – شراع الجنوب", "هدى السالمي", None, None),
        ("أعد التقرير خالد النمر", "خالد النمر", None, None),
        ("كتب التقرير / خالد النمر - مسقط", "خالد النمر", None, "مسقط"),
        ("إعداد التقرير: هدى السالمي", "هدى السالمي", None, None),
    ],
)
def test_a_line_that_says_so_is_a_byline(
    line: str, author: str | None, agency: str | None, dateline: str | None
) -> None:
    """An agency, a mark of authorship, or a known name beside a place is enough, wherever the line stands."""
    expected = Found(Byline(author=author, agency=agency, dateline=dateline), sure=True)
    assert read_byline(line, OUTLET) == expected


@pytest.mark.parametrize(("line", "outlet"), [("لندن ـ «القدس العربي»:", "القدس العربي"), ("الوطن - الدمام", "الوطن")])
def test_another_outlet_can_stand_where_the_agency_stands(line: str, outlet: str) -> None:
    """A newspaper beside a place is named as such, not as an author."""
    found = read_byline(line, OUTLET)
    assert found is not None
    assert (found.byline.author, found.byline.agency, found.outlet) == (None, None, outlet)


@pytest.mark.parametrize("line", ["سالم الهاشمي", "الرياض", "جنيف - لندن", "د. سامي الخطيب"])
def test_a_bare_name_or_place_is_one_only_where_bylines_stand(line: str) -> None:
    """Between title and text it is; anywhere else it may be a heading."""
    assert read_byline(line, OUTLET) is None
    assert read_byline(line, OUTLET, titled=True) is not None


@pytest.mark.parametrize(
    "line",
    [
        "الدمام: لن نسمح برفع الأسعار",
        "القاهرة: محمد صلاح يسجل هدفين",
        "وزير الخارجية السعودي",
        "الرئيس المصري. (رويترز)",
        "جانب من الاجتماع",
        "(صورة) جلسة سابقة لمجلس الأمن (أ ف ب)",
        "ارتفاع أسعار الشحن - تقارير",
        "أعد التقرير خبراء الموانئ",
        "أعد الملف إلى الواجهة - مسقط",
        "شراع الجنوب",
        "",
        " - ",
    ],
)
def test_titles_and_captions_are_no_bylines(line: str) -> None:
    """A place in front of a colon, an office, a credit behind a caption: none of them is who wrote it."""
    assert read_byline(line, OUTLET) is None


def test_an_underscore_parts_as_a_dash_does() -> None:
    """«الرباط _هدى السالمي» is a place and a name."""
    found = read_byline("الرباط _هدى السالمي", frozenset(), titled=True)
    assert found == Found(Byline(author="هدى السالمي", agency=None, dateline="الرباط"), sure=True)


def test_what_leads_to_an_authors_archive_is_nobody() -> None:
    """It stands beside his name."""
    found = read_byline("كُتب بواسطة : وليد الحربي - أرشيف الكاتب", frozenset())
    assert found is not None
    assert found.byline.author == "وليد الحربي"


def test_the_site_of_a_city_is_no_author() -> None:
    """«سيتي» is in no person's name."""
    found = read_byline("تم النشر بواسطة صلالة سيتي", frozenset(), titled=True)
    assert found is None or found.byline.author is None


def test_the_name_beside_a_report_of_ones_own_is_the_outlets() -> None:
    """«عدن تايم/ خاص»: unless it is known for a person's."""
    found = [read_byline(line, frozenset(), titled=True) for line in ("مدار تايم/ خاص", "هدى السالمي / خاص")]
    assert [each.byline.author if each else None for each in found] == [None, "هدى السالمي"]


@pytest.mark.parametrize("line", ["WTV_Frequency", "الخرطوم – نبض السودان", "نبض السودان"])
def test_a_scripts_word_and_a_country_are_no_authors(line: str) -> None:
    """Though they stand where bylines stand."""
    found = read_byline(line, frozenset(), titled=True)
    assert found is None or found.byline.author is None


def test_what_a_correspondent_says_is_no_byline() -> None:
    """A headline may open with who said it; a byline has nothing but a name behind the colon."""
    assert read_byline('مراسل "المرصاد": مناقشات بـ"مجلس الميناء" لانتخاب رئيسه', OUTLET) is None
