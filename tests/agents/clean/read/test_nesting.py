"""HTML that nests too deep."""

import time

import pytest

from agents.clean.read.nesting import flatten
from tests.agents.clean.pages import SENTENCES, TITLE, cleaned_html

PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 600 + PARAGRAPHS + "</div>" * 600,
        "<div class='wrap'>" * 600 + PARAGRAPHS + "</div>" * 600,
        "<b><i>" * 20_000 + PARAGRAPHS,
        "".join(f"<p><span>{sentence}" for sentence in SENTENCES),
        "<font>" * 3000 + "<div>".join(["", *SENTENCES]),
        "<noscript>" * 400 + "</noscript>" * 400 + PARAGRAPHS,
        "<template>" * 400 + "</template>" * 400 + PARAGRAPHS,
        "</div>" * 3000 + "<table><tr><td>" * 300 + PARAGRAPHS,
    ],
)
def test_no_text_is_lost_by_nesting(body: str) -> None:
    """Unclosed tags and wrappers around wrappers leave every paragraph to its own line."""
    article = cleaned_html(f"<html><body><h1>{TITLE}</h1>{body}<footer>© شراع الجنوب</footer></body></html>")
    assert (article.paragraphs, article.truncated) == (list(SENTENCES), False)


def test_hundreds_of_unclosed_paragraphs() -> None:
    """None of them is lost."""
    body = "".join(f"<p><span>{number}. {SENTENCES[number % 4]}" for number in range(300))
    assert len(cleaned_html(f"<article><h1>{TITLE}</h1>{body}</article>").paragraphs) == 300


def test_what_is_not_too_deep_stays() -> None:
    """Tags are left out only where they nest."""
    assert flatten(f"<article><br>{PARAGRAPHS}</article>") == f"<article><br>{PARAGRAPHS}</article>"


@pytest.mark.parametrize("piece", ["<div>", "</div>", "<b></i>", "<", "<a href='", "<p", "<br/>"])
def test_hostile_tags_cost_linear_time(piece: str) -> None:
    """A million characters of tags take no more than a second or two."""
    began = time.process_time()
    flatten(piece * (1_000_000 // len(piece)))
    assert time.process_time() - began < 5


def test_what_is_too_deep_when_flattened_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """No text is cut in silence, whatever the parser leaves out."""
    monkeypatch.setattr("agents.clean.read.html.flatten", str)
    article = cleaned_html(f"<h1>{TITLE}</h1>{PARAGRAPHS}" + "<div>" * 600 + PARAGRAPHS)
    assert article.truncated
