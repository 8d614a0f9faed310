"""Ranking entities by what is counted of them."""

import click
import pytest

from agents.commands.top import Window, ranked, row_of
from streams.records.counts import CountedEntity, EntityCount
from streams.records.origin import Origin


def count(name, articles, hours=None, days=None, mentions=0):
    """Return the counts of an entity."""
    return EntityCount(
        id=name,
        origin=Origin(topic="pages", partition=0, offset=0),
        entity=CountedEntity(id=name, name_ar=name, type="LOC", known=True),
        articles=articles,
        mentions=mentions,
        hours=hours or {},
        days=days or {},
    )


def names(counts, window, most=10):
    """Return id and count of the ranked."""
    span = Window.parse(window)
    return [(row.entity.id, row.count) for row in ranked([row_of(c, span) for c in counts], span, most)]


def test_total_ranks_by_articles_then_mentions_then_id():
    """The order is the same whatever order the table is read in."""
    counts = [count("c", 2), count("b", 2), count("a", 1), count("d", 2, mentions=5)]
    expected = [("d", 2), ("b", 2), ("c", 2), ("a", 1)]
    assert names(counts, "total") == names(counts[::-1], "total") == expected


def test_a_window_ends_with_the_newest_hour_of_the_table():
    """Another entity's newest hour is what counts back; over midnight too."""
    counts = [
        count("a", 9, {"2026-01-28T23": 1, "2026-01-28T22": 4, "2026-01-28T20": 5}),
        count("b", 9, {"2026-01-29T01": 2}),
        count("old", 9, {"2026-01-20T01": 9}),
    ]
    assert names(counts, "3h") == [("b", 2), ("a", 1)]


def test_a_window_of_days():
    """Days are counted by day."""
    counts = [count("a", 9, days={"2026-03-01": 1, "2026-02-28": 2, "2026-02-27": 4})]
    assert names(counts, "2d") == [("a", 3)]


def test_an_empty_table_has_no_rows():
    """Nothing counted, nothing shown."""
    assert (names([], "24h"), names([], "total")) == ([], [])


@pytest.mark.parametrize("text", ["", "24", "0h", "2w", "1.5h", "999999999h"])
def test_other_windows_are_refused(text):
    """The message says what may be written."""
    with pytest.raises(click.BadParameter, match="is not total"):
        Window.parse(text)
