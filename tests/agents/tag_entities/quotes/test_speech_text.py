"""What finding quotes reads: where sentences begin and end."""

import pytest

from agents.arabic.tokens import tokenize
from agents.tag_entities.quotes.speech_text import SpeechText


def text_of(words):
    """Return a text without verbs and quotation marks that pair."""
    tokens = tokenize(words)
    return SpeechText(tokens, [start for start, _ in tokens.spans], (), (), [])


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("انتهي الامر. ثم قال", " ثم قال"),
        ("عنوان\nثم قال", "ثم قال"),
        ("بلغ 3.5 ثم قال", "بلغ 3.5 ثم قال"),
        ("قال «نعم. لا» ثم", "قال «نعم. لا» ثم"),
    ],
)
def test_where_a_sentence_begins(before, sentence):
    """Behind a dot or a line's end, but not at the dot of a number or within quotation marks."""
    assert before[text_of(before).sentence_start(len(before)) :] == sentence


@pytest.mark.parametrize(
    ("words", "sentence"), [("قال نعم. ثم", "قال نعم"), ("بلغ 3.5 امس", "بلغ 3.5 امس"), ("نعم؛ ثم", "نعم")]
)
def test_where_a_sentence_ends(words, sentence):
    """At a mark with a space behind it."""
    assert words[: text_of(words).sentence_end(0)] == sentence


def test_a_sentence_has_a_longest_length():
    """A text without any mark is not gone through to its start."""
    assert text_of("نعم " * 1000).sentence_start(4000) == 2800
