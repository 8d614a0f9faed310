"""Genres: by the section, the label in front of the title, the form."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned

BODY = "\n".join(SENTENCES[::-1])


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("حوار: مدير الميناء يتحدث عن التوسعة", "interview"),
        ("شاهد.. توسعة الميناء الجنوبي من الجو", "video"),
        ("رأي | ماذا بعد توسعة الميناء الجنوبي", "opinion"),
        ("تغطية مباشرة: افتتاح الميناء الجنوبي", "live"),
        ("بيان صحفي: توسعة الميناء الجنوبي", "press_release"),
        ("سعر الذهب اليوم في أسواق الميناء الجنوبي", "service"),
        ("أبرز عناوين الصحف عن الميناء الجنوبي", "digest"),
        ("وفاة مهندس الميناء الجنوبي سالم الهاشمي", "obituary"),
        ("وفاة شخصين في حادث قرب الميناء الجنوبي", None),
        ("وفاة 39 شخصا في حادث قرب الميناء الجنوبي", None),
        (TITLE, None),
    ],
)
def test_a_titles_label_or_opening_tells_its_genre(title: str, genre: str | None) -> None:
    """Nothing is said where nothing tells."""
    assert cleaned(f"{title}\n{BODY}", title=title).genre == genre


@pytest.mark.parametrize(
    ("label", "title", "genre"),
    [
        ("مقالات الرأي", TITLE, "opinion"),
        ("رياضة", "السد يفوز على الريان في افتتاح الدوري", "sports_report"),
        ("رياضة", "السد والريان 2-1 في افتتاح الدوري", "sports_report"),
        ("رياضة", "السد يستعد لافتتاح الدوري", None),
        ("اقتصاد", TITLE, "news"),
        ("منوعات", TITLE, None),
    ],
)
def test_a_section_tells_the_genre(label: str, title: str, genre: str | None) -> None:
    """Of sport, only a match that was played is a report."""
    assert cleaned(f"{label}\n{title}\n{BODY}", title=title).genre == genre


def test_an_agencys_report_is_news() -> None:
    """As a dateline's is."""
    assert cleaned(f"{TITLE}\nصلالة - العمانية\n{BODY}").genre == "news"


@pytest.mark.parametrize(
    ("lead", "genre"),
    [
        (SENTENCES[0], "news"),
        (f"تسلم مدير الهيئة، اليوم الاثنين، مهامه. {SENTENCES[3]}", "news"),
        (f"في الميناء، كما في غيره، من يسأل ومن يجيب. {SENTENCES[3]}", None),
    ],
)
def test_a_lead_that_reports_is_that_of_news(lead: str, genre: str | None) -> None:
    """It opens with what somebody said, or says on what day it was written."""
    assert cleaned(f"{TITLE}\n{lead}\n{BODY}").genre == genre


def test_bare_times_within_the_text_are_a_live_blogs() -> None:
    """Three at least."""
    entries = "\n".join(f"1{hour}:30\n{sentence}" for hour, sentence in enumerate(SENTENCES))
    assert cleaned(f"{TITLE}\n{BODY}\n{entries}", title=TITLE).genre == "live"


QUESTIONS = [
    "متى تنتهي أعمال التوسعة في الميناء الجنوبي؟",
    "وكم بلغت كلفة المشروع حتى الآن؟",
    "وما الذي ستغيره التوسعة في حركة السفن؟",
    "وهل {} المنافسة من الموانئ المجاورة؟",
]


@pytest.mark.parametrize(
    ("title", "verb", "lead", "genre"),
    [
        ("مدير الميناء لـ«الشراع»: التوسعة تنتهي في الربيع", "تفيد", "", "interview"),
        (TITLE, "تخشون", "", "interview"),
        (TITLE, "تفيد", "س: ", "interview"),
        (TITLE, "تفيد", "", None),
    ],
)
def test_questions_and_answers_are_an_interviews(title: str, verb: str, lead: str, genre: str | None) -> None:
    """Where somebody is asked; else they may head the parts of an explanation."""
    lines = [part for pair in zip(QUESTIONS, SENTENCES, strict=True) for part in (lead + pair[0].format(verb), pair[1])]
    assert cleaned("\n".join([title, *lines]), title=title, source="الشراع").genre == genre
