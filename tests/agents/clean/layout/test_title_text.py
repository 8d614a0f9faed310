"""What stands glued to a title."""

import pytest

from agents.clean.layout.title_text import without_name, without_outlet
from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, cleaned_html, page


def test_the_outlets_name_is_taken_off_a_titles_end() -> None:
    """A title that stands only together with the outlet's name is the title without it."""
    assert cleaned(page(title=f"{TITLE} - شراع الجنوب"), source="شراع الجنوب").title == TITLE


@pytest.mark.parametrize(
    ("title", "outlet", "plain"),
    [
        (f"صحيفة النسيم | {TITLE}", "النسيم", TITLE),
        (f"{TITLE} | صحيفة النسيم", "النسيم", TITLE),
        (f"{TITLE} :: وكالة المدار", "وكاله المدار", TITLE),
        (f"{TITLE} » شبكة الرافد الإخبارية", "النسيم", TITLE),
        (f"النسيم - {TITLE} - النسيم", "النسيم", TITLE),
        (f"{TITLE} | مدار", "", TITLE),
        (f"{TITLE} - النسيم الإخبارية", "النسيم", TITLE),
        (f"{TITLE} « النسيم", "النسيم", TITLE),
        (f"{TITLE} / النسيم", "النسيم", TITLE),
        (f"{TITLE} / بالصور", "", f"{TITLE} / بالصور"),
        (f"{TITLE} - صحيفة إسبانية", "النسيم", f"{TITLE} - صحيفة إسبانية"),
        (f"الوزير: {TITLE}", "النسيم", f"الوزير: {TITLE}"),
        (f"الوزير | {TITLE}", "", f"الوزير | {TITLE}"),
        ("النسيم | عاجل", "النسيم", "النسيم | عاجل"),
    ],
)
def test_the_outlets_name_at_either_end_of_a_told_title(title: str, outlet: str, plain: str) -> None:
    """With what it is, or by a bar and what all outlets are; who is quoted stays."""
    assert without_outlet(title, frozenset(outlet.split())) == plain


def test_the_outlets_name_in_latin_letters_is_its_hosts() -> None:
    """«… - Nasim News» of nasim.example, whatever the outlet's own name is; another name stays."""
    assert without_outlet(f"{TITLE} - Nasim News", frozenset(["النسيم"]), frozenset(["nasim"])) == TITLE
    assert (
        without_outlet(f"{TITLE} - Other News", frozenset(["النسيم"]), frozenset(["nasim"])) == f"{TITLE} - Other News"
    )


@pytest.mark.parametrize(
    "tail", ["– حوادث اليوم", "| رياضة اليوم", "- حوادث - أخبار محلية", "| الزراعة", "| منبر صلالة | ركن البحارة"]
)
def test_sections_and_the_outlet_behind_a_title_are_none_of_it(tail: str) -> None:
    """One or two of them; behind the outlet's whole name whatever stands there."""
    assert cleaned(page(title=f"{TITLE} {tail}"), source="منبر صلالة").title == TITLE


@pytest.mark.parametrize(
    "tail", ["– مصر اليوم", "– خطة جديدة اليوم", "– الهيئة توضح", "| منبر الرافد | ركن البحارة", "– في صلالة – توضيح"]
)
def test_a_titles_own_words_behind_a_dash_stay(tail: str) -> None:
    """A region's name, what is no section, and another outlet's name, which may be whom the title tells of."""
    assert cleaned(page(title=f"{TITLE} {tail}"), source="منبر صلالة").title == f"{TITLE} {tail}"


@pytest.mark.parametrize(
    "wrapped", [f"انت الان تتابع خبر {TITLE} والان مع التفاصيل", f"{TITLE} والان مع التفاصيل", f"تفاصيل خبر {TITLE}"]
)
def test_what_aggregators_write_around_a_title_is_taken_off(wrapped: str) -> None:
    """At both ends or at one."""
    assert cleaned(page(title=wrapped)).title == TITLE


@pytest.mark.parametrize(
    ("title", "name", "plain"),
    [
        (f"{TITLE} – مرسى الشمال", "مرسى الشمال", TITLE),
        (f"{TITLE} - مرسى | Marsa", "مرسى | Marsa", TITLE),
        (f"مرسى - أخبار: {TITLE}", "مرسى - أخبار", TITLE),
        (f"مرسى الشمال: {TITLE}", "مرسى الشمال", TITLE),
        (f"مرسى الشمال :: {TITLE}", "مرسى الشمال", TITLE),
        (f"{TITLE} في مرسى الشمال", "مرسى الشمال", f"{TITLE} في مرسى الشمال"),
        (f"مرسى الشماليين: {TITLE}", "مرسى الشمال", f"مرسى الشماليين: {TITLE}"),
        ("مرسى الشمال: تقرير", "مرسى الشمال", "مرسى الشمال: تقرير"),
        (TITLE, "", TITLE),
    ],
)
def test_the_whole_name_of_a_site_is_taken_off(title: str, name: str, plain: str) -> None:
    """At an end, behind a sign, and only where a title is left."""
    assert without_name(title, name) == plain


def test_a_page_may_have_its_outlets_name_in_the_head_alone() -> None:
    """A title that the page shows with a name and a colon in front tells who speaks."""
    told = f"هيئة الموانئ: {TITLE}"
    head, text = f"<head><title>{told}</title></head>", "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    assert cleaned_html(f"{head}<body>{text}</body>", source="هيئة الموانئ").title == TITLE
    assert cleaned_html(f"{head}<body><h1>{told}</h1>{text}</body>", source="هيئة الموانئ").title == told
