"""The clean stage's function, whole: what holds for every page, and what comes out of some."""

import os
import string
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents.clean.cleaner import clean
from agents.clean.judge import phrase_lexicon
from agents.clean.read.line_words import split
from agents.clean.read.page_texts import read_texts
from streams.records.articles import Article
from streams.records.codec import encode
from streams.records.pages import RawPage
from streams.rejection import Reason, Reject
from streams.settings import Settings
from tests.agents.clean.pages import ORIGIN, RECEIVED, SENTENCES, TITLE, cleaned, page, reasons

CHROME = sorted(phrase_lexicon.load().whole)[::9]
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
MARKS = ("ـ", "\u200c", "\u200f", "\u064e", "\u061c")

words = st.text(LETTERS, min_size=1, max_size=9)
sentences = st.lists(words, min_size=8, max_size=40).map(lambda found: " ".join(found) + ".")
short_lines = st.lists(words, min_size=1, max_size=9).map(" ".join)
odd_lines = st.text(string.printable + "«»–…ـ©#٠١٢٣" + LETTERS + "\u200f\u200b\u202e\ufeff😀", max_size=80)
lines = st.one_of(st.sampled_from(SENTENCES), st.sampled_from(CHROME), sentences, short_lines, odd_lines)
texts = st.lists(lines, min_size=1, max_size=25).map("\n".join)
unhurried = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=150
)


def taken(article: Article) -> Counter[str]:
    """Return the lines that an article and its chrome hold, the title's own line aside."""
    return Counter([*article.headings, *article.paragraphs, *(line.text for line in article.chrome)])


def parts(article: Article) -> object:
    """Return the words of every line by the part that it was taken for."""
    return (
        split(article.title),
        [split(line) for line in article.headings],
        [split(line) for line in article.paragraphs],
        [(split(line.text), line.reason) for line in article.chrome if split(line.text)],
    )


@unhurried
@given(texts)
def test_every_line_is_in_the_article_or_in_the_chrome_exactly_once(text: str) -> None:
    """Nothing is invented and nothing lost, whatever the lines that were read are."""
    try:
        article = cleaned(text)
    except Reject:
        return
    shown = Counter(next(read_texts(RawPage(text=text))).texts)
    rest = shown - taken(article)
    assert not taken(article) - shown
    assert sum(rest.values()) == (1 if article.title else 0)
    assert all(split(line)[-len(split(article.title)) :] == split(article.title) for line in rest)


@unhurried
@given(texts)
def test_cleaning_is_the_same_twice(text: str) -> None:
    """The stage is a function: no clock, no chance, no state."""
    try:
        first = encode(cleaned(text))
    except Reject as reject:
        first = str(reject).encode()
    try:
        second = encode(cleaned(text))
    except Reject as reject:
        second = str(reject).encode()
    assert second == first


@unhurried
@given(st.lists(st.one_of(st.sampled_from(SENTENCES), sentences), min_size=2, max_size=8, unique=True), st.data())
def test_marks_and_white_space_change_nothing(paragraphs: list[str], data: st.DataObject) -> None:
    """Tatweel, diacritics, zero-width marks and spaces make no line another part of the page."""
    chrome = data.draw(st.lists(st.sampled_from(CHROME), max_size=6))
    plain = [*chrome[:3], TITLE, *paragraphs, *chrome[3:]]
    noisy = []
    for line in plain:
        mark = data.draw(st.sampled_from(MARKS))
        at = data.draw(st.integers(1, len(line)))
        noisy.append(f"  {line[:at]}{mark}{line[at:]}\t ")
    before, after = cleaned("\n".join(plain)), cleaned("\n\n".join(noisy))
    assert parts(after) == parts(before)


@unhurried
@given(st.lists(st.sampled_from(CHROME), max_size=8), st.lists(st.sampled_from(CHROME), max_size=8))
def test_an_article_stays_as_it_is_when_it_is_cleaned_again(above: list[str], below: list[str]) -> None:
    """Cleaning an article's own text takes nothing more away."""
    once = cleaned(page(*above, below=tuple(below)))
    twice = cleaned(once.text)
    assert (twice.title, twice.headings, twice.paragraphs, twice.chrome) == (
        once.title,
        once.headings,
        once.paragraphs,
        [],
    )


def test_every_process_gives_the_same_bytes() -> None:
    """Whatever the seed of its hashes: no set decides an order."""
    program = (
        "from tests.agents.clean.pages import page, cleaned; from agents.clean.judge.outlet_profile import learn; "
        "from streams.records.codec import encode; "
        "text = page('الرئيسية', 'سياسة', below=('شارك الخبر', 'الوسوم: ميناء')); "
        "article = cleaned(text, source='شراع'); print(encode(article), encode(learn(None, article)))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_the_text_is_title_headings_and_paragraphs_in_their_order() -> None:
    """Offsets of later stages refer to this text."""
    article = cleaned(page("الرئيسية", between=("مراحل العمل في الميناء",), below=("شارك الخبر",)))
    assert article.text == "\n".join([TITLE, *SENTENCES[:2], "مراحل العمل في الميناء", *SENTENCES[2:]])
    assert article.headings == ["مراحل العمل في الميناء"]


def test_the_lines_around_an_article_have_their_reasons() -> None:
    """Each kind of chrome is named for what it is."""
    text = page(
        "رئيس التحرير",
        "سالم المنصوري",
        between=("اقرأ أيضا: ارتفاع أجور الشحن العالمية", "إعلان"),
        below=("(المصدر: صحيفة الساحل)", "الوسوم: الميناء، الشحن", "التعليقات", "نعم هذا خبر جيد", "© 2026 الشراع"),
    )
    assert reasons(cleaned(text)) == {
        "رئيس التحرير": "masthead",
        "سالم المنصوري": "masthead",
        "اقرأ أيضا: ارتفاع أجور الشحن العالمية": "related",
        "إعلان": "advertisement",
        "(المصدر: صحيفة الساحل)": "source",
        "الوسوم: الميناء، الشحن": "tags",
        "التعليقات": "comments",
        "نعم هذا خبر جيد": "comments",
        "© 2026 الشراع": "copyright",
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The port authority said on Monday that the new quay will open in the spring of next year.\n" * 3, "English"),
        (
            "رئیس سازمان بنادر گفت که این طرح تا پایان سال آینده به بهره‌برداری خواهد رسید و برای کشور مهم است.\n" * 3,
            "Persian",
        ),
        (
            "بندرگاہ کے حکام نے کہا ہے کہ نئی گودی اگلے سال موسم بہار میں کھول دی جائے گی اور اس سے تجارت بڑھے گی۔\n"
            * 3,
            "Urdu",
        ),
    ],
)
def test_other_languages_are_refused_by_name(text: str, reason: str) -> None:
    """The gate says what it found."""
    with pytest.raises(Reject) as refusal:
        cleaned(text)
    assert (refusal.value.reason, refusal.value.detail.split(" (")[0]) == (Reason.NOT_ARABIC, reason)


def test_a_page_of_chrome_alone_is_refused() -> None:
    """A front page or an error page holds no article."""
    with pytest.raises(Reject) as refusal:
        cleaned("الرئيسية\nسياسة\nرياضة\nاتصل بنا\nجميع الحقوق محفوظة")
    assert refusal.value.reason == Reason.NO_ARTICLE


def test_a_post_of_one_line_is_text_and_not_a_title() -> None:
    """Channels post a sentence without a full stop, and nothing else."""
    post = "إقليم الزرقون يقرر احتساب كل سنة من خدمة عناصر الحرس بسنتين ويشمل القرار جميع سنوات الخدمة حتى عام 2003"
    article = cleaned(post)
    assert (article.title, article.text) == ("", post)


def test_a_told_title_stands_above_a_text_that_opens_with_a_question() -> None:
    """The first paragraph is no title when a field gives another, however much it speaks of the text."""
    lead = "أثارت أعمال التوسعة في الرصيف الجنوبي أسئلة أصحاب السفن والشاحنات في الميناء، فمتى تنتهي هيئة الموانئ منها؟"
    title = "من يدفع كلفة الأشغال؟"
    article = cleaned("\n".join([lead, *SENTENCES]), title=title)
    assert (article.title, article.paragraphs[0]) == (title, lead)


def test_a_page_with_both_is_read_from_its_text_when_its_html_holds_nothing() -> None:
    """One of the two is enough."""
    page_of_both = RawPage(html="<html><body><nav>الرئيسية</nav></body></html>", text=page())
    article = clean(page_of_both, ORIGIN, RECEIVED, None, Settings())
    assert article.paragraphs == list(SENTENCES)


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=400))
def test_no_text_is_an_accident(text: str) -> None:
    """Any string gives an article or a documented refusal."""
    try:
        cleaned(text)
    except Reject as reject:
        assert reject.reason in (Reason.NO_TEXT, Reason.NO_ARTICLE, Reason.NOT_ARABIC)  # noqa: PT017 - as above
