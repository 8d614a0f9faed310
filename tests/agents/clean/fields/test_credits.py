"""Who wrote an article, and for whom."""

import msgspec
import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, cleaned_html, page


def test_an_author_glued_to_the_title_is_the_author() -> None:
    """Columns carry him there."""
    article = cleaned(page(title=f"{TITLE} ، بقلم : وليد الحربي"))
    assert article.byline.author == "وليد الحربي"


def test_the_outlet_in_front_of_a_place_or_a_name_makes_a_byline() -> None:
    """A place that is part of the outlet's name is read as one behind it."""
    place = cleaned(page("بغداد اليوم- بغداد"), source="بغداد اليوم").byline
    name = cleaned(page("شراع الجنوب - وليد الحربي"), source="شراع الجنوب").byline
    assert (place.dateline, name.author) == ("بغداد", "وليد الحربي")


def test_bylines_and_dates_become_fields() -> None:
    """Author, agency, place and time are read off the lines that show them."""
    article = cleaned(
        f"{TITLE}\nكتبت - ليلى الفهد\nصلالة - العمانية\nالأحد ٤ كانون الثاني ٢٠٢٦ - ٠٣:١٥ مساءً\n" + "\n".join(SENTENCES)
    )
    assert article.byline == msgspec.convert(
        {"author": "ليلى الفهد", "authors": ["ليلى الفهد"], "agency": "العمانية", "dateline": "صلالة"},
        type(article.byline),
    )
    assert (article.published_at, article.published_precision, article.published_from) == (
        "2026-01-04T15:15:00Z",
        "minute",
        "chrome",
    )


def test_an_outlet_without_name_or_address_is_known_by_its_copyright_line() -> None:
    """What a page calls itself is better than nothing."""
    article = cleaned(page(below=("جميع الحقوق محفوظة لموقع شراع الجنوب",)))
    assert (article.source.id, article.source.name) == ("شراع-الجنوب", "شراع الجنوب")


def test_who_wrote_it_may_be_called_ali() -> None:
    """The name folds to the preposition that stands before an hour."""
    for line in ("كتب محمد علي - الأحد 12 يناير 2014 10:30 ص", "محمد علي - 12 يناير 2014"):
        assert cleaned("\n".join([TITLE, line, *SENTENCES])).byline.author == "محمد علي"


def test_a_reader_who_remarks_is_no_author() -> None:
    """Nor are those whom a sidebar names."""
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    comment = "<section id=comments><b>أبو علي</b> <span>12 يناير 2026</span><p>مبارك للجميع هذا الإنجاز.</p></section>"
    article = cleaned_html(f"<article><h1>{TITLE}</h1>{body}</article>{comment}")
    assert article.byline.author is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("بالشراكة مع دويتشه فيله", "دويتشه فيله"),
        ("محتوى بالتعاون مع صحيفة الغد", "الغد"),
        ("هذا المقال نشر أولا في موقع رصيف22", "رصيف22"),
        ("المصدر: الجزيرة", "الجزيرة"),
        ("المصدر / وكالات - الجزيرة", "الجزيرة"),
    ],
)
def test_partners_and_sources_published_it_first(line: str, outlet: str) -> None:
    """Above the title or below the text."""
    found = [cleaned(text).republished_from for text in (page(line), page(below=(line,)))]
    assert found == [outlet, outlet]


def test_an_author_and_the_outlet_open_the_text() -> None:
    """With a colon behind them, and no space."""
    first = f"محمد الهاشمي - شراع الجنوب:{SENTENCES[0]}"
    article = cleaned("\n".join([TITLE, first, *SENTENCES[1:]]), source="شراع الجنوب")
    assert (article.byline.authors, article.republished_from) == (["محمد الهاشمي"], None)


def test_an_author_and_another_outlet_open_the_text() -> None:
    """It published the article first."""
    for outlet in ("إرم نيوز", "العين الإخبارية"):
        first = f"محمد الهاشمي - {outlet}:{SENTENCES[0]}"
        article = cleaned("\n".join([TITLE, first, *SENTENCES[1:]]), source="شراع الجنوب")
        assert (article.byline.authors, article.republished_from) == (["محمد الهاشمي"], outlet)


@pytest.mark.parametrize(
    ("title", "author"),
    [
        (f"{TITLE}!/ محمد ولد السالك", "محمد ولد السالك"),
        (f"{TITLE}! / الجزء الثاني", None),
        (f"{TITLE} بحضور الدكتور/ محمد السالك", None),
        ("محضر اجتماع 12/ 2026", None),
    ],
)
def test_a_known_name_behind_a_slash_ends_a_columns_title(title: str, author: str | None) -> None:
    """Other things stand behind one as well."""
    assert cleaned(page(title=title)).byline.author == author


def test_each_author_may_have_a_line() -> None:
    """With the same mark in front."""
    byline = cleaned("\n".join([TITLE, "كتب: وليد الحربي", "كتبت: ليلى الفهد", *SENTENCES])).byline
    assert byline.authors == ["وليد الحربي", "ليلى الفهد"]
