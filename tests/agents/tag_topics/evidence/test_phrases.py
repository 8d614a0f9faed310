"""Finding seed phrases in the words of a batch."""

from hypothesis import given
from hypothesis import strategies as st

from agents.tag_topics.evidence.phrases import MAX_COUNTS, Phrases, join
from agents.tag_topics.evidence.vocabulary import Vocabulary

WORDS = Vocabulary(["حرب", "اهليه", "سلام"])
NET = {("حرب",): {0: 3}, ("حرب", "اهليه"): {1: 6}, ("سلام",): {0: -2, 1: 1}, ("اهليه", "حرب", "سلام"): {1: 4}}
PHRASES = Phrases(NET, WORDS, 2)


def naive(zone: list[int], cap: int) -> list[int]:
    """Count by trying each phrase at each place."""
    total = [0, 0]
    for words, weights in NET.items():
        numbers = [WORDS[word] for word in words]
        places = sum(zone[i : i + len(numbers)] == numbers for i in range(len(zone)))
        for concept, weight in weights.items():
            total[concept] += min(places, cap) * weight
    return [max(value, 0) for value in total]


@given(st.lists(st.lists(st.lists(st.integers(0, 3), max_size=12), min_size=4, max_size=4), min_size=1, max_size=4))
def test_as_the_naive_way(batch: list[list[list[int]]]) -> None:
    """All phrases of all articles are found in one pass, each as often as it stands there, and up to the cap."""
    expected = [[naive(zone, cap) for zone, cap in zip(article, MAX_COUNTS.tolist(), strict=True)] for article in batch]
    assert PHRASES.evidence(join(batch)).tolist() == expected


def test_a_phrase_ends_with_its_zone() -> None:
    """The last word of a zone and the first of the next are no phrase."""
    assert PHRASES.evidence(join([[[1], [2], [], []]])).tolist() == [[[3, 0], [0, 0], [0, 0], [0, 0]]]
