"""Which of the stretches that may be said are quotes."""

from itertools import pairwise

import pytest

from agents.arabic.tokens import tokenize
from agents.tag_entities.feature_weights import load
from agents.tag_entities.quotes.candidates import Candidate
from agents.tag_entities.quotes.judge import choose, score
from agents.tag_entities.quotes.speech_text import FoundQuote, SpeechText

WORDS = "a b c d e f g h i j k l m n o p"


@pytest.fixture
def text():
    """Return a text of one-letter words: the word with number n begins at character 2 n."""
    tokens = tokenize(WORDS)
    return SpeechText(tokens, [start for start, _ in tokens.spans], [], [], [])


def candidate(first, last, value, *, direct=False, kind="clause"):
    """Return a candidate of words of which so much speaks."""
    quote = FoundQuote(2 * first, 2 * last - 1, None, None, direct=direct, found_by=kind)
    return Candidate(quote, [str(value)])


def chosen(text, *candidates):
    """Return the words of the quotes among candidates."""
    quotes = choose(text, candidates, lambda features: float(features[0]))
    return [text.tokens.text[quote.start : quote.end].replace(" ", "") for quote in quotes]


def test_what_little_speaks_for_is_no_quote(text):
    """Candidates for which nothing speaks are left out, and the others are in order."""
    assert chosen(text, candidate(5, 9, 1), candidate(0, 4, 2), candidate(10, 14, -1)) == ["abcd", "fghi"]


def test_the_likelier_of_two_that_overlap_stays(text):
    """Of candidates of two kinds that overlap, one is a quote."""
    assert chosen(text, candidate(0, 8, 1, kind="cited"), candidate(5, 9, 2)) == ["fghi"]


def test_a_clause_ends_where_the_next_begins(text):
    """Of clauses that overlap, the first is cut short, unless too little of it is left."""
    both = chosen(text, candidate(0, 9, 1), candidate(5, 9, 2))
    assert (both, chosen(text, candidate(4, 9, 1), candidate(5, 9, 2))) == (["abcde", "fghi"], ["fghi"])


@pytest.mark.parametrize(("for_clause", "quotes"), [(2, ["fghi"]), (9, ["abcdefghi"])])
def test_quotation_marks_within_a_clause(text, for_clause, quotes):
    """What stands in quotation marks late in a clause is the quote, unless far more speaks for the clause."""
    assert chosen(text, candidate(0, 9, for_clause), candidate(5, 9, 1, direct=True, kind="quoted")) == quotes


def test_quotation_marks_at_the_beginning(text):
    """Where quotation marks open right behind a clause's first word, they are the quote: أن «»."""
    assert chosen(text, candidate(0, 9, 3), candidate(1, 9, 1, direct=True, kind="quoted")) == ["bcdefghi"]


def test_nothing_overlaps(text):
    """However candidates overlap, the quotes stand apart and in order."""
    many = [candidate(first, last, first + last, kind=str(first % 2)) for first in range(12) for last in (13, 15)]
    quotes = choose(text, many, lambda features: float(features[0]))
    assert all(one.end <= other.start for one, other in pairwise(quotes))


def test_weights():
    """The weights that ship speak for a verb of saying, and a feature that nobody knows adds nothing."""
    weights, threshold = load("agents.tag_entities.quotes", "speech_weights.json")
    assert score(["clause: lemma قال", "unknown"]) == weights["clause: lemma قال"] - threshold
