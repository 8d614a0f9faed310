"""Texts that share a passage stand together."""

from agents.training.topic_model.clusters import MAX_TEXTS_OF_PASSAGE, clusters

A = "one two three four five six seven eight"


def test_a_shared_passage_joins() -> None:
    """Eight words in a row make two texts one cluster, also over a third."""
    assert clusters([f"{A} nine ten", "nothing", f"before {A}", "two three four five six seven eight nine ten"]) == [
        0,
        1,
        0,
        0,
    ]


def test_a_phrase_of_the_trade_does_not() -> None:
    """What very many texts say joins none of them."""
    texts = [A] * (MAX_TEXTS_OF_PASSAGE + 1)
    assert clusters(texts) == list(range(len(texts)))
