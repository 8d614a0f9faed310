"""Pass `readers_comments`: what readers wrote below the text."""

import pytest

from tests.agents.clean.pages import SENTENCES, cleaned, page, reasons

COMMENTS = (
    "كلام جميل لكن متى يصل الميناء إلى قريتنا؟ ننتظر منذ سنوات ولا أحد يسمعنا يا جماعة الخير.",
    "والله المشروع ممتاز وبارك الله في كل من عمل عليه، نتمنى أن تستمر الخدمة ولا تنقطع.",
)


@pytest.mark.parametrize(
    "below",
    [
        ("2 Comments", "Abu Mohammad", "3 hours ago", COMMENTS[0], "Reply", "Layla", COMMENTS[1], "Reply"),
        ("تعليقات (2)", "أبو علي", COMMENTS[0], "إعجاب رد", "زينب", COMMENTS[1], "إعجاب رد"),
        ("2 تعليق على “توسعة الميناء الجنوبي تنتهي في الربيع”", "أبو محمد", "يقول:", COMMENTS[0], "رد"),
        ("تعليقات القراء", "سعاد", COMMENTS[0], "منى أحمد", COMMENTS[1]),
        ("التعليقات: 2", COMMENTS[0], "رد", COMMENTS[1], "رد"),
        ("تعليق واحد على “توسعة الميناء الجنوبي تنتهي في الربيع”", "سامي", "يقول:", COMMENTS[0], "رد"),
        ("رأيان على “توسعة الميناء الجنوبي تنتهي في الربيع”", "سامي", "يقول:", COMMENTS[0], "رد"),
        ("2 commentaires", "Youcef B.", "il y a 3 heures", COMMENTS[0], "Répondre"),
    ],
)
def test_readers_comments_are_chrome(below: tuple[str, ...]) -> None:
    """With their names, behind the line that counts them."""
    article = cleaned(page(below=below))
    assert (article.paragraphs, article.headings) == (list(SENTENCES), [])
    assert {reasons(article)[line] for line in below if line in COMMENTS} == {"comments"}


def test_chrome_below_the_comments_keeps_its_reason() -> None:
    """A copyright line is no comment."""
    article = cleaned(page(below=("تعليقات (1)", "أبو علي", COMMENTS[0], "رد", "جميع الحقوق محفوظة لشراع الجنوب 2026")))
    assert reasons(article)["جميع الحقوق محفوظة لشراع الجنوب 2026"] == "copyright"


@pytest.mark.parametrize("label", ["3 تعليقات", "تعليقات (3)"])
def test_a_count_above_the_text_ends_nothing(label: str) -> None:
    """There are no paragraphs in front of it."""
    assert cleaned(page(label)).paragraphs == list(SENTENCES)


def test_a_heading_of_comments_within_the_text_ends_nothing() -> None:
    """No reader's name stands below it, and it says more than a label."""
    assert cleaned(page(between=("تعليقات المسؤولين على التوسعة",))).paragraphs == list(SENTENCES)


def test_by_what_comments_are_sorted_stands_before_the_first() -> None:
    """A menu between the label and the comments hides no comment."""
    below = ("3 comments", "Sort by", "Newest", "Om Khaled", COMMENTS[0], "Like", "Reply")
    article = cleaned(page(below=below))
    assert (article.paragraphs, reasons(article)[COMMENTS[0]]) == (list(SENTENCES), "comments")
