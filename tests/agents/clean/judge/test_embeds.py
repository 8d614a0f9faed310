"""Test `embed`: what posts leave."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, judged


def test_what_an_embedded_post_says_is_no_paragraph() -> None:
    """A short link of its network stands in it; text that is glued to its signature stays."""
    post = "الميناء الجديد يستقبل أول سفينة https://t.co/3np9HMP8eV شاهدوا الصور"
    glued = f"— أخبار الميناء (@alminaa) September 7, 2014 {SENTENCES[1]}"
    article = cleaned("\n".join([TITLE, SENTENCES[0], post, glued, *SENTENCES[2:]]))
    assert article.paragraphs == [SENTENCES[0], glued, *SENTENCES[2:]]


@pytest.mark.parametrize("text", ["— هيئة الموانئ (@ports) 5 يناير", "شاهد pic.twitter.com/3np9HMP8eV"])
def test_embed_is_found(text: str) -> None:
    """The signature of a post, or the link of its picture."""
    line = judged(text)
    assert (line.by, line.reason) == ("embed", "embed")


@pytest.mark.parametrize("text", ["هيئة الموانئ على تويتر", "@ الميناء الجديد"])
def test_embed_is_not_found(text: str) -> None:
    """A network's name is no post."""
    assert judged(text).by != "embed"
