"""Saying what is gone; tests/kafka/test_lost_pages.py has the topics."""

import logging

import pytest
from aiokafka import TopicPartition

from agents.worker.lost_records import (
    AnotherTopicError,
    MadeAnewError,
    OlderStateError,
    note_lost,
    see_ids,
    see_known_by,
)
from streams import metrics

PAGES = TopicPartition("t.pages", 3)


def test_what_is_lost_is_counted_and_said(caplog):
    """From the first offset that is gone to the partition's start."""
    with caplog.at_level(logging.WARNING, logger="agents.worker.lost_records"):
        lost = note_lost(PAGES, 40, 100)
    counted = metrics.LOST.labels("t.pages", 3)._value.get()
    assert (lost, counted, "t.pages[3] begins at 100 now, its records from 40 on" in caplog.text) == (60, 60.0, True)


def test_a_topic_made_anew_names_its_offsets():
    """So that who reads it can look."""
    assert str(MadeAnewError(PAGES, 40, 10)).startswith("t.pages[3] ends at 10, but was read up to 40")


def test_a_topic_with_another_id_is_named_with_both():
    """So that who reads it knows that it is not the offsets that are wrong."""
    said = str(AnotherTopicError("t.pages", "0a", "0b"))

    assert said.startswith("t.pages is another topic than the one that was read before")
    assert "its id was 0a, and is 0b" in said


def test_topics_with_the_same_ids_or_none_are_those_that_they_were():
    """A topic of which nothing was known is from now on, one that cannot be told for a moment stays known."""
    assert see_ids({"a": "1", "b": "2"}, {"a": "1", "c": "3"}) == {"a": "1", "b": "2", "c": "3"}


def test_a_topic_with_another_id_is_no_more_what_it_was():
    """Whatever its offsets are."""
    with pytest.raises(AnotherTopicError, match=r"^b is another topic"):
        see_ids({"a": "1", "b": "2"}, {"a": "1", "b": "3"})

    assert see_ids({"b": "2"}, {"b": "2"}) == {"b": "2"}


@pytest.mark.parametrize(("known_by", "topic_id"), [(None, None), ("articles", "0a")])
def test_what_is_known_in_another_way_is_not_gone_on_from(known_by: str | None, topic_id: str | None):
    """By raw pages, as before a topic's name or id stood in progress, or by the places in another topic."""
    with pytest.raises(OlderStateError, match=r"^what count has applied was written by an older version"):
        see_known_by("count", "mentions", known_by, topic_id)

    assert see_known_by("count", "mentions", "mentions", topic_id) is None


def test_progress_with_an_id_alone_is_gone_on_from():
    """Versions that wrote the topic's id knew records by their place in it, and did not name it."""
    assert see_known_by("count", "mentions", None, "0a") is None
