"""Test `phrase`: what a phrase makes of its line."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, judged, page


def test_a_paragraph_that_only_quotes_a_phrase_stays() -> None:
    """A report about a newsletter is no newsletter prompt."""
    quoting = (
        "وقال الناشر إن عبارة «جميع الحقوق محفوظة» لا تكفي، وإن النشرة البريدية للصحيفة توقفت منذ عامين بقرار قضائي."
    )
    assert quoting in cleaned(page(between=(quoting,))).paragraphs


@pytest.mark.parametrize(
    "text",
    [
        f"ظهرت المقالة {TITLE} أولاً على شراع الجنوب.",
        f"ظهر الخبر {TITLE} في عام كامل من العمل المتواصل وما تلاه من تجارب أولا على صحيفة شراع الجنوب",
        f"نُشرت هذه التدوينة {TITLE} لأول مرة على شراع الجنوب.",
        f"التدوينة {TITLE} ظهرت أولاً على شراع الجنوب.",
        f"{TITLE} نشر أولا في موقع شراع الجنوب",
        f"The post {TITLE} appeared first on شراع الجنوب.",
    ],
)
def test_where_an_article_appeared_first_is_no_paragraph(text: str) -> None:
    """Feeds close it with that and its title."""
    assert cleaned(page(below=(text,))).paragraphs == list(SENTENCES)


@pytest.mark.parametrize(
    "text",
    [
        "ظهر الخبر أولا على صفحة مجهولة، ثم نقلته مواقع محلية قبل أن تنفيه هيئة الموانئ في بيانها.",
        "ونشرت الهيئة التقرير كاملا أولا في جريدتها الرسمية، ثم أرسلته إلى أعضاء المجلس يوم الأحد.",
    ],
)
def test_a_sentence_may_tell_where_something_appeared_first(text: str) -> None:
    """No title stands in it, and more behind it."""
    assert text in cleaned(page(below=(text,))).paragraphs


@pytest.mark.parametrize("text", ["شارك الخبر", "انسخ الرابط"])
def test_phrase_is_found(text: str) -> None:
    """It says what the button does."""
    line = judged(text)
    assert (line.by, line.reason) == ("phrase", "share")


@pytest.mark.parametrize("text", ["شارك الوزير في افتتاح الميناء الجديد بحضور عدد كبير من المسؤولين.", "را"])
def test_phrase_is_not_found(text: str) -> None:
    """A sentence only uses the words."""
    assert judged(text).by != "phrase"


@pytest.mark.parametrize("text", ["قراءة دقيقتين", "إضافة اعلان"])
def test_reading_times_and_calls_for_advertisers_are_chrome(text: str) -> None:
    """They are nobody's name and no heading."""
    assert judged(text).reason in {"tools", "advertisement"}
