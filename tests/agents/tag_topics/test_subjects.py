"""What Arabic news writes about today, article by article (`subjects.txt`): each was written for this test."""

from pathlib import Path

import pytest

from agents.tag_topics.classifier import Classifier
from streams.settings import Settings
from tests.agents.tag_topics.samples import article

SUBJECTS = [block.splitlines() for block in Path(__file__).with_name("subjects.txt").read_text("utf-8").split("\n\n")]
"""Of each: the topics, the title, the text."""


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    """Return the shipped classifier."""
    return Classifier.load(Settings())


@pytest.mark.parametrize(("topics", "title", "text"), SUBJECTS)
def test_subject(classifier: Classifier, topics: str, title: str, text: str) -> None:
    """What the article is about is among the topics given; a page about a club's money is about sport and business."""
    (found,) = classifier.enrich([article(title, text)])
    given = {up for topic in found.media_topics for up in (topic.id, *topic.broader)}
    assert {f"medtop:{topic}" for topic in topics.split()} <= given
