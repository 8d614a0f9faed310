"""Saying what is gone; tests/kafka/test_lost_pages.py has the topics."""

import logging

from aiokafka import TopicPartition

from agents.worker.lost_records import MadeAnewError, note_lost
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
