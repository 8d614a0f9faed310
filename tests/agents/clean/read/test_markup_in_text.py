"""Markup in fields that should hold none."""

import pytest

from agents.clean.read.markup_in_text import is_html, plain, without_references
from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, cleaned_html


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("الوزير: &quot;محطة&quot; تعمل &amp;amp; تنتج", 'الوزير: "محطة" تعمل & تنتج'),
        ("<![CDATA[توسعة <b>الميناء</b>]]>", "توسعة الميناء"),
        ("توسعة&nbsp;الميناء &#171;الجديد&#xBB;", "توسعة الميناء «الجديد»"),
        ("&lt;p&gt;توسعة الميناء&lt;/p&gt;", "توسعة الميناء"),
        ("5 < 7 و7 > 5، وشركة AT&T", "5 < 7 و7 > 5، وشركة AT&T"),
        ("https://a.example/?a=1&copy=2;&lt", "https://a.example/?a=1&copy=2;&lt"),
    ],
)
def test_a_title_without_its_markup(text: str, read: str) -> None:
    """Tags, references and CDATA go, however often they were escaped; signs of their own stay."""
    assert plain(text) == read


def test_references_are_read_a_few_times_and_no_more() -> None:
    """What was escaped more often is no feed's."""
    assert without_references("&" + "amp;" * 50 + "quot;").count("amp;") == 47


@pytest.mark.parametrize("escaped", [False, True])
def test_a_text_of_html_is_read_as_html(*, escaped: bool) -> None:
    """Paragraphs are those of its tags, and scripts are none."""
    text = "".join(f"<p>{sentence}</p>\n" for sentence in SENTENCES) + "<script>var a = 1;</script>"
    article = cleaned(text.replace("<", "&lt;").replace(">", "&gt;") if escaped else text, title=TITLE)
    assert (article.title, article.paragraphs, article.chrome) == (TITLE, list(SENTENCES), [])


def test_tags_within_lines_of_text_are_taken_out() -> None:
    """The lines stay those of the text."""
    lines = [f"<strong>{sentence}</strong>" for sentence in SENTENCES]
    assert cleaned("\n".join([f"<h1>{TITLE}</h1>", *lines[:2], *SENTENCES[2:]])).paragraphs == list(SENTENCES)


def test_references_in_html_that_were_escaped_twice() -> None:
    """A reader sees them, and means their characters."""
    body = "".join(f"<p>{sentence.replace(' ', '&amp;nbsp;', 1)}</p>" for sentence in SENTENCES)
    assert cleaned_html(f"<h1>{TITLE}</h1>{body}").paragraphs == list(SENTENCES)


def test_a_sign_in_a_long_text_makes_no_html() -> None:
    """There must be tags in most lines."""
    assert not is_html("\n".join([*SENTENCES, "سطر<br>"]))
