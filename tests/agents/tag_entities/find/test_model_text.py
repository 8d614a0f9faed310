"""Texts in the form that the model reads, and its spans back on the text's tokens."""

from agents.arabic.tokens import tokenize
from agents.tag_entities.draft import ModelName
from agents.tag_entities.find.model_text import Sentences, names_in_text, sentences


def test_a_text_is_cut_into_sentences_of_words_and_marks():
    """Marks are words without a position; what touches is one word."""
    cut = sentences(tokenize("قال سالم، 12ب. ثم عاد"))
    assert cut == Sentences([["قال", "سالم", "،", "12ب", "."], ["ثم", "عاد"]], [[0, 1, -1, 2, -1], [4, 5]])


def test_words_can_be_shown_as_published():
    """A model that tells hamza from alif reads what the text has."""
    assert sentences(tokenize("اب جد"), lambda start, end: f"{start}-{end}").words == [["0-2", "3-5"]]


def test_spans_come_back_on_tokens():
    """Marks count for nothing, and what the model saw as one word is taken whole."""
    tokens = tokenize("قال سالم، 12ب. ثم عاد")
    spans = [[(1, 4, "PER", 0.9), (2, 3, "LOC", 0.9)], []]
    assert names_in_text(sentences(tokens), spans, tokens) == [ModelName(1, 4, "PER", 0.9)]


def test_a_surname_behind_a_link_goes_on_with_the_name():
    """Of two people's names right beside each other the second is the first one's surname; behind a comma it is not."""
    spans = [[(0, 3, "PER", 0.9), (3, 5, "PER", 0.8)]]
    tokens = tokenize("انا ماريا لوبيز دي سوزا")
    assert names_in_text(sentences(tokens), spans, tokens) == [ModelName(0, 5, "PER", 0.8)]
    apart = tokenize("انا ماريا لوبيز، دي سوزا")
    spans = [[(0, 3, "PER", 0.9), (4, 6, "PER", 0.8)]]
    assert len(names_in_text(sentences(apart), spans, apart)) == len(spans[0])
