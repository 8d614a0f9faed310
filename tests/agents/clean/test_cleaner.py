"""The clean stage's function, whole: what holds for every page, and what comes out of some."""

import os
import string
import subprocess
import sys
from collections import Counter

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents.clean.cleaner import clean
from agents.clean.judge import phrase_lexicon
from agents.clean.read.line_words import split
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
    """Give the lines that an article and its chrome hold, the title's own line aside."""
    return Counter([*article.headings, *article.paragraphs, *(line.text for line in article.chrome)])


def parts(article: Article) -> object:
    """Give the words of every line by the part that it was taken for."""
    return (
        split(article.title),
        [split(line) for line in article.headings],
        [split(line) for line in article.paragraphs],
        [(split(line.text), line.reason) for line in article.chrome if split(line.text)],
    )


@unhurried
@given(texts)
def test_every_line_is_in_the_article_or_in_the_chrome_exactly_once(text: str) -> None:
    """Nothing is invented and nothing lost, whatever the lines are."""
    try:
        article = cleaned(text)
    except Reject:
        return
    shown = Counter(line for line in map(str.strip, text.replace("\r", "\n").split("\n")) if line)
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


def test_a_section_glued_to_the_title_is_taken_off() -> None:
    """The line that glues both is the title's; its plain copy is a repetition."""
    article = cleaned(page(f"أخبار الاقتصاد {TITLE}"))
    assert (article.title, article.section_label, article.section) == (TITLE, "أخبار الاقتصاد", "economy")
    assert reasons(article) == {TITLE: "title_repeated"}


def test_a_section_in_front_of_a_bar_is_taken_off() -> None:
    """A label and a separator are enough, without a second copy."""
    article = cleaned(page(title=f"اقتصاد | {TITLE}"))
    assert (article.title, article.section) == (TITLE, "economy")


def test_a_menu_is_no_section() -> None:
    """Of sections in a row the one counts that stands once more."""
    menu = ("سياسة", "اقتصاد", "رياضة", "ثقافة")
    assert cleaned(page(*menu)).section is None
    assert cleaned(page(*menu, "اقتصاد")).section == "economy"
    assert cleaned(page("اقتصاد")).section == "economy"


def test_the_outlets_name_is_taken_off_a_titles_end() -> None:
    """A title that stands only together with the outlet's name is the title without it."""
    assert cleaned(page(title=f"{TITLE} - شراع الجنوب"), source="شراع الجنوب").title == TITLE


def test_a_short_line_that_stands_twice_is_a_caption() -> None:
    """Once above the text and once within it."""
    caption = "رافعات الميناء الجنوبي"
    text = page(between=(caption,)).replace(SENTENCES[0], f"{SENTENCES[0]}\n{caption}")
    assert reasons(cleaned(text)) == {caption: "caption"}


def test_a_path_gives_the_section() -> None:
    """The last step that is a section counts, not the title at its end."""
    article = cleaned(page(f"الرئيسية » اقتصاد » {TITLE}"))
    assert (article.section_label, reasons(article)) == ("اقتصاد", {f"الرئيسية » اقتصاد » {TITLE}": "breadcrumb"})


@pytest.mark.parametrize("writer", ["خاص", "رصد", "متابعات"])
def test_who_writes_for_an_outlet_is_no_section(writer: str) -> None:
    """Behind the outlet's name and a dash it is the byline, behind an arrow the section."""
    dashed, pointed = (cleaned(page(f"شراع الجنوب {by} {writer}"), source="شراع الجنوب") for by in ("-", "»"))
    assert (dashed.section, dashed.paragraphs, pointed.section) == (None, list(SENTENCES), "analysis")


def test_a_link_to_the_weather_is_no_section() -> None:
    """Heads of pages have one, whatever the article is about."""
    assert cleaned(page("الطقس", "تقويم الصلاة")).section is None


def test_a_dateline_of_its_own_line_needs_no_year() -> None:
    """Agencies of the Gulf write place, day and themselves."""
    article = cleaned(page("صلالة في 26 يناير /العمانية/"))
    assert (article.byline.dateline, article.byline.agency) == ("صلالة", "العمانية")


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


def test_a_paragraph_that_only_quotes_a_phrase_stays() -> None:
    """A report about a newsletter is no newsletter prompt."""
    quoting = (
        "وقال الناشر إن عبارة «جميع الحقوق محفوظة» لا تكفي، وإن النشرة البريدية للصحيفة توقفت منذ عامين بقرار قضائي."
    )
    assert quoting in cleaned(page(between=(quoting,))).paragraphs


def test_a_list_belongs_to_the_sentence_that_leads_to_it() -> None:
    """Short lines behind a colon are the article's."""
    prices = ("وجاءت أسعار الشحن بحسب الجدول المعلن اليوم كما يلي:", "الحاوية الصغيرة: 925", "الحاوية الكبيرة: 1810")
    assert cleaned(page(between=prices)).paragraphs == [*SENTENCES[:2], *prices, *SENTENCES[2:]]


def test_paragraphs_of_the_story_that_a_link_names_are_not_the_articles() -> None:
    """Whole paragraphs below a related title are taken out with it."""
    other = (
        "إقرأ أيضاً",
        "فوز المنتخب الوطني ببطولة الشطرنج المدرسية",
        "أحرز المنتخب الوطني لقب بطولة الشطرنج المدرسية بعد جولة حاسمة أمام المنتخب المضيف في قاعة المدينة.",
        "وتسلم لاعبو المنتخب الكأس من رئيس اتحاد الشطرنج وسط احتفال المدرسين وزملائهم من التلاميذ.",
    )
    assert cleaned(page(below=other)).paragraphs == list(SENTENCES)


def test_a_strip_of_headlines_is_no_first_paragraph() -> None:
    """A ticker flattened to one long line stands in front of the title, not of the text."""
    strip = "عاجل " + " ".join(["وفاة فنان قدير بعد صراع طويل مع المرض", "القبض على لص دراجات في حي الزهور"] * 3)
    article = cleaned(page(strip))
    assert (article.title, article.paragraphs) == (TITLE, list(SENTENCES))


def test_bylines_and_dates_become_fields() -> None:
    """Author, agency, place and time are read off the lines that show them."""
    article = cleaned(
        f"{TITLE}\nكتبت - ليلى الفهد\nصلالة - العمانية\nالأحد ٤ كانون الثاني ٢٠٢٦ - ٠٣:١٥ مساءً\n" + "\n".join(SENTENCES)
    )
    assert article.byline == msgspec.convert(
        {"author": "ليلى الفهد", "agency": "العمانية", "dateline": "صلالة"}, type(article.byline)
    )
    assert (article.published_at, article.published_precision, article.published_from) == (
        "2026-01-04T15:15:00Z",
        "minute",
        "chrome",
    )


def test_a_dateline_in_the_text_stays_there_and_is_read() -> None:
    """The opening of the first paragraph is the article's and tells place, agency and day."""
    opened = f"صلالة 26 يناير (رويترز) - {SENTENCES[0]}"
    article = cleaned("\n".join([TITLE, opened, *SENTENCES[1:]]))
    assert article.paragraphs[0] == opened
    assert (article.byline.dateline, article.byline.agency) == ("صلالة", "رويترز")
    assert (article.published_at, article.published_from) == ("2026-01-26T00:00:00Z", "text")


def test_a_date_of_the_future_is_none() -> None:
    """More than a day behind the time of receipt is no date of publication."""
    article = cleaned(page(), published_at="2030-05-05T10:00:00Z")
    assert article.published_at is None


def test_the_day_in_the_masthead_is_not_the_articles() -> None:
    """Sites show today's date above everything; on the day of the fetch it says nothing."""
    text = page("الثلاثاء 27 يناير 2026", "الرئيسية", "سياسة", "اقتصاد", "رياضة", "بحث")
    assert cleaned(text, fetched_at="2026-01-27T10:00:00Z").published_at is None
    assert cleaned(text, fetched_at="2026-01-20T10:00:00Z").published_at == "2026-01-27T00:00:00Z"


def test_a_bare_day_at_the_pages_head_is_not_the_articles() -> None:
    """Nor is it near the title, with a label between them; right above the title, or with a word for it, it is."""
    near = page("الثلاثاء 27 يناير 2026", "سياسة")
    assert cleaned(near, fetched_at="2026-01-27T10:00:00Z").published_at is None
    for text in (
        page("الثلاثاء 27 يناير 2026"),
        page("نشر في 27 يناير 2026", "سياسة"),
        page("27 يناير 2026 10:15", "سياسة"),
    ):
        assert (cleaned(text, fetched_at="2026-01-27T10:00:00Z").published_at or "")[:10] == "2026-01-27"


def test_an_outlet_without_name_or_address_is_known_by_its_copyright_line() -> None:
    """What a page calls itself is better than nothing."""
    article = cleaned(page(below=("جميع الحقوق محفوظة لموقع شراع الجنوب",)))
    assert (article.source.id, article.source.name) == ("شراع-الجنوب", "شراع الجنوب")


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


def test_a_short_title_above_its_author_is_found() -> None:
    """A column's title of two words that the text does not repeat is known by its place."""
    article = cleaned("\n".join(["وجوه عابرة", "محمد العريان", *SENTENCES]))
    assert (article.title, article.byline.author) == ("وجوه عابرة", "محمد العريان")
